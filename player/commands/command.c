#include "commands/command.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/zone.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* -DPARVIS_VERSION=1.2 of the Makefile, as a text. */
#define COMMAND_TEXT(words) #words
#define COMMAND_TEXT_OF(macro) COMMAND_TEXT(macro)

enum { LENGTH_LEAST_PX = 160, LENGTH_MOST_PX = 8192, DAYS_MOST = 400, POLL_LEAST_S = 1, POLL_MOST_S = 86400 };

static const struct subcommand subcommands[] = {
    {"play",
     OPTION_AT | OPTION_SPEED | OPTION_ROTATE | OPTION_WINDOW | OPTION_SETTINGS | OPTION_SERVICE | OPTION_STATE | OPTION_TRUSTED_KEY |
         OPTION_ALLOW_HTTP | OPTION_CA | OPTION_POLL | OPTION_PATIENCE,
     false,
     "[SOURCE|URL] [--window[=1280x720]] [--at TIME] [--speed N] [--rotate 0|90|180|270] [--settings FILE]... [--service], and what sync takes",
     "affiche en plein écran (une liste de lecture, un article, un dossier ou une adresse)",
     "shows fullscreen (a playlist, an article, a folder or an address)",
     play_command},
    {"render", OPTION_AT | OPTION_OUT | OPTION_SIZE | OPTION_SHEET, true, "SOURCE --out DIR [--size 1920x1080] [--at TIME] [--sheet]",
     "écrit une image PNG par écran, et index.json", "writes one PNG per slide, and index.json", render_command},
    {"check", OPTION_AT | OPTION_SIZE | OPTION_JSON | OPTION_STRICT, true, "SOURCE [--json] [--strict] [--size 1920x1080] [--at TIME]",
     "dit ce qui ne va pas, où, et quoi faire", "says what is wrong, where, and what to do", check_command},
    {"explain", OPTION_AT | OPTION_JSON, true, "ARTICLE [--json] [--at TIME]", "dit ce qui a été compris d’un article",
     "says what was understood of an article", explain_command},
    {"programme", OPTION_FROM | OPTION_DAYS | OPTION_JSON, true, "SOURCE [--from TIME] [--days N] [--json]",
     "dit ce qui s’affiche quand, et ce qui est terminé", "says what is shown when, and what has ended", programme_command},
    {"publish", OPTION_OUT | OPTION_KEY | OPTION_EXPIRES, true, "FOLDER --out DIR [--key FILE] [--expires TIME]",
     "prépare le dossier à copier sur le serveur des écrans, après l’avoir vérifié",
     "makes the folder to copy to the screens’ server, after checking it", publish_command},
    {"keygen", OPTION_OUT | OPTION_NO_PASSWORD, false, "--out NAME [--no-password]",
     "fait une paire de clés pour signer ce qui est publié (NAME.key, NAME.pub)",
     "makes a pair of keys to sign what is published (NAME.key, NAME.pub)", keygen_command},
    {"sync", OPTION_ONCE | OPTION_STATE | OPTION_TRUSTED_KEY | OPTION_ALLOW_HTTP | OPTION_CA | OPTION_POLL | OPTION_PATIENCE | OPTION_SETTINGS | OPTION_SERVICE,
     false, "[URL|FOLDER] [--once] [--state DIR] [--trusted-key FILE]... [--allow-http] [--ca FILE] [--poll N] [--patience N] [--settings FILE]... [--service]",
     "va chercher le contenu publié, le vérifie, et le garde", "fetches what was published, checks it, and keeps it", sync_command},
    {"status", OPTION_JSON | OPTION_STATE | OPTION_SETTINGS, false, "[URL] [--json] [--state DIR]",
     "dit ce que l’écran a reçu, quand, et ce qui ne va pas", "says what the screen has received, when, and what is wrong", status_command},
};
enum { SUBCOMMANDS = sizeof subcommands / sizeof *subcommands };

const char command_agent[] = "parvis/" COMMAND_TEXT_OF(PARVIS_VERSION);

static const struct option long_options[] = {
    {"at", required_argument, NULL, OPTION_AT},         {"speed", required_argument, NULL, OPTION_SPEED},
    {"rotate", required_argument, NULL, OPTION_ROTATE}, {"window", optional_argument, NULL, OPTION_WINDOW},
    {"out", required_argument, NULL, OPTION_OUT},       {"size", required_argument, NULL, OPTION_SIZE},
    {"json", no_argument, NULL, OPTION_JSON},           {"strict", no_argument, NULL, OPTION_STRICT},
    {"from", required_argument, NULL, OPTION_FROM},     {"days", required_argument, NULL, OPTION_DAYS},
    {"sheet", no_argument, NULL, OPTION_SHEET},         {"settings", required_argument, NULL, OPTION_SETTINGS},
    {"key", required_argument, NULL, OPTION_KEY},       {"expires", required_argument, NULL, OPTION_EXPIRES},
    {"no-password", no_argument, NULL, OPTION_NO_PASSWORD},
    {"service", no_argument, NULL, OPTION_SERVICE},     {"lang", required_argument, NULL, 'l'},
    {"once", no_argument, NULL, OPTION_ONCE},           {"state", required_argument, NULL, OPTION_STATE},
    {"ca", required_argument, NULL, OPTION_CA},         {"trusted-key", required_argument, NULL, OPTION_TRUSTED_KEY},
    {"poll", required_argument, NULL, OPTION_POLL},     {"allow-http", no_argument, NULL, OPTION_ALLOW_HTTP},
    {"patience", required_argument, NULL, OPTION_PATIENCE},
    {"help", no_argument, NULL, 'h'},                   {NULL, 0, NULL, 0},
};

void command_say(const struct command *command, const char *french, const char *english, ...)
{
    va_list arguments;
    va_start(arguments, english);
    fputs("parvis: ", stderr);
    if (command->english)
        vfprintf(stderr, english, arguments);
    else
        vfprintf(stderr, french, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

static void command_help(const struct command *command, FILE *to)
{
    fputs(command->english ? "usage: parvis COMMAND ...\n\n" : "usage : parvis COMMANDE ...\n\n", to);
    for (size_t i = 0; i < SUBCOMMANDS; i++)
        fprintf(to, "  parvis %s %s\n      %s\n", subcommands[i].name, subcommands[i].usage,
                command->english ? subcommands[i].english : subcommands[i].french);
    fputs(command->english ? "\n  --lang fr|en chooses the language of messages.\n"
                           : "\n  --lang fr|en choisit la langue des messages.\n", to);
    fputs(command->english ? "  --version tells the version.\n" : "  --version donne la version.\n", to);
}

/* "1920x1080" */
static bool command_read_size(const char *text, int *width_px, int *height_px)
{
    char *end;
    long width = strtol(text, &end, 10);
    if (end == text || (*end != 'x' && *end != 'X'))
        return false;
    const char *second = end + 1;
    long height = strtol(second, &end, 10);
    if (end == second || *end != '\0' || width < LENGTH_LEAST_PX || width > LENGTH_MOST_PX || height < LENGTH_LEAST_PX ||
        height > LENGTH_MOST_PX)
        return false;
    *width_px = (int)width;
    *height_px = (int)height;
    return true;
}

static bool command_read_long(const char *text, long least, long most, long *value)
{
    char *end;
    long number = strtol(text, &end, 10);
    if (end == text || *end != '\0' || number < least || number > most)
        return false;
    *value = number;
    return true;
}

/* "60", "0.5" in thousandths. */
static bool command_read_permille(const char *text, long *permille)
{
    char *end;
    long whole = strtol(text, &end, 10), rest = 0;
    if (end == text || whole < 0 || whole > 1000000)
        return false;
    if (*end == '.' || *end == ',') {
        long weight = 100;
        for (end++; *end >= '0' && *end <= '9'; end++, weight /= 10)
            rest += (*end - '0') * weight;
    }
    *permille = whole * 1000 + rest;
    return *end == '\0' && *permille > 0;
}

/* The options of publish and keygen. */
static bool command_read_publishing(struct command *command, int option, const char *value)
{
    switch (option) {
    case OPTION_KEY:
        command->key = value;
        return value[0] != '\0';
    case OPTION_EXPIRES:
        command->expires = value;
        return value[0] != '\0';
    case OPTION_NO_PASSWORD:
        return command->no_password = true;
    default:
        return false;
    }
}

/* The options of what goes over the network. */
static bool command_read_network(struct command *command, int option, const char *value)
{
    long number = 0;
    switch (option) {
    case OPTION_ONCE:
        return command->once = true;
    case OPTION_SERVICE:
        return command->service = true;
    case OPTION_SETTINGS:
        if (command->settings_count == COMMAND_SETTINGS_MOST)
            return false;
        command->settings[command->settings_count++] = value;
        return true;
    case OPTION_ALLOW_HTTP:
        return command->allow_http = true;
    case OPTION_STATE:
        command->state = value;
        return value[0] != '\0';
    case OPTION_CA:
        command->ca = value;
        return value[0] != '\0';
    case OPTION_TRUSTED_KEY:
        if (command->trusted_key_count == COMMAND_KEYS_MOST)
            return false;
        command->trusted_keys[command->trusted_key_count++] = value;
        return value[0] != '\0';
    case OPTION_POLL:
        if (!command_read_long(value, POLL_LEAST_S, POLL_MOST_S, &number))
            return false;
        command->poll_s = (int)number;
        return true;
    case OPTION_PATIENCE:
        if (!command_read_long(value, 1, POLL_MOST_S, &number))
            return false;
        command->patience_s = (int)number;
        return true;
    default:
        return command_read_publishing(command, option, value);
    }
}

static bool command_read_option(struct command *command, int option, const char *value)
{
    long number = 0;
    switch (option) {
    case OPTION_AT:
        command->at = value;
        return true;
    case OPTION_FROM:
        command->from = value;
        return true;
    case OPTION_OUT:
        command->out = value;
        return true;
    case OPTION_JSON:
        return command->json = true;
    case OPTION_STRICT:
        return command->strict = true;
    case OPTION_SHEET:
        return command->sheet = true;
    case OPTION_WINDOW:
        command->window = true;
        return !value || command_read_size(value, &command->window_width_px, &command->window_height_px);
    case OPTION_SIZE:
        return command_read_size(value, &command->width_px, &command->height_px);
    case OPTION_SPEED:
        return command_read_permille(value, &command->speed_permille);
    case OPTION_ROTATE:
        if (!command_read_long(value, 0, 270, &number) || number % 90 != 0)
            return false;
        command->rotate_degrees = (int)number;
        command->rotate_said = true;
        return true;
    case OPTION_DAYS:
        if (!command_read_long(value, 1, DAYS_MOST, &number))
            return false;
        command->days = (int)number;
        return true;
    default:
        return command_read_network(command, option, value);
    }
}

static const char *command_option_name(int option)
{
    for (const struct option *known = long_options; known->name; known++)
        if (known->val == option)
            return known->name;
    return "?";
}

static void command_unknown_option(const struct command *command, const struct subcommand *subcommand, const char *word)
{
    for (const struct option *known = long_options; known->name; known++)
        if (strncmp(word, "--", 2) == 0 && strcmp(word + 2, known->name) == 0) {
            command_say(command, "il manque la valeur de %s ; exemple : parvis %s %s", "the value of %s is missing; example: parvis %s %s", word,
                        subcommand->name, subcommand->usage);
            return;
        }
    const char *names[sizeof long_options / sizeof *long_options];
    size_t count = 0;
    for (const struct option *known = long_options; known->name; known++)
        names[count++] = known->name;
    const char *nearest = diag_nearest(word + strspn(word, "-"), names, count);
    if (nearest)
        command_say(command, "option inconnue ou incomplète : %s ; vouliez-vous dire --%s ?",
                    "unknown or incomplete option: %s; did you mean --%s?", word, nearest);
    else
        command_say(command, "option inconnue : %s ; « parvis --help » les montre toutes",
                    "unknown option: %s; \"parvis --help\" shows them all", word);
}

/* The language first: messages about all other options need it. */
static void command_find_language(struct command *command, int argc, char **argv)
{
    for (int i = 1; i < argc && argv[i]; i++) {
        const char *value = strncmp(argv[i], "--lang=", 7) == 0 ? argv[i] + 7 : NULL;
        if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            value = argv[i + 1];
        if (value) {
            command->english = strcmp(value, "en") == 0;
            command->language_said = true;
        }
    }
}

/* argv of the subcommand: argv[0] is its name. False: a message was printed. */
static bool command_parse(struct command *command, const struct subcommand *subcommand, int argc, char **argv)
{
    opterr = 0;
    for (;;) {
        int option = getopt_long(argc, argv, "", long_options, NULL);
        if (option < 0)
            break;
        if (option == 'l')
            continue;
        if (option == '?') {
            command_unknown_option(command, subcommand, argv[optind - 1]);
            return false;
        }
        if (!(subcommand->options & (unsigned)option)) {
            command_say(command, "« parvis %s » ne connaît pas --%s", "\"parvis %s\" knows no --%s", subcommand->name,
                        command_option_name(option));
            return false;
        }
        if (!command_read_option(command, option, optarg)) {
            command_say(command, "valeur refusée pour --%s : %s ; exemple : parvis %s %s",
                        "value refused for --%s: %s; example: parvis %s %s", command_option_name(option), optarg ? optarg : "",
                        subcommand->name, subcommand->usage);
            return false;
        }
    }
    if (optind < argc)
        command->source = argv[optind++];
    if (optind < argc) {
        command_say(command, "un mot de trop : %s ; une seule source à la fois", "one word too many: %s; one source at a time",
                    argv[optind]);
        return false;
    }
    if (subcommand->needs_source && !command->source) {
        command_say(command, "il manque la source : parvis %s %s", "the source is missing: parvis %s %s", subcommand->name,
                    subcommand->usage);
        return false;
    }
    return true;
}

/* The program's own files lie beside it: in the source tree (build/parvis, build/asan/parvis), or under share/parvis. */
static const char *command_find_root(struct arena *arena)
{
    static const char *const places[] = {"..", "../..", "../share/parvis"};
    char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    const char *folder = ".";
    if (length > 0) {
        path[length] = '\0';
        folder = file_directory(arena, path);
    }
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *root = file_join(arena, folder, places[i]);
        if (file_is_directory(file_join(arena, root, "assets/themes")))
            return root;
    }
    return "/usr/share/parvis";
}

static const struct subcommand *command_find(const char *name)
{
    for (size_t i = 0; i < SUBCOMMANDS; i++)
        if (strcmp(subcommands[i].name, name) == 0)
            return &subcommands[i];
    return NULL;
}

int command_run(int argc, char **argv)
{
    struct command command = {.speed_permille = 1000, .width_px = 1920, .height_px = 1080, .days = 7};
    command_find_language(&command, argc, argv);
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0) {
        command_help(&command, argc < 2 ? stderr : stdout);
        return argc < 2 ? EXIT_USAGE : EXIT_FINE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("parvis " COMMAND_TEXT_OF(PARVIS_VERSION));
        return EXIT_FINE;
    }
    const struct subcommand *subcommand = command_find(argv[1]);
    if (!subcommand) {
        const char *names[SUBCOMMANDS];
        for (size_t i = 0; i < SUBCOMMANDS; i++)
            names[i] = subcommands[i].name;
        const char *nearest = diag_nearest(argv[1], names, SUBCOMMANDS);
        command_say(&command, "commande inconnue : %s ; essayez « parvis %s »", "unknown command: %s; try \"parvis %s\"", argv[1],
                    nearest ? nearest : "--help");
        return EXIT_USAGE;
    }
    for (int i = 2; i < argc; i++)
        if (strcmp(argv[i], "--help") == 0) {
            command_help(&command, stdout);
            return EXIT_FINE;
        }
    command.name = subcommand->name;
    if (!command_parse(&command, subcommand, argc - 1, argv + 1))
        return EXIT_USAGE;
    struct arena *arena = arena_create();
    command.root = command_find_root(arena);
    int code = subcommand->run(&command);
    arena_destroy(arena);
    return code;
}

bool command_time(const struct command *command, const char *text, const struct zone *zone, struct wall *wall)
{
    if (!text || instant_parse(text, zone, wall, NULL, NULL))
        return true;
    command_say(command, "« %s » n’est pas une date ; exemple : 2026-04-14 ou 2026-04-14T18:30:00+02:00",
                "\"%s\" is no date; example: 2026-04-14 or 2026-04-14T18:30:00+02:00", text);
    return false;
}

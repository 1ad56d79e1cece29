#include "slides/setup.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "content/playlist.h"
#include "slides/maker.h"
#include "slides/words.h"

#include <string.h>

enum { STEPS_MOST = 3, PROBLEM_MOST = 160, SOURCE_MOST = 56 };

/* What is said in each state; "%s" is the source. What stands behind "|" is to be typed or found as it is: a line of its own, without our
 * typography. */
struct phrases {
    const char *lead;
    const char *steps[STEPS_MOST];
};

static const struct phrases french[] = {
    [SETUP_NO_SOURCE] = {"Il ne sait pas encore où le trouver.",
                         {"Éteignez-le, et mettez sa carte mémoire dans un ordinateur.",
                          "À côté de config.txt, écrivez un fichier parvis.yaml d'une ligne :|source: https://…",
                          "Remettez la carte, et rallumez."}},
    [SETUP_NO_NETWORK] = {"Il n'a pas encore de réseau.",
                          {"Branchez un câble réseau, ou réglez le Wi-Fi (sudo nmtui).", "Il réessaie tout seul : rien d'autre à faire."}},
    [SETUP_WAITING] = {"Il va le chercher :|%s", {NULL}},
    [SETUP_PROBLEM] = {"%s", {NULL}},
    [SETUP_FOLDER] = {"Son dossier est vide.",
                      {"Déposez des articles (.md) et des images dans :|%s", "Ils sont à l'écran dans la seconde."}},
    [SETUP_NO_FOLDER] = {"Son dossier n'est pas là :|%s", {"Branchez la clé USB ou le disque qui le contient, ou créez-le."}},
    [SETUP_SETTINGS] = {"Ses réglages ont une erreur.", {NULL}},
};

static const struct phrases english[] = {
    [SETUP_NO_SOURCE] = {"It does not know where to find it yet.",
                         {"Switch it off, and put its memory card into a computer.",
                          "Beside config.txt, write a file parvis.yaml of one line:|source: https://…",
                          "Put the card back, and switch it on."}},
    [SETUP_NO_NETWORK] = {"It has no network yet.",
                          {"Plug in a network cable, or set up the Wi-Fi (sudo nmtui).", "It tries again by itself: nothing else to do."}},
    [SETUP_WAITING] = {"It is fetching it:|%s", {NULL}},
    [SETUP_PROBLEM] = {"%s", {NULL}},
    [SETUP_FOLDER] = {"Its folder is empty.", {"Put articles (.md) and pictures into:|%s", "They are on screen within a second."}},
    [SETUP_NO_FOLDER] = {"Its folder is not there:|%s", {"Plug in the USB stick or the disk that holds it, or make it."}},
    [SETUP_SETTINGS] = {"Its settings have an error.", {NULL}},
};

/* At most so many code points, "…" where it was cut. */
static const char *cut(struct arena *arena, const char *text, size_t most)
{
    if (!text || utf8_count(text) <= most)
        return text ? text : "";
    const char *at = text, *end = text + strlen(text);
    for (size_t i = 0; i + 1 < most; i++)
        utf8_next(&at, end);
    return arena_format(arena, "%.*s…", (int)(at - text), text);
}

/* The phrase with the source in its place, as a line. */
static struct text_line line_of(const struct maker *maker, const char *phrase, const char *source)
{
    struct arena *arena = maker->arena;
    const char *bar = strchr(phrase, '|'), *place = strstr(phrase, "%s");
    size_t length = bar ? (size_t)(bar - phrase) : strlen(phrase);
    if (!bar)
        return maker_line(maker, place ? source : phrase, 0);
    const struct text_line said = maker_line(maker, arena_copy_bytes(arena, phrase, length), 0);
    struct text *texts = arena_alloc(arena, (said.count + 1) * sizeof *texts);
    for (size_t i = 0; i < said.count; i++)
        texts[i] = said.texts[i];
    texts[said.count] = (struct text){arena_format(arena, "\n%s", place ? source : bar + 1), TEXT_STRONG};
    return (struct text_line){"", texts, said.count + 1};
}

static void add_step(struct slide *slide, struct text_line *lines, struct text_line line)
{
    lines[slide->body_count] = line;
    slide->body_count++;
    slide->body = lines;
}

/* What is to be done, or what is wrong in full. */
static void add_steps(const struct maker *maker, struct slide *slide, struct text_line *lines, const struct phrases *phrases)
{
    const struct setup *setup = maker->build->setup;
    const char *source = cut(maker->arena, setup->source, SOURCE_MOST);
    for (size_t i = 0; i < STEPS_MOST && phrases->steps[i]; i++)
        add_step(slide, lines, line_of(maker, phrases->steps[i], source));
    if (setup->state == SETUP_SETTINGS)
        add_step(slide, lines, maker_line(maker, cut(maker->arena, setup->problem, PROBLEM_MOST), 0));
    if (setup->state == SETUP_PROBLEM && source[0])
        add_step(slide, lines, line_of(maker, maker->english ? "Source:|%s" : "Source :|%s", source));
}

static void number_steps(const struct maker *maker, const struct slide *slide, struct text_line *lines)
{
    for (size_t i = 0; i < slide->body_count && slide->body_count > 1; i++)
        lines[i].marker = arena_format(maker->arena, "%zu", i + 1);
}

bool setup_applies(const struct build *build)
{
    static const char *const playlists[] = {".yaml", ".yml", NULL};
    return build->setup && build->playlist->item_count == 0 && !file_has_suffix(build->playlist->file, playlists);
}

struct slide setup_slide(struct arena *arena, const struct build *build)
{
    const struct setup *setup = build->setup;
    struct maker maker = maker_begin(arena, build, NULL, NULL);
    maker.english = setup->english;
    maker.words = words_for(setup->english ? "en" : "fr");
    const struct phrases *phrases = setup->english ? &english[setup->state] : &french[setup->state];
    const char *said = setup->state == SETUP_PROBLEM ? cut(arena, setup->problem, PROBLEM_MOST) : cut(arena, setup->source, SOURCE_MOST);
    struct slide slide = maker_slide(&maker, SLIDE_SETUP, 0, 0);
    struct text_line *lines = arena_alloc(arena, STEPS_MOST * sizeof *lines);
    slide.kicker = maker_line(&maker, "Parvis", 0);
    slide.title = maker_line(&maker, setup->english ? "This screen awaits content" : "Cet écran attend son contenu", 0);
    slide.lead = line_of(&maker, phrases->lead, said);
    add_steps(&maker, &slide, lines, phrases);
    number_steps(&maker, &slide, lines);
    slide.host_label = setup->english ? "Screen" : "Écran";
    slide.host = setup->host ? arena_copy(arena, setup->host) : "";
    for (size_t i = 0; i < setup->address_count && i < SLIDE_ADDRESSES_MOST; i++)
        slide.addresses[slide.address_count++] = arena_copy(arena, setup->addresses[i]);
    slide.no_address = setup->english ? "no network" : "pas de réseau";
    slide.language = setup->english ? "en" : "fr";
    maker_add(&maker, &slide);
    return maker.slides[0];
}

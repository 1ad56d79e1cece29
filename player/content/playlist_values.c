#include "content/playlist_values.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "content/playlist_reader.h"

#include <string.h>
#include <strings.h>

/* A run of text beyond 2 000 code points costs SDL2_ttf gigabytes, and nobody reads it on a wall. */
enum { VALUE_SHOWN_MOST = 60, VALUE_TEXT_MOST = 2000, VALUE_URL_MOST = 1000 };

struct place playlist_values_place(const struct playlist_reader *reader, const struct yaml_node *node)
{
    return (struct place){reader->playlist->file, node ? node->line : 0, node ? node->column : 0};
}

const char *playlist_values_shown(const struct playlist_reader *reader, const struct yaml_node *node)
{
    if (node->kind != YAML_SCALAR)
        return node->kind == YAML_LIST ? "[…]" : "{…}";
    const char *at = node->text, *end = at + strlen(at);
    struct buffer shown;
    buffer_init(&shown, reader->scratch);
    for (int count = 0; at < end; count++) {
        if (count == VALUE_SHOWN_MOST) {
            buffer_add(&shown, "…");
            break;
        }
        uint32_t codepoint = utf8_next(&at, end);
        buffer_add_codepoint(&shown, codepoint == '\n' || codepoint == '\t' ? ' ' : codepoint);
    }
    return shown.data;
}

bool playlist_values_refuse(const struct playlist_reader *reader, const struct yaml_node *node,
                            const struct playlist_expected *expected)
{
    diag_add(reader->diags, DIAG_ERROR, playlist_values_place(reader, node), expected->code,
             "« %s » n’est pas %s (attendu : %s)%.0s%.0s", "\"%s\" is not %.0s%.0s%s (expected: %s)",
             playlist_values_shown(reader, node), expected->french, expected->french_example, expected->english,
             expected->english_example);
    return false;
}

/* What a code point becomes in the small grammars; 0 keeps it. */
static char value_plain_char(uint32_t codepoint)
{
    switch (codepoint) {
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212:
    case 0xE0: case 0xC0: /* à, À */
        return '-';
    case 0xA0: case 0x202F: case 0x2009: case '\t': case '\n':
        return ' ';
    default:
        return codepoint >= 'A' && codepoint <= 'Z' ? (char)(codepoint - 'A' + 'a') : '\0';
    }
}

char *playlist_values_plain(const struct playlist_reader *reader, const char *text)
{
    const char *end = text + strlen(text);
    struct buffer plain;
    buffer_init(&plain, reader->scratch);
    while (text < end) {
        uint32_t codepoint = utf8_next(&text, end);
        char instead = value_plain_char(codepoint);
        if (instead)
            codepoint = (unsigned char)instead;
        if (codepoint != ' ' || plain.length > 0)
            buffer_add_codepoint(&plain, codepoint);
    }
    while (plain.length > 0 && plain.data[plain.length - 1] == ' ')
        buffer_truncate(&plain, plain.length - 1);
    return plain.data;
}

static bool value_is_blank(char character)
{
    return character == ' ' || character == '\n' || character == '\t';
}

bool playlist_values_text(const struct playlist_reader *reader, const struct yaml_node *node, const char **text)
{
    static const struct playlist_expected expected = {"text-expected", "un texte", "« Bienvenue »", "a text", "\"Welcome\""};
    if (yaml_is_null(node))
        return true;
    if (node->kind != YAML_SCALAR)
        return playlist_values_refuse(reader, node, &expected);
    size_t length = 0, bad = 0;
    char *clean = utf8_clean(reader->scratch, node->text, strlen(node->text), &length, &bad);
    while (length > 0 && value_is_blank(clean[length - 1]))
        length--;
    while (length > 0 && value_is_blank(*clean))
        clean++, length--;
    char *copy = arena_copy_bytes(reader->arena, clean, length);
    size_t characters = utf8_count(copy);
    if (characters > VALUE_TEXT_MOST) {
        diag_add(reader->diags, DIAG_ERROR, playlist_values_place(reader, node), "text-too-long",
                 "texte de %zu caractères (%d au plus) ; raccourcissez-le, ou faites-en un article",
                 "a text of %zu characters (%d at most); shorten it, or make it an article", characters, (int)VALUE_TEXT_MOST);
        return false;
    }
    *text = copy;
    return true;
}

/* Every character that may stand in an address; blanks and controls may not. */
static bool value_url_has_only_visible(const char *url)
{
    for (; *url; url++)
        if ((unsigned char)*url <= ' ' || *url == '"' || *url == '<' || *url == '>' || *url == '\\')
            return false;
    return true;
}

/* A host with a point in it (or a port, or localhost), or a mail address with its @. */
static bool value_is_url(const char *url)
{
    size_t length = strlen(url);
    if (length > VALUE_URL_MOST || !value_url_has_only_visible(url))
        return false;
    if (strncasecmp(url, "mailto:", 7) == 0) {
        const char *at = strchr(url + 7, '@');
        return at && at > url + 7 && strchr(at, '.') && at[1] != '.';
    }
    const char *host = strncasecmp(url, "https://", 8) == 0 ? url + 8 : strncasecmp(url, "http://", 7) == 0 ? url + 7 : NULL;
    if (!host)
        return false;
    size_t host_length = strcspn(host, "/?#");
    return host_length > 0 && host[0] != '.' && host[0] != ':' &&
           (memchr(host, '.', host_length) || memchr(host, ':', host_length) || strncmp(host, "localhost", 9) == 0);
}

bool playlist_values_url(const struct playlist_reader *reader, const struct yaml_node *node, const char **url)
{
    static const struct playlist_expected expected = {"link-invalid", "une adresse complète", "https://www.exemple.fr/page",
                                                      "a complete address", "https://www.example.org/page"};
    const char *text = NULL;
    if (!playlist_values_text(reader, node, &text))
        return false;
    if (!text || !*text)
        return true;
    if (!value_is_url(text))
        return playlist_values_refuse(reader, node, &expected);
    *url = text;
    return true;
}

bool playlist_values_bool(const struct playlist_reader *reader, const struct yaml_node *node, bool *value)
{
    static const struct playlist_expected expected = {"boolean-invalid", "oui ou non", "true ou false", "yes or no",
                                                      "true or false"};
    if (yaml_is_null(node) || yaml_bool(node, value))
        return true;
    return playlist_values_refuse(reader, node, &expected);
}

/* A word of staff and what it stands for; tables end with NULL. */
struct value_word {
    const char *word;
    unsigned value;
};

static bool value_lookup(const struct value_word *words, const char *text, unsigned *value)
{
    for (; words->word; words++)
        if (strcmp(words->word, text) == 0) {
            *value = words->value;
            return true;
        }
    return false;
}

bool playlist_values_transition(const struct playlist_reader *reader, const struct yaml_node *node, enum transition *transition)
{
    static const struct value_word words[] = {
        {"fade", TRANSITION_FADE},  {"fondu", TRANSITION_FADE}, {"none", TRANSITION_NONE},  {"aucune", TRANSITION_NONE},
        {"aucun", TRANSITION_NONE}, {"cut", TRANSITION_NONE},   {"coupe", TRANSITION_NONE}, {"non", TRANSITION_NONE},
        {"no", TRANSITION_NONE},    {"false", TRANSITION_NONE}, {"sans", TRANSITION_NONE},  {NULL, 0}};
    static const struct playlist_expected expected = {"transition-invalid", "une transition", "fondu ou aucune", "a transition",
                                                      "fade or none"};
    unsigned value = 0;
    if (yaml_is_null(node))
        return true;
    if (node->kind != YAML_SCALAR || !value_lookup(words, playlist_values_plain(reader, node->text), &value))
        return playlist_values_refuse(reader, node, &expected);
    *transition = (enum transition)value;
    return true;
}

/* One word of `show:`. The accents of "événement" and "échéance" are dropped by spelling them both ways. */
static bool value_show_word(const struct playlist_reader *reader, const struct yaml_node *node, unsigned *show)
{
    static const struct value_word words[] = {
        {"headline", SHOW_HEADLINE}, {"titre", SHOW_HEADLINE},      {"title", SHOW_HEADLINE},      {"une", SHOW_HEADLINE},
        {"section", SHOW_SECTION},   {"sections", SHOW_SECTION},    {"event", SHOW_EVENT},         {"events", SHOW_EVENT},
        {"evenement", SHOW_EVENT},   {"evenements", SHOW_EVENT},    {"événement", SHOW_EVENT},     {"événements", SHOW_EVENT},
        {"évènement", SHOW_EVENT},   {"évènements", SHOW_EVENT},    {"deadline", SHOW_DEADLINE},   {"deadlines", SHOW_DEADLINE},
        {"echeance", SHOW_DEADLINE}, {"echeances", SHOW_DEADLINE},  {"échéance", SHOW_DEADLINE},   {"échéances", SHOW_DEADLINE},
        {"picture", SHOW_PICTURE},   {"pictures", SHOW_PICTURE},    {"image", SHOW_PICTURE},       {"images", SHOW_PICTURE},
        {"photo", SHOW_PICTURE},     {"photos", SHOW_PICTURE},      {"all", 0},                    {"tout", 0},
        {NULL, 0}};
    static const struct playlist_expected expected = {
        "show-invalid", "une sorte d’écran", "titre, section, événement, échéance, image", "a kind of slide",
        "headline, section, event, deadline, picture"};
    unsigned value = 0;
    if (node->kind != YAML_SCALAR || !value_lookup(words, playlist_values_plain(reader, node->text), &value))
        return playlist_values_refuse(reader, node, &expected);
    *show |= value ? value : SHOW_HEADLINE | SHOW_SECTION | SHOW_EVENT | SHOW_DEADLINE | SHOW_PICTURE;
    return true;
}

/* "headline, event" without brackets is a plain scalar to YAML: it is taken apart at its commas. */
static bool value_show_scalar(const struct playlist_reader *reader, const struct yaml_node *node, unsigned *show)
{
    const char *at = node->text;
    for (bool more = true; more;) {
        size_t length = strcspn(at, ",");
        struct yaml_node part = *node;
        part.text = arena_copy_bytes(reader->scratch, at, length);
        if (!value_show_word(reader, &part, show))
            return false;
        more = at[length] == ',';
        at += length + (more ? 1 : 0);
    }
    return true;
}

bool playlist_values_show(const struct playlist_reader *reader, const struct yaml_node *node, unsigned *show)
{
    unsigned chosen = 0;
    bool good = true;
    if (yaml_is_null(node))
        return true;
    if (node->kind == YAML_SCALAR)
        good = value_show_scalar(reader, node, &chosen);
    else if (node->kind == YAML_LIST)
        for (size_t i = 0; i < node->count; i++)
            good = value_show_word(reader, node->items[i], &chosen) && good;
    else
        good = value_show_word(reader, node, &chosen);
    if (chosen)
        *show = chosen;
    return good;
}

bool playlist_values_priority(const struct playlist_reader *reader, const struct yaml_node *node, int *priority)
{
    static const struct playlist_expected expected = {"priority-invalid", "une priorité", "un nombre de 1 à 5", "a priority",
                                                      "a number from 1 to 5"};
    if (yaml_is_null(node))
        return true;
    if (node->kind != YAML_SCALAR || strlen(node->text) != 1 || node->text[0] < '1' ||
        node->text[0] > '0' + PLAYLIST_PRIORITY_MOST)
        return playlist_values_refuse(reader, node, &expected);
    *priority = node->text[0] - '0';
    return true;
}

/* Thousandths of a number with at most three decimals behind a point or a comma; moves behind it. */
static bool value_thousandths(const char **text, long *thousandths)
{
    long whole = 0, part = 0, scale = 1000;
    int digits = 0;
    for (; **text >= '0' && **text <= '9' && digits < 6; (*text)++, digits++)
        whole = whole * 10 + (**text - '0');
    if (digits == 0)
        return false;
    if ((**text == '.' || **text == ',') && (*text)[1] >= '0' && (*text)[1] <= '9')
        for ((*text)++; **text >= '0' && **text <= '9' && scale > 1; (*text)++) {
            scale /= 10;
            part += (**text - '0') * scale;
        }
    *thousandths = whole * 1000 + part;
    return true;
}

bool playlist_values_length(const struct playlist_reader *reader, const struct yaml_node *node, int bare_mm, int *length_mm)
{
    /* Tenths of a millimetre, for the inch. */
    static const struct value_word units[] = {{"mm", 10},      {"cm", 100},      {"m", 10000},     {"\"", 254},   {"''", 254},
                                              {"”", 254},      {"″", 254},       {"in", 254},      {"inch", 254}, {"inches", 254},
                                              {"pouce", 254},  {"pouces", 254},  {"metres", 10000}, {"mètres", 10000},
                                              {"mètre", 10000}, {"metre", 10000}, {NULL, 0}};
    static const struct playlist_expected expected = {"length-invalid", "une longueur", "55\" ou 140 cm ou 3 m", "a length",
                                                      "55\" or 140 cm or 3 m"};
    long thousandths = 0;
    if (yaml_is_null(node))
        return true;
    if (node->kind != YAML_SCALAR)
        return playlist_values_refuse(reader, node, &expected);
    const char *text = playlist_values_plain(reader, node->text);
    unsigned tenths_mm = (unsigned)bare_mm * 10;
    bool good = value_thousandths(&text, &thousandths);
    while (*text == ' ')
        text++;
    good = good && (*text == '\0' || value_lookup(units, text, &tenths_mm));
    long long length = (long long)thousandths * tenths_mm / 10000;
    if (!good || length < 100 || length > 100000)
        return playlist_values_refuse(reader, node, &expected);
    *length_mm = (int)length;
    return true;
}

#include "content/article_repair.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/yaml.h"

#include <ctype.h>
#include <string.h>

enum { REPAIRS_MOST = 16, KEY_LEAST = 3, SHOWN_MOST = 60 };

/* What Parvis reads. Common keys of sites that look like one of these stand in `others`. */
static const char *const used[] = {"title", "date", "categories", "chapeau-text", "description", "event_start_date", "event_end_date", "lieu", "adresse",
                                   "champs_informations", "lien", "lang", "published", "draft", "une-ou-diaporama", "alternative-textuelle", NULL};
static const char *const others[] = {"data", "dates", "lieux", "tile", "late", "gate", "rate", "liens", "link", "lead", "category", "categorie", "langs", "titre", "titles",
                                     "adresses", "land", "long", "dat_a", NULL};

static bool lists(const char *const *list, const char *word)
{
    for (; *list; list++)
        if (strcmp(*list, word) == 0)
            return true;
    return false;
}

/* One letter more, one less, another one, or two that changed places. */
static bool is_slip(const char *key, const char *known)
{
    size_t length = strlen(key), wanted = strlen(known), same = 0;
    while (same < length && same < wanted && key[same] == known[same])
        same++;
    const char *rest = key + same, *meant = known + same;
    if (length + 1 == wanted)
        return strcmp(rest, meant + 1) == 0;
    if (length == wanted + 1)
        return strcmp(rest + 1, meant) == 0;
    if (length != wanted || same == length)
        return false;
    bool swapped = rest[1] && rest[0] == meant[1] && rest[1] == meant[0] && strcmp(rest + 2, meant + 2) == 0;
    return swapped || strcmp(rest + 1, meant + 1) == 0;
}

const char *article_repair_meant(const char *key)
{
    if (strlen(key) < KEY_LEAST || lists(used, key) || lists(others, key))
        return NULL;
    for (size_t i = 0; used[i]; i++)
        if (is_slip(key, used[i]))
            return used[i];
    return NULL;
}

void article_repair_check(const struct yaml_node *map, const char *file, struct diags *diags)
{
    for (size_t i = 0; map && map->kind == YAML_MAP && i < map->count; i++) {
        const struct yaml_node *key = map->keys[i];
        const char *meant = article_repair_meant(key->text);
        if (meant && !yaml_get(map, meant))
            diag_add(diags, DIAG_WARNING, (struct place){file, key->line, key->column}, "front-key",
                     "clé « %s » : Parvis ne la lit pas ; vouliez-vous dire « %s » ?", "key \"%s\": Parvis does not read it; did you mean \"%s\"?", key->text, meant);
    }
}

static bool is_key_byte(char byte)
{
    return isalnum((unsigned char)byte) || byte == '_' || byte == '-' || (unsigned char)byte >= 0x80;
}

/* Where the plain value of "key: value" or "- key: value" begins in a line, or 0. */
static size_t find_value(const char *line, size_t length)
{
    size_t key = 0;
    while (key < length && (line[key] == ' ' || (line[key] == '-' && key + 1 < length && line[key + 1] == ' ')))
        key++;
    size_t at = key;
    while (at < length && is_key_byte(line[at]))
        at++;
    if (at == key || at + 1 >= length || line[at] != ':' || line[at + 1] != ' ')
        return 0;
    at += 1 + strspn(line + at + 1, " ");
    return at < length && !strchr("\"'|>[{&*!#", line[at]) ? at : 0;
}

/* Where line `index` begins; `length` when there are fewer. */
static size_t line_at(const char *text, size_t length, int index)
{
    size_t start = 0;
    for (; index > 0 && start < length; index--) {
        const char *next = memchr(text + start, '\n', length - start);
        start = next ? (size_t)(next - text) + 1 : length;
    }
    return start;
}

/* The text with line `index` indented as the one before it, when that is and this one is no key: a line of a value that slipped to the left. NULL
 * when it is no such thing. */
static const char *indent_line(struct arena *arena, const char *text, size_t *length, int index, const char **shown)
{
    size_t start = line_at(text, *length, index), before = index > 0 ? line_at(text, *length, index - 1) : start;
    size_t indent = strspn(text + before, " "), word = start;
    while (word < *length && is_key_byte(text[word]))
        word++;
    bool words = word > start && word < *length && text[word] == ' ';
    if (before >= start || indent == 0 || before + indent >= start - 1 || !words)
        return NULL;
    struct buffer buffer;
    buffer_init(&buffer, arena);
    buffer_add_bytes(&buffer, text, start);
    for (size_t i = 0; i < indent; i++)
        buffer_add_char(&buffer, ' ');
    buffer_add_bytes(&buffer, text + start, *length - start);
    const char *stop = memchr(text + start, '\n', *length - start);
    size_t end = stop ? (size_t)(stop - text) : *length;
    *shown = arena_copy_bytes(arena, text + start, end - start < SHOWN_MOST ? end - start : SHOWN_MOST);
    *length = buffer.length;
    return buffer.data;
}

/* The text with the value of line `index` in quotes, or NULL when that line is no such thing. */
static const char *quote_line(struct arena *arena, const char *text, size_t *length, int index, const char **shown)
{
    size_t start = line_at(text, *length, index);
    if (start >= *length)
        return NULL;
    const char *stop = memchr(text + start, '\n', *length - start);
    size_t end = stop ? (size_t)(stop - text) : *length, value = find_value(text + start, end - start);
    while (end > start && strchr(" \t\r", text[end - 1]))
        end--;
    if (!value || !(memchr(text + start + value, ':', end - start - value) || strchr("@`%", text[start + value])))
        return NULL;
    struct buffer buffer;
    buffer_init(&buffer, arena);
    buffer_add_bytes(&buffer, text, start + value);
    buffer_add_char(&buffer, '"');
    for (size_t i = start + value; i < end; i++) {
        if (text[i] == '"' || text[i] == '\\')
            buffer_add_char(&buffer, '\\');
        buffer_add_char(&buffer, text[i]);
    }
    buffer_add_char(&buffer, '"');
    buffer_add_bytes(&buffer, text + end, *length - end);
    *length = buffer.length;
    *shown = arena_copy_bytes(arena, text + start, end - start < SHOWN_MOST ? end - start : SHOWN_MOST);
    return buffer.data;
}

/* The text with line `index` mended, which the staff is told; NULL when nothing helps. */
static const char *repair_line(struct arena *arena, const char *text, size_t *length, struct place place, int index, struct diags *repairs)
{
    const char *shown = NULL, *quoted = quote_line(arena, text, length, index, &shown);
    if (quoted) {
        diag_add(repairs, DIAG_WARNING, place, "front-colon", "« %s » : un « : » de trop ; la valeur est lue jusqu’au bout de la ligne, mettez-la entre guillemets",
                 "\"%s\": one \":\" too many; the value is read to the end of its line, put it in quotes", shown + strspn(shown, " -"));
        return quoted;
    }
    const char *indented = indent_line(arena, text, length, index, &shown);
    if (indented)
        diag_add(repairs, DIAG_WARNING, place, "front-indent", "« %s » : cette ligne est lue comme la suite de la précédente ; alignez-la sur elle",
                 "\"%s\": this line is read as the continuation of the one before; indent it as that", shown);
    return indented;
}

const struct yaml_node *article_repair_parse(struct arena *arena, const char *text, size_t length, const char *file, int line,
                                             struct diags *diags)
{
    struct diags first, repairs, found;
    diag_init(&first);
    diag_init(&repairs);
    const struct yaml_node *root = yaml_parse(arena, text, length, file, line, &first);
    int wrong = first.errors && first.count ? first.items[first.count - 1].place.line : 0;
    for (int i = 0; !root && wrong >= line && i < REPAIRS_MOST; i++) {
        text = repair_line(arena, text, &length, (struct place){file, wrong, 0}, wrong - line, &repairs);
        if (!text)
            break;
        diag_init(&found);
        root = yaml_parse(arena, text, length, file, line, &found);
        wrong = found.errors && found.count ? found.items[found.count - 1].place.line : 0;
        if (root)
            diag_append(&repairs, &found);
        diag_finish(&found);
    }
    diag_append(diags, root && repairs.count ? &repairs : &first);
    diag_finish(&repairs);
    diag_finish(&first);
    return root;
}

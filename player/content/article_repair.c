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

/* The text with the value of line `index` in quotes, or NULL when that line is no such thing. */
static const char *quote_line(struct arena *arena, const char *text, size_t *length, int index, const char **shown)
{
    size_t start = 0;
    for (; index > 0; index--) {
        const char *next = memchr(text + start, '\n', *length - start);
        if (!next)
            return NULL;
        start = (size_t)(next - text) + 1;
    }
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

const struct yaml_node *article_repair_parse(struct arena *arena, const char *text, size_t length, const char *file, int line,
                                             struct diags *diags)
{
    struct diags first, repairs, found;
    diag_init(&first);
    diag_init(&repairs);
    const struct yaml_node *root = yaml_parse(arena, text, length, file, line, &first);
    int wrong = first.errors && first.count ? first.items[first.count - 1].place.line : 0;
    for (int i = 0; !root && wrong >= line && i < REPAIRS_MOST; i++) {
        const char *shown = NULL;
        text = quote_line(arena, text, &length, wrong - line, &shown);
        if (!text)
            break;
        diag_add(&repairs, DIAG_WARNING, (struct place){file, wrong, 0}, "front-colon",
                 "« %s » : un « : » de trop ; la valeur est lue jusqu’au bout de la ligne, mettez-la entre guillemets",
                 "\"%s\": one \":\" too many; the value is read to the end of its line, put it in quotes", shown + strspn(shown, " -"));
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

#include "content/playlist_items.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "base/zone.h"
#include "content/picture.h"
#include "content/playlist_correct.h"
#include "content/playlist_files.h"
#include "content/playlist_reader.h"
#include "content/playlist_times.h"
#include "content/playlist_values.h"

#include <string.h>

enum { MESSAGE_TITLE_MOST = 90 };

enum {
    ON_ARTICLE = 1u << ITEM_ARTICLE,
    ON_PICTURE = 1u << ITEM_IMAGE | 1u << ITEM_CAROUSEL,
    ON_EVENT = 1u << ITEM_EVENT,
    ON_DEADLINE = 1u << ITEM_DEADLINE,
    ON_MESSAGE = 1u << ITEM_MESSAGE,
    ON_AGENDA = 1u << ITEM_AGENDA
};

/* In the order of enum item_kind. */
static const char *const item_kinds[] = {"article", "image", "carousel", "event", "deadline", "message", "agenda"};
enum { ITEM_KINDS = sizeof item_kinds / sizeof *item_kinds };

/* Keys beside the kind; what says the words of an event may stand here or in the map behind `event:`. */
static const struct playlist_key item_keys[] = {
    {"article", NULL, 0},
    {"image", NULL, 0},
    {"carousel", NULL, 0},
    {"event", NULL, 0},
    {"deadline", NULL, 0},
    {"message", NULL, 0},
    {"agenda", NULL, 0},
    {"from", NULL, 0},
    {"until", NULL, 0},
    {"days", "jours", 0},
    {"hours", "heures", 0},
    {"dwell", "duree", 0},
    {"transition", NULL, 0},
    {"priority", "priorite", 0},
    {"urgent", NULL, 0},
    {"show", NULL, ON_ARTICLE},
    {"correct", NULL, ON_ARTICLE},
    {"alt", NULL, ON_PICTURE},
    {"title", "titre", ON_PICTURE | ON_EVENT | ON_DEADLINE | ON_MESSAGE | ON_AGENDA},
    {"text", "texte", ON_PICTURE | ON_EVENT | ON_DEADLINE | ON_MESSAGE},
    {"link", "lien", ON_PICTURE | ON_EVENT | ON_DEADLINE | ON_MESSAGE},
    {"label", "libelle", ON_PICTURE | ON_EVENT | ON_DEADLINE | ON_MESSAGE},
    {"place", "lieu", ON_EVENT},
    {"start", "debut", ON_EVENT},
    {"end", "fin", ON_EVENT | ON_DEADLINE},
    {"date", NULL, ON_EVENT | ON_DEADLINE},
};

static const struct playlist_key inner_keys[] = {
    {"title", "titre", 0},
    {"text", "texte", ON_EVENT | ON_DEADLINE | ON_MESSAGE},
    {"link", "lien", ON_EVENT | ON_DEADLINE | ON_MESSAGE},
    {"label", "libelle", ON_EVENT | ON_DEADLINE | ON_MESSAGE},
    {"place", "lieu", ON_EVENT},
    {"start", "debut", ON_EVENT},
    {"end", "fin", ON_EVENT | ON_DEADLINE},
    {"date", NULL, ON_EVENT | ON_DEADLINE},
    {"until", NULL, ON_DEADLINE},
};

/* An item being read: the whole map, and the node behind its kind. */
struct draft {
    struct item item;
    const struct yaml_node *node;
    const struct yaml_node *value;
};

static const struct playlist_key *item_find_key(const struct playlist_key *keys, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(keys[i].name, word) == 0 || (keys[i].synonym && strcmp(keys[i].synonym, word) == 0))
            return &keys[i];
    return NULL;
}

static void item_unknown_key(const struct playlist_reader *reader, const struct yaml_node *key, const struct playlist_key *keys,
                             size_t count)
{
    const char **names = arena_alloc(reader->scratch, (count + 1) * sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = keys[i].name;
    const char *nearest = diag_nearest(key->text, names, count);
    struct place place = playlist_values_place(reader, key);
    const char *shown = playlist_values_shown(reader, key);
    if (nearest) {
        diag_add(reader->diags, DIAG_WARNING, place, "key-unknown", "clé « %s » inconnue ; vouliez-vous dire « %s » ?",
                 "unknown key \"%s\"; did you mean \"%s\"?", shown, nearest);
        return;
    }
    struct buffer all;
    buffer_init(&all, reader->scratch);
    for (size_t i = 0; i < count; i++)
        buffer_format(&all, "%s%s", i ? ", " : "", names[i]);
    diag_add(reader->diags, DIAG_WARNING, place, "key-unknown", "clé « %s » inconnue ; supprimez-la (clés possibles : %s)",
             "unknown key \"%s\"; remove it (possible keys: %s)", shown, all.data);
}

void playlist_items_check_keys(const struct playlist_reader *reader, const struct yaml_node *map, const struct playlist_key *keys,
                               size_t key_count, unsigned kinds)
{
    if (!map || map->kind != YAML_MAP)
        return;
    for (size_t i = 0; i < map->count; i++) {
        const struct playlist_key *key = item_find_key(keys, key_count, map->keys[i]->text);
        if (!key)
            item_unknown_key(reader, map->keys[i], keys, key_count);
        else if (kinds && key->kinds && !(key->kinds & kinds))
            diag_add(reader->diags, DIAG_WARNING, playlist_values_place(reader, map->keys[i]), "key-useless",
                     "« %s » n’a pas d’effet sur cet élément ; supprimez cette ligne",
                     "\"%s\" has no effect on this item; remove this line", playlist_values_shown(reader, map->keys[i]));
    }
}

/* The value of a key or of its synonym: first in the map behind the kind, then beside it. */
static const struct yaml_node *draft_get(const struct draft *draft, const char *name)
{
    const struct playlist_key *key = item_find_key(item_keys, sizeof item_keys / sizeof *item_keys, name);
    const struct yaml_node *maps[] = {draft->value, draft->node};
    for (size_t i = 0; i < 2; i++) {
        const struct yaml_node *found = yaml_get(maps[i], name);
        if (!found && key && key->synonym)
            found = yaml_get(maps[i], key->synonym);
        if (found)
            return found;
    }
    return NULL;
}

/* As draft_get, but beside the kind only: `until` of an item is not `until` of its deadline. */
static const struct yaml_node *draft_beside(const struct draft *draft, const char *name)
{
    struct draft outer = {.node = draft->node};
    return draft_get(&outer, name);
}

struct item playlist_items_default(const struct playlist_reader *reader)
{
    return (struct item){
        .place = {.file = reader->playlist->file},
        .days = 127,
        .dwell_ms = reader->playlist->dwell_ms,
        .transition = reader->playlist->transition,
        .priority = 1,
    };
}

void playlist_items_add(struct playlist_reader *reader, const struct item *item)
{
    if (reader->count >= PLAYLIST_MOST_ITEMS) {
        if (!reader->full)
            diag_add(reader->diags, DIAG_ERROR, item->place, "items-too-many",
                     "plus de %d éléments ; les suivants sont ignorés, partagez la liste",
                     "more than %d items; the others are ignored, split the playlist", (int)PLAYLIST_MOST_ITEMS);
        reader->full = true;
        return;
    }
    reader->items = arena_grow(reader->scratch, reader->items, reader->count, &reader->capacity, sizeof *reader->items);
    reader->items[reader->count++] = *item;
}

/* When it plays. Bad: the item is left out, since at a wrong time it would be worse than missing. */
static bool draft_schedule(struct playlist_reader *reader, struct draft *draft)
{
    struct item *item = &draft->item;
    const struct yaml_node *from = draft_beside(draft, "from"), *until = draft_beside(draft, "until");
    bool has_time = false, good = true;
    if (!yaml_is_null(from)) {
        item->has_from = playlist_times_instant(reader, from, &item->from, &has_time);
        good = item->has_from;
    }
    if (!yaml_is_null(until)) {
        item->has_until = playlist_times_end(reader, until, NULL, &item->until, &has_time);
        good = item->has_until && good;
    }
    good = playlist_times_days(reader, draft_beside(draft, "days"), &item->days) && good;
    good = playlist_times_hours(reader, draft_beside(draft, "hours"), &item->hours_start_min, &item->hours_end_min) && good;
    if (good && item->has_from && item->has_until && item->from.ms >= item->until.ms)
        diag_add(reader->diags, DIAG_WARNING, playlist_values_place(reader, until), "dates-order",
                 "« until: %s » n’est pas après « from: %s » : l’élément ne sera jamais montré ; corrigez l’une des deux dates",
                 "\"until: %s\" is not after \"from: %s\": the item will never be shown; correct one of the dates",
                 playlist_values_shown(reader, until), playlist_values_shown(reader, from));
    return good;
}

/* How it plays. Bad: the default stands. */
static void draft_manner(struct playlist_reader *reader, struct draft *draft)
{
    struct item *item = &draft->item;
    playlist_times_dwell(reader, draft_beside(draft, "dwell"), &item->dwell_ms);
    playlist_values_transition(reader, draft_beside(draft, "transition"), &item->transition);
    playlist_values_priority(reader, draft_beside(draft, "priority"), &item->priority);
    playlist_values_bool(reader, draft_beside(draft, "urgent"), &item->urgent);
    if (item->kind == ITEM_ARTICLE) {
        playlist_values_show(reader, draft_beside(draft, "show"), &item->show);
        playlist_correct_read(reader, draft_beside(draft, "correct"), &item->correct);
    }
}

/* The words of an item that is written in the playlist itself. Bad words leave the item out: half a notice misleads. */
static bool draft_words(struct playlist_reader *reader, struct draft *draft)
{
    struct item *item = &draft->item;
    bool good = true;
    if (draft->value && draft->value->kind == YAML_SCALAR && item->kind != ITEM_AGENDA)
        good = playlist_values_text(reader, draft->value, &item->title);
    if (item->kind == ITEM_MESSAGE && item->title &&
        (strchr(item->title, '\n') || utf8_count(item->title) > MESSAGE_TITLE_MOST)) {
        item->text = item->title;
        item->title = NULL;
    }
    good = playlist_values_text(reader, draft_get(draft, "title"), &item->title) && good;
    good = playlist_values_text(reader, draft_get(draft, "text"), &item->text) && good;
    good = playlist_values_text(reader, draft_get(draft, "place"), &item->where) && good;
    good = playlist_values_text(reader, draft_get(draft, "label"), &item->label) && good;
    playlist_values_url(reader, draft_get(draft, "link"), &item->link);
    return good;
}

static bool draft_missing(struct playlist_reader *reader, const struct draft *draft, const char *code, const char *key,
                          const char *example)
{
    diag_add(reader->diags, DIAG_ERROR, draft->item.place, code, "il manque « %s » à cet élément ; ajoutez « %s: %s »",
             "this item has no \"%s\"; add \"%s: %s\"", key, key, example);
    return false;
}

static bool draft_event(struct playlist_reader *reader, struct draft *draft)
{
    struct item *item = &draft->item;
    const struct yaml_node *start = draft_get(draft, "start"), *end = draft_get(draft, "end");
    bool start_has_time = false, end_has_time = false;
    if (!start)
        start = draft_get(draft, "date");
    if (yaml_is_null(start))
        return draft_missing(reader, draft, "event-start-missing", "start", "2026-05-10 14:30");
    if (!item->title || !item->title[0])
        return draft_missing(reader, draft, "title-missing", "title", "Portes ouvertes");
    item->has_start = playlist_times_instant(reader, start, &item->start, &start_has_time);
    if (!item->has_start)
        return false;
    item->has_time = start_has_time;
    if (yaml_is_null(end)) {
        item->has_end = !start_has_time;
        item->end = start_has_time ? item->start : zone_day_start(reader->playlist->zone, item->start, 1);
        return true;
    }
    item->has_end = playlist_times_end(reader, end, &item->start, &item->end, &end_has_time);
    item->has_time = start_has_time || end_has_time;
    if (item->has_end && item->end.ms <= item->start.ms) {
        diag_add(reader->diags, DIAG_ERROR, playlist_values_place(reader, end), "dates-order",
                 "la fin « %s » n’est pas après le début ; corrigez l’une des deux", "the end \"%s\" is not after the start; correct one of them",
                 playlist_values_shown(reader, end));
        return false;
    }
    return item->has_end;
}

/* A deadline's own date; without one the item's `until` is meant, which then no longer hides the item ("closed" is still to be said). */
static bool draft_deadline(struct playlist_reader *reader, struct draft *draft)
{
    static const char *const names[] = {"end", "date", "until"};
    struct item *item = &draft->item;
    const struct yaml_node *end = yaml_get(draft->value, "until");
    for (size_t i = 0; i < sizeof names / sizeof *names && !end; i++)
        end = draft_get(draft, names[i]);
    if (yaml_is_null(end))
        return draft_missing(reader, draft, "deadline-date-missing", "end", "2026-05-02 12:00");
    if (!item->title || !item->title[0])
        return draft_missing(reader, draft, "title-missing", "title", "Appel à projets");
    if (end == yaml_get(draft->node, "until"))
        item->has_until = false;
    item->has_end = playlist_times_end(reader, end, NULL, &item->end, &item->has_time);
    return item->has_end;
}

static bool draft_written(struct playlist_reader *reader, struct draft *draft)
{
    struct item *item = &draft->item;
    playlist_items_check_keys(reader, draft->value, inner_keys, sizeof inner_keys / sizeof *inner_keys, 1u << item->kind);
    if (!draft_words(reader, draft))
        return false;
    if (item->kind == ITEM_EVENT)
        return draft_event(reader, draft);
    if (item->kind == ITEM_DEADLINE)
        return draft_deadline(reader, draft);
    if (item->kind == ITEM_MESSAGE && !item->title && !item->text)
        return draft_missing(reader, draft, "text-missing", "text", "Bienvenue");
    return true;
}

static void draft_add_articles(struct playlist_reader *reader, struct draft *draft)
{
    size_t count = 0;
    const struct item_file *files = playlist_files_find(reader, draft->value, playlist_files_articles, &count);
    for (size_t i = 0; i < count; i++) {
        draft->item.files = &files[i];
        draft->item.file_count = 1;
        playlist_items_add(reader, &draft->item);
    }
}

/* Pictures are one item together; what stands behind `image:` is a path, so words are looked for beside it only. */
static void draft_add_pictures(struct playlist_reader *reader, struct draft *draft)
{
    size_t count = 0;
    const char *alt = NULL;
    struct item_file *files = playlist_files_find(reader, draft->value, picture_suffixes, &count);
    struct draft beside = {.item = draft->item, .node = draft->node};
    playlist_values_text(reader, draft_beside(draft, "alt"), &alt);
    if (count == 0 || !draft_words(reader, &beside))
        return;
    for (size_t i = 0; i < count; i++)
        if (!files[i].alt)
            files[i].alt = alt;
    beside.item.files = files;
    beside.item.file_count = count;
    if (count > 1)
        beside.item.kind = ITEM_CAROUSEL;
    playlist_items_add(reader, &beside.item);
}

static void draft_finish(struct playlist_reader *reader, struct draft *draft)
{
    struct item *item = &draft->item;
    item->place = playlist_values_place(reader, draft->node);
    if (item->kind == ITEM_ARTICLE)
        draft_add_articles(reader, draft);
    else if (item->kind == ITEM_IMAGE || item->kind == ITEM_CAROUSEL)
        draft_add_pictures(reader, draft);
    else if (draft_written(reader, draft))
        playlist_items_add(reader, item);
}

/* "- articles/a.md": the ending says what it is. */
static void item_read_scalar(struct playlist_reader *reader, const struct yaml_node *node)
{
    static const struct playlist_expected expected = {"item-invalid", "un élément", "- article: articles/appel.md", "an item",
                                                      "- article: articles/call.md"};
    struct draft draft = {.item = playlist_items_default(reader), .node = node, .value = node};
    if (file_has_suffix(node->text, playlist_files_articles))
        draft.item.kind = ITEM_ARTICLE;
    else if (file_has_suffix(node->text, picture_suffixes))
        draft.item.kind = ITEM_IMAGE;
    else {
        playlist_values_refuse(reader, node, &expected);
        return;
    }
    draft_finish(reader, &draft);
}

/* Finds the one kind of a map; false with an error when there is none, or more than one. */
static bool item_kind_of(struct playlist_reader *reader, struct draft *draft)
{
    int found = -1;
    for (int kind = 0; kind < ITEM_KINDS; kind++) {
        const struct yaml_node *value = yaml_get(draft->node, item_kinds[kind]);
        if (!value)
            continue;
        if (found >= 0) {
            diag_add(reader->diags, DIAG_ERROR, playlist_values_place(reader, value), "item-kind-twice",
                     "« %s » et « %s » dans le même élément ; faites-en deux, chacun avec son tiret",
                     "\"%s\" and \"%s\" in one item; make two of it, each with its dash", item_kinds[found], item_kinds[kind]);
            return false;
        }
        found = kind;
        draft->value = value;
    }
    if (found < 0) {
        diag_add(reader->diags, DIAG_ERROR, playlist_values_place(reader, draft->node), "item-kind-missing",
                 "cet élément ne dit pas ce qu’il montre ; ajoutez article, image, carousel, event, deadline, message ou agenda",
                 "this item does not say what it shows; add article, image, carousel, event, deadline, message or agenda");
        return false;
    }
    draft->item.kind = (enum item_kind)found;
    return true;
}

static void item_read(struct playlist_reader *reader, const struct yaml_node *node)
{
    static const struct playlist_expected expected = {"item-invalid", "un élément", "- article: articles/appel.md", "an item",
                                                      "- article: articles/call.md"};
    if (node->kind == YAML_SCALAR) {
        item_read_scalar(reader, node);
        return;
    }
    if (node->kind == YAML_LIST) {
        playlist_values_refuse(reader, node, &expected);
        return;
    }
    struct draft draft = {.item = playlist_items_default(reader), .node = node};
    bool known = item_kind_of(reader, &draft);
    playlist_items_check_keys(reader, node, item_keys, sizeof item_keys / sizeof *item_keys, known ? 1u << draft.item.kind : 0);
    if (!known || !draft_schedule(reader, &draft))
        return;
    draft_manner(reader, &draft);
    draft_finish(reader, &draft);
}

void playlist_items_read(struct playlist_reader *reader, const struct yaml_node *list)
{
    for (size_t i = 0; i < list->count; i++)
        item_read(reader, list->items[i]);
}

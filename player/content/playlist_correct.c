#include "content/playlist_correct.h"

#include "base/arena.h"
#include "base/yaml.h"
#include "base/zone.h"
#include "content/playlist_items.h"
#include "content/playlist_reader.h"
#include "content/playlist_times.h"
#include "content/playlist_values.h"

enum { CORRECTIONS_MOST = 200 };

static const struct yaml_node *correct_get(const struct yaml_node *map, const char *name, const char *synonym)
{
    const struct yaml_node *value = yaml_get(map, name);
    return value ? value : yaml_get(map, synonym);
}

/* `false` drops what the article says; anything else, also a wrong `true`, is read as a value. */
static bool correct_drops(const struct yaml_node *node)
{
    bool value = true;
    return yaml_bool(node, &value) && !value;
}

static void correct_deadline(struct playlist_reader *reader, const struct yaml_node *node, struct correction *correction)
{
    if (yaml_is_null(node))
        return;
    correction->drop_deadline = correct_drops(node);
    if (!correction->drop_deadline)
        correction->has_deadline = playlist_times_end(reader, node, NULL, &correction->deadline, &correction->deadline_has_time);
}

/* Start, end and place. A day without hours lasts until midnight; a place alone corrects the place of what the article says. */
static void correct_event_times(struct playlist_reader *reader, const struct yaml_node *start, const struct yaml_node *end,
                                struct correction *correction)
{
    bool has_time = false, end_has_time = false;
    if (yaml_is_null(start)) {
        if (!yaml_is_null(end))
            diag_add(reader->diags, DIAG_ERROR, playlist_values_place(reader, end), "event-start-missing",
                     "une fin sans début ; ajoutez « start: 2026-05-10 14:30 »", "an end without a start; add \"start: 2026-05-10 14:30\"");
        return;
    }
    if (!playlist_times_instant(reader, start, &correction->event_start, &has_time))
        return;
    correction->event_all_day = !has_time;
    correction->event_has_end = !has_time;
    correction->event_end = has_time ? correction->event_start : zone_day_start(reader->playlist->zone, correction->event_start, 1);
    correction->has_event = true;
    if (yaml_is_null(end))
        return;
    struct wall until;
    if (!playlist_times_end(reader, end, &correction->event_start, &until, &end_has_time)) {
        correction->has_event = false;
    } else if (until.ms <= correction->event_start.ms) {
        correction->has_event = false;
        diag_add(reader->diags, DIAG_ERROR, playlist_values_place(reader, end), "dates-order",
                 "la fin « %s » n’est pas après le début ; corrigez l’une des deux", "the end \"%s\" is not after the start; correct one of them",
                 playlist_values_shown(reader, end));
    } else {
        correction->event_end = until;
        correction->event_has_end = true;
        correction->event_all_day = !has_time && !end_has_time;
    }
}

static void correct_event(struct playlist_reader *reader, const struct yaml_node *node, struct correction *correction)
{
    static const struct playlist_key keys[] = {{"start", "debut", 0}, {"end", "fin", 0}, {"place", "lieu", 0}};
    if (yaml_is_null(node))
        return;
    correction->drop_event = correct_drops(node);
    if (correction->drop_event)
        return;
    if (node->kind != YAML_MAP) {
        correct_event_times(reader, node, NULL, correction);
        return;
    }
    playlist_items_check_keys(reader, node, keys, sizeof keys / sizeof *keys, 0);
    correct_event_times(reader, correct_get(node, "start", "debut"), correct_get(node, "end", "fin"), correction);
    playlist_values_text(reader, correct_get(node, "place", "lieu"), &correction->event_place);
}

/* The day that the article says, of the one thing that is meant. */
static void correct_day(struct playlist_reader *reader, const struct yaml_node *node, struct correction *correction)
{
    bool has_time = false;
    if (yaml_is_null(node) || !playlist_times_instant(reader, node, &correction->day, &has_time))
        return;
    correction->day = zone_day_start(reader->playlist->zone, correction->day, 0);
    correction->has_day = true;
}

/* Several: each in its own place behind the first. */
static void correct_list(struct playlist_reader *reader, const struct yaml_node *node, struct correction *correction)
{
    struct correction *last = correction;
    for (size_t i = 0; i < node->count && i < CORRECTIONS_MOST; i++) {
        struct correction *one = correction->present ? arena_alloc(reader->arena, sizeof *one) : correction;
        if (node->items[i]->kind == YAML_LIST)
            continue;
        *one = (struct correction){.present = false};
        playlist_correct_read(reader, node->items[i], one);
        if (!one->present || one == correction)
            continue;
        last->next = one;
        last = one;
    }
}

void playlist_correct_read(struct playlist_reader *reader, const struct yaml_node *node, struct correction *correction)
{
    static const struct playlist_key keys[] = {{"day", "jour", 0}, {"deadline", "echeance", 0}, {"event", "evenement", 0}, {"link", "lien", 0}};
    static const struct playlist_expected expected = {"correct-invalid", "une correction", "correct: {deadline: 2026-05-02 12:00}",
                                                      "a correction", "correct: {deadline: 2026-05-02 12:00}"};
    if (yaml_is_null(node))
        return;
    if (node->kind == YAML_LIST) {
        correct_list(reader, node, correction);
        return;
    }
    if (node->kind != YAML_MAP) {
        playlist_values_refuse(reader, node, &expected);
        return;
    }
    correction->present = true;
    correction->file = reader->playlist->file;
    correction->line = node->line;
    playlist_items_check_keys(reader, node, keys, sizeof keys / sizeof *keys, 0);
    correct_day(reader, correct_get(node, "day", "jour"), correction);
    correct_deadline(reader, correct_get(node, "deadline", "echeance"), correction);
    correct_event(reader, correct_get(node, "event", "evenement"), correction);
    const struct yaml_node *link = correct_get(node, "link", "lien");
    correction->drop_link = correct_drops(link);
    if (!correction->drop_link)
        playlist_values_url(reader, link, &correction->link);
}

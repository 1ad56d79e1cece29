#include "content/deadlines.h"

#include "base/arena.h"
#include "base/civil.h"
#include "base/diag.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/passages_spans.h"

#include <string.h>

enum { SUBJECT_MOST = 70, MOVED_REACH = 200, CONTRADICTION_DAYS = 120 };

/* All readings of one last day, or of one instant. */
struct group {
    const struct reading *best;
    struct wall until;
    size_t exclusive; /* how often it is said as too late a day ... */
    size_t inclusive; /* ... and as the last one, without hours */
    bool dropped;
};

struct merge {
    struct arena *arena;
    const struct readings *readings;
    const struct article *article;
    const struct zone *zone;
    struct diags *diags;
    struct group *groups;
    size_t count;
    size_t capacity;
};

static struct wall wall_of(const struct zone *zone, int64_t days, int minutes)
{
    struct civil civil = civil_from_days(days + minutes / (24 * 60));
    civil.hour = minutes % (24 * 60) / 60;
    civil.minute = minutes % 60;
    return zone_to_wall(zone, &civil);
}

static struct wall until_of(const struct merge *merge, const struct reading *reading)
{
    if (reading->end_minutes >= 0)
        return wall_of(merge->zone, reading->last_day, reading->end_minutes);
    return wall_of(merge->zone, reading->last_day + (reading->exclusive ? 0 : 1), 0);
}

static void report_two(struct merge *merge, const struct reading *one, const struct reading *other, const char *code)
{
    diag_add(merge->diags, DIAG_WARNING, (struct place){.file = merge->article->file, .line = other->line}, code,
             "« %s » contredit « %s » de la ligne %d ; mettez-les d’accord", "\"%s\" contradicts \"%s\" of line %d; make them agree",
             readings_text(merge->arena, other), readings_text(merge->arena, one), one->line);
}

/* An hour wins over none, a day that counts over one that does not ("avant le" is often said of the last day itself). */
static int precision(const struct reading *reading)
{
    bool led = reading->begin + 4 < reading->date_begin;
    return (reading->end_minutes >= 0 ? 8 : 0) + (reading->exclusive ? 0 : 4) + (led ? 2 : 0) + (reading->passage->role == PASSAGE_BODY);
}

static void group_count(struct group *group, const struct reading *reading)
{
    group->exclusive += reading->exclusive && reading->end_minutes < 0;
    group->inclusive += !reading->exclusive && reading->end_minutes < 0;
}

/* Said once each way the day counts; said more often as too late, it is. */
static void group_join(struct merge *merge, struct group *group, const struct reading *reading)
{
    const struct reading *best = group->best;
    if (best->end_minutes >= 0 && reading->end_minutes >= 0 && best->end_minutes != reading->end_minutes) {
        report_two(merge, best, reading, "date-contradiction");
        group->dropped = true;
        return;
    }
    bool differs = best->last_day == reading->last_day && best->exclusive != reading->exclusive && best->end_minutes < 0 && reading->end_minutes < 0;
    if (differs)
        report_two(merge, best, reading, "date-inclusive");
    group_count(group, reading);
    bool outnumbered = differs && best->exclusive != (group->exclusive > group->inclusive);
    bool better = differs ? outnumbered : precision(reading) > precision(best);
    if (better) {
        group->best = reading;
        group->until = until_of(merge, reading);
    }
}

static void group_add(struct merge *merge, const struct reading *reading)
{
    struct wall until = until_of(merge, reading);
    for (size_t i = 0; i < merge->count; i++) {
        struct group *group = &merge->groups[i];
        if (group->best->last_day == reading->last_day || group->until.ms == until.ms) {
            group_join(merge, group, reading);
            return;
        }
    }
    merge->groups = arena_grow(merge->arena, merge->groups, merge->count, &merge->capacity, sizeof *merge->groups);
    merge->groups[merge->count] = (struct group){.best = reading, .until = until};
    group_count(&merge->groups[merge->count++], reading);
}

static int box_of(const struct reading *reading)
{
    return reading->passage->block ? reading->passage->block->box : 0;
}

/* Prolonged: the later day replaces the earlier ones, but those of another box. */
static void drop_moved(struct merge *merge)
{
    for (size_t m = 0; m < merge->count; m++) {
        const struct reading *moved = merge->groups[m].best;
        for (size_t i = 0; moved->moved && i < merge->count; i++) {
            const struct reading *old = merge->groups[i].best;
            bool other_box = box_of(old) != box_of(moved) && box_of(old) && box_of(moved);
            if (!old->moved && old->last_day < moved->last_day && moved->last_day - old->last_day < MOVED_REACH && !other_box)
                merge->groups[i].dropped = true;
        }
    }
}

/* The words of the cue that names what is handed in ("candidatures"), nearest to the left; NULL when there are none. */
static const char *const subject_nouns[] = {"candidature", "inscription", "preinscription", "contribution", "proposition", "dossier", "appel", "consultation",
                                            "vote", "concours", "depot", "soumission", "enquete", "questionnaire", "sondage", "reservation", "billetterie",
                                            "reponses", "demandes", "application", "registration", "submission", "proposal", NULL};

static bool is_subject(const char *word)
{
    for (size_t i = 0; subject_nouns[i]; i++)
        if (strncmp(word, subject_nouns[i], strlen(subject_nouns[i])) == 0)
            return true;
    return false;
}

static const struct cue *subject_cue(const struct reading *reading)
{
    const struct passage *passage = reading->passage;
    const struct cue *found = NULL;
    for (size_t i = 0; i < passage->cue_count; i++) {
        const struct cue *cue = &passage->cues[i];
        const struct lexeme *lexeme = &passage->lexis.items[cue->first];
        if (lexeme->begin >= reading->date_begin)
            break;
        if (memchr(passage->text + lexeme->begin, '\n', reading->date_begin - lexeme->begin))
            continue; /* of a line further up */
        if (cue->kind == CUE_CALL && is_subject(lexeme->word))
            found = cue;
    }
    return found;
}

static bool in_prose(const struct reading *reading)
{
    const struct block *block = reading->passage->block;
    return !block || block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_QUOTE;
}

static bool same_subject(const struct reading *one, const struct reading *other)
{
    const struct cue *a = subject_cue(one), *b = subject_cue(other);
    if (!a || !b)
        return false;
    const char *first = one->passage->lexis.items[a->first].word, *second = other->passage->lexis.items[b->first].word;
    size_t length = strlen(first) < strlen(second) ? strlen(first) : strlen(second);
    return length >= 4 && strncmp(first, second, length) == 0;
}

/* "Première relève", "seconde vague": one of several. */
static bool is_numbered(const struct reading *reading)
{
    static const char *const ordinals[] = {"premiere", "seconde", "deuxieme", "troisieme", "releve", "vague", "phase", "session", "first", "second", NULL};
    const struct lexis *lexis = &reading->passage->lexis;
    for (size_t i = 0; i < lexis->count; i++)
        for (size_t k = 0; lexis->items[i].kind == LEXEME_WORD && ordinals[k]; k++)
            if (strcmp(lexis->items[i].word, ordinals[k]) == 0)
                return true;
    return false;
}

/* The passage names an event of its own, to which its deadline belongs. */
static bool names_event(const struct merge *merge, const struct passage *passage)
{
    for (size_t i = 0; i < merge->readings->count; i++)
        if (merge->readings->items[i].passage == passage && merge->readings->items[i].kind == READING_EVENT && merge->readings->items[i].resolved)
            return true;
    return false;
}

/* "**Résidence d'écriture** : …": the paragraph begins with a name of its own. */
static bool has_own_name(const struct reading *reading)
{
    const struct block *block = reading->passage->block;
    return block && block->span_count > 1 && (block->spans[0].style & SPAN_STRONG) != 0;
}

/* Two days for the same thing, neither of which is the newer: nobody can tell. Those of different lists, boxes and sections are
 * different things. */
static bool contradicts(const struct reading *one, const struct reading *other)
{
    if (!in_prose(one) || !in_prose(other) || box_of(one) != box_of(other) || one->passage == other->passage)
        return false;
    if (one->passage->above && other->passage->above && one->passage->above != other->passage->above)
        return false;
    if ((is_numbered(one) && is_numbered(other)) || (has_own_name(one) && has_own_name(other)))
        return false;
    int64_t apart = other->last_day - one->last_day;
    if (apart > CONTRADICTION_DAYS || apart < -CONTRADICTION_DAYS)
        return false; /* the proposal first, the paper half a year later */
    return same_subject(one, other);
}

static void drop_contradictions(struct merge *merge)
{
    for (size_t i = 0; i < merge->count; i++)
        for (size_t k = i + 1; k < merge->count && k < i + 32; k++) {
            struct group *one = &merge->groups[i], *other = &merge->groups[k];
            if (one->dropped || other->dropped || one->best->moved || other->best->moved || !contradicts(one->best, other->best))
                continue;
            if (names_event(merge, one->best->passage) && names_event(merge, other->best->passage))
                continue; /* each is of its own event */
            report_two(merge, one->best, other->best, "date-contradiction");
            one->dropped = other->dropped = true;
        }
}

/* "Dépôt des dossiers : du …": the words before the colon of the date's own line; "" when there are none. */
static const char *subject_before_colon(struct arena *arena, const struct reading *reading)
{
    const struct lexis *lexis = &reading->passage->lexis;
    size_t colon = lexis_at(lexis, reading->begin);
    while (colon > 0 && lexis->items[colon].sign != ':' &&
           (lexis->items[colon - 1].kind == LEXEME_SIGN || passages_spans_are_struck(reading->passage, lexis->items[colon - 1].begin)))
        colon--;
    if (!lexis_is_sign(&lexis->items[colon], ':'))
        return "";
    size_t first = colon;
    while (first > 0 && lexis->items[first - 1].sign != LEXEME_LINE && lexis->items[first - 1].sign != '*' && lexis->items[first - 1].sign != ':')
        first--;
    if (first == colon || lexis->items[colon - 1].end - lexis->items[first].begin > SUBJECT_MOST)
        return "";
    return arena_copy_bytes(arena, lexis->text + lexis->items[first].begin, lexis->items[colon - 1].end - lexis->items[first].begin);
}

/* Of several deadlines each is told apart by its own heading. */
static const char *subject_by_heading(struct arena *arena, const struct reading *reading)
{
    static const char *const of_dates[] = {"dates", "calendrier", "agenda", "planning", "echeances", "etapes", NULL};
    const struct passage *above = reading->passage->above;
    bool named = above && reading->passage->role == PASSAGE_BODY && strlen(above->text) <= SUBJECT_MOST;
    if (!named || strpbrk(above->text, "0123456789\n"))
        return "";
    for (size_t i = 0; of_dates[i]; i++) /* "Dates importantes" tells nothing apart */
        if (strstr(lexis_fold(arena, above->text), of_dates[i]))
            return "";
    return above->text;
}

static const char *subject_of(struct arena *arena, const struct reading *reading, bool several)
{
    const char *before = subject_before_colon(arena, reading);
    if (!before[0] && several)
        before = subject_by_heading(arena, reading);
    const struct cue *cue = before[0] ? NULL : subject_cue(reading);
    if (!cue)
        return before;
    const struct lexeme *items = reading->passage->lexis.items;
    char *subject = arena_copy_bytes(arena, reading->passage->text + items[cue->first].begin, items[cue->end - 1].end - items[cue->first].begin);
    if (subject[0] >= 'a' && subject[0] <= 'z')
        subject[0] = (char)(subject[0] - 'a' + 'A');
    return subject;
}

static struct dated_deadline deadline_of(struct merge *merge, const struct group *group, bool several)
{
    const struct reading *reading = group->best;
    return (struct dated_deadline){.reading = reading,
                                   .fact = {.text = readings_text(merge->arena, reading),
                                            .until = group->until,
                                            .has_time = reading->end_minutes >= 0,
                                            .line = reading->line,
                                            .reason = reading->reason,
                                            .action = -1,
                                            .subject = subject_of(merge->arena, reading, several)}};
}

struct dated_deadline *deadlines_merge(struct arena *arena, const struct readings *readings, const struct article *article,
                                       const struct zone *zone, struct diags *diags, size_t *count)
{
    struct merge merge = {.arena = arena, .readings = readings, .article = article, .zone = zone, .diags = diags};
    for (size_t i = 0; i < readings->count; i++) {
        const struct reading *reading = &readings->items[i];
        if (reading->kind == READING_DEADLINE && reading->resolved && !reading->off && merge.count < 200)
            group_add(&merge, reading);
    }
    drop_moved(&merge);
    drop_contradictions(&merge);
    struct dated_deadline *deadlines = arena_alloc(arena, (merge.count + 1) * sizeof *deadlines);
    *count = 0;
    for (size_t i = 0; i < merge.count; i++) {
        if (merge.groups[i].dropped)
            continue;
        struct dated_deadline deadline = deadline_of(&merge, &merge.groups[i], merge.count > 1);
        size_t at = (*count)++;
        for (; at > 0 && deadlines[at - 1].fact.until.ms > deadline.fact.until.ms; at--)
            deadlines[at] = deadlines[at - 1];
        deadlines[at] = deadline;
    }
    return deadlines;
}

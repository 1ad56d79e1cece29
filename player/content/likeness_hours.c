#include "content/likeness_hours.h"

#include "base/arena.h"
#include "base/civil.h"
#include "content/article.h"
#include "content/events.h"
#include "content/grammar.h"
#include "content/lengths.h"
#include "content/likeness_marks.h"
#include "content/readings.h"
#include "content/sheet.h"
#include "content/sheet_ends.h"

#include <string.h>

enum { HOUR_MINUTES = 60, HALF_HOURS = 30, LENGTHS_MOST = 12, STEM = 5, WORDS_MOST = 60, NEAR_MOST = 5, FEW = 4, SENTENCE_REACH = 40 };

static size_t least(size_t number, size_t most)
{
    return number < most ? number : most;
}

static int weekday_at(const struct sheet *sheet, size_t index)
{
    return sheet->items[index].kind == LEXEME_WORD && !sheet->covered[index] ? grammar_value(sheet->grammar->weekdays, sheet->items[index].word) : -1;
}

/* The weekday of an hour: right behind it, "16h le mercredi", else before it and behind the hour before, else behind it and before the next hour, else the only one of the sentence; -1: none. */
static int weekday_of(const struct sheet *sheet, size_t index, struct likeness_frame frame)
{
    const struct time_mention *time = &sheet->times[index];
    size_t behind = time->end_index;
    behind += behind < frame.stop && lexis_is_word_of(&sheet->items[behind], sheet->grammar->articles);
    if (behind < frame.stop && weekday_at(sheet, behind) >= 0)
        return weekday_at(sheet, behind);
    for (size_t i = time->first; i-- > frame.first && sheet->covered[i] != SHEET_TIME;)
        if (weekday_at(sheet, i) >= 0)
            return weekday_at(sheet, i);
    for (size_t i = time->end_index; i < frame.stop && sheet->covered[i] != SHEET_TIME; i++)
        if (weekday_at(sheet, i) >= 0)
            return weekday_at(sheet, i);
    int only = -1;
    for (size_t i = frame.first; i < frame.stop; i++) {
        int weekday = weekday_at(sheet, i);
        if (weekday >= 0 && only >= 0 && weekday != only)
            return -1;
        only = weekday >= 0 ? weekday : only;
    }
    return only;
}

static bool is_dated(const struct sheet *sheet, struct likeness_frame frame)
{
    for (size_t i = 0; i < sheet->date_count; i++)
        if (sheet->dates[i].first >= frame.first && sheet->dates[i].first < frame.stop)
            return true;
    return false;
}

/* What the words around the hour say. */
static void mark_words(struct likeness_marks *marks, const struct sheet *sheet, size_t index)
{
    const struct time_mention *time = &sheet->times[index];
    struct likeness_side left, right;
    likeness_marks_find_sides(sheet, time->first, time->end_index, &left, &right);
    likeness_marks_add_side(marks, &left, "l", "<");
    likeness_marks_add_side(marks, &right, "r", ">");
    likeness_marks_add_cues(marks, sheet, time->first, time->end_index);
    likeness_marks_add_around(marks, sheet, time->first, time->end_index);
    likeness_marks_add_place(marks, sheet->passage);
    likeness_marks_add_word(marks, "first", likeness_marks_text(&left.tokens[left.count > 1 ? left.count - 2 : 0]));
    likeness_marks_add_number(marks, "hour", (size_t)(time->start / HOUR_MINUTES));
    likeness_marks_add_number(marks, "times", least(sheet->time_count, FEW + 2));
    likeness_marks_add_number(marks, "nth", least(index, FEW + 2));
    if (time->introduced)
        likeness_marks_add(marks, "introduced");
    if (time->end >= 0)
        likeness_marks_add_number(marks, "lasts", least((size_t)((time->end - time->start) / HALF_HOURS), LENGTHS_MOST));
    if (sheet->passage->label[0])
        likeness_marks_add(marks, "labelled");
    if (sheet_is_beside(sheet, time))
        likeness_marks_add(marks, "beside");
    if (sheet_is_slot(sheet, time))
        likeness_marks_add(marks, "slot");
    if (sheet_closes_call(sheet, time))
        likeness_marks_add(marks, "call");
}

/* A word for the end stands a few lexemes before the hour, in its sentence and behind the hour before. */
static bool closes(const struct sheet *sheet, size_t index, struct likeness_frame frame)
{
    enum { CLOSING_REACH = 6 };
    const struct time_mention *time = &sheet->times[index];
    for (size_t i = time->first; i-- > frame.first && time->first - i <= CLOSING_REACH && sheet->covered[i] != SHEET_TIME;)
        if (sheet_closes(sheet, i))
            return true;
    return false;
}

/* The end that a later hour tells: "on commence à 13h30 et on finit à 16h30". How many hours it takes is in *taken. */
static int end_of(struct sheet *scratch, const struct sheet *sheet, size_t index, size_t *taken)
{
    const struct time_mention *time = &sheet->times[index];
    struct hour hour = {.start = time->start, .end = time->end, .first = time->first, .end_index = time->end_index};
    memcpy(scratch->used, sheet->used, sheet->time_count * sizeof *scratch->used);
    sheet_ends_take(scratch, &hour, index);
    *taken = 0;
    for (size_t i = index + 1; i < sheet->time_count && scratch->used[i] && !sheet->used[i]; i++)
        ++*taken;
    return hour.end;
}

/* "commencent à 14h et durent deux heures", "pendant une heure, à partir de 18h30": how long the only hour of its sentence lasts; -1: not told. */
static int length_beside(const struct sheet *sheet, size_t index)
{
    const struct grammar *grammar = sheet->grammar;
    const struct time_mention *time = &sheet->times[index];
    struct likeness_frame frame = likeness_marks_frame(sheet, time->first, time->end_index);
    int found = -1;
    for (size_t i = frame.first; i + 1 < frame.stop; i++) {
        const struct lexeme *item = &sheet->items[i];
        if (sheet->covered[i] == SHEET_TIME && (i < time->first || i >= time->end_index))
            return -1;
        if (item->kind != LEXEME_WORD || found >= 0)
            continue;
        bool leads = grammar_lists(grammar->lasts, item->word) || grammar_lists(grammar->during, item->word) || grammar_begins(grammar->counting, item->word);
        size_t last = 0;
        found = leads ? lengths_at(&sheet->passage->lexis, grammar, i + 1, &last) : -1;
    }
    return found;
}

static void add_hour(struct arena *arena, struct readings *readings, const struct sheet *sheet, size_t index, int end)
{
    const struct time_mention *time = &sheet->times[index];
    uint16_t slots[LIKENESS_MOST];
    struct likeness_marks marks = {.slots = slots, .most = LIKENESS_MOST};
    struct likeness_frame frame = likeness_marks_frame(sheet, time->first, time->end_index);
    mark_words(&marks, sheet, index);
    if (time->end < 0 && end >= 0)
        likeness_marks_add(&marks, "end told");
    uint16_t *kept = arena_alloc(arena, marks.count * sizeof *kept);
    memcpy(kept, slots, marks.count * sizeof *kept);
    const struct lexeme *before = time->first > frame.first ? &sheet->items[time->first - 1] : NULL;
    struct spoken_hour hour = {.passage = sheet->passage, .first = time->first, .sentence = sheet->items[time->first].sentence, .start = time->start, .end = end,
                               .row = passages_line(sheet->passage, sheet->items[time->first].begin), .weekday = weekday_of(sheet, index, frame), .dated = is_dated(sheet, frame), .taken = sheet->used[index], .slot = sheet_is_slot(sheet, time), .closes = closes(sheet, index, frame),
                               .beside = before && before->kind == LEXEME_WORD ? before->word : "", .opening = sheet->items[frame.first].word, .slots = kept, .slot_count = marks.count};
    readings->spoken = arena_grow(arena, readings->spoken, readings->spoken_count, &readings->spoken_capacity, sizeof *readings->spoken);
    readings->spoken[readings->spoken_count++] = hour;
}

void likeness_hours_add(struct arena *arena, struct readings *readings, const struct sheet *sheet)
{
    enum { DAY_MINUTES = 24 * 60 };
    enum passage_role role = sheet->passage->role;
    if (sheet->time_count == 0 || !(role == PASSAGE_BODY || role == PASSAGE_FRONT || role == PASSAGE_TITLE) || !sheet->grammar->likeness->hours)
        return;
    struct sheet scratch = *sheet;
    scratch.used = arena_alloc(arena, sheet->time_count * sizeof *scratch.used);
    for (size_t i = 0; i < sheet->time_count && readings->spoken_count < SPOKEN_MOST; i++) {
        size_t taken = 0;
        if (sheet->times[i].start < 0 || sheet->times[i].start >= DAY_MINUTES)
            continue;
        int end = end_of(&scratch, sheet, i, &taken), length = end < 0 ? length_beside(sheet, i) : -1;
        add_hour(arena, readings, sheet, i, length > 0 ? sheet->times[i].start + length : end);
        i += taken;
    }
}

bool likeness_hours_are_own(const struct readings *readings, const struct occurrence *occurrence)
{
    const struct reading *reading = occurrence->reading;
    for (size_t i = 0; reading && occurrence->start_minutes >= 0 && i < readings->spoken_count; i++) {
        const struct spoken_hour *hour = &readings->spoken[i];
        bool same = hour->passage == reading->passage && hour->sentence == reading->passage->lexis.items[reading->mention].sentence;
        if (same && hour->taken && hour->start == occurrence->start_minutes)
            return true;
    }
    return false;
}

static size_t near(int distance)
{
    int far = NEAR_MOST + 1;
    return (size_t)((distance > far ? far : distance < -far ? -far : distance) + far);
}

/* How the hour stands from the day: one number that stands for it. */
static size_t mark_distance(struct likeness_marks *marks, const struct passage *day, size_t mention, const struct spoken_hour *hour)
{
    const struct passage *own = hour->passage;
    size_t place = 0;
    if (day == own) {
        size_t apart = near(hour->sentence - day->lexis.items[mention].sentence);
        likeness_marks_add_number(marks, "sentences", apart);
        likeness_marks_add_number(marks, hour->end >= 0 ? "sentences stretch" : "sentences single", apart);
        place = apart;
    } else {
        size_t apart = near((int)own->index - (int)day->index);
        likeness_marks_add_number(marks, "passages", apart);
        likeness_marks_add_number(marks, hour->end >= 0 ? "passages stretch" : "passages single", apart);
        place = 2 * NEAR_MOST + 3 + apart;
    }
    const bool known[] = {own->above == day->above, own->above == day, own->intro == day, own->intro && own->intro == day->intro, passages_list(own) && passages_list(own) == passages_list(day),
                          own->block && day->block && own->block->box == day->block->box, day == own && hour->first < mention, passages_list(own) != 0, passages_list(day) != 0};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i])
            likeness_marks_add_number(marks, "lie", i);
    likeness_marks_add_number(marks, "day role", (size_t)day->role);
    likeness_marks_add_number(marks, "day block", day->block ? 1 + (size_t)day->block->kind : 0);
    return place;
}

/* The page: how many events and hours it tells, and which of them this one is. */
static void mark_page(struct likeness_marks *marks, const struct occurrences *occurrences, const struct readings *readings, const struct occurrence *occurrence, const struct spoken_hour *hour)
{
    size_t events = 0, with_hours = 0, between = 0, same = 0, earlier = 0, stretches = 0, fits = 0;
    size_t from = occurrence->reading ? occurrence->reading->passage->index : 0, to = hour->passage->index;
    for (size_t i = 0; i < occurrences->count; i++) {
        const struct occurrence *other = &occurrences->items[i];
        if (other->dropped)
            continue;
        events++;
        with_hours += other->start_minutes >= 0;
        size_t at = other->reading ? other->reading->passage->index : 0;
        between += other->reading && at > from && at <= to;
        fits += hour->weekday >= 0 && civil_weekday_of_days(other->first_day) == hour->weekday;
    }
    for (size_t i = 0; i < readings->spoken_count; i++) {
        const struct spoken_hour *other = &readings->spoken[i];
        same += other->passage == hour->passage;
        earlier += other->start < hour->start;
        stretches += other->end >= 0;
    }
    likeness_marks_add_number(marks, "events", least(events, FEW));
    likeness_marks_add_number(marks, "events with hours", least(with_hours, FEW));
    likeness_marks_add_number(marks, "between", least(between, FEW));
    likeness_marks_add_number(marks, "hours", least(readings->spoken_count, 2 * FEW));
    likeness_marks_add_number(marks, "hours beside", least(same, FEW));
    likeness_marks_add_number(marks, "earlier", least(earlier, FEW));
    likeness_marks_add_number(marks, hour->end >= 0 ? "stretches of stretch" : "stretches of single", least(stretches, FEW));
    likeness_marks_add_number(marks, "rank", least((size_t)(hour - readings->spoken), 2 * FEW));
    if (events == 1 && readings->spoken_count == 1)
        likeness_marks_add_number(marks, "alone", hour->end >= 0);
    if (hour->weekday >= 0)
        likeness_marks_add_number(marks, "fits", least(fits, 2));
}

/* Words of the hour's sentence, near it, that another text has too. */
static size_t shared_words(const struct spoken_hour *hour, const struct lexis *other)
{
    const struct lexis *own = &hour->passage->lexis;
    size_t shared = 0;
    size_t from = hour->first > SENTENCE_REACH ? hour->first - SENTENCE_REACH : 0;
    for (size_t i = from; i < own->count && i < hour->first + SENTENCE_REACH && own->items[i].sentence <= hour->sentence; i++) {
        const struct lexeme *item = &own->items[i];
        bool word = item->sentence == hour->sentence && item->kind == LEXEME_WORD && strlen(item->word) >= STEM;
        for (size_t k = 0; word && k < other->count && k < WORDS_MOST; k++)
            if (other->items[k].kind == LEXEME_WORD && strncmp(other->items[k].word, item->word, STEM) == 0) {
                shared++;
                break;
            }
    }
    return least(shared, FEW);
}

/* The day itself: how it is told, and what the sentence of the hour has of its words. */
static void mark_reading(struct likeness_marks *marks, const struct reading *reading, const struct spoken_hour *hour)
{
    const bool known[] = {reading->alone, reading->alike, reading->strong, reading->span.first.weekday >= 0};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i])
            likeness_marks_add_number(marks, "day", i);
    likeness_marks_add_number(marks, "shared with day", shared_words(hour, &reading->passage->lexis));
}

static void mark_day(struct likeness_marks *marks, const struct readings *readings, const struct occurrence *occurrence, const struct spoken_hour *hour, size_t place)
{
    size_t days = least((size_t)(occurrence->last_day - occurrence->first_day + 1), 2 * FEW);
    likeness_marks_add_number(marks, "days", days);
    likeness_marks_add_number(marks, hour->end >= 0 ? "days stretch" : "days single", days);
    if (hour->weekday >= 0)
        likeness_marks_add(marks, hour->weekday == civil_weekday_of_days(occurrence->first_day) ? "same weekday" : "other weekday");
    if (hour->dated)
        likeness_marks_add_number(marks, hour->taken ? "taken beside a date" : "beside a date", place);
    else if (hour->taken)
        likeness_marks_add(marks, "comes back");
    if (occurrence->matched)
        likeness_marks_add(marks, "day matched");
    if (occurrence->reading)
        mark_reading(marks, occurrence->reading, hour);
    likeness_marks_add_number(marks, "shared with title", shared_words(hour, &readings->title->lexis));
    char kind[] = {'b', (char)('0' + place), '\0'};
    likeness_marks_add_word(marks, kind, hour->beside);
    kind[0] = 'o';
    likeness_marks_add_word(marks, kind, hour->opening);
}

size_t likeness_hours_slots(const struct occurrences *occurrences, const struct readings *readings, const struct occurrence *occurrence, size_t index, uint16_t slots[LIKENESS_MOST + LIKENESS_PAIR_MOST])
{
    const struct spoken_hour *hour = &readings->spoken[index];
    struct likeness_marks marks = {.slots = slots, .most = LIKENESS_PAIR_MOST};
    const struct reading *reading = occurrence->reading;
    size_t place = reading ? mark_distance(&marks, reading->passage, reading->mention, hour) : 0;
    mark_page(&marks, occurrences, readings, occurrence, hour);
    mark_day(&marks, readings, occurrence, hour, place);
    memcpy(slots + marks.count, hour->slots, hour->slot_count * sizeof *slots);
    return marks.count + hour->slot_count;
}

struct likeness_hour likeness_hours_of(const struct occurrences *occurrences, const struct readings *readings, const struct occurrence *occurrence, size_t hour)
{
    const struct likeness_weights *weights = occurrences->grammar->likeness;
    uint16_t slots[LIKENESS_MOST + LIKENESS_PAIR_MOST];
    struct likeness_sums sums = likeness_of_slots(weights->hours, slots, likeness_hours_slots(occurrences, readings, occurrence, hour, slots));
    return (struct likeness_hour){.begins = sums.of[0], .ends = sums.of[1]};
}

/* Trains what likeness.h asks: reads tables of phrases with what they promise (phrases.tsv), and writes its tables of numbers into a folder.
 * usage: likeness_train FOLDER TABLE... ; `make likeness` calls it. The same phrases give the same
 * numbers, whatever their order. */
#include "base/arena.h"
#include "base/civil.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/dates.h"
#include "content/events.h"
#include "content/events_hours.h"
#include "content/grammar.h"
#include "content/likeness.h"
#include "content/likeness_hours.h"
#include "content/likeness_order.h"
#include "content/passages.h"
#include "content/readings_page.h"
#include "content/sheet.h"
#include "content/verdict.h"
#include "support/likeness_fit.h"
#include "support/likeness_order_fit.h"
#include "support/likeness_tables.h"
#include "support/table.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TABLE_MOST = 1 << 23, PROMISES_MOST = 32, HOUR_MINUTES = 60 };

enum label { LABEL_NOTHING, LABEL_DEADLINE, LABEL_EVENT, LABEL_OPTIONAL };

/* What a phrase promises of a day. `also` is the same day as it may be written: the one before a midnight, the last of a stretch. Minutes count
 * from midnight, those of the end from midnight of its own day; -1: not promised. */
struct promise {
    enum label label;
    int year, month, day;
    int also_month, also_day;
    bool event;
    int minutes, end_minutes;
};

/* One date of one phrase; or one hour, which has no view. */
struct sample {
    enum label label;
    struct likeness_order_view *view;
    uint16_t *slots;
    size_t count;
};

struct samples {
    struct arena *arena;
    struct sample *items;
    size_t count;
    size_t capacity;
};

static void day_before(int year, int month, int day, struct promise *promise)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int leap = month == 3 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    promise->also_month = day > 1 ? month : month > 1 ? month - 1 : 12;
    promise->also_day = day > 1 ? day - 1 : lengths[promise->also_month - 1] + leap;
}

/* "D 2023-05-03T00:00", "?E 2023-06-01/2023-06-03". */
static size_t read_promises(char *text, struct promise *promises)
{
    size_t count = 0;
    for (char *part = text, *next = NULL; part && count < PROMISES_MOST; part = next) {
        int year = 0, hour = -1, minute = -1;
        char kind = 0;
        struct promise promise = {.label = LABEL_NOTHING, .minutes = -1, .end_minutes = -1};
        next = strchr(part, ';');
        if (next)
            *next++ = '\0';
        part += strspn(part, " ");
        bool optional = part[0] == '?';
        if (sscanf(part + optional, "%c %d-%d-%dT%d:%d", &kind, &year, &promise.month, &promise.day, &hour, &minute) < 4)
            continue;
        promise.year = year;
        promise.label = optional ? LABEL_OPTIONAL : kind == 'D' ? LABEL_DEADLINE : LABEL_EVENT;
        promise.also_month = promise.month;
        promise.also_day = promise.day;
        promise.event = kind == 'E';
        promise.minutes = minute >= 0 ? hour * HOUR_MINUTES + minute : -1;
        const char *last = strchr(part, '/');
        if (last && sscanf(last + 1, "%d-%d-%dT%d:%d", &year, &promise.also_month, &promise.also_day, &hour, &minute) == 5)
            promise.end_minutes = hour * HOUR_MINUTES + minute;
        else if (kind == 'D' && hour == 0 && minute == 0)
            day_before(year, promise.month, promise.day, &promise);
        promises[count++] = promise;
    }
    return count;
}

/* "jusqu'à vendredi": by its weekday. */
static bool is_day(const struct date_day *day, int year, int month, int number)
{
    if (day->near == DATE_NEAR_WEEKDAY && day->day == 0)
        return civil_weekday(year, month, number) == day->weekday;
    return day->day == number && (day->month == month || day->month == 0);
}

static bool fits(const struct date_mention *date, const struct promise *promise)
{
    const struct date_day *first = &date->spans[0].first, *last = &date->spans[date->span_count - 1].last;
    return is_day(first, promise->year, promise->month, promise->day) || is_day(last, promise->year, promise->month, promise->day) ||
           is_day(first, promise->year, promise->also_month, promise->also_day) || is_day(last, promise->year, promise->also_month, promise->also_day);
}

static enum label label_of(const struct date_mention *date, const struct promise *promises, size_t count)
{
    enum label label = LABEL_NOTHING;
    for (size_t i = 0; i < count; i++)
        if (fits(date, &promises[i]) && (label == LABEL_NOTHING || label == LABEL_OPTIONAL))
            label = promises[i].label;
    return label;
}

static struct sample *add_sample(struct samples *samples, enum label label, const uint16_t *slots, size_t count)
{
    struct sample sample = {.label = label, .slots = arena_alloc(samples->arena, count * sizeof *slots), .count = count};
    memcpy(sample.slots, slots, count * sizeof *slots);
    samples->items = arena_grow(samples->arena, samples->items, samples->count, &samples->capacity, sizeof *samples->items);
    samples->items[samples->count++] = sample;
    return &samples->items[samples->count - 1];
}

/* What the rules say of a date. */
static int ruled(const struct readings *readings, const struct sheet *sheet, size_t first)
{
    for (size_t i = 0; i < readings->count; i++)
        if (readings->items[i].passage == sheet->passage && readings->items[i].mention == first)
            return readings->items[i].ruled;
    return RULED_NOTHING;
}

static void add_sheet(struct samples *samples, const struct readings *readings, const struct sheet *sheet, const struct promise *promises, size_t count)
{
    for (size_t i = 0; i < sheet->date_count; i++) {
        uint16_t slots[LIKENESS_MOST];
        enum label label = label_of(&sheet->dates[i], promises, count);
        if (sheet->dates[i].weak || sheet->dates[i].spans[0].first.near == DATE_NEAR_NEXT || label == LABEL_OPTIONAL)
            continue;
        struct sample *sample = add_sample(samples, label, slots, likeness_slots(sheet, i, ruled(readings, sheet, sheet->dates[i].first), slots));
        sample->view = arena_alloc(samples->arena, sizeof *sample->view);
        likeness_order_look(sheet, i, sample->view);
    }
}

/* What an hour is for an event, by what the phrase promises of its day. */
struct part {
    bool known; /* something plain is promised of the day, and nothing that may or may not be */
    bool begins;
    bool ends;
};

static struct part part_of(const struct occurrence *event, const struct spoken_hour *hour, const struct promise *promises, size_t count)
{
    struct civil day = civil_from_days(event->first_day);
    struct part part = {.known = false};
    for (size_t i = 0; i < count; i++) {
        const struct promise *promise = &promises[i];
        if (!promise->event || promise->year != day.year || promise->month != day.month || promise->day != day.day)
            continue;
        bool begins = promise->minutes == hour->start, ends = promise->end_minutes == hour->start;
        if (promise->label == LABEL_OPTIONAL && (begins || ends))
            return (struct part){.known = false};
        part.known = part.known || promise->label == LABEL_EVENT;
        part.begins = part.begins || begins;
        part.ends = part.ends || ends;
    }
    return part;
}

static void add_hours(struct samples *samples, const struct occurrences *events, const struct readings *readings, const struct promise *promises, size_t count)
{
    for (size_t i = 0; i < events->count; i++) {
        const struct occurrence *event = &events->items[i];
        for (size_t k = 0; k < readings->spoken_count && !event->dropped; k++) {
            uint16_t slots[LIKENESS_MOST + LIKENESS_PAIR_MOST];
            struct part part = part_of(event, &readings->spoken[k], promises, count);
            if (part.known)
                add_sample(samples, part.begins ? LABEL_DEADLINE : part.ends ? LABEL_EVENT : LABEL_NOTHING, slots, likeness_hours_slots(events, readings, event, k, slots));
        }
    }
}

static void add_phrase(struct samples *samples, struct samples *hours, const struct zone *zone, const char *published, char *phrase, char *expected)
{
    struct promise promises[PROMISES_MOST];
    size_t promised = read_promises(expected, promises);
    struct arena *arena = arena_create();
    struct article_settings settings = {.zone = zone};
    struct diags diags;
    table_unfold(phrase);
    const char *dated = strcmp(published, "-") == 0 ? "" : arena_format(arena, "date: %s\n", published);
    char *text = strncmp(phrase, "---", 3) == 0 ? phrase : arena_format(arena, "---\ntitle: Une page\n%s---\n\n%s\n", dated, phrase);
    diag_init(&diags);
    struct article *article = article_parse("phrase.md", text, strlen(text), &settings, &diags);
    const struct grammar *grammar = grammar_for(article->language);
    struct passages passages = passages_collect(article->arena, article, grammar);
    struct readings readings = readings_page(article->arena, article, &passages, zone, &diags);
    for (size_t i = 0; i < passages.count && grammar->likeness->dates; i++) {
        struct sheet sheet = sheet_open(article->arena, &passages.items[i], grammar);
        add_sheet(samples, &readings, &sheet, promises, promised);
    }
    if (grammar->likeness->hours) {
        struct occurrences events = events_days(article->arena, &readings, article, zone, &diags);
        events_hours_ruled(&events, &readings);
        add_hours(hours, &events, &readings, promises, promised);
    }
    article_destroy(article);
    diag_finish(&diags);
    arena_destroy(arena);
}

static bool read_table(struct samples *samples, struct samples *hours, const struct zone *zone, const char *path)
{
    struct file_bytes table = {0};
    if (file_read(samples->arena, path, TABLE_MOST, &table) != FILE_READ)
        return false;
    for (char *line = table.data, *next = NULL; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        char *phrase = strchr(line, '\t'), *expected = phrase ? strchr(phrase + 1, '\t') : NULL;
        if (line[0] == '#' || !expected)
            continue;
        *phrase++ = '\0';
        *expected++ = '\0';
        char *language = strchr(expected, '\t');
        if (!language || strcmp(language + 1, "fr") == 0)
            add_phrase(samples, hours, zone, line, phrase, expected);
    }
    return true;
}

/* By what they look like, so that the order of the tables does not matter. */
static int compare_samples(const void *one, const void *other)
{
    const struct sample *first = one, *second = other;
    if (first->count != second->count)
        return first->count < second->count ? -1 : 1;
    int order = memcmp(first->slots, second->slots, first->count * sizeof *first->slots);
    if (order == 0 && first->view && second->view)
        order = memcmp(first->view, second->view, sizeof *first->view);
    return order ? order : (int)first->label - (int)second->label;
}

/* Measured on texts left out. What the rules say of a date, the first slot, is left out half of the time: they were written with these phrases, and are
 * not as good elsewhere. */
static const struct likeness_pace date_pace = {.rounds = 4, .slots_dropped = 0.15F, .first_dropped = 0.5F, .cells_dropped = 0.5F};
static const struct likeness_pace hour_pace = {.rounds = 7, .slots_dropped = 0.15F, .first_dropped = 0.15F, .cells_dropped = 0.3F};

static bool train(const char *folder, struct arena *arena, const char *name, const struct samples *samples, const struct likeness_pace *pace)
{
    struct likeness_sample *items = arena_alloc(arena, samples->count * sizeof *items);
    for (size_t i = 0; i < samples->count; i++)
        items[i] = (struct likeness_sample){.slots = samples->items[i].slots, .count = samples->items[i].count, .truths = {samples->items[i].label == LABEL_DEADLINE, samples->items[i].label == LABEL_EVENT}};
    struct likeness_fitted fitted = likeness_fit(items, samples->count, pace);
    bool written = likeness_tables_net(folder, arena, name, &fitted);
    likeness_fitted_close(&fitted);
    return written;
}

/* The network of likeness_order.h. */
static bool train_order(const char *folder, const struct samples *samples)
{
    struct likeness_order *order = calloc(1, sizeof *order);
    struct likeness_order_sample *dates = calloc(samples->count, sizeof *dates);
    for (size_t i = 0; i < samples->count; i++) {
        const struct sample *sample = &samples->items[i];
        dates[i] = (struct likeness_order_sample){.view = sample->view, .deadline = sample->label == LABEL_DEADLINE, .event = sample->label == LABEL_EVENT};
    }
    likeness_order_fit(dates, samples->count, order);
    bool written = likeness_tables_order(folder, order);
    free(dates);
    free(order);
    return written;
}

/* How many samples of each kind there are. */
static void say_counts(const struct samples *samples, const char *what, const char *first, const char *second)
{
    size_t counts[LABEL_OPTIONAL] = {0};
    for (size_t i = 0; i < samples->count; i++)
        counts[samples->items[i].label]++;
    printf("%zu %s: %zu %s, %zu %s, %zu neither\n", samples->count, what, counts[LABEL_DEADLINE], first, counts[LABEL_EVENT], second, counts[LABEL_NOTHING]);
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    struct zone *zone = zone_create("Europe/Paris", NULL);
    struct arena *arena = arena_create();
    struct samples samples = {.arena = arena}, hours = {.arena = arena};
    for (int i = 2; i < argc; i++)
        if (!read_table(&samples, &hours, zone, argv[i])) {
            fprintf(stderr, "%s cannot be read\n", argv[i]);
            return 1;
        }
    qsort(samples.items, samples.count, sizeof *samples.items, compare_samples);
    qsort(hours.items, hours.count, sizeof *hours.items, compare_samples);
    say_counts(&samples, "dates", "last days", "of events");
    say_counts(&hours, "hours", "beginnings", "ends");
    bool written = train(argv[1], arena, "dates", &samples, &date_pace) && train(argv[1], arena, "hours", &hours, &hour_pace) && train_order(argv[1], &samples);
    arena_destroy(arena);
    zone_destroy(zone);
    return written ? 0 : 1;
}

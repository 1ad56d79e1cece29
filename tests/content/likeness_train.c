/* Trains what likeness.h asks: reads tables of phrases with what they promise (phrases.tsv), and writes the two tables of numbers into a folder.
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
#include "content/grammar.h"
#include "content/likeness.h"
#include "content/likeness_hours.h"
#include "content/passages.h"
#include "content/readings_page.h"
#include "content/sheet.h"
#include "support/table.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TABLE_MOST = 1 << 23, PROMISES_MOST = 32, ROUNDS = 40, HALVINGS = 40, WEIGHT_MOST = 120, LINE_NUMBERS = 80, HOUR_MINUTES = 60 };

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

/* One date of one phrase. */
struct sample {
    enum label label;
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

static void add_sample(struct samples *samples, enum label label, const uint16_t *slots, size_t count)
{
    struct sample sample = {.label = label, .slots = arena_alloc(samples->arena, count * sizeof *slots), .count = count};
    memcpy(sample.slots, slots, count * sizeof *slots);
    samples->items = arena_grow(samples->arena, samples->items, samples->count, &samples->capacity, sizeof *samples->items);
    samples->items[samples->count++] = sample;
}

static void add_sheet(struct samples *samples, const struct sheet *sheet, const struct promise *promises, size_t count)
{
    for (size_t i = 0; i < sheet->date_count; i++) {
        uint16_t slots[LIKENESS_MOST];
        enum label label = label_of(&sheet->dates[i], promises, count);
        if (sheet->dates[i].weak || sheet->dates[i].spans[0].first.near == DATE_NEAR_NEXT || label == LABEL_OPTIONAL)
            continue;
        add_sample(samples, label, slots, likeness_slots(sheet, i, slots));
    }
}

/* Whether the hour is that of the event: an end that is not said is nothing against it, another end makes it one of which nothing can be learned. */
static enum label label_of_hour(const struct occurrence *event, const struct spoken_hour *hour, const struct promise *promises, size_t count)
{
    enum { DAY_MINUTES = 24 * 60 };
    struct civil day = civil_from_days(event->first_day);
    enum label label = LABEL_OPTIONAL;
    for (size_t i = 0; i < count; i++) {
        const struct promise *promise = &promises[i];
        if (!promise->event || promise->year != day.year || promise->month != day.month || promise->day != day.day)
            continue;
        bool begins = promise->minutes >= 0 && promise->minutes == hour->start, ends = hour->end >= 0 && promise->end_minutes == hour->end % DAY_MINUTES;
        if (begins && (ends || (hour->end < 0 && promise->end_minutes < 0)))
            return LABEL_EVENT;
        label = begins ? LABEL_OPTIONAL : LABEL_NOTHING;
    }
    return label;
}

static void add_hours(struct samples *samples, const struct occurrences *events, const struct readings *readings, const struct promise *promises, size_t count)
{
    for (size_t i = 0; i < events->count; i++) {
        const struct occurrence *event = &events->items[i];
        for (size_t k = 0; k < readings->spoken_count && !event->dropped && event->reading && !likeness_hours_are_own(readings, event); k++) {
            uint16_t slots[LIKENESS_MOST + LIKENESS_PAIR_MOST];
            enum label label = label_of_hour(event, &readings->spoken[k], promises, count);
            if (label != LABEL_OPTIONAL)
                add_sample(samples, label, slots, likeness_hours_slots(events, readings, event, k, slots));
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
    for (size_t i = 0; i < passages.count && grammar->likeness->deadline; i++) {
        struct sheet sheet = sheet_open(article->arena, &passages.items[i], grammar);
        add_sheet(samples, &sheet, promises, promised);
    }
    if (grammar->likeness->hour) {
        struct readings readings = readings_page(article->arena, article, &passages, zone, &diags);
        struct occurrences events = events_days(article->arena, &readings, article, zone, &diags);
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
    return order ? order : (int)first->label - (int)second->label;
}

/* Logistic regression with an L2 penalty, solved by coordinate descent in the dual (H.-F. Yu, F.-L. Huang, C.-J. Lin: Dual coordinate descent
 * methods for logistic regression and maximum entropy models, 2011). `most` is the weight of one sample against the penalty. The last weight is the base. */
static void train(const struct samples *samples, enum label label, double most, double *weights)
{
    double *alphas = calloc(samples->count, sizeof *alphas);
    size_t *order = calloc(samples->count, sizeof *order);
    uint32_t random = 2023;
    memset(weights, 0, (LIKENESS_SLOTS + 1) * sizeof *weights);
    for (size_t i = 0; i < samples->count; i++)
        order[i] = i;
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = samples->count; i > 1; i--) {
            random = random * 1664525u + 1013904223u;
            size_t other = random % i, kept = order[i - 1];
            order[i - 1] = order[other];
            order[other] = kept;
        }
        for (size_t at = 0; at < samples->count; at++) {
            const struct sample *sample = &samples->items[order[at]];
            double sign = sample->label == label ? 1 : -1, length = (double)sample->count + 1, margin = weights[LIKENESS_SLOTS];
            for (size_t k = 0; k < sample->count; k++)
                margin += weights[sample->slots[k]];
            double old = alphas[order[at]], low = 0, high = most;
            for (int half = 0; half < HALVINGS; half++) {
                double middle = (low + high) / 2;
                bool over = length * (middle - old) + sign * margin + log(middle / (most - middle)) > 0;
                high = over ? middle : high;
                low = over ? low : middle;
            }
            double step = ((low + high) / 2 - old) * sign;
            alphas[order[at]] = (low + high) / 2;
            weights[LIKENESS_SLOTS] += step;
            for (size_t k = 0; k < sample->count; k++)
                weights[sample->slots[k]] += step;
        }
    }
    free(order);
    free(alphas);
}

static int rounded(double weight)
{
    double number = round(weight * LIKENESS_ONE);
    return number > WEIGHT_MOST ? WEIGHT_MOST : number < -WEIGHT_MOST ? -WEIGHT_MOST : (int)number;
}

/* One table of numbers as a C file. */
static bool write_table(const char *folder, const char *name, const char *about, const double *weights)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/likeness_fr_%s.c", folder, name);
    FILE *file = fopen(path, "w");
    if (!file)
        return false;
    fprintf(file, "/* %s: likeness.h. Made by `make likeness` from the phrases of tests/content; not to be edited. */\n", about);
    fprintf(file, "#include \"content/likeness_fr.h\"\n\nconst int likeness_fr_%s_base = %d;\n\nconst signed char likeness_fr_%s[LIKENESS_SLOTS] = {", name,
            rounded(weights[LIKENESS_SLOTS]), name);
    for (size_t i = 0; i < LIKENESS_SLOTS; i++)
        fprintf(file, "%s%d", i == 0 ? "\n    " : i % LINE_NUMBERS == 0 ? ",\n    " : ", ", rounded(weights[i]));
    fprintf(file, "};\n");
    return fclose(file) == 0;
}

/* How many samples of each kind there are. */
static void say_counts(const struct samples *samples, const char *what)
{
    size_t counts[LABEL_OPTIONAL] = {0};
    for (size_t i = 0; i < samples->count; i++)
        counts[samples->items[i].label]++;
    printf("%zu %s: %zu deadlines, %zu events, %zu of neither\n", samples->count, what, counts[LABEL_DEADLINE], counts[LABEL_EVENT], counts[LABEL_NOTHING]);
}

/* How much one date weighs, and one hour of one day, of which there are fewer: measured on texts left out. */
static const double date_most = 0.5, hour_most = 0.2;

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
    say_counts(&samples, "dates");
    say_counts(&hours, "hours that stand apart from a day");
    double *weights = malloc((LIKENESS_SLOTS + 1) * sizeof *weights);
    train(&samples, LABEL_DEADLINE, date_most, weights);
    bool written = write_table(argv[1], "deadline", "How much each slot speaks for a last day", weights);
    train(&samples, LABEL_EVENT, date_most, weights);
    written = write_table(argv[1], "event", "How much each slot speaks for an event", weights) && written;
    train(&hours, LABEL_EVENT, hour_most, weights);
    written = write_table(argv[1], "hour", "How much each slot speaks for the hour of a day", weights) && written;
    free(weights);
    arena_destroy(arena);
    zone_destroy(zone);
    return written ? 0 : 1;
}

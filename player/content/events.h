/* From readings to events: the days of one breath joined, the same day said twice made one, hours found for days without, hidden
 * fields compared with what the reader sees. Contradictions are reported; what stays doubtful is left out. */
#ifndef PARVIS_CONTENT_EVENTS_H
#define PARVIS_CONTENT_EVENTS_H

#include "content/facts.h"
#include "content/readings.h"

#include <stdint.h>

struct arena;
struct article;
struct diags;
struct grammar;
struct passages;
struct zone;

/* From here on an hour is that of an evening, which is given once more rather than going on. */
enum { EVENING_MINUTES = 17 * 60 };

/* An event while it is put together. Days count from 1970-01-01, minutes from midnight of the first (start) and the last day (end);
 * -1: unknown. `reading` is NULL when only a field says so. */
struct occurrence {
    const struct reading *reading;
    const struct passage *item;     /* the item that begins with its day, here or in what it was united with; NULL: none */
    const struct passage *hours_of; /* another passage that told its hours; NULL: none */
    const char *text;
    struct reason reason;
    int line;
    int time_line;
    int64_t first_day;
    int64_t last_day;
    int start_minutes;
    int end_minutes;
    struct returns returns; /* the sessions that are still to be told apart */
    int series;     /* facts.h */
    bool strong;
    bool alone;
    bool programme; /* lines of a list that it announces begin with their hours */
    bool matched; /* a field names the same day */
    bool main;    /* ... and this is the event of the page */
    bool dropped;
};

struct occurrences {
    struct arena *arena;
    const struct article *article;
    const struct grammar *grammar;
    const struct zone *zone;
    struct diags *diags;
    struct occurrence *items;
    size_t count;
    size_t capacity;
    const struct reading *moved; /* the new day of an event that the title says to be put off; NULL: none */
    const struct reading **mentioned; /* left out: a field dates the page, and the text only mentions these days */
    size_t mentioned_count;
    size_t mentioned_capacity;
};

/* What the text says of its days, in reading order: no field was compared yet, and no hour given that stands apart from its day. */
struct occurrences events_days(struct arena *arena, const struct readings *readings, const struct article *article, const struct zone *zone,
                               struct diags *diags);

/* All events, in order of time; title, place, about and action are still empty. They live in the arena. */
struct occurrences events_merge(struct arena *arena, const struct readings *readings, const struct article *article, const struct zone *zone,
                                struct diags *diags);

/* The instants of an occurrence, as facts.h wants them. */
void events_set_times(const struct occurrence *occurrence, const struct zone *zone, struct event *event);

/* Adds one; used by events_fields.c. */
void events_add(struct occurrences *occurrences, const struct occurrence *occurrence);

/* Reports that two lines contradict each other. */
void events_report(struct occurrences *occurrences, const char *code, int line, const char *text, int other_line, const char *other);

/* Behind its day the sentence of the event says "même" before one of these nouns: "mêmes heures", "au même endroit". */
bool events_says_same(const struct occurrence *occurrence, const struct grammar *grammar, const char *const *nouns);

/* The day is a heading of its own. */
bool events_is_heading(const struct occurrence *occurrence);

#endif

/* What an article promises: until when, what happens when and where, and what a visitor can do about it. Right or silent:
 * a doubtful date is a warning, never a fact. It knows articles and the calendar; it knows neither `now` nor slides. */
#ifndef PARVIS_CONTENT_FACTS_H
#define PARVIS_CONTENT_FACTS_H

#include "base/instant.h"

#include <stdbool.h>
#include <stddef.h>

struct article;
struct diags;
struct zone;

/* Why, for explain: "année 2023 d’après la date de publication ; mercredi concorde", and the same in English. */
struct reason {
    const char *french;
    const char *english;
};

/* Something ends. `until` is the instant at which it is over: the midnight after the last day, or the hour that is named.
 * `action` is an index into facts.actions, or -1. */
struct deadline {
    const char *text;   /* the words it came from: "jusqu'au 2 mai" */
    struct wall until;
    bool has_time;      /* an hour is named in the text */
    int line;
    struct reason reason;
    int action;
    const char *subject; /* what ends, when the text names it ("Inscriptions", a session's title); "" otherwise */
};

/* Something takes place. An all-day event ends at the midnight after its last day. Without a known end `has_end` is false and `end`
 * equals `start`. */
struct event {
    const char *title;
    const char *text; /* the words the date came from */
    const char *about; /* a sentence or two on what happens, from the same box or section; "" when none */
    struct wall start;
    struct wall end;
    bool has_end;
    bool all_day;
    const char *place; /* "" when unknown */
    int line;
    struct reason reason;
    int action;
    int series; /* events of one number are one thing that is given again: "le 30 avril et le 4 juin"; 0: given once */
};

enum action_for { ACTION_FOR_NONE, ACTION_FOR_DEADLINE, ACTION_FOR_EVENT };

/* Something a visitor can do: a page to open, a mail to write. `url` is absolute (http, https or mailto). */
struct action {
    const char *label;
    const char *url;
    enum action_for serves;
    int line;
};

/* A date of the text that is neither, with the reason. */
struct left_out {
    const char *text;
    int line;
    struct reason reason;
};

struct facts {
    const struct deadline *deadlines;
    size_t deadline_count;
    const struct event *events;
    size_t event_count;
    const struct action *actions; /* the most useful first */
    size_t action_count;
    const struct left_out *left; /* the first LEFT_MOST of them */
    size_t left_count;
};

enum { LEFT_MOST = 40 };

/* Reads the facts of a parsed article into its own arena and returns them. Doubts and contradictions go to diags (warnings, with the
 * lines). Wall times are of `zone`; `language` NULL takes the article's. Linear in the article's length. */
const struct facts *facts_read(const struct article *article, const struct zone *zone, struct diags *diags);

#endif

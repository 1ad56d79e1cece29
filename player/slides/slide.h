/* What visitors read: one slide as wording, with no place on a screen yet. It knows words, links, pictures by path and how long it
 * stays; it knows no pixels and no fonts. */
#ifndef PARVIS_SLIDES_SLIDE_H
#define PARVIS_SLIDES_SLIDE_H

#include "base/instant.h"

#include <stdbool.h>
#include <stddef.h>

enum slide_kind {
    SLIDE_HEADLINE, /* title, lead, picture */
    SLIDE_SECTION,  /* heading with list or sentences */
    SLIDE_EVENT,
    SLIDE_DEADLINE,
    SLIDE_PICTURE, /* a picture alone, perhaps with a caption */
    SLIDE_AGENDA,
    SLIDE_MESSAGE,
    SLIDE_URGENT,
    SLIDE_HOLDING, /* nothing to show: the venue's name */
    SLIDE_SETUP    /* nothing was ever there: how to give it content */
};

enum { SLIDE_KINDS = SLIDE_SETUP + 1, SLIDE_ADDRESSES_MOST = 3 };

enum text_style { TEXT_STRONG = 1, TEXT_SUPERSCRIPT = 2, TEXT_QUIET = 4 /* secondary colour */ };

/* A stretch of text with one style, already in French typography (U+202F, U+00A0 and ’ in place). */
struct text {
    const char *text;
    unsigned style;
};

/* One line of thought: a paragraph, list item or table row. `marker` is "" (paragraph), "•", or "1"; it hangs left of the text. */
struct text_line {
    const char *marker;
    const struct text *texts;
    size_t count;
};

/* A row of an agenda slide. */
struct agenda_row {
    const char *day;   /* "27" */
    const char *month; /* "avril" */
    const char *hours; /* "9 h – 12 h", "dernier jour" */
    struct text_line title;
    struct text_line detail; /* place or article; count 0 when none */
};

/* Where to go: a code to scan. `qr` is what the code says (the URL, or mailto:); `address` is the short form in clear. */
struct slide_link {
    const char *qr;
    const char *label;
    const char *address;
};

/* A picture by file; `focus_*` in permille of the picture (500, 500 = centre). */
struct slide_picture {
    const char *file; /* NULL: the theme's own drawn background */
    const char *alt;
    int focus_x, focus_y;
};

/* The figures of a countdown, by unit: "12" "jours"; on the last day hours and minutes, in the last hour minutes and seconds.
 * Figures are drawn in cells of one width. count 0: nothing to count (closed, or clock not trusted). */
struct countdown_part {
    const char *figure;
    const char *unit;
};

struct slide {
    enum slide_kind kind;
    const char *id; /* stable over reloads and clock: "articles/aic.md#section-2"; names golden files and remembers the place */
    const char *source; /* file it comes from */
    int source_line;
    struct text_line kicker; /* the small line above the title */
    struct text_line title;
    struct text_line lead; /* headline: lead; section: sentence before the list; event: what it is about */
    const struct text_line *body;
    size_t body_count;
    int page, pages; /* 1-based; pages 1 when it is whole; shown as "1/2" */
    struct slide_picture picture;
    bool has_picture;
    bool has_link;
    struct slide_link link;
    /* event */
    const char *weekday, *day, *month; /* "mercredi", "10", "mai"; several days: "mardi – mercredi", "9–10", "janvier", see event.h */
    const char *hours[2];              /* "14 h 30", "17 h 30"; "" when none: all day */
    const char *hours_joiner;          /* "à" */
    const char *again, *again_joiner;  /* whole days on which it is given again: "18 juin", "aussi le"; "" when it is not */
    const char *badge;                 /* "Dans 20 jours", "En cours"; "" when the clock is not trusted */
    struct text_line where;
    /* deadline */
    const char *count_intro; /* "Il reste", "Dernier jour"; "" when closed */
    struct countdown_part count[2];
    size_t count_parts;
    struct text_line count_outro; /* "pour déposer votre projet, jusqu’au mardi 2 mai inclus" */
    bool closed;
    /* agenda */
    const struct agenda_row *rows;
    size_t row_count;
    /* setup */
    const char *host_label, *host; /* "Écran", "parvis" */
    const char *addresses[SLIDE_ADDRESSES_MOST];
    size_t address_count;
    const char *no_address; /* said when there is none */
    const char *language;   /* of the footer too; NULL: the playlist's */
    /* time */
    int dwell_ms;
    bool fade; /* false: cut */
    struct wall changes_at; /* the instant at which its words must be made again; WALL_NEVER */
};

#endif

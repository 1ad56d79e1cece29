/* What every kind of slide is made with: where it goes, in whose words, for which instant; and the few steps all kinds share (empty
 * slide, link, dwell, does it fit). It knows no kind of its own. */
#ifndef PARVIS_SLIDES_MAKER_H
#define PARVIS_SLIDES_MAKER_H

#include "base/instant.h"
#include "slides/build.h"
#include "slides/slide.h"

#include <stdbool.h>
#include <stddef.h>

struct action;
struct arena;
struct article;
struct item;
struct words;
struct zone;

/* Borrowed parts live as long as the build; slides grow in the arena. `item` and `article` may be NULL. */
struct maker {
    struct arena *arena;
    const struct build *build;
    const struct item *item;
    const struct article *article;
    const struct words *words;
    bool english;
    const struct zone *zone;
    struct now now;
    const char *base; /* what slide ids begin with */
    struct slide *slides;
    size_t count, capacity;
};

/* How a file is named in slide ids: its path below the playlist's folder, since two articles of one name in two folders are two; else its
 * own name. Borrowed from `file`. */
const char *maker_file_name(const struct playlist *playlist, const char *file);

/* A maker for one item. */
struct maker maker_begin(struct arena *arena, const struct build *build, const struct item *item, const struct article *article);

/* An empty slide of a kind, all texts "", page 1 of 1; id "BASE#KIND-NUMBER" (without number when it is 0), from `line` of the source. */
struct slide maker_slide(const struct maker *maker, enum slide_kind kind, int number, int line);

/* Adds a finished slide: dwell is set here, from its words. */
void maker_add(struct maker *maker, const struct slide *slide);

/* True when the slide can be laid out: asks build->fits, else a rule of thumb. */
bool maker_fits(const struct maker *maker, const struct slide *slide);

/* Code, label and short address; nothing for an empty `url`. `label` NULL or "": words of our own. */
void maker_link(const struct maker *maker, struct slide *slide, const char *url, const char *label);
void maker_action(const struct maker *maker, struct slide *slide, int action);

/* A line in the typography of the maker's language. */
struct text_line maker_line(const struct maker *maker, const char *text, unsigned style);

/* Calendar days in the venue's zone from the day of `from` to the day of `to`. */
long maker_days_between(const struct maker *maker, struct wall from, struct wall to);

/* The next midnight in the venue's zone; WALL_NEVER when the clock is not trusted. */
struct wall maker_midnight(const struct maker *maker);

/* The earlier of two instants that still lies ahead. */
struct wall maker_sooner(const struct maker *maker, struct wall one, struct wall other);

/* True when a year must be said: it is not the current one (or that is not known). */
bool maker_says_year(const struct maker *maker, int year);

/* The short title of the article, or the title of the item; never NULL. */
const char *maker_short_title(const struct maker *maker);

/* The short title as a kicker; never NULL. */
const char *maker_kicker_title(const struct maker *maker);

#endif

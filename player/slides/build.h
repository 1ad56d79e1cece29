/* Articles and playlist items into slides, for one instant: the one door of slides/. Pure: the same content and the same `now` give the
 * same slides. It knows no pixels: whether a text fits is asked of whoever lays out, through `fits`. */
#ifndef PARVIS_SLIDES_BUILD_H
#define PARVIS_SLIDES_BUILD_H

#include "base/instant.h"
#include "slides/slide.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct article;
struct item;
struct library_date;
struct playlist;
struct setup;
struct words;

/* At most this many slides of one article; dated ones are kept first. */
enum { BUILD_SLIDES_MOST = 8 };

/* What building needs to know. `fits` says whether a slide can be laid out with no text under the floor (NULL: a rule of thumb of
 * about 250 characters and 8 lines). */
struct build {
    const struct playlist *playlist;
    struct now now;
    bool (*fits)(void *context, const struct slide *slide);
    void *fits_context;
    const struct setup *setup; /* NULL, or what is said in place of the holding slide when there never was any content */
    const char *language; /* of the footer's words; NULL: the playlist's */
};

/* Slides of one item, in order, in `arena`. `article` only for ITEM_ARTICLE (NULL otherwise). What has ended gives no slide; an item
 * whose every date has passed gives none at all. */
struct slide *build_item(struct arena *arena, const struct build *build, const struct item *item, const struct article *article,
                         size_t *count);

/* One or more agenda slides out of `dates` (any order, past ones are left out). */
struct slide *build_agenda(struct arena *arena, const struct build *build, const struct item *item, const struct library_date *dates,
                           size_t date_count, size_t *count);

/* The venue's holding slide: always there. With build->setup, and a playlist without items: how to give this screen content. */
struct slide build_holding(struct arena *arena, const struct build *build);

/* The footer's words at an instant: date "jeudi 20 avril", clock "10:24" ("" when the wall clock is not trusted). */
struct footer_words {
    const char *venue;
    const char *date;
    const char *clock;
};
struct footer_words build_footer(struct arena *arena, const struct build *build);

/* All words of a slide as plain text, one line a text: for index.json, explain, reading time. */
const char *build_plain_text(struct arena *arena, const struct slide *slide);

#endif

/* Articles, items and playlists made by hand: what the tests of slides/ feed in, so that they need no parser. */
#ifndef PARVIS_TESTS_SLIDES_HAND_H
#define PARVIS_TESTS_SLIDES_HAND_H

#include "base/arena.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"
#include "content/playlist.h"
#include "slides/build.h"
#include "slides/slide.h"
#include "slides/typography.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { HAND_BLOCKS_MOST = 64, HAND_FACTS_MOST = 16 };

/* Everything a test needs; begin with hand_init, end with hand_finish. */
struct hand {
    struct arena *arena;
    struct zone *zone;
    struct playlist playlist;
    struct item item;
    struct article article;
    struct facts facts;
    struct block blocks[HAND_BLOCKS_MOST];
    struct deadline deadlines[HAND_FACTS_MOST];
    struct event events[HAND_FACTS_MOST];
    struct action actions[HAND_FACTS_MOST];
    struct build build;
    struct slide *slides;
    size_t count;
};

static inline void hand_init(struct hand *hand)
{
    memset(hand, 0, sizeof *hand);
    hand->arena = arena_create();
    hand->zone = zone_create("Europe/Paris", NULL);
    assert_non_null(hand->zone);
    hand->playlist = (struct playlist){.file = "/salle/playlist.yaml", .folder = "/salle", .venue = "Le Lieu", .language = "fr",
                                       .timezone = "Europe/Paris", .zone = hand->zone};
    hand->item = (struct item){.kind = ITEM_ARTICLE, .place = {"/salle/playlist.yaml", 7, 3}, .days = 127};
    hand->facts.deadlines = hand->deadlines;
    hand->facts.events = hand->events;
    hand->facts.actions = hand->actions;
    hand->article = (struct article){.file = "/salle/articles/appel.md", .title = "Appel", .lead = "", .language = "fr",
                                     .blocks = hand->blocks, .facts = &hand->facts};
    hand->build.playlist = &hand->playlist;
}

static inline void hand_finish(struct hand *hand)
{
    arena_destroy(hand->arena);
    zone_destroy(hand->zone);
}

static inline struct wall hand_wall(const struct hand *hand, const char *text)
{
    struct wall wall = {0};
    assert_true(instant_parse(text, hand->zone, &wall, NULL, NULL));
    return wall;
}

static inline struct block *hand_block(struct hand *hand, enum block_kind kind, const char *text, int line)
{
    assert_true(hand->article.block_count < HAND_BLOCKS_MOST);
    struct block *block = &hand->blocks[hand->article.block_count++];
    struct span *span = arena_alloc(hand->arena, sizeof *span);
    *span = (struct span){text, 0, -1};
    *block = (struct block){.kind = kind, .level = kind == BLOCK_HEADING ? 2 : 1, .spans = span, .span_count = 1, .text = text, .line = line};
    return block;
}

static inline struct block *hand_item(struct hand *hand, const char *text, int list, int number)
{
    struct block *block = hand_block(hand, BLOCK_ITEM, text, 50);
    block->list = list;
    block->number = number;
    return block;
}

static inline struct deadline *hand_deadline(struct hand *hand, const char *text, const char *until, bool has_time, int line)
{
    struct deadline *deadline = &hand->deadlines[hand->facts.deadline_count++];
    *deadline = (struct deadline){.text = text, .until = hand_wall(hand, until), .has_time = has_time, .line = line, .reason = {"", ""},
                                  .action = -1, .subject = ""};
    return deadline;
}

static inline struct event *hand_event(struct hand *hand, const char *title, const char *start, const char *end, const char *place)
{
    struct event *event = &hand->events[hand->facts.event_count++];
    *event = (struct event){.title = title, .text = "", .about = "", .start = hand_wall(hand, start), .place = place, .reason = {"", ""}, .action = -1};
    event->end = end ? hand_wall(hand, end) : event->start;
    event->has_end = end != NULL;
    return event;
}

static inline int hand_action(struct hand *hand, const char *label, const char *url)
{
    hand->actions[hand->facts.action_count] = (struct action){.label = label, .url = url};
    return (int)hand->facts.action_count++;
}

/* Builds the hand's item at an instant; NULL: the clock is not trusted. */
static inline void hand_build(struct hand *hand, const char *at)
{
    hand->build.now = (struct now){.wall_trusted = at != NULL};
    if (at)
        hand->build.now.wall = hand_wall(hand, at);
    const struct article *article = hand->item.kind == ITEM_ARTICLE ? &hand->article : NULL;
    hand->slides = build_item(hand->arena, &hand->build, &hand->item, article, &hand->count);
}

/* The how manieth slide of a kind (from 0), or NULL. */
static inline const struct slide *hand_slide(const struct hand *hand, enum slide_kind kind, size_t which)
{
    for (size_t i = 0; i < hand->count; i++)
        if (hand->slides[i].kind == kind && which-- == 0)
            return &hand->slides[i];
    return NULL;
}

static inline const char *hand_plain(const struct hand *hand, const struct text_line *line)
{
    return typography_plain(hand->arena, line);
}

/* The text with every kind of blank as a plain one: tests of wording need not say which. */
static inline const char *hand_blanks(const struct hand *hand, const char *text)
{
    char *plain = arena_copy(hand->arena, text), *to = plain;
    for (const char *at = plain; *at;) {
        size_t blank = strncmp(at, "\u00a0", 2) == 0 ? 2 : strncmp(at, "\u202f", 3) == 0 ? 3 : 0;
        *to++ = blank ? ' ' : *at;
        at += blank ? blank : 1;
    }
    *to = '\0';
    return plain;
}

static inline const char *hand_says(const struct hand *hand, const struct text_line *line)
{
    return hand_blanks(hand, hand_plain(hand, line));
}

#endif

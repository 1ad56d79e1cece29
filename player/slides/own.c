#include "slides/own.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "content/facts.h"
#include "content/playlist.h"
#include "slides/countdown.h"
#include "slides/cut.h"
#include "slides/deadline.h"
#include "slides/event.h"
#include "slides/maker.h"
#include "slides/prose.h"
#include "slides/typography.h"
#include "slides/words.h"

#include <string.h>

/* A message without title whose first sentence is at most this long is titled by it. */
enum { TITLE_MOST = 90 };

static void add_event(struct maker *maker)
{
    const struct item *item = maker->item;
    if (!item->has_start)
        return;
    struct event event = {.title = item->title ? item->title : "",
                          .about = item->text ? item->text : "",
                          .start = item->start,
                          .end = item->has_end ? item->end : item->start,
                          .has_end = item->has_end,
                          .all_day = !item->has_time,
                          .place = item->where ? item->where : "",
                          .line = item->place.line,
                          .action = -1};
    if (event_is_over(maker, &event))
        return;
    struct slide slide = event_slide(maker, &(struct occasion){.event = &event}, item->place.line, words_get(maker->words, WORD_EVENT));
    maker_link(maker, &slide, item->link, item->label);
    maker_add(maker, &slide);
}

static void add_deadline(struct maker *maker)
{
    const struct item *item = maker->item;
    if (!item->has_end || !countdown_is_shown(maker->now, item->end))
        return;
    struct deadline deadline = {.text = "",
                                .until = item->end,
                                .has_time = item->has_time,
                                .line = item->place.line,
                                .action = -1,
                                .subject = item->text ? item->text : item->title};
    struct slide slide = deadline_slide(maker, &deadline, item->place.line, false);
    if (!slide.closed)
        maker_link(maker, &slide, item->link, item->label);
    maker_add(maker, &slide);
}

static void add_message(struct maker *maker)
{
    const struct item *item = maker->item;
    const char *text = item->text ? item->text : "";
    const char *title = item->title ? item->title : "";
    if (!title[0]) {
        size_t first = cut_sentence(text);
        char *sentence = cut_trim(maker->arena, text, first);
        if (utf8_count(sentence) <= TITLE_MOST) {
            title = cut_trailing(maker->arena, sentence, ".");
            text += first;
        }
    }
    struct slide slide = maker_slide(maker, item->urgent ? SLIDE_URGENT : SLIDE_MESSAGE, item->place.line, item->place.line);
    if (item->urgent)
        slide.kicker = maker_line(maker, words_get(maker->words, WORD_IMPORTANT), 0);
    slide.title = maker_line(maker, title, 0);
    maker_link(maker, &slide, item->link, item->label);
    struct prose prose = {.maker = maker};
    prose_add(&prose, text);
    prose_finish(&prose, &slide);
}

static void add_pictures(struct maker *maker)
{
    const struct item *item = maker->item;
    for (size_t i = 0; i < item->file_count; i++) {
        const struct item_file *file = &item->files[i];
        struct slide slide = maker_slide(maker, SLIDE_PICTURE, 0, file->line);
        /* A picture is known by its own name: it keeps it when the carousel is put in another order. */
        slide.id = arena_format(maker->arena, "%s#picture-%s", maker->base, maker_file_name(maker->build->playlist, file->path));
        slide.has_picture = true;
        slide.picture = (struct slide_picture){arena_copy(maker->arena, file->path), file->alt ? arena_copy(maker->arena, file->alt) : "", 500, 500};
        if (item->title)
            slide.title = maker_line(maker, item->title, 0);
        if (item->text)
            slide.lead = maker_line(maker, cut_sentences(maker->arena, item->text, CUT_LEAD_MOST), 0);
        maker_link(maker, &slide, item->link, item->label);
        maker_add(maker, &slide);
    }
}

void own_add(struct maker *maker)
{
    switch (maker->item->kind) {
    case ITEM_EVENT:
        add_event(maker);
        break;
    case ITEM_DEADLINE:
        add_deadline(maker);
        break;
    case ITEM_MESSAGE:
        add_message(maker);
        break;
    case ITEM_IMAGE:
    case ITEM_CAROUSEL:
        add_pictures(maker);
        break;
    default:
        break;
    }
}

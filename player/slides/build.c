#include "slides/build.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"
#include "content/playlist.h"
#include "slides/agenda.h"
#include "slides/category.h"
#include "slides/countdown.h"
#include "slides/deadline.h"
#include "slides/event.h"
#include "slides/headline.h"
#include "slides/maker.h"
#include "slides/own.h"
#include "slides/section.h"
#include "slides/setup.h"
#include "slides/typography.h"
#include "slides/words.h"

#include <stdlib.h>
#include <string.h>

/* Up to so many events of one article have a slide each; of a longer series so many. */
enum { EVENTS_SINGLE_MOST = 4, EVENTS_OF_SERIES = 2 };

static bool shows(const struct maker *maker, enum show_kind kind)
{
    return maker->item->show == 0 || (maker->item->show & (unsigned)kind);
}

/* True when the article has dates and all of them, closed cards too, are over. */
static bool is_over(const struct maker *maker)
{
    const struct facts *facts = maker->article->facts;
    if (facts->event_count + facts->deadline_count == 0)
        return false;
    for (size_t i = 0; i < facts->event_count; i++)
        if (!event_is_over(maker, &facts->events[i]))
            return false;
    for (size_t i = 0; i < facts->deadline_count; i++)
        if (countdown_is_shown(maker->now, facts->deadlines[i].until))
            return false;
    return true;
}

/* By start, and in the order of the article where that is the same. */
static int compare_starts(const void *one, const void *other)
{
    const struct event *const *a = one, *const *b = other;
    if ((*a)->start.ms != (*b)->start.ms)
        return (*a)->start.ms < (*b)->start.ms ? -1 : 1;
    return *a < *b ? -1 : *a > *b;
}

/* Of one of several events that has a name of its own, the article that announces them: "Café des aidants" over "Prendre du temps pour soi". */
static const char *kicker_of_event(const struct maker *maker, const struct event *event)
{
    const struct article *article = maker->article;
    const char *category = category_of_event(maker), *word = words_get(maker->words, WORD_EVENT);
    if (article->facts->event_count == 1)
        return category ? category : word;
    return strstr(article->title, event->title) || strstr(event->title, article->title) ? word : maker_kicker_title(maker);
}

/* What of the `count` events that come, by start, is a thing of its own: each first day with those on which the same is given again. */
static size_t collect_occasions(struct maker *maker, const struct event *const *coming, size_t count, struct occasion *occasions)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        size_t first = 0;
        while (first < kept && (!coming[i]->series || occasions[first].event->series != coming[i]->series))
            first++;
        if (first == kept) {
            occasions[kept++] = (struct occasion){.event = coming[i], .again = coming[i]->series ? arena_alloc(maker->arena, (count - i) * sizeof *coming) : NULL};
            continue;
        }
        occasions[first].again[occasions[first].again_count++] = coming[i];
    }
    return kept;
}

/* One slide each; of many the next ones, and the others as the rows of an agenda. */
static void add_events(struct maker *maker)
{
    const struct facts *facts = maker->article->facts;
    const struct event **coming = arena_alloc(maker->arena, (facts->event_count + 1) * sizeof *coming);
    struct occasion *occasions = arena_alloc(maker->arena, (facts->event_count + 1) * sizeof *occasions);
    size_t count = 0;
    for (size_t i = 0; i < facts->event_count; i++)
        if (!event_is_over(maker, &facts->events[i]))
            coming[count++] = &facts->events[i];
    if (count > 1)
        qsort(coming, count, sizeof *coming, compare_starts);
    count = collect_occasions(maker, coming, count, occasions);
    size_t single = count > EVENTS_SINGLE_MOST ? EVENTS_OF_SERIES : count;
    for (size_t i = 0; i < single; i++) {
        const struct event *event = occasions[i].event;
        struct slide slide = event_slide(maker, &occasions[i], (int)(event - facts->events) + 1, kicker_of_event(maker, event));
        maker_add(maker, &slide);
    }
    agenda_add_events(maker, occasions + single, count - single);
}

static void add_deadlines(struct maker *maker)
{
    const struct facts *facts = maker->article->facts;
    for (size_t i = 0; i < facts->deadline_count; i++) {
        if (!countdown_is_shown(maker->now, facts->deadlines[i].until))
            continue;
        struct slide slide = deadline_slide(maker, &facts->deadlines[i], (int)i + 1, facts->deadline_count > 1);
        maker_add(maker, &slide);
    }
}

static bool is_dated(const struct slide *slide)
{
    return slide->kind == SLIDE_EVENT || slide->kind == SLIDE_DEADLINE || slide->kind == SLIDE_AGENDA;
}

/* What an article's slides are worth when there are too many: dates first, then the headline, then sections and pictures in order. The pages of
 * one section stay together. */
static void keep_most(struct maker *maker)
{
    size_t dated = 0, others = 0;
    for (size_t i = 0; i < maker->count; i++)
        dated += is_dated(&maker->slides[i]);
    size_t room = dated < BUILD_SLIDES_MOST ? BUILD_SLIDES_MOST - dated : 0;
    size_t kept = 0, dates_kept = 0;
    for (size_t i = 0; i < maker->count; i++) {
        const struct slide *slide = &maker->slides[i];
        if (is_dated(slide)) {
            if (dates_kept++ >= BUILD_SLIDES_MOST)
                continue;
        } else {
            size_t needed = (size_t)(slide->pages - slide->page + 1);
            if (slide->page == 1 && others + needed > room) {
                i += needed - 1;
                continue;
            }
            others++;
        }
        maker->slides[kept++] = *slide;
    }
    maker->count = kept;
}

static void add_article(struct maker *maker)
{
    if (maker->article->draft || is_over(maker))
        return;
    if (maker->item->urgent) {
        section_add_urgent(maker);
        return;
    }
    if (shows(maker, SHOW_HEADLINE))
        headline_add(maker);
    if (shows(maker, SHOW_SECTION))
        section_add_all(maker);
    if (shows(maker, SHOW_EVENT))
        add_events(maker);
    if (shows(maker, SHOW_DEADLINE))
        add_deadlines(maker);
    if (shows(maker, SHOW_PICTURE))
        headline_add_pictures(maker);
    keep_most(maker);
}

struct slide *build_item(struct arena *arena, const struct build *build, const struct item *item, const struct article *article,
                         size_t *count)
{
    struct maker maker = maker_begin(arena, build, item, article);
    if (article)
        add_article(&maker);
    else
        own_add(&maker);
    *count = maker.count;
    return maker.slides;
}

struct slide *build_agenda(struct arena *arena, const struct build *build, const struct item *item, const struct library_date *dates,
                           size_t date_count, size_t *count)
{
    struct maker maker = maker_begin(arena, build, item, NULL);
    agenda_add(&maker, dates, date_count);
    *count = maker.count;
    return maker.slides;
}

struct slide build_holding(struct arena *arena, const struct build *build)
{
    if (setup_applies(build))
        return setup_slide(arena, build);
    struct maker maker = maker_begin(arena, build, NULL, NULL);
    struct slide slide = maker_slide(&maker, SLIDE_HOLDING, 0, 0);
    const char *venue = build->playlist->venue;
    slide.title = maker_line(&maker, venue && venue[0] ? venue : words_get(maker.words, WORD_WELCOME), 0);
    if (venue && venue[0])
        slide.kicker = maker_line(&maker, words_get(maker.words, WORD_WELCOME), 0);
    slide.has_picture = true;
    maker_add(&maker, &slide);
    return maker.slides[0];
}

struct footer_words build_footer(struct arena *arena, const struct build *build)
{
    const struct playlist *playlist = build->playlist;
    const struct words *words = words_for(build->language ? build->language : playlist->language);
    struct footer_words footer = {playlist->venue ? typography_set(arena, playlist->venue, words_are_english(words)) : "", "", ""};
    if (!build->now.wall_trusted)
        return footer;
    struct civil civil = zone_to_civil(playlist->zone, build->now.wall);
    footer.date = words_date(words, arena, &civil, true, false);
    footer.clock = words_clock(arena, &civil);
    return footer;
}

static void say(struct buffer *buffer, const char *text)
{
    if (!text || !text[0])
        return;
    if (buffer->length)
        buffer_add_char(buffer, '\n');
    buffer_add(buffer, text);
}

static void say_line(struct buffer *buffer, const struct text_line *line)
{
    const char *text = typography_plain(buffer->arena, line);
    bool marked = text[0] && line->marker && line->marker[0];
    say(buffer, marked ? arena_format(buffer->arena, "%s %s", line->marker, text) : text);
}

static void say_times(struct buffer *buffer, const struct slide *slide)
{
    struct arena *arena = buffer->arena;
    if (slide->day && slide->day[0])
        say(buffer, arena_format(arena, "%s %s %s", slide->weekday, slide->day, slide->month));
    if (slide->hours[0] && slide->hours[0][0])
        say(buffer, slide->hours[1][0] ? arena_format(arena, "%s %s %s", slide->hours[0], slide->hours_joiner, slide->hours[1])
                                       : slide->hours[0]);
    if (slide->again && slide->again[0])
        say(buffer, arena_format(arena, "%s %s", slide->again_joiner, slide->again));
    say(buffer, slide->badge);
    say_line(buffer, &slide->where);
    say(buffer, slide->count_intro);
    if (slide->count_parts == 1)
        say(buffer, arena_format(arena, "%s %s", slide->count[0].figure, slide->count[0].unit));
    if (slide->count_parts == 2)
        say(buffer, arena_format(arena, "%s %s %s %s", slide->count[0].figure, slide->count[0].unit, slide->count[1].figure,
                                 slide->count[1].unit));
    say_line(buffer, &slide->count_outro);
}

const char *build_plain_text(struct arena *arena, const struct slide *slide)
{
    struct buffer buffer;
    buffer_init(&buffer, arena);
    say_line(&buffer, &slide->kicker);
    say_line(&buffer, &slide->title);
    say_line(&buffer, &slide->lead);
    for (size_t i = 0; i < slide->body_count; i++)
        say_line(&buffer, &slide->body[i]);
    say_times(&buffer, slide);
    say(&buffer, slide->host);
    for (size_t i = 0; i < slide->address_count; i++)
        say(&buffer, slide->addresses[i]);
    for (size_t i = 0; i < slide->row_count; i++) {
        const struct agenda_row *row = &slide->rows[i];
        say(&buffer, arena_format(arena, row->hours[0] ? "%s %s, %s" : "%s %s%s", row->day, row->month, row->hours));
        say_line(&buffer, &row->title);
        say_line(&buffer, &row->detail);
    }
    if (slide->has_link) {
        say(&buffer, slide->link.label);
        say(&buffer, slide->link.address);
    }
    return buffer.data;
}

#include "slides/agenda.h"

#include "base/arena.h"
#include "base/zone.h"
#include "content/library.h"
#include "content/playlist.h"
#include "slides/countdown.h"
#include "slides/cut.h"
#include "slides/event.h"
#include "slides/maker.h"
#include "slides/typography.h"
#include "slides/words.h"

#include <stdlib.h>
#include <string.h>

static struct event event_of(const struct library_date *date)
{
    return (struct event){.title = date->title,
                          .start = date->start,
                          .end = date->end,
                          .has_end = date->has_end,
                          .all_day = date->all_day,
                          .place = date->place,
                          .action = -1};
}

static bool is_coming(const struct maker *maker, const struct library_date *date)
{
    if (date->is_deadline)
        return !countdown_is_closed(maker->now, date->start);
    struct event event = event_of(date);
    return !event_is_over(maker, &event);
}

/* A deadline at midnight belongs to the day before. */
static int64_t sort_ms(const struct library_date *date)
{
    return date->start.ms - (date->is_deadline ? 1 : 0);
}

static int compare(const void *one, const void *other)
{
    const struct library_date *a = one, *b = other;
    if (sort_ms(a) != sort_ms(b))
        return sort_ms(a) < sort_ms(b) ? -1 : 1;
    return strcmp(a->title, b->title);
}

static bool is_twin(const struct maker *maker, const struct library_date *a, const struct library_date *b)
{
    return a->is_deadline == b->is_deadline && a->start.ms == b->start.ms &&
           strcmp(cut_fold(maker->arena, a->title), cut_fold(maker->arena, b->title)) == 0;
}

static const char *event_hours(const struct maker *maker, const struct event *event)
{
    const char *from, *to;
    event_hour_words(maker, event, &from, &to);
    if (!from[0])
        return "";
    return to[0] ? arena_format(maker->arena, "%s\u00a0– %s", from, to) : from;
}

static struct agenda_row deadline_row(const struct maker *maker, const struct library_date *date)
{
    struct agenda_row row = {0};
    struct civil end = zone_to_civil(maker->zone, date->start);
    bool whole_day = !date->has_time || (end.hour == 0 && end.minute == 0);
    row.hours = words_get(maker->words, WORD_LAST_DAY_SHORT);
    if (whole_day)
        end = zone_to_civil(maker->zone, (struct wall){date->start.ms - 1});
    else
        row.hours = arena_format(maker->arena, "%s\u00a0%s", words_get(maker->words, WORD_BEFORE),
                                 words_hour(maker->words, maker->arena, end.hour, end.minute));
    row.day = arena_format(maker->arena, "%d", end.day);
    row.month = words_month(maker->words, end.month);
    if (maker_says_year(maker, end.year))
        row.month = arena_format(maker->arena, "%s\u00a0%d", row.month, end.year);
    return row;
}

/* A date names its article and, where that has several, what of it ends: "Communs — Dossiers". The last joiner parts them. */
static const char joiner[] = " — ";

static const char *subject_in(const char *title)
{
    const char *found = NULL;
    for (const char *at = title; (at = strstr(at, joiner)) != NULL; at++)
        found = at;
    return found && found > title && found[strlen(joiner)] ? found : NULL;
}

static struct agenda_row row_of(const struct maker *maker, const struct library_date *date)
{
    struct agenda_row row = {0};
    if (date->is_deadline) {
        row = deadline_row(maker, date);
    } else {
        struct event event = event_of(date);
        event_day_words(maker, &event, &row.day, &row.month);
        row.hours = event_hours(maker, &event);
    }
    struct arena *arena = maker->arena;
    const char *title = cut_clean(arena, date->title), *detail = date->place ? date->place : "";
    const char *subject = date->is_deadline && !detail[0] ? subject_in(title) : NULL;
    if (subject) {
        title = arena_copy_bytes(arena, title, (size_t)(subject - title));
        detail = cut_capital(arena, subject + strlen(joiner));
    }
    if (date->is_deadline)
        title = cut_short_title(arena, title);
    row.title = maker_line(maker, cut_capital(arena, cut_item(arena, title, CUT_ITEM_MOST)), 0);
    row.detail = maker_line(maker, cut_trailing(arena, cut_clean(arena, detail), ".,;"), TEXT_QUIET);
    return row;
}

/* Dates that come, sorted, without twins. */
static size_t choose(const struct maker *maker, struct library_date *chosen, const struct library_date *dates, size_t count)
{
    size_t coming = 0;
    for (size_t i = 0; i < count; i++)
        if (dates[i].title && is_coming(maker, &dates[i]))
            chosen[coming++] = dates[i];
    if (coming)
        qsort(chosen, coming, sizeof *chosen, compare);
    size_t kept = 0;
    for (size_t i = 0; i < coming; i++) {
        bool twin = false;
        for (size_t k = kept; k > 0 && chosen[k - 1].start.ms == chosen[i].start.ms && !twin; k--)
            twin = is_twin(maker, &chosen[k - 1], &chosen[i]);
        if (!twin)
            chosen[kept++] = chosen[i];
        if (kept == (size_t)AGENDA_ROWS_MOST * AGENDA_PAGES_MOST)
            break;
    }
    return kept;
}

/* The first instant at which a row ends or its words change. */
static struct wall changes_at(const struct maker *maker, const struct library_date *dates, size_t count)
{
    struct wall next = maker_midnight(maker);
    if (!maker->now.wall_trusted)
        return next;
    for (size_t i = 0; i < count; i++) {
        struct event event = event_of(&dates[i]);
        next = maker_sooner(maker, next, dates[i].is_deadline ? dates[i].start : event_end(maker, &event));
    }
    return next;
}

/* Rows onto slides, at most `most` on each; returns how many slides. */
static size_t fill_pages(struct maker *maker, const struct agenda_row *rows, size_t count, size_t most, const char *title,
                         struct wall changes)
{
    size_t first = maker->count;
    for (size_t at = 0; at < count && maker->count - first < AGENDA_PAGES_MOST;) {
        int number = (int)(maker->count - first) + 1;
        struct slide slide = maker_slide(maker, SLIDE_AGENDA, number, maker->item && !maker->article ? maker->item->place.line : 0);
        slide.title = maker_line(maker, title, 0);
        slide.rows = rows + at;
        slide.row_count = count - at < most ? count - at : most;
        slide.page = number;
        slide.pages = number + (at + slide.row_count < count);
        while (slide.row_count > 1 && !maker_fits(maker, &slide))
            slide.row_count--;
        slide.changes_at = changes;
        at += slide.row_count;
        maker_add(maker, &slide);
    }
    return maker->count - first;
}

/* As few slides as hold the rows, and on each about as many: three and two, not four and one. `chosen` are sorted. */
static void add_pages(struct maker *maker, const struct library_date *chosen, size_t count, const char *title)
{
    struct agenda_row *rows = arena_alloc(maker->arena, (count + 1) * sizeof *rows);
    for (size_t i = 0; i < count; i++)
        rows[i] = row_of(maker, &chosen[i]);
    struct wall changes = changes_at(maker, chosen, count);
    size_t first = maker->count, pages = fill_pages(maker, rows, count, AGENDA_ROWS_MOST, title, changes);
    if (pages > 1) {
        maker->count = first;
        size_t even = fill_pages(maker, rows, count, (count + pages - 1) / pages, title, changes);
        if (even > pages || maker->slides[maker->count - 1].pages > maker->slides[maker->count - 1].page) {
            maker->count = first;
            fill_pages(maker, rows, count, AGENDA_ROWS_MOST, title, changes);
        }
    }
    for (size_t i = first; i < maker->count; i++)
        maker->slides[i].pages = (int)(maker->count - first);
}

void agenda_add(struct maker *maker, const struct library_date *dates, size_t count)
{
    struct library_date *chosen = arena_alloc(maker->arena, (count + 1) * sizeof *chosen);
    size_t kept = choose(maker, chosen, dates, count);
    const char *own = maker->item ? maker->item->title : NULL;
    add_pages(maker, chosen, kept, own ? own : words_get(maker->words, WORD_COMING_UP));
}

/* The place, and before it when the same is given again: "aussi le 18 juin · salle 3". */
static const char *detail_of(const struct maker *maker, const struct occasion *occasion)
{
    const char *also, *days, *place = occasion->event->place ? occasion->event->place : "";
    event_again_words(maker, occasion, &also, &days);
    if (!days[0])
        return place;
    return arena_format(maker->arena, "%s\u00a0%s%s%s", cut_capital(maker->arena, also), days, place[0] ? " · " : "", place);
}

void agenda_add_events(struct maker *maker, const struct occasion *occasions, size_t count)
{
    struct library_date *dates = arena_alloc(maker->arena, (count + 1) * sizeof *dates);
    struct library_date *chosen = arena_alloc(maker->arena, (count + 1) * sizeof *chosen);
    for (size_t i = 0; i < count; i++) {
        const struct event *event = occasions[i].event;
        dates[i] = (struct library_date){.title = event->title,
                                         .place = detail_of(maker, &occasions[i]),
                                         .start = event->start,
                                         .end = event->end,
                                         .has_end = event->has_end,
                                         .all_day = event->all_day};
    }
    add_pages(maker, chosen, choose(maker, chosen, dates, count), maker_kicker_title(maker));
}

#include "content/places.h"

#include "base/arena.h"
#include "base/civil.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/place_labels.h"
#include "content/place_lists.h"
#include "content/places_beside.h"
#include "content/places_cells.h"
#include "content/places_fields.h"
#include "content/places_held.h"
#include "content/places_only.h"
#include "content/places_page.h"
#include "content/places_sentence.h"
#include "content/places_stretch.h"
#include "content/places_town.h"
#include "content/venue.h"
#include "content/venue_words.h"

#include <string.h>

/* In passages; in sentences that name the same days: of a page that repeats one day a thousand times the first tell enough. */
enum { NEIGHBOURS = 4, SENTENCES_MOST = 40 };

/* The reading names the same days, be it with or without their year. */
static bool names_days(const struct reading *reading, const struct occurrence *occurrence)
{
    const struct reading *own = occurrence->reading;
    if (reading->resolved)
        return reading->first_day == occurrence->first_day && reading->last_day == occurrence->last_day && reading->kind == READING_EVENT;
    const struct date_span *span = &reading->span;
    if (span->first.year && span->first.year != civil_from_days(occurrence->first_day).year)
        return false; /* "Lors du 8 mai 2015 …" */
    return own && reading->kind == READING_NONE && span->first.day == own->span.first.day && span->first.month == own->span.first.month &&
           span->last.day == own->span.last.day && span->last.month == own->span.last.month &&
           (!span->first.year || !own->span.first.year || span->first.year == own->span.first.year);
}

/* A room goes behind the house that the same sentence names apart from it, and a house before its room. */
static const char *with_room(const struct places *places, const struct reading *reading, const struct venue *best)
{
    const struct lexis *lexis = &reading->passage->lexis;
    const char *said = venue_text(places->arena, lexis, best->first, best->end);
    bool is_room = lexis_is_word_of(&lexis->items[best->first], venue_words_rooms);
    struct venue other = best->rank == VENUE_HOUSE ? places_sentence_in(places, reading, !is_room) : (struct venue){0};
    bool apart = other.rank == VENUE_HOUSE && said[0] && (other.first >= best->end || other.end <= best->first);
    const char *more = apart ? venue_text(places->arena, lexis, other.first, other.end) : "";
    if (!more[0])
        return said;
    const char *house = is_room ? more : said, *room = is_room ? said : more;
    char first = lexis->text[lexis->items[is_room ? best->first : other.first].begin]; /* as it was written */
    return arena_format(places->arena, "%s, %c%s", house, (unsigned char)first < 0x80 ? first : room[0], room + 1);
}

/* A mere town with the house that the page names once for all: "Campus Carnot, Lyon", but "Chez Toile, 16 rue …". */
static const char *with_house(const struct places *places, const struct occurrence *occurrence, enum venue_rank rank, const char *said, bool sole)
{
    const char *house = places_page_once(places, occurrence, sole);
    struct lexis named = lexis_read(places->arena, house);
    if (!house[0] || venue_spells(&named, 0, venue_words_remote))
        return said;
    if (strstr(house, said))
        return house;
    bool address = house[0] >= '0' && house[0] <= '9';
    if (!sole || (rank == VENUE_NAMED && !address))
        return said;
    return rank == VENUE_NAMED ? arena_format(places->arena, "%s, %s", said, house) : places_town_with(places, house, said);
}

/* What any sentence that names these days says of the place; the most particular, and of two the event's own. */
static const char *find_said(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    const struct reading *own = occurrence->reading, *from = own;
    struct venue best = own ? places_sentence_in(places, own, -1) : (struct venue){0};
    for (size_t i = 0, seen = 0; i < places->readings->count && seen < SENTENCES_MOST; i++) {
        const struct reading *reading = &places->readings->items[i];
        if (reading == own || (own && passages_are_items(own->passage, reading->passage)) || !names_days(reading, occurrence))
            continue;
        seen++;
        struct venue venue = places_sentence_in(places, reading, -1);
        if (venue.rank > best.rank) {
            best = venue;
            from = reading;
        }
    }
    const char *said = best.rank ? with_room(places, from, &best) : "";
    said = best.rank > VENUE_TOWN ? places_town_at_head(places, from, &best, said) : said;
    return best.rank == VENUE_TOWN || best.rank == VENUE_NAMED ? with_house(places, occurrence, best.rank, said, sole) : said;
}

/* A place that is marked in the passage of the event: before or behind its date as before or behind the first one. */
static const char *find_marked_here(const struct places *places, const struct reading *reading)
{
    const struct lexis *lexis = &reading->passage->lexis;
    struct stretch stretch = places_stretch_of(places, reading, false);
    if (!stretch.earlier && !stretch.later)
        return places_page_marked(places, reading->passage, 0, lexis->count);
    size_t first = lexis_at(lexis, places->readings->items[places->dates[reading->passage->index].first].begin);
    const char *before = places_page_marked(places, reading->passage, 0, first < stretch.date ? first : stretch.date);
    return before[0] ? places_page_marked(places, reading->passage, stretch.first, stretch.date)
                     : places_page_marked(places, reading->passage, stretch.behind, stretch.end);
}

/* In an item or a line that is but a date and a place: "9 juin — Présentiel à Paris". */
static const char *find_beside(const struct places *places, const struct reading *reading)
{
    const struct lexis *lexis = &reading->passage->lexis;
    struct stretch stretch = places_stretch_of(places, reading, true);
    struct venue venue = reading->alone ? places_beside_date(lexis, &stretch) : (struct venue){0};
    struct venue better = venue.rank == VENUE_TOWN ? places_sentence_in(places, reading, -1) : (struct venue){0};
    if (better.rank > VENUE_TOWN) {
        const char *house = places_town_with(places, venue_text(places->arena, lexis, better.first, better.end), venue_text(places->arena, lexis, venue.first, venue.end));
        return places_town_at_head(places, reading, &better, house);
    }
    size_t part = place_lists_part(lexis);
    if (part >= stretch.behind && part < lexis->count && place_lists_holds(places->passages, reading->passage))
        return venue_text(places->arena, lexis, part, venue_text_marked_end(lexis, part, lexis->count));
    const char *said = venue.rank ? venue_text(places->arena, lexis, venue.first, venue.end) : "";
    return venue.rank > VENUE_TOWN ? places_town_at_head(places, reading, &venue, said) : said;
}

/* "📍 **Montpellier** – mercredi 20 octobre, Halle Tropisme": what is marked, or the house of the sentence in a town that is. */
static const char *house_in_marked(const struct places *places, const struct reading *reading, const char *marked)
{
    struct venue house = places_town_is_name(places, marked) ? places_sentence_in(places, reading, -1) : (struct venue){0};
    if (house.rank <= VENUE_TOWN)
        return marked;
    const char *text = venue_text(places->arena, &reading->passage->lexis, house.first, house.end);
    bool other = house.rank == VENUE_ADDRESS && !places_town_is_mere(places, marked); /* "📍 Bocal – mercredi 20 octobre, 4 rue Carnot" */
    return other ? arena_format(places->arena, "%s, %s", marked, text) : places_town_with(places, text, marked);
}

/* The passages around the event: its own, then those behind it in the same box or section, up to those of another event. */
static const char *find_near(const struct places *places, const struct occurrence *occurrence)
{
    const struct passage *home = occurrence->reading->passage;
    const char *found = house_in_marked(places, occurrence->reading, find_marked_here(places, occurrence->reading));
    if (!found[0])
        found = find_beside(places, occurrence->reading);
    bool row = true; /* only dates so far */
    for (size_t i = home->index + 1; !found[0] && i < places->passages->count && i <= home->index + NEIGHBOURS; i++) {
        const struct passage *near = &places->passages->items[i];
        bool dated = places_page_is_dated(places, near, occurrence);
        const char *marked = places_page_marked(places, near, 0, near->lexis.count);
        if (near->role != home->role || (near->above != home->above && near->above != home) || (dated && (!row || marked[0])))
            break;
        row = row && dated;
        found = marked;
    }
    return found;
}

/* "Sur place et en visioconférence": two ways to take part, wherever they stand in the passage, or in the line of one of several days. */
static const char *find_modes(const struct places *places, const struct reading *reading)
{
    const struct lexis *lexis = &reading->passage->lexis;
    struct stretch stretch = places_stretch_of(places, reading, false);
    size_t first = stretch.earlier || stretch.later ? places_beside_line(lexis, &stretch) : 0, end = stretch.later ? stretch.end : lexis->count;
    for (size_t i = first; i < end; i++) {
        size_t count = venue_spells(lexis, i, venue_words_modes);
        struct venue venue = count ? venue_at(lexis, i) : (struct venue){0};
        if (venue.end > i + count)
            return venue_text(places->arena, lexis, venue.first, venue.end);
    }
    return "";
}

/* A house by its name alone, in an item of a list whose others name houses there. */
static const char *find_listed(const struct places *places, const struct reading *reading)
{
    const struct passage *item = reading->passage;
    struct stretch stretch = places_stretch_of(places, reading, true);
    size_t end = place_lists_head(places->passages, item, stretch.date);
    if (end)
        return venue_text(places->arena, &item->lexis, 0, end);
    size_t first = place_lists_tail(places->passages, item, stretch.behind);
    const char *house = first ? venue_text(places->arena, &item->lexis, first, venue_text_marked_end(&item->lexis, first, stretch.end)) : "";
    const char *marked = house[0] ? find_marked_here(places, reading) : ""; /* "📍 **Dole** – mardi 18 mars, Cité des métiers" */
    return places_town_is_name(places, marked) ? places_town_with(places, house, marked) : house;
}

/* What stands beside the date itself: in its field, its row, its line, marked near it. */
static const char *find_own(const struct places *places, const struct occurrence *occurrence)
{
    const struct passage *home = occurrence->reading->passage;
    const char *place = places_fields_beside(places, home);
    if (!place[0])
        place = places_cells_place(places, home);
    if (!place[0])
        place = find_listed(places, occurrence->reading);
    return place[0] ? place : find_near(places, occurrence);
}

/* Further on in the section of the event, without a day: a house with its address in brackets, "au Lieu des possibles (77 rue …)". */
static const char *addressed_behind(const struct places *places, const struct passage *home, const struct occurrence *occurrence)
{
    for (size_t i = home->index + 1; i < places->passages->count && i <= home->index + NEIGHBOURS; i++) {
        const struct passage *near = &places->passages->items[i];
        if (near->role != home->role || near->above != home->above || places_page_is_dated(places, near, occurrence))
            break;
        struct venue venue = venue_best(&near->lexis, 0, near->lexis.count);
        for (size_t k = venue.first; venue.rank == VENUE_HOUSE && k + 1 < venue.end; k++)
            if (lexis_is_sign(&near->lexis.items[k], '(') && venue_is_address(&near->lexis, k + 1))
                return venue_text(places->arena, &near->lexis, venue.first, venue.end);
    }
    return "";
}

static const char *find_addressed(const struct places *places, const struct occurrence *occurrence)
{
    const char *found = "";
    for (size_t i = 0, seen = 0; !found[0] && i < places->readings->count && seen < SENTENCES_MOST; i++) {
        const struct reading *reading = &places->readings->items[i];
        if (reading->kind != READING_EVENT || !names_days(reading, occurrence))
            continue;
        seen++;
        found = addressed_behind(places, reading->passage, occurrence);
    }
    return found;
}

/* In a line of its own below the event, or further on. */
static const char *find_below(const struct places *places, const struct occurrence *occurrence)
{
    const char *place = places_page_line(places, occurrence);
    return place[0] ? place : find_addressed(places, occurrence);
}

/* The place of the page's own fields, or the house that the text of the only event names where they say but "Lieu : Paris". */
static const char *find_of_fields(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    const char *place = places_fields_page(places);
    if (!sole || !place[0] || strpbrk(place, " ,"))
        return place;
    struct lexis lexis = lexis_read(places->arena, place);
    if (venue_at(&lexis, 0).rank > VENUE_TOWN)
        return place;
    const char *said = find_said(places, occurrence, sole);
    struct lexis named = lexis_read(places->arena, said);
    return said[0] && venue_at(&named, 0).rank >= VENUE_HOUSE ? said : place;
}

/* The line below the same days in the body: "**Jeudi 14 mars, de 9h30 à 17h30**", "Le Cloître, 20 boulevard …". */
static const char *line_of_days(const struct places *places, const struct occurrence *occurrence)
{
    const char *line = "";
    for (size_t i = 0, seen = 0; !line[0] && i < places->readings->count && seen < SENTENCES_MOST; i++) {
        struct occurrence told = *occurrence;
        told.reading = &places->readings->items[i];
        if (told.reading->passage->role != PASSAGE_BODY || !names_days(told.reading, occurrence))
            continue;
        seen++;
        line = places_page_line(places, &told);
    }
    return line;
}

/* "Le 4 juin à Marseille" of the summary, and the house there that the text tells. */
static const char *house_of_summary(const struct places *places, const struct occurrence *occurrence, const char *town, bool sole)
{
    const char *said = find_said(places, occurrence, sole), *line = said[0] ? said : line_of_days(places, occurrence);
    return line[0] ? places_town_with(places, line, town) : town;
}

/* The place of the fields with the room that the sentence of the event tells: "Parc des expositions, salle 3". */
static const char *with_told_room(const struct places *places, const struct reading *reading, const char *place)
{
    struct venue room = place[0] && reading ? places_sentence_in(places, reading, 1) : (struct venue){0};
    if (room.rank != VENUE_HOUSE)
        return place;
    struct lexis field = lexis_read(places->arena, place);
    const struct lexis *lexis = &reading->passage->lexis;
    const char *text = venue_text(places->arena, lexis, room.first, room.end), *said = lexis->text + lexis->items[room.first].begin;
    if (!text[0] || lexis_names(&field, venue_words_rooms) || venue_text_remote(places->arena, &field, 0, field.count)[0])
        return place;
    return arena_format(places->arena, "%s, %c%s", place, (unsigned char)*said < 0x80 ? *said : *text, text + 1); /* as it was written */
}

/* Of the page's own fields, and of what the text marks where only the summary tells of the event. */
static const char *find_of_page(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    bool page = occurrence->main || !occurrence->reading, front = sole && occurrence->reading && occurrence->reading->passage->role == PASSAGE_FRONT;
    const char *place = page ? with_told_room(places, occurrence->reading, find_of_fields(places, occurrence, sole)) : "";
    return place[0] || !front ? place : places_page_marked_once(places, occurrence, sole);
}

/* One day, or the days of one breath. */
static bool has_one_reading(const struct places *places, const struct passage *passage)
{
    const struct place_dates *dates = &places->dates[passage->index];
    for (size_t i = dates->first; i + 1 < dates->end; i++)
        if (places->readings->items[i].mention != places->readings->items[i + 1].mention)
            return false;
    return dates->end > dates->first;
}

/* `place`, or what the line below the day says, when there is none or it is a mere town. */
static const char *find_below_or(const struct places *places, const struct occurrence *occurrence, const char *place)
{
    if (place[0] && (!has_one_reading(places, occurrence->reading->passage) || !places_town_is_mere(places, place)))
        return place;
    const char *below = find_below(places, occurrence);
    return below[0] ? places_town_with(places, below, place) : place;
}

/* In the order in which a reader would believe them. */
static const char *find_stated(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    bool page = sole || occurrence->main || !occurrence->reading;
    const char *place = find_of_page(places, occurrence, sole);
    if (!place[0] && occurrence->reading)
        place = find_own(places, occurrence);
    if (occurrence->reading && occurrence->reading->passage->role == PASSAGE_FRONT && places_town_is_mere(places, place))
        place = house_of_summary(places, occurrence, place, sole);
    if (!place[0] && page)
        place = places_fields_labelled(places);
    if (!place[0] && page)
        place = with_told_room(places, occurrence->reading, find_of_fields(places, occurrence, sole));
    if (!place[0])
        place = find_said(places, occurrence, sole);
    return occurrence->reading ? find_below_or(places, occurrence, place) : place;
}

static bool has_category(const struct places *places, const char *name)
{
    for (size_t i = 0; i < places->article->category_count; i++)
        if (strcmp(lexis_fold(places->arena, places->article->categories[i]), name) == 0)
            return true;
    return false;
}

/* What is said of the page or of all that takes place on it. */
static const char *find_common(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    const char *place = occurrence->reading ? places_page_above(places, occurrence->reading->passage) : "";
    if (!place[0])
        place = places_page_once(places, occurrence, sole);
    if (!place[0] && occurrence->hours_of && occurrence->hours_of->role == PASSAGE_BODY)
        place = places_page_in(places, occurrence->hours_of);
    if (!place[0] && occurrence->hours_of && occurrence->hours_of->role == PASSAGE_BODY)
        place = places_held_behind_hour(places, occurrence->hours_of);
    if (!place[0] && occurrence->hours_of && occurrence->hours_of->role == PASSAGE_BODY)
        place = venue_text_remote(places->arena, &occurrence->hours_of->lexis, 0, occurrence->hours_of->lexis.count);
    if (!place[0])
        place = places_fields_page(places);
    return place[0] || !sole ? place : places_page_in(places, &places->passages->items[0]);
}

/* What its own passage says beside the date. */
static const char *find_here(const struct places *places, const struct reading *reading)
{
    const struct passage *home = reading->passage;
    const char *place = find_modes(places, reading);
    if (!place[0])
        place = places_held_here(places, reading);
    if (!place[0] && has_one_reading(places, home))
        place = places_held_behind_hour(places, home);
    size_t named = home->name_end ? lexis_at(&home->lexis, home->name_end) : 0; /* "**Animer une réunion à distance** – 5 juin" */
    return place[0] ? place : venue_text_remote(places->arena, &home->lexis, named, home->lexis.count);
}

/* A place that a wall bears: without its label ("Lieu : Institut"), and no day ("Lundi 7 octobre"). */
static const char *presentable(const struct places *places, const char *place)
{
    struct lexis lexis = lexis_read(places->arena, place);
    if (lexis.count < 2)
        return place;
    size_t label = place_labels_behind(&lexis, 0);
    bool day = lexis.items[0].kind == LEXEME_WORD && grammar_value(dates_fr.weekdays, lexis.items[0].word) >= 0 && lexis.items[1].kind == LEXEME_NUMBER;
    return day ? "" : label && label < lexis.count ? venue_text(places->arena, &lexis, label, lexis.count) : place;
}

static const char *find_any(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    const struct passage *title = &places->passages->items[0];
    const char *place = occurrence->reading ? places_held_instead(places, occurrence->reading) : "";
    if (!place[0])
        place = find_stated(places, occurrence, sole);
    if (!place[0] && occurrence->reading)
        place = find_here(places, occurrence->reading);
    place = places_held_rather(places, occurrence->reading, place);
    if (!place[0])
        place = find_common(places, occurrence, sole);
    if (!place[0])
        place = venue_text_remote(places->arena, &title->lexis, 0, title->lexis.count);
    if (!place[0])
        place = places_only_for(places, occurrence, sole);
    return place[0] || !sole || !has_category(places, "webinaire") ? places_fields_with(places, place) : "En ligne";
}

const char *places_find(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    return presentable(places, find_any(places, occurrence, sole));
}

size_t places_dates_from(const struct places *places, const struct passage *passage, size_t lexeme)
{
    size_t low = places->dates[passage->index].first, high = places->dates[passage->index].end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lexis_at(&passage->lexis, places->readings->items[middle].end) <= lexeme)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct places places_open(struct arena *arena, const struct article *article, const struct passages *passages, const struct readings *readings)
{
    struct place_dates *dates = arena_alloc(arena, passages->count * sizeof *dates);
    for (size_t i = 0; i < passages->count; i++)
        dates[i] = (struct place_dates){0};
    for (size_t i = 0; i < readings->count; i++) {
        struct place_dates *own = &dates[readings->items[i].passage->index];
        own->first = own->end ? own->first : i;
        own->end = i + 1;
    }
    struct places places = {.arena = arena, .article = article, .passages = passages, .readings = readings, .dates = dates};
    places.held = places_held_for_all(&places);
    places.marked = places_page_marks(&places);
    places_only_take(&places);
    return places;
}

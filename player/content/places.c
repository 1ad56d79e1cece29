#include "content/places.h"

#include "base/arena.h"
#include "base/civil.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/place_lists.h"
#include "content/places_beside.h"
#include "content/places_fields.h"
#include "content/places_held.h"
#include "content/places_only.h"
#include "content/places_page.h"
#include "content/places_stretch.h"
#include "content/survey.h"
#include "content/venue.h"
#include "content/venue_name.h"
#include "content/venue_words.h"

#include <string.h>

enum { NEIGHBOURS = 4, TOGETHER_MOST = 60 };

/* "aura lieu", "rendez-vous" ends right before the lexeme. */
static bool is_held_at(const struct lexis *lexis, size_t index)
{
    static const char *const holding[] = {"organise", "organisent", "organisera", "propose", "proposent", NULL}; /* "organise à Wangen" */
    for (size_t back = 1; back <= 3 && back <= index; back++)
        if (venue_spells(lexis, index - back, venue_words_held) == back)
            return true;
    return index > 0 && venue_is_listed(&lexis->items[index - 1], holding);
}

/* A bracket is open before a lexeme, a few words back. */
static bool in_bracket(const struct lexis *lexis, size_t index)
{
    enum { BRACKET_REACH = 14 };
    for (size_t i = index; i-- > 0 && index - i < BRACKET_REACH && !lexis_is_sign(&lexis->items[i], ')');)
        if (lexis_is_sign(&lexis->items[i], '('))
            return true;
    return false;
}

/* "(amphi Louis les 13 et 14 avril)": the bracket tells of its own days. */
static bool holds_date(const struct lexis *lexis, const struct stretch *stretch, size_t open)
{
    size_t close = venue_closing(lexis, open, ')');
    return open < stretch->date && (close == 0 || stretch->date < close);
}

/* The place behind the preposition at a lexeme, or a house behind a comma: "journée d'étude « … », Maison des sciences". A mere name must touch
 * the date or what takes place. */
static struct venue place_at(const struct lexis *lexis, const struct stretch *stretch, size_t index, size_t first)
{
    struct venue venue = venue_behind(lexis, index);
    bool opens = index > first && ((lexis_is_sign(&lexis->items[index - 1], '(') && !holds_date(lexis, stretch, index - 1)) || (lexis_is_sign(&lexis->items[index - 1], ',') && !in_bracket(lexis, index)));
    if (venue.rank == VENUE_NONE && opens) {
        venue = venue_at(lexis, index);
        venue.rank = venue.rank == VENUE_HOUSE ? VENUE_HOUSE : VENUE_NONE;
        venue.first = venue.rank ? venue_name_with_town(lexis, venue.first, first) : venue.first;
    }
    if (venue.rank != VENUE_NAME)
        return venue;
    bool beside = index >= stretch->said ? places_stretch_touches(lexis, stretch->said, index) || (index >= stretch->behind && places_stretch_touches(lexis, stretch->behind, index))
                                         : places_stretch_touches(lexis, venue.end, stretch->date);
    venue.rank = beside || is_held_at(lexis, index) ? VENUE_TOWN : VENUE_NONE;
    return venue;
}

/* Whether a quotation is open behind a lexeme, when it was, or was not, before it. */
static bool is_quoted_behind(const struct lexis *lexis, size_t index, bool before)
{
    const char *sign = lexis->text + lexis->items[index].begin;
    if (!lexis_is_sign(&lexis->items[index], '"'))
        return before;
    bool opens = strncmp(sign, "«", strlen("«")) == 0 || strncmp(sign, "“", strlen("“")) == 0;
    bool closes = strncmp(sign, "»", strlen("»")) == 0 || strncmp(sign, "”", strlen("”")) == 0;
    return opens || (!closes && !before);
}

/* The most particular place behind a preposition in a row of lexemes; a mere name must touch the date or what takes place. Only rooms,
 * or only what is none, when `rooms` is 1 or 0; both when -1. */
static struct venue best_in(const struct lexis *lexis, const struct stretch *stretch, size_t first, size_t end, int rooms)
{
    struct venue best = {0};
    bool quoted = false; /* "« Tenir à la maison »" names what takes place */
    for (size_t i = first, seen = first; i < end; i++) {
        for (; seen <= i; seen++)
            quoted = is_quoted_behind(lexis, seen, quoted);
        struct venue venue = {0};
        if (!quoted)
            venue = place_at(lexis, stretch, i, first);
        bool room = venue.rank && venue_is_listed(&lexis->items[venue.first], venue_words_rooms);
        if (venue.rank > best.rank && (rooms < 0 || room == (rooms > 0)))
            best = venue;
        i = venue.rank && venue.end > i ? venue.end - 1 : i;
    }
    return best;
}

/* With several dates in a sentence each has its place either before or behind it: as the first has. */
static bool stands_before(const struct places *places, const struct reading *reading)
{
    const struct lexis *lexis = &reading->passage->lexis;
    size_t low = places->dates[reading->passage->index].first, high = places->dates[reading->passage->index].end;
    int sentence = lexis->items[lexis_at(lexis, reading->date_begin)].sentence;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lexis->items[lexis_at(lexis, places->readings->items[middle].date_begin)].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    const struct reading *first = &places->readings->items[low];
    struct stretch stretch = places_stretch_of(places, first, true);
    return best_in(lexis, &stretch, stretch.first, stretch.date, -1).rank > VENUE_NONE || places_beside_before(lexis, &stretch).rank > VENUE_NONE;
}

/* "dans les locaux de nos hôtes du mois : Toile (16 rue Blanche 75009 Paris)": an address in brackets, with the name before it. */
static struct venue in_brackets(const struct lexis *lexis, size_t first, size_t end)
{
    for (size_t i = first; i + 1 < end; i++) {
        size_t close = lexis_is_sign(&lexis->items[i], '(') && venue_is_address(lexis, i + 1) ? venue_closing(lexis, i, ')') : 0;
        size_t name = i;
        while (name > first && lexis->items[name - 1].kind == LEXEME_WORD && venue_is_capital(lexis, &lexis->items[name - 1]))
            name--;
        if (close && name < i)
            return (struct venue){.rank = VENUE_ADDRESS, .opens = name, .first = name, .end = close + 1};
    }
    return (struct venue){0};
}

static struct venue best_behind(const struct lexis *lexis, const struct stretch *stretch, int rooms)
{
    struct venue best = best_in(lexis, stretch, stretch->said, stretch->end, rooms);
    return best.rank == VENUE_NONE && rooms < 0 ? in_brackets(lexis, stretch->said, stretch->end) : best;
}

/* What stands beside the date, unless another place of the sentence is more particular and not within it. */
static struct venue more_particular(const struct venue *beside, const struct venue *best)
{
    return beside->rank && (beside->rank >= best->rank || beside->end > best->first) ? *beside : *best;
}

/* The place that holds now: the most particular one from there on, or a way to take part from afar. */
static struct venue place_anew(const struct lexis *lexis, const struct stretch *stretch, size_t anew, int rooms)
{
    struct venue venue = best_in(lexis, stretch, anew, stretch->end, rooms);
    struct venue named = venue_behind(lexis, anew);
    if (venue.rank == VENUE_NONE && named.rank == VENUE_NAME && rooms <= 0)
        venue = (struct venue){VENUE_TOWN, named.opens, named.first, named.end};
    for (size_t i = anew; rooms < 0 && venue.rank == VENUE_NONE && i < stretch->end; i++)
        if (venue_spells(lexis, i, venue_words_remote))
            venue = venue_at(lexis, i);
    return venue;
}

/* The place in the sentence of one reading; `rooms` as for best_in. */
static struct venue in_sentence(const struct places *places, const struct reading *reading, int rooms)
{
    const struct lexis *lexis = &reading->passage->lexis;
    struct stretch stretch = places_stretch_of(places, reading, true);
    struct venue beside = {0}, before = {0}, behind = {0};
    size_t anew = places_stretch_anew(lexis, &stretch);
    if (anew)
        return place_anew(lexis, &stretch, anew, rooms);
    bool several = stretch.earlier || stretch.later;
    bool left = several && stands_before(places, reading);
    if (rooms < 0)
        beside = left ? places_beside_before(lexis, &stretch) : several ? places_beside_behind(lexis, &stretch) : places_beside_date(lexis, &stretch);
    if (!several || left)
        before = best_in(lexis, &stretch, stretch.first, stretch.date, rooms);
    if (!several || !left)
        behind = best_behind(lexis, &stretch, rooms);
    struct venue best = behind.rank >= before.rank ? behind : before;
    if (best.rank == VENUE_NONE && rooms < 0 && !left)
        best = places_beside_tail(lexis, &stretch);
    return more_particular(&beside, &best);
}

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
    bool is_room = venue_is_listed(&lexis->items[best->first], venue_words_rooms);
    struct venue other = best->rank == VENUE_HOUSE ? in_sentence(places, reading, !is_room) : (struct venue){0};
    bool apart = other.rank == VENUE_HOUSE && said[0] && (other.first >= best->end || other.end <= best->first);
    const char *more = apart ? venue_text(places->arena, lexis, other.first, other.end) : "";
    if (!more[0])
        return said;
    const char *house = is_room ? more : said, *room = is_room ? said : more;
    char first = lexis->text[lexis->items[is_room ? best->first : other.first].begin]; /* as it was written */
    return arena_format(places->arena, "%s, %c%s", house, (unsigned char)first < 0x80 ? first : room[0], room + 1);
}

/* A mere town with the house that the page names once for all: "Campus Carnot, Lyon", but "Chez Toile, 16 rue …". */
static const char *with_house(const struct places *places, const struct occurrence *occurrence, const char *said, bool sole)
{
    const char *house = places_page_once(places, occurrence, sole);
    struct lexis named = lexis_read(places->arena, house);
    if (!house[0] || venue_spells(&named, 0, venue_words_remote))
        return said;
    if (strstr(house, said))
        return house;
    bool address = house[0] >= '0' && house[0] <= '9';
    return !sole ? said : arena_format(places->arena, "%s, %s", address ? said : house, address ? house : said);
}

/* What any sentence that names these days says of the place; the most particular, and of two the event's own. */
static const char *find_said(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    const struct reading *own = occurrence->reading, *from = own;
    struct venue best = own ? in_sentence(places, own, -1) : (struct venue){0};
    for (size_t i = 0; i < places->readings->count; i++) {
        const struct reading *reading = &places->readings->items[i];
        if (reading == own || !names_days(reading, occurrence))
            continue;
        struct venue venue = in_sentence(places, reading, -1);
        if (venue.rank > best.rank) {
            best = venue;
            from = reading;
        }
    }
    const char *said = best.rank ? with_room(places, from, &best) : "";
    return best.rank == VENUE_TOWN ? with_house(places, occurrence, said, sole) : said;
}

/* "à Bonsecours au forum des associations au gymnase": the house, and its town when it does not say it. */
static const char *in_town(const struct places *places, const struct lexis *lexis, const struct venue *house, const struct venue *town)
{
    const char *name = venue_text(places->arena, lexis, house->first, house->end), *city = venue_text(places->arena, lexis, town->first, town->end);
    return !city[0] || strstr(name, city) || strlen(name) + strlen(city) > TOGETHER_MOST ? name : arena_format(places->arena, "%s, %s", name, city);
}

/* "📍 Dole – jeudi 16 mars, Cité des métiers": a town that is marked, and the house that the line names without a mark. */
static const char *with_house_beside(const struct places *places, const struct reading *reading, const char *marked)
{
    struct lexis named = lexis_read(places->arena, marked);
    struct venue town = named.count ? venue_at(&named, 0) : (struct venue){0};
    if (town.rank != VENUE_TOWN && town.rank != VENUE_NAME && !(town.rank == VENUE_NONE && named.count == 1))
        return marked;
    struct venue house = in_sentence(places, reading, -1);
    const char *name = house.rank >= VENUE_ADDRESS ? venue_text(places->arena, &reading->passage->lexis, house.first, house.end) : "";
    return !name[0] || strstr(name, marked) || strlen(name) + strlen(marked) > TOGETHER_MOST ? marked : arena_format(places->arena, "%s, %s", name, marked);
}

/* A place that is marked in the passage of the event: before or behind its date as before or behind the first one. */
static const char *find_marked_here(const struct places *places, const struct reading *reading)
{
    const struct lexis *lexis = &reading->passage->lexis;
    struct stretch stretch = places_stretch_of(places, reading, false);
    if (!stretch.earlier && !stretch.later)
        return with_house_beside(places, reading, places_page_marked(places, reading->passage, 0, lexis->count));
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
    struct venue better = venue.rank == VENUE_TOWN ? in_sentence(places, reading, -1) : (struct venue){0};
    if (better.rank >= VENUE_ADDRESS)
        return in_town(places, lexis, &better, &venue);
    size_t part = place_lists_part(lexis);
    if (part >= stretch.behind && part < lexis->count && place_lists_holds(places->passages, reading->passage))
        return venue_text(places->arena, lexis, part, venue_text_marked_end(lexis, part, lexis->count));
    return venue.rank ? venue_text(places->arena, lexis, venue.first, venue.end) : "";
}

/* The passages around the event: its own, then those behind it in the same box or section, up to those of another event. */
static const char *find_near(const struct places *places, const struct occurrence *occurrence)
{
    const struct passage *home = occurrence->reading->passage;
    const char *found = find_marked_here(places, occurrence->reading);
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

/* What stands beside the date itself: in its field, its row, its line, marked near it. */
static const char *find_own(const struct places *places, const struct occurrence *occurrence)
{
    const struct passage *home = occurrence->reading->passage;
    const char *place = places_fields_beside(places, home);
    if (!place[0])
        place = places_page_cell(places, home);
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
    for (size_t i = 0; !found[0] && i < places->readings->count; i++) {
        const struct reading *reading = &places->readings->items[i];
        if (reading->kind == READING_EVENT && names_days(reading, occurrence))
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

/* Of the page's own fields, and of what the text marks where only the summary tells of the event. */
static const char *find_of_page(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    bool page = occurrence->main || !occurrence->reading, front = sole && occurrence->reading && occurrence->reading->passage->role == PASSAGE_FRONT;
    const char *place = page ? find_of_fields(places, occurrence, sole) : "";
    return place[0] || !front ? place : places_page_marked_once(places, occurrence, sole);
}

/* In the order in which a reader would believe them. */
static const char *find_stated(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    bool page = sole || occurrence->main || !occurrence->reading;
    const char *place = find_of_page(places, occurrence, sole);
    if (!place[0] && occurrence->reading)
        place = find_own(places, occurrence);
    if (!place[0] && page)
        place = places_fields_labelled(places);
    if (!place[0] && page)
        place = find_of_fields(places, occurrence, sole);
    if (!place[0])
        place = find_said(places, occurrence, sole);
    return place[0] || !occurrence->reading ? place : find_below(places, occurrence);
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

static bool has_one_reading(const struct places *places, const struct passage *passage)
{
    const struct place_dates *dates = &places->dates[passage->index];
    return dates->end == dates->first + 1;
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

const char *places_find(const struct places *places, const struct occurrence *occurrence, bool sole)
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
        place = places->only;
    return place[0] || !sole || !has_category(places, "webinaire") ? places_fields_with(places, place) : "En ligne";
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
    places.only = places_only_find(&places);
    return places;
}

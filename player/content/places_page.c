#include "content/places_page.h"

#include "base/arena.h"
#include "base/civil.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/place_labels.h"
#include "content/places_held.h"
#include "content/survey.h"
#include "content/venue.h"
#include "content/venue_named.h"
#include "content/venue_words.h"

#include <string.h>

enum { HEAD_WORDS = 6, LINE_WORDS = 30, SHORT_LINE = 12, HEADING_WORDS = 40, ABOVE_MOST = 3, NAME_MOST = 8 };

/* Where a marked place ends at most: with its line, or where the next thing is marked. */
static size_t line_end(const struct lexis *lexis, size_t first, size_t end)
{
    size_t index = first;
    for (; index < end; index++) {
        const struct lexeme *lexeme = &lexis->items[index];
        if ((lexeme->kind == LEXEME_SIGN && lexeme->sign && strchr("\nPDT", lexeme->sign)) || (index > first && place_labels_is_other(lexis, index)))
            break;
    }
    return index;
}

/* Days and hours of a passage that lie in the lexemes are none of the place: those at its start are passed, at the first behind it it ends. */
static void leave_dates(const struct places *places, const struct passage *passage, size_t *first, size_t *end)
{
    size_t last = places->dates[passage->index].end;
    for (size_t i = places_dates_from(places, passage, *first); i < last; i++) {
        const struct reading *reading = &places->readings->items[i];
        size_t from = lexis_at(&passage->lexis, reading->date_begin < reading->begin ? reading->date_begin : reading->begin);
        if (from >= *end)
            break;
        size_t to = lexis_at(&passage->lexis, reading->end);
        if (from <= *first + 1 && to > *first)
            *first = to;
        else if (from > *first && from < *end)
            *end = from;
    }
    for (size_t i = *end; i > *first + 1; i--) { /* "Centre Carnot (amphi Louis les 1er et 2 juin)": what was opened is not closed */
        if (lexis_is_sign(&passage->lexis.items[i - 1], ')'))
            break;
        bool opens = lexis_is_sign(&passage->lexis.items[i - 1], '(');
        size_t close = opens ? venue_closing(&passage->lexis, i - 1, ')') : 0;
        if (opens && (close == 0 || close >= *end))
            *end = i - 1;
    }
    *end = *end < *first ? *first : *end;
}

/* A sentence that speaks to the reader is no place, but may name one. */
static bool is_sentence(const struct lexis *lexis, size_t first, size_t end)
{
    static const char *const speech[] = {"nous", "vous", "sera", "seront", "aura", "auront", "est", "retrouve", "retrouvons", "retrouver", NULL};
    for (size_t i = first; i < end; i++)
        if (lexis_is_word_of(&lexis->items[i], speech))
            return true;
    return false;
}

/* "Où ?" alone in its paragraph: the place is the first line of the one below it. */
static const char *labelled_below(const struct places *places, const struct passage *passage)
{
    const struct lexis *lexis = &passage->lexis;
    const struct passage *below = passage->index + 1 < places->passages->count ? passage + 1 : NULL;
    bool label = lexis->count && place_labels_behind(lexis, 0) >= lexis->count;
    if (!label || !below || below->role != passage->role || below->above != passage->above || places->dates[below->index].end)
        return "";
    size_t end = venue_text_marked_end(&below->lexis, 0, line_end(&below->lexis, 0, below->lexis.count));
    return is_sentence(&below->lexis, 0, end) ? "" : venue_text(places->arena, &below->lexis, 0, end);
}

/* The place that the mark at lexeme `index` stands before; NULL when none stands there. */
static const char *marked_at(const struct places *places, const struct passage *passage, size_t index, size_t end)
{
    const struct lexis *lexis = &passage->lexis;
    size_t from = place_labels_marked(lexis, index);
    if (!from || from >= end)
        return NULL;
    size_t to = line_end(lexis, from, end);
    leave_dates(places, passage, &from, &to);
    while (from < to && lexis->items[from].kind == LEXEME_SIGN && !strchr("\"(", lexis->items[from].sign))
        from++;
    to = venue_text_marked_end(lexis, from, to);
    if (!is_sentence(lexis, from, to))
        return venue_text(places->arena, lexis, from, to);
    struct venue venue = venue_best(lexis, from, to);
    return venue.rank ? venue_text(places->arena, lexis, venue.first, venue.end) : "";
}

/* The rank of a place that is nothing but a place. */
static enum venue_rank rank_of(const struct places *places, const char *place)
{
    struct lexis lexis = lexis_read(places->arena, place);
    struct venue venue = lexis.count ? venue_at(&lexis, 0) : (struct venue){0};
    return venue.end >= lexis.count ? venue.rank : VENUE_NONE;
}

const char *places_page_marked(const struct places *places, const struct passage *passage, size_t first, size_t end)
{
    const char *town = NULL;
    for (size_t i = first; i < end; i++) {
        const char *place = marked_at(places, passage, i, end);
        if (!place)
            continue;
        if (town) /* "📍 Auxerre", and in a line of its own "🏛 Salle Vaulabelle" */
            return rank_of(places, place) >= VENUE_ADDRESS ? arena_format(places->arena, "%s, %s", place, town) : town;
        if (rank_of(places, place) != VENUE_TOWN)
            return place;
        town = place;
        i++;
    }
    if (town)
        return town;
    return first == 0 && end == passage->lexis.count ? labelled_below(places, passage) : "";
}

const char *places_page_in(const struct places *places, const struct passage *passage)
{
    const struct lexis *lexis = &passage->lexis;
    if (passage->role != PASSAGE_TITLE && venue_text_is_place(places->arena, passage->text))
        return venue_text(places->arena, lexis, 0, lexis->count);
    struct venue venue = venue_best(lexis, 0, lexis->count);
    return venue.rank ? venue_text(places->arena, lexis, venue.first, venue.end) : "";
}

/* "Sorbonne Université, Tour 44, salle 107", "La Grande Crypte - 69 bis rue …": a name, and behind a sign a house, a room or a street. */
static bool has_place_part(const struct passage *passage, size_t first, size_t end)
{
    const struct lexis *lexis = &passage->lexis;
    if (survey_names(passage, first, end, CUE_EVENT) || !venue_is_capital(lexis, &lexis->items[first]) || end - first > LINE_WORDS || is_sentence(lexis, first, end))
        return false;
    for (size_t i = first; i + 1 < end && lexis->items[i].sentence == lexis->items[first].sentence; i++) {
        if (lexis->items[i].kind == LEXEME_NUMBER && grammar_lists(dates_fr.hours, lexis->items[i + 1].word))
            return false; /* "Renseignements de 9h à 12h, salle Carnot" */
        if (lexis->items[i].kind != LEXEME_SIGN || !strchr(",-(", lexis->items[i].sign))
            continue;
        if (i - first <= NAME_MOST && venue_is_further(lexis, i + 1) && venue_at(lexis, i + 1).rank >= VENUE_ADDRESS)
            return true;
        if (i - first > NAME_MOST)
            return false;
    }
    return false;
}

/* Behind the place with which a line begins: the end of the line, of a name that goes on behind a sign, or of the place; 0: the line is more. */
static size_t behind_place(const struct lexis *lexis, const struct venue *venue, size_t first, size_t end)
{
    size_t last = venue->end;
    while (last < end && lexis->items[last].kind == LEXEME_SIGN)
        last++;
    if (last >= end)
        return end;
    if (venue->rank < VENUE_ADDRESS || lexis->items[venue->end].kind != LEXEME_SIGN || !strchr(",(-", lexis->items[venue->end].sign))
        return 0;
    bool hour = lexis->items[last].kind == LEXEME_NUMBER && grammar_lists(dates_fr.hours, lexis->items[last + 1].word); /* "— 18h : chorale" */
    bool named = venue_is_capital(lexis, &lexis->items[last]) || (lexis->items[last].kind == LEXEME_NUMBER && !hour);
    return named ? venue_text_marked_end(lexis, first, end) : venue->end;
}

/* Where the place ends that a line begins with, when the line is no sentence: with the line, when what follows is parted by a sign and is
 * written as a name ("Salle 306, ENS (46 rue d'Ulm)"), else before it. 0: the line is no place. */
static size_t place_line_end(const struct passage *passage, size_t first, size_t end)
{
    const struct lexis *lexis = &passage->lexis;
    while (first < end && lexis->items[first].kind == LEXEME_SIGN)
        first++;
    struct venue venue = first < end ? venue_at(lexis, first) : (struct venue){0};
    if (venue.rank <= VENUE_NAME) {
        struct venue named = first < end ? venue_named_behind(lexis, first, true) : (struct venue){0};
        if (named.rank && named.end <= end && !survey_names(passage, first, end, CUE_EVENT) && lexis->items[named.end].kind == LEXEME_SIGN && !is_sentence(lexis, first, end))
            return named.end; /* "au Bocal, de 9h à 10h" */
        return first < end && has_place_part(passage, first, end) ? venue_text_marked_end(lexis, first, end) : 0;
    }
    return end - first > LINE_WORDS || is_sentence(lexis, first, end) ? 0 : behind_place(lexis, &venue, first, end);
}

/* The lexeme is the unit of an hour: "h", or the colon of "8:30". */
static bool is_hour_unit(const struct lexeme *item, bool digits_before)
{
    bool colon = lexis_is_sign(item, ':') && digits_before && item[1].kind == LEXEME_NUMBER;
    return colon || lexis_is_word_of(item, dates_fr.hours);
}

/* It stands within or between hours: "de", "8" before its unit, "30" behind it, a dash. */
static bool is_beside_unit(const struct lexeme *item, bool unit_before)
{
    if (item->kind == LEXEME_NUMBER)
        return unit_before || is_hour_unit(item + 1, true);
    return item->kind == LEXEME_WORD ? grammar_lists(dates_fr.at, item->word) || grammar_lists(dates_fr.from, item->word) : item->sign == '-';
}

/* "De 8 h 30 à 10 h, salle Carnot": behind the hours that a line begins with and the sign that parts them from the place, or `first`. */
static size_t behind_hours(const struct lexis *lexis, size_t first, size_t end)
{
    size_t at = first, hours = 0;
    for (bool unit = false, digits = false; at < end; at++) {
        const struct lexeme *item = &lexis->items[at];
        bool own = is_hour_unit(item, digits);
        if (!own && !is_beside_unit(item, unit))
            break;
        hours += own;
        unit = own;
        digits = item->kind == LEXEME_NUMBER;
    }
    return hours && lexis_is_sign(&lexis->items[at], ',') ? at + 1 : first;
}

/* The first line of a passage at or behind lexeme `from`, before `most`, that is nothing but a place. */
static const char *own_line(const struct places *places, const struct passage *passage, size_t from, size_t most)
{
    const struct lexis *lexis = &passage->lexis;
    for (size_t first = from, end = from; first < most; first = end + 1) {
        for (end = first; end < most && !lexis_is_sign(&lexis->items[end], LEXEME_LINE); end++)
            ;
        size_t begin = behind_hours(lexis, first, end), last = place_line_end(passage, begin, end);
        if (last)
            return venue_text(places->arena, lexis, begin, last);
    }
    return "";
}

const char *places_page_first_line(const struct places *places, const struct passage *passage)
{
    const struct lexis *lexis = &passage->lexis;
    bool prose = passage->block && passage->block->kind == BLOCK_PARAGRAPH;
    size_t line = prose ? line_end(lexis, 0, lexis->count) : 0, begin = behind_hours(lexis, 0, line), last = line ? place_line_end(passage, begin, line) : 0;
    bool street = false;
    for (size_t i = 0; i < last && !street; i++)
        street = venue_is_address(lexis, i);
    return last && (street || line == lexis->count) ? venue_text(places->arena, lexis, begin, last) : "";
}

/* Whose address stands below the heading is not where something takes place: "Contact". */
bool places_page_is_contact(const struct passage *heading)
{
    static const char *const contacts[] = {"contact", "contacts", "contactez", "contacter", "mentions", "renseignements", "coordonnees", "organisateur", "organisateurs", "association",
                                           "siege", "editeur", NULL};
    for (size_t i = 0; heading && i < heading->lexis.count; i++)
        if (lexis_is_word_of(&heading->lexis.items[i], contacts))
            return true;
    return false;
}

/* "Atelier du vélo 51 rue Carnot 76000 Rouen": a short line with a street and a post office. */
static bool has_address(const struct lexis *lexis, size_t end)
{
    size_t streets = 0, offices = 0;
    for (size_t i = 0; i < end; i++) {
        bool office = lexis->items[i].kind == LEXEME_NUMBER && lexis->items[i].digits == 5;
        offices += office;
        streets += !office && lexis->items[i].kind == LEXEME_NUMBER && venue_is_address(lexis, i);
    }
    for (size_t i = 0; i < end; i++)
        if (venue_spells(lexis, i, venue_words_held))
            return false;
    return streets == 1 && offices == 1 && end <= LINE_WORDS && !is_sentence(lexis, 0, end);
}

static bool has_one_date(const struct places *places, const struct reading *own)
{
    const struct place_dates *dates = &places->dates[own->passage->index];
    for (size_t i = dates->first; i < dates->end; i++)
        if (places->readings->items[i].mention != own->mention)
            return false;
    return true;
}

/* The other lines of the passage: behind that of the date, else before it. */
static const char *other_line(const struct places *places, const struct reading *own)
{
    const struct lexis *lexis = &own->passage->lexis;
    size_t behind = lexis_at(lexis, own->end), line = lexis_at(lexis, own->begin);
    while (behind < lexis->count && (behind == 0 || !lexis_is_sign(&lexis->items[behind - 1], LEXEME_LINE)))
        behind++;
    while (line > 0 && !lexis_is_sign(&lexis->items[line - 1], LEXEME_LINE))
        line--;
    const char *found = own_line(places, own->passage, behind, lexis->count);
    return found[0] ? found : own_line(places, own->passage, 0, line);
}

/* What the first line below a heading names: "Au moulin à 14h, puis visite", "Deux journées au Bercy Lab", a house in a short line. */
static struct venue below_heading(const struct passage *below, size_t line)
{
    const struct lexis *lexis = &below->lexis;
    struct venue venue = line > 0 ? venue_at(lexis, 0) : (struct venue){0};
    if (venue.rank >= VENUE_ADDRESS)
        return venue;
    for (size_t i = 0; i < below->cue_count && below->cues[i].end < line && i < HEAD_WORDS; i++) {
        venue = below->cues[i].kind == CUE_EVENT ? venue_behind(lexis, below->cues[i].end) : (struct venue){0};
        if (venue.rank == VENUE_NAME)
            venue.rank = VENUE_ADDRESS; /* right behind what takes place */
        if (venue.rank >= VENUE_ADDRESS)
            return venue;
    }
    return line <= SHORT_LINE ? venue_best(lexis, 0, line) : (struct venue){0};
}

/* The passage right below the date: a place as a whole, an address, or a few words of it right below a heading that is the day ("Toute la
 * journée à l'église Saint-Martin"). */
static const char *line_below(const struct places *places, const struct passage *below, bool headed)
{
    const struct lexis *lexis = &below->lexis;
    size_t line = line_end(lexis, 0, lexis->count), begin = behind_hours(lexis, 0, line), end = place_line_end(below, begin, line);
    end = !end && line == lexis->count && has_address(lexis, line) && !places_page_is_contact(below) ? line : end;
    if (end || !headed)
        return end ? venue_text(places->arena, lexis, begin, end) : "";
    struct venue venue = below_heading(below, line);
    return venue.rank >= VENUE_ADDRESS ? venue_text(places->arena, lexis, venue.first, venue.end) : "";
}

const char *places_page_line(const struct places *places, const struct occurrence *occurrence)
{
    const struct passage *home = occurrence->reading->passage;
    const char *found = has_one_date(places, occurrence->reading) ? other_line(places, occurrence->reading) : "";
    const struct passage *below = home->index + 1 < places->passages->count ? home + 1 : NULL;
    if (found[0] || !below || below->role != home->role || (below->above != home->above && below->above != home) ||
        places_page_is_dated(places, below, occurrence))
        return found;
    return line_below(places, below, below->above == home);
}

/* "Trois ateliers, en visio :", but not "trois ateliers pour animer une réunion à distance :". */
static const char *remote_of_list(const struct places *places, const struct passage *intro)
{
    static const char *const aims[] = {"pour", "sur", "afin", "comment", "apres", "avant", "ou", "et", NULL};
    const struct lexis *lexis = &intro->lexis;
    bool aimed = false;
    for (size_t i = 0; i < lexis->count && !intro->past; i++) {
        const char *remote = aimed ? "" : venue_text_remote(places->arena, lexis, i, i + 1);
        if (remote[0])
            return remote;
        aimed = lexis_is_word_of(&lexis->items[i], aims) || (aimed && lexis->items[i].kind != LEXEME_SIGN);
    }
    return "";
}

const char *places_page_above(const struct places *places, const struct passage *passage)
{
    const char *found = passage->intro ? places_page_in(places, passage->intro) : "";
    if (!found[0] && passage->intro)
        found = remote_of_list(places, passage->intro);
    const struct passage *heading = passage->above;
    for (size_t i = 0; !found[0] && heading && i < ABOVE_MOST; i++, heading = heading->above)
        found = heading->lexis.count < HEADING_WORDS ? places_page_in(places, heading) : "";
    if (!found[0] && passage->block && passage->block->kind == BLOCK_HEADING)
        found = places_page_in(places, passage);
    return found;
}

/* A day that says nothing by itself, and is one of the event. */
static bool is_day_of(const struct reading *reading, const struct occurrence *occurrence)
{
    struct civil first = civil_from_days(occurrence->first_day), last = civil_from_days(occurrence->last_day);
    const struct date_day *day = &reading->span.first;
    return (day->month == first.month && day->day == first.day) || (day->month == last.month && day->day == last.day);
}

bool places_page_is_dated(const struct places *places, const struct passage *passage, const struct occurrence *occurrence)
{
    const struct place_dates *dates = &places->dates[passage->index];
    for (size_t i = dates->first; i < dates->end; i++) {
        const struct reading *reading = &places->readings->items[i];
        bool same = reading->resolved ? reading->first_day == occurrence->first_day : is_day_of(reading, occurrence);
        if (!same)
            return true;
    }
    return false;
}

/* An event is told in the section of the passage, before it. */
static bool shares_section(const struct places *places, const struct passage *passage)
{
    for (size_t i = 0; i < places->readings->count; i++) {
        const struct reading *reading = &places->readings->items[i];
        bool same = reading->passage->above == passage->above || reading->passage == passage->above;
        if (reading->kind == READING_EVENT && reading->passage->role == PASSAGE_BODY && same && reading->passage->index < passage->index)
            return true;
    }
    return false;
}

bool places_page_is_practical(const struct passage *passage)
{
    static const char *const practical[] = {"pratique", "pratiques", "acces", "venir", "rendre", "lieu", NULL};
    for (size_t i = 0; passage->above && i < passage->above->lexis.count; i++)
        if (lexis_is_word_of(&passage->above->lexis.items[i], practical))
            return true;
    return false;
}

/* There: lines with a street and a post office, up to that of the post office; or a first line that is a house and its street. */
static const char *address_block(const struct places *places, const struct passage *passage)
{
    const struct lexis *lexis = &passage->lexis;
    size_t end = 0;
    if (!places_page_is_practical(passage))
        return "";
    if (!has_address(lexis, lexis->count)) {
        end = line_end(lexis, 0, lexis->count);
        return has_place_part(passage, 0, end) ? venue_text(places->arena, lexis, 0, venue_text_marked_end(lexis, 0, end)) : "";
    }
    while (end < lexis->count && (lexis->items[end].kind != LEXEME_NUMBER || lexis->items[end].digits != 5))
        end++;
    return venue_text(places->arena, lexis, 0, line_end(lexis, end, lexis->count));
}

/* A heading that is a label, or a place marked in the passage. */
static const char *marked_apart(const struct places *places, const struct passage *passage)
{
    const char *marked = places_page_marked(places, passage, 0, passage->lexis.count);
    marked = marked[0] ? marked : address_block(places, passage);
    if (marked[0] || !passage->above || passage->above->index + 1 != passage->index || !passage->above->block || is_sentence(&passage->lexis, 0, passage->lexis.count))
        return marked;
    const struct lexis *heading = &passage->above->lexis;
    size_t words = 0, labels = 0;
    for (size_t i = 0; i < heading->count; i++) {
        bool label = lexis_is_word_of(&heading->items[i], venue_words_labels);
        labels += label;
        words += heading->items[i].kind != LEXEME_SIGN && !label && !grammar_lists(venue_words_label_fill, heading->items[i].word);
    }
    if (labels == 0 || words > 0 || (places->dates[passage->index].end && venue_best(&passage->lexis, 0, passage->lexis.count).rank <= VENUE_NAME))
        return ""; /* "Quand et où ?" may be answered by a day first */
    return venue_text(places->arena, &passage->lexis, 0, venue_text_marked_end(&passage->lexis, 0, line_end(&passage->lexis, 0, passage->lexis.count)));
}

const struct passage *places_page_marks(const struct places *places)
{
    const struct passage *found = NULL;
    const char *text = "";
    for (size_t i = 0; i < places->passages->count; i++) {
        const struct passage *passage = &places->passages->items[i];
        if (passage->role != PASSAGE_BODY || passage->past || places_page_is_contact(passage->above))
            continue;
        const char *marked = marked_apart(places, passage);
        if (!marked[0] || strcmp(marked, text) == 0)
            continue;
        if (found)
            return NULL;
        found = passage;
        text = marked;
    }
    return found;
}

const char *places_page_marked_once(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    const struct passage *passage = places->marked;
    if (!passage || (!places_page_is_practical(passage) && places_page_is_dated(places, passage, occurrence)) || (!sole && shares_section(places, passage)))
        return "";
    return marked_apart(places, passage);
}

const char *places_page_once(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    const char *place = places_held_once(places, occurrence->reading);
    return place[0] ? place : places_page_marked_once(places, occurrence, sole);
}

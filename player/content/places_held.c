#include "content/places_held.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/place_labels.h"
#include "content/places_fields.h"
#include "content/places_page.h"
#include "content/places_stretch.h"
#include "content/survey.h"
#include "content/venue.h"
#include "content/venue_words.h"

#include <string.h>

enum { HELD_REACH = 60, OPENING_WORDS = 3, HOST_REACH = 16 }; /* lexemes around "aura lieu", words before an address */

/* An event is told in the section of the passage, under a heading of its own. */
static bool has_event_section(const struct places *places, const struct passage *passage)
{
    for (size_t i = 0; i < places->readings->count && passage->above; i++) {
        const struct reading *reading = &places->readings->items[i];
        bool own = reading->passage == passage->above || (reading->passage->role == PASSAGE_BODY && reading->passage->above == passage->above);
        if (reading->kind == READING_EVENT && own)
            return true;
    }
    return false;
}

/* An errand is named before lexeme `end` of its sentence, or in what announces the list: "Renseignements :". */
static bool is_errand(const struct passage *passage, size_t end)
{
    const struct lexis *lexis = &passage->lexis, *intro = passage->intro ? &passage->intro->lexis : NULL;
    for (size_t i = end; i-- > 0 && i + HELD_REACH > end && lexis->items[i].sentence == lexis->items[end].sentence;)
        if (lexis_is_word_of(&lexis->items[i], venue_words_errands))
            return true;
    for (size_t i = 0; intro && i < intro->count; i++)
        if (lexis_is_word_of(&intro->items[i], venue_words_errands))
            return true;
    return false;
}

/* What is said behind the words that something takes place, in lexemes `first` to before `end`; a name right behind them is a place. */
static struct venue held_at(const struct lexis *lexis, size_t first, size_t end)
{
    struct venue venue = venue_at(lexis, first), best = venue_best(lexis, first, end);
    for (size_t i = first + 1; i < end && best.rank < VENUE_HOUSE; i++) { /* "rendez-vous à 18h30, salle Jaurès", "à l'entrée du chantier, 41 rue Carnot" */
        struct venue behind = lexis_is_sign(&lexis->items[i - 1], ',') ? venue_at(lexis, i) : (struct venue){0};
        if (behind.rank >= VENUE_ADDRESS && behind.rank > best.rank)
            best = behind;
    }
    if (venue.rank == VENUE_NAME)
        venue.rank = VENUE_TOWN;
    return best.rank > venue.rank ? best : venue;
}

/* "ouvre ses portes". */
static bool opens_doors(const struct lexis *lexis, size_t index)
{
    static const char *const opening[] = {"ouvre", "ouvrira", "ouvrent", "ouvriront", NULL}, *const own[] = {"ses", "leurs", NULL};
    return index + 2 < lexis->count && lexis_is_word_of(&lexis->items[index], opening) && lexis_is_word_of(&lexis->items[index + 1], own) && lexis_is_word(&lexis->items[index + 2], "portes");
}

/* "vous accueille". */
static bool receives_you(const struct lexis *lexis, size_t index)
{
    static const char *const receiving[] = {"accueille", "accueillera", "accueillent", "accueilleront", "recoit", "recevra", NULL};
    return lexis_is_word(&lexis->items[index], "vous") && index + 1 < lexis->count && lexis_is_word_of(&lexis->items[index + 1], receiving);
}

/* "La médiathèque du Port accueille les aquarelles …": a house that opens its sentence, and takes something in. Lexemes from `first`. */
static struct venue host_at(const struct lexis *lexis, size_t first)
{
    static const char *const hosting[] = {"accueille", "accueillera", "accueillent", "expose", "exposera", NULL};
    static const char *const showing[] = {"propose", "proposera", "presente", "presentera", "reunit", "reunira", "organise", "invite", "programme", "retrouve", "rouvre", "fete", "reste", "ouvre", "ouvrira", "vous", NULL};
    size_t at = first + lexis_is_word_of(&lexis->items[first], venue_words_articles); /* with its capital */
    bool shows = venue_spells(lexis, at, venue_words_stages); /* "La médiathèque propose" */
    struct venue venue = at < lexis->count ? venue_at(lexis, at) : (struct venue){0};
    for (size_t i = at + 1; venue.rank == VENUE_HOUSE && venue.first == at && i <= venue.end && i < lexis->count; i++)
        if (lexis_is_word_of(&lexis->items[i], hosting) || receives_you(lexis, i) || (shows && lexis_is_word_of(&lexis->items[i], showing)) || opens_doors(lexis, i)) {
            venue.end = i; /* a name may seem to go on with its verb */
            return venue;
        }
    return (struct venue){0};
}

/* The sentence of lexeme `first` names an event. */
static bool takes_in_event(const struct passage *passage, size_t first)
{
    const struct lexeme *items = passage->lexis.items;
    while (first > 0 && items[first - 1].sentence == items[first].sentence)
        first--;
    for (size_t i = survey_cue_from(passage, first); i < passage->cue_count && items[passage->cues[i].first].sentence == items[first].sentence; i++)
        if (passage->cues[i].kind == CUE_EVENT || passage->cues[i].kind == CUE_MEET)
            return true;
    return false;
}

struct venue places_held_host(const struct passage *passage, size_t first)
{
    struct venue host = passage->cue_count || passage->meets ? host_at(&passage->lexis, first) : (struct venue){0};
    bool doors = host.rank && opens_doors(&passage->lexis, host.end);
    return doors || (host.rank && (passage->meets || takes_in_event(passage, first))) ? host : (struct venue){0};
}

static bool has_address(const struct lexis *lexis, const struct venue *venue)
{
    for (size_t i = venue->first; i < venue->end; i++)
        if (venue_is_address(lexis, i))
            return true;
    return false;
}

/* Where the words that something takes place, at lexeme `i`, say that it does; "" when they do not. `asked`: they ask to come, which is
 * believed of an address only. */
static const char *held_behind(const struct places *places, const struct lexis *lexis, size_t i, size_t count, size_t end, bool asked)
{
    size_t close = i;
    while (close < end && close < i + HELD_REACH && lexis->items[close].sentence == lexis->items[i].sentence)
        close++;
    struct venue venue = held_at(lexis, i + count, close);
    if (venue.rank > VENUE_MODE && (!asked || has_address(lexis, &venue)))
        return venue_text(places->arena, lexis, venue.first, venue.end);
    return asked ? "" : venue_text_remote(places->arena, lexis, i, close);
}

/* "n'aura pas lieu à la mairie mais à l'auditorium": the place behind the "mais" of a sentence that denies another at lexeme `i`. */
static struct venue behind_denial(const struct lexis *lexis, size_t i, size_t end)
{
    size_t at = i + venue_spells(lexis, i, venue_words_denied);
    while (at > i && at + 1 < end && at < i + HELD_REACH && lexis->items[at].sentence == lexis->items[i].sentence) {
        if (lexis_is_word(&lexis->items[at], "mais"))
            return venue_behind(lexis, at + 1);
        at++;
    }
    return (struct venue){0};
}

/* Words that name a place only where a house stands behind them: "rendez-vous", "sur place". */
static bool is_mere_meeting(const struct lexeme *lexeme)
{
    static const char *const meetings[] = {"rendez", "rdv", "sur", NULL};
    return lexis_is_word_of(lexeme, meetings);
}

/* "Les ateliers ont lieu dans le 7e arrondissement", "aura lieu salle Jaurès", "en direct sur YouTube": lexemes `first` to before `end`
 * of a passage. `invites`: also where the reader is asked to come. */
static const char *held_in(const struct places *places, const struct passage *passage, size_t first, size_t end, bool invites)
{
    const struct lexis *lexis = &passage->lexis;
    for (size_t i = first, begin = first; i < end; i++) {
        bool opens = i == 0 || lexis->items[i - 1].sentence != lexis->items[i].sentence;
        begin = opens ? i : begin;
        opens = opens || (lexis_is_sign(&lexis->items[i - 1], ',') && i <= begin + HOST_REACH);
        struct venue host = opens ? places_held_host(passage, i) : (struct venue){0};
        if (host.rank == VENUE_NONE)
            host = place_labels_told(lexis, i); /* "Le lieu reste le même : la Cité des arts" */
        if (host.rank == VENUE_NONE)
            host = behind_denial(lexis, i, end);
        if (host.rank >= VENUE_ADDRESS)
            return venue_text(places->arena, lexis, host.first, host.end);
        size_t count = venue_spells(lexis, i, venue_words_held);
        if (!count || is_errand(passage, i))
            continue;
        const char *place = held_behind(places, lexis, i, count, end, !invites && is_mere_meeting(&lexis->items[i]));
        if (place[0])
            return place;
    }
    return "";
}

static bool has_date(const struct places *places, const struct passage *passage)
{
    const struct place_dates *dates = &places->dates[passage->index];
    return dates->first < dates->end;
}

const char *places_held_here(const struct places *places, const struct reading *own)
{
    const struct lexis *lexis = &own->passage->lexis;
    size_t first = lexis_at(lexis, own->date_begin), end = lexis->count, last = places->dates[own->passage->index].end;
    for (size_t i = places_dates_from(places, own->passage, first); end == lexis->count && i < last; i++) {
        const struct reading *other = &places->readings->items[i];
        if (other->kind != READING_DEADLINE && other->begin >= own->end && !places_stretch_touches(lexis, lexis_at(lexis, own->end), lexis_at(lexis, other->begin)))
            end = lexis_at(lexis, other->begin);
    }
    return held_in(places, own->passage, first, end, true);
}

/* Right behind the event in its section, as far as the next date. */
static const char *held_near(const struct places *places, const struct passage *home)
{
    for (size_t i = home->index + 1; home->role == PASSAGE_BODY && i < places->passages->count; i++) {
        const struct passage *passage = &places->passages->items[i];
        if (passage->above != home->above && passage->above != home)
            break;
        bool dated = has_date(places, passage);
        size_t end = dated ? lexis_at(&passage->lexis, places->readings->items[places->dates[passage->index].first].begin) : passage->lexis.count;
        const char *found = held_in(places, passage, 0, end, true);
        if (found[0] || dated)
            return found;
    }
    return "";
}

static bool ends_sentence(const struct lexis *lexis, size_t index)
{
    return index >= lexis->count || lexis_is_sign(&lexis->items[index], '.') || (index > 0 && lexis->items[index].sentence != lexis->items[index - 1].sentence);
}

/* The address that opens a sentence or stands behind a comma there, at most OPENING_WORDS words on. */
static struct venue opening_address(const struct lexis *lexis)
{
    static const char *const into[] = {"au", "a", "aux", "chez", "dans", NULL};
    size_t words = 0, begin = 0;
    for (size_t i = 0; i < lexis->count; i++) {
        bool opens = i == 0 || lexis->items[i - 1].sentence != lexis->items[i].sentence;
        words = opens ? 0 : words;
        begin = opens ? i : begin;
        bool parted = opens || lexis->items[i - 1].kind == LEXEME_SIGN;
        struct venue venue = parted && words <= OPENING_WORDS ? venue_at(lexis, i) : (struct venue){0};
        bool line = begin <= 1 && venue.rank >= VENUE_ADDRESS && lexis_is_sign(&lexis->items[venue.end], LEXEME_LINE); /* the first of the passage */
        if (venue.rank >= VENUE_ADDRESS && (line || ends_sentence(lexis, venue.end)) && (words == 0 || lexis_is_word_of(&lexis->items[begin], into)))
            return venue;
        words += lexis->items[i].kind == LEXEME_WORD;
    }
    return (struct venue){0};
}

/* The address that a passage names in a sentence or, in the body, a line of its own; not of whom to write to. */
static const char *address_of(const struct places *places, const struct passage *passage)
{
    bool body = passage->role == PASSAGE_BODY;
    if (body && places_page_is_contact(passage->above))
        return "";
    struct venue venue = opening_address(&passage->lexis);
    bool whole = venue.first == 0 && venue.end == passage->lexis.count; /* "Portail du village de Coudre": whose page it is */
    if (venue.rank >= VENUE_ADDRESS && !is_errand(passage, venue.first) && ((!body && !whole) || has_address(&passage->lexis, &venue)))
        return venue_text(places->arena, &passage->lexis, venue.first, venue.end);
    return body ? places_page_first_line(places, passage) : "";
}

/* It stands below a heading that is the day of an event, and the page tells of other days. */
static bool is_below_one_day(const struct places *places, const struct passage *passage)
{
    bool own = false, other = false;
    for (size_t i = 0; i < places->readings->count && passage->above && !(own && other); i++) {
        const struct reading *reading = &places->readings->items[i];
        bool event = reading->kind == READING_EVENT && reading->resolved && reading->passage->role == PASSAGE_BODY;
        own = own || (event && reading->passage == passage->above);
        other = other || (event && reading->passage != passage->above);
    }
    return own && other;
}

/* "Cinq soirées pour apprendre. Au fablab, 12 rue des Tanneurs.": a passage of a role names an address, and no day. Of the body only when no
 * other names a second, and a street stands in it. */
static const char *told_by_address(const struct places *places, enum passage_role role)
{
    const char *found = "";
    for (size_t i = 0; i < places->passages->count; i++) {
        const struct passage *passage = &places->passages->items[i];
        const char *place = passage->role == role && !passage->past && !has_date(places, passage) ? address_of(places, passage) : "";
        if (!place[0] || is_below_one_day(places, passage))
            continue;
        if (role != PASSAGE_BODY)
            return place;
        if (found[0] && strcmp(place, found) != 0)
            return "";
        found = place;
    }
    return found;
}

/* "Toutes ces formations se suivent en ligne.", "Elles se tiennent salle Hugo.": in whatever section it stands. The sentence at lexeme `first`. */
static bool opens_with_all(const struct passage *passage, size_t first)
{
    static const char *const they[] = {"ils", "elles", "tout", "cela", "ca", "they", NULL};
    const struct lexeme *item = first < passage->lexis.count ? &passage->lexis.items[first] : NULL;
    bool these = item && lexis_is_word(item, "ces") && item[1].kind == LEXEME_WORD && grammar_begins(dates_fr.each_of, item[1].word); /* "Ces formations" */
    return item && item->kind == LEXEME_WORD && (these || lexis_is_word_of(item, they) || grammar_lists(dates_fr.all, item->word) || grammar_lists(dates_fr.each, item->word));
}

/* The same in a passage with a date: a sentence of it that begins so. */
static const char *held_for_all_in(const struct places *places, const struct passage *passage)
{
    const struct lexis *lexis = &passage->lexis;
    for (size_t first = 0, end = 0; first < lexis->count; first = end) {
        for (end = first + 1; end < lexis->count && lexis->items[end].sentence == lexis->items[first].sentence; end++)
            ;
        const char *held = opens_with_all(passage, first) ? held_in(places, passage, first, end, false) : "";
        if (held[0])
            return held;
    }
    return "";
}

/* What a passage says of all events; "" when it is about some of them, or about none. */
static const char *held_for_all_by(const struct places *places, const struct passage *passage)
{
    if ((passage->role != PASSAGE_BODY && passage->role != PASSAGE_FRONT) || passage->past)
        return "";
    if (has_event_section(places, passage) && !opens_with_all(passage, 0))
        return "";
    return has_date(places, passage) ? held_for_all_in(places, passage) : held_in(places, passage, 0, passage->lexis.count, false);
}

/* "La bibliothèque propose quatre ateliers", "Les ateliers ont lieu en salle Ampère": a room and the house around it are one place; NULL: they are two. */
static const char *room_and_house(const struct places *places, const char *one, const char *other)
{
    const char *both = places_fields_join(places, one, other);
    return both ? both : places_fields_join(places, other, one);
}

const char *places_held_for_all(const struct places *places)
{
    const char *found = "";
    bool of_all = false; /* it was said of all, and not only of whoever opens his doors */
    for (size_t i = 0; i < places->passages->count; i++) {
        const struct passage *passage = &places->passages->items[i];
        const char *held = held_for_all_by(places, passage);
        bool all = held[0] && opens_with_all(passage, 0);
        if (!held[0] || (of_all && !all))
            continue;
        bool other = found[0] && all == of_all && strcmp(held, found) != 0;
        const char *both = other ? room_and_house(places, held, found) : held;
        if (!both)
            return "";
        found = both;
        of_all = all;
    }
    if (!found[0])
        found = told_by_address(places, PASSAGE_FRONT);
    return found[0] ? found : told_by_address(places, PASSAGE_BODY);
}

/* The place says more than the name of a town. */
static bool is_house(const struct places *places, const char *place)
{
    struct lexis lexis = lexis_read(places->arena, place);
    return lexis.count && venue_at(&lexis, 0).rank >= VENUE_ADDRESS;
}

/* "… aura lieu les 8 et 9 février à Chaussy. Les journées se déroulent à la Bergerie": the house rather than the town. */
static const char *more_particular(const struct places *places, const char *found, const char *other)
{
    return !found[0] || (other[0] && !is_house(places, found) && is_house(places, other)) ? other : found;
}

const char *places_held_once(const struct places *places, const struct reading *own)
{
    const char *found = own ? places_held_here(places, own) : "";
    for (size_t i = 0; own && !found[0] && i < places->readings->count; i++) {
        const struct reading *other = &places->readings->items[i];
        bool same = other->kind == READING_EVENT && other->resolved && own->resolved && other->first_day == own->first_day && other->last_day == own->last_day;
        if (same && !passages_are_items(own->passage, other->passage))
            found = places_held_here(places, other);
    }
    if (own)
        found = more_particular(places, found, held_near(places, own->passage));
    return more_particular(places, found, places->held);
}

const char *places_held_behind_hour(const struct places *places, const struct passage *passage)
{
    enum { HOUR_REACH = 3 };
    const struct lexis *lexis = &passage->lexis;
    for (size_t i = 1; i + 1 < lexis->count; i++) {
        bool timed = false;
        for (size_t k = i; lexis_is_sign(&lexis->items[i], ',') && k-- > 0 && i - k <= HOUR_REACH && !timed;)
            timed = lexis->items[k].kind == LEXEME_NUMBER;
        struct venue venue = timed ? venue_at(lexis, i + 1) : (struct venue){0};
        if (venue.rank >= VENUE_HOUSE)
            return venue_text(places->arena, lexis, venue.first, venue.end);
    }
    return "";
}

/* "présentiel": people come, and elsewhere the page says where. */
static bool is_mere_presence(const struct places *places, const char *place)
{
    static const char *const modes[] = {"presentiel", "en presentiel", "sur place", "on site", NULL};
    return place[0] && grammar_lists(modes, lexis_fold(places->arena, place));
}

const char *places_held_rather(const struct places *places, const struct reading *own, const char *place)
{
    const char *held = is_mere_presence(places, place) ? places_held_once(places, own) : "";
    return held[0] && !is_mere_presence(places, held) ? held : place;
}

const char *places_held_instead(const struct places *places, const struct reading *reading)
{
    const struct passage *home = reading->passage;
    const struct lexeme *items = home->lexis.items;
    if (home->role != PASSAGE_BODY || !home->block || home->block->kind != BLOCK_PARAGRAPH || places->dates[home->index].end != places->dates[home->index].first + 1)
        return "";
    for (size_t i = 0; i < home->cue_count; i++) {
        enum cue_kind kind = home->cues[i].kind;
        if ((kind == CUE_EVENT || kind == CUE_HELD || kind == CUE_MEET) && items[home->cues[i].first].sentence == items[reading->mention].sentence)
            return "";
    }
    return places_held_here(places, reading);
}

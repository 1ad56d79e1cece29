#include "content/places_only.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/places_held.h"
#include "content/places_page.h"
#include "content/survey.h"
#include "content/venue.h"
#include "content/venue_words.h"

#include <string.h>

enum { SENTENCE_REACH = 90 }; /* lexemes of a sentence around a place that are asked what it is about */

/* What was found so far. */
struct search {
    const struct places *places;
    const char *text;   /* "" : nothing yet */
    const char *folded;
    const struct passage *at;
    bool many;
};

static void search_add(struct search *search, const char *text, const struct passage *at)
{
    struct arena *arena = search->places->arena;
    const char *folded = lexis_fold(arena, text);
    if (!text[0] || (search->text[0] && strstr(search->folded, folded)))
        return; /* "la médiathèque" of "la médiathèque Louis-Aragon" */
    search->many = search->many || (search->text[0] && !strstr(folded, search->folded));
    search->text = text;
    search->folded = folded;
    search->at = at;
}

/* The sentence of a lexeme is about something that is not held there: it asks for something, names a limit, looks back, tells hours. */
static bool is_of_other(const struct passage *passage, size_t index)
{
    static const enum cue_kind others[] = {CUE_CALL, CUE_LIMIT, CUE_UNTIL, CUE_BEFORE, CUE_DUE, CUE_PAST, CUE_RECAP, CUE_PRIVATE, CUE_LAW, CUE_FORMERLY, CUE_OFF, CUE_STEP};
    const struct lexeme *items = passage->lexis.items;
    int sentence = items[index].sentence;
    size_t first = index;
    while (first > 0 && index - first < SENTENCE_REACH && items[first - 1].sentence == sentence)
        first--;
    for (size_t i = survey_cue_from(passage, first); i < passage->cue_count && passage->cues[i].first < index + SENTENCE_REACH && items[passage->cues[i].first].sentence == sentence; i++)
        for (size_t k = 0; k < sizeof others / sizeof *others; k++)
            if (passage->cues[i].kind == others[k])
                return true;
    for (size_t i = first; i < passage->lexis.count && i < index + SENTENCE_REACH && items[i].sentence == sentence; i++)
        if (lexis_is_word_of(&items[i], venue_words_errands))
            return true;
    return false;
}

/* The reading stands in the sentence of a lexeme. */
static bool stands_in(const struct reading *reading, const struct passage *passage, size_t index)
{
    return reading->passage == passage && passage->lexis.items[reading->mention].sentence == passage->lexis.items[index].sentence;
}

/* Behind a day of the passage and before the next one, and the days do not all stand in one sentence: "Le 18 mars … . Le 20 mars … . Rendez-vous au
 * préau": of the last of them only. */
static bool is_behind_one_of(const struct places *places, const struct passage *passage, size_t index)
{
    const struct place_dates *dates = &places->dates[passage->index];
    int first = -1;
    for (size_t i = dates->first; i < dates->end; i++) {
        const struct reading *reading = &places->readings->items[i];
        int sentence = passage->lexis.items[reading->mention].sentence;
        if (reading->kind != READING_EVENT || !reading->resolved || reading->off || reading->mention > index)
            continue;
        if (first >= 0 && sentence != first)
            return true;
        first = sentence;
    }
    return false;
}

/* The sentence of a lexeme, or its passage, says when an event takes place, and other events are told elsewhere: the place is that one's. */
static bool is_of_day(const struct places *places, const struct passage *passage, size_t index)
{
    size_t own = 0, near = 0, all = 0;
    for (size_t i = 0; i < places->readings->count; i++) {
        const struct reading *reading = &places->readings->items[i];
        bool event = reading->kind == READING_EVENT && reading->resolved && !reading->off;
        own += event && stands_in(reading, passage, index);
        near += event && reading->passage == passage;
        all += event;
    }
    own = near == 1 ? 1 : own; /* the lines below its day */
    return (own > 0 && all > own) || is_behind_one_of(places, passage, index);
}

/* "sous les platanes, place Gambetta, à partir de 19h", "au même endroit : foyer rural": a street or a room behind a comma, a house behind a
 * colon. */
static struct venue behind_sign(const struct lexis *lexis, size_t index)
{
    const struct lexeme *sign = &lexis->items[index - 1];
    bool comma = lexis_is_sign(sign, ',') && (lexis_is_word_of(&lexis->items[index], venue_words_streets) || lexis_is_word_of(&lexis->items[index], venue_words_rooms));
    return comma || lexis_is_sign(sign, ':') ? venue_at(lexis, index) : (struct venue){0};
}

/* "professeur de cinéma au lycée Monet": where somebody works. */
static bool is_of_somebody(const struct lexis *lexis, size_t index)
{
    enum { WORK_REACH = 6 };
    static const char *const work[] = {"professeur", "professeure", "enseignant", "enseignante", "chercheur", "chercheuse", "maitre", "maitresse", "directeur", "directrice", "etudiant", "etudiante", "medecin", "ingenieur",
                                       "ingenieure", "conservateur", "conservatrice", "responsable", "charge", "chargee", "doctorant", "doctorante", "animateur", "animatrice", "bibliothecaire", "archiviste", NULL};
    for (size_t i = index; i-- > 0 && index - i <= WORK_REACH && lexis->items[i].sentence == lexis->items[index].sentence;)
        if (lexis_is_word_of(&lexis->items[i], work))
            return true;
    return false;
}

/* "Auditorium de la médiathèque - Entrée libre": a house that opens a sentence and stands before a sign. */
static struct venue opening_house(const struct passage *passage, size_t first)
{
    struct venue venue = passage->block && passage->block->kind == BLOCK_PARAGRAPH ? venue_at(&passage->lexis, first) : (struct venue){0};
    bool named = passage->role == PASSAGE_BODY || venue.end < passage->lexis.count; /* "Portail du village de Coudre": whose page it is */
    bool parted = venue.rank == VENUE_HOUSE && named && passage->lexis.items[venue.end].kind == LEXEME_SIGN;
    return parted ? venue : (struct venue){0};
}

/* A sentence begins with a house that stands apart, or takes something in. */
static struct venue opening_of(const struct passage *passage, size_t first)
{
    struct venue house = opening_house(passage, first);
    return house.rank ? house : places_held_host(passage, first);
}

static void search_passage(struct search *search, const struct passage *passage)
{
    const struct lexis *lexis = &passage->lexis;
    for (size_t i = 0; i < lexis->count && !search->many; i++) {
        bool opens = i == 0 || lexis->items[i - 1].sentence != lexis->items[i].sentence;
        struct venue venue = {0};
        if (!is_of_somebody(lexis, i))
            venue = venue_behind(lexis, i);
        if (venue.rank < VENUE_ADDRESS)
            venue = opens ? opening_of(passage, i) : behind_sign(lexis, i);
        if (venue.rank < VENUE_ADDRESS || is_of_other(passage, venue.first) || is_of_day(search->places, passage, venue.first))
            continue;
        search_add(search, venue_text(search->places->arena, lexis, venue.first, venue.end), passage);
        i = venue.end > i ? venue.end - 1 : i;
    }
}

static bool is_heard(const struct passage *passage)
{
    enum { INTRO_REACH = 60 }; /* each item asks the end of what announces its list */
    const struct lexis *intro = passage->intro ? &passage->intro->lexis : NULL;
    for (size_t i = intro && intro->count > INTRO_REACH ? intro->count - INTRO_REACH : 0; intro && i < intro->count; i++)
        if (lexis_is_word_of(&intro->items[i], venue_words_errands))
            return false; /* "Renseignements :" */
    return (passage->role == PASSAGE_BODY || passage->role == PASSAGE_FRONT) && !passage->past && !places_page_is_contact(passage->above);
}

/* "Le programme est affiché sur le campus et en ligne": the sentence of a lexeme is about a text, and not about who comes. */
static bool is_of_paper(const struct passage *passage, size_t index)
{
    static const char *const papers[] = {"programme", "affiche", "affichee", "publie", "publiee", "publies", "publiees", "disponible", "disponibles", "consultable", "consultables",
                                         "catalogue", "liste", "video", "videos", "resultats", "rapport", "formulaire", "demarches", NULL};
    const struct lexeme *items = passage->lexis.items;
    size_t first = index;
    while (first > 0 && index - first < SENTENCE_REACH && items[first - 1].sentence == items[index].sentence)
        first--;
    for (size_t i = first; i < passage->lexis.count && i < index + SENTENCE_REACH && items[i].sentence == items[index].sentence; i++)
        if (lexis_is_word_of(&items[i], papers))
            return true;
    return false;
}

/* "en visioconférence" in a sentence about nothing else. */
static const char *remote_in(const struct places *places, const struct passage *passage)
{
    for (size_t i = 0; i < passage->lexis.count; i++) {
        const char *remote = venue_text_remote(places->arena, &passage->lexis, i, i + 1);
        if (remote[0] && !is_of_other(passage, i) && !is_of_paper(passage, i))
            return remote;
    }
    return "";
}

void places_only_take(struct places *places)
{
    struct search search = {.places = places, .text = "", .folded = ""};
    const struct passages *passages = places->passages;
    struct venue host = places_held_host(&passages->items[0], 0);
    if (host.rank >= VENUE_ADDRESS)
        search_add(&search, venue_text(places->arena, &passages->items[0].lexis, host.first, host.end), NULL); /* "Le tribunal de Dijon ouvre ses portes" */
    for (size_t i = 1; i < passages->count && !search.many; i++)
        if (is_heard(&passages->items[i]))
            search_passage(&search, &passages->items[i]);
    if (!search.text[0])
        search.text = places_page_in(places, &passages->items[0]); /* "Les journées du patrimoine à la préfecture" */
    for (size_t i = 1; i < passages->count && !search.text[0]; i++) {
        if (!is_heard(&passages->items[i]) || places->dates[i].end > 0) /* beside a day it is of that day */
            continue;
        search.text = remote_in(places, &passages->items[i]);
        search.at = &passages->items[i];
    }
    places->only = search.many ? "" : search.text;
    places->only_at = search.at;
}

const char *places_only_for(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    const struct passage *at = places->only_at, *own = occurrence->reading ? occurrence->reading->passage : NULL;
    bool apart = own && at && at->above && at->above != own->above && at->above != own;
    return !sole && apart && !places_page_is_practical(at) ? "" : places->only;
}

#include "content/judge_place.h"

#include "content/article.h"
#include "content/clause.h"
#include "content/judge_support.h"
#include "content/survey.h"
#include "content/verdict.h"
#include "content/venue.h"

#include <string.h>

enum { HEAD_MOST = 60 }; /* lexemes of a heading or an announcing paragraph: each of its items asks */

/* "La plaque sera dévoilée mardi 30 avril à 11h30. Tous les habitants sont invités.": the passage goes on with whom it is for. */
bool judge_place_is_open(const struct question *question)
{
    const struct passage *passage = question->passage;
    const struct lexeme *items = passage->lexis.items;
    for (size_t i = survey_cue_from(passage, question->end); i < passage->cue_count; i++) {
        const struct cue *cue = &passage->cues[i];
        const struct lexeme *whom = &items[cue->end + 1 < passage->lexis.count ? cue->end + 1 : passage->lexis.count];
        bool all = lexis_is_word_of(whom, question->grammar->everybody);
        if ((cue->kind == CUE_MEET && cue->first >= question->stop) || (cue->kind == CUE_OPEN && all))
            return true;
    }
    return false;
}

/* The date opens an item or a row of a list that is about events. */
static bool opens_item(const struct question *question)
{
    const struct passage *passage = question->passage;
    bool listed = passage->intro || (passage->block && (passage->block->kind == BLOCK_ITEM || passage->block->kind == BLOCK_ROW));
    return listed && passage->meets && question->first <= question->begin + 2;
}

/* More than a bare day: who writes so means that something takes place. */
static bool is_told(const struct question *question)
{
    return question->weekday || (question->several && !question->spell) || question->labelled || question->whole || question->passage->meets;
}

/* "du 4 juin au 20 juin, 16h": one hour, behind the last day. */
static bool ends_at_hour(const struct question *question)
{
    return question->hour_glued && !question->has_stretch;
}

/* In passing, or as a date of record: "paraît deux fois par an (31 mai et 30 novembre)". */
static bool is_aside(const struct question *question)
{
    const struct passage *passage = question->passage;
    if (question->has_hour)
        return false;
    /* Without a label a field holds a date of record, unless a word says otherwise. */
    bool record = !passage->label[0] && ((passage->calls && !passage->meets) || passage->role == PASSAGE_FIELD);
    return record || (clause_in_brackets(question) && !question->weekday && !passage->meets);
}

/* "Mercredi 21 juin, le bourg se met au diapason.": a weekday, a day and a comma with which a paragraph about an event begins. */
static bool opens_paragraph(const struct question *question)
{
    const struct passage *passage = question->passage;
    bool prose = passage->role == PASSAGE_FRONT || (passage->block && passage->block->kind == BLOCK_PARAGRAPH);
    return prose && (question->weekday || question->range) && question->begin <= 1 && question->first <= question->begin + 2 && passage->meets && !passage->past &&
           !passage->page_past && lexis_is_sign(&passage->lexis.items[question->end], ',');
}

static bool opens_its_text(const struct question *question)
{
    return opens_item(question) || opens_paragraph(question);
}

/* "Nantes, 16 et 17 mai 2019 — Maison des sciences": a short paragraph that is nothing but days of one breath and a house. */
static bool is_when_and_where(const struct question *question)
{
    enum { LINE_MOST = 20 };
    const struct passage *passage = question->passage;
    if (!question->several || passage->cue_count || !passage->block || passage->block->kind != BLOCK_PARAGRAPH || passage->lexis.count > LINE_MOST)
        return false;
    size_t behind = question->end + 1;
    return behind < passage->lexis.count && venue_at(&passage->lexis, behind).rank >= VENUE_ADDRESS;
}

/* "Échanges avec les équipes : du 11 au 21 avril" among the lines of a call: its own words name what it is, and no cue says that it is asked for. */
static bool follows_name(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t at = clause_before_articles(question);
    bool listed = passage->block && (passage->block->kind == BLOCK_ITEM || passage->block->kind == BLOCK_ROW);
    return listed && !question->labelled && at > question->begin + 1 && lexis_is_sign(&passage->lexis.items[at - 1], ':');
}

/* Under a heading that asks, or in a field ("Période") of a page that does. */
static bool is_open_stretch(const struct question *question)
{
    const struct passage *passage = question->passage;
    bool field = passage->role == PASSAGE_FIELD && passage->page_calls && !question->labelled;
    return ((passage->calls && !follows_name(question)) || field) && !passage->meets;
}

/* "Textes complets : 1er septembre" of a page that asks for something: the label of a step, and no word says that people come together. */
static bool follows_step(const struct question *question)
{
    const struct passage *passage = question->passage;
    const struct lexeme *before = question->first > question->begin ? &passage->lexis.items[question->first - 1] : NULL;
    bool plain = !question->weekday && !question->several && !question->range && !question->has_hour && !question->labelled;
    return plain && passage->page_calls && before && lexis_is_sign(before, ':');
}

/* A house stands behind the date in its sentence. */
static bool has_house_behind(const struct question *question)
{
    return venue_best(&question->passage->lexis, question->end, question->stop).rank >= VENUE_HOUSE;
}

/* ", Cité universitaire, Paris": the house stands right behind the date and a sign. */
static bool has_house_behind_sign(const struct question *question)
{
    const struct lexis *lexis = &question->passage->lexis;
    size_t at = question->end;
    while (at < question->stop && lexis->items[at].kind == LEXEME_SIGN && at < question->end + 2)
        at++;
    return at > question->end && at < question->stop && (venue_at(lexis, at).rank == VENUE_HOUSE || has_house_behind(question));
}

/* Before the date a word names what takes place: "prochaine étape". */
static bool names_occasion(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool named = question->passage->meets;
    for (size_t i = question->begin; i < question->first && !named; i++)
        named = items[i].kind == LEXEME_WORD && grammar_begins(question->grammar->each_of, items[i].word);
    return named;
}

/* "Prochaine étape : Dole, où élus et habitants sont attendus vendredi 21 mars, à la halle Carnot": several who are awaited on a weekday in a house; not answers. */
static bool is_awaited(const struct question *question)
{
    enum { VERB_REACH = 3 };
    const struct lexeme *items = question->passage->lexis.items;
    bool awaited = false;
    for (size_t i = question->first; i-- > question->begin + 1 && question->first - i <= VERB_REACH && !awaited;)
        awaited = grammar_lists(question->grammar->awaited, items[i].word) && grammar_lists(question->grammar->being, items[i - 1].word);
    for (size_t i = question->begin; i < question->first && awaited; i++)
        awaited = !grammar_lists(question->grammar->answers, items[i].word);
    return awaited && question->weekday && names_occasion(question) && has_house_behind(question);
}

/* "La préfète se rendra mardi 18 mars à Dole. L'échange, ouvert à tous, se tient dans le hall.": the only day of a passage that goes on with
 * something that takes place and is open to everybody. */
static bool is_open_meeting(const struct question *question)
{
    const struct passage *passage = question->passage;
    bool only = question->weekday && question->after == 0 && question->before >= passage->lexis.count, all = false;
    if (!only || !judge_place_is_open(question))
        return false;
    for (size_t i = survey_cue_from(passage, question->stop); i < passage->cue_count && !all; i++)
        all = passage->cues[i].kind == CUE_EVENT || passage->cues[i].kind == CUE_HELD;
    return all;
}

/* An hour stands behind the cue in its sentence. */
static bool has_hour_in_sentence(const struct question *question, const struct cue *cue)
{
    const struct lexis *lexis = &question->passage->lexis;
    for (size_t i = cue->end; i < lexis->count && lexis->items[i].sentence == lexis->items[cue->first].sentence; i++)
        if (question->covered[i] == 1)
            return true;
    return false;
}

/* A weekday opens the passage, or an invitation does: "Save the date ! Le 12 juin, …". */
static bool opens_or_invites(const struct question *question)
{
    const struct passage *passage = question->passage;
    return (question->weekday && question->begin <= 1) || (passage->cue_count && passage->cues[0].kind == CUE_MEET && passage->cues[0].first < question->begin);
}

/* "Retrouvez-nous dès le lendemain", "… reprennent la semaine suivante": what follows is on another day. */
static bool follows_later(const struct question *question)
{
    const struct lexis *lexis = &question->passage->lexis;
    for (size_t i = question->stop; i < lexis->count; i++)
        if (lexis_is_word_of(&lexis->items[i], question->grammar->next_day) || (lexis_is_word_of(&lexis->items[i], question->grammar->weeks) && lexis_is_word_of(&lexis->items[i + 1], question->grammar->next_week)))
            return true;
    return false;
}

/* The sentence of the date, or the last one, is an exclamation. */
static bool exclaims(const struct question *question)
{
    const struct lexis *lexis = &question->passage->lexis;
    return lexis_is_sign(&lexis->items[question->stop - 1], '!') || lexis_is_sign(&lexis->items[lexis->count - 1], '!');
}

/* "Le mardi 14 février, déclarez votre flamme ! Atelier à 18h au Sésame.": the only day opens its passage, and a later sentence tells what takes
 * place, with its hour. */
static bool is_followed_by_event(const struct question *question)
{
    const struct passage *passage = question->passage;
    const struct lexis *lexis = &passage->lexis;
    bool only = question->first <= question->begin + 2 && question->after == 0 && question->before >= lexis->count;
    size_t cue = only && opens_or_invites(question) ? survey_cue_from(passage, question->stop) : passage->cue_count;
    if (cue >= passage->cue_count || (passage->cues[cue].kind != CUE_EVENT && passage->cues[cue].kind != CUE_MEET) || passages_has_cue(passage, CUE_PAST) || passages_has_cue(passage, CUE_PRIVATE) || follows_later(question))
        return false;
    return (question->weekday && exclaims(question) && passage->cues[cue].kind == CUE_MEET) || has_hour_in_sentence(question, &passage->cues[cue]);
}

/* "De 20h à 2h", "Entre 17h et 21h": hours from lexeme `from` on that have a beginning and an end. */
static bool has_stretch_from(const struct question *question, size_t from)
{
    const struct lexis *lexis = &question->passage->lexis;
    for (size_t i = from; i < lexis->count; i++) {
        bool inner = question->covered[i] == 1 && i > 0 && question->covered[i - 1] == 1 && lexis->items[i - 1].kind != LEXEME_SIGN;
        bool joint = lexis_is_sign(&lexis->items[i], '-') || lexis_is_word_of(&lexis->items[i], question->grammar->to) || lexis_is_word_of(&lexis->items[i], question->grammar->and);
        if (inner && joint)
            return true;
    }
    return false;
}

/* The passage tells of something that takes place or that we do, of nothing else, and denies nothing. */
static bool tells_of_doing(const struct question *question)
{
    static const enum cue_kind others[] = {CUE_PAST, CUE_PRIVATE, CUE_TERM, CUE_OFF, CUE_CLOSED, CUE_STEP, CUE_HOURS, CUE_RECAP};
    const struct passage *passage = question->passage;
    const struct grammar *grammar = question->grammar;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (passages_has_cue(passage, others[i]))
            return false;
    bool told = passage->meets || passages_has_cue(passage, CUE_EVENT) || passages_has_cue(passage, CUE_MEET) || lexis_names(&passage->lexis, grammar->performing) || lexis_names(&passage->lexis, grammar->we);
    return told && !lexis_names(&passage->lexis, grammar->never) && !lexis_names(&passage->lexis, grammar->works);
}

/* "Samedi 29 octobre, la commune éteint ses lampadaires. Entre 17h et 21h : contes": the only day opens its passage, which goes on with one stretch. */
static bool is_followed_by_stretch(const struct question *question)
{
    const struct passage *passage = question->passage;
    bool told = question->weekday || lexis_is_sign(&passage->lexis.items[question->end], ',');
    bool only = told && question->begin <= 1 && question->first <= question->begin + 2 && question->after == 0 && question->before >= passage->lexis.count;
    return only && tells_of_doing(question) && has_stretch_from(question, question->end) && !follows_later(question);
}

/* "c'est le" right before the date: the lexeme with which it begins, or the date. */
static size_t it_is_at(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = clause_before_articles(question);
    while (at > question->begin && (lexis_is_sign(&items[at - 1], ',') || lexis_is_word_of(&items[at - 1], question->grammar->next) || grammar_value(question->grammar->weekdays, items[at - 1].word) >= 0))
        at--; /* "c'est mercredi prochain, 29 juin" */
    bool is = at >= question->begin + 2 && lexis_is_word(&items[at - 1], "est") && lexis_is_word(&items[at - 2], "c");
    return is ? at - 2 : question->first;
}

bool judge_place_is_next(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = clause_before_articles(question);
    bool label = at > question->begin + 1 && lexis_is_sign(&items[at - 1], ':') && lexis_is_word_of(&items[at - 2], question->grammar->next);
    return label && survey_sentence_has(question, CUE_EVENT) && !survey_sentence_has(question, CUE_CALL) && !survey_sentence_has(question, CUE_LIMIT);
}

/* "Quand commence-t-on ? Lundi 4 avril": the answer to a question about a step. */
static bool answers_step(const struct question *question)
{
    const struct passage *passage = question->passage;
    const struct lexeme *items = passage->lexis.items;
    size_t sign = question->begin;
    while (sign > 0 && lexis_is_sign(&items[sign - 1], LEXEME_LINE))
        sign--;
    size_t at = sign > 0 && lexis_is_sign(&items[sign - 1], '?') ? survey_cue_from(passage, sign) : 0;
    return at > 0 && passage->cues[at - 1].kind == CUE_STEP && items[passage->cues[at - 1].first].sentence == items[sign - 1].sentence;
}

bool judge_place_is_named(const struct question *question)
{
    const struct passage *passage = question->passage;
    const struct lexeme *items = passage->lexis.items;
    size_t at = it_is_at(question);
    if (at == question->first || at > question->begin + 1)
        return at < question->first && lexis_is_sign(&items[at - 1], ',');
    if (question->begin == 0 || !lexis_is_sign(&items[question->begin - 1], '?'))
        return false;
    bool named = false;
    for (size_t i = survey_cue_from(passage, question->begin); i-- > 0 && items[passage->cues[i].first].sentence == items[question->begin - 1].sentence;) {
        enum cue_kind kind = passage->cues[i].kind;
        if (kind == CUE_STEP || kind == CUE_PRIVATE || kind == CUE_TERM || kind == CUE_PAST)
            return false; /* "Quand connaîtrai-je la décision ? Le 21 mars." */
        named = named || kind == CUE_EVENT || kind == CUE_MEET;
    }
    return named;
}

/* A town and a day, and nothing else: "Lille, 9 mai", "9 mai : Lille". */
static bool is_town_and_day(const struct passage *passage)
{
    enum { STOP_MOST = 9 };
    const struct lexis *lexis = &passage->lexis;
    bool item = passage->block && passage->block->kind == BLOCK_ITEM && lexis->count <= STOP_MOST && passage->cue_count == 0;
    size_t names = 0, numbers = 0, signs = 0;
    for (size_t i = 0; item && i < lexis->count; i++) {
        const struct lexeme *lexeme = &lexis->items[i];
        numbers += lexeme->kind == LEXEME_NUMBER;
        names += lexeme->kind == LEXEME_WORD && grammar_value(dates_fr.months, lexeme->word) < 0 && venue_is_capital(lexis, lexeme);
        signs += lexeme->kind == LEXEME_SIGN;
    }
    bool few = names > 0 && names <= 3 && numbers > 0 && numbers <= 2;
    return few && signs == 1;
}

/* "Tour de France des territoires :", "Les étapes :": a journey or meetings are announced; not "Naissances :". */
static bool announces_stops(const struct passage *intro, const struct grammar *grammar)
{
    bool named = false;
    for (size_t i = 0; i < intro->lexis.count && i < HEAD_MOST && !named; i++) {
        const struct lexeme *lexeme = &intro->lexis.items[i];
        named = lexeme->kind == LEXEME_WORD && (grammar_begins(grammar->each_of, lexeme->word) || grammar_lists(grammar->tours, lexeme->word));
    }
    return named;
}

/* "Tour de France des territoires :" over "- Lille, 9 mai", "- Nancy, 16 mai". */
static bool is_stop_of_list(const struct question *question)
{
    const struct passage *passage = question->passage, *before = passage->index > 0 ? passage - 1 : passage;
    if (!passage->intro || passage->past || passage->calls || passage->page_calls || passage->page_past || passage->page_plan || passage->schedule || !is_town_and_day(passage))
        return false;
    return passage->intro->cue_count == 0 && announces_stops(passage->intro, question->grammar) && (before == passage->intro || (before->intro == passage->intro && is_town_and_day(before)));
}

/* "Le réseau organise trois réunions :" over "- Marseille, le 19 septembre". */
static bool is_meeting_in_town(const struct question *question)
{
    const struct passage *passage = question->passage;
    bool announced = passage->intro && passage->intro->lexis.count <= HEAD_MOST && passage->meets && passages_has_cue(passage->intro, CUE_EVENT);
    return announced && !passage->past && !passage->calls && !passage->page_past && !passage->page_plan && !passage->schedule && !passage->others && !passage->elsewhere && is_town_and_day(passage);
}

/* "Programme du jeudi 16 octobre :", "**Programme du jeudi 16 octobre**": a line that names nothing but the day of what is told below. */
static bool heads_programme(const struct question *question)
{
    enum { LEAD_MOST = 3 };
    const struct lexeme *items = question->passage->lexis.items, *behind = &items[question->end];
    size_t at = clause_before_articles(question);
    bool named = at > question->begin && at - question->begin <= LEAD_MOST && lexis_is_word_of(&items[at - 1], question->grammar->programmes);
    return named && question->weekday && (question->end >= question->passage->lexis.count || lexis_is_sign(behind, ':') || lexis_is_sign(behind, '*') || lexis_is_sign(behind, LEXEME_LINE));
}

/* The day stands in its text as one on which something takes place. */
static bool stands_as_event(const struct question *question)
{
    bool told = is_told(question) && (question->alone || question->bounds);
    return told || opens_its_text(question) || is_when_and_where(question) || is_awaited(question) || is_open_meeting(question) || is_followed_by_event(question) || is_followed_by_stretch(question) || is_stop_of_list(question) || is_meeting_in_town(question) || judge_place_is_named(question);
}

/* "La prochaine démonstration est prévue le 20 mars à 11h": an hour is fixed for it, whatever it is called. */
static bool is_settled(const struct question *question, const struct survey *survey)
{
    const struct cue *will = survey->left_count ? survey->left[0] : NULL;
    return will && will->kind == CUE_WILL && will->end + 2 >= question->first && survey->left_count == 1;
}

/* "L'équipe présentera ses travaux le 5 juin à 14h, à l'auditorium. Entrée libre.": an hour for which everybody is asked. */
static bool is_asked_at_hour(const struct question *question)
{
    return question->hour_glued && !question->range && judge_place_is_open(question);
}

/* "Le 27 janvier à 14h, les équipes présenteront leurs travaux": an hour and a verb of the future, of whom nothing else is told. */
static bool is_told_to_come(const struct question *question)
{
    for (size_t i = question->end; question->hour_glued && !question->range && i < question->stop; i++)
        if (question->passage->lexis.items[i].kind == LEXEME_WORD && !question->covered[i] && clause_is_future(question, i))
            return true;
    return false;
}

/* "Les lauréats présenteront leurs travaux le 22 février à 17h au Lieu des possibles": a verb of the future near, an hour and a house. */
static bool is_shown_in_house(const struct question *question, const struct survey *survey)
{
    enum { OBJECT_WORDS = 3 };
    const struct cue *will = survey->left_count ? survey->left[0] : NULL;
    bool near = will && will->kind == CUE_WILL && clause_words(question, will->end, question->first) <= OBJECT_WORDS + 1;
    return near && question->hour_glued && !question->range && has_house_behind(question);
}

/* "Bien dormir, ça s'apprend, le 20 mars à 18h, amphi Laennec": a day, its hour, and right behind it a house. */
static bool is_hour_in_house(const struct question *question)
{
    size_t at = question->end;
    while (at < question->stop && (question->covered[at] == 1 || lexis_is_sign(&question->passage->lexis.items[at], ',')))
        at++;
    return question->hour_glued && !question->range && at < question->stop && venue_at(&question->passage->lexis, at).rank == VENUE_HOUSE;
}

/* An hour, and something that makes an appointment of it. */
static bool is_appointed(const struct question *question, const struct survey *survey)
{
    if (judge_support_is_doing(question))
        return is_asked_at_hour(question) || is_shown_in_house(question, survey);
    if (!judge_support_has(question))
        return is_settled(question, survey) || is_asked_at_hour(question);
    return is_told(question) || question->alone || question->has_stretch || is_settled(question, survey) || is_shown_in_house(question, survey) || is_asked_at_hour(question) || is_told_to_come(question) || is_hour_in_house(question);
}

/* "Baignade surveillée du 1er juillet au 31 août, de 11h à 19h": the hours of every day of a season, and no word for what takes place. */
static bool is_season(const struct question *question)
{
    return question->range && question->spell && question->has_stretch && !question->both && !question->passage->meets && !question->labelled;
}

/* "Inscriptions jusqu'au 2 octobre": a later sentence of the passage begins with it. */
static bool enrols_later(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t at = survey_cue_from(passage, question->stop);
    return at < passage->cue_count && passage->cues[at].kind == CUE_CALL && strncmp(passage->lexis.items[passage->cues[at].first].word, "inscription", strlen("inscription")) == 0;
}

/* "Printemps de l'économie, 17-20 mars 2026, Conservatoire des arts. Entrée libre sur inscription.": a name and a stretch with which a passage
 * opens that goes on with something that takes place. */
static bool is_named_at_head(const struct question *question, const struct survey *survey)
{
    enum { NAME_MOST = 5 };
    const struct passage *passage = question->passage;
    size_t words = clause_words(question, question->begin, question->first);
    if (!question->range || survey->left_count || survey->right_count || words == 0 || words > NAME_MOST || question->begin > 1)
        return false;
    for (size_t i = question->begin; i < question->first; i++)
        if (lexis_is_word_of(&passage->lexis.items[i], question->grammar->works) || lexis_is_word_of(&passage->lexis.items[i], question->grammar->weeks))
            return false; /* "Canicule, du 12 au 15 mai.", "Semaine 20, du 15 au 21 mai." */
    bool meets = passages_has_cue(passage, CUE_MEET) || passages_has_cue(passage, CUE_EVENT) || enrols_later(question), other = passages_has_cue(passage, CUE_PRIVATE) || passages_has_cue(passage, CUE_TERM);
    return meets && !other && venue_is_capital(&passage->lexis, &passage->lexis.items[question->begin]);
}

/* "## Menus de la cantine", "## Travaux": a list of days below is nothing to go to. */
static bool is_below_roster(const struct question *question)
{
    const struct passage *passage = question->passage, *heads[] = {passage->above, passage->intro};
    bool listed = passage->block && (passage->block->kind == BLOCK_ITEM || passage->block->kind == BLOCK_ROW || (passage->block->kind == BLOCK_PARAGRAPH && question->first <= question->begin + 1)), roster = false;
    for (size_t i = 0; listed && i < sizeof heads / sizeof *heads && !roster; i++)
        roster = heads[i] && heads[i]->lexis.count <= HEAD_MOST && !passages_has_cue(heads[i], CUE_EVENT) && !passages_has_cue(heads[i], CUE_MEET) && lexis_names(&heads[i]->lexis, question->grammar->rosters);
    return roster;
}

/* "Étape 1 — lettre d'intention : 15 février, 11h": a step with its number, on no weekday. */
static bool is_numbered_step(const struct question *question)
{
    const struct lexeme *opening = &question->passage->lexis.items[question->begin];
    bool placed = venue_best(&question->passage->lexis, question->end, question->stop).rank >= VENUE_ADDRESS; /* "Étape 1 du tour : 15 juin, 11h, place Carnot" */
    return !question->weekday && !placed && opening->kind == LEXEME_WORD && grammar_begins(question->grammar->steps, opening->word) && opening[1].kind == LEXEME_NUMBER;
}

/* No cue in the sentence: the place of the date in the text, its hour, the headings above must do. */
enum finding judge_place(const struct question *question, const struct survey *survey)
{
    if (question->range && (is_open_stretch(question) || ends_at_hour(question)))
        return FOUND_DEADLINE;
    if (is_below_roster(question) || is_numbered_step(question) || is_aside(question) || follows_step(question) || answers_step(question) || is_season(question))
        return FOUND_UNKNOWN;
    if (heads_programme(question))
        return FOUND_EVENT;
    if (question->has_hour)
        return is_appointed(question, survey) ? FOUND_EVENT : FOUND_UNKNOWN;
    return stands_as_event(question) || is_named_at_head(question, survey) ? FOUND_EVENT : FOUND_UNKNOWN;
}

bool judge_place_holds_day(const struct question *question, const struct survey *survey)
{
    const struct cue *refers = survey->left_count ? survey->left[survey->left_count - 1] : NULL;
    return refers && refers->kind == CUE_REFERS && refers->first <= 1 && question->begin <= 1 && !question->range && has_house_behind_sign(question);
}

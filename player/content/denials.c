#include "content/denials.h"

#include "content/clause.h"
#include "content/cues.h"
#include "content/grammar.h"
#include "content/passages.h"
#include "content/survey.h"
#include "content/verdict.h"

#include <string.h>

/* A sign at which a clause ends. */
static bool parts_clauses(const struct lexeme *lexeme)
{
    return lexeme->kind == LEXEME_SIGN && lexeme->sign && strchr(",;:.!?()\n", lexeme->sign);
}

/* "n'est pas cumulable et les inscriptions sont ouvertes": a joint, and a noun with its article behind it. */
static bool joins_clause(const struct question *question, size_t at)
{
    const struct lexeme *items = question->passage->lexis.items;
    return lexis_is_word_of(&items[at - 1], question->grammar->and) && lexis_is_word_of(&items[at], question->grammar->determiners);
}

/* The first lexeme of the clause in which the day stands. */
static size_t clause_begin(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = question->first;
    while (at > question->begin && !parts_clauses(&items[at - 1]) && !lexis_is_word_of(&items[at - 1], question->grammar->denial->turning) && !joins_clause(question, at))
        at--;
    return at;
}

/* "N'oubliez pas", "ne tardez pas", "il n'est pas trop tard", "qui n'ont pas répondu": a denial that asks all the more. */
static bool is_urging(const struct question *question, size_t never, size_t no)
{
    const struct lexeme *items = question->passage->lexis.items;
    if (never > question->begin && lexis_is_word_of(&items[never - 1], question->grammar->denial->which))
        return true;
    for (size_t i = never + 1; i < no; i++)
        if (items[i].kind == LEXEME_WORD && grammar_begins(question->grammar->denial->urging, items[i].word))
            return true;
    return lexis_is_word_of(&items[no + 1], question->grammar->denial->urged) || (items[no + 1].kind == LEXEME_WORD && grammar_begins(question->grammar->denial->urging, items[no + 1].word));
}

/* "n'… pas", "ne … plus", "n'… aucune" from a lexeme on, and not "ne … plus que". */
static bool denies_at(const struct question *question, size_t at)
{
    enum { VERB_REACH = 6 };
    const struct lexeme *items = question->passage->lexis.items;
    if (!lexis_is_word_of(&items[at], question->grammar->never))
        return false;
    for (size_t i = at + 1; i < question->first && i <= at + VERB_REACH && !parts_clauses(&items[i]); i++)
        if (lexis_is_word_of(&items[i], question->grammar->denial->denials))
            return !is_urging(question, at, i);
    return false;
}

bool denials_stand_before(const struct question *question)
{
    for (size_t i = question->begin; i < question->first; i++)
        if (denies_at(question, i))
            return true;
    return false;
}

/* A word of that kind leads to the day: "avant le", "jusqu'au". */
static bool is_led_by(const struct question *question, enum cue_kind kind)
{
    enum { LEAD_REACH = 5 };
    size_t from = question->first > LEAD_REACH ? question->first - LEAD_REACH : 0;
    return survey_names(question->passage, from, question->first, kind);
}

/* "n'est pas permis", "ne sert à rien": what a verb denies behind "ne", as far as a lexeme. */
static bool says_no(const struct question *question, size_t at)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool no = lexis_is_word_of(&items[at - 1], question->grammar->denial->denials) && lexis_is_word_of(&items[at], question->grammar->denial->needed);
    return no || lexis_is_word_of(&items[at], question->grammar->denial->serves);
}

/* "Postuler avant le 27 janvier est inutile", "… ne sert à rien": the verb behind the day denies it. */
static bool is_denied_behind(const struct question *question)
{
    enum { VERB_REACH = 6 };
    const struct lexis *lexis = &question->passage->lexis;
    size_t from = question->end;
    while (from < lexis->count && question->covered[from] == 1)
        from++;
    if (from >= lexis->count)
        return false;
    bool is = lexis_is_word_of(&lexis->items[from], question->grammar->being) || cues_supposes(lexis->items[from].word, question->grammar);
    bool never = lexis_is_word_of(&lexis->items[from], question->grammar->never);
    for (size_t i = from + 1; (is || never) && i < lexis->count && i <= from + VERB_REACH && !parts_clauses(&lexis->items[i]); i++)
        if (is ? lexis_is_word_of(&lexis->items[i], question->grammar->denial->needless) : says_no(question, i))
            return true;
    return false;
}

/* "Le syndic a un devis à envoyer avant le 1er décembre", "Les députés ont deux textes à voter": what somebody else has to do. */
static bool owes_something(const struct question *question, size_t at)
{
    enum { THING_REACH = 6 };
    const struct lexeme *items = question->passage->lexis.items;
    if (!lexis_is_word_of(&items[at], question->grammar->denial->having) || items[at].grave || lexis_is_word_of(&items[at + 1], question->grammar->denial->needed) || items[at + 1].participle)
        return false;
    for (size_t i = at; i-- > question->begin && at - i <= THING_REACH;)
        if (lexis_is_word_of(&items[i], question->grammar->denial->audience))
            return false; /* "Les parents ont un formulaire à remplir" */
    for (size_t i = at + 1; i + 1 < question->first && i <= at + THING_REACH && !parts_clauses(&items[i]); i++)
        if (items[i].kind == LEXEME_WORD && items[i].grave && lexis_is_word_of(&items[i], question->grammar->at))
            return at == 0 || !lexis_is_word_of(&items[at - 1], question->grammar->we);
    return false;
}

/* "inutile", "pas nécessaire", "Aucun dossier ne sera accepté" from a lexeme on. */
static bool is_needless_at(const struct question *question, size_t at)
{
    const struct lexeme *items = question->passage->lexis.items;
    bool needless = lexis_is_word_of(&items[at], question->grammar->denial->needless), nobody = lexis_is_word_of(&items[at], question->grammar->denial->nobody);
    bool no = nobody || lexis_is_word_of(&items[at], question->grammar->negations);
    needless = needless || (at > 0 && lexis_is_word_of(&items[at], question->grammar->denial->early) && lexis_is_word_of(&items[at - 1], question->grammar->denial->urged)); /* "trop tôt" */
    for (size_t i = at + 1; nobody && !needless && i < question->first; i++)
        needless = lexis_is_word_of(&items[i], question->grammar->never);
    return needless || (no && lexis_is_word_of(&items[at + 1], question->grammar->denial->needed));
}

/* "fermée", "indisponible": what is shut until a day is not asked for until then. */
static bool is_shut_at(const struct question *question, size_t at)
{
    const struct lexeme *item = &question->passage->lexis.items[at];
    bool shut = item->kind == LEXEME_WORD && (grammar_begins(question->grammar->denial->idle, item->word) || (item->participle && grammar_begins(question->grammar->shutting, item->word)));
    return shut && !is_led_by(question, CUE_BEFORE);
}

/* "si vous l'envoyez": not asked. */
static bool is_conditional(const struct question *question, size_t begin, size_t at)
{
    enum { SUBJECT_REACH = 4 };
    for (size_t i = at; i-- > begin && at - i <= SUBJECT_REACH;)
        if (lexis_is_word_of(&question->passage->lexis.items[i], question->grammar->denial->conditions))
            return true;
    return false;
}

/* The clause from its last request on: "si vous ne l'avez pas fait inscrivez-vous avant le 3 mai"; the clause when that is denied or none. */
static size_t request_begin(const struct question *question)
{
    const struct passage *passage = question->passage;
    const struct lexeme *items = passage->lexis.items;
    size_t begin = clause_begin(question);
    for (size_t i = survey_cue_from(passage, question->first); i-- > 0 && passage->cues[i].first > begin;) {
        size_t at = passage->cues[i].first, before = at - 1 - (at > 1 && lexis_is_sign(&items[at - 1], '\''));
        if (passage->cues[i].kind == CUE_ADDRESS && cues_asks(items[at].word, question->grammar))
            return lexis_is_word_of(&items[before], question->grammar->never) || is_conditional(question, begin, at) ? begin : at;
    }
    return begin;
}

/* "nous répondrons", "on vous répondra": at a verb of the future. */
static bool is_our_verb(const struct question *question, size_t at)
{
    static const char *const objects[] = {"vous", "les", "leur", "lui", "en", "y", NULL};
    const struct lexeme *items = question->passage->lexis.items;
    const struct grammar *grammar = question->grammar;
    size_t who = at - (at > question->begin + 1 && lexis_is_word_of(&items[at - 1], objects));
    return who > question->begin && lexis_is_word_of(&items[who - 1], grammar->we) && grammar_ends(grammar->future_endings, items[at].word);
}

/* "Nous vous confirmerons votre participation avant le 20 juin": what we are to do by then, without a sign between; not "nous examinerons les candidatures
 * reçues avant", "nous vous demanderons de rendre le dossier avant". */
static bool is_promised(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = question->first; i-- > question->begin + 1 && (items[i].kind == LEXEME_WORD || lexis_is_sign(&items[i], '\''));) {
        if (items[i].kind != LEXEME_WORD)
            continue;
        if (is_our_verb(question, i))
            return true;
        if (grammar_begins(question->grammar->handed, items[i].word) || grammar_lists(question->grammar->hand_in, items[i].word))
            return false;
    }
    return false;
}

bool denials_frees(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    if (!is_led_by(question, CUE_BEFORE) && !is_led_by(question, CUE_UNTIL))
        return false;
    if (is_led_by(question, CUE_BEFORE) && is_promised(question))
        return true;
    for (size_t i = request_begin(question); i < question->first; i++)
        if (is_needless_at(question, i) || is_shut_at(question, i) || owes_something(question, i) || denies_at(question, i) || cues_tells_past(items[i].word, question->grammar))
            return true;
    return is_denied_behind(question);
}

/* "Feu d'artifice du 14 juillet : il n'y aura pas de spectacle": behind the day its sentence denies what takes place. */
static bool is_event_denied_behind(const struct question *question)
{
    enum { NEVER_REACH = 6 };
    const struct passage *passage = question->passage;
    for (size_t i = survey_cue_from(passage, question->end); i < passage->cue_count && passage->cues[i].first < question->stop; i++) {
        const struct cue *cue = &passage->cues[i];
        const struct lexeme *items = passage->lexis.items;
        bool no = cue->kind == CUE_EVENT && cue->first > question->end + 2 && lexis_is_word_of(&items[cue->first - 1], question->grammar->noun_leads) && lexis_is_word_of(&items[cue->first - 2], question->grammar->negations);
        for (size_t k = cue->first; no && k-- > question->end && cue->first - k <= NEVER_REACH;)
            if (lexis_is_word_of(&items[k], question->grammar->never))
                return true;
    }
    return false;
}

/* "oubliez", "attendez": the ending of a verb that asks, whatever its stem. */
static bool ends_asking(const char *word, const struct grammar *grammar)
{
    size_t length = strlen(word);
    for (const char *const *ending = grammar->request_endings; *ending; ending++)
        if (length > strlen(*ending) && strcmp(word + length - strlen(*ending), *ending) == 0)
            return true;
    return false;
}

/* "ne se réunira pas les 24 et 31": the verb right before the day is denied. */
static bool is_verb_denied(const struct question *question)
{
    enum { VERB_REACH = 5 };
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = clause_before_articles(question);
    if (at < question->begin + 2 || !lexis_is_word_of(&items[at - 1], question->grammar->negations))
        return false;
    for (size_t i = at - 1; i-- > question->begin && at - i <= VERB_REACH + 1;) {
        if (items[i].kind == LEXEME_WORD && (cues_asks(items[i].word, question->grammar) || ends_asking(items[i].word, question->grammar)))
            return false; /* "Ne manquez pas le samedi 8 mars" */
        if (lexis_is_word_of(&items[i], question->grammar->never))
            return true;
    }
    return false;
}

/* "Course cycliste du 14 juillet : la circulation sera interdite": the day names the reason of what a colon announces. */
static bool is_reason_of_others(const struct question *question)
{
    const struct passage *passage = question->passage;
    if (question->hour_glued || question->weekday || !lexis_is_sign(&passage->lexis.items[question->end], ':'))
        return false;
    bool others = false;
    for (size_t i = survey_cue_from(passage, question->end); i < passage->cue_count && passage->cues[i].first < question->stop; i++) {
        enum cue_kind kind = passage->cues[i].kind;
        if (kind == CUE_EVENT || kind == CUE_MEET || kind == CUE_HELD || kind == CUE_ADDRESS || kind == CUE_ASK)
            return false; /* "le stationnement est interdit, venez à pied de 9h à 13h" */
        others = others || kind == CUE_PRIVATE;
    }
    return others;
}

bool denials_of_event(const struct question *question)
{
    const struct passage *passage = question->passage;
    if (is_verb_denied(question) || is_reason_of_others(question))
        return true;
    for (size_t i = survey_cue_from(passage, clause_begin(question)); i < passage->cue_count && passage->cues[i].first < question->first; i++) {
        const struct lexeme *before = &passage->lexis.items[passage->cues[i].first];
        if (passage->cues[i].kind != CUE_EVENT)
            continue;
        size_t back = 0;
        back += passage->cues[i].first > back && lexis_is_sign(before - 1 - back, '\'');
        back += passage->cues[i].first > back && lexis_is_word_of(before - 1 - back, question->grammar->noun_leads);
        bool no = passage->cues[i].first > back && back > 0 && lexis_is_word_of(before - 1 - back, question->grammar->negations);
        bool none = passage->cues[i].first > 0 && lexis_is_word_of(before - 1, question->grammar->denial->nobody);
        if (no || none)
            return true;
    }
    return is_event_denied_behind(question);
}

/* The lexeme behind the bracket that opens before the day in its sentence; or the first of its sentence. */
static size_t bracket_begin(const struct question *question, bool *bracket)
{
    const struct lexeme *items = question->passage->lexis.items;
    *bracket = false;
    for (size_t i = question->first; i-- > question->begin && !lexis_is_sign(&items[i], ')');)
        if (lexis_is_sign(&items[i], '(')) {
            *bracket = true;
            return i + 1;
        }
    return question->begin;
}

/* "… de pluie", "… le quorum n'est pas atteint", and not "… la météo le permet": what stands behind "si" or "en cas". */
static bool names_proviso(const struct question *question, size_t from, size_t to)
{
    enum { PROVISO_REACH = 7 };
    const struct lexis *lexis = &question->passage->lexis;
    bool named = false;
    for (size_t i = from; i < to && i < from + PROVISO_REACH && i < lexis->count && !parts_clauses(&lexis->items[i]); i++) {
        if (lexis_is_word_of(&lexis->items[i], question->grammar->denial->allowing))
            return false;
        named = named || lexis_is_word_of(&lexis->items[i], question->grammar->denial->provisos);
    }
    return named;
}

/* "Sauf en cas de pluie": right before the condition. */
static bool is_spared(const struct question *question, size_t from, size_t at)
{
    enum { SPARE_REACH = 2 };
    for (size_t i = at; i-- > from && at - i <= SPARE_REACH;)
        if (lexis_is_word_of(&question->passage->lexis.items[i], question->grammar->denial->sparing))
            return true;
    return false;
}

/* "aimerait vous inviter", "serait dommage" */
static bool is_wish(const struct question *question, size_t at)
{
    const struct lexeme *items = question->passage->lexis.items, *next = &items[at + 1];
    return grammar_begins(question->grammar->denial->wishing, items[at].word) || (next->kind == LEXEME_WORD && grammar_begins(question->grammar->denial->wishing, next->word));
}

/* "Un concert serait donné": the verb before the day only supposes; not "une conférence qui pourrait vous plaire". */
static bool is_supposed(const struct question *question)
{
    const struct lexeme *items = question->passage->lexis.items;
    for (size_t i = clause_begin(question); i < question->first; i++)
        if (items[i].kind == LEXEME_WORD && cues_supposes(items[i].word, question->grammar) && !(i > 0 && lexis_is_word_of(&items[i - 1], question->grammar->denial->which)) && !is_wish(question, i))
            return true;
    return false;
}

/* "En cas de pluie, le concert du 3 mai aura lieu à la salle": the day is that of the event, and the proviso of where. */
static bool is_of_named_event(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t at = survey_cue_from(passage, question->first);
    const struct cue *cue = at > 0 ? &passage->cues[at - 1] : NULL;
    return cue && cue->kind == CUE_EVENT && cue->end + 2 >= question->first && cue->end < question->first && lexis_is_word_of(&passage->lexis.items[cue->end], question->grammar->of);
}

bool denials_is_proviso(const struct question *question)
{
    const struct lexis *lexis = &question->passage->lexis;
    if (is_supposed(question))
        return true;
    bool bracket = false;
    size_t from = bracket_begin(question, &bracket), to = question->first;
    if (!bracket && question->after > from)
        from = question->after; /* behind the day before it */
    while (bracket && to < lexis->count && !lexis_is_sign(&lexis->items[to], ')'))
        to++;
    if (!bracket && is_of_named_event(question))
        return false;
    for (size_t i = from; i < to && i < lexis->count; i++) {
        bool spared = is_spared(question, from, i);
        if (lexis_is_word_of(&lexis->items[i], question->grammar->denial->conditions) && !spared && names_proviso(question, i + 1, to))
            return true;
    }
    return false;
}

bool denials_is_condition_behind(const struct question *question)
{
    enum { CONDITION_REACH = 4 };
    const struct lexis *lexis = &question->passage->lexis;
    for (size_t i = question->end; i < lexis->count && i < question->end + CONDITION_REACH && !parts_clauses(&lexis->items[i]); i++)
        if (lexis_is_word_of(&lexis->items[i], question->grammar->denial->conditions) && names_proviso(question, i + 1, lexis->count))
            return true;
    return false;
}

/* "…, soit vendredi 14 mars, répétition ouverte à tous" */
static bool names_event_beside(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t events = 0; /* the one that has the eve, and another */
    for (size_t i = survey_cue_from(passage, question->begin); i < passage->cue_count && passage->cues[i].first < question->stop; i++)
        events += passage->cues[i].kind == CUE_EVENT || passage->cues[i].kind == CUE_MEET;
    return events > 1 || question->has_hour;
}

bool denials_is_day_beside(const struct question *question)
{
    enum { BESIDE_REACH = 12 };
    const struct lexeme *items = question->passage->lexis.items;
    size_t at = clause_before_articles(question);
    const struct lexeme *named = at > question->begin ? &items[at - 1] : NULL;
    bool of = named && at < question->first && lexis_is_word_of(&items[at], question->grammar->of); /* not "le lendemain samedi 8 mars" */
    if (of && (lexis_is_word_of(named, question->grammar->eves) || lexis_is_word_of(named, question->grammar->next_day)))
        return true;
    bool beside = named && lexis_is_word_of(named, question->grammar->namely);
    for (size_t i = at; beside && i-- > question->begin && at - i <= BESIDE_REACH;)
        if (lexis_is_word_of(&items[i], question->grammar->eves) || lexis_is_word_of(&items[i], question->grammar->next_day))
            return lexis_is_word_of(&items[i + 1], question->grammar->of) && !names_event_beside(question);
    return false;
}

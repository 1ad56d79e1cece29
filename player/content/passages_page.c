#include "content/passages_page.h"

#include "content/article.h"
#include "content/cues.h"
#include "content/dates.h"
#include "content/grammar.h"

static bool ends_called_off_at(const struct passage *title, size_t end, const struct grammar *grammar)
{
    while (end > 0 && title->lexis.items[end - 1].kind == LEXEME_SIGN)
        end--;
    return end > 0 && grammar_begins(grammar->called_off, title->lexis.items[end - 1].word);
}

/* "Formation des enseignants annulée": the last word of a title, or of what stands before its colon. */
static bool ends_called_off(const struct passage *title, const struct grammar *grammar)
{
    return ends_called_off_at(title, title->lexis.count, grammar) || ends_called_off_at(title, lexis_first_sign(&title->lexis, ':'), grammar);
}

static bool names_event(struct arena *arena, const char *text, const struct cue_index *index)
{
    struct lexis lexis = lexis_read(arena, text);
    size_t count = 0;
    const struct cue *cues = cues_find(arena, index, &lexis, &count);
    for (size_t i = 0; i < count; i++)
        if (cues[i].kind == CUE_EVENT)
            return true;
    return false;
}

/* "type: exposition", "categories: [Événements]": the generator's kind of page says that something takes place. */
static bool is_kind_of_event(struct arena *arena, const struct article *article, const struct cue_index *index)
{
    static const char *const kinds[] = {"type", "layout", "kind", "genre", "rubrique", NULL};
    for (size_t i = 0; i < article->category_count; i++)
        if (names_event(arena, article->categories[i], index))
            return true;
    for (size_t i = 0; i < article->field_count; i++)
        if (grammar_lists(kinds, article->fields[i].path) && names_event(arena, article->fields[i].value, index))
            return true;
    return false;
}

/* "Travaux rue Carnot", "Les travaux de la halle", and not "R pour des travaux reproductibles". */
static bool names_works(const struct passage *title, const struct grammar *grammar)
{
    const struct lexeme *items = title->lexis.items;
    for (size_t i = 0; i < title->lexis.count; i++)
        if (lexis_is_word_of(&items[i], grammar->works) && !(i > 0 && lexis_is_word(&items[i - 1], "des")))
            return true;
    return false;
}

/* "Travaux rue de la République", "Le calendrier du jury": it neither names an event nor asks for anything. With "Fermeture des fêtes de fin
 * d'année" the first word says it, whatever event the others name. */
static bool is_plan(const struct passage *title, const struct grammar *grammar)
{
    static const enum cue_kind open[] = {CUE_EVENT, CUE_MEET, CUE_CALL, CUE_ADDRESS, CUE_ASK};
    bool opens = title->lexis.count && lexis_is_word_of(&title->lexis.items[0], grammar->works);
    for (size_t i = opens; i < sizeof open / sizeof *open; i++)
        if (passages_has_cue(title, open[i]))
            return false;
    if (passages_has_cue(title, CUE_PLAN))
        return true; /* "Chasse : les dates d'ouverture et de clôture" */
    return !passages_has_cue(title, CUE_LIMIT) && names_works(title, grammar);
}

/* It asks for something: "Appel à candidatures", and not "Le bilan de la campagne". */
static bool calls(const struct passage *title)
{
    if (passages_has_cue(title, CUE_ADDRESS) || passages_has_cue(title, CUE_LIMIT))
        return true;
    return passages_has_cue(title, CUE_CALL) && !passages_has_cue(title, CUE_RECAP);
}

/* "Café des conventions : la session du 26 novembre est annulée": behind its colon the title names the one day of several that is off. The name
 * before the colon is that of the others. */
static bool calls_off_one(struct arena *arena, const struct passage *title, const struct grammar *grammar)
{
    size_t count = 0;
    const struct date_mention *dates = dates_find(arena, &title->lexis, grammar, &count);
    bool round = false;
    for (size_t i = lexis_first_sign(&title->lexis, ':'); count && i < dates[0].first; i++)
        round = round || lexis_is_word_of(&title->lexis.items[i], grammar->rounds);
    return round && !dates[0].partial;
}

/* "## Cet atelier est complet !" at the head of the text. */
static bool heading_calls_off(const struct passage *items, size_t count, const struct grammar *grammar)
{
    enum { HEAD_MOST = 12 };
    const struct passage *first = NULL;
    for (size_t i = 1; i < count && !first; i++)
        if (items[i].role == PASSAGE_BODY)
            first = &items[i];
    bool heading = first && first->block && first->block->kind == BLOCK_HEADING && first->lexis.count <= HEAD_MOST;
    bool named = heading && first->cue_count && first->cues[0].kind == CUE_EVENT && first->cues[0].first == 1; /* and not "Ce mois-ci : le marché est annulé" */
    return named && lexis_is_word_of(&first->lexis.items[0], grammar->that) && passages_has_cue(first, CUE_OFF);
}

void passages_page_mark(struct arena *arena, struct passage *items, size_t count, const struct article *article, const struct cue_index *index,
                        const struct grammar *grammar)
{
    const struct passage *title = &items[0];
    bool meets = passages_has_cue(title, CUE_EVENT) || passages_has_cue(title, CUE_MEET) || is_kind_of_event(arena, article, index);
    bool limit = passages_has_cue(title, CUE_LIMIT), reported = lexis_names(&title->lexis, grammar->reported);
    bool off = !(limit && reported) && (passages_is_off(title) || ends_called_off(title, grammar)); /* "la clôture est reportée" */
    bool past = passages_has_cue(title, CUE_PAST) || passages_has_cue(title, CUE_RECAP);
    bool page_calls = calls(title), plan = is_plan(title, grammar);
    bool whole = (off && !calls_off_one(arena, title, grammar)) || heading_calls_off(items, count, grammar);
    for (size_t i = 0; i < count; i++) {
        items[i].meets = items[i].meets || meets;
        items[i].page_calls = page_calls;
        items[i].page_plan = plan;
        items[i].page_dated = article->has_published;
        items[i].page_day = article->published_day;
        items[i].page_put_off = reported && !limit;
        items[i].page_past = past;
        items[i].off = items[i].off || whole || (off && i == 0);
    }
}

#include "content/events_unite.h"

#include "content/article.h"
#include "content/events.h"
#include "content/grammar.h"
#include "content/passages.h"

#include <string.h>

static bool is_item(const struct reading *reading)
{
    const struct block *block = reading ? reading->passage->block : NULL;
    return block && (block->kind == BLOCK_ITEM || block->kind == BLOCK_ROW);
}

/* The lists of two sections: the same day in each is two sessions. */
bool events_unite_lists_apart(const struct reading *one, const struct reading *other)
{
    return is_item(one) && is_item(other) && one->passage->above != other->passage->above;
}

/* Takes the hours of `from`. */
static void adopt_hours(struct occurrence *occurrence, const struct occurrence *from)
{
    occurrence->start_minutes = from->start_minutes;
    occurrence->end_minutes = from->end_minutes;
    occurrence->time_line = from->time_line;
    occurrence->text = from->text;
    occurrence->line = from->line;
    occurrence->reading = from->reading;
    occurrence->reason = from->reason;
}

/* The same beginning twice: the one that says the end is kept; two ends are none. */
static void unite_ends(struct occurrences *occurrences, struct occurrence *keep, const struct occurrence *other)
{
    if (other->end_minutes < 0 || keep->end_minutes == other->end_minutes)
        return;
    if (keep->end_minutes < 0) {
        adopt_hours(keep, other);
        return;
    }
    events_report(occurrences, "date-contradiction", other->line, other->text, keep->line, keep->text);
    keep->end_minutes = -1;
}

static bool starts_within(const struct occurrence *outer, const struct occurrence *inner)
{
    return outer->end_minutes >= 0 && inner->start_minutes >= outer->start_minutes && inner->start_minutes < outer->end_minutes;
}

/* The word for what takes place that stands nearest before the day in its sentence, or NULL. */
static const char *kind_of(const struct reading *reading)
{
    const struct passage *passage = reading ? reading->passage : NULL;
    const struct lexeme *items = passage ? passage->lexis.items : NULL;
    const char *word = NULL;
    for (size_t i = 0; passage && i < passage->cue_count && passage->cues[i].first < reading->mention; i++)
        if (passage->cues[i].kind == CUE_EVENT && items[passage->cues[i].first].sentence == items[reading->mention].sentence)
            word = items[passage->cues[i].first].word;
    return word;
}

/* "Le grand défilé partira samedi 5 mars à 14 h 30", "Atelier maquillage samedi 5 mars, de 10 h à 12 h": two sentences of the body name two
 * things of one day. */
static bool are_named_apart(const struct occurrence *one, const struct occurrence *other)
{
    const char *first = kind_of(one->reading), *second = kind_of(other->reading);
    bool body = one->reading && other->reading && one->reading->passage->role == PASSAGE_BODY && other->reading->passage->role == PASSAGE_BODY;
    return body && first && second && strncmp(first, second, 4) != 0;
}

/* Words behind the date of a heading: "4 décembre de 10h à 12h30 : démos", or before it. */
static bool names_something(const struct reading *reading, const struct grammar *grammar)
{
    const struct lexis *lexis = &reading->passage->lexis;
    for (size_t i = 0; i < lexis->count; i++) {
        const struct lexeme *lexeme = &lexis->items[i];
        bool outside = i < reading->mention || lexeme->begin >= reading->end;
        if (outside && lexeme->kind == LEXEME_WORD && !grammar_lists(grammar->articles, lexeme->word))
            return true;
    }
    return false;
}

/* The paragraph right below the heading begins with a name in bold: "**Initiation Inkscape**"; not "**Lieu :**", "**Accueil fermé**", "**Coupure d'eau**". */
static bool names_below(const struct reading *reading, const struct grammar *grammar)
{
    const struct passage *below = reading->passage->below;
    bool bold = below && below->block && below->block->span_count > 0 && (below->block->spans[0].style & SPAN_STRONG) != 0;
    if (!bold || strchr(below->block->spans[0].text, ':') || lexis_names(&below->lexis, grammar->nuisances) || lexis_names(&below->lexis, grammar->halted))
        return false;
    bool shut = false;
    for (size_t i = 0; i < below->lexis.count; i++)
        shut = shut || (below->lexis.items[i].kind == LEXEME_WORD && grammar_begins(grammar->shutting, below->lexis.items[i].word));
    return !shut;
}

/* "## 4 décembre de 10h à 12h30", "## 4 décembre de 13h30 à 17h": the morning and the afternoon of one day, which name nothing of their own. */
static bool are_halves(const struct occurrence *one, const struct occurrence *other, const struct grammar *grammar)
{
    enum { LUNCH_MINUTES = 150 };
    bool headings = one->reading && other->reading && events_is_heading(other) && one->reading->alone && one->reading->passage->block && one->reading->passage->block->kind == BLOCK_HEADING;
    if (!headings || names_something(one->reading, grammar) || names_something(other->reading, grammar) || (names_below(one->reading, grammar) && names_below(other->reading, grammar)))
        return false;
    return one->end_minutes >= 0 && other->end_minutes >= 0 && other->start_minutes >= one->end_minutes && other->start_minutes <= one->end_minutes + LUNCH_MINUTES;
}

/* Two days of one passage, or of two items: "L1 : lundi 2, 9h", "L2 : lundi 2, 14h". */
static bool stand_in_row(const struct occurrence *one, const struct occurrence *other)
{
    const struct passage *first = one->reading ? one->reading->passage : NULL, *second = other->reading ? other->reading->passage : NULL;
    return first && second && (first == second || passages_are_items(first, second));
}

/* Two different beginnings on the same days. True when they are one event, which `keep` then is. */
static bool unite_starts(struct occurrences *occurrences, struct occurrence *keep, const struct occurrence *other)
{
    if (are_halves(keep, other, occurrences->grammar)) {
        keep->end_minutes = other->end_minutes;
        return true;
    }
    if (starts_within(keep, other) && other->end_minutes <= keep->end_minutes)
        return !(other->alone && other->end_minutes >= 0); /* a part of the day, unless it is listed as one of its own */
    if (starts_within(other, keep) && !keep->alone) {
        adopt_hours(keep, other);
        return true;
    }
    if (stand_in_row(keep, other) || (other->alone && keep->alone) || are_named_apart(keep, other))
        return false; /* two sessions of one day */
    events_report(occurrences, "date-contradiction", other->line, other->text, keep->line, keep->text);
    keep->start_minutes = keep->end_minutes = -1; /* the day is certain, the hour is not */
    return true;
}

/* The body rather than the front matter is quoted. */
static bool is_more_visible(const struct occurrence *other, const struct occurrence *keep)
{
    return keep->reading && other->reading && keep->reading->passage->role != PASSAGE_BODY && other->reading->passage->role == PASSAGE_BODY;
}

/* The same day in the lists of two sections, alone in its line: two sessions. */
static bool are_sessions(const struct occurrence *one, const struct occurrence *other)
{
    return one->alone && other->alone && events_unite_lists_apart(one->reading, other->reading);
}

/* "mercredi 18 janvier, 7h-9h30 et 17h-19h": told in one breath. */
static bool are_two_stretches(const struct occurrence *one, const struct occurrence *other)
{
    return one->reading && other->reading && one->reading->passage == other->reading->passage && one->reading->mention == other->reading->mention &&
           one->start_minutes >= 0 && other->start_minutes >= 0 && one->start_minutes != other->start_minutes;
}

/* Two sayings of the same days. True when they are one event, which `keep` then is. */
bool events_unite(struct occurrences *occurrences, struct occurrence *keep, const struct occurrence *other)
{
    if (are_sessions(keep, other) || are_two_stretches(keep, other) || (keep->item && other->item && passages_are_items(keep->item, other->item)))
        return false;
    keep->item = keep->item ? keep->item : other->item;
    keep->strong = keep->strong || other->strong;
    if (keep->start_minutes < 0 && (other->start_minutes >= 0 || is_more_visible(other, keep))) {
        adopt_hours(keep, other);
        return true;
    }
    if (other->start_minutes < 0)
        return true;
    if (keep->start_minutes != other->start_minutes)
        return unite_starts(occurrences, keep, other);
    unite_ends(occurrences, keep, other);
    return true;
}

#include "content/judge_column.h"

#include "content/article.h"
#include "content/columns.h"
#include "content/passages.h"
#include "content/verdict.h"

#include <stdbool.h>
#include <stddef.h>

/* One of the kinds in a list that ends with CUE_NONE. */
static bool column_has_any(const struct column *column, const enum cue_kind *kinds)
{
    while (*kinds != CUE_NONE && !columns_has(column, *kinds))
        kinds++;
    return *kinds != CUE_NONE;
}

/* "Inscription avant": beside that the column "Date" says when it takes place. */
static bool enrols_elsewhere(const struct columns *columns)
{
    for (size_t i = 0; i < columns->count; i++)
        if (columns_has(&columns->items[i], CUE_CALL) && (columns_has(&columns->items[i], CUE_BEFORE) || columns_has(&columns->items[i], CUE_UNTIL)))
            return true;
    return false;
}

/* "Dates | Lieu | Candidatures": another cell of the row says until when one asks. */
static bool asks_beside(const struct question *question, const struct column *column)
{
    const struct columns *columns = question->passage->columns;
    bool day = column->dated && !column->begins && !column->ends && !question->lone_cell && !columns_has(column, CUE_CALL);
    for (size_t i = 0; day && i < columns->count; i++)
        if (columns_has(&columns->items[i], CUE_CALL) && !columns->items[i].dated)
            return true;
    return false;
}

/* "Date | Thème | Avec": the other columns say what takes place. */
static bool tells_of_events(const struct question *question, const struct column *column)
{
    const struct columns *columns = question->passage->columns;
    bool day = column->dated && !column->begins && !column->ends && question->lone_cell;
    if (asks_beside(question, column) || (column->dated && enrols_elsewhere(columns)))
        return true;
    for (size_t i = 0; day && i < columns->count; i++)
        if (columns->items[i].themed)
            return true;
    return false;
}

/* A first or a last day alone, or one of several days of a row, says nothing. */
static enum finding judge_half(const struct question *question, const struct column *column)
{
    bool half = (column->begins || column->ends) && !question->range;
    return half || !(question->lone_cell || column->dated) ? FOUND_NOTHING : FOUND_UNKNOWN;
}

/* From "Ouverture" to "Clôture" on a page that asks, or the days below "Candidatures". */
static bool is_time_to_ask(const struct question *question, const struct column *column)
{
    const struct columns *columns = question->passage->columns;
    bool closes = false;
    for (size_t i = 0; columns && i < columns->count; i++)
        closes = closes || columns->items[i].closes;
    return question->range && (columns_has(column, CUE_CALL) || (column->opens && !question->passage->page_plan && (closes || question->passage->page_calls)));
}

/* "Action | Pilote | Échéance": who works on what until when; but "Session | Horaires | État". */
static bool is_plan(const struct columns *columns)
{
    bool internal = false, sessions = false;
    for (size_t i = 0; columns && i < columns->count; i++) {
        internal = internal || columns->items[i].internal;
        sessions = sessions || (columns->items[i].session && !columns->items[i].dated);
    }
    return internal && !sessions;
}

/* "Jour | Menu", "Date | Déchets": what stands beside the days is nothing to go to. */
static bool is_roster(const struct question *question)
{
    const struct columns *columns = question->passage->columns;
    if (passages_has_cue(question->passage, CUE_EVENT) || passages_has_cue(question->passage, CUE_MEET) || question->passage->meets)
        return false; /* "Soirée raclette" below "Menu" */
    bool roster = false;
    for (size_t i = 0; columns && i < columns->count; i++) {
        const struct column *column = &columns->items[i];
        if ((column->session && !column->dated) || columns_has(column, CUE_EVENT) || columns_has(column, CUE_MEET))
            return false;
        roster = roster || column->roster;
    }
    return roster;
}

/* "Date limite de candidature | 14 avril à 12 h | 12 mai à 12 h": the row begins with a cell that names a limit. */
static bool is_row_of_limits(const struct question *question)
{
    const struct passage *passage = question->passage;
    size_t cell = 0;
    if (!passage->block || passage->block->kind != BLOCK_ROW || passage->cue_count == 0 || passage->cues[0].kind != CUE_LIMIT)
        return false;
    while (cell < passage->lexis.count && !lexis_is_sign(&passage->lexis.items[cell], '|'))
        cell++;
    return passage->cues[0].end <= cell && cell < question->first && !question->range;
}

/* "Réponse du comité | 1er juillet" below "Échéance": the row begins with what others do. */
static bool is_row_of_others(const struct question *question)
{
    const struct passage *passage = question->passage;
    if (!passage->block || passage->block->kind != BLOCK_ROW)
        return false;
    for (size_t i = 0; i < passage->cue_count && passage->cues[i].end <= question->first; i++) {
        enum cue_kind kind = passage->cues[i].kind;
        if (kind == CUE_CALL || kind == CUE_ADDRESS || kind == CUE_LIMIT || kind == CUE_ASK)
            return false;
        if (kind == CUE_PRIVATE || kind == CUE_STEP)
            return true; /* "Signature de la convention | 31 mai" */
    }
    return passage->columns && passage->columns->count && passage->columns->items[0].step; /* "Étape | Échéance": of the steps only what is asked for */
}

enum finding judge_column(const struct question *question)
{
    static const enum cue_kind limits[] = {CUE_LIMIT, CUE_UNTIL, CUE_ENDS, CUE_BEFORE, CUE_DUE, CUE_NONE}, events[] = {CUE_EVENT, CUE_MEET, CUE_NONE};
    static const enum cue_kind foreign[] = {CUE_STEP, CUE_PRIVATE, CUE_PAST, CUE_LAW, CUE_DATELINE, CUE_FORMERLY, CUE_CALL, CUE_NONE};
    static const enum cue_kind vague[] = {CUE_TERM, CUE_SINCE, CUE_NONE}; /* in "Date du stage" they say nothing */
    const struct column *column = question->column;
    if (is_row_of_limits(question))
        return FOUND_DEADLINE;
    if (is_roster(question) || (is_plan(question->passage->columns) && !question->passage->page_calls))
        return FOUND_NOTHING;
    if (!column)
        return question->lone_cell ? FOUND_UNKNOWN : FOUND_NOTHING;
    if (column_has_any(column, limits) || is_time_to_ask(question, column))
        return is_row_of_others(question) ? FOUND_NOTHING : FOUND_DEADLINE;
    if (column_has_any(column, foreign) || (column_has_any(column, vague) && !column->dated))
        return FOUND_NOTHING;
    if (column_has_any(column, events) || tells_of_events(question, column))
        return FOUND_EVENT;
    return judge_half(question, column);
}

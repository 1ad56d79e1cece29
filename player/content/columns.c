#include "content/columns.h"

#include "base/arena.h"
#include "content/cues.h"
#include "content/lexis.h"

#include <string.h>

/* As blocks.c joins them, and as they are read; both five bytes. */
static const char columns_joint[] = " \xE2\x80\x94 ";
static const char columns_sign[] = " |   ";

_Static_assert(sizeof columns_joint == sizeof columns_sign, "offsets stay");
_Static_assert(CUE_KINDS <= 64, "one bit a kind");

char *columns_row(struct arena *arena, const char *text)
{
    char *row = arena_copy(arena, text);
    for (char *at = strstr(row, columns_joint); at; at = strstr(at + 1, columns_joint))
        memcpy(at, columns_sign, sizeof columns_sign - 1);
    for (char *at = strchr(row, '\n'); at; at = strchr(at + 1, '\n'))
        *at = ' ';
    return row;
}

size_t columns_count(const char *row)
{
    size_t count = 1;
    for (const char *at = strchr(row, '|'); at; at = strchr(at + 1, '|'))
        count++;
    return count;
}

/* The first or the last word of a header. */
static void column_edge(struct column *column, const char *word, const struct grammar *grammar)
{
    column->begins = column->begins || grammar_lists(grammar->column_begins, word);
    column->closes = column->closes || grammar_lists(grammar->column_closes, word);
    column->opens = column->opens || grammar_lists(grammar->column_opens, word);
    column->ends = column->ends || grammar_lists(grammar->column_ends, word);
}

static void column_read(struct arena *arena, struct column *column, const char *text, const struct cue_index *index, const struct grammar *grammar)
{
    struct lexis lexis = lexis_read(arena, text);
    size_t count = 0;
    struct cue *cues = cues_find(arena, index, &lexis, &count);
    for (size_t i = 0; i < count; i++)
        column->kinds |= UINT64_C(1) << cues[i].kind;
    for (size_t i = 0; i < lexis.count; i++) {
        if (lexis.items[i].kind != LEXEME_WORD)
            continue;
        column->dated = column->dated || grammar_lists(grammar->labels, lexis.items[i].word);
        column->included = column->included || grammar_lists(grammar->included, lexis.items[i].word);
        column->internal = column->internal || grammar_lists(grammar->column_owners, lexis.items[i].word);
        column->step = column->step || (i == 0 && grammar_begins(grammar->steps, lexis.items[i].word));
        column->session = column->session || (i == 0 && grammar_lists(grammar->rounds, lexis.items[i].word));
        column->themed = column->themed || grammar_lists(grammar->themes, lexis.items[i].word);
        column->roster = column->roster || grammar_lists(grammar->rosters, lexis.items[i].word);
        if (i == 0 || i + 1 == lexis.count) /* "Dépôt du", "au"; not "Date du stage" */
            column_edge(column, lexis.items[i].word, grammar);
    }
}

const struct columns *columns_read(struct arena *arena, const char *header, const struct cue_index *index, const struct grammar *grammar)
{
    if (columns_count(header) > COLUMNS_MOST)
        return NULL;
    struct columns *columns = arena_alloc(arena, sizeof *columns);
    *columns = (struct columns){.count = columns_count(header)};
    for (size_t i = 0; i < columns->count; i++) {
        size_t length = strcspn(header, "|");
        column_read(arena, &columns->items[i], arena_copy_bytes(arena, header, length), index, grammar);
        header += length + (header[length] == '|');
    }
    return columns;
}

const struct columns *columns_shifted(struct arena *arena, const struct columns *columns)
{
    if (!columns || columns->count == COLUMNS_MOST)
        return NULL;
    struct columns *shifted = arena_alloc(arena, sizeof *shifted);
    *shifted = (struct columns){.count = columns->count + 1};
    memcpy(shifted->items + 1, columns->items, columns->count * sizeof *columns->items);
    return shifted;
}

bool columns_has(const struct column *column, enum cue_kind kind)
{
    return column && (column->kinds >> kind & 1);
}

/* What the header of a table says of the days that stand in its columns: "Date limite", "Jury", "Début" and "Fin".
 * It knows cells and the cues of their headers; what follows for a day is for verdict.c. */
#ifndef PARVIS_CONTENT_COLUMNS_H
#define PARVIS_CONTENT_COLUMNS_H

#include "content/grammar.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct cue_index;

enum { COLUMNS_MOST = 16 };

/* One column: a bit for each kind of cue in its header, and whether it is the first or the last day of something. */
struct column {
    uint64_t kinds;
    bool begins;
    bool ends;
    bool closes;   /* as ends: "Clôture" */
    bool opens;    /* as begins: "Ouverture" */
    bool dated;    /* "Date" */
    bool included; /* "(inclus)" */
    bool internal; /* who works on it, how far it is: "Pilote", "État" */
    bool step;     /* "Étape" */
    bool session;  /* one of several of what takes place: "Session" */
    bool themed;   /* what takes place, where, with whom: "Thème" */
    bool roster;   /* what its rows tell is nothing to go to: "Menu", "Déchets" */
};

struct columns {
    struct column items[COLUMNS_MOST];
    size_t count;
};

/* The text of a row (cells joined by " — ") with a sign between its cells that joins no days, and a blank for a line break in a cell; of the same length. */
char *columns_row(struct arena *arena, const char *text);

/* Reads a header, in the form of columns_row. NULL when it has more columns than COLUMNS_MOST. */
const struct columns *columns_read(struct arena *arena, const char *header, const struct cue_index *index, const struct grammar *grammar);

/* The same behind an empty first cell. NULL for NULL, and when that is one column too many. */
const struct columns *columns_shifted(struct arena *arena, const struct columns *columns);

/* How many cells a row has, in the form of columns_row. */
size_t columns_count(const char *row);

/* The column's header has a cue of this kind; false for NULL. */
bool columns_has(const struct column *column, enum cue_kind kind);

#endif

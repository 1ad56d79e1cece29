/* One passage while it is read: its days and hours, and which hour belongs to which day. It knows clauses, cells and signs;
 * it knows nothing of what a day is for. */
#ifndef PARVIS_CONTENT_SHEET_H
#define PARVIS_CONTENT_SHEET_H

#include "content/dates.h"
#include "content/passages.h"
#include "content/times.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct grammar;

/* What covers a lexeme. */
enum { SHEET_TIME = 1, SHEET_DATE = 2 };

/* One passage while it is read. */
struct sheet {
    struct arena *arena;
    const struct passage *passage;
    const struct grammar *grammar;
    const struct lexeme *items;
    size_t count;
    struct date_mention *dates;
    size_t date_count;
    struct time_mention *times;
    size_t time_count;
    bool *used;             /* of times */
    unsigned char *covered; /* of lexemes */
    size_t *inner;          /* of dates: 1 + the hour of the first day within a range, 0: none */
    size_t *listed;         /* of dates: 1 + the hour at which comes back what takes place on just these days, 0: none */
    bool *habitual;         /* of dates: the stretch in which something comes back: "chaque mardi du 3 au 31 mars" */
    size_t quote_seen, quotes; /* quotation marks before the lexeme that was asked for last */
    size_t standing;        /* behind the last date before the one that is read that is not struck through; 0: none */
    size_t cell_seen, cell; /* the column of the lexeme that was asked for last */
};

/* The hour that belongs to a date. */
struct hour {
    bool found;
    bool glued; /* right behind or right before the date */
    int start;
    int end;
    bool both; /* `start` is of the first day, `end` of the last: "du 3 juin 18h au 5 juin 17h" */
    size_t first;
    size_t end_index;
    struct returns returns;
    size_t again_end; /* behind the second, when it stands in a line of its own with what takes place then; 0: it does not */
    const char *zone; /* where the hour is told when the text names another place: "heure de Cayenne"; NULL: here */
};

/* Finds the days and hours of a passage. Hours of what comes back every week or day belong to no day and are taken. It lives in the
 * arena. Linear. */
struct sheet sheet_open(struct arena *arena, const struct passage *passage, const struct grammar *grammar);

/* The hour that touches a date. */
struct hour sheet_find_hour(struct sheet *sheet, size_t index);

/* An hour behind the date, before lexeme `before`: glued to it, or in the same clause, or on a line of its own behind it. */
bool sheet_hour_behind(struct sheet *sheet, const struct date_mention *date, size_t before, bool only_glued, struct hour *hour);

/* A single stretch of hours of the same sentence, before the date but not beside it. */
bool sheet_hour_earlier(struct sheet *sheet, const struct date_mention *date, size_t after, struct hour *hour);

/* Takes the hour `index`, and those that go on with it. */
void sheet_take(struct sheet *sheet, struct hour *hour, size_t index, bool glued);

/* Words beside it say that the hour is of a meal, of a coach, of the end: "Départ du car à 8h". */
bool sheet_is_beside(const struct sheet *sheet, const struct time_mention *time);

/* The word is of what stands beside an event: a welcome, doors, those who prepare it, a desk or a bar. */
bool sheet_is_annex(const struct sheet *sheet, const struct lexeme *item);

/* What is asked for stands right before the hour: "Inscriptions à l'accueil de 9h à 12h". */
bool sheet_closes_call(const struct sheet *sheet, const struct time_mention *time);

/* The hour begins a line of a programme. */
bool sheet_is_slot(const struct sheet *sheet, const struct time_mention *time);

/* The lexeme says nothing of its own between a day and its hour. */
bool sheet_is_glue(const struct sheet *sheet, size_t index);

/* Nothing but such lexemes, and few of them, stand between two. */
bool sheet_is_glued(const struct sheet *sheet, size_t from, size_t to);

/* Index of the first hour that begins at or behind a lexeme. */
size_t sheet_time_from(const struct sheet *sheet, size_t lexeme);

/* "9h–12h (ateliers) et 14h–17h": behind a short note in brackets at `index`, or `index`. */
size_t sheet_behind_note(const struct sheet *sheet, size_t index);

/* The lexeme stands within quotation marks that do not open the passage. Ask in ascending order. */
bool sheet_is_quoted(struct sheet *sheet, size_t index);

/* The column in which a lexeme stands, when the table says what its columns are; NULL otherwise. Ask in ascending order. */
const struct column *sheet_column(struct sheet *sheet, size_t index);

/* The lexeme is a verb that tells a beginning: "débutent", "commence", "ouvrent", "durent". */
bool sheet_begins(const struct sheet *sheet, size_t index);

/* The lexeme is a word for the end: "fin", "clôture", "se terminera", "on s'arrête". False behind the last one. */
bool sheet_closes(const struct sheet *sheet, size_t index);

#endif

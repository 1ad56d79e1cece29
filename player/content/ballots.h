/* Elections: whether a text speaks of one, and whether an hour is that at which one votes: "bureaux ouverts de 8h à 18h"; not "le bureau de poste". */
#ifndef PARVIS_CONTENT_BALLOTS_H
#define PARVIS_CONTENT_BALLOTS_H

#include <stdbool.h>
#include <stddef.h>

struct grammar;
struct lexis;
struct sheet;

/* One of the lexemes `first` to before `stop` is a word for an election. */
bool ballots_named(const struct lexis *lexis, const struct grammar *grammar, size_t first, size_t stop);

/* One of the lexemes says that somebody votes, or is where one does. */
bool ballots_polls(const struct sheet *sheet, size_t first, size_t stop);

/* The hour at lexemes `first` to before `stop`, away from a day, may be that of what takes place then; of a polling day only an hour at which one votes
 * is: not that of the counting, or of the town hall. `day` is the first lexeme of the day. */
bool ballots_allow(const struct sheet *sheet, size_t day, size_t first, size_t stop);

#endif

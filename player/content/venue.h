/* A place as a text words it: where its name begins and ends, and how particular it is ("Paris" less than a house in Paris).
 * It knows how names of places are put together; which event they belong to is for places.c. */
#ifndef PARVIS_CONTENT_VENUE_H
#define PARVIS_CONTENT_VENUE_H

#include "content/lexis.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* The greater tells a visitor more. VENUE_NAME: a name in capitals behind a preposition, which may as well be no place. VENUE_NAMED: such a
 * name of a house that no noun calls so, by what stands around it. */
enum venue_rank { VENUE_NONE, VENUE_NAME, VENUE_MODE, VENUE_TOWN, VENUE_NAMED, VENUE_ADDRESS, VENUE_HOUSE };

/* Lexemes `first` to before `end`; `opens` is the preposition, or `first` when there is none. */
struct venue {
    enum venue_rank rank;
    size_t opens;
    size_t first;
    size_t end;
};

/* The place behind the preposition at lexeme `index`: "au Lieu de la transformation publique, 77 avenue …". */
struct venue venue_behind(const struct lexis *lexis, size_t index);

/* Where the name begins that the preposition at lexeme `index` leads to, behind articles and whose house it is: "chez notre partenaire Le
 * Comptoir"; `index` when it leads to no place. */
size_t venue_opened(const struct lexis *lexis, size_t index);

/* The place that begins at lexeme `index`, with a preposition or without: "Maison de la radio", "Présentiel à Paris". */
struct venue venue_at(const struct lexis *lexis, size_t index);

/* The last lexeme of what follows from `first`, at most before `most`: up to noise ("inscription gratuite") and to the end of the
 * sentence, unless an address goes on behind it. For what is marked as a place. */
size_t venue_text_marked_end(const struct lexis *lexis, size_t first, size_t most);

/* The most particular place behind a preposition in lexemes `first` to before `end`, a mere name excepted. */
struct venue venue_best(const struct lexis *lexis, size_t first, size_t end);

/* "12 bis, rue", "rue Carnot", "75015" begins at `index`. */
bool venue_is_address(const struct lexis *lexis, size_t index);

/* Behind the articles at `index`. */
size_t venue_skip_articles(const struct lexis *lexis, size_t index);

/* The sign that closes what the one at `index` opens, in the same line; 0: none near. */
size_t venue_closing(const struct lexis *lexis, size_t index, char sign);

/* Something that a place may go on with behind "à", "dans" or a comma: a town, a house, a room, an address. */
bool venue_is_further(const struct lexis *lexis, size_t index);

/* The same, with its preposition: ", à Lyon", ", salle 3", "et en ligne". */
bool venue_is_joined(const struct lexis *lexis, size_t index);

/* How many lexemes from `index` on are the words of the longest entry that fits; 0: none. */
size_t venue_spells(const struct lexis *lexis, size_t index, const char *const *list);

/* The text of lexemes as one line that a wall bears: begins with a capital, blanks single, no loose signs at its end; "" when it is
 * too long even without its last parts, or says that the place is still unknown. */
const char *venue_text(struct arena *arena, const struct lexis *lexis, size_t first, size_t end);

/* The whole text is a place, or a way to take part: it names nothing that happens there. */
bool venue_text_is_place(struct arena *arena, const char *text);

/* It begins with a capital. */
bool venue_is_capital(const struct lexis *lexis, const struct lexeme *lexeme);

/* "En ligne", "En visioconférence", "À distance": where the lexemes say that of the event, and not of what is made or done ("démarches en ligne");
 * "" else. In the arena, or static. */
const char *venue_text_remote(struct arena *arena, const struct lexis *lexis, size_t first, size_t end);

/* "lieu" of "au lieu de 9h30", "au lieu de la salle des fêtes", in small letters; but "au lieu de la transformation publique" is one. */
bool venue_says_instead(const struct lexis *lexis, size_t index);

#endif

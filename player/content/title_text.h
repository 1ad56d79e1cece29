/* A text cut down to a name: without the signs, badges, hours and small words at its ends, or what stands in quotation marks in it.
 * It knows how names are dressed; whether one is the title of an event is for titles.c. */
#ifndef PARVIS_CONTENT_TITLE_TEXT_H
#define PARVIS_CONTENT_TITLE_TEXT_H

#include "content/lexis.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* In bytes: a name is neither shorter nor longer. */
enum { TITLE_LEAST = 4, TITLE_MOST = 120 };

/* Drops signs, emoji, badges, hours, blanks and small words at both ends, which remain when a date is taken out; "" when nothing is left. */
const char *title_text_trim(struct arena *arena, const char *text, size_t length);

/* The text between « and », or “ and ”; NULL when there is none, or it is no name. */
const char *title_text_quoted(struct arena *arena, const char *text);

/* Behind a badge at lexeme `first`: "Nouveau !", "NEW". `first` when there is none. */
size_t title_text_behind_badge(const struct lexis *lexis, size_t first, size_t end);

/* "– Atelier 1 : ouvrir ses codes": a dash and a word with a capital stand before the colon, which parts the name itself. Where the name
 * begins; 0: nowhere. */
size_t title_text_behind_dash(const char *text, size_t first, size_t colon);

/* "Midi du libre": the word at lexeme `index` names something that takes place at noon, and no hour. */
bool title_text_is_noon_of(const struct lexis *lexis, size_t index);

#endif

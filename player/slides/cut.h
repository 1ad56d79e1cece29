/* How much a visitor can read: plain text into sentences, whole clauses and short list items. It cuts where a reader would pause, never
 * inside a word; it knows no slides and no fonts. Lengths are code points. */
#ifndef PARVIS_SLIDES_CUT_H
#define PARVIS_SLIDES_CUT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* At most this much on a slide of prose, of a list, in one list item; a lead under a title. */
enum { CUT_PROSE_MOST = 250, CUT_LIST_MOST = 340, CUT_ITEM_MOST = 140, CUT_LEAD_MOST = 250 };

/* Bytes of the first sentence of `text`, without the blanks behind it; the whole when there is only one. A line break ends a sentence.
 * "M.", "art." and initials end none. */
size_t cut_sentence(const char *text);

/* The sentence at *at and *at moved behind it, in the arena, trimmed; NULL at the end. */
char *cut_next(struct arena *arena, const char **at);

/* As many whole sentences from the start as `most` code points hold; if not even the first does, what stands in it before a semicolon
 * or a last "and", else "": a wall says whole sentences or none. */
char *cut_sentences(struct arena *arena, const char *text, size_t most);

/* A list item as short as a slide needs: no trailing ; , or . and at most `most` code points: its first sentence, else what stands
 * before a colon, else before a bracket or a comma, else before a word that opens a new clause ("qui", "afin"); an ellipsis only when it
 * has no such place at all. */
char *cut_item(struct arena *arena, const char *text, size_t most);

/* The same, but NULL when neither a colon, a bracket nor a comma lets it end cleanly. */
char *cut_item_cleanly(struct arena *arena, const char *text, size_t most);

/* Plain text ready to be read on a wall: leading arrows and pointing hands away, sentences with a bare web address away, blanks at
 * both ends away. "" when nothing is left. */
char *cut_clean(struct arena *arena, const char *text);

/* True when a bare web address stands in `text`. */
bool cut_has_address(const char *text);

/* Copy without blanks (no-break ones too) at both ends. */
char *cut_trim(struct arena *arena, const char *text, size_t bytes);

/* Copy without trailing signs of the set ("; , . :") and blanks. */
char *cut_trailing(struct arena *arena, const char *text, const char *signs);

/* The short form of a title: what stands before " : ", " – " or " - " when that is two words or more, else all of it. */
char *cut_short_title(struct arena *arena, const char *title);

/* The short title as the small line above another title: at most `most` code points, cut before a word that opens a new clause. */
char *cut_kicker(struct arena *arena, const char *title, size_t most);

/* Copy that begins with a capital. */
char *cut_capital(struct arena *arena, const char *text);

/* Lower case without accents, apostrophes made straight, blanks made one space: for comparing and for tables of words. */
char *cut_fold(struct arena *arena, const char *text);

#endif

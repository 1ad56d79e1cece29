/* Lines that were typed as lines: Markdown joins "Jeudi 12 mars" and "Salle des fêtes" below it to one line, and who typed them meant two.
 * It knows lengths and first letters; it knows neither days nor places. */
#ifndef PARVIS_CONTENT_LINE_ENDS_H
#define PARVIS_CONTENT_LINE_ENDS_H

struct arena;
struct block;
struct grammar;

/* The text of a block in which the blanks that such lines are joined by are line feeds; of the same length, so that all offsets hold.
 * The block's own text when there are none. */
const char *line_ends_text(struct arena *arena, const struct block *block, const struct grammar *grammar);

#endif

/* What the title, the kind of a page and a heading that opens its text ("Cet atelier est complet") say of all its days: something takes place, is
 * asked for, is called off, put off or over, or it is the plan of those who work. What other headings say of their section is for passages.c. */
#ifndef PARVIS_CONTENT_PASSAGES_PAGE_H
#define PARVIS_CONTENT_PASSAGES_PAGE_H

#include "content/passages.h"

struct article;
struct cue_index;
struct grammar;

/* Sets `meets`, `off` and the `page_` flags of all passages, of which the first is the title. `arena` is scratch. */
void passages_page_mark(struct arena *arena, struct passage *items, size_t count, const struct article *article, const struct cue_index *index,
                        const struct grammar *grammar);

#endif

/* The last look at a block before it is read: marks that were left standing as text (Markdown inside raw HTML, a ** that closes
 * nothing, ~~struck~~, bare addresses) become what they mean. It knows one block's bytes; no Markdown parser, no HTML. */
#ifndef PARVIS_CONTENT_POLISH_H
#define PARVIS_CONTENT_POLISH_H

struct blocks;

/* Tidies the cells of the open block in place: invisible bytes go, ** and ~~ become styles (an odd one goes), [text](address) and
 * bare http(s) addresses become links, blanks at the edges go. Leaves no cells when nothing visible remains. Linear. */
void polish_block(struct blocks *blocks);

#endif

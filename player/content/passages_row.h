/* Paragraphs that are a list without its marks: each opens with a day. It knows how a day opens a text, and not what it is for. */
#ifndef PARVIS_CONTENT_PASSAGES_ROW_H
#define PARVIS_CONTENT_PASSAGES_ROW_H

#include <stdbool.h>

struct grammar;
struct passage;

/* "**9 novembre** Poser un cadre", "📊 06/02 — Lire un graphique": a paragraph that opens with a day. Where a paragraph announces several of them they
 * are a list. */
bool passages_row_opens_with_day(const struct passage *passage, const struct grammar *grammar);

#endif

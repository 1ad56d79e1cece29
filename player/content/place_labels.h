/* What marks a place in a line: "Lieu :", "Où ?", a pin. It knows labels; where the place behind them ends is for places_page.h. */
#ifndef PARVIS_CONTENT_PLACE_LABELS_H
#define PARVIS_CONTENT_PLACE_LABELS_H

#include "content/lexis.h"
#include "content/venue.h"

#include <stdbool.h>
#include <stddef.h>

/* A label ends here: "Lieu :", "Où ?", "Date et lieu :". Only words that belong to labels, the first with a capital. The lexeme behind
 * it, or 0. */
size_t place_labels_behind(const struct lexis *lexis, size_t index);

/* "Horaires :", "Tarif :": the label of something else begins here. */
bool place_labels_is_other(const struct lexis *lexis, size_t index);

/* The lexeme at which a marked place begins when `index` marks one, else 0: "📍 …", "Lieu : …", "📍 Lieu : …", "Lieu :\n…". */
size_t place_labels_marked(const struct lexis *lexis, size_t index);

/* The place that is told behind the colon at lexeme `colon`: "au même endroit : amphithéâtre Hugo", "Le lieu reste le même : la Cité des arts, à
 * Dole". Of rank VENUE_NONE when no word for a place stands before the colon, or no house or address behind it. */
struct venue place_labels_told(const struct lexis *lexis, size_t colon);

#endif

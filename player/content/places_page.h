/* Where a page says a place apart from the sentence of a date: marked ("📍 …", "Lieu : …"), in a cell, in a line or a heading of its
 * own, in the front matter, or once for all ("les ateliers ont lieu à …"). It knows where to look; how a place is worded is for venue.c. */
#ifndef PARVIS_CONTENT_PLACES_PAGE_H
#define PARVIS_CONTENT_PLACES_PAGE_H

#include "content/places.h"

/* All of them return "" when nothing is said. */

/* The first place that is marked in lexemes `first` to before `end` of a passage, without days and hours beside it. */
const char *places_page_marked(const struct places *places, const struct passage *passage, size_t first, size_t end);

/* The most particular place that a passage names behind a preposition, or that it is as a whole (not a title, which names what takes
 * place): for titles, headings and what announces a list. */
const char *places_page_in(const struct places *places, const struct passage *passage);

/* A line that is nothing but a place, beside the line of the date or right below it. */
const char *places_page_line(const struct places *places, const struct occurrence *occurrence);

/* The first line of a passage that is nothing but a place, with a street or alone in its paragraph. */
const char *places_page_first_line(const struct places *places, const struct passage *passage);

/* What announces the list, and the headings above. */
const char *places_page_above(const struct places *places, const struct passage *passage);

/* The passage of the body that marks the only place of the page; NULL when there is none or another marks a second. */
const struct passage *places_page_marks(const struct places *places);

/* The place of the page: marked once apart from all events, or said of them together. */
const char *places_page_once(const struct places *places, const struct occurrence *occurrence, bool sole);

/* Whose address stands below the heading is not where something takes place: "Contact". */
bool places_page_is_contact(const struct passage *heading);

/* The passage names a day that is none of this event. */
bool places_page_is_dated(const struct places *places, const struct passage *passage, const struct occurrence *occurrence);

/* The place that is marked once on the page, and not in the section of one of several events; "" when there is none. */
const char *places_page_marked_once(const struct places *places, const struct occurrence *occurrence, bool sole);

/* It stands under "Informations pratiques" or "Comment venir". */
bool places_page_is_practical(const struct passage *passage);

#endif

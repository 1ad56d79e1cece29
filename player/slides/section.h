/* The sections of an article as slides: a heading with its list, or with its first sentences. It knows blocks; dates it leaves to event and
 * deadline slides. */
#ifndef PARVIS_SLIDES_SECTION_H
#define PARVIS_SLIDES_SECTION_H

struct maker;

/* Adds the slides of all sections of the maker's article, in order; those of one section share all but their page and body. */
void section_add_all(struct maker *maker);

/* Adds the slides of an urgent article: its own words, all of them as far as they fit. */
void section_add_urgent(struct maker *maker);

#endif

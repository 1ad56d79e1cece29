/* The first slide of an article: kicker, title, lead, picture. */
#ifndef PARVIS_SLIDES_HEADLINE_H
#define PARVIS_SLIDES_HEADLINE_H

struct maker;

/* Adds it. The lead is shortened to whole sentences until the slide fits, or left out. */
void headline_add(struct maker *maker);

/* Adds the pictures of the article after the first one, one slide each. */
void headline_add_pictures(struct maker *maker);

#endif

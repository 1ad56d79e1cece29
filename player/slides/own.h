/* Items that the playlist writes itself: event, deadline, message, image, carousel. It makes their slides from the item's own fields. */
#ifndef PARVIS_SLIDES_OWN_H
#define PARVIS_SLIDES_OWN_H

struct maker;

/* Adds the slides of the maker's item; none when it is over. */
void own_add(struct maker *maker);

#endif

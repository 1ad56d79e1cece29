/* Which of an article's categories says something on a slide, and on which. Tables of folded words. */
#ifndef PARVIS_SLIDES_CATEGORY_H
#define PARVIS_SLIDES_CATEGORY_H

struct maker;

/* The first category that names a kind of event ("Rencontre", "Meetup"), in the staff's own spelling; NULL when none does. */
const char *category_of_event(const struct maker *maker);

/* The first category that names a kind of call ("Appel à candidatures", "Consultation", "Hackathon"); NULL when none does. */
const char *category_of_call(const struct maker *maker);

#endif

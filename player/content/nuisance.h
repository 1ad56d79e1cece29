/* The head of a box that tells of works, a cut, something closed: "Coupure d'eau", and below it "Quand ? Le jeudi 13 mars de 9h à 12h"; or of the days of
 * somebody: "Agenda du préfet". They are nothing to come to. It knows one passage; what the title of a page and headings say is for passages.h. */
#ifndef PARVIS_CONTENT_NUISANCE_H
#define PARVIS_CONTENT_NUISANCE_H

#include <stdbool.h>

struct question;

/* The first line of the passage, of a few words and before the one of the day, names such a thing, and neither an event nor what is asked for. */
bool nuisance_heads(const struct question *question);

#endif

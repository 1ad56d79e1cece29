/* Verbs with which a sentence tells somebody to hand something in, to order it or to say so, in the forms in which notices use them: "sont à apporter", "les
 * familles renvoient", "chacun commande son menu". It knows stems and endings; whether what is asked is asked of the reader is for asked.h. */
#ifndef PARVIS_CONTENT_REQUEST_H
#define PARVIS_CONTENT_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

struct question;

/* Such a verb stands in the sentence before lexeme `end`. */
bool request_before(const struct question *question, size_t end);

/* The lexeme is such a verb behind "à": "Choix des plats à communiquer". */
bool request_at(const struct question *question, size_t index);

#endif

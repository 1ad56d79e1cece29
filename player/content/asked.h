/* Whether something is asked of the reader before a day that a lead announces ("jusqu'au"): by the sentence, the one before, a link beside it, the
 * headings, the title. Whose day it is else is for verdict.c. */
#ifndef PARVIS_CONTENT_ASKED_H
#define PARVIS_CONTENT_ASKED_H

#include <stdbool.h>

struct cue;
struct question;
struct survey;

/* Something in the sentence, the headings or the title asks for something. */
bool asked_of_reader(const struct question *question, const struct survey *survey, const struct cue *lead);

#endif

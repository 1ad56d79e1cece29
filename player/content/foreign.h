/* Whether a last day is somebody else's: of a jury, of those who organise, of what is over. It knows the cues around one date. */
#ifndef PARVIS_CONTENT_FOREIGN_H
#define PARVIS_CONTENT_FOREIGN_H

#include <stdbool.h>

struct cue;
struct question;
struct survey;

/* The day that `lead` leads to is no last day of the reader's. */
bool foreign_is(const struct question *question, const struct survey *survey, const struct cue *lead);

#endif

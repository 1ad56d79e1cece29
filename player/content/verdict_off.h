/* Whether what a date is of is full, called off or struck through, by the words around it. */
#ifndef PARVIS_CONTENT_VERDICT_OFF_H
#define PARVIS_CONTENT_VERDICT_OFF_H

#include <stdbool.h>

struct question;
struct survey;

/* Its sentence says so, a heading above it, or a verb of several behind other days of its sentence. */
bool verdict_off(const struct question *question, const struct survey *survey);

/* Its own sentence says so. */
bool verdict_off_here(const struct question *question, const struct survey *survey);

/* Right behind the day stands that it is full or called off, or it is struck through. */
bool verdict_off_behind(const struct question *question);

#endif

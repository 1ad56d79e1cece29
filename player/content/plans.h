/* Days of those who work: of works, of a jury, of a school's year, of a road map. It knows what a title or an announcing line says of them
 * (passages.h); what any sentence says of a day is for verdict.h. */
#ifndef PARVIS_CONTENT_PLANS_H
#define PARVIS_CONTENT_PLANS_H

#include <stdbool.h>

struct question;
struct survey;

/* A line of works, of a jury, of a school's year, of a road map: only what invites, or is an appointment with a name, is told to the reader; of what
 * others do elsewhere, nothing. */
bool plans_hold(const struct question *question, const struct survey *survey);

/* "Clôture générale : jeudi 29 février" of a page about the season of something: nothing in the passage is asked for. */
bool plans_end(const struct question *question);

#endif

/* Hours that are told somewhere else: "14h (heure de La Réunion)", "5 pm UTC". It knows zones by the names that zones.c's callers
 * found in the text, and turns their hours into those of the venue; it knows no words. */
#ifndef PARVIS_CONTENT_ZONES_H
#define PARVIS_CONTENT_ZONES_H

struct article;
struct diags;
struct readings;
struct zone;

/* Moves the hours of every resolved reading that names another zone. One whose zone is unknown becomes silent, and is reported. */
void zones_apply(struct readings *readings, const struct article *article, const struct zone *zone, struct diags *diags);

#endif

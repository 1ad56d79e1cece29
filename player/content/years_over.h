/* Whether a page tells a day that lies before its publication as one that is over. It knows one passage; days are compared in years.c. */
#ifndef PARVIS_CONTENT_YEARS_OVER_H
#define PARVIS_CONTENT_YEARS_OVER_H

#include <stdbool.h>

struct reading;

/* Nothing announces it, or only an hour does, in prose: "Sur la photo, l'équipe le samedi 11 mai à 15h." */
bool years_over_is_told(const struct reading *reading);

#endif

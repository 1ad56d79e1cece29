/* The tables of French phrases that dates_fr.c hands to likeness.h. */
#ifndef PARVIS_CONTENT_LIKENESS_FR_H
#define PARVIS_CONTENT_LIKENESS_FR_H

#include "content/likeness.h"

extern const int likeness_fr_deadline_base, likeness_fr_event_base, likeness_fr_hour_base;
extern const signed char likeness_fr_deadline[LIKENESS_SLOTS], likeness_fr_event[LIKENESS_SLOTS], likeness_fr_hour[LIKENESS_SLOTS];

#endif

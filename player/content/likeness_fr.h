/* The tables of French phrases that dates_fr.c hands to likeness.h. */
#ifndef PARVIS_CONTENT_LIKENESS_FR_H
#define PARVIS_CONTENT_LIKENESS_FR_H

#include "content/likeness.h"
#include "content/likeness_order.h"

extern const struct likeness_order likeness_fr_order;
extern const struct likeness_net likeness_fr_dates, likeness_fr_hours;
extern const signed char likeness_fr_dates_hidden[], likeness_fr_dates_direct[], likeness_fr_hours_hidden[], likeness_fr_hours_direct[];

#endif

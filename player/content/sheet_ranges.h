/* Two days of a passage that are the ends of one stretch, and days whose month comes with another. It knows what stands between two days; what
 * they are for is for verdict.h. */
#ifndef PARVIS_CONTENT_SHEET_RANGES_H
#define PARVIS_CONTENT_SHEET_RANGES_H

struct sheet;

/* "du 3 juin à 18h au 5 juin à 17h": one stretch of days, with the hour of each end. A day without month that begins none is dropped. */
void sheet_ranges_join(struct sheet *sheet);

#endif

/* The days that a passage names. Its first word is one of them when it is a weekday of a week that stands above: passages_week.h. */
#ifndef PARVIS_CONTENT_SHEET_DAYS_H
#define PARVIS_CONTENT_SHEET_DAYS_H

struct sheet;

/* Sets `dates` and `date_count` of a sheet that has its passage, its grammar and its arena. */
void sheet_days_find(struct sheet *sheet);

#endif

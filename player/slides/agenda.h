/* What comes next in the house, as rows: events and last days of all articles, by date, in pages. */
#ifndef PARVIS_SLIDES_AGENDA_H
#define PARVIS_SLIDES_AGENDA_H

#include <stddef.h>

struct library_date;
struct maker;

/* Four rows a page; no more than three pages: who reads a wall does not plan a year. */
enum { AGENDA_ROWS_MOST = 4, AGENDA_PAGES_MOST = 3 };

/* Adds the agenda slides of `dates` (any order, past ones are left out, twins merged); none when nothing comes. */
void agenda_add(struct maker *maker, const struct library_date *dates, size_t count);

/* The same for the `count` occasions of one article that has many, under the article's name. */
struct occasion;
void agenda_add_events(struct maker *maker, const struct occasion *occasions, size_t count);

#endif

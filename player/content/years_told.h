/* The year that a line or a sentence tells of all its days by the way it opens: "| 2003 | Reconnaissance (décret du 17 juillet) |", "En 2021, les
 * inscriptions s'étaient closes le 30 avril". It knows words; what the year is worth is for years.c. */
#ifndef PARVIS_CONTENT_YEARS_TOLD_H
#define PARVIS_CONTENT_YEARS_TOLD_H

struct grammar;
struct reading;

/* The year with which its line begins; 0: none. */
int years_told_line(const struct reading *reading);

/* The one year that a title names; 0 when there is none, or more ("saison 2024-2025"). */
int years_told_title(const char *title);

/* The year with which its sentence begins, when nothing before the day looks forward: "En 1983, la première salle ouvre ses portes le 4 octobre",
 * "2020 en dates : 4 février, …"; 0: none. */
int years_told_sentence(const struct reading *reading, const struct grammar *grammar);

#endif

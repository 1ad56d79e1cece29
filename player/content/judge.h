/* A date that no word governs directly: what the cues on both sides, the header of its column and its place in the text make of it.
 * It knows cues and their order; tense, and what follows for the article, are for verdict.c. */
#ifndef PARVIS_CONTENT_JUDGE_H
#define PARVIS_CONTENT_JUDGE_H

#include <stdbool.h>

struct cue;
struct question;
struct survey;

enum finding { FOUND_UNKNOWN, FOUND_NOTHING, FOUND_EVENT, FOUND_DEADLINE };

/* The nearest cue that decides, the left side first. FOUND_UNKNOWN: silent, but it may lean on the date before it. */
enum finding judge_by_cues(const struct question *question, const struct survey *survey);

/* "le 4 octobre au plus tard", "le 4 octobre, dernier délai": what follows the date closes it, and leads to no other. */
bool judge_ends_behind(const struct question *question, const struct survey *survey);

#endif

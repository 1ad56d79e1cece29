/* What the cues around several days in a row make of them: "du 4 au 20 juin". It knows cues and their order, as judge.h, to which it belongs. */
#ifndef PARVIS_CONTENT_JUDGE_RANGE_H
#define PARVIS_CONTENT_JUDGE_RANGE_H

#include "content/judge.h"

struct question;
struct survey;

/* FOUND_UNKNOWN: no cue decides. */
enum finding judge_range(const struct question *question, const struct survey *survey);

#endif

/* What closes: a limit to the left of a date ("clôture", "se termine"), and whether something that can be asked for ends there or what takes
 * place. It knows the cues of the sentence and of the one before it; the rest of the verdict is for judge.c. */
#ifndef PARVIS_CONTENT_JUDGE_LIMIT_H
#define PARVIS_CONTENT_JUDGE_LIMIT_H

#include "content/judge.h"

struct cue;
struct question;
struct survey;

/* A limit to the left, if nothing that takes place stands between. */
enum finding judge_limit(const struct question *question, const struct survey *survey);

/* "réunion de clôture": the limit only says which event it is. */
bool judge_limit_ends_event(const struct question *question, const struct survey *survey, const struct cue *limit);

/* "Jusqu'à quand ? Dimanche 20 février": hardly more than the day, behind a question about the last one. */
bool judge_limit_answers(const struct question *question);

/* "Quand postuler ? Entre le 19 janvier et le 27 février.": nothing but a stretch behind a question of a few words that asks when. */
bool judge_limit_answers_when(const struct question *question);

#endif

/* Steps of those who organise, to the left of a day: "les résultats seront annoncés le 3 mai". A step may be the name of an event, its beginning, or an
 * appointment that people come to. It knows cues and their order, as judge.h, to which it belongs. */
#ifndef PARVIS_CONTENT_JUDGE_STEP_H
#define PARVIS_CONTENT_JUDGE_STEP_H

#include "content/judge.h"

#include <stdbool.h>
#include <stddef.h>

struct question;
struct survey;

/* "le jeudi 3 octobre, de 18h à 20h": who says so much expects somebody. */
bool judge_step_is_appointment(const struct question *question, bool stretch);

/* "**Évaluer l'accessibilité d'un site** 10 janvier" under a heading about workshops: the words name one of them; "**Résultats** 10 janvier"
 * does not. */
bool judge_step_is_in_name(const struct question *question);

/* What a step says: it may be the name of an event, its beginning, or an appointment that people come to. FOUND_UNKNOWN: something else may. */
enum finding judge_step_left(const struct question *question, const struct survey *survey, size_t index);

#endif

/* The cues around one date, nearest first, and how they stand to each other: which governs, which is over, which belongs to another
 * clause. It knows order and distance; what follows from them is for verdict.c. */
#ifndef PARVIS_CONTENT_SURVEY_H
#define PARVIS_CONTENT_SURVEY_H

#include "content/verdict.h"

#include <stdbool.h>
#include <stddef.h>

enum { SURVEY_MOST = 24 };

/* The cues on both sides of a date, nearest first. */
struct survey {
    const struct cue *left[SURVEY_MOST];
    size_t left_count;
    const struct cue *right[SURVEY_MOST];
    size_t right_count;
};

/* Those of the sentence, as far as the neighbouring dates. */
void survey_take(const struct question *question, struct survey *survey);

/* Index of the first cue of a passage that begins at or behind a lexeme. */
size_t survey_cue_from(const struct passage *passage, size_t lexeme);

/* A cue of this kind begins in lexemes `from` to before `to`, other dates or not. */
bool survey_names(const struct passage *passage, size_t from, size_t to, enum cue_kind kind);

/* ... or one that asks for something. */
bool survey_asks(const struct passage *passage, size_t from, size_t to);

/* What is looked at around a day of a sentence that may be as long as a text: from where before lexeme `end`, and up to where behind the day. */
size_t survey_near_begin(const struct question *question, size_t end);
size_t survey_near_stop(const struct question *question);

/* "Jusqu'à quand ?": the lexeme behind the question mark right before the sentence; 0 where no question stands before it. */
size_t survey_question_end(const struct question *question);

bool survey_left_has(const struct survey *survey, enum cue_kind kind);
bool survey_right_has(const struct survey *survey, enum cue_kind kind);

/* A cue of this kind stands in the sentence before the date, other dates or not. */
bool survey_sentence_has(const struct question *question, enum cue_kind kind);

/* ... or behind it. */
bool survey_has(const struct question *question, const struct survey *survey, enum cue_kind kind);

/* The past tense at `from` or further left speaks of the date: no verb of the present or future stands between. */
bool survey_past_governs(const struct survey *survey, size_t from);

/* The sentence tells of the past before this date, other dates or not: "s'est tenu les 12 et 13 juin, puis une visite le 4 octobre". */
bool survey_sentence_is_past(const struct question *question);

/* "ont été reçues jusqu'au", "était ouvert jusqu'au": the past stands right before the cue at lexeme `lead`, or before the "ouvert"
 * before it. */
bool survey_past_touches(const struct question *question, const struct survey *survey, size_t lead);

/* The past right behind a date that an event announces: "le webinaire du 3 mai a été enregistré". */
bool survey_past_follows(const struct question *question, const struct survey *survey);

/* "Les 13 et 14 juin, le collectif a été lancé": the first verb behind the date looks back. */
bool survey_is_past_behind(const struct survey *survey);

/* "L'appel, ouvert du 9 janvier au 17 février, a suscité 312 candidatures": the verb behind the date is in the past, and tells of no
 * launch ("a été lancé"). */
bool survey_past_concludes(const struct question *question, const struct survey *survey);

/* "du 8 au 22 mars à 14h : inscrivez-vous": only hours and signs stand before the request. */
bool survey_asks_right_behind(const struct question *question, const struct survey *survey);

/* A comma or a colon parts the clause of one cue from that of another, further right. */
bool survey_is_parted(const struct question *question, const struct cue *one, const struct cue *other);

/* "cérémonie de remise des prix": an event is the head of the words that the cue at `index` ends. */
bool survey_has_event_head(const struct survey *survey, size_t index);

/* "examen des dossiers": what the cue at `index` names is only worked on by those who organise; "ouverture des candidatures" is not so. */
bool survey_is_object(const struct question *question, const struct survey *survey, size_t index);

/* "inscription au stage": only small words stand between what is asked and the event at `index`. */
bool survey_is_named_by_call(const struct question *question, const struct survey *survey, size_t index);

/* "Les inscriptions au colloque sont ouvertes du 9 mars": the event at `index` is what something is asked for, and "ouvert" or a colon
 * stands before the date; "inscription au stage du 6 au 10" is not so. */
bool survey_is_asked_for(const struct question *question, const struct survey *survey, size_t index);

/* "Les jurys de première session": the event at `index` only says whose jury it is. */
bool survey_is_of_private(const struct question *question, const struct survey *survey, size_t index);

/* "Les recrues de la session prendront leur engagement le 1er juin": the event at `index` belongs to another noun, and the verb of the
 * future to that. */
bool survey_is_complement(const struct question *question, const struct survey *survey, size_t index);

/* An invitation, a request or a verb of the future stands before the date. */
bool survey_left_announces(const struct survey *survey);

/* An invitation stands further left than the cue at `index`. */
bool survey_meets_further_left(const struct survey *survey, size_t index);

#endif

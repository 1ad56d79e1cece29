/* The French cues, table by table. They are words only; grammar.h says what they are for. */
#ifndef PARVIS_CONTENT_DATES_FR_CUES_H
#define PARVIS_CONTENT_DATES_FR_CUES_H

#include "content/grammar.h"

/* All tables; ends with NULL. */
extern const struct grammar_cue *const dates_fr_cues[];

/* One of them: what takes place. Ends with a NULL pattern. */
extern const struct grammar_cue dates_fr_cues_held[];

/* ... what the audience is asked for. */
extern const struct grammar_cue dates_fr_cues_asked[];

/* ... what takes place and who is asked to come: more of it. */
extern const struct grammar_cue dates_fr_cues_meeting[];

/* ... days that are nothing to the audience. */
extern const struct grammar_cue dates_fr_cues_others[];

/* ... what takes place and is nothing to come to; words that mean an event elsewhere. */
extern const struct grammar_cue dates_fr_cues_apart[];

#endif

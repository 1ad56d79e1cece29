/* Words that put something off: what they move, and whether to a day, to a later end, or from one day to another. It knows the words of one
 * sentence; what becomes of the days before is for readings_off.c. */
#ifndef PARVIS_CONTENT_MOVED_H
#define PARVIS_CONTENT_MOVED_H

#include <stdbool.h>
#include <stddef.h>

struct cue;
struct question;

/* "prévue du 5 au 7 mars, est reportée du 9 au 11 avril": the cue of "put off to" whose words reach into the new stretch, the last
 * of those before cue `at` of the passage; NULL: there is none. */
const struct cue *moved_into_days(const struct question *question, size_t at);

/* "Le séminaire prévu le 11 mars se tiendra le 8 avril", "Prévue au 15 mars, la clôture est désormais fixée au 8 avril": the day of a plan, and
 * behind it in the sentence the verb with the day that holds. */
bool moved_is_former_plan(const struct question *question);

/* "Après une première séance le 12 février, la prochaine aura lieu le 18 mars": the day with which such a sentence begins, when another follows. */
bool moved_is_over_by_next(const struct question *question);

/* "Elle est prolongée de trois semaines, soit jusqu'au 21 juin": on a page or under a heading that asks. */
bool moved_is_put_off(const struct question *question);

/* What is put off takes place, and is nothing to hand in. */
bool moved_is_event(const struct question *question);

/* "est reportée du 5 mars au 9 avril": from one day to the other, and not the days of a stretch. */
bool moved_is_shift(const struct question *question);

/* "Le festival est reporté du 10 au 14 juin": from one day to the other, or to these days; nobody can tell which. */
bool moved_is_unclear(const struct question *question);

/* "prolongeons l'appel à projets jusqu'au": the words of the lead name what is handed in. */
bool moved_names_call(const struct question *question, const struct cue *lead);

/* The lead says "jusqu'au" and not "au". */
bool moved_is_longer(const struct question *question, const struct cue *lead);

/* A word of the sentence says that a last day is new, or of what was put off: "désormais", "remboursement". */
bool moved_says_anew(const struct question *question);

#endif

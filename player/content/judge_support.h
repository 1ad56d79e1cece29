/* What must stand beside a day and its hour for them to be something one can come to: a word for what takes place, a line or a label of its own, a work, a
 * house. It knows the sentence and its passage; what follows from them is for judge_place.h, to which it belongs. */
#ifndef PARVIS_CONTENT_JUDGE_SUPPORT_H
#define PARVIS_CONTENT_JUDGE_SUPPORT_H

#include <stdbool.h>

struct question;

/* More than a day and an hour says that one can come: a word for what takes place, a line or a label of its own, a work, a house. */
bool judge_support_has(const struct question *question);

/* "Un agent relèvera les compteurs le lundi 12 septembre de 8h à 12h": a verb of the future says what somebody does then, and nothing names what
 * takes place. */
bool judge_support_is_doing(const struct question *question);

/* "La désinfection du vestiaire aura lieu mardi 11 mars à 7h": what takes place is a deed, and no word for an event names it. */
bool judge_support_is_deed(const struct question *question);

/* Something is missing, closed, over or denied: "Absence du docteur Petit", "Fin de la garderie". */
bool judge_support_lacks(const struct question *question);

#endif

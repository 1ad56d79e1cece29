/* What the program has in hand at this moment, written where it outlives the program: a page of a file in the run folder, mapped, so that a
 * note costs no system call. A note that is found at the start was left by an end that nobody wished. It knows one line of text; what it
 * names is for others to say. */
#ifndef PARVIS_HOST_HAND_H
#define PARVIS_HOST_HAND_H

#include <stdbool.h>
#include <stddef.h>

enum { HAND_MOST_BYTES = 1024 };

struct hand;

/* Takes the note of `file` for this process. *was_left: another one ended without putting it down; `left` (HAND_MOST_BYTES) is what it had
 * in hand. NULL, and nothing was left: another process holds it, or the folder cannot be written. */
struct hand *hand_create(const char *file, bool *was_left, char *left);

/* Puts the note down: this end is wished. NULL is allowed. */
void hand_destroy(struct hand *hand);

/* While true, nothing in particular is in hand, whatever was taken: the program is inside a call that its content does not steer (a frame on
 * its way to the display). An end or a hang there is nobody's fault. */
void hand_lend(struct hand *hand, bool lent);

/* From now on `text` (cut at HAND_MOST_BYTES) is in hand; "" is nothing in particular, which is a note all the same. */
void hand_take(struct hand *hand, const char *text);

#endif

/* What a slide does while it stands: its bar grows, its words change, the pictures of the next one are asked for. Private to
 * show/stage*.c; it decides nothing about which slide stands. */
#ifndef PARVIS_SHOW_STAGE_HOLD_H
#define PARVIS_SHOW_STAGE_HOLD_H

#include "base/instant.h"

#include <stdbool.h>
#include <stdint.h>

struct slide;
struct stage;

enum { STAGE_HOLD_PREFETCH_US = 3000000 }; /* before the end of a slide: a decoder's child needs 60 ms, on a Raspberry Pi 3 ten times that */

/* Draws what changed on a slide that stays. False: it must be laid out and painted whole. */
bool stage_hold_touch_up(struct stage *stage, const struct slide *slide, struct now now);

/* What stands is shown once more from its beginning. */
void stage_hold_again(struct stage *stage, struct now now);

/* The pictures of the slide after this one are asked for while this one stands. */
void stage_hold_prefetch(struct stage *stage, struct now now);

/* When to look again, `left_us` before the slide's time is over. */
struct mono stage_hold_due(struct stage *stage, struct now now, int64_t left_us);

#endif

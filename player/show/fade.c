#include "show/fade.h"

#include "draw/approach.h"

/* An alpha of approach_frame that is all the way. */
enum { WHOLE = 256 };

void fade_begin(struct fade *fade, struct frame *to, int64_t length_us, int refresh_hz)
{
    const int64_t second_us = 1000000;
    *fade = (struct fade){.to = to, .length_us = length_us, .period_us = second_us / (refresh_hz > 0 ? refresh_hz : 60)};
}

/* Smoothstep, 3t² - 2t³, in thousand-and-twenty-fourths, rounded up: every step of a fade is seen, the first too. */
static int alpha_at(int64_t gone_us, int64_t length_us)
{
    const int64_t one = 1024;
    int64_t t = gone_us >= length_us ? one : gone_us * one / length_us;
    return (int)((t * t * (3 * one - 2 * t) * WHOLE + one * one * one - 1) / (one * one * one));
}

bool fade_step(struct fade *fade, struct frame *front, int64_t gone_us)
{
    int64_t step = gone_us / fade->period_us;
    if (step <= fade->step)
        return false;
    fade->step = step;
    int alpha = alpha_at(gone_us, fade->length_us);
    if (alpha <= fade->alpha)
        return false;
    approach_frame(front, fade->to, (alpha - fade->alpha) * WHOLE / (WHOLE - fade->alpha));
    fade->alpha = alpha;
    fade->frames++;
    return true;
}

int64_t fade_next_us(const struct fade *fade)
{
    return (fade->step + 1) * fade->period_us;
}

struct frame *fade_end(struct fade *fade)
{
    struct frame *to = fade->to;
    *fade = (struct fade){0};
    return to;
}

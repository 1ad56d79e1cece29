#include "net/pace.h"

/* ms, at random from 20 % less to 20 % more. */
static int64_t with_jitter(const struct pace *pace, int64_t ms)
{
    int64_t span_ms = ms * PACE_JITTER_PERCENT / 100;
    return ms - span_ms + (int64_t)((uint64_t)pace->random(pace->random_self) % (uint64_t)(2 * span_ms + 1));
}

static int64_t at_most(int64_t ms, int64_t most_ms)
{
    return ms < most_ms ? ms : most_ms;
}

int64_t pace_after_success(struct pace *pace)
{
    pace->failures = 0;
    return with_jitter(pace, pace->poll_ms);
}

int64_t pace_after_failure(struct pace *pace, int64_t retry_after_s, bool progressed)
{
    int64_t ceiling_ms = pace->poll_ms > PACE_CEILING_MS ? pace->poll_ms : PACE_CEILING_MS, wait_ms = pace->poll_ms;
    if (progressed)
        pace->failures = 0;
    for (int i = 0; i < pace->failures && wait_ms < ceiling_ms; i++)
        wait_ms *= 2;
    if (pace->failures < INT32_MAX)
        pace->failures++;
    wait_ms = at_most(with_jitter(pace, at_most(wait_ms, ceiling_ms)), ceiling_ms);
    if (retry_after_s < 0)
        return wait_ms;
    /* All screens are told the same second: they come after it, not together. */
    int64_t wished_ms = at_most(retry_after_s, ceiling_ms / 1000) * 1000;
    wished_ms += (int64_t)((uint64_t)pace->random(pace->random_self) % (uint64_t)(wished_ms * PACE_JITTER_PERCENT / 100 + 1));
    wished_ms = at_most(wished_ms, ceiling_ms);
    return wished_ms > wait_ms ? wished_ms : wait_ms;
}

int64_t pace_while_clock(struct pace *pace)
{
    pace->failures = 0;
    return with_jitter(pace, at_most(PACE_CLOCK_MS, pace->poll_ms));
}

int64_t pace_soon(const struct pace *pace)
{
    return with_jitter(pace, at_most(PACE_SOON_MS, pace->poll_ms));
}

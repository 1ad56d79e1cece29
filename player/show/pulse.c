#include "show/pulse.h"

/* A beat that cannot be proven yet is asked for so often. */
enum { AGAIN_US = 250000, PART = 3 };

void pulse_init(struct pulse *pulse, int64_t watchdog_us)
{
    *pulse = (struct pulse){.every_us = watchdog_us > 0 ? watchdog_us / PART : 0};
}

enum pulse_deed pulse_look(const struct pulse *pulse, struct mono now, unsigned long frames, bool dark)
{
    if (pulse->every_us <= 0 || (pulse->begun && now.us - pulse->sent.us < pulse->every_us))
        return PULSE_NONE;
    return dark || frames != pulse->frames ? PULSE_BEAT : PULSE_PROVE;
}

void pulse_sent(struct pulse *pulse, struct mono now, unsigned long frames)
{
    pulse->sent = now;
    pulse->frames = frames;
    pulse->begun = true;
}

int64_t pulse_due_us(const struct pulse *pulse, struct mono now)
{
    if (pulse->every_us <= 0)
        return -1;
    int64_t left_us = pulse->begun ? pulse->every_us - (now.us - pulse->sent.us) : 0;
    return left_us > 0 ? left_us : AGAIN_US;
}

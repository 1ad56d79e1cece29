/* How the machine is: its power, its temperature, its card, its free space, read from the kernel. It knows files under /sys; what a value
 * means is said in plain words, and who is told is for others. */
#ifndef PARVIS_HOST_HEALTH_H
#define PARVIS_HOST_HEALTH_H

#include <stdbool.h>
#include <stdint.h>

struct diags;

/* `knows_*` is false where the machine does not say (a PC has no under-voltage bit). */
struct health {
    char model[96];                                    /* "" on a PC */
    bool knows_power, power_low, power_was_low;        /* under-voltage now; since the machine started */
    bool throttled, was_throttled;                     /* slowed down, for heat or for power */
    bool knows_temperature;
    int temperature_c;
    bool knows_card;
    int64_t card_errors;                               /* that the file systems have counted, in all their life */
    int64_t free_bytes, total_bytes;                   /* of the disk that holds the state; 0: unknown */
};

/* Reads everything. `root` is "" or the folder that stands for /; `state` is a folder on the disk in question. */
void health_read(struct health *health, const char *root, const char *state);

/* What is wrong, each as a problem without a place: "power-low", "power-was-low", "hot", "card-errors", "disk-nearly-full". */
void health_judge(const struct health *health, struct diags *diags);

#endif

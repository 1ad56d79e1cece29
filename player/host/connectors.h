/* Which sockets of the graphics cards have a display at their other end, as the kernel tells it under /sys/class/drm. SDL's KMS/DRM opens a
 * card without asking and never hears of a plug; this knows names, states and modes, and opens nothing. */
#ifndef PARVIS_HOST_CONNECTORS_H
#define PARVIS_HOST_CONNECTORS_H

#include <stdint.h>

enum connectors_presence {
    CONNECTORS_UNKNOWN, /* no connector is known here (a desk without KMS, a container): try and see */
    CONNECTORS_ABSENT,  /* there are some, and nothing is plugged in, or what is plugged in has no modes yet */
    CONNECTORS_PRESENT
};

/* `card` is the number of the first card with a display that has modes (/dev/dri/cardN; their order changes between boots on a Pi 5),
 * or -1. `name` is its connector ("HDMI-A-1"). `mark` differs when anything was plugged, unplugged, or has other modes. */
struct connectors {
    enum connectors_presence presence;
    int card;
    char name[32];
    uint64_t mark;
};

/* Looks now. `root` is "" or the folder that stands for / (tests). */
struct connectors connectors_look(const char *root);

#endif

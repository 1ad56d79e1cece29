/* Sleeps until a descriptor has something to say, the time is over, or the system asks to leave (SIGTERM, SIGINT). Signals come as a
 * descriptor (signalfd), so there is no handler and no global flag. It knows descriptors; what they mean is the caller's. */
#ifndef PARVIS_HOST_POLLER_H
#define PARVIS_HOST_POLLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { POLLER_MOST = 8 };

struct poller;

/* Blocks SIGTERM and SIGINT for the whole process from now on and takes them as its own. Call it before a library starts that would
 * install handlers. NULL when the kernel has no descriptor to give. */
struct poller *poller_create(void);

/* Gives the signals back. NULL is allowed. */
void poller_destroy(struct poller *poller);

/* Sleeps until one of `count` descriptors (at most POLLER_MOST; negative ones are left out) is readable or `timeout_us` is over.
 * False: the process was asked to leave. */
bool poller_wait(struct poller *poller, const int *descriptors, size_t count, int64_t timeout_us);

#endif

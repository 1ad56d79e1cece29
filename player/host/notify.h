/* What a supervisor is told: ready, alive, what it is doing, stopping (the protocol of sd_notify(3), a datagram of a few words). It knows
 * the socket and the watchdog's interval; whether the show is alive is for others to say. */
#ifndef PARVIS_HOST_NOTIFY_H
#define PARVIS_HOST_NOTIFY_H

#include <stdbool.h>
#include <stdint.h>

struct notify;

/* Takes NOTIFY_SOCKET (a path, or @name for an abstract one), WATCHDOG_USEC and WATCHDOG_PID out of the environment, so that children do
 * not speak for us. Never NULL: without a supervisor nothing is ever sent. */
struct notify *notify_create(void);

/* Says STOPPING=1 and frees; NULL is allowed. */
void notify_destroy(struct notify *notify);

/* Is anybody listening? */
bool notify_is_heard(const struct notify *notify);

/* READY=1, once however often it is called. */
void notify_ready(struct notify *notify);

/* One line for `systemctl status`; sent when it differs from the one before. Longer than 200 bytes is cut. */
void notify_status(struct notify *notify, const char *text);

/* Microseconds after which the supervisor ends a process that gave no heartbeat; 0: there is no watchdog. */
int64_t notify_watchdog_us(const struct notify *notify);

/* WATCHDOG=1. False: nobody took it (try again soon). */
bool notify_heartbeat(struct notify *notify);

#endif

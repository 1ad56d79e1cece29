/* What a request that failed means for the people who keep the screens running: a stable code and a sentence in both languages. It knows
 * the statuses of fetch; it decides nothing. */
#ifndef PARVIS_NET_FAULT_H
#define PARVIS_NET_FAULT_H

#include "net/fetch.h"

struct refusal;

/* The stable code of a status ("name-unknown"). FETCH_FINE and FETCH_NOT_MODIFIED have "fine". */
const char *fault_code(enum fetch_status status);

/* Says what went wrong with `path` of `origin` (both as they may be shown) and what to do. */
void fault_say(struct refusal *refusal, const struct fetch_answer *answer, const char *origin, const char *path);

/* The dates of a certificate do not fit, and this machine's clock is not to be trusted: nothing can be said of the certificate. */
void fault_say_clock(struct refusal *refusal);

#endif

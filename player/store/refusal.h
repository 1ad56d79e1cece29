/* Why content was refused or a store could not be used: a stable code and a sentence in both languages for staff. It knows no reasons of its
 * own; who refuses writes it. */
#ifndef PARVIS_STORE_REFUSAL_H
#define PARVIS_STORE_REFUSAL_H

#include <stdbool.h>

enum { REFUSAL_TEXT_MOST = 400 };

/* `code` is a literal ("manifest-altered") that tests, JSON and status rely on; NULL: nothing was refused. */
struct refusal {
    const char *code;
    char french[REFUSAL_TEXT_MOST];
    char english[REFUSAL_TEXT_MOST];
};

/* Fills it in; `refusal` may be NULL. Both formats take the same arguments in the same order; too long a text is cut. Always false, so that
 * one line refuses and returns. */
bool refusal_set(struct refusal *refusal, const char *code, const char *french, const char *english, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

/* The same for a system call that failed: "disk-full", "disk-read-only", "disk-broken", "store-forbidden" by `reason` (errno), with the
 * path. */
bool refusal_set_errno(struct refusal *refusal, int reason, const char *path);

#endif

/* A child process that can do nothing but compute: limits on memory, time and system calls. It knows processes; no pictures. */
#ifndef PARVIS_DRAW_SANDBOX_H
#define PARVIS_DRAW_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* A running child. `descriptor` becomes readable when it has ended, however it ended. */
struct sandbox {
    pid_t pid; /* 0: none */
    int descriptor;
};

/* How a child ended. */
enum sandbox_end {
    SANDBOX_RETURNED, /* by itself; its code is known */
    SANDBOX_TOO_SLOW, /* over its seconds */
    SANDBOX_KILLED    /* by a forbidden system call or a fault */
};

/* Starts a copy of this process. Returns true in the parent; `*is_child` tells the two apart. In the child everything is locked already:
 * it may read `file` (its only descriptor), take `memory_bytes` more memory, and live `seconds`; then it calls sandbox_exit. What it
 * writes to memory that was shared before is all that it can hand back. False: there is no child (errno tells).
 * Sanitized builds have neither the memory limit nor the filter: a sanitizer needs terabytes of address space and calls of its own. */
bool sandbox_start(struct sandbox *sandbox, int file, size_t memory_bytes, unsigned seconds, bool *is_child);

/* Forbids this process all system calls but those that decoding needs, for good: reading `file`, memory, its end. An open() fails with
 * EACCES, anything else ends the process. Part of sandbox_start; by itself for tests only. False: the kernel refused. */
bool sandbox_filter(int file);

/* Ends the child (only there). Codes from 0 to 99. */
_Noreturn void sandbox_exit(int code);

/* Ends the child if it still runs and forgets it. Never blocks. `code` is written when it returned by itself. */
enum sandbox_end sandbox_finish(struct sandbox *sandbox, int *code);

/* Blocks until the child has ended or `milliseconds` have passed (0: only looks). True when it has ended. */
bool sandbox_wait(const struct sandbox *sandbox, int milliseconds);

/* Memory that a child shares with its parent, zeroed; NULL when there is none. sandbox_unshare gives it back; sandbox_seal makes it
 * read-only in this process, and later children do not get it. */
void *sandbox_share(size_t bytes);
void sandbox_seal(void *memory, size_t bytes);
/* Gives the first bytes of shared memory back to the system, whole pages only: they read as zero from then on. */
void sandbox_give_back(void *memory, size_t bytes);
void sandbox_unshare(void *memory, size_t bytes);

#endif

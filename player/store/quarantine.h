/* Files that broke the program that opened them, by the hash of their bytes: named once, never opened again. It knows hashes and reasons; it
 * stops nobody from opening anything. */
#ifndef PARVIS_STORE_QUARANTINE_H
#define PARVIS_STORE_QUARANTINE_H

#include "base/instant.h"

#include <stdbool.h>
#include <stddef.h>

enum { QUARANTINE_MOST = 256, QUARANTINE_REASON_MOST = 200 };

struct quarantine_entry {
    char sha256[65];
    struct wall when;
    char reason[QUARANTINE_REASON_MOST]; /* "decoder-crashed photos/x.jpg" */
};

struct quarantine;

/* Reads the list from a file of one line each (NULL: it is kept in memory only); a missing file is an empty list, a line that is not understood is skipped. Never NULL; the
 * caller owns it. */
struct quarantine *quarantine_open(const char *file);
void quarantine_close(struct quarantine *quarantine);

bool quarantine_has(const struct quarantine *quarantine, const char *sha256);

/* Adds a hash and writes the list (through a temporary name). One that is there keeps its first reason. The oldest gives way to the
 * QUARANTINE_MOST-th. False: it could not be written (errno tells); it is in memory all the same. */
bool quarantine_add(struct quarantine *quarantine, const char *sha256, const char *reason, struct wall when);

/* Forgets everything, in the file too. */
bool quarantine_clear(struct quarantine *quarantine);

size_t quarantine_count(const struct quarantine *quarantine);
const struct quarantine_entry *quarantine_item(const struct quarantine *quarantine, size_t index);

#endif

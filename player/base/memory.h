/* The one home of the heap: memory that is either there or ends the program.
 * It knows nothing of who owns what; see arena.h for lifetimes. */
#ifndef PARVIS_BASE_MEMORY_H
#define PARVIS_BASE_MEMORY_H

#include <stddef.h>

/* Returns `bytes` of zeroed heap memory (never NULL). When the system has none left the program logs and aborts:
 * a supervisor restarts a screen faster than code can limp on without memory. Free with memory_free. */
void *memory_alloc(size_t bytes);

/* Resizes `block` (NULL allowed) to `bytes`; new bytes are not cleared. Never NULL; aborts like memory_alloc. */
void *memory_resize(void *block, size_t bytes);

/* Frees what memory_alloc or memory_resize gave; NULL is allowed. */
void memory_free(void *block);

#endif

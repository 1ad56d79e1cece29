/* Which files a playlist uses, asked by sync for an origin that is a plain folder. It joins net/ to content/, which do not know each other. */
#ifndef PARVIS_COMMANDS_SYNC_NAMES_H
#define PARVIS_COMMANDS_SYNC_NAMES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct refusal;

/* As net/plain.h wants it: paths relative to `folder`, also those that are not there yet. `self` is not used. */
bool sync_names_list(void *self, struct arena *arena, const char *folder, const char *const **paths, size_t *count, struct refusal *refusal);

#endif

/* Tells that something changed in a set of folders (inotify). It knows names; what they mean is the library's. */
#ifndef PARVIS_HOST_WATCH_H
#define PARVIS_HOST_WATCH_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct watch;

/* Watches nothing yet; NULL when the kernel has no inotify to give. */
struct watch *watch_create(void);
void watch_destroy(struct watch *watch);

/* Watches exactly these folders from now on. A folder that is missing is watched through its nearest existing parent. */
void watch_set(struct watch *watch, const char *const *folders, size_t count);

/* Readable when something changed. */
int watch_descriptor(const struct watch *watch);

/* Paths that changed since the last call, each once, in an arena; *all true when too much changed to name it (look at everything).
 * Editors' partial files (~, .swp, .part-*) are left out. */
const char *const *watch_changes(struct watch *watch, struct arena *arena, size_t *count, bool *all);

#endif

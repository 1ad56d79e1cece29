/* The ends that nobody wished, since this machine started: which file was in hand, and when. It counts; from it follow the files that are
 * left alone (two ends of the same file, as long as it is the same file) and safe mode (three ends of any within a minute). */
#ifndef PARVIS_HOST_CRASHES_H
#define PARVIS_HOST_CRASHES_H

#include "base/file.h"
#include "base/instant.h"

#include <stdbool.h>
#include <stddef.h>

enum { CRASHES_MOST = 64, CRASHES_KEY_MOST = 512, CRASHES_A_FILE = 2, CRASHES_A_MINUTE = 3 };

/* `key` names the file ("" when nothing was in hand); `stamp` is what it was like then. `last` is on the machine's clock that never jumps. */
struct crash {
    char key[CRASHES_KEY_MOST];
    struct file_stamp stamp;
    int count;
    struct mono last;
};

struct crashes {
    const char *file; /* borrowed */
    struct crash items[CRASHES_MOST]; /* the latest last */
    size_t count;
    struct mono recent[CRASHES_A_MINUTE]; /* the latest ends, the latest last */
    size_t recent_count;
};

/* Reads what earlier processes counted; a missing or damaged file counts nothing. `file` is borrowed. */
void crashes_init(struct crashes *crashes, const char *file);

/* One more, and it is written down. False: it could not be written (it counts in memory all the same). */
bool crashes_add(struct crashes *crashes, const char *key, struct file_stamp stamp, struct mono now);

/* True when the file under that key ended the program twice, and is still the same file. */
bool crashes_bars(const struct crashes *crashes, const char *key, struct file_stamp stamp);

/* True when the program ended three times within the minute before `now`. */
bool crashes_is_safe_mode(const struct crashes *crashes, struct mono now);

/* Forgets the minute, not the files: after safe mode everything is tried again. */
void crashes_forgive(struct crashes *crashes);

#endif

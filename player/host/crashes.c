#include "host/crashes.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A line: how often, when (µs), size, modified (ns), inode, key; the key last, as it may hold anything but a newline. Lines of the latest ends begin
 * with a '!'. */
enum { FILE_MOST_BYTES = 128 * 1024 };
#define MINUTE_US INT64_C(60000000)

static bool take_number(const char **text, int64_t *number)
{
    char *end = NULL;
    errno = 0;
    *number = strtoll(*text, &end, 10);
    if (end == *text || errno != 0 || (*end != ' ' && *end != '\0'))
        return false;
    *text = *end ? end + 1 : end;
    return true;
}

static void note_recent(struct crashes *crashes, struct mono when)
{
    if (crashes->recent_count == CRASHES_A_MINUTE)
        memmove(crashes->recent, crashes->recent + 1, (CRASHES_A_MINUTE - 1) * sizeof *crashes->recent);
    else
        crashes->recent_count++;
    crashes->recent[crashes->recent_count - 1] = when;
}

static struct crash *append(struct crashes *crashes)
{
    if (crashes->count == CRASHES_MOST) {
        memmove(crashes->items, crashes->items + 1, (CRASHES_MOST - 1) * sizeof *crashes->items);
        crashes->count--;
    }
    struct crash *crash = &crashes->items[crashes->count++];
    *crash = (struct crash){.count = 0};
    return crash;
}

static void read_line(struct crashes *crashes, const char *line)
{
    int64_t count = 0, when = 0, size = 0, modified = 0, inode = 0;
    if (line[0] == '!') {
        line++;
        if (take_number(&line, &when))
            note_recent(crashes, (struct mono){when});
        return;
    }
    if (!take_number(&line, &count) || !take_number(&line, &when) || !take_number(&line, &size) || !take_number(&line, &modified) ||
        !take_number(&line, &inode) || count < 1 || count > 1000 || strlen(line) >= CRASHES_KEY_MOST)
        return;
    struct crash *crash = append(crashes);
    snprintf(crash->key, sizeof crash->key, "%s", line);
    crash->count = (int)count;
    crash->last.us = when;
    crash->stamp = (struct file_stamp){.modified_ns = modified, .size_bytes = size, .inode = (uint64_t)inode};
}

void crashes_init(struct crashes *crashes, const char *file)
{
    struct arena *arena = arena_create();
    struct file_bytes bytes;
    *crashes = (struct crashes){.file = file};
    if (file_read(arena, file, FILE_MOST_BYTES, &bytes) == FILE_READ)
        for (char *line = bytes.data; *line;) {
            size_t length = strcspn(line, "\n");
            char *next = line + length + (line[length] == '\n');
            line[length] = '\0';
            read_line(crashes, line);
            line = next;
        }
    arena_destroy(arena);
}

static bool write_down(const struct crashes *crashes)
{
    struct arena *arena = arena_create();
    struct buffer text;
    buffer_init(&text, arena);
    for (size_t i = 0; i < crashes->recent_count; i++)
        buffer_format(&text, "!%" PRId64 "\n", crashes->recent[i].us);
    for (size_t i = 0; i < crashes->count; i++) {
        const struct crash *crash = &crashes->items[i];
        buffer_format(&text, "%d %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 " %s\n", crash->count, crash->last.us, crash->stamp.size_bytes,
                      crash->stamp.modified_ns, (int64_t)crash->stamp.inode, crash->key);
    }
    bool written = file_write(crashes->file, text.data, text.length);
    arena_destroy(arena);
    return written;
}

/* Links of one file have the same times and size wherever they lie, so the same file under another generation stays known. */
static bool is_same_file(struct file_stamp a, struct file_stamp b)
{
    return a.modified_ns == b.modified_ns && a.size_bytes == b.size_bytes;
}

static struct crash *find(struct crashes *crashes, const char *key)
{
    for (size_t i = 0; i < crashes->count; i++)
        if (strcmp(crashes->items[i].key, key) == 0)
            return &crashes->items[i];
    return NULL;
}

bool crashes_add(struct crashes *crashes, const char *key, struct file_stamp stamp, struct mono now)
{
    note_recent(crashes, now);
    if (key[0] && strlen(key) < CRASHES_KEY_MOST && !strchr(key, '\n')) {
        struct crash *crash = find(crashes, key);
        if (!crash)
            crash = append(crashes);
        if (crash->count > 0 && !is_same_file(crash->stamp, stamp))
            crash->count = 0;
        snprintf(crash->key, sizeof crash->key, "%s", key);
        crash->stamp = stamp;
        crash->count++;
        crash->last = now;
    }
    return write_down(crashes);
}

bool crashes_bars(const struct crashes *crashes, const char *key, struct file_stamp stamp)
{
    for (size_t i = 0; i < crashes->count; i++)
        if (crashes->items[i].count >= CRASHES_A_FILE && strcmp(crashes->items[i].key, key) == 0)
            return is_same_file(crashes->items[i].stamp, stamp);
    return false;
}

bool crashes_is_safe_mode(const struct crashes *crashes, struct mono now)
{
    if (crashes->recent_count < CRASHES_A_MINUTE)
        return false;
    /* A clock that stands before them was started anew: they are of another life. */
    int64_t since_us = now.us - crashes->recent[0].us;
    return since_us >= 0 && since_us < MINUTE_US && crashes->recent[CRASHES_A_MINUTE - 1].us <= now.us;
}

void crashes_forgive(struct crashes *crashes)
{
    crashes->recent_count = 0;
    write_down(crashes);
}

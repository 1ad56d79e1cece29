#include "store/quarantine.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"
#include "store/crypto.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST_BYTES = 128 * 1024 };

struct quarantine {
    struct arena *arena;
    const char *file;
    struct quarantine_entry entries[QUARANTINE_MOST]; /* oldest first */
    size_t count;
};

/* "sha256 milliseconds reason" */
static bool read_line(const char *line, struct quarantine_entry *entry)
{
    char *end = NULL;
    if (strlen(line) < CRYPTO_SHA256_HEX + 2 || line[CRYPTO_SHA256_HEX] != ' ')
        return false;
    memcpy(entry->sha256, line, CRYPTO_SHA256_HEX);
    entry->sha256[CRYPTO_SHA256_HEX] = '\0';
    errno = 0;
    entry->when.ms = strtoll(line + CRYPTO_SHA256_HEX + 1, &end, 10);
    if (errno != 0 || *end != ' ' || !crypto_is_sha256(entry->sha256))
        return false;
    snprintf(entry->reason, sizeof entry->reason, "%s", end + 1);
    return true;
}

static void make_room(struct quarantine *quarantine)
{
    if (quarantine->count < QUARANTINE_MOST)
        return;
    memmove(quarantine->entries, quarantine->entries + 1, (QUARANTINE_MOST - 1) * sizeof *quarantine->entries);
    quarantine->count = QUARANTINE_MOST - 1;
}

static void read_lines(struct quarantine *quarantine, char *text)
{
    for (char *line = text; *line;) {
        size_t length = strcspn(line, "\n");
        char *next = line + length + (line[length] == '\n');
        line[length] = '\0';
        struct quarantine_entry entry;
        if (read_line(line, &entry) && !quarantine_has(quarantine, entry.sha256)) {
            make_room(quarantine);
            quarantine->entries[quarantine->count++] = entry;
        }
        line = next;
    }
}

struct quarantine *quarantine_open(const char *file)
{
    struct quarantine *quarantine = memory_alloc(sizeof *quarantine);
    struct file_bytes bytes;
    quarantine->arena = arena_create();
    quarantine->file = arena_copy(quarantine->arena, file);
    struct arena *scratch = arena_create();
    if (file && file_read(scratch, file, FILE_MOST_BYTES, &bytes) == FILE_READ)
        read_lines(quarantine, bytes.data);
    arena_destroy(scratch);
    return quarantine;
}

void quarantine_close(struct quarantine *quarantine)
{
    if (!quarantine)
        return;
    arena_destroy(quarantine->arena);
    memory_free(quarantine);
}

bool quarantine_has(const struct quarantine *quarantine, const char *sha256)
{
    for (size_t i = 0; i < quarantine->count; i++)
        if (strcmp(quarantine->entries[i].sha256, sha256) == 0)
            return true;
    return false;
}

static bool write_list(const struct quarantine *quarantine)
{
    if (!quarantine->file)
        return true;
    struct arena *arena = arena_create();
    struct buffer text;
    buffer_init(&text, arena);
    for (size_t i = 0; i < quarantine->count; i++) {
        const struct quarantine_entry *entry = &quarantine->entries[i];
        buffer_format(&text, "%s %lld %s\n", entry->sha256, (long long)entry->when.ms, entry->reason);
    }
    bool written = file_write(quarantine->file, text.data, text.length);
    int reason = errno;
    arena_destroy(arena);
    errno = reason;
    return written;
}

bool quarantine_add(struct quarantine *quarantine, const char *sha256, const char *reason, struct wall when)
{
    if (!crypto_is_sha256(sha256) || quarantine_has(quarantine, sha256))
        return true;
    make_room(quarantine);
    struct quarantine_entry *entry = &quarantine->entries[quarantine->count++];
    *entry = (struct quarantine_entry){.when = when};
    memcpy(entry->sha256, sha256, CRYPTO_SHA256_HEX);
    snprintf(entry->reason, sizeof entry->reason, "%.*s", (int)strcspn(reason, "\r\n"), reason);
    return write_list(quarantine);
}

bool quarantine_clear(struct quarantine *quarantine)
{
    quarantine->count = 0;
    return write_list(quarantine);
}

size_t quarantine_count(const struct quarantine *quarantine)
{
    return quarantine->count;
}

const struct quarantine_entry *quarantine_item(const struct quarantine *quarantine, size_t index)
{
    return &quarantine->entries[index];
}

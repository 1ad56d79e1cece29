#include "host/connectors.h"

#include "base/arena.h"
#include "base/file.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAMES_MOST = 256, STATUS_MOST_BYTES = 4096, MODES_MOST_BYTES = 16384 };

/* FNV-1a, 64 bits. */
static uint64_t mix(uint64_t mark, const char *text)
{
    for (; *text; text++)
        mark = (mark ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    return (mark ^ '\n') * UINT64_C(0x100000001b3);
}

/* "card1-HDMI-A-1": the card's number, and where the connector's name begins; NULL for anything else ("card1", "renderD128"). */
static const char *connector_of(const char *name, int *card)
{
    char *end = NULL;
    if (strncmp(name, "card", 4) != 0 || name[4] < '0' || name[4] > '9')
        return NULL;
    long number = strtol(name + 4, &end, 10);
    if (*end != '-' || number > 255 || strncmp(end, "-Writeback", 10) == 0)
        return NULL;
    *card = (int)number;
    return end + 1;
}

/* The text of a small file of sysfs, "" when it cannot be read. */
static const char *text_of(struct arena *arena, const char *folder, const char *name, size_t most_bytes)
{
    struct file_bytes bytes = {0};
    return file_read(arena, file_join(arena, folder, name), most_bytes, &bytes) == FILE_READ ? bytes.data : "";
}

struct connectors connectors_look(const char *root)
{
    struct connectors found = {.presence = CONNECTORS_UNKNOWN, .card = -1, .mark = UINT64_C(0xcbf29ce484222325)};
    struct arena *arena = arena_create();
    const char *folder = arena_format(arena, "%s/sys/class/drm", root);
    size_t count = 0;
    const char **names = file_list(arena, folder, NAMES_MOST, &count);
    for (size_t i = 0; names && i < count; i++) {
        int card = -1;
        const char *connector = connector_of(names[i], &card);
        if (!connector)
            continue;
        const char *place = file_join(arena, folder, names[i]);
        const char *status = text_of(arena, place, "status", STATUS_MOST_BYTES), *modes = text_of(arena, place, "modes", MODES_MOST_BYTES);
        found.mark = mix(mix(mix(found.mark, names[i]), status), modes);
        if (found.presence == CONNECTORS_UNKNOWN)
            found.presence = CONNECTORS_ABSENT;
        bool ready = strncmp(status, "connected", 9) == 0 && modes[0] && modes[0] != '\n';
        if (!ready || (found.card >= 0 && found.card <= card))
            continue;
        found.presence = CONNECTORS_PRESENT;
        found.card = card;
        snprintf(found.name, sizeof found.name, "%s", connector);
    }
    arena_destroy(arena);
    return found;
}

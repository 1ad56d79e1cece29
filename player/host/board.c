#include "host/board.h"

#include "base/arena.h"
#include "base/file.h"

#include <stdio.h>
#include <string.h>

enum { MODEL_MOST_BYTES = 4096 };

void board_model(const char *root, char *model, size_t bytes)
{
    struct arena *arena = arena_create();
    struct file_bytes read = {.data = arena_copy(arena, "")};
    file_read(arena, arena_format(arena, "%s/sys/firmware/devicetree/base/model", root), MODEL_MOST_BYTES, &read);
    snprintf(model, bytes, "%s", read.data);
    arena_destroy(arena);
}

bool board_is_weak(const char *model)
{
    static const char *const weak[] = {"Raspberry Pi 3", "Raspberry Pi 2", "Raspberry Pi Zero", "Raspberry Pi Model", "Raspberry Pi Compute Module 3",
                                       "Raspberry Pi Compute Module Rev"};
    for (size_t i = 0; i < sizeof weak / sizeof *weak; i++)
        if (strncmp(model, weak[i], strlen(weak[i])) == 0)
            return true;
    return false;
}

/* Which computer this is, as its device tree says ("Raspberry Pi 3 Model B Plus Rev 1.3"). It knows names; what follows from one is said
 * by a single question. */
#ifndef PARVIS_HOST_BOARD_H
#define PARVIS_HOST_BOARD_H

#include <stdbool.h>
#include <stddef.h>

/* The model, "" when the machine does not say (a PC); from /sys, as a sandbox may hide /proc/device-tree. `root` is "" or the folder that stands for /. */
void board_model(const char *root, char *model, size_t bytes);

/* True for boards on which a picture of 4K would move in jerks: Raspberry Pi 1, 2, 3, Zero and Zero 2, and the modules made of them. */
bool board_is_weak(const char *model);

#endif

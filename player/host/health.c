#include "host/health.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "host/board.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

/* Bits of the firmware's answer, now and (16 higher) since the start (raspberrypi.com: get_throttled). */
enum { UNDER_VOLTAGE = 1, THROTTLED = 4, SINCE_START = 16, VALUE_MOST_BYTES = 4096, NAMES_MOST = 256 };

/* A Raspberry Pi slows down at 80 °C; where a screen hangs in the sun it is good to know before. */
enum { HOT_C = 78 };

/* Less than this, and a new generation may not fit. */
#define LITTLE_BYTES (INT64_C(200) << 20)

static bool read_number(struct arena *arena, const char *path, int base, int64_t *number)
{
    struct file_bytes bytes;
    char *end = NULL;
    if (file_read(arena, path, VALUE_MOST_BYTES, &bytes) != FILE_READ)
        return false;
    errno = 0;
    *number = strtoll(bytes.data, &end, base);
    return end != bytes.data && errno == 0;
}

/* The firmware's bits: the platform device has lain under two names. */
static bool read_firmware(struct health *health, struct arena *arena, const char *root)
{
    static const char *const places[] = {"devices/platform/soc/soc:firmware/get_throttled", "devices/platform/soc@107c000000/soc@107c000000:firmware/get_throttled"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        int64_t bits = 0;
        if (!read_number(arena, arena_format(arena, "%s/sys/%s", root, places[i]), 16, &bits))
            continue;
        health->power_low = (bits & UNDER_VOLTAGE) != 0;
        health->power_was_low = (bits >> SINCE_START & UNDER_VOLTAGE) != 0;
        health->throttled = (bits & THROTTLED) != 0;
        health->was_throttled = (bits >> SINCE_START & THROTTLED) != 0;
        return true;
    }
    return false;
}

/* The kernel's own watch over the voltage (driver raspberrypi-hwmon): one sensor among others. */
static bool read_sensor(struct health *health, struct arena *arena, const char *root)
{
    const char *folder = arena_format(arena, "%s/sys/class/hwmon", root);
    size_t count = 0;
    const char **names = file_list(arena, folder, NAMES_MOST, &count);
    for (size_t i = 0; names && i < count; i++) {
        struct file_bytes name;
        int64_t alarm = 0;
        const char *sensor = file_join(arena, folder, names[i]);
        if (file_read(arena, file_join(arena, sensor, "name"), VALUE_MOST_BYTES, &name) != FILE_READ || strncmp(name.data, "rpi_volt", 8) != 0 ||
            !read_number(arena, file_join(arena, sensor, "in0_lcrit_alarm"), 10, &alarm))
            continue;
        health->power_low = health->power_was_low = alarm != 0;
        return true;
    }
    return false;
}

/* Errors that the file systems on cards have counted; other disks have their own keepers. */
static void read_card(struct health *health, struct arena *arena, const char *root)
{
    const char *folder = arena_format(arena, "%s/sys/fs/ext4", root);
    size_t count = 0;
    const char **names = file_list(arena, folder, NAMES_MOST, &count);
    for (size_t i = 0; names && i < count; i++) {
        int64_t errors = 0;
        if (strncmp(names[i], "mmcblk", 6) != 0 ||
            !read_number(arena, arena_format(arena, "%s/%s/errors_count", folder, names[i]), 10, &errors))
            continue;
        health->knows_card = true;
        health->card_errors += errors;
    }
}

void health_read(struct health *health, const char *root, const char *state)
{
    struct arena *arena = arena_create();
    struct statvfs disk;
    int64_t millidegrees = 0;
    *health = (struct health){0};
    board_model(root, health->model, sizeof health->model);
    health->knows_power = read_firmware(health, arena, root) || read_sensor(health, arena, root);
    health->knows_temperature = read_number(arena, arena_format(arena, "%s/sys/class/thermal/thermal_zone0/temp", root), 10, &millidegrees);
    health->temperature_c = (int)(millidegrees / 1000);
    read_card(health, arena, root);
    if (state && statvfs(state, &disk) == 0) {
        health->free_bytes = (int64_t)disk.f_bavail * (int64_t)disk.f_frsize;
        health->total_bytes = (int64_t)disk.f_blocks * (int64_t)disk.f_frsize;
    }
    arena_destroy(arena);
}

void health_judge(const struct health *health, struct diags *diags)
{
    const struct place nowhere = {0};
    if (health->power_low)
        diag_add(diags, DIAG_ERROR, nowhere, "power-low",
                 "l’alimentation est trop faible ; utilisez le bloc d’alimentation officiel et un câble court",
                 "the power supply is too weak; use the official one and a short cable");
    else if (health->power_was_low)
        diag_add(diags, DIAG_WARNING, nowhere, "power-was-low",
                 "l’alimentation a été trop faible depuis le démarrage ; vérifiez le bloc d’alimentation et le câble",
                 "the power supply was too weak since the start; check it and its cable");
    if (health->knows_temperature && health->temperature_c >= HOT_C)
        diag_add(diags, DIAG_WARNING, nowhere, "hot", "la carte est à %d °C ; aérez-la, ou ajoutez un dissipateur",
                 "the board is at %d °C; give it air, or a heat sink", health->temperature_c);
    if (health->card_errors > 0)
        diag_add(diags, DIAG_ERROR, nowhere, "card-errors", "la carte mémoire a des erreurs (%lld) ; remplacez-la",
                 "the memory card has errors (%lld); replace it", (long long)health->card_errors);
    if (health->total_bytes > 0 && health->free_bytes < LITTLE_BYTES)
        diag_add(diags, DIAG_WARNING, nowhere, "disk-nearly-full", "il reste %lld Mo sur la carte ; libérez de la place",
                 "%lld MB are left on the card; make room", (long long)(health->free_bytes >> 20));
}

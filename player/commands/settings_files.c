#include "commands/settings_files.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/log.h"
#include "commands/command.h"
#include "content/settings.h"

#include <stddef.h>
#include <string.h>

void settings_files_load(struct settings *settings, const struct command *command, bool machine, struct diags *diags)
{
    static const char *const places[] = {"/etc/parvis/parvis.yaml", "/boot/firmware/parvis.yaml"};
    settings_init(settings);
    for (size_t i = 0; i < command->settings_count; i++)
        settings_read(settings, command->settings[i], false, diags);
    for (size_t i = 0; machine && command->settings_count == 0 && i < sizeof places / sizeof *places; i++)
        settings_read(settings, places[i], true, diags);
}

bool settings_files_is_one(const char *source)
{
    struct file_stamp stamp;
    return strcmp(file_base(source), "parvis.yaml") == 0 && file_stat(source, &stamp);
}

void settings_files_report(const struct command *command, const struct diags *diags)
{
    struct arena *arena = arena_create();
    for (size_t i = 0; i < diags->count; i++)
        log_line(LOG_WARNING, "%s", diag_line(arena, &diags->items[i], command->english));
    arena_destroy(arena);
}

struct command settings_files_apply(const struct command *command, const struct settings *settings)
{
    struct command with = *command;
    if (!command->rotate_said && settings->display.has_rotate)
        with.rotate_degrees = settings->display.rotate_degrees;
    if (!command->language_said && settings->language)
        with.english = strcmp(settings->language, "en") == 0;
    return with;
}

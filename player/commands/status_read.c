#include "commands/status_read.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/json.h"
#include "commands/command.h"
#include "content/settings.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { FILE_MOST_BYTES = 1024 * 1024, SOURCES_MOST = 100 };

/* A sync that has not been heard of for three of its waits and two minutes is not there any more; the show writes every minute, and takes
 * what came at once. */
enum { WAITS = 3, GRACE_S = 120, SHOW_STILL_S = 300, ADOPT_S = 90 };

/* Of the package: systemd's StateDirectory= and RuntimeDirectory=. */
static const char machine_state[] = "/var/lib/parvis", machine_run[] = "/run/parvis";

static void add_problem(struct status_read *read, const char *code, const char *french, const char *english)
{
    if (read->problem_count < STATUS_READ_PROBLEMS_MOST)
        refusal_set(&read->problems[read->problem_count++], code, "%s%.0s", "%.0s%s", french, english);
}

/* --- which store is meant ---------------------------------------------------------------------------------------------------------------- */

static bool is_store(struct arena *arena, const char *state)
{
    return file_is_directory(file_join(arena, state, "obj"));
}

/* A desk that tried addresses has a store for each: the only one, or a message. */
static bool choose_of_desk(const struct command *command, struct status_read *read, struct arena *arena)
{
    size_t count = 0;
    const char *folder = file_join(arena, read->place.state, sync_place_folder);
    const char **names = file_list(arena, folder, SOURCES_MOST, &count);
    if (!names || count == 0)
        return true;
    if (count == 1) {
        const char *below = file_join(arena, sync_place_folder, names[0]);
        read->place = (struct sync_place){.state = file_join(arena, read->place.state, below), .run = file_join(arena, read->place.run, below)};
        return true;
    }
    command_say(command, "%zu sources sont connues ici ; dites laquelle : parvis status ADRESSE (ou --state %s/…)",
                "%zu sources are known here; say which: parvis status ADDRESS (or --state %s/...)", count, folder);
    return false;
}

/* As sync and play choose; typed by hand on a machine that has the package, the service's own. */
static bool choose_place(const struct command *command, const struct settings *settings, struct status_read *read, struct arena *arena)
{
    const char *systemd = getenv("STATE_DIRECTORY");
    read->is_machine = systemd && *systemd && !command->state;
    bool said = command->state || command->source || command->settings_count > 0 || (systemd && *systemd);
    read->place = sync_place(command, command->source ? command->source : command->settings_count > 0 ? settings->source : NULL, arena);
    if (said)
        return true;
    if (settings->files > 0 && file_is_directory(machine_state)) {
        read->place = (struct sync_place){.state = machine_state, .run = machine_run};
        read->is_machine = true;
        return true;
    }
    return is_store(arena, read->place.state) || choose_of_desk(command, read, arena);
}

/* --- what lies there --------------------------------------------------------------------------------------------------------------------- */

/* The status file of a role; NULL: none, or not whole. */
static struct json *read_file(struct arena *arena, const char *folder, const char *name, const char **text, struct file_stamp *stamp)
{
    struct file_bytes bytes;
    const char *path = file_join(arena, folder, name);
    *text = "null";
    if (!file_stat(path, stamp) || file_read(arena, path, FILE_MOST_BYTES, &bytes) != FILE_READ)
        return NULL;
    struct json *root = json_parse(bytes.data, bytes.length, FILE_MOST_BYTES, NULL);
    if (!root)
        return NULL;
    while (bytes.length > 0 && bytes.data[bytes.length - 1] == '\n')
        bytes.data[--bytes.length] = '\0';
    *text = bytes.data;
    return root;
}

static struct wall instant_of(const struct json *map, const char *key)
{
    struct wall wall = WALL_ALWAYS;
    const char *text = json_get_text(map, key);
    if (text)
        instant_parse(text, NULL, &wall, NULL, NULL);
    return wall;
}

static void add_error(struct status_read *read, const struct json *error)
{
    const char *code = json_get_text(error, "code"), *french = json_get_text(error, "french"), *english = json_get_text(error, "english");
    if (code && french && english)
        add_problem(read, code, french, english);
}

static void sync_stopped(struct status_read *read)
{
    add_problem(read, "sync-stopped",
                "plus rien n’est demandé au serveur ; sur une machine installée : systemctl restart parvis-sync ; sur un poste, relancez parvis",
                "the server is not asked any more; on an installed machine: systemctl restart parvis-sync; on a desk start parvis again");
}

/* A first round has no next one yet; a command that was to ask once has none either, but says how it ended. */
static void read_sync(struct status_read *read, struct wall now, int64_t modified_ns)
{
    int64_t next_s = 0;
    read->has_sync = read->sync != NULL;
    if (!read->sync) {
        if (read->is_machine && settings_is_address(read->source))
            sync_stopped(read);
        return;
    }
    const char *state = json_get_text(read->sync, "state");
    bool goes_on = state && strcmp(state, "waiting") == 0;
    read->checked = instant_of(read->sync, "checked");
    read->changed = instant_of(read->sync, "changed");
    if (json_get_text(read->sync, "source"))
        read->source = json_get_text(read->sync, "source");
    add_error(read, json_get(read->sync, "error"));
    json_get_whole(read->sync, "next_s", 0, INT32_MAX, &next_s);
    if ((next_s > 0 || goes_on) && now.ms - modified_ns / 1000000 > (WAITS * next_s + GRACE_S) * 1000)
        sync_stopped(read);
}

static void show_stopped(struct status_read *read)
{
    add_problem(read, "show-stopped", "l’affichage ne donne plus de nouvelles ; redémarrez : systemctl restart parvis-show",
                "the show is not heard of any more; start it again: systemctl restart parvis-show");
}

/* What came in is not what is on screen. A show that plays a folder has no generation, and need not have one. */
static void compare_generations(struct status_read *read, struct wall now, struct arena *arena)
{
    struct file_stamp current;
    int64_t shown = 0;
    bool has_one = json_get_whole(read->show, "generation", 1, INT64_MAX, &shown);
    if (read->generation == 0 || shown == read->generation || (!has_one && !settings_is_address(read->source)) ||
        !file_stat(file_join(arena, read->place.state, "current"), &current) || now.ms - current.modified_ns / 1000000 < ADOPT_S * 1000)
        return;
    add_problem(read, "generation-not-shown",
                "ce qui est arrivé n’est pas ce qui est à l’écran ; publiez de nouveau, ou voyez journalctl -u parvis-show",
                "what came in is not what is on screen; publish again, or see journalctl -u parvis-show");
}

static void read_show(struct status_read *read, struct wall now, int64_t modified_ns, struct arena *arena)
{
    bool safe = false;
    read->has_show = read->show != NULL;
    if (!read->show) {
        if (read->is_machine)
            show_stopped(read);
        return;
    }
    const char *display = json_get_text(read->show, "display"), *clock = json_get_text(read->show, "clock");
    if (now.ms - modified_ns / 1000000 > SHOW_STILL_S * 1000)
        show_stopped(read);
    if (display && strcmp(display, "absent") == 0)
        add_problem(read, "display-absent", "aucun écran n’est branché, ou il est éteint ; vérifiez le câble et le téléviseur",
                    "no screen is connected, or it is off; check the cable and the television");
    if (clock && strcmp(clock, "untrusted") == 0)
        add_problem(read, "clock", "horloge non réglée : les comptes à rebours attendent ; branchez le réseau, ou réglez l’heure",
                    "clock not set: countdowns wait; connect the network, or set the time");
    if (json_get_flag(read->show, "safe_mode", &safe) && safe)
        add_problem(read, "safe-mode", "l’affichage s’est arrêté plusieurs fois de suite et montre l’essentiel ; voyez journalctl -u parvis-show",
                    "the show ended several times in a row and shows the essential; see journalctl -u parvis-show");
    else
        compare_generations(read, now, arena);
    if (json_count(json_get(read->show, "quarantined")) > 0)
        add_problem(read, "quarantined", "un fichier faisait tomber l’affichage et a été mis de côté ; voyez parvis status --json, puis remplacez-le",
                    "a file made the show fall and was set aside; see parvis status --json, then replace it");
    const struct json *problems = json_get(json_get(read->show, "machine"), "problems");
    for (size_t i = 0; i < json_count(problems); i++)
        add_error(read, json_item(problems, i));
}

/* The disk of the store, or of the nearest folder above that is there. */
static int64_t free_bytes(struct arena *arena, const char *state)
{
    struct statvfs status;
    const char *folder = state;
    while (statvfs(folder, &status) != 0) {
        if (strcmp(folder, "/") == 0 || strcmp(folder, ".") == 0)
            return -1;
        folder = file_directory(arena, folder);
    }
    return (int64_t)((uint64_t)status.f_bavail * (uint64_t)status.f_frsize);
}

bool status_read(struct status_read *read, const struct command *command, const struct settings *settings, struct wall now, struct arena *arena)
{
    struct file_stamp sync_stamp = {0}, show_stamp = {0};
    *read = (struct status_read){.checked = WALL_ALWAYS, .changed = WALL_ALWAYS};
    if (!choose_place(command, settings, read, arena))
        return false;
    read->source = command->source ? command->source : settings->source;
    read->sync = read->roots[0] = read_file(arena, read->place.run, "sync.json", &read->sync_text, &sync_stamp);
    read->show = read->roots[1] = read_file(arena, read->place.run, "show.json", &read->show_text, &show_stamp);
    struct store *store = store_open(read->place.state);
    read->generation = store_current(store);
    store_close(store);
    read->free_bytes = free_bytes(arena, read->place.state);
    read_sync(read, now, sync_stamp.modified_ns);
    read_show(read, now, show_stamp.modified_ns, arena);
    bool plays_folder = read->has_show && read->source && !settings_is_address(read->source);
    if (read->generation == 0 && read->problem_count == 0 && (read->has_sync || !read->has_show) && !plays_folder)
        add_problem(read, "nothing-yet", "rien n’a encore été reçu ; attendez une minute, ou essayez parvis sync ADRESSE --once",
                    "nothing has come in yet; wait a minute, or try parvis sync ADDRESS --once");
    if (read->free_bytes >= 0 && read->free_bytes < STORE_RESERVE_BYTES)
        add_problem(read, "disk-full", "le disque est plein ; libérez de la place, l’image ne change pas d’ici là",
                    "the disk is full; free some space, the picture stays as it is until then");
    return true;
}

void status_read_finish(struct status_read *read)
{
    json_destroy(read->roots[0]);
    json_destroy(read->roots[1]);
}

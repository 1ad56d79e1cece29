#include "commands/command.h"
#include "commands/settings_files.h"
#include "commands/sync_file.h"
#include "commands/sync_names.h"
#include "commands/sync_place.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/log.h"
#include "content/settings.h"
#include "host/clock.h"
#include "host/notify.h"
#include "host/poller.h"
#include "net/address.h"
#include "net/fetch.h"
#include "net/folder.h"
#include "net/sync.h"
#include "store/signature.h"
#include "store/store.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

enum { PROGRESS_US = 2000000 }; /* a long reception says so often how far it is */
enum { SIGN_US = 10000000 };    /* and one long file, that it still comes */
enum { PATIENCE_S = 20, STORE_RETRY_MS = 30 * 1000, IDLE_MS = 10 * 1000 };

/* All of one run, opened in this order and closed in reverse. */
struct run {
    struct command command; /* with the settings in it */
    struct settings settings;
    struct arena *arena;
    struct poller *poller;
    struct notify *notify;
    struct clock_source clock;
    struct mono beaten, published;
    const char *source, *shown;
    struct address address;
    bool is_folder;
    struct signature_key keys[SIGNATURE_KEYS_MOST];
    size_t key_count;
    struct sync_place place;
    struct sync_file *file;
    struct fetch fetch;
    struct store *store;
    struct sync *sync;
    const char *told; /* code of the error that the journal knows; "" */
    unsigned told_updates;
};

/* --- what was asked for ------------------------------------------------------------------------------------------------------------------ */

/* A public key as it is written, or a file that holds one. */
static bool read_key(struct run *run, const char *text)
{
    struct file_bytes bytes;
    bool known = signature_read_key(text, strlen(text), &run->keys[run->key_count]) ||
                 (file_read(run->arena, text, SIGNATURE_MOST_BYTES, &bytes) == FILE_READ &&
                  signature_read_key(bytes.data, bytes.length, &run->keys[run->key_count]));
    if (known)
        run->key_count++;
    else
        command_say(&run->command, "« %s » n’est pas une clé publique ni un fichier qui en contient une ; exemple : --trusted-key cle.pub",
                    "\"%s\" is no public key and no file that holds one; example: --trusted-key key.pub", text);
    return known;
}

/* Those of the command line stand alone; else those of the settings. A key that cannot be read stops everything: to go on without it would be
 * to trust anybody. */
static bool read_keys(struct run *run)
{
    const struct command *command = &run->command;
    bool said = command->trusted_key_count > 0;
    const char *const *texts = said ? command->trusted_keys : run->settings.keys;
    size_t count = said ? command->trusted_key_count : run->settings.key_count;
    if (count > SIGNATURE_KEYS_MOST) {
        command_say(command, "%zu clés de confiance ; %d au plus", "%zu trusted keys; at most %d", count, SIGNATURE_KEYS_MOST);
        return false;
    }
    if (count == 0 && run->settings.damaged) {
        command_say(command, "les réglages n’ont pas pu être lus en entier : ils nomment peut-être des clés, et sans elles rien n’est accepté ; corrigez-les",
                    "the settings could not be read whole: they may name keys, and without them nothing is accepted; mend them");
        return false;
    }
    for (size_t i = 0; i < count; i++)
        if (!read_key(run, texts[i]))
            return false;
    return true;
}

static bool read_source(struct run *run)
{
    const struct command *command = &run->command;
    bool allow_http = command->allow_http || run->settings.allow_http;
    switch (address_read(run->arena, run->source, allow_http, &run->address)) {
    case ADDRESS_READ:
        run->shown = run->address.shown;
        return true;
    case ADDRESS_FOLDER:
        run->is_folder = true;
        run->shown = run->source;
        return true;
    case ADDRESS_SCHEME:
        command_say(command, "« %s » n’est pas une adresse https:// ni un dossier", "\"%s\" is no https:// address and no folder", run->source);
        return false;
    case ADDRESS_INSECURE:
        command_say(command, "%s n’est pas chiffrée ; écrivez https://, ou ajoutez --allow-http si ce réseau est sûr",
                    "%s is not encrypted; write https://, or add --allow-http if this network is safe", run->source);
        return false;
    case ADDRESS_BROKEN:
        break;
    }
    command_say(command, "« %s » n’est pas une adresse que l’on peut ouvrir ; exemple : https://exemple.fr/ecran/",
                "\"%s\" is no address that can be opened; example: https://example.org/screen/", run->source);
    return false;
}

/* --- while it runs ----------------------------------------------------------------------------------------------------------------------- */

static void beat(struct run *run)
{
    struct mono now = clock_now(&run->clock).mono;
    int64_t watchdog_us = notify_watchdog_us(run->notify);
    if (watchdog_us > 0 && now.us - run->beaten.us >= watchdog_us / 4 && notify_heartbeat(run->notify))
        run->beaten = now;
}

/* False: asked to leave. */
static bool sleep_ms(struct run *run, int64_t ms)
{
    int64_t watchdog_us = notify_watchdog_us(run->notify), left_us = ms * 1000;
    do {
        int64_t piece_us = watchdog_us > 0 && left_us > watchdog_us / 4 ? watchdog_us / 4 : left_us;
        if (!poller_wait(run->poller, NULL, 0, piece_us))
            return false;
        beat(run);
        left_us -= piece_us;
    } while (left_us > 0);
    return true;
}

static uint32_t random_number(void *self)
{
    uint32_t number = 0;
    (void)self;
    if (getrandom(&number, sizeof number, GRND_NONBLOCK) != (ssize_t)sizeof number)
        log_line(LOG_DEBUG, "no random number yet");
    return number;
}

/* To the journal: what is new only. Somebody who typed the command is told at its end. */
static void tell_journal(struct run *run, const struct sync_report *report)
{
    const char *code = report->error.code ? report->error.code : "";
    if (run->command.once)
        return;
    if (report->error.code && strcmp(code, run->told) != 0)
        log_line(LOG_WARNING, "sync: %s: %s", code, run->command.english ? report->error.english : report->error.french);
    else if (!report->error.code && run->told[0])
        log_line(LOG_NOTICE, "sync: %s is fine again", run->shown);
    if (report->updates != run->told_updates)
        log_line(LOG_NOTICE, "sync: generation %lld is here", (long long)report->generation);
    run->told = code;
    run->told_updates = report->updates;
}

static void publish(struct run *run, const struct sync_report *report)
{
    tell_journal(run, report);
    /* The status file is the other one's, who is well. */
    if (report->error.code && strcmp(report->error.code, "store-busy") == 0)
        return;
    struct sync_report written = *report;
    if (run->command.once)
        written.next_ms = 0; /* nobody will ask again, and nobody need wonder why */
    sync_file_write(run->file, &written);
    notify_status(run->notify, report->error.code ? report->error.english : report->health == SYNC_OK ? "up to date" : "asking");
}

/* Asked by the fetch at least once a second. One object on a slow line takes half an hour: meanwhile the status is written anew, or it would
 * look as if nobody were there. */
static bool go_on(void *self)
{
    struct run *run = self;
    struct mono now = clock_now(&run->clock).mono;
    if (now.us - run->published.us >= SIGN_US) {
        run->published = now;
        publish(run, sync_report(run->sync));
    }
    beat(run);
    return poller_wait(run->poller, NULL, 0, 0);
}

/* The store may be on a disk that is full or read-only now and is not later; another sync may hold it. False: asked to leave, or once. */
static bool open_store(struct run *run, int *code)
{
    struct sync_report report = {.health = SYNC_ERROR, .checked = WALL_ALWAYS, .changed = WALL_ALWAYS, .next_ms = STORE_RETRY_MS};
    for (;;) {
        run->store = store_open_writer(run->place.state, &report.error);
        if (run->store)
            return true;
        struct store *reader = store_open(run->place.state);
        report.generation = store_current(reader);
        store_close(reader);
        publish(run, &report);
        if (run->command.once) {
            command_say(&run->command, "%s%.0s", "%.0s%s", report.error.french, report.error.english);
            *code = EXIT_FAILED;
            return false;
        }
        if (!sleep_ms(run, STORE_RETRY_MS))
            return false;
    }
}

static void say_result(const struct run *run, const struct sync_report *report)
{
    if (report->error.code)
        command_say(&run->command, "%s%.0s", "%.0s%s", report->error.french, report->error.english);
    else if (report->updates > 0)
        printf(run->command.english ? "generation %lld, new (files fetched: %u)\n" : "génération %lld, nouvelle (fichiers reçus : %u)\n",
               (long long)report->generation, report->fetched);
    else
        printf(run->command.english ? "generation %lld, up to date\n" : "génération %lld, à jour\n", (long long)report->generation);
}

/* Rounds until asked to leave, or one. */
static int loop(struct run *run)
{
    const struct sync_report *report = sync_report(run->sync);
    run->published = clock_now(&run->clock).mono;
    publish(run, report);
    for (;;) {
        struct now now = clock_now(&run->clock);
        struct mono due = sync_step(run->sync, now);
        if (sync_state(run->sync) == SYNC_LEFT)
            break;
        if (sync_state(run->sync) == SYNC_ASLEEP || now.mono.us - run->published.us >= PROGRESS_US) {
            publish(run, report);
            run->published = now.mono;
        }
        if (run->command.once && report->rounds > 0) {
            say_result(run, report);
            return report->health == SYNC_OK ? EXIT_FINE : EXIT_FAILED;
        }
        int64_t left_us = due.us - clock_now(&run->clock).mono.us;
        if (!sleep_ms(run, left_us > 0 ? (left_us + 999) / 1000 : 0))
            break;
    }
    if (!run->command.once)
        return EXIT_FINE;
    command_say(&run->command, "arrêté avant la fin ; rien n’a changé", "stopped before the end; nothing has changed");
    return EXIT_FAILED;
}

static int64_t poll_ms(const struct run *run)
{
    return (run->command.poll_s ? run->command.poll_s : run->settings.poll_s) * INT64_C(1000);
}

static int fetch_and_loop(struct run *run)
{
    int code = EXIT_FINE;
    if (!open_store(run, &code))
        return code;
    const struct fetch_settings fetch = {.address = &run->address,
                                         .agent = command_agent,
                                         .ca = run->command.ca,
                                         .patience_ms = (run->command.patience_s ? run->command.patience_s : PATIENCE_S) * INT64_C(1000),
                                         .go_on = go_on,
                                         .go_on_self = run};
    if (run->is_folder)
        folder_create(&run->fetch, run->source, go_on, run);
    else if (!fetch_create(&run->fetch, &fetch)) {
        command_say(&run->command, "la bibliothèque libcurl (libcurl.so.4) manque ou ne démarre pas ; installez le paquet libcurl4",
                    "the library libcurl (libcurl.so.4) is missing or does not start; install the package libcurl4");
        return EXIT_FAILED;
    }
    const struct sync_settings settings = {.store = run->store,
                                           .fetch = &run->fetch,
                                           .source = run->shown,
                                           .keys = run->keys,
                                           .key_count = run->key_count,
                                           .poll_ms = poll_ms(run),
                                           .random = random_number,
                                           .names = {.list = sync_names_list}};
    run->sync = sync_create(&settings);
    code = loop(run);
    sync_destroy(run->sync);
    run->fetch.destroy(run->fetch.self);
    return code;
}

/* A service that has nothing to fetch: the show plays a folder by itself (unless there are keys), or nothing was set up yet. It stays, so that nobody starts it again
 * and again. */
static int stay_idle(struct run *run)
{
    log_line(LOG_NOTICE, "sync: no address to fetch from; set `source` in parvis.yaml and start again");
    notify_ready(run->notify);
    notify_status(run->notify, "no source");
    const struct sync_report report = {.health = SYNC_WAITING, .checked = WALL_ALWAYS, .changed = WALL_ALWAYS, .next_ms = IDLE_MS};
    run->place = sync_place(&run->command, NULL, run->arena);
    run->file = sync_file_create(run->place.run, NULL);
    do
        sync_file_write(run->file, &report); /* still here; and the addresses may be others */
    while (sleep_ms(run, IDLE_MS));
    sync_file_destroy(run->file);
    return EXIT_FINE;
}

static int run_sync(struct run *run)
{
    const struct command *command = &run->command;
    run->source = command->source ? command->source : run->settings.source;
    bool is_shows = !command->source && !settings_is_address(run->source) && run->settings.key_count == 0;
    if (command->service && (!run->source || is_shows))
        return stay_idle(run);
    if (!run->source) {
        command_say(command, "il manque la source ; exemple : parvis sync https://exemple.fr/ecran/",
                    "the source is missing; example: parvis sync https://example.org/screen/");
        return EXIT_USAGE;
    }
    if (!read_source(run) || !read_keys(run))
        return EXIT_USAGE;
    run->place = sync_place(command, run->source, run->arena);
    run->file = sync_file_create(run->place.run, run->shown);
    notify_ready(run->notify);
    int code = fetch_and_loop(run);
    store_close(run->store);
    sync_file_destroy(run->file);
    return code;
}

/* As the show believes its clock: what says « horloge non réglée » here hides the countdowns there. */
static enum clock_trust trust_of(const struct run *run)
{
    if (run->settings.clock == SETTINGS_CLOCK_UNSAID)
        return run->command.service ? CLOCK_TRUST_NETWORK : CLOCK_TRUST_MACHINE;
    return run->settings.clock == SETTINGS_CLOCK_NETWORK ? CLOCK_TRUST_NETWORK : CLOCK_TRUST_MACHINE;
}

int sync_command(const struct command *command)
{
    struct run run = {.poller = poller_create(), .told = ""};
    if (!run.poller) {
        command_say(command, "le système n’a plus de descripteur à donner", "the system has no descriptor left to give");
        return EXIT_FAILED;
    }
    /* A server that goes away while it is written to is an error of that write, not the end of the program. */
    signal(SIGPIPE, SIG_IGN);
    struct diags problems;
    diag_init(&problems);
    settings_files_load(&run.settings, command, command->service, &problems);
    run.command = settings_files_apply(command, &run.settings);
    settings_files_report(&run.command, &problems);
    diag_finish(&problems);
    run.arena = arena_create();
    run.notify = notify_create();
    clock_init_trust(&run.clock, trust_of(&run), NULL);
    int code = run_sync(&run);
    notify_destroy(run.notify);
    arena_destroy(run.arena);
    settings_finish(&run.settings);
    poller_destroy(run.poller);
    return code;
}

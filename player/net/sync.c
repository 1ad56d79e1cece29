#include "net/sync.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/memory.h"
#include "net/fetch.h"
#include "net/intake.h"
#include "net/pace.h"
#include "net/recall.h"
#include "net/standing.h"
#include "store/accept.h"
#include "store/crypto.h"
#include "store/generations.h"
#include "store/manifest.h"
#include "store/objects.h"
#include "store/signature.h"
#include "store/store.h"

#include <string.h>

static const char manifest_name[] = "manifest.json";
static const char signature_name[] = "manifest.json.minisig";

/* After so many answers "not modified" in a row (an hour at 30 s) it is asked without a condition: a cache on the way may be wrong. */
enum { UNCHANGED_MOST = 120 };

/* Objects are read again piece by piece, one piece an hour: a bit that turned is found within weeks, and costs next to nothing. */
#define SCRUB_EVERY_US (INT64_C(3600) * 1000000)
#define SCRUB_PIECE_BYTES (INT64_C(8) << 20)

/* What will be put on screen: borrowed from the texts that came, or from the round's arena. `signature` NULL: none. */
struct offer {
    const char *text;
    size_t length;
    const char *signature;
};

struct sync {
    struct sync_settings settings;
    enum sync_state state;
    struct now now;
    struct mono due;
    struct intake intake;
    struct pace pace;
    struct sync_report report;

    struct arena *memory; /* of recall */
    struct recall recall;
    struct standing standing;
    char keys[INTAKE_SHA256_SIZE]; /* fingerprint of the trusted keys; "" without */
    int unchanged;                 /* answers "not modified" in a row */
    struct mono scrubbed;
    size_t scrub_at;

    /* of a round */
    struct arena *round;
    bool second_look; /* this is the second one, at once */
    bool untidy;      /* older generations, or what a power cut left of removing them, may lie here */
    struct intake_bytes text, signature;
    bool has_signature;
    char etag[FETCH_TAG_MOST], last_modified[FETCH_DATE_MOST]; /* of the manifest that came */
    struct manifest *manifest;
    struct offer offer;
    size_t *missing;
    size_t missing_count, missing_at;
    struct plain *plain;
};

const char *sync_state_name(enum sync_state state)
{
    static const char *const names[] = {
        [SYNC_MANIFEST] = "manifest", [SYNC_SIGNATURE] = "signature", [SYNC_DECIDE] = "decide",
        [SYNC_MISSING] = "missing",   [SYNC_OBJECTS] = "objects",     [SYNC_PLAIN] = "plain",
        [SYNC_COMMIT] = "commit",     [SYNC_ASLEEP] = "asleep",       [SYNC_LEFT] = "left",
    };
    return names[state];
}

static void enter(struct sync *sync, enum sync_state state)
{
    log_line(LOG_DEBUG, "sync: %s -> %s", sync_state_name(sync->state), sync_state_name(state));
    sync->state = state;
}

/* --- what is here ---------------------------------------------------------------------------------------------------------------------- */

static void look_at_current(struct sync *sync)
{
    standing_read(&sync->standing, sync->settings.store);
    sync->report.generation = store_current(sync->settings.store);
}

/* The order of the keys does not matter, but changing it costs one whole manifest only. */
static void fingerprint_keys(struct sync *sync)
{
    const struct sync_settings *settings = &sync->settings;
    if (settings->key_count > 0)
        crypto_sha256_of(settings->keys, settings->key_count * sizeof *settings->keys, sync->keys);
}

static bool same_text(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

/* What is remembered is of this origin, and was checked with these keys. */
static bool recall_fits(const struct sync *sync)
{
    return same_text(sync->recall.source, sync->settings.source) && same_text(sync->recall.keys, sync->keys);
}

struct sync *sync_create(const struct sync_settings *settings)
{
    struct sync *sync = memory_alloc(sizeof *sync);
    sync->settings = *settings;
    sync->state = SYNC_MANIFEST;
    sync->untidy = true;
    sync->memory = arena_create();
    sync->round = arena_create();
    sync->intake = (struct intake){.store = settings->store, .fetch = settings->fetch, .source = settings->source, .retry_after_s = -1};
    sync->pace = (struct pace){.poll_ms = settings->poll_ms, .random = settings->random, .random_self = settings->random_self};
    recall_read(&sync->recall, sync->memory, settings->store);
    sync->report.checked = WALL_ALWAYS;
    sync->report.changed = sync->recall.changed;
    fingerprint_keys(sync);
    look_at_current(sync);
    return sync;
}

void sync_destroy(struct sync *sync)
{
    if (!sync)
        return;
    plain_destroy(sync->plain);
    intake_bytes_finish(&sync->text);
    intake_bytes_finish(&sync->signature);
    arena_destroy(sync->round);
    arena_destroy(sync->memory);
    memory_free(sync);
}

/* --- how a round ends ------------------------------------------------------------------------------------------------------------------ */

static void sleep_for(struct sync *sync, int64_t ms)
{
    plain_destroy(sync->plain);
    sync->plain = NULL;
    intake_bytes_finish(&sync->text);
    intake_bytes_finish(&sync->signature);
    arena_reset(sync->round);
    sync->manifest = NULL;
    sync->missing = NULL;
    sync->due = (struct mono){sync->now.mono.us + ms * 1000};
    sync->report.arriving = sync->report.arrived = 0;
    sync->report.next_ms = ms;
    enter(sync, SYNC_ASLEEP);
}

static void end_well(struct sync *sync)
{
    struct sync_report *report = &sync->report;
    if (sync->untidy)
        generations_clean(sync->settings.store, NULL);
    sync->untidy = false;
    report->health = SYNC_OK;
    report->error = (struct refusal){0};
    report->checked = sync->now.wall;
    report->rounds++;
    sync->second_look = false;
    sleep_for(sync, pace_after_success(&sync->pace));
}

/* An origin that was copied by half looks like this: the next look may find it whole. */
static bool is_half_copied(const char *code)
{
    static const char *const codes[] = {"signature-wrong", "signature-missing", "signature-malformed", "manifest-broken"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(code, codes[i]) == 0)
            return true;
    return false;
}

static void end_badly(struct sync *sync)
{
    struct sync_report *report = &sync->report;
    const struct refusal *refusal = &sync->intake.refusal;
    if (sync->intake.left) {
        enter(sync, SYNC_LEFT);
        return;
    }
    if (!sync->second_look && is_half_copied(refusal->code)) {
        sync->second_look = true;
        sleep_for(sync, pace_soon(&sync->pace));
        return;
    }
    sync->second_look = false;
    log_line(LOG_DEBUG, "sync: %s: %s | %s", refusal->code, refusal->english, sync->intake.answer.detail);
    report->health = SYNC_ERROR;
    report->error = *refusal;
    report->rounds++;
    int64_t ms = sync->intake.clock_unset ? pace_while_clock(&sync->pace)
                                          : pace_after_failure(&sync->pace, sync->intake.retry_after_s, sync->intake.received_bytes > 0);
    sleep_for(sync, ms);
}

/* Remembers the origin's words for what is on screen now. `files` of a plain folder; the manifest's validators otherwise. */
static void remember(struct sync *sync, const struct recall_file *files, size_t count)
{
    struct recall recall = {
        .source = sync->settings.source,
        .keys = sync->keys,
        .manifest = sync->standing.sha256,
        .etag = count == 0 && sync->etag[0] ? sync->etag : NULL,
        .last_modified = count == 0 && sync->last_modified[0] ? sync->last_modified : NULL,
        .newest = count == 0 ? sync->standing.number : 0,
        .changed = sync->report.changed,
        .files = files,
        .count = count,
    };
    struct refusal refusal = {0};
    if (!recall_write(&recall, sync->settings.store, &refusal))
        log_line(LOG_WARNING, "sync: %s", refusal.english);
    struct arena *memory = arena_create();
    recall_read(&sync->recall, memory, sync->settings.store);
    arena_destroy(sync->memory);
    sync->memory = memory;
}

static void plain_remember(struct sync *sync)
{
    size_t count = 0;
    const struct recall_file *files = plain_files(sync->plain, &count);
    remember(sync, files, count);
}

/* --- the states ------------------------------------------------------------------------------------------------------------------------ */

static void refuse_plain(struct sync *sync)
{
    refusal_set(&sync->intake.refusal, "plain-untrusted",
                "%s n’a pas de manifest.json, et cet écran n’accepte que du contenu signé ; publiez avec parvis publish --key",
                "%s has no manifest.json, and this screen takes signed content only; publish with parvis publish --key", sync->settings.source);
    end_badly(sync);
}

static void manifest_missing(struct sync *sync)
{
    if (sync->settings.key_count > 0) {
        refuse_plain(sync);
        return;
    }
    bool use_before = recall_fits(sync) && sync->recall.count > 0 && same_text(sync->recall.manifest, sync->standing.sha256);
    sync->plain = plain_create(&sync->settings.names, &sync->recall, use_before);
    enter(sync, SYNC_PLAIN);
}

static void manifest_unchanged(struct sync *sync)
{
    const struct standing *standing = &sync->standing;
    sync->unchanged++;
    const struct manifest here = {.has_expires = standing->has_expires, .expires = standing->expires};
    if (!accept_has_expired(&here, sync->now)) {
        end_well(sync);
        return;
    }
    refusal_set(&sync->intake.refusal, "manifest-expired",
                "le contenu de %s a expiré ; publiez de nouveau (ou vérifiez que le serveur n’en sert pas une vieille copie)",
                "the content of %s has expired; publish again (or check that the server gives no old copy)", sync->settings.source);
    end_badly(sync);
}

static void do_manifest(struct sync *sync)
{
    struct recall *recall = &sync->recall;
    bool known = recall_fits(sync) && sync->standing.number > 0 && same_text(recall->manifest, sync->standing.sha256) &&
                 sync->unchanged < UNCHANGED_MOST && !sync->second_look;
    const struct intake_wish wish = {.path = manifest_name,
                                     .most_bytes = MANIFEST_MOST_BYTES,
                                     .etag = known ? recall->etag : NULL,
                                     .last_modified = known ? recall->last_modified : NULL};
    sync->intake.received_bytes = 0;
    sync->has_signature = false;
    switch (intake_text(&sync->intake, &wish, &sync->text)) {
    case INTAKE_UNCHANGED:
        manifest_unchanged(sync);
        return;
    case INTAKE_MISSING:
        manifest_missing(sync);
        return;
    case INTAKE_FAILED:
        end_badly(sync);
        return;
    case INTAKE_FINE:
        break;
    }
    sync->unchanged = 0;
    sync->intake.received_bytes = 0; /* a manifest alone is no progress: what fails behind it fails again */
    memcpy(sync->etag, sync->intake.answer.etag, sizeof sync->etag);
    memcpy(sync->last_modified, sync->intake.answer.last_modified, sizeof sync->last_modified);
    enter(sync, sync->settings.key_count > 0 ? SYNC_SIGNATURE : SYNC_DECIDE);
}

static void do_signature(struct sync *sync)
{
    const struct intake_wish wish = {.path = signature_name, .most_bytes = SIGNATURE_MOST_BYTES};
    enum intake_result result = intake_text(&sync->intake, &wish, &sync->signature);
    sync->intake.received_bytes = 0;
    sync->has_signature = result == INTAKE_FINE;
    if (result == INTAKE_FINE || result == INTAKE_MISSING)
        enter(sync, SYNC_DECIDE);
    else
        end_badly(sync);
}

static void do_decide(struct sync *sync)
{
    const struct sync_settings *settings = &sync->settings;
    const struct standing_rules rules = {.keys = settings->keys,
                                         .key_count = settings->key_count,
                                         .fingerprint = sync->keys,
                                         .recall = &sync->recall,
                                         .source = settings->source,
                                         .now = sync->now};
    const struct accept_offer offer = {.text = sync->text.data ? sync->text.data : "",
                                       .length = sync->text.length,
                                       .signature = sync->has_signature && sync->signature.data ? sync->signature.data : NULL,
                                       .signature_length = sync->signature.length};
    sync->manifest = standing_decide(settings->store, sync->round, &rules, &offer, &sync->intake.refusal);
    sync->offer = (struct offer){.text = offer.text, .length = offer.length, .signature = offer.signature};
    if (sync->manifest)
        enter(sync, SYNC_MISSING);
    else
        end_badly(sync);
}

static void do_missing(struct sync *sync)
{
    int64_t bytes = 0;
    sync->missing = generations_missing(sync->settings.store, sync->round, sync->manifest, &sync->missing_count, &bytes);
    sync->missing_at = 0;
    sync->report.arriving = sync->missing_count;
    if (sync->missing_count > 0)
        generations_clean(sync->settings.store, sync->manifest);
    if (sync->missing_count > 0 && !store_has_room(sync->settings.store, bytes, &sync->intake.refusal))
        end_badly(sync);
    else
        enter(sync, SYNC_OBJECTS);
}

static void do_objects(struct sync *sync)
{
    if (sync->missing_at == sync->missing_count) {
        enter(sync, SYNC_COMMIT);
        return;
    }
    if (intake_object(&sync->intake, &sync->manifest->files[sync->missing[sync->missing_at]]) != INTAKE_FINE) {
        end_badly(sync);
        return;
    }
    sync->report.arrived = ++sync->missing_at;
}

/* Makes a manifest of a plain folder; of none when its files are those on screen. */
static void plain_ready(struct sync *sync)
{
    struct store *store = sync->settings.store;
    struct manifest *manifest = plain_manifest(sync->plain, sync->round, standing_highest(store) + 1, sync->now.wall);
    if (standing_has_files(&sync->standing, store, manifest)) {
        plain_remember(sync);
        end_well(sync);
        return;
    }
    struct buffer text;
    buffer_init(&text, sync->round);
    manifest_write(&text, manifest);
    sync->manifest = manifest;
    sync->offer = (struct offer){.text = text.data, .length = text.length};
    enter(sync, SYNC_COMMIT);
}

static void do_plain(struct sync *sync)
{
    switch (plain_step(sync->plain, &sync->intake)) {
    case PLAIN_GOES_ON:
        return;
    case PLAIN_UNCHANGED:
        plain_remember(sync);
        end_well(sync);
        return;
    case PLAIN_FAILED:
        end_badly(sync);
        return;
    case PLAIN_READY:
        plain_ready(sync);
        return;
    }
}

/* The bytes on screen are these already; only the origin's words for them may be new. */
static bool is_on_screen(const struct sync *sync)
{
    char sha256[INTAKE_SHA256_SIZE];
    if (sync->standing.number != sync->manifest->generation || sync->missing_count > 0)
        return false;
    crypto_sha256_of(sync->offer.text, sync->offer.length, sha256);
    return strcmp(sha256, sync->standing.sha256) == 0;
}

static void do_commit(struct sync *sync)
{
    const struct offer *offer = &sync->offer;
    if (!is_on_screen(sync)) {
        if (!generations_add(sync->settings.store, sync->manifest, offer->text, offer->length, offer->signature, sync->signature.length,
                             &sync->intake.refusal)) {
            end_badly(sync);
            return;
        }
        sync->report.changed = sync->now.wall;
        sync->report.updates++;
        look_at_current(sync);
        sync->untidy = true;
    }
    if (sync->plain)
        plain_remember(sync);
    else
        remember(sync, NULL, 0);
    end_well(sync);
}

/* Whether all files are still there, and whether a bit of them turned: found before a visitor sees it, most often. With 20 000 files a look
 * costs fifty times as much as the question to the server. */
static void look_after_files(struct sync *sync)
{
    bool first = sync->scrubbed.us == 0, due = sync->now.mono.us - sync->scrubbed.us >= SCRUB_EVERY_US;
    if (first || due)
        sync->scrubbed = sync->now.mono;
    if (due && !first && generations_scrub(sync->settings.store, &sync->scrub_at, SCRUB_PIECE_BYTES) > 0) {
        log_line(LOG_WARNING, "sync: damaged files were found on the disk; they are fetched again");
        sync->unchanged = UNCHANGED_MOST;
    }
    if (due || sync->standing.number == 0 || store_current(sync->settings.store) != sync->standing.number)
        look_at_current(sync);
}

static void do_asleep(struct sync *sync)
{
    if (sync->now.mono.us < sync->due.us)
        return;
    look_after_files(sync);
    enter(sync, SYNC_MANIFEST);
}

struct mono sync_step(struct sync *sync, struct now now)
{
    static void (*const steps[])(struct sync *sync) = {
        [SYNC_MANIFEST] = do_manifest, [SYNC_SIGNATURE] = do_signature, [SYNC_DECIDE] = do_decide, [SYNC_MISSING] = do_missing,
        [SYNC_OBJECTS] = do_objects,   [SYNC_PLAIN] = do_plain,         [SYNC_COMMIT] = do_commit, [SYNC_ASLEEP] = do_asleep,
    };
    sync->now = now;
    sync->intake.clock_trusted = now.wall_trusted;
    if (sync->state != SYNC_LEFT)
        steps[sync->state](sync);
    sync->report.fetched = sync->intake.taken;
    return sync->state == SYNC_ASLEEP ? sync->due : now.mono;
}

enum sync_state sync_state(const struct sync *sync)
{
    return sync->state;
}

const struct sync_report *sync_report(const struct sync *sync)
{
    return &sync->report;
}

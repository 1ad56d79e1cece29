/* How a screen meets a folder that is still being copied. The folder goes to a static server file by file, in any order, and screens ask at
 * any moment; nothing there is atomic but a single file. So nothing depends on an order:
 *   - new manifest, old signature (or the reverse): the signature is wrong. The screen keeps what it has and asks again at its next poll.
 *   - new manifest and signature, objects still missing: the screen fetches what is there, keeps it, and shows the new generation only when
 *     the last object has come. (Copying obj/ first, as README has it, only makes that wait shorter.)
 *   - old manifest, objects of the new one there already: nothing refers to them yet.
 *   - an object half copied: its hash is wrong, or the download ends early; it is fetched again.
 *   - objects that the new manifest does not name: they stay through GENERATIONS_KEPT publications, for screens that are in the middle of
 *     fetching an older one.
 * Here, where the folder may be served as it lies, the order is: objects (all to the disk), gen/<n>, signature, manifest, then what nobody
 * names goes. While objects are written the mark obj/unfinished.part lies there: whoever finds it knows that the last time was cut short
 * and that an object may have its name without its bytes; all are read then. */
#include "commands/check.h"
#include "commands/command.h"
#include "commands/publish_key.h"
#include "commands/studio.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/file.h"
#include "content/library.h"
#include "content/playlist.h"
#include "content/usage.h"
#include "store/generations.h"
#include "store/manifest.h"
#include "store/objects.h"
#include "store/refusal.h"
#include "store/signature.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* One publication. */
struct publishing {
    const struct command *command;
    struct arena *arena;
    struct studio studio;
    struct now now;
    struct diags problems;
    struct usage usage;
    struct store *origin;
    struct signature_secret secret; /* when command->key */
    struct manifest manifest;       /* the new one */
    struct manifest *before;        /* the last one; NULL: none */
    const char *before_text;
    size_t before_length;
    size_t new_files; /* objects that were not there */
    int64_t new_bytes;
    struct refusal refusal;
};

static bool refused(const struct publishing *publishing)
{
    const struct refusal *refusal = &publishing->refusal;
    command_say(publishing->command, "%s", "%s", publishing->command->english ? refusal->english : refusal->french);
    return false;
}

/* The same checks as `parvis check`, and what concerns publishing alone. Errors stop it before anything is written. */
static bool is_publishable(struct publishing *publishing)
{
    const struct command *command = publishing->command;
    struct diags *problems = &publishing->problems;
    const char *file = library_playlist(publishing->studio.library)->file;
    check_collect(command, &publishing->studio, publishing->now, problems);
    usage_read(publishing->arena, publishing->studio.library, &publishing->usage, problems);
    for (size_t i = 0; i < publishing->usage.count; i++)
        if (!manifest_is_path(publishing->usage.files[i].path))
            diag_add(problems, DIAG_ERROR, (struct place){.file = publishing->usage.files[i].source}, "name-unpublishable",
                     "ce nom de fichier ne peut pas être publié (trop long, ou avec des signes invisibles) ; renommez-le",
                     "this file name cannot be published (too long, or with invisible signs); rename it");
    if (publishing->usage.count > MANIFEST_MOST_FILES)
        diag_add(problems, DIAG_ERROR, (struct place){.file = file}, "files-too-many",
                 "cette liste utilise %zu fichiers (%d au plus) ; retirez-en", "this playlist uses %zu files (%d at most); remove some",
                 publishing->usage.count, (int)MANIFEST_MOST_FILES);
    if (publishing->usage.count == 0)
        diag_add(problems, DIAG_ERROR, (struct place){.file = file}, "nothing-to-publish", "il n’y a rien à publier ici",
                 "there is nothing to publish here");
    diag_sort(problems);
    check_print_problems(command, problems);
    if (problems->errors == 0)
        return true;
    command_say(command, "rien n’est publié tant qu’il reste des erreurs (%zu)", "nothing is published while errors remain (%zu)",
                problems->errors);
    return false;
}

/* The last publication: manifest.json, else the newest of gen/. A manifest.json that cannot be read stops it: numbers must only rise. */
static bool read_before(struct publishing *publishing, int64_t *number)
{
    int64_t numbers[GENERATIONS_LISTED_MOST];
    struct arena *arena = publishing->arena;
    struct file_bytes bytes;
    struct file_stamp stamp;
    const char *path = store_path(publishing->origin, arena, "manifest.json");
    *number = generations_list(publishing->origin, numbers) ? numbers[0] : 0;
    if (!file_stat(path, &stamp))
        return true;
    if (file_read(arena, path, MANIFEST_MOST_BYTES, &bytes) == FILE_READ)
        publishing->before = manifest_parse(arena, bytes.data, bytes.length, &publishing->refusal);
    if (!publishing->before) {
        command_say(publishing->command,
                    "%s est abîmé : son numéro de génération est perdu, et les écrans refusent un numéro plus petit ; "
                    "reprenez ce fichier sur le serveur",
                    "%s is damaged: its generation number is lost, and screens refuse a lower one; take that file back from the server", path);
        return false;
    }
    publishing->before_text = bytes.data;
    publishing->before_length = bytes.length;
    if (publishing->before->generation > *number)
        *number = publishing->before->generation;
    return true;
}

/* The mark of the head of this file. *doubtful: it was there already. */
static bool set_mark(struct publishing *publishing, const char *mark, bool *doubtful)
{
    struct file_stamp stamp;
    *doubtful = file_stat(mark, &stamp);
    return *doubtful || store_write(mark, "", 0, &publishing->refusal) || refused(publishing);
}

static bool is_there(const struct publishing *publishing, const char *hash, int64_t size_bytes, bool doubtful)
{
    return doubtful ? objects_is_whole(publishing->origin, hash, size_bytes) : objects_has(publishing->origin, hash, size_bytes);
}

static bool put_objects(struct publishing *publishing)
{
    const struct usage *usage = &publishing->usage;
    struct manifest_file *files = arena_alloc(publishing->arena, (usage->count + 1) * sizeof *files);
    const char *mark = file_join(publishing->arena, store_path(publishing->origin, publishing->arena, "obj"), "unfinished.part");
    bool doubtful = false;
    if (!set_mark(publishing, mark, &doubtful))
        return false;
    for (size_t i = 0; i < usage->count; i++) {
        char *hash = arena_alloc(publishing->arena, 65);
        int64_t size = 0;
        if (!objects_hash_file(usage->files[i].source, MANIFEST_MOST_FILE_BYTES, hash, &size))
            size = -1;
        bool there = size >= 0 && is_there(publishing, hash, size, doubtful);
        if (size >= 0 && !there)
            objects_remove(publishing->origin, hash);
        if (!there && !objects_put_file(publishing->origin, usage->files[i].source, MANIFEST_MOST_FILE_BYTES, hash, &size, &publishing->refusal))
            return refused(publishing);
        publishing->new_files += !there;
        publishing->new_bytes += there ? 0 : size;
        files[i] = (struct manifest_file){usage->files[i].path, hash, size};
        publishing->manifest.total_bytes += size;
    }
    if (!store_settle(publishing->origin, &publishing->refusal))
        return refused(publishing);
    unlink(mark);
    manifest_sort(files, usage->count);
    publishing->manifest.files = files;
    publishing->manifest.count = usage->count;
    return true;
}

static bool is_same_list(const struct manifest *a, const struct manifest *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = strcmp(a->files[i].path, b->files[i].path) == 0 && strcmp(a->files[i].sha256, b->files[i].sha256) == 0;
    return same;
}

/* Signed as it is asked for now: with this key, or not at all. */
static bool is_signed_alike(struct publishing *publishing)
{
    struct signature_key key;
    struct file_bytes bytes;
    const char *path = store_path(publishing->origin, publishing->arena, "manifest.json.minisig");
    bool there = file_read(publishing->arena, path, SIGNATURE_MOST_BYTES, &bytes) == FILE_READ;
    if (!publishing->command->key)
        return !there;
    signature_public_of(&publishing->secret, &key);
    return there && signature_check(publishing->arena, &key, 1, publishing->before_text, publishing->before_length, bytes.data, bytes.length,
                                    NULL) == SIGNATURE_GOOD;
}

static bool nothing_new(struct publishing *publishing)
{
    return publishing->before && !publishing->command->expires && !publishing->before->has_expires &&
           is_same_list(publishing->before, &publishing->manifest) && is_signed_alike(publishing);
}

/* In the order that the head of this file explains. */
static bool write_manifest(struct publishing *publishing)
{
    struct buffer text;
    struct refusal *refusal = &publishing->refusal;
    struct arena *arena = publishing->arena;
    const char *path = store_path(publishing->origin, arena, "manifest.json"), *signature = arena_format(arena, "%s.minisig", path);
    const char *kept = arena_format(arena, "%s/%lld", store_path(publishing->origin, arena, "gen"), (long long)publishing->manifest.generation);
    buffer_init(&text, arena);
    manifest_write(&text, &publishing->manifest);
    if (!manifest_parse(arena, text.data, text.length, refusal)) /* a screen would refuse it for the same reason */
        return refused(publishing);
    bool written = store_sync_folder(store_path(publishing->origin, arena, "obj"), refusal) && store_write(kept, text.data, text.length, refusal);
    if (written && publishing->command->key) {
        const char *comment = arena_format(arena, "timestamp:%lld\tfile:manifest.json\thashed", (long long)(publishing->now.wall.ms / 1000));
        const char *signed_text = signature_make(arena, &publishing->secret, text.data, text.length, comment);
        written = store_write(signature, signed_text, strlen(signed_text), refusal);
    } else if (written) {
        unlink(signature);
    }
    written = written && store_write(path, text.data, text.length, refusal);
    if (!written)
        return refused(publishing);
    generations_clean(publishing->origin, &publishing->manifest);
    return true;
}

static void say_done(const struct publishing *publishing, bool new)
{
    const struct manifest *manifest = new ? &publishing->manifest : publishing->before;
    bool english = publishing->command->english;
    long long number = (long long)manifest->generation, kibibytes = (long long)((publishing->new_bytes + 1023) / 1024);
    size_t drafts = publishing->usage.drafts;
    if (!new)
        printf(english ? "nothing new: %s has generation %lld already\n" : "rien de nouveau : %s contient déjà la génération %lld\n",
               publishing->command->out, number);
    else if (english)
        printf("generation %lld: %zu file%s, %zu of them new (%lld KiB) in %s\n", number, manifest->count, manifest->count == 1 ? "" : "s",
               publishing->new_files, kibibytes, publishing->command->out);
    else
        printf("génération %lld : %zu fichier%s, dont %zu à copier (%lld Kio), dans %s\n", number, manifest->count,
               manifest->count > 1 ? "s" : "", publishing->new_files, kibibytes, publishing->command->out);
    if (drafts)
        printf(english ? "%zu draft left out\n" : "%zu brouillon laissé de côté\n", drafts);
}

static bool read_expiry(struct publishing *publishing)
{
    const struct command *command = publishing->command;
    struct manifest *manifest = &publishing->manifest;
    manifest->has_expires = command->expires != NULL;
    if (!command_time(command, command->expires, library_playlist(publishing->studio.library)->zone, &manifest->expires))
        return false;
    if (!manifest->has_expires || manifest->expires.ms > publishing->now.wall.ms)
        return true;
    command_say(command, "--expires %s est déjà passé ; donnez une date à venir", "--expires %s has passed already; give a date to come",
                command->expires);
    return false;
}

static int publish(struct publishing *publishing)
{
    int64_t number = 0;
    if (!read_expiry(publishing))
        return EXIT_USAGE;
    if (!is_publishable(publishing))
        return EXIT_ERRORS;
    if (publishing->command->key && !publish_key_open(publishing->command, &publishing->secret))
        return EXIT_FAILED;
    publishing->origin = store_open_origin(publishing->command->out, &publishing->refusal);
    if (!publishing->origin) {
        refused(publishing);
        return EXIT_FAILED;
    }
    if (!read_before(publishing, &number) || !put_objects(publishing))
        return EXIT_FAILED;
    publishing->manifest.generation = number + 1;
    publishing->manifest.issued = publishing->now.wall;
    bool new = !nothing_new(publishing);
    if (new && !write_manifest(publishing))
        return EXIT_FAILED;
    say_done(publishing, new);
    return EXIT_FINE;
}

int publish_command(const struct command *command)
{
    struct publishing publishing = {.command = command, .arena = arena_create()};
    int code = EXIT_ERRORS;
    if (!command->out) {
        command_say(command, "il manque --out DOSSIER ; exemple : parvis publish lieu --out publie", "--out DIR is missing; example: parvis publish venue --out published");
        arena_destroy(publishing.arena);
        return EXIT_USAGE;
    }
    diag_init(&publishing.problems);
    if (studio_init(&publishing.studio, command, command->source, command->width_px, command->height_px) &&
        studio_now(&publishing.studio, command, NULL, &publishing.now))
        code = publish(&publishing);
    signature_forget(&publishing.secret);
    store_close(publishing.origin);
    studio_finish(&publishing.studio);
    diag_finish(&publishing.problems);
    arena_destroy(publishing.arena);
    return code;
}

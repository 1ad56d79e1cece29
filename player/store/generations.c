#include "store/generations.h"

#include "base/arena.h"
#include "base/file.h"
#include "store/crypto.h"
#include "store/manifest.h"
#include "store/objects.h"
#include "store/refusal.h"
#include "store/signature.h"
#include "store/store.h"
#include "store/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { NAMES_MOST = 100000 };

/* The number that a name of gen/ is; 0: it is none. */
static int64_t number_of(const char *name)
{
    if (strspn(name, "0123456789") != strlen(name) || name[0] == '0' || strlen(name) > 16)
        return 0;
    return strtoll(name, NULL, 10);
}

static int descending(const void *a, const void *b)
{
    const int64_t *left = a, *right = b;
    return *left < *right ? 1 : *left > *right ? -1 : 0;
}

size_t generations_list(const struct store *store, int64_t numbers[GENERATIONS_LISTED_MOST])
{
    struct arena *arena = arena_create();
    size_t count = 0, found = 0;
    const char **names = file_list(arena, store_path(store, arena, "gen"), NAMES_MOST, &count);
    int64_t *all = arena_alloc(arena, (count + 1) * sizeof *all);
    for (size_t i = 0; names && i < count; i++)
        if (number_of(names[i]) > 0)
            all[found++] = number_of(names[i]);
    qsort(all, found, sizeof *all, descending);
    if (found > GENERATIONS_LISTED_MOST)
        found = GENERATIONS_LISTED_MOST;
    memcpy(numbers, all, found * sizeof *all);
    arena_destroy(arena);
    return found;
}

/* A path in gen/ or tree/ that begins with the number. */
static char *numbered(const struct store *store, struct arena *arena, const char *folder, int64_t number, const char *suffix)
{
    return arena_format(arena, "%s/%lld%s", store_path(store, arena, folder), (long long)number, suffix);
}

static bool read_texts(const struct store *store, struct arena *arena, int64_t number, struct generation *generation, struct refusal *refusal)
{
    struct file_bytes text, signature;
    const char *path = numbered(store, arena, "gen", number, "");
    *generation = (struct generation){.number = number};
    if (file_read(arena, path, MANIFEST_MOST_BYTES, &text) != FILE_READ)
        return refusal_set(refusal, "generation-missing", "la génération %lld n’est pas dans %s", "generation %lld is not in %s",
                           (long long)number, store_folder(store));
    generation->text = text.data;
    generation->text_length = text.length;
    if (file_read(arena, numbered(store, arena, "gen", number, ".minisig"), SIGNATURE_MOST_BYTES, &signature) == FILE_READ) {
        generation->signature = signature.data;
        generation->signature_length = signature.length;
    }
    generation->tree = numbered(store, arena, "tree", number, "");
    return true;
}

static bool damaged(struct refusal *refusal, int64_t number, const char *path)
{
    return refusal_set(refusal, "generation-damaged", "la génération %lld est abîmée (%s) ; elle sera reprise du serveur",
                       "generation %lld is damaged (%s); it will be fetched again", (long long)number, path);
}

bool generations_load(const struct store *store, struct arena *arena, int64_t number, struct generation *generation, struct refusal *refusal)
{
    if (!read_texts(store, arena, number, generation, refusal))
        return false;
    generation->manifest = manifest_parse(arena, generation->text, generation->text_length, refusal);
    if (!generation->manifest)
        return false;
    if (generation->manifest->generation != number)
        return damaged(refusal, number, "manifest");
    struct arena *scratch = arena_create();
    const char *missing = tree_check(scratch, generation->tree, generation->manifest);
    bool whole = !missing || damaged(refusal, number, missing);
    arena_destroy(scratch);
    return whole;
}

/* The texts of a generation, hashed under the tree's names. */
static bool texts_are_whole(struct arena *arena, const struct generation *generation, struct refusal *refusal)
{
    static const char *const texts[] = {".yaml", ".yml", ".md", ".markdown", ".qmd", NULL};
    int64_t left = GENERATIONS_TEXT_MOST_BYTES;
    for (size_t i = 0; i < generation->manifest->count; i++) {
        const struct manifest_file *file = &generation->manifest->files[i];
        char found[CRYPTO_SHA256_HEX + 1];
        int64_t size = 0;
        if (!file_has_suffix(file->path, texts) || file->size_bytes > left)
            continue;
        left -= file->size_bytes;
        if (!objects_hash_file(file_join(arena, generation->tree, file->path), file->size_bytes, found, &size) ||
            strcmp(found, file->sha256) != 0)
            return damaged(refusal, generation->number, file->path);
    }
    return true;
}

/* The order in which a start tries: the current one, older ones, and at last those that never became current. */
static size_t candidates(const struct store *store, int64_t numbers[GENERATIONS_LISTED_MOST])
{
    int64_t listed[GENERATIONS_LISTED_MOST], current = store_current(store);
    size_t count = generations_list(store, listed), filled = 0;
    for (size_t i = 0; i < count; i++)
        if (listed[i] == current || current == 0)
            numbers[filled++] = listed[i];
    for (size_t i = 0; current && i < count; i++)
        if (listed[i] < current)
            numbers[filled++] = listed[i];
    for (size_t i = 0; current && i < count; i++)
        if (listed[i] > current)
            numbers[filled++] = listed[i];
    return filled;
}

bool generations_open(const struct store *store, struct arena *arena, struct generation *generation, struct refusal *refusal)
{
    int64_t numbers[GENERATIONS_LISTED_MOST];
    size_t count = candidates(store, numbers);
    if (count == 0)
        return refusal_set(refusal, "store-empty", "%s n’a encore aucun contenu", "%s has no content yet", store_folder(store));
    for (size_t i = 0; i < count; i++)
        if (generations_load(store, arena, numbers[i], generation, refusal) && texts_are_whole(arena, generation, refusal))
            return true;
    /* Generations share their objects: one bad bit can be in all of them. A wrong letter is better than an empty hall. */
    for (size_t i = 0; i < count; i++)
        if (generations_load(store, arena, numbers[i], generation, refusal))
            return true;
    return false;
}

static int text_order(const void *a, const void *b)
{
    const char *const *left = a;
    const char *const *right = b;
    return strcmp(*left, *right);
}

/* An index into files, ordered by hash. */
struct named {
    const char *sha256;
    size_t index;
};

static int named_order(const void *a, const void *b)
{
    const struct named *left = a, *right = b;
    int order = strcmp(left->sha256, right->sha256);
    return order ? order : left->index < right->index ? -1 : left->index > right->index;
}

static int index_order(const void *a, const void *b)
{
    const size_t *left = a, *right = b;
    return *left < *right ? -1 : *left > *right;
}

size_t *generations_missing(const struct store *store, struct arena *arena, const struct manifest *manifest, size_t *count, int64_t *bytes)
{
    struct named *named = arena_alloc(arena, (manifest->count + 1) * sizeof *named);
    size_t *missing = arena_alloc(arena, (manifest->count + 1) * sizeof *missing);
    *count = 0;
    *bytes = 0;
    for (size_t i = 0; i < manifest->count; i++)
        named[i] = (struct named){manifest->files[i].sha256, i};
    qsort(named, manifest->count, sizeof *named, named_order);
    for (size_t i = 0; i < manifest->count; i++) {
        const struct manifest_file *file = &manifest->files[named[i].index];
        if ((i > 0 && strcmp(named[i - 1].sha256, named[i].sha256) == 0) || objects_has(store, file->sha256, file->size_bytes))
            continue;
        missing[(*count)++] = named[i].index;
        *bytes += file->size_bytes;
    }
    qsort(missing, *count, sizeof *missing, index_order);
    return missing;
}

/* The signature first: where gen/<n> is, its signature is too. */
static bool write_texts(struct store *store, struct arena *arena, int64_t number, const struct generation *texts, struct refusal *refusal)
{
    const char *signature = numbered(store, arena, "gen", number, ".minisig");
    if (!texts->signature)
        unlink(signature);
    else if (!store_write(signature, texts->signature, texts->signature_length, refusal))
        return false;
    return store_write(numbered(store, arena, "gen", number, ""), texts->text, texts->text_length, refusal);
}

static bool write_current(struct store *store, struct arena *arena, int64_t number, struct refusal *refusal)
{
    const char *line = arena_format(arena, "%lld\n", (long long)number);
    return store_write(store_path(store, arena, "current"), line, strlen(line), refusal);
}

static bool is_same_text(const struct generation *generation, const char *text, size_t length)
{
    return generation->text && generation->text_length == length && memcmp(generation->text, text, length) == 0;
}

static bool add(struct store *store, struct arena *arena, const struct manifest *manifest, const struct generation *texts,
                struct refusal *refusal)
{
    struct generation there;
    int64_t number = manifest->generation;
    bool is_current = store_current(store) == number && read_texts(store, arena, number, &there, NULL);
    /* Another text that is no manifest is this one, damaged on the disk. */
    if (is_current && !is_same_text(&there, texts->text, texts->text_length) && manifest_parse(arena, there.text, there.text_length, NULL))
        return refusal_set(refusal, "generation-mixed", "une autre génération %lld est à l’écran ; publiez de nouveau",
                           "another generation %lld is on screen; publish again", (long long)number);
    const char *tree = numbered(store, arena, "tree", number, "");
    return store_sync_folder(store_path(store, arena, "obj"), refusal) && write_texts(store, arena, number, texts, refusal) &&
           (is_current ? tree_mend(store, tree, manifest, refusal) : tree_make(store, tree, manifest, refusal)) &&
           write_current(store, arena, number, refusal);
}

bool generations_add(struct store *store, const struct manifest *manifest, const char *text, size_t length, const char *signature,
                     size_t signature_length, struct refusal *refusal)
{
    struct arena *arena = arena_create();
    const struct generation texts = {.text = text, .text_length = length, .signature = signature, .signature_length = signature_length};
    size_t missing = 0;
    int64_t bytes = 0;
    generations_missing(store, arena, manifest, &missing, &bytes);
    bool added = missing == 0 ? add(store, arena, manifest, &texts, refusal)
                              : refusal_set(refusal, "generation-incomplete", "il manque %zu fichiers à la génération %lld",
                                            "%zu files of generation %lld are missing", missing, (long long)manifest->generation);
    arena_destroy(arena);
    return added;
}

int generations_hold(const struct generation *generation)
{
    int folder = open(generation->tree, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0 || flock(folder, LOCK_SH | LOCK_NB) == 0)
        return folder;
    close(folder);
    return -1;
}

void generations_release(int held)
{
    if (held >= 0)
        close(held);
}

static bool is_held(const struct store *store, struct arena *arena, int64_t number)
{
    int folder = open(numbered(store, arena, "tree", number, ""), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool held = folder >= 0 && flock(folder, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (folder >= 0)
        close(folder);
    return held;
}

/* The current generation and the next lower ones; without a current one, the highest. And those that are held. */
static size_t kept_numbers(const struct store *store, struct arena *arena, int64_t kept[GENERATIONS_LISTED_MOST])
{
    int64_t listed[GENERATIONS_LISTED_MOST], current = store_current(store);
    size_t count = generations_list(store, listed), filled = 0;
    for (size_t i = 0; i < count; i++) {
        bool newest = filled < GENERATIONS_KEPT && (current == 0 || listed[i] <= current);
        if (newest || is_held(store, arena, listed[i]))
            kept[filled++] = listed[i];
    }
    return filled;
}

static bool is_kept(const int64_t *kept, size_t count, int64_t number)
{
    for (size_t i = 0; i < count; i++)
        if (kept[i] == number)
            return true;
    return false;
}

/* The rest of a name behind its first `length` signs is one of those that the store gives. What is not ours stays, whatever folder somebody
 * gave us. */
static bool is_own(const char *name, size_t length, const char *const *endings)
{
    for (; *endings; endings++)
        if (strcmp(name + length, *endings) == 0)
            return true;
    return false;
}

/* Names of gen/ and tree/ whose number is not kept; "7.minisig" and "7.new" go by their number too. */
static void remove_numbered(const struct store *store, struct arena *arena, const char *folder, const int64_t *kept, size_t kept_count)
{
    static const char *const endings[] = {"", ".minisig", ".new", ".minisig.new", NULL};
    size_t count = 0;
    const char *path = store_path(store, arena, folder);
    const char **names = file_list(arena, path, NAMES_MOST, &count);
    for (size_t i = 0; names && i < count; i++) {
        size_t length = strcspn(names[i], ".");
        int64_t number = number_of(arena_copy_bytes(arena, names[i], length));
        bool temporary = strstr(names[i], ".new") != NULL;
        if (number > 0 && is_own(names[i], length, endings) && (temporary || !is_kept(kept, kept_count, number)))
            tree_remove(file_join(arena, path, names[i]));
    }
}

static void add_hashes(struct arena *arena, const struct manifest *manifest, const char ***hashes, size_t *count, size_t *capacity)
{
    for (size_t i = 0; manifest && i < manifest->count; i++) {
        *hashes = arena_grow(arena, (void *)*hashes, *count, capacity, sizeof **hashes);
        (*hashes)[(*count)++] = manifest->files[i].sha256;
    }
}

static void remove_objects(const struct store *store, struct arena *arena, const char **hashes, size_t hash_count)
{
    static const char *const endings[] = {"", ".part", NULL}, *const others[] = {"unknown.part", "unfinished.part.new", NULL};
    size_t count = 0;
    const char *folder = store_path(store, arena, "obj");
    const char **names = file_list(arena, folder, 4 * NAMES_MOST, &count);
    qsort((void *)hashes, hash_count, sizeof *hashes, text_order);
    for (size_t i = 0; names && i < count; i++) {
        size_t length = strcspn(names[i], ".");
        const char *hash = arena_copy_bytes(arena, names[i], length);
        bool ours = crypto_is_sha256(hash) ? is_own(names[i], length, endings) : is_own(names[i], 0, others);
        if (ours && !bsearch(&hash, (const void *)hashes, hash_count, sizeof *hashes, text_order))
            unlink(file_join(arena, folder, names[i]));
    }
}

void generations_clean(struct store *store, const struct manifest *wanted)
{
    struct arena *arena = arena_create();
    int64_t kept[GENERATIONS_LISTED_MOST];
    size_t kept_count = kept_numbers(store, arena, kept), count = 0, capacity = 0;
    const char **hashes = arena_alloc(arena, sizeof *hashes);
    bool known = true;
    for (size_t i = 0; i < kept_count; i++) {
        struct generation generation;
        const struct manifest *manifest = NULL;
        if (read_texts(store, arena, kept[i], &generation, NULL))
            manifest = manifest_parse(arena, generation.text, generation.text_length, NULL);
        known = known && manifest;
        add_hashes(arena, manifest, &hashes, &count, &capacity);
    }
    add_hashes(arena, wanted, &hashes, &count, &capacity);
    remove_numbered(store, arena, "gen", kept, kept_count);
    remove_numbered(store, arena, "tree", kept, kept_count);
    /* A kept manifest that cannot be read may name anything: its trees stay (they hold their own links), objects wait for the next time. */
    if (known)
        remove_objects(store, arena, hashes, count);
    arena_destroy(arena);
}

size_t generations_scrub(struct store *store, size_t *at, int64_t most_bytes)
{
    struct arena *arena = arena_create();
    struct generation generation;
    const struct manifest *manifest = NULL;
    size_t found = 0;
    if (read_texts(store, arena, store_current(store), &generation, NULL))
        manifest = manifest_parse(arena, generation.text, generation.text_length, NULL);
    for (; manifest && *at < manifest->count && most_bytes > 0; (*at)++) {
        const struct manifest_file *file = &manifest->files[*at];
        most_bytes -= file->size_bytes + 1;
        if (objects_is_whole(store, file->sha256, file->size_bytes))
            continue;
        objects_remove(store, file->sha256);
        found++;
    }
    if (!manifest || *at >= manifest->count)
        *at = 0;
    arena_destroy(arena);
    return found;
}

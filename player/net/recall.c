#include "net/recall.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"
#include "base/json.h"
#include "store/crypto.h"
#include "store/manifest.h"
#include "store/store.h"

#include <string.h>

enum { RECALL_MOST_BYTES = 16 * 1024 * 1024 };
static const char recall_name[] = "sync.json";

static const struct recall_file *read_files(struct arena *arena, const struct json *list, size_t *count)
{
    size_t listed = json_count(list);
    struct recall_file *files = arena_alloc(arena, (listed + 1) * sizeof *files);
    *count = 0;
    for (size_t i = 0; i < listed && i < MANIFEST_MOST_FILES; i++) {
        const struct json *item = json_item(list, i);
        struct recall_file file = {
            .path = arena_copy(arena, json_get_text(item, "path")),
            .sha256 = arena_copy(arena, json_get_text(item, "sha256")),
            .etag = arena_copy(arena, json_get_text(item, "etag")),
            .last_modified = arena_copy(arena, json_get_text(item, "last_modified")),
        };
        json_get_whole(item, "size", 0, MANIFEST_MOST_FILE_BYTES, &file.size_bytes);
        if (file.path && manifest_is_path(file.path) && (!file.sha256 || crypto_is_sha256(file.sha256)))
            files[(*count)++] = file;
    }
    return files;
}

void recall_read(struct recall *recall, struct arena *arena, const struct store *store)
{
    *recall = (struct recall){.changed = WALL_ALWAYS};
    struct file_bytes bytes;
    if (file_read(arena, store_path(store, arena, recall_name), RECALL_MOST_BYTES, &bytes) != FILE_READ)
        return;
    struct json *root = json_parse(bytes.data, bytes.length, RECALL_MOST_BYTES, NULL);
    recall->source = arena_copy(arena, json_get_text(root, "source"));
    recall->keys = arena_copy(arena, json_get_text(root, "keys"));
    recall->manifest = arena_copy(arena, json_get_text(root, "manifest"));
    recall->etag = arena_copy(arena, json_get_text(root, "etag"));
    recall->last_modified = arena_copy(arena, json_get_text(root, "last_modified"));
    json_get_whole(root, "newest", 0, MANIFEST_MOST_GENERATION, &recall->newest);
    const char *changed = json_get_text(root, "changed");
    if (changed)
        instant_parse(changed, NULL, &recall->changed, NULL, NULL);
    recall->files = read_files(arena, json_get(root, "files"), &recall->count);
    json_destroy(root);
}

static void write_file(struct json_writer *writer, const struct recall_file *file)
{
    json_write_map(writer, NULL);
    json_write_text(writer, "path", file->path);
    json_write_text(writer, "sha256", file->sha256);
    json_write_whole(writer, "size", file->size_bytes);
    json_write_text(writer, "etag", file->etag);
    json_write_text(writer, "last_modified", file->last_modified);
    json_write_end(writer, false);
}

bool recall_write(const struct recall *recall, const struct store *store, struct refusal *refusal)
{
    struct arena *arena = arena_create();
    struct buffer text;
    struct json_writer writer;
    buffer_init(&text, arena);
    json_write_begin(&writer, &text, 1, 2);
    json_write_map(&writer, NULL);
    json_write_text(&writer, "source", recall->source);
    json_write_text(&writer, "keys", recall->keys);
    json_write_text(&writer, "manifest", recall->manifest);
    json_write_text(&writer, "etag", recall->etag);
    json_write_text(&writer, "last_modified", recall->last_modified);
    json_write_whole(&writer, "newest", recall->newest);
    json_write_text(&writer, "changed", recall->changed.ms == INT64_MIN ? NULL : instant_format(arena, recall->changed, NULL));
    json_write_list(&writer, "files");
    for (size_t i = 0; i < recall->count; i++)
        write_file(&writer, &recall->files[i]);
    json_write_end(&writer, true);
    json_write_end(&writer, false);
    const char *path = store_path(store, arena, recall_name);
    struct file_bytes there;
    bool same = file_read(arena, path, RECALL_MOST_BYTES, &there) == FILE_READ && there.length == text.length &&
                memcmp(there.data, text.data, text.length) == 0;
    bool written = same || store_write(path, text.data, text.length, refusal);
    arena_destroy(arena);
    return written;
}

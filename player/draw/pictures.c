#include "draw/pictures.h"

#include "base/file.h"
#include "base/log.h"
#include "base/memory.h"
#include "content/picture.h"
#include "draw/decode.h"
#include "draw/sandbox.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A child lives at most SECONDS; who waits for one has a little more patience, in case its alarm was lost. Headers are looked for in the
 * first 64 KiB, and in the first MiB when a camera has put its preview before them. KEEP_LEAST pictures stay whatever the ceiling says:
 * the one on screen and the next. */
enum { ENTRIES = 64, SECONDS = 5, PATIENCE_MS = 7000, STARTS_MOST = 3, CRASHES_MOST = 2, KEEP_LEAST = 2, HEADER_BYTES = 64 * 1024, HEADER_MOST_BYTES = 1024 * 1024 };

/* One request. An entry whose file changed keeps its old pixels until the new ones are there: a repaint then has no hole. */
struct entry {
    char *file; /* NULL: free */
    struct file_stamp stamp;
    int width_px, height_px, focus_x, focus_y;
    enum picture_state state;
    const char *failure;
    struct frame frame; /* pixels NULL: none */
    unsigned long used;
    unsigned long asked; /* order in the queue */
    int starts;
    int crashes;
    bool wanted; /* since the last pictures_drop */
};

struct pictures {
    size_t most_bytes;
    struct entry entries[ENTRIES];
    unsigned long turn;
    struct sandbox child;
    struct entry *working; /* the child's entry */
    uint32_t *incoming;    /* what the child writes */
    const struct pictures_guard *guard;
};

struct pictures *pictures_create(size_t most_bytes)
{
    struct pictures *pictures = memory_alloc(sizeof *pictures);
    pictures->most_bytes = most_bytes;
    pictures->child.descriptor = -1;
    return pictures;
}

void pictures_set_guard(struct pictures *pictures, const struct pictures_guard *guard)
{
    pictures->guard = guard;
}

static size_t bytes_of(const struct entry *entry)
{
    return (size_t)entry->width_px * (size_t)entry->height_px * sizeof *entry->frame.pixels;
}

static void let_go_of_pixels(struct entry *entry)
{
    sandbox_unshare(entry->frame.pixels, bytes_of(entry));
    entry->frame = (struct frame){.pixels = NULL};
}

/* Ends the child without a result. */
static void cancel(struct pictures *pictures)
{
    int code = 0;
    if (!pictures->working)
        return;
    sandbox_finish(&pictures->child, &code);
    sandbox_unshare(pictures->incoming, bytes_of(pictures->working));
    pictures->incoming = NULL;
    pictures->working = NULL;
}

static void forget(struct pictures *pictures, struct entry *entry)
{
    if (pictures->working == entry)
        cancel(pictures);
    let_go_of_pixels(entry);
    memory_free(entry->file);
    *entry = (struct entry){.file = NULL};
}

void pictures_destroy(struct pictures *pictures)
{
    if (!pictures)
        return;
    for (size_t i = 0; i < ENTRIES; i++)
        if (pictures->entries[i].file)
            forget(pictures, &pictures->entries[i]);
    memory_free(pictures);
}

/* --- decoding -------------------------------------------------------------------------------------------------------------------- */

static void fail(struct entry *entry, const char *why)
{
    let_go_of_pixels(entry);
    entry->state = PICTURES_FAILED;
    entry->failure = why;
    log_line(LOG_INFO, "%s: picture left out (%s)", entry->file, why);
}

/* Makes room for the pixels of `entry`: the longest unused go first. */
static void make_room(struct pictures *pictures, const struct entry *entry)
{
    for (;;) {
        size_t held = bytes_of(entry), count = 0;
        struct entry *oldest = NULL;
        for (size_t i = 0; i < ENTRIES; i++) {
            struct entry *other = &pictures->entries[i];
            if (!other->file || !other->frame.pixels || other == entry)
                continue;
            held += bytes_of(other);
            count++;
            if (other->state == PICTURES_READY && (!oldest || other->used < oldest->used))
                oldest = other;
        }
        if (held <= pictures->most_bytes || count < KEEP_LEAST || !oldest)
            return;
        forget(pictures, oldest);
    }
}

/* Reads the header under the ceilings. NULL when it may be decoded, else why not. */
static const char *look(int file, size_t *length, struct picture_header *header)
{
    struct stat status;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode))
        return "missing";
    if (status.st_size > PICTURE_MOST_BYTES)
        return "too-large";
    *length = (size_t)status.st_size;
    bool known = false;
    for (size_t most = HEADER_BYTES; !known && most <= HEADER_MOST_BYTES; most *= HEADER_MOST_BYTES / HEADER_BYTES) {
        unsigned char *bytes = memory_alloc(most);
        ssize_t got = pread(file, bytes, most, 0);
        known = got > 0 && picture_header_read(bytes, (size_t)got, header);
        memory_free(bytes);
    }
    if (!known)
        return "unknown-type";
    if (header->width_px <= 0 || header->height_px <= 0)
        return "damaged";
    return (int64_t)header->width_px * header->height_px > PICTURE_MOST_PIXELS ? "too-large" : NULL;
}

/* The child's whole life. */
static _Noreturn void work(int file, size_t length, const struct picture_header *header, const struct entry *entry, uint32_t *pixels)
{
    struct frame out = {.width_px = entry->width_px, .height_px = entry->height_px, .stride_px = entry->width_px, .pixels = pixels};
    sandbox_exit((int)decode_picture(file, length, header, &out, entry->focus_x, entry->focus_y));
}

/* Starts a child for `entry`; the entry has failed when there is none to be had. */
static void start(struct pictures *pictures, struct entry *entry)
{
    int file = open(entry->file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    size_t length = 0;
    struct picture_header header = {.type = PICTURE_NONE};
    const char *reason = file < 0 ? "missing" : look(file, &length, &header);
    if (!reason && pictures->guard && pictures->guard->bars(pictures->guard->self, entry->file))
        reason = "quarantined";
    if (!reason) {
        make_room(pictures, entry);
        bool is_child = false;
        uint32_t *pixels = sandbox_share(bytes_of(entry));
        size_t memory = decode_memory_bytes(length, &header, entry->width_px, entry->height_px);
        if (pixels && sandbox_start(&pictures->child, file, memory, SECONDS, &is_child)) {
            if (is_child)
                work(file, length, &header, entry, pixels);
            pictures->working = entry;
            pictures->incoming = pixels;
        } else {
            sandbox_unshare(pixels, bytes_of(entry));
            reason = ++entry->starts >= STARTS_MOST ? "crashed" : NULL; /* no memory or no process just now: once more */
        }
    }
    if (file >= 0)
        close(file);
    if (reason)
        fail(entry, reason);
}

/* Gives the child's place to the request that waits longest. */
static void start_next(struct pictures *pictures)
{
    while (!pictures->working) {
        struct entry *next = NULL;
        for (size_t i = 0; i < ENTRIES; i++) {
            struct entry *entry = &pictures->entries[i];
            if (entry->file && entry->state == PICTURES_PENDING && (!next || entry->asked < next->asked))
                next = entry;
        }
        if (!next)
            return;
        start(pictures, next);
        if (!pictures->working && next->state == PICTURES_PENDING)
            return; /* the system has no child for us now */
    }
}

int pictures_descriptor(const struct pictures *pictures)
{
    return pictures->working ? pictures->child.descriptor : -1;
}

static const char *reason_of(enum sandbox_end end, int code)
{
    if (end == SANDBOX_TOO_SLOW)
        return "too-slow";
    if (end == SANDBOX_RETURNED && code == DECODE_DAMAGED)
        return "damaged";
    return end == SANDBOX_RETURNED && code == DECODE_NO_MEMORY ? "too-large" : "crashed";
}

/* A crash may have been the machine's (no memory left): the same bytes get one more try, then somebody is told. */
static void take_failure(struct pictures *pictures, struct entry *entry, const char *reason)
{
    bool crashed = strcmp(reason, "crashed") == 0;
    if (crashed && ++entry->crashes < CRASHES_MOST)
        return; /* it is pending still */
    fail(entry, reason);
    if (crashed && pictures->guard)
        pictures->guard->broke(pictures->guard->self, entry->file);
}

/* Takes the child's result, ending it if it has none yet. */
static void take_result(struct pictures *pictures)
{
    struct entry *entry = pictures->working;
    assert(entry);
    int code = 0;
    enum sandbox_end end = sandbox_finish(&pictures->child, &code);
    uint32_t *pixels = pictures->incoming;
    pictures->incoming = NULL;
    pictures->working = NULL;
    if (end == SANDBOX_RETURNED && code == DECODE_DONE) {
        let_go_of_pixels(entry);
        sandbox_seal(pixels, bytes_of(entry));
        entry->frame = (struct frame){.width_px = entry->width_px, .height_px = entry->height_px, .stride_px = entry->width_px, .pixels = pixels};
        entry->state = PICTURES_READY;
    } else {
        sandbox_unshare(pixels, bytes_of(entry));
        take_failure(pictures, entry, reason_of(end, code));
    }
}

void pictures_collect(struct pictures *pictures)
{
    if (pictures->working && sandbox_wait(&pictures->child, 0))
        take_result(pictures);
    start_next(pictures);
}

/* --- requests -------------------------------------------------------------------------------------------------------------------- */

static struct entry *find(struct pictures *pictures, const char *file, int width_px, int height_px, int focus_x, int focus_y)
{
    for (size_t i = 0; i < ENTRIES; i++) {
        struct entry *entry = &pictures->entries[i];
        if (entry->file && entry->width_px == width_px && entry->height_px == height_px && entry->focus_x == focus_x && entry->focus_y == focus_y &&
            strcmp(entry->file, file) == 0)
            return entry;
    }
    return NULL;
}

/* A free entry, or that of the longest unused request. */
static struct entry *slot(struct pictures *pictures)
{
    struct entry *oldest = NULL;
    for (size_t i = 0; i < ENTRIES; i++) {
        struct entry *entry = &pictures->entries[i];
        if (!entry->file)
            return entry;
        if (entry != pictures->working && (!oldest || entry->used < oldest->used))
            oldest = entry;
    }
    assert(oldest); /* one at most is working */
    forget(pictures, oldest);
    return oldest;
}

static bool same_stamp(const struct file_stamp *a, const struct file_stamp *b)
{
    return a->modified_ns == b->modified_ns && a->size_bytes == b->size_bytes && a->inode == b->inode;
}

enum picture_state pictures_want(struct pictures *pictures, const char *file, int width_px, int height_px, int focus_x, int focus_y)
{
    assert(width_px > 0 && height_px > 0 && width_px <= 1 << 15 && height_px <= 1 << 15);
    struct file_stamp stamp = {.size_bytes = -1};
    bool there = file_stat(file, &stamp);
    struct entry *entry = find(pictures, file, width_px, height_px, focus_x, focus_y);
    bool fresh = entry && same_stamp(&entry->stamp, &stamp);
    if (!entry) {
        entry = slot(pictures);
        size_t bytes = strlen(file) + 1;
        *entry = (struct entry){.file = memory_alloc(bytes), .width_px = width_px, .height_px = height_px, .focus_x = focus_x, .focus_y = focus_y};
        memcpy(entry->file, file, bytes);
    }
    entry->used = ++pictures->turn;
    entry->wanted = true;
    if (!fresh) {
        if (pictures->working == entry)
            cancel(pictures);
        entry->stamp = stamp;
        entry->asked = pictures->turn;
        entry->state = PICTURES_PENDING;
        entry->failure = NULL;
        entry->starts = entry->crashes = 0;
        if (!there)
            fail(entry, "missing");
    }
    start_next(pictures);
    return entry->state;
}

const struct frame *pictures_get(struct pictures *pictures, const char *file, int width_px, int height_px, int focus_x, int focus_y)
{
    struct entry *entry = find(pictures, file, width_px, height_px, focus_x, focus_y);
    if (!entry || !entry->frame.pixels)
        return NULL;
    entry->used = ++pictures->turn;
    return &entry->frame;
}

void pictures_spend(struct pictures *pictures, const char *file, int width_px, int height_px, int focus_x, int focus_y, int rows)
{
    struct entry *entry = find(pictures, file, width_px, height_px, focus_x, focus_y);
    if (!entry || !entry->frame.pixels)
        return;
    if (rows >= height_px)
        forget(pictures, entry);
    else
        sandbox_give_back(entry->frame.pixels, (size_t)rows * (size_t)entry->frame.stride_px * sizeof *entry->frame.pixels);
}

const char *pictures_failure(const struct pictures *pictures, const char *file)
{
    const struct entry *latest = NULL;
    for (size_t i = 0; i < ENTRIES; i++) {
        const struct entry *entry = &pictures->entries[i];
        if (entry->file && entry->state == PICTURES_FAILED && strcmp(entry->file, file) == 0 && (!latest || entry->used > latest->used))
            latest = entry;
    }
    return latest ? latest->failure : NULL;
}

enum picture_state pictures_wait(struct pictures *pictures, const char *file, int width_px, int height_px, int focus_x, int focus_y)
{
    enum picture_state state = pictures_want(pictures, file, width_px, height_px, focus_x, focus_y);
    /* Each turn ends one child or uses up one start: others in the queue come first, then ours. A file that is written without end does
     * not hold us up for ever. */
    for (int turns = 0; state == PICTURES_PENDING && turns < 2 * ENTRIES; turns++) {
        if (pictures->working) {
            sandbox_wait(&pictures->child, PATIENCE_MS);
            take_result(pictures);
        }
        state = pictures_want(pictures, file, width_px, height_px, focus_x, focus_y);
    }
    return state;
}

void pictures_drop(struct pictures *pictures)
{
    for (size_t i = 0; i < ENTRIES; i++) {
        struct entry *entry = &pictures->entries[i];
        /* What failed holds no pixels, and is worth remembering: else a broken file would cost a child each time round. */
        if (entry->file && !entry->wanted && entry->state != PICTURES_FAILED)
            forget(pictures, entry);
        entry->wanted = false;
    }
    start_next(pictures);
}

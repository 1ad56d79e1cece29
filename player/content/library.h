/* The articles of a playlist, read when they are needed and kept as long as they fit: a folder of ten thousand costs no more at
 * start-up than a folder of ten. It knows files and their stamps; it knows no slides. */
#ifndef PARVIS_CONTENT_LIBRARY_H
#define PARVIS_CONTENT_LIBRARY_H

#include "base/diag.h"
#include "base/instant.h"

#include <stdbool.h>
#include <stddef.h>

struct article;
struct item;
struct playlist;

/* A fact that outlives its article in memory, for the agenda and for what has ended. Strings belong to the library. */
struct library_date {
    bool is_deadline;
    const char *title;
    const char *place;
    struct wall start, end; /* a deadline: start = end = until */
    bool has_end, all_day, has_time;
};

struct library;

/* Who is told before a file is opened or shown, in case it ends the program, and who knows which ones did so before. `path` can be opened
 * as it is, is "file:line" of an item that has no file of its own, or "" when nothing is in hand. Either function may be called often. */
struct library_guard {
    void *self;
    void (*take)(void *self, const char *path);
    bool (*bars)(void *self, const char *path);
};

/* Sets the guard (NULL: none), which is borrowed: set it before anything is read. An article that is barred cannot be used, and a problem
 * says so. */
void library_set_guard(struct library *library, const struct library_guard *guard);

/* Tells the guard that this item is in hand; NULL: none is. */
void library_take(const struct library *library, const struct item *item);

/* True when the guard bars the item: it is left out. */
bool library_bars(const struct library *library, const struct item *item);

/* Opens SOURCE (see playlist_open; NULL: none yet). Reads the playlist, no article yet. The caller owns it. */
struct library *library_create(const char *source);

/* Frees everything; NULL is allowed. */
void library_destroy(struct library *library);

/* The playlist, borrowed until the library is destroyed or library_refresh says LIBRARY_NEW_PLAYLIST. */
const struct playlist *library_playlist(const struct library *library);

/* The article of an ITEM_ARTICLE, parsed on the first call; NULL when it cannot be used (see library_diags). Borrowed until the next
 * call of library_article for another item or of library_refresh: take what you need into your own arena. A correction of the item
 * has already been applied to its facts. */
const struct article *library_article(struct library *library, const struct item *item);

/* The dates of an item's article as far as it was read: false when it was never read (or changed since). An article without dates gives
 * true and 0. */
bool library_dates(const struct library *library, const struct item *item, const struct library_date **dates, size_t *count);

/* Reads one article that was not read yet (background work between two steps). False when all are read. */
bool library_read_one(struct library *library);

enum library_change { LIBRARY_SAME, LIBRARY_NEW_ARTICLES, LIBRARY_NEW_PLAYLIST };

/* Looks again at what changed on disk. `path` NULL: at everything; else only at that file (a name from inotify). A playlist that
 * can no longer be parsed keeps the old one in force (its errors are in library_diags): a typo never empties the screen. */
enum library_change library_refresh(struct library *library, const char *path);

/* Looks at another source from now on, as a whole: another folder, or the same name in another working directory. `changed` names the files
 * that are other ones than before, as paths that end alike; NULL: look at everything. Articles whose file has the same stamp are not read
 * again (a generation of a store is hard links: one article of ten thousand that changed costs one). As library_refresh, what cannot be
 * understood leaves the old playlist in force: open it elsewhere first when the two must not mix. */
enum library_change library_refresh_from(struct library *library, const char *source, const char *const *changed, size_t count);

/* The venue's name for the holding slide while no playlist says it. */
void library_name_venue(struct library *library, const char *venue);

/* Folders that a watcher should watch; borrowed until the next refresh. */
const char *const *library_folders(const struct library *library, size_t *count);

/* What is wrong in the playlist and in the articles read so far, playlist first. Borrowed until the next call on the library. */
const struct diags *library_diags(struct library *library);

#endif

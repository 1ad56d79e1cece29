/* The library's own inside, shared by the files that look at it again when something changed. Private to content/library*.c; nobody else
 * includes it. */
#ifndef PARVIS_CONTENT_LIBRARY_INSIDE_H
#define PARVIS_CONTENT_LIBRARY_INSIDE_H

#include "base/diag.h"
#include "content/library.h"
#include "content/library_record.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct article;
struct playlist;

/* Eight articles: the one on screen, the ones around it, and what an agenda or a step back may ask for. */
enum { CACHED_MOST = 8, FOLDERS_MOST = 64 };

/* An article in memory, for the item at `index`. */
struct cached {
    struct article *article;
    size_t index;
    unsigned long used;
};

struct library {
    struct arena *arena; /* as old as the library: source, folders of pictures */
    const char *source;
    struct playlist *playlist;
    uint64_t digest;             /* of the playlist in force */
    struct diags playlist_diags; /* of the playlist as it was last read, in force or not */
    struct library_record *records; /* one for each item, in their order */
    size_t record_count;
    size_t next_unread;             /* no unread article lies before it */
    struct cached cached[CACHED_MOST];
    unsigned long uses;
    struct diags all;
    bool all_stale;
    const char *picture_folders[FOLDERS_MOST];
    size_t picture_folder_count;
    const char *folders[FOLDERS_MOST];
    size_t folder_count;
    const struct library_guard *guard; /* NULL: none */
};

/* Makes the article at `index` unread again. */
void library_forget(struct library *library, size_t index);

/* Puts a playlist in force: another one, or the same one with other items. Records of articles that are in both stay. */
void library_adopt(struct library *library, struct playlist *playlist);

#endif

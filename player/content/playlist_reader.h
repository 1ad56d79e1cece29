/* What the files that read a playlist hand to each other: the playlist under construction and where its problems go.
 * Private to content/playlist*.c and to settings.c, whose values are the same; nobody else includes it. */
#ifndef PARVIS_CONTENT_PLAYLIST_READER_H
#define PARVIS_CONTENT_PLAYLIST_READER_H

#include "content/playlist.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct yaml_node;

/* Ceilings of one reading, so that a playlist of five thousand patterns over ten thousand files ends too: names looked at, files taken
 * (a carousel item takes many), missing files for which the nearest name is looked for. */
enum {
    PLAYLIST_MOST_FOLDERS = 64,
    PLAYLIST_MOST_NAMES = 50000,
    PLAYLIST_MOST_LOOKS = 200000,
    PLAYLIST_MOST_FILES = 40000,
    PLAYLIST_MOST_NEAREST = 20
};

/* Items grow in `scratch`, which is thrown away, and move to the playlist's arena in one piece at the end. */
struct playlist_reader {
    struct playlist *playlist;
    struct arena *arena;   /* the playlist's own */
    struct arena *scratch; /* freed when reading is over */
    struct diags *diags;
    struct item *items;
    size_t count;
    size_t capacity;
    bool full;             /* the ceiling was reached and reported */
    size_t looks;          /* names looked at so far */
    size_t files;          /* files taken so far */
    int nearest;           /* nearest names looked for so far */
    bool spent;            /* a ceiling of files was reached and reported */
    const char *folders[PLAYLIST_MOST_FOLDERS];
    size_t folder_count;
    const char **missing; /* in the playlist's arena */
    size_t missing_count;
    size_t missing_capacity;
};

#endif

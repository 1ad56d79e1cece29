#include "content/library.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"
#include "content/article.h"
#include "content/library_correct.h"
#include "content/library_digest.h"
#include "content/library_inside.h"
#include "content/library_record.h"
#include "content/picture.h"
#include "content/playlist.h"
#include "content/playlist_files.h"

#include <stdio.h>
#include <string.h>

static void library_drop_cached(struct cached *cached)
{
    article_destroy(cached->article);
    *cached = (struct cached){0};
}

static void library_drop_all_cached(struct library *library)
{
    for (size_t i = 0; i < CACHED_MOST; i++)
        library_drop_cached(&library->cached[i]);
}

static void library_free_records(struct library_record *records, size_t count)
{
    for (size_t i = 0; i < count; i++)
        library_record_forget(&records[i]);
    memory_free(records);
}

static void library_add_folders(struct library *library, const char *const *folders, size_t count)
{
    for (size_t i = 0; i < count && library->folder_count < FOLDERS_MOST; i++) {
        bool known = false;
        for (size_t j = 0; j < library->folder_count && !known; j++)
            known = strcmp(library->folders[j], folders[i]) == 0;
        if (!known)
            library->folders[library->folder_count++] = folders[i];
    }
}

static void library_list_folders(struct library *library)
{
    library->folder_count = 0;
    library_add_folders(library, library->playlist->folders, library->playlist->folder_count);
    library_add_folders(library, library->picture_folders, library->picture_folder_count);
}

static struct library_record *library_new_records(const struct playlist *playlist)
{
    struct library_record *records = memory_alloc((playlist->item_count + 1) * sizeof *records);
    for (size_t i = 0; i < playlist->item_count; i++)
        if (playlist->items[i].kind == ITEM_ARTICLE)
            records[i].digest = library_digest_article(&playlist->items[i]);
    return records;
}

enum { KEY_MOST = 1024 };

/* The file of an item, or its line in the playlist. */
static const char *library_key(const struct item *item, char path[KEY_MOST])
{
    if (item->file_count > 0)
        return item->files[0].path;
    snprintf(path, KEY_MOST, "%s:%d", item->place.file ? item->place.file : "", item->place.line);
    return path;
}

/* Reads an article, unless it is one that ended the program. */
static struct article *library_open_article(const struct library *library, const struct item *item, const struct article_settings *settings,
                                            struct diags *diags)
{
    if (library_bars(library, item)) {
        diag_add(diags, DIAG_ERROR, (struct place){.file = item->files[0].path}, "quarantined",
                 "cet article a fait tomber l’affichage deux fois ; il est laissé de côté jusqu’à ce que son fichier change",
                 "this article ended the display twice; it is left out until its file changes");
        return NULL;
    }
    library_take(library, item);
    return article_load(item->files[0].path, settings, diags);
}

struct library *library_create(const char *source)
{
    struct library *library = memory_alloc(sizeof *library);
    library->arena = arena_create();
    library->source = arena_copy(library->arena, source);
    diag_init(&library->playlist_diags);
    diag_init(&library->all);
    library->playlist = playlist_open(source, &library->playlist_diags);
    diag_sort(&library->playlist_diags);
    library->digest = library_digest_playlist(library->playlist);
    library->records = library_new_records(library->playlist);
    library->record_count = library->playlist->item_count;
    library->all_stale = true;
    library_list_folders(library);
    return library;
}

void library_destroy(struct library *library)
{
    if (!library)
        return;
    library_drop_all_cached(library);
    library_free_records(library->records, library->record_count);
    playlist_destroy(library->playlist);
    diag_finish(&library->playlist_diags);
    diag_finish(&library->all);
    arena_destroy(library->arena);
    memory_free(library);
}

void library_set_guard(struct library *library, const struct library_guard *guard)
{
    library->guard = guard;
}

void library_take(const struct library *library, const struct item *item)
{
    char path[KEY_MOST];
    if (library->guard)
        library->guard->take(library->guard->self, item ? library_key(item, path) : "");
}

bool library_bars(const struct library *library, const struct item *item)
{
    char path[KEY_MOST];
    return library->guard && library->guard->bars(library->guard->self, library_key(item, path));
}

const struct playlist *library_playlist(const struct library *library)
{
    return library->playlist;
}

/* The place of an article item in the playlist; false for any other item. A copy of an item is found by its file. */
static bool library_index(const struct library *library, const struct item *item, size_t *index)
{
    const struct playlist *playlist = library->playlist;
    if (item->kind != ITEM_ARTICLE || item->file_count == 0)
        return false;
    uintptr_t first = (uintptr_t)playlist->items, here = (uintptr_t)item;
    if (here >= first && here < (uintptr_t)(playlist->items + playlist->item_count)) {
        *index = (here - first) / sizeof *item;
        return true;
    }
    uint64_t digest = library_digest_article(item);
    for (size_t i = 0; i < playlist->item_count; i++)
        if (playlist->items[i].kind == ITEM_ARTICLE && library->records[i].digest == digest) {
            *index = i;
            return true;
        }
    return false;
}

static void library_note_picture_folder(struct library *library, const char *folder)
{
    for (size_t i = 0; i < library->picture_folder_count; i++)
        if (strcmp(library->picture_folders[i], folder) == 0)
            return;
    if (library->picture_folder_count < FOLDERS_MOST)
        library->picture_folders[library->picture_folder_count++] = arena_copy(library->arena, folder);
}

/* Where the pictures of an article lie, or would be looked for first. */
static void library_note_pictures(struct library *library, const struct article *article)
{
    struct arena *scratch = arena_create();
    for (size_t i = 0; i < article->image_count; i++) {
        const char *path = article->images[i].file;
        if (!path && article->images[i].path && !strstr(article->images[i].path, "://")) {
            const char *written = article->images[i].path;
            path = file_join(scratch, library->playlist->folder, written + strspn(written, "/"));
        }
        if (path)
            library_note_picture_folder(library, file_directory(scratch, path));
    }
    library_add_folders(library, library->picture_folders, library->picture_folder_count);
    arena_destroy(scratch);
}

/* Reads the article of an item and its record. The record of a file that did not change is kept as it is: its texts may be in use. */
static struct article *library_load(struct library *library, size_t index)
{
    const struct playlist *playlist = library->playlist;
    const struct item *item = &playlist->items[index];
    struct library_record *record = &library->records[index];
    struct article_settings settings = {
        .zone = playlist->zone,
        .folder = playlist->folder,
        .site_root = playlist->site_root,
        .site = playlist->site,
        .language = playlist->language,
    };
    struct file_stamp stamp = {0};
    struct diags diags;
    diag_init(&diags);
    bool stamped = file_stat(item->files[0].path, &stamp);
    struct article *article = library_open_article(library, item, &settings, &diags);
    if (article) {
        article->facts = library_correct_facts(article, &item->correct, playlist->zone, &diags);
        library_note_pictures(library, article);
    }
    bool same = record->state == RECORD_READ && article && stamped && record->stamped &&
                memcmp(&stamp, &record->stamp, sizeof stamp) == 0;
    if (!same) {
        diag_sort(&diags);
        library_record_forget(record);
        record->summary = library_record_summarise(article, &diags);
        record->state = article ? RECORD_READ : RECORD_UNUSABLE;
        record->stamped = stamped;
        record->stamp = stamp;
        library->all_stale = true;
    }
    diag_finish(&diags);
    return article;
}

/* A free place, or that of the article that was not asked for the longest. */
static struct cached *library_place(struct library *library)
{
    struct cached *oldest = &library->cached[0];
    for (size_t i = 1; i < CACHED_MOST; i++)
        if (library->cached[i].used < oldest->used)
            oldest = &library->cached[i];
    library_drop_cached(oldest);
    return oldest;
}

const struct article *library_article(struct library *library, const struct item *item)
{
    size_t index = 0;
    if (!library_index(library, item, &index) || library->records[index].state == RECORD_UNUSABLE)
        return NULL;
    for (size_t i = 0; i < CACHED_MOST; i++)
        if (library->cached[i].article && library->cached[i].index == index) {
            library->cached[i].used = ++library->uses;
            return library->cached[i].article;
        }
    struct article *article = library_load(library, index);
    if (article)
        *library_place(library) = (struct cached){.article = article, .index = index, .used = ++library->uses};
    return article;
}

bool library_dates(const struct library *library, const struct item *item, const struct library_date **dates, size_t *count)
{
    size_t index = 0;
    *dates = NULL;
    *count = 0;
    if (!library_index(library, item, &index) || library->records[index].state == RECORD_UNREAD)
        return false;
    *dates = library->records[index].summary->dates;
    *count = library->records[index].summary->date_count;
    return true;
}

bool library_read_one(struct library *library)
{
    for (; library->next_unread < library->playlist->item_count; library->next_unread++) {
        size_t index = library->next_unread;
        if (library->playlist->items[index].kind != ITEM_ARTICLE || library->records[index].state != RECORD_UNREAD)
            continue;
        article_destroy(library_load(library, index));
        return true;
    }
    return false;
}

void library_forget(struct library *library, size_t index)
{
    library_record_forget(&library->records[index]);
    for (size_t i = 0; i < CACHED_MOST; i++)
        if (library->cached[i].article && library->cached[i].index == index)
            library_drop_cached(&library->cached[i]);
    if (index < library->next_unread)
        library->next_unread = index;
    library->all_stale = true;
}

void library_adopt(struct library *library, struct playlist *playlist)
{
    struct library_record *records = library_new_records(playlist);
    if (library_digest_settings(playlist) == library_digest_settings(library->playlist))
        library_record_move(library->records, library->record_count, records, playlist->item_count);
    library_drop_all_cached(library);
    library_free_records(library->records, library->record_count);
    if (library->playlist != playlist)
        playlist_destroy(library->playlist);
    library->playlist = playlist;
    library->records = records;
    library->record_count = playlist->item_count;
    library->digest = library_digest_playlist(playlist);
    library->next_unread = 0;
    library->all_stale = true;
    library_list_folders(library);
}

void library_name_venue(struct library *library, const char *venue)
{
    if (!library->playlist->venue[0])
        library->playlist->venue = arena_copy(library->playlist->arena, venue);
}

const char *const *library_folders(const struct library *library, size_t *count)
{
    *count = library->folder_count;
    return library->folders;
}

const struct diags *library_diags(struct library *library)
{
    if (!library->all_stale)
        return &library->all;
    diag_finish(&library->all);
    diag_init(&library->all);
    diag_append(&library->all, &library->playlist_diags);
    for (size_t i = 0; i < library->playlist->item_count; i++) {
        const struct library_summary *summary = library->records[i].summary;
        for (size_t j = 0; summary && j < summary->diag_count; j++) {
            const struct diag *diag = &summary->diags[j];
            if (library->all.count == DIAGS_MOST) { /* counted, not compared with a thousand others */
                library->all.dropped++;
                library->all.errors += diag->level == DIAG_ERROR;
                continue;
            }
            diag_add(&library->all, diag->level, diag->place, diag->code, "%s%.0s", "%.0s%s", diag->french, diag->english);
        }
    }
    library->all_stale = false;
    return &library->all;
}

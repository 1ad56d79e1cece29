#include "content/library.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"
#include "content/article.h"
#include "content/library_correct.h"
#include "content/library_digest.h"
#include "content/library_record.h"
#include "content/picture.h"
#include "content/playlist.h"
#include "content/playlist_files.h"

#include <stdio.h>
#include <string.h>

/* Eight articles: the one on screen, the ones around it, and what an agenda or a step back may ask for. */
enum { CACHED_MOST = 8, FOLDERS_MOST = 64 };

/* More changed files than that: looking at everything is cheaper. */
enum { MOVED_MOST = 64 };

static const char *const library_playlist_suffixes[] = {".yaml", ".yml", NULL};

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
        library->guard->take(library->guard->self, library_key(item, path));
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
        .language = playlist->language,
    };
    struct file_stamp stamp = {0};
    struct diags diags;
    diag_init(&diags);
    bool stamped = file_stat(item->files[0].path, &stamp);
    struct article *article = library_open_article(library, item, &settings, &diags);
    if (article) {
        article->facts = library_correct_facts(article, &item->correct, playlist->zone);
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

static void library_forget(struct library *library, size_t index)
{
    library_record_forget(&library->records[index]);
    for (size_t i = 0; i < CACHED_MOST; i++)
        if (library->cached[i].article && library->cached[i].index == index)
            library_drop_cached(&library->cached[i]);
    if (index < library->next_unread)
        library->next_unread = index;
    library->all_stale = true;
}

/* Puts a playlist in force: another one, or the same one with other items. */
static void library_adopt(struct library *library, struct playlist *playlist)
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

/* Whether a playlist that was just read must not replace the one in force, since that would empty the screen by mistake: it cannot be
 * understood, all its items are wrong, or the playlist file has gone (an editor that saves by renaming). */
static bool library_must_keep(const struct library *library, const struct playlist *playlist, struct diags *diags)
{
    struct file_stamp stamp;
    const struct playlist *old = library->playlist;
    if (!old->usable)
        return false;
    bool gone = file_has_suffix(old->file, library_playlist_suffixes) && strcmp(old->file, playlist->file) != 0 &&
                !file_stat(old->file, &stamp);
    if (gone)
        diag_add(diags, DIAG_ERROR, (struct place){.file = old->file}, "playlist-missing",
                 "la liste de lecture a disparu ; remettez-la, ou relancez pour jouer tout le dossier",
                 "the playlist has gone; put it back, or start again to play the whole folder");
    return gone || !playlist->usable || (playlist->item_count == 0 && old->item_count > 0 && diags->errors > 0);
}

static bool library_same_diags(const struct diags *a, const struct diags *b)
{
    if (a->count != b->count || a->dropped != b->dropped)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->items[i].french, b->items[i].french) != 0 || a->items[i].place.line != b->items[i].place.line ||
            strcmp(a->items[i].place.file, b->items[i].place.file) != 0)
            return false;
    return true;
}

/* Reads the source again. True when another playlist is in force afterwards. */
static bool library_reopen(struct library *library)
{
    struct diags diags;
    diag_init(&diags);
    struct playlist *playlist = playlist_open(library->source, &diags);
    bool adopted = false;
    if (!library_must_keep(library, playlist, &diags)) {
        adopted = library_digest_playlist(playlist) != library->digest;
        if (adopted)
            library_adopt(library, playlist);
        else
            playlist_destroy(playlist);
    } else {
        diag_add(&diags, DIAG_WARNING, (struct place){.file = library->playlist->file}, "playlist-kept",
                 "la version précédente reste à l’écran jusqu’à la correction", "the version before stays on screen until this is mended");
        adopted = playlist_take_urgent(library->playlist, playlist);
        if (adopted)
            library_adopt(library, library->playlist);
        playlist_destroy(playlist);
    }
    diag_sort(&diags);
    if (!library_same_diags(&diags, &library->playlist_diags))
        library->all_stale = true;
    diag_finish(&library->playlist_diags);
    library->playlist_diags = diags;
    return adopted;
}

/* True when the file of a record that was read is another now, or has gone or come. */
static bool library_has_changed(const struct library *library, size_t index)
{
    const struct library_record *record = &library->records[index];
    struct file_stamp stamp = {0};
    bool stamped = file_stat(library->playlist->items[index].files[0].path, &stamp);
    return stamped != record->stamped || (stamped && memcmp(&stamp, &record->stamp, sizeof stamp) != 0);
}

static enum library_change library_refresh_all(struct library *library)
{
    enum library_change change = library_reopen(library) ? LIBRARY_NEW_PLAYLIST : LIBRARY_SAME;
    for (size_t i = 0; i < library->playlist->item_count; i++) {
        struct library_record *record = &library->records[i];
        if (record->state == RECORD_UNREAD)
            continue;
        /* Which pictures changed is not known: articles with pictures are taken for changed. */
        if (record->summary->picture_count == 0 && !library_has_changed(library, i))
            continue;
        library_forget(library, i);
        if (change == LIBRARY_SAME)
            change = LIBRARY_NEW_ARTICLES;
    }
    return change;
}

/* Whether any item plays that file as it is. */
static bool library_plays(const struct playlist *playlist, const char *path)
{
    for (size_t i = 0; i < playlist->item_count; i++)
        for (size_t j = 0; j < playlist->items[i].file_count; j++)
            if (strcmp(playlist->items[i].files[j].path, path) == 0)
                return true;
    return false;
}

/* Forgets the articles that are that file and changed, or that name it as a picture. A file that has gone is not forgotten: either the
 * playlist drops it, or it comes back (an editor that saves by renaming). True when there was one. */
static bool library_forget_path(struct library *library, const char *path, bool there, bool picture)
{
    bool forgotten = false;
    uint32_t digest = library_digest_name(path);
    for (size_t i = 0; i < library->playlist->item_count; i++) {
        const struct item *item = &library->playlist->items[i];
        if (item->kind != ITEM_ARTICLE || library->records[i].state == RECORD_UNREAD)
            continue;
        bool same = there && strcmp(item->files[0].path, path) == 0;
        if ((same && library_has_changed(library, i)) || (picture && library_record_has_picture(&library->records[i], digest))) {
            library_forget(library, i);
            forgotten = true;
        }
    }
    return forgotten;
}

static enum library_change library_refresh_path(struct library *library, const char *path)
{
    struct file_stamp stamp;
    bool picture = file_has_suffix(path, picture_suffixes);
    bool playing = library_plays(library->playlist, path), there = file_stat(path, &stamp);
    bool changed = (playing && there && picture) || library_forget_path(library, path, there, picture);
    /* A file that plays and is still there changes no list; anything else may: a new file, one that has gone, the playlist itself. */
    if (!(playing && there) && library_reopen(library))
        return LIBRARY_NEW_PLAYLIST;
    return changed ? LIBRARY_NEW_ARTICLES : LIBRARY_SAME;
}

enum library_change library_refresh(struct library *library, const char *path)
{
    if (!path)
        return library_refresh_all(library);
    struct arena *scratch = arena_create();
    enum library_change change = library_refresh_path(library, playlist_files_tidy(scratch, path));
    arena_destroy(scratch);
    return change;
}

/* True when the record's article names a picture that is among the changed files. */
static bool library_has_changed_picture(const struct library_record *record, const char *const *changed, size_t count)
{
    for (size_t i = 0; record->summary->picture_count && i < count; i++)
        if (library_record_has_picture(record, library_digest_name(changed[i])))
            return true;
    return false;
}

enum library_change library_move(struct library *library, const char *source, const char *const *changed, size_t count)
{
    if (strcmp(source, library->source) != 0)
        library->source = arena_copy(library->arena, source);
    if (!changed || count > MOVED_MOST)
        return library_refresh_all(library);
    enum library_change change = library_reopen(library) ? LIBRARY_NEW_PLAYLIST : count ? LIBRARY_NEW_ARTICLES : LIBRARY_SAME;
    for (size_t i = 0; i < library->playlist->item_count; i++)
        if (library->records[i].state != RECORD_UNREAD &&
            (library_has_changed(library, i) || library_has_changed_picture(&library->records[i], changed, count)))
            library_forget(library, i);
    return change;
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

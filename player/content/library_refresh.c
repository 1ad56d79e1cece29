#include "content/library_inside.h"

#include "base/arena.h"
#include "base/file.h"
#include "content/library_digest.h"
#include "content/picture.h"
#include "content/playlist.h"
#include "content/playlist_files.h"

#include <string.h>

/* More changed files than that: looking at everything is cheaper. */
enum { MOVED_MOST = 64 };

static const char *const library_playlist_suffixes[] = {".yaml", ".yml", NULL};

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

enum library_change library_refresh_from(struct library *library, const char *source, const char *const *changed, size_t count)
{
    if (!library->source || strcmp(source, library->source) != 0)
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

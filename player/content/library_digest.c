#include "content/library_digest.h"

#include "base/file.h"
#include "content/playlist.h"

#include <stdbool.h>
#include <stddef.h>

/* FNV-1a, 64 bits (draft-eastlake-fnv): not against malice, only against repetition. */
#define DIGEST_BASIS UINT64_C(0xcbf29ce484222325)
#define DIGEST_PRIME UINT64_C(0x100000001b3)

static void digest_byte(uint64_t *digest, unsigned char byte)
{
    *digest = (*digest ^ byte) * DIGEST_PRIME;
}

static void digest_number(uint64_t *digest, int64_t number)
{
    for (int shift = 0; shift < 64; shift += 8)
        digest_byte(digest, (unsigned char)((uint64_t)number >> shift & 0xFF));
}

/* NULL and "" differ; the end of a text is told from its continuation. */
static void digest_text(uint64_t *digest, const char *text)
{
    digest_byte(digest, text ? 1 : 0);
    for (; text && *text; text++)
        digest_byte(digest, (unsigned char)*text);
    digest_byte(digest, 0);
}

static void digest_flags(uint64_t *digest, bool a, bool b, bool c, bool d)
{
    digest_byte(digest, (unsigned char)(a | b << 1 | c << 2 | d << 3));
}

static void digest_correction(uint64_t *digest, const struct correction *correct)
{
    digest_flags(digest, correct->present, correct->has_deadline, correct->drop_deadline, correct->deadline_has_time);
    digest_flags(digest, correct->has_event, correct->drop_event, correct->event_has_end, correct->event_all_day);
    digest_flags(digest, correct->drop_link, false, false, false);
    digest_number(digest, correct->line);
    digest_number(digest, correct->deadline.ms);
    digest_number(digest, correct->event_start.ms);
    digest_number(digest, correct->event_end.ms);
    digest_text(digest, correct->event_place);
    digest_text(digest, correct->link);
    digest_flags(digest, correct->has_day, correct->next != NULL, false, false);
    digest_number(digest, correct->day.ms);
}

static void digest_item(uint64_t *digest, const struct item *item)
{
    digest_number(digest, (int64_t)item->kind);
    digest_text(digest, item->place.file);
    digest_number(digest, item->place.line);
    digest_number(digest, item->place.column);
    for (size_t i = 0; i < item->file_count; i++) {
        digest_text(digest, item->files[i].path);
        digest_text(digest, item->files[i].alt);
        digest_number(digest, item->files[i].line);
        digest_number(digest, item->files[i].column);
    }
    digest_flags(digest, item->has_from, item->has_until, item->urgent, item->has_time);
    digest_flags(digest, item->has_start, item->has_end, false, false);
    digest_number(digest, item->from.ms);
    digest_number(digest, item->until.ms);
    digest_number(digest, item->start.ms);
    digest_number(digest, item->end.ms);
    digest_number(digest, (int64_t)item->days << 32 | (int64_t)item->show);
    digest_number(digest, (int64_t)item->hours_start_min << 32 | item->hours_end_min);
    digest_number(digest, item->dwell_ms);
    digest_number(digest, (int64_t)item->transition << 32 | item->priority);
    for (const struct correction *correct = &item->correct; correct; correct = correct->next)
        digest_correction(digest, correct);
    digest_text(digest, item->title);
    digest_text(digest, item->text);
    digest_text(digest, item->link);
    digest_text(digest, item->label);
    digest_text(digest, item->where);
}

uint64_t library_digest_settings(const struct playlist *playlist)
{
    uint64_t digest = DIGEST_BASIS;
    digest_text(&digest, playlist->timezone);
    digest_text(&digest, playlist->language);
    digest_text(&digest, playlist->folder);
    digest_text(&digest, playlist->site_root);
    digest_text(&digest, playlist->site);
    return digest;
}

uint64_t library_digest_playlist(const struct playlist *playlist)
{
    uint64_t digest = library_digest_settings(playlist);
    digest_text(&digest, playlist->file);
    digest_text(&digest, playlist->venue);
    digest_text(&digest, playlist->theme);
    digest_number(&digest, playlist->theme_line);
    digest_number(&digest, playlist->dwell_ms);
    digest_number(&digest, (int64_t)playlist->transition);
    digest_number(&digest, playlist->distance_mm);
    digest_number(&digest, playlist->diagonal_mm);
    for (size_t i = 0; i < playlist->folder_count; i++)
        digest_text(&digest, playlist->folders[i]);
    for (size_t i = 0; i < playlist->item_count; i++)
        digest_item(&digest, &playlist->items[i]);
    return digest;
}

uint64_t library_digest_article(const struct item *item)
{
    uint64_t digest = DIGEST_BASIS;
    digest_text(&digest, item->file_count ? item->files[0].path : NULL);
    for (const struct correction *correct = &item->correct; correct; correct = correct->next)
        digest_correction(&digest, correct);
    return digest;
}

uint32_t library_digest_name(const char *path)
{
    uint64_t digest = DIGEST_BASIS;
    digest_text(&digest, file_base(path));
    return (uint32_t)(digest ^ digest >> 32);
}

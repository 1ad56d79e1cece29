#include "content/abouts.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/lexis.h"

#include <string.h>

enum { ABOUT_MOST = 220, ABOUT_REACH = 8, ABOUT_LEAST = 30 };

/* Whole sentences of a text, at most ABOUT_MOST bytes; one that ends with a colon announces what stands elsewhere, and is none. */
static const char *sentences(struct arena *arena, const char *text)
{
    struct lexis lexis = lexis_read(arena, text);
    size_t end = 0;
    for (size_t i = 0; i < lexis.count; i++) {
        bool last = i + 1 == lexis.count || lexis.items[i + 1].sentence != lexis.items[i].sentence;
        if (lexis.items[i].end > ABOUT_MOST && end > 0)
            break;
        if (lexis.items[i].end > ABOUT_MOST + ABOUT_MOST / 3)
            return "";
        if (last && !lexis_is_sign(&lexis.items[i], ':'))
            end = lexis.items[i].end;
    }
    return arena_copy_bytes(arena, text, end);
}

/* A paragraph with words of its own beside its links. */
static bool tells(const struct passage *passage, const struct passage *home)
{
    static const char further[] = "Pour en savoir plus";
    const struct block *block = passage->block;
    size_t own = 0;
    if (passage == home || !block || (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_QUOTE) || block->important)
        return false;
    for (size_t i = 0; i < block->span_count; i++)
        own += block->spans[i].link < 0 ? strlen(block->spans[i].text) : 0;
    return own > ABOUT_LEAST && strncmp(passage->text, further, sizeof further - 1) != 0;
}

/* It belongs to the same box, or outside of boxes to the same section. */
static bool belongs(const struct passage *passage, const struct passage *home)
{
    int box = home->block->box;
    return box ? passage->block->box == box : home->above && passage->above == home->above;
}

/* Of several events of a section, each in paragraphs of its own: only what stands behind the date, as far as the next one. */
static const char *about_behind(const struct titles *titles, const struct passage *home)
{
    for (size_t i = home->index + 1; i < titles->passages->count && i <= home->index + ABOUT_REACH; i++) {
        const struct passage *passage = &titles->passages->items[i];
        if (passage->role != PASSAGE_BODY || !belongs(passage, home) || titles_holds_date(titles, passage, 0, strlen(passage->text)))
            break;
        if (tells(passage, home))
            return sentences(titles->arena, passage->text);
    }
    return "";
}

/* The first paragraph of the section or box that tells something, "Au programme" before all others. */
static const char *about_around(const struct titles *titles, const struct passage *home)
{
    const struct passages *passages = titles->passages;
    const char *first = "";
    size_t from = home->index > ABOUT_REACH ? home->index - ABOUT_REACH : 0;
    for (size_t i = from; i < passages->count && i <= home->index + ABOUT_REACH; i++) {
        const struct passage *passage = &passages->items[i];
        if (passage->role != PASSAGE_BODY || !tells(passage, home) || !belongs(passage, home))
            continue;
        if (strncmp(passage->text, "Au programme", 12) == 0)
            return sentences(titles->arena, passage->text);
        first = first[0] ? first : sentences(titles->arena, passage->text);
    }
    return first;
}

const char *abouts_of(const struct titles *titles, const struct occurrence *occurrence)
{
    const struct passage *home = occurrence->reading ? occurrence->reading->passage : NULL;
    if (!home || !home->block || home->role != PASSAGE_BODY)
        return "";
    bool own = home->block->kind == BLOCK_PARAGRAPH && titles_is_shared(titles, occurrence->reading);
    return own ? about_behind(titles, home) : about_around(titles, home);
}

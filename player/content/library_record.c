#include "content/library_record.h"

#include "base/memory.h"
#include "content/article.h"
#include "content/facts.h"
#include "content/library_digest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Texts move to the end of the block one after another; on the first round `at` is NULL and only bytes are counted. */
struct packer {
    char *at;
    size_t bytes;
};

static const char *pack_text(struct packer *packer, const char *text)
{
    size_t length = strlen(text) + 1;
    packer->bytes += length;
    if (!packer->at)
        return NULL;
    char *copy = packer->at;
    memcpy(copy, text, length);
    packer->at += length;
    return copy;
}

/* The article's title; a deadline that names what ends (one session of several) says that too. */
static const char *pack_deadline_title(struct packer *packer, const struct article *article, const struct deadline *deadline)
{
    static const char joiner[] = " — ";
    if (!deadline->subject || !deadline->subject[0])
        return pack_text(packer, article->title);
    size_t length = strlen(article->title) + strlen(joiner) + strlen(deadline->subject) + 1;
    packer->bytes += length;
    if (!packer->at)
        return NULL;
    char *copy = packer->at;
    snprintf(copy, length, "%s%s%s", article->title, joiner, deadline->subject);
    packer->at += length;
    return copy;
}

static size_t record_date_count(const struct article *article)
{
    return article && !article->draft ? article->facts->deadline_count + article->facts->event_count : 0;
}

static void record_pack_dates(struct packer *packer, struct library_summary *summary, const struct article *article)
{
    const struct facts *facts = article->facts;
    for (size_t i = 0; i < facts->deadline_count; i++) {
        const struct deadline *deadline = &facts->deadlines[i];
        struct library_date date = {
            .is_deadline = true,
            .title = pack_deadline_title(packer, article, deadline),
            .place = pack_text(packer, ""),
            .start = deadline->until,
            .end = deadline->until,
            .has_end = true,
            .has_time = deadline->has_time,
        };
        if (summary)
            summary->dates[i] = date;
    }
    for (size_t i = 0; i < facts->event_count; i++) {
        const struct event *event = &facts->events[i];
        struct library_date date = {
            .title = pack_text(packer, event->title && event->title[0] ? event->title : article->title),
            .place = pack_text(packer, event->place ? event->place : ""),
            .start = event->start,
            .end = event->end,
            .has_end = event->has_end,
            .all_day = event->all_day,
            .has_time = !event->all_day,
        };
        if (summary)
            summary->dates[facts->deadline_count + i] = date;
    }
}

static void record_pack_diags(struct packer *packer, struct library_summary *summary, const struct diags *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        struct diag diag = diags->items[i];
        diag.place.file = pack_text(packer, diag.place.file);
        diag.french = pack_text(packer, diag.french);
        diag.english = pack_text(packer, diag.english);
        if (summary)
            summary->diags[i] = diag;
    }
}

static void record_pack(struct packer *packer, struct library_summary *summary, const struct article *article,
                        const struct diags *diags)
{
    if (record_date_count(article) > 0)
        record_pack_dates(packer, summary, article);
    record_pack_diags(packer, summary, diags);
}

struct library_summary *library_record_summarise(const struct article *article, const struct diags *diags)
{
    size_t dates = record_date_count(article), pictures = article ? article->image_count : 0;
    struct packer packer = {0};
    record_pack(&packer, NULL, article, diags);
    size_t date_bytes = dates * sizeof(struct library_date), diag_bytes = diags->count * sizeof(struct diag);
    size_t head = sizeof(struct library_summary);
    char *block = memory_alloc(head + date_bytes + diag_bytes + pictures * sizeof(uint32_t) + packer.bytes);
    /* Widest alignment first: dates and diags are of eight bytes, digests of four, texts of one. */
    struct library_summary *summary = (void *)block;
    summary->dates = (void *)(block + head);
    summary->date_count = dates;
    summary->diags = (void *)(block + head + date_bytes);
    summary->diag_count = diags->count;
    summary->pictures = (void *)(block + head + date_bytes + diag_bytes);
    summary->picture_count = pictures;
    for (size_t i = 0; i < pictures; i++)
        summary->pictures[i] = library_digest_name(article->images[i].path ? article->images[i].path : "");
    packer = (struct packer){.at = block + head + date_bytes + diag_bytes + pictures * sizeof(uint32_t)};
    record_pack(&packer, summary, article, diags);
    return summary;
}

void library_record_forget(struct library_record *record)
{
    memory_free(record->summary);
    record->summary = NULL;
    record->state = RECORD_UNREAD;
    record->stamped = false;
}

/* A record that was read, by its digest. */
struct moving {
    uint64_t digest;
    size_t index;
};

static int record_moving_order(const void *a, const void *b)
{
    const struct moving *left = a, *right = b;
    if (left->digest != right->digest)
        return left->digest < right->digest ? -1 : 1;
    return left->index < right->index ? -1 : left->index > right->index;
}

static const struct moving *record_find(const struct moving *moving, size_t count, uint64_t digest)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (moving[middle].digest < digest)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && moving[low].digest == digest ? &moving[low] : NULL;
}

void library_record_move(struct library_record *from, size_t from_count, struct library_record *to, size_t to_count)
{
    size_t count = 0;
    struct moving *moving = memory_alloc((from_count + 1) * sizeof *moving);
    for (size_t i = 0; i < from_count; i++)
        if (from[i].state != RECORD_UNREAD)
            moving[count++] = (struct moving){from[i].digest, i};
    qsort(moving, count, sizeof *moving, record_moving_order);
    for (size_t i = 0; i < to_count; i++) {
        const struct moving *found = to[i].digest ? record_find(moving, count, to[i].digest) : NULL;
        if (!found || from[found->index].state == RECORD_UNREAD)
            continue;
        to[i] = from[found->index];
        from[found->index] = (struct library_record){0};
    }
    memory_free(moving);
}

bool library_record_has_picture(const struct library_record *record, uint32_t digest)
{
    for (size_t i = 0; record->summary && i < record->summary->picture_count; i++)
        if (record->summary->pictures[i] == digest)
            return true;
    return false;
}

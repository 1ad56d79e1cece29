#include "content/sheet_again.h"

#include "content/grammar.h"
#include "content/sheet.h"

#include <stdbool.h>

enum { TWICE_MINUTES = 30 };

/* "10h et 15h", "10h ou 15h" (one comes to either), "10h, 15h", "10h, puis à 15h". */
static bool joins_beginnings(const struct sheet *sheet, size_t end, size_t first)
{
    const struct lexeme *joint = &sheet->items[end < sheet->count ? end : sheet->count];
    if (first == end + 2)
        return lexis_is_sign(joint, ',') && lexis_is_word(&sheet->items[end + 1], "puis");
    return lexis_is_sign(joint, ',') || lexis_is_word_of(joint, sheet->grammar->and);
}

/* The hour at `index` is one beginning more behind that which ends before lexeme `end`: "10h[, 14h] et 15h". */
static bool begins_again(const struct sheet *sheet, size_t index, size_t end, int before)
{
    const struct time_mention *next = index < sheet->time_count ? &sheet->times[index] : NULL;
    bool joined = next && next->first <= end + 2 && joins_beginnings(sheet, end, next->first);
    return joined && next->start >= before + TWICE_MINUTES && next->end < 0 && !next->zone;
}

/* "10h30 pour les 3-6 ans, …": behind the words that say for whom an hour is, or `end` when there are none. */
static size_t behind_purpose(const struct sheet *sheet, size_t end)
{
    enum { PURPOSE_MOST = 8 };
    if (end + 1 >= sheet->count || !lexis_is_word_of(&sheet->items[end], sheet->grammar->serving) || !lexis_is_word_of(&sheet->items[end + 1], sheet->grammar->determiners))
        return end;
    for (size_t i = end + 1; i + 1 < sheet->count && i <= end + PURPOSE_MOST && !sheet->covered[i]; i++)
        if ((lexis_is_sign(&sheet->items[i], ',') || lexis_is_word_of(&sheet->items[i], sheet->grammar->and)) && sheet->covered[i + 1])
            return i;
    return end;
}

/* The hours from `index` on are so many beginnings more. */
static void set_returns(struct sheet *sheet, struct hour *hour, size_t index, size_t run)
{
    hour->returns = (struct returns){.told = true, .pause = -1, .start = sheet->times[index].start, .more_count = run - 1};
    for (size_t i = 0; i < run; i++) {
        sheet->used[index + i] = true;
        if (i > 0)
            hour->returns.more[i - 1] = sheet->times[index + i].start;
    }
}

void sheet_again_take(struct sheet *sheet, struct hour *hour, size_t index)
{
    size_t run = 0, end = behind_purpose(sheet, hour->end_index);
    int before = hour->start;
    bool each = end > hour->end_index, closed = false; /* by "et" */
    if (hour->start < 0 || hour->end >= 0)
        return;
    while (!closed && run <= RETURNS_MOST_MORE && begins_again(sheet, index + run, end, before)) {
        closed = sheet->items[end].kind == LEXEME_WORD || lexis_is_word(&sheet->items[end + 1], "puis");
        before = sheet->times[index + run].start;
        end = sheet->times[index + run].end_index;
        run++;
        if (each && !closed)
            end = behind_purpose(sheet, end);
    }
    if (!(closed || (each && run > 0)) || (run > 1 && lexis_is_sign(&sheet->items[end < sheet->count ? end : sheet->count], ':')))
        return; /* "à 8h, 12h et 19h : départ, repas et retour" */
    hour->end_index = end;
    set_returns(sheet, hour, index, run);
}

size_t sheet_again_first(const struct sheet *sheet, size_t index, size_t after)
{
    while (index > 0) {
        const struct time_mention *before = &sheet->times[index - 1];
        bool open = before->first >= after && !sheet->used[index - 1] && before->start >= 0 && before->end < 0;
        if (!open || !begins_again(sheet, index, before->end_index, before->start))
            break;
        index--;
    }
    return index;
}

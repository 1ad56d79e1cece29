#include "content/readings_close.h"

#include "content/grammar.h"
#include "content/readings.h"
#include "content/sheet.h"

#include <stdbool.h>

enum { EVENING_LEAST = 18 * 60, NIGHT_MOST = 6 * 60, DAY_MINUTES = 24 * 60 };

/* "Fin prévue à 12h30.": the sentence of an hour begins with the word for an end, says hardly more, and names no day. */
static bool is_end_alone(const struct sheet *sheet, const struct time_mention *time)
{
    enum { LEAD_MOST = 8 };
    size_t first = time->first;
    while (first > 0 && time->first - first <= LEAD_MOST && sheet->items[first - 1].sentence == sheet->items[time->first].sentence)
        first--;
    if (first == 0 || time->start < 0 || time->end >= 0 || !lexis_is_word_of(&sheet->items[first], sheet->grammar->column_ends))
        return false;
    for (size_t i = first + 1; i < time->first; i++)
        if (!sheet_is_glue(sheet, i))
            return false; /* "Fin des inscriptions à 12h" */
    const struct lexeme *behind = &sheet->items[time->end_index];
    return behind->kind == LEXEME_SIGN;
}

/* The only event of the passage, when it begins at an hour of one day and is not told to end; NULL otherwise. */
static struct reading *only_open(struct readings *readings, size_t from)
{
    struct reading *only = NULL;
    for (size_t i = from; i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        if (reading->kind != READING_EVENT)
            continue;
        if (only || reading->span.range || reading->start_minutes < 0 || reading->end_minutes >= 0)
            return NULL;
        only = reading;
    }
    return only;
}

void readings_close(struct readings *readings, struct sheet *sheet, size_t from)
{
    struct reading *event = sheet->time_count ? only_open(readings, from) : NULL;
    for (size_t i = 0; event && i < sheet->time_count; i++) {
        const struct time_mention *time = &sheet->times[i];
        int end = event->start_minutes >= EVENING_LEAST && time->start <= NIGHT_MOST ? time->start + DAY_MINUTES : time->start; /* "Fin à 1h" of a ball */
        if (sheet->used[i] || time->first < event->mention || end <= event->start_minutes || !is_end_alone(sheet, time))
            continue;
        event->end_minutes = end;
        sheet->used[i] = true;
        return;
    }
}

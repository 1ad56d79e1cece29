#include "content/sheet_days.h"

#include "base/arena.h"
#include "content/sheet.h"

#include <string.h>

/* "Mardi 3" of that week. */
static void tell_month(struct date_mention *date, const struct date_day *told)
{
    struct date_span *span = &date->spans[0];
    if (!date->partial || date->span_count != 1 || span->range || span->first.day != told->day)
        return;
    span->first = span->last = *told;
    date->partial = false;
}

void sheet_days_find(struct sheet *sheet)
{
    const struct passage *passage = sheet->passage;
    sheet->dates = dates_find(sheet->arena, &passage->lexis, sheet->grammar, &sheet->date_count);
    if (!passage->day_told)
        return;
    if (sheet->date_count && sheet->dates[0].first == 0) {
        tell_month(&sheet->dates[0], passage->day_told);
        return;
    }
    struct date_mention *dates = arena_alloc(sheet->arena, (sheet->date_count + 1) * sizeof *dates);
    struct date_mention day = {.span_count = 1, .end = 1, .spans = {{.first = *passage->day_told, .last = *passage->day_told, .end = 1}}};
    if (sheet->date_count)
        memcpy(dates + 1, sheet->dates, sheet->date_count * sizeof *dates);
    dates[0] = day;
    sheet->dates = dates;
    sheet->date_count++;
}

#include "content/likeness.h"

#include "base/civil.h"
#include "content/dates.h"
#include "content/likeness_marks.h"
#include "content/passages.h"
#include "content/sheet.h"

enum { LENGTH_STEP = 4, LENGTH_MOST = 8, SPANS_MOST = 3, PAST_DAYS = 26 };

bool likeness_slots_ahead(const struct sheet *sheet, const struct date_day *day, int64_t *ahead)
{
    const struct passage *passage = sheet->passage;
    if (!passage->page_dated || day->month < 1 || day->day < 1)
        return false;
    int year = day->year > 0 ? day->year : civil_from_days(passage->page_day).year;
    *ahead = civil_to_days(year, day->month, day->day) - passage->page_day;
    if (day->year <= 0 && *ahead < -PAST_DAYS)
        *ahead = civil_to_days(year + 1, day->month, day->day) - passage->page_day;
    return true;
}

/* How far off it is, in steps that grow. */
static void add_ahead(struct likeness_marks *marks, const struct sheet *sheet, const struct date_day *day)
{
    static const int64_t steps[] = {-30, 0, 1, 8, 36, 71, 131, 221, 401};
    int64_t ahead = 0;
    size_t step = 0;
    if (!likeness_slots_ahead(sheet, day, &ahead))
        return;
    while (step < sizeof steps / sizeof *steps && ahead >= steps[step])
        step++;
    likeness_marks_add_number(marks, "ahead", step);
    likeness_marks_add_number(marks, day->weekday >= 0 ? "ahead by weekday" : "ahead by number", step);
    likeness_marks_add_number(marks, day->year > 0 ? "ahead with year" : "ahead without year", step);
}

size_t likeness_slots(const struct sheet *sheet, size_t index, int ruled, uint16_t slots[LIKENESS_MOST])
{
    const struct date_mention *date = &sheet->dates[index];
    const struct date_span *span = &date->spans[0];
    struct likeness_side left, right;
    struct likeness_marks marks = {.slots = slots, .most = LIKENESS_MOST};
    likeness_marks_add_number(&marks, "rules", (size_t)ruled);
    likeness_marks_find_sides(sheet, date->first, date->end, &left, &right);
    likeness_marks_add_side(&marks, &left, "l", "<");
    likeness_marks_add_side(&marks, &right, "r", ">");
    likeness_marks_add_word(&marks, "first", likeness_marks_text(&left.tokens[left.count > 1 ? left.count - 2 : 0]));
    likeness_marks_add_cues(&marks, sheet, date->first, date->end);
    likeness_marks_add_around(&marks, sheet, date->first, date->end);
    likeness_marks_add_place(&marks, sheet->passage);
    if (span->first.weekday >= 0)
        likeness_marks_add(&marks, "weekday");
    if (span->range)
        likeness_marks_add(&marks, "range");
    if (span->last.year > 0)
        likeness_marks_add(&marks, "year");
    add_ahead(&marks, sheet, &span->first);
    size_t length = (left.count + right.count) / LENGTH_STEP;
    likeness_marks_add_number(&marks, "spans", date->span_count < SPANS_MOST ? date->span_count : SPANS_MOST);
    likeness_marks_add_number(&marks, "length", length < LENGTH_MOST ? length : LENGTH_MOST);
    return marks.count;
}

#include "content/readings_series.h"

#include "content/article.h"
#include "content/readings.h"
#include "content/verdict.h"

enum { SERIES_MOST = 40, HOURS_MOST = 200 };

/* The day opens a line that a paragraph announces, which says that things take place. */
static bool opens_line(const struct reading *reading)
{
    const struct passage *passage = reading->passage;
    bool plain = !passage->past && !passage->calls && !passage->schedule && !passage->others && !passage->elsewhere && !passage->off;
    return passage->role == PASSAGE_BODY && passage->intro && passage->meets && plain && lexis_at(&passage->lexis, reading->date_begin) <= 1;
}

/* A word of its line forbids it. */
static bool is_forbidden(const struct passage *passage)
{
    static const enum cue_kind kinds[] = {CUE_OFF, CUE_CLOSED, CUE_LIMIT, CUE_ENDS, CUE_CALL, CUE_LAW, CUE_PAST, CUE_UNTIL, CUE_BEFORE, CUE_HOURS};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (passages_has_cue(passage, kinds[i]))
            return true;
    return false;
}

/* The paragraph that announces the list tells the hours of all. */
static bool has_hours(const struct readings *readings, const struct passage *intro)
{
    for (size_t i = 0; i < readings->hours_count && i < HOURS_MOST; i++)
        if (readings->hours[i].passage == intro && readings->hours[i].start_minutes >= 0 && !readings->hours[i].closes)
            return true;
    return false;
}

static bool is_settled(const struct readings *readings, size_t index)
{
    const struct passage *intro = readings->items[index].passage->intro;
    size_t events = 0, others = 0, from = index > SERIES_MOST ? index - SERIES_MOST : 0;
    for (size_t i = from; i < readings->count && i <= index + SERIES_MOST; i++) {
        const struct reading *other = &readings->items[i];
        if (other->passage->intro != intro || !opens_line(other))
            continue;
        events += other->kind == READING_EVENT && !other->off;
        others += other->kind == READING_NONE;
        if (other->kind == READING_DEADLINE)
            return false;
    }
    return events > 0 && events >= others;
}

void readings_series_settle(struct readings *readings)
{
    for (size_t i = 0; i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        bool silent = reading->kind == READING_NONE && (reading->why == WHY_UNCLEAR || reading->why == WHY_WORDS) && opens_line(reading) && !is_forbidden(reading->passage);
        if (!silent || !has_hours(readings, reading->passage->intro) || !is_settled(readings, i))
            continue;
        reading->kind = READING_EVENT;
        reading->alike = reading->strong = reading->announced = true;
    }
}

#include "show/report.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/log.h"
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>

/* The texts that were told, as sorted sums (FNV-1a); DIAGS_MOST bounds them. */
struct report {
    bool english;
    uint64_t told[DIAGS_MOST];
    size_t told_count;
};

struct report *report_create(bool english)
{
    struct report *report = memory_alloc(sizeof *report);
    report->english = english;
    return report;
}

void report_destroy(struct report *report)
{
    memory_free(report);
}

static uint64_t sum_of(const char *text)
{
    uint64_t sum = 0xcbf29ce484222325u;
    for (; *text; text++)
        sum = (sum ^ (unsigned char)*text) * 0x100000001b3u;
    return sum;
}

static int compare(const void *left, const void *right)
{
    const uint64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

void report_tell(struct report *report, const struct diags *diags)
{
    struct arena *arena = arena_create();
    size_t count = diags->count < DIAGS_MOST ? diags->count : DIAGS_MOST;
    uint64_t *sums = arena_alloc(arena, (count + 1) * sizeof *sums);
    for (size_t i = 0; i < count; i++) {
        const char *line = diag_line(arena, &diags->items[i], report->english);
        sums[i] = sum_of(line);
        if (!bsearch(&sums[i], report->told, report->told_count, sizeof *sums, compare))
            log_line(diags->items[i].level == DIAG_ERROR ? LOG_WARNING : LOG_NOTICE, "%s", line);
    }
    for (size_t i = 0; i < count; i++)
        report->told[i] = sums[i];
    report->told_count = count;
    qsort(report->told, count, sizeof *report->told, compare);
    arena_destroy(arena);
}

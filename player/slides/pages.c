#include "slides/pages.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "slides/maker.h"
#include "slides/typography.h"

#include <string.h>

/* Lines of one page; lines that are looked at: as many as all pages could ever hold, and some that do not fit. */
enum { LINES_MOST = PAGES_LINES_MOST, LINES_SEEN = 64 };

/* Where pages begin while they are tried: page p has lines from starts[p] up to starts[p + 1]. */
struct division {
    size_t starts[PAGES_MOST + 1];
    size_t pages;
};

struct splitting {
    const struct maker *maker;
    const struct slide *first;
    const struct text_line *lines;
    const size_t *weights; /* characters of each line */
    size_t count;
    size_t lead_weight;
    struct pages_room room;
};

static struct slide page_of(const struct splitting *splitting, size_t start, size_t end)
{
    struct slide slide = *splitting->first;
    slide.body = splitting->lines + start;
    slide.body_count = end - start;
    if (start > 0)
        slide.lead = (struct text_line){"", NULL, 0};
    return slide;
}

/* How many lines from `start` on go on one page of at most `most` characters. */
static size_t fill(const struct splitting *splitting, size_t start, size_t most, bool ask)
{
    size_t weight = start == 0 ? splitting->lead_weight : 0;
    size_t end = start;
    while (end < splitting->count && end - start < LINES_MOST && (end == start || weight + splitting->weights[end] <= most))
        weight += splitting->weights[end++];
    while (ask && end > start) {
        struct slide slide = page_of(splitting, start, end);
        slide.pages = start > 0 || end < splitting->count ? 2 : 1;
        if (maker_fits(splitting->maker, &slide))
            break;
        end--;
    }
    return end - start;
}

static struct division divide(const struct splitting *splitting, size_t most, bool ask)
{
    struct division division = {.pages = 0};
    size_t at = 0;
    while (at < splitting->count && division.pages < splitting->room.pages) {
        size_t lines = fill(splitting, at, most, ask);
        if (!lines)
            break;
        division.starts[division.pages++] = at;
        at += lines;
    }
    division.starts[division.pages] = at;
    return division;
}

/* Characters of the lines from `start` up to `end`, with the lead when they are the first. */
static size_t weight_of(const struct splitting *splitting, size_t start, size_t end)
{
    size_t weight = start == 0 ? splitting->lead_weight : 0;
    for (size_t i = start; i < end; i++)
        weight += splitting->weights[i];
    return weight;
}

static bool all_fit(const struct splitting *splitting, const struct division *division)
{
    for (size_t p = 0; p < division->pages; p++) {
        struct slide slide = page_of(splitting, division->starts[p], division->starts[p + 1]);
        slide.pages = (int)division->pages;
        if (!maker_fits(splitting->maker, &slide))
            return false;
    }
    return true;
}

/* The same number of pages with the lightest heaviest page, so that no lonely line is left for the last. */
static struct division balance(const struct splitting *splitting, const struct division *greedy, size_t most)
{
    size_t reached = greedy->starts[greedy->pages];
    struct splitting part = *splitting;
    part.count = reached;
    size_t least = weight_of(&part, 0, reached) / greedy->pages;
    enum { STEP = 10 };
    for (size_t limit = least; limit < most; limit += STEP) {
        struct division division = divide(&part, limit, false);
        if (division.pages > greedy->pages || division.starts[division.pages] != reached)
            continue;
        return all_fit(&part, &division) ? division : *greedy;
    }
    return *greedy;
}

/* A single line on a page takes one from the neighbour that has some to spare. */
static void keep_company(const struct splitting *splitting, struct division *division, size_t most)
{
    for (size_t p = 1; p < division->pages; p++) {
        size_t before = division->starts[p - 1], start = division->starts[p], end = division->starts[p + 1];
        struct division other = *division;
        if (end - start == 1 && start - before >= 3 && weight_of(splitting, start - 1, end) <= most)
            other.starts[p]--;
        else if (start - before == 1 && end - start >= 3 && weight_of(splitting, before, start + 1) <= most)
            other.starts[p]++;
        else
            continue;
        if (all_fit(splitting, &other))
            *division = other;
    }
}

/* Copies the lines that say something, with their weights. */
static size_t weigh(struct splitting *splitting, struct text_line *kept, size_t *weights, const struct text_line *lines, size_t count)
{
    size_t fitting = 0;
    for (size_t i = 0; i < count; i++) {
        kept[fitting] = lines[i];
        weights[fitting] = utf8_count(typography_plain(splitting->maker->arena, &lines[i]));
        fitting += weights[fitting] > 0;
    }
    return fitting;
}

size_t pages_split(const struct maker *maker, const struct slide *first, const struct text_line *lines, size_t count, struct pages_room room,
                   struct slide pages[PAGES_MOST], size_t *left_out)
{
    struct text_line *kept = arena_alloc(maker->arena, (count + 1) * sizeof *kept);
    size_t *weights = arena_alloc(maker->arena, (count + 1) * sizeof *weights);
    struct splitting splitting = {maker, first, kept, weights, 0, utf8_count(typography_plain(maker->arena, &first->lead)), room};
    size_t given = count;
    splitting.count = weigh(&splitting, kept, weights, lines, count > LINES_SEEN ? LINES_SEEN : count);
    struct division division = divide(&splitting, room.characters, true);
    while (division.starts[division.pages] < splitting.count && division.pages < room.pages) {
        /* A line that no page holds stopped the division: it goes. */
        size_t bad = division.starts[division.pages];
        memmove(kept + bad, kept + bad + 1, (splitting.count - bad - 1) * sizeof *kept);
        memmove(weights + bad, weights + bad + 1, (splitting.count - bad - 1) * sizeof *weights);
        splitting.count--;
        division = divide(&splitting, room.characters, true);
    }
    if (division.pages > 1) {
        division = balance(&splitting, &division, room.characters);
        keep_company(&splitting, &division, room.characters);
    }
    if (left_out)
        *left_out = given - division.starts[division.pages];
    for (size_t p = 0; p < division.pages; p++) {
        pages[p] = page_of(&splitting, division.starts[p], division.starts[p + 1]);
        pages[p].page = (int)p + 1;
        pages[p].pages = (int)division.pages;
        if (p > 0)
            pages[p].id = arena_format(maker->arena, "%s-%zu", first->id, p + 1);
    }
    return division.pages;
}

#include "content/likeness_order.h"

#include "content/grammar.h"
#include "content/likeness_marks.h"
#include "content/passages.h"
#include "content/sheet.h"

#include <string.h>

enum { WORD_BYTES = 40, STEM_BYTES = 5, ENDING_BYTES = 4, HASH_FOLD = 16, SPANS_MOST = 3 };

/* The passage before is seen from so many words before its end, LIKENESS_ORDER_FIELD of them; its very last ones told no more where that was tried. */
enum { BEFORE_MOST = 30 };

enum { DEPTH = LIKENESS_ORDER_DEPTH, CHANNELS = LIKENESS_ORDER_CHANNELS, REACH = LIKENESS_ORDER_WIDE / 2 };

/* The vectors of a side, and empty ones around them. */
struct lane {
    float vectors[(LIKENESS_ORDER_SIDE + 2 * REACH) * DEPTH];
    size_t count;
};

/* The numbers of a convolution. */
struct filter {
    size_t tokens;
    float base[CHANNELS];
    float numbers[LIKENESS_ORDER_WIDE * DEPTH * CHANNELS];
};

static uint16_t slot(const char *text, size_t length, size_t slots)
{
    uint32_t hash = likeness_marks_hash(text, length);
    return (uint16_t)((hash ^ (hash >> HASH_FOLD)) % slots);
}

static void add_text(struct likeness_order_row *row, const char *text)
{
    size_t length = strnlen(text, WORD_BYTES), stem = length < STEM_BYTES ? length : STEM_BYTES, ending = length < ENDING_BYTES ? length : ENDING_BYTES;
    row->tokens[row->count++] = (struct likeness_order_token){.word = slot(text, length, LIKENESS_ORDER_WORDS),
                                                              .stem = slot(text, stem, LIKENESS_ORDER_STEMS),
                                                              .ending = slot(text + length - ending, ending, LIKENESS_ORDER_ENDINGS)};
}

static void add_side(struct likeness_order_row *row, const struct likeness_side *side, size_t most)
{
    for (size_t i = 0; i < side->count && row->count < most; i++)
        add_text(row, likeness_marks_text(&side->tokens[i]));
}

/* The first words of a passage, from so many before its end when `last` is given. */
static void add_passage(struct likeness_order_row *row, const struct passage *passage, size_t last)
{
    size_t count = passage ? passage->lexis.count : 0;
    for (size_t i = last && count > last ? count - last : 0; i < count && row->count < LIKENESS_ORDER_FIELD; i++) {
        struct likeness_token token = likeness_marks_token(&passage->lexis.items[i]);
        add_text(row, likeness_marks_text(&token));
    }
}

void likeness_order_look(const struct sheet *sheet, size_t index, struct likeness_order_view *view)
{
    const struct passage *passage = sheet->passage;
    const struct date_mention *date = &sheet->dates[index];
    struct likeness_side left, right, before, behind;
    memset(view, 0, sizeof *view);
    likeness_marks_find_sides(sheet, date->first, date->end, &left, &right);
    likeness_marks_find_rest(sheet, date->first, date->end, &before, &behind);
    add_side(&view->sides[0], &left, LIKENESS_ORDER_SIDE);
    add_side(&view->sides[0], &before, LIKENESS_ORDER_SIDE);
    add_side(&view->sides[1], &right, LIKENESS_ORDER_SIDE);
    add_side(&view->sides[1], &behind, LIKENESS_ORDER_SIDE);
    add_side(&view->fields[0], &before, LIKENESS_ORDER_FIELD);
    add_side(&view->fields[1], &behind, LIKENESS_ORDER_FIELD);
    add_passage(&view->fields[2], passage->index > 0 ? passage - 1 : NULL, BEFORE_MOST);
    add_passage(&view->fields[3], passage->next, 0);
    add_passage(&view->fields[4], passage->above, 0);
    add_passage(&view->fields[5], passage->intro, LIKENESS_ORDER_FIELD);
    add_passage(&view->fields[6], passage - passage->index, 0);
    view->flags[0] = date->spans[0].first.weekday >= 0;
    view->flags[1] = date->spans[0].range;
    view->flags[2] = date->spans[0].last.year > 0;
    view->flags[3] = (float)(date->span_count < SPANS_MOST ? date->span_count : SPANS_MOST) / SPANS_MOST;
}

/* Adds a vector of a table. */
static void add_vector(float sums[DEPTH], const signed char *numbers, float scale)
{
    for (size_t i = 0; i < DEPTH; i++)
        sums[i] += scale * (float)numbers[i];
}

static void add_token(float sums[DEPTH], const struct likeness_order *order, struct likeness_order_token token)
{
    add_vector(sums, order->words + (size_t)token.word * DEPTH, order->scales[LIKENESS_ORDER_PART_WORDS]);
    add_vector(sums, order->stems + (size_t)token.stem * DEPTH, order->scales[LIKENESS_ORDER_PART_STEMS]);
    add_vector(sums, order->endings + (size_t)token.ending * DEPTH, order->scales[LIKENESS_ORDER_PART_ENDINGS]);
}

static void fill_lane(struct lane *lane, const struct likeness_order *order, const struct likeness_order_row *row, const signed char *places)
{
    memset(lane->vectors, 0, sizeof lane->vectors);
    lane->count = row->count;
    for (size_t i = 0; i < row->count; i++) {
        float *vector = lane->vectors + (REACH + i) * DEPTH;
        add_token(vector, order, row->tokens[i]);
        add_vector(vector, places + i * DEPTH, order->scales[LIKENESS_ORDER_PART_PLACES]);
    }
}

static void fill_filter(struct filter *filter, size_t tokens, const signed char *numbers, float scale, const signed char *base, float base_scale)
{
    filter->tokens = tokens;
    for (size_t i = 0; i < CHANNELS; i++)
        filter->base[i] = base_scale * (float)base[i];
    for (size_t i = 0; i < tokens * DEPTH * CHANNELS; i++)
        filter->numbers[i] = scale * (float)numbers[i];
}

/* The most that each channel gives anywhere; 0 when all are below. */
static void convolve(const struct filter *filter, const struct lane *lane, float most[CHANNELS])
{
    memset(most, 0, CHANNELS * sizeof *most);
    for (size_t at = 0; at < lane->count; at++) {
        const float *seen = lane->vectors + (REACH + at - filter->tokens / 2) * DEPTH;
        float sums[CHANNELS];
        memcpy(sums, filter->base, sizeof sums);
        for (size_t i = 0; i < filter->tokens * DEPTH; i++)
            for (size_t k = 0; k < CHANNELS; k++)
                sums[k] += seen[i] * filter->numbers[i * CHANNELS + k];
        for (size_t k = 0; k < CHANNELS; k++)
            most[k] = sums[k] > most[k] ? sums[k] : most[k];
    }
}

/* The mean of each field, one token more counted: what is short says less. */
static void fill_means(float means[LIKENESS_ORDER_MEANS], const struct likeness_order *order, const struct likeness_order_view *view)
{
    memset(means, 0, LIKENESS_ORDER_MEANS * sizeof *means);
    for (size_t field = 0; field < LIKENESS_ORDER_FIELDS; field++) {
        const struct likeness_order_row *row = &view->fields[field];
        for (size_t i = 0; i < row->count; i++)
            add_token(means + field * DEPTH, order, row->tokens[i]);
        for (size_t i = 0; i < DEPTH; i++)
            means[field * DEPTH + i] /= (float)(row->count + 1);
    }
}

/* A layer whose channels are 0 where they would be less. */
static void pass_layer(const float *inputs, size_t count, const signed char *numbers, float scale, const signed char *base, float base_scale, float outputs[CHANNELS])
{
    float sums[CHANNELS] = {0};
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < CHANNELS; k++)
            sums[k] += inputs[i] * (float)numbers[i * CHANNELS + k];
    for (size_t k = 0; k < CHANNELS; k++) {
        float sum = scale * sums[k] + base_scale * (float)base[k];
        outputs[k] = sum > 0 ? sum : 0;
    }
}

static void gather(const struct likeness_order *order, const struct likeness_order_view *view, float gathered[LIKENESS_ORDER_GATHERED])
{
    const float *scales = order->scales;
    struct filter narrow, wide;
    float means[LIKENESS_ORDER_MEANS];
    fill_filter(&narrow, LIKENESS_ORDER_NARROW, order->narrow, scales[LIKENESS_ORDER_PART_NARROW], order->narrow_base, scales[LIKENESS_ORDER_PART_NARROW_BASE]);
    fill_filter(&wide, LIKENESS_ORDER_WIDE, order->wide, scales[LIKENESS_ORDER_PART_WIDE], order->wide_base, scales[LIKENESS_ORDER_PART_WIDE_BASE]);
    for (size_t side = 0; side < 2; side++) {
        struct lane lane;
        fill_lane(&lane, order, &view->sides[side], order->places + side * LIKENESS_ORDER_SIDE * DEPTH);
        convolve(&narrow, &lane, gathered + 2 * side * CHANNELS);
        convolve(&wide, &lane, gathered + (2 * side + 1) * CHANNELS);
    }
    fill_means(means, order, view);
    pass_layer(means, LIKENESS_ORDER_MEANS, order->fields, scales[LIKENESS_ORDER_PART_FIELDS], order->fields_base,
               scales[LIKENESS_ORDER_PART_FIELDS_BASE], gathered + 4 * CHANNELS);
    memcpy(gathered + 5 * CHANNELS, view->flags, sizeof view->flags);
}

struct likeness likeness_order_weigh(const struct likeness_order *order, const struct likeness_order_view *view)
{
    float gathered[LIKENESS_ORDER_GATHERED], inner[CHANNELS], answers[LIKENESS_ORDER_ANSWERS];
    gather(order, view, gathered);
    pass_layer(gathered, LIKENESS_ORDER_GATHERED, order->inner, order->scales[LIKENESS_ORDER_PART_INNER], order->inner_base,
               order->scales[LIKENESS_ORDER_PART_INNER_BASE], inner);
    for (size_t answer = 0; answer < LIKENESS_ORDER_ANSWERS; answer++) {
        float sum = 0;
        for (size_t i = 0; i < CHANNELS; i++)
            sum += inner[i] * (float)order->outer[i * LIKENESS_ORDER_ANSWERS + answer];
        answers[answer] = order->scales[LIKENESS_ORDER_PART_OUTER] * sum + order->scales[LIKENESS_ORDER_PART_OUTER_BASE] * (float)order->outer_base[answer];
    }
    return (struct likeness){.deadline = likeness_units(answers[0]), .event = likeness_units(answers[1])};
}

struct likeness likeness_order_of(const struct sheet *sheet, size_t index)
{
    const struct likeness_order *order = sheet->grammar->likeness->order;
    struct likeness_order_view view;
    if (!order)
        return likeness_nothing;
    likeness_order_look(sheet, index, &view);
    return likeness_order_weigh(order, &view);
}

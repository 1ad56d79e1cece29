#include "support/likeness_order_fit.h"

#include "support/adam.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 8, BATCH = 128, SEED = 2024, NUMBER_MOST = 127 };

enum { DEPTH = LIKENESS_ORDER_DEPTH, CHANNELS = LIKENESS_ORDER_CHANNELS, SIDE = LIKENESS_ORDER_SIDE, ANSWERS = LIKENESS_ORDER_ANSWERS, REACH = LIKENESS_ORDER_WIDE / 2 };

static const float rate_most = 2e-3F, dropped = 0.3F, vector_spread = 0.1F, place_spread = 0.05F, vector_decay = 1e-4F;

/* Where a table stands in struct likeness_order, how many numbers it has; of a layer, how many inputs each channel has. */
struct part {
    size_t offset;
    size_t count;
    size_t inputs;
};

#define PART(name, inputs) {offsetof(struct likeness_order, name), sizeof((struct likeness_order *)0)->name, inputs}

static const struct part parts[LIKENESS_ORDER_PARTS] = {
    [LIKENESS_ORDER_PART_WORDS] = PART(words, 0),
    [LIKENESS_ORDER_PART_STEMS] = PART(stems, 0),
    [LIKENESS_ORDER_PART_ENDINGS] = PART(endings, 0),
    [LIKENESS_ORDER_PART_PLACES] = PART(places, 0),
    [LIKENESS_ORDER_PART_NARROW] = PART(narrow, LIKENESS_ORDER_NARROW *DEPTH),
    [LIKENESS_ORDER_PART_NARROW_BASE] = PART(narrow_base, LIKENESS_ORDER_NARROW *DEPTH),
    [LIKENESS_ORDER_PART_WIDE] = PART(wide, LIKENESS_ORDER_WIDE *DEPTH),
    [LIKENESS_ORDER_PART_WIDE_BASE] = PART(wide_base, LIKENESS_ORDER_WIDE *DEPTH),
    [LIKENESS_ORDER_PART_FIELDS] = PART(fields, LIKENESS_ORDER_MEANS),
    [LIKENESS_ORDER_PART_FIELDS_BASE] = PART(fields_base, LIKENESS_ORDER_MEANS),
    [LIKENESS_ORDER_PART_INNER] = PART(inner, LIKENESS_ORDER_GATHERED),
    [LIKENESS_ORDER_PART_INNER_BASE] = PART(inner_base, LIKENESS_ORDER_GATHERED),
    [LIKENESS_ORDER_PART_OUTER] = PART(outer, CHANNELS),
    [LIKENESS_ORDER_PART_OUTER_BASE] = PART(outer_base, CHANNELS),
};

struct net {
    struct adam parts[LIKENESS_ORDER_PARTS];
    uint32_t random;
};

/* One date on its way through the network. `kept` are 0 for what is dropped, so that no number relies on another (N. Srivastava et al.:
 * Dropout, 2014). `won` says where each channel was at its most. */
struct pass {
    float lanes[2][(SIDE + 2 * REACH) * DEPTH];
    float lanes_kept[2][(SIDE + 2 * REACH) * DEPTH];
    float means[LIKENESS_ORDER_MEANS];
    float means_kept[LIKENESS_ORDER_MEANS];
    float gathered[LIKENESS_ORDER_GATHERED];
    float gathered_kept[LIKENESS_ORDER_GATHERED];
    float inner[CHANNELS];
    float inner_kept[CHANNELS];
    float answers[ANSWERS];
    unsigned char won[4][CHANNELS];
};

static void net_open(struct net *net)
{
    net->random = SEED;
    for (size_t i = 0; i < LIKENESS_ORDER_PARTS; i++) {
        bool vectors = i < LIKENESS_ORDER_PART_PLACES;
        float spread = vectors ? vector_spread : i == LIKENESS_ORDER_PART_PLACES ? place_spread : 0;
        net->parts[i] = adam_open(parts[i].count, spread, vectors ? vector_decay : 0, &net->random);
        for (size_t k = 0; k < parts[i].count && parts[i].inputs > 0; k++)
            net->parts[i].weights[k] = (2 * adam_random(&net->random) - 1) / sqrtf((float)parts[i].inputs);
    }
}

static void net_close(struct net *net)
{
    for (size_t i = 0; i < LIKENESS_ORDER_PARTS; i++)
        adam_close(&net->parts[i]);
}

/* Drops some of the values, and makes up for them with the others; `random` NULL: none. */
static void drop(float *values, float *kept, size_t count, uint32_t *random)
{
    for (size_t i = 0; i < count; i++) {
        kept[i] = !random ? 1 : adam_random(random) < dropped ? 0 : 1 / (1 - dropped);
        values[i] *= kept[i];
    }
}

static void add(float *sums, const float *numbers, float share, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sums[i] += share * numbers[i];
}

static void add_token(const struct net *net, struct likeness_order_token token, float *sums)
{
    add(sums, net->parts[LIKENESS_ORDER_PART_WORDS].weights + (size_t)token.word * DEPTH, 1, DEPTH);
    add(sums, net->parts[LIKENESS_ORDER_PART_STEMS].weights + (size_t)token.stem * DEPTH, 1, DEPTH);
    add(sums, net->parts[LIKENESS_ORDER_PART_ENDINGS].weights + (size_t)token.ending * DEPTH, 1, DEPTH);
}

static void add_token_slopes(struct net *net, struct likeness_order_token token, const float *slopes, float share)
{
    add(net->parts[LIKENESS_ORDER_PART_WORDS].slopes + (size_t)token.word * DEPTH, slopes, share, DEPTH);
    add(net->parts[LIKENESS_ORDER_PART_STEMS].slopes + (size_t)token.stem * DEPTH, slopes, share, DEPTH);
    add(net->parts[LIKENESS_ORDER_PART_ENDINGS].slopes + (size_t)token.ending * DEPTH, slopes, share, DEPTH);
}

/* The numbers of a layer, and behind them those of its base. */
static void convolve(const struct adam layer[2], size_t tokens, const float *lane, size_t count, float most[CHANNELS], unsigned char won[CHANNELS])
{
    const float *numbers = layer[0].weights;
    memset(most, 0, CHANNELS * sizeof *most);
    for (size_t at = 0; at < count; at++) {
        const float *seen = lane + (REACH + at - tokens / 2) * DEPTH;
        float sums[CHANNELS];
        memcpy(sums, layer[1].weights, sizeof sums);
        for (size_t i = 0; i < tokens * DEPTH; i++)
            for (size_t k = 0; k < CHANNELS; k++)
                sums[k] += seen[i] * numbers[i * CHANNELS + k];
        for (size_t k = 0; k < CHANNELS; k++)
            if (sums[k] > most[k]) {
                most[k] = sums[k];
                won[k] = (unsigned char)at;
            }
    }
}

/* Only where a channel was at its most does it learn. */
static void convolve_back(struct adam layer[2], size_t tokens, const float *lane, const unsigned char won[CHANNELS], const float slopes[CHANNELS], float *lane_slopes)
{
    const float *numbers = layer[0].weights;
    float *number_slopes = layer[0].slopes;
    for (size_t k = 0; k < CHANNELS; k++) {
        size_t begin = (REACH + won[k] - tokens / 2) * DEPTH;
        layer[1].slopes[k] += slopes[k];
        for (size_t i = 0; i < tokens * DEPTH && slopes[k] != 0; i++) {
            number_slopes[i * CHANNELS + k] += slopes[k] * lane[begin + i];
            lane_slopes[begin + i] += slopes[k] * numbers[i * CHANNELS + k];
        }
    }
}

static void pass_layer(const struct adam layer[2], const float *inputs, size_t count, float outputs[CHANNELS])
{
    memcpy(outputs, layer[1].weights, CHANNELS * sizeof *outputs);
    for (size_t i = 0; i < count; i++)
        add(outputs, layer[0].weights + i * CHANNELS, inputs[i], CHANNELS);
    for (size_t k = 0; k < CHANNELS; k++)
        outputs[k] = outputs[k] > 0 ? outputs[k] : 0;
}

static void pass_layer_back(struct adam layer[2], const float *inputs, size_t count, const float slopes[CHANNELS], float *input_slopes)
{
    add(layer[1].slopes, slopes, 1, CHANNELS);
    for (size_t i = 0; i < count; i++) {
        const float *numbers = layer[0].weights + i * CHANNELS;
        float sum = 0;
        add(layer[0].slopes + i * CHANNELS, slopes, inputs[i], CHANNELS);
        for (size_t k = 0; k < CHANNELS; k++)
            sum += slopes[k] * numbers[k];
        input_slopes[i] = sum;
    }
}

static void look_at_sides(struct net *net, const struct likeness_order_view *view, struct pass *pass, uint32_t *random)
{
    memset(pass->lanes, 0, sizeof pass->lanes);
    for (size_t side = 0; side < 2; side++) {
        const struct likeness_order_row *row = &view->sides[side];
        float *lane = pass->lanes[side], *most = pass->gathered + 2 * side * CHANNELS;
        for (size_t i = 0; i < row->count; i++) {
            add_token(net, row->tokens[i], lane + (REACH + i) * DEPTH);
            add(lane + (REACH + i) * DEPTH, net->parts[LIKENESS_ORDER_PART_PLACES].weights + (side * SIDE + i) * DEPTH, 1, DEPTH);
        }
        drop(lane + REACH * DEPTH, pass->lanes_kept[side] + REACH * DEPTH, row->count * DEPTH, random);
        convolve(&net->parts[LIKENESS_ORDER_PART_NARROW], LIKENESS_ORDER_NARROW, lane, row->count, most, pass->won[2 * side]);
        convolve(&net->parts[LIKENESS_ORDER_PART_WIDE], LIKENESS_ORDER_WIDE, lane, row->count, most + CHANNELS, pass->won[2 * side + 1]);
    }
}

static void look_at_fields(struct net *net, const struct likeness_order_view *view, struct pass *pass, uint32_t *random)
{
    memset(pass->means, 0, sizeof pass->means);
    for (size_t field = 0; field < LIKENESS_ORDER_FIELDS; field++) {
        const struct likeness_order_row *row = &view->fields[field];
        float *mean = pass->means + field * DEPTH;
        for (size_t i = 0; i < row->count; i++)
            add_token(net, row->tokens[i], mean);
        for (size_t i = 0; i < DEPTH; i++)
            mean[i] /= (float)(row->count + 1);
    }
    drop(pass->means, pass->means_kept, LIKENESS_ORDER_MEANS, random);
    pass_layer(&net->parts[LIKENESS_ORDER_PART_FIELDS], pass->means, LIKENESS_ORDER_MEANS, pass->gathered + 4 * CHANNELS);
}

static void go_forward(struct net *net, const struct likeness_order_view *view, struct pass *pass, uint32_t *random)
{
    const struct adam *outer = &net->parts[LIKENESS_ORDER_PART_OUTER];
    look_at_sides(net, view, pass, random);
    look_at_fields(net, view, pass, random);
    memcpy(pass->gathered + 5 * CHANNELS, view->flags, sizeof view->flags);
    drop(pass->gathered, pass->gathered_kept, LIKENESS_ORDER_GATHERED, random);
    pass_layer(&net->parts[LIKENESS_ORDER_PART_INNER], pass->gathered, LIKENESS_ORDER_GATHERED, pass->inner);
    drop(pass->inner, pass->inner_kept, CHANNELS, random);
    for (size_t answer = 0; answer < ANSWERS; answer++) {
        pass->answers[answer] = outer[1].weights[answer];
        for (size_t i = 0; i < CHANNELS; i++)
            pass->answers[answer] += pass->inner[i] * outer->weights[i * ANSWERS + answer];
    }
}

/* The slopes of what was dropped, and of what was below 0, are 0. */
static void pass_back(float *slopes, const float *values, const float *kept, size_t count)
{
    for (size_t i = 0; i < count; i++)
        slopes[i] = values[i] > 0 ? slopes[i] * kept[i] : 0;
}

static void go_back_to_sides(struct net *net, const struct likeness_order_view *view, const struct pass *pass, const float *slopes)
{
    for (size_t side = 0; side < 2; side++) {
        const struct likeness_order_row *row = &view->sides[side];
        const float *lane = pass->lanes[side], *side_slopes = slopes + 2 * side * CHANNELS;
        float lane_slopes[(SIDE + 2 * REACH) * DEPTH] = {0};
        convolve_back(&net->parts[LIKENESS_ORDER_PART_NARROW], LIKENESS_ORDER_NARROW, lane, pass->won[2 * side], side_slopes, lane_slopes);
        convolve_back(&net->parts[LIKENESS_ORDER_PART_WIDE], LIKENESS_ORDER_WIDE, lane, pass->won[2 * side + 1], side_slopes + CHANNELS, lane_slopes);
        for (size_t i = 0; i < row->count; i++) {
            float *vector = lane_slopes + (REACH + i) * DEPTH;
            for (size_t k = 0; k < DEPTH; k++)
                vector[k] *= pass->lanes_kept[side][(REACH + i) * DEPTH + k];
            add_token_slopes(net, row->tokens[i], vector, 1);
            add(net->parts[LIKENESS_ORDER_PART_PLACES].slopes + (side * SIDE + i) * DEPTH, vector, 1, DEPTH);
        }
    }
}

static void go_back_to_fields(struct net *net, const struct likeness_order_view *view, const struct pass *pass, const float *slopes)
{
    float mean_slopes[LIKENESS_ORDER_MEANS];
    pass_layer_back(&net->parts[LIKENESS_ORDER_PART_FIELDS], pass->means, LIKENESS_ORDER_MEANS, slopes, mean_slopes);
    for (size_t i = 0; i < LIKENESS_ORDER_MEANS; i++)
        mean_slopes[i] *= pass->means_kept[i];
    for (size_t field = 0; field < LIKENESS_ORDER_FIELDS; field++) {
        const struct likeness_order_row *row = &view->fields[field];
        for (size_t i = 0; i < row->count; i++)
            add_token_slopes(net, row->tokens[i], mean_slopes + field * DEPTH, 1 / (float)(row->count + 1));
    }
}

/* `slopes` are those of the answers. */
static void go_back(struct net *net, const struct likeness_order_view *view, const struct pass *pass, const float slopes[ANSWERS])
{
    struct adam *outer = &net->parts[LIKENESS_ORDER_PART_OUTER];
    float inner_slopes[CHANNELS] = {0}, gathered_slopes[LIKENESS_ORDER_GATHERED];
    for (size_t answer = 0; answer < ANSWERS; answer++) {
        outer[1].slopes[answer] += slopes[answer];
        for (size_t i = 0; i < CHANNELS; i++) {
            outer->slopes[i * ANSWERS + answer] += slopes[answer] * pass->inner[i];
            inner_slopes[i] += slopes[answer] * outer->weights[i * ANSWERS + answer];
        }
    }
    pass_back(inner_slopes, pass->inner, pass->inner_kept, CHANNELS);
    pass_layer_back(&net->parts[LIKENESS_ORDER_PART_INNER], pass->gathered, LIKENESS_ORDER_GATHERED, inner_slopes, gathered_slopes);
    pass_back(gathered_slopes, pass->gathered, pass->gathered_kept, LIKENESS_ORDER_GATHERED);
    go_back_to_sides(net, view, pass, gathered_slopes);
    go_back_to_fields(net, view, pass, gathered_slopes + 4 * CHANNELS);
}

/* Cross entropy of both answers, as a mean over the batch. */
static void learn(struct net *net, const struct likeness_order_sample *sample, size_t batch)
{
    struct pass pass = {.won = {{0}}};
    const float truth[ANSWERS] = {sample->deadline, sample->event};
    float slopes[ANSWERS];
    go_forward(net, sample->view, &pass, &net->random);
    for (size_t i = 0; i < ANSWERS; i++)
        slopes[i] = (1 / (1 + expf(-pass.answers[i])) - truth[i]) / (float)(ANSWERS * batch);
    go_back(net, sample->view, &pass, slopes);
}

static void net_train(struct net *net, const struct likeness_order_sample *samples, size_t count)
{
    size_t *order = calloc(count, sizeof *order);
    assert(order);
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    for (size_t round = 0; round < ROUNDS; round++) {
        adam_shuffle(order, count, &net->random);
        for (size_t begin = 0; begin < count; begin += BATCH) {
            size_t end = begin + BATCH < count ? begin + BATCH : count;
            for (size_t i = begin; i < end; i++)
                learn(net, &samples[order[i]], end - begin);
            for (size_t part = 0; part < LIKENESS_ORDER_PARTS; part++)
                adam_step(&net->parts[part], adam_rate(rate_most, round * count + begin, ROUNDS * count));
        }
    }
    free(order);
}

/* As whole numbers, of which the largest is NUMBER_MOST. */
static void net_round(const struct net *net, struct likeness_order *order)
{
    for (size_t i = 0; i < LIKENESS_ORDER_PARTS; i++) {
        signed char *numbers = (signed char *)order + parts[i].offset;
        const float *weights = net->parts[i].weights;
        float most = 0;
        for (size_t k = 0; k < parts[i].count; k++)
            most = fmaxf(most, fabsf(weights[k]));
        order->scales[i] = most / NUMBER_MOST;
        for (size_t k = 0; k < parts[i].count; k++)
            numbers[k] = (signed char)(most > 0 ? lroundf(weights[k] / order->scales[i]) : 0);
    }
}

void likeness_order_fit(const struct likeness_order_sample *samples, size_t count, struct likeness_order *order)
{
    struct net net;
    net_open(&net);
    net_train(&net, samples, count);
    net_round(&net, order);
    net_close(&net);
}

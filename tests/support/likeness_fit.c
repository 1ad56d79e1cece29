#include "support/likeness_fit.h"

#include "support/adam.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Tried on texts left out. */
enum { BATCH = 128, HIDDEN = LIKENESS_HIDDEN, KINDS = LIKENESS_KINDS };
static const float rate_most = 2e-3F, reach = 0.3F, decay = 1e-6F;

/* What is trained: the slots, and the layers, whose floats stand one behind the other as struct likeness_layers has them. */
struct fit {
    struct adam hidden, direct, layers;
    uint32_t random;
    const struct likeness_pace *pace;
    uint16_t slots[2 * LIKENESS_MOST]; /* of the sample that is looked at, without those that are dropped */
    size_t count;
    float first[HIDDEN], second[HIDDEN], sums[KINDS];
    float first_kept[HIDDEN], second_kept[HIDDEN]; /* 0: dropped */
    bool second_over[HIDDEN];                      /* ... of the second layer, before it is dropped */
};

static struct likeness_layers *layers_of(const struct adam *adam)
{
    return (struct likeness_layers *)(void *)adam->weights;
}

static struct likeness_layers *slopes_of(const struct adam *adam)
{
    return (struct likeness_layers *)(void *)adam->slopes;
}

static float kept(struct fit *fit)
{
    return adam_random(&fit->random) < fit->pace->cells_dropped ? 0 : 1 / (1 - fit->pace->cells_dropped);
}

static void look(struct fit *fit, const struct likeness_sample *sample)
{
    fit->count = 0;
    for (size_t i = 0; i < sample->count && i < sizeof fit->slots / sizeof *fit->slots; i++)
        if (adam_random(&fit->random) >= (i == 0 ? fit->pace->first_dropped : fit->pace->slots_dropped))
            fit->slots[fit->count++] = sample->slots[i];
}

/* As likeness.c does it, with what is dropped. */
static void run(struct fit *fit)
{
    const struct likeness_layers *layers = layers_of(&fit->layers);
    float inner[HIDDEN] = {0};
    for (size_t i = 0; i < fit->count; i++)
        for (size_t h = 0; h < HIDDEN; h++)
            inner[h] += fit->hidden.weights[fit->slots[i] * HIDDEN + h];
    for (size_t h = 0; h < HIDDEN; h++) {
        float sum = inner[h] * reach / (1 - fit->pace->slots_dropped) + layers->first_base[h];
        fit->first_kept[h] = sum > 0 ? kept(fit) : 0;
        fit->first[h] = sum * fit->first_kept[h];
    }
    for (size_t h = 0; h < HIDDEN; h++) {
        float sum = layers->second_base[h];
        for (size_t k = 0; k < HIDDEN; k++)
            sum += layers->second[h][k] * fit->first[k];
        fit->second_over[h] = sum > 0;
        fit->second_kept[h] = kept(fit);
        fit->second[h] = fit->first[h] + (sum > 0 ? sum * fit->second_kept[h] : 0);
    }
    for (size_t k = 0; k < KINDS; k++) {
        float sum = layers->last_base[k];
        for (size_t h = 0; h < HIDDEN; h++)
            sum += layers->last[k][h] * fit->second[h];
        for (size_t i = 0; i < fit->count; i++)
            sum += fit->direct.weights[fit->slots[i] * KINDS + k];
        fit->sums[k] = sum;
    }
}

/* How far the sums are from the truth, handed back to all that made them. */
static void hand_back(struct fit *fit, const struct likeness_sample *sample)
{
    const struct likeness_layers *layers = layers_of(&fit->layers);
    struct likeness_layers *slopes = slopes_of(&fit->layers);
    float errors[KINDS], second[HIDDEN] = {0}, first[HIDDEN];
    for (size_t k = 0; k < KINDS; k++) {
        errors[k] = (1 / (1 + expf(-fit->sums[k])) - (float)sample->truths[k]) / (BATCH * KINDS);
        slopes->last_base[k] += errors[k];
        for (size_t h = 0; h < HIDDEN; h++) {
            slopes->last[k][h] += errors[k] * fit->second[h];
            second[h] += errors[k] * layers->last[k][h];
        }
        for (size_t i = 0; i < fit->count; i++)
            fit->direct.slopes[fit->slots[i] * KINDS + k] += errors[k];
    }
    memcpy(first, second, sizeof first);
    for (size_t h = 0; h < HIDDEN; h++) {
        float error = fit->second_over[h] ? second[h] * fit->second_kept[h] : 0;
        slopes->second_base[h] += error;
        for (size_t k = 0; k < HIDDEN && error != 0; k++) {
            slopes->second[h][k] += error * fit->first[k];
            first[k] += error * layers->second[h][k];
        }
    }
    for (size_t h = 0; h < HIDDEN; h++) {
        first[h] *= fit->first_kept[h];
        slopes->first_base[h] += first[h];
        first[h] *= reach / (1 - fit->pace->slots_dropped);
    }
    for (size_t i = 0; i < fit->count; i++)
        for (size_t h = 0; h < HIDDEN; h++)
            fit->hidden.slopes[fit->slots[i] * HIDDEN + h] += first[h];
}

static void open_layers(struct fit *fit)
{
    struct likeness_layers *layers = layers_of(&fit->layers);
    const float spread = 2 / sqrtf(HIDDEN);
    for (size_t h = 0; h < HIDDEN; h++) {
        layers->second_base[h] = spread * (adam_random(&fit->random) - 0.5F);
        for (size_t k = 0; k < HIDDEN; k++)
            layers->second[h][k] = spread * (adam_random(&fit->random) - 0.5F);
        for (size_t k = 0; k < KINDS; k++)
            layers->last[k][h] = spread * (adam_random(&fit->random) - 0.5F);
    }
}

struct likeness_fitted likeness_fit(const struct likeness_sample *samples, size_t count, const struct likeness_pace *pace)
{
    struct fit *fit = calloc(1, sizeof *fit);
    size_t *order = calloc(count, sizeof *order), steps = pace->rounds * ((count + BATCH - 1) / BATCH), step = 0;
    fit->random = 2023;
    fit->pace = pace;
    fit->hidden = adam_open((size_t)LIKENESS_SLOTS * HIDDEN, 0.05F, decay, &fit->random);
    fit->direct = adam_open((size_t)LIKENESS_SLOTS * KINDS, 0, decay, &fit->random);
    fit->layers = adam_open(sizeof(struct likeness_layers) / sizeof(float), 0, decay, &fit->random);
    open_layers(fit);
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    for (size_t round = 0; round < pace->rounds; round++) {
        adam_shuffle(order, count, &fit->random);
        for (size_t from = 0; from < count; from += BATCH, step++) {
            for (size_t i = from; i < count && i < from + BATCH; i++) {
                look(fit, &samples[order[i]]);
                run(fit);
                hand_back(fit, &samples[order[i]]);
            }
            float rate = adam_rate(rate_most, step, steps);
            adam_step(&fit->hidden, rate);
            adam_step(&fit->direct, rate);
            adam_step(&fit->layers, rate);
        }
    }
    struct likeness_fitted fitted = {.hidden = fit->hidden.weights, .direct = fit->direct.weights, .layers = *layers_of(&fit->layers)};
    for (size_t i = 0; i < fit->hidden.count; i++)
        fitted.hidden[i] *= reach;
    fit->hidden.weights = fit->direct.weights = NULL;
    adam_close(&fit->hidden);
    adam_close(&fit->direct);
    adam_close(&fit->layers);
    free(order);
    free(fit);
    return fitted;
}

void likeness_fitted_close(struct likeness_fitted *fitted)
{
    free(fitted->hidden);
    free(fitted->direct);
}

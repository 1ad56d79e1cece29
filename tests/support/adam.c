#include "support/adam.h"

#include <math.h>
#include <stdlib.h>

enum { SUMMED = 12 }; /* so many even numbers are nearly normal when they are summed up */

static const float mean_kept = 0.9F, square_kept = 0.999F, least = 1e-8F;

float adam_random(uint32_t *random)
{
    *random = *random * 1664525U + 1013904223U; /* Numerical Recipes */
    return (float)(*random >> 8) / (float)(1U << 24);
}

static float normal(uint32_t *random)
{
    float sum = -(float)SUMMED / 2;
    for (int i = 0; i < SUMMED; i++)
        sum += adam_random(random);
    return sum;
}

struct adam adam_open(size_t count, float spread, float decay, uint32_t *random)
{
    struct adam adam = {.count = count, .decay = decay, .weights = calloc(count, sizeof(float)), .slopes = calloc(count, sizeof(float)),
                        .means = calloc(count, sizeof(float)), .squares = calloc(count, sizeof(float))};
    for (size_t i = 0; i < count && spread > 0; i++)
        adam.weights[i] = spread * normal(random);
    return adam;
}

void adam_step(struct adam *adam, float rate)
{
    adam->steps++;
    float mean_share = 1 / (1 - powf(mean_kept, (float)adam->steps)), square_share = 1 / (1 - powf(square_kept, (float)adam->steps));
    for (size_t i = 0; i < adam->count; i++) {
        float slope = adam->slopes[i] + adam->decay * adam->weights[i];
        adam->means[i] = mean_kept * adam->means[i] + (1 - mean_kept) * slope;
        adam->squares[i] = square_kept * adam->squares[i] + (1 - square_kept) * slope * slope;
        adam->weights[i] -= rate * adam->means[i] * mean_share / (sqrtf(adam->squares[i] * square_share) + least);
        adam->slopes[i] = 0;
    }
}

void adam_close(struct adam *adam)
{
    free(adam->weights);
    free(adam->slopes);
    free(adam->means);
    free(adam->squares);
}

void adam_shuffle(size_t *order, size_t count, uint32_t *random)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = (size_t)(adam_random(random) * (float)i), last = order[i - 1];
        other = other < i ? other : i - 1;
        order[i - 1] = order[other];
        order[other] = last;
    }
}

float adam_rate(float most, size_t done, size_t all)
{
    return most * (1 - (float)done / (float)all);
}

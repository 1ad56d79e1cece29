/* Steps of a descent that trains numbers: D. P. Kingma, J. Ba: Adam, a method for stochastic optimization, 2015. It knows arrays of numbers and
 * their slopes; it knows nothing of what they mean. */
#ifndef PARVIS_TESTS_SUPPORT_ADAM_H
#define PARVIS_TESTS_SUPPORT_ADAM_H

#include <stddef.h>
#include <stdint.h>

/* One array that is trained. `slopes` are those of one batch, summed up; a step sets them to 0. `decay` pulls towards 0. */
struct adam {
    float *weights;
    float *slopes;
    float *means;
    float *squares;
    size_t count;
    float decay;
    int steps;
};

/* `count` numbers around 0, `spread` is their standard deviation; 0: all are 0. */
struct adam adam_open(size_t count, float spread, float decay, uint32_t *random);

/* One step, as far as `rate` lets each number go. */
void adam_step(struct adam *adam, float rate);

/* Frees the four arrays; `weights` may have been taken out before. */
void adam_close(struct adam *adam);

/* The next of a fixed sequence: at least 0, below 1. The same start gives the same sequence. */
float adam_random(uint32_t *random);

/* Puts them in another order. */
void adam_shuffle(size_t *order, size_t count, uint32_t *random);

/* How far the step goes: `done` of `all` is over. */
float adam_rate(float most, size_t done, size_t all);

#endif

/* Learns the numbers of content/likeness_order.h from dates of which it is known what they are. It knows the shape of the network and how far
 * each number has to go; it reads no text. */
#ifndef PARVIS_TESTS_SUPPORT_LIKENESS_ORDER_FIT_H
#define PARVIS_TESTS_SUPPORT_LIKENESS_ORDER_FIT_H

#include "content/likeness_order.h"

#include <stdbool.h>
#include <stddef.h>

/* One date: what is seen of it (borrowed), and what it is. */
struct likeness_order_sample {
    const struct likeness_order_view *view;
    bool deadline;
    bool event;
};

/* The same samples in the same order give the same numbers. Each sample takes about 0.7 ms: eight rounds, after which it
 * only learns the samples by heart (measured on texts left out). */
void likeness_order_fit(const struct likeness_order_sample *samples, size_t count, struct likeness_order *order);

#endif

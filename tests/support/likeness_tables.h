/* Writes what was learned as the C files of player/content that hold it (likeness_fr_*.c): numbers of one byte, in units of which the file tells how large
 * they are. It trains nothing. */
#ifndef PARVIS_TESTS_SUPPORT_LIKENESS_TABLES_H
#define PARVIS_TESTS_SUPPORT_LIKENESS_TABLES_H

#include <stdbool.h>

struct arena;
struct likeness_fitted;
struct likeness_order;

/* The three files of a net; `name` of what it is for: "dates". False when one cannot be written. */
bool likeness_tables_net(const char *folder, struct arena *arena, const char *name, const struct likeness_fitted *fitted);

/* likeness_fr_order.c. */
bool likeness_tables_order(const char *folder, const struct likeness_order *order);

#endif

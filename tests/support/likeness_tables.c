#include "support/likeness_tables.h"

#include "base/arena.h"
#include "content/likeness_order.h"
#include "support/likeness_fit.h"

#include <math.h>
#include <stdio.h>

enum { WEIGHT_MOST = 120, LINES_MOST = 440, ORDER_NUMBERS = 1200 };

static int rounded(double weight)
{
    double number = round(weight);
    return number > WEIGHT_MOST ? WEIGHT_MOST : number < -WEIGHT_MOST ? -WEIGHT_MOST : (int)number;
}

/* The beginning of a C file with numbers. */
static FILE *open_table(const char *folder, const char *name, const char *about, const char *header)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/likeness_fr_%s.c", folder, name);
    FILE *file = fopen(path, "w");
    if (file)
        fprintf(file, "/* %s: %s. Made by `make likeness` from the phrases of tests/content; not to be edited. */\n#include \"content/likeness_fr.h\"\n\n", about, header);
    return file;
}

/* Numbers of one byte each, `unit` is 1 of them; in lines that are long enough that a file has few. */
static bool write_table(const char *folder, const char *name, const char *about, const float *numbers, size_t count, float unit)
{
    FILE *file = open_table(folder, name, about, "likeness.h");
    size_t line = count / LINES_MOST + 1;
    if (!file)
        return false;
    fprintf(file, "const signed char likeness_fr_%s[] = {", name);
    for (size_t i = 0; i < count; i++)
        fprintf(file, "%s%d", i == 0 ? "\n    " : i % line == 0 ? ",\n    " : ", ", rounded(numbers[i] / unit));
    fprintf(file, "};\n");
    return fclose(file) == 0;
}

/* The unit in which the largest of the numbers is WEIGHT_MOST; the few that are far off do not count. */
static float unit_of(const float *numbers, size_t count)
{
    enum { STEPS = 1024 };
    static const float step = 0.01F, apart = 1e-4F;
    size_t larger[STEPS + 1] = {0}, sum = 0;
    int at = STEPS;
    for (size_t i = 0; i < count; i++)
        larger[fabsf(numbers[i]) < STEPS * step ? (int)(fabsf(numbers[i]) / step) : STEPS]++;
    for (sum = larger[at]; at > 1 && (float)(sum + larger[at - 1]) < apart * (float)count; sum += larger[at])
        at--;
    return (float)at * step / WEIGHT_MOST;
}

static void write_floats(FILE *file, const char *name, const float *numbers, size_t count, size_t row)
{
    fprintf(file, "        .%s = {", name);
    for (size_t i = 0; i < count; i++)
        fprintf(file, "%s%s%.6fF%s", i % row == 0 && i ? ",\n            " : i ? ", " : "", row < count && i % row == 0 ? "{" : "", (double)numbers[i], row < count && i % row == row - 1 ? "}" : "");
    fprintf(file, "},\n");
}

bool likeness_tables_net(const char *folder, struct arena *arena, const char *name, const struct likeness_fitted *fitted)
{
    const size_t hidden = (size_t)LIKENESS_SLOTS * LIKENESS_HIDDEN, direct = (size_t)LIKENESS_SLOTS * LIKENESS_KINDS;
    const struct likeness_layers *layers = &fitted->layers;
    float cell = unit_of(fitted->hidden, hidden), sum = unit_of(fitted->direct, direct);
    FILE *file = open_table(folder, name, "What the numbers of all slots add up to", "likeness.h");
    if (!file)
        return false;
    fprintf(file, "const struct likeness_net likeness_fr_%s = {\n    .hidden = likeness_fr_%s_hidden,\n    .direct = likeness_fr_%s_direct,\n    .cell = %.9fF,\n    .sum = %.9fF,\n    .layers = {\n", name, name, name, (double)cell, (double)sum);
    write_floats(file, "first_base", layers->first_base, LIKENESS_HIDDEN, LIKENESS_HIDDEN);
    write_floats(file, "second_base", layers->second_base, LIKENESS_HIDDEN, LIKENESS_HIDDEN);
    write_floats(file, "second", layers->second[0], (size_t)LIKENESS_HIDDEN * LIKENESS_HIDDEN, LIKENESS_HIDDEN);
    write_floats(file, "last", layers->last[0], (size_t)LIKENESS_KINDS * LIKENESS_HIDDEN, LIKENESS_HIDDEN);
    write_floats(file, "last_base", layers->last_base, LIKENESS_KINDS, LIKENESS_KINDS);
    fprintf(file, "    },\n};\n");
    return fclose(file) == 0 && write_table(folder, arena_format(arena, "%s_hidden", name), "What each slot adds to the cells", fitted->hidden, hidden, cell) &&
           write_table(folder, arena_format(arena, "%s_direct", name), "What each slot adds to the sums", fitted->direct, direct, sum);
}

static void write_part(FILE *file, const char *name, const signed char *numbers, size_t count)
{
    fprintf(file, "    .%s = {", name);
    for (size_t i = 0; i < count; i++)
        fprintf(file, "%s%d", i == 0 ? "" : i % ORDER_NUMBERS == 0 ? ",\n        " : ", ", numbers[i]);
    fprintf(file, "},\n");
}

bool likeness_tables_order(const char *folder, const struct likeness_order *order)
{
    FILE *file = open_table(folder, "order", "What stands around French dates in which order", "likeness_order.h");
    if (!file)
        return false;
    fprintf(file, "const struct likeness_order likeness_fr_order = {\n    .scales = {");
    for (size_t i = 0; i < LIKENESS_ORDER_PARTS; i++)
        fprintf(file, "%s%.8eF", i == 0 ? "" : ", ", (double)order->scales[i]);
    fprintf(file, "},\n");
#define WRITE_PART(name) write_part(file, #name, order->name, sizeof order->name)
    WRITE_PART(words);
    WRITE_PART(stems);
    WRITE_PART(endings);
    WRITE_PART(places);
    WRITE_PART(narrow);
    WRITE_PART(narrow_base);
    WRITE_PART(wide);
    WRITE_PART(wide_base);
    WRITE_PART(fields);
    WRITE_PART(fields_base);
    WRITE_PART(inner);
    WRITE_PART(inner_base);
    WRITE_PART(outer);
    WRITE_PART(outer_base);
    fprintf(file, "};\n");
    return fclose(file) == 0;
}

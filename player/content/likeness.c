#include "content/likeness.h"

#include "content/grammar.h"
#include "content/likeness_fr.h"
#include "content/sheet.h"

enum { WEIGHTLESS = -1000 };

const struct likeness likeness_nothing = {.deadline = WEIGHTLESS, .event = WEIGHTLESS};

const struct likeness_weights likeness_fr = {.dates = &likeness_fr_dates, .hours = &likeness_fr_hours, .order = &likeness_fr_order};
const struct likeness_weights likeness_en = {.dates = NULL}; /* too few phrases */

/* What all slots add, in the units of the table. */
static void add_up(const struct likeness_net *net, const uint16_t *slots, size_t count, int cells[LIKENESS_HIDDEN], int sums[LIKENESS_KINDS])
{
    for (size_t i = 0; i < count; i++) {
        const signed char *hidden = &net->hidden[(size_t)slots[i] * LIKENESS_HIDDEN], *direct = &net->direct[(size_t)slots[i] * LIKENESS_KINDS];
        for (size_t h = 0; h < LIKENESS_HIDDEN; h++)
            cells[h] += hidden[h];
        for (size_t k = 0; k < LIKENESS_KINDS; k++)
            sums[k] += direct[k];
    }
}

/* From the first cells to the second, which add to them. */
static void go_on(const struct likeness_layers *layers, float cells[LIKENESS_HIDDEN])
{
    float first[LIKENESS_HIDDEN];
    for (size_t h = 0; h < LIKENESS_HIDDEN; h++)
        first[h] = cells[h] > 0 ? cells[h] : 0;
    for (size_t h = 0; h < LIKENESS_HIDDEN; h++) {
        float sum = layers->second_base[h];
        for (size_t k = 0; k < LIKENESS_HIDDEN; k++)
            sum += layers->second[h][k] * first[k];
        cells[h] = first[h] + (sum > 0 ? sum : 0);
    }
}

int likeness_units(float sum)
{
    float units = sum * LIKENESS_ONE;
    return (int)(units < 0 ? units - 0.5F : units + 0.5F);
}

struct likeness_sums likeness_of_slots(const struct likeness_net *net, const uint16_t *slots, size_t count)
{
    int numbers[LIKENESS_HIDDEN] = {0}, direct[LIKENESS_KINDS] = {0};
    struct likeness_sums units;
    float cells[LIKENESS_HIDDEN];
    add_up(net, slots, count, numbers, direct);
    for (size_t h = 0; h < LIKENESS_HIDDEN; h++)
        cells[h] = (float)numbers[h] * net->cell + net->layers.first_base[h];
    go_on(&net->layers, cells);
    for (size_t k = 0; k < LIKENESS_KINDS; k++) {
        float sum = (float)direct[k] * net->sum + net->layers.last_base[k];
        for (size_t h = 0; h < LIKENESS_HIDDEN; h++)
            sum += net->layers.last[k][h] * cells[h];
        units.of[k] = likeness_units(sum);
    }
    return units;
}

struct likeness likeness_of(const struct sheet *sheet, size_t index, int ruled)
{
    uint16_t slots[LIKENESS_MOST];
    const struct likeness_net *net = sheet->grammar->likeness->dates;
    if (!net)
        return likeness_nothing;
    size_t count = likeness_slots(sheet, index, ruled, slots);
    struct likeness_sums heard = likeness_of_slots(net, slots, count), unheard = likeness_of_slots(net, slots + 1, count - 1);
    return (struct likeness){.deadline = (heard.of[0] + unheard.of[0]) / 2, .event = (heard.of[1] + unheard.of[1]) / 2};
}

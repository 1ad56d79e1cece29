#include "content/likeness.h"

#include "content/grammar.h"
#include "content/likeness_fr.h"
#include "content/sheet.h"

enum { WEIGHTLESS = 1000 };

const struct likeness_weights likeness_fr = {.deadline = likeness_fr_deadline, .event = likeness_fr_event, .deadline_base = &likeness_fr_deadline_base, .event_base = &likeness_fr_event_base,
                                              .hour = likeness_fr_hour, .hour_base = &likeness_fr_hour_base};
const struct likeness_weights likeness_en = {.deadline = NULL}; /* too few phrases */

struct likeness likeness_of(const struct sheet *sheet, size_t index)
{
    const struct likeness_weights *weights = sheet->grammar->likeness;
    struct likeness likeness = {.deadline = weights->deadline ? *weights->deadline_base : -WEIGHTLESS, .event = weights->event ? *weights->event_base : -WEIGHTLESS};
    uint16_t slots[LIKENESS_MOST];
    size_t count = weights->deadline && weights->event ? likeness_slots(sheet, index, slots) : 0;
    for (size_t i = 0; i < count; i++) {
        likeness.deadline += weights->deadline[slots[i]];
        likeness.event += weights->event[slots[i]];
    }
    return likeness;
}

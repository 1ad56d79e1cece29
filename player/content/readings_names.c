#include "content/readings.h"

bool readings_names_event(const struct reading *reading)
{
    static const enum cue_kind asking[] = {CUE_CALL, CUE_LIMIT, CUE_STEP};
    int sentence = reading->passage->lexis.items[reading->mention].sentence;
    for (size_t i = 0; i < sizeof asking / sizeof *asking; i++)
        if (passages_sentence_has(reading->passage, sentence, asking[i]))
            return false;
    return passages_sentence_has(reading->passage, sentence, CUE_EVENT);
}

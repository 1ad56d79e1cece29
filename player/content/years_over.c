#include "content/years_over.h"

#include "content/article.h"
#include "content/passages.h"
#include "content/readings.h"

#include <stddef.h>

/* A paragraph of several sentences, none of which invites, asks or looks forward: "Mardi 14 octobre, 9 h. Les premiers poussent la porte." */
static bool is_narrated(const struct passage *passage)
{
    static const enum cue_kind coming[] = {CUE_MEET, CUE_HELD, CUE_WILL, CUE_ADDRESS, CUE_ASK, CUE_CALL};
    for (size_t i = 0; i < sizeof coming / sizeof *coming; i++)
        if (passages_has_cue(passage, coming[i]))
            return false;
    const struct lexis *lexis = &passage->lexis;
    bool several = false; /* and not lines: "Lundi 10 février de 9h à 18h" over "Salle 106" */
    for (size_t i = 0; !several && i + 1 < lexis->count; i++)
        several = (lexis->items[i].sentence != lexis->items[i + 1].sentence && !lexis_is_sign(&lexis->items[i], LEXEME_LINE) && !lexis_is_sign(&lexis->items[i + 1], LEXEME_LINE));
    return passage->block && passage->block->kind == BLOCK_PARAGRAPH && several;
}

bool years_over_is_told(const struct reading *reading)
{
    const struct block *block = reading->passage->block;
    const struct lexis *lexis = &reading->passage->lexis;
    bool prose = block && block->kind == BLOCK_PARAGRAPH && !reading->alone && lexis->count && lexis_is_sign(&lexis->items[lexis->count - 1], '.');
    return !reading->announced || (!reading->invited && (prose || is_narrated(reading->passage)));
}

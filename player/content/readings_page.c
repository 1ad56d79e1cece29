#include "content/readings_page.h"

#include "content/anchor.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/months.h"
#include "content/passages.h"
#include "content/readings_ends.h"
#include "content/readings_series.h"
#include "content/readings_siblings.h"
#include "content/readings_told.h"
#include "content/years.h"
#include "content/zones.h"

struct readings readings_page(struct arena *arena, const struct article *article, const struct passages *passages, const struct zone *zone, struct diags *diags)
{
    const struct grammar *grammar = grammar_for(article->language);
    const struct passage *title = &passages->items[0];
    struct readings readings = {.title = title, .called_off = title->off, .put_off = lexis_names(&title->lexis, grammar->reported)};
    readings.looks_back = title->page_past || anchor_looks_back(passages);
    for (size_t i = 0; i < passages->count; i++)
        readings_add(arena, &readings, &passages->items[i], grammar);
    readings_told_revive(&readings);
    readings_series_settle(&readings, grammar);
    readings_siblings_settle(&readings);
    months_complete(&readings, passages, article, grammar, zone);
    readings_ends_join(&readings, grammar);
    years_resolve(arena, &readings, article, zone, diags);
    zones_apply(&readings, article, zone, diags);
    anchor_hold(arena, &readings, passages, article, grammar, zone);
    return readings;
}

#include "content/places_town.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/places_beside.h"
#include "content/places_stretch.h"

#include <string.h>

enum { TOGETHER_MOST = 80 }; /* bytes */

bool places_town_is_mere(const struct places *places, const char *place)
{
    struct lexis lexis = lexis_read(places->arena, place);
    struct venue venue = lexis.count ? venue_at(&lexis, 0) : (struct venue){0};
    return venue.rank == VENUE_TOWN && venue.end == lexis.count;
}

bool places_town_is_name(const struct places *places, const char *place)
{
    enum { NAME_MOST = 7 }; /* "Saint-Jean-de-Luz" */
    struct lexis lexis = lexis_read(places->arena, place);
    bool name = lexis.count > 0 && lexis.count <= NAME_MOST && venue_is_capital(&lexis, &lexis.items[0]) && venue_at(&lexis, 0).rank <= VENUE_TOWN;
    for (size_t i = 1; name && i < lexis.count; i++)
        name = venue_is_capital(&lexis, &lexis.items[i]) || !lexis.items[i].spaced;
    return name;
}

/* "maison du vélo, Villeurbanne", "2 rue Carnot, 69003 Lyon": behind a sign or a preposition. */
static bool says_town(const struct places *places, const char *house)
{
    struct lexis lexis = lexis_read(places->arena, house);
    for (size_t i = 1; i < lexis.count; i++)
        if ((lexis.items[i].kind == LEXEME_NUMBER && lexis.items[i].digits == 5) || venue_at(&lexis, i).rank == VENUE_TOWN)
            return true;
    return false;
}

const char *places_town_with(const struct places *places, const char *house, const char *town)
{
    bool apart = house[0] && town[0] && !strstr(house, town) && strlen(house) + strlen(town) <= TOGETHER_MOST && !says_town(places, house);
    return apart ? arena_format(places->arena, "%s, %s", house, town) : house;
}

/* "- à Combe-Noire, le mercredi 24 septembre, …, place de l'Église": the name behind the preposition with which an item begins, right before its day. */
static struct venue town_opening(const struct reading *reading, const struct stretch *stretch)
{
    const struct lexis *lexis = &reading->passage->lexis;
    const struct block *block = reading->passage->block;
    size_t line = places_beside_line(lexis, stretch);
    struct venue town = block && block->kind == BLOCK_ITEM && line < stretch->date ? venue_behind(lexis, line) : (struct venue){0};
    bool name = (town.rank == VENUE_NAME || town.rank == VENUE_TOWN) && town.opens == line && town.end <= stretch->date;
    return name && places_stretch_touches(lexis, town.end, stretch->date) ? town : (struct venue){0};
}

const char *places_town_at_head(const struct places *places, const struct reading *reading, const struct venue *best, const char *said)
{
    const struct lexis *lexis = &reading->passage->lexis;
    struct stretch stretch = places_stretch_of(places, reading, true);
    struct venue town = best->first >= stretch.behind ? places_beside_before(lexis, &stretch) : (struct venue){0};
    bool head = town.rank == VENUE_TOWN && town.first == places_beside_line(lexis, &stretch);
    if (!head)
        town = best->first >= stretch.behind ? town_opening(reading, &stretch) : (struct venue){0};
    return town.rank ? places_town_with(places, said, venue_text(places->arena, lexis, town.first, town.end)) : said;
}

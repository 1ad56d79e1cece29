#include "content/places_beside.h"

#include "content/places_stretch.h"
#include "content/venue.h"

#include <string.h>

struct venue places_beside_behind(const struct lexis *lexis, const struct stretch *stretch)
{
    size_t said = stretch->said + (lexis_is_sign(&lexis->items[stretch->said], '(') || lexis_is_sign(&lexis->items[stretch->said], ',')); /* "17 mars (Dijon), de 14h à 17h" */
    bool inside = venue_at(lexis, said).rank > VENUE_NAME;
    size_t at = inside ? said : stretch->behind;
    while (at < stretch->end && lexis->items[at].kind == LEXEME_SIGN && !strchr("\"P", lexis->items[at].sign))
        at++;
    struct venue venue = at < stretch->end ? venue_at(lexis, at) : (struct venue){0};
    if (venue.rank == VENUE_NAME)
        venue.rank = at == venue.opens ? VENUE_TOWN : VENUE_NONE;
    return venue;
}

size_t places_beside_line(const struct lexis *lexis, const struct stretch *stretch)
{
    size_t start = stretch->date;
    while (start > stretch->first && !lexis_is_sign(&lexis->items[start - 1], LEXEME_LINE))
        start--;
    while (start < stretch->date && lexis->items[start].kind == LEXEME_SIGN)
        start++;
    return start;
}

/* Of several dates each has its town before it, of one a house behind a comma: "Colloque, Université de Rouvray, 24-26 septembre". */
static bool is_told_behind_sign(const struct lexis *lexis, const struct venue *venue, size_t start, bool several)
{
    return several ? venue->rank == VENUE_TOWN : venue->rank == VENUE_HOUSE && lexis_is_sign(&lexis->items[start - 1], ',');
}

/* "Campus des Cordeliers (droit, lettres) : samedi 3 février": behind the bracket that tells more. */
static size_t behind_bracket(const struct lexis *lexis, size_t index)
{
    size_t close = lexis_is_sign(&lexis->items[index], '(') ? venue_closing(lexis, index, ')') : 0;
    return close ? close + 1 : index;
}

struct venue places_beside_before(const struct lexis *lexis, const struct stretch *stretch)
{
    bool several = stretch->earlier || stretch->later;
    size_t begin = places_beside_line(lexis, stretch);
    for (size_t start = begin; start < stretch->date; start++) {
        bool parted = start == begin || lexis->items[start - 1].kind == LEXEME_SIGN || lexis_is_word(&lexis->items[start - 1], "et");
        struct venue venue = parted ? venue_at(lexis, start) : (struct venue){0};
        bool enough = start == begin ? venue.rank > VENUE_NAME : is_told_behind_sign(lexis, &venue, start, several);
        size_t behind = enough ? behind_bracket(lexis, venue.end) : 0;
        if (enough && behind <= stretch->date && places_stretch_touches(lexis, behind, stretch->date))
            return venue;
    }
    return (struct venue){0};
}

struct venue places_beside_date(const struct lexis *lexis, const struct stretch *stretch)
{
    struct venue before = places_beside_before(lexis, stretch), behind = places_beside_behind(lexis, stretch);
    return before.rank > behind.rank ? before : behind;
}

struct venue places_beside_tail(const struct lexis *lexis, const struct stretch *stretch)
{
    size_t end = stretch->said, last = 0;
    for (; end < stretch->end && !lexis_is_sign(&lexis->items[end], LEXEME_LINE); end++)
        last = lexis_is_sign(&lexis->items[end], ',') || (lexis_is_sign(&lexis->items[end], '-') && lexis->items[end].spaced) ? end + 1 : last;
    struct venue venue = last && last < end ? venue_at(lexis, last) : (struct venue){0};
    size_t behind = venue.end;
    while (behind < end && lexis->items[behind].kind == LEXEME_SIGN)
        behind++;
    return venue.rank >= VENUE_ADDRESS && behind >= end ? venue : (struct venue){0};
}

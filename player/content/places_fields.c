#include "content/places_fields.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/field_keys.h"
#include "content/grammar.h"
#include "content/places_town.h"
#include "content/venue.h"
#include "content/venue_words.h"

#include <ctype.h>
#include <string.h>

static const char *value_text(const struct places *places, const char *value)
{
    struct lexis lexis = lexis_read(places->arena, value);
    return venue_text(places->arena, &lexis, 0, lexis.count);
}

/* "ecole_danse", "grande_salle": a name for programs, not for readers. */
static bool is_slug(const struct places *places, const char *value)
{
    struct lexis lexis = lexis_read(places->arena, value);
    if (strchr(value, '_') && !strchr(value, ' '))
        return true;
    if (strpbrk(value, " ,") || venue_spells(&lexis, 0, venue_words_houses) || venue_spells(&lexis, 0, venue_words_remote) || venue_spells(&lexis, 0, venue_words_modes))
        return false;
    for (size_t i = 0; i < lexis.count; i++)
        if (venue_is_capital(&lexis, &lexis.items[i]))
            return false;
    return true;
}

static bool is_mode(const struct places *places, const char *text)
{
    struct lexis lexis = lexis_read(places->arena, text);
    return venue_at(&lexis, 0).rank == VENUE_MODE;
}

/* "lieu", or "event.lieu": the key itself, or within a group that is the event's. */
static bool means(const char *path, enum field_meaning meaning)
{
    static const char *const groups[] = {"event", "evenement", "\xC3\xA9v\xC3\xA9nement", "infos", "informations", "pratique", NULL};
    const char *last = field_keys_last(path);
    if (field_keys_mean(path) == meaning)
        return true;
    for (size_t i = 0; last > path && groups[i]; i++)
        if (strlen(groups[i]) == (size_t)(last - path) - 1 && strncmp(path, groups[i], strlen(groups[i])) == 0)
            return field_keys_mean(last) == meaning;
    return false;
}

static const char *first_of(const struct places *places, enum field_meaning meaning)
{
    for (size_t i = 0; i < places->article->field_count; i++) {
        const struct field *field = &places->article->fields[i];
        const char *text = means(field->path, meaning) && !is_slug(places, field->value) ? value_text(places, field->value) : "";
        if (text[0])
            return text;
    }
    return "";
}

const char *places_fields_page(const struct places *places)
{
    const char *place = first_of(places, FIELD_PLACE), *address = first_of(places, FIELD_ADDRESS);
    if (place[0] && address[0] && is_mode(places, place)) {
        const char *labelled = places_fields_labelled(places);
        return arena_format(places->arena, "%s, %c%s", labelled[0] ? labelled : address, place[0] == 'E' ? 'e' : place[0], place + 1);
    }
    if (place[0] && address[0] && !strstr(address, place) && !strstr(place, address))
        return arena_format(places->arena, "%s, %s", place, address);
    return place[0] ? place : address;
}

/* The field, when it lies in this town: "La Crypte, 69 rue Carnot, 75016 Paris" for "Paris"; else "". */
static const char *field_in(const struct places *places, enum field_meaning meaning, const char *town)
{
    const char *address = first_of(places, meaning);
    const char *folded = lexis_fold(places->arena, address), *name = lexis_fold(places->arena, town), *at = strstr(folded, name);
    bool whole = at && (at == folded || at[-1] == ' ') && (at[strlen(name)] == ' ' || at[strlen(name)] == '\0');
    return name[0] && whole ? address : "";
}

/* "Espaces Vanel, Toulouse" of the field of the place, or the address, for "Toulouse". */
static const char *address_in(const struct places *places, const char *town)
{
    const char *place = field_in(places, FIELD_PLACE, town);
    return place[0] && strlen(place) > strlen(town) ? place : field_in(places, FIELD_ADDRESS, town);
}

/* champs_informations: what stands under "Lieu", or a house as the label of its address. */
const char *places_fields_labelled(const struct places *places)
{
    const struct article *article = places->article;
    for (size_t i = 0; i + 1 < article->field_count; i++) {
        const struct field *label = &article->fields[i], *value = &article->fields[i + 1];
        size_t length = strlen(label->path);
        if (length <= 8 || strcmp(label->path + length - 8, "intitule") != 0 || strncmp(value->path, label->path, length - 8) != 0)
            continue;
        struct lexis name = lexis_read(places->arena, label->value), text = lexis_read(places->arena, value->value);
        if (name.count == 1 && grammar_lists(venue_words_labels, name.items[0].word))
            return venue_text(places->arena, &text, 0, text.count);
        if (venue_is_address(&text, 0) && (venue_spells(&name, 0, venue_words_houses) || venue_spells(&name, 0, venue_words_loose)))
            return arena_format(places->arena, "%s, %s", value_text(places, label->value), value_text(places, value->value));
    }
    return "";
}

const char *places_fields_beside(const struct places *places, const struct passage *passage)
{
    const char *dot = passage->role == PASSAGE_FIELD && passage->field ? strrchr(passage->field, '.') : NULL;
    const struct field *found = NULL;
    int best = 0;
    for (size_t i = 0; dot && i < places->article->field_count; i++) {
        const struct field *field = &places->article->fields[i];
        size_t stem = (size_t)(dot - passage->field) + 1;
        if (strncmp(field->path, passage->field, stem) != 0 || !field->value[0])
            continue;
        int place = field_keys_rank(field->path + stem, FIELD_PLACE), rank = place >= 0 ? place : field_keys_rank(field->path + stem, FIELD_ADDRESS);
        if (rank >= 0 && (!found || rank < best)) {
            found = field;
            best = rank;
        }
    }
    if (found)
        return value_text(places, found->value);
    return "";
}

/* "Bibliothèque, salle informatique". */
static const char *with_room(const struct places *places, const char *house, const char *room)
{
    return arena_format(places->arena, "%s, %c%s", house, (char)tolower((unsigned char)room[0]), room + 1);
}

/* "Salle informatique" of a page whose field names the library, and no town or way to take part. */
static bool is_beside_house(const struct places *places, const char *room)
{
    const char *field = first_of(places, FIELD_PLACE);
    struct lexis lexis = lexis_read(places->arena, field), named = lexis_read(places->arena, room);
    return field[0] && !is_mode(places, field) && !strstr(field, room) && !strstr(room, field) && !places_town_is_mere(places, field) &&
           !lexis_names(&lexis, venue_words_rooms) && !venue_spells(&named, 0, venue_words_sole) && !venue_text_remote(places->arena, &lexis, 0, lexis.count)[0];
}

const char *places_fields_join(const struct places *places, const char *room, const char *house)
{
    struct lexis inner = lexis_read(places->arena, room), outer = lexis_read(places->arena, house);
    bool is_room = inner.count && lexis_is_word_of(&inner.items[0], venue_words_rooms), is_house = outer.count && venue_spells(&outer, 0, venue_words_houses);
    if (!is_room || !is_house || lexis_names(&outer, venue_words_rooms))
        return NULL;
    return strstr(lexis_fold(places->arena, room), lexis_fold(places->arena, house)) ? room : with_room(places, house, room);
}

const char *places_fields_with(const struct places *places, const char *place)
{
    struct lexis lexis = lexis_read(places->arena, place);
    struct venue venue = lexis.count ? venue_at(&lexis, 0) : (struct venue){0};
    const char *field = places_town_is_mere(places, place) ? address_in(places, place) : "";
    const char *page = venue.rank == VENUE_ADDRESS ? places_fields_page(places) : ""; /* the street of the field, and the house beside it */
    if (lexis.count && venue.rank >= VENUE_HOUSE && lexis_is_word_of(&lexis.items[0], venue_words_rooms) && is_beside_house(places, place))
        return with_room(places, first_of(places, FIELD_PLACE), place);
    return field[0] ? field : page[0] && strstr(page, place) ? page : place;
}

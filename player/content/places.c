#include "content/places.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "content/article.h"
#include "content/grammar.h"

#include <ctype.h>
#include <string.h>

enum { PLACE_MOST = 160, NEIGHBOURS = 4, PHRASE_WORDS = 16, SENTENCE_REACH = 60 };

/* A line that begins with one of these names a place behind ":" or "?". */
static const char *const labels[] = {"lieu", "ou", "adresse", "endroit", "where", "place", "venue", "location", "address", "salle", NULL};

/* A word behind "au", "à la", "en" that is a place of its own accord. */
static const char *const nouns[] = {"lieu", "salle", "palais", "centre", "maison", "mairie", "bibliotheque", "mediatheque", "auditorium", "amphitheatre", "amphi",
                                    "espace", "hotel", "ecole", "universite", "ministere", "campus", "dock", "theatre", "cinema", "musee", "gymnase", "parc",
                                    "prefecture", "tiers", "cafe", "halle", "siege", "pavillon", "fort", "chateau", "station", "institut", "cite", "foyer",
                                    "library", "town", "city", "room", "hall", "school", "museum", "college", "academie", "locaux", "hemicycle", "conservatoire",
                                    "stade", "place", "jardin", "square", "eglise", "faculte", "lycee", "gare", "quai", "bourse", "fabrique", "studio", NULL};

/* Behind the comma of a place: where in it. */
static const char *const rooms[] = {"amphitheatre", "amphi", "salle", "auditorium", "batiment", "bat", "hall", "room", NULL};

static const char *const before_place[] = {"au", "aux", "a", "chez", "at", "in", "dans", "en", NULL};
static const char *const articles[] = {"la", "l", "le", "les", "the", NULL};
static const char *const streets[] = {"avenue", "rue", "boulevard", "place", "quai", "allee", "chemin", "cours", "impasse", "square", "av", "bd", "bis", "ter", "street", "road", NULL};
static const char *const stops[] = {"pour", "afin", "lors", "avec", "qui", "que", "ou", "sur", "pendant", "de", "a", "dans", "en", "autour", "et", "puis",
                                    "for", "with", "from", "to", "about", "on", "and", "dont", "sera", "est", "aura", "durant", "des", "avant", "entre", "mais", "il",
                                    "elle", "vous", "nous", "inscription", "inscriptions", NULL};
static const char *const before_numbers[] = {"le", "les", "du", "de", "des", "au", "a", "aux", "from", "on", NULL};
static const char *const inner[] = {"de", "du", "des", "d", "l", "la", "le", "les", "et", "a", "en", "sur", "of", "the", NULL};
static const char *const remote[] = {"en ligne", "en visioconference", "en visio", "a distance", "en distanciel", "100 en ligne", "online", "webinaire", "youtube", "webinar", "visioconference", NULL};

static bool lists(const char *const *list, const char *word)
{
    for (; *list; list++)
        if (strcmp(*list, word) == 0)
            return true;
    return false;
}

/* A stretch of text as one line: blanks single, no full stop at the end. */
static const char *clean(struct arena *arena, const char *text, size_t length)
{
    struct buffer buffer;
    buffer_init(&buffer, arena);
    bool blank = false;
    for (size_t i = 0; i < length && buffer.length < PLACE_MOST * 2; i++) {
        bool space = text[i] == ' ' || text[i] == '\t' || text[i] == '\n';
        if (!space && blank && buffer.length)
            buffer_add_char(&buffer, ' ');
        blank = space;
        if (!space)
            buffer_add_char(&buffer, text[i]);
    }
    while (buffer.length && strchr(" .,;:-", buffer.data[buffer.length - 1]))
        buffer_truncate(&buffer, buffer.length - 1);
    return buffer.length <= PLACE_MOST ? buffer.data : "";
}

static bool is_capital(const struct lexis *lexis, const struct lexeme *lexeme)
{
    const unsigned char *byte = (const unsigned char *)lexis->text + lexeme->begin;
    return isupper(*byte) || (byte[0] == 0xC3 && byte[1] >= 0x80 && byte[1] <= 0x9E);
}

/* "Lieu :", "Où ?": written with a capital, so that it is no part of a sentence. */
static bool is_named(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    return lexeme->kind == LEXEME_WORD && is_capital(lexis, lexeme) && (lexis_is_sign(lexeme + 1, ':') || lexis_is_sign(lexeme + 1, '?'));
}

static bool is_label(const struct lexis *lexis, size_t index)
{
    return is_named(lexis, index) && lists(labels, lexis->items[index].word);
}

/* Where a marked place ends: with its line, or where the next thing is marked. */
static size_t line_end(const struct lexis *lexis, size_t index)
{
    size_t first = index;
    for (; index < lexis->count; index++) {
        const struct lexeme *lexeme = &lexis->items[index];
        bool mark = lexeme->kind == LEXEME_SIGN && lexeme->sign && strchr("\nPDT", lexeme->sign);
        if (mark || (index > first && is_named(lexis, index)))
            break;
    }
    return index;
}

static const char *slice(struct arena *arena, const struct lexis *lexis, size_t first, size_t end)
{
    if (end <= first)
        return "";
    return clean(arena, lexis->text + lexis->items[first].begin, lexis->items[end - 1].end - lexis->items[first].begin);
}

/* The lexeme at which a marked place begins when `index` marks one, else 0: "📍 …", "Lieu : …", "Où ? …", "📍 Lieu : …". */
static size_t marked_from(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    size_t first = 0;
    if (lexis_is_sign(lexeme, LEXEME_PIN))
        first = index + 1;
    else if (is_label(lexis, index))
        first = index + 2;
    if (first && lexis_is_sign(&lexis->items[first], LEXEME_LINE))
        first++;
    if (first && first < lexis->count && is_label(lexis, first))
        first += 2;
    return first;
}

/* A place that is marked as one within a passage; "" when there is none. */
static const char *find_marked(struct arena *arena, const struct lexis *lexis)
{
    for (size_t i = 0; i < lexis->count; i++) {
        size_t first = marked_from(lexis, i);
        if (first && first < lexis->count)
            return slice(arena, lexis, first, line_end(lexis, first));
    }
    return "";
}

/* An address goes on behind this comma: a number of a street or of a post office, or the word for a street. */
static bool address_follows(const struct lexeme *next)
{
    if (next->kind == LEXEME_NUMBER)
        return next->digits != 2 || lists(streets, next[1].word);
    return next->kind == LEXEME_WORD && lists(streets, next->word);
}

/* A sign within a place's name: "Grand-Place", "« Le Hangar »", the comma of an address. */
static bool continues_at_sign(const struct lexeme *lexeme)
{
    if (lexeme->sign == ',')
        return address_follows(lexeme + 1) || (lexeme[1].kind == LEXEME_WORD && lists(rooms, lexeme[1].word));
    return strchr("\"'.", lexeme->sign) || (lexeme->sign == '-' && !lexeme->spaced);
}

/* A word that begins something else than the place: "pour", "de 9h"; but not within a name: "Maison de la radio". */
static bool stops_at_word(const struct lexeme *lexeme, size_t words)
{
    const struct lexeme *next = lexeme + 1;
    if (words == 0)
        return false;
    if (next->kind == LEXEME_NUMBER && lists(before_numbers, lexeme->word)) /* "du 19 au 20", but "rue du 8 mai", "au 139, rue …" */
        return !lists(streets, lexeme[-1].word) && !address_follows(next + lexis_is_sign(next + 1, ',') + 1);
    bool day = grammar_value(dates_fr.weekdays, next->word) >= 0;
    bool within = lists(inner, lexeme->word) && next->kind == LEXEME_WORD && next[1].kind != LEXEME_NUMBER;
    return day || (lists(stops, lexeme->word) && !within);
}

/* Where a place that begins at `index` ends. */
static size_t phrase_end(const struct lexis *lexis, size_t index)
{
    int sentence = lexis->items[index].sentence;
    size_t words = 0, end = index;
    for (; index < lexis->count && lexis->items[index].sentence == sentence && words < PHRASE_WORDS; index++) {
        const struct lexeme *lexeme = &lexis->items[index];
        if (lexeme->kind == LEXEME_SIGN) {
            if (!lexeme->sign || !continues_at_sign(lexeme))
                break;
            continue;
        }
        bool hour = lexeme->kind == LEXEME_NUMBER && lexis_is_word(lexeme + 1, "h");
        if (hour || (lexeme->kind == LEXEME_WORD && stops_at_word(lexeme, words)))
            break;
        words++;
        end = index + 1;
    }
    while (end > 0 && lexis->items[end - 1].kind == LEXEME_WORD && lists(inner, lexis->items[end - 1].word))
        end--;
    return end;
}

/* "dans le hall" says too little, "dans le hall de la mairie" enough. */
static bool says_enough(const struct lexis *lexis, const struct lexeme *noun)
{
    return is_capital(lexis, noun) || lists(inner, noun[1].word) || (noun[1].kind != LEXEME_SIGN && !lists(stops, noun[1].word));
}

/* A place begins at lexeme `at` behind the preposition `before`. */
static bool starts_place(const struct lexis *lexis, size_t before, size_t at)
{
    const struct lexeme *preposition = &lexis->items[before], *word = &lexis->items[at];
    if (word->kind == LEXEME_NUMBER) /* "au 20, avenue de Ségur" */
        return lexis_is_sign(word + 1, ',') ? lists(streets, word[2].word) : lists(streets, word[1].word);
    if (word->kind != LEXEME_WORD)
        return false;
    if (lists(nouns, word->word))
        return says_enough(lexis, word);
    bool in = lexis_is_word(preposition, "en");
    if (lists(articles, word->word)) /* "à La Rochelle" */
        return preposition->grave && is_capital(lexis, word) && is_capital(lexis, word + 1) && word[1].kind == LEXEME_WORD;
    return is_capital(lexis, word) && !in && (preposition->grave || at > before + 1) && strlen(word->word) > 2;
}

/* "au Lieu de la transformation publique", "en salle 252 B", "à Bordeaux" in the sentence of the date. */
static const char *find_phrase(struct arena *arena, const struct lexis *lexis, size_t offset)
{
    size_t home = lexis_at(lexis, offset);
    int sentence = lexis->items[home].sentence;
    for (size_t i = home > SENTENCE_REACH ? home - SENTENCE_REACH : 0; i < lexis->count && i < home + SENTENCE_REACH; i++) {
        const struct lexeme *lexeme = &lexis->items[i];
        if (lexeme->sentence != sentence || lexeme->kind != LEXEME_WORD || !lists(before_place, lexeme->word))
            continue;
        if (strcmp(lexeme->word, "a") == 0 && !lexeme->grave)
            continue;
        size_t at = i + 1;
        while (lexis->items[at].kind == LEXEME_WORD && lists(articles, lexis->items[at].word) && !is_capital(lexis, &lexis->items[at]))
            at++;
        if (starts_place(lexis, i, at))
            return slice(arena, lexis, at, phrase_end(lexis, at));
    }
    return "";
}

/* ", Maison de la radio, 116 avenue …": a place right behind a sign that ends the hour. */
static const char *find_apposed(struct arena *arena, const struct lexis *lexis, size_t offset)
{
    size_t home = lexis_at(lexis, offset);
    int sentence = lexis->items[home].sentence;
    for (size_t i = home; i < lexis->count && i < home + SENTENCE_REACH && lexis->items[i].sentence == sentence; i++) {
        const struct lexeme *sign = &lexis->items[i], *word = sign + 1;
        if (sign->kind == LEXEME_SIGN && sign->sign && strchr(",-|(\n", sign->sign) && word->kind == LEXEME_WORD && lists(nouns, word->word) &&
            says_enough(lexis, word))
            return slice(arena, lexis, i + 1, phrase_end(lexis, i + 1));
    }
    return "";
}

static bool says_remote(struct arena *arena, const char *text)
{
    char *folded = lexis_fold(arena, text);
    for (size_t i = 0; remote[i]; i++)
        if (strstr(folded, remote[i]))
            return true;
    return false;
}

/* The passages around the event: its own, then those behind it in the same box or section. */
static const char *find_near(struct arena *arena, const struct passages *passages, const struct occurrence *occurrence)
{
    const struct passage *home = occurrence->reading->passage;
    const char *found = find_marked(arena, &home->lexis);
    for (size_t i = home->index + 1; !found[0] && i < passages->count && i <= home->index + NEIGHBOURS; i++) {
        const struct passage *near = &passages->items[i];
        if (near->role != home->role || (near->above != home->above && near->above != home))
            break;
        found = find_marked(arena, &near->lexis);
    }
    return found;
}

static const char *find_field(struct arena *arena, const struct article *article)
{
    static const char *const place_names[] = {"lieu", "location", "venue", "place", NULL};
    static const char *const address_names[] = {"adresse", "address", NULL};
    const char *place = "", *address = "";
    for (size_t i = 0; i < article->field_count; i++) {
        const struct field *field = &article->fields[i];
        if (lists(place_names, field->path) && !place[0])
            place = clean(arena, field->value, strlen(field->value));
        if (lists(address_names, field->path) && !address[0])
            address = clean(arena, field->value, strlen(field->value));
    }
    if (place[0] && address[0] && !strstr(address, place) && !strstr(place, address))
        return arena_format(arena, "%s, %s", place, address);
    return place[0] ? place : address;
}

/* champs_informations with the label "Lieu". */
static const char *find_label(struct arena *arena, const struct article *article)
{
    for (size_t i = 0; i + 1 < article->field_count; i++) {
        const struct field *label = &article->fields[i], *value = &article->fields[i + 1];
        size_t length = strlen(label->path);
        if (length > 8 && strcmp(label->path + length - 8, "intitule") == 0 && strncmp(value->path, label->path, length - 8) == 0) {
            char *name = lexis_fold(arena, label->value);
            if (strcmp(name, "lieu") == 0 || strcmp(name, "adresse") == 0 || strcmp(name, "ou") == 0)
                return clean(arena, value->value, strlen(value->value));
        }
    }
    return "";
}

/* What any sentence that names these days says of the place. */
static const char *find_said(const struct places *places, const struct occurrence *occurrence)
{
    const struct reading *own = occurrence->reading;
    const char *place = own ? find_phrase(places->arena, &own->passage->lexis, own->date_begin) : "";
    if (own && !place[0])
        place = find_apposed(places->arena, &own->passage->lexis, own->date_begin);
    for (size_t i = 0; !place[0] && i < places->readings->count; i++) {
        const struct reading *reading = &places->readings->items[i];
        if (reading->kind == READING_EVENT && reading->resolved && reading->first_day == occurrence->first_day && reading->last_day == occurrence->last_day)
            place = find_phrase(places->arena, &reading->passage->lexis, reading->date_begin);
    }
    return place;
}

/* In the order in which a reader would believe them. */
static const char *find_stated(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    bool page = occurrence->main || !occurrence->reading;
    const char *place = page ? find_field(places->arena, places->article) : "";
    if (!place[0] && occurrence->reading)
        place = find_near(places->arena, places->passages, occurrence);
    if (!place[0] && (sole || page))
        place = find_label(places->arena, places->article);
    if (!place[0] && (sole || page))
        place = find_field(places->arena, places->article);
    if (!place[0])
        place = find_said(places, occurrence);
    return place[0] ? place : find_field(places->arena, places->article);
}

const char *places_find(const struct places *places, const struct occurrence *occurrence, bool sole)
{
    const char *place = find_stated(places, occurrence, sole);
    if (place[0])
        return place;
    bool remote_here = occurrence->reading && says_remote(places->arena, occurrence->reading->passage->text);
    return remote_here || says_remote(places->arena, places->article->title) ? "En ligne" : "";
}

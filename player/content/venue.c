#include "content/venue.h"

#include "content/grammar.h"
#include "content/venue_name.h"
#include "content/venue_words.h"

#include <string.h>

enum { CLOSING_REACH = 16, TOWN_WORDS = 6 };

bool venue_is_capital(const struct lexis *lexis, const struct lexeme *lexeme)
{
    const unsigned char *byte = (const unsigned char *)lexis->text + lexeme->begin;
    return lexeme->kind == LEXEME_WORD && ((*byte >= 'A' && *byte <= 'Z') || (byte[0] == 0xC3 && byte[1] >= 0x80 && byte[1] <= 0x9E));
}

/* How many lexemes spell the blank-separated words; 0 when others do. */
static size_t spelt_at(const struct lexis *lexis, size_t index, const char *words)
{
    size_t at = index;
    while (*words) {
        size_t length = strcspn(words, " ");
        const struct lexeme *lexeme = &lexis->items[at];
        if (lexeme->kind != LEXEME_WORD || strncmp(lexeme->word, words, length) != 0 || lexeme->word[length])
            return 0;
        at++;
        words += length + (words[length] == ' ');
    }
    return at - index;
}

size_t venue_spells(const struct lexis *lexis, size_t index, const char *const *list)
{
    size_t best = 0;
    for (; *list && lexis->items[index].kind == LEXEME_WORD; list++) {
        if (**list != lexis->items[index].word[0])
            continue;
        size_t count = spelt_at(lexis, index, *list);
        best = count > best ? count : best;
    }
    return best;
}

/* "Arnay-le-Duc", "Saint-Jean-de-Luz", "Sainte-Foy": hyphens tie small words or a saint to a name. How many lexemes; 0: no such name. */
static size_t shaped_town(const struct lexis *lexis, size_t index)
{
    static const char *const tied[] = {"le", "la", "les", "l", "sur", "sous", "en", "lez", "du", "des", "de", "d", "aux", NULL}, *const saints[] = {"saint", "sainte", "saints", NULL};
    size_t end = index + 1;
    bool small = lexis_is_word_of(&lexis->items[index], saints);
    if (!venue_is_capital(lexis, &lexis->items[index]))
        return 0;
    for (; end < lexis->count && venue_name_is_joint(lexis, end); end++)
        small = small || (lexis_is_word_of(&lexis->items[end], tied) && !venue_is_capital(lexis, &lexis->items[end]));
    return small && end > index + 1 && venue_is_capital(lexis, &lexis->items[end - 1]) ? end - index : 0;
}

/* A town of the table, or a name with its department: "Sainte-Marie-aux-Mines (68)". */
static size_t town_at(const struct lexis *lexis, size_t index)
{
    size_t shaped = shaped_town(lexis, index);
    if (shaped)
        return shaped;
    if (!venue_is_capital(lexis, &lexis->items[index]))
        return 0;
    size_t end = index + 1;
    while (end < index + TOWN_WORDS && (venue_is_capital(lexis, &lexis->items[end]) || lexis_is_word_of(&lexis->items[end], venue_words_links)))
        end++;
    const struct lexeme *bracket = &lexis->items[end];
    if (lexis_is_sign(bracket, '(') && bracket[1].kind == LEXEME_NUMBER && bracket[1].digits == 2 && lexis_is_sign(bracket + 2, ')'))
        return end - index;
    return venue_spells(lexis, index, venue_words_towns);
}

/* The sign that closes what the one at `index` opens, in the same line; 0: none near. */
size_t venue_closing(const struct lexis *lexis, size_t index, char sign)
{
    for (size_t i = index + 1; i < lexis->count && i <= index + CLOSING_REACH; i++) {
        if (lexis_is_sign(&lexis->items[i], LEXEME_LINE))
            return 0;
        if (lexis_is_sign(&lexis->items[i], sign))
            return i;
    }
    return 0;
}

/* "12", "12 bis,", "75015": a number of a street with its street, or of a post office. */
bool venue_is_address(const struct lexis *lexis, size_t index)
{
    const struct lexeme *next = &lexis->items[index];
    if (lexis_is_word_of(next, venue_words_streets))
        return next[1].kind == LEXEME_WORD && !grammar_lists(venue_words_stops, next[1].word);
    if (next->kind != LEXEME_NUMBER)
        return false;
    if (next->digits == 5)
        return true;
    next++;
    if (lexis_is_word(next, "bis") || lexis_is_word(next, "ter") || lexis_is_word(next, "b"))
        next++;
    if (lexis_is_sign(next, ','))
        next++;
    return lexis_is_word_of(next, venue_words_streets) || lexis_is_word_of(next, venue_words_ways);
}

/* "7e arrondissement", "2e étage": the number of lexemes, or 0. */
static size_t district_at(const struct lexis *lexis, size_t index)
{
    static const char *const ordinals[] = {"e", "eme", "er", "ieme", NULL};
    const struct lexeme *items = &lexis->items[index];
    bool number = items->kind == LEXEME_NUMBER && items->digits <= 2 && lexis_is_word_of(items + 1, ordinals);
    return number && (lexis_is_word(items + 2, "arrondissement") || lexis_is_word(items + 2, "etage")) ? 3 : 0;
}

bool venue_says_instead(const struct lexis *lexis, size_t index)
{
    static const char *const of[] = {"de", "du", "d", NULL};
    bool lieu = lexis_is_word(&lexis->items[index], "lieu") && !venue_is_capital(lexis, &lexis->items[index]) && lexis_is_word_of(&lexis->items[index + 1], of);
    size_t at = lieu ? venue_skip_articles(lexis, index + 2) : 0;
    return lieu && (lexis->items[at].kind == LEXEME_NUMBER || venue_spells(lexis, at, venue_words_houses));
}

/* "dans le hall" says too little, "dans le hall de la mairie" enough. */
static bool says_enough(const struct lexis *lexis, size_t index)
{
    const struct lexeme *noun = &lexis->items[index], *next = noun + 1;
    if (venue_says_instead(lexis, index) || venue_spells(lexis, index + 1, venue_words_unknown))
        return false; /* "salle à préciser" */
    if (lexis_is_word_of(noun, venue_words_labels) && next->kind == LEXEME_SIGN && next->sign != '"')
        return false;
    if (venue_spells(lexis, index, venue_words_sole) || venue_is_capital(lexis, noun))
        return true;
    if (next->kind == LEXEME_SIGN)
        return lexis_is_sign(next, '"');
    return next->kind == LEXEME_NUMBER || venue_name_is_number(lexis, index + 1) || venue_spells(lexis, index, venue_words_houses) > 1 || !grammar_lists(venue_words_stops, next->word) ||
           (lexis_is_word(next, "des") && next[1].kind == LEXEME_WORD);
}

/* "le grand amphithéâtre", "l'ancien hôpital": behind a word that stands before its noun. */
static size_t behind_epithet(const struct lexis *lexis, size_t index)
{
    return lexis_is_word_of(&lexis->items[index], venue_words_epithets) ? index + 1 : index;
}

static bool is_house(const struct lexis *lexis, size_t index)
{
    size_t noun = behind_epithet(lexis, index);
    return (venue_spells(lexis, index, venue_words_houses) && says_enough(lexis, index)) ||
           (noun > index && venue_spells(lexis, noun, venue_words_houses) && says_enough(lexis, noun));
}

/* "espace Jaurès", "campus de Paris": with a name in capitals near. */
static bool is_loose(const struct lexis *lexis, size_t index)
{
    if (!lexis_is_word_of(&lexis->items[index], venue_words_loose))
        return false;
    size_t at = index + 1;
    while (at <= index + 2 && lexis_is_word_of(&lexis->items[at], venue_words_links))
        at++;
    return venue_is_capital(lexis, &lexis->items[at]);
}

/* Behind the articles at `index`. */
size_t venue_skip_articles(const struct lexis *lexis, size_t index)
{
    while (lexis_is_word_of(&lexis->items[index], venue_words_articles) && !venue_is_capital(lexis, &lexis->items[index]))
        index++;
    return index;
}

/* Something that a place may go on with behind "à", "dans" or a comma: a town, a house, a room, an address. */
bool venue_is_further(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    return town_at(lexis, index) || is_house(lexis, index) || is_loose(lexis, index) || lexis_is_word_of(lexeme, venue_words_rooms) || venue_is_address(lexis, index) || district_at(lexis, index);
}

/* The same, with its preposition: ", à Lyon", ", salle 3", "et en ligne". */
bool venue_is_joined(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    if (lexis_is_word(lexeme, "et") && venue_spells(lexis, index + 1, venue_words_modes))
        return true;
    if (lexis_is_word_of(lexeme, venue_words_before) && !venue_is_capital(lexis, lexeme))
        index++;
    size_t behind = venue_skip_articles(lexis, index);
    return venue_is_further(lexis, behind);
}

static bool has_capital(const struct lexis *lexis, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (venue_is_capital(lexis, &lexis->items[i]))
            return true;
    return false;
}

/* "parc du château", "cour de la mairie", "toit de la friche": the ground of a house. */
static bool is_ground(const struct lexis *lexis, size_t index)
{
    static const char *const of[] = {"de", "du", "des", "d", NULL};
    return lexis_is_word_of(&lexis->items[index], venue_words_grounds) && lexis_is_word_of(&lexis->items[index + 1], of) && venue_spells(lexis, venue_skip_articles(lexis, index + 2), venue_words_houses);
}

/* What kind of place begins at `index`. */
static enum venue_rank rank_at(const struct lexis *lexis, size_t index)
{
    static const char *const bodies[] = {"pole emploi", "site internet", "site web", NULL}; /* no place, though a pole is one */
    const struct lexeme *lexeme = &lexis->items[index];
    if (venue_spells(lexis, index, bodies))
        return VENUE_NONE;
    if (is_house(lexis, index) || is_ground(lexis, index))
        return VENUE_HOUSE;
    if (lexeme->kind == LEXEME_NUMBER)
        return district_at(lexis, index) ? VENUE_TOWN : venue_is_address(lexis, index) && lexeme->digits != 5 ? VENUE_ADDRESS : VENUE_NONE;
    if (lexeme->kind != LEXEME_WORD)
        return VENUE_NONE;
    if (lexis_is_word_of(lexeme, venue_words_loose) && has_capital(lexis, index, venue_name_end(lexis, index, true)))
        return VENUE_HOUSE;
    if (lexis_is_word_of(lexeme, venue_words_streets) && has_capital(lexis, index, venue_name_end(lexis, index, true)))
        return VENUE_ADDRESS;
    return town_at(lexis, index) ? VENUE_TOWN : VENUE_NONE;
}

/* A place with a town and, further on, a house is as particular as the house. */
static enum venue_rank best_within(const struct lexis *lexis, const struct venue *venue)
{
    enum venue_rank best = venue->rank;
    for (size_t i = venue->first + 1; i < venue->end; i++) {
        enum venue_rank rank = lexis->items[i].kind == LEXEME_WORD || lexis->items[i].kind == LEXEME_NUMBER ? rank_at(lexis, i) : VENUE_NONE;
        best = rank > best ? rank : best;
    }
    return best;
}

static struct venue venue_from(const struct lexis *lexis, size_t opens, size_t first, enum venue_rank rank)
{
    struct venue venue = {.rank = rank, .opens = opens, .first = first};
    venue.end = venue_name_end(lexis, first, rank >= VENUE_ADDRESS || lexis->items[first].kind == LEXEME_NUMBER);
    if (rank == VENUE_TOWN || rank == VENUE_NAME)
        venue.rank = best_within(lexis, &venue);
    size_t mode = rank != VENUE_NAME && lexis_is_word(&lexis->items[venue.end], "ou") ? venue_spells(lexis, venue.end + 1, venue_words_modes) : 0;
    venue.end += mode ? mode + 1 : 0; /* "à Lyon ou en visio" */
    return venue;
}

/* "partira samedi 13 juillet à 18h de la place de l'Église", "partira du square Pasteur", "autour du kiosque". */
static bool leaves_from(const struct lexis *lexis, size_t index)
{
    enum { LEAVING_REACH = 16 };
    static const char *const from[] = {"de", "du", NULL}, *const leaving[] = {"partira", "partiront", "partirons", "autour", NULL};
    if (!lexis_is_word_of(&lexis->items[index], from) || rank_at(lexis, venue_skip_articles(lexis, index + 1)) < VENUE_ADDRESS)
        return false;
    for (size_t i = index; i-- > 0 && index - i <= LEAVING_REACH && lexis->items[i].sentence == lexis->items[index].sentence;)
        if (lexis_is_word_of(&lexis->items[i], leaving))
            return true;
    return false;
}

/* "visite du tiers-lieu La Filature", "visite guidée de la manufacture": what is seen is where one goes. */
static bool visits(const struct lexis *lexis, size_t index)
{
    static const char *const of[] = {"de", "du", "des", NULL};
    static const char *const visiting[] = {"visite", "visites", "visiter", "visitez", "visiterons", "inauguration", NULL};
    static const char *const guided[] = {"guidee", "guidees", "commentee", "commentees", "libre", "collective", NULL};
    size_t before = index > 1 && lexis_is_word_of(&lexis->items[index - 1], guided) ? index - 1 : index;
    if (before == 0 || !lexis_is_word_of(&lexis->items[index], of) || !lexis_is_word_of(&lexis->items[before - 1], visiting))
        return false;
    size_t house = venue_skip_articles(lexis, index + 1); /* with a name of its own: "visite du phare" says too little */
    return rank_at(lexis, house) == VENUE_HOUSE && has_capital(lexis, house, venue_name_end(lexis, house, true));
}

/* "sous la direction de": no place. */
static bool is_guided(const struct lexis *lexis, size_t index)
{
    static const char *const guidance[] = {"direction", "presidence", "conduite", "houlette", "baguette", "responsabilite", "forme", "reserve", "pretexte", NULL};
    return lexis_is_word(&lexis->items[index], "sous") && lexis_is_word_of(&lexis->items[venue_skip_articles(lexis, index + 1)], guidance);
}

/* "au Bocal, au lieu de la Ruche": right behind a name; but "à Paris, au lieu de la transformation publique". */
static bool replaces(const struct lexis *lexis, size_t index)
{
    size_t before = index > 0 && lexis_is_sign(&lexis->items[index - 1], ',') ? index - 1 : index;
    return before > 0 && lexis_is_word(&lexis->items[index], "au") && venue_is_capital(lexis, &lexis->items[before - 1]) && venue_name_is_replaced(lexis, index + 1);
}

/* "au départ de" */
static bool departs(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    return index > 1 && lexis_is_word(lexeme, "de") && lexis_is_word(lexeme - 1, "depart") && lexis_is_word(lexeme - 2, "au");
}

/* The preposition at `index` may stand before a place. */
static bool opens_place(const struct lexis *lexis, size_t index)
{
    const struct lexeme *lexeme = &lexis->items[index];
    if (departs(lexis, index) || leaves_from(lexis, index) || visits(lexis, index))
        return true;
    if (venue_name_is_joint(lexis, index) || !lexis_is_word_of(lexeme, venue_words_before) || (index > 0 && lexis_is_word_of(lexeme - 1, venue_words_not_after)))
        return false;
    if (is_guided(lexis, index) || replaces(lexis, index))
        return false;
    return strcmp(lexeme->word, "a") != 0 || lexeme->grave || (venue_is_capital(lexis, lexeme) && town_at(lexis, index + 1));
}

/* What the word at `index` is behind this preposition: "en" opens rooms only, "sur" what is known as a place. */
static enum venue_rank rank_behind(const struct lexis *lexis, const char *preposition, size_t index)
{
    static const char *const weak[] = {"aux", "dans", "in", "sur", "sous", "devant", NULL};
    const struct lexeme *word = &lexis->items[index];
    enum venue_rank rank = rank_at(lexis, index);
    if (strcmp(preposition, "en") == 0)
        return lexis_is_word_of(word, venue_words_rooms) || lexis_is_word_of(word, venue_words_sole) ? rank : VENUE_NONE;
    if (rank != VENUE_NONE || grammar_lists(weak, preposition))
        return rank;
    bool article = lexis_is_word_of(word, venue_words_articles); /* "à La Rochelle", "à L'Escale" */
    bool name = venue_is_capital(lexis, word) && (word->word[1] || article) && !grammar_lists(venue_words_not_names, word->word);
    return name && (!article || venue_is_capital(lexis, word + 1)) ? VENUE_NAME : VENUE_NONE;
}

/* "dans nos locaux du 18 rue Carnot", "dans nos locaux, 18 rue Carnot": behind whose they are, at the street; `index` when none follows. */
static size_t skip_premises(const struct lexis *lexis, size_t index)
{
    static const char *const own[] = {"nos", "ses", "leurs", "notre", "les", NULL}, *const premises[] = {"locaux", "bureaux", NULL}, *const of[] = {"du", "au", "de", NULL};
    size_t at = index + lexis_is_word_of(&lexis->items[index], own);
    if (!lexis_is_word_of(&lexis->items[at], premises))
        return index;
    at++;
    at += lexis_is_sign(&lexis->items[at], ',') || lexis_is_sign(&lexis->items[at], ':');
    at = venue_skip_articles(lexis, at + lexis_is_word_of(&lexis->items[at], of));
    return venue_is_address(lexis, at) ? at : index;
}

/* "chez notre partenaire Le Comptoir", "chez nos amis de la Coque": behind who is meant, at the name; `at` when none follows. */
static size_t skip_hosts(const struct lexis *lexis, size_t index, size_t at)
{
    enum { HOST_WORDS = 4 };
    static const char *const ours[] = {"notre", "nos", "votre", "vos", "leur", "leurs", "son", "ses", NULL};
    if (!lexis_is_word(&lexis->items[index], "chez") || !lexis_is_word_of(&lexis->items[at], ours))
        return at;
    for (size_t name = at + 1; name <= at + HOST_WORDS && lexis->items[name].kind == LEXEME_WORD; name++)
        if (venue_is_capital(lexis, &lexis->items[name]))
            return name;
    return at;
}

size_t venue_opened(const struct lexis *lexis, size_t index)
{
    return opens_place(lexis, index) ? skip_hosts(lexis, index, skip_premises(lexis, venue_skip_articles(lexis, index + 1))) : index;
}

/* "à L'Escale (tiers-lieu, 3 quai de Rouen)": behind the bracket at lexeme `index` that says where a name is; 0: there is none, or it says what
 * is done there. */
static size_t behind_address(const struct lexis *lexis, size_t index)
{
    size_t closing = lexis_is_sign(&lexis->items[index], '(') ? venue_closing(lexis, index, ')') : 0;
    bool address = false;
    for (size_t i = index + 1; i < closing; i++) {
        if (lexis_is_sign(&lexis->items[i], ':') || lexis_is_word_of(&lexis->items[i], venue_words_errands))
            return 0;
        address = address || rank_at(lexis, i) >= VENUE_ADDRESS;
    }
    return address ? closing + 1 : 0;
}

struct venue venue_behind(const struct lexis *lexis, size_t index)
{
    struct venue none = {VENUE_NONE, index, index, index};
    size_t at = venue_opened(lexis, index);
    if (at == index)
        return none;
    bool quoted = lexis_is_sign(&lexis->items[at], '"') && venue_closing(lexis, at, '"');
    enum venue_rank rank = rank_behind(lexis, lexis->items[index].word, at + quoted);
    if (rank == VENUE_NONE)
        return none;
    struct venue venue = venue_from(lexis, index, at + quoted, rank);
    size_t behind = venue.rank == VENUE_NAME && !venue_spells(lexis, at + quoted, venue_words_towns) ? behind_address(lexis, venue.end) : 0;
    if (behind) {
        venue.rank = VENUE_HOUSE;
        venue.end = behind;
    }
    static const char *const telling[] = {"sous", "devant", "chez", NULL};
    if (lexis_is_word_of(&lexis->items[index], telling) && at <= index + 2)
        venue.first = index; /* "chez Mozilla", but "Le Comptoir" of "chez notre partenaire Le Comptoir" */
    if (quoted) /* the name begins with its mark, so that its end is found behind the closing one */
        venue.end = venue_name_end(lexis, at, true);
    if (visits(lexis, index) && venue.rank == VENUE_HOUSE)
        venue.rank = VENUE_ADDRESS; /* "visite du musée, rendez-vous devant la gare" */
    return venue;
}

/* "Présentiel à Paris et en visio" from a way to take part on. */
static struct venue mode_at(const struct lexis *lexis, size_t index)
{
    struct venue venue = {VENUE_NONE, index, index, index};
    size_t at = index;
    while (at < lexis->count) {
        size_t mode = venue_spells(lexis, at, venue_words_modes);
        struct venue place = {VENUE_NONE, at, at, at};
        if (!mode && at != index)
            place = venue_at(lexis, at);
        if (!mode && !place.rank)
            break;
        venue.rank = place.rank > venue.rank ? place.rank : venue.rank ? venue.rank : VENUE_MODE;
        venue.end = at = mode ? at + mode : place.end;
        const struct lexeme *next = &lexis->items[at];
        bool sign = next->kind == LEXEME_SIGN && next->sign && strchr(",/+&-", next->sign);
        if (sign || lexis_is_word(next, "et") || lexis_is_word(next, "ou"))
            at++;
    }
    return venue;
}

struct venue venue_at(const struct lexis *lexis, size_t index)
{
    if (venue_spells(lexis, index, venue_words_modes))
        return mode_at(lexis, index);
    static const char *const fresh[] = {"nouveau", "nouvelle", "nouvel", "futur", "future", NULL}; /* "Nouvelle bibliothèque de composants" */
    struct venue venue = venue_behind(lexis, index);
    enum venue_rank rank = venue.rank || lexis_is_word_of(&lexis->items[index], fresh) ? VENUE_NONE : rank_at(lexis, index);
    if (rank == VENUE_NONE)
        return venue;
    venue = venue_from(lexis, index, index, rank);
    size_t sign = index + 1;
    while (sign < venue.end && lexis->items[sign].kind != LEXEME_SIGN)
        sign++;
    bool played = lexis_is_word_of(&lexis->items[index], venue_words_played) && venue_spells(lexis, index, venue_words_houses) < 2 && !lexis_is_word_of(&lexis->items[index + 1], venue_words_official) && !has_capital(lexis, index + 1, sign); /* "Théâtre d'improvisation" */
    return played ? (struct venue){VENUE_NONE, index, index, index} : venue;
}

struct venue venue_best(const struct lexis *lexis, size_t first, size_t end)
{
    struct venue best = {0};
    for (size_t i = first; i < end; i++) {
        struct venue venue = venue_behind(lexis, i);
        if (venue.rank > VENUE_NAME && venue.rank > best.rank)
            best = venue;
        i = venue.rank > VENUE_NAME && venue.end > i ? venue.end - 1 : i;
    }
    return best;
}

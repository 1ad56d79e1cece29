#include "content/cues.h"

#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

enum { CUES_MOST_PATTERNS = 6144, CUES_GAP = 4, LETTERS = 26 };

/* The patterns by the first letter of their first word. */
struct cue_index {
    const struct grammar *grammar;
    const struct grammar_cue *rows[CUES_MOST_PATTERNS];
    char seconds[CUES_MOST_PATTERNS]; /* the second and the third letter of that word: most rows need no closer look */
    char thirds[CUES_MOST_PATTERNS];
    size_t begins[LETTERS + 1];
};

/* The number of the lowest bit of a word that is not 0. */
static size_t lowest(uint32_t bits)
{
    size_t bit = 0;
    while (!(bits >> bit & 1))
        bit++;
    return bit;
}

/* A bit for each letter with which the first word of a pattern may begin: "est|sera remplace*". */
static uint32_t first_letters(const char *pattern)
{
    uint32_t letters = 0;
    for (size_t i = 0; pattern[i] && pattern[i] != ' '; i++)
        if (i == 0 || pattern[i - 1] == '|')
            letters |= UINT32_C(1) << (pattern[i] - 'a');
    return letters;
}

enum { NO_LETTER = 1 };

static bool is_letter(char sign)
{
    return sign >= 'a' && sign <= 'z';
}

/* The letter at `place` (1: the second) of the first word of a pattern that begins with `letter`; NO_LETTER: the word is no longer; 0: it is another one
 * in several words, or no letter. */
static char letter_at(const char *pattern, char letter, size_t place)
{
    char found = 0;
    for (size_t i = 0; pattern[i] && pattern[i] != ' '; i++) {
        size_t at = i;
        if ((i > 0 && pattern[i - 1] != '|') || pattern[i] != letter)
            continue;
        while (at < i + place && is_letter(pattern[at]))
            at++;
        char next = at == i + place && is_letter(pattern[at]) ? pattern[at] : NO_LETTER;
        bool open = next == NO_LETTER && pattern[at] && !strchr(" |", pattern[at]); /* a stem, a digit */
        if (open || (found && found != next))
            return 0;
        found = next;
    }
    return found;
}

static void index_build(struct cue_index *index, const struct grammar_cue *const *tables)
{
    size_t filled[LETTERS] = {0}, total = 0;
    for (const struct grammar_cue *const *table = tables; *table; table++)
        for (const struct grammar_cue *row = *table; row->pattern; row++)
            for (uint32_t letters = first_letters(row->pattern); letters; letters &= letters - 1)
                filled[lowest(letters)]++;
    for (size_t i = 0; i < LETTERS; i++) {
        index->begins[i] = total;
        total += filled[i];
        filled[i] = index->begins[i];
    }
    index->begins[LETTERS] = total;
    assert(total <= CUES_MOST_PATTERNS); /* a row that is left out is a rule that is silently gone */
    for (const struct grammar_cue *const *table = tables; *table && total <= CUES_MOST_PATTERNS; table++)
        for (const struct grammar_cue *row = *table; row->pattern; row++)
            for (uint32_t letters = first_letters(row->pattern); letters; letters &= letters - 1) {
                size_t at = filled[lowest(letters)]++;
                index->rows[at] = row;
                index->seconds[at] = letter_at(row->pattern, (char)('a' + lowest(letters)), 1);
                index->thirds[at] = letter_at(row->pattern, (char)('a' + lowest(letters)), 2);
            }
}

/* One alternative ("stem*" or "word") from `part` to before `end` matches the word. */
static bool matches_word(const char *part, size_t length, const char *word)
{
    if (length && part[0] != word[0] && part[0] != '*')
        return false; /* as in lexis_is_word_of */
    if (length && part[length - 1] == '*')
        return strncmp(part, word, length - 1) == 0;
    return strncmp(part, word, length) == 0 && word[length] == '\0';
}

static bool matches_part(const char *part, size_t length, const struct lexeme *lexeme)
{
    if (length == 1 && *part == '#')
        return lexeme->kind == LEXEME_NUMBER;
    if (lexeme->kind != LEXEME_WORD)
        return false;
    while (length) {
        const char *bar = memchr(part, '|', length);
        size_t one = bar ? (size_t)(bar - part) : length;
        if (matches_word(part, one, lexeme->word))
            return true;
        part += bar ? one + 1 : one;
        length -= bar ? one + 1 : one;
    }
    return false;
}

/* Signs that may stand within a pattern: quotation marks and the like; no end of a sentence. */
static size_t skip_signs(const struct lexis *lexis, size_t index)
{
    while (index < lexis->count && lexis->items[index].kind == LEXEME_SIGN && strchr("\"'*_#o-()", lexis->items[index].sign))
        index++;
    return index;
}

/* The lexeme behind the match of `pattern` at `index`, or 0. Calls itself at most once for each "..." and gap. */
static size_t match_at(const struct lexis *lexis, size_t index, const char *pattern)
{
    int sentence = lexis->items[index].sentence;
    while (*pattern) {
        size_t length = strcspn(pattern, " ");
        const char *rest = pattern + length + (pattern[length] == ' ');
        if (length == 3 && memcmp(pattern, "...", 3) == 0) {
            for (size_t gap = 0; gap <= CUES_GAP && index + gap < lexis->count; gap++) {
                size_t end = *rest ? match_at(lexis, index + gap, rest) : 0;
                if (lexis->items[index + gap].sentence != sentence)
                    return 0;
                if (end)
                    return end;
            }
            return 0;
        }
        if (index >= lexis->count || lexis->items[index].sentence != sentence || !matches_part(pattern, length, &lexis->items[index]))
            return 0;
        index++;
        pattern = rest;
        if (*pattern)
            index = skip_signs(lexis, index);
    }
    return index;
}

static bool ends_in(const char *word, const char *const *endings, const char *const *except)
{
    return strlen(word) >= 5 && !grammar_lists(except, word) && grammar_ends(endings, word);
}

bool cues_asks(const char *word, const struct grammar *grammar)
{
    return strlen(word) > 4 && grammar_ends(grammar->request_endings, word) && !grammar_ends(grammar->not_request, word);
}

/* "-rait", "-raient": not past. */
static bool is_conditional(const char *word)
{
    size_t length = strlen(word);
    return (length > 4 && strcmp(word + length - 4, "rait") == 0) || (length > 6 && strcmp(word + length - 6, "raient") == 0);
}

bool cues_supposes(const char *word, const struct grammar *grammar)
{
    return is_conditional(word) && !grammar_lists(grammar->not_past, word);
}

bool cues_tells_past(const char *word, const struct grammar *grammar)
{
    return ends_in(word, grammar->past_endings, grammar->not_past) && !is_conditional(word);
}

/* "Et si on supprimait les pièces jointes ?": nobody did. */
static bool is_supposed(const struct lexis *lexis, size_t index, const struct grammar *grammar)
{
    enum { SUBJECT_REACH = 3 };
    for (size_t i = index; i-- > 0 && index - i <= SUBJECT_REACH && (lexis->items[i].kind == LEXEME_WORD || lexis_is_sign(&lexis->items[i], '\''));)
        if (grammar_lists(grammar->supposing, lexis->items[i].word))
            return lexis->items[i].sentence == lexis->items[index].sentence;
    return false;
}

/* The participle behind an auxiliary, a few words on; 0 when there is none. */
static size_t find_participle(const struct lexis *lexis, size_t index, const struct grammar *grammar, const char *const *irregular, const char *const *accented)
{
    int sentence = lexis->items[index].sentence;
    for (size_t i = index + 1; i < index + 4 && i < lexis->count && lexis->items[i].kind == LEXEME_WORD && lexis->items[i].sentence == sentence; i++) {
        if (grammar_lists(grammar->determiners, lexis->items[i].word))
            return 0; /* a noun follows: "ont une priorité" */
        if ((lexis->items[i].participle && (!accented || grammar_lists(accented, lexis->items[i].word))) || grammar_lists(irregular, lexis->items[i].word))
            return i;
    }
    return 0;
}

/* "Vous n'avez pas encore répondu": nothing is over. */
static bool is_still_to_do(const struct lexis *lexis, size_t first, size_t end, const struct grammar *grammar)
{
    for (size_t i = first + 1; i + 1 < end; i++)
        if (lexis_is_word_of(&lexis->items[i], grammar->negations) && lexis_is_word_of(&lexis->items[i + 1], grammar->again))
            return true;
    return false;
}

/* Verbs that no table can list: "avons organisé", "proposait", "présentera". */
static struct cue find_verb(const struct lexis *lexis, size_t index, const struct grammar *grammar)
{
    const struct lexeme *lexeme = &lexis->items[index];
    if (grammar_lists(grammar->past_auxiliary, lexeme->word) && !lexeme->grave) {
        size_t participle = find_participle(lexis, index, grammar, grammar->participles, NULL);
        if (participle && is_still_to_do(lexis, index, participle, grammar))
            return (struct cue){.kind = CUE_NONE, .first = index, .end = participle + 1};
        if (participle)
            return (struct cue){.kind = CUE_PAST, .first = index, .end = participle + 1};
    }
    if (grammar_lists(grammar->being, lexeme->word)) { /* "sont venus" */
        size_t participle = find_participle(lexis, index, grammar, grammar->movers, grammar->accented_movers);
        if (participle && !grammar_ends(grammar->future_endings, lexeme->word) && !grammar_lists(grammar->not_future, lexeme->word))
            return (struct cue){.kind = CUE_PAST, .first = index, .end = participle + 1};
    }
    if (cues_tells_past(lexeme->word, grammar) && !is_supposed(lexis, index, grammar))
        return (struct cue){.kind = CUE_PAST, .first = index, .end = index + 1};
    if (cues_asks(lexeme->word, grammar))
        return (struct cue){.kind = CUE_ASK, .first = index, .end = index + 1};
    if (ends_in(lexeme->word, grammar->future_endings, grammar->not_future))
        return (struct cue){.kind = CUE_WILL, .first = index, .end = index + 1};
    return (struct cue){.kind = CUE_NONE, .first = index, .end = index};
}

/* How closely a pattern describes its words: "votez" more than "vote*", "sera close" more than "sera *". */
static size_t closeness(const char *pattern)
{
    size_t sum = 0, longest = 0, length = 0;
    for (;; pattern++) {
        if (*pattern && *pattern != ' ' && *pattern != '|') {
            length += *pattern != '*';
            continue;
        }
        longest = length > longest ? length : longest;
        length = 0;
        if (*pattern == '|')
            continue;
        sum += longest;
        longest = 0;
        if (!*pattern)
            return sum;
    }
}

/* The first word of a row may be this one, which begins with the same letter. */
static bool may_match(const struct cue_index *index, size_t row, const char *word)
{
    char second = word[1] ? word[1] : NO_LETTER, third = word[1] && word[2] ? word[2] : NO_LETTER;
    return (!index->seconds[row] || index->seconds[row] == second) && (!index->thirds[row] || index->thirds[row] == third);
}

/* The longest pattern that matches at a word, of two as long the closer; CUE_NONE with no length when none does. */
static struct cue find_pattern(const struct cue_index *index, const struct lexis *lexis, size_t at)
{
    struct cue best = {.kind = CUE_NONE, .first = at, .end = at};
    size_t close = 0;
    const char *word = lexis->items[at].word;
    char letter = word[0];
    if (!is_letter(letter))
        return best;
    for (size_t r = index->begins[letter - 'a']; r < index->begins[letter - 'a' + 1]; r++) {
        if (!may_match(index, r, word))
            continue;
        size_t end = match_at(lexis, at, index->rows[r]->pattern);
        bool dated = end && index->rows[r]->kind == CUE_HOURS && lexis->items[end].kind == LEXEME_NUMBER; /* "ouvert du lundi 14 octobre" */
        if (end < best.end || end == at || !end || dated)
            continue;
        size_t closer = closeness(index->rows[r]->pattern);
        if (end == best.end && closer <= close)
            continue;
        best = (struct cue){.kind = index->rows[r]->kind, .first = at, .end = end};
        close = closer;
    }
    return best;
}

/* "nos antennes n'accueilleront pas de public": what is denied does not take place. */
static bool is_denied(const struct lexis *lexis, const struct cue *cue, const struct grammar *grammar)
{
    size_t before = cue->first;
    before -= before > 0 && lexis_is_sign(&lexis->items[before - 1], '\'');
    bool never = before > 0 && lexis_is_word_of(&lexis->items[before - 1], grammar->never);
    enum { SUBJECT_REACH = 5 };
    bool nobody = false; /* "aucun événement public ne sera organisé" */
    for (size_t i = before; never && i-- > 0 && before - i <= SUBJECT_REACH && lexis->items[i].sentence == lexis->items[cue->first].sentence && !nobody;)
        nobody = lexis_is_word_of(&lexis->items[i], grammar->negations) && strncmp(lexis->items[i].word, "aucun", 5) == 0;
    return nobody || (never && lexis_is_word_of(&lexis->items[cue->end], grammar->negations));
}

/* "organisé par" invites nobody, "organise" does. */
static enum cue_kind kind_of_verb(const struct lexis *lexis, const struct cue *cue, const struct grammar *grammar)
{
    if (cue->kind == CUE_MEET && cue->end == cue->first + 1 && lexis->items[cue->first].participle)
        return CUE_NONE;
    return is_denied(lexis, cue, grammar) ? CUE_PRIVATE : cue->kind;
}

/* The participle behind an auxiliary at `index`, or 0. */
static size_t past_behind(const struct lexis *lexis, size_t index, const struct grammar *grammar)
{
    bool auxiliary = grammar_lists(grammar->past_auxiliary, lexis->items[index].word) && !lexis->items[index].grave;
    return auxiliary ? find_participle(lexis, index, grammar, grammar->participles, NULL) : 0;
}

const struct cue_index *cues_index(struct arena *arena, const struct grammar *grammar)
{
    struct cue_index *index = arena_alloc(arena, sizeof *index);
    index->grammar = grammar;
    index_build(index, grammar->cues);
    return index;
}

/* What a pattern says where it stands. */
static enum cue_kind kind_here(const struct lexis *lexis, const struct cue *cue, const struct grammar *grammar)
{
    if (cue->kind == CUE_MEET || cue->kind == CUE_HELD)
        return kind_of_verb(lexis, cue, grammar);
    if (cue->kind == CUE_UNTIL && lexis_is_sign(&lexis->items[cue->end], '"'))
        return CUE_NONE; /* "« Faïences d'ici », du 7 mars au 10 mai": the end of a name */
    /* "Il fallait lire : samedi" corrects, "il fallait lire ce livre" is over. */
    if (cue->kind == CUE_MOVED && grammar_lists(grammar->correcting, lexis->items[cue->end - 1].word) && !lexis_is_sign(&lexis->items[cue->end], ':'))
        return CUE_PAST;
    return cue->kind;
}

/* In a title of a few words between quotation marks these say nothing of its day: "Soirée « Ciel ouvert » le jeudi 26 mars". */
static bool is_of_title(enum cue_kind kind)
{
    return kind == CUE_OPEN || kind == CUE_SINCE || kind == CUE_PAST || kind == CUE_PRIVATE || kind == CUE_STEP || kind == CUE_TERM || kind == CUE_RECAP || kind == CUE_LAW;
}

/* The lexeme behind the quotation that opens at `index`, when it is a short one of one sentence; else `index`. */
static size_t behind_title(const struct lexis *lexis, size_t index)
{
    enum { TITLE_MOST = 9 };
    if (!lexis_is_sign(&lexis->items[index], '"'))
        return index;
    for (size_t i = index + 1; i < lexis->count && i <= index + TITLE_MOST && lexis->items[i].sentence == lexis->items[index].sentence; i++)
        if (lexis_is_sign(&lexis->items[i], '"'))
            return i + 1;
    return index;
}

struct cue *cues_find(struct arena *arena, const struct cue_index *index, const struct lexis *lexis, size_t *count)
{
    const struct grammar *grammar = index->grammar;
    struct cue *cues = NULL;
    size_t capacity = 0, titled = 0; /* up to where a title goes */
    *count = 0;
    for (size_t i = 0; i < lexis->count;) {
        titled = i >= titled ? behind_title(lexis, i) : titled;
        struct cue best = find_pattern(index, lexis, i);
        best.kind = kind_here(lexis, &best, grammar);
        size_t participle = best.kind == CUE_ADDRESS ? past_behind(lexis, best.end - 1, grammar) : 0;
        if (participle) /* "vous avez déposé" */
            best = (struct cue){.kind = CUE_PAST, .first = i, .end = participle + 1};
        struct cue verb = lexis->items[i].kind == LEXEME_WORD ? find_verb(lexis, i, grammar) : best;
        if (verb.end > best.end)
            best = verb;
        if (best.end > i && best.kind != CUE_NONE && !(best.end < titled && is_of_title(best.kind))) {
            cues = arena_grow(arena, cues, *count, &capacity, sizeof *cues);
            cues[(*count)++] = best;
        }
        i = best.end > i ? best.end : i + 1;
    }
    return cues;
}

#include "content/lexis.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/utf8.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

/* U+00C0 to U+017F without their accents; ligatures are named apart. */
static const char lexis_plain[] = "aaaaaaaceeeeiiiidnoooooxouuuuyts"
                                  "aaaaaaaceeeeiiiidnoooooxouuuuyty"
                                  "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkk"
                                  "llllllllllnnnnnnnnnoooooooorrrrrrsssssssstttttt"
                                  "uuuuuuuuuuuuwwyyyzzzzzzs";

_Static_assert(sizeof lexis_plain == 0x180 - 0xC0 + 1, "one letter a code point");

/* Code points that stand for a sign. */
static const struct {
    uint32_t first;
    uint32_t last;
    char sign;
} lexis_signs[] = {
    {0x00AB, 0x00AB, '"'},  {0x00BB, 0x00BB, '"'},  {0x2010, 0x2015, '-'},  {0x2018, 0x2019, '\''}, {0x201A, 0x201B, '\''},
    {0x201C, 0x201F, '"'},  {0x2026, 0x2026, '.'},  {0x2032, 0x2032, '\''}, {0x2039, 0x2039, '"'},  {0x203A, 0x203A, '-'},   {0x2192, 0x2192, '-'},  {0x21D2, 0x21D2, '-'}, {0x2794, 0x2794, '-'},  {0x2799, 0x27A6, '-'},
    {0x2212, 0x2212, '-'},  {0x02BC, 0x02BC, '\''}, {0x00B4, 0x00B4, '\''}, {0x231A, 0x231A, 'T'},  {0x23F0, 0x23F2, 'T'},
    {0x1F550, 0x1F567, 'T'}, {0x1F570, 0x1F570, 'T'}, {0x1F4C5, 0x1F4C6, 'D'}, {0x1F5D3, 0x1F5D3, 'D'},
    {0x1F4CC, 0x1F4CD, 'P'}, {0x1F5FA, 0x1F5FA, 'P'}, {0x1F3DB, 0x1F3DB, 'P'}, {0x1F3E2, 0x1F3E2, 'P'},
};

/* What a word of the text may be followed by without ending the sentence although a full stop stands there. */
static const char *const lexis_short[] = {"inscr", "rens", "janv", "fev", "fevr", "avr", "juil", "juill", "sept", "oct", "nov", "dec", "jan",
                                          "feb", "mar", "apr", "jun", "jul", "aug", "sep", "lun", "mer", "jeu", "ven", "sam", "dim",
                                          "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "av", "bd", "no",
                                          "mme", "dr", "st", "etc", "cf", "ex", "art", "env", "tel", "p", "m", NULL};

enum point_class { POINT_LETTER, POINT_DIGIT, POINT_SPACE, POINT_LINE, POINT_NOTHING, POINT_SIGN };

/* One code point of the text, folded. */
struct point {
    enum point_class class;
    char plain[3]; /* letters */
    char sign;
    bool acute;
    bool grave;
    size_t begin;
    size_t end;
};

static enum point_class point_of_ascii(unsigned char byte, struct point *point)
{
    if (byte >= '0' && byte <= '9')
        return POINT_DIGIT;
    if (byte == '\n')
        return POINT_LINE;
    if (byte <= ' ')
        return POINT_SPACE;
    if (byte >= 'A' && byte <= 'Z')
        byte = (unsigned char)(byte + ('a' - 'A'));
    if (byte >= 'a' && byte <= 'z') {
        point->plain[0] = (char)byte;
        return POINT_LETTER;
    }
    point->sign = (char)byte == '`' ? '\'' : (char)byte;
    return POINT_SIGN;
}

static bool point_is_space(uint32_t code)
{
    return code == 0x00A0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F || code == 0x3000;
}

/* Marks that only change how their neighbour looks. */
static bool point_is_nothing(uint32_t code)
{
    return code == 0x00AD || (code >= 0x200B && code <= 0x200F) || code == 0x2060 || code == 0xFEFF || code == 0xFE0F ||
           code == 0xFE0E || (code >= 0x0300 && code <= 0x036F) || code == 0x20E3 || (code >= 0x1F3FB && code <= 0x1F3FF);
}

static enum point_class point_of_letter(uint32_t code, struct point *point)
{
    point->plain[0] = lexis_plain[code - 0xC0];
    if (code == 0x152 || code == 0x153 || code == 0xC6 || code == 0xE6)
        point->plain[1] = 'e';
    point->acute = code == 0xE9 || code == 0xC9;
    point->grave = code == 0xE0 || code == 0xC0;
    return POINT_LETTER;
}

static char sign_of(uint32_t code)
{
    for (size_t i = 0; i < sizeof lexis_signs / sizeof *lexis_signs; i++)
        if (code >= lexis_signs[i].first && code <= lexis_signs[i].last)
            return lexis_signs[i].sign;
    return LEXEME_OTHER;
}

static enum point_class point_of_code(uint32_t code, struct point *point)
{
    if (code < 0x80)
        return point_of_ascii((unsigned char)code, point);
    if (point_is_space(code))
        return POINT_SPACE;
    if (point_is_nothing(code))
        return POINT_NOTHING;
    if (code == 0x2028 || code == 0x2029)
        return POINT_LINE;
    if (code >= 0xC0 && code <= 0x17F && code != 0xD7 && code != 0xF7)
        return point_of_letter(code, point);
    if (code == 0x1D49 || code == 0x02B3) { /* 1ᵉʳ */
        point->plain[0] = code == 0x1D49 ? 'e' : 'r';
        return POINT_LETTER;
    }
    point->sign = sign_of(code);
    return POINT_SIGN;
}

/* The state of one reading. `folded` has room for every word with its NUL. */
struct lexer {
    const char *text;
    const char *next;
    const char *stop;
    struct arena *arena;
    struct lexeme *items;
    size_t count;
    size_t capacity;
    char *folded;
    bool spaced;
    bool marked; /* an emoji announced a date, an hour or a place */
    int sentence;
};

static struct point lexer_peek(const struct lexer *lexer)
{
    struct point point = {.class = POINT_LINE, .begin = (size_t)(lexer->next - lexer->text)};
    const char *next = lexer->next;
    if (next < lexer->stop)
        point.class = point_of_code(utf8_next(&next, lexer->stop), &point);
    point.end = (size_t)(next - lexer->text);
    return point;
}

static void lexer_pass(struct lexer *lexer, const struct point *point)
{
    lexer->next = lexer->text + point->end;
}

static struct lexeme *lexer_add(struct lexer *lexer, enum lexeme_kind kind, size_t begin)
{
    lexer->items = arena_grow(lexer->arena, lexer->items, lexer->count, &lexer->capacity, sizeof *lexer->items);
    struct lexeme *lexeme = &lexer->items[lexer->count++];
    *lexeme = (struct lexeme){.kind = kind, .word = "", .number = -1, .begin = begin, .spaced = lexer->spaced, .sentence = lexer->sentence};
    lexer->spaced = false;
    return lexeme;
}

/* "étudiant·e·s": between letters a point joins what it parts elsewhere ("10 mai · 14h"). */
static bool lexer_is_inner_point(struct lexer *lexer, const struct point *point)
{
    static const char *const points[] = {"·", "⋅", "‧", "•"};
    bool known = false;
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        known = known || (point->end - point->begin == strlen(points[i]) && memcmp(lexer->text + point->begin, points[i], strlen(points[i])) == 0);
    if (!known)
        return false;
    const char *here = lexer->next;
    lexer->next = lexer->text + point->end;
    struct point behind = lexer_peek(lexer);
    lexer->next = here;
    return behind.class == POINT_LETTER;
}

static void lexer_word(struct lexer *lexer, size_t begin)
{
    struct lexeme *lexeme = lexer_add(lexer, LEXEME_WORD, begin);
    char *word = lexer->folded;
    size_t length = 0;
    bool acute = false, grave = false;
    lexeme->end = begin;
    while (lexer->next < lexer->stop) {
        struct point point = lexer_peek(lexer);
        if (lexer_is_inner_point(lexer, &point))
            point.class = POINT_NOTHING;
        if (point.class != POINT_LETTER && point.class != POINT_NOTHING)
            break;
        lexer_pass(lexer, &point);
        lexeme->end = point.end;
        /* The last é, behind which only the marks of gender and number may stand. */
        if (point.class == POINT_LETTER)
            acute = point.acute || (acute && (point.plain[0] == 'e' || point.plain[0] == 's') && !point.plain[1]);
        grave = point.grave;
        for (size_t i = 0; point.plain[i]; i++)
            word[length++] = point.plain[i];
    }
    word[length] = '\0';
    lexer->folded += length + 1;
    lexeme->word = word;
    lexeme->participle = acute;
    lexeme->grave = grave && length == 1;
}

static void lexer_number(struct lexer *lexer, size_t begin)
{
    struct lexeme *lexeme = lexer_add(lexer, LEXEME_NUMBER, begin);
    int value = 0;
    while (lexer->next < lexer->stop && *lexer->next >= '0' && *lexer->next <= '9') {
        if (lexeme->digits < 9)
            value = value * 10 + (*lexer->next - '0');
        if (lexeme->digits < 1000)
            lexeme->digits++;
        lexer->next++;
    }
    lexeme->number = lexeme->digits <= 9 ? value : -1;
    lexeme->end = (size_t)(lexer->next - lexer->text);
}

/* How many bytes of a text, `most` at the most, are letters of ASCII, digits or one of `signs`. */
static size_t address_span(const char *at, size_t left, size_t most, const char *signs)
{
    size_t length = 0;
    while (length < left && length < most && (isalnum((unsigned char)at[length]) || (at[length] && strchr(signs, at[length]))))
        length++;
    return length;
}

/* "stages@exemple.fr": its length, or 0. The words in it say nothing of the sentence. */
static size_t mail_length(const char *at, size_t left)
{
    enum { LOCAL_MOST = 64 /* RFC 5321, 4.5.3.1.1 */, HOST_MOST = 255 };
    size_t local = address_span(at, left, LOCAL_MOST, "._%+-");
    if (local == 0 || local >= left || at[local] != '@')
        return 0;
    const char *name = at + local + 1;
    size_t host = address_span(name, left - local - 1, HOST_MOST, ".-");
    while (host && !isalnum((unsigned char)name[host - 1]))
        host--; /* the full stop of the sentence */
    return memchr(name, '.', host) ? local + 1 + host : 0;
}

/* An address swallows everything up to the next white space, a mail address what is its own: dates in paths are no dates. */
static bool lexer_address(struct lexer *lexer, size_t begin)
{
    const char *at = lexer->next;
    size_t left = (size_t)(lexer->stop - at), mail = mail_length(at, left);
    bool web = (left > 8 && strncmp(at, "https://", 8) == 0) || (left > 7 && strncmp(at, "http://", 7) == 0) ||
               (left > 7 && strncmp(at, "mailto:", 7) == 0) || (left > 4 && strncmp(at, "www.", 4) == 0);
    if (!web && !mail)
        return false;
    struct lexeme *lexeme = lexer_add(lexer, LEXEME_SIGN, begin);
    lexeme->sign = LEXEME_ADDRESS;
    if (web)
        while (lexer->next < lexer->stop && (unsigned char)*lexer->next > ' ' && !strchr("<>\"", *lexer->next))
            lexer->next++;
    else
        lexer->next += mail;
    lexeme->end = (size_t)(lexer->next - lexer->text);
    return true;
}

/* An abbreviation ("sept.", "M.") or an initial keeps its sentence open. */
static bool lexer_is_short(const struct lexer *lexer)
{
    if (lexer->count < 2)
        return false;
    const struct lexeme *before = &lexer->items[lexer->count - 2];
    if (before->kind != LEXEME_WORD)
        return false;
    for (size_t i = 0; lexis_short[i]; i++)
        if (strcmp(before->word, lexis_short[i]) == 0)
            return true;
    bool unit = lexer->count > 2 && before[-1].kind == LEXEME_NUMBER; /* "à 18 h." is no initial */
    return strlen(before->word) == 1 && !unit;
}

/* jusqu'au, rendez-vous: the parts are words of their own, the sign between them is nothing; but "19 h-minuit". */
static bool lexer_joins(const struct lexer *lexer, const struct point *point, const struct point *after)
{
    const struct lexeme *before = lexer->count ? &lexer->items[lexer->count - 1] : NULL;
    if (!before || lexer->spaced || before->kind != LEXEME_WORD || after->class != POINT_LETTER)
        return false;
    bool hyphen = point->sign == '-' && point->end - point->begin == 1;
    return point->sign == '\'' || (hyphen && before->word[1] != '\0');
}

/* "« Qui paie ? », Maison des sciences", "« Qui paie ? » réunira": behind the sign a quotation ends, and a comma or a small letter goes on. */
static bool lexer_quotes_on(const struct lexer *lexer)
{
    static const char *const skipped[] = {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xC2\xBB", "\xE2\x80\x9D", "\"", NULL}; /* blanks and closing quotation marks */
    const char *at = lexer->next;
    bool quoted = false;
    for (size_t i = 0; skipped[i] && at < lexer->stop; i++) {
        size_t length = strlen(skipped[i]);
        if ((size_t)(lexer->stop - at) < length || memcmp(at, skipped[i], length) != 0)
            continue;
        quoted = quoted || i > 2;
        at += length;
        i = (size_t)-1; /* from the first again */
    }
    return quoted && at < lexer->stop && (*at == ',' || (*at >= 'a' && *at <= 'z'));
}

/* "une lettre (pas de modèle !) avant le 3 mai": behind the sign a bracket closes, and a small letter or a comma goes on. */
static bool lexer_encloses(const struct lexer *lexer)
{
    const char *at = lexer->next;
    if (at >= lexer->stop || *at != ')')
        return false;
    for (at++; at < lexer->stop && *at == ' ';)
        at++;
    return at < lexer->stop && ((*at >= 'a' && *at <= 'z') || *at == ',');
}

/* The sign that was just added closes its sentence. */
static bool lexer_closes(const struct lexer *lexer, const struct point *after)
{
    bool wide = after->class == POINT_SPACE || after->class == POINT_LINE || after->class == POINT_SIGN;
    switch (lexer->items[lexer->count - 1].sign) {
    case ';':
        return true;
    case '!':
    case '?':
        return wide && !lexer_quotes_on(lexer) && !lexer_encloses(lexer);
    case '.':
        return wide && (after->class == POINT_LINE || !lexer_is_short(lexer));
    default:
        return false;
    }
}

/* "16h30 -> 20h": the head of an arrow belongs to its shaft. */
static void lexer_pass_head(struct lexer *lexer, struct point *point)
{
    if (point->sign != '-' || lexer->next >= lexer->stop || *lexer->next != '>')
        return;
    lexer->next++;
    point->end++;
}

static void lexer_sign(struct lexer *lexer, struct point *point)
{
    lexer_pass(lexer, point);
    lexer_pass_head(lexer, point);
    struct point after = lexer_peek(lexer);
    if (lexer_joins(lexer, point, &after))
        return;
    /* "📅 jeudi 7 juin ⏰ 13h30 📍 Espace Prévert 👔 15 postes": each sign opens what it announces; the hour stays with its day. */
    bool picture = point->end - point->begin == 4;
    lexer->sentence += picture && lexer->marked && point->sign != LEXEME_CLOCK;
    lexer->marked = lexer->marked || (picture && (point->sign == LEXEME_CALENDAR || point->sign == LEXEME_CLOCK || point->sign == LEXEME_PIN));
    struct lexeme *lexeme = lexer_add(lexer, LEXEME_SIGN, point->begin);
    lexeme->end = point->end;
    lexeme->sign = point->sign;
    lexer->sentence += lexer_closes(lexer, &after);
}

/* A line that begins with a small letter goes on with what the line before began, unless a sign ended that: "à remettre\\ pour le 3 mai". */
static bool lexer_goes_on(const struct lexer *lexer)
{
    const char *next = lexer->next;
    while (next < lexer->stop && (*next == ' ' || *next == '\t'))
        next++;
    bool word = lexer->count > 1 && lexer->items[lexer->count - 2].kind == LEXEME_WORD;
    return word && next < lexer->stop && *next >= 'a' && *next <= 'z';
}

static void lexer_step(struct lexer *lexer)
{
    struct point point = lexer_peek(lexer);
    switch (point.class) {
    case POINT_LETTER:
        if (!lexer_address(lexer, point.begin))
            lexer_word(lexer, point.begin);
        break;
    case POINT_DIGIT:
        lexer_number(lexer, point.begin);
        break;
    case POINT_SIGN:
        lexer_sign(lexer, &point);
        break;
    case POINT_LINE:
        lexer_pass(lexer, &point);
        lexer->spaced = true;
        if (lexer->count && !lexis_is_sign(&lexer->items[lexer->count - 1], LEXEME_LINE)) {
            struct lexeme *line = lexer_add(lexer, LEXEME_SIGN, point.begin);
            line->sign = LEXEME_LINE;
            line->end = point.end;
            lexer->sentence += !lexer_goes_on(lexer);
            lexer->spaced = true;
        }
        break;
    case POINT_SPACE:
        lexer->spaced = true;
        lexer_pass(lexer, &point);
        break;
    case POINT_NOTHING:
        lexer_pass(lexer, &point);
        break;
    }
}

struct lexis lexis_read(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    struct lexer lexer = {.text = text, .next = text, .stop = text + length, .arena = arena, .spaced = true};
    lexer.folded = arena_alloc(arena, length * 2 + 2);
    while (lexer.next < lexer.stop)
        lexer_step(&lexer);
    struct lexeme *end = lexer_add(&lexer, LEXEME_SIGN, length);
    end->end = length;
    end->sign = LEXEME_END;
    end->spaced = true;
    return (struct lexis){.text = text, .items = lexer.items, .count = lexer.count - 1};
}

size_t lexis_at(const struct lexis *lexis, size_t offset)
{
    size_t low = 0, high = lexis->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lexis->items[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool lexis_is_sign(const struct lexeme *lexeme, char sign)
{
    return lexeme->kind == LEXEME_SIGN && lexeme->sign == sign;
}

bool lexis_is_word(const struct lexeme *lexeme, const char *word)
{
    return lexeme->kind == LEXEME_WORD && lexeme->word[0] == word[0] && strcmp(lexeme->word, word) == 0;
}

bool lexis_is_word_of(const struct lexeme *lexeme, const char *const *words)
{
    for (; lexeme->kind == LEXEME_WORD && *words; words++)
        if ((*words)[0] == lexeme->word[0] && strcmp(*words, lexeme->word) == 0) /* the first letter mostly tells: a call costs more than the rest of the loop */
            return true;
    return false;
}

size_t lexis_back_over(const struct lexeme *items, size_t from, size_t at, const char *const *words)
{
    while (at > from && lexis_is_word_of(&items[at - 1], words))
        at--;
    return at;
}

size_t lexis_first_sign(const struct lexis *lexis, char sign)
{
    size_t at = 0;
    while (at < lexis->count && !lexis_is_sign(&lexis->items[at], sign))
        at++;
    return at;
}

size_t lexis_words(const struct lexis *lexis, size_t first, size_t end)
{
    size_t count = 0;
    for (size_t i = first; i < end; i++)
        count += lexis->items[i].kind == LEXEME_WORD;
    return count;
}

char *lexis_fold(struct arena *arena, const char *text)
{
    struct lexis lexis = lexis_read(arena, text);
    struct buffer buffer;
    buffer_init(&buffer, arena);
    for (size_t i = 0; i < lexis.count; i++) {
        const struct lexeme *lexeme = &lexis.items[i];
        if (lexeme->kind == LEXEME_SIGN)
            continue;
        if (buffer.length)
            buffer_add_char(&buffer, ' ');
        if (lexeme->kind == LEXEME_WORD)
            buffer_add(&buffer, lexeme->word);
        else
            buffer_add_bytes(&buffer, text + lexeme->begin, lexeme->end - lexeme->begin);
    }
    return buffer.data;
}

bool lexis_names(const struct lexis *lexis, const char *const *list)
{
    for (size_t i = 0; i < lexis->count; i++)
        for (const char *const *word = list; *word; word++)
            if (lexis_is_word(&lexis->items[i], *word))
                return true;
    return false;
}

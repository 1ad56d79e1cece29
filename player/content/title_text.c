#include "content/title_text.h"

#include "base/arena.h"
#include "content/title_words.h"
#include "content/venue.h"

#include <stdbool.h>
#include <string.h>

/* Bytes: more is no title, and is not read. */
enum { TRIMMED_MOST = 1000 };

/* Bytes of the blank at the start of a text (plain, no-break, narrow), 0 when there is none. */
static size_t blank_bytes(const char *text)
{
    return *text == ' ' ? 1 : strncmp(text, "\xC2\xA0", 2) == 0 ? 2 : strncmp(text, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

/* The text between two quotation marks, without the blanks inside them; NULL when there is none, or it is no name. */
static const char *quoted_by(struct arena *arena, const char *text, const char *opening, const char *closing)
{
    const char *open = strstr(text, opening);
    const char *close = open ? strstr(open, closing) : NULL;
    if (!close)
        return NULL;
    open += strlen(opening);
    while (blank_bytes(open))
        open += blank_bytes(open);
    for (size_t back = 1; back <= 3; back++)
        if (close >= open + back && blank_bytes(close - back) == back) {
            close -= back;
            back = 0;
        }
    return close - open >= TITLE_LEAST && close - open <= TITLE_MOST ? arena_copy_bytes(arena, open, (size_t)(close - open)) : NULL;
}

/* The text between « and », or “ and ”. */
const char *title_text_quoted(struct arena *arena, const char *text)
{
    const char *name = quoted_by(arena, text, "«", "»");
    return name ? name : quoted_by(arena, text, "“", "”");
}

static bool is_loose_sign(const struct lexeme *lexeme, const char *kept)
{
    return lexeme->kind == LEXEME_SIGN && !strchr(kept, lexeme->sign);
}

/* Behind a badge at the start: "Nouveau !", "✨ NEW ✨". */
size_t title_text_behind_badge(const struct lexis *lexis, size_t first, size_t end)
{
    size_t count = venue_spells(lexis, first, title_words_badges);
    const struct lexeme *next = &lexis->items[first + count];
    return count && first + count < end && next->kind == LEXEME_SIGN && !strchr("\"(", next->sign) ? first + count + 1 : first;
}

/* Before a badge at the end: "(complet)", "– nouveau". */
static size_t before_badge(const struct lexis *lexis, size_t first, size_t end)
{
    size_t whole = end;
    while (end > first + 1 && lexis_is_sign(&lexis->items[end - 1], '!'))
        end--;
    size_t last = end - lexis_is_sign(&lexis->items[end - 1], ')'), open = last;
    while (open > first && lexis->items[open - 1].kind != LEXEME_SIGN)
        open--;
    bool closed = last < end && open > first && lexis_is_sign(&lexis->items[open - 1], '(');
    bool parted = last == end && open > first && lexis->items[open - 1].sign == '-' && lexis->items[open - 1].spaced;
    size_t count = closed || parted ? venue_spells(lexis, open, title_words_badges) : 0;
    return count && (closed || open + count == last) ? open - 1 : whole;
}

/* Before an hour at the end: "Les Retrouvailles à 14h00", "Vente 14h - 18h" (in two steps). */
static size_t before_hour(const struct lexis *lexis, size_t first, size_t end)
{
    static const char *const leads[] = {"a", "des", "de", "vers", "at", "from", NULL};
    size_t at = end;
    if (at > first + 1 && lexis->items[at - 1].kind == LEXEME_NUMBER && lexis_is_word(&lexis->items[at - 2], "h"))
        at--;
    if (at < first + 3 || !lexis_is_word(&lexis->items[at - 1], "h") || lexis->items[at - 2].kind != LEXEME_NUMBER)
        return end;
    return at - (lexis_is_word_of(&lexis->items[at - 3], leads) ? 3 : 2);
}

/* Before a bracket at the end that holds nothing but hours, closed or not: "Soutien scolaire (17h - 19h". */
static size_t before_hours(const struct lexis *lexis, size_t first, size_t end)
{
    static const char *const inside[] = {"h", "heures", "heure", "a", "de", "des", "et", "partir", "jusqu", NULL};
    size_t open = end;
    while (open > first && !lexis_is_sign(&lexis->items[open - 1], '('))
        open--;
    if (open <= first + 1 || open == end || lexis->items[open].kind != LEXEME_NUMBER)
        return end;
    bool hour = false;
    for (size_t i = open; i < end; i++) {
        const struct lexeme *lexeme = &lexis->items[i];
        bool sign = lexeme->kind == LEXEME_SIGN && strchr(")-:/", lexeme->sign), word = lexis_is_word_of(lexeme, inside);
        if (!sign && lexeme->kind != LEXEME_NUMBER && !word)
            return end;
        hour = hour || word || lexis_is_sign(lexeme, ':');
    }
    return hour ? open - 1 : end;
}

/* Before what led to an hour that was taken out: "Soirée pizza, à partir", "Sortie bowling, départ". */
static size_t before_lead(const struct lexis *lexis, size_t first, size_t end)
{
    static const char *const leads[] = {"depart", "debut", "rdv", NULL};
    if (end < first + 3)
        return end;
    const struct lexeme *last = &lexis->items[end - 1], *before = last - 1;
    if (lexis_is_word(last, "partir") && lexis_is_word(before, "a"))
        return end - 2;
    return lexis_is_word_of(last, leads) && (lexis_is_sign(before, ',') || lexis_is_sign(before, ':')) ? end - 1 : end;
}

/* How much of a text is read: at most TRIMMED_MOST bytes, and no half letter. */
static size_t length_read(const char *text, size_t length)
{
    size_t most = length < TRIMMED_MOST ? length : TRIMMED_MOST;
    while (most < length && most > 0 && ((unsigned char)text[most] & 0xC0) == 0x80)
        most--;
    return most;
}

/* "1. Le grand déballage", "2) L'atelier": behind the number of a list that was typed by hand; `first` when there is none. */
static size_t behind_number(const struct lexis *lexis, size_t first, size_t end)
{
    const struct lexeme *number = &lexis->items[first];
    bool listed = first + 2 < end && number->kind == LEXEME_NUMBER && number->digits <= 2 && (lexis_is_sign(number + 1, '.') || lexis_is_sign(number + 1, ')'));
    return listed && !number[1].spaced && number[2].spaced && venue_is_capital(lexis, number + 2) ? first + 2 : first;
}

/* Drops signs, emoji, badges, blanks and little words at both ends, which remain when a date is taken out. */
const char *title_text_trim(struct arena *arena, const char *text, size_t length)
{
    static const char *const loose[] = {"le", "du", "les", "de", "des", "au", "on", "the", "from", "a", NULL};
    struct lexis lexis = lexis_read(arena, arena_copy_bytes(arena, text, length_read(text, length)));
    size_t first = 0, end = lexis.count, before = 0;
    do {
        before = first;
        while (first < end && is_loose_sign(&lexis.items[first], "\"#"))
            first++;
        first = title_text_behind_badge(&lexis, behind_number(&lexis, first, end), end);
    } while (first != before);
    do {
        before = end;
        while (end > first && is_loose_sign(&lexis.items[end - 1], "\")!?."))
            end--;
        while (end > first && (is_loose_sign(&lexis.items[end - 1], "\")!?") ||
                               (lexis_is_word_of(&lexis.items[end - 1], loose) && !venue_is_capital(&lexis, &lexis.items[end - 1]))))
            end--;
        end = end > first ? before_lead(&lexis, first, before_hour(&lexis, first, before_hours(&lexis, first, before_badge(&lexis, first, end)))) : end;
    } while (end != before);
    if (end <= first)
        return "";
    return arena_copy_bytes(arena, lexis.text + lexis.items[first].begin, lexis.items[end - 1].end - lexis.items[first].begin);
}

size_t title_text_behind_dash(const char *text, size_t first, size_t colon)
{
    static const char dash[] = "\xE2\x80\x93 ", longer[] = "\xE2\x80\x94 ";
    for (size_t i = first; i + sizeof dash < colon; i++) {
        size_t length = strncmp(text + i, dash, sizeof dash - 1) == 0 || strncmp(text + i, longer, sizeof longer - 1) == 0 ? sizeof dash - 1 : strncmp(text + i, " - ", 3) == 0 ? 3 : 0;
        bool name = length && text[i + length] >= 'A' && text[i + length] <= 'Z' && text[i + length + 1] >= 'a' && text[i + length + 2] >= 'a';
        if (name)
            return i + length;
    }
    return 0;
}

bool title_text_is_noon_of(const struct lexis *lexis, size_t index)
{
    static const char *const of[] = {"du", "des", "de", "d", NULL};
    return lexis->items[index].kind == LEXEME_WORD && lexis_is_word_of(&lexis->items[index + 1], of);
}

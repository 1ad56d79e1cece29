#include "content/line_ends.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/lexis.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Nobody wraps text at fewer columns (bytes). */
enum { WRAP_LEAST = 60 };

/* "samedi 13 décembre", "dim. 14" */
static bool is_weekday(const char *text, const struct grammar *grammar)
{
    enum { WEEKDAY_LETTERS = 12 };
    char word[WEEKDAY_LETTERS] = "";
    size_t length = strcspn(text, " .");
    bool number = length < sizeof word && strpbrk(text + length, "0123456789") == text + length + strspn(text + length, " .");
    if (number)
        memcpy(word, text, length);
    return number && grammar_value(grammar->weekdays, word) >= 0;
}

/* The next line begins as a new thing does: with a capital, a number, a weekday and its number, or a picture. */
static bool opens_line(const char *text, const struct grammar *grammar)
{
    const unsigned char *byte = (const unsigned char *)text;
    bool capital = (*byte >= 'A' && *byte <= 'Z') || (byte[0] == 0xC3 && byte[1] >= 0x80 && byte[1] <= 0x9E);
    return capital || (*byte >= '0' && *byte <= '9') || *byte >= 0xE2 || is_weekday(text, grammar);
}

/* "17h", "18 h 30", "9:15" */
static bool opens_with_hour(const char *text, const struct grammar *grammar)
{
    size_t digits = strspn(text, "0123456789"), at = digits + strspn(text + digits, " ");
    if (digits == 0 || digits > 2)
        return false;
    for (const char *const *hour = grammar->hours; *hour; hour++)
        if (strncmp(text + at, *hour, strlen(*hour)) == 0)
            return true;
    return text[digits] == ':' && strspn(text + digits + 1, "0123456789") == 2;
}

/* All lines of the block begin with an hour: a programme, however long they are. */
static bool is_programme(const struct block *block, const struct grammar *grammar)
{
    bool programme = block->mark_count > 0 && opens_with_hour(block->text, grammar);
    for (size_t i = 0; i < block->mark_count && programme; i++)
        programme = block->marks[i].offset == 0 || opens_with_hour(block->text + block->marks[i].offset, grammar);
    return programme;
}

/* "Formation A": the last word is one capital letter in a line that has small ones too: a name. */
static bool ends_with_letter(const char *line, size_t length)
{
    size_t from = length ? length - 1 : 0;
    bool small = false;
    for (size_t i = 0; i < length && !small; i++)
        small = line[i] >= 'a' && line[i] <= 'z';
    return small && line[from] >= 'A' && line[from] <= 'Z' && line[from - 1] == ' ';
}

/* The line ends with a word that wants another behind it ("le", "à", "et"), or with a comma. */
static bool goes_on(struct arena *arena, const char *line, size_t length, const char *next, const struct grammar *grammar)
{
    size_t from = length;
    while (from > 0 && line[from - 1] != ' ' && line[from - 1] != '\'')
        from--;
    struct lexis lexis = lexis_read(arena, arena_copy_bytes(arena, line + from, length - from));
    const struct lexeme *last = lexis.count ? &lexis.items[lexis.count - 1] : NULL;
    const char *const *const lists[] = {grammar->articles, grammar->at, grammar->and, grammar->determiners, grammar->until, grammar->wanting};
    if (!last || last->kind == LEXEME_SIGN)
        return last && last->sign && strchr(",(-/", last->sign);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (lexis_is_word_of(last, lists[i]))
            return true;
    bool year = strspn(next, "0123456789") == 4; /* "jeudi 8 juin / 2023" */
    return last->kind == LEXEME_WORD && (grammar_value(grammar->weekdays, last->word) >= 0 || (year && grammar_value(grammar->months, last->word) > 0));
}

/* The longest line of the block, and WRAP_LEAST at least: where its text would be wrapped. */
static size_t width_of(const struct block *block)
{
    size_t width = WRAP_LEAST, from = 0;
    for (size_t i = 0; i <= block->mark_count; i++) {
        size_t end = i < block->mark_count ? block->marks[i].offset : strlen(block->text);
        width = end > from && end - from > width ? end - from : width;
        from = end;
    }
    return width;
}

/* The bytes from `begin` to before `end` are one link and nothing else: no wrapping made that line. */
static bool is_link_line(const struct block *block, size_t begin, size_t end)
{
    size_t at = 0;
    for (size_t i = 0; i < block->span_count && at <= begin; i++) {
        size_t length = strlen(block->spans[i].text);
        if (at == begin)
            return block->spans[i].link >= 0 && length > 0 && at + length + 1 >= end;
        at += length;
    }
    return false;
}

/* The text of one link goes on over the byte: that line was wrapped, whatever its length, since the address was typed behind it. */
static bool is_within_link(const struct block *block, size_t byte)
{
    size_t at = 0;
    for (size_t i = 0; i < block->span_count && at < byte; i++) {
        size_t end = at + strlen(block->spans[i].text);
        if (end > byte)
            return block->spans[i].link >= 0;
        at = end;
    }
    return false;
}

/* The line that begins at `from` was ended on purpose before mark `index`, in a text that is wrapped at `width`. */
static bool is_typed_line(struct arena *arena, const struct block *block, size_t index, size_t from, size_t width, const struct grammar *grammar)
{
    size_t begin = block->marks[index].offset, length = begin - 1 - from, word = strcspn(block->text + begin, " \n");
    bool wrapped = length + 1 + word > width; /* the word had no room */
    if (wrapped && !is_link_line(block, begin, index + 1 < block->mark_count ? block->marks[index + 1].offset : strlen(block->text)))
        return false;
    return ends_with_letter(block->text + from, length) || !goes_on(arena, block->text + from, length, block->text + begin, grammar);
}

const char *line_ends_text(struct arena *arena, const struct block *block, const struct grammar *grammar)
{
    char *text = NULL;
    size_t width = block->mark_count ? width_of(block) : 0, from = 0;
    bool programme = is_programme(block, grammar);
    for (size_t i = 0; i < block->mark_count; i++) {
        size_t begin = block->marks[i].offset;
        if (begin > from + 1 && block->text[begin - 1] == ' ' && opens_line(block->text + begin, grammar) && !is_within_link(block, begin)) {
            if (programme || is_typed_line(arena, block, i, from, width, grammar)) {
                text = text ? text : arena_copy(arena, block->text);
                text[begin - 1] = '\n';
            }
        }
        from = begin;
    }
    return text ? text : block->text;
}

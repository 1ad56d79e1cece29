#include "content/typed_lists.h"

#include "base/arena.h"
#include "content/blocks.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { LEAST_LINES = 2, DAY_DIGITS = 2, MONTH_LETTERS = 3 };

/* What people type or paste for a bullet. */
static const char *const bullets[] = {"•", "▪", "▫", "■", "□", "‣", "◦", "●", "○", "◆", "►", "▶", "➢", "➤", "➔", "→", "✓", "✔", "·", "–", "—", NULL};

enum line_kind { LINE_PROSE, LINE_BULLET, LINE_DAY };

/* Cells `begin` to before `end`; its words begin at `words`. */
struct line {
    enum line_kind kind;
    size_t begin, words, end;
};

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n';
}

/* A line ends where the text says so, or where that of the file does. */
static bool ends_line(const struct block_cell *cells, size_t index)
{
    return cells[index].byte == '\n' || (cells[index].byte == ' ' && cells[index + 1].line != cells[index].line);
}

static size_t skip_blanks(const struct block_cell *cells, size_t at, size_t end)
{
    while (at < end && is_blank(cells[at].byte))
        at++;
    return at;
}

/* Behind a bullet and the blank that follows it; `at` when none stands there. */
static size_t skip_bullet(const struct block_cell *cells, size_t at, size_t end)
{
    for (const char *const *bullet = bullets; *bullet; bullet++) {
        size_t length = strlen(*bullet), same = 0;
        while (same < length && at + same < end && cells[at + same].byte == (*bullet)[same])
            same++;
        if (same == length && at + length < end && is_blank(cells[at + length].byte))
            return skip_blanks(cells, at + length, end);
    }
    return at;
}

/* A letter of ASCII, or a byte of another. */
static bool is_letter(char byte)
{
    return isalpha((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

static size_t skip_letters(const struct block_cell *cells, size_t at, size_t end)
{
    while (at < end && is_letter(cells[at].byte))
        at++;
    return at;
}

static size_t skip_digits(const struct block_cell *cells, size_t at, size_t end)
{
    while (at < end && isdigit((unsigned char)cells[at].byte))
        at++;
    return at;
}

/* "–" or "—", E2 80 93 and E2 80 94 in UTF-8; an apostrophe begins so too. */
static bool is_dash(const struct block_cell *cells, size_t at, size_t end)
{
    if (at + 2 >= end || (unsigned char)cells[at].byte != 0xE2 || (unsigned char)cells[at + 1].byte != 0x80)
        return false;
    unsigned char last = (unsigned char)cells[at + 2].byte;
    return last == 0x93 || last == 0x94;
}

/* "jeudi 21 septembre – Les aides", "1er mars : Lyon": perhaps a weekday, a number of one or two digits, a word, and more behind a sign. */
static bool begins_with_day(const struct block_cell *cells, size_t at, size_t end)
{
    size_t weekday = skip_letters(cells, at, end);
    if (weekday > at)
        at = skip_blanks(cells, weekday + (weekday < end && cells[weekday].byte == '.'), end);
    size_t day = skip_digits(cells, at, end);
    if (day == at || day - at > DAY_DIGITS)
        return false;
    size_t ordinal = skip_letters(cells, day, end), month = skip_blanks(cells, ordinal, end), behind = skip_letters(cells, month, end);
    if (month == ordinal || behind < month + MONTH_LETTERS)
        return false;
    for (; behind + 1 < end; behind++)
        if (strchr(":,(-", cells[behind].byte) || is_dash(cells, behind, end))
            return true;
    return false;
}

static struct line read_line(const struct block_cell *cells, size_t begin, size_t end)
{
    struct line line = {.begin = begin, .words = skip_blanks(cells, begin, end), .end = end};
    size_t behind = skip_bullet(cells, line.words, end);
    if (behind > line.words)
        line = (struct line){.kind = LINE_BULLET, .begin = begin, .words = behind, .end = end};
    else if (begins_with_day(cells, line.words, end))
        line.kind = LINE_DAY;
    while (line.end > line.words && is_blank(cells[line.end - 1].byte))
        line.end--;
    return line;
}

/* Behind signs of emphasis and blanks a colon ends what stands before cell `begin`. */
static bool follows_colon(const struct block_cell *cells, size_t begin)
{
    while (begin > 0 && (is_blank(cells[begin - 1].byte) || cells[begin - 1].byte == '*'))
        begin--;
    return begin > 0 && cells[begin - 1].byte == ':';
}

static struct line *read_lines(struct arena *arena, const struct block_cell *cells, size_t count, size_t *line_count)
{
    struct line *lines = NULL;
    size_t capacity = 0, begin = 0;
    *line_count = 0;
    for (size_t i = 0; i <= count; i++) {
        if (i < count && !(i + 1 < count && ends_line(cells, i)))
            continue;
        lines = arena_grow(arena, lines, *line_count, &capacity, sizeof *lines);
        lines[(*line_count)++] = read_line(cells, begin, i);
        begin = i + 1;
    }
    return lines;
}

struct typed_list *typed_lists_find(struct arena *arena, const struct block_cell *cells, size_t count, size_t *list_count)
{
    struct typed_list *lists = NULL;
    size_t line_count = 0, capacity = 0, last;
    const struct line *lines = read_lines(arena, cells, count, &line_count);
    *list_count = 0;
    for (size_t first = 0; first < line_count; first = last) {
        for (last = first + 1; last < line_count && lines[last].kind == lines[first].kind;)
            last++;
        bool listed = lines[first].kind == LINE_BULLET || (lines[first].kind == LINE_DAY && follows_colon(cells, lines[first].begin));
        if (!listed || last - first < LEAST_LINES)
            continue;
        struct typed_list list = {.first = lines[first].begin, .end = last < line_count ? lines[last].begin : count, .count = last - first};
        list.begins = arena_alloc(arena, list.count * sizeof *list.begins);
        list.ends = arena_alloc(arena, list.count * sizeof *list.ends);
        for (size_t i = 0; i < list.count; i++) {
            list.begins[i] = lines[first + i].words;
            list.ends[i] = lines[first + i].end;
        }
        lists = arena_grow(arena, lists, *list_count, &capacity, sizeof *lists);
        lists[(*list_count)++] = list;
    }
    return lists;
}

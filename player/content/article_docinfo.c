#include "content/article_docinfo.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { FIELDS_MOST = 40, FIELDS_LEAST = 2 };

/* One line of the text: bytes `at` to before `end`; the next one begins at `next`. */
struct line {
    size_t at;
    size_t end;
    size_t next;
};

static struct line line_at(const char *text, size_t length, size_t at)
{
    const char *found = memchr(text + at, '\n', length - at);
    size_t end = found ? (size_t)(found - text) : length;
    struct line line = {.at = at, .end = end, .next = end < length ? end + 1 : length};
    while (line.end > line.at && isspace((unsigned char)text[line.end - 1]))
        line.end--;
    return line;
}

static struct line skip_empty(const char *text, size_t length, struct line line)
{
    while (line.at == line.end && line.next < length)
        line = line_at(text, length, line.next);
    return line;
}

/* "####", "====": at least three times the same sign and nothing else. */
static bool is_rule(const char *text, const struct line *line)
{
    enum { RULE_LEAST = 3 };
    size_t at = line->at;
    while (at < line->end && text[at] == text[line->at])
        at++;
    return at == line->end && line->end - line->at >= RULE_LEAST && text[line->at] && strchr("=#*~-^\"'`+", text[line->at]);
}

/* ":date: 2017-10-05": the offset of the second colon, 0 when the line is no field. */
static size_t field_colon(const char *text, const struct line *line)
{
    size_t at = line->at + 1;
    if (line->at == line->end || text[line->at] != ':')
        return 0;
    while (at < line->end && (isalpha((unsigned char)text[at]) || text[at] == '_' || text[at] == '-'))
        at++;
    bool key = at > line->at + 1 && at < line->end && text[at] == ':';
    return key && (at + 1 == line->end || text[at + 1] == ' ') ? at : 0;
}

static void add_field(struct buffer *buffer, const char *text, const struct line *line, size_t colon)
{
    for (size_t i = line->at + 1; i < colon; i++)
        buffer_add_char(buffer, (char)tolower((unsigned char)text[i]));
    buffer_add_bytes(buffer, text + colon, line->end - colon);
}

/* The line goes on with the value of the field above it. */
static bool goes_on(const char *text, const struct line *line)
{
    return line->end > line->at && (text[line->at] == ' ' || text[line->at] == '\t');
}

/* One of the keys that only such a head has: an emoji ":calendar:" is none. */
static bool is_known(const char *fields)
{
    static const char *const keys[] = {"\ndate:", "\ncategory:", "\ntags:", "\nslug:", "\nauthor:", "\nauthors:", "\nsummary:", "\nstatus:", "\nlang:", "\nmodified:"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strstr(fields, keys[i]) || strstr(fields, keys[i] + 1) == fields)
            return true;
    return false;
}

/* Lines up to before byte `to`, as empty ones. */
static void add_lines(struct buffer *buffer, const char *text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (text[i] == '\n')
            buffer_add_char(buffer, '\n');
}

/* The fields from `line` on, each in its own line; `*end` is the offset behind them. */
static size_t add_fields(struct buffer *buffer, const char *text, size_t length, struct line line, size_t *end)
{
    size_t fields = 0;
    for (size_t colon = field_colon(text, &line); colon && fields < FIELDS_MOST; colon = field_colon(text, &line), fields++) {
        size_t from = line.at;
        add_field(buffer, text, &line, colon);
        *end = line.next;
        line = line_at(text, length, line.next);
        for (; line.at < length && goes_on(text, &line); line = line_at(text, length, line.next)) {
            buffer_add_char(buffer, ' ');
            while (line.at < line.end && isspace((unsigned char)text[line.at]))
                line.at++;
            buffer_add_bytes(buffer, text + line.at, line.end - line.at);
            *end = line.next;
        }
        add_lines(buffer, text, from, *end);
        if (line.at >= length)
            line.end = line.at; /* nothing is left */
    }
    return fields;
}

char *article_docinfo(struct arena *arena, const char *text, size_t length, size_t *body)
{
    struct buffer buffer;
    buffer_init(&buffer, arena);
    buffer_add(&buffer, "");
    if (length == 0)
        return buffer.data;
    struct line line = skip_empty(text, length, line_at(text, length, 0));
    size_t told = 0, end = 0; /* `told`: up to where lines were given to the buffer */
    if (is_rule(text, &line)) /* above the title */
        line = line_at(text, length, line.next);
    struct line below = line_at(text, length, line.next);
    if (field_colon(text, &line) == 0 && is_rule(text, &below)) {
        add_lines(&buffer, text, 0, line.at);
        buffer_add(&buffer, "title: ");
        buffer_add_bytes(&buffer, text + line.at, line.end - line.at);
        told = line.at;
        line = skip_empty(text, length, line_at(text, length, below.next));
    }
    add_lines(&buffer, text, told, line.at);
    size_t fields = add_fields(&buffer, text, length, line, &end);
    if (fields < FIELDS_LEAST || !is_known(buffer.data))
        return arena_copy(arena, "");
    *body = end;
    return buffer.data;
}

/* "`texte <https://…>`_" at `at`: the offsets of "<" and ">", false when it is no such link. */
static bool find_link(const char *text, size_t length, size_t at, size_t *open, size_t *close)
{
    enum { LINK_MOST = 2000 };
    size_t end = at + 1, most = length - at < LINK_MOST ? length : at + LINK_MOST;
    while (end < most && text[end] != '`')
        end++;
    if (end + 1 >= length || end >= most || text[end + 1] != '_' || text[end - 1] != '>')
        return false;
    *close = end - 1;
    *open = *close;
    while (*open > at && text[*open] != '<')
        --*open;
    return *open > at + 1 && strncmp(text + *open + 1, "http", 4) == 0;
}

char *article_docinfo_links(struct arena *arena, const char *text, size_t length)
{
    struct buffer buffer;
    buffer_init(&buffer, arena);
    buffer_add(&buffer, "");
    size_t owed = 0; /* lines that a link was broken into: given back where a paragraph ends */
    for (size_t at = 0, open = 0, close = 0; at < length; at++) {
        if (text[at] != '`' || !find_link(text, length, at, &open, &close)) {
            buffer_add_char(&buffer, text[at]);
            for (; owed && text[at] == '\n' && at > 0 && text[at - 1] == '\n'; owed--)
                buffer_add_char(&buffer, '\n');
            continue;
        }
        size_t end = open;
        while (end > at + 1 && isspace((unsigned char)text[end - 1]))
            end--;
        buffer_add_char(&buffer, '[');
        buffer_add_bytes(&buffer, text + at + 1, end - at - 1);
        buffer_add(&buffer, "](");
        for (size_t i = open + 1; i < close; i++)
            if (!isspace((unsigned char)text[i])) /* a long address goes on in the next line */
                buffer_add_char(&buffer, text[i]);
        buffer_add_char(&buffer, ')');
        for (size_t i = end; i < close; i++)
            owed += text[i] == '\n';
        at = close + 2;
        at += at + 1 < length && text[at + 1] == '_'; /* "`texte <…>`__" */
    }
    return buffer.data;
}

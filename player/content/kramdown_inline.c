#include "content/kramdown_pass.h"

#include "base/arena.h"
#include "base/diag.h"
#include "content/html_tags.h"

#include <ctype.h>
#include <string.h>

/* An attribute list is short; this bounds the work for each brace. More brackets in one paragraph than any article has are
 * shielded from cmark 0.30.2, whose work on "![[]()" grows with their square (64 KB take 0.25 s). */
enum { ATTRIBUTE_MOST = 400, FOOTNOTE_MOST = 64, BRACKETS_MOST = 1500 };

static bool pass_at(const struct kramdown_pass *pass, size_t at, const char *word)
{
    size_t length = strlen(word);
    return at + length <= pass->length && memcmp(pass->text + at, word, length) == 0;
}

static char pass_byte(const struct kramdown_pass *pass, size_t at)
{
    return at < pass->length ? pass->text[at] : '\0';
}

/* True when the line feed at `at` is followed by an empty line (quotation marks do not count). */
static bool paragraph_ends(const struct kramdown_pass *pass, size_t at)
{
    at++;
    while (at < pass->length && (pass->text[at] == ' ' || pass->text[at] == '>' || pass->text[at] == '\t'))
        at++;
    return at >= pass->length || pass->text[at] == '\n';
}

static size_t closing_brace(const struct kramdown_pass *pass, size_t at, bool over_lines)
{
    for (size_t i = at + 1; i < pass->length && i < at + ATTRIBUTE_MOST; i++) {
        if (pass->text[i] == '}')
            return i + 1;
        if (pass->text[i] == '{' || (pass->text[i] == '\n' && (!over_lines || paragraph_ends(pass, i))))
            return 0;
    }
    return 0;
}

/* "{.class}", "{#id}" and "{title="..."}" are attributes only behind what they could belong to; else they are text. */
static bool is_bare_attribute(const struct kramdown_pass *pass, size_t at, size_t end, size_t line_start)
{
    char next = pass_byte(pass, at + 1), behind = pass_byte(pass, end);
    bool at_end = behind == '\n' || behind == '\0';
    bool heading = pass_byte(pass, line_start) == '#' && at_end;
    bool attached = at > line_start && strchr(")]\"*_`>", pass->text[at - 1]);
    if (next == '#')
        return isalpha((unsigned char)pass_byte(pass, at + 2)) && (at_end || attached);
    bool named = isalpha((unsigned char)next) && memchr(pass->text + at, '=', end - at);
    return (next == '.' || named) && (heading || attached);
}

size_t kramdown_inline_attribute(const struct kramdown_pass *pass, size_t at, size_t line_start)
{
    if (pass_byte(pass, at + 1) == ':')
        return closing_brace(pass, at, true);
    size_t end = closing_brace(pass, at, false);
    return end && is_bare_attribute(pass, at, end, line_start) ? end : 0;
}

unsigned kramdown_inline_classes(const struct kramdown_pass *pass, size_t start, size_t end)
{
    char names[ATTRIBUTE_MOST + 1];
    size_t length = end - start < ATTRIBUTE_MOST ? end - start : ATTRIBUTE_MOST;
    memcpy(names, pass->text + start, length);
    names[length] = '\0';
    for (size_t i = 0; i < length; i++)
        if (strchr("{}:.=\"'", names[i]))
            names[i] = ' ';
    return html_tags_classes(names);
}

/* A run of backticks of the same length before the paragraph ends: then this one opens code. */
static bool code_closes(struct kramdown_pass *pass, size_t from, size_t limit, size_t run)
{
    if (run > KRAMDOWN_TICKS_MOST || from < pass->no_closer[run])
        return false;
    size_t i = from;
    while (i < limit) {
        if (pass->text[i] == '\n' && paragraph_ends(pass, i))
            break;
        size_t length = 0;
        while (i + length < limit && pass->text[i + length] == '`')
            length++;
        if (length == run)
            return true;
        i += length ? length : 1;
    }
    pass->no_closer[run] = i;
    return false;
}

static size_t copy_ticks(struct kramdown_pass *pass, size_t at, size_t end, bool row)
{
    size_t run = 0;
    while (at + run < end && pass->text[at + run] == '`')
        run++;
    if (pass->code_run == run)
        pass->code_run = 0;
    else if (!pass->code_run && code_closes(pass, at + run, row ? end : pass->length, run))
        pass->code_run = run;
    buffer_add_bytes(&pass->out, pass->text + at, run);
    return at + run;
}

static void tell_open_comment(struct kramdown_pass *pass)
{
    diag_add(pass->diags, DIAG_WARNING, (struct place){pass->file, kramdown_pass_file_line(pass, pass->at), 0}, "comment-open",
             "un commentaire commence ici et ne finit pas : la suite est cachée ; fermez-le par « --> » (ou « {:/comment} »)",
             "a comment begins here and never ends: what follows is hidden; close it with \"-->\" (or \"{:/comment}\")");
}

/* Behind "<!--" or "{::comment}": where `closer` ends. A comment that never ends hides the rest, as in a browser; that is worth
 * a word. */
static size_t comment_end(struct kramdown_pass *pass, size_t at, const char *closer)
{
    size_t length = strlen(closer);
    for (size_t i = at; i + length <= pass->length; i++)
        if (pass->text[i] == closer[0] && pass_at(pass, i, closer))
            return i + length;
    tell_open_comment(pass);
    return pass->length;
}

bool kramdown_inline_is_comment(const struct kramdown_pass *pass, size_t at)
{
    return pass_at(pass, at, "{::comment");
}

/* "[^1]" and its like: the offset behind it, else 0. */
static size_t footnote_end(const struct kramdown_pass *pass, size_t at)
{
    if (pass_byte(pass, at + 1) != '^' || pass_byte(pass, at + 2) == ']')
        return 0;
    for (size_t i = at + 2; i < pass->length && i < at + FOOTNOTE_MOST; i++) {
        if (pass->text[i] == ']')
            return i + 1;
        if (strchr(" \n[", pass->text[i]))
            return 0;
    }
    return 0;
}

/* Attributes behind a link say that it is a button or important. */
static size_t take_attribute(struct kramdown_pass *pass, size_t at, size_t end)
{
    size_t text_end = pass->out.length;
    while (text_end && pass->out.data[text_end - 1] == ' ')
        text_end--;
    unsigned classes = kramdown_inline_classes(pass, at, end);
    if (text_end && strchr(")]>", pass->out.data[text_end - 1])) {
        if (classes)
            buffer_truncate(&pass->out, text_end);
        if (classes & HTML_CLASS_BUTTON)
            buffer_add_char(&pass->out, KRAMDOWN_BUTTON);
        if (classes & HTML_CLASS_IMPORTANT)
            buffer_add_char(&pass->out, KRAMDOWN_IMPORTANT);
    }
    return end;
}

/* What begins at `at` and is not copied: the offset behind it, else 0. */
static size_t take_syntax(struct kramdown_pass *pass, size_t at, size_t line_start)
{
    size_t end = 0;
    switch (pass->text[at]) {
    case '<':
        return pass_at(pass, at, "<!--") ? comment_end(pass, at + 4, "-->") : 0;
    case '{':
        if (kramdown_inline_is_comment(pass, at))
            return comment_end(pass, at, "{:/comment}");
        end = kramdown_inline_attribute(pass, at, line_start);
        return end ? take_attribute(pass, at, end) : 0;
    case '[':
        return footnote_end(pass, at);
    default:
        return 0;
    }
}

static size_t copy_plain(struct kramdown_pass *pass, size_t at, size_t end, bool row)
{
    char byte = pass->text[at];
    if (byte == '\\' && at + 1 == end && !row) {
        /* A break written as a backslash: cmark 0.30.2 does not count its line, two spaces it does. */
        buffer_add(&pass->out, "  ");
        return end;
    }
    if (byte == '\\' && at + 1 < end) {
        bool pipe = row && pass->text[at + 1] == '|';
        buffer_add_bytes(&pass->out, pass->text + at + pipe, 2 - (size_t)pipe);
        return at + 2;
    }
    if (byte == '[' && ++pass->brackets > BRACKETS_MOST)
        buffer_add_char(&pass->out, '\\');
    buffer_add_char(&pass->out, row && byte == '|' ? (char)KRAMDOWN_CELL : byte);
    return at + 1;
}

void kramdown_inline(struct kramdown_pass *pass, size_t start, size_t end, bool row)
{
    size_t at = start > pass->skip_until ? start : pass->skip_until;
    while (at < end) {
        if (pass->text[at] == '`') {
            at = copy_ticks(pass, at, end, row);
        } else if (pass->code_run) {
            buffer_add_char(&pass->out, pass->text[at++]);
        } else {
            size_t taken = take_syntax(pass, at, start);
            at = taken ? taken : copy_plain(pass, at, end, row);
        }
    }
    if (at > end)
        pass->skip_until = at;
}

#include "content/kramdown_pass.h"

#include <string.h>

/* "|---|:--:|": only dashes, colons, plus, equals and blanks between pipes, with a dash and a pipe at least. */
static bool is_delimiter(const struct kramdown_pass *pass, const struct kramdown_line *line)
{
    bool dash = false, pipe = false;
    for (size_t i = line->content; i < line->end; i++) {
        char byte = pass->text[i];
        if (!strchr("-:|+= \t", byte))
            return false;
        dash |= byte == '-' || byte == '=';
        pipe |= byte == '|';
    }
    return dash && pipe;
}

static size_t pipes(const struct kramdown_pass *pass, const struct kramdown_line *line)
{
    size_t count = 0;
    for (size_t i = line->content; i < line->end; i++) {
        if (pass->text[i] == '\\')
            i++;
        else
            count += pass->text[i] == '|';
    }
    return count;
}

static bool is_row(const struct kramdown_pass *pass, size_t index, int depth)
{
    if (index >= pass->in_count)
        return false;
    const struct kramdown_line *line = &pass->in[index];
    return line->depth == depth && line->content < line->end && pipes(pass, line) > 0;
}

/* A header with its delimiter, or rows that begin with a pipe and hold another. Prose with a stray pipe is no table. */
static bool begins(const struct kramdown_pass *pass, bool *has_head)
{
    const struct kramdown_line *line = &pass->in[pass->at];
    if (!is_row(pass, pass->at, line->depth))
        return false;
    *has_head = is_row(pass, pass->at + 1, line->depth) && is_delimiter(pass, &pass->in[pass->at + 1]);
    return *has_head || (pass->text[line->content] == '|' && pipes(pass, line) >= 2);
}

/* An empty line between two rows makes each a paragraph of its own for cmark, so that its cells are read as Markdown. */
static void put_row(struct kramdown_pass *pass, enum kramdown_sign sign)
{
    const struct kramdown_line *line = &pass->in[pass->at];
    size_t start = line->content, end = line->end;
    while (end > start && strchr(" \t", pass->text[end - 1]))
        end--;
    if (pass->text[start] == '|')
        start++;
    if (end > start && pass->text[end - 1] == '|' && (end - 1 == start || pass->text[end - 2] != '\\'))
        end--;
    kramdown_pass_prefix(pass, line);
    kramdown_pass_end_line(pass);
    kramdown_pass_prefix(pass, line);
    buffer_add_char(&pass->out, (char)sign);
    pass->code_run = 0;
    pass->brackets = 0;
    kramdown_inline(pass, start, end, true);
    pass->code_run = 0;
    kramdown_pass_end_line(pass);
}

bool kramdown_table(struct kramdown_pass *pass)
{
    bool has_head = false, first = true;
    if (!begins(pass, &has_head))
        return false;
    int depth = pass->in[pass->at].depth;
    for (; is_row(pass, pass->at, depth) && pass->in[pass->at].start >= pass->skip_until; pass->at++) {
        if (is_delimiter(pass, &pass->in[pass->at]))
            continue;
        put_row(pass, !first ? KRAMDOWN_ROW : has_head ? KRAMDOWN_HEAD_ROW : KRAMDOWN_FIRST_ROW);
        first = false;
    }
    pass->at--; /* the caller moves to the next line */
    kramdown_pass_prefix(pass, &pass->in[pass->at]);
    kramdown_pass_end_line(pass);
    pass->previous_blank = true;
    pass->previous_starts = false;
    return true;
}

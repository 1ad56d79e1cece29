#include "content/kramdown.h"

#include "base/arena.h"
#include "content/html_tags.h"
#include "content/kramdown_pass.h"
#include "content/liquid.h"
#include "content/torn_link.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

int kramdown_pass_file_line(const struct kramdown_pass *pass, size_t index)
{
    return pass->file_lines ? pass->file_lines[index] : pass->first_line + (int)index;
}

void kramdown_pass_end_line(struct kramdown_pass *pass)
{
    buffer_add_char(&pass->out, '\n');
    pass->lines = arena_grow(pass->arena, pass->lines, pass->line_count, &pass->line_capacity, sizeof *pass->lines);
    pass->lines[pass->line_count++] = kramdown_pass_file_line(pass, pass->at);
}

void kramdown_pass_prefix(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    buffer_add_bytes(&pass->out, pass->text + line->start, line->content - line->start);
}

/* A quotation mark is ">" behind at most three spaces; one space behind it belongs to it. */
static struct kramdown_line read_line(const char *text, size_t start, size_t end)
{
    struct kramdown_line line = {.start = start, .prefix_end = start, .end = end};
    for (;;) {
        size_t at = line.prefix_end;
        while (at < end && at < line.prefix_end + 3 && text[at] == ' ')
            at++;
        if (at >= end || text[at] != '>')
            break;
        line.depth++;
        line.prefix_end = at + 1;
        if (line.prefix_end < end && text[line.prefix_end] == ' ')
            line.prefix_end++;
    }
    line.content = line.prefix_end;
    while (line.content < end && (text[line.content] == ' ' || text[line.content] == '\t'))
        line.content++;
    return line;
}

static void split_lines(struct kramdown_pass *pass)
{
    size_t count = 1, start = 0;
    for (size_t i = 0; i < pass->length; i++)
        count += pass->text[i] == '\n';
    struct kramdown_line *lines = arena_alloc(pass->arena, count * sizeof *lines);
    count = 0;
    for (size_t i = 0; i <= pass->length; i++) {
        if (i < pass->length && pass->text[i] != '\n')
            continue;
        if (i > start || i < pass->length)
            lines[count++] = read_line(pass->text, start, i);
        start = i + 1;
    }
    pass->in = lines;
    pass->in_count = count;
}

static bool line_is_blank(const struct kramdown_line *line)
{
    return line->content >= line->end;
}

/* Keeps quotation marks: an empty line inside a quotation stays inside. */
static void put_blank(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    buffer_add_bytes(&pass->out, pass->text + line->start, line->prefix_end - line->start);
    kramdown_pass_end_line(pass);
    pass->previous_blank = true;
    pass->previous_depth = line->depth;
    pass->previous_starts = false;
    pass->attribute_run = 0;
    pass->code_run = 0;
    pass->brackets = 0;
}

static void put_verbatim(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    buffer_add_bytes(&pass->out, pass->text + line->start, line->end - line->start);
    kramdown_pass_end_line(pass);
    pass->previous_blank = false;
    pass->previous_starts = false;
    pass->attribute_run = 0;
}

static size_t fence_run(const struct kramdown_pass *pass, const struct kramdown_line *line, char mark)
{
    size_t length = 0;
    while (line->content + length < line->end && pass->text[line->content + length] == mark)
        length++;
    return length;
}

/* Inside a fenced block nothing is translated. A quotation that ends takes its fence along. */
static bool in_fence(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    if (!pass->fence)
        return false;
    if (line->depth < pass->fence_depth) {
        pass->fence = '\0';
        return false;
    }
    size_t run = fence_run(pass, line, pass->fence), rest = line->content + run;
    while (rest < line->end && strchr(" \t", pass->text[rest]))
        rest++;
    if (run >= pass->fence_length && rest == line->end)
        pass->fence = '\0';
    put_verbatim(pass, line);
    return true;
}

static bool opens_fence(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    char mark = pass->text[line->content];
    if ((mark != '`' && mark != '~') || pass->code_run)
        return false;
    size_t run = fence_run(pass, line, mark), rest = line->content + run;
    if (run < 3 || (mark == '`' && memchr(pass->text + rest, '`', line->end - rest)))
        return false;
    if (mark == '~' && memchr(pass->text + rest, '~', line->end - rest)) /* ~~~struck~~~ on one line */
        return false;
    pass->fence = mark;
    pass->fence_length = run;
    pass->fence_depth = line->depth;
    put_verbatim(pass, line);
    return true;
}

static bool line_has(const struct kramdown_pass *pass, size_t start, size_t end, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = start; i + length <= end; i++)
        if (memcmp(pass->text + i, word, length) == 0)
            return true;
    return false;
}

static const char *class_names(struct arena *arena, unsigned classes)
{
    return arena_format(arena, "%s%s%s", classes & HTML_CLASS_BOX ? "encadre " : "",
                        classes & HTML_CLASS_IMPORTANT ? "lien-important " : "", classes & HTML_CLASS_BUTTON ? "button " : "");
}

/* Attributes on a line of their own belong to the block above, or to the one below when an empty line stands above. Several in a
 * row share the same block. */
static void remember_mark(struct kramdown_pass *pass, const struct kramdown_line *line, size_t end)
{
    static const char *const contents[] = {":toc", " toc", "\ttoc"};
    unsigned classes = kramdown_inline_classes(pass, line->content, end);
    if (pass->previous_depth != line->depth)
        pass->attribute_run = 0;
    bool is_contents = false, below_blank = pass->previous_blank && pass->previous_depth <= line->depth;
    bool before = pass->attribute_run ? pass->attribute_before : below_blank;
    for (size_t i = 0; i < sizeof contents / sizeof *contents; i++)
        is_contents |= line_has(pass, line->content, end, contents[i]);
    pass->attribute_before = before;
    if (!classes && !is_contents)
        return;
    struct kramdown_mark mark = {.depth = line->depth, .before = before, .contents = is_contents};
    mark.line = (int)pass->line_count + (before ? 2 : -pass->attribute_run);
    mark.classes = class_names(pass->arena, classes);
    pass->marks = arena_grow(pass->arena, pass->marks, pass->mark_count, &pass->mark_capacity, sizeof *pass->marks);
    pass->marks[pass->mark_count++] = mark;
}

static bool is_attribute_line(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    if (pass->text[line->content] != '{' || pass->code_run || kramdown_inline_is_comment(pass, line->content))
        return false;
    size_t end = kramdown_inline_attribute(pass, line->content, line->content), rest = end;
    if (!end)
        return false;
    while (rest < line->end && strchr(" \t", pass->text[rest]))
        rest++;
    if (rest < line->end)
        return false;
    remember_mark(pass, line, end < line->end ? end : line->end);
    pass->skip_until = end;
    int run = pass->attribute_run + 1;
    put_blank(pass, line);
    pass->attribute_run = run;
    return true;
}

/* "[^1]: words" and "*[HTML]: words". */
static bool defines(const struct kramdown_pass *pass, const struct kramdown_line *line, char first, char second)
{
    const char *text = pass->text + line->content;
    size_t length = line->end - line->content;
    if (length < 5 || text[0] != first || text[1] != second)
        return false;
    const char *closer = memchr(text, ']', length);
    return closer && closer + 1 < text + length && closer[1] == ':';
}

static bool is_contents_word(const struct kramdown_pass *pass, const struct kramdown_line *line)
{
    const char *text = pass->text + line->content;
    size_t length = line->end - line->content;
    return (length == 7 && strncasecmp(text, "[[toc]]", 7) == 0) || (length == 5 && strncasecmp(text, "[toc]", 5) == 0);
}

/* Footnotes with what is indented below them, abbreviations, [[toc]]: read by nobody on a wall. */
static bool is_left_out(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    bool goes_on = pass->in_footnote && (!pass->previous_blank || line->content >= line->prefix_end + 2);
    bool note = goes_on || defines(pass, line, '[', '^');
    pass->in_footnote = note;
    if (!note && !defines(pass, line, '*', '[') && !is_contents_word(pass, line))
        return false;
    bool blank = pass->previous_blank;
    put_blank(pass, line);
    pass->previous_blank = note ? false : blank;
    return true;
}

/* ": words" below a term. Both become paragraphs, the term a strong one when it is a line of its own. */
static size_t definition_start(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    size_t at = line->content;
    bool above = pass->at > 0 && !(pass->previous_blank && (pass->at < 2 || line_is_blank(&pass->in[pass->at - 2])));
    if (!above || pass->text[at] != ':' || line->content > line->prefix_end + 3 || at + 2 >= line->end ||
        !strchr(" \t", pass->text[at + 1]))
        return line->content;
    if (pass->previous_starts && !strchr("#*-+<>|=", pass->out.data[pass->previous_content])) {
        char term = KRAMDOWN_TERM;
        struct buffer rest;
        buffer_init(&rest, pass->arena);
        buffer_add(&rest, pass->out.data + pass->previous_content);
        buffer_truncate(&pass->out, pass->previous_content);
        buffer_add_bytes(&pass->out, &term, 1);
        buffer_add_bytes(&pass->out, rest.data, rest.length);
    }
    buffer_add_bytes(&pass->out, pass->text + line->start, line->prefix_end - line->start);
    kramdown_pass_end_line(pass);
    pass->previous_blank = true;
    at++;
    while (at < line->end && strchr(" \t", pass->text[at]))
        at++;
    return at;
}

/* "###Samedi 14 mars": marks of a heading without their blank, as kramdown reads them; 0: none. One mark alone may be a hashtag. */
static size_t heading_marks(const struct kramdown_pass *pass, const struct kramdown_line *line, size_t start)
{
    size_t marks = start == line->content ? fence_run(pass, line, '#') : 0;
    unsigned char next = start + marks < line->end ? (unsigned char)pass->text[start + marks] : ' ';
    return marks >= 2 && marks <= 6 && !pass->code_run && (isalnum(next) || next >= 0x80 || next == '*') ? marks : 0;
}

static void put_line(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    size_t start = definition_start(pass, line);
    bool starts = pass->previous_blank, defines = start != line->content, tag = pass->text[start] == '<';
    bool indented_html = tag && pass->open_html > 0 && line->content >= line->prefix_end + 4;
    bool cut = pass->skip_until > line->start;
    if (defines || indented_html || cut)
        buffer_add_bytes(&pass->out, pass->text + line->start, line->prefix_end - line->start);
    else
        kramdown_pass_prefix(pass, line);
    pass->previous_content = pass->out.length;
    if (starts && !pass->code_run && kramdown_html_is_inline(pass, start, line->end))
        buffer_add_char(&pass->out, (char)KRAMDOWN_INLINE);
    kramdown_html_count(pass, line);
    start = kramdown_html_open_markdown(pass, line, start);
    size_t marks = heading_marks(pass, line, start);
    buffer_add_bytes(&pass->out, pass->text + start, marks);
    if (marks)
        buffer_add_char(&pass->out, ' ');
    kramdown_inline(pass, start + marks, line->end, false);
    bool empty = pass->out.length == pass->previous_content;
    kramdown_pass_end_line(pass);
    pass->previous_blank = empty;
    pass->previous_depth = line->depth;
    pass->previous_starts = starts && !empty && !defines;
    pass->attribute_run = 0;
    kramdown_html_end(pass, line);
}

/* A line that was read in part, with a comment or attributes that began above: only its rest counts. */
static bool cut_line(const struct kramdown_pass *pass, struct kramdown_line *line)
{
    if (pass->skip_until <= line->start)
        return false;
    if (pass->skip_until > line->content)
        line->content = pass->skip_until < line->end ? pass->skip_until : line->end;
    return true;
}

enum { CONTAINER_COLONS = 3 };

/* "::: tip Bon à savoir" and ":::" of VuePress, Docusaurus and MyST: the marks of a box. Its title is a paragraph, its word is not shown. */
static bool is_container_mark(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    size_t at = line->content + fence_run(pass, line, ':');
    if (at < line->content + CONTAINER_COLONS)
        return false;
    while (at < line->end && strchr(" \t{", pass->text[at]))
        at++;
    while (at < line->end && (isalpha((unsigned char)pass->text[at]) || strchr("-_}", pass->text[at])))
        at++;
    while (at < line->end && strchr(" \t", pass->text[at]))
        at++;
    put_blank(pass, line);
    if (at == line->end)
        return true;
    buffer_add_bytes(&pass->out, pass->text + line->start, line->prefix_end - line->start);
    kramdown_inline(pass, at, line->end, false);
    kramdown_pass_end_line(pass);
    put_blank(pass, line);
    return true;
}

static void read_text_line(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    if (opens_fence(pass, line) || is_left_out(pass, line) || is_attribute_line(pass, line) || is_container_mark(pass, line))
        return;
    if (pass->code_run || !kramdown_table(pass))
        put_line(pass, line);
}

static void read_lines(struct kramdown_pass *pass)
{
    for (pass->at = 0; pass->at < pass->in_count; pass->at++) {
        struct kramdown_line line = pass->in[pass->at];
        bool cut = cut_line(pass, &line);
        if (line_is_blank(&line) && pass->fence && line.depth >= pass->fence_depth)
            put_verbatim(pass, &line);
        else if (line_is_blank(&line))
            put_blank(pass, &line);
        else if (cut)
            put_line(pass, &line);
        else if (!in_fence(pass, &line))
            read_text_line(pass, &line);
    }
}

void kramdown_translate(struct arena *arena, const char *text, size_t length, const int *lines, int first_line, const char *file,
                        struct diags *diags, struct kramdown *result)
{
    struct kramdown_pass pass = {.arena = arena, .file_lines = lines, .first_line = first_line, .file = file, .diags = diags};
    pass.text = liquid_remove(arena, text, length, lines, first_line, file, diags, &pass.length);
    pass.text = torn_link_mend(arena, pass.text, pass.length, &pass.length);
    pass.previous_blank = true;
    split_lines(&pass);
    buffer_init(&pass.out, arena);
    read_lines(&pass);
    *result = (struct kramdown){pass.out.data, pass.out.length, pass.lines, pass.line_count, pass.marks, pass.mark_count};
}

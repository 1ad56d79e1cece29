#include "content/kramdown_pass.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* A tag in the input: "<div" or "</div". No name means that there is none. */
struct tag {
    const char *name;
    size_t length;
    bool closes;
};

static struct tag tag_at(const struct kramdown_pass *pass, size_t at, size_t end)
{
    struct tag tag = {0};
    if (at >= end || pass->text[at] != '<')
        return tag;
    tag.closes = at + 1 < end && pass->text[at + 1] == '/';
    size_t start = at + (tag.closes ? 2 : 1);
    tag.name = pass->text + start;
    while (start + tag.length < end && isalnum((unsigned char)tag.name[tag.length]))
        tag.length++;
    return tag;
}

static bool tag_is_one_of(struct tag tag, const char *const *names)
{
    for (; tag.length && *names; names++)
        if (strlen(*names) == tag.length && strncasecmp(*names, tag.name, tag.length) == 0)
            return true;
    return false;
}

bool kramdown_html_is_inline(const struct kramdown_pass *pass, size_t at, size_t end)
{
    static const char *const names[] = {"br",  "b",   "strong", "i",      "em",  "u", "a",   "span", "small", "sup",  "sub",
                                        "font", "img", "label",  "button", "del", "s", "ins", "mark", "code",  NULL};
    return tag_is_one_of(tag_at(pass, at, end), names);
}

void kramdown_html_count(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    static const char *const names[] = {"div", "section", "article", "aside",  "figure", "table",
                                        "ul",  "ol",      "nav",     "header", "footer", NULL};
    for (size_t i = line->content; i < line->end; i++) {
        struct tag tag = tag_at(pass, i, line->end);
        if (!tag_is_one_of(tag, names))
            continue;
        pass->open_html += tag.closes ? -(pass->open_html > 0) : 1;
    }
}

static bool has_word(const struct kramdown_pass *pass, size_t start, size_t end, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = start; i + length <= end; i++)
        if (memcmp(pass->text + i, word, length) == 0)
            return true;
    return false;
}

static void put_empty_line(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    buffer_add_bytes(&pass->out, pass->text + line->start, line->prefix_end - line->start);
    kramdown_pass_end_line(pass);
}

size_t kramdown_html_open_markdown(struct kramdown_pass *pass, const struct kramdown_line *line, size_t start)
{
    const char *close = pass->text[start] == '<' ? memchr(pass->text + start, '>', line->end - start) : NULL;
    if (!close)
        return start;
    size_t behind = (size_t)(close - pass->text) + 1;
    if (!has_word(pass, start, behind, "markdown=\"") && !has_word(pass, start, behind, "markdown='") &&
        !has_word(pass, start, behind, "markdown=1"))
        return start;
    buffer_add_bytes(&pass->out, pass->text + start, behind - start);
    kramdown_pass_end_line(pass);
    put_empty_line(pass, line);
    buffer_add_bytes(&pass->out, pass->text + line->start, line->prefix_end - line->start);
    while (behind < line->end && pass->text[behind] == ' ')
        behind++;
    return behind;
}

/* True when the line begins with an element and ends with its closing tag, or begins and ends with that tag. */
static bool closes_itself(const struct kramdown_pass *pass, const struct kramdown_line *line)
{
    size_t end = line->end;
    while (end > line->content && strchr(" \t", pass->text[end - 1]))
        end--;
    if (end <= line->content || pass->text[end - 1] != '>')
        return false;
    size_t last = end - 1;
    while (last > line->content && pass->text[last] != '<')
        last--;
    struct tag first = tag_at(pass, line->content, end), closing = tag_at(pass, last, end);
    return first.length && closing.closes && first.length == closing.length &&
           strncasecmp(first.name, closing.name, first.length) == 0;
}

void kramdown_html_end(struct kramdown_pass *pass, const struct kramdown_line *line)
{
    if (pass->open_html > 0 || pass->at + 1 >= pass->in_count || pass->skip_until > line->start || !closes_itself(pass, line) ||
        kramdown_html_is_inline(pass, line->content, line->end))
        return;
    const struct kramdown_line *next = &pass->in[pass->at + 1];
    if (next->content >= next->end || pass->text[next->content] == '<')
        return;
    put_empty_line(pass, line);
    pass->previous_blank = true;
}

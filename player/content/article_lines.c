#include "content/article_lines.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/yaml.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

/* Blanks and quotes between two words; more are not looked through, so that the work stays linear. */
enum { SILENT_MOST = 1000 };

/* A walk through the source in step with the scalar. */
struct walk {
    const char *source;
    size_t length;
    size_t at;
    int line;
};

static void walk_to(struct walk *walk, size_t at)
{
    for (; walk->at < at && walk->at < walk->length; walk->at++)
        walk->line += walk->source[walk->at] == '\n';
}

/* To the place at which the scalar's text begins. Columns count code points. */
static struct walk walk_start(const char *source, size_t length, int first_line, const struct yaml_node *node)
{
    struct walk walk = {source, length, 0, first_line};
    while (walk.line < node->text_line && walk.at < length)
        walk_to(&walk, walk.at + 1);
    if (node->multiline)
        return walk;
    for (int column = 1; column < node->column && walk.at < length; column++) {
        walk.at++;
        while (walk.at < length && ((unsigned char)source[walk.at] & 0xC0) == 0x80)
            walk.at++;
    }
    return walk;
}

/* How many bytes of the source say nothing of the scalar's text here: blanks, quotes, escapes. */
static size_t silent_bytes(const struct walk *walk)
{
    char byte = walk->source[walk->at], next = walk->at + 1 < walk->length ? walk->source[walk->at + 1] : '\0';
    if (isspace((unsigned char)byte) || byte == '"' || byte == '\'')
        return 1;
    if (byte != '\\')
        return 0;
    if (next && strchr("ntr0eabvf_NLP ", next))
        return 2;
    return next == 'x' ? 4 : next == 'u' ? 6 : next == 'U' ? 10 : 1;
}

/* Finds the next byte of the scalar; a byte that is not there, or not near, leaves the walk where it is. */
static void walk_match(struct walk *walk, char byte)
{
    struct walk ahead = *walk;
    while (ahead.at < ahead.length && ahead.source[ahead.at] != byte) {
        size_t skip = silent_bytes(&ahead);
        if (!skip || ahead.at > walk->at + SILENT_MOST)
            return;
        walk_to(&ahead, ahead.at + skip);
    }
    if (ahead.at >= ahead.length)
        return;
    *walk = ahead;
    walk->at++;
}

/* False for a word that would begin a heading, a list, a table, ... if it stood at the beginning of a line. */
static bool may_begin_line(const char *word)
{
    size_t length = strcspn(word, " \n"), digits = strspn(word, "0123456789");
    if (digits && (word[digits] == '.' || word[digits] == ')'))
        return false;
    if (strchr(">=|:{<", word[0]))
        return false;
    if (strchr("-+*_#", word[0]) && (length == 1 || strspn(word, "-+*_#") == length))
        return false;
    return strncmp(word, "```", 3) != 0 && strncmp(word, "~~~", 3) != 0;
}

struct rebuilt {
    struct arena *arena;
    struct buffer text;
    int *lines;
    size_t count, capacity;
};

static void add_line(struct rebuilt *rebuilt, int line)
{
    rebuilt->lines = arena_grow(rebuilt->arena, rebuilt->lines, rebuilt->count, &rebuilt->capacity, sizeof *rebuilt->lines);
    rebuilt->lines[rebuilt->count++] = line;
}

void article_lines_find(struct arena *arena, const char *source, size_t length, int first_line, const struct yaml_node *node,
                        bool keep_breaks, struct article_lines *result)
{
    struct walk walk = walk_start(source, length, first_line, node);
    struct rebuilt rebuilt = {.arena = arena};
    const char *text = node->text;
    bool fresh = true; /* no word on this line yet */
    buffer_init(&rebuilt.text, arena);
    add_line(&rebuilt, walk.line);
    for (size_t i = 0; text[i]; i++) {
        if (isspace((unsigned char)text[i])) {
            if (text[i] == '\n' && keep_breaks && !fresh)
                buffer_add(&rebuilt.text, "  ");
            buffer_add_char(&rebuilt.text, text[i]);
            if (text[i] == '\n') {
                add_line(&rebuilt, walk.line);
                fresh = true;
            }
            continue;
        }
        walk_match(&walk, text[i]);
        int *line = &rebuilt.lines[rebuilt.count - 1];
        if (fresh) {
            *line = walk.line;
            fresh = false;
        } else if (walk.line > *line && text[i - 1] == ' ' && may_begin_line(text + i)) {
            buffer_truncate(&rebuilt.text, rebuilt.text.length - 1);
            buffer_add_char(&rebuilt.text, '\n');
            add_line(&rebuilt, walk.line);
        }
        buffer_add_char(&rebuilt.text, text[i]);
    }
    *result = (struct article_lines){rebuilt.text.data, rebuilt.text.length, rebuilt.lines};
}

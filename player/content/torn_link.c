#include "content/torn_link.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* In bytes: the tag, and what stands between it and its end. */
enum { TAG_MOST = 1000, WORDS_MOST = 300 };

/* Where the words of a torn link begin and end in the text; `end` is that of "</a>". */
struct tear {
    size_t words;
    size_t words_end;
    size_t end;
};

static bool holds_blank_line(const char *text, size_t length)
{
    bool blank = false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\n' && blank)
            return true;
        blank = text[i] == '\n' || (blank && isspace((unsigned char)text[i]));
    }
    return false;
}

/* At "<a " or "<a\n": a link whose words hold a blank line and no other tag. */
static bool find_tear(const char *text, size_t length, size_t at, struct tear *tear)
{
    if (length - at < 8 || strncasecmp(text + at, "<a", 2) != 0 || !isspace((unsigned char)text[at + 2]))
        return false;
    size_t tag_room = length - at < TAG_MOST ? length - at : TAG_MOST;
    const char *tag_end = memchr(text + at, '>', tag_room);
    if (!tag_end || memchr(text + at + 1, '<', (size_t)(tag_end - text) - at - 1))
        return false;
    tear->words = (size_t)(tag_end - text) + 1;
    size_t room = length - tear->words < WORDS_MOST ? length - tear->words : WORDS_MOST;
    const char *next = memchr(text + tear->words, '<', room);
    if (!next || (size_t)(next - text) + 4 > length || strncasecmp(next, "</a>", 4) != 0)
        return false;
    tear->words_end = (size_t)(next - text);
    tear->end = tear->words_end + 4;
    return holds_blank_line(text + tear->words, tear->words_end - tear->words);
}

/* The words on one line, without the backslashes with which the editor kept its blanks; then as many line ends as they had. */
static void add_mended(struct buffer *out, const char *text, const struct tear *tear)
{
    size_t lines = 0;
    bool spaced = true;
    for (size_t i = tear->words; i < tear->words_end; i++) {
        bool blank = isspace((unsigned char)text[i]) || (text[i] == '\\' && i + 1 < tear->words_end && isspace((unsigned char)text[i + 1]));
        lines += text[i] == '\n';
        if (!blank || !spaced)
            buffer_add_char(out, blank ? ' ' : text[i]);
        spaced = blank;
    }
    buffer_add(out, "</a>");
    for (; lines; lines--)
        buffer_add_char(out, '\n');
}

const char *torn_link_mend(struct arena *arena, const char *text, size_t length, size_t *mended_length)
{
    struct buffer out;
    struct tear tear;
    size_t copied = 0;
    buffer_init(&out, arena);
    for (size_t at = 0; at < length;) {
        const char *next = memchr(text + at, '<', length - at);
        if (!next)
            break;
        at = (size_t)(next - text);
        if (!find_tear(text, length, at, &tear)) {
            at++;
            continue;
        }
        buffer_add_bytes(&out, text + copied, tear.words - copied);
        add_mended(&out, text, &tear);
        at = copied = tear.end;
    }
    *mended_length = length;
    if (copied == 0)
        return text;
    buffer_add_bytes(&out, text + copied, length - copied);
    *mended_length = out.length;
    return out.data;
}

#include "slides/typography.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "slides/glue.h"
#include "slides/signs.h"

#include <string.h>

char *typography_set(struct arena *arena, const char *text, bool english)
{
    struct signs signs = signs_from(arena, text);
    signs = signs_set(&signs, english);
    signs = glue_set(&signs, english);
    return signs_text(&signs);
}

/* Suffixes of ordinals that French raises; the longest first. "2ème" is no good French, but words are not ours to change. */
static const char *const suffixes[] = {"ième", "ème", "ère", "ere", "nde", "ers", "res", "er", "re", "nd", "es", "e", NULL};

static bool is_roman(char sign)
{
    return sign == 'I' || sign == 'V' || sign == 'X';
}

static bool is_word_byte(char byte)
{
    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || (byte & 0x80);
}

/* Bytes of the narrow and the no-break space begin like letters do; they end a word nevertheless. */
static bool ends_word(const char *at)
{
    return !is_word_byte(*at) || strncmp(at, "\u00a0", 2) == 0 || strncmp(at, "\u202f", 3) == 0 || strncmp(at, "’", 3) == 0 ||
           strncmp(at, "»", 2) == 0 || strncmp(at, "–", 3) == 0 || strncmp(at, "…", 3) == 0;
}

static bool begins_word(const char *text, const char *at)
{
    if (at == text)
        return true;
    if (!is_word_byte(at[-1]))
        return true;
    if (at - text >= 2 && (strncmp(at - 2, "\u00a0", 2) == 0 || strncmp(at - 2, "«", 2) == 0))
        return true;
    return at - text >= 3 && (strncmp(at - 3, "\u202f", 3) == 0 || strncmp(at - 3, "’", 3) == 0 || strncmp(at - 3, "–", 3) == 0);
}

/* Length of the suffix at `at`; 0 when there is none. After Roman figures only Ier, Ire and XXIe: "Vers" is a word. */
static size_t suffix_at(const char *at, bool roman, bool one)
{
    for (size_t i = 0; suffixes[i]; i++) {
        bool usual = strcmp(suffixes[i], "e") == 0 || (one && (strcmp(suffixes[i], "er") == 0 || strcmp(suffixes[i], "re") == 0));
        size_t length = strlen(suffixes[i]);
        if ((!roman || usual) && strncmp(at, suffixes[i], length) == 0 && ends_word(at + length))
            return length;
    }
    return 0;
}

/* Length of the figures of an ordinal at `at` ("15" of "15e", "XXI" of "XXIe"), its suffix in *suffix; 0 when there is none. */
static size_t ordinal_at(const char *text, const char *at, size_t *suffix)
{
    bool roman = is_roman(*at);
    if (!(roman || (*at >= '0' && *at <= '9')) || !begins_word(text, at))
        return 0;
    size_t figures = strspn(at, roman ? "IVX" : "0123456789");
    *suffix = suffix_at(at + figures, roman, roman && figures == 1 && *at == 'I');
    return *suffix ? figures : 0;
}

/* Stretches while they are found. */
struct stretches {
    struct arena *arena;
    struct text *texts;
    size_t count, capacity;
};

static void add(struct stretches *stretches, const char *bytes, size_t length, unsigned style)
{
    if (length == 0)
        return;
    stretches->texts =
        arena_grow(stretches->arena, stretches->texts, stretches->count, &stretches->capacity, sizeof *stretches->texts);
    stretches->texts[stretches->count++] = (struct text){arena_copy_bytes(stretches->arena, bytes, length), style};
}

struct text_line typography_line(struct arena *arena, const char *text, unsigned style, bool english)
{
    struct stretches stretches = {.arena = arena};
    const char *set = typography_set(arena, text, english);
    const char *from = set;
    for (const char *at = set; *at && !english; at++) {
        size_t suffix = 0, figures = ordinal_at(set, at, &suffix);
        if (!figures)
            continue;
        add(&stretches, from, (size_t)(at - from) + figures, style);
        add(&stretches, at + figures, suffix, style | TEXT_SUPERSCRIPT);
        from = at + figures + suffix;
        at = from - 1;
    }
    add(&stretches, from, strlen(from), style);
    return (struct text_line){"", stretches.texts, stretches.count};
}

struct text_line typography_join(struct arena *arena, struct text_line first, struct text_line second)
{
    if (first.count == 0 || second.count == 0)
        return first.count ? first : (struct text_line){first.marker ? first.marker : "", second.texts, second.count};
    struct text *texts = arena_alloc(arena, (first.count + second.count) * sizeof *texts);
    memcpy(texts, first.texts, first.count * sizeof *texts);
    memcpy(texts + first.count, second.texts, second.count * sizeof *texts);
    return (struct text_line){first.marker, texts, first.count + second.count};
}

const char *typography_plain(struct arena *arena, const struct text_line *line)
{
    struct buffer buffer;
    buffer_init(&buffer, arena);
    for (size_t i = 0; i < line->count; i++)
        buffer_add(&buffer, line->texts[i].text);
    return buffer.data;
}

#include "slides/prose.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "slides/cut.h"
#include "slides/maker.h"
#include "slides/pages.h"

#include <string.h>

/* A paragraph over this is cut at the end of a sentence; a sentence over it at a comma. */
enum { PARAGRAPH_MOST = 230 };

void prose_add_line(struct prose *prose, struct text_line line)
{
    if (!line.count)
        return;
    prose->lines = arena_grow(prose->maker->arena, prose->lines, prose->count, &prose->capacity, sizeof *prose->lines);
    prose->lines[prose->count++] = line;
}

/* Bytes of `text` that make one line: whole sentences, else whole words. */
static size_t piece_bytes(struct arena *arena, const char *text)
{
    size_t kept = 0;
    while (text[kept]) {
        size_t next = kept + strspn(text + kept, " ");
        next += cut_sentence(text + next);
        if (next == kept || utf8_count(arena_copy_bytes(arena, text, next)) > PARAGRAPH_MOST)
            break;
        kept = next;
    }
    if (kept || !text[0])
        return kept;
    size_t points = 0, blank = 0, comma = 0;
    for (const char *at = text; *at && points < PARAGRAPH_MOST; at++) {
        points += ((unsigned char)*at & 0xC0) != 0x80;
        if (*at == ' ') {
            blank = (size_t)(at - text);
            comma = at > text && at[-1] == ',' ? blank : comma;
        }
    }
    return comma ? comma : blank ? blank : strlen(text);
}

static void add_paragraph(struct prose *prose, const char *text)
{
    struct arena *arena = prose->maker->arena;
    const char *marker = "";
    if (strncmp(text, "- ", 2) == 0 || strncmp(text, "* ", 2) == 0 || strncmp(text, "• ", 4) == 0) {
        marker = "•";
        text = strchr(text, ' ') + 1;
    }
    const char *shown = cut_clean(arena, text);
    while (*shown) {
        size_t bytes = piece_bytes(arena, shown);
        struct text_line line = maker_line(prose->maker, cut_trim(arena, shown, bytes), 0);
        line.marker = marker;
        prose_add_line(prose, line);
        shown += bytes;
        shown += strspn(shown, " \n");
        marker = "";
    }
}

void prose_add(struct prose *prose, const char *text)
{
    while (*text) {
        size_t bytes = strcspn(text, "\n");
        add_paragraph(prose, cut_trim(prose->maker->arena, text, bytes));
        text += bytes;
        text += strspn(text, "\n");
    }
}

void prose_finish(struct prose *prose, const struct slide *slide)
{
    struct slide pages[PAGES_MOST];
    size_t made = pages_split(prose->maker, slide, prose->lines, prose->count, (struct pages_room){CUT_LIST_MOST, PAGES_MOST}, pages, NULL);
    for (size_t i = 0; i < made; i++)
        maker_add(prose->maker, &pages[i]);
    if (!made)
        maker_add(prose->maker, slide);
}

#include "content/polish.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "content/blocks.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* How far a raw link's label and address may reach: this bounds the work for each bracket. */
enum { POLISH_LABEL_MOST = 300, POLISH_ADDRESS_MOST = 1500 };

/* The byte at `at`, or 0 behind the end. */
static char polish_byte(const struct blocks *blocks, size_t at)
{
    return at < blocks->cell_count ? blocks->cells[at].byte : '\0';
}

static bool polish_matches(const struct blocks *blocks, size_t at, const char *text)
{
    for (size_t i = 0; text[i]; i++)
        if (polish_byte(blocks, at + i) != text[i])
            return false;
    return true;
}

/* Zero-width space, byte order mark, word joiner: nothing to see, and a box in many fonts. */
static size_t polish_invisible(const struct blocks *blocks, size_t at)
{
    unsigned char byte = (unsigned char)polish_byte(blocks, at);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7F)
        return 1;
    if (polish_matches(blocks, at, "\xE2\x80\x8B") || polish_matches(blocks, at, "\xEF\xBB\xBF") ||
        polish_matches(blocks, at, "\xE2\x81\xA0"))
        return 3;
    return 0;
}

static void polish_drop_invisible(struct blocks *blocks)
{
    size_t kept = 0;
    for (size_t i = 0; i < blocks->cell_count;) {
        size_t skip = polish_invisible(blocks, i);
        if (!skip)
            blocks->cells[kept++] = blocks->cells[i++];
        i += skip;
    }
    blocks->cell_count = kept;
}

/* Length of a run of two or more `mark` at `at`, outside code; else 0. */
static size_t polish_run(const struct blocks *blocks, size_t at, char mark)
{
    size_t length = 0;
    while (polish_byte(blocks, at + length) == mark && !(blocks->cells[at + length].style & SPAN_CODE))
        length++;
    return length >= 2 ? length : 0;
}

/* Runs of `mark` go; what stands between the first and the second, the third and the fourth, ... takes `style`. */
static void polish_pairs(struct blocks *blocks, char mark, unsigned style)
{
    size_t runs = 0, seen = 0, kept = 0;
    for (size_t i = 0; i < blocks->cell_count; i++) {
        size_t run = polish_run(blocks, i, mark);
        runs += run > 0;
        i += run ? run - 1 : 0;
    }
    if (runs == 0)
        return;
    for (size_t i = 0; i < blocks->cell_count; i++) {
        size_t run = polish_run(blocks, i, mark);
        if (run) {
            seen++;
            i += run - 1;
            continue;
        }
        bool inside = seen % 2 == 1 && seen < runs;
        blocks->cells[kept] = blocks->cells[i];
        if (inside)
            blocks->cells[kept].style = (unsigned char)(blocks->cells[kept].style | style);
        kept++;
    }
    blocks->cell_count = kept;
}

static char *polish_text(struct blocks *blocks, size_t start, size_t end)
{
    struct buffer text;
    buffer_init(&text, blocks->scratch);
    for (size_t i = start; i < end; i++)
        buffer_add_char(&text, blocks->cells[i].byte);
    return text.data;
}

static bool polish_plain(const struct blocks *blocks, size_t at)
{
    return at < blocks->cell_count && blocks->cells[at].link < 0 && !(blocks->cells[at].style & SPAN_CODE);
}

/* At "](": the end of the address and of the closing bracket. False when this is no raw link. */
static bool polish_target(const struct blocks *blocks, size_t at, size_t *url_end, size_t *end)
{
    size_t most = at + POLISH_ADDRESS_MOST;
    *url_end = 0;
    for (size_t i = at + 2; i < most && polish_plain(blocks, i); i++) {
        char byte = polish_byte(blocks, i);
        if (byte == '\n')
            return false;
        if ((byte == ' ' || byte == ')') && !*url_end)
            *url_end = i;
        if (byte == ')') {
            *end = i + 1;
            return *url_end > at + 2;
        }
    }
    return false;
}

/* [text](address) that no parser took: text keeps its styles and becomes a link. */
static void polish_raw_links(struct blocks *blocks)
{
    size_t kept = 0, opener = SIZE_MAX;
    for (size_t i = 0; i < blocks->cell_count; i++) {
        size_t url_end = 0, end = 0;
        char byte = polish_plain(blocks, i) ? polish_byte(blocks, i) : '\0';
        if (byte == '[')
            opener = kept;
        bool near = opener != SIZE_MAX && kept - opener < POLISH_LABEL_MOST;
        if (byte == ']' && near && polish_byte(blocks, i + 1) == '(' && polish_target(blocks, i, &url_end, &end)) {
            int link = blocks_link(blocks, polish_text(blocks, i + 2, url_end), 0, blocks->cells[i].line);
            for (size_t j = opener; j + 1 < kept; j++) {
                blocks->cells[j] = blocks->cells[j + 1];
                blocks->cells[j].link = link;
            }
            kept--;
            i = end - 1;
            opener = SIZE_MAX;
            continue;
        }
        blocks->cells[kept++] = blocks->cells[i];
    }
    blocks->cell_count = kept;
}

/* The end of a bare address that begins at `at`: up to a blank or a bracket of prose, less the punctuation of the sentence. A closing
 * bracket stays when it closes one inside the address. */
static size_t polish_address_end(const struct blocks *blocks, size_t at)
{
    size_t end = at;
    int depth = 0;
    while (polish_plain(blocks, end)) {
        unsigned char byte = (unsigned char)polish_byte(blocks, end);
        bool prose = polish_matches(blocks, end, "\xC2\xA0") || polish_matches(blocks, end, "\xC2\xBB") ||
                     polish_matches(blocks, end, "\xE2\x80") || polish_matches(blocks, end, "\xC2\xAB");
        if (byte <= ' ' || byte == '<' || byte == '>' || byte == '"' || prose)
            break;
        depth += byte == '(';
        depth -= byte == ')';
        if (depth < 0)
            break;
        end++;
    }
    while (end > at && strchr(".,;:!?'*_]}", polish_byte(blocks, end - 1)))
        end--;
    return end;
}

static bool polish_starts_address(const struct blocks *blocks, size_t at)
{
    if (!polish_plain(blocks, at) || (at > 0 && isalnum((unsigned char)polish_byte(blocks, at - 1))))
        return false;
    return polish_matches(blocks, at, "https://") || polish_matches(blocks, at, "http://");
}

static void polish_addresses(struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->cell_count; i++) {
        if (polish_byte(blocks, i) != 'h' || !polish_starts_address(blocks, i))
            continue;
        size_t end = polish_address_end(blocks, i);
        if (end < i + strlen("http://x.y"))
            continue;
        int link = blocks_link(blocks, polish_text(blocks, i, end), 0, blocks->cells[i].line);
        for (size_t j = i; j < end; j++)
            blocks->cells[j].link = link;
        i = end - 1;
    }
}

static bool polish_is_mail_byte(const struct blocks *blocks, size_t at, const char *signs)
{
    return polish_plain(blocks, at) && polish_byte(blocks, at) && (isalnum((unsigned char)polish_byte(blocks, at)) || strchr(signs, polish_byte(blocks, at)));
}

/* The address around the '@' at `at`; false when there is none. */
static bool polish_find_mail(const struct blocks *blocks, size_t at, size_t *begin, size_t *end)
{
    size_t point = 0;
    *begin = at;
    while (*begin > 0 && polish_is_mail_byte(blocks, *begin - 1, "._%+-"))
        --*begin;
    for (*end = at + 1; polish_is_mail_byte(blocks, *end, ".-"); ++*end)
        if (polish_byte(blocks, *end) == '.' && polish_is_mail_byte(blocks, *end + 1, ""))
            point = *end;
    while (*end > at && strchr(".-", polish_byte(blocks, *end - 1)))
        --*end;
    return *begin < at && point > at + 1;
}

/* "nom@site.fr" in the text is a link as it would be in <>. */
static void polish_mails(struct blocks *blocks)
{
    for (size_t i = 1, begin, end; i < blocks->cell_count; i++) {
        if (polish_byte(blocks, i) != '@' || !polish_plain(blocks, i) || !polish_find_mail(blocks, i, &begin, &end))
            continue;
        int link = blocks_link(blocks, arena_format(blocks->scratch, "mailto:%s", polish_text(blocks, begin, end)), 0, blocks->cells[begin].line);
        for (size_t j = begin; j < end; j++)
            blocks->cells[j].link = link;
        i = end;
    }
}

static bool polish_is_blank(const struct blocks *blocks, size_t at)
{
    return polish_byte(blocks, at) == ' ' || polish_byte(blocks, at) == '\n';
}

/* Marks that went may leave two blanks where one was: one stays, a line break rather than a space. */
static void polish_blanks(struct blocks *blocks)
{
    size_t kept = 0;
    for (size_t i = 0; i < blocks->cell_count; i++) {
        struct block_cell cell = blocks->cells[i];
        bool blank = polish_is_blank(blocks, i), code = cell.style & SPAN_CODE;
        if (blank && kept == 0)
            continue;
        if (blank && !code && strchr(" \n", blocks->cells[kept - 1].byte)) {
            if (cell.byte == '\n')
                blocks->cells[kept - 1].byte = '\n';
            continue;
        }
        blocks->cells[kept++] = cell;
    }
    while (kept && strchr(" \n", blocks->cells[kept - 1].byte))
        kept--;
    blocks->cell_count = kept;
}

/* Arrows, emoji, dashes, no-break spaces: an editor's ornaments, no text. */
static bool polish_is_ornament(uint32_t codepoint)
{
    static const struct {
        uint32_t first, last;
    } ornaments[] = {{0x00, 0x2F}, {0x3A, 0x40}, {0x5B, 0x60}, {0x7B, 0xA9}, {0xAB, 0xB4}, {0xB6, 0xB8},
                     {0xBB, 0xBB}, {0x2000, 0x206F}, {0x2190, 0x245F}, {0x2500, 0x2BFF}, {0xFE00, 0xFE0F},
                     {0xFFFD, 0xFFFD}, {0x1F000, 0x1FAFF}, {0xE0000, 0xE007F}};
    for (size_t i = 0; i < sizeof ornaments / sizeof *ornaments; i++)
        if (codepoint >= ornaments[i].first && codepoint <= ornaments[i].last)
            return true;
    return false;
}

/* A block of ornaments alone says nothing, unless a link hangs on it. */
static bool polish_nothing_to_read(const struct blocks *blocks)
{
    char bytes[4];
    for (size_t i = 0; i < blocks->cell_count;) {
        size_t have = 0;
        while (have < sizeof bytes && i + have < blocks->cell_count) {
            bytes[have] = blocks->cells[i + have].byte;
            have++;
        }
        const char *at = bytes;
        uint32_t codepoint = utf8_next(&at, bytes + have);
        if (!polish_is_ornament(codepoint) || blocks->cells[i].link >= 0)
            return false;
        i += (size_t)(at - bytes);
    }
    return true;
}

void polish_block(struct blocks *blocks)
{
    polish_drop_invisible(blocks);
    polish_pairs(blocks, '*', SPAN_STRONG);
    polish_pairs(blocks, '~', SPAN_STRUCK);
    polish_raw_links(blocks);
    polish_addresses(blocks);
    polish_mails(blocks);
    polish_blanks(blocks);
    if (polish_nothing_to_read(blocks))
        blocks->cell_count = 0;
}

#include "draw/script.h"

#include "base/utf8.h"

#include <stdint.h>

/* Blocks of letters (Unicode 15.1, Blocks.txt), in order. Signs between the blocks belong to no script of their own. */
struct block {
    uint32_t first, last;
    struct script script;
};

static const struct block blocks[] = {
    {0x0041, 0x005A, {"Latn", false}},   {0x0061, 0x007A, {"Latn", false}},   {0x00C0, 0x024F, {"Latn", false}},
    {0x0370, 0x03FF, {"Grek", false}},   {0x0400, 0x052F, {"Cyrl", false}},   {0x0530, 0x058F, {"Armn", false}},
    {0x0590, 0x05FF, {"Hebr", true}},    {0x0600, 0x06FF, {"Arab", true}},    {0x0700, 0x074F, {"Syrc", true}},
    {0x0750, 0x077F, {"Arab", true}},    {0x0780, 0x07BF, {"Thaa", true}},    {0x07C0, 0x07FF, {"Nkoo", true}},
    {0x0860, 0x086F, {"Syrc", true}},    {0x0870, 0x08FF, {"Arab", true}},    {0x0900, 0x097F, {"Deva", false}},
    {0x0980, 0x09FF, {"Beng", false}},   {0x0A00, 0x0A7F, {"Guru", false}},   {0x0A80, 0x0AFF, {"Gujr", false}},
    {0x0B00, 0x0B7F, {"Orya", false}},   {0x0B80, 0x0BFF, {"Taml", false}},   {0x0C00, 0x0C7F, {"Telu", false}},
    {0x0C80, 0x0CFF, {"Knda", false}},   {0x0D00, 0x0D7F, {"Mlym", false}},   {0x0D80, 0x0DFF, {"Sinh", false}},
    {0x0E00, 0x0E7F, {"Thai", false}},   {0x0E80, 0x0EFF, {"Laoo", false}},   {0x0F00, 0x0FFF, {"Tibt", false}},
    {0x1000, 0x109F, {"Mymr", false}},   {0x10A0, 0x10FF, {"Geor", false}},   {0x1100, 0x11FF, {"Hang", false}},
    {0x1200, 0x139F, {"Ethi", false}},   {0x13A0, 0x13FF, {"Cher", false}},   {0x1780, 0x17FF, {"Khmr", false}},
    {0x1800, 0x18AF, {"Mong", false}},   {0x1C90, 0x1CBF, {"Geor", false}},   {0x1E00, 0x1EFF, {"Latn", false}},
    {0x1F00, 0x1FFF, {"Grek", false}},   {0x2D30, 0x2D7F, {"Tfng", false}},   {0x3040, 0x309F, {"Hira", false}},
    {0x30A0, 0x30FF, {"Kana", false}},   {0x3130, 0x318F, {"Hang", false}},   {0x3400, 0x4DBF, {"Hani", false}},
    {0x4E00, 0x9FFF, {"Hani", false}},   {0xA640, 0xA69F, {"Cyrl", false}},   {0xA720, 0xA7FF, {"Latn", false}},
    {0xAC00, 0xD7AF, {"Hang", false}},   {0xF900, 0xFAFF, {"Hani", false}},   {0xFB1D, 0xFB4F, {"Hebr", true}},
    {0xFB50, 0xFDFF, {"Arab", true}},    {0xFE70, 0xFEFF, {"Arab", true}},    {0x20000, 0x3FFFF, {"Hani", false}},
};

static const struct block *block_of(uint32_t codepoint)
{
    size_t low = 0, high = sizeof blocks / sizeof blocks[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (codepoint > blocks[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof blocks / sizeof blocks[0] && codepoint >= blocks[low].first ? &blocks[low] : NULL;
}

struct script script_of(const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        const struct block *block = block_of(utf8_next(&text, end));
        if (block)
            return block->script;
    }
    return (struct script){"Latn", false};
}

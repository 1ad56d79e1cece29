#include "commands/sheet.h"

#include "base/memory.h"
#include "draw/frame.h"

/* Thumbnails about this long on their long side, four in a row, on a quiet grey. */
enum { LONG_SIDE_PX = 480, COLUMNS = 4, GAP_PX = 16, MOST_ROWS = 60 };
static const colour_argb ground = 0xFFB8B8C0;

struct sheet {
    struct frame *frame;
    int factor; /* each thumbnail pixel is the mean of factor × factor pixels */
    int width_px, height_px;
    size_t next, most;
};

struct sheet *sheet_create(int width_px, int height_px, size_t count)
{
    struct sheet *sheet = memory_alloc(sizeof *sheet);
    int longest = width_px > height_px ? width_px : height_px;
    sheet->factor = longest > LONG_SIDE_PX ? (longest + LONG_SIDE_PX - 1) / LONG_SIDE_PX : 1;
    sheet->width_px = width_px / sheet->factor;
    sheet->height_px = height_px / sheet->factor;
    sheet->most = count < (size_t)COLUMNS * MOST_ROWS ? count : (size_t)COLUMNS * MOST_ROWS;
    int columns = sheet->most < COLUMNS ? (int)sheet->most : COLUMNS;
    int rows = ((int)sheet->most + COLUMNS - 1) / COLUMNS;
    if (columns < 1)
        columns = rows = 1;
    sheet->frame = frame_create(GAP_PX + columns * (sheet->width_px + GAP_PX), GAP_PX + rows * (sheet->height_px + GAP_PX));
    frame_fill(sheet->frame, (struct box){0, 0, sheet->frame->width_px, sheet->frame->height_px}, ground);
    return sheet;
}

void sheet_destroy(struct sheet *sheet)
{
    if (!sheet)
        return;
    frame_destroy(sheet->frame);
    memory_free(sheet);
}

/* The mean of one square of pixels. */
static uint32_t sheet_mean(const struct frame *frame, int x, int y, int factor)
{
    uint32_t red = 0, green = 0, blue = 0, count = (uint32_t)(factor * factor);
    for (int row = y; row < y + factor; row++) {
        const uint32_t *pixels = frame->pixels + (size_t)row * (size_t)frame->stride_px + x;
        for (int i = 0; i < factor; i++) {
            red += pixels[i] >> 16 & 255;
            green += pixels[i] >> 8 & 255;
            blue += pixels[i] & 255;
        }
    }
    return 0xFF000000u | (red / count) << 16 | (green / count) << 8 | blue / count;
}

void sheet_add(struct sheet *sheet, const struct frame *frame)
{
    if (sheet->next >= sheet->most)
        return;
    int column = (int)(sheet->next % COLUMNS), row = (int)(sheet->next / COLUMNS);
    sheet->next++;
    int left = GAP_PX + column * (sheet->width_px + GAP_PX), top = GAP_PX + row * (sheet->height_px + GAP_PX);
    for (int y = 0; y < sheet->height_px; y++) {
        uint32_t *out = sheet->frame->pixels + (size_t)(top + y) * (size_t)sheet->frame->stride_px + left;
        for (int x = 0; x < sheet->width_px; x++)
            out[x] = sheet_mean(frame, x * sheet->factor, y * sheet->factor, sheet->factor);
    }
}

const struct frame *sheet_frame(const struct sheet *sheet)
{
    return sheet->frame;
}

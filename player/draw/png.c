#include "draw/png.h"

#include "base/file.h"
#include "base/memory.h"
#include "draw/frame.h"

#include <assert.h>
#include <errno.h>
#include <libdeflate.h>
#include <stdint.h>
#include <string.h>

/* PNG (ISO/IEC 15948): signature, then chunks of length, type, data and CRC, numbers most significant byte first. */
enum { SIGNATURE_BYTES = 8, CHUNK_EXTRA_BYTES = 12, HEADER_BYTES = 13, FILTER_NONE = 0, FILTER_UP = 2, COLOUR_RGB = 2, RGB_BYTES = 3 };

/* A file being put together; `data` has room for all of it. */
struct png {
    unsigned char *data;
    size_t length;
};

static void put_number(unsigned char *bytes, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        bytes[i] = (unsigned char)(value >> (24 - 8 * i));
}

/* Closes a chunk whose `length` bytes of data stand behind 8 free bytes already. */
static void close_chunk(struct png *png, const char type[4], size_t length)
{
    unsigned char *start = png->data + png->length;
    put_number(start, (uint32_t)length);
    memcpy(start + 4, type, 4);
    put_number(start + 8 + length, libdeflate_crc32(0, start + 4, length + 4));
    png->length += length + CHUNK_EXTRA_BYTES;
}

static void put_header(struct png *png, const struct frame *frame)
{
    static const unsigned char signature[SIGNATURE_BYTES] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    memcpy(png->data, signature, sizeof signature);
    png->length = sizeof signature;
    unsigned char *header = png->data + png->length + 8;
    put_number(header, (uint32_t)frame->width_px);
    put_number(header + 4, (uint32_t)frame->height_px);
    header[8] = 8;
    header[9] = COLOUR_RGB;
    memset(header + 10, 0, 3); /* deflate, adaptive filters, not interlaced */
    close_chunk(png, "IHDR", HEADER_BYTES);
}

static void row_to_rgb(unsigned char *restrict rgb, const uint32_t *restrict pixels, int count)
{
    for (int x = 0; x < count; x++, rgb += RGB_BYTES) {
        rgb[0] = (unsigned char)(pixels[x] >> 16);
        rgb[1] = (unsigned char)(pixels[x] >> 8);
        rgb[2] = (unsigned char)pixels[x];
    }
}

static void subtract(unsigned char *restrict out, const unsigned char *restrict row, const unsigned char *restrict above, size_t length)
{
    for (size_t i = 0; i < length; i++)
        out[i] = (unsigned char)(row[i] - above[i]);
}

/* All rows as deflate wants them: a filter byte, then the row less the one above. Flat areas, the most of a slide, become zeros. */
static unsigned char *filter_rows(const struct frame *frame, size_t row_bytes)
{
    size_t height = (size_t)frame->height_px;
    unsigned char *filtered = memory_alloc((row_bytes + 1) * height);
    unsigned char *rows = memory_alloc(2 * row_bytes);
    unsigned char *row = rows, *above = rows + row_bytes;
    for (size_t y = 0; y < height; y++) {
        unsigned char *out = filtered + y * (row_bytes + 1);
        row_to_rgb(row, frame->pixels + y * (size_t)frame->stride_px, frame->width_px);
        out[0] = y == 0 ? FILTER_NONE : FILTER_UP;
        if (y == 0)
            memcpy(out + 1, row, row_bytes);
        else
            subtract(out + 1, row, above, row_bytes);
        unsigned char *spare = above;
        above = row;
        row = spare;
    }
    memory_free(rows);
    return filtered;
}

bool png_write(const char *path, const struct frame *frame, int level)
{
    assert(level >= 0 && level <= 12);
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(level);
    if (!compressor) {
        errno = ENOMEM;
        return false;
    }
    size_t row_bytes = (size_t)frame->width_px * RGB_BYTES;
    size_t raw_bytes = (row_bytes + 1) * (size_t)frame->height_px;
    unsigned char *filtered = filter_rows(frame, row_bytes);
    size_t bound = libdeflate_zlib_compress_bound(compressor, raw_bytes);
    struct png png = {.data = memory_alloc(SIGNATURE_BYTES + 3 * CHUNK_EXTRA_BYTES + HEADER_BYTES + bound)};
    put_header(&png, frame);
    size_t length = libdeflate_zlib_compress(compressor, filtered, raw_bytes, png.data + png.length + 8, bound);
    memory_free(filtered);
    libdeflate_free_compressor(compressor);
    bool written = length > 0 && length < INT32_MAX; /* what one chunk may hold */
    int reason = EFBIG;
    if (written) {
        close_chunk(&png, "IDAT", length);
        close_chunk(&png, "IEND", 0);
        written = file_write(path, png.data, png.length);
        reason = errno;
    }
    memory_free(png.data);
    errno = reason;
    return written;
}

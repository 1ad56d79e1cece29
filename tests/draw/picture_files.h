/* Picture files made by the tests themselves: good ones in four colours, and bad ones. For tests only. */
#ifndef PARVIS_TESTS_PICTURE_FILES_H
#define PARVIS_TESTS_PICTURE_FILES_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <libdeflate.h>
#include <turbojpeg.h>
#include <webp/encode.h>

/* Bytes on the heap: free(data). */
struct made {
    unsigned char *data;
    size_t length;
};

/* Top left red, top right green, bottom left blue, bottom right white. */
static inline uint32_t quarter_colour(int x, int y, int width, int height)
{
    return y < height / 2 ? (x < width / 2 ? 0xFFFF0000u : 0xFF00FF00u) : (x < width / 2 ? 0xFF0000FFu : 0xFFFFFFFFu);
}

static inline uint32_t *quarters(int width, int height)
{
    uint32_t *pixels = malloc((size_t)width * (size_t)height * sizeof *pixels);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            pixels[(size_t)y * (size_t)width + (size_t)x] = quarter_colour(x, y, width, height);
    return pixels;
}

static inline struct made made_copy(const void *data, size_t length)
{
    struct made made = {malloc(length), length};
    memcpy(made.data, data, length);
    return made;
}

/* `orientation` 0: no EXIF. `progressive` 1: as many scans as the library makes. */
static inline struct made made_jpeg(int width, int height, int orientation, int progressive)
{
    uint32_t *pixels = quarters(width, height);
    unsigned char *jpeg = NULL;
    unsigned long length = 0;
    tjhandle handle = tjInitCompress();
    tjCompress2(handle, (unsigned char *)pixels, width, 0, height, TJPF_BGRX, &jpeg, &length, TJSAMP_444, 95, progressive ? TJFLAG_PROGRESSIVE : 0);
    /* APP1: length, "Exif\0\0", a TIFF header (little-endian), one directory with one entry: 0x0112, SHORT, 1, orientation. */
    unsigned char exif[36] = {0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0};
    exif[28] = (unsigned char)orientation;
    size_t extra = orientation ? sizeof exif : 0;
    struct made made = {malloc(length + extra), length + extra};
    memcpy(made.data, jpeg, 2); /* SOI */
    memcpy(made.data + 2, exif, extra);
    memcpy(made.data + 2 + extra, jpeg + 2, length - 2);
    tjFree(jpeg);
    tjDestroy(handle);
    free(pixels);
    return made;
}

static inline struct made made_webp(int width, int height, int lossless)
{
    uint32_t *pixels = quarters(width, height);
    uint8_t *webp = NULL;
    size_t length = lossless ? WebPEncodeLosslessBGRA((uint8_t *)pixels, width, height, width * 4, &webp)
                             : WebPEncodeBGRA((uint8_t *)pixels, width, height, width * 4, 90, &webp);
    struct made made = made_copy(webp, length);
    WebPFree(webp);
    free(pixels);
    return made;
}

static inline void made_number(unsigned char *bytes, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        bytes[i] = (unsigned char)(value >> (24 - 8 * i));
}

/* A PNG (8-bit RGBA) that says it has width × height and holds `rows` rows of `colour` (0xAARRGGBB). */
static inline struct made made_png(uint32_t width, uint32_t height, uint32_t rows, uint32_t row_width, uint32_t colour)
{
    size_t raw_length = ((size_t)row_width * 4 + 1) * rows;
    unsigned char *raw = calloc(1, raw_length + 1);
    for (size_t y = 0; y < rows; y++)
        for (size_t x = 0; x < row_width; x++)
            made_number(raw + y * ((size_t)row_width * 4 + 1) + 1 + x * 4, colour << 8 | colour >> 24);
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(6);
    size_t bound = libdeflate_zlib_compress_bound(compressor, raw_length);
    struct made made = {calloc(1, bound + 100), 8};
    memcpy(made.data, "\x89PNG\r\n\x1A\n", 8);
    for (int chunk = 0; chunk < 3; chunk++) {
        static const char types[3][5] = {"IHDR", "IDAT", "IEND"};
        unsigned char *start = made.data + made.length;
        size_t length = 0;
        memcpy(start + 4, types[chunk], 4);
        if (chunk == 0) {
            made_number(start + 8, width);
            made_number(start + 12, height);
            memcpy(start + 16, "\x08\x06\0\0\0", 5);
            length = 13;
        } else if (chunk == 1) {
            length = libdeflate_zlib_compress(compressor, raw, raw_length, start + 8, bound);
        }
        made_number(start, (uint32_t)length);
        made_number(start + 8 + length, libdeflate_crc32(0, start + 4, length + 4));
        made.length += length + 12;
    }
    libdeflate_free_compressor(compressor);
    free(raw);
    return made;
}

#endif

/* What a picture file says of itself in its first bytes: type, size, EXIF orientation. It decodes nothing and trusts nothing. */
#ifndef PARVIS_CONTENT_PICTURE_H
#define PARVIS_CONTENT_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

struct diags;
struct place;

enum picture_type { PICTURE_NONE, PICTURE_PNG, PICTURE_JPEG, PICTURE_WEBP };

/* Ceilings for files from outside (measured: a 35-byte GIF took 4.1 GB in a decoder that guesses). */
enum { PICTURE_MOST_BYTES = 20 * 1024 * 1024, PICTURE_MOST_PIXELS = 24 * 1000 * 1000 };

/* Size as stored; `orientation` is EXIF's 1-8 (1 = upright): 5-8 swap width and height on screen. */
struct picture_header {
    enum picture_type type;
    int width_px;
    int height_px;
    int orientation;
};

/* File names that may be pictures, for file_has_suffix: .png .jpg .jpeg .webp; NULL-terminated. */
extern const char *const picture_suffixes[];

/* Reads a header from the first bytes of a file (64 KiB are enough for nearly all; a JPEG with large previews before its size needs up
 * to 1 MiB, which picture_check reads). False when it is no PNG, JPEG or WebP, or the bytes end before its size. */
bool picture_header_read(const unsigned char *bytes, size_t length, struct picture_header *header);

/* Opens `path` and checks type and ceilings. On false a diag at `place` says what is wrong and what to do. */
bool picture_check(const char *path, struct place place, struct picture_header *header, struct diags *diags);

#endif

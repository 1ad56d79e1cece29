#include "content/picture.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Cameras and picture programs put previews and profiles before the size: some headers need several hundred KiB. */
enum { HEADER_BYTES = 1024 * 1024, SIDE_MOST_PX = 1000 * 1000, EXIF_ENTRIES_MOST = 256, CHUNKS_MOST = 64 };

const char *const picture_suffixes[] = {".png", ".jpg", ".jpeg", ".webp", NULL};

static uint32_t picture_big(const unsigned char *bytes, int count)
{
    uint32_t value = 0;
    for (int i = 0; i < count; i++)
        value = value << 8 | bytes[i];
    return value;
}

static uint32_t picture_little(const unsigned char *bytes, int count)
{
    uint32_t value = 0;
    for (int i = count - 1; i >= 0; i--)
        value = value << 8 | bytes[i];
    return value;
}

static bool picture_size(struct picture_header *header, enum picture_type type, uint32_t width, uint32_t height)
{
    if (width == 0 || height == 0 || width > SIDE_MOST_PX || height > SIDE_MOST_PX)
        return false;
    header->type = type;
    header->width_px = (int)width;
    header->height_px = (int)height;
    return true;
}

/* The orientation (tag 0x0112) in the first directory of a TIFF block (EXIF 2.32, 4.6.2); 1 when there is none that makes sense. */
static int picture_exif(const unsigned char *tiff, size_t length)
{
    if (length < 8 || (memcmp(tiff, "II*\0", 4) != 0 && memcmp(tiff, "MM\0*", 4) != 0))
        return 1;
    uint32_t (*number)(const unsigned char *, int) = tiff[0] == 'I' ? picture_little : picture_big;
    size_t at = number(tiff + 4, 4);
    if (at > length - 2 || at < 8)
        return 1;
    size_t entries = number(tiff + at, 2);
    at += 2;
    for (size_t i = 0; i < entries && i < EXIF_ENTRIES_MOST && length - at >= 12; i++, at += 12) {
        if (number(tiff + at, 2) != 0x0112)
            continue;
        uint32_t value = number(tiff + at + 8, 2);
        bool is_short = number(tiff + at + 2, 2) == 3 && number(tiff + at + 4, 4) == 1;
        return is_short && value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}

static bool picture_png(const unsigned char *bytes, size_t length, struct picture_header *header)
{
    if (length < 24 || memcmp(bytes + 12, "IHDR", 4) != 0)
        return false;
    return picture_size(header, PICTURE_PNG, picture_big(bytes + 16, 4), picture_big(bytes + 20, 4));
}

/* A start-of-frame marker, which holds the size: C0-CF without C4 (tables), C8 (reserved) and CC (arithmetic tables). */
static bool picture_is_frame(unsigned char marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/* Markers that stand alone: fill bytes, TEM, restarts, start of image. */
static bool picture_is_bare(unsigned char marker)
{
    return marker == 0xFF || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

/* Takes the orientation from an APP1 segment that holds EXIF; `segment` is what follows its size. */
static void picture_app1(const unsigned char *segment, size_t length, struct picture_header *header)
{
    if (length > 6 && memcmp(segment, "Exif\0\0", 6) == 0)
        header->orientation = picture_exif(segment + 6, length - 6);
}

/* Walks the segments up to the frame header; each is at least two bytes long, so this ends. */
static bool picture_jpeg(const unsigned char *bytes, size_t length, struct picture_header *header)
{
    size_t at = 2;
    while (length - at >= 4) {
        unsigned char marker = bytes[at + 1];
        if (bytes[at] != 0xFF)
            return false;
        if (picture_is_bare(marker)) {
            at += marker == 0xFF ? 1 : 2;
            continue;
        }
        const unsigned char *segment = bytes + at + 4;
        size_t size = picture_big(bytes + at + 2, 2), there = length - at - 4;
        if (size < 2 || marker == 0xD9 || marker == 0xDA)
            return false;
        if (picture_is_frame(marker))
            return size >= 8 && there >= 5 &&
                   picture_size(header, PICTURE_JPEG, picture_big(segment + 3, 2), picture_big(segment + 1, 2));
        if (marker == 0xE1)
            picture_app1(segment, there < size - 2 ? there : size - 2, header);
        if (there < size - 2)
            return false;
        at += 2 + size;
    }
    return false;
}

/* EXIF chunk of an extended WebP, when it lies in the bytes that were read. */
static void picture_webp_exif(const unsigned char *bytes, size_t length, struct picture_header *header)
{
    size_t at = 12;
    for (int i = 0; i < CHUNKS_MOST && length - at >= 8; i++) {
        size_t size = picture_little(bytes + at + 4, 4), content = at + 8;
        size_t there = length - content < size ? length - content : size;
        if (memcmp(bytes + at, "EXIF", 4) == 0) {
            bool prefixed = there > 6 && memcmp(bytes + content, "Exif\0\0", 6) == 0;
            header->orientation = picture_exif(bytes + content + (prefixed ? 6 : 0), there - (prefixed ? 6 : 0));
            return;
        }
        if (there < size || length - content - size < (size & 1))
            return;
        at = content + size + (size & 1);
    }
}

/* RFC 9649: RIFF, size, WEBP, then VP8 (lossy), VP8L (lossless) or VP8X (extended). */
static bool picture_webp(const unsigned char *bytes, size_t length, struct picture_header *header)
{
    if (length < 30)
        return false;
    const unsigned char *content = bytes + 20;
    if (memcmp(bytes + 12, "VP8 ", 4) == 0)
        return memcmp(content + 3, "\x9D\x01\x2A", 3) == 0 &&
               picture_size(header, PICTURE_WEBP, picture_little(content + 6, 2) & 0x3FFF, picture_little(content + 8, 2) & 0x3FFF);
    if (memcmp(bytes + 12, "VP8L", 4) == 0) {
        uint32_t bits = picture_little(content + 1, 4);
        return content[0] == 0x2F && picture_size(header, PICTURE_WEBP, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    }
    if (memcmp(bytes + 12, "VP8X", 4) != 0)
        return false;
    if (content[0] & 0x08)
        picture_webp_exif(bytes, length, header);
    return picture_size(header, PICTURE_WEBP, picture_little(content + 4, 3) + 1, picture_little(content + 7, 3) + 1);
}

bool picture_header_read(const unsigned char *bytes, size_t length, struct picture_header *header)
{
    *header = (struct picture_header){.type = PICTURE_NONE, .orientation = 1};
    if (length >= 8 && memcmp(bytes, "\x89PNG\r\n\x1A\n", 8) == 0)
        return picture_png(bytes, length, header);
    if (length >= 4 && memcmp(bytes, "\xFF\xD8\xFF", 3) == 0)
        return picture_jpeg(bytes, length, header);
    if (length >= 12 && memcmp(bytes, "RIFF", 4) == 0 && memcmp(bytes + 8, "WEBP", 4) == 0)
        return picture_webp(bytes, length, header);
    return false;
}

/* What a file says with its first bytes when it is none of ours: staff know the name, not the reason. */
static const char *picture_other_type(const unsigned char *bytes, size_t length)
{
    static const struct {
        const char *name;
        size_t offset;
        const char *magic;
    } others[] = {{"GIF", 0, "GIF8"},        {"PDF", 0, "%PDF"},       {"HEIC", 4, "ftyphei"}, {"HEIC", 4, "ftypmif1"},
                  {"AVIF", 4, "ftypavif"},   {"TIFF", 0, "II*"},       {"TIFF", 0, "MM"},      {"BMP", 0, "BM"},
                  {"SVG", 0, "<svg"},        {"SVG", 0, "<?xml"},      {"HTML", 0, "<!"}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        size_t magic = strlen(others[i].magic);
        if (length >= others[i].offset + magic && memcmp(bytes + others[i].offset, others[i].magic, magic) == 0)
            return others[i].name;
    }
    return NULL;
}

/* The first bytes of a regular file into `bytes`. Negative: it cannot be read. *size is that of the file. */
static ssize_t picture_read_start(const char *path, unsigned char *bytes, size_t most, int64_t *size)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return -1;
    struct stat status;
    ssize_t length = -1;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        *size = (int64_t)status.st_size;
        size_t filled = 0;
        do {
            length = read(descriptor, bytes + filled, most - filled);
            filled += length > 0 ? (size_t)length : 0;
        } while ((length > 0 && filled < most) || (length < 0 && errno == EINTR));
        length = length < 0 ? -1 : (ssize_t)filled;
    }
    close(descriptor);
    return length;
}

static void picture_refuse_type(struct diags *diags, struct place place, const char *name, const unsigned char *bytes, size_t length)
{
    const char *other = picture_other_type(bytes, length);
    if (other)
        diag_add(diags, DIAG_ERROR, place, "picture-type", "l’image « %s » est au format %s ; enregistrez-la en JPEG, PNG ou WebP",
                 "the picture \"%s\" is in %s format; save it as JPEG, PNG or WebP", name, other);
    else
        diag_add(diags, DIAG_ERROR, place, "picture-type",
                 "« %s » n’est pas une image JPEG, PNG ou WebP lisible ; enregistrez-la de nouveau depuis un logiciel d’images",
                 "\"%s\" is no readable JPEG, PNG or WebP picture; save it again from a picture program", name);
}

bool picture_check(const char *path, struct place place, struct picture_header *header, struct diags *diags)
{
    int64_t size = 0;
    bool good = false;
    struct arena *arena = arena_create();
    const char *name = file_base(path);
    unsigned char *bytes = arena_alloc(arena, HEADER_BYTES);
    ssize_t length = picture_read_start(path, bytes, HEADER_BYTES, &size);
    *header = (struct picture_header){.orientation = 1};
    if (length < 0)
        diag_add(diags, DIAG_ERROR, place, "picture-missing", "l’image « %s » est introuvable ou illisible ; vérifiez son nom et ses droits",
                 "the picture \"%s\" is missing or cannot be read; check its name and its permissions", name);
    else if (length == 0)
        diag_add(diags, DIAG_ERROR, place, "picture-empty", "l’image « %s » est un fichier vide ; déposez-la de nouveau",
                 "the picture \"%s\" is an empty file; put it there again", name);
    else if (size > PICTURE_MOST_BYTES)
        diag_add(diags, DIAG_ERROR, place, "picture-too-large",
                 "l’image « %s » pèse %lld Mio (%d au plus) ; enregistrez-la en JPEG, ou plus petite",
                 "the picture \"%s\" has %lld MiB (%d at most); save it as JPEG, or smaller", name,
                 (long long)((size + 1024 * 1024 - 1) / (1024 * 1024)), PICTURE_MOST_BYTES / 1024 / 1024);
    else if (!picture_header_read(bytes, (size_t)length, header))
        picture_refuse_type(diags, place, name, bytes, (size_t)length);
    else if ((int64_t)header->width_px * header->height_px > PICTURE_MOST_PIXELS)
        diag_add(diags, DIAG_ERROR, place, "picture-too-large",
                 "l’image « %s » fait %d × %d pixels (%d millions au plus) ; réduisez-la, 3840 × 2160 suffisent à tout écran",
                 "the picture \"%s\" has %d × %d pixels (%d million at most); make it smaller, 3840 × 2160 is enough for any screen",
                 name, header->width_px, header->height_px, PICTURE_MOST_PIXELS / 1000 / 1000);
    else
        good = true;
    arena_destroy(arena);
    return good;
}

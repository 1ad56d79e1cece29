#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */

/* The decoders are called by themselves, not through SDL2_image: that one guesses types, cannot decode a JPEG scaled, and loads AVIF,
 * JPEG XL and TIFF with all they depend on into every process. */
#include "draw/decode.h"

#include "draw/blend.h"
#include "draw/fit.h"

#include <errno.h>
#include <png.h>
#include <string.h>
#include <sys/mman.h>
#include <turbojpeg.h>
#include <unistd.h>
#include <webp/decode.h>

/* Pixels as stored, with the memory that holds them: `target`'s own when they come just as they are wanted. */
struct stored {
    struct frame frame;
    const struct frame *target; /* NULL: they have to be fitted */
    bool translucent;
};

static void *take(size_t bytes)
{
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return NULL;
    madvise(memory, bytes, MADV_HUGEPAGE); /* fewer page faults: 12 Mpx in 41 ms instead of 46 */
    return memory;
}

static bool take_pixels(struct stored *stored, int width_px, int height_px)
{
    bool in_place = stored->target && stored->target->width_px == width_px && stored->target->height_px == height_px;
    uint32_t *pixels = in_place ? stored->target->pixels : take((size_t)width_px * (size_t)height_px * sizeof *pixels);
    stored->frame = (struct frame){.width_px = width_px, .height_px = height_px, .stride_px = width_px, .pixels = pixels};
    return pixels != NULL;
}

static bool read_all(int file, unsigned char *bytes, size_t length)
{
    size_t done = 0;
    while (done < length) {
        ssize_t got = pread(file, bytes + done, length - done, (off_t)done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += (size_t)got;
    }
    return true;
}

/* --- JPEG ------------------------------------------------------------------------------------------------------------------------ */

/* The smallest size that the transform can give directly and that is not smaller than what is needed. Only eighths for which it is
 * quicker than the whole (measured with 2.1.5: 7/8, 3/4 and 5/8 take longer than 1/1). */
static tjscalingfactor smallest_scale(const struct fit *fit)
{
    static const int eighths[] = {1, 2, 3, 4};
    for (size_t i = 0; i < sizeof eighths / sizeof eighths[0]; i++) {
        tjscalingfactor scale = {eighths[i], 8};
        if (TJSCALED(fit->width_px, scale) >= fit->needed_width_px && TJSCALED(fit->height_px, scale) >= fit->needed_height_px)
            return scale;
    }
    return (tjscalingfactor){1, 1};
}

/* Adobe stores ink upside down: 255 is none. */
static void from_inks(struct frame *frame)
{
    size_t count = (size_t)frame->stride_px * (size_t)frame->height_px;
    for (size_t i = 0; i < count; i++) {
        uint32_t inks = frame->pixels[i], black = inks >> 24;
        uint32_t red = blend_times(inks & 255, black), green = blend_times(inks >> 8 & 255, black), blue = blend_times(inks >> 16 & 255, black);
        frame->pixels[i] = 0xFF000000u | red << 16 | green << 8 | blue;
    }
}

/* A warning means bytes that make no sense. Half a picture in grey is worse on a wall than none; stray bytes between two parts of the
 * file, which some cameras leave, harm nothing. */
static bool decompress(tjhandle handle, const unsigned char *bytes, size_t length, struct frame *frame, int format)
{
    int pitch = frame->width_px * (int)sizeof *frame->pixels;
    unsigned char *pixels = (unsigned char *)frame->pixels;
    int flags = TJFLAG_LIMITSCANS;
    if (tjDecompress2(handle, bytes, length, pixels, frame->width_px, pitch, frame->height_px, format, flags | TJFLAG_STOPONWARNING) == 0)
        return true;
    if (!strstr(tjGetErrorStr2(handle), "extraneous bytes"))
        return false;
    return tjDecompress2(handle, bytes, length, pixels, frame->width_px, pitch, frame->height_px, format, flags) == 0 ||
           tjGetErrorCode(handle) == TJERR_WARNING;
}

static enum decode_result decode_jpeg(const unsigned char *bytes, size_t length, const struct fit *fit, struct stored *stored)
{
    tjhandle handle = tjInitDecompress();
    int width = 0, height = 0, sampling = 0, colours = 0;
    if (!handle)
        return DECODE_NO_MEMORY;
    if (tjDecompressHeader3(handle, bytes, length, &width, &height, &sampling, &colours) != 0 || width != fit->width_px || height != fit->height_px)
        return DECODE_DAMAGED;
    tjscalingfactor scale = smallest_scale(fit);
    if (!take_pixels(stored, TJSCALED(width, scale), TJSCALED(height, scale)))
        return DECODE_NO_MEMORY;
    bool inks = colours == TJCS_CMYK || colours == TJCS_YCCK;
    if (!decompress(handle, bytes, length, &stored->frame, inks ? TJPF_CMYK : TJPF_BGRX))
        return DECODE_DAMAGED;
    if (inks)
        from_inks(&stored->frame);
    return DECODE_DONE;
}

/* --- PNG, WebP ------------------------------------------------------------------------------------------------------------------- */

static enum decode_result decode_png(const unsigned char *bytes, size_t length, const struct picture_header *header, struct stored *stored)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&image, bytes, length))
        return DECODE_DAMAGED;
    if ((int64_t)image.width != header->width_px || (int64_t)image.height != header->height_px)
        return DECODE_DAMAGED;
    if (!take_pixels(stored, header->width_px, header->height_px))
        return DECODE_NO_MEMORY;
    stored->translucent = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
    image.format = PNG_FORMAT_BGRA;
    if (!png_image_finish_read(&image, NULL, stored->frame.pixels, 0, NULL))
        return DECODE_DAMAGED;
    return DECODE_DONE;
}

static enum decode_result decode_webp(const unsigned char *bytes, size_t length, const struct picture_header *header, struct stored *stored)
{
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config) || WebPGetFeatures(bytes, length, &config.input) != VP8_STATUS_OK)
        return DECODE_DAMAGED;
    if (config.input.width != header->width_px || config.input.height != header->height_px || config.input.has_animation)
        return DECODE_DAMAGED;
    if (!take_pixels(stored, header->width_px, header->height_px))
        return DECODE_NO_MEMORY;
    size_t row = (size_t)header->width_px * sizeof *stored->frame.pixels;
    stored->translucent = config.input.has_alpha != 0;
    config.output.colorspace = MODE_BGRA;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = (unsigned char *)stored->frame.pixels;
    config.output.u.RGBA.stride = (int)row;
    config.output.u.RGBA.size = row * (size_t)header->height_px;
    VP8StatusCode status = WebPDecode(bytes, length, &config);
    if (status == VP8_STATUS_OUT_OF_MEMORY)
        return DECODE_NO_MEMORY;
    return status == VP8_STATUS_OK ? DECODE_DONE : DECODE_DAMAGED;
}

static void lay_on_white(struct frame *frame)
{
    size_t count = (size_t)frame->stride_px * (size_t)frame->height_px;
    for (size_t i = 0; i < count; i++)
        frame->pixels[i] = blend_over(0xFFFFFFFFu, frame->pixels[i], frame->pixels[i] >> 24);
}

/* While the fitted picture comes, the decoded one goes: at its highest the child holds about one of them. */
static void forget_rows(const struct frame *stored, int rows)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t bytes = (size_t)rows * (size_t)stored->stride_px * sizeof *stored->pixels / page * page;
    if (bytes)
        madvise(stored->pixels, bytes, MADV_DONTNEED);
}

/* --- all ------------------------------------------------------------------------------------------------------------------------- */

enum decode_result decode_picture(int file, size_t length, const struct picture_header *header, struct frame *out, int focus_x, int focus_y)
{
    unsigned char *bytes = take(length);
    if (!bytes)
        return DECODE_NO_MEMORY;
    if (!read_all(file, bytes, length))
        return DECODE_DAMAGED;
    struct fit fit = fit_plan(header, out->width_px, out->height_px, focus_x, focus_y);
    struct stored stored = {.target = fit_is_whole(&fit) ? out : NULL};
    enum decode_result result = DECODE_DAMAGED;
    switch (header->type) {
    case PICTURE_JPEG:
        result = decode_jpeg(bytes, length, &fit, &stored);
        break;
    case PICTURE_PNG:
        result = decode_png(bytes, length, header, &stored);
        break;
    case PICTURE_WEBP:
        result = decode_webp(bytes, length, header, &stored);
        break;
    case PICTURE_NONE:
        break;
    }
    if (result == DECODE_DONE && stored.translucent)
        lay_on_white(&stored.frame);
    if (result == DECODE_DONE && stored.frame.pixels != out->pixels)
        fit_apply(&fit, out, &stored.frame, forget_rows);
    return result; /* all memory goes with the child */
}

size_t decode_memory_bytes(size_t length, const struct picture_header *header, int width_px, int height_px)
{
    /* Pixels once as stored and once inside the decoder (a progressive JPEG keeps 6 bytes of coefficients for each, lossless WebP 4), the
     * file, the scaled picture once more when it is turned, and what libraries keep for themselves. */
    enum { EACH_PIXEL = 12, OWN_BYTES = 24 * 1024 * 1024 };
    size_t stored = (size_t)header->width_px * (size_t)header->height_px;
    return OWN_BYTES + length + EACH_PIXEL * stored + 8 * (size_t)width_px * (size_t)height_px;
}

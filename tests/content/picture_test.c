#include "content/picture.h"

#include "base/diag.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PNG_HEAD "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"

static struct picture_header header;

static bool reads(const char *bytes, size_t length)
{
    /* A copy of exactly that length, so that a read behind it is seen by the sanitizer. */
    unsigned char *copy = malloc(length ? length : 1);
    memcpy(copy, bytes, length);
    bool read = picture_header_read(copy, length, &header);
    free(copy);
    return read;
}

static void expect(enum picture_type type, int width, int height, int orientation)
{
    assert_int_equal(header.type, type);
    assert_int_equal(header.width_px, width);
    assert_int_equal(header.height_px, height);
    assert_int_equal(header.orientation, orientation);
}

static void png(void **state)
{
    (void)state;
    assert_true(reads(PNG_HEAD "\0\0\x07\x80\0\0\x04\x38", 24));
    expect(PICTURE_PNG, 1920, 1080, 1);
    assert_false(reads(PNG_HEAD "\0\0\x07\x80\0\0\x04\x38", 23));
    assert_false(reads(PNG_HEAD "\0\0\0\0\0\0\x04\x38", 24));
    assert_false(reads(PNG_HEAD "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 24));
}

/* A JPEG with an EXIF segment: `order` is "II" or "MM". */
static size_t jpeg(char *bytes, const char *order, int orientation)
{
    bool little = order[0] == 'I';
    static const char start[] = "\xFF\xD8\xFF\xE0\0\x06" "JFIF" "\xFF\xE1\0\x22" "Exif\0\0";
    size_t at = sizeof start - 1;
    memcpy(bytes, start, at);
    memcpy(bytes + at, little ? "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0" : "MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01", 18);
    at += 18;
    memcpy(bytes + at, "\0\0\0\0\0\0\0\0", 8);
    bytes[at + (little ? 0 : 1)] = (char)orientation;
    at += 8;
    static const char frame[] = "\xFF\xFF\xC2\0\x11\x08\x02\x58\x03\x20\x03\x01\x22\0\x02\x11\x01\x03\x11\x01";
    memcpy(bytes + at, frame, sizeof frame - 1);
    return at + sizeof frame - 1;
}

static void jpeg_with_orientation(void **state)
{
    (void)state;
    char bytes[128];
    for (int orientation = 0; orientation <= 9; orientation++) {
        int expected = orientation >= 1 && orientation <= 8 ? orientation : 1;
        assert_true(reads(bytes, jpeg(bytes, "II", orientation)));
        expect(PICTURE_JPEG, 800, 600, expected);
        assert_true(reads(bytes, jpeg(bytes, "MM", orientation)));
        expect(PICTURE_JPEG, 800, 600, expected);
    }
}

static void jpeg_cut_anywhere(void **state)
{
    (void)state;
    char bytes[128];
    size_t length = jpeg(bytes, "II", 6);
    for (size_t cut = 0; cut < length - 10; cut++)
        assert_false(reads(bytes, cut));
}

static void webp(void **state)
{
    (void)state;
    assert_true(reads("RIFF\x20\0\0\0WEBPVP8 \x10\0\0\0\x10\x02\0\x9D\x01\x2A\x80\x07\x38\x44", 30));
    expect(PICTURE_WEBP, 1920, 1080, 1);
    assert_true(reads("RIFF\x20\0\0\0WEBPVP8L\x10\0\0\0\x2F\x7F\xC7\x0D\x01\0\0\0\0\0", 30));
    expect(PICTURE_WEBP, 1920, 1080, 1);
    static const char extended[] = "RIFF\x60\0\0\0WEBPVP8X\x0A\0\0\0\x08\0\0\0\x7F\x07\0\x37\x04\0"
                                   "ALPH\x01\0\0\0\0\0"
                                   "EXIF\x1A\0\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0";
    assert_true(reads(extended, sizeof extended - 1));
    expect(PICTURE_WEBP, 1920, 1080, 8);
    for (size_t cut = 0; cut < 30; cut++)
        assert_false(reads(extended, cut));
    for (size_t cut = 30; cut < sizeof extended - 1; cut++)
        assert_true(reads(extended, cut));
}

/* Any bytes behind each magic number: no read behind the end (the sanitizer watches), no endless loop. */
static void noise(void **state)
{
    (void)state;
    static const char *const magics[] = {"\xFF\xD8\xFF\xE1", "\x89PNG\r\n\x1A\n", "RIFF....WEBPVP8X", ""};
    uint32_t random = 12345;
    for (int round = 0; round < 20000; round++) {
        char bytes[200];
        for (size_t i = 0; i < sizeof bytes; i++) {
            random = random * 1664525u + 1013904223u;
            /* Half of them from the bytes that mean something. */
            bytes[i] = random >> 31 ? (char)(random >> 20) : "\xFF\xE1\xC0\0\x08II*M\x12\x01"[(random >> 20) % 11];
        }
        const char *magic = magics[round % 4];
        memcpy(bytes, magic, strlen(magic));
        if (round % 3 == 0)
            memcpy(bytes + 4, "\0\x60" "Exif\0\0II*\0\x08\0\0\0", 16);
        reads(bytes, random % sizeof bytes);
    }
}

static struct scratch folder;

static void expect_refused(const char *name, const char *code)
{
    struct diags diags;
    diag_init(&diags);
    struct place place = {"liste.yaml", 3, 5};
    assert_false(picture_check(scratch_path(&folder, name), place, &header, &diags));
    assert_int_equal(diags.count, 1);
    assert_string_equal(diags.items[0].code, code);
    assert_int_equal(diags.items[0].place.line, 3);
    assert_non_null(strstr(diags.items[0].french, name));
    diag_finish(&diags);
}

static void check(void **state)
{
    (void)state;
    scratch_init(&folder);
    scratch_bytes(&folder, "good.png", PNG_HEAD "\0\0\x07\x80\0\0\x04\x38", 24);
    scratch_bytes(&folder, "bomb.png", PNG_HEAD "\0\0\x70\x80\0\0\x74\x38", 24);
    scratch_bytes(&folder, "empty.jpg", "", 0);
    scratch_write(&folder, "gif.png", "GIF89a......");
    scratch_write(&folder, "text.png", "bonjour");
    scratch_folder(&folder, "folder.png");
    scratch_bytes(&folder, "heavy.png", PNG_HEAD "\0\0\x07\x80\0\0\x04\x38", 24);
    assert_int_equal(truncate(scratch_path(&folder, "heavy.png"), 21 * 1024 * 1024), 0);
    mkfifo(scratch_path(&folder, "pipe.png"), 0644);
    assert_true(picture_check(scratch_path(&folder, "good.png"), (struct place){0}, &header, NULL));
    expect(PICTURE_PNG, 1920, 1080, 1);
    expect_refused("bomb.png", "picture-too-large");
    expect_refused("heavy.png", "picture-too-large");
    expect_refused("empty.jpg", "picture-empty");
    expect_refused("gif.png", "picture-type");
    expect_refused("text.png", "picture-type");
    expect_refused("folder.png", "picture-missing");
    expect_refused("pipe.png", "picture-missing");
    expect_refused("nowhere.png", "picture-missing");
    scratch_finish(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(png),  cmocka_unit_test(jpeg_with_orientation), cmocka_unit_test(jpeg_cut_anywhere),
        cmocka_unit_test(webp), cmocka_unit_test(noise),                 cmocka_unit_test(check),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

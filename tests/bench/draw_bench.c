/* What drawing costs, in milliseconds of this machine: `draw_bench FONTS_DIR` prints one line a step. Pictures are made here. */
#include "draw/frame.h"
#include "draw/pictures.h"
#include "draw/png.h"
#include "draw/shapes.h"
#include "draw/ttf.h"
#include "scene/style.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <turbojpeg.h>
#include <unistd.h>

enum { ROUNDS = 9, WIDTH = 1920, HEIGHT = 1080 };

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void say(const char *what, double ms)
{
    printf("%-44s %8.2f ms\n", what, ms);
}

/* Something like a photograph: smooth hills with grain, the same on every run. */
static unsigned char *photo(int width, int height)
{
    unsigned char *pixels = malloc((size_t)width * (size_t)height * 3);
    uint32_t noise = 1;
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            unsigned char *pixel = pixels + ((size_t)y * (size_t)width + (size_t)x) * 3;
            noise = noise * 1664525u + 1013904223u;
            int grain = (int)(noise >> 29), hill = (x * 255 / width + (y * y / 97 + x * x / 331) % 512 / 4) / 2;
            pixel[0] = (unsigned char)(hill + grain);
            pixel[1] = (unsigned char)(y * 200 / height + grain);
            pixel[2] = (unsigned char)(255 - hill / 2 - grain);
        }
    return pixels;
}

static void write_jpeg(const char *path, int width, int height)
{
    unsigned char *pixels = photo(width, height), *jpeg = NULL;
    unsigned long length = 0;
    tjhandle handle = tjInitCompress();
    tjCompress2(handle, pixels, width, 0, height, TJPF_RGB, &jpeg, &length, TJSAMP_420, 88, 0);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(jpeg, 1, length, file) != length)
        exit(1);
    fclose(file);
    tjFree(jpeg);
    tjDestroy(handle);
    free(pixels);
    printf("%-44s %8lu KB\n", path, length / 1024);
}

static void draw_text(struct ttf *ttf, struct frame *frame, const char *when)
{
    static const char *const lines[] = {
        "Parce que la société civile produit aussi des", "biens communs d’intérêt général, l’État leur", "apporte son soutien, jusqu’au mercredi 10 mai,",
        "de 14 h 30 à 17 h 30, au Lieu de la transformation", "publique, 77 avenue de Ségur, à Paris.",
    };
    const struct fonts *fonts = ttf_fonts(ttf);
    struct box none = {0, 0, 0, 0};
    char what[64];
    double start = now_ms();
    int width = fonts->advance(fonts->self, FACE_TITLE, 88, "Accélérateur d’initiatives citoyennes", strlen("Accélérateur d’initiatives citoyennes"));
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        width += fonts->advance(fonts->self, FACE_TEXT, 56, lines[i], strlen(lines[i]));
    snprintf(what, sizeof what, "measure title and 5 lines, %s", when);
    say(what, now_ms() - start);
    start = now_ms();
    struct scene_text title = {.x = 96, .baseline_y = 180, .face = FACE_TITLE, .size_px = 88, .text = "Accélérateur d’initiatives citoyennes"};
    ttf_draw(ttf, frame, &title, 0xFF161616u, none);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct scene_text line = {.x = 96, .baseline_y = 300 + 76 * (int)i, .face = FACE_TEXT, .size_px = 56, .text = lines[i]};
        ttf_draw(ttf, frame, &line, 0xFF3A3A3Au, none);
    }
    snprintf(what, sizeof what, "draw title and 5 lines, %s", when);
    say(what, now_ms() - start);
}

static void time_text(struct frame *frame, const char *fonts)
{
    char paths[3][512];
    snprintf(paths[0], sizeof paths[0], "%s/Inter-Regular.otf", fonts);
    snprintf(paths[1], sizeof paths[1], "%s/Inter-SemiBold.otf", fonts);
    snprintf(paths[2], sizeof paths[2], "%s/InterDisplay-Bold.otf", fonts);
    struct style style = {.faces = {paths[0], paths[1], paths[2], paths[2], NULL}};
    double start = now_ms();
    struct ttf *ttf = ttf_create(&style);
    const struct fonts *measure = ttf_fonts(ttf);
    measure->metrics(measure->self, FACE_TEXT, 56);
    measure->metrics(measure->self, FACE_TITLE, 88);
    say("open two fonts", now_ms() - start);
    draw_text(ttf, frame, "cold");
    draw_text(ttf, frame, "warm");
    ttf_destroy(ttf);
}

static const struct frame *time_picture(struct pictures *pictures, const char *path, const char *what, int width, int height)
{
    double best = 1e9;
    for (int round = 0; round < ROUNDS; round++) {
        pictures_drop(pictures);
        pictures_drop(pictures);
        double start = now_ms();
        enum picture_state state = pictures_wait(pictures, path, width, height, 500, 500);
        double ms = now_ms() - start;
        best = ms < best ? ms : best;
        if (state != PICTURES_READY)
            printf("%s: %s\n", path, pictures_failure(pictures, path));
    }
    say(what, best);
    return pictures_get(pictures, path, width, height, 500, 500);
}

static void time_frames(struct frame *frame, const struct frame *photo_frame)
{
    struct frame *out = frame_create(WIDTH, HEIGHT), *turned = frame_create(HEIGHT, WIDTH);
    double mix = 1e9, turn = 1e9, copy = 1e9;
    for (int round = 0; round < ROUNDS * 3; round++) {
        double start = now_ms();
        frame_mix(out, frame, photo_frame, 100);
        double mixed = now_ms();
        frame_turn(turned, frame, 90);
        double rotated = now_ms();
        frame_copy(out, frame);
        double copied = now_ms();
        mix = mixed - start < mix ? mixed - start : mix;
        turn = rotated - mixed < turn ? rotated - mixed : turn;
        copy = copied - rotated < copy ? copied - rotated : copy;
    }
    say("mix of two frames", mix);
    say("turn by 90 degrees", turn);
    say("copy of a frame", copy);
    frame_destroy(out);
    frame_destroy(turned);
}

static void time_png(const struct frame *frame, const char *what, const char *path, int level)
{
    double best = 1e9;
    for (int round = 0; round < ROUNDS; round++) {
        double start = now_ms();
        if (!png_write(path, frame, level))
            exit(1);
        double ms = now_ms() - start;
        best = ms < best ? ms : best;
    }
    struct stat status;
    stat(path, &status);
    say(what, best);
    printf("%-44s %8lld KB\n", path, (long long)status.st_size / 1024);
}

int main(int count, char **words)
{
    const char *fonts = count > 1 ? words[1] : "fonts";
    char folder[] = "/tmp/draw_bench_XXXXXX";
    if (!mkdtemp(folder) || chdir(folder) != 0)
        return 1;
    struct frame *frame = frame_create(WIDTH, HEIGHT);
    frame_fill(frame, (struct box){0, 0, WIDTH, HEIGHT}, 0xFFFFFFFFu);
    time_text(frame, fonts);
    colour_argb colours[3] = {0xFF6A6AF4u, 0xFF000091u, 0xFF0A0A4Au};
    double start = now_ms();
    shapes_gradient(frame, (struct box){1150, 0, 770, 976}, 0, colours, (struct box){0, 0, 0, 0});
    for (int ring = 1; ring <= 4; ring++)
        shapes_circle(frame, &(struct circle){1535 * 16, 488 * 16, ring * 90 * 16, 48}, 0x5AFFFFFFu, (struct box){0, 0, 0, 0});
    say("drawn background with four rings", now_ms() - start);
    write_jpeg("photo_1080p.jpg", WIDTH, HEIGHT);
    write_jpeg("photo_12mpx.jpg", 4000, 3000);
    struct pictures *pictures = pictures_create(64 << 20);
    time_picture(pictures, "photo_12mpx.jpg", "JPEG 12 Mpx to 770x976, in its child", 770, 976);
    time_picture(pictures, "photo_12mpx.jpg", "JPEG 12 Mpx to 1080p, in its child", WIDTH, HEIGHT);
    const struct frame *picture = time_picture(pictures, "photo_1080p.jpg", "JPEG 1080p as it is, in its child", WIDTH, HEIGHT);
    time_frames(frame, picture);
    time_png(frame, "PNG of a text slide, level 1", "text.png", 1);
    time_png(picture, "PNG of a photo slide, level 1", "photo.png", 1);
    time_png(picture, "PNG of a photo slide, level 9", "photo9.png", 9);
    time_picture(pictures, "photo.png", "PNG 1080p as it is, in its child", WIDTH, HEIGHT);
    pictures_destroy(pictures);
    frame_destroy(frame);
    static const char *const made[] = {"photo_1080p.jpg", "photo_12mpx.jpg", "text.png", "photo.png", "photo9.png"};
    for (size_t i = 0; i < sizeof made / sizeof made[0]; i++)
        unlink(made[i]);
    return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : 1;
}

#include "base/log.h"
#include "base/memory.h"
#include "draw/limits.h"
#include "draw/power_drm.h"
#include "draw/renderer.h"
#include "draw/window_input.h"

#include <SDL.h>
#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { DEFAULT_WIDTH_PX = 1280, DEFAULT_HEIGHT_PX = 720 };

/* Two ways to the screen. On X11 the window's own surface, in shared memory: SDL's accelerated one would load Mesa and LLVM (139 MB
 * instead of 45). On KMS/DRM, where there is no such surface (and on Wayland, where SDL 2.26 has none either), a renderer that waits for
 * the vertical blank (without it a Pi 5 shows garbage) and one streaming texture. The picture is turned here: 2.32 has a reported
 * fault in its own rotation, and vc4's planes turn by 180 degrees only. */
struct window {
    SDL_Window *window;
    SDL_Renderer *renderer; /* NULL: the window's surface */
    SDL_Texture *texture;
    int turn_degrees;
    int width_px, height_px; /* of what is drawn into, as the screen stands */
    bool stale;              /* the next picture must be handed over whole */
    bool full_hd_most;
};

static bool is_sideways(const struct window *window)
{
    return window->turn_degrees == 90 || window->turn_degrees == 270;
}

/* --- sizes ----------------------------------------------------------------------------------------------------------------------- */

static int lesser(int a, int b)
{
    return a < b ? a : b;
}

/* Textures over the renderer's limit (2048 on a Pi 3) show nothing, without an error. */
static void heed_limits(struct window *window)
{
    SDL_RendererInfo info;
    int width = window->width_px, height = window->height_px;
    bool smaller = window->full_hd_most && limits_full_hd(&window->width_px, &window->height_px);
    if (SDL_GetRendererInfo(window->renderer, &info) == 0 && info.max_texture_width > 0 && info.max_texture_height > 0)
        smaller = limits_shrink(&window->width_px, &window->height_px, info.max_texture_width, info.max_texture_height) || smaller;
    if (smaller)
        log_line(LOG_NOTICE, "%d×%d is more than this machine moves well: drawn at %d×%d", width, height, window->width_px, window->height_px);
}

/* Takes the sizes anew, after opening and after each change. False: there is nothing to draw into. */
static bool measure(struct window *window)
{
    window->stale = true;
    if (!window->renderer) {
        SDL_Surface *surface = SDL_GetWindowSurface(window->window);
        if (!surface)
            return false;
        window->width_px = surface->w;
        window->height_px = surface->h;
        return surface->w > 0 && surface->h > 0;
    }
    if (SDL_GetRendererOutputSize(window->renderer, &window->width_px, &window->height_px) != 0)
        return false;
    heed_limits(window);
    if (window->texture)
        SDL_DestroyTexture(window->texture);
    window->texture = SDL_CreateTexture(window->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STREAMING, window->width_px, window->height_px);
    return window->texture != NULL;
}

static void window_size(void *self, int *width_px, int *height_px)
{
    const struct window *window = self;
    *width_px = is_sideways(window) ? window->height_px : window->width_px;
    *height_px = is_sideways(window) ? window->width_px : window->height_px;
}

/* --- pictures -------------------------------------------------------------------------------------------------------------------- */

/* A box of the picture, as it lies on the screen. */
static SDL_Rect turned(const struct window *window, const struct frame *frame, struct box box)
{
    int right = frame->width_px - box.x - box.width, bottom = frame->height_px - box.y - box.height;
    switch (window->turn_degrees) {
    case 90:
        return (SDL_Rect){bottom, box.x, box.height, box.width};
    case 180:
        return (SDL_Rect){right, bottom, box.width, box.height};
    case 270:
        return (SDL_Rect){box.y, right, box.height, box.width};
    default:
        return (SDL_Rect){box.x, box.y, box.width, box.height};
    }
}

/* The changed part, inside the picture; all of it when the screen has lost its own. */
static struct box changed(const struct window *window, const struct frame *frame, struct box dirty)
{
    struct box whole = {0, 0, frame->width_px, frame->height_px};
    if (window->stale || dirty.width <= 0 || dirty.height <= 0)
        return whole;
    int left = dirty.x > 0 ? dirty.x : 0, top = dirty.y > 0 ? dirty.y : 0;
    int right = lesser(dirty.x + dirty.width, frame->width_px), bottom = lesser(dirty.y + dirty.height, frame->height_px);
    return right > left && bottom > top ? (struct box){left, top, right - left, bottom - top} : whole;
}

/* Turns one box of the picture into memory with rows of `pitch` bytes. */
static void turn_into(const struct window *window, void *pixels, int pitch, SDL_Rect place, const struct frame *frame, struct box box)
{
    struct frame from = {.width_px = box.width, .height_px = box.height, .stride_px = frame->stride_px};
    from.pixels = frame->pixels + (size_t)box.y * (size_t)frame->stride_px + (size_t)box.x;
    struct frame to = {.width_px = place.w, .height_px = place.h, .stride_px = pitch / (int)sizeof *to.pixels, .pixels = pixels};
    frame_turn(&to, &from, window->turn_degrees);
}

static bool has_our_pixels(const SDL_Surface *surface)
{
    Uint32 format = surface->format->format;
    return (format == SDL_PIXELFORMAT_ARGB8888 || format == SDL_PIXELFORMAT_RGB888) && surface->pitch % 4 == 0;
}

/* A surface with other pixels than ours (16-bit screens, red and blue exchanged): turned into a scratch picture, then converted. */
static bool convert_into(const struct window *window, SDL_Surface *surface, SDL_Rect place, const struct frame *frame, struct box box)
{
    struct frame *scratch = frame_create(place.w, place.h);
    turn_into(window, scratch->pixels, scratch->stride_px * (int)sizeof *scratch->pixels, place, frame, box);
    unsigned char *start = (unsigned char *)surface->pixels + (size_t)place.y * (size_t)surface->pitch + (size_t)place.x * surface->format->BytesPerPixel;
    int failed = SDL_ConvertPixels(place.w, place.h, SDL_PIXELFORMAT_ARGB8888, scratch->pixels, scratch->stride_px * (int)sizeof *scratch->pixels,
                                   surface->format->format, start, surface->pitch);
    frame_destroy(scratch);
    return failed == 0;
}

static bool present_surface(struct window *window, const struct frame *frame, struct box box)
{
    SDL_Surface *surface = SDL_GetWindowSurface(window->window);
    if (!surface || surface->w != window->width_px || surface->h != window->height_px)
        return surface != NULL; /* resized a moment ago: its event comes next */
    SDL_Rect place = turned(window, frame, box);
    if (SDL_MUSTLOCK(surface) && SDL_LockSurface(surface) != 0)
        return false;
    bool drawn = true;
    if (has_our_pixels(surface)) {
        unsigned char *start = (unsigned char *)surface->pixels + (size_t)place.y * (size_t)surface->pitch + (size_t)place.x * 4;
        turn_into(window, start, surface->pitch, place, frame, box);
    } else {
        drawn = convert_into(window, surface, place, frame, box);
    }
    if (SDL_MUSTLOCK(surface))
        SDL_UnlockSurface(surface);
    return drawn && SDL_UpdateWindowSurfaceRects(window->window, &place, 1) == 0;
}

static bool show_texture(struct window *window)
{
    if (SDL_RenderCopy(window->renderer, window->texture, NULL, NULL) != 0)
        return false;
    SDL_RenderPresent(window->renderer);
    return true;
}

static bool present_texture(struct window *window, const struct frame *frame, struct box box)
{
    SDL_Rect place = turned(window, frame, box);
    void *pixels = NULL;
    int pitch = 0;
    if (SDL_LockTexture(window->texture, &place, &pixels, &pitch) != 0)
        return false;
    turn_into(window, pixels, pitch, place, frame, box);
    SDL_UnlockTexture(window->texture);
    return show_texture(window);
}

static bool window_present(void *self, const struct frame *frame, struct box dirty)
{
    struct window *window = self;
    int width = 0, height = 0;
    window_size(window, &width, &height);
    if (frame->width_px != width || frame->height_px != height)
        return true; /* laid out for the size before: the next one fits */
    struct box box = changed(window, frame, dirty);
    bool shown = window->renderer ? present_texture(window, frame, box) : present_surface(window, frame, box);
    window->stale = !shown;
    return shown;
}

/* --- input ----------------------------------------------------------------------------------------------------------------------- */

/* What the window itself has to do about an event; true when the size is to be asked again. */
static bool attend(struct window *window, const SDL_Event *event)
{
    if (event->type == SDL_RENDER_TARGETS_RESET || event->type == SDL_RENDER_DEVICE_RESET)
        return measure(window);
    if (event->type != SDL_WINDOWEVENT)
        return false;
    if (event->window.event == SDL_WINDOWEVENT_SIZE_CHANGED)
        return measure(window);
    if (event->window.event == SDL_WINDOWEVENT_EXPOSED && !window->stale) {
        if (window->renderer)
            show_texture(window);
        else
            SDL_UpdateWindowSurface(window->window);
    }
    return false;
}

static enum renderer_event window_event(void *self)
{
    struct window *window = self;
    SDL_Event event;
    /* Not SDL_PollEvent: 2.26 ends a round with a sentinel of its own and says "none" once while events wait behind it. */
    SDL_PumpEvents();
    while (SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1) {
        if (attend(window, &event))
            return EVENT_RESIZED;
        enum renderer_event meaning = window_input_meaning(&event);
        if (meaning != EVENT_NONE)
            return meaning;
    }
    return EVENT_NONE;
}

static bool window_light(void *self, bool on)
{
    struct window *window = self;
    window->stale = true;
    return power_drm_light(window->window, on);
}

static int window_descriptor(void *self)
{
    const struct window *window = self;
    return window_input_descriptor(window->window);
}

/* --- opening and closing --------------------------------------------------------------------------------------------------------- */

static void window_destroy(void *self)
{
    struct window *window = self;
    if (!window)
        return;
    if (window->texture)
        SDL_DestroyTexture(window->texture);
    if (window->renderer)
        SDL_DestroyRenderer(window->renderer);
    if (window->window)
        SDL_DestroyWindow(window->window);
    memory_free(window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

/* SDL 2.26 ends its own list with a driver that draws into nothing ("offscreen") and calls that a display: a screen that was off at the
 * start would never be shown anything. A desktop is asked for only where there is one: libwayland complains aloud where there is none.
 * SDL_VIDEODRIVER in the environment wins. */
static void name_drivers(void)
{
    bool x11 = getenv("DISPLAY") != NULL, wayland = getenv("WAYLAND_DISPLAY") != NULL;
    SDL_SetHint(SDL_HINT_VIDEODRIVER, x11 && wayland ? "x11,wayland,KMSDRM" : x11 ? "x11,KMSDRM" : wayland ? "wayland,KMSDRM" : "KMSDRM");
}

static void set_hints(void)
{
    name_drivers();
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1"); /* SIGTERM is the program's */
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_APP_NAME, "Parvis");
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "linear");
}

/* Read by SDL when video starts; -1 gives back what the environment says. */
static void choose_card(int card)
{
    char number[16];
    snprintf(number, sizeof number, "%d", card);
    if (card >= 0)
        SDL_SetHint(SDL_HINT_KMSDRM_DEVICE_INDEX, number);
    else
        SDL_ResetHint(SDL_HINT_KMSDRM_DEVICE_INDEX);
}

/* The window, and what it is drawn into. */
static bool create(struct window *window, const struct window_settings *settings)
{
    int width = settings->windowed && settings->width_px > 0 ? settings->width_px : DEFAULT_WIDTH_PX;
    int height = settings->windowed && settings->height_px > 0 ? settings->height_px : DEFAULT_HEIGHT_PX;
    Uint32 flags = SDL_WINDOW_ALLOW_HIGHDPI | (settings->windowed ? SDL_WINDOW_RESIZABLE : SDL_WINDOW_FULLSCREEN_DESKTOP);
    const char *driver = SDL_GetCurrentVideoDriver();
    bool direct = driver && strcmp(driver, "KMSDRM") == 0;
    if (!direct)
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    window->window = SDL_CreateWindow(settings->title ? settings->title : "Parvis", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height, flags);
    if (!window->window)
        return false;
    if (!direct && measure(window))
        return true;
    /* SDL 2.26.5 takes "opengl" first: on KMS/DRM (virtio-gpu, Mesa 22.3 without a GPU) its streaming textures come out black, without
     * an error; those of "opengles2", which is a Raspberry Pi's own, are right. SDL falls back by itself where there is none. */
    if (direct)
        SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2");
    window->renderer = SDL_CreateRenderer(window->window, -1, SDL_RENDERER_PRESENTVSYNC);
    return window->renderer && measure(window);
}

bool window_open(struct renderer *renderer, const struct window_settings *settings, const char **reason)
{
    assert(settings->turn_degrees % 90 == 0 && settings->turn_degrees >= 0 && settings->turn_degrees < 360);
    set_hints();
    choose_card(settings->card);
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        *reason = SDL_GetError();
        return false;
    }
    struct window *window = memory_alloc(sizeof *window);
    window->turn_degrees = settings->turn_degrees;
    window->full_hd_most = settings->full_hd_most;
    if (!create(window, settings)) {
        *reason = SDL_GetError(); /* stays in SDL's buffer */
        window_destroy(window);
        return false;
    }
    SDL_DisableScreenSaver();
    SDL_StopTextInput();
    SDL_EventState(SDL_MOUSEMOTION, SDL_IGNORE);
    if (!settings->windowed)
        SDL_ShowCursor(SDL_DISABLE);
    log_line(LOG_INFO, "display: %s, %s, %d×%d", SDL_GetCurrentVideoDriver(), window->renderer ? "renderer" : "surface", window->width_px, window->height_px);
    *renderer = (struct renderer){
        .self = window,
        .size_px = window_size,
        .present = window_present,
        .event = window_event,
        .descriptor = window_descriptor,
        .fullscreen = !settings->windowed,
        .light = window_light,
        .destroy = window_destroy,
    };
    return true;
}

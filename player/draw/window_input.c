#include "draw/window_input.h"

#include <SDL.h>
#include <SDL_syswm.h>

static enum renderer_event meaning_of_key(SDL_Keycode key)
{
    switch (key) {
    case SDLK_q:
    case SDLK_ESCAPE:
        return EVENT_QUIT;
    case SDLK_SPACE:
        return EVENT_PAUSE;
    case SDLK_RIGHT:
    case SDLK_DOWN:
    case SDLK_PAGEDOWN:
        return EVENT_NEXT;
    case SDLK_LEFT:
    case SDLK_UP:
    case SDLK_PAGEUP:
        return EVENT_BACK;
    case SDLK_i:
        return EVENT_INFO;
    default:
        return EVENT_NONE;
    }
}

enum renderer_event window_input_meaning(const union SDL_Event *event)
{
    if (event->type == SDL_QUIT)
        return EVENT_QUIT;
    if (event->type != SDL_KEYDOWN)
        return EVENT_NONE;
    enum renderer_event meaning = meaning_of_key(event->key.keysym.sym);
    bool steps = meaning == EVENT_NEXT || meaning == EVENT_BACK;
    return event->key.repeat && !steps ? EVENT_NONE : meaning; /* a key held down pauses once */
}

#ifdef SDL_VIDEO_DRIVER_WAYLAND
/* libwayland is loaded by SDL, never linked: asked for by name here too. */
static int wayland_descriptor(struct wl_display *display)
{
    int descriptor = -1;
    void *library = SDL_LoadObject("libwayland-client.so.0");
    if (!library)
        return -1;
    int (*get)(struct wl_display *) = NULL;
    *(void **)&get = SDL_LoadFunction(library, "wl_display_get_fd"); /* as POSIX writes it for dlsym */
    if (get)
        descriptor = get(display);
    SDL_UnloadObject(library);
    return descriptor;
}
#endif

int window_input_descriptor(struct SDL_Window *window)
{
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info))
        return -1;
#ifdef SDL_VIDEO_DRIVER_X11
    if (info.subsystem == SDL_SYSWM_X11)
        return ConnectionNumber(info.info.x11.display);
#endif
#ifdef SDL_VIDEO_DRIVER_WAYLAND
    if (info.subsystem == SDL_SYSWM_WAYLAND)
        return wayland_descriptor(info.info.wl.display);
#endif
    return -1;
}

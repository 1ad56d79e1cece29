#include "draw/power_drm.h"

#include "base/log.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <string.h>
#include <xf86drmMode.h>

static int descriptor_of(struct SDL_Window *window)
{
#ifdef SDL_VIDEO_DRIVER_KMSDRM
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (SDL_GetWindowWMInfo(window, &info) && info.subsystem == SDL_SYSWM_KMSDRM)
        return info.info.kmsdrm.drm_fd;
#else
    (void)window;
#endif
    return -1;
}

/* The number of a connector's DPMS property, 0 when it has none. */
static uint32_t dpms_of(int descriptor, const drmModeConnector *connector)
{
    uint32_t found = 0;
    for (int i = 0; i < connector->count_props && !found; i++) {
        drmModePropertyRes *property = drmModeGetProperty(descriptor, connector->props[i]);
        if (property && strcmp(property->name, "DPMS") == 0)
            found = property->prop_id;
        drmModeFreeProperty(property);
    }
    return found;
}

static bool light_one(int descriptor, uint32_t id, bool on)
{
    drmModeConnector *connector = drmModeGetConnectorCurrent(descriptor, id); /* without asking the display anew: that takes long */
    bool done = false;
    if (connector && connector->encoder_id) {
        uint32_t dpms = dpms_of(descriptor, connector);
        done = dpms && drmModeConnectorSetProperty(descriptor, id, dpms, on ? DRM_MODE_DPMS_ON : DRM_MODE_DPMS_OFF) == 0;
        log_line(LOG_DEBUG, "connector %u: %s %s", (unsigned)id, on ? "on" : "off", done ? "" : "failed");
    }
    drmModeFreeConnector(connector);
    return done;
}

bool power_drm_light(struct SDL_Window *window, bool on)
{
    int descriptor = descriptor_of(window);
    drmModeRes *resources = descriptor >= 0 ? drmModeGetResources(descriptor) : NULL;
    bool done = false;
    for (int i = 0; resources && i < resources->count_connectors; i++)
        done = light_one(descriptor, resources->connectors[i], on) || done;
    drmModeFreeResources(resources);
    return done;
}

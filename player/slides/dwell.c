#include "slides/dwell.h"

#include "content/playlist.h"
#include "slides/build.h"

enum { DWELL_BASE_MS = 2000, DWELL_LEAST_MS = 8000, DWELL_MOST_MS = 30000, DWELL_CODE_MS = 5000, CHARACTERS_PER_S = 12 };

int dwell_ms(const struct build *build, const struct item *item, const struct slide *slide, unsigned long characters)
{
    if (item && item->dwell_ms > 0)
        return item->dwell_ms;
    if (build->playlist->dwell_ms > 0)
        return build->playlist->dwell_ms;
    unsigned long reading = DWELL_BASE_MS + characters * 1000 / CHARACTERS_PER_S;
    int stays = reading > DWELL_MOST_MS ? DWELL_MOST_MS : (int)reading;
    if (stays < DWELL_LEAST_MS)
        stays = DWELL_LEAST_MS;
    return slide->has_link ? stays + DWELL_CODE_MS : stays;
}

/* The overlay of key i: what is known of the slide on screen, for staff beside it. It knows words and a panel; it decides nothing. */
#ifndef PARVIS_SHOW_INFO_H
#define PARVIS_SHOW_INFO_H

#include "content/library.h"
#include "show/programme.h"

#include <stdbool.h>
#include <stddef.h>

struct layout;
struct playlist;
struct scene;
struct slide;

/* All borrowed for the call of info_add. */
struct info {
    const struct playlist *playlist;
    const struct slide *slide;
    struct programme_place place;
    const struct library_date *dates;
    size_t date_count;
    size_t errors, warnings; /* of the whole source */
    bool paused;
};

/* What is known now of the programme's current slide. */
struct info info_gather(struct library *library, const struct programme *programme, const struct slide *slide, bool paused);

/* Adds the panel to the end of a laid-out scene, at the top, in the scene's arena. */
void info_add(struct scene *scene, const struct layout *layout, const struct info *info);

#endif

#include "commands/play_look.h"

#include "base/arena.h"
#include "base/log.h"
#include "commands/command.h"
#include "commands/studio.h"
#include "content/library.h"
#include "content/playlist.h"
#include "draw/ttf.h"
#include "scene/style.h"
#include "show/stage.h"

#include <string.h>

void play_look_report(const struct studio *studio, bool english)
{
    struct arena *arena = arena_create();
    for (size_t i = 0; i < studio->diags.count; i++)
        log_line(LOG_WARNING, "%s", diag_line(arena, &studio->diags.items[i], english));
    arena_destroy(arena);
}

static bool is_same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool is_same_style(const struct style *a, const struct style *b)
{
    if (memcmp(a->colours, b->colours, sizeof a->colours) != 0 || memcmp(&a->sizes, &b->sizes, sizeof a->sizes) != 0 ||
        a->fallback_count != b->fallback_count)
        return false;
    for (size_t i = 0; i < FACE_FALLBACK; i++)
        if (!is_same_text(a->faces[i], b->faces[i]))
            return false;
    for (size_t i = 0; i < a->fallback_count; i++)
        if (!is_same_text(a->fallbacks[i], b->fallbacks[i]))
            return false;
    return true;
}

void play_look_renew(struct studio *studio, const struct command *command, struct stage *stage)
{
    const struct playlist *playlist = library_playlist(studio->library);
    struct diags diags;
    diag_init(&diags);
    struct place place = {playlist->file, playlist->theme_line, 0};
    struct style *style = style_load(playlist->theme, playlist->folder, command->root, place, &diags);
    struct ttf *ttf = is_same_style(style, studio->style) ? NULL : ttf_create(style);
    if (!ttf) {
        style_destroy(style);
        diag_finish(&diags);
        return;
    }
    studio->layout.style = style;
    studio->layout.fonts = ttf_fonts(ttf);
    stage_use_ttf(stage, ttf);
    ttf_destroy(studio->ttf);
    style_destroy(studio->style);
    diag_finish(&studio->diags);
    studio->ttf = ttf;
    studio->style = style;
    studio->diags = diags;
    play_look_report(studio, command->english);
}

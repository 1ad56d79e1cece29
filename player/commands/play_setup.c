#include "commands/play_setup.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/json.h"
#include "base/memory.h"
#include "content/settings.h"
#include "host/interfaces.h"
#include "show/stage.h"
#include "slides/setup.h"

#include <stddef.h>
#include <string.h>

enum { LOOK_US = 2000000, STATUS_MOST_BYTES = 64 * 1024 };

struct play_setup {
    const struct settings *settings;
    const struct diags *problems;
    struct arena *arena; /* as long as it */
    const char *file;
    bool english;
    struct arena *texts[2]; /* of what the stage has, and of the next look */
    struct setup setup;     /* the stage's */
    bool begun;
    struct mono looked;
};

struct play_setup *play_setup_create(const struct settings *settings, const struct diags *problems, const char *run, bool english)
{
    struct play_setup *setup = memory_alloc(sizeof *setup);
    setup->settings = settings;
    setup->problems = problems;
    setup->english = english;
    setup->arena = arena_create();
    setup->file = file_join(setup->arena, run, "sync.json");
    for (size_t i = 0; i < 2; i++)
        setup->texts[i] = arena_create();
    return setup;
}

void play_setup_destroy(struct play_setup *setup)
{
    if (!setup)
        return;
    for (size_t i = 0; i < 2; i++)
        arena_destroy(setup->texts[i]);
    arena_destroy(setup->arena);
    memory_free(setup);
}

static const char *first_error(const struct diags *problems, bool english, struct arena *arena)
{
    for (size_t i = 0; i < problems->count; i++)
        if (problems->items[i].level == DIAG_ERROR)
            return diag_line(arena, &problems->items[i], english);
    return NULL;
}

void play_setup_read(struct setup *setup, const struct settings *settings, const struct diags *problems, bool english, struct arena *arena)
{
    const char *error = first_error(problems, english, arena);
    *setup = (struct setup){.state = SETUP_NO_SOURCE, .english = english, .host = "", .source = "", .problem = ""};
    if (settings->source) {
        bool is_folder = file_is_directory(settings->source);
        bool is_syncs = settings_is_address(settings->source) || (is_folder && settings->key_count > 0);
        setup->state = is_syncs ? SETUP_WAITING : is_folder ? SETUP_FOLDER : SETUP_NO_FOLDER;
        setup->source = settings->source;
    } else if (error) {
        setup->state = SETUP_SETTINGS;
        setup->problem = error;
    }
}

/* What sync says: its source without a password, the last error, and the addresses that a show without network cannot see. */
static void read_sync(const struct play_setup *play, struct setup *setup, struct arena *arena)
{
    struct file_bytes bytes;
    if (file_read(arena, play->file, STATUS_MOST_BYTES, &bytes) != FILE_READ)
        return;
    struct json *root = json_parse(bytes.data, bytes.length, STATUS_MOST_BYTES, NULL);
    const char *source = json_get_text(root, "source");
    const char *problem = json_get_text(json_get(root, "error"), play->english ? "english" : "french");
    const struct json *addresses = json_get(root, "addresses");
    if (source && setup->state == SETUP_WAITING)
        setup->source = arena_copy(arena, source);
    if (problem && setup->state == SETUP_WAITING) {
        setup->state = SETUP_PROBLEM;
        setup->problem = arena_copy(arena, problem);
    }
    for (size_t i = 0; i < json_count(addresses) && setup->address_count < SLIDE_ADDRESSES_MOST; i++) {
        const char *address = json_get_text(json_item(addresses, i), NULL);
        if (address)
            setup->addresses[setup->address_count++] = arena_copy(arena, address);
    }
    json_destroy(root);
}

static void read_network(struct setup *setup, struct arena *arena)
{
    char addresses[INTERFACES_MOST][INTERFACES_ADDRESS_BYTES], name[INTERFACES_NAME_BYTES];
    size_t count = interfaces_addresses(addresses);
    for (size_t i = 0; i < count && i < SLIDE_ADDRESSES_MOST; i++)
        setup->addresses[setup->address_count++] = arena_copy(arena, addresses[i]);
    interfaces_name(name);
    setup->host = arena_copy(arena, name);
}

static bool is_same(const struct setup *a, const struct setup *b)
{
    bool same = a->state == b->state && a->address_count == b->address_count && strcmp(a->host, b->host) == 0 &&
                strcmp(a->source, b->source) == 0 && strcmp(a->problem, b->problem) == 0;
    for (size_t i = 0; same && i < a->address_count; i++)
        same = strcmp(a->addresses[i], b->addresses[i]) == 0;
    return same;
}

static void look(struct play_setup *play, struct stage *stage, struct mono mono)
{
    struct arena *arena = play->texts[1];
    struct setup found;
    arena_reset(arena);
    play_setup_read(&found, play->settings, play->problems, play->english, arena);
    read_network(&found, arena);
    size_t own = found.address_count;
    if (own > 0)
        found.address_count = SLIDE_ADDRESSES_MOST; /* sync adds none to them */
    read_sync(play, &found, arena);
    if (own > 0)
        found.address_count = own;
    bool asks = settings_is_address(play->settings->source) && (found.state == SETUP_WAITING || found.state == SETUP_PROBLEM);
    if (asks && found.address_count == 0)
        found.state = SETUP_NO_NETWORK;
    play->looked = mono;
    if (play->begun && is_same(&found, &play->setup))
        return;
    play->texts[1] = play->texts[0];
    play->texts[0] = arena;
    play->setup = found;
    play->begun = true;
    stage_set_setup(stage, &play->setup);
}

/* Content on screen: nobody reads this. */
static bool is_read(const struct stage *stage)
{
    const char *id = stage_slide_id(stage);
    return !id[0] || strstr(id, "#setup") || strstr(id, "#holding");
}

void play_setup_begin(struct play_setup *play, struct stage *stage, struct mono mono)
{
    if (!play)
        return;
    play->begun = false;
    look(play, stage, mono);
}

void play_setup_step(struct play_setup *play, struct stage *stage, struct mono mono)
{
    if (play && is_read(stage) && mono.us - play->looked.us >= LOOK_US)
        look(play, stage, mono);
}

int64_t play_setup_due_us(const struct play_setup *setup, const struct stage *stage, struct mono mono)
{
    if (!setup || !is_read(stage))
        return -1;
    int64_t left_us = LOOK_US - (mono.us - setup->looked.us);
    return left_us > 0 ? left_us : 0;
}

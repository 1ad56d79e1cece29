/* The stage over a real folder and real fonts, on a screen of the test's own: it sees each frame as a visitor would. */
#include "base/instant.h"
#include "content/library.h"
#include "draw/frame.h"
#include "draw/pictures.h"
#include "draw/png.h"
#include "draw/renderer.h"
#include "draw/ttf.h"
#include "scene/layout.h"
#include "scene/style.h"
#include "show/stage.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <poll.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { WIDTH = 480, HEIGHT = 270, EVENTS_MOST = 16 };

/* What was seen. */
struct screen {
    int width_px, height_px;
    unsigned long shown, full;
    uint64_t sum;        /* of the latest frame */
    uint32_t middle;     /* its pixel in the middle */
    bool is_blank;       /* the latest is of one colour */
    unsigned long blanks;
    bool is_off;
    bool is_unwatched;   /* the frames are counted only */
    enum renderer_event events[EVENTS_MOST];
    size_t event_count;
};

struct theatre {
    struct scratch scratch;
    struct library *library;
    struct style *style;
    struct ttf *ttf;
    struct pictures *pictures;
    struct layout layout;
    struct screen screen;
    struct renderer renderer;
    struct stage *stage;
    struct now now;
    unsigned long steps;
};

static void screen_size(void *self, int *width_px, int *height_px)
{
    const struct screen *screen = self;
    *width_px = screen->width_px;
    *height_px = screen->height_px;
}

static bool screen_present(void *self, const struct frame *frame, struct box dirty)
{
    struct screen *screen = self;
    if (screen->is_off)
        return false;
    assert_int_equal(frame->width_px, screen->width_px);
    assert_int_equal(frame->height_px, screen->height_px);
    screen->shown++;
    screen->full += dirty.width == 0;
    if (screen->is_unwatched)
        return true;
    screen->sum = 0xcbf29ce484222325u;
    screen->is_blank = true;
    for (int y = 0; y < frame->height_px; y++)
        for (int x = 0; x < frame->width_px; x++) {
            uint32_t pixel = frame->pixels[y * frame->stride_px + x];
            assert_int_equal(pixel >> 24, 0xFF);
            screen->is_blank = screen->is_blank && pixel == frame->pixels[0];
            screen->sum = (screen->sum ^ pixel) * 0x100000001b3u;
        }
    screen->blanks += screen->is_blank;
    screen->middle = frame->pixels[frame->height_px / 3 * frame->stride_px + frame->width_px / 2];
    return true;
}

static enum renderer_event screen_event(void *self)
{
    struct screen *screen = self;
    if (!screen->event_count)
        return EVENT_NONE;
    enum renderer_event event = screen->events[0];
    memmove(screen->events, screen->events + 1, --screen->event_count * sizeof *screen->events);
    return event;
}

static int screen_descriptor(void *self)
{
    (void)self;
    return -1;
}

static void screen_destroy(void *self)
{
    (void)self;
}

static int setup(void **state)
{
    static struct theatre theatre;
    theatre = (struct theatre){0};
    scratch_init(&theatre.scratch);
    theatre.screen = (struct screen){.width_px = WIDTH, .height_px = HEIGHT};
    theatre.renderer = (struct renderer){.self = &theatre.screen,
                                         .size_px = screen_size,
                                         .present = screen_present,
                                         .event = screen_event,
                                         .descriptor = screen_descriptor,
                                         .destroy = screen_destroy};
    *state = &theatre;
    return 0;
}

static int teardown(void **state)
{
    struct theatre *theatre = *state;
    stage_destroy(theatre->stage);
    pictures_destroy(theatre->pictures);
    ttf_destroy(theatre->ttf);
    style_destroy(theatre->style);
    library_destroy(theatre->library);
    scratch_finish(&theatre->scratch);
    return 0;
}

static void playlist(struct theatre *theatre, const char *items)
{
    char text[8192];
    snprintf(text, sizeof text, "venue: Mairie\ntimezone: Europe/Paris\nitems:\n%s", items);
    scratch_write(&theatre->scratch, "playlist.yaml", text);
}

static void open_at(struct theatre *theatre, const char *when)
{
    theatre->library = library_create(theatre->scratch.path);
    theatre->style = style_load(NULL, theatre->scratch.path, ".", (struct place){0}, NULL);
    theatre->ttf = ttf_create(theatre->style);
    assert_non_null(theatre->ttf);
    theatre->pictures = pictures_create((size_t)64 * 1024 * 1024);
    theatre->layout = (struct layout){.style = theatre->style, .fonts = ttf_fonts(theatre->ttf)};
    const struct stage_settings settings = {.library = theatre->library,
                                            .renderer = &theatre->renderer,
                                            .layout = &theatre->layout,
                                            .ttf = theatre->ttf,
                                            .pictures = theatre->pictures,
                                            .fade_ms = 500,
                                            .refresh_hz = 60,
                                            .show_bar = true};
    theatre->stage = stage_create(&settings);
    theatre->now = (struct now){.mono = {1000000}, .wall_trusted = true};
    assert_true(instant_parse(when, NULL, &theatre->now.wall, NULL, NULL));
}

/* Steps until `ms` have gone by, as a loop that always wakes on time would. */
static void run(struct theatre *theatre, int64_t ms)
{
    int64_t end_us = theatre->now.mono.us + ms * 1000, began_us = theatre->now.mono.us;
    struct wall began = theatre->now.wall;
    int still = 0;
    for (;;) {
        struct mono due = stage_step(theatre->stage, theatre->now);
        theatre->steps++;
        still = due.us <= theatre->now.mono.us ? still + 1 : 0;
        assert_in_range(still, 0, 10); /* it never spins */
        if (due.us >= end_us)
            break;
        if (due.us > theatre->now.mono.us)
            theatre->now.mono = due;
        theatre->now.wall.ms = began.ms + (theatre->now.mono.us - began_us) / 1000;
    }
    theatre->now.mono.us = end_us;
    theatre->now.wall.ms = began.ms + ms;
}

static void press(struct theatre *theatre, enum renderer_event event)
{
    theatre->screen.events[theatre->screen.event_count++] = event;
    run(theatre, 10);
}

static void three(struct theatre *theatre)
{
    playlist(theatre, "  - message: Alpha\n    dwell: 10\n  - message: Bravo\n    dwell: 10\n  - message: Charlie\n    dwell: 10\n");
    open_at(theatre, "2023-04-20T10:00:05+02:00");
}

static void the_first_step_shows_a_slide(void **state)
{
    struct theatre *theatre = *state;
    three(theatre);
    stage_step(theatre->stage, theatre->now);
    assert_int_equal(theatre->screen.shown, 1);
    assert_false(theatre->screen.is_blank);
    assert_string_not_equal(stage_slide_id(theatre->stage), "");
}

static void slides_fade_and_no_frame_is_blank(void **state)
{
    struct theatre *theatre = *state;
    three(theatre);
    run(theatre, 9900);
    char first[256];
    snprintf(first, sizeof first, "%s", stage_slide_id(theatre->stage));
    unsigned long before = theatre->screen.full;
    run(theatre, 700);
    assert_string_not_equal(stage_slide_id(theatre->stage), first);
    assert_in_range(theatre->screen.full - before, 25, 32);
    run(theatre, 60000);
    assert_int_equal(theatre->screen.blanks, 0);
    assert_int_equal(stage_frames(theatre->stage), theatre->screen.shown);
}

static void a_standing_slide_hardly_wakes(void **state)
{
    struct theatre *theatre = *state;
    three(theatre);
    run(theatre, 2000);
    unsigned long steps = theatre->steps, full = theatre->screen.full;
    run(theatre, 5000);
    assert_in_range(theatre->steps - steps, 1, 30);
    assert_int_equal(theatre->screen.full, full);
    press(theatre, EVENT_PAUSE);
    steps = theatre->steps;
    run(theatre, 20000);
    assert_in_range(theatre->steps - steps, 1, 5);
}

static void space_stops_and_goes_on(void **state)
{
    struct theatre *theatre = *state;
    three(theatre);
    run(theatre, 5000);
    char first[256];
    snprintf(first, sizeof first, "%s", stage_slide_id(theatre->stage));
    press(theatre, EVENT_PAUSE);
    run(theatre, 60000);
    assert_string_equal(stage_slide_id(theatre->stage), first);
    press(theatre, EVENT_PAUSE);
    run(theatre, 4500);
    assert_string_equal(stage_slide_id(theatre->stage), first);
    run(theatre, 1500);
    assert_string_not_equal(stage_slide_id(theatre->stage), first);
}

static void arrows_step_without_a_fade(void **state)
{
    struct theatre *theatre = *state;
    three(theatre);
    run(theatre, 1000);
    uint64_t alpha = theatre->screen.sum;
    char first[256], second[256];
    snprintf(first, sizeof first, "%s", stage_slide_id(theatre->stage));
    unsigned long full = theatre->screen.full;
    press(theatre, EVENT_NEXT);
    snprintf(second, sizeof second, "%s", stage_slide_id(theatre->stage));
    assert_string_not_equal(second, first);
    assert_int_equal(theatre->screen.full, full + 1);
    press(theatre, EVENT_NEXT);
    press(theatre, EVENT_BACK);
    assert_string_equal(stage_slide_id(theatre->stage), second);
    press(theatre, EVENT_BACK);
    assert_string_equal(stage_slide_id(theatre->stage), first);
    assert_true(theatre->screen.sum != alpha); /* its bar begins anew */
    /* In the middle of a fade too. */
    run(theatre, 10200);
    press(theatre, EVENT_NEXT);
    assert_string_not_equal(stage_slide_id(theatre->stage), second);
    assert_int_equal(theatre->screen.blanks, 0);
}

static void i_lays_something_over_and_takes_it_off(void **state)
{
    struct theatre *theatre = *state;
    three(theatre);
    press(theatre, EVENT_PAUSE);
    run(theatre, 1000);
    uint64_t plain = theatre->screen.sum;
    press(theatre, EVENT_INFO);
    assert_true(theatre->screen.sum != plain);
    press(theatre, EVENT_INFO);
    assert_true(theatre->screen.sum == plain);
}

static void q_leaves_a_window_only(void **state)
{
    struct theatre *theatre = *state;
    three(theatre);
    theatre->renderer.fullscreen = true;
    press(theatre, EVENT_QUIT);
    assert_false(stage_wants_to_leave(theatre->stage));
    theatre->renderer.fullscreen = false;
    press(theatre, EVENT_QUIT);
    assert_true(stage_wants_to_leave(theatre->stage));
}

static void a_change_is_there_within_a_second_and_in_its_place(void **state)
{
    struct theatre *theatre = *state;
    scratch_write(&theatre->scratch, "a.md", "---\ntitle: Alpha\n---\nDu texte.\n");
    scratch_write(&theatre->scratch, "b.md", "---\ntitle: Bravo\n---\nDu texte.\n");
    open_at(theatre, "2023-04-20T10:00:05+02:00");
    run(theatre, 1000);
    for (int i = 0; i < 20 && !strstr(stage_slide_id(theatre->stage), "b.md"); i++)
        press(theatre, EVENT_NEXT);
    assert_non_null(strstr(stage_slide_id(theatre->stage), "b.md"));
    run(theatre, 1000);
    char place[256];
    snprintf(place, sizeof place, "%s", stage_slide_id(theatre->stage));
    uint64_t before = theatre->screen.sum;
    unsigned long full = theatre->screen.full;
    scratch_write(&theatre->scratch, "b.md", "---\ntitle: Un autre titre\n---\nUn autre texte, plus long.\n");
    library_refresh(theatre->library, NULL);
    stage_content_changed(theatre->stage);
    run(theatre, 900);
    assert_string_equal(stage_slide_id(theatre->stage), place);
    assert_true(theatre->screen.full > full);
    assert_true(theatre->screen.sum != before);
    assert_int_equal(theatre->screen.blanks, 0);
    /* Something urgent. */
    scratch_write(&theatre->scratch, "urgence.md", "---\ntitle: Évacuation\n---\nQuittez le bâtiment.\n");
    library_refresh(theatre->library, NULL);
    stage_content_changed(theatre->stage);
    run(theatre, 900);
    assert_non_null(strstr(stage_slide_id(theatre->stage), "urgence.md"));
    unlink(scratch_path(&theatre->scratch, "urgence.md"));
    library_refresh(theatre->library, NULL);
    stage_content_changed(theatre->stage);
    run(theatre, 900);
    assert_null(strstr(stage_slide_id(theatre->stage), "urgence.md"));
    assert_int_equal(theatre->screen.blanks, 0);
}

static void another_minute_another_footer(void **state)
{
    struct theatre *theatre = *state;
    playlist(theatre, "  - message: Alpha\n    dwell: 300\n");
    open_at(theatre, "2023-04-20T10:00:05+02:00");
    press(theatre, EVENT_PAUSE);
    run(theatre, 50000);
    uint64_t sum = theatre->screen.sum;
    unsigned long shown = theatre->screen.shown;
    run(theatre, 10000);
    assert_true(theatre->screen.sum != sum);
    assert_int_equal(theatre->screen.shown, shown + 1);
    /* The same picture as painted whole. */
    sum = theatre->screen.sum;
    press(theatre, EVENT_INFO);
    press(theatre, EVENT_INFO);
    assert_true(theatre->screen.sum == sum);
}

static void another_second_is_drawn_where_it_changed(void **state)
{
    struct theatre *theatre = *state;
    playlist(theatre, "  - deadline: Appel à projets\n    until: 2023-05-02\n    dwell: 300\n");
    open_at(theatre, "2023-05-02T23:30:05.300+02:00");
    press(theatre, EVENT_PAUSE);
    unsigned long full = theatre->screen.full;
    for (int i = 0; i < 70; i++) {
        uint64_t sum = theatre->screen.sum;
        run(theatre, 1000);
        assert_true(theatre->screen.sum != sum);
        assert_int_equal(theatre->screen.full, full);
    }
    uint64_t sum = theatre->screen.sum;
    press(theatre, EVENT_INFO);
    press(theatre, EVENT_INFO);
    assert_true(theatre->screen.full > full);
    assert_true(theatre->screen.sum == sum);
}

static void another_size_is_laid_out_anew(void **state)
{
    struct theatre *theatre = *state;
    three(theatre);
    run(theatre, 1000);
    theatre->screen.width_px = HEIGHT;
    theatre->screen.height_px = WIDTH;
    press(theatre, EVENT_RESIZED);
    assert_int_equal(theatre->screen.blanks, 0);
    run(theatre, 9300);
    theatre->screen.width_px = WIDTH;
    theatre->screen.height_px = HEIGHT;
    press(theatre, EVENT_RESIZED);
    run(theatre, 20000);
    assert_int_equal(theatre->screen.blanks, 0);
}

static void a_display_that_went_away_is_tried_again(void **state)
{
    struct theatre *theatre = *state;
    three(theatre);
    run(theatre, 1000);
    theatre->screen.is_off = true;
    run(theatre, 30000);
    theatre->screen.is_off = false;
    unsigned long full = theatre->screen.full;
    run(theatre, 1100);
    assert_true(theatre->screen.full > full);
}

static void picture(struct theatre *theatre, const char *name, uint32_t colour)
{
    struct frame *frame = frame_create(320, 180);
    frame_fill(frame, (struct box){0, 0, 320, 180}, colour);
    frame_fill(frame, (struct box){0, 0, 8, 8}, 0xFFFFFFFF);
    assert_true(png_write(scratch_path(&theatre->scratch, name), frame, 1));
    frame_destroy(frame);
}

/* The decoder's child works in real time: the stage's stands still meanwhile. */
static void decode(struct theatre *theatre)
{
    for (int i = 0; i < 50; i++) {
        stage_step(theatre->stage, theatre->now);
        struct pollfd child = {.fd = pictures_descriptor(theatre->pictures), .events = POLLIN};
        if (child.fd < 0)
            return;
        assert_int_equal(poll(&child, 1, 10000), 1);
        pictures_collect(theatre->pictures);
    }
    fail();
}

static void no_slide_comes_without_its_picture(void **state)
{
    struct theatre *theatre = *state;
    const uint32_t red = 0xFFC02010, green = 0xFF109030, blue = 0xFF1020C0;
    picture(theatre, "a.png", red);
    picture(theatre, "b.png", green);
    playlist(theatre, "  - image: a.png\n    dwell: 10\n  - image: b.png\n    dwell: 10\n");
    open_at(theatre, "2023-04-20T10:00:05+02:00");
    stage_step(theatre->stage, theatre->now);
    assert_int_equal(theatre->screen.shown, 0); /* it waits */
    decode(theatre);
    assert_int_equal(theatre->screen.shown, 1);
    assert_int_equal(theatre->screen.middle, red);
    /* The next is asked for before the end, so that there is nothing to wait for then. */
    run(theatre, 8000);
    decode(theatre);
    unsigned long full = theatre->screen.full;
    run(theatre, 2400);
    assert_in_range(theatre->screen.full - full, 15, 32);
    run(theatre, 300);
    assert_int_equal(theatre->screen.middle, green);
    /* Another picture under the same name. */
    picture(theatre, "b.png", blue);
    stage_content_changed(theatre->stage);
    decode(theatre);
    run(theatre, 100);
    assert_int_equal(theatre->screen.middle, blue);
    /* The overlay needs the picture again, which was let go of. */
    press(theatre, EVENT_INFO);
    decode(theatre);
    run(theatre, 100);
    assert_int_equal(theatre->screen.blanks, 0);
}

static void a_picture_that_is_late_comes_later(void **state)
{
    struct theatre *theatre = *state;
    const uint32_t red = 0xFFC02010;
    picture(theatre, "a.png", red);
    playlist(theatre, "  - image: a.png\n    dwell: 60\n");
    open_at(theatre, "2023-04-20T10:00:05+02:00");
    run(theatre, 400); /* no one collects what the child has made */
    assert_true(theatre->screen.shown > 0);
    assert_false(theatre->screen.is_blank);
    assert_true(theatre->screen.middle != red);
    decode(theatre);
    run(theatre, 900);
    assert_int_equal(theatre->screen.middle, red);
}

/* How many slides came within a minute. */
static int changes_in_a_minute(struct theatre *theatre)
{
    int changes = 0;
    char before[256];
    for (int second = 0; second < 60; second++) {
        snprintf(before, sizeof before, "%s", stage_slide_id(theatre->stage));
        run(theatre, 1000);
        changes += strcmp(before, stage_slide_id(theatre->stage)) != 0;
    }
    return changes;
}

static void a_jump_of_the_wall_clock_stops_nothing(void **state)
{
    struct theatre *theatre = *state;
    const int64_t year_ms = INT64_C(365) * 86400000;
    static const int64_t jumps[] = {1, -1, -1, 2, -53, 53, 0};
    three(theatre);
    for (size_t i = 0; i < sizeof jumps / sizeof *jumps; i++) {
        theatre->now.wall.ms += jumps[i] * year_ms;
        theatre->now.wall_trusted = theatre->now.wall.ms > 0 && i % 3 != 1;
        assert_in_range(changes_in_a_minute(theatre), 5, 6);
    }
    /* In the middle of a fade, too. */
    while (theatre->screen.full == 0 || theatre->now.mono.us % 10500000 > 500000)
        run(theatre, 100);
    theatre->now.wall.ms -= 30 * year_ms;
    assert_in_range(changes_in_a_minute(theatre), 5, 6);
    assert_int_equal(theatre->screen.blanks, 0);
}

static void asleep_it_neither_fades_nor_draws_a_bar(void **state)
{
    struct theatre *theatre = *state;
    three(theatre);
    run(theatre, 2000);
    stage_sleep(theatre->stage, true);
    run(theatre, 1000);
    unsigned long steps = theatre->steps, shown = theatre->screen.shown;
    run(theatre, 30000);
    assert_in_range(theatre->steps - steps, 3, 30);
    assert_in_range(theatre->screen.shown - shown, 2, 8);
    stage_sleep(theatre->stage, false);
    shown = theatre->screen.shown;
    run(theatre, 10000);
    assert_in_range(theatre->screen.shown - shown, 40, 200);
}

static void a_standing_slide_can_be_presented_again(void **state)
{
    struct theatre *theatre = *state;
    three(theatre);
    stage_present_again(theatre->stage, theatre->now);
    assert_int_equal(stage_frames(theatre->stage), 0);
    run(theatre, 1000);
    unsigned long frames = stage_frames(theatre->stage);
    stage_present_again(theatre->stage, theatre->now);
    assert_int_equal(stage_frames(theatre->stage), frames + 1);
    assert_false(stage_is_dark(theatre->stage));
    theatre->screen.is_off = true;
    stage_present_again(theatre->stage, theatre->now);
    assert_int_equal(stage_frames(theatre->stage), frames + 1);
    assert_true(stage_is_dark(theatre->stage));
}

static void a_week_costs_no_memory(void **state)
{
    struct theatre *theatre = *state;
    playlist(theatre, "  - message: Alpha\n    dwell: 600\n  - deadline: Appel\n    until: 2023-04-25\n    dwell: 1200\n"
                      "  - message: Nuit\n    hours: 22:00-06:00\n    dwell: 900\n    priority: 2\n");
    open_at(theatre, "2023-04-20T10:00:05+02:00");
    theatre->screen.is_unwatched = true;
    const int64_t hour_ms = 3600000;
    size_t held = 0;
    for (int hour = 0; hour < 7 * 24; hour++) {
        /* Pausing most of the time keeps the bar still: a week is a matter of seconds. */
        press(theatre, EVENT_PAUSE);
        run(theatre, hour_ms * 99 / 100);
        press(theatre, EVENT_PAUSE);
        press(theatre, EVENT_NEXT);
        run(theatre, hour_ms / 100);
        if (hour == 4 * 24)
            held = stage_held_bytes(theatre->stage);
    }
    assert_in_range(stage_held_bytes(theatre->stage), 1, held + held / 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_first_step_shows_a_slide, setup, teardown),
        cmocka_unit_test_setup_teardown(slides_fade_and_no_frame_is_blank, setup, teardown),
        cmocka_unit_test_setup_teardown(a_standing_slide_hardly_wakes, setup, teardown),
        cmocka_unit_test_setup_teardown(space_stops_and_goes_on, setup, teardown),
        cmocka_unit_test_setup_teardown(arrows_step_without_a_fade, setup, teardown),
        cmocka_unit_test_setup_teardown(i_lays_something_over_and_takes_it_off, setup, teardown),
        cmocka_unit_test_setup_teardown(q_leaves_a_window_only, setup, teardown),
        cmocka_unit_test_setup_teardown(a_change_is_there_within_a_second_and_in_its_place, setup, teardown),
        cmocka_unit_test_setup_teardown(another_minute_another_footer, setup, teardown),
        cmocka_unit_test_setup_teardown(another_second_is_drawn_where_it_changed, setup, teardown),
        cmocka_unit_test_setup_teardown(another_size_is_laid_out_anew, setup, teardown),
        cmocka_unit_test_setup_teardown(a_display_that_went_away_is_tried_again, setup, teardown),
        cmocka_unit_test_setup_teardown(no_slide_comes_without_its_picture, setup, teardown),
        cmocka_unit_test_setup_teardown(a_picture_that_is_late_comes_later, setup, teardown),
        cmocka_unit_test_setup_teardown(a_jump_of_the_wall_clock_stops_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(asleep_it_neither_fades_nor_draws_a_bar, setup, teardown),
        cmocka_unit_test_setup_teardown(a_standing_slide_can_be_presented_again, setup, teardown),
        cmocka_unit_test_setup_teardown(a_week_costs_no_memory, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* /sys/class/drm as different machines have it, and which board they are. */
#include "host/board.h"
#include "host/cec.h"
#include "host/connectors.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <cmocka.h>

static struct scratch root;

static int setup(void **state)
{
    (void)state;
    scratch_init(&root);
    scratch_folder(&root, "sys");
    scratch_folder(&root, "sys/class");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    scratch_finish(&root);
    return 0;
}

static void connector(const char *name, const char *status, const char *modes)
{
    char path[128];
    scratch_folder(&root, "sys/class/drm");
    snprintf(path, sizeof path, "sys/class/drm/%s", name);
    scratch_folder(&root, path);
    snprintf(path, sizeof path, "sys/class/drm/%s/status", name);
    scratch_write(&root, path, status);
    snprintf(path, sizeof path, "sys/class/drm/%s/modes", name);
    scratch_write(&root, path, modes);
}

static void a_machine_without_kms(void **state)
{
    (void)state;
    struct connectors found = connectors_look(root.path);
    assert_int_equal(found.presence, CONNECTORS_UNKNOWN);
    assert_int_equal(found.card, -1);
}

/* A Raspberry Pi 5: card0 draws and has no sockets. */
static void the_card_with_the_display(void **state)
{
    (void)state;
    scratch_folder(&root, "sys/class/drm");
    scratch_folder(&root, "sys/class/drm/card0");
    scratch_folder(&root, "sys/class/drm/renderD128");
    connector("card1-HDMI-A-1", "disconnected\n", "");
    connector("card1-HDMI-A-2", "connected\n", "1920x1080\n1280x720\n");
    connector("card0-Writeback-1", "connected\n", "1920x1080\n");
    struct connectors found = connectors_look(root.path);
    assert_int_equal(found.presence, CONNECTORS_PRESENT);
    assert_int_equal(found.card, 1);
    assert_string_equal(found.name, "HDMI-A-2");
    uint64_t mark = found.mark;
    assert_true(connectors_look(root.path).mark == mark);
    connector("card1-HDMI-A-2", "disconnected\n", "");
    found = connectors_look(root.path);
    assert_int_equal(found.presence, CONNECTORS_ABSENT);
    assert_true(found.mark != mark);
}

static void connected_without_modes_is_not_there_yet(void **state)
{
    (void)state;
    connector("card0-HDMI-A-1", "connected\n", "");
    uint64_t mark = connectors_look(root.path).mark;
    assert_int_equal(connectors_look(root.path).presence, CONNECTORS_ABSENT);
    connector("card0-HDMI-A-1", "connected\n", "1024x768\n");
    assert_int_equal(connectors_look(root.path).presence, CONNECTORS_PRESENT);
    assert_true(connectors_look(root.path).mark != mark);
    mark = connectors_look(root.path).mark;
    connector("card0-HDMI-A-1", "connected\n", "1920x1080\n1024x768\n");
    assert_true(connectors_look(root.path).mark != mark);
}

static void boards(void **state)
{
    (void)state;
    char model[64] = "x";
    board_model(root.path, model, sizeof model);
    assert_string_equal(model, "");
    assert_false(board_is_weak(model));
    scratch_folder(&root, "sys/firmware");
    scratch_folder(&root, "sys/firmware/devicetree");
    scratch_folder(&root, "sys/firmware/devicetree/base");
    scratch_bytes(&root, "sys/firmware/devicetree/base/model", "Raspberry Pi 3 Model B Plus Rev 1.3", 36);
    board_model(root.path, model, sizeof model);
    assert_string_equal(model, "Raspberry Pi 3 Model B Plus Rev 1.3");
    assert_true(board_is_weak(model));
    assert_true(board_is_weak("Raspberry Pi Zero 2 W Rev 1.0"));
    assert_true(board_is_weak("Raspberry Pi 2 Model B Rev 1.1"));
    assert_true(board_is_weak("Raspberry Pi Compute Module 3 Plus Rev 1.0"));
    assert_false(board_is_weak("Raspberry Pi 4 Model B Rev 1.5"));
    assert_false(board_is_weak("Raspberry Pi 400 Rev 1.0"));
    assert_false(board_is_weak("Raspberry Pi 5 Model B Rev 1.0"));
    assert_false(board_is_weak("Raspberry Pi Compute Module 4 Rev 1.1"));
}

static void what_is_no_cec_device_takes_no_part(void **state)
{
    (void)state;
    assert_null(cec_create("/nowhere"));
    assert_null(cec_create("/dev/null"));
    cec_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_machine_without_kms, setup, teardown),
        cmocka_unit_test_setup_teardown(the_card_with_the_display, setup, teardown),
        cmocka_unit_test_setup_teardown(connected_without_modes_is_not_there_yet, setup, teardown),
        cmocka_unit_test_setup_teardown(boards, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_cec_device_takes_no_part, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

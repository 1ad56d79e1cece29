/* A machine's health from a tree that stands for /sys. */
#include "base/diag.h"
#include "host/health.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static struct scratch root;
static struct health health;
static struct diags diags;

static int setup(void **state)
{
    (void)state;
    scratch_init(&root);
    diag_init(&diags);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    diag_finish(&diags);
    scratch_finish(&root);
    return 0;
}

static void plant(const char *path, const char *text)
{
    char folder[256];
    snprintf(folder, sizeof folder, "%s", path);
    for (char *slash = strchr(folder, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        scratch_folder(&root, folder);
        *slash = '/';
    }
    scratch_write(&root, path, text);
}

static void look(void)
{
    diag_finish(&diags);
    diag_init(&diags);
    health_read(&health, root.path, root.path);
    /* The disk of the test is not the subject. */
    health.free_bytes = INT64_C(1) << 40;
    health_judge(&health, &diags);
}

static bool has(const char *code)
{
    for (size_t i = 0; i < diags.count; i++)
        if (strcmp(diags.items[i].code, code) == 0)
            return true;
    return false;
}

static void a_machine_that_says_nothing(void **state)
{
    (void)state;
    look();
    assert_false(health.knows_power || health.knows_temperature || health.knows_card);
    assert_true(health.total_bytes > 0);
    assert_int_equal(diags.count, 0);
}

static void a_board_in_good_health(void **state)
{
    (void)state;
    plant("sys/devices/platform/soc/soc:firmware/get_throttled", "0\n");
    plant("sys/class/thermal/thermal_zone0/temp", "54321\n");
    plant("sys/fs/ext4/mmcblk0p2/errors_count", "0\n");
    look();
    assert_true(health.knows_power && health.knows_temperature && health.knows_card);
    assert_int_equal(health.temperature_c, 54);
    assert_int_equal(diags.count, 0);
}

static void too_little_power_too_much_heat_a_worn_card(void **state)
{
    (void)state;
    plant("sys/devices/platform/soc/soc:firmware/get_throttled", "50005\n");
    plant("sys/class/thermal/thermal_zone0/temp", "81000\n");
    plant("sys/fs/ext4/mmcblk0p2/errors_count", "3\n");
    plant("sys/fs/ext4/sda1/errors_count", "9\n");
    plant("sys/fs/ext4/features/nothing", "x");
    look();
    assert_true(health.power_low && health.power_was_low && health.throttled && health.was_throttled);
    assert_int_equal(health.card_errors, 3);
    assert_true(has("power-low") && has("hot") && has("card-errors"));
    assert_false(has("power-was-low"));
    plant("sys/devices/platform/soc/soc:firmware/get_throttled", "50000\n");
    look();
    assert_true(has("power-was-low"));
    assert_false(has("power-low"));
}

static void the_kernels_own_sensor(void **state)
{
    (void)state;
    plant("sys/class/hwmon/hwmon0/name", "cpu_thermal\n");
    plant("sys/class/hwmon/hwmon1/name", "rpi_volt\n");
    plant("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "0\n");
    look();
    assert_true(health.knows_power);
    assert_false(health.power_low);
    plant("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1\n");
    look();
    assert_true(has("power-low"));
}

static void values_that_are_none(void **state)
{
    (void)state;
    plant("sys/devices/platform/soc/soc:firmware/get_throttled", "\n");
    plant("sys/class/thermal/thermal_zone0/temp", "warm");
    look();
    assert_false(health.knows_power || health.knows_temperature);
}

static void little_room(void **state)
{
    (void)state;
    health_read(&health, root.path, root.path);
    health.free_bytes = 50 << 20;
    health_judge(&health, &diags);
    assert_true(has("disk-nearly-full"));
    assert_non_null(strstr(diags.items[0].english, "50 MB"));
    health_read(&health, root.path, "/nowhere");
    assert_int_equal(health.total_bytes, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_machine_that_says_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(a_board_in_good_health, setup, teardown),
        cmocka_unit_test_setup_teardown(too_little_power_too_much_heat_a_worn_card, setup, teardown),
        cmocka_unit_test_setup_teardown(the_kernels_own_sensor, setup, teardown),
        cmocka_unit_test_setup_teardown(values_that_are_none, setup, teardown),
        cmocka_unit_test_setup_teardown(little_room, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

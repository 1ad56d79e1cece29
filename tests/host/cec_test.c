/* What is said on HDMI-CEC, byte by byte, to a device that this test stands in for: no television has been asked yet. */
#include "host/cec.h"

#include <errno.h>
#include <linux/cec.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <cmocka.h>

enum { MESSAGES_MOST = 8 };

static struct {
    bool takes_part, has_place, takes_messages;
    __u16 physical;
    struct cec_log_addrs claimed;
    struct cec_msg messages[MESSAGES_MOST];
    size_t count;
} bus;

static int answer(bool well, int reason)
{
    errno = reason;
    return well ? 0 : -1;
}

static int transmit(const struct cec_msg *message)
{
    assert_true(bus.count < MESSAGES_MOST);
    if (!bus.takes_messages)
        return answer(false, ENONET);
    bus.messages[bus.count++] = *message;
    return 0;
}

/* The kernel's part. */
int ioctl(int descriptor, unsigned long request, ...)
{
    va_list arguments;
    va_start(arguments, request);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    assert_true(descriptor >= 0);
    if (request == CEC_ADAP_S_LOG_ADDRS) {
        memcpy(&bus.claimed, argument, sizeof bus.claimed);
        return answer(bus.takes_part, ENOTTY);
    }
    if (request == CEC_ADAP_G_LOG_ADDRS) {
        struct cec_log_addrs addresses = {.num_log_addrs = bus.has_place ? 1 : 0, .log_addr = {4}};
        memcpy(argument, &addresses, sizeof addresses);
        return answer(bus.takes_part, ENOTTY);
    }
    if (request == CEC_ADAP_G_PHYS_ADDR) {
        memcpy(argument, &bus.physical, sizeof bus.physical);
        return 0;
    }
    assert_int_equal(request, CEC_TRANSMIT);
    return transmit(argument);
}

static struct cec *join(void)
{
    memset(&bus, 0, sizeof bus);
    bus.takes_part = bus.takes_messages = true;
    bus.physical = 0x1000;
    struct cec *cec = cec_create("/dev/null");
    assert_non_null(cec);
    bus.has_place = true;
    return cec;
}

static void expect_message(size_t index, const __u8 *bytes, size_t length)
{
    assert_true(index < bus.count);
    assert_int_equal(bus.messages[index].len, length);
    assert_memory_equal(bus.messages[index].msg, bytes, length);
}

static void it_joins_as_a_player(void **state)
{
    (void)state;
    struct cec *cec = join();
    assert_int_equal(bus.claimed.num_log_addrs, 1);
    assert_int_equal(bus.claimed.log_addr_type[0], CEC_LOG_ADDR_TYPE_PLAYBACK);
    assert_int_equal(bus.claimed.primary_device_type[0], CEC_OP_PRIM_DEVTYPE_PLAYBACK);
    assert_string_equal(bus.claimed.osd_name, "Parvis");
    cec_destroy(cec);
}

static void a_place_that_is_there_is_kept(void **state)
{
    (void)state;
    memset(&bus, 0, sizeof bus);
    bus.takes_part = bus.has_place = true;
    struct cec *cec = cec_create("/dev/null");
    assert_non_null(cec);
    assert_int_equal(bus.claimed.num_log_addrs, 0);
    cec_destroy(cec);
}

static void off_is_standby_to_the_television(void **state)
{
    (void)state;
    static const __u8 standby[] = {0x40, 0x36};
    struct cec *cec = join();
    assert_true(cec_light(cec, false));
    assert_int_equal(bus.count, 1);
    expect_message(0, standby, sizeof standby);
    cec_destroy(cec);
}

static void on_is_image_view_on_and_where_we_are(void **state)
{
    (void)state;
    static const __u8 wake[] = {0x40, 0x04}, source[] = {0x4F, 0x82, 0x10, 0x00};
    struct cec *cec = join();
    assert_true(cec_light(cec, true));
    assert_int_equal(bus.count, 2);
    expect_message(0, wake, sizeof wake);
    expect_message(1, source, sizeof source);
    /* Not plugged in yet: there is no place to name. */
    bus.count = 0;
    bus.physical = CEC_PHYS_ADDR_INVALID;
    assert_true(cec_light(cec, true));
    assert_int_equal(bus.count, 1);
    cec_destroy(cec);
}

static void what_is_not_taken_is_said(void **state)
{
    (void)state;
    struct cec *cec = join();
    bus.takes_messages = false;
    assert_false(cec_light(cec, true));
    assert_false(cec_light(cec, false));
    cec_destroy(cec);
    bus.takes_part = bus.has_place = false;
    assert_null(cec_create("/dev/null"));
    assert_null(cec_create("/nowhere"));
    cec_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_joins_as_a_player),
        cmocka_unit_test(a_place_that_is_there_is_kept),
        cmocka_unit_test(off_is_standby_to_the_television),
        cmocka_unit_test(on_is_image_view_on_and_where_we_are),
        cmocka_unit_test(what_is_not_taken_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

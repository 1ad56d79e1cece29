/* The supervisor's protocol, heard on real sockets. */
#define _GNU_SOURCE

#include "host/notify.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <cmocka.h>

static int listen_at(const char *name)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t length = strlen(name);
    memcpy(address.sun_path, name, length);
    if (name[0] == '@')
        address.sun_path[0] = '\0';
    int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    assert_true(descriptor >= 0);
    assert_int_equal(bind(descriptor, (const struct sockaddr *)&address, (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length)), 0);
    return descriptor;
}

static const char *heard(int descriptor)
{
    static char words[512];
    ssize_t length = recv(descriptor, words, sizeof words - 1, 0);
    words[length > 0 ? length : 0] = '\0';
    return words;
}

static void converse(int descriptor)
{
    struct notify *notify = notify_create();
    assert_true(notify_is_heard(notify));
    assert_null(getenv("NOTIFY_SOCKET"));
    notify_ready(notify);
    assert_string_equal(heard(descriptor), "READY=1");
    notify_ready(notify);
    assert_string_equal(heard(descriptor), "");
    notify_status(notify, "plays\narticles/aic.md");
    assert_string_equal(heard(descriptor), "STATUS=plays articles/aic.md");
    notify_status(notify, "plays\narticles/aic.md");
    assert_string_equal(heard(descriptor), "");
    assert_true(notify_heartbeat(notify));
    assert_string_equal(heard(descriptor), "WATCHDOG=1");
    notify_destroy(notify);
    assert_string_equal(heard(descriptor), "STOPPING=1");
}

static void it_speaks_to_a_path(void **state)
{
    (void)state;
    struct scratch scratch;
    scratch_init(&scratch);
    int descriptor = listen_at(scratch_path(&scratch, "notify"));
    setenv("NOTIFY_SOCKET", scratch_path(&scratch, "notify"), 1);
    converse(descriptor);
    close(descriptor);
    scratch_finish(&scratch);
}

static void it_speaks_to_an_abstract_name(void **state)
{
    (void)state;
    char name[64];
    snprintf(name, sizeof name, "@parvis-test-%ld", (long)getpid());
    int descriptor = listen_at(name);
    setenv("NOTIFY_SOCKET", name, 1);
    converse(descriptor);
    close(descriptor);
}

static int64_t watchdog(const char *us, const char *pid)
{
    char name[64];
    snprintf(name, sizeof name, "@parvis-test-%ld", (long)getpid());
    setenv("NOTIFY_SOCKET", name, 1);
    if (us)
        setenv("WATCHDOG_USEC", us, 1);
    if (pid)
        setenv("WATCHDOG_PID", pid, 1);
    struct notify *notify = notify_create();
    int64_t found = notify_watchdog_us(notify);
    notify_destroy(notify);
    return found;
}

static void the_watchdog_is_ours_or_nobodys(void **state)
{
    (void)state;
    char own[32];
    snprintf(own, sizeof own, "%ld", (long)getpid());
    assert_int_equal(watchdog("30000000", NULL), 30000000);
    assert_int_equal(watchdog("30000000", own), 30000000);
    assert_int_equal(watchdog("30000000", "1"), 0);
    assert_int_equal(watchdog(NULL, own), 0);
    assert_int_equal(watchdog("-5", own), 0);
    assert_int_equal(watchdog("30 s", own), 0);
    assert_int_equal(watchdog("99999999999999999999", own), 0);
}

static void nobody_listens(void **state)
{
    (void)state;
    static const char *const names[] = {"", "relative", "/", "/nowhere/at/all"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        setenv("NOTIFY_SOCKET", names[i], 1);
        struct notify *notify = notify_create();
        notify_ready(notify);
        notify_status(notify, "words");
        assert_false(notify_heartbeat(notify));
        notify_destroy(notify);
    }
    unsetenv("NOTIFY_SOCKET");
    struct notify *notify = notify_create();
    assert_false(notify_is_heard(notify));
    assert_int_equal(notify_watchdog_us(notify), 0);
    notify_destroy(notify);
    notify_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_speaks_to_a_path),
        cmocka_unit_test(it_speaks_to_an_abstract_name),
        cmocka_unit_test(the_watchdog_is_ours_or_nobodys),
        cmocka_unit_test(nobody_listens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

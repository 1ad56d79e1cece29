#define _GNU_SOURCE /* syscall */

/* The decoder's child: it hands back through shared memory, and cannot stay, read, open or talk. */
#include "draw/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

static void test_hands_back_code_and_memory(void **state)
{
    (void)state;
    int file = open("/dev/zero", O_RDONLY | O_CLOEXEC);
    unsigned char *shared = sandbox_share(100);
    struct sandbox sandbox;
    bool is_child = false;
    assert_true(sandbox_start(&sandbox, file, 1 << 24, 5, &is_child));
    if (is_child) {
        shared[99] = 42;
        sandbox_exit(7);
    }
    close(file);
    assert_true(sandbox_wait(&sandbox, 5000));
    int code = 0;
    assert_int_equal(sandbox_finish(&sandbox, &code), SANDBOX_RETURNED);
    assert_int_equal(code, 7);
    assert_int_equal(shared[99], 42);
    sandbox_seal(shared, 100);
    sandbox_unshare(shared, 100);
    assert_int_equal(sandbox.pid, 0);
}

static void test_ends_a_child_that_never_ends(void **state)
{
    (void)state;
    int file = open("/dev/zero", O_RDONLY | O_CLOEXEC);
    struct sandbox sandbox;
    bool is_child = false;
    assert_true(sandbox_start(&sandbox, file, 1 << 24, 1, &is_child));
    if (is_child)
        for (volatile unsigned turns = 0;; turns++)
            continue;
    close(file);
    assert_false(sandbox_wait(&sandbox, 100));
    assert_true(sandbox_wait(&sandbox, 6000));
    int code = 0;
    assert_int_equal(sandbox_finish(&sandbox, &code), SANDBOX_TOO_SLOW);
}

static void test_can_be_called_off(void **state)
{
    (void)state;
    int file = open("/dev/zero", O_RDONLY | O_CLOEXEC);
    struct sandbox sandbox;
    bool is_child = false;
    assert_true(sandbox_start(&sandbox, file, 1 << 24, 5, &is_child));
    if (is_child)
        for (volatile unsigned turns = 0;; turns++)
            continue;
    close(file);
    int code = 0;
    assert_int_not_equal(sandbox_finish(&sandbox, &code), SANDBOX_RETURNED);
}

static void test_has_one_file_and_no_other(void **state)
{
    (void)state;
    int file = open("/dev/zero", O_RDONLY | O_CLOEXEC), secret = open("/etc/passwd", O_RDONLY | O_CLOEXEC);
    struct sandbox sandbox;
    bool is_child = false;
    assert_true(sandbox_start(&sandbox, file, 1 << 24, 5, &is_child));
    if (is_child) {
        char byte = 1;
        bool reads = pread(file, &byte, 1, 0) == 1 && byte == 0;
        sandbox_exit(reads ? open("/etc/passwd", O_RDONLY) >= 0 : 9); /* RLIMIT_NOFILE 0 */
    }
    close(file);
    assert_true(sandbox_wait(&sandbox, 5000));
    int code = 0;
    assert_int_equal(sandbox_finish(&sandbox, &code), SANDBOX_RETURNED);
    assert_int_equal(code, 0);
    close(secret);
}

/* Under the filter alone: what `act` does must end the child with SIGSYS, or return the code. */
static int filtered(int (*act)(void))
{
    pid_t pid = fork();
    if (pid == 0) /* not _exit: a sanitizer looks at the stack before it, which is forbidden by then */
        syscall(SYS_exit_group, sandbox_filter(STDIN_FILENO) ? act() : 99);
    int status = 0;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static int act_open(void)
{
    return open("/etc/passwd", O_RDONLY) < 0 && errno == EACCES ? 3 : 4;
}

static int act_talk(void)
{
    return socket(AF_INET, SOCK_STREAM, 0);
}

static int act_write(void)
{
    return (int)write(STDOUT_FILENO, "", 0);
}

static int act_run(void)
{
    return fork() == 0;
}

static int act_kill(void)
{
    return kill(getppid(), SIGTERM);
}

static void test_filter(void **state)
{
    (void)state;
    if (filtered(act_open) == 99)
        skip(); /* a kernel without filters */
    assert_int_equal(filtered(act_open), 3);
    assert_int_equal(filtered(act_talk), -SIGSYS);
    assert_int_equal(filtered(act_write), -SIGSYS);
    assert_int_equal(filtered(act_run), -SIGSYS);
    assert_int_equal(filtered(act_kill), -SIGSYS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hands_back_code_and_memory),
        cmocka_unit_test(test_ends_a_child_that_never_ends),
        cmocka_unit_test(test_can_be_called_off),
        cmocka_unit_test(test_has_one_file_and_no_other),
        cmocka_unit_test(test_filter),
    };
    return cmocka_run_group_tests_name("sandbox", tests, NULL, NULL);
}

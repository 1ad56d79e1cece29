#define _GNU_SOURCE /* close_range, MADV_DONTFORK, MAP_ANONYMOUS: Linux, not POSIX */

#include "draw/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

enum { CODE_NOT_SAFE = 100, NICER = 5 };

/* --- in the child ---------------------------------------------------------------------------------------------------------------- */

static bool limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard)
{
    return setrlimit(resource, &(struct rlimit){.rlim_cur = soft, .rlim_max = hard}) == 0;
}

/* Closes all descriptors but two. */
static void close_others(int one, int other)
{
    unsigned low = (unsigned)(one < other ? one : other), high = (unsigned)(one < other ? other : one);
    unsigned first = SANITIZED ? STDERR_FILENO + 1 : 0; /* a sanitizer has things to say */
    if (low > first)
        close_range(first, low - 1, 0);
    if (high > low + 1)
        close_range(low + 1, high - 1, 0);
    close_range(high + 1, ~0U, 0);
}

/* Address space in use now, from /proc/self/statm (pages, first number); 0 when it cannot be told. */
static size_t address_space(void)
{
    char text[64] = "";
    int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return 0;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    long page = sysconf(_SC_PAGESIZE);
    return length > 0 && page > 0 ? (size_t)strtoul(text, NULL, 10) * (size_t)page : 0;
}

/* What decoders call once they have their bytes: memory and the end. A decoder that opens a file (libjpeg-turbo looks into /proc/cpuinfo
 * on ARM) is told that it may not; anything else ends the child. */
bool sandbox_filter(int file)
{
    static const int plain[] = {SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(brk), SCMP_SYS(madvise), SCMP_SYS(exit_group),
                                SCMP_SYS(exit), SCMP_SYS(rt_sigreturn), SCMP_SYS(futex), SCMP_SYS(getrandom)};
    static const int refused[] = {SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(clock_gettime)};
    static const int mapping[] = {SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(mprotect)};
    const struct scmp_arg_cmp not_executable = {.arg = 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = PROT_EXEC, .datum_b = 0};
    const struct scmp_arg_cmp the_file = {.arg = 0, .op = SCMP_CMP_EQ, .datum_a = (scmp_datum_t)file, .datum_b = 0};
    static const int reading[] = {SCMP_SYS(read), SCMP_SYS(pread64)};
    scmp_filter_ctx context = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (!context)
        return false;
    int failed = 0;
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
        failed |= seccomp_rule_add(context, SCMP_ACT_ALLOW, plain[i], 0);
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        failed |= seccomp_rule_add(context, SCMP_ACT_ERRNO(EACCES), refused[i], 0);
    for (size_t i = 0; i < sizeof mapping / sizeof mapping[0]; i++)
        failed |= seccomp_rule_add_array(context, SCMP_ACT_ALLOW, mapping[i], 1, &not_executable);
    for (size_t i = 0; i < sizeof reading / sizeof reading[0]; i++)
        failed |= seccomp_rule_add_array(context, SCMP_ACT_ALLOW, reading[i], 1, &the_file);
    failed |= seccomp_load(context);
    seccomp_release(context);
    return failed == 0;
}

/* A kernel that was built without filters (or an emulator) refuses the question; then the limits alone must do. */
static bool has_filters(void)
{
    return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) == 0 || errno != EINVAL;
}

static void signals_as_new(void)
{
    static const int used[] = {SIGALRM, SIGTERM, SIGINT, SIGHUP, SIGCHLD, SIGXCPU};
    sigset_t none;
    for (size_t i = 0; i < sizeof used / sizeof used[0]; i++)
        signal(used[i], SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static bool lock(int file, int keep, size_t memory_bytes, unsigned seconds)
{
    signals_as_new();
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    setpriority(PRIO_PROCESS, 0, NICER); /* fades come first */
    size_t space = address_space();
    close_others(file, keep);
    bool locked = limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_NOFILE, 0, 0) && limit(RLIMIT_CPU, seconds, seconds + 1);
    if (!SANITIZED && space > 0)
        locked = locked && limit(RLIMIT_AS, space + memory_bytes, space + memory_bytes);
    alarm(seconds);
    locked = locked && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    if (!SANITIZED && has_filters())
        locked = locked && sandbox_filter(file);
    return locked;
}

_Noreturn void sandbox_exit(int code)
{
    _exit(code);
}

/* --- in the parent --------------------------------------------------------------------------------------------------------------- */

bool sandbox_start(struct sandbox *sandbox, int file, size_t memory_bytes, unsigned seconds, bool *is_child)
{
    /* The child's end of a socket pair closes when it dies, which is readable here; a pipe would only hang up, a pidfd needs Linux 5.3
     * and is unknown to emulators. */
    int ends[2];
    *is_child = false;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    pid_t pid = fork();
    if (pid == 0) {
        *is_child = true;
        if (!lock(file, ends[1], memory_bytes, seconds))
            sandbox_exit(CODE_NOT_SAFE);
        return true;
    }
    int reason = errno;
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        errno = reason;
        return false;
    }
    *sandbox = (struct sandbox){.pid = pid, .descriptor = ends[0]};
    return true;
}

enum sandbox_end sandbox_finish(struct sandbox *sandbox, int *code)
{
    int status = 0;
    pid_t ended;
    /* A child whose descriptor is readable has its code already and a signal changes nothing; any other must not be waited for. */
    kill(sandbox->pid, SIGKILL);
    do
        ended = waitpid(sandbox->pid, &status, 0);
    while (ended < 0 && errno == EINTR);
    close(sandbox->descriptor);
    *sandbox = (struct sandbox){.pid = 0, .descriptor = -1};
    if (ended >= 0 && WIFEXITED(status) && WEXITSTATUS(status) < CODE_NOT_SAFE) {
        *code = WEXITSTATUS(status);
        return SANDBOX_RETURNED;
    }
    /* SIGKILL: the kernel's when the processor time is over for good, or ours when it outlived all patience. */
    int signal_of_end = ended >= 0 && WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    bool slow = signal_of_end == SIGALRM || signal_of_end == SIGXCPU || signal_of_end == SIGKILL;
    return slow ? SANDBOX_TOO_SLOW : SANDBOX_KILLED;
}

bool sandbox_wait(const struct sandbox *sandbox, int milliseconds)
{
    struct pollfd end = {.fd = sandbox->descriptor, .events = POLLIN};
    int ready;
    do
        ready = poll(&end, 1, milliseconds);
    while (ready < 0 && errno == EINTR);
    return ready > 0;
}

void *sandbox_share(size_t bytes)
{
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

void sandbox_seal(void *memory, size_t bytes)
{
    mprotect(memory, bytes, PROT_READ);
    madvise(memory, bytes, MADV_DONTFORK);
}

void sandbox_give_back(void *memory, size_t bytes)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE), whole = bytes / page * page;
    /* The kernel takes shared pages back only where they may be written. Failing costs memory, nothing else. */
    if (whole && mprotect(memory, whole, PROT_READ | PROT_WRITE) == 0)
        madvise(memory, whole, MADV_REMOVE);
}

void sandbox_unshare(void *memory, size_t bytes)
{
    if (memory)
        munmap(memory, bytes);
}

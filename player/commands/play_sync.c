#define _GNU_SOURCE /* syscall */

#include "commands/play_sync.h"

#include "base/arena.h"
#include "base/log.h"
#include "base/memory.h"
#include "commands/command.h"
#include "net/address.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <fcntl.h>

enum { WAIT_FIRST_MS = 3000, LEAVE_MS = 2000, ARGUMENTS_MOST = 64 };
enum { RETRY_FIRST_US = 1000000, RETRY_LONGEST_US = 60000000, LOOK_US = 1000000 };

struct play_sync {
    struct arena *arena;
    char *arguments[ARGUMENTS_MOST + 1];
    size_t count;
    pid_t child;     /* 0: none runs */
    int descriptor;  /* of the child (pidfd), or -1 */
    int folder;      /* where the command was given: its paths are relative to that, and the show lives in a generation's tree */
    int gate;        /* closed when the first frame is on screen; -1 afterwards */
    bool refused;    /* the command line is wrong: no use to start it again */
    struct mono started, retry;
    int64_t wait_us;
};

static void add_argument(struct play_sync *sync, const char *name, const char *value)
{
    assert(sync->count + 2 <= ARGUMENTS_MOST);
    sync->arguments[sync->count++] = arena_copy(sync->arena, name);
    if (value)
        sync->arguments[sync->count++] = arena_copy(sync->arena, value);
}

static void add_arguments(struct play_sync *sync, const struct command *command, const char *source)
{
    add_argument(sync, "parvis", NULL);
    add_argument(sync, "sync", source);
    add_argument(sync, "--lang", command->english ? "en" : "fr");
    if (command->state)
        add_argument(sync, "--state", command->state);
    if (command->ca)
        add_argument(sync, "--ca", command->ca);
    if (command->allow_http)
        add_argument(sync, "--allow-http", NULL);
    if (command->poll_s)
        add_argument(sync, "--poll", arena_format(sync->arena, "%d", command->poll_s));
    if (command->patience_s)
        add_argument(sync, "--patience", arena_format(sync->arena, "%d", command->patience_s));
    for (size_t i = 0; i < command->trusted_key_count; i++)
        add_argument(sync, "--trusted-key", command->trusted_keys[i]);
    for (size_t i = 0; i < command->settings_count; i++)
        add_argument(sync, "--settings", command->settings[i]);
}

/* In the child: waits at the gate, then becomes the other role. Only calls that are allowed between fork and exec. */
static _Noreturn void become(const struct play_sync *sync, pid_t parent, int gate)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() == parent) {
        struct pollfd polled = {.fd = gate, .events = POLLIN};
        if (gate >= 0)
            poll(&polled, 1, WAIT_FIRST_MS);
        if (sync->folder >= 0 && fchdir(sync->folder) != 0)
            _exit(EXIT_FAILED);
        syscall(SYS_close_range, 3U, ~0U, 0U);
        execv("/proc/self/exe", sync->arguments);
    }
    _exit(EXIT_FAILED);
}

static void start(struct play_sync *sync, bool gated)
{
    int gate[2] = {-1, -1};
    pid_t parent = getpid();
    if (gated && pipe(gate) == 0)
        fcntl(gate[1], F_SETFD, FD_CLOEXEC);
    pid_t child = fork();
    if (child == 0) {
        if (gate[1] >= 0)
            close(gate[1]);
        become(sync, parent, gate[0]);
    }
    if (gate[0] >= 0)
        close(gate[0]);
    sync->gate = gate[1];
    sync->child = child > 0 ? child : 0;
    sync->descriptor = child > 0 ? (int)syscall(SYS_pidfd_open, child, 0) : -1;
    if (child < 0)
        log_line(LOG_WARNING, "the network's part cannot be started (%s); trying again", strerror(errno));
}

struct play_sync *play_sync_create(const struct command *command, const char *source)
{
    struct arena *arena = arena_create();
    struct address address;
    bool wanted = source && !command->service && address_read(arena, source, true, &address) != ADDRESS_FOLDER;
    if (!wanted) {
        arena_destroy(arena);
        return NULL;
    }
    struct play_sync *sync = memory_alloc(sizeof *sync);
    sync->arena = arena;
    sync->wait_us = RETRY_FIRST_US;
    sync->folder = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    add_arguments(sync, command, source);
    start(sync, true);
    return sync;
}

static void open_gate(struct play_sync *sync)
{
    if (sync->gate >= 0)
        close(sync->gate);
    sync->gate = -1;
}

static void forget_child(struct play_sync *sync)
{
    if (sync->descriptor >= 0)
        close(sync->descriptor);
    sync->descriptor = -1;
    sync->child = 0;
    open_gate(sync);
}

void play_sync_destroy(struct play_sync *sync)
{
    if (!sync)
        return;
    if (sync->child > 0) {
        open_gate(sync);
        kill(sync->child, SIGTERM);
        struct pollfd polled = {.fd = sync->descriptor, .events = POLLIN};
        if (sync->descriptor < 0 || poll(&polled, 1, LEAVE_MS) <= 0)
            kill(sync->child, SIGKILL);
        waitpid(sync->child, NULL, 0);
    }
    forget_child(sync);
    if (sync->folder >= 0)
        close(sync->folder);
    arena_destroy(sync->arena);
    memory_free(sync);
}

/* Has it ended? Then when it starts again is decided here. */
static void look_after(struct play_sync *sync, struct mono now)
{
    int status = 0;
    if (waitpid(sync->child, &status, WNOHANG) != sync->child)
        return;
    forget_child(sync);
    sync->refused = WIFEXITED(status) && WEXITSTATUS(status) == EXIT_USAGE;
    if (now.us - sync->started.us > RETRY_LONGEST_US)
        sync->wait_us = RETRY_FIRST_US;
    sync->retry = (struct mono){now.us + sync->wait_us};
    sync->wait_us = sync->wait_us * 2 < RETRY_LONGEST_US ? sync->wait_us * 2 : RETRY_LONGEST_US;
    log_line(LOG_WARNING, sync->refused ? "the network's part refuses its command line: nothing new will come"
                                        : "the network's part has ended; it is started again");
}

void play_sync_step(struct play_sync *sync, struct mono now, bool shown)
{
    if (!sync)
        return;
    if (shown)
        open_gate(sync);
    if (sync->started.us == 0)
        sync->started = now;
    if (sync->child > 0)
        look_after(sync, now);
    if (sync->child > 0 || sync->refused || now.us < sync->retry.us)
        return;
    sync->started = now;
    start(sync, false);
    if (sync->child == 0)
        sync->retry = (struct mono){now.us + RETRY_LONGEST_US};
}

int play_sync_descriptor(const struct play_sync *sync)
{
    return sync ? sync->descriptor : -1;
}

int64_t play_sync_due_us(const struct play_sync *sync, struct mono now)
{
    if (!sync || sync->refused)
        return -1;
    if (sync->child > 0)
        return sync->descriptor >= 0 ? -1 : LOOK_US;
    return sync->retry.us > now.us ? sync->retry.us - now.us : 0;
}

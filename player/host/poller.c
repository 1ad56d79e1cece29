#define _GNU_SOURCE /* ppoll: a fade's frames are 16.7 ms apart, poll knows whole milliseconds only */

#include "host/poller.h"

#include "base/memory.h"

#include <assert.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

/* A wait has an end: a sleep of days is no gain, and time_t arithmetic stays far from its limits. */
#define POLLER_LONGEST_US INT64_C(3600000000)

struct poller {
    int signals;
    sigset_t before;
};

struct poller *poller_create(void)
{
    sigset_t leave;
    sigemptyset(&leave);
    sigaddset(&leave, SIGTERM);
    sigaddset(&leave, SIGINT);
    int signals = signalfd(-1, &leave, SFD_NONBLOCK | SFD_CLOEXEC);
    if (signals < 0)
        return NULL;
    struct poller *poller = memory_alloc(sizeof *poller);
    poller->signals = signals;
    sigprocmask(SIG_BLOCK, &leave, &poller->before);
    return poller;
}

void poller_destroy(struct poller *poller)
{
    if (!poller)
        return;
    /* A signal that came twice must not end the program on its last step. */
    struct signalfd_siginfo taken;
    while (read(poller->signals, &taken, sizeof taken) > 0)
        continue;
    close(poller->signals);
    sigprocmask(SIG_SETMASK, &poller->before, NULL);
    memory_free(poller);
}

bool poller_wait(struct poller *poller, const int *descriptors, size_t count, int64_t timeout_us)
{
    struct pollfd polled[POLLER_MOST + 1];
    assert(count <= POLLER_MOST);
    polled[0] = (struct pollfd){.fd = poller->signals, .events = POLLIN};
    for (size_t i = 0; i < count; i++)
        polled[i + 1] = (struct pollfd){.fd = descriptors[i], .events = POLLIN};
    if (timeout_us < 0)
        timeout_us = 0;
    if (timeout_us > POLLER_LONGEST_US)
        timeout_us = POLLER_LONGEST_US;
    const struct timespec timeout = {.tv_sec = (time_t)(timeout_us / 1000000), .tv_nsec = (long)(timeout_us % 1000000 * 1000)};
    ppoll(polled, count + 1, &timeout, NULL);
    return !(polled[0].revents & POLLIN);
}

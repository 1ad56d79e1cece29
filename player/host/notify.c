#define _GNU_SOURCE /* SOCK_CLOEXEC, SOCK_NONBLOCK */

#include "host/notify.h"

#include "base/memory.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { STATUS_MOST = 200 };

struct notify {
    int socket; /* -1: nobody listens */
    struct sockaddr_un address;
    socklen_t address_length;
    int64_t watchdog_us;
    bool is_ready;
    char status[STATUS_MOST + 1];
};

/* A path, or "@name": a socket without a file, whose name begins with a zero byte. */
static bool take_address(struct notify *notify, const char *name)
{
    size_t length = name ? strlen(name) : 0;
    if (length < 2 || length >= sizeof notify->address.sun_path || (name[0] != '/' && name[0] != '@'))
        return false;
    notify->address.sun_family = AF_UNIX;
    memcpy(notify->address.sun_path, name, length);
    if (name[0] == '@')
        notify->address.sun_path[0] = '\0';
    notify->address_length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);
    return true;
}

/* A number of the environment, or 0. */
static int64_t number_of(const char *text)
{
    char *end = NULL;
    errno = 0;
    long long number = text ? strtoll(text, &end, 10) : 0;
    return text && end != text && *end == '\0' && errno == 0 && number > 0 ? number : 0;
}

/* The watchdog is ours when it names this process, or none. */
static int64_t watchdog_of_environment(void)
{
    int64_t pid = number_of(getenv("WATCHDOG_PID"));
    return pid == 0 || pid == (int64_t)getpid() ? number_of(getenv("WATCHDOG_USEC")) : 0;
}

struct notify *notify_create(void)
{
    struct notify *notify = memory_alloc(sizeof *notify);
    notify->socket = -1;
    if (take_address(notify, getenv("NOTIFY_SOCKET")))
        notify->socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (notify->socket >= 0)
        notify->watchdog_us = watchdog_of_environment();
    unsetenv("NOTIFY_SOCKET");
    unsetenv("WATCHDOG_USEC");
    unsetenv("WATCHDOG_PID");
    return notify;
}

/* Never blocks: a supervisor that does not listen must not stop the picture. */
static bool say(const struct notify *notify, const char *words)
{
    if (notify->socket < 0)
        return false;
    ssize_t sent = sendto(notify->socket, words, strlen(words), MSG_NOSIGNAL, (const struct sockaddr *)&notify->address,
                          notify->address_length);
    return sent == (ssize_t)strlen(words);
}

void notify_destroy(struct notify *notify)
{
    if (!notify)
        return;
    say(notify, "STOPPING=1");
    if (notify->socket >= 0)
        close(notify->socket);
    memory_free(notify);
}

bool notify_is_heard(const struct notify *notify)
{
    return notify->socket >= 0;
}

void notify_ready(struct notify *notify)
{
    if (!notify->is_ready)
        notify->is_ready = say(notify, "READY=1");
}

void notify_status(struct notify *notify, const char *text)
{
    char line[STATUS_MOST + 1], words[STATUS_MOST + sizeof "STATUS="];
    snprintf(line, sizeof line, "%s", text);
    for (char *at = line; *at; at++)
        if (*at == '\n')
            *at = ' ';
    if (strcmp(line, notify->status) == 0)
        return;
    snprintf(words, sizeof words, "STATUS=%s", line);
    if (say(notify, words))
        memcpy(notify->status, line, sizeof line);
}

int64_t notify_watchdog_us(const struct notify *notify)
{
    return notify->watchdog_us;
}

bool notify_heartbeat(struct notify *notify)
{
    return say(notify, "WATCHDOG=1");
}

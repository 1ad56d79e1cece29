#define _DEFAULT_SOURCE /* getifaddrs, IFF_UP: BSD, not POSIX */

#include "host/interfaces.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static bool is_usable(const struct ifaddrs *entry, int family)
{
    const unsigned wanted = IFF_UP | IFF_RUNNING;
    return entry->ifa_addr && entry->ifa_addr->sa_family == family && !(entry->ifa_flags & IFF_LOOPBACK) && (entry->ifa_flags & wanted) == wanted;
}

/* 169.254.x.x is what a machine gives itself when nobody else does: it is no network. */
static bool text_of_4(const struct ifaddrs *entry, char *text)
{
    struct sockaddr_in address;
    memcpy(&address, entry->ifa_addr, sizeof address);
    const uint32_t number = ntohl(address.sin_addr.s_addr), self_given = 0xA9FE0000, mask = 0xFFFF0000;
    return (number & mask) != self_given && inet_ntop(AF_INET, &address.sin_addr, text, INTERFACES_ADDRESS_BYTES);
}

static bool text_of_6(const struct ifaddrs *entry, char *text)
{
    struct sockaddr_in6 address;
    memcpy(&address, entry->ifa_addr, sizeof address);
    const unsigned char *bytes = address.sin6_addr.s6_addr;
    bool on_one_wire = bytes[0] == 0xFE && (bytes[1] & 0xC0) == 0x80;
    return !on_one_wire && inet_ntop(AF_INET6, &address.sin6_addr, text, INTERFACES_ADDRESS_BYTES);
}

size_t interfaces_addresses(char addresses[INTERFACES_MOST][INTERFACES_ADDRESS_BYTES])
{
    static const int families[] = {AF_INET, AF_INET6};
    struct ifaddrs *all = NULL;
    size_t count = 0;
    if (getifaddrs(&all) != 0)
        return 0;
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        for (const struct ifaddrs *entry = all; entry && count < INTERFACES_MOST; entry = entry->ifa_next)
            if (is_usable(entry, families[i]))
                count += families[i] == AF_INET ? text_of_4(entry, addresses[count]) : text_of_6(entry, addresses[count]);
    freeifaddrs(all);
    return count;
}

void interfaces_name(char name[INTERFACES_NAME_BYTES])
{
    if (gethostname(name, INTERFACES_NAME_BYTES) != 0)
        name[0] = '\0';
    name[INTERFACES_NAME_BYTES - 1] = '\0';
    name[strcspn(name, ".")] = '\0';
    if (strcmp(name, "localhost") == 0)
        name[0] = '\0';
}

/* This machine in its network: its name, and the addresses under which others find it. It knows interfaces; it asks nobody. */
#ifndef PARVIS_HOST_INTERFACES_H
#define PARVIS_HOST_INTERFACES_H

#include <stddef.h>

enum { INTERFACES_MOST = 4, INTERFACES_ADDRESS_BYTES = 46, INTERFACES_NAME_BYTES = 65 };

/* Addresses of interfaces that are up, as texts: IPv4 first, then global IPv6; no loopback, none that holds on one wire only. Returns how many
 * (at most INTERFACES_MOST); 0: no network, or a service that has none by its sandbox. */
size_t interfaces_addresses(char addresses[INTERFACES_MOST][INTERFACES_ADDRESS_BYTES]);

/* The machine's name without its domain; "" when it has none or is "localhost". */
void interfaces_name(char name[INTERFACES_NAME_BYTES]);

#endif

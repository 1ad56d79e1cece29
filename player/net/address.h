/* The address of an origin as text: which scheme and host, what a file below it is called, how it is shown without secrets. It opens no
 * connection and knows nothing of HTTP; numbers, names and ports are left to the library that connects. */
#ifndef PARVIS_NET_ADDRESS_H
#define PARVIS_NET_ADDRESS_H

#include <stdbool.h>

struct arena;

/* `base` ends in "/" and carries user name and password when the address has them; `query` ("?token=…", or "") follows every name.
 * `shown` has neither: for messages and status files. All live in the arena. */
struct address {
    const char *base;
    const char *query;
    const char *shown;
    bool secure; /* https */
};

enum address_result {
    ADDRESS_READ,
    ADDRESS_FOLDER,   /* no scheme: a path on this machine */
    ADDRESS_SCHEME,   /* neither https nor http */
    ADDRESS_INSECURE, /* http, and nobody allowed it */
    ADDRESS_BROKEN    /* no host, spaces or control characters in it, or too long */
};

/* Reads "https://host/folder", with or without the last "/", also when it ends in the name of a manifest or a playlist. Letters beyond
 * ASCII in the path are escaped. A fragment is dropped. Nothing is written unless ADDRESS_READ. */
enum address_result address_read(struct arena *arena, const char *text, bool allow_http, struct address *address);

/* The address of a file: `path` is UTF-8 with "/" between its parts and is escaped (RFC 3986) as it is appended. */
char *address_join(struct arena *arena, const struct address *address, const char *path);

/* Scheme, host and port of two absolute addresses are written alike (letter case apart; a port that goes without saying is said or not). */
bool address_same_host(const char *a, const char *b);

/* Both are https, or both are http. */
bool address_same_scheme(const char *a, const char *b);

#endif

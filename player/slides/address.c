#include "slides/address.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { ADDRESS_MOST = 32 };

static char *mail_address(struct arena *arena, const char *address)
{
    return arena_copy_bytes(arena, address, strcspn(address, "?,&"));
}

char *address_short(struct arena *arena, const char *url)
{
    if (strncmp(url, "mailto:", 7) == 0)
        return mail_address(arena, url + 7);
    const char *host = strstr(url, "://");
    if (!host)
        return arena_copy(arena, "");
    host += 3;
    if (strncmp(host, "www.", 4) == 0)
        host += 4;
    size_t host_bytes = strcspn(host, "/?#");
    /* A page whose address needs a query or a fragment cannot be typed from memory: its host is what one remembers. */
    size_t page_bytes = strcspn(host, "?#");
    bool whole = host[page_bytes] == '\0';
    while (page_bytes > host_bytes && host[page_bytes - 1] == '/')
        page_bytes--;
    char *page = arena_copy_bytes(arena, host, page_bytes);
    if (whole && utf8_count(page) <= ADDRESS_MOST && !strchr(page, '%'))
        return page;
    return arena_copy_bytes(arena, host, host_bytes);
}

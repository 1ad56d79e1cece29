#include "content/article_site.h"

#include "base/arena.h"

#include <stdbool.h>
#include <string.h>

static const char LETTERS[] = "abcdefghijklmnopqrstuvwxyz";
static const char LABEL_BYTES[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

/* RFC 1035, 2.3.4. */
enum { HOST_MOST = 253, LABEL_MOST = 63 };

/* Labels of letters, digits and hyphens, two at least; the last one, which is never a number, tells a host from "v1.2" and "12.05". "notes.md"
 * is a file. */
static bool is_host(const char *name, size_t length)
{
    size_t labels = 0, at = 0;
    while (length <= HOST_MOST && at < length) {
        size_t label = strspn(name + at, LABEL_BYTES);
        bool last = at + label == length;
        if (label == 0 || label > LABEL_MOST || (!last && name[at + label] != '.'))
            return false;
        if (last)
            return labels > 0 && label >= 2 && strspn(name + at, LETTERS) == label && !(label == 2 && strncmp(name + at, "md", 2) == 0);
        labels++;
        at += label + 1;
    }
    return false;
}

/* What stands behind "https://" and "www.". */
static const char *bare(const char *address)
{
    const char *scheme = strstr(address, "://");
    const char *host = scheme ? scheme + 3 : address;
    return strncmp(host, "www.", 4) == 0 ? host + 4 : host;
}

const char *article_site(struct arena *arena, const char *path, const char *listed)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *mark = strstr(name, "__");
    if (!mark || !is_host(name, (size_t)(mark - name)))
        return listed ? arena_copy(arena, listed) : NULL;
    const char *host = arena_copy_bytes(arena, name, (size_t)(mark - name));
    if (listed && strcmp(bare(listed), bare(host)) == 0)
        return arena_copy(arena, listed);
    return arena_format(arena, "https://%s", host);
}

/* The header fields of an answer that matter here, and the look of its first bytes. It knows HTTP's spelling; it opens no connection and
 * decides nothing. */
#ifndef PARVIS_NET_HEAD_H
#define PARVIS_NET_HEAD_H

#include "net/fetch.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct head {
    char etag[FETCH_TAG_MOST]; /* "" when there is none, when it is too long to be kept, or not printable ASCII */
    char last_modified[FETCH_DATE_MOST];
    bool has_range;       /* a Content-Range of bytes that could be read ... */
    uint64_t range_start; /* ... and where it begins */
    bool is_html;         /* calls itself text/html */
    bool is_encoded;      /* compressed */
    bool has_end;         /* says where its body ends: a length, or chunks */
};

/* Takes one line as it came, without or with its line break, not NUL-terminated. A status line begins a new answer. */
void head_line(struct head *head, const char *line, size_t bytes);

/* True when the first bytes of a body are those of a whole page of HTML: it begins like one, or begins with a tag and calls itself one.
 * Articles may begin with a tag; portals always say what they are. */
bool head_is_page(const struct head *head, const char *data, size_t length);

#endif

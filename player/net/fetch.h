/* One request for one file of an origin, and what became of it: the interface, and the implementation over HTTP, which is the only file
 * that knows libcurl. It knows ceilings, time limits and certificates; it refuses to know what the bytes mean, and a "fine" of it never
 * says that they are right: only size and SHA-256 do. */
#ifndef PARVIS_NET_FETCH_H
#define PARVIS_NET_FETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How a request ended. Each has a stable code and words for staff: see fault.h. */
enum fetch_status {
    FETCH_FINE,
    FETCH_NOT_MODIFIED,
    FETCH_MISSING,          /* 404, 410; no such file */
    FETCH_FORBIDDEN,        /* 401, 403; the file may not be read */
    FETCH_REFUSED,          /* any other 4xx */
    FETCH_RANGE,            /* 416, or another piece than the one asked for: what is here is not gone on with */
    FETCH_BUSY,             /* 429, 503 */
    FETCH_SERVER,           /* any other 5xx */
    FETCH_PORTAL,           /* an HTML page where a file was expected, or 511 */
    FETCH_PROTOCOL,         /* no HTTP, a status nobody asked for, a range that is not the one asked for */
    FETCH_ENCODED,          /* compressed, although identity was asked for */
    FETCH_TOO_LARGE,        /* body or header fields over their ceilings */
    FETCH_SHORT,            /* less than announced */
    FETCH_SLOW,             /* next to nothing for the time of patience */
    FETCH_LATE,             /* over the deadline of the whole request */
    FETCH_UNREACHABLE,      /* no connection in time, or no way to the network */
    FETCH_CONNECTION,       /* connection refused */
    FETCH_LOST,             /* connection ended in the middle */
    FETCH_NAME,             /* the host's name is not known, or nobody answers who would know it */
    FETCH_PROXY,            /* the proxy is not found or refuses */
    FETCH_TLS,              /* no common ground, or any other fault of the certificate */
    FETCH_TLS_EXPIRED,
    FETCH_TLS_EARLY,        /* not yet valid: most often the clock is wrong */
    FETCH_TLS_HOST,         /* for another host */
    FETCH_TLS_AUTHORITY,    /* signed by nobody this machine trusts */
    FETCH_CA_FILE,          /* the file of --ca cannot be read */
    FETCH_REDIRECT_SCHEME,  /* sent on to another scheme: http, file, ftp ... */
    FETCH_REDIRECT_LOOP,    /* sent on too often */
    FETCH_UNSAFE,           /* of a folder: a link, a pipe, a device, a path that leads out of it */
    FETCH_DISK,             /* of a folder: it cannot be read */
    FETCH_SINK,             /* the sink said no: the reason is the sink's */
    FETCH_LEFT              /* the program was asked to leave */
};

enum { FETCH_TAG_MOST = 256, FETCH_DATE_MOST = 64, FETCH_DETAIL_MOST = 256 };

/* What is asked for. All texts are borrowed for the time of the call. */
struct fetch_request {
    const char *path;          /* below the origin, UTF-8, as a manifest names it */
    uint64_t most_bytes;       /* of the whole file */
    int64_t deadline_ms;       /* for all of it; over HTTP only */
    const char *etag;          /* not again when it still has these (NULL: any) */
    const char *last_modified;
    uint64_t resume_bytes;     /* so many are there already; over HTTP a range is asked for */
    const char *resume_tag;    /* the range only if the file still has this ETag (If-Range); NULL: whatever it is */
    bool fresh;                /* caches on the way shall look again */
    bool ends_told;            /* nobody knows size or hash beforehand: over HTTP the server must say where the body ends, or one that was
                                  cut would be taken for whole (FETCH_PROTOCOL) */

    /* Takes `length` bytes that belong at offset `at`. A body begins at 0, or at resume_bytes when the server gives the range: at 0 the
     * sink forgets what it had. False ends the transfer with FETCH_SINK. Called for the bodies of 200 and 206 only. */
    bool (*sink)(void *self, uint64_t at, const void *data, size_t length);
    void *self;
};

struct fetch_answer {
    enum fetch_status status;
    int http;                             /* status code; 0: there was none */
    char etag[FETCH_TAG_MOST];            /* "" when there is none, or one that is too long to be kept */
    char last_modified[FETCH_DATE_MOST];
    int64_t retry_after_s;                /* -1: the server did not say */
    uint64_t bytes;                       /* given to the sink */
    char detail[FETCH_DETAIL_MOST];       /* the library's own words, English, for the journal; "" */
};

/* An origin. get() blocks until the request has ended, at most its deadline, and always fills the answer. */
struct fetch {
    void *self;
    void (*get)(void *self, const struct fetch_request *request, struct fetch_answer *answer);
    void (*destroy)(void *self);
};

struct address;

struct fetch_settings {
    const struct address *address; /* copied */
    const char *agent;             /* "parvis/1.2"; copied */
    const char *ca;                /* PEM file of the authorities to trust instead of the system's; NULL: the system's. Copied */
    int64_t patience_ms;           /* to connect, and for a transfer that stands still */
    bool (*go_on)(void *self);     /* asked at least once a second; false ends the transfer. NULL: always */
    void *go_on_self;
};

/* An origin over HTTP. libcurl is loaded by the first call, not with the program. False (it is missing or cannot start):
 * `fetch` is untouched. End it with fetch->destroy(fetch->self). Redirects: at most five, to the same scheme, also to other hosts (object
 * stores, shares and CDNs live on it; the certificate of the first host vouches for the address of the second), but password, .netrc and
 * query stay with the first host. */
bool fetch_create(struct fetch *fetch, const struct fetch_settings *settings);

#endif

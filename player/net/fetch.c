#include "net/fetch.h"

#include "net/address.h"
#include "net/head.h"

#include "base/arena.h"
#include "base/memory.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

/* A page that says "not found" is read so far, to keep the connection; then it is cut. Header fields of one answer: 64 KiB. */
enum { REDIRECTS_MOST = 5, ERROR_BODY_MOST = 64 * 1024, HEADERS_MOST = 64 * 1024, SLOW_BYTES_A_SECOND = 500 };

/* Of CURLINFO_SSL_VERIFYRESULT: OpenSSL's X509_V_ERR_..., stable since its first versions (x509_vfy.h). */
enum { VERIFY_FINE = 0, VERIFY_UNSET = 1, VERIFY_EARLY = 9, VERIFY_EXPIRED = 10, VERIFY_HOST = 62, VERIFY_ADDRESS = 64 };

/* Why the library was told to stop. */
enum stop { STOP_NOT, STOP_LEFT, STOP_SINK, STOP_LARGE, STOP_PORTAL, STOP_ENCODED, STOP_RANGE, STOP_ERROR_BODY };

/* What is used of libcurl. It is loaded when the first origin is opened: it and the twenty-six libraries behind it cost each start of the
 * program 7 ms and 3 MB (measured), and the show, which has no network, needs none of them. */
struct curl {
    CURLcode (*global_init)(long);
    void (*global_cleanup)(void);
    CURL *(*easy_init)(void);
    CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
    CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
    CURLcode (*easy_perform)(CURL *);
    void (*easy_reset)(CURL *);
    void (*easy_cleanup)(CURL *);
    struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
    void (*slist_free_all)(struct curl_slist *);
};

struct http {
    struct curl curl;
    CURL *easy;
    struct arena *arena;   /* of the settings */
    struct arena *scratch; /* of one request */
    struct address address;
    const char *agent, *ca;
    int64_t patience_ms;
    bool (*go_on)(void *self);
    void *go_on_self;
    char error[CURL_ERROR_SIZE];

    /* of the request that runs */
    const struct fetch_request *request;
    struct fetch_answer *answer;
    enum stop stop;
    size_t header_bytes;
    uint64_t discarded;
    struct head head;
};

/* --- what the server says ------------------------------------------------------------------------------------------------------------ */

static size_t on_header(char *line, size_t size, size_t count, void *self)
{
    struct http *http = self;
    size_t bytes = size * count;
    http->header_bytes += bytes;
    if (http->header_bytes > HEADERS_MOST) {
        http->stop = STOP_LARGE;
        return 0;
    }
    head_line(&http->head, line, bytes);
    return bytes;
}

static long response_code(const struct http *http)
{
    long code = 0;
    http->curl.easy_getinfo(http->easy, CURLINFO_RESPONSE_CODE, &code);
    return code;
}

/* Looks at the beginning of a body: may it be taken? */
static enum stop judge_body(const struct http *http, long code, const char *data, size_t length)
{
    curl_off_t announced = -1;
    if (code == 206 && (http->request->resume_bytes == 0 || !http->head.has_range || http->head.range_start != http->request->resume_bytes))
        return STOP_RANGE;
    if (http->head.is_encoded)
        return http->head.is_html ? STOP_PORTAL : STOP_ENCODED;
    if (code == 200 && head_is_page(&http->head, data, length))
        return STOP_PORTAL;
    /* Not by the library's own limit: that one would cut a portal's page before it is known as one. */
    http->curl.easy_getinfo(http->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
    return announced > 0 && (uint64_t)announced > http->request->most_bytes ? STOP_LARGE : STOP_NOT;
}

static size_t on_body(char *data, size_t size, size_t count, void *self)
{
    struct http *http = self;
    const struct fetch_request *request = http->request;
    size_t bytes = size * count;
    long code = response_code(http);
    if (code != 200 && code != 206) {
        http->discarded += bytes;
        if (http->discarded > ERROR_BODY_MOST)
            http->stop = STOP_ERROR_BODY;
        return http->stop == STOP_NOT ? bytes : 0;
    }
    if (bytes == 0)
        return 0;
    uint64_t start = code == 206 ? request->resume_bytes : 0;
    if (http->answer->bytes == 0)
        http->stop = judge_body(http, code, data, bytes);
    if (http->stop == STOP_NOT && start + http->answer->bytes + bytes > request->most_bytes)
        http->stop = STOP_LARGE;
    if (http->stop == STOP_NOT && !request->sink(request->self, start + http->answer->bytes, data, bytes))
        http->stop = STOP_SINK;
    if (http->stop != STOP_NOT)
        return 0;
    http->answer->bytes += bytes;
    return bytes;
}

/* The library asks so at least once a second, whatever it waits for. */
static int on_progress(void *self, curl_off_t most_down, curl_off_t down, curl_off_t most_up, curl_off_t up)
{
    struct http *http = self;
    (void)most_down;
    (void)down;
    (void)most_up;
    (void)up;
    if (!http->go_on || http->go_on(http->go_on_self))
        return 0;
    http->stop = STOP_LEFT;
    return 1;
}

/* --- how it ended -------------------------------------------------------------------------------------------------------------------- */

static enum fetch_status status_of_code(const struct http *http, long code)
{
    const struct fetch_request *request = http->request;
    switch (code) {
    case 200:
        return request->ends_told && !http->head.has_end ? FETCH_PROTOCOL : FETCH_FINE;
    case 206:
        return FETCH_FINE;
    case 304:
        return request->etag || request->last_modified ? FETCH_NOT_MODIFIED : FETCH_PROTOCOL;
    case 401:
    case 403:
        return FETCH_FORBIDDEN;
    case 404:
    case 410:
        return FETCH_MISSING;
    case 407:
        return FETCH_PROXY;
    case 416:
        return request->resume_bytes > 0 ? FETCH_RANGE : FETCH_REFUSED;
    case 429:
    case 503:
        return FETCH_BUSY;
    case 511: /* Network Authentication Required, RFC 6585 */
        return FETCH_PORTAL;
    default:
        break;
    }
    if (code >= 400 && code < 600)
        return code < 500 ? FETCH_REFUSED : FETCH_SERVER;
    return FETCH_PROTOCOL;
}

static enum fetch_status status_of_certificate(const struct http *http)
{
    long verify = VERIFY_FINE;
    http->curl.easy_getinfo(http->easy, CURLINFO_SSL_VERIFYRESULT, &verify);
    switch (verify) {
    case VERIFY_EARLY:
        return FETCH_TLS_EARLY;
    case VERIFY_EXPIRED:
        return FETCH_TLS_EXPIRED;
    case VERIFY_FINE: /* the chain is fine, or not asked for any more: it is the name, which the library compares by itself */
    case VERIFY_UNSET:
    case VERIFY_HOST:
    case VERIFY_ADDRESS:
        return FETCH_TLS_HOST;
    default:
        return FETCH_TLS_AUTHORITY;
    }
}

static int64_t time_us(const struct http *http, CURLINFO which)
{
    curl_off_t us = 0;
    http->curl.easy_getinfo(http->easy, which, &us);
    return us;
}

static enum fetch_status status_of_timeout(const struct http *http)
{
    long sent_bytes = 0;
    http->curl.easy_getinfo(http->easy, CURLINFO_REQUEST_SIZE, &sent_bytes); /* a connection that is used again has no times of its own */
    if (sent_bytes == 0)
        return time_us(http, CURLINFO_NAMELOOKUP_TIME_T) == 0 ? FETCH_NAME : FETCH_UNREACHABLE;
    return time_us(http, CURLINFO_TOTAL_TIME_T) / 1000 >= http->request->deadline_ms - 1 ? FETCH_LATE : FETCH_SLOW;
}

static enum fetch_status status_of_connect(const struct http *http)
{
    long system = 0;
    http->curl.easy_getinfo(http->easy, CURLINFO_OS_ERRNO, &system);
    if (system == ECONNRESET || system == ENOTCONN || system == EPIPE)
        return FETCH_LOST;
    return system == ECONNREFUSED ? FETCH_CONNECTION : FETCH_UNREACHABLE;
}

static enum fetch_status status_of_stop(const struct http *http)
{
    switch (http->stop) {
    case STOP_LEFT:
        return FETCH_LEFT;
    case STOP_SINK:
        return FETCH_SINK;
    case STOP_PORTAL:
        return FETCH_PORTAL;
    case STOP_ENCODED:
        return FETCH_ENCODED;
    case STOP_RANGE: /* another piece than the one asked for: the whole will do */
        return http->request->resume_bytes > 0 ? FETCH_RANGE : FETCH_PROTOCOL;
    case STOP_ERROR_BODY:
        return status_of_code(http, response_code(http));
    case STOP_LARGE:
    case STOP_NOT:
        break;
    }
    return FETCH_TOO_LARGE;
}

static enum fetch_status status_of_library(const struct http *http, CURLcode result)
{
    switch (result) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return FETCH_NAME;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return FETCH_PROXY;
    case CURLE_COULDNT_CONNECT:
        return status_of_connect(http);
    case CURLE_OPERATION_TIMEDOUT:
        return status_of_timeout(http);
    case CURLE_PARTIAL_FILE:
        return FETCH_SHORT;
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return FETCH_LOST;
    case CURLE_PEER_FAILED_VERIFICATION:
        return status_of_certificate(http);
    case CURLE_SSL_CACERT_BADFILE:
        return FETCH_CA_FILE;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
        return FETCH_TLS;
    default:
        return FETCH_PROTOCOL;
    }
}

static enum fetch_status status_of(const struct http *http, CURLcode result)
{
    long code = response_code(http), connect = 0;
    http->curl.easy_getinfo(http->easy, CURLINFO_HTTP_CONNECTCODE, &connect);
    if (http->stop != STOP_NOT)
        return status_of_stop(http);
    if (result == CURLE_OK && http->head.is_encoded && (code == 200 || code == 206))
        return http->head.is_html ? FETCH_PORTAL : FETCH_ENCODED;
    /* An answer that needs no body is an answer, however its body ends. */
    if (result == CURLE_OK || (code >= 300 && code < 600))
        return status_of_code(http, code);
    if (code == 0 && connect >= 300)
        return FETCH_PROXY;
    return status_of_library(http, result);
}

/* --- one request --------------------------------------------------------------------------------------------------------------------- */

static struct curl_slist *add_header(struct http *http, struct curl_slist *list, const char *name, const char *value)
{
    return value ? http->curl.slist_append(list, arena_format(http->scratch, "%s: %s", name, value)) : list;
}

/* No answer shall be compressed: a small body could become a large one before any ceiling sees it. */
static struct curl_slist *headers_of(struct http *http)
{
    const struct fetch_request *request = http->request;
    struct curl_slist *list = add_header(http, NULL, "Accept-Encoding", "identity");
    if (request->fresh)
        list = add_header(http, list, "Cache-Control", "max-age=0");
    list = add_header(http, list, "If-None-Match", request->etag);
    if (!request->etag)
        list = add_header(http, list, "If-Modified-Since", request->last_modified);
    if (request->resume_bytes > 0)
        list = add_header(http, list, "If-Range", request->resume_tag);
    return list;
}

static void set_limits(struct http *http, const struct fetch_request *request)
{
    CURL *easy = http->easy;
    http->curl.easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)http->patience_ms);
    http->curl.easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, (long)SLOW_BYTES_A_SECOND);
    http->curl.easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, (long)((http->patience_ms + 999) / 1000));
    http->curl.easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)request->deadline_ms);
    /* Names are resolved by a thread of the library; one that hangs is left behind instead of waited for (libcurl 7.87). */
    http->curl.easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    http->curl.easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    http->curl.easy_setopt(easy, CURLOPT_MAXCONNECTS, 2L);
}

static void set_safety(struct http *http)
{
    CURL *easy = http->easy;
    const char *schemes = http->address.secure ? "https" : "http";
    http->curl.easy_setopt(easy, CURLOPT_PROTOCOLS_STR, schemes);
    http->curl.easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, schemes);
    http->curl.easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    http->curl.easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    http->curl.easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    http->curl.easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    http->curl.easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    http->curl.easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (http->ca) {
        http->curl.easy_setopt(easy, CURLOPT_CAINFO, http->ca);
        http->curl.easy_setopt(easy, CURLOPT_CAPATH, NULL);
    }
}

/* The handle keeps its connection, its names and its TLS sessions from one request to the next; all options are set anew. */
static CURLcode perform(struct http *http, const char *url)
{
    CURL *easy = http->easy;
    http->curl.easy_reset(easy);
    http->header_bytes = 0;
    http->discarded = 0;
    http->error[0] = '\0';
    http->stop = STOP_NOT;
    http->head = (struct head){0};
    set_limits(http, http->request);
    set_safety(http);
    http->curl.easy_setopt(easy, CURLOPT_URL, url);
    http->curl.easy_setopt(easy, CURLOPT_USERAGENT, http->agent);
    http->curl.easy_setopt(easy, CURLOPT_ERRORBUFFER, http->error);
    http->curl.easy_setopt(easy, CURLOPT_NETRC, address_same_host(url, http->address.base) ? (long)CURL_NETRC_OPTIONAL : (long)CURL_NETRC_IGNORED);
    http->curl.easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
    http->curl.easy_setopt(easy, CURLOPT_HEADERDATA, http);
    http->curl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    http->curl.easy_setopt(easy, CURLOPT_WRITEDATA, http);
    http->curl.easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, on_progress);
    http->curl.easy_setopt(easy, CURLOPT_XFERINFODATA, http);
    http->curl.easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    if (http->request->resume_bytes > 0)
        http->curl.easy_setopt(easy, CURLOPT_RANGE, arena_format(http->scratch, "%llu-", (unsigned long long)http->request->resume_bytes));
    struct curl_slist *headers = headers_of(http);
    http->curl.easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    CURLcode result = http->curl.easy_perform(easy);
    http->curl.easy_setopt(easy, CURLOPT_HTTPHEADER, NULL);
    http->curl.slist_free_all(headers);
    return result;
}

/* Where an answer sends us on, copied; NULL: nowhere. */
static const char *redirect_of(struct http *http)
{
    long code = response_code(http);
    char *url = NULL;
    if (code != 301 && code != 302 && code != 303 && code != 307 && code != 308)
        return NULL;
    http->curl.easy_getinfo(http->easy, CURLINFO_REDIRECT_URL, &url);
    return arena_copy(http->scratch, url);
}

static void http_get(void *self, const struct fetch_request *request, struct fetch_answer *answer)
{
    struct http *http = self;
    *answer = (struct fetch_answer){.retry_after_s = -1};
    http->request = request;
    http->answer = answer;
    arena_reset(http->scratch);
    const char *url = address_join(http->scratch, &http->address, request->path);
    for (int redirects = 0;; redirects++) {
        CURLcode result = perform(http, url);
        const char *next = http->stop == STOP_LEFT ? NULL : redirect_of(http);
        if (!next) {
            answer->status = status_of(http, result);
            break;
        }
        if (!address_same_scheme(url, next)) {
            answer->status = FETCH_REDIRECT_SCHEME;
            break;
        }
        if (redirects == REDIRECTS_MOST) {
            answer->status = FETCH_REDIRECT_LOOP;
            break;
        }
        url = next;
    }
    curl_off_t retry_s = 0;
    if (http->curl.easy_getinfo(http->easy, CURLINFO_RETRY_AFTER, &retry_s) == CURLE_OK && retry_s > 0)
        answer->retry_after_s = retry_s;
    memcpy(answer->etag, http->head.etag, sizeof answer->etag);
    memcpy(answer->last_modified, http->head.last_modified, sizeof answer->last_modified);
    answer->http = (int)response_code(http);
    snprintf(answer->detail, sizeof answer->detail, "%s", http->error);
}

static void http_destroy(void *self)
{
    struct http *http = self;
    if (!http)
        return;
    void (*global_cleanup)(void) = http->curl.global_cleanup;
    http->curl.easy_cleanup(http->easy);
    arena_destroy(http->scratch);
    arena_destroy(http->arena);
    memory_free(http);
    global_cleanup();
}

/* POSIX gives functions as void *; ISO C has no cast for that, so the pointer is copied. */
static bool find(void *library, const char *name, void *function)
{
    void *found = dlsym(library, name);
    memcpy(function, &found, sizeof found);
    return found != NULL;
}

/* OpenSSL's libcurl by its name of ABI, the same in Debian 12 and 13. It stays for the life of the process: libraries behind it register
 * handlers for its end. */
static bool load(struct curl *curl)
{
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    return library && find(library, "curl_global_init", &curl->global_init) && find(library, "curl_global_cleanup", &curl->global_cleanup) &&
           find(library, "curl_easy_init", &curl->easy_init) && find(library, "curl_easy_setopt", &curl->easy_setopt) &&
           find(library, "curl_easy_getinfo", &curl->easy_getinfo) && find(library, "curl_easy_perform", &curl->easy_perform) &&
           find(library, "curl_easy_reset", &curl->easy_reset) && find(library, "curl_easy_cleanup", &curl->easy_cleanup) &&
           find(library, "curl_slist_append", &curl->slist_append) && find(library, "curl_slist_free_all", &curl->slist_free_all);
}

bool fetch_create(struct fetch *fetch, const struct fetch_settings *settings)
{
    struct curl curl;
    if (!load(&curl) || curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        return false;
    CURL *easy = curl.easy_init();
    if (!easy) {
        curl.global_cleanup();
        return false;
    }
    struct http *http = memory_alloc(sizeof *http);
    http->curl = curl;
    http->easy = easy;
    http->arena = arena_create();
    http->scratch = arena_create();
    http->address = (struct address){.base = arena_copy(http->arena, settings->address->base),
                                     .query = arena_copy(http->arena, settings->address->query),
                                     .shown = arena_copy(http->arena, settings->address->shown),
                                     .secure = settings->address->secure};
    http->agent = arena_copy(http->arena, settings->agent);
    http->ca = arena_copy(http->arena, settings->ca);
    http->patience_ms = settings->patience_ms;
    http->go_on = settings->go_on;
    http->go_on_self = settings->go_on_self;
    *fetch = (struct fetch){.self = http, .get = http_get, .destroy = http_destroy};
    return true;
}

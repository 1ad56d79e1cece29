#include "net/address.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

enum { ADDRESS_MOST_BYTES = 2048 };

/* An address cut into its parts; all point into the text. */
struct parts {
    const char *scheme, *authority, *path, *query;
    size_t scheme_length, authority_length, path_length, query_length;
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_unreserved(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || (c != '\0' && strchr("-._~", c));
}

/* False: no "scheme://" at its beginning. */
static bool parts_read(const char *text, struct parts *parts)
{
    size_t scheme = 0;
    while (is_letter(text[scheme]) || (scheme > 0 && text[scheme] != '\0' && strchr("+-.0123456789", text[scheme])))
        scheme++;
    if (scheme == 0 || strncmp(text + scheme, "://", 3) != 0)
        return false;
    parts->scheme = text;
    parts->scheme_length = scheme;
    parts->authority = text + scheme + 3;
    parts->authority_length = strcspn(parts->authority, "/?#\\");
    parts->path = parts->authority + parts->authority_length;
    parts->path_length = strcspn(parts->path, "?#");
    parts->query = parts->path + parts->path_length;
    parts->query_length = strcspn(parts->query, "#");
    return true;
}

static bool is_scheme(const struct parts *parts, const char *scheme)
{
    return parts->scheme_length == strlen(scheme) && strncasecmp(parts->scheme, scheme, parts->scheme_length) == 0;
}

/* The host with its port, behind "user:password@". */
static const char *host_of(const struct parts *parts, size_t *length)
{
    const char *host = parts->authority;
    for (size_t i = 0; i < parts->authority_length; i++)
        if (parts->authority[i] == '@')
            host = parts->authority + i + 1;
    *length = parts->authority_length - (size_t)(host - parts->authority);
    return host;
}

static void add_escaped(struct buffer *buffer, const char *text, size_t length, const char *kept)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (is_unreserved(text[i]) || (text[i] != '\0' && strchr(kept, text[i]))) {
            buffer_add_char(buffer, text[i]);
            continue;
        }
        buffer_add_char(buffer, '%');
        buffer_add_char(buffer, digits[byte >> 4]);
        buffer_add_char(buffer, digits[byte & 15]);
    }
}

static bool has_control(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < 0x20 || *text == 0x7F)
            return true;
    return false;
}

/* What staff copy from a browser is often the address of a file in the folder. */
static size_t without_file(const char *path, size_t length)
{
    static const char *const names[] = {"/manifest.json", "/playlist.yaml"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t name = strlen(names[i]);
        if (length >= name && strncmp(path + length - name, names[i], name) == 0)
            return length - name + 1;
    }
    return length;
}

enum address_result address_read(struct arena *arena, const char *text, bool allow_http, struct address *address)
{
    struct parts parts = {0};
    if (!parts_read(text, &parts))
        return ADDRESS_FOLDER;
    bool secure = is_scheme(&parts, "https");
    if (!secure && !is_scheme(&parts, "http"))
        return ADDRESS_SCHEME;
    size_t host_length = 0;
    const char *host = host_of(&parts, &host_length);
    if (host_length == 0 || host[0] == ':' || strlen(text) > ADDRESS_MOST_BYTES || has_control(text) ||
        memchr(parts.authority, ' ', parts.authority_length))
        return ADDRESS_BROKEN;
    if (!secure && !allow_http)
        return ADDRESS_INSECURE;
    size_t path_length = without_file(parts.path, parts.path_length);
    struct buffer path, base, shown;
    buffer_init(&path, arena);
    add_escaped(&path, parts.path, path_length, "/%!$&'()*+,;=:@");
    if (path.length == 0 || path.data[path.length - 1] != '/')
        buffer_add_char(&path, '/');
    buffer_init(&base, arena);
    buffer_format(&base, "%s://", secure ? "https" : "http");
    buffer_init(&shown, arena);
    buffer_add(&shown, base.data);
    buffer_add_bytes(&base, parts.authority, parts.authority_length);
    buffer_add(&base, path.data);
    buffer_add_bytes(&shown, host, host_length);
    buffer_add(&shown, path.data);
    *address = (struct address){
        .base = base.data,
        .query = arena_copy_bytes(arena, parts.query, parts.query_length),
        .shown = shown.data,
        .secure = secure,
    };
    return ADDRESS_READ;
}

char *address_join(struct arena *arena, const struct address *address, const char *path)
{
    struct buffer whole;
    buffer_init(&whole, arena);
    buffer_add(&whole, address->base);
    add_escaped(&whole, path, strlen(path), "/");
    buffer_add(&whole, address->query);
    return whole.data;
}

bool address_same_scheme(const char *a, const char *b)
{
    struct parts left = {0}, right = {0};
    return parts_read(a, &left) && parts_read(b, &right) && left.scheme_length == right.scheme_length &&
           strncasecmp(left.scheme, right.scheme, left.scheme_length) == 0;
}

/* The length of host and port without a port that goes without saying. */
static size_t without_port(const struct parts *parts, const char *host, size_t length)
{
    const char *port = is_scheme(parts, "https") ? ":443" : ":80";
    size_t port_length = strlen(port);
    return length > port_length && strncmp(host + length - port_length, port, port_length) == 0 ? length - port_length : length;
}

bool address_same_host(const char *a, const char *b)
{
    struct parts left = {0}, right = {0};
    if (!address_same_scheme(a, b) || !parts_read(a, &left) || !parts_read(b, &right))
        return false;
    size_t left_length = 0, right_length = 0;
    const char *left_host = host_of(&left, &left_length), *right_host = host_of(&right, &right_length);
    left_length = without_port(&left, left_host, left_length);
    right_length = without_port(&right, right_host, right_length);
    return left_length == right_length && strncasecmp(left_host, right_host, left_length) == 0;
}

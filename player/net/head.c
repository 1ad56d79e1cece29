#include "net/head.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { SNIFF_MOST = 64, RANGE_MOST = 64 };

/* The value of a field when the line is one of that name, without blanks around it; its length in *length. */
static const char *field_value(const char *line, size_t bytes, const char *name, size_t *length)
{
    size_t name_length = strlen(name);
    if (bytes <= name_length || line[name_length] != ':' || strncasecmp(line, name, name_length) != 0)
        return NULL;
    const char *value = line + name_length + 1;
    size_t left = bytes - name_length - 1;
    while (left > 0 && (*value == ' ' || *value == '\t')) {
        value++;
        left--;
    }
    while (left > 0 && (value[left - 1] == '\r' || value[left - 1] == '\n' || value[left - 1] == ' '))
        left--;
    *length = left;
    return value;
}

/* Keeps what will be sent back as it came. */
static void keep_field(char *to, size_t size, const char *value, size_t length)
{
    to[0] = '\0';
    if (length >= size)
        return;
    for (size_t i = 0; i < length; i++)
        if (value[i] < 0x20 || value[i] > 0x7E)
            return;
    memcpy(to, value, length);
    to[length] = '\0';
}

/* "bytes 1000-1999/2000" */
static void read_range(struct head *head, const char *value, size_t length)
{
    char text[RANGE_MOST] = "";
    keep_field(text, sizeof text, value, length);
    if (strncasecmp(text, "bytes ", 6) != 0 || text[6] < '0' || text[6] > '9')
        return;
    char *end;
    errno = 0;
    unsigned long long start = strtoull(text + 6, &end, 10);
    head->has_range = errno == 0 && *end == '-';
    head->range_start = start;
}

void head_line(struct head *head, const char *line, size_t bytes)
{
    size_t length = 0;
    const char *value;
    if (bytes > 5 && strncmp(line, "HTTP/", 5) == 0)
        *head = (struct head){0};
    else if ((value = field_value(line, bytes, "ETag", &length)))
        keep_field(head->etag, sizeof head->etag, value, length);
    else if ((value = field_value(line, bytes, "Last-Modified", &length)))
        keep_field(head->last_modified, sizeof head->last_modified, value, length);
    else if ((value = field_value(line, bytes, "Content-Range", &length)))
        read_range(head, value, length);
    else if ((value = field_value(line, bytes, "Content-Type", &length)))
        head->is_html = length >= 9 && strncasecmp(value, "text/html", 9) == 0;
    else if ((value = field_value(line, bytes, "Content-Encoding", &length)))
        head->is_encoded = length > 0 && !(length == 8 && strncasecmp(value, "identity", 8) == 0);
    else if (field_value(line, bytes, "Content-Length", &length))
        head->has_end = true;
    else if ((value = field_value(line, bytes, "Transfer-Encoding", &length)))
        head->has_end = length >= 7 && strncasecmp(value + length - 7, "chunked", 7) == 0;
}

bool head_is_page(const struct head *head, const char *data, size_t length)
{
    char start[SNIFF_MOST + 1] = "";
    if (length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
        data += 3;
        length -= 3;
    }
    while (length > 0 && (*data == ' ' || *data == '\t' || *data == '\r' || *data == '\n')) {
        data++;
        length--;
    }
    memcpy(start, data, length < SNIFF_MOST ? length : SNIFF_MOST);
    if (start[0] != '<')
        return false;
    return head->is_html || strncasecmp(start, "<!doctype html", 14) == 0 || strncasecmp(start, "<html", 5) == 0;
}

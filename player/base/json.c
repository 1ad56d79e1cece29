#include "base/json.h"

#include "base/utf8.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

/* The public face of jansson's json_t: never looked into, only handed back and forth. */
static json_t *inner(const struct json *value)
{
    union {
        const struct json *ours;
        json_t *theirs;
    } both = {.ours = value};
    return both.theirs;
}

static struct json *outer(json_t *value)
{
    return (struct json *)(void *)value;
}

static struct json *refuse(struct json_problem *problem, int line, int column, const char *text)
{
    if (problem) {
        problem->line = line;
        problem->column = column;
        snprintf(problem->text, sizeof problem->text, "%s", text);
    }
    return NULL;
}

/* jansson gives every value 32 bytes and more, so 4 MiB of "[[],[],…" would take a hundred times that: counted before it is parsed. */
static const char *too_much(const char *text, size_t length)
{
    size_t values = 0;
    int depth = 0;
    bool in_text = false;
    for (size_t i = 0; i < length; i++) {
        if (in_text) {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '"')
                in_text = false;
            continue;
        }
        in_text = text[i] == '"';
        values += text[i] == ',' || text[i] == ':' || text[i] == '[' || text[i] == '{';
        depth += (text[i] == '[' || text[i] == '{') - (text[i] == ']' || text[i] == '}');
        if (values > JSON_VALUES_MOST)
            return "too many values";
        if (depth > JSON_DEPTH_MOST)
            return "nested too deeply";
    }
    return NULL;
}

struct json *json_parse(const char *text, size_t length, size_t most_bytes, struct json_problem *problem)
{
    if (length > most_bytes)
        return refuse(problem, 0, 0, "too large");
    const char *excess = too_much(text, length);
    if (excess)
        return refuse(problem, 0, 0, excess);
    json_error_t error;
    json_t *root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
    if (!root)
        return refuse(problem, error.line, error.column, error.text);
    return outer(root);
}

void json_destroy(struct json *root)
{
    json_decref(inner(root));
}

enum json_kind json_kind_of(const struct json *value)
{
    if (!value)
        return JSON_KIND_NONE;
    switch (json_typeof(inner(value))) {
    case JSON_OBJECT:
        return JSON_KIND_MAP;
    case JSON_ARRAY:
        return JSON_KIND_LIST;
    case JSON_STRING:
        return JSON_KIND_TEXT;
    case JSON_INTEGER:
        return JSON_KIND_WHOLE;
    case JSON_REAL:
        return JSON_KIND_REAL;
    case JSON_TRUE:
    case JSON_FALSE:
        return JSON_KIND_FLAG;
    case JSON_NULL:
        break;
    }
    return JSON_KIND_NULL;
}

const struct json *json_get(const struct json *value, const char *key)
{
    return value ? outer(json_object_get(inner(value), key)) : NULL;
}

size_t json_count(const struct json *value)
{
    return json_array_size(inner(value));
}

const struct json *json_item(const struct json *value, size_t index)
{
    return outer(json_array_get(inner(value), index));
}

static const struct json *find(const struct json *value, const char *key)
{
    return key ? json_get(value, key) : value;
}

const char *json_get_text(const struct json *value, const char *key)
{
    return json_string_value(inner(find(value, key)));
}

bool json_get_whole(const struct json *value, const char *key, int64_t least, int64_t most, int64_t *result)
{
    const struct json *found = find(value, key);
    if (json_kind_of(found) != JSON_KIND_WHOLE)
        return false;
    int64_t number = json_integer_value(inner(found));
    if (number < least || number > most)
        return false;
    *result = number;
    return true;
}

bool json_get_flag(const struct json *value, const char *key, bool *result)
{
    const struct json *found = find(value, key);
    if (json_kind_of(found) != JSON_KIND_FLAG)
        return false;
    *result = json_is_true(inner(found));
    return true;
}

void json_write_begin(struct json_writer *writer, struct buffer *out, int indent, int folded_depth)
{
    *writer = (struct json_writer){.out = out, .indent = indent, .folded_depth = folded_depth};
}

static void new_line(struct json_writer *writer)
{
    if (!writer->indent)
        return;
    buffer_add_char(writer->out, '\n');
    for (int i = 0; i < writer->indent * writer->depth; i++)
        buffer_add_char(writer->out, ' ');
}

static bool is_folded(const struct json_writer *writer)
{
    return !writer->indent || (writer->folded_depth && writer->depth > writer->folded_depth);
}

static void write_quoted(struct buffer *out, const char *text)
{
    const char *end = text + strlen(text);
    buffer_add_char(out, '"');
    while (text < end) {
        uint32_t codepoint = utf8_next(&text, end);
        if (codepoint == '"' || codepoint == '\\')
            buffer_format(out, "\\%c", (char)codepoint);
        else if (codepoint == '\n')
            buffer_add(out, "\\n");
        else if (codepoint < 0x20 || codepoint == 0x7F)
            buffer_format(out, "\\u%04x", (unsigned)codepoint);
        else
            buffer_add_codepoint(out, codepoint);
    }
    buffer_add_char(out, '"');
}

/* What stands before a value: comma, line, key. */
static void lead_in(struct json_writer *writer, const char *key)
{
    if (writer->filled)
        buffer_add(writer->out, is_folded(writer) && writer->indent ? ", " : ",");
    if (writer->depth && !is_folded(writer))
        new_line(writer);
    writer->filled = true;
    if (!key)
        return;
    write_quoted(writer->out, key);
    buffer_add(writer->out, writer->indent ? ": " : ":");
}

static void open_container(struct json_writer *writer, const char *key, char sign)
{
    lead_in(writer, key);
    buffer_add_char(writer->out, sign);
    writer->depth++;
    writer->filled = false;
}

void json_write_map(struct json_writer *writer, const char *key)
{
    open_container(writer, key, '{');
}

void json_write_list(struct json_writer *writer, const char *key)
{
    open_container(writer, key, '[');
}

void json_write_end(struct json_writer *writer, bool list)
{
    bool folded = is_folded(writer);
    writer->depth--;
    if (writer->filled && !folded)
        new_line(writer);
    buffer_add_char(writer->out, list ? ']' : '}');
    writer->filled = true;
    if (writer->depth == 0)
        buffer_add_char(writer->out, '\n');
}

void json_write_text(struct json_writer *writer, const char *key, const char *text)
{
    lead_in(writer, key);
    if (text)
        write_quoted(writer->out, text);
    else
        buffer_add(writer->out, "null");
}

void json_write_whole(struct json_writer *writer, const char *key, int64_t number)
{
    lead_in(writer, key);
    buffer_format(writer->out, "%lld", (long long)number);
}

void json_write_flag(struct json_writer *writer, const char *key, bool flag)
{
    lead_in(writer, key);
    buffer_add(writer->out, flag ? "true" : "false");
}

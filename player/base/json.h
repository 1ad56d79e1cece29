/* JSON from outside, read strictly under ceilings, and JSON of our own, written with stable keys: the only file that knows jansson.
 * It knows values and their kinds; what a document means is the caller's. */
#ifndef PARVIS_BASE_JSON_H
#define PARVIS_BASE_JSON_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Values (and separators between them) that one document may have: a manifest of 20 000 files has 160 000. */
enum { JSON_VALUES_MOST = 400000, JSON_DEPTH_MOST = 32 };

/* A value of a parsed document. Only the root is owned; all others are borrowed from it. */
struct json;

/* Why a text is no JSON, in the parser's English, and where. */
struct json_problem {
    int line;
    int column;
    char text[160];
};

enum json_kind { JSON_KIND_NONE, JSON_KIND_NULL, JSON_KIND_FLAG, JSON_KIND_WHOLE, JSON_KIND_REAL, JSON_KIND_TEXT, JSON_KIND_LIST, JSON_KIND_MAP };

/* Parses one document of at most `most_bytes`: UTF-8 only, no key twice, no NUL, nothing behind its end, depth and number of values under
 * their ceilings. NULL: `problem` (may be NULL) says why. Free the root with json_destroy. */
struct json *json_parse(const char *text, size_t length, size_t most_bytes, struct json_problem *problem);
void json_destroy(struct json *root);

/* JSON_KIND_NONE for NULL. */
enum json_kind json_kind_of(const struct json *value);

/* The value of `key` in a map; NULL when there is none, or `value` is NULL or no map. */
const struct json *json_get(const struct json *value, const char *key);

/* Items of a list; 0 for anything else. json_item(NULL or beyond the end) is NULL. */
size_t json_count(const struct json *value);
const struct json *json_item(const struct json *value, size_t index);

/* What `key` of a map holds when it has the right kind: a text (without NUL inside), a whole number in [least, most], true or false.
 * json_get_text gives NULL, the others false, and leave *result alone, when it does not. `key` NULL: `value` itself. */
const char *json_get_text(const struct json *value, const char *key);
bool json_get_whole(const struct json *value, const char *key, int64_t least, int64_t most, int64_t *result);
bool json_get_flag(const struct json *value, const char *key, bool *result);

/* Writes one document into a buffer. With `indent` 0 all on one line. Texts that are no UTF-8 get U+FFFD. */
struct json_writer {
    struct buffer *out;
    int indent;
    int depth;
    int folded_depth; /* maps and lists inside so many others stay on one line; 0: none do */
    bool filled;      /* the map or list that is open has a value already */
};
void json_write_begin(struct json_writer *writer, struct buffer *out, int indent, int folded_depth);

/* A value under `key` (NULL: an item of a list, or the root). Maps and lists stay open until json_write_end. A NULL text is null. */
void json_write_map(struct json_writer *writer, const char *key);
void json_write_list(struct json_writer *writer, const char *key);
void json_write_end(struct json_writer *writer, bool list);
void json_write_text(struct json_writer *writer, const char *key, const char *text);
void json_write_whole(struct json_writer *writer, const char *key, int64_t number);
void json_write_flag(struct json_writer *writer, const char *key, bool flag);

#endif

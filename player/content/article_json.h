/* JSON as front matter, Hugo's third form: an object at the very beginning of the text. JSON is YAML but for the way it writes what lies beyond 16 bits,
 * so base/yaml.h reads it, with places and ceilings. It knows where such an object ends; what its keys mean is article_front.h's. */
#ifndef PARVIS_CONTENT_ARTICLE_JSON_H
#define PARVIS_CONTENT_ARTICLE_JSON_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diags;
struct yaml_node;

/* The text begins with "{" and a key in quotes ("{{", "{%" and "{:" are other people's). */
bool article_json_begins(const char *text, size_t length);

/* The offset behind the bracket that closes the object, or 0 when none does. Linear; a line break ends a string that is not closed. */
size_t article_json_end(const char *text, size_t length);

/* Reads the object (`length` bytes, from line 1 of the file). NULL, with what is wrong in diags, when it is broken. After a pair of \u escapes
 * (an emoji) columns of the same line are 2 too small. */
const struct yaml_node *article_json_parse(struct arena *arena, const char *text, size_t length, const char *file, struct diags *diags);

#endif

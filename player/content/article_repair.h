/* Two slips in front matter that cost more than their line: a ": " in a value without quotes, and a key with a letter too few or too
 * many. It knows lines of YAML and the keys that Parvis uses; it refuses to guess at anything else. */
#ifndef PARVIS_CONTENT_ARTICLE_REPAIR_H
#define PARVIS_CONTENT_ARTICLE_REPAIR_H

#include <stddef.h>

struct arena;
struct diags;
struct yaml_node;

/* Reads front matter (`length` bytes from line `line` of the file). Where a line like "title: Appel : les communs" breaks it, the value is
 * read to the end of its line and a warning says so. NULL, with what is wrong in diags, when it is broken in any other way. */
const struct yaml_node *article_repair_parse(struct arena *arena, const char *text, size_t length, const char *file, int line,
                                             struct diags *diags);

/* The key that Parvis uses and that `key` misses by one letter ("dat", "tilte"), or NULL. */
const char *article_repair_meant(const char *key);

/* Warns of every key of the map that article_repair_meant knows better, unless that one is there too. */
void article_repair_check(const struct yaml_node *map, const char *file, struct diags *diags);

#endif

/* YAML as a tree of nodes that know their line and column: the only file that knows libyaml.
 * It knows nothing of playlists or articles. Ceilings (measured: libyaml is quadratic on nesting): depth 16, 20 000 events,
 * no anchors, no aliases, no tags, one document, no key twice. */
#ifndef PARVIS_BASE_YAML_H
#define PARVIS_BASE_YAML_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* The ceilings of yaml_parse: elements, each beginning and each end counted; levels. */
enum { YAML_EVENTS_MOST = 20000, YAML_DEPTH_MOST = 16 };

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

/* A node lives in the arena. A scalar has `text` (never NULL; "" for an empty value); `plain` tells `true` from "true".
 * `multiline` scalars (| and >) begin on the line below their indicator: `text_line` is the line on which their text begins.
 * List children are `items`; of a map, `keys[i]` (scalars) goes with `items[i]`. */
struct yaml_node {
    enum yaml_kind kind;
    int line;
    int column;
    const char *text;
    bool plain;
    bool multiline;
    int text_line;
    struct yaml_node **keys;
    struct yaml_node **items;
    size_t count;
};

/* Parses clean UTF-8. `file` names it in diags; `first_line` is the line of the file on which `text` begins (front matter
 * begins on line 2). On a syntax error: a diag with place and remedy, and NULL. An empty document is an empty map. */
struct yaml_node *yaml_parse(struct arena *arena, const char *text, size_t length, const char *file, int first_line,
                             struct diags *diags);

/* The same for a file that may be long (a playlist of thousands): at most `events_most` elements, in thousands. */
struct yaml_node *yaml_parse_long(struct arena *arena, const char *text, size_t length, const char *file, int first_line,
                                  int events_most, struct diags *diags);

/* The value of `key` in a map, or NULL (also when `node` is NULL or no map). */
const struct yaml_node *yaml_get(const struct yaml_node *node, const char *key);

/* The text of scalar `key` in a map, or NULL when it is missing, empty or no scalar. */
const char *yaml_text(const struct yaml_node *node, const char *key);

/* Plain scalars that mean nothing: "", "~", "null". NULL node too. */
bool yaml_is_null(const struct yaml_node *node);

/* Reads a plain boolean (true, false, yes, no, oui, non, on, off). False when it is none. */
bool yaml_bool(const struct yaml_node *node, bool *value);

#endif

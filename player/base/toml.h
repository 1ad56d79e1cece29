/* TOML 1.0 (toml.io) as the tree of nodes that YAML makes (yaml.h): the same kinds, lines, columns and ceilings. Debian 12 has no C library for it.
 * It knows nothing of articles. Numbers and dates stay text; what a date means is the caller's. */
#ifndef PARVIS_BASE_TOML_H
#define PARVIS_BASE_TOML_H

#include "base/diag.h"

#include <stddef.h>

struct arena;
struct yaml_node;

/* Parses clean UTF-8 into a map (never NULL; in the arena). `file` names it in diags; `first_line` is the line of the file on which `text` begins.
 * A line that cannot be read is reported and left out, the rest stands; of two values for one key the first does. Three slips cost only a warning: a
 * text without quotes (read to the end of its line), ":" for "=", and a backslash that means nothing. Numbers, dates, true and false are `plain`, as
 * written but for the "_" of 1_000; control characters written as escapes become U+FFFD, as utf8_clean has it, and \r nothing. More lenient than TOML
 * where nothing is in doubt: letters beyond ASCII in keys, inline tables over several lines.
 * Ceilings: depth 16, 20 000 elements (YAML_DEPTH_MOST, YAML_EVENTS_MOST: what comes before stands), keys of 256 bytes. Linear. */
struct yaml_node *toml_parse(struct arena *arena, const char *text, size_t length, const char *file, int first_line, struct diags *diags);

#endif

/* The values of TOML that hold no others: texts of all kinds, numbers, dates, true and false, and words whose quotes were forgotten.
 * It knows one value at a time; keys, lists and tables are toml.c's. */
#ifndef PARVIS_BASE_TOML_SCALAR_H
#define PARVIS_BASE_TOML_SCALAR_H

#include <stdbool.h>

struct toml_reader;
struct yaml_node;

/* Reads a text that begins at the quote at hand into the node: "…" or '…', and, when it may be long, """…""" or '''…'''. One that is not closed is
 * refused at its quote; a backslash that means nothing stays, with a warning. */
void toml_scalar_text(struct toml_reader *reader, struct yaml_node *node, bool may_be_long);

/* Reads anything else. Words are taken to the end of the line (`nested`: to the comma or the bracket), with a warning; what does not even begin like a
 * word is refused. */
void toml_scalar_bare(struct toml_reader *reader, struct yaml_node *node, bool nested);

#endif

/* Where the reader of TOML stands in its text, and what it says of faults there: what toml.c and toml_scalar.c share.
 * It knows bytes, lines and the ceiling of elements; neither tables nor values. */
#ifndef PARVIS_BASE_TOML_READER_H
#define PARVIS_BASE_TOML_READER_H

#include "base/diag.h"
#include "base/yaml.h"

#include <stdbool.h>
#include <stddef.h>

struct toml_reader {
    struct arena *arena;
    const char *at, *end;
    const char *file;
    struct diags *diags;
    /* The last place that was asked for: the next is counted on from there. */
    struct {
        const char *at, *line_start;
        int line, column;
    } mark;
    int elements;
    bool failed; /* what is at hand cannot be read; it was reported */
    bool full;   /* too many elements */
};

/* The place of `at`, which does not lie before the last one that was asked for. */
struct place toml_reader_place(struct toml_reader *reader, const char *at);

/* The place of a node. */
struct place toml_reader_place_of(const struct toml_reader *reader, const struct yaml_node *node);

/* Reports an error unless one has been reported for what is at hand, and sets `failed`. */
void toml_reader_refuse(struct toml_reader *reader, struct place place, const char *code, const char *french, const char *english);

/* The same for "toml-syntax" at the byte at hand, and for what is too deep. */
void toml_reader_refuse_here(struct toml_reader *reader, const char *french, const char *english);
void toml_reader_refuse_depth(struct toml_reader *reader, struct place place);

/* Counts an element; one too many is refused, and `full` set. */
void toml_reader_count(struct toml_reader *reader, struct place place);

/* A new node of that place, empty, counted. Never NULL. */
struct yaml_node *toml_reader_node(struct toml_reader *reader, enum yaml_kind kind, struct place place);

/* The byte so far ahead; '\0' behind the end. */
char toml_reader_peek(const struct toml_reader *reader, size_t ahead);

/* Moves behind `byte` if it stands here. */
bool toml_reader_accept(struct toml_reader *reader, char byte);

/* Moves behind blanks and tabs; behind a comment, to the end of its line; behind all that with line breaks. */
void toml_reader_skip_blanks(struct toml_reader *reader);
void toml_reader_skip_comment(struct toml_reader *reader);
void toml_reader_skip_space(struct toml_reader *reader);

/* The line break at or behind `at`, or the end of the text. */
const char *toml_reader_line_end(const struct toml_reader *reader, const char *at);

#endif

#include "base/toml_reader.h"

#include "base/arena.h"

#include <string.h>

struct place toml_reader_place(struct toml_reader *reader, const char *at)
{
    for (; reader->mark.at < at; reader->mark.at++) {
        if (*reader->mark.at == '\n') {
            reader->mark.line++;
            reader->mark.line_start = reader->mark.at + 1;
            reader->mark.column = 1;
        } else {
            reader->mark.column += ((unsigned char)*reader->mark.at & 0xC0) != 0x80;
        }
    }
    return (struct place){reader->file, reader->mark.line, reader->mark.column};
}

struct place toml_reader_place_of(const struct toml_reader *reader, const struct yaml_node *node)
{
    return (struct place){reader->file, node->line, node->column};
}

void toml_reader_refuse(struct toml_reader *reader, struct place place, const char *code, const char *french, const char *english)
{
    if (!reader->failed)
        diag_add(reader->diags, DIAG_ERROR, place, code, "%s%.0s", "%.0s%s", french, english);
    reader->failed = true;
}

void toml_reader_refuse_here(struct toml_reader *reader, const char *french, const char *english)
{
    toml_reader_refuse(reader, toml_reader_place(reader, reader->at), "toml-syntax", french, english);
}

void toml_reader_refuse_depth(struct toml_reader *reader, struct place place)
{
    toml_reader_refuse(reader, place, "toml-too-deep", "trop de niveaux imbriqués (16 au plus) ; simplifiez", "nested too deep (16 levels at most); simplify");
}

void toml_reader_count(struct toml_reader *reader, struct place place)
{
    if (++reader->elements <= YAML_EVENTS_MOST)
        return;
    toml_reader_refuse(reader, place, "toml-too-long", "trop d’éléments (20 000 au plus) ; partagez ce fichier",
                       "too many elements (20,000 at most); split this file");
    reader->full = true;
}

struct yaml_node *toml_reader_node(struct toml_reader *reader, enum yaml_kind kind, struct place place)
{
    struct yaml_node *node = arena_alloc(reader->arena, sizeof *node);
    *node = (struct yaml_node){.kind = kind, .line = place.line, .column = place.column, .text = "", .text_line = place.line};
    toml_reader_count(reader, place);
    return node;
}

char toml_reader_peek(const struct toml_reader *reader, size_t ahead)
{
    return ahead < (size_t)(reader->end - reader->at) ? reader->at[ahead] : '\0';
}

bool toml_reader_accept(struct toml_reader *reader, char byte)
{
    bool there = reader->at < reader->end && *reader->at == byte;
    reader->at += there;
    return there;
}

void toml_reader_skip_blanks(struct toml_reader *reader)
{
    while (toml_reader_peek(reader, 0) == ' ' || toml_reader_peek(reader, 0) == '\t')
        reader->at++;
}

void toml_reader_skip_comment(struct toml_reader *reader)
{
    if (toml_reader_peek(reader, 0) == '#')
        reader->at = toml_reader_line_end(reader, reader->at);
}

void toml_reader_skip_space(struct toml_reader *reader)
{
    do {
        toml_reader_skip_blanks(reader);
        toml_reader_skip_comment(reader);
    } while (toml_reader_accept(reader, '\n'));
}

const char *toml_reader_line_end(const struct toml_reader *reader, const char *at)
{
    const char *found = at < reader->end ? memchr(at, '\n', (size_t)(reader->end - at)) : NULL;
    return found ? found : reader->end;
}

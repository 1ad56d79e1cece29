#include "base/toml.h"

#include "base/arena.h"
#include "base/toml_reader.h"
#include "base/toml_scalar.h"
#include "base/yaml.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { KEY_MOST_BYTES = 256, SLOTS_FIRST = 64 };

/* How a key came to be: what may still be added to it. */
enum standing {
    STANDING_IMPLIED, /* the a of [a.b]: one [a] */
    STANDING_TABLE,   /* [a]: keys */
    STANDING_DOTTED,  /* the a of a.b = 1: keys */
    STANDING_TABLES,  /* [[a]]: more tables */
    STANDING_VALUE    /* nothing */
};

/* One key of one map, found by both: to look through a map's keys for each new one would be quadratic. A free slot has no map. */
struct slot {
    const struct yaml_node *map, *key;
    struct yaml_node *value;
    uint32_t hash;
    enum standing standing;
};

struct parser {
    struct toml_reader reader;
    const char *line; /* at which the entry or header at hand begins */
    struct slot *slots;
    size_t slot_count, slot_capacity;
    struct yaml_node *root, *table; /* `table`: what the lines at hand go into, at this depth */
    int table_depth;
};

/* The keys of "a.b.c". */
struct path {
    struct yaml_node *keys[YAML_DEPTH_MOST];
    int count;
};

static uint32_t hash_of(const struct yaml_node *map, const char *text)
{
    uint32_t hash = 2166136261u ^ (uint32_t)((uintptr_t)map >> 4); /* FNV-1a */
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash;
}

/* The slot of a key of this map, or the free one that it would take. */
static struct slot *find_slot(const struct parser *parser, const struct yaml_node *map, const char *key)
{
    uint32_t hash = hash_of(map, key);
    size_t i = hash & (parser->slot_capacity - 1);
    for (; parser->slots[i].map; i = (i + 1) & (parser->slot_capacity - 1))
        if (parser->slots[i].hash == hash && parser->slots[i].map == map && strcmp(parser->slots[i].key->text, key) == 0)
            break;
    return &parser->slots[i];
}

static void grow_slots(struct parser *parser)
{
    const struct slot *old = parser->slots;
    size_t count = parser->slot_capacity;
    parser->slot_capacity = count ? count * 2 : SLOTS_FIRST;
    parser->slots = arena_alloc(parser->reader.arena, parser->slot_capacity * sizeof *parser->slots);
    for (size_t i = 0; i < count; i++)
        if (old[i].map)
            *find_slot(parser, old[i].map, old[i].key->text) = old[i];
}

/* The nodes with one more at their end. An array is full when its count is a power of two. */
static struct yaml_node **append(struct arena *arena, struct yaml_node **nodes, size_t count, struct yaml_node *node)
{
    if ((count & (count - 1)) == 0) {
        struct yaml_node **larger = arena_alloc(arena, (count ? count * 2 : 1) * sizeof *larger);
        if (count)
            memcpy(larger, nodes, count * sizeof *larger);
        nodes = larger;
    }
    nodes[count] = node;
    return nodes;
}

static void add_item(struct parser *parser, struct yaml_node *list, struct yaml_node *item)
{
    list->items = append(parser->reader.arena, list->items, list->count, item);
    list->count++;
}

static void add_key(struct parser *parser, struct yaml_node *map, struct yaml_node *key, struct yaml_node *value, enum standing standing)
{
    if (2 * (parser->slot_count + 1) > parser->slot_capacity)
        grow_slots(parser);
    *find_slot(parser, map, key->text) = (struct slot){map, key, value, hash_of(map, key->text), standing};
    parser->slot_count++;
    map->keys = append(parser->reader.arena, map->keys, map->count, key);
    add_item(parser, map, value);
}

static void report_twice(struct parser *parser, const struct yaml_node *key, const struct slot *first)
{
    diag_add(parser->reader.diags, DIAG_ERROR, toml_reader_place_of(&parser->reader, key), "toml-key-twice",
             "« %s » est écrit deux fois (déjà ligne %d) ; gardez-en un", "\"%s\" is written twice (already on line %d); keep one", key->text,
             first->key->line);
}

/* The map to which `key` leads, made when it is not there; NULL when nothing can be added there, which is reported. */
static struct yaml_node *descend(struct parser *parser, struct yaml_node *map, struct yaml_node *key, enum standing made, int *depth)
{
    struct place place = toml_reader_place_of(&parser->reader, key);
    struct slot *slot = find_slot(parser, map, key->text);
    bool many = slot->map && slot->standing == STANDING_TABLES;
    *depth += many ? 2 : 1;
    if (slot->map && (slot->standing == STANDING_VALUE || (many && made == STANDING_DOTTED))) {
        report_twice(parser, key, slot);
        return NULL;
    }
    if (*depth > YAML_DEPTH_MOST) {
        toml_reader_refuse_depth(&parser->reader, place);
        return NULL;
    }
    if (slot->map)
        return many ? slot->value->items[slot->value->count - 1] : slot->value;
    struct yaml_node *below = toml_reader_node(&parser->reader, YAML_MAP, place);
    add_key(parser, map, key, below, made);
    return below;
}

static bool is_key_byte(char byte)
{
    return isalnum((unsigned char)byte) || byte == '_' || byte == '-' || (unsigned char)byte >= 0x80;
}

static struct yaml_node *read_key(struct toml_reader *reader)
{
    struct place place = toml_reader_place(reader, reader->at);
    struct yaml_node *key = toml_reader_node(reader, YAML_SCALAR, place);
    if (toml_reader_peek(reader, 0) == '"' || toml_reader_peek(reader, 0) == '\'') {
        toml_scalar_text(reader, key, false);
    } else {
        const char *start = reader->at;
        while (is_key_byte(toml_reader_peek(reader, 0)))
            reader->at++;
        key->text = arena_copy_bytes(reader->arena, start, (size_t)(reader->at - start));
        if (reader->at == start)
            toml_reader_refuse_here(reader, "une clé est attendue ici ; écrivez « clé = \"texte\" »", "a key is expected here; write key = \"text\"");
    }
    if (strlen(key->text) > KEY_MOST_BYTES)
        toml_reader_refuse(reader, place, "toml-key", "cette clé est trop longue (256 octets au plus) ; raccourcissez-la",
                           "this key is too long (256 bytes at most); shorten it");
    return key;
}

static void read_path(struct toml_reader *reader, struct path *path)
{
    path->count = 0;
    do {
        toml_reader_skip_blanks(reader);
        if (path->count == YAML_DEPTH_MOST)
            toml_reader_refuse_depth(reader, toml_reader_place(reader, reader->at));
        else
            path->keys[path->count++] = read_key(reader);
        toml_reader_skip_blanks(reader);
    } while (!reader->failed && toml_reader_accept(reader, '.'));
}

static void finish_line(struct toml_reader *reader)
{
    toml_reader_skip_blanks(reader);
    toml_reader_skip_comment(reader);
    if (!reader->failed && reader->at < reader->end && *reader->at != '\n')
        toml_reader_refuse_here(reader,
                                "ce qui suit ici n’est pas compris ; mettez toute la valeur entre guillemets (un guillemet dans le texte s’écrit \\\")",
                                "what follows here is not understood; put the whole value in quotes (a quote in the text is written \\\")");
}

static void read_items(struct parser *parser, struct yaml_node *node, int depth);

static struct yaml_node *read_value(struct parser *parser, int depth, bool nested)
{
    struct toml_reader *reader = &parser->reader;
    struct place place = toml_reader_place(reader, reader->at);
    struct yaml_node *node = toml_reader_node(reader, YAML_SCALAR, place);
    char first = toml_reader_peek(reader, 0);
    if (depth > YAML_DEPTH_MOST)
        toml_reader_refuse_depth(reader, place);
    else if (first == '"' || first == '\'')
        toml_scalar_text(reader, node, true);
    else if (first == '[' || first == '{')
        read_items(parser, node, depth);
    else
        toml_scalar_bare(reader, node, nested);
    return node;
}

/* The sign between key and value. */
static void read_equals(struct toml_reader *reader, const struct yaml_node *key)
{
    if (toml_reader_peek(reader, 0) == ':')
        diag_add(reader->diags, DIAG_WARNING, toml_reader_place(reader, reader->at), "toml-equals",
                 "« : » après « %s » : entre les lignes « +++ », c’est « = » ; écrivez « %s = … »",
                 "\":\" behind \"%s\": between lines \"+++\" it is \"=\"; write %s = …", key->text, key->text);
    if (!toml_reader_accept(reader, ':') && !toml_reader_accept(reader, '='))
        toml_reader_refuse_here(reader, "il manque un « = » après la clé ; écrivez « clé = \"texte\" »",
                                "a \"=\" is missing behind the key; write key = \"text\"");
    toml_reader_skip_blanks(reader);
}

/* "key = value", on a line of its own or in an inline table. Nothing goes into the map before all of it has been read. */
static void read_entry(struct parser *parser, struct yaml_node *map, int depth, bool nested)
{
    struct toml_reader *reader = &parser->reader;
    struct path path;
    read_path(reader, &path);
    if (reader->failed)
        return;
    struct yaml_node *key = path.keys[path.count - 1];
    read_equals(reader, key);
    if (reader->failed)
        return;
    struct yaml_node *value = read_value(parser, depth + path.count, nested);
    if (!nested)
        finish_line(reader);
    if (reader->failed)
        return;
    for (int i = 0; map && i + 1 < path.count; i++)
        map = descend(parser, map, path.keys[i], STANDING_DOTTED, &depth);
    const struct slot *slot = map ? find_slot(parser, map, key->text) : NULL;
    if (slot && slot->map)
        report_twice(parser, key, slot);
    else if (map)
        add_key(parser, map, key, value, STANDING_VALUE);
}

/* [a, b] or {a = 1, b = 2}. Recursion ends at YAML_DEPTH_MOST. */
static void read_items(struct parser *parser, struct yaml_node *node, int depth)
{
    struct toml_reader *reader = &parser->reader;
    char close = *reader->at++ == '[' ? ']' : '}';
    node->kind = close == ']' ? YAML_LIST : YAML_MAP;
    toml_reader_count(reader, toml_reader_place_of(reader, node));
    toml_reader_skip_space(reader);
    while (!reader->failed && !toml_reader_accept(reader, close)) {
        if (close == ']' && reader->at < reader->end)
            add_item(parser, node, read_value(parser, depth + 1, true));
        else if (reader->at < reader->end)
            read_entry(parser, node, depth, true);
        toml_reader_skip_space(reader);
        if (reader->at == reader->end)
            toml_reader_refuse(reader, toml_reader_place_of(reader, node), "toml-syntax", "ce crochet ou cette accolade n’est pas fermé ; ajoutez « ] » ou « } »",
                               "this bracket is not closed; add \"]\" or \"}\"");
        else if (*reader->at != close && !reader->failed && !toml_reader_accept(reader, ','))
            toml_reader_refuse_here(reader, "il manque une virgule, ou la fin « ] » ou « } », avant ceci ; ajoutez-la",
                                    "a comma, or the end \"]\" or \"}\", is missing before this; add it");
        toml_reader_skip_space(reader);
    }
}

/* Lines go into this table from here on. */
static void open_table(struct parser *parser, const struct path *path, bool many)
{
    enum standing standing = many ? STANDING_TABLES : STANDING_TABLE;
    struct yaml_node *map = parser->root, *key = path->keys[path->count - 1];
    struct place place = toml_reader_place_of(&parser->reader, key);
    int depth = 1;
    for (int i = 0; map && i + 1 < path->count; i++)
        map = descend(parser, map, path->keys[i], STANDING_IMPLIED, &depth);
    if (!map)
        return;
    struct slot *slot = find_slot(parser, map, key->text);
    depth += many ? 2 : 1;
    if (slot->map && slot->standing != (many ? STANDING_TABLES : STANDING_IMPLIED)) {
        report_twice(parser, key, slot);
        return;
    }
    if (depth > YAML_DEPTH_MOST) {
        toml_reader_refuse_depth(&parser->reader, place);
        return;
    }
    struct yaml_node *table = slot->map ? slot->value : toml_reader_node(&parser->reader, many ? YAML_LIST : YAML_MAP, place);
    if (slot->map)
        slot->standing = standing;
    else
        add_key(parser, map, key, table, standing);
    if (many) {
        add_item(parser, table, toml_reader_node(&parser->reader, YAML_MAP, place));
        table = table->items[table->count - 1];
    }
    parser->table = table;
    parser->table_depth = depth;
}

/* [table] or [[array of tables]]. What stands below one that cannot be read, or comes twice, goes into a table that nobody sees. */
static void read_header(struct parser *parser)
{
    struct toml_reader *reader = &parser->reader;
    struct path path;
    bool many = toml_reader_peek(reader, 1) == '[';
    parser->table = toml_reader_node(reader, YAML_MAP, toml_reader_place(reader, reader->at));
    parser->table_depth = 1;
    reader->at += many ? 2 : 1;
    read_path(reader, &path);
    if (!reader->failed && (!toml_reader_accept(reader, ']') || (many && !toml_reader_accept(reader, ']'))))
        toml_reader_refuse_here(reader, "la fin du nom de la table est attendue ici ; écrivez « [nom] » ou « [[nom]] »",
                                "the end of the table's name is expected here; write [name] or [[name]]");
    finish_line(reader);
    if (!reader->failed)
        open_table(parser, &path, many);
}

/* A line that begins anew whatever stands above: "key = …" or "[table]". */
static bool begins_entry(struct toml_reader line)
{
    toml_reader_skip_blanks(&line);
    const char *start = line.at;
    if (toml_reader_peek(&line, 0) == '[') {
        while (line.end[-1] == ' ' || line.end[-1] == '\t')
            line.end--;
        return line.end[-1] == ']';
    }
    for (char byte = toml_reader_peek(&line, 0); is_key_byte(byte) || (byte && strchr(".\"'", byte)); byte = toml_reader_peek(&line, 0))
        line.at++;
    bool key = line.at > start;
    toml_reader_skip_blanks(&line);
    return key && toml_reader_peek(&line, 0) == '=';
}

/* After a fault: on with the line in which it is when that one begins anew and is not the one in which the entry began, else with the next that does. */
static void recover(struct parser *parser)
{
    struct toml_reader *reader = &parser->reader, line = *reader;
    line.at = reader->mark.line_start;
    line.end = toml_reader_line_end(reader, line.at);
    while (line.at < reader->end && (line.at <= parser->line || !begins_entry(line))) {
        line.at = line.end < reader->end ? line.end + 1 : line.end;
        line.end = toml_reader_line_end(reader, line.at);
    }
    if (line.at < reader->mark.at) {
        reader->mark.at = line.at;
        reader->mark.column = 1;
    }
    reader->at = line.at;
    reader->failed = false;
}

struct yaml_node *toml_parse(struct arena *arena, const char *text, size_t length, const char *file, int first_line, struct diags *diags)
{
    struct parser parser = {.reader = {.arena = arena, .at = text, .end = text + length, .file = file, .diags = diags}, .table_depth = 1};
    struct toml_reader *reader = &parser.reader;
    reader->mark.at = reader->mark.line_start = text;
    reader->mark.line = first_line;
    reader->mark.column = 1;
    grow_slots(&parser);
    parser.root = parser.table = toml_reader_node(reader, YAML_MAP, toml_reader_place(reader, text));
    for (toml_reader_skip_space(reader); reader->at < reader->end && !reader->full; toml_reader_skip_space(reader)) {
        parser.line = reader->at;
        toml_reader_place(reader, reader->at);
        if (*reader->at == '[')
            read_header(&parser);
        else
            read_entry(&parser, parser.table, parser.table_depth, false);
        if (reader->failed)
            recover(&parser);
    }
    return parser.root;
}

#include "base/yaml.h"

#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <yaml.h>

struct builder {
    struct arena *arena;
    yaml_parser_t parser;
    const char *file;
    int first_line;
    struct diags *diags;
    const char *text;
    int events, events_most;
    bool failed;
};

static struct place yaml_place(const struct builder *builder, yaml_mark_t mark)
{
    return (struct place){builder->file, (int)mark.line + builder->first_line, (int)mark.column + 1};
}

static void yaml_refuse(struct builder *builder, yaml_mark_t mark, const char *code, const char *french, const char *english)
{
    if (!builder->failed)
        diag_add(builder->diags, DIAG_ERROR, yaml_place(builder, mark), code, "%s%.0s", "%.0s%s", french, english);
    builder->failed = true;
}

/* libyaml reads far ahead of what it parses: for a byte that it refuses it tells an offset, no mark. */
static yaml_mark_t yaml_problem_mark(const struct builder *builder)
{
    yaml_mark_t mark = builder->parser.problem_mark;
    if (builder->parser.error != YAML_READER_ERROR)
        return mark;
    mark = (yaml_mark_t){0};
    for (size_t i = 0; i < builder->parser.problem_offset; i++) {
        unsigned char byte = (unsigned char)builder->text[i];
        mark.line += byte == '\n';
        if (byte == '\n')
            mark.column = 0;
        else
            mark.column += (byte & 0xC0) != 0x80;
    }
    return mark;
}

/* libyaml's words are for programmers; the frequent faults of people who write by hand get words of their own. */
static void yaml_syntax(struct builder *builder)
{
    const char *problem = builder->parser.problem ? builder->parser.problem : "";
    yaml_mark_t mark = yaml_problem_mark(builder);
    if (strstr(problem, "cannot start any token") || strstr(problem, "tab character"))
        yaml_refuse(builder, mark, "yaml-syntax",
                    "ce caractère ne peut pas commencer une valeur (une tabulation, @ ou `) ; mettez la valeur entre guillemets "
                    "ou remplacez la tabulation par des espaces",
                    "this character cannot begin a value (a tab, @ or `); quote the value or use spaces instead of the tab");
    else if (strstr(problem, "mapping values are not allowed"))
        yaml_refuse(builder, mark, "yaml-syntax",
                    "un « : » de trop sur cette ligne ; mettez toute la valeur entre guillemets",
                    "one \":\" too many on this line; put the whole value in quotes");
    else if (strstr(problem, "could not find expected ':'"))
        yaml_refuse(builder, builder->parser.context_mark, "yaml-syntax",
                    "il manque un « : » après ce mot ; écrivez « clé: valeur », ou corrigez le retrait si c’est la suite d’une valeur",
                    "a \":\" is missing behind this word; write \"key: value\", or mend the indent if it goes on from above");
    else if (strstr(problem, "expected key") || strstr(problem, "did not find expected"))
        yaml_refuse(builder, mark, "yaml-syntax",
                    "la structure n’est pas comprise à cet endroit ; vérifiez le retrait, les tirets et les guillemets de cette "
                    "ligne et de la précédente",
                    "the structure is not understood here; check indent, dashes and quotes of this line and the one above");
    else
        yaml_refuse(builder, mark, "yaml-syntax",
                    "ce texte n’est pas du YAML valide ; vérifiez les guillemets, le retrait et les deux-points",
                    "this is not valid YAML; check quotes, indent and colons");
}

static bool yaml_next(struct builder *builder, yaml_event_t *event)
{
    if (builder->failed)
        return false;
    if (!yaml_parser_parse(&builder->parser, event)) {
        yaml_syntax(builder);
        return false;
    }
    if (++builder->events > builder->events_most) {
        if (!builder->failed)
            diag_add(builder->diags, DIAG_ERROR, yaml_place(builder, event->start_mark), "yaml-too-long",
                     "trop d’éléments (%d 000 au plus) ; partagez ce fichier", "too many elements (%d,000 at most); split this file",
                     builder->events_most / 1000);
        builder->failed = true;
        yaml_event_delete(event);
        return false;
    }
    return true;
}

static struct yaml_node *yaml_node(struct builder *builder, const yaml_event_t *event, int depth);

static struct yaml_node *yaml_scalar(struct builder *builder, const yaml_event_t *event, struct yaml_node *node)
{
    node->kind = YAML_SCALAR;
    node->text = arena_copy_bytes(builder->arena, (const char *)event->data.scalar.value, event->data.scalar.length);
    /* A NUL written as "\0" ends the text for everyone below. */
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node->multiline = event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
                      event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE;
    node->text_line = node->multiline ? node->line + 1 : node->line;
    return node;
}

/* Children of a list or a map as they come in. Keys have hashes beside them: ten thousand keys with one long beginning would
 * else be compared each with each. */
struct children {
    struct yaml_node *node;
    size_t capacity, key_capacity, hash_capacity;
    uint32_t *hashes;
    struct yaml_node *key;
    bool twice; /* the value behind `key` is dropped */
};

/* FNV-1a. */
static uint32_t yaml_hash(const char *text)
{
    uint32_t hash = 2166136261u;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash;
}

/* A key that comes twice is reported with the line of the first, whose value stands. */
static void yaml_take_key(struct builder *builder, struct children *children, struct yaml_node *key)
{
    const struct yaml_node *node = children->node;
    uint32_t hash = yaml_hash(key->text);
    children->key = key;
    children->twice = false;
    for (size_t i = 0; i < node->count && !children->twice; i++) {
        assert(children->hashes);
        children->twice = children->hashes[i] == hash && strcmp(node->keys[i]->text, key->text) == 0;
        if (children->twice)
            diag_add(builder->diags, DIAG_ERROR, (struct place){builder->file, key->line, key->column}, "yaml-key-twice",
                     "« %s » est écrit deux fois (déjà ligne %d) ; gardez-en un", "\"%s\" is written twice (already on line %d); keep one",
                     key->text, node->keys[i]->line);
    }
    children->hashes = arena_grow(builder->arena, children->hashes, node->count, &children->hash_capacity, sizeof *children->hashes);
    children->hashes[node->count] = hash;
}

static void yaml_take_value(struct builder *builder, struct children *children, struct yaml_node *value)
{
    struct yaml_node *node = children->node;
    if (node->kind == YAML_MAP && !children->twice) {
        node->keys = arena_grow(builder->arena, node->keys, node->count, &children->key_capacity, sizeof(struct yaml_node *));
        node->keys[node->count] = children->key;
    }
    if (!children->twice) {
        node->items = arena_grow(builder->arena, node->items, node->count, &children->capacity, sizeof(struct yaml_node *));
        node->items[node->count++] = value;
    }
    children->key = NULL;
}

/* Reads a list or a map until its end event. */
static void yaml_children(struct builder *builder, struct yaml_node *node, yaml_event_type_t end, int depth)
{
    struct children children = {.node = node};
    yaml_event_t event;
    while (yaml_next(builder, &event)) {
        bool ended = event.type == end;
        struct yaml_node *child = ended ? NULL : yaml_node(builder, &event, depth + 1);
        yaml_mark_t mark = event.start_mark;
        yaml_event_delete(&event);
        if (ended || !child)
            return;
        if (node->kind == YAML_LIST || children.key)
            yaml_take_value(builder, &children, child);
        else if (child->kind == YAML_SCALAR)
            yaml_take_key(builder, &children, child);
        else
            yaml_refuse(builder, mark, "yaml-key", "une clé doit être un mot ; écrivez « clé: valeur »",
                        "a key must be a word; write \"key: value\"");
    }
}

static const char *yaml_anchor(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_ALIAS_EVENT:
        return (const char *)event->data.alias.anchor;
    case YAML_SCALAR_EVENT:
        return (const char *)event->data.scalar.anchor;
    case YAML_SEQUENCE_START_EVENT:
        return (const char *)event->data.sequence_start.anchor;
    case YAML_MAPPING_START_EVENT:
        return (const char *)event->data.mapping_start.anchor;
    default:
        return NULL;
    }
}

static const char *yaml_tag(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return (const char *)event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT:
        return (const char *)event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT:
        return (const char *)event->data.mapping_start.tag;
    default:
        return NULL;
    }
}

/* Refuses what costs much, or means something to other programs that it would not mean here. */
static bool yaml_allowed(struct builder *builder, const yaml_event_t *event, int depth)
{
    if (yaml_anchor(event))
        yaml_refuse(builder, event->start_mark, "yaml-anchor",
                    "les ancres (&nom) et les renvois (*nom) ne sont pas admis ; répétez la valeur ou mettez-la entre guillemets",
                    "anchors (&name) and aliases (*name) are not allowed; repeat the value or quote it");
    else if (yaml_tag(event))
        yaml_refuse(builder, event->start_mark, "yaml-tag",
                    "un « ! » ne peut pas commencer une valeur ; mettez-la entre guillemets",
                    "\"!\" cannot begin a value; quote it");
    else if (depth > YAML_DEPTH_MOST)
        yaml_refuse(builder, event->start_mark, "yaml-too-deep", "trop de niveaux imbriqués (16 au plus) ; simplifiez",
                    "nested too deep (16 levels at most); simplify");
    return !builder->failed;
}

static struct yaml_node *yaml_node(struct builder *builder, const yaml_event_t *event, int depth)
{
    if (!yaml_allowed(builder, event, depth))
        return NULL;
    struct place place = yaml_place(builder, event->start_mark);
    struct yaml_node *node = arena_alloc(builder->arena, sizeof *node);
    node->line = place.line;
    node->column = place.column;
    node->text = "";
    node->text_line = node->line;
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return yaml_scalar(builder, event, node);
    case YAML_SEQUENCE_START_EVENT:
        node->kind = YAML_LIST;
        yaml_children(builder, node, YAML_SEQUENCE_END_EVENT, depth);
        break;
    case YAML_MAPPING_START_EVENT:
        node->kind = YAML_MAP;
        yaml_children(builder, node, YAML_MAPPING_END_EVENT, depth);
        break;
    default:
        yaml_syntax(builder);
        break;
    }
    return builder->failed ? NULL : node;
}

static struct yaml_node *yaml_empty(struct builder *builder)
{
    struct yaml_node *node = arena_alloc(builder->arena, sizeof *node);
    *node = (struct yaml_node){.kind = YAML_MAP, .line = builder->first_line, .column = 1, .text = ""};
    return node;
}

static struct yaml_node *yaml_document(struct builder *builder)
{
    struct yaml_node *root = NULL;
    yaml_event_t event;
    while (yaml_next(builder, &event)) {
        yaml_event_type_t type = event.type;
        if (type == YAML_DOCUMENT_START_EVENT && root)
            yaml_refuse(builder, event.start_mark, "yaml-documents",
                        "un second document commence ici (---) ; supprimez cette ligne ou ce qui suit",
                        "a second document begins here (---); remove this line or what follows");
        else if (type != YAML_STREAM_START_EVENT && type != YAML_STREAM_END_EVENT && type != YAML_DOCUMENT_START_EVENT &&
                 type != YAML_DOCUMENT_END_EVENT)
            root = yaml_node(builder, &event, 1);
        yaml_event_delete(&event);
        if (type == YAML_STREAM_END_EVENT)
            break;
    }
    if (builder->failed)
        return NULL;
    bool empty = !root || (root->kind == YAML_SCALAR && yaml_is_null(root));
    return empty ? yaml_empty(builder) : root;
}

struct yaml_node *yaml_parse(struct arena *arena, const char *text, size_t length, const char *file, int first_line,
                             struct diags *diags)
{
    return yaml_parse_long(arena, text, length, file, first_line, YAML_EVENTS_MOST, diags);
}

struct yaml_node *yaml_parse_long(struct arena *arena, const char *text, size_t length, const char *file, int first_line,
                                  int events_most, struct diags *diags)
{
    struct builder builder = {.arena = arena, .file = file, .first_line = first_line, .events_most = events_most, .diags = diags, .text = text};
    if (!yaml_parser_initialize(&builder.parser)) {
        diag_add(diags, DIAG_ERROR, (struct place){file, first_line, 0}, "yaml-memory", "mémoire insuffisante ; libérez de la mémoire",
                 "out of memory; free some memory");
        return NULL;
    }
    yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&builder.parser, (const unsigned char *)text, length);
    struct yaml_node *root = yaml_document(&builder);
    yaml_parser_delete(&builder.parser);
    return root;
}

const struct yaml_node *yaml_get(const struct yaml_node *node, const char *key)
{
    if (!node || node->kind != YAML_MAP)
        return NULL;
    for (size_t i = 0; i < node->count; i++)
        if (strcmp(node->keys[i]->text, key) == 0)
            return node->items[i];
    return NULL;
}

const char *yaml_text(const struct yaml_node *node, const char *key)
{
    const struct yaml_node *value = yaml_get(node, key);
    if (!value || value->kind != YAML_SCALAR || yaml_is_null(value))
        return NULL;
    return value->text;
}

bool yaml_is_null(const struct yaml_node *node)
{
    if (!node)
        return true;
    if (node->kind != YAML_SCALAR)
        return false;
    return node->text[0] == '\0' ||
           (node->plain && (strcmp(node->text, "~") == 0 || strcasecmp(node->text, "null") == 0));
}

bool yaml_bool(const struct yaml_node *node, bool *value)
{
    static const char *const yes[] = {"true", "yes", "oui", "on", "vrai"};
    static const char *const no[] = {"false", "no", "non", "off", "faux"};
    if (!node || node->kind != YAML_SCALAR || !node->plain)
        return false;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        bool is_yes = strcasecmp(node->text, yes[i]) == 0;
        if (is_yes || strcasecmp(node->text, no[i]) == 0) {
            *value = is_yes;
            return true;
        }
    }
    return false;
}

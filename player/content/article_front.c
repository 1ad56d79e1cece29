#include "content/article_front.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/civil.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/toml.h"
#include "base/yaml.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/article_date.h"
#include "content/article_docinfo.h"
#include "content/article_json.h"
#include "content/article_repair.h"
#include "content/article_site.h"
#include "content/field_keys.h"
#include "content/markdown.h"

#include <ctype.h>
#include <string.h>

/* Front matter without a fence is looked for in so many bytes. */
enum { FRONT_OPEN_MOST = 16 * 1024 };

static size_t line_end(const char *text, size_t length, size_t at)
{
    const char *found = memchr(text + at, '\n', length - at);
    return found ? (size_t)(found - text) : length;
}

/* "---", "+++" or "...", also longer, with blanks behind it. */
static bool is_fence(const char *text, size_t start, size_t end, char mark)
{
    if (end - start < 3 || text[start] != mark || text[start + 1] != mark || text[start + 2] != mark)
        return false;
    size_t at = start + 3;
    while (at < end && text[at] == mark)
        at++;
    while (at < end && (text[at] == ' ' || text[at] == '\t'))
        at++;
    return at == end;
}

/* The first line below the fence: "key: value" or "key:", or for TOML "key = value", a comment or a table. It makes the difference between front
 * matter and a rule across the page. */
static bool is_key_line(const char *text, size_t start, size_t end, char mark)
{
    size_t at = start;
    while (at < end && (isalnum((unsigned char)text[at]) || strchr("_-\"'", text[at]) || (unsigned char)text[at] >= 0x80))
        at++;
    bool key = at > start;
    if (mark == '-')
        return key && at < end && text[at] == ':' && (at + 1 == end || text[at + 1] == ' ');
    at += strspn(text + at, " \t");
    return at < end && strchr(key ? "=" : "#[", text[at]);
}

struct fences {
    char mark;          /* '-': YAML, '+': TOML */
    size_t start;       /* of what stands between them */
    size_t end;         /* behind it */
    size_t body;
    size_t empty_line;  /* the first one in it, or the end of the text */
    size_t next_line;   /* behind that */
    bool opened, closed;
};

static struct fences find_fences(const char *text, size_t length)
{
    struct fences fences = {.empty_line = length, .next_line = length};
    size_t end = line_end(text, length, 0);
    fences.mark = length && text[0] == '+' ? '+' : '-';
    if (!is_fence(text, 0, end, fences.mark) || end == length)
        return fences;
    fences.opened = true;
    fences.start = end + 1;
    for (size_t at = fences.start; at < length; at = end + 1) {
        end = line_end(text, length, at);
        if (is_fence(text, at, end, fences.mark) || (fences.mark == '-' && is_fence(text, at, end, '.'))) {
            fences.closed = true;
            fences.end = at;
            fences.body = end < length ? end + 1 : length;
            return fences;
        }
        if (end == at && fences.empty_line == length) {
            fences.empty_line = at;
            fences.next_line = at + 1;
        }
    }
    return fences;
}

static int count_lines(const char *text, size_t length)
{
    int lines = 0;
    for (size_t i = 0; i < length; i++)
        lines += text[i] == '\n';
    return lines;
}

static void set_body(struct article_front *front, const char *text, size_t length, size_t start)
{
    front->body = text + start;
    front->body_length = length - start;
    front->body_line = 1 + count_lines(text, start);
}

static void read_yaml(struct article *article, struct article_front *front, struct diags *diags)
{
    front->root = article_repair_parse(article->arena, front->text, front->length, article->file, front->line, diags);
    if (front->root && front->root->kind == YAML_MAP)
        return;
    if (front->root)
        diag_add(diags, DIAG_ERROR, (struct place){article->file, front->line, 0}, "front-not-map",
                 "l’en-tête entre les lignes « --- » n’est pas une liste de clés ; écrivez par exemple « title: Mon titre »",
                 "the front matter between the lines of dashes is no list of keys; write for instance \"title: My title\"");
    front->root = NULL;
    front->broken = true;
}

static void read_toml(struct article *article, struct article_front *front, struct diags *diags)
{
    struct diags found;
    diag_init(&found);
    front->root = toml_parse(article->arena, front->text, front->length, article->file, front->line, &found);
    front->broken = found.errors > 0;
    diag_append(diags, &found);
    diag_finish(&found);
}

/* Nobody closed it: up to the first empty line it may still be understood. */
static void read_unclosed(struct article *article, const char *text, size_t length, const struct fences *fences,
                          struct diags *diags, struct article_front *front)
{
    size_t end = line_end(text, length, fences->start);
    if (!is_key_line(text, fences->start, end, fences->mark))
        return;
    const char *fence = fences->mark == '+' ? "+++" : "---";
    diag_add(diags, DIAG_ERROR, (struct place){article->file, 1, 0}, "front-unclosed",
             "l’en-tête ouvert par « %s » n’est pas fermé ; ajoutez une ligne « %s » entre les clés et le texte",
             "the front matter opened by \"%s\" is not closed; add a line \"%s\" between the keys and the text", fence, fence);
    front->broken = true;
    front->length = fences->empty_line - fences->start;
    const struct yaml_node *root = fences->mark == '+' ? toml_parse(article->arena, front->text, front->length, article->file, 2, NULL)
                                                       : yaml_parse(article->arena, front->text, front->length, article->file, 2, NULL);
    if (root && root->kind == YAML_MAP && root->count) {
        front->root = root;
        set_body(front, text, length, fences->next_line);
    } else {
        set_body(front, text, length, fences->start);
    }
}

/* An object at the beginning; when nobody closed it, it ends at the first empty line. */
static void read_json(struct article *article, const char *text, size_t length, struct diags *diags, struct article_front *front)
{
    size_t end = article_json_end(text, length);
    front->line = 1;
    if (end) {
        front->length = end;
        front->root = article_json_parse(article->arena, text, end, article->file, diags);
        while (end < length && (text[end] == ' ' || text[end] == '\t'))
            end++;
        end += end < length && text[end] == '\n';
    } else {
        diag_add(diags, DIAG_ERROR, (struct place){article->file, 1, 1}, "front-unclosed",
                 "l’en-tête ouvert par « { » n’est pas fermé ; ajoutez « } » entre les clés et le texte",
                 "the front matter opened by \"{\" is not closed; add \"}\" between the keys and the text");
        while (end < length && text[end] != '\n')
            end = line_end(text, length, end) + 1;
    }
    front->broken = !front->root;
    set_body(front, text, length, end < length ? end : length);
}

/* Nothing but blanks. */
static bool is_blank_line(const char *text, size_t at, size_t end)
{
    while (at < end && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r'))
        at++;
    return at == end;
}

/* Puts the keys of the first lines in small letters, up to the first empty line or a fence, whose offset is returned; 0 when a line is none of keys,
 * or there is only one. */
static size_t lower_keys(char *text)
{
    size_t length = strlen(text), end = 0, lines = 0;
    for (size_t at = 0; at < length && !is_blank_line(text, at, line_end(text, length, at)) && !is_fence(text, at, line_end(text, length, at), '-'); at = end + 1, lines++) {
        end = line_end(text, length, at);
        size_t colon = at;
        for (; isalpha((unsigned char)text[colon]) || text[colon] == '_' || text[colon] == '-'; colon++)
            text[colon] = (char)tolower((unsigned char)text[colon]);
        if (colon == at || text[colon] != ':' || end == length)
            return 0;
    }
    return lines > 1 ? end : 0;
}

/* The keys as YAML: there a value goes on to the end of its line, whatever signs it has ("Title: Lumières : la fête"). `bare`: also one that begins as a
 * value of YAML may ("[Reporté] Hackathon"). */
static char *as_yaml(struct arena *arena, const char *keys, size_t length, bool bare)
{
    struct buffer buffer;
    buffer_init(&buffer, arena);
    for (size_t at = 0, end = 0; at < length; at = end + 1) {
        end = line_end(keys, length, at);
        size_t value = at;
        while (value < end && keys[value] != ':')
            value++;
        value += value < end;
        while (value < end && keys[value] == ' ')
            value++;
        bool plain = value < end && (bare || !strchr("\"'[{", keys[value]));
        buffer_add_bytes(&buffer, keys + at, value - at);
        if (plain)
            buffer_add_char(&buffer, '\'');
        for (size_t i = value; i < end; i++) {
            if (plain && keys[i] == '\'')
                buffer_add_char(&buffer, '\'');
            buffer_add_char(&buffer, keys[i]);
        }
        buffer_add(&buffer, plain ? "'\n" : "\n");
    }
    return buffer.data;
}

/* "Title: Fête du quai" and other keys on the first lines, without a fence, as Pelican and MultiMarkdown have it, or the fields of article_docinfo.h. */
static void read_open(struct article *article, const char *text, size_t length, struct article_front *front)
{
    static const char *const first_keys[] = {"title:", "titre:", "date:", NULL};
    size_t blank = 0; /* empty lines above the first key */
    int line = 1;
    for (; blank < length && strchr("\n\r", text[blank]); blank++)
        line += text[blank] == '\n';
    char *keys = arena_copy_bytes(article->arena, text + blank, length - blank < FRONT_OPEN_MOST ? length - blank : FRONT_OPEN_MOST);
    size_t end = lower_keys(keys), known = 0;
    while (first_keys[known] && strncmp(keys, first_keys[known], strlen(first_keys[known])) != 0)
        known++;
    const char *yaml = end && first_keys[known] ? as_yaml(article->arena, keys, end, false) : "";
    size_t body = blank + end + 1;
    bool plain = yaml[0] != '\0';
    if (!plain) {
        char *fields = article_docinfo(article->arena, text + blank, length - blank, &body);
        yaml = fields[0] ? as_yaml(article->arena, fields, strlen(fields), true) : "";
        body += blank;
    }
    const struct yaml_node *root = yaml[0] ? yaml_parse(article->arena, yaml, strlen(yaml), article->file, line, NULL) : NULL;
    if (!root || root->kind != YAML_MAP)
        return;
    *front = (struct article_front){.root = root, .text = yaml, .length = strlen(yaml), .line = line};
    set_body(front, text, length, body);
    if (!plain) {
        front->body = article_docinfo_links(article->arena, text + body, length - body);
        front->body_length = strlen(front->body);
    }
}

/* The keys of both, those of the first before those of the second. */
static const struct yaml_node *join_maps(struct arena *arena, const struct yaml_node *first, const struct yaml_node *second)
{
    struct yaml_node *both = arena_alloc(arena, sizeof *both);
    *both = *first;
    both->count = first->count + second->count;
    both->keys = arena_alloc(arena, both->count * sizeof(struct yaml_node *));
    both->items = arena_alloc(arena, both->count * sizeof(struct yaml_node *));
    for (size_t i = 0; i < both->count; i++) {
        const struct yaml_node *from = i < first->count ? first : second;
        size_t at = i < first->count ? i : i - first->count;
        both->keys[i] = from->keys[at];
        both->items[i] = from->items[at];
    }
    return both;
}

/* A block "+++" right below that of dashes, as an editor that moved from one form to the other leaves it: "_template" alone in the first, all else
 * in the second. What cannot be read stays text. */
static void read_second(struct article *article, const char *text, size_t length, struct article_front *front)
{
    size_t start = (size_t)(front->body - text);
    while (start < length && text[start] == '\n')
        start++;
    struct fences fences = find_fences(text + start, length - start);
    if (!fences.closed || fences.mark != '+')
        return;
    int line = 2 + count_lines(text, start);
    struct diags unread;
    diag_init(&unread);
    const struct yaml_node *second = toml_parse(article->arena, text + start + fences.start, fences.end - fences.start, article->file, line, &unread);
    bool whole = unread.errors == 0 && second && second->kind == YAML_MAP;
    diag_finish(&unread);
    if (!whole)
        return;
    front->root = join_maps(article->arena, front->root, second);
    set_body(front, text, length, start + fences.body);
}

void article_front_split(struct article *article, const char *text, size_t length, struct diags *diags, struct article_front *front)
{
    struct fences fences = find_fences(text, length);
    *front = (struct article_front){.text = text + fences.start, .line = 2};
    set_body(front, text, length, 0);
    if (fences.opened && fences.closed) {
        front->length = fences.end - fences.start;
        set_body(front, text, length, fences.body);
        if (fences.mark == '+')
            read_toml(article, front, diags);
        else
            read_yaml(article, front, diags);
        if (fences.mark == '-' && front->root)
            read_second(article, text, length, front);
    } else if (fences.opened) {
        read_unclosed(article, text, length, &fences, diags, front);
        return;
    } else if (article_json_begins(text, length)) {
        read_json(article, text, length, diags, front);
    } else {
        read_open(article, text, length, front);
    }
    article_repair_check(front->root, article->file, diags);
}

const struct yaml_node *article_front_first(const struct yaml_node *map, const char *const *keys)
{
    for (; *keys; keys++) {
        const struct yaml_node *node = yaml_get(map, *keys);
        if (!yaml_is_null(node))
            return node;
    }
    return NULL;
}

static void read_title(struct article *article, const struct yaml_node *root)
{
    static const char *const keys[] = {"title", "titre", "Title", "Titre", NULL};
    const struct yaml_node *node = article_front_first(root, keys);
    if (!node || node->kind != YAML_SCALAR)
        return;
    const char *title = strpbrk(node->text, "*_`<[&~\\{\n\t") ? markdown_plain(article->arena, node->text) : node->text;
    title += strspn(title, " ");
    char *trimmed = arena_copy(article->arena, title);
    size_t length = strlen(trimmed);
    while (length && trimmed[length - 1] == ' ')
        trimmed[--length] = '\0';
    if (!length)
        return;
    article->title = trimmed;
    article->title_line = node->text_line;
}

enum { DAY_MS = 24 * 60 * 60 * 1000, AHEAD_DAYS_MOST = 400 };

/* A field with a day; false when there is none. */
static bool read_day(struct article *article, const struct yaml_node *node, const struct article_settings *settings, struct wall *day, bool *has_time)
{
    return node && node->kind == YAML_SCALAR && article_date_read(article->arena, node->text, settings->zone, day, has_time);
}

/* Where a key of its own says when the page was published, a later `date` is the day of what it announces; a day years before that is a
 * placeholder ("publishDate: 2017-01-01" of a theme). */
static bool read_published(struct article *article, const struct yaml_node *published, const struct yaml_node *date, const struct article_settings *settings)
{
    struct wall own, other;
    bool own_time, other_time;
    bool has_own = read_day(article, published, settings, &own, &own_time), has_other = read_day(article, date, settings, &other, &other_time);
    int64_t ahead = has_own && has_other ? (other.ms - own.ms) / DAY_MS : 0;
    if (!has_own && !has_other)
        return false;
    bool takes_own = has_own && ahead <= AHEAD_DAYS_MOST && ahead >= -AHEAD_DAYS_MOST;
    article->published = takes_own ? own : other;
    article->published_has_time = takes_own ? own_time : other_time;
    article->dated_ahead = takes_own && ahead >= 1;
    return true;
}

/* A value that may be a day; "publié: oui" is none. */
static bool has_digit(const struct yaml_node *node)
{
    return node->kind == YAML_SCALAR && strpbrk(node->text, "0123456789") != NULL;
}

/* The field that says when the page was published. */
static const struct yaml_node *find_published(const struct yaml_node *root)
{
    for (size_t i = 0; root && root->kind == YAML_MAP && i < root->count; i++)
        if (field_keys_mean(root->keys[i]->text) == FIELD_PUBLISHED && has_digit(root->items[i]))
            return root->items[i];
    static const char *const made[] = {"created", "created_at", "createdAt", "dateCreated", "date_creation", NULL}; /* where nothing says more */
    return root ? article_front_first(root, made) : NULL;
}

static void read_date(struct article *article, const struct yaml_node *root, const struct article_settings *settings,
                      struct diags *diags)
{
    static const char *const dates[] = {"date", "Date", NULL};
    const struct yaml_node *published = find_published(root), *date = article_front_first(root, dates), *flag = yaml_get(root, "published");
    if (!published && !yaml_is_null(flag) && flag->kind == YAML_SCALAR && isdigit((unsigned char)flag->text[0]))
        published = flag; /* elsewhere it says true or false */
    const struct yaml_node *node = date ? date : published;
    bool read = read_published(article, published, date, settings);
    /* Jekyll takes the day of a post from its file name when the front matter names none. */
    article->has_published = read || article_date_of_name(article->arena, article->file, settings->zone, &article->published);
    if (article->has_published) {
        struct civil day = zone_to_civil(settings->zone, article->published);
        article->published_day = civil_to_days(day.year, day.month, day.day);
    }
    if (!node || read)
        return;
    const char *text = node->kind == YAML_SCALAR ? node->text : "";
    diag_add(diags, DIAG_ERROR, (struct place){article->file, node->line, node->column}, "date-invalid",
             "« %.60s » n’est pas une date de publication (attendu : 2023-04-14 ou 2023-04-14 14:38:00 +02:00) ; corrigez-la",
             "\"%.60s\" is no date of publication (expected: 2023-04-14 or 2023-04-14 14:38:00 +02:00); correct it", text);
}

static void read_categories(struct article *article, const struct yaml_node *root)
{
    static const char *const keys[] = {"categories", "categorie", "category", "catégorie", "Category", "Categories", NULL};
    const struct yaml_node *node = article_front_first(root, keys);
    if (!node || node->kind == YAML_MAP)
        return;
    size_t most = node->kind == YAML_LIST ? node->count : 1;
    const char **names = arena_alloc(article->arena, most * sizeof *names);
    for (size_t i = 0; i < most; i++) {
        const struct yaml_node *name = node->kind == YAML_LIST ? node->items[i] : node;
        if (name->kind == YAML_SCALAR && !yaml_is_null(name))
            names[article->category_count++] = name->text;
    }
    article->categories = names;
}

static void read_language(struct article *article, const struct yaml_node *root, const struct article_settings *settings)
{
    static const char *const keys[] = {"lang", "langue", "language", "locale", NULL};
    const struct yaml_node *node = article_front_first(root, keys);
    article->language = settings->language ? settings->language : "fr";
    if (!node || node->kind != YAML_SCALAR || !isalpha((unsigned char)node->text[0]) || !isalpha((unsigned char)node->text[1]))
        return;
    char name[3] = {(char)tolower((unsigned char)node->text[0]), (char)tolower((unsigned char)node->text[1]), '\0'};
    if (!isalpha((unsigned char)node->text[2]))
        article->language = arena_copy(article->arena, name);
}

void article_front_read(struct article *article, const struct article_front *front, const struct article_settings *settings,
                        struct diags *diags)
{
    bool published = true, draft = false;
    read_title(article, front->root);
    read_date(article, front->root, settings, diags);
    read_categories(article, front->root);
    read_language(article, front->root, settings);
    article->site = article_site(article->arena, article->file, settings->site);
    yaml_bool(yaml_get(front->root, "published"), &published);
    yaml_bool(yaml_get(front->root, "draft"), &draft);
    article->draft = !published || draft;
}

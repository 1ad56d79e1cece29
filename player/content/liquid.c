#include "content/liquid.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/file.h"
#include "content/picture.h"

#include <stdbool.h>
#include <string.h>

struct liquid {
    const char *text;
    size_t length;
    size_t at;
    struct buffer out;
    const int *lines;
    int first_line;
    int line; /* lines passed */
    const char *file;
    struct diags *diags;
    bool told_value, told_open;
    bool no_comment_end; /* from here on */
};

static struct place liquid_place(const struct liquid *liquid)
{
    return (struct place){liquid->file, liquid->lines ? liquid->lines[liquid->line] : liquid->first_line + liquid->line, 0};
}

static bool liquid_at(const struct liquid *liquid, size_t at, const char *word)
{
    size_t length = strlen(word);
    return at + length <= liquid->length && memcmp(liquid->text + at, word, length) == 0;
}

/* Where `closer` begins at or behind `from`; SIZE_MAX when it does not come. */
static size_t liquid_find(const struct liquid *liquid, size_t from, const char *closer)
{
    for (const char *found = liquid->text + from;; found++) {
        found = memchr(found, closer[0], liquid->length - (size_t)(found - liquid->text));
        if (!found)
            return SIZE_MAX;
        if (liquid_at(liquid, (size_t)(found - liquid->text), closer))
            return (size_t)(found - liquid->text);
    }
}

static void liquid_skip_to(struct liquid *liquid, size_t end)
{
    for (; liquid->at < end; liquid->at++) {
        if (liquid->text[liquid->at] != '\n')
            continue;
        liquid->line++;
        buffer_add_char(&liquid->out, '\n');
    }
}

/* The name of the tag whose "{%" stands at `at`. */
static bool liquid_tag_is(const struct liquid *liquid, size_t at, const char *name)
{
    at += 2;
    while (at < liquid->length && strchr("- \t\n", liquid->text[at]))
        at++;
    return liquid_at(liquid, at, name) && !(at + strlen(name) < liquid->length && strchr("abcdefghijklmnopqrstuvwxyz_",
                                                                                     liquid->text[at + strlen(name)]));
}

/* Behind {% comment %}: the end of {% endcomment %}, or `after` when it never comes. */
static size_t liquid_comment_end(struct liquid *liquid, size_t after)
{
    size_t at = after;
    while (!liquid->no_comment_end && (at = liquid_find(liquid, at, "{%")) != SIZE_MAX) {
        size_t end = liquid_find(liquid, at, "%}");
        if (end == SIZE_MAX)
            break;
        if (liquid_tag_is(liquid, at, "endcomment"))
            return end + 2;
        at = end + 2;
    }
    liquid->no_comment_end = true;
    return after;
}

static void liquid_open_tag(struct liquid *liquid)
{
    if (!liquid->told_open)
        diag_add(liquid->diags, DIAG_WARNING, liquid_place(liquid), "liquid-open",
                 "une balise Liquid commence ici et ne finit pas ; fermez-la par « %%} » ou « }} », ou supprimez-la",
                 "a Liquid tag begins here and never ends; close it with \"%%}\" or \"}}\", or remove it");
    liquid->told_open = true;
}

static void liquid_value(struct liquid *liquid)
{
    if (!liquid->told_value)
        diag_add(liquid->diags, DIAG_WARNING, liquid_place(liquid), "liquid-value",
                 "une valeur Liquid ({{ … }}) manque dans ce texte, car l’écran ne la calcule pas ; écrivez la valeur elle-même",
                 "a Liquid value ({{ … }}) is missing from this text, as the screen does not compute it; write the value itself");
    liquid->told_value = true;
}

/* The next "quoted" word of a tag that ends at `end`; moves *at behind it. False when there is none. */
static bool liquid_quoted(const struct liquid *liquid, size_t *at, size_t end, size_t *start, size_t *length)
{
    while (*at < end && liquid->text[*at] != '"')
        ++*at;
    const char *close = *at < end ? memchr(liquid->text + *at + 1, '"', end - *at - 1) : NULL;
    if (!close)
        return false;
    *start = *at + 1;
    *length = (size_t)(close - liquid->text) - *start;
    *at = *start + *length + 1;
    return true;
}

/* {% imageContent "./a.png", "words" %} and its like: a tag whose first quoted word is a picture's name stands for that picture. */
static void liquid_picture(struct liquid *liquid, size_t end)
{
    size_t at = liquid->at, path = 0, path_length = 0, words = 0, words_length = 0;
    if (!liquid_quoted(liquid, &at, end, &path, &path_length) || memchr(liquid->text + path, '>', path_length))
        return;
    const char *name = arena_copy_bytes(liquid->out.arena, liquid->text + path, path_length);
    if (strpbrk(name, "<\n") || !file_has_suffix(name, picture_suffixes))
        return;
    buffer_add(&liquid->out, "![");
    if (liquid_quoted(liquid, &at, end, &words, &words_length))
        for (size_t i = words; i < words + words_length; i++)
            buffer_add_char(&liquid->out, strchr("[]\\\n", liquid->text[i]) ? ' ' : liquid->text[i]);
    buffer_format(&liquid->out, "](<%s>)", name);
}

/* Attributes of a tag that lead somewhere, and those that say where; names of tags that only show something. */
static const char *const address_names[] = {"link_url", "url", "href", "link", "lien", NULL};
static const char *const label_names[] = {"link_label", "label", "text", "texte", "title", "titre", NULL};
static const char *const button_names[] = {"cta", "button", "btn", "bouton", NULL};
static const char *const shown_names[] = {"figure", "image", "img", "picture", "video", "youtube", "gallery", "iframe", "embed", NULL};

/* The value of the first of these attributes in a tag (its text, NUL-terminated), name="value" or name='value'; NULL without any. */
static const char *liquid_attribute(struct arena *arena, const char *tag, const char *const *names)
{
    for (; *names; names++) {
        size_t length = strlen(*names);
        for (const char *at = strstr(tag, *names); at; at = strstr(at + length, *names)) {
            const char *quote = at + length + (at[length] == '=');
            bool named = at > tag && strchr(" \t\n,", at[-1]) && at[length] == '=' && (*quote == '"' || *quote == '\'');
            const char *close = named ? strchr(quote + 1, *quote) : NULL;
            if (close)
                return arena_copy_bytes(arena, quote + 1, (size_t)(close - quote) - 1);
        }
    }
    return NULL;
}

static bool liquid_names(const char *tag, const char *const *names)
{
    size_t length = strcspn(tag, "=");
    for (; *names; names++) {
        const char *found = strstr(tag, *names);
        if (found && (size_t)(found - tag) < length)
            return true;
    }
    return false;
}

/* {{< button href="https://…" label="…" >}}, {% include meetup.html url="https://…" %} and their like stand for that link. True when one did. */
static bool liquid_link(struct liquid *liquid, size_t end)
{
    struct arena *arena = liquid->out.arena;
    const char *tag = arena_copy_bytes(arena, liquid->text + liquid->at + 2, end - liquid->at - 2);
    const char *address = memchr(tag, '=', strlen(tag)) ? liquid_attribute(arena, tag, address_names) : NULL;
    if (!address || strncmp(address, "http", 4) != 0 || strpbrk(address, "\"<> \n{") || liquid_names(tag, shown_names))
        return false;
    const char *label = liquid_attribute(arena, tag, label_names);
    buffer_add(&liquid->out, liquid_names(tag, button_names) ? "<a class=\"button\" href=\"" : "<a href=\"");
    for (const char *at = address; *at; at++)
        if (*at == '&')
            buffer_add(&liquid->out, "&amp;");
        else
            buffer_add_char(&liquid->out, *at);
    buffer_add(&liquid->out, "\">");
    for (const char *at = label && label[0] ? label : address; *at; at++)
        buffer_add_char(&liquid->out, strchr("<>\n", *at) ? ' ' : *at);
    buffer_add(&liquid->out, "</a>");
    return true;
}

/* {{< /button >}}, which only ends what another began. */
static bool liquid_closes(const struct liquid *liquid)
{
    size_t at = liquid->at + 3;
    while (at < liquid->length && liquid->text[at] == ' ')
        at++;
    return at < liquid->length && liquid->text[at] == '/';
}

/* At "{%" or "{{". Without an end only the two characters go: what follows is text that somebody wrote. */
static void liquid_tag(struct liquid *liquid, bool *open_for_good)
{
    bool value = liquid->text[liquid->at + 1] == '{';
    size_t end = *open_for_good ? SIZE_MAX : liquid_find(liquid, liquid->at + 2, value ? "}}" : "%}");
    if (end == SIZE_MAX) {
        *open_for_good = true;
        liquid_open_tag(liquid);
        liquid->at += 2;
        return;
    }
    bool shortcode = value && strchr("<%", liquid->text[liquid->at + 2]);
    bool link = (!value || shortcode) && liquid_link(liquid, end);
    if (value && !link && !(shortcode && liquid_closes(liquid)))
        liquid_value(liquid);
    else if (!link)
        liquid_picture(liquid, end);
    end += 2;
    if (!value && liquid_tag_is(liquid, liquid->at, "comment"))
        end = liquid_comment_end(liquid, end);
    liquid_skip_to(liquid, end);
}

const char *liquid_remove(struct arena *arena, const char *text, size_t length, const int *lines, int first_line, const char *file,
                          struct diags *diags, size_t *clean_length)
{
    struct liquid liquid = {.text = text, .length = length, .lines = lines, .first_line = first_line, .file = file, .diags = diags};
    bool value_open = false, tag_open = false;
    *clean_length = length;
    if (liquid_find(&liquid, 0, "{%") == SIZE_MAX && liquid_find(&liquid, 0, "{{") == SIZE_MAX)
        return text;
    buffer_init(&liquid.out, arena);
    while (liquid.at < length) {
        if (liquid_at(&liquid, liquid.at, "{{"))
            liquid_tag(&liquid, &value_open);
        else if (liquid_at(&liquid, liquid.at, "{%"))
            liquid_tag(&liquid, &tag_open);
        else {
            liquid.line += text[liquid.at] == '\n';
            buffer_add_char(&liquid.out, text[liquid.at++]);
        }
    }
    *clean_length = liquid.out.length;
    return liquid.out.data;
}

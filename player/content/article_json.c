#include "content/article_json.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/yaml.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

bool article_json_begins(const char *text, size_t length)
{
    size_t at = 1;
    while (at < length && strchr(" \t\n", text[at]) && text[at])
        at++;
    return at < length && text[0] == '{' && text[at] == '"';
}

size_t article_json_end(const char *text, size_t length)
{
    size_t depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"' || text[i] == '\n')
            quoted = text[i] == '"' && !quoted;
        else if (quoted)
            i += text[i] == '\\' && i + 1 < length && text[i + 1] != '\n';
        else if (text[i] == '{')
            depth++;
        else if (text[i] == '}' && --depth == 0)
            return i + 1;
    }
    return 0;
}

/* The value of "\uXXXX" here when it is half of a pair, else 0. */
static uint32_t half_of_pair(const char *text, size_t length)
{
    uint32_t code = 0;
    if (length < 6 || text[0] != '\\' || text[1] != 'u')
        return 0;
    for (size_t i = 2; i < 6; i++) {
        unsigned char digit = (unsigned char)text[i];
        if (!isxdigit(digit))
            return 0;
        code = code << 4 | (uint32_t)(isdigit(digit) ? digit - '0' : tolower(digit) - 'a' + 10);
    }
    return code >= 0xD800 && code <= 0xDFFF ? code : 0;
}

/* "\ud83d\udc49" as "\U0001F449"; a half alone as the sign for what cannot be read. */
static void join_pairs(struct buffer *yaml, const char *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        uint32_t high = half_of_pair(text + i, length - i), low = high ? half_of_pair(text + i + 6, length - i - 6) : 0;
        if (high && high < 0xDC00 && low >= 0xDC00) {
            buffer_format(yaml, "\\U%08X", (unsigned)(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)));
            i += 12;
        } else if (high) {
            buffer_add(yaml, "\\uFFFD");
            i += 6;
        } else {
            size_t bytes = text[i] == '\\' && i + 1 < length ? 2 : 1;
            buffer_add_bytes(yaml, text + i, bytes);
            i += bytes;
        }
    }
}

const struct yaml_node *article_json_parse(struct arena *arena, const char *text, size_t length, const char *file, struct diags *diags)
{
    struct buffer yaml;
    struct diags found;
    buffer_init(&yaml, arena);
    join_pairs(&yaml, text, length);
    diag_init(&found);
    const struct yaml_node *root = yaml_parse(arena, yaml.data, yaml.length, file, 1, &found);
    const struct diag *last = found.count ? &found.items[found.count - 1] : NULL;
    if (root || (last && strncmp(last->code, "yaml-too-", 9) == 0))
        diag_append(diags, &found);
    else
        diag_add(diags, DIAG_ERROR, last ? last->place : (struct place){file, 1, 0}, "json-syntax",
                 "l’en-tête entre accolades n’est pas du JSON valide ; vérifiez ici et juste avant les guillemets, les virgules et les crochets",
                 "the front matter in braces is not valid JSON; check quotes, commas and brackets here and just before");
    diag_finish(&found);
    return root;
}

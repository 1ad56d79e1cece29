#include "base/toml_scalar.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/toml_reader.h"
#include "base/utf8.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

/* \x, \u, \U and their digits: a character. */
static bool read_code(struct toml_reader *reader, struct buffer *text, size_t digits)
{
    uint32_t code = 0;
    for (size_t i = 0; i < digits; i++) {
        unsigned char digit = (unsigned char)toml_reader_peek(reader, 2 + i);
        if (!isxdigit(digit))
            return false;
        code = code << 4 | (uint32_t)(isdigit(digit) ? digit - '0' : tolower(digit) - 'a' + 10);
    }
    reader->at += 2 + digits;
    bool control = (code < 0x20 && code != '\t' && code != '\n') || code == 0x7F;
    if (code != '\r')
        buffer_add_codepoint(text, control ? UTF8_REPLACEMENT : code);
    return true;
}

/* A backslash at the end of a line takes all blanks and line breaks behind it with it. */
static bool read_line_end(struct toml_reader *reader)
{
    struct toml_reader ahead = *reader;
    ahead.at++;
    toml_reader_skip_blanks(&ahead);
    if (!toml_reader_accept(&ahead, '\n'))
        return false;
    do
        toml_reader_skip_blanks(&ahead);
    while (toml_reader_accept(&ahead, '\n'));
    reader->at = ahead.at;
    return true;
}

static void read_escape(struct toml_reader *reader, struct buffer *text, bool longer)
{
    static const char letters[] = "tn\"\\bfer", meant[] = "\t\n\"\\";
    char letter = toml_reader_peek(reader, 1);
    const char *known = letter ? strchr(letters, letter) : NULL;
    if (known) {
        size_t index = (size_t)(known - letters);
        if (letter != 'r')
            buffer_add_codepoint(text, index < sizeof meant - 1 ? (uint32_t)meant[index] : UTF8_REPLACEMENT);
        reader->at += 2;
        return;
    }
    size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    if ((digits && read_code(reader, text, digits)) || (longer && read_line_end(reader)))
        return;
    diag_add(reader->diags, DIAG_WARNING, toml_reader_place(reader, reader->at), "toml-escape",
             "cette barre oblique inverse ne veut rien dire devant ce qui suit ; doublez-la, ou mettez le texte entre apostrophes",
             "this backslash means nothing before what follows; double it, or put the text in single quotes");
    buffer_add_char(text, '\\');
    reader->at++;
}

/* At a quote, within a text or at its end; true at the end. Three end a long text, which may itself end in one or two. */
static bool read_quotes(struct toml_reader *reader, struct buffer *text, char quote, bool longer)
{
    size_t count = 1;
    while (longer && count < 5 && toml_reader_peek(reader, count) == quote)
        count++;
    reader->at += count;
    bool ends = !longer || count >= 3;
    for (size_t said = ends ? count - (longer ? 3 : 1) : count; said > 0; said--)
        buffer_add_char(text, quote);
    return ends;
}

/* Up to the next quote, backslash or line break, and that one too; true at the end of the text. */
static bool read_stretch(struct toml_reader *reader, struct buffer *text, char quote, bool longer)
{
    const char *start = reader->at;
    while (reader->at < reader->end && *reader->at != quote && *reader->at != '\\' && *reader->at != '\n')
        reader->at++;
    buffer_add_bytes(text, start, (size_t)(reader->at - start));
    if (reader->at == reader->end || (*reader->at == '\n' && !longer))
        return false;
    if (*reader->at == quote)
        return read_quotes(reader, text, quote, longer);
    if (*reader->at == '\\' && quote == '"')
        read_escape(reader, text, longer);
    else
        buffer_add_char(text, *reader->at++);
    return false;
}

void toml_scalar_text(struct toml_reader *reader, struct yaml_node *node, bool may_be_long)
{
    char quote = *reader->at;
    bool longer = may_be_long && toml_reader_peek(reader, 1) == quote && toml_reader_peek(reader, 2) == quote, closed = false;
    struct buffer text;
    buffer_init(&text, reader->arena);
    reader->at += longer ? 3 : 1;
    if (longer && toml_reader_accept(reader, '\n')) {
        node->multiline = true;
        node->text_line++;
    }
    while (!closed && reader->at < reader->end && (longer || *reader->at != '\n'))
        closed = read_stretch(reader, &text, quote, longer);
    node->text = text.data;
    if (!closed)
        toml_reader_refuse(reader, toml_reader_place_of(reader, node), "toml-quote",
                           "ce guillemet n’est pas fermé ; fermez-le au bout du texte (un texte de plusieurs lignes se met entre \"\"\" et \"\"\")",
                           "this quote is not closed; close it behind the text (a text of several lines stands between \"\"\" and \"\"\")");
}

/* At least one digit; "_" may stand between two. */
static bool skip_digits(const char **text, const char *digits)
{
    const char *start = *text;
    while (**text && strchr(digits, **text)) {
        *text += 1;
        if (**text == '_' && (*text)[1] && strchr(digits, (*text)[1]))
            *text += 1;
    }
    return *text > start;
}

static const char *digits_of(const char *text)
{
    if (text[0] != '0')
        return NULL;
    return text[1] == 'x' ? "0123456789abcdefABCDEF" : text[1] == 'o' ? "01234567" : text[1] == 'b' ? "01" : NULL;
}

static bool skip_sign(const char **text)
{
    bool there = **text == '+' || **text == '-';
    *text += there;
    return there;
}

static bool is_number(const char *text)
{
    static const char decimal[] = "0123456789";
    const char *digits = digits_of(text);
    if (digits) {
        text += 2;
        return skip_digits(&text, digits) && !*text;
    }
    skip_sign(&text);
    if (strcmp(text, "inf") == 0 || strcmp(text, "nan") == 0)
        return true;
    if ((*text == '0' && isdigit((unsigned char)text[1])) || !skip_digits(&text, decimal))
        return false;
    bool good = true;
    if (*text == '.') {
        text++;
        good = skip_digits(&text, decimal);
    }
    if (good && (*text == 'e' || *text == 'E')) {
        text++;
        skip_sign(&text);
        good = skip_digits(&text, decimal);
    }
    return good && !*text;
}

/* Moves behind what looks like `shape`, in which 9 is any digit. */
static bool skip_shape(const char **text, const char *shape)
{
    size_t i = 0;
    for (; shape[i]; i++)
        if (shape[i] == '9' ? !isdigit((unsigned char)(*text)[i]) : (*text)[i] != shape[i])
            return false;
    *text += i;
    return true;
}

static bool is_offset(const char *text)
{
    if (skip_sign(&text))
        return skip_shape(&text, "99:99") && !*text;
    return !*text || strcmp(text, "Z") == 0 || strcmp(text, "z") == 0;
}

/* "2023-04-14", "14:38", or both, with an offset or not. Whether there is such a day is for those who read it. */
static bool is_time(const char *text)
{
    bool day = skip_shape(&text, "9999-99-99");
    if (day && !*text)
        return true;
    if (day) {
        if (!strchr("Tt ", *text))
            return false;
        text++;
    }
    if (!skip_shape(&text, "99:99"))
        return false;
    if (skip_shape(&text, ":99") && skip_shape(&text, ".9"))
        text += strspn(text, "0123456789");
    return day ? is_offset(text) : !*text;
}

/* What stands here up to one of `stops`, a comment (one glued to a word is none when `apart`) or the end of the line, without the blanks behind it. */
static char *take_bare(const struct toml_reader *reader, const char *stops, bool apart)
{
    const char *at = reader->at, *end = toml_reader_line_end(reader, at);
    for (; at < end && !(*at && strchr(stops, *at)); at++)
        if (*at == '#' && (!apart || at == reader->at || strchr(" \t", at[-1])))
            break;
    while (at > reader->at && (at[-1] == ' ' || at[-1] == '\t'))
        at--;
    return arena_copy_bytes(reader->arena, reader->at, (size_t)(at - reader->at));
}

static void drop_underscores(char *text)
{
    char *to = text;
    for (; *text; text++)
        if (*text != '_')
            *to++ = *text;
    *to = '\0';
}

static void read_words(struct toml_reader *reader, struct yaml_node *node, char *text, bool nested)
{
    unsigned char first = (unsigned char)text[0];
    node->text = text;
    if (!(isalnum(first) || first >= 0x80) || (nested && strpbrk(text, "=\"'"))) {
        toml_reader_refuse_here(reader, "une valeur est attendue ici ; écrivez « clé = \"texte\" »", "a value is expected here; write key = \"text\"");
        return;
    }
    diag_add(reader->diags, DIAG_WARNING, toml_reader_place_of(reader, node), "toml-quotes",
             "« %.60s » : il manque les guillemets ; la valeur est lue jusqu’au bout, mettez-la entre guillemets",
             "\"%.60s\": quotes are missing; the value is read to its end, put it in quotes", text);
    reader->at += strlen(text);
}

void toml_scalar_bare(struct toml_reader *reader, struct yaml_node *node, bool nested)
{
    const char *stops = nested ? ",]}" : "";
    char *text = take_bare(reader, stops, false);
    bool number = is_number(text);
    node->plain = true;
    if (!number && strcmp(text, "true") != 0 && strcmp(text, "false") != 0 && !is_time(text)) {
        read_words(reader, node, take_bare(reader, stops, true), nested);
        return;
    }
    node->text = text;
    reader->at += strlen(text);
    if (number)
        drop_underscores(text);
}

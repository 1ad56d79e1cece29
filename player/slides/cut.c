#include "slides/cut.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/utf8.h"

#include <string.h>

/* What is kept of a text says at least this much. */
enum { CLAUSE_LEAST = 36, KICKER_LEAST = 20, SHORT_TITLE_LEAST = 8, LONG_TITLE = 70 };

static const char *const abbreviations[] = {"M.",  "MM.", "Mme.", "Mr.", "Dr.", "art.", "cf.", "ex.", "p.",    "no.",  "n°.",
                                            "av.", "bd.", "St.",  "vs.", "env.", "tél.", "Av.", "Art.", "etc.", "éd.", NULL};

static size_t blank_at(const char *at)
{
    if (*at == ' ' || *at == '\t' || *at == '\n')
        return 1;
    if (strncmp(at, "\u00a0", 2) == 0)
        return 2;
    return strncmp(at, "\u202f", 3) == 0 || strncmp(at, "\u2009", 3) == 0 ? 3 : 0;
}

static size_t blank_before(const char *text, const char *at)
{
    size_t room = (size_t)(at - text);
    if (room >= 1 && blank_at(at - 1) == 1)
        return 1;
    if (room >= 2 && blank_at(at - 2) == 2)
        return 2;
    return room >= 3 && blank_at(at - 3) == 3 ? 3 : 0;
}

char *cut_trim(struct arena *arena, const char *text, size_t bytes)
{
    const char *end = text + bytes;
    for (size_t blank; text < end && (blank = blank_at(text)) > 0;)
        text += blank;
    for (size_t blank; end > text && (blank = blank_before(text, end)) > 0;)
        end -= blank;
    return arena_copy_bytes(arena, text, (size_t)(end - text));
}

char *cut_trailing(struct arena *arena, const char *text, const char *signs)
{
    char *copy = cut_trim(arena, text, strlen(text));
    size_t length = strlen(copy);
    while (length && strchr(signs, copy[length - 1])) {
        /* An ellipsis or an abbreviation keeps its dot. */
        if (copy[length - 1] == '.' && ((length >= 2 && copy[length - 2] == '.') || (length >= 4 && strncmp(copy + length - 4, "etc.", 4) == 0)))
            break;
        copy[--length] = '\0';
        for (size_t blank; (blank = blank_before(copy, copy + length)) > 0;) {
            length -= blank;
            copy[length] = '\0';
        }
    }
    return copy;
}

static bool is_upper(uint32_t point)
{
    return (point >= 'A' && point <= 'Z') || (point >= 0xC0 && point <= 0xDE && point != 0xD7);
}

/* What a sentence may begin with: a capital, a figure, an opening quote, an emoji. */
static bool begins_sentence(const char *at)
{
    const char *end = at + strlen(at);
    uint32_t point = utf8_next(&at, end);
    return is_upper(point) || (point >= '0' && point <= '9') || point == 0xAB || point == 0x201C || point == '"' || point == '(' ||
           point == 0x152 || point > 0x2100;
}

/* True when the dot at `dot` belongs to the word before it. */
static bool is_abbreviation(const char *text, const char *dot)
{
    const char *word = dot;
    /* No entry of the table is longer than 8 bytes. */
    while (word > text && dot - word < 8 && !blank_before(text, word) && word[-1] != '(' && word[-1] != '\'')
        word--;
    size_t length = (size_t)(dot - word) + 1;
    if (length == 2 && is_upper((unsigned char)word[0]))
        return true;
    for (size_t i = 0; abbreviations[i]; i++)
        if (strlen(abbreviations[i]) == length && strncmp(abbreviations[i], word, length) == 0)
            return strcmp(abbreviations[i], "etc.") != 0;
    return false;
}

/* Bytes of the sign that ends a sentence at `at`, with what closes behind it (" »", ")"); 0 when none. */
static size_t end_sign(const char *text, const char *at)
{
    size_t length = 0;
    if (*at == '.' || *at == '!' || *at == '?')
        length = 1;
    else if (strncmp(at, "…", 3) == 0)
        length = 3;
    if (length == 0 || (*at == '.' && is_abbreviation(text, at)))
        return 0;
    length += strspn(at + length, ".!?)]\"");
    size_t blank = blank_at(at + length);
    if (strncmp(at + length + blank, "»", 2) == 0)
        length += blank + 2;
    else if (strncmp(at + length, "”", 3) == 0)
        length += 3;
    return length;
}

size_t cut_sentence(const char *text)
{
    for (const char *at = text; *at; at++) {
        if (*at == '\n')
            return (size_t)(at - text);
        size_t sign = end_sign(text, at);
        if (!sign)
            continue;
        const char *behind = at + sign;
        size_t blank = blank_at(behind);
        if (*behind == '\0' || *behind == '\n')
            return (size_t)(behind - text);
        if (blank) {
            const char *next = behind;
            while ((blank = blank_at(next)) > 0)
                next += blank;
            if (*next == '\0' || begins_sentence(next))
                return (size_t)(behind - text);
        }
        at = behind - 1;
    }
    return strlen(text);
}

char *cut_next(struct arena *arena, const char **at)
{
    for (size_t blank; (blank = blank_at(*at)) > 0;)
        *at += blank;
    if (**at == '\0')
        return NULL;
    size_t bytes = cut_sentence(*at);
    char *sentence = cut_trim(arena, *at, bytes);
    *at += bytes;
    return sentence;
}

/* Places at which a clause ends, the surest first. */
static const char *const semicolons[] = {" ; ", "\u00a0; ", "\u202f; ", ", et ", ", ainsi que ", ", mais ", ", and ", ", but ", NULL};
static const char *const colons[] = {" : ", "\u00a0: ", "\u202f: ", ": ", " ; ", "; ", "\u00a0; ", "\u202f; ", NULL};
static const char *const commas[] = {" (", ", ", " – ", " - ", " / ", NULL};
static const char *const openers[] = {" qui ", " dont ", " afin ", " pour ", " grâce ", " ainsi ", " lors ", " en vue ", " au sein ",
                                      " au salon ", " dans le cadre ", " that ", " which ", " to ", " for ", NULL};
static const char *const kicker_openers[] = {" pour ", " du ", " des ", " au ", " aux ", " dans ", " avec ", " en ", " sur ", " lors ", " le ",
                                             " from ", " for ", " at ", " on ", " in ", NULL};

/* Words that cannot end a clause. */
static const char *const danglers[] = {"à travers", "via", "de", "du", "des", "le", "la", "les", "un", "une", "comme", "tels que", "telles que",
                                       "tel que", "notamment", "et", "ou", "par", "pour", "avec", "sur", "dont", "ainsi que", "en", "suivants",
                                       "suivantes", "à savoir", "with", "and", "of", "the", NULL};

static bool dangles(const char *text, size_t bytes)
{
    for (size_t blank; (blank = blank_before(text, text + bytes)) > 0;)
        bytes -= blank;
    for (size_t i = 0; danglers[i]; i++) {
        size_t length = strlen(danglers[i]);
        if (bytes > length && strncmp(text + bytes - length, danglers[i], length) == 0 && blank_before(text, text + bytes - length))
            return true;
    }
    return false;
}

/* A bracket may go with what is in it when nothing of the clause stands behind it. */
static bool is_aside(const char *at)
{
    if (strncmp(at, " (", 2) != 0)
        return true;
    const char *close = strchr(at, ')');
    return close && (close[1] == '\0' || strchr(".,;:", close[1]));
}

/* The last place between `least` and `most` code points at which one of `marks` ends a clause; 0 when there is none. */
static size_t clause_end(const char *text, size_t least, size_t most, const char *const *marks)
{
    const char *end = text + strlen(text);
    size_t found = 0, points = 0;
    int depth = 0; /* no clause ends inside a bracket */
    for (const char *at = text; at < end && points <= most; points++) {
        depth += (*at == '(') - (*at == ')');
        for (size_t i = 0; marks[i] && points >= least && depth == 0; i++)
            if (strncmp(at, marks[i], strlen(marks[i])) == 0 && is_aside(at) && !dangles(text, (size_t)(at - text)))
                found = (size_t)(at - text);
        utf8_next(&at, end);
    }
    return found;
}

char *cut_sentences(struct arena *arena, const char *text, size_t most)
{
    const char *at = text;
    const char *kept = text;
    while (*at) {
        const char *next = at;
        for (size_t blank; (blank = blank_at(next)) > 0;)
            next += blank;
        if (*next == '\0')
            break;
        next += cut_sentence(next);
        if (utf8_count(arena_copy_bytes(arena, text, (size_t)(next - text))) > most)
            break;
        at = kept = next;
    }
    if (kept > text)
        return cut_trim(arena, text, (size_t)(kept - text));
    size_t sentence = cut_sentence(text);
    const char *first = arena_copy_bytes(arena, text, sentence);
    size_t clause = clause_end(first, CLAUSE_LEAST, most, semicolons);
    /* ", et …" may go when it is the last part, not when the sentence goes on behind it; half a question is none. */
    if (!clause || first[sentence - 1] == '?' || (first[clause] == ',' && strchr(first + clause + 1, ',')))
        return arena_copy(arena, "");
    return arena_format(arena, "%s.", cut_trim(arena, text, clause));
}

/* The last resort: whole words and an ellipsis. */
static char *cut_words(struct arena *arena, const char *text, size_t most)
{
    const char *end = text + strlen(text);
    size_t points = 0, kept = 0;
    for (const char *at = text; at < end && points < most; points++) {
        if (blank_at(at))
            kept = (size_t)(at - text);
        utf8_next(&at, end);
    }
    if (!kept)
        return arena_copy(arena, "");
    return arena_format(arena, "%s…", cut_trailing(arena, arena_copy_bytes(arena, text, kept), ",;:(.-"));
}

/* Without the signs that a list sets between its items. */
static char *bare_item(struct arena *arena, const char *text, size_t most)
{
    char *item = cut_trailing(arena, text, ";,");
    if (utf8_count(item) > most)
        item = cut_trim(arena, item, cut_sentence(item));
    if (cut_sentence(item) == strlen(item))
        item = cut_trailing(arena, item, ";,.");
    return item;
}

char *cut_item_cleanly(struct arena *arena, const char *text, size_t most)
{
    char *item = bare_item(arena, text, most);
    if (utf8_count(item) <= most)
        return item;
    size_t clause = clause_end(item, CLAUSE_LEAST, most, colons);
    if (!clause)
        clause = clause_end(item, CLAUSE_LEAST, most, commas);
    return clause ? cut_trailing(arena, arena_copy_bytes(arena, item, clause), ";,.:") : NULL;
}

char *cut_item(struct arena *arena, const char *text, size_t most)
{
    char *clean = cut_item_cleanly(arena, text, most);
    if (clean)
        return clean;
    char *item = bare_item(arena, text, most);
    size_t clause = clause_end(item, CLAUSE_LEAST, most, openers);
    return clause ? cut_trailing(arena, arena_copy_bytes(arena, item, clause), ";,.:") : cut_words(arena, item, most);
}

bool cut_has_address(const char *text)
{
    return strstr(text, "://") || strstr(text, "www.") || strstr(text, "lnkd.in/") || strstr(text, "bit.ly/");
}

/* Marks that point at something which a screen does not have. */
static const char *const pointers[] = {"➡️", "➡", "👉🏼", "👉🏻", "👉🏽", "👉", "►", "▶️", "▶", "→", "⇒", "➜", "➔", "•", "·", "▪", "■", "✓", ">", "*", "⬇️", "⬇", "👇", NULL};

static const char *skip_pointers(const char *text)
{
    for (bool moved = true; moved;) {
        moved = false;
        for (size_t blank; (blank = blank_at(text)) > 0; moved = true)
            text += blank;
        for (size_t i = 0; pointers[i]; i++)
            if (strncmp(text, pointers[i], strlen(pointers[i])) == 0) {
                text += strlen(pointers[i]);
                moved = true;
                break;
            }
    }
    return text;
}

/* A lone ">" inside a text is a quote mark that no parser took. */
static void drop_quote_marks(char *text)
{
    for (char *at = text; (at = strstr(at, " > ")) != NULL;)
        memmove(at, at + 2, strlen(at + 2) + 1);
}

char *cut_clean(struct arena *arena, const char *text)
{
    struct buffer buffer;
    buffer_init(&buffer, arena);
    const char *at = text;
    while (*at) {
        const char *start = at;
        bool line_start = at == text || at[-1] == '\n';
        size_t bytes = cut_sentence(at);
        at += bytes;
        if (*at == '\n')
            at++;
        else
            for (size_t blank; *at != '\n' && (blank = blank_at(at)) > 0;)
                at += blank;
        char *piece = arena_copy_bytes(arena, start, (size_t)(at - start));
        drop_quote_marks(piece);
        const char *shown = line_start ? skip_pointers(piece) : piece;
        if (!cut_has_address(shown))
            buffer_add(&buffer, shown);
    }
    return cut_trim(arena, buffer.data, buffer.length);
}

/* "Agents publics : soumettez vos projets": who is spoken to stands before the colon, what it is about behind it. */
static bool is_addressee(struct arena *arena, const char *title, size_t separator)
{
    const char *behind = title + separator;
    behind += strcspn(behind, ":");
    behind += *behind == ':';
    for (size_t blank; (blank = blank_at(behind)) > 0;)
        behind += blank;
    size_t length = strcspn(behind, " ");
    const char *word = cut_fold(arena, arena_copy_bytes(arena, behind, length));
    length = strlen(word);
    return length > 4 && strcmp(word + length - 2, "ez") == 0;
}

char *cut_short_title(struct arena *arena, const char *title)
{
    static const char *const separators[] = {" : ", "\u00a0: ", "\u202f: ", ": ", " – ", "\u00a0– ", " - ", " | ", " — ", NULL};
    size_t first = strlen(title);
    for (size_t i = 0; separators[i]; i++) {
        const char *found = strstr(title, separators[i]);
        if (found && (size_t)(found - title) < first)
            first = (size_t)(found - title);
    }
    char *head = cut_trim(arena, title, first);
    if (is_addressee(arena, title, first))
        return cut_trim(arena, title, strlen(title));
    bool telling = utf8_count(head) >= SHORT_TITLE_LEAST && (strchr(head, ' ') || utf8_count(title) > LONG_TITLE);
    return telling ? head : cut_trim(arena, title, strlen(title));
}

char *cut_kicker(struct arena *arena, const char *title, size_t most)
{
    char *head = cut_short_title(arena, title);
    if (utf8_count(head) <= most)
        return head;
    size_t end = clause_end(head, KICKER_LEAST, most, kicker_openers);
    if (!end)
        end = clause_end(head, KICKER_LEAST, most, commas);
    return end ? cut_trailing(arena, arena_copy_bytes(arena, head, end), ",;:") : cut_words(arena, head, most);
}

char *cut_capital(struct arena *arena, const char *text)
{
    const char *behind = text;
    uint32_t point = utf8_next(&behind, text + strlen(text));
    bool lower = (point >= 'a' && point <= 'z') || (point >= 0xE0 && point <= 0xFE && point != 0xF7);
    char first[4];
    size_t bytes = utf8_encode(point == 0x153 ? 0x152 : lower ? point - 32 : point, first);
    return text[0] ? arena_format(arena, "%.*s%s", (int)bytes, first, behind) : arena_copy(arena, "");
}

/* Letters with a mark, by their plain letter. */
static char plain_letter(uint32_t point)
{
    static const char latin[] = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
    if (point >= 0xC0 && point <= 0xFF)
        return latin[point - 0xC0];
    if (point == 0x152 || point == 0x153)
        return 'o';
    return 0;
}

char *cut_fold(struct arena *arena, const char *text)
{
    struct buffer buffer;
    buffer_init(&buffer, arena);
    const char *end = text + strlen(text);
    bool blank = false;
    while (text < end) {
        size_t width = blank_at(text);
        if (width) {
            blank = buffer.length > 0;
            text += width;
            continue;
        }
        if (blank)
            buffer_add_char(&buffer, ' ');
        blank = false;
        uint32_t point = utf8_next(&text, end);
        char plain = plain_letter(point);
        if (plain)
            buffer_add_char(&buffer, plain);
        else if (point == 0x2019)
            buffer_add_char(&buffer, '\'');
        else if (point >= 'A' && point <= 'Z')
            buffer_add_char(&buffer, (char)(point + 32));
        else
            buffer_add_codepoint(&buffer, point);
    }
    return buffer.data;
}

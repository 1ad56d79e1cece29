#include "base/arena.h"
#include "content/grammar.h"
#include "base/buffer.h"
#include "content/venue.h"
#include "content/venue_name.h"
#include "content/venue_words.h"

#include <assert.h>
#include <string.h>

enum { PLACE_MOST = 140, ERRAND_REACH = 12 };

size_t venue_text_marked_end(const struct lexis *lexis, size_t first, size_t most)
{
    size_t index = first;
    for (; index < most; index++) {
        const struct lexeme *lexeme = &lexis->items[index];
        bool sign = lexeme->kind == LEXEME_SIGN && lexeme->sign && strchr(",-(|:;.!", lexeme->sign);
        bool spaced = lexeme[1].spaced || lexeme->sign == '(';
        if (lexis_is_sign(lexeme, LEXEME_ADDRESS) || lexis_is_sign(lexeme, '|') || (sign && spaced && venue_spells(lexis, index + 1, venue_words_noise)))
            break;
        if (index > first && lexeme->sentence != lexeme[-1].sentence && !venue_is_address(lexis, index))
            break;
    }
    return index > first ? venue_name_trim(lexis, first, index) : first;
}

/* Takes the blank away that now ends the text. */
static void drop_blank(struct buffer *buffer)
{
    static const char *const blanks[] = {" ", "\xC2\xA0", "\xE2\x80\xAF"};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        size_t length = strlen(blanks[i]);
        if (buffer->length >= length && memcmp(buffer->data + buffer->length - length, blanks[i], length) == 0)
            buffer_truncate(buffer, buffer->length - length);
    }
}

/* A lower case letter at the start, also "é", becomes a capital. */
static void raise_first(char *text)
{
    unsigned char *byte = (unsigned char *)text;
    if (*byte >= 'a' && *byte <= 'z')
        *byte = (unsigned char)(*byte - ('a' - 'A'));
    else if (byte[0] == 0xC3 && byte[1] >= 0xA0 && byte[1] <= 0xBE)
        byte[1] = (unsigned char)(byte[1] - 0x20);
}

/* Bytes of the blank at the start of a text: plain, no-break, narrow. */
static size_t blank_bytes(const char *text)
{
    unsigned char byte = (unsigned char)*text;
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3;
}

/* The lexemes as one line; a quotation mark without its other half is left out. */
static char *joined(struct arena *arena, const struct lexis *lexis, size_t first, size_t end)
{
    struct buffer buffer;
    size_t quotes = 0;
    for (size_t i = first; i < end; i++)
        quotes += lexis_is_sign(&lexis->items[i], '"');
    buffer_init(&buffer, arena);
    for (size_t i = first; i < end; i++) {
        const struct lexeme *lexeme = &lexis->items[i];
        bool half = quotes % 2 && lexis_is_sign(lexeme, '"');
        size_t from = i > first ? lexeme[-1].end : lexeme->begin;
        bool line = i > first && lexis_is_sign(&lexis->items[i - 1], LEXEME_LINE);
        if (line) {
            drop_blank(&buffer);
            buffer_add(&buffer, lexeme->digits == 5 || (buffer.length && buffer.data[buffer.length - 1] == ',') ? " " : ", ");
        } else if (lexeme->begin > from)
            buffer_add_bytes(&buffer, lexis->text + from, blank_bytes(lexis->text + from));
        if (half)
            drop_blank(&buffer);
        else if (!lexis_is_sign(lexeme, LEXEME_LINE))
            buffer_add_bytes(&buffer, lexis->text + lexeme->begin, lexeme->end - lexeme->begin);
        quotes -= half;
    }
    return buffer.length ? buffer.data : arena_copy_bytes(arena, "", 0);
}

/* Before the last comma, dash or bracket; `first` when there is none. */
static size_t shorter(const struct lexis *lexis, size_t first, size_t end)
{
    while (--end > first) {
        const struct lexeme *lexeme = &lexis->items[end];
        if (lexeme->kind == LEXEME_SIGN && lexeme->sign && strchr(",(-:", lexeme->sign) && (lexeme->spaced || lexeme[1].spaced))
            return venue_name_trim(lexis, first, end);
    }
    return first;
}

/* Before what says that the place is still to be told. */
static size_t before_unknown(const struct lexis *lexis, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (venue_spells(lexis, i, venue_words_unknown))
            return shorter(lexis, first, i + 1);
    return end;
}

static bool has_letter(const struct lexis *lexis, size_t first, size_t end)
{
    while (first < end && lexis->items[first].kind != LEXEME_WORD)
        first++;
    return first < end;
}

/* "Dans les locaux de …", "Au dojo": the line begins with a preposition that says nothing of its own, unlike "chez". */
static bool is_idle(const struct lexis *lexis, size_t index)
{
    static const char *const idle[] = {"au", "aux", "a", "dans", "at", "in", NULL};
    const struct lexeme *lexeme = &lexis->items[index];
    if (!lexis_is_word_of(lexeme, idle) || venue_spells(lexis, index, venue_words_modes) || venue_spells(lexis, index, venue_words_unknown))
        return false;
    return strcmp(lexeme->word, "a") != 0 || lexeme->grave;
}

/* Behind signs, "lieu =", and an idle preposition with its article. */
static size_t behind_preposition(const struct lexis *lexis, size_t first, size_t end)
{
    static const char *const articles[] = {"la", "l", "les", "the", NULL};
    if (first + 1 < end && lexis_is_word_of(&lexis->items[first], venue_words_labels) && lexis_is_sign(&lexis->items[first + 1], '='))
        first += 2;
    while (first < end && lexis->items[first].kind == LEXEME_SIGN && !strchr("(\"", lexis->items[first].sign))
        first++;
    if (first + 1 >= end || !is_idle(lexis, first))
        return first;
    first++;
    return first + 1 < end && lexis_is_word_of(&lexis->items[first], articles) && !venue_is_capital(lexis, &lexis->items[first]) ? first + 1 : first;
}

const char *venue_text(struct arena *arena, const struct lexis *lexis, size_t first, size_t end)
{
    first = behind_preposition(lexis, first, end);
    if (first >= end)
        return "";
    end = before_unknown(lexis, first, venue_name_trim(lexis, first, end));
    while (end > first && lexis->items[end - 1].end - lexis->items[first].begin > PLACE_MOST)
        end = shorter(lexis, first, end);
    char *text = end > first ? joined(arena, lexis, first, end) : NULL;
    if (!text || !has_letter(lexis, first, end))
        return "";
    raise_first(text);
    return text;
}

bool venue_text_is_place(struct arena *arena, const char *text)
{
    struct lexis lexis = lexis_read(arena, text);
    size_t first = lexis_is_word_of(&lexis.items[0], venue_words_articles) && !venue_is_capital(&lexis, &lexis.items[1]) ? 1 : 0;
    struct venue venue = venue_at(&lexis, first);
    while (venue.end < lexis.count && lexis.items[venue.end].kind == LEXEME_SIGN)
        venue.end++;
    return venue.rank > VENUE_NAME && venue.end >= lexis.count;
}

/* "Sur réservation au 03 … ou en ligne": one enrols there, and goes elsewhere. */
static bool is_errand_online(const struct lexis *lexis, size_t first, size_t index)
{
    const struct lexeme *own = &lexis->items[index];
    for (const struct lexeme *item = &lexis->items[index > first + ERRAND_REACH ? index - ERRAND_REACH : first]; item < own; item++)
        if (item->sentence == own->sentence && lexis_is_word_of(item, venue_words_errands))
            return true;
    return false;
}

/* The way to take part that stands at `index`, in the words of the text: "En visioconférence", "À distance"; "En ligne" of what only implies it. */
static const char *remote_name(struct arena *arena, const struct lexis *lexis, size_t index)
{
    static const char *const implied[] = {"webinaire", "webinar", "webconference", "youtube", "chaine youtube", NULL};
    size_t count = venue_spells(lexis, index, venue_words_remote);
    if (venue_spells(lexis, index, implied))
        return "En ligne";
    assert(count > 0); /* a word was spelt there */
    const struct lexeme *first = &lexis->items[index], *last = &lexis->items[index + count - 1];
    if (lexis_is_word(first, "visio") || lexis_is_word(first, "visioconference"))
        return first->word[strlen("visio")] ? "En visioconférence" : "En visio";
    char *text = arena_copy_bytes(arena, lexis->text + first->begin, last->end - first->begin);
    raise_first(text);
    return lexis_is_word(first, "sur") ? arena_format(arena, "En ligne, %c%s", 's', text + 1) : text;
}

/* "En ligne" at `index` is said of the event: behind a sign, a number or a word of events, or before a weekday ("présente ces nouveautés en
 * ligne mercredi 29 novembre"). */
static bool is_of_event(const struct lexis *lexis, size_t index)
{
    const struct lexeme *before = index ? &lexis->items[index - 1] : NULL, *next = &lexis->items[index + venue_spells(lexis, index, venue_words_remote)];
    if (!before || before->kind == LEXEME_NUMBER || lexis_is_word_of(before, venue_words_online))
        return true;
    bool sign = before->kind == LEXEME_SIGN && index > 1 && !venue_spells(lexis, index - 2, venue_words_noise);
    return sign || (next->kind == LEXEME_WORD && grammar_value(dates_fr.weekdays, next->word) >= 0);
}

/* "pour animer une réunion à distance", "comment voter en ligne": what one learns, behind a verb that names an aim in the same clause. */
static bool is_aim(const struct lexis *lexis, size_t index)
{
    static const char *const aims[] = {"pour", "comment", NULL}, *const endings[] = {"er", "ir", "re", NULL}, *const ours[] = {"notre", "votre", "premier", "premiere", "autre", NULL};
    for (size_t i = index; i-- > 1 && index - i <= ERRAND_REACH && lexis->items[i].kind == LEXEME_WORD;) {
        const struct lexeme *verb = &lexis->items[i];
        size_t length = strlen(verb->word);
        bool aimed = lexis_is_word_of(verb - 1, aims) && !venue_is_capital(lexis, verb) && !lexis_is_word_of(verb, ours);
        for (size_t k = 0; aimed && length > 3 && endings[k]; k++)
            if (strcmp(verb->word + length - 2, endings[k]) == 0)
                return !lexis_is_word_of(verb, venue_words_online); /* "à suivre en ligne" */
    }
    return false;
}

const char *venue_text_remote(struct arena *arena, const struct lexis *lexis, size_t first, size_t end)
{
    static const char *const things[] = {"en ligne", "a distance", "online", NULL};
    for (size_t i = first; i < end; i++) {
        if (!venue_spells(lexis, i, venue_words_remote))
            continue;
        bool thing = i > 0 && venue_spells(lexis, i, things) > 0;
        if (thing && (is_errand_online(lexis, first, i) || is_aim(lexis, i) || !is_of_event(lexis, i)))
            continue;
        return remote_name(arena, lexis, i);
    }
    return "";
}

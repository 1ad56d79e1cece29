#include "content/likeness.h"

#include "content/blocks.h"
#include "content/dates.h"
#include "content/passages.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <stdbool.h>
#include <string.h>

enum { SIDE_MOST = 40, REACH = 160, GRAM_MOST = 3, STEM_LETTERS = 5, LENGTH_STEP = 4, LENGTH_MOST = 8, SPANS_MOST = 3, SLOT_BITS = 15 };

/* How many words of the sentences around, of what announces a list, and of a heading or the title are looked at. */
enum { BESIDE_MOST = 30, NAME_MOST = 20 };

/* A word of the sentence, or what stands for it. */
struct token {
    const char *text;
    char sign[2];
};

/* What stands on one side of the date, the nearest first. */
struct side {
    struct token tokens[SIDE_MOST + 1];
    size_t count;
};

/* The slots found so far. */
struct found {
    uint16_t *slots;
    size_t count;
    uint64_t seen[LIKENESS_SLOTS / 64];
};

/* FNV-1a, as it was published by Fowler, Noll and Vo. */
static uint32_t hash_more(uint32_t hash, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

static uint32_t hash_text(uint32_t hash, const char *text)
{
    return hash_more(hash, text, strlen(text));
}

static uint32_t hash_kind(const char *kind)
{
    return hash_text(2166136261u, kind);
}

static void add(struct found *found, uint32_t hash)
{
    uint16_t slot = (uint16_t)((hash ^ (hash >> SLOT_BITS)) & (LIKENESS_SLOTS - 1));
    uint64_t bit = (uint64_t)1 << (slot % 64);
    if ((found->seen[slot / 64] & bit) || found->count >= LIKENESS_MOST)
        return;
    found->seen[slot / 64] |= bit;
    found->slots[found->count++] = slot;
}

static void add_number(struct found *found, const char *kind, size_t number)
{
    char digits[2] = {(char)('0' + number % 64), '\0'};
    add(found, hash_text(hash_kind(kind), digits));
}

static void side_add(struct side *side, const struct sheet *sheet, size_t index)
{
    const struct lexeme *item = &sheet->items[index];
    struct token *token = &side->tokens[side->count];
    *token = (struct token){.sign = {item->kind == LEXEME_SIGN ? item->sign : '#', '\0'}};
    if (sheet->covered[index] == SHEET_TIME)
        token->text = "#time";
    else if (sheet->covered[index] == SHEET_DATE)
        token->text = "#date";
    else if (item->kind == LEXEME_WORD)
        token->text = item->word;
    const char *before = side->count ? side->tokens[side->count - 1].text : NULL;
    bool again = sheet->covered[index] && before && token->text && strcmp(before, token->text) == 0;
    side->count += !again; /* an hour is one token, whatever it is written with */
}

/* The lexemes of the sentence around a date, REACH on either side at most. */
static size_t first_of(const struct sheet *sheet, const struct date_mention *date)
{
    size_t at = date->first;
    while (at > 0 && date->first - at < REACH && sheet->items[at - 1].sentence == sheet->items[date->first].sentence)
        at--;
    return at;
}

static size_t behind(const struct sheet *sheet, const struct date_mention *date)
{
    size_t at = date->end;
    while (at < sheet->count && at - date->end < REACH && sheet->items[at].sentence == sheet->items[date->first].sentence)
        at++;
    return at;
}

/* The sentence before the date, and behind it; each ends with a sign of its own. */
static void find_sides(const struct sheet *sheet, const struct date_mention *date, struct side *left, struct side *right)
{
    size_t first = first_of(sheet, date), stop = behind(sheet, date);
    left->count = right->count = 0;
    for (size_t i = date->first; i-- > first && left->count < SIDE_MOST;)
        side_add(left, sheet, i);
    for (size_t i = date->end; i < stop && right->count < SIDE_MOST; i++)
        side_add(right, sheet, i);
    left->tokens[left->count++] = (struct token){.text = "^", .sign = ""};
    right->tokens[right->count++] = (struct token){.text = "$", .sign = ""};
}

static const char *text_of(const struct token *token)
{
    return token->text ? token->text : token->sign;
}

/* Each word, its beginning, each pair of words, and what stands right beside the date. */
static void add_side(struct found *found, const struct side *side, const char *kind, const char *beside)
{
    uint32_t gram = hash_kind(beside);
    for (size_t i = 0; i < side->count; i++) {
        const char *text = text_of(&side->tokens[i]);
        add(found, hash_text(hash_kind(kind), text));
        add(found, hash_text(hash_kind("w"), text));
        if (strlen(text) > STEM_LETTERS)
            add(found, hash_more(hash_kind(kind[0] == 'l' ? "ls" : "rs"), text, STEM_LETTERS));
        if (i + 1 < side->count)
            add(found, hash_text(hash_text(hash_text(hash_kind(kind), text), " "), text_of(&side->tokens[i + 1])));
        if (i >= GRAM_MOST)
            continue;
        gram = hash_text(hash_text(gram, text), " ");
        add(found, gram);
    }
}

/* The cues of its sentence, and on which side they stand. */
static void add_cues(struct found *found, const struct sheet *sheet, const struct date_mention *date)
{
    const struct passage *passage = sheet->passage;
    size_t stop = behind(sheet, date);
    for (size_t i = survey_cue_from(passage, first_of(sheet, date)); i < passage->cue_count && passage->cues[i].first < stop; i++) {
        const struct cue *cue = &passage->cues[i];
        add_number(found, "c", (size_t)cue->kind);
        add_number(found, cue->first < date->first ? "cl" : "cr", (size_t)cue->kind);
    }
}

/* The words of another text, each once for where it stands; `also` as well when it is not NULL. */
static void add_word(struct found *found, const char *kind, const char *also, const char *text)
{
    add(found, hash_text(hash_kind(kind), text));
    if (also)
        add(found, hash_text(hash_kind(also), text));
}

/* The first words of a heading, the title or the passage beside, or the last ones of what announces a list. */
static void add_passage(struct found *found, const char *kind, const struct passage *passage, size_t most, bool last)
{
    size_t count = passage ? passage->lexis.count : 0, from = last && count > most ? count - most : 0;
    for (size_t i = from; i < count && i - from < most; i++)
        if (passage->lexis.items[i].kind == LEXEME_WORD)
            add_word(found, kind, NULL, passage->lexis.items[i].word);
}

/* The sentences right before and right behind that of the date; where its passage has none, the passages. */
static void add_around(struct found *found, const struct sheet *sheet, const struct date_mention *date)
{
    const struct passage *passage = sheet->passage;
    size_t first = first_of(sheet, date), stop = behind(sheet, date);
    struct side before = {.count = 0}, after = {.count = 0};
    int sentence = first > 0 ? sheet->items[first - 1].sentence : -1;
    for (size_t i = first; i-- > 0 && first - i <= BESIDE_MOST && sheet->items[i].sentence == sentence;)
        side_add(&before, sheet, i);
    for (size_t i = stop; i < sheet->count && i - stop < BESIDE_MOST && sheet->items[i].sentence == sheet->items[stop].sentence; i++)
        side_add(&after, sheet, i);
    for (size_t i = 0; i < before.count; i++)
        add_word(found, "p", "pn", text_of(&before.tokens[i]));
    for (size_t i = 0; i < after.count; i++)
        add_word(found, "n", "pn", text_of(&after.tokens[i]));
    if (first == 0 && passage->index > 0)
        add_passage(found, "P", passage - 1, BESIDE_MOST, false);
    if (stop >= sheet->count)
        add_passage(found, "N", passage->next, BESIDE_MOST, false);
}

/* What is known of its passage. */
static void add_place(struct found *found, const struct passage *passage)
{
    const bool known[] = {passage->past, passage->meets, passage->calls, passage->schedule, passage->addressed, passage->page_past,
                          passage->page_calls, passage->page_plan, passage->elsewhere, passage->others, passage->off};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i])
            add_number(found, "known", i);
    if (passage->led != CUE_NONE)
        add_number(found, "led", (size_t)passage->led);
    add_number(found, "role", (size_t)passage->role);
    add_number(found, "block", passage->block ? 1 + (size_t)passage->block->kind : 0);
    const struct passage *first = passage - passage->index;
    add_passage(found, "a", passage->above, NAME_MOST, false);
    add_passage(found, "i", passage->intro, NAME_MOST, true);
    add_passage(found, "t", first, NAME_MOST, false);
}

size_t likeness_slots(const struct sheet *sheet, size_t index, uint16_t slots[LIKENESS_MOST])
{
    const struct date_mention *date = &sheet->dates[index];
    const struct date_span *span = &date->spans[0];
    struct side left, right;
    struct found found = {.slots = slots};
    find_sides(sheet, date, &left, &right);
    add_side(&found, &left, "l", "<");
    add_side(&found, &right, "r", ">");
    const char *first = text_of(&left.tokens[left.count > 1 ? left.count - 2 : 0]);
    add(&found, hash_text(hash_kind("first"), first));
    add_cues(&found, sheet, date);
    add_around(&found, sheet, date);
    add_place(&found, sheet->passage);
    if (span->first.weekday >= 0)
        add(&found, hash_kind("weekday"));
    if (span->range)
        add(&found, hash_kind("range"));
    if (span->last.year > 0)
        add(&found, hash_kind("year"));
    size_t length = (left.count + right.count) / LENGTH_STEP;
    add_number(&found, "spans", date->span_count < SPANS_MOST ? date->span_count : SPANS_MOST);
    add_number(&found, "length", length < LENGTH_MOST ? length : LENGTH_MOST);
    return found.count;
}

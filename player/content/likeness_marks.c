#include "content/likeness_marks.h"

#include "content/blocks.h"
#include "content/passages.h"
#include "content/sheet.h"
#include "content/survey.h"

#include <string.h>

enum { REACH = 160, GRAM_MOST = 3, STEM_LETTERS = 5, SLOT_BITS = 15 };

/* FNV-1a, as it was published by Fowler, Noll and Vo. */
static const uint32_t fnv_start = 2166136261u;

static uint32_t hash_more(uint32_t hash, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

uint32_t likeness_marks_hash(const char *text, size_t length)
{
    return hash_more(fnv_start, text, length);
}

static uint32_t hash_text(uint32_t hash, const char *text)
{
    return hash_more(hash, text, strlen(text));
}

static uint32_t hash_kind(const char *kind)
{
    return hash_text(fnv_start, kind);
}

static void add(struct likeness_marks *marks, uint32_t hash)
{
    uint16_t slot = (uint16_t)((hash ^ (hash >> SLOT_BITS)) & (LIKENESS_SLOTS - 1));
    uint64_t bit = (uint64_t)1 << (slot % 64);
    if ((marks->seen[slot / 64] & bit) || marks->count >= marks->most)
        return;
    marks->seen[slot / 64] |= bit;
    marks->slots[marks->count++] = slot;
}

void likeness_marks_add(struct likeness_marks *marks, const char *kind)
{
    add(marks, hash_kind(kind));
}

void likeness_marks_add_word(struct likeness_marks *marks, const char *kind, const char *word)
{
    add(marks, hash_text(hash_kind(kind), word));
}

void likeness_marks_add_number(struct likeness_marks *marks, const char *kind, size_t number)
{
    char digits[2] = {(char)('0' + number % 64), '\0'};
    add(marks, hash_text(hash_kind(kind), digits));
}

struct likeness_token likeness_marks_token(const struct lexeme *item)
{
    return (struct likeness_token){.text = item->kind == LEXEME_WORD ? item->word : NULL, .sign = {item->kind == LEXEME_SIGN ? item->sign : '#', '\0'}};
}

static void side_add(struct likeness_side *side, const struct sheet *sheet, size_t index)
{
    struct likeness_token *token = &side->tokens[side->count];
    *token = likeness_marks_token(&sheet->items[index]);
    if (sheet->covered[index])
        token->text = sheet->covered[index] == SHEET_TIME ? "#time" : "#date";
    const char *before = side->count ? side->tokens[side->count - 1].text : NULL;
    bool again = sheet->covered[index] && before && token->text && strcmp(before, token->text) == 0;
    side->count += !again; /* an hour is one token, whatever it is written with */
}

struct likeness_frame likeness_marks_frame(const struct sheet *sheet, size_t first, size_t end)
{
    struct likeness_frame frame = {.first = first, .stop = end};
    while (frame.first > 0 && first - frame.first < REACH && sheet->items[frame.first - 1].sentence == sheet->items[first].sentence)
        frame.first--;
    while (frame.stop < sheet->count && frame.stop - end < REACH && sheet->items[frame.stop].sentence == sheet->items[first].sentence)
        frame.stop++;
    return frame;
}

const char *likeness_marks_text(const struct likeness_token *token)
{
    return token->text ? token->text : token->sign;
}

void likeness_marks_find_sides(const struct sheet *sheet, size_t first, size_t end, struct likeness_side *left, struct likeness_side *right)
{
    struct likeness_frame frame = likeness_marks_frame(sheet, first, end);
    left->count = right->count = 0;
    for (size_t i = first; i-- > frame.first && left->count < LIKENESS_SIDE_MOST;)
        side_add(left, sheet, i);
    for (size_t i = end; i < frame.stop && right->count < LIKENESS_SIDE_MOST; i++)
        side_add(right, sheet, i);
    left->tokens[left->count++] = (struct likeness_token){.text = "^", .sign = ""};
    right->tokens[right->count++] = (struct likeness_token){.text = "$", .sign = ""};
}

void likeness_marks_find_rest(const struct sheet *sheet, size_t first, size_t end, struct likeness_side *before, struct likeness_side *behind)
{
    struct likeness_frame frame = likeness_marks_frame(sheet, first, end);
    before->count = behind->count = 0;
    for (size_t i = frame.first; i-- > 0 && frame.first - i <= REACH && before->count < LIKENESS_SIDE_MOST;)
        side_add(before, sheet, i);
    for (size_t i = frame.stop; i < sheet->count && i - frame.stop < REACH && behind->count < LIKENESS_SIDE_MOST; i++)
        side_add(behind, sheet, i);
}

void likeness_marks_add_side(struct likeness_marks *marks, const struct likeness_side *side, const char *kind, const char *beside)
{
    uint32_t gram = hash_kind(beside);
    for (size_t i = 0; i < side->count; i++) {
        const char *text = likeness_marks_text(&side->tokens[i]);
        likeness_marks_add_word(marks, kind, text);
        likeness_marks_add_word(marks, "w", text);
        if (strlen(text) > STEM_LETTERS)
            add(marks, hash_more(hash_kind(kind[0] == 'l' ? "ls" : "rs"), text, STEM_LETTERS));
        if (i + 1 < side->count)
            add(marks, hash_text(hash_text(hash_text(hash_kind(kind), text), " "), likeness_marks_text(&side->tokens[i + 1])));
        if (i >= GRAM_MOST)
            continue;
        gram = hash_text(hash_text(gram, text), " ");
        add(marks, gram);
    }
}

void likeness_marks_add_cues(struct likeness_marks *marks, const struct sheet *sheet, size_t first, size_t end)
{
    const struct passage *passage = sheet->passage;
    struct likeness_frame frame = likeness_marks_frame(sheet, first, end);
    for (size_t i = survey_cue_from(passage, frame.first); i < passage->cue_count && passage->cues[i].first < frame.stop; i++) {
        const struct cue *cue = &passage->cues[i];
        likeness_marks_add_number(marks, "c", (size_t)cue->kind);
        likeness_marks_add_number(marks, cue->first < first ? "cl" : "cr", (size_t)cue->kind);
    }
}

void likeness_marks_add_passage(struct likeness_marks *marks, const char *kind, const struct passage *passage, size_t most, bool last)
{
    size_t count = passage ? passage->lexis.count : 0, from = last && count > most ? count - most : 0;
    for (size_t i = from; i < count && i - from < most; i++)
        if (passage->lexis.items[i].kind == LEXEME_WORD)
            likeness_marks_add_word(marks, kind, passage->lexis.items[i].word);
}

void likeness_marks_add_around(struct likeness_marks *marks, const struct sheet *sheet, size_t first, size_t end)
{
    const struct passage *passage = sheet->passage;
    struct likeness_frame frame = likeness_marks_frame(sheet, first, end);
    size_t begin = frame.first, stop = frame.stop;
    struct likeness_side before = {.count = 0}, after = {.count = 0};
    int sentence = begin > 0 ? sheet->items[begin - 1].sentence : -1;
    for (size_t i = begin; i-- > 0 && begin - i <= LIKENESS_BESIDE_MOST && sheet->items[i].sentence == sentence;)
        side_add(&before, sheet, i);
    for (size_t i = stop; i < sheet->count && i - stop < LIKENESS_BESIDE_MOST && sheet->items[i].sentence == sheet->items[stop].sentence; i++)
        side_add(&after, sheet, i);
    for (size_t i = 0; i < before.count; i++) {
        likeness_marks_add_word(marks, "p", likeness_marks_text(&before.tokens[i]));
        likeness_marks_add_word(marks, "pn", likeness_marks_text(&before.tokens[i]));
    }
    for (size_t i = 0; i < after.count; i++) {
        likeness_marks_add_word(marks, "n", likeness_marks_text(&after.tokens[i]));
        likeness_marks_add_word(marks, "pn", likeness_marks_text(&after.tokens[i]));
    }
    if (begin == 0 && passage->index > 0)
        likeness_marks_add_passage(marks, "P", passage - 1, LIKENESS_BESIDE_MOST, false);
    if (stop >= sheet->count)
        likeness_marks_add_passage(marks, "N", passage->next, LIKENESS_BESIDE_MOST, false);
}

void likeness_marks_add_place(struct likeness_marks *marks, const struct passage *passage)
{
    const bool known[] = {passage->past, passage->meets, passage->calls, passage->schedule, passage->addressed, passage->page_past,
                          passage->page_calls, passage->page_plan, passage->elsewhere, passage->others, passage->off};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i])
            likeness_marks_add_number(marks, "known", i);
    if (passage->led != CUE_NONE)
        likeness_marks_add_number(marks, "led", (size_t)passage->led);
    likeness_marks_add_number(marks, "role", (size_t)passage->role);
    likeness_marks_add_number(marks, "block", passage->block ? 1 + (size_t)passage->block->kind : 0);
    const struct passage *first = passage - passage->index;
    likeness_marks_add_passage(marks, "a", passage->above, LIKENESS_NAME_MOST, false);
    likeness_marks_add_passage(marks, "i", passage->intro, LIKENESS_NAME_MOST, true);
    likeness_marks_add_passage(marks, "t", first, LIKENESS_NAME_MOST, false);
}

#include "base/diag.h"

#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void diag_init(struct diags *diags)
{
    *diags = (struct diags){.arena = arena_create()};
}

void diag_finish(struct diags *diags)
{
    arena_destroy(diags->arena);
    *diags = (struct diags){0};
}

static char *diag_format(struct arena *arena, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

static char *diag_format(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    assert(length >= 0);
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

static bool diag_is_alike(const struct diag *diag, struct place place, const char *code)
{
    return strcmp(diag->code, code) == 0 && strcmp(diag->place.file, place.file ? place.file : "") == 0;
}

/* No room for one more, or for one more of its like. */
static bool diag_is_full(const struct diags *diags, struct place place, const char *code)
{
    if (diags->count >= DIAGS_MOST)
        return true;
    size_t alike = 0;
    for (size_t i = 0; i < diags->count && alike < DIAGS_MOST_ALIKE; i++)
        alike += diag_is_alike(&diags->items[i], place, code);
    return alike >= DIAGS_MOST_ALIKE;
}

static bool diag_is_known(const struct diags *diags, struct place place, const char *code, const char *french)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = &diags->items[i];
        if (diag->place.line == place.line && diag->place.column == place.column && diag_is_alike(diag, place, code) &&
            strcmp(diag->french, french) == 0)
            return true;
    }
    return false;
}

void diag_add(struct diags *diags, enum diag_level level, struct place place, const char *code, const char *french,
              const char *english, ...)
{
    if (!diags)
        return;
    if (diag_is_full(diags, place, code)) {
        diags->dropped++;
        diags->errors += level == DIAG_ERROR;
        return;
    }
    va_list arguments, again;
    va_start(arguments, english);
    va_copy(again, arguments);
    char *french_text = diag_format(diags->arena, french, arguments);
    char *english_text = diag_format(diags->arena, english, again);
    va_end(again);
    va_end(arguments);
    if (diag_is_known(diags, place, code, french_text))
        return;
    diags->errors += level == DIAG_ERROR;
    diags->items = arena_grow(diags->arena, diags->items, diags->count, &diags->capacity, sizeof *diags->items);
    struct diag *diag = &diags->items[diags->count++];
    *diag = (struct diag){.level = level, .place = place, .code = code, .french = french_text, .english = english_text};
    diag->place.file = arena_copy(diags->arena, place.file ? place.file : "");
}

void diag_append(struct diags *to, const struct diags *from)
{
    if (!to)
        return;
    size_t kept_errors = 0;
    for (size_t i = 0; i < from->count; i++) {
        const struct diag *diag = &from->items[i];
        kept_errors += diag->level == DIAG_ERROR;
        diag_add(to, diag->level, diag->place, diag->code, "%s%.0s", "%.0s%s", diag->french, diag->english);
    }
    to->dropped += from->dropped;
    to->errors += from->errors - kept_errors;
}

static int diag_order(const struct diag *a, const struct diag *b)
{
    int file = strcmp(a->place.file, b->place.file);
    if (file != 0)
        return file;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line ? -1 : 1;
    if (a->place.column != b->place.column)
        return a->place.column < b->place.column ? -1 : 1;
    return 0;
}

void diag_sort(struct diags *diags)
{
    for (size_t i = 1; i < diags->count; i++) {
        struct diag moving = diags->items[i];
        size_t at = i;
        for (; at > 0 && diag_order(&diags->items[at - 1], &moving) > 0; at--)
            diags->items[at] = diags->items[at - 1];
        diags->items[at] = moving;
    }
}

char *diag_line(struct arena *arena, const struct diag *diag, bool english)
{
    const char *text = english ? diag->english : diag->french;
    const struct place *place = &diag->place;
    if (!place->file[0])
        return arena_copy(arena, text);
    if (place->line == 0)
        return arena_format(arena, "%s: %s", place->file, text);
    if (place->column == 0)
        return arena_format(arena, "%s:%d: %s", place->file, place->line, text);
    return arena_format(arena, "%s:%d:%d: %s", place->file, place->line, place->column, text);
}

enum { NEAREST_LONGEST = 40 };

/* Levenshtein distance of two short words, by bytes; good enough to find a slip of the keyboard. */
static size_t diag_distance(const char *a, const char *b)
{
    size_t row[NEAREST_LONGEST + 1];
    size_t length = strlen(b);
    for (size_t j = 0; j <= length; j++)
        row[j] = j;
    for (size_t i = 0; a[i]; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 1; j <= length; j++) {
            size_t change = diagonal + (a[i] != b[j - 1]);
            diagonal = row[j];
            size_t best = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
            row[j] = change < best ? change : best;
        }
    }
    return row[length];
}

const char *diag_nearest(const char *word, const char *const *known, size_t count)
{
    size_t length = strlen(word);
    if (length > NEAREST_LONGEST)
        return NULL;
    const char *best = NULL;
    size_t best_distance = length / 3 + 2;
    for (size_t i = 0; i < count; i++) {
        if (strlen(known[i]) > NEAREST_LONGEST)
            continue;
        size_t distance = diag_distance(word, known[i]);
        if (distance < best_distance) {
            best_distance = distance;
            best = known[i];
        }
    }
    return best;
}

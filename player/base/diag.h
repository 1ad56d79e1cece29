/* What is wrong in a file, where, and what to do about it: for staff, in plain French and in English.
 * It collects; it never prints and never exits. */
#ifndef PARVIS_BASE_DIAG_H
#define PARVIS_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>

enum diag_level { DIAG_WARNING, DIAG_ERROR };

/* Lines and columns count from 1; 0 means that there is none (a whole file, a directory). Columns count code points. */
struct place {
    const char *file;
    int line;
    int column;
};

/* One problem. `code` is short and stable ("date-impossible"): tests and JSON rely on it. The texts say what is wrong and,
 * behind "; " ("; " in French too), what to do. All strings belong to the list. */
struct diag {
    enum diag_level level;
    struct place place;
    const char *code;
    const char *french;
    const char *english;
};

/* Problems in the order in which they were found. At most DIAGS_MOST are kept, and of one code in one file
 * DIAGS_MOST_ALIKE, so that one broken file does not hide the others; `dropped` counts the rest, `errors` the errors among all. */
enum { DIAGS_MOST = 1000, DIAGS_MOST_ALIKE = 20 };
struct diags {
    struct arena *arena;
    struct diag *items;
    size_t count;
    size_t capacity;
    size_t dropped;
    size_t errors;
};

/* Begins an empty list with an arena of its own; diag_finish frees it with all its texts. */
void diag_init(struct diags *diags);
void diag_finish(struct diags *diags);

/* Adds a problem. `diags` may be NULL (the caller does not care). `code` must be a literal. Both formats take the same
 * arguments in the same order. File name and texts are copied. The same code at the same place is kept once. */
void diag_add(struct diags *diags, enum diag_level level, struct place place, const char *code, const char *french,
              const char *english, ...) __attribute__((format(printf, 5, 7), format(printf, 6, 7)));

/* Copies all problems of `from` behind those of `to`. */
void diag_append(struct diags *to, const struct diags *from);

/* Sorts by file, line, column (stable). */
void diag_sort(struct diags *diags);

/* "file:line:column: text" in an arena; parts that are 0 are left out. `english` chooses the language. */
char *diag_line(struct arena *arena, const struct diag *diag, bool english);

/* The entry of `known` (count entries) nearest to `word` by edit distance when it is near enough to be a slip, else NULL. */
const char *diag_nearest(const char *word, const char *const *known, size_t count);

#endif

/* A field of the front matter as a text to read: behind its name, with what a sibling says of its day, or a picture's words alone. It knows
 * which fields are for readers and which for programs; what stands in them is for passages.h. */
#ifndef PARVIS_CONTENT_FIELD_TEXT_H
#define PARVIS_CONTENT_FIELD_TEXT_H

#include <stdbool.h>

struct arena;
struct article;
struct cue_index;
struct field;
struct grammar;

/* `label`: its name, when it has one of its own ("Horaires", "Date"); else "". `picture`: the words of a picture. */
struct field_text {
    const char *text;
    const char *label;
    bool picture;
};

/* False for a field without a number, of programs, or that is prose of its own. The texts live in the arena. */
bool field_text_read(struct arena *arena, const struct article *article, const struct field *field, const struct cue_index *index, const struct grammar *grammar,
                     struct field_text *said);

/* Prose of a field that has a name of its own, read behind it: "Date limite : 3 mai". False for other prose. */
bool field_text_name(struct arena *arena, const struct article *article, const char *path, const char *text, const struct grammar *grammar,
                     struct field_text *said);

#endif

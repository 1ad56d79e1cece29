/* An article as a row of short texts to read facts in: title, prose and fields of the front matter, descriptions of pictures, body.
 * It knows under which headings a text stands; it knows no dates. */
#ifndef PARVIS_CONTENT_PASSAGES_H
#define PARVIS_CONTENT_PASSAGES_H

#include "content/columns.h"
#include "content/cues.h"
#include "content/lexis.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct article;
struct block;
struct date_day;
struct grammar;
struct link;

enum passage_role { PASSAGE_TITLE, PASSAGE_FRONT, PASSAGE_FIELD, PASSAGE_PICTURE, PASSAGE_BODY };

/* `below` is the paragraph right below a heading. `block` is NULL for title, fields and pictures. `label`: of a field with a name of its own ("Horaires"), which `text` begins with;
 * else "". `above` is the heading under which it stands, `intro` the paragraph that announces its list; both may be NULL.
 * `past`, `meets`, `calls`: what those, and for `meets` also the title, say of the dates in it. */
struct passage {
    enum passage_role role;
    size_t index;
    const char *text;
    int line;
    const char *field;
    const char *label;
    const struct block *block;
    const struct passage *above;
    const struct passage *intro;
    const struct passage *below;
    const struct passage *next; /* in reading order; NULL behind the last one */
    struct lexis lexis;
    const struct cue *cues;
    size_t cue_count;
    const size_t *span_begins; /* byte offsets of the block's spans; NULL without a block */
    size_t name_end;           /* behind the name in bold or the link that its block begins with, when plain text follows; 0: none */
    const struct columns *columns; /* of a row in a table with a header of as many cells; else NULL */
    const struct date_day *day_told; /* of its first word, a weekday of the week that stands above: passages_week.h; NULL: none */
    bool past;
    bool meets;
    bool calls;
    bool schedule;   /* a heading says that steps follow, and names no event */
    bool addressed;  /* the paragraph right before it asks the reader for something */
    bool page_past;  /* the title looks back: "Compte rendu" */
    bool page_calls; /* the title asks for something */
    bool page_plan; /* the title tells of works, or of the plan of those who work */
    bool elsewhere; /* what announces its list tells of days of others, or of an example: "Chez nos voisins :", "Dans notre exemple :" */
    bool others; /* what announces its list tells what others do: "Le jury travaillera selon le calendrier suivant :" */
    bool page_dated; /* the day of publication is known: */
    int64_t page_day; /* days since 1970 */
    bool page_put_off; /* the title says that the event is put off */
    enum cue_kind led; /* the lead with which the paragraph ends that announces its list: "se font avant :"; CUE_NONE: none */
    bool led_by_heading; /* ... or the heading: "Date limite" */
    bool off; /* a heading says that it is full or called off */
};

struct passages {
    const struct passage *items;
    size_t count;
};

/* All passages in reading order: title, front matter, body. They live in the arena. */
struct passages passages_collect(struct arena *arena, const struct article *article, const struct grammar *grammar);

/* "(clos)", "Complet": called off or full, between signs, or all there is. */
bool passages_is_off(const struct passage *passage);

/* A cue of this kind stands in the passage; false for NULL. */
bool passages_has_cue(const struct passage *passage, enum cue_kind kind);

/* ... in one of its sentences. */
bool passages_sentence_has(const struct passage *passage, int sentence, enum cue_kind kind);

/* ... which says that something takes place. */
bool passages_sentence_meets(const struct passage *passage, int sentence);

/* What tells the hours of something that no visitor comes to: of a desk, of what is over, of a committee, of a term. */
bool passages_tells_others(const struct passage *passage);
bool passages_sentence_tells_others(const struct passage *passage, int sentence);

/* The line of the file from which byte `offset` of the passage comes. */
int passages_line(const struct passage *passage, size_t offset);

/* The number of the list or table in which a passage of the text stands; 0: none. NULL is allowed. */
int passages_list(const struct passage *passage);

/* Two items of one section, and so two things: "- 9 novembre : débat", "- 9 novembre : colloque à Berlin". */
bool passages_are_items(const struct passage *one, const struct passage *other);

/* The passage in which a link stands; NULL for that of a field. */
const struct passage *passages_of_link(const struct passages *passages, const struct article *article, const struct link *link);

#endif

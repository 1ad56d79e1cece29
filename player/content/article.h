/* What staff wrote: one article as its reader sees it (title, lead, blocks of text, links, pictures) and what its front matter says.
 * It knows Markdown, HTML and front matter through their rooms; it refuses to know what a date or a slide is (facts.h, slides/). */
#ifndef PARVIS_CONTENT_ARTICLE_H
#define PARVIS_CONTENT_ARTICLE_H

#include "base/instant.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct diags;
struct facts;
struct zone;

/* An article over this is refused: cmark 0.30.2 is quadratic on some inputs (64 KB 0.25 s, 300 KB 3.3 s). */
enum { ARTICLE_MOST_BYTES = 64 * 1024 };

enum span_style {
    SPAN_STRONG = 1, SPAN_EMPHASIS = 2,
    SPAN_STRUCK = 4,      /* ~~no longer valid~~, <del>, <s> */
    SPAN_SUPERSCRIPT = 8, /* <sup> */
    SPAN_CODE = 16
};

/* A stretch of text with one style. `text` keeps hard line breaks as '\n'; soft breaks are spaces. `link` is an index into
 * article.links, or -1. */
struct span {
    const char *text;
    unsigned style;
    int link;
};

enum block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_ITEM,  /* of a list */
    BLOCK_ROW,   /* of a table; cells joined by " — " in text, header rows are left out unless they are all there is */
    BLOCK_QUOTE
};

/* One block of the body in reading order. */
struct block {
    enum block_kind kind;
    int level;  /* heading: 1-6; item: 1 = outer list */
    int number; /* item of an ordered list: its number; 0 = bullet */
    int list;   /* item, row: the same for all of one list (with those nested in it) or table; 0 = none */
    int box;    /* the nearest enclosing box (div.encadre, blockquote, {: .encadre}), counted from 1; 0 = none */
    bool important; /* in div.lien-important, or marked {: .lien-important} */
    const struct span *spans;
    size_t span_count;
    const char *text; /* all spans joined: what a reader sees */
    /* Where `text` comes from: line of the file of the first byte, then one mark for each byte offset at which a new line begins. */
    int line;
    const struct line_mark *marks;
    size_t mark_count;
    const char *columns; /* row: the header row of its table, cells joined as in `text`; NULL when it has none */
    const char *field; /* NULL for the body; for prose of the front matter its path ("chapeau-text", "how.desc") */
};

struct line_mark { size_t offset; int line; };

enum link_flag {
    LINK_BUTTON = 1,    /* a.button, {: .button} */
    LINK_IMPORTANT = 2, /* in div.lien-important or marked {: .lien-important} */
    LINK_FIELD = 4      /* `lien:` of the front matter */
};

/* One link of body or front matter. `url` is as written, entities and blanks resolved. `block` is an index into blocks, or
 * into front_blocks when `in_front`, or -1 (a field). */
struct link {
    const char *url;
    const char *label;
    unsigned flags;
    int block;
    bool in_front;
    int line;
};

/* A picture of the article. `path` is as written, percent-decoded; `file` is where it was found, or NULL. */
struct article_image {
    const char *path;
    const char *alt;
    const char *file;
    int line;
};

/* Any scalar of the front matter, flattened: "event_start_date", "champs_informations.0.contenu". In file order. */
struct field {
    const char *path;
    const char *value;
    int line;
    int column;
};

/* An article lives in one arena, its own; all pointers are borrowed from it. */
struct article {
    struct arena *arena;
    const char *file;  /* path as given: names it in diags */
    const char *title; /* never NULL: a file without title is named after its first heading, then its file name */
    int title_line, lead_line;
    bool has_published, published_has_time, dated_ahead; /* ahead: `date` is a later day than that of publication, and what the page announces */
    struct wall published;
    int64_t published_day; /* days since 1970 in the zone of the venue */
    const char *lead; /* plain text: chapeau-text, else description, else the first paragraph of the body; "" when none */
    bool draft; /* `published: false` */
    const char *const *categories;
    size_t category_count;
    const char *language, *site; /* "fr" unless `lang:` says otherwise; by the file's name or the settings (article_site.h), NULL: unknown */
    const struct article_image *images;
    size_t image_count;
    const struct field *fields;
    size_t field_count;
    const struct block *blocks;
    size_t block_count;
    const struct block *front_blocks; /* prose of the front matter (chapeau-text first), parsed as Markdown */
    size_t front_block_count;
    const struct link *links;
    size_t link_count;
    const struct facts *facts; /* what facts_read found; never NULL after article_load */
};

/* Where pictures are looked for, and links lead. */
struct article_settings {
    const struct zone *zone;     /* for dates without offset; NULL is UTC */
    const char *folder;          /* "/uploads/x.jpg" is looked up here first; NULL: the article's own folder */
    const char *site_root;       /* then here; NULL: nowhere */
    const char *site;            /* "https://www.site.fr": what a link like "/agenda/" begins with; NULL: such a link leads nowhere */
    const char *language;        /* of the playlist, when the article says none; NULL: "fr" */
};

/* Parses clean or dirty bytes into a new article (never NULL: broken parts are reported and left out). `file` names it.
 * The caller owns the article; free it with article_destroy. Does not read facts. */
struct article *article_parse(const char *file, const char *bytes, size_t length, const struct article_settings *settings,
                              struct diags *diags);

/* Reads a file of at most ARTICLE_MOST_BYTES, parses it, reads its facts. NULL when it cannot be used at all: diags says why. */
struct article *article_load(const char *path, const struct article_settings *settings, struct diags *diags);

/* Frees; NULL is allowed. */
void article_destroy(struct article *article);

/* The line of the file from which byte `offset` of a block's text comes. */
int article_line_at(const struct block *block, size_t offset);

/* The value of the field with this path, or NULL. */
const struct field *article_field(const struct article *article, const char *path);

#endif

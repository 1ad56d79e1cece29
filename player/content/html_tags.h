/* Which part each HTML element plays for a reader, and what its class says. Tables only: it knows no parser. */
#ifndef PARVIS_CONTENT_HTML_TAGS_H
#define PARVIS_CONTENT_HTML_TAGS_H

#include <stdbool.h>

enum html_role {
    HTML_INLINE,    /* and all that is unknown: only its text counts */
    HTML_BLOCK,     /* p, div, section, ... */
    HTML_HEADING,   /* `value` is 1-6 */
    HTML_LIST,      /* `value` is 1 when ordered */
    HTML_ITEM,
    HTML_TABLE,
    HTML_TABLE_HEAD,
    HTML_ROW,
    HTML_CELL,      /* `value` is 1 for th */
    HTML_QUOTE,
    HTML_BREAK,
    HTML_RULE,
    HTML_LINK,
    HTML_IMAGE,
    HTML_PRE,
    HTML_STYLE,     /* `value` is an enum span_style */
    HTML_STYLED_BLOCK, /* a block whose text has the style `value` */
    HTML_DROPPED    /* nothing in it is read */
};

struct html_tag {
    const char *name;
    enum html_role role;
    unsigned value;
};

/* The entry for an element; never NULL. */
const struct html_tag *html_tags_find(const char *name);

enum html_class { HTML_CLASS_BOX = 1, HTML_CLASS_IMPORTANT = 2, HTML_CLASS_BUTTON = 4, HTML_CLASS_HIDDEN = 8 };

/* The meanings of a class attribute ("noir encadre"), an enum html_class each; NULL is 0. */
unsigned html_tags_classes(const char *classes);

#endif

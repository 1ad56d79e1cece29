#include "content/html_tags.h"

#include "content/article.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

static const struct html_tag tags[] = {
    {"p", HTML_BLOCK, 0},          {"div", HTML_BLOCK, 0},        {"br", HTML_BREAK, 0},
    {"a", HTML_LINK, 0},           {"li", HTML_ITEM, 0},          {"ul", HTML_LIST, 0},
    {"ol", HTML_LIST, 1},          {"menu", HTML_LIST, 0},        {"dir", HTML_LIST, 0},
    {"h1", HTML_HEADING, 1},       {"h2", HTML_HEADING, 2},       {"h3", HTML_HEADING, 3},
    {"h4", HTML_HEADING, 4},       {"h5", HTML_HEADING, 5},       {"h6", HTML_HEADING, 6},
    {"strong", HTML_STYLE, SPAN_STRONG}, {"b", HTML_STYLE, SPAN_STRONG},
    {"em", HTML_STYLE, SPAN_EMPHASIS},   {"i", HTML_STYLE, SPAN_EMPHASIS},
    {"cite", HTML_STYLE, SPAN_EMPHASIS}, {"del", HTML_STYLE, SPAN_STRUCK},
    {"s", HTML_STYLE, SPAN_STRUCK},      {"strike", HTML_STYLE, SPAN_STRUCK},
    {"sup", HTML_STYLE, SPAN_SUPERSCRIPT}, {"code", HTML_STYLE, SPAN_CODE},
    {"kbd", HTML_STYLE, SPAN_CODE},      {"tt", HTML_STYLE, SPAN_CODE},
    {"pre", HTML_PRE, 0},          {"blockquote", HTML_QUOTE, 0}, {"hr", HTML_RULE, 0},
    {"img", HTML_IMAGE, 0},        {"table", HTML_TABLE, 0},      {"thead", HTML_TABLE_HEAD, 0},
    {"tr", HTML_ROW, 0},           {"td", HTML_CELL, 0},          {"th", HTML_CELL, 1},
    {"dt", HTML_STYLED_BLOCK, SPAN_STRONG}, {"summary", HTML_STYLED_BLOCK, SPAN_STRONG},
    {"dd", HTML_BLOCK, 0},         {"dl", HTML_BLOCK, 0},         {"section", HTML_BLOCK, 0},
    {"article", HTML_BLOCK, 0},    {"aside", HTML_BLOCK, 0},      {"header", HTML_BLOCK, 0},
    {"footer", HTML_BLOCK, 0},     {"main", HTML_BLOCK, 0},       {"nav", HTML_BLOCK, 0},
    {"address", HTML_BLOCK, 0},    {"center", HTML_BLOCK, 0},     {"fieldset", HTML_BLOCK, 0},
    {"legend", HTML_BLOCK, 0},     {"form", HTML_BLOCK, 0},       {"figure", HTML_BLOCK, 0},
    {"details", HTML_BLOCK, 0},    {"caption", HTML_BLOCK, 0},    {"hgroup", HTML_BLOCK, 0},
    {"figcaption", HTML_DROPPED, 0}, {"script", HTML_DROPPED, 0}, {"style", HTML_DROPPED, 0},
    {"iframe", HTML_DROPPED, 0},   {"video", HTML_DROPPED, 0},    {"audio", HTML_DROPPED, 0},
    {"noscript", HTML_DROPPED, 0}, {"template", HTML_DROPPED, 0}, {"svg", HTML_DROPPED, 0},
    {"math", HTML_DROPPED, 0},     {"object", HTML_DROPPED, 0},   {"embed", HTML_DROPPED, 0},
    {"canvas", HTML_DROPPED, 0},   {"head", HTML_DROPPED, 0},     {"title", HTML_DROPPED, 0},
    {"select", HTML_DROPPED, 0},   {"textarea", HTML_DROPPED, 0}, {"map", HTML_DROPPED, 0},
    {"frameset", HTML_DROPPED, 0}, {"noframes", HTML_DROPPED, 0},
};

const struct html_tag *html_tags_find(const char *name)
{
    static const struct html_tag other = {"", HTML_INLINE, 0};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (strcasecmp(tags[i].name, name) == 0)
            return &tags[i];
    return &other;
}

/* Class names of the sites that were read: numerique.gouv.fr (encadre, lien-important, button), the State's design system (fr-...)
 * and what other themes call the same things. */
static const struct {
    const char *name;
    unsigned meaning;
} classes_known[] = {
    {"encadre", HTML_CLASS_BOX},         {"encadré", HTML_CLASS_BOX},         {"callout", HTML_CLASS_BOX},
    {"fr-callout", HTML_CLASS_BOX},      {"fr-highlight", HTML_CLASS_BOX},    {"fr-alert", HTML_CLASS_BOX},
    {"lien-important", HTML_CLASS_IMPORTANT}, {"button", HTML_CLASS_BUTTON},  {"btn", HTML_CLASS_BUTTON},
    {"fr-btn", HTML_CLASS_BUTTON},       {"bouton", HTML_CLASS_BUTTON},       {"sr-only", HTML_CLASS_HIDDEN},
    {"fr-sr-only", HTML_CLASS_HIDDEN},   {"visually-hidden", HTML_CLASS_HIDDEN},
};

static unsigned html_tags_class(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof classes_known / sizeof *classes_known; i++)
        if (strlen(classes_known[i].name) == length && strncasecmp(classes_known[i].name, name, length) == 0)
            return classes_known[i].meaning;
    return 0;
}

unsigned html_tags_classes(const char *classes)
{
    static const char blanks[] = " \t\r\n\f";
    unsigned meanings = 0;
    while (classes && *classes) {
        classes += strspn(classes, blanks);
        size_t length = strcspn(classes, blanks);
        meanings |= html_tags_class(classes, length);
        classes += length;
    }
    return meanings;
}

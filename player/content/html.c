#include "content/html.h"

#include "content/blocks.h"
#include "content/html_walk.h"

#include <limits.h>
#include <string.h>

#include <libxml/HTMLparser.h>

/* libxml2's SAX callbacks rather than its tree: the same repairs of broken HTML, no second copy of the text, and the parser's line
 * at each byte (a node of the tree knows only where it began). */
struct html {
    struct html_walk walk;
    htmlParserCtxtPtr parser;
    int first_line;
};

static void html_note_line(struct html *html)
{
    html->walk.line = html->first_line + html->parser->input->line - 1;
}

static void html_start(void *context, const xmlChar *name, const xmlChar **attributes)
{
    struct html *html = context;
    html_note_line(html);
    html_walk_start(&html->walk, (const char *)name, attributes);
    if (html->walk.stopped)
        xmlStopParser(html->parser);
}

static void html_end(void *context, const xmlChar *name)
{
    struct html *html = context;
    (void)name; /* libxml2 closes what is open in order: it is always the innermost */
    html_note_line(html);
    html_walk_end(&html->walk);
}

static void html_text(void *context, const xmlChar *text, int length)
{
    struct html *html = context;
    html_note_line(html);
    html_walk_text(&html->walk, text, length);
}

/* libxml2 prints its complaints on standard error unless they go somewhere; broken HTML is everyday life here. */
static void html_ignore(void *context, const char *message, ...)
{
    (void)context;
    (void)message;
}

static void html_parse(struct html *html, const char *text, size_t length)
{
    htmlSAXHandler *sax = html->parser->sax;
    memset(sax, 0, sizeof *sax);
    sax->startElement = html_start;
    sax->endElement = html_end;
    sax->characters = html_text;
    sax->cdataBlock = html_text;
    sax->ignorableWhitespace = html_text;
    sax->error = html_ignore;
    sax->warning = html_ignore;
    html->parser->userData = html;
    xmlDocPtr document = htmlCtxtReadMemory(html->parser, text, (int)length, NULL, "UTF-8",
                                            HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    xmlFreeDoc(document);
}

void html_read(struct blocks *blocks, const char *text, size_t length, int first_line)
{
    struct html html = {.first_line = first_line};
    if (length > INT_MAX / 2)
        return;
    html.parser = htmlNewParserCtxt();
    if (!html.parser)
        return;
    html_walk_init(&html.walk, blocks);
    html_parse(&html, text, length);
    html_walk_finish(&html.walk);
    htmlFreeParserCtxt(html.parser);
}

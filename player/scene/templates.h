/* One template a file: each places the words of one kind of slide on a canvas. What they share (footer, code, drawn background) has
 * its own files. Private to layout.c and template_*.c. */
#ifndef PARVIS_SCENE_TEMPLATES_H
#define PARVIS_SCENE_TEMPLATES_H

#include "scene/canvas.h"

void template_headline(struct canvas *canvas);
void template_section(struct canvas *canvas);
void template_event(struct canvas *canvas);
void template_deadline(struct canvas *canvas);
void template_picture(struct canvas *canvas);
void template_agenda(struct canvas *canvas);
/* Also SLIDE_URGENT. */
void template_message(struct canvas *canvas);
void template_holding(struct canvas *canvas);
void template_setup(struct canvas *canvas);

/* Rule, venue, date, clock and the place of the progress bar. */
void template_footer(struct canvas *canvas, const struct footer_words *words);

/* The slide's picture covering `box`, or the theme's drawn background when there is none. */
void template_art(struct canvas *canvas, struct box box);

/* The slide's lead and body measured at one size: a sentence, then items with their markers. */
struct list {
    int size_px, marker_px, hang_px;
    struct block intro;
    struct block *items;
    struct block *markers;
    size_t count;     /* of items that were measured: no more than a screen holds */
    int items_height; /* without gaps */
    bool broken_word;
    enum colour accent;
};

/* Lead (in `quiet`) and body (in `text`) at the largest size, from `most_px` down to the floor, at which all of it stands in `height`. */
struct list template_list_fit(struct canvas *canvas, int width, int height, int most_px, enum colour text, enum colour quiet);

/* Height of a list with its items as close as they may be. */
int template_list_height(const struct canvas *canvas, const struct list *list);

/* Places it with its first capitals at y; items move apart when there is room above `bottom`. */
void template_list_put(struct canvas *canvas, const struct list *list, int x, int y, int bottom);

/* Code, wording and address of a link, measured. */
struct link {
    bool present;
    int card_px, module_px, side;
    const unsigned char *bits;
    struct block label, address;
    int text_width;
    int height; /* of all of it */
    int width;
};

/* A card of `card_px` (more when the code needs it for modules of 8 units, up to `most_px`) with the words under it, centred. */
struct link template_link_card(const struct canvas *canvas, int card_px, int most_px);

/* The same with the words at its right, in `width`. */
struct link template_link_strip(const struct canvas *canvas, int card_px, int width);

/* Draws a measured card or strip with its top left at x, y. `framed`: a line around the card, for grounds as white as it is. */
void template_link_put_card(struct canvas *canvas, const struct link *link, int x, int y, bool framed);
void template_link_put_strip(struct canvas *canvas, const struct link *link, int x, int y, bool framed);

#endif

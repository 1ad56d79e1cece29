/* What every template draws with: scaled sizes, text blocks placed by their capitals and baselines, boxes. It knows the scene and the
 * style; which words go where is the templates'. Private to layout.c and template_*.c. */
#ifndef PARVIS_SCENE_CANVAS_H
#define PARVIS_SCENE_CANVAS_H

#include "scene/layout.h"
#include "scene/paragraph.h"

/* A slide being laid out. `left`, `right`, `top`, `bottom` bound what is read: `bottom` is the lowest baseline above the footer. */
struct canvas {
    struct arena *arena;
    const struct layout *layout;
    const struct style *style;
    const struct fonts *fonts;
    const struct slide *slide;
    struct scene *scene;
    int width, height, short_side;
    bool portrait;
    bool crowded; /* more words than any screen holds: nothing is searched for, all is set at its smallest */
    int left, right, top, bottom;
    int footer_top;
};

/* A set paragraph measured as the eye does: from the top of its first capitals to its last baseline. */
struct block {
    struct paragraph paragraph;
    int size_px;
    int ink_height; /* 0 when there is no line */
    int leading_px; /* from baseline to baseline */
};

/* Units at 1080 lines into pixels of this canvas. */
int canvas_px(const struct canvas *canvas, int units);

colour_argb canvas_colour(const struct canvas *canvas, enum colour colour);

/* Styles of text; `size_px` is in pixels. Titles are balanced and tight. */
struct paragraph_style canvas_title_style(const struct canvas *canvas, int size_px, enum colour colour);
struct paragraph_style canvas_body_style(const struct canvas *canvas, int size_px, enum colour colour);
struct paragraph_style canvas_strong_style(const struct canvas *canvas, int size_px, enum colour colour);

/* Body text starts here and never goes under the floor, in pixels; the viewing distance may raise the start. */
int canvas_body_most_px(const struct canvas *canvas);
int canvas_floor_px(const struct canvas *canvas);

/* The next smaller step of the scale of body sizes. */
int canvas_step_px(const struct canvas *canvas);

/* A plain text as a line of one stretch. */
struct text_line canvas_line(const struct canvas *canvas, const char *text);
bool canvas_is_empty(const struct text_line *line);

struct block canvas_block(const struct canvas *canvas, const struct paragraph_style *style, const struct text_line *line, int width);

/* The same for text of several lines that an eye must follow back: they hold about 60 signs at most. One line may be longer. */
struct block canvas_measured(const struct canvas *canvas, const struct paragraph_style *style, const struct text_line *line, int width);

/* The largest title from `most` down to `least` units that has at most `lines` lines, is at most `height` px high and breaks no word; at
 * the least size as it comes. A size a few steps smaller wins when its lines end better. */
struct block canvas_title(const struct canvas *canvas, const struct text_line *line, enum colour colour, int width, int height, int most,
                          int least, int lines);

/* Like canvas_title, but the size is the largest that needs no more lines than the least one would. */
struct block canvas_title_short(const struct canvas *canvas, const struct text_line *line, enum colour colour, int width, int height,
                                int most, int least);

/* The largest body text, from `most_px` down to the floor, that is at most `height` px high. */
struct block canvas_body(const struct canvas *canvas, struct paragraph_style style, const struct text_line *line, int width, int height,
                         int most_px);

/* Places a block with the top of its capitals at `y`; returns its last baseline (y when it is empty). Lines whose baseline would stand
 * below `limit` are left out and the scene overflows. */
int canvas_put(struct canvas *canvas, const struct block *block, int x, int y, int limit);

/* Notes the main text's size, for the viewing distance. */
void canvas_note_body(struct canvas *canvas, int face, int size_px);

void canvas_rect(struct canvas *canvas, struct box box, colour_argb colour, int radius_px);
void canvas_ground(struct canvas *canvas, enum colour colour);

/* Height that canvas_kicker takes in `width` when what follows has its capitals `gap` units below; 0 when there is neither kicker nor
 * page. */
int canvas_kicker_height(const struct canvas *canvas, int width, int gap);

/* Kicker at left and the page ("1/2") at right, first capitals at `y`. */
void canvas_kicker(struct canvas *canvas, int x, int y, int right, enum colour colour);

/* Figures whose digits stand in cells of one width, so that a count does not jump; from x on, at a baseline. Returns the width;
 * `draw` false only measures. */
int canvas_figures(struct canvas *canvas, const struct paragraph_style *style, const char *text, int x, int baseline, bool draw);

#endif

#include "slides/headline.h"

#include "base/arena.h"
#include "base/zone.h"
#include "content/article.h"
#include "slides/cut.h"
#include "slides/maker.h"
#include "slides/typography.h"
#include "slides/words.h"

#include <string.h>

/* A lead is tried at this length, then shorter and shorter. One whose first sentence is longer may still fit: the layout knows. */
static const size_t lead_lengths[] = {CUT_LEAD_MOST, 320, 180, 120, 80, 0};

static struct text_line kicker_of(const struct maker *maker)
{
    const struct article *article = maker->article;
    const char *word = article->category_count ? article->categories[0] : words_get(maker->words, WORD_ARTICLE);
    if (!article->has_published)
        return maker_line(maker, word, 0);
    struct civil day = zone_to_civil(maker->zone, article->published);
    const char *date = words_date(maker->words, maker->arena, &day, false, true);
    return maker_line(maker, arena_format(maker->arena, "%s\u00a0· %s", word, date), 0);
}

static size_t first_picture(const struct article *article)
{
    size_t i = 0;
    while (i < article->image_count && !article->images[i].file)
        i++;
    return i;
}

static struct slide_picture picture_of(const struct maker *maker, const struct article_image *image)
{
    return (struct slide_picture){arena_copy(maker->arena, image->file), image->alt ? arena_copy(maker->arena, image->alt) : "", 500, 500};
}

/* The lead, unless it only says the title again. */
static const char *lead_of(const struct maker *maker)
{
    const char *lead = cut_clean(maker->arena, maker->article->lead);
    const char *folded = cut_fold(maker->arena, cut_trailing(maker->arena, lead, ".!?"));
    const char *title = cut_fold(maker->arena, cut_trailing(maker->arena, maker->article->title, ".!?"));
    return strstr(title, folded) ? "" : lead;
}

void headline_add(struct maker *maker)
{
    const struct article *article = maker->article;
    struct slide slide = maker_slide(maker, SLIDE_HEADLINE, 0, article->title_line);
    slide.kicker = kicker_of(maker);
    slide.title = maker_line(maker, cut_trim(maker->arena, article->title, strlen(article->title)), 0);
    slide.has_picture = true;
    size_t picture = first_picture(article);
    if (picture < article->image_count)
        slide.picture = picture_of(maker, &article->images[picture]);
    const char *lead = lead_of(maker);
    for (size_t i = 0; lead_lengths[i]; i++) {
        slide.lead = maker_line(maker, cut_sentences(maker->arena, lead, lead_lengths[i]), 0);
        if (slide.lead.count && maker_fits(maker, &slide))
            break;
        slide.lead = (struct text_line){"", NULL, 0};
    }
    maker_add(maker, &slide);
}

void headline_add_pictures(struct maker *maker)
{
    const struct article *article = maker->article;
    for (size_t i = first_picture(article) + 1; i < article->image_count; i++) {
        if (!article->images[i].file)
            continue;
        struct slide slide = maker_slide(maker, SLIDE_PICTURE, (int)i + 1, article->images[i].line);
        slide.has_picture = true;
        slide.picture = picture_of(maker, &article->images[i]);
        maker_add(maker, &slide);
    }
}

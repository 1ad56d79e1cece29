#include "slides/deadline.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "content/article.h"
#include "content/playlist.h"
#include "slides/category.h"
#include "slides/countdown.h"
#include "slides/cut.h"
#include "slides/maker.h"
#include "slides/purpose.h"
#include "slides/typography.h"
#include "slides/words.h"

#include <string.h>

enum { SENTENCE_MOST = 2000 }; /* bytes: what is longer says nothing of one deadline */

/* The sentence of the article that names the deadline; NULL when it is a field's. */
static const char *sentence_of(const struct maker *maker, const struct deadline *deadline)
{
    const struct article *article = maker->article;
    const char *words = cut_fold(maker->arena, deadline->text ? deadline->text : "");
    if (!article || !words[0])
        return NULL;
    for (size_t i = 0; i < article->block_count; i++) {
        const struct block *block = &article->blocks[i];
        int last = block->mark_count ? block->marks[block->mark_count - 1].line : block->line;
        if (deadline->line < block->line || deadline->line > last)
            continue;
        for (const char *at = block->text, *sentence; (sentence = cut_next(maker->arena, &at)) != NULL;)
            if (strlen(sentence) <= SENTENCE_MOST && strstr(cut_fold(maker->arena, sentence), words))
                return sentence;
    }
    return NULL;
}

static const struct purpose *purpose_for(const struct maker *maker, const struct deadline *deadline)
{
    const struct article *article = maker->article;
    const char *label = NULL;
    if (article && deadline->action >= 0 && (size_t)deadline->action < article->facts->action_count)
        label = article->facts->actions[deadline->action].label;
    const char *texts[] = {deadline->subject, sentence_of(maker, deadline), maker->item ? maker->item->label : NULL, label,
                           article ? article->title : NULL, article ? article->lead : NULL};
    return purpose_of(maker->words, maker->arena, texts, sizeof texts / sizeof *texts);
}

struct slide deadline_slide(const struct maker *maker, const struct deadline *deadline, int number, bool several)
{
    const struct purpose *purpose = purpose_for(maker, deadline);
    struct slide slide = maker_slide(maker, SLIDE_DEADLINE, number, deadline->line);
    const char *category = category_of_call(maker);
    slide.kicker = maker_line(maker, category ? category : purpose->kicker, 0);
    bool own = several && deadline->subject && deadline->subject[0];
    slide.title = maker_line(maker, own ? cut_capital(maker->arena, deadline->subject) : maker_short_title(maker), 0);
    if (own)
        slide.kicker = maker_line(maker, maker_kicker_title(maker), 0);
    countdown_fill(maker, &slide, deadline->until, deadline->has_time, purpose);
    if (!slide.closed)
        maker_action(maker, &slide, deadline->action);
    return slide;
}

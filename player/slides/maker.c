#include "slides/maker.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"
#include "content/playlist.h"
#include "slides/address.h"
#include "slides/cut.h"
#include "slides/dwell.h"
#include "slides/label.h"
#include "slides/typography.h"
#include "slides/words.h"

#include <string.h>

/* A rule of thumb where nobody lays out: lines of about 60 characters, eight of them. */
enum { THUMB_LINE = 60, THUMB_LINES = 9, KICKER_MOST = 70 };

static const char *const kind_names[SLIDE_KINDS] = {
    [SLIDE_HEADLINE] = "headline", [SLIDE_SECTION] = "section", [SLIDE_EVENT] = "event",
    [SLIDE_DEADLINE] = "deadline", [SLIDE_PICTURE] = "picture", [SLIDE_AGENDA] = "agenda",
    [SLIDE_MESSAGE] = "message",   [SLIDE_URGENT] = "urgent",   [SLIDE_HOLDING] = "holding",
    [SLIDE_SETUP] = "setup",
};

const char *maker_file_name(const struct playlist *playlist, const char *file)
{
    const char *folder = playlist->folder;
    if (!file || !file[0])
        return "parvis";
    size_t length = folder ? strlen(folder) : 0;
    if (length && strncmp(file, folder, length) == 0 && file[length] == '/')
        return file + length + 1;
    return file_base(file);
}

struct maker maker_begin(struct arena *arena, const struct build *build, const struct item *item, const struct article *article)
{
    const struct playlist *playlist = build->playlist;
    struct maker maker = {.arena = arena, .build = build, .item = item, .article = article, .zone = playlist->zone, .now = build->now};
    maker.words = words_for(article && article->language ? article->language : playlist->language);
    maker.english = words_are_english(maker.words);
    maker.base = maker_file_name(playlist, article ? article->file : item ? item->place.file : playlist->file);
    return maker;
}

struct slide maker_slide(const struct maker *maker, enum slide_kind kind, int number, int line)
{
    struct slide slide = {.kind = kind, .source_line = line, .page = 1, .pages = 1, .changes_at = WALL_NEVER};
    const char *source = maker->article ? maker->article->file : maker->item ? maker->item->place.file : maker->build->playlist->file;
    slide.source = source ? arena_copy(maker->arena, source) : "";
    slide.id = number ? arena_format(maker->arena, "%s#%s-%d", maker->base, kind_names[kind], number)
                      : arena_format(maker->arena, "%s#%s", maker->base, kind_names[kind]);
    slide.weekday = slide.day = slide.month = "";
    slide.hours[0] = slide.hours[1] = slide.hours_joiner = slide.again = slide.again_joiner = slide.badge = slide.count_intro = "";
    slide.link = (struct slide_link){"", "", ""};
    slide.kicker.marker = slide.title.marker = slide.lead.marker = slide.where.marker = slide.count_outro.marker = "";
    slide.picture = (struct slide_picture){NULL, "", 500, 500};
    slide.fade = maker->item ? maker->item->transition == TRANSITION_FADE : maker->build->playlist->transition == TRANSITION_FADE;
    return slide;
}

void maker_add(struct maker *maker, const struct slide *slide)
{
    maker->slides = arena_grow(maker->arena, maker->slides, maker->count, &maker->capacity, sizeof *maker->slides);
    struct slide *kept = &maker->slides[maker->count++];
    *kept = *slide;
    kept->dwell_ms = dwell_ms(maker->build, maker->item, kept, utf8_count(build_plain_text(maker->arena, kept)));
}

bool maker_fits(const struct maker *maker, const struct slide *slide)
{
    if (maker->build->fits)
        return maker->build->fits(maker->build->fits_context, slide);
    size_t characters = utf8_count(typography_plain(maker->arena, &slide->lead));
    size_t lines = (characters + THUMB_LINE - 1) / THUMB_LINE;
    for (size_t i = 0; i < slide->body_count; i++) {
        size_t length = utf8_count(typography_plain(maker->arena, &slide->body[i]));
        characters += length;
        lines += length ? (length + THUMB_LINE - 1) / THUMB_LINE : 1;
    }
    return characters <= CUT_LIST_MOST && lines <= THUMB_LINES;
}

void maker_link(const struct maker *maker, struct slide *slide, const char *url, const char *label)
{
    if (!url || !url[0])
        return;
    slide->has_link = true;
    slide->link.qr = arena_copy(maker->arena, url);
    slide->link.label = typography_set(maker->arena, label_for(maker->words, maker->arena, label, url), maker->english);
    slide->link.address = address_short(maker->arena, url);
}

void maker_action(const struct maker *maker, struct slide *slide, int action)
{
    const struct facts *facts = maker->article ? maker->article->facts : NULL;
    if (facts && action >= 0 && (size_t)action < facts->action_count)
        maker_link(maker, slide, facts->actions[action].url, facts->actions[action].label);
}

struct text_line maker_line(const struct maker *maker, const char *text, unsigned style)
{
    return typography_line(maker->arena, text, style, maker->english);
}

long maker_days_between(const struct maker *maker, struct wall from, struct wall to)
{
    struct civil first = zone_to_civil(maker->zone, from), last = zone_to_civil(maker->zone, to);
    return (long)(civil_to_days(last.year, last.month, last.day) - civil_to_days(first.year, first.month, first.day));
}

struct wall maker_midnight(const struct maker *maker)
{
    return maker->now.wall_trusted ? zone_day_start(maker->zone, maker->now.wall, 1) : WALL_NEVER;
}

struct wall maker_sooner(const struct maker *maker, struct wall one, struct wall other)
{
    if (one.ms <= maker->now.wall.ms)
        return other.ms <= maker->now.wall.ms ? WALL_NEVER : other;
    return other.ms > maker->now.wall.ms && other.ms < one.ms ? other : one;
}

bool maker_says_year(const struct maker *maker, int year)
{
    return !maker->now.wall_trusted || zone_to_civil(maker->zone, maker->now.wall).year != year;
}

const char *maker_short_title(const struct maker *maker)
{
    if (maker->article)
        return cut_short_title(maker->arena, maker->article->title);
    return maker->item && maker->item->title ? maker->item->title : "";
}

const char *maker_kicker_title(const struct maker *maker)
{
    return cut_kicker(maker->arena, maker->article ? maker->article->title : maker_short_title(maker), KICKER_MOST);
}

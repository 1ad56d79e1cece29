#include "content/titles.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/grammar.h"

#include <string.h>

enum { TITLE_LEAST = 4, TITLE_MOST = 140, ABOUT_MOST = 220, ABOUT_REACH = 8, COLON_REACH = 60, ABOUT_LEAST = 30 };

/* Headings that name a part of the page and not an event. */
static const char *const generic[] = {"programme", "au programme", "programme detaille", "infos pratiques", "informations pratiques", "inscription", "inscriptions",
                                      "modalites", "quand", "ou", "ou quand comment", "ou et quand", "quand et ou", "calendrier", "dates", "les dates", "date", "agenda", "pour participer",
                                      "comment participer", "comment s inscrire", "pensez a vous inscrire", "pour qui", "dates cles", "horaires", "lieu", "en pratique",
                                      "ateliers a venir", "sessions", "prochaines sessions", "prochaines dates", "a venir", "evenements", "evenement", "rendez vous", "practical information", "when and where", "dates a retenir", "a vos agendas", "save the date", "date et lieu", "pratique", "presentiel", "en presentiel", "visioconference", "en visioconference", "visio", "en ligne", "distanciel",
                                      "a distance", "en distanciel", "matin", "apres midi", "soir", "gratuit", "online", "on site", NULL};

static bool is_generic(struct arena *arena, const char *text)
{
    char *folded = lexis_fold(arena, text);
    if (strncmp(folded, "programme", strlen("programme")) == 0)
        return true;
    for (size_t i = 0; generic[i]; i++)
        if (strcmp(folded, generic[i]) == 0)
            return true;
    return strlen(folded) < TITLE_LEAST;
}

/* Bytes of the blank at the start of a text (plain, no-break, narrow), 0 when there is none. */
static size_t blank_bytes(const char *text)
{
    return *text == ' ' ? 1 : strncmp(text, "\xC2\xA0", 2) == 0 ? 2 : strncmp(text, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

/* The text between two quotation marks, without the blanks inside them; NULL when there is none, or it is no name. */
static const char *quoted_by(struct arena *arena, const char *text, const char *opening, const char *closing)
{
    const char *open = strstr(text, opening);
    const char *close = open ? strstr(open, closing) : NULL;
    if (!close)
        return NULL;
    open += strlen(opening);
    while (blank_bytes(open))
        open += blank_bytes(open);
    for (size_t back = 1; back <= 3; back++)
        if (close >= open + back && blank_bytes(close - back) == back) {
            close -= back;
            back = 0;
        }
    return close - open >= TITLE_LEAST && close - open <= TITLE_MOST ? arena_copy_bytes(arena, open, (size_t)(close - open)) : NULL;
}

/* The text between « and », or “ and ”. */
static const char *quoted(struct arena *arena, const char *text)
{
    const char *name = quoted_by(arena, text, "«", "»");
    return name ? name : quoted_by(arena, text, "“", "”");
}

static bool is_loose_sign(const struct lexeme *lexeme, const char *kept)
{
    return lexeme->kind == LEXEME_SIGN && !strchr(kept, lexeme->sign);
}

/* Drops signs, emoji, blanks and little words at both ends, which remain when a date is taken out. */
static const char *trim(struct arena *arena, const char *text, size_t length)
{
    static const char *const loose[] = {"le", "du", "les", "de", "des", "au", "on", "the", "from", "a", NULL};
    struct lexis lexis = lexis_read(arena, arena_copy_bytes(arena, text, length));
    size_t first = 0, end = lexis.count;
    while (first < end && is_loose_sign(&lexis.items[first], "\"#"))
        first++;
    while (end > first && is_loose_sign(&lexis.items[end - 1], "\")!?."))
        end--;
    while (end > first && (is_loose_sign(&lexis.items[end - 1], "\")!?") ||
                           (lexis.items[end - 1].kind == LEXEME_WORD && grammar_lists(loose, lexis.items[end - 1].word))))
        end--;
    if (end <= first)
        return "";
    return arena_copy_bytes(arena, lexis.text + lexis.items[first].begin, lexis.items[end - 1].end - lexis.items[first].begin);
}

/* A text without the date in it. */
static const char *without_date(struct arena *arena, const struct passage *passage, const struct reading *reading)
{
    if (reading->passage != passage)
        return trim(arena, passage->text, strlen(passage->text));
    const char *before = trim(arena, passage->text, reading->begin);
    const char *behind = trim(arena, passage->text + reading->end, strlen(passage->text) - reading->end);
    return strlen(before) >= TITLE_LEAST ? before : behind;
}

/* Where the first link behind `from` begins in a passage: its label is no part of a name. */
static size_t link_behind(const struct passage *passage, size_t from, size_t length)
{
    size_t at = 0;
    for (size_t i = 0; passage->block && i < passage->block->span_count; i++) {
        const struct span *span = &passage->block->spans[i];
        if (at > from && span->link >= 0)
            return at;
        at += strlen(span->text);
    }
    return length;
}

/* Behind a date and, when there is one, its colon: "28 octobre (visio) : Présentation de …". */
static const char *behind_date(struct arena *arena, const struct reading *reading)
{
    const struct passage *passage = reading->passage;
    const char *text = passage->text;
    size_t length = strlen(text), begin = reading->end;
    size_t line = begin + strcspn(text + begin, "\n"), colon = begin + strcspn(text + begin, ":");
    if (colon < line && colon - begin < COLON_REACH)
        begin = colon + 1;
    size_t link = link_behind(passage, begin, length);
    const char *whole = begin < line ? trim(arena, text + begin, line - begin) : "";
    const char *plain = begin < line && link < line ? trim(arena, text + begin, link - begin) : "";
    return strlen(plain) >= TITLE_LEAST ? plain : whole;
}

/* Items and short lines name their event beside the date. */
static const char *beside(struct arena *arena, const struct reading *reading)
{
    const char *before = trim(arena, reading->passage->text, reading->begin);
    const char *best = strlen(before) >= TITLE_LEAST ? before : behind_date(arena, reading);
    return strlen(best) >= TITLE_LEAST && strlen(best) <= TITLE_MOST && !strchr(best, '\n') ? best : "";
}

/* The heading that names what a passage is about: in a box its first, not the line with the date below it. */
static const struct passage *heading_of(const struct passage *passage)
{
    const struct block *block = passage->block;
    const struct passage *heading = block && block->kind == BLOCK_HEADING && passage->role == PASSAGE_BODY ? passage : passage->above;
    while (heading && heading->above && heading->above->block && block && block->box && heading->above->block->box == block->box)
        heading = heading->above;
    return heading;
}

/* The name that stands beside the date in its own line, when no heading names it better; "" when there is none. */
static const char *line_title(struct arena *arena, const struct reading *reading, const struct passage *heading)
{
    const struct block *block = reading->passage->block;
    if (!reading->alone || !block || block->kind == BLOCK_HEADING)
        return "";
    bool listed = block->kind == BLOCK_ITEM || block->kind == BLOCK_ROW;
    const char *text = listed || !heading || is_generic(arena, heading->text) ? beside(arena, reading) : "";
    return is_generic(arena, text) ? "" : text;
}

/* The heading without the date; "" when it only names a part of the page. */
static const char *heading_title(struct arena *arena, const struct reading *reading, const struct passage *heading)
{
    const char *text = heading && reading->passage->role == PASSAGE_BODY ? without_date(arena, heading, reading) : "";
    return !is_generic(arena, text) && strlen(text) <= TITLE_MOST ? text : "";
}

/* The heading of a section speaks of something that takes place. */
static bool names_event(const struct passage *heading)
{
    for (size_t i = 0; heading && i < heading->cue_count; i++)
        if (heading->cues[i].kind == CUE_EVENT)
            return true;
    return false;
}

const char *titles_of(struct arena *arena, const struct article *article, const struct occurrence *occurrence, bool several)
{
    const struct reading *reading = occurrence->reading;
    if (!reading)
        return article->title;
    const struct passage *heading = heading_of(reading->passage);
    bool boxed = reading->passage->block && reading->passage->block->box;
    const char *name = heading ? quoted(arena, heading->text) : NULL;
    if (name)
        return name;
    if (occurrence->main && !boxed)
        return article->title;
    const char *title = several ? line_title(arena, reading, heading) : "";
    if (!title[0] && (several || boxed || heading == reading->passage || names_event(heading)))
        title = heading_title(arena, reading, heading);
    return title[0] ? title : article->title;
}

/* Whole sentences of a text, at most ABOUT_MOST bytes. */
static const char *sentences(struct arena *arena, const char *text)
{
    struct lexis lexis = lexis_read(arena, text);
    size_t end = 0;
    for (size_t i = 0; i < lexis.count; i++) {
        bool last = i + 1 == lexis.count || lexis.items[i + 1].sentence != lexis.items[i].sentence;
        if (lexis.items[i].end > ABOUT_MOST && end > 0)
            break;
        if (lexis.items[i].end > ABOUT_MOST + ABOUT_MOST / 3)
            return "";
        if (last)
            end = lexis.items[i].end;
    }
    return arena_copy_bytes(arena, text, end);
}

/* A paragraph with words of its own beside its links. */
static bool tells(const struct passage *passage, const struct passage *home)
{
    static const char further[] = "Pour en savoir plus";
    const struct block *block = passage->block;
    size_t own = 0;
    if (passage == home || !block || (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_QUOTE) || block->important)
        return false;
    for (size_t i = 0; i < block->span_count; i++)
        own += block->spans[i].link < 0 ? strlen(block->spans[i].text) : 0;
    return own > ABOUT_LEAST && strncmp(passage->text, further, sizeof further - 1) != 0;
}

/* It belongs to the same box, or outside of boxes to the same section. */
static bool belongs(const struct passage *passage, const struct passage *home)
{
    int box = home->block->box;
    return box ? passage->block->box == box : home->above && passage->above == home->above;
}

const char *titles_about(struct arena *arena, const struct passages *passages, const struct occurrence *occurrence)
{
    const struct passage *home = occurrence->reading ? occurrence->reading->passage : NULL, *first = NULL;
    if (!home || !home->block || home->role != PASSAGE_BODY)
        return "";
    size_t from = home->index > ABOUT_REACH ? home->index - ABOUT_REACH : 0;
    for (size_t i = from; i < passages->count && i <= home->index + ABOUT_REACH; i++) {
        const struct passage *passage = &passages->items[i];
        if (passage->role != PASSAGE_BODY || !tells(passage, home) || !belongs(passage, home))
            continue;
        if (strncmp(passage->text, "Au programme", 12) == 0)
            return sentences(arena, passage->text);
        first = first ? first : passage;
    }
    return first ? sentences(arena, first->text) : "";
}

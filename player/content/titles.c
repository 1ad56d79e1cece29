#include "content/titles.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "content/article.h"

#include <string.h>

enum { TITLE_LEAST = 4, TITLE_MOST = 140, ABOUT_MOST = 220, ABOUT_REACH = 8 };

/* Headings that name a part of the page and not an event. */
static const char *const generic[] = {"programme", "au programme", "programme detaille", "infos pratiques", "informations pratiques", "inscription", "inscriptions",
                                      "modalites", "quand", "ou", "ou quand comment", "ou et quand", "quand et ou", "calendrier", "dates", "les dates", "date", "agenda", "pour participer",
                                      "comment participer", "comment s inscrire", "pensez a vous inscrire", "pour qui", "dates cles", "horaires", "lieu", "en pratique",
                                      "ateliers a venir", "sessions", "prochaines sessions", "prochaines dates", "a venir", "evenements", "evenement", "rendez vous", "practical information", "when and where", "dates a retenir", "a vos agendas", "save the date", "date et lieu", "pratique", NULL};

static bool is_generic(struct arena *arena, const char *text)
{
    char *folded = lexis_fold(arena, text);
    for (size_t i = 0; generic[i]; i++)
        if (strcmp(folded, generic[i]) == 0)
            return true;
    return strlen(folded) < TITLE_LEAST;
}

/* The text between « and », or “ and ”. */
static const char *quoted(struct arena *arena, const char *text)
{
    static const char *const pairs[][2] = {{"«", "»"}, {"“", "”"}};
    for (size_t i = 0; i < 2; i++) {
        const char *open = strstr(text, pairs[i][0]);
        const char *close = open ? strstr(open, pairs[i][1]) : NULL;
        if (!close)
            continue;
        open += strlen(pairs[i][0]);
        for (bool more = true; more;) { /* plain, no-break and narrow spaces */
            size_t space = *open == ' ' ? 1 : strncmp(open, "\xC2\xA0", 2) == 0 ? 2 : strncmp(open, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
            open += space;
            more = space > 0;
        }
        while (close > open && (close[-1] == ' ' || (close - open >= 2 && strncmp(close - 2, "\xC2\xA0", 2) == 0) ||
                                (close - open >= 3 && strncmp(close - 3, "\xE2\x80\xAF", 3) == 0)))
            close -= close[-1] == ' ' ? 1 : strncmp(close - 2, "\xC2\xA0", 2) == 0 ? 2 : 3;
        if (close - open >= TITLE_LEAST && close - open <= TITLE_MOST)
            return arena_copy_bytes(arena, open, (size_t)(close - open));
    }
    return NULL;
}

/* Drops signs, emoji and blanks at both ends, which remain when a date is taken out. */
static const char *trim(struct arena *arena, const char *text, size_t length)
{
    struct lexis lexis = lexis_read(arena, arena_copy_bytes(arena, text, length));
    size_t first = 0, end = lexis.count;
    while (first < end && lexis.items[first].kind == LEXEME_SIGN && lexis.items[first].sign != '"' && lexis.items[first].sign != '#')
        first++;
    while (end > first && lexis.items[end - 1].kind == LEXEME_SIGN && !strchr("\")!?.", lexis.items[end - 1].sign))
        end--;
    static const char *const loose[] = {"le", "du", "les", "de", "des", "au", "on", "the", "from", "a", NULL};
    for (bool more = true; more && end > first;) {
        more = false;
        for (size_t i = 0; loose[i]; i++)
            if (lexis_is_word(&lexis.items[end - 1], loose[i])) {
                end--;
                more = true;
                break;
            }
        while (end > first && lexis.items[end - 1].kind == LEXEME_SIGN && !strchr("\")!?", lexis.items[end - 1].sign))
            end--;
    }
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

/* Items and short lines name their event beside the date: "28 octobre : Présentation de …". */
static const char *beside(struct arena *arena, const struct reading *reading)
{
    const struct passage *passage = reading->passage;
    const char *text = passage->text;
    size_t begin = reading->begin, end = reading->end, length = strlen(text);
    const char *behind = text + end;
    const char *colon = strchr(behind, ':');
    const char *line = strchr(behind, '\n');
    if (colon && colon - behind < 60 && (!line || colon < line))
        behind = colon + 1;
    const char *stop = line ? line : text + length;
    const char *after = behind < stop ? trim(arena, behind, (size_t)(stop - behind)) : "";
    const char *before = trim(arena, text, begin);
    const char *best = strlen(before) >= TITLE_LEAST ? before : after;
    return strlen(best) >= TITLE_LEAST && strlen(best) <= TITLE_MOST && !strchr(best, '\n') ? best : "";
}

const char *titles_of(struct arena *arena, const struct article *article, const struct occurrence *occurrence, bool several)
{
    const struct reading *reading = occurrence->reading;
    if (!reading)
        return article->title;
    const struct passage *passage = reading->passage;
    const struct block *block = passage->block;
    const struct passage *heading = block && block->kind == BLOCK_HEADING && passage->role == PASSAGE_BODY ? passage : passage->above;
    /* In a box the first heading names the event, not the line with the date below it. */
    while (heading && heading->above && heading->above->block && block && block->box && heading->above->block->box == block->box)
        heading = heading->above;
    const char *name = heading ? quoted(arena, heading->text) : NULL;
    if (name)
        return name;
    if (occurrence->main && !(block && block->box))
        return article->title;
    bool item = block && (block->kind == BLOCK_ITEM || block->kind == BLOCK_ROW);
    bool own_box = block && block->box;
    if (several && reading->alone && block && block->kind != BLOCK_HEADING) {
        const char *text = beside(arena, reading);
        if (text[0] && (item || !heading || is_generic(arena, heading->text)))
            return text;
    }
    if (heading && (several || own_box || heading == passage) && passage->role == PASSAGE_BODY) {
        const char *text = without_date(arena, heading, reading);
        if (!is_generic(arena, text) && strlen(text) <= TITLE_MOST)
            return text;
    }
    return article->title;
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

static bool tells(const struct passage *passage, const struct passage *home)
{
    const struct block *block = passage->block;
    return passage != home && block && (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_QUOTE) && !block->important && strlen(block->text) > 30 &&
           strchr(block->text, ' ') != NULL;
}

const char *titles_about(struct arena *arena, const struct passages *passages, const struct occurrence *occurrence)
{
    if (!occurrence->reading || !occurrence->reading->passage->block || occurrence->reading->passage->role != PASSAGE_BODY)
        return "";
    const struct passage *home = occurrence->reading->passage, *first = NULL;
    int box = home->block->box;
    size_t from = home->index > ABOUT_REACH ? home->index - ABOUT_REACH : 0;
    for (size_t i = from; i < passages->count && i <= home->index + ABOUT_REACH; i++) {
        const struct passage *passage = &passages->items[i];
        if (passage->role != PASSAGE_BODY || !tells(passage, home))
            continue;
        bool same = box ? passage->block->box == box : passage->above == home->above && home->above;
        if (same && strncmp(passage->text, "Au programme", 12) == 0)
            return sentences(arena, passage->text);
        if (same && !first)
            first = passage;
    }
    return first ? sentences(arena, first->text) : "";
}

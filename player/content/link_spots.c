#include "content/link_spots.h"

#include "base/arena.h"
#include "content/article.h"
#include "content/link_terms.h"
#include "content/passages.h"
#include "content/survey.h"

#include <stdint.h>
#include <string.h>

/* In words: beside a name that its line announces, beside a label that fills its line; from a name to the date that it stands by; "d'ici au"
 * before a date; before the label that opens its clause. In lexemes: from "sur" to a label, from a request to one, before one that opens its clause;
 * between a date and the mark of its session, or what is said of the way to it. */
enum { BESIDE_MOST = 10, FILLED_BESIDE = 2, STANDS_BY = 3, LEAD_WORDS = 3, OPENING_MOST = 2, WAY_REACH = 4, REQUEST_REACH = 30, OPENING_REACH = 8,
       MARK_REACH = 20, SAID_REACH = 30 };

static void note_spots(const struct block *blocks, size_t count, struct link_spot *spots, size_t link_count)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        int seen = -1;
        for (size_t k = 0; k < blocks[i].span_count; k++) {
            const struct span *span = &blocks[i].spans[k];
            size_t length = strlen(span->text);
            if (span->link >= 0 && (size_t)span->link < link_count) {
                struct link_spot *spot = &spots[span->link];
                if (spot->end == 0)
                    *spot = (struct link_spot){.begin = at, .first = seen < 0 || seen == span->link};
                spot->end = at + length;
                seen = span->link;
            }
            at += length;
        }
    }
}

struct link_spot *link_spots_of(struct arena *arena, const struct article *article)
{
    struct link_spot *spots = arena_alloc(arena, (article->link_count + 1) * sizeof *spots);
    note_spots(article->front_blocks, article->front_block_count, spots, article->link_count);
    note_spots(article->blocks, article->block_count, spots, article->link_count);
    return spots;
}

bool link_spots_fills(const struct passage *passage, const struct link_spot *spot)
{
    size_t inside = 0, beside = 0, first = lexis_at(&passage->lexis, spot->begin);
    for (size_t words = 0; first > 0 && words <= FILLED_BESIDE && !lexis_is_sign(&passage->lexis.items[first - 1], LEXEME_LINE); first--)
        words += passage->lexis.items[first - 1].kind == LEXEME_WORD || lexis_is_sign(&passage->lexis.items[first - 1], LEXEME_ADDRESS); /* too many: no need to look on */
    for (size_t i = first; i < passage->lexis.count && beside <= FILLED_BESIDE; i++) {
        const struct lexeme *lexeme = &passage->lexis.items[i];
        if (lexis_is_sign(lexeme, LEXEME_LINE) && lexeme->begin >= spot->end)
            break;
        if (lexeme->kind != LEXEME_WORD && !lexis_is_sign(lexeme, LEXEME_ADDRESS))
            continue;
        bool within = lexeme->begin >= spot->begin && lexeme->end <= spot->end;
        inside += within;
        beside += !within;
    }
    return beside <= FILLED_BESIDE && inside > 0;
}

bool link_spots_stands_by(const struct passage *passage, const struct link_spot *spot, size_t date)
{
    const struct lexis *lexis = &passage->lexis;
    size_t begin = lexis_at(lexis, spot->begin), end = spot->end ? lexis_at(lexis, spot->end - 1) + 1 : 0, dated = lexis_at(lexis, date);
    if (end <= begin || end > lexis->count || dated >= lexis->count || lexis->items[dated].sentence != lexis->items[begin].sentence)
        return false;
    return dated >= begin && dated <= end + STANDS_BY && (link_terms_between(lexis, begin, end, true) & LINK_SUBJECT);
}

static bool is_separator(const struct lexeme *lexeme)
{
    static const char separators[] = "-:,|/(.;";
    return lexeme->kind == LEXEME_SIGN && (lexeme->sign == LEXEME_LINE || lexeme->sign == LEXEME_CALENDAR || lexeme->sign == LEXEME_CLOCK || (lexeme->sign && strchr(separators, lexeme->sign)));
}

bool link_spots_holds(const struct link_spot *spot, size_t date)
{
    return date >= spot->begin && date < spot->end;
}

bool link_spots_opens_clause(const struct passage *passage, const struct link_spot *spot)
{
    const struct lexis *lexis = &passage->lexis;
    size_t begin = lexis_at(lexis, spot->begin), words = 0;
    for (size_t i = begin; i-- > 0 && !is_separator(&lexis->items[i]) && begin < lexis->count;) {
        words += lexis->items[i].kind != LEXEME_SIGN;
        if (words > OPENING_MOST || begin - i > OPENING_REACH)
            return false;
    }
    return begin < lexis->count;
}

bool link_spots_shares_sentence(const struct passage *passage, const struct link_spot *spot, size_t date)
{
    size_t begin = lexis_at(&passage->lexis, spot->begin), dated = lexis_at(&passage->lexis, date);
    return begin < passage->lexis.count && dated < passage->lexis.count && passage->lexis.items[dated].sentence == passage->lexis.items[begin].sentence;
}

/* "merci de", "écrivez"; "avant le" stands where something is asked, too. */
static bool is_request(const struct cue *cue)
{
    static const bool asks[CUE_KINDS] = {[CUE_ADDRESS] = true, [CUE_ASK] = true, [CUE_UNTIL] = true, [CUE_BEFORE] = true,
                                         [CUE_DUE] = true, [CUE_MOVED] = true, [CUE_LIMIT] = true};
    return asks[cue->kind];
}

/* "Pour avoir le lien, un mot à [x] suffit": the sentence of lexeme `at` opens with what the reader may want to do. */
static bool opens_with_purpose(const struct lexis *lexis, size_t at)
{
    static const char *const no_verbs[] = {"notre", "votre", "autre", "autres", "lettre", "etre", "offre", "hier", NULL};
    size_t first = at;
    while (first > 0 && at - first < REQUEST_REACH && lexis->items[first - 1].sentence == lexis->items[at].sentence)
        first--;
    if (first + 1 >= at || !lexis_is_word(&lexis->items[first], "pour") || lexis_is_word_of(&lexis->items[first + 1], no_verbs))
        return false;
    const char *word = lexis->items[first + 1].word;
    size_t length = strlen(word);
    return length > 3 && (strcmp(word + length - 2, "er") == 0 || strcmp(word + length - 2, "ir") == 0 || strcmp(word + length - 2, "re") == 0);
}

bool link_spots_is_asked(const struct passage *passage, const struct link_spot *spot)
{
    const struct lexis *lexis = &passage->lexis;
    size_t begin = lexis_at(lexis, spot->begin);
    if (begin >= lexis->count)
        return false;
    size_t behind = survey_cue_from(passage, begin), first = behind;
    while (first > 0 && begin - passage->cues[first - 1].first <= REQUEST_REACH)
        first--;
    for (size_t i = first; i < passage->cue_count && (i < behind || passage->cues[i].first - begin <= REQUEST_REACH); i++)
        if (is_request(&passage->cues[i]) && lexis->items[passage->cues[i].first].sentence == lexis->items[begin].sentence)
            return true;
    return opens_with_purpose(lexis, begin);
}

static const char *const ways[] = {"sur", "via", "dans", "depuis", "par", "on", "at", NULL};

/* A way to it stands a few words before lexeme `begin`, and not before lexeme `stop`. */
static bool has_way(const struct lexis *lexis, size_t begin, size_t stop)
{
    for (size_t i = begin; i-- > stop && begin - i <= WAY_REACH;) {
        if (lexis->items[i].kind != LEXEME_WORD && !lexis_is_sign(&lexis->items[i], '\''))
            return false;
        if (lexis_is_word_of(&lexis->items[i], ways))
            return true;
    }
    return false;
}

bool link_spots_leads_on(const struct passage *passage, const struct link_spot *spot, size_t date)
{
    const struct lexis *lexis = &passage->lexis;
    size_t begin = lexis_at(lexis, spot->begin), end = spot->end ? lexis_at(lexis, spot->end - 1) + 1 : 0, dated = lexis_at(lexis, date);
    if (!link_spots_shares_sentence(passage, spot, date) || (dated >= begin && dated < end))
        return false;
    if (dated >= end)
        return lexis_words(lexis, end, dated) <= LEAD_WORDS && has_way(lexis, begin, 0);
    return lexis_is_word_of(&lexis->items[begin], ways) /* "[sur la page du vote]" */ || has_way(lexis, begin, dated);
}

bool link_spots_names_line(const struct passage *passage, const struct link_spot *spot, size_t date)
{
    const struct lexis *lexis = &passage->lexis;
    size_t begin = lexis_at(lexis, spot->begin), end = spot->end ? lexis_at(lexis, spot->end - 1) + 1 : 0;
    if (!spot->first || end <= begin || end > lexis->count)
        return false;
    bool opens = lexis_words(lexis, 0, begin) == 0 && (end == lexis->count || is_separator(&lexis->items[end]) || lexis->items[end].kind == LEXEME_NUMBER);
    size_t dated = lexis_at(lexis, date);
    bool closes = dated < begin && lexis_words(lexis, 0, dated) <= 2 && begin > 0 && is_separator(&lexis->items[begin - 1]);
    size_t beside = lexis_words(lexis, 0, lexis->count) - lexis_words(lexis, begin, end);
    return (opens || closes) && beside <= BESIDE_MOST;
}

/* What stands in a row of several, each with its mark: "Groupe B", "atelier n° 2". */
static const char *const marked[] = {"groupe", "session", "seance", "atelier", "module", "episode", "etape", "vague", "releve", "volet", "niveau", "webinaire", "visite",
                                     "creneau", "promotion", "formation", "lot", "cycle", "rencontre", "masterclass", "parcours", "stage", "volume", "phase",
                                     "group", "part", "workshop", "day", "jour", "tour", NULL};

/* The mark of the thing at lexeme `at`: its number, or its capital below 0; 0 when it has none. */
static int mark_at(const struct lexis *lexis, size_t at, size_t end)
{
    static const char *const number_words[] = {"n", "no", "numero", NULL};
    if (!lexis_is_word_of(&lexis->items[at], marked))
        return 0;
    size_t mark = at + 1;
    while (mark < end && (lexis_is_word_of(&lexis->items[mark], number_words) || lexis_is_sign(&lexis->items[mark], LEXEME_OTHER) || lexis_is_sign(&lexis->items[mark], '#')))
        mark++;
    if (mark >= end)
        return 0;
    const struct lexeme *lexeme = &lexis->items[mark];
    if (lexeme->kind == LEXEME_NUMBER)
        return lexeme->digits <= 2 ? lexeme->number : 0;
    char first = lexis->text[lexeme->begin];
    return lexeme->kind == LEXEME_WORD && lexeme->end == lexeme->begin + 1 && first >= 'A' && first <= 'Z' ? -first : 0;
}

/* The mark that things of this name have in [first, end): the last before lexeme `date`, else the first behind it; 0 when none. */
static int mark_of(const struct lexis *lexis, size_t first, size_t end, size_t date, const char *name)
{
    int found = 0;
    for (size_t i = first; i < end && (i < date || found == 0); i++) {
        int mark = lexis_is_word(&lexis->items[i], name) ? mark_at(lexis, i, end) : 0;
        found = mark ? mark : found;
    }
    return found;
}

int link_spots_whose(const struct passage *passage, const struct link_spot *spot, const struct passage *fact, size_t offset)
{
    const struct lexis *label = &passage->lexis, *lexis = &fact->lexis;
    size_t end = spot->end ? lexis_at(label, spot->end - 1) + 1 : 0, date = lexis_at(lexis, offset), from = date > MARK_REACH ? date - MARK_REACH : 0;
    size_t to = date + MARK_REACH < lexis->count ? date + MARK_REACH : lexis->count;
    size_t begin = lexis_at(label, spot->begin);
    end = end < label->count ? end : label->count;
    for (size_t i = begin; i < end && i - begin < MARK_REACH; i++) {
        int mark = mark_at(label, i, end);
        if (mark == 0)
            continue;
        int own = mark_of(lexis, from, to, date, label->items[i].word);
        if (own == 0 && fact->above)
            own = mark_of(&fact->above->lexis, 0, fact->above->lexis.count < MARK_REACH ? fact->above->lexis.count : MARK_REACH, SIZE_MAX, label->items[i].word);
        if (own != 0)
            return own == mark ? 1 : -1;
    }
    return 0;
}

int link_spots_said_of(const struct passage *passage, size_t offset)
{
    const struct lexis *lexis = &passage->lexis;
    size_t date = lexis_at(lexis, offset);
    if (date >= lexis->count)
        return 0;
    size_t first = date, end = date;
    int sentence = lexis->items[date].sentence;
    while (first > 0 && date - first < SAID_REACH && lexis->items[first - 1].sentence == sentence)
        first--;
    while (end < lexis->count && end - date < SAID_REACH && lexis->items[end].sentence <= sentence + 1 &&
           (lexis->items[end].sentence == sentence || lexis->items[end].kind != LEXEME_NUMBER))
        end++;
    return link_terms_between(lexis, first, end, false);
}

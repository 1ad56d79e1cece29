#include "content/anchor.h"

#include "base/arena.h"
#include "base/civil.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/grammar.h"
#include "content/passages.h"
#include "content/passages_spans.h"
#include "content/readings.h"
#include "content/survey.h"
#include "content/verdict.h"

#include <string.h>

enum { EVENT_LEAST = 3, DEADLINE_LEAST = 4, FAR_DAYS = 150, VERY_FAR_DAYS = 300, PAST_LEAST = 3, OVER_DAYS = 45, BELOW_REACH = 2, CUES_REACH = 24, DAYS_MOST = 200, KINDS = 3, LEVELS = 7, QUOTED_LEAST = 6, LIKELY_LEAST = 24, UNLIKELY_MOST = -32 };

/* What speaks for or against a date. */
enum evidence {
    HAS_HOUR,
    HAS_WEEKDAY,
    IS_STRETCH,   /* from one day to another */
    IS_LABELLED,  /* "Date :" */
    STANDS_ALONE, /* a line, an item or a cell of its own */
    IN_TITLE,
    IN_HEADING,
    IN_FIELD,
    IN_LEAD,
    IN_OPENING, /* the first paragraphs of the body */
    IN_ITEM,
    IN_ROW,
    IN_COLUMN, /* a table whose header says what its cells are */
    IN_SERIES, /* other lines of its list, or the first ones below headings beside its own, name such days too */
    SAYS_INVITATION,
    SAYS_HELD,
    SAYS_FUTURE,
    SAYS_EVENT,
    SAYS_LAST_DAY,
    SAYS_LIMIT,
    SAYS_REQUEST,
    SAYS_CALL,
    SAYS_ASK,
    SAYS_OPEN,
    SAYS_FOR,
    IS_ANNOUNCED,
    ABOVE_MEETS,
    ABOVE_CALLS,
    PAGE_MEETS,
    PAGE_CALLS,
    BESIDE_REQUEST, /* the paragraph before asks for something */
    BELOW_LEAD,     /* "les candidatures se font avant :" */
    HAS_LINK,
    IS_LINK, /* the day is the words of a link */
    NEAR_LINK,
    IN_REPORT, /* a page that tells, explains or looks back */
    IN_ASIDE,  /* a section of mentions, history, examples, questions */
    IS_OLD,    /* before the publication */
    IS_OLD_TOLD, /* ... on a page that tells */
    IS_LONG_OVER, /* weeks before it */
    IS_TOLD,   /* of the day of publication, on a page that tells */
    IS_FAR,
    IS_VERY_FAR,
    SAYS_PAST,
    SAYS_OTHERS, /* jury, organisers */
    SAYS_TERM,
    AMONG_EVENTS,  /* the other lines of its list name events: "Clôture" ends these */
    IS_QUOTATION,  /* the whole paragraph is what somebody says or wrote */
    IS_LIKELY,     /* it stands as such days do in the phrases that the numbers were trained with: readings_alike.h */
    IS_UNLIKELY,
    IS_WINDOW,     /* "entre le 3 février et le 26 juin": some days in it, nobody says which */
    IS_SAMPLE,     /* a quotation on a page that explains or looks back */
    EVIDENCES
};

/* Measured on articles that the reader had not been written for, first invented ones, then 178 real ones: EVENT_LEAST at 3 let in more of the
 * events that a careful reader takes from these than 4 did, and no wrong one. */
static const struct {
    signed char event;
    signed char deadline;
} worths[EVIDENCES] = {
    [HAS_HOUR] = {3, 2},      [HAS_WEEKDAY] = {3, 2},    [STANDS_ALONE] = {2, 1}, [IN_TITLE] = {4, 2},     [IN_HEADING] = {3, 2},   [IN_FIELD] = {3, 2},
    [IS_STRETCH] = {2, 1},    [IS_LABELLED] = {3, 0},   [IN_LEAD] = {3, 2},       [IN_OPENING] = {3, 2},     [IN_ITEM] = {0, 1},      [IN_ROW] = {1, 0},       [IN_COLUMN] = {0, 5},
    [IN_SERIES] = {2, 0},     [SAYS_INVITATION] = {3, 0}, [SAYS_HELD] = {3, 0},   [SAYS_FUTURE] = {1, 0},  [SAYS_EVENT] = {1, 0},
    [SAYS_LAST_DAY] = {0, 3}, [SAYS_LIMIT] = {0, 4},     [SAYS_REQUEST] = {0, 3}, [SAYS_CALL] = {1, 3},    [SAYS_ASK] = {0, 2},
    [SAYS_OPEN] = {0, 2},     [SAYS_FOR] = {0, 2},       [IS_ANNOUNCED] = {1, 0}, [ABOVE_MEETS] = {2, 0},  [ABOVE_CALLS] = {0, 2},
    [PAGE_MEETS] = {1, 0},    [PAGE_CALLS] = {0, 1},     [BESIDE_REQUEST] = {0, 1}, [BELOW_LEAD] = {0, 2}, [HAS_LINK] = {1, 1}, [IS_LINK] = {2, 0},
    [NEAR_LINK] = {1, 1},     [IN_REPORT] = {-1, -1},    [IN_ASIDE] = {-2, -2},   [IS_OLD] = {-3, -3},     [IS_FAR] = {0, -1},
    [IS_VERY_FAR] = {0, -2}, [SAYS_PAST] = {-1, -1},    [SAYS_OTHERS] = {-1, -1}, [SAYS_TERM] = {0, -1},
    [IS_WINDOW] = {-20, 0}, [IS_LIKELY] = {3, 4}, [IS_UNLIKELY] = {-1, -1}, [AMONG_EVENTS] = {0, -5}, [IS_QUOTATION] = {-20, -20}, [IS_SAMPLE] = {-20, -20}, [IS_OLD_TOLD] = {-20, -20}, [IS_LONG_OVER] = {-20, -20}, [IS_TOLD] = {-20, 0}, /* never */
};

/* What a cue in the sentence says; `before`: only when it stands before the date. */
static const struct {
    enum cue_kind kind;
    enum evidence evidence;
    bool before;
} cue_says[] = {{CUE_MEET, SAYS_INVITATION, false}, {CUE_HELD, SAYS_HELD, false},    {CUE_WILL, SAYS_FUTURE, false},   {CUE_EVENT, SAYS_EVENT, false},
                {CUE_UNTIL, SAYS_LAST_DAY, true},   {CUE_DUE, SAYS_LAST_DAY, true},  {CUE_BEFORE, SAYS_LAST_DAY, true}, {CUE_MOVED, SAYS_LAST_DAY, true},
                {CUE_LIMIT, SAYS_LIMIT, false},     {CUE_ENDS, SAYS_LIMIT, false},   {CUE_ADDRESS, SAYS_REQUEST, false}, {CUE_DUE, SAYS_REQUEST, true}, {CUE_CALL, SAYS_CALL, false},
                {CUE_ASK, SAYS_ASK, false},         {CUE_OPEN, SAYS_OPEN, false},    {CUE_FOR, SAYS_FOR, true},        {CUE_PAST, SAYS_PAST, false},
                {CUE_PRIVATE, SAYS_OTHERS, false},  {CUE_TERM, SAYS_TERM, false}};

/* A list, and whether days of one kind stand in more than one of its passages. */
struct series {
    const struct passage *passage[KINDS];
    bool several[KINDS];
};

/* What is known of the whole page. `linked`: one for each passage. */
struct page {
    const struct article *article;
    const struct grammar *grammar;
    const struct passages *passages;
    struct series *series; /* one for each list */
    bool *linked;
    const struct passage *headed[LEVELS]; /* of headings of a level: the last paragraph that opens with a day right below one */
    bool headed_again[LEVELS];            /* ... and there are others */
    size_t opening; /* index of the first paragraph of the body */
    int64_t published;
    bool report;
    bool tells; /* two verbs or more look back, and fewer forward */
};

static uint64_t bit(enum evidence evidence, bool holds)
{
    return holds ? (uint64_t)1 << evidence : 0;
}

/* "Retour sur …", "Bilan"; but "Le Salon est de retour". */
static bool is_of_report(const struct lexis *lexis, const struct grammar *grammar)
{
    for (size_t i = 0; i < lexis->count; i++) {
        bool back = i > 0 && lexis_is_word(&lexis->items[i - 1], "de") && lexis_is_word(&lexis->items[i], "retour");
        if (!back && lexis_is_word_of(&lexis->items[i], grammar->reports))
            return true;
    }
    return false;
}

static bool names_report(struct arena *arena, const char *text, const struct grammar *grammar)
{
    struct lexis lexis = lexis_read(arena, text);
    return is_of_report(&lexis, grammar);
}

/* More verbs look back than forward, and `least` of them. */
static bool looks_back(const struct passages *passages, size_t least)
{
    size_t past = 0, coming = 0;
    for (size_t i = 1; i < passages->count; i++)
        for (size_t k = 0; k < passages->items[i].cue_count; k++) {
            enum cue_kind kind = passages->items[i].cues[k].kind;
            past += kind == CUE_PAST;
            coming += kind == CUE_WILL || kind == CUE_ADDRESS || kind == CUE_MEET || kind == CUE_ASK || kind == CUE_HELD;
        }
    return past > coming && past >= least;
}

bool anchor_looks_back(const struct passages *passages)
{
    return looks_back(passages, PAST_LEAST - 1);
}

/* By its title, categories and tags, or by its tense. */
static bool is_report(struct arena *arena, const struct passages *passages, const struct article *article, const struct grammar *grammar)
{
    const struct passage *title = &passages->items[0];
    bool asks = passages_has_cue(title, CUE_ADDRESS); /* "Relisez avec nous le guide" */
    if (title->page_past || (!asks && is_of_report(&title->lexis, grammar)))
        return true;
    for (size_t i = 0; i < article->category_count; i++)
        if (names_report(arena, article->categories[i], grammar))
            return true;
    for (size_t i = 0; i < article->field_count; i++)
        if (strncmp(article->fields[i].path, "tags", 4) == 0 && names_report(arena, article->fields[i].value, grammar))
            return true;
    return looks_back(passages, PAST_LEAST);
}

static void note_series(struct page *page, const struct reading *reading)
{
    struct series *series = &page->series[passages_list(reading->passage)];
    if (series->passage[reading->kind] && series->passage[reading->kind] != reading->passage)
        series->several[reading->kind] = true;
    series->passage[reading->kind] = reading->passage;
}

/* "### Module 1" over "10 et 11 mars 2026, à Gray": the level of the heading right above a paragraph that opens with its day; 0: none. */
static int headed_level(const struct reading *reading)
{
    const struct passage *passage = reading->passage, *above = passage->above;
    bool first = above && above->block && passage->block && passage->block->kind == BLOCK_PARAGRAPH && passage->index == above->index + 1;
    bool opens = first && reading->kind == READING_EVENT && reading->alone && lexis_at(&passage->lexis, reading->date_begin) <= 1;
    return opens && above->block->level > 0 && above->block->level < LEVELS ? above->block->level : 0;
}

static void note_headed(struct page *page, const struct reading *reading)
{
    int level = headed_level(reading);
    if (!level)
        return;
    page->headed_again[level] = page->headed_again[level] || (page->headed[level] && page->headed[level] != reading->passage);
    page->headed[level] = reading->passage;
}

static struct page open_page(struct arena *arena, const struct readings *readings, const struct passages *passages, const struct article *article,
                             const struct grammar *grammar, const struct zone *zone)
{
    struct page page = {.article = article, .grammar = grammar, .passages = passages};
    int lists = 0;
    for (size_t i = 1; i < passages->count; i++) {
        const struct passage *passage = &passages->items[i];
        lists = passages_list(passage) > lists ? passages_list(passage) : lists;
        if (!page.opening && passage->role == PASSAGE_BODY && passage->block->kind != BLOCK_HEADING)
            page.opening = i;
    }
    page.series = arena_alloc(arena, ((size_t)lists + 1) * sizeof *page.series);
    memset(page.series, 0, ((size_t)lists + 1) * sizeof *page.series);
    page.linked = arena_alloc(arena, passages->count + BELOW_REACH + 1);
    memset(page.linked, 0, passages->count + BELOW_REACH + 1);
    for (size_t i = 0; i < article->link_count; i++) {
        const struct passage *passage = passages_of_link(passages, article, &article->links[i]);
        if (passage)
            page.linked[passage->index] = true;
    }
    for (size_t i = 0; i < readings->count; i++)
        if (readings->items[i].kind != READING_NONE && passages_list(readings->items[i].passage))
            note_series(&page, &readings->items[i]);
    for (size_t i = 0; i < readings->count; i++)
        note_headed(&page, &readings->items[i]);
    struct civil published = zone_to_civil(zone, article->published);
    page.published = civil_to_days(published.year, published.month, published.day);
    page.report = is_report(arena, passages, article, grammar);
    page.tells = anchor_looks_back(passages);
    return page;
}

static uint64_t say(const struct cue *cue, bool before)
{
    for (size_t i = 0; i < sizeof cue_says / sizeof *cue_says; i++)
        if (cue_says[i].kind == cue->kind && (before || !cue_says[i].before))
            return bit(cue_says[i].evidence, true);
    return 0;
}

/* "Jusqu'à quand ? Le 17 avril", "Quand postuler ? Entre le 3 mars et le 14 avril": the last cue of the question to which the sentence answers that begins behind cue `at`. */
static uint64_t by_question(const struct passage *passage, size_t first, size_t at)
{
    enum { SENTENCE_MOST = 8 };
    const struct lexeme *items = passage->lexis.items;
    size_t opens = first;
    while (opens > 0 && first - opens < SENTENCE_MOST && (items[opens - 1].sentence == items[first].sentence || lexis_is_sign(&items[opens - 1], LEXEME_LINE) || lexis_is_sign(&items[opens - 1], '*')))
        opens--;
    const struct cue *cue = at > 0 && opens > 0 && lexis_is_sign(&items[opens - 1], '?') ? &passage->cues[at - 1] : NULL;
    bool asked = cue && items[cue->first].sentence == items[opens - 1].sentence && (cue->kind == CUE_LIMIT || cue->kind == CUE_CALL || cue->kind == CUE_ADDRESS);
    return asked ? say(cue, true) : 0;
}

/* What the cues of its sentence say. */
static uint64_t by_sentence(const struct reading *reading)
{
    const struct passage *passage = reading->passage;
    const struct lexeme *items = passage->lexis.items;
    int sentence = items[reading->mention].sentence;
    size_t at = survey_cue_from(passage, reading->mention);
    uint64_t found = by_question(passage, reading->mention, at);
    for (size_t i = at; i-- > 0 && at - i <= CUES_REACH && items[passage->cues[i].first].sentence == sentence;)
        found |= say(&passage->cues[i], true);
    /* "le 4 octobre au plus tard": the first cue behind it may close it. */
    for (size_t i = at; i < passage->cue_count && i - at < CUES_REACH && items[passage->cues[i].first].sentence == sentence; i++)
        found |= say(&passage->cues[i], i == at);
    return found;
}

/* The heading or the announcing paragraph has one of these cues. */
static bool above_has(const struct passage *passage, const enum cue_kind *kinds)
{
    for (; *kinds != CUE_NONE; kinds++)
        if (passages_has_cue(passage->above, *kinds) || passages_has_cue(passage->intro, *kinds))
            return true;
    return false;
}

/* What stands around its passage: headings, title, genre of the page. */
static uint64_t by_surroundings(const struct page *page, const struct reading *reading)
{
    static const enum cue_kind meeting[] = {CUE_EVENT, CUE_MEET, CUE_NONE}, calling[] = {CUE_CALL, CUE_ADDRESS, CUE_LIMIT, CUE_NONE};
    const struct passage *passage = reading->passage, *title = &page->passages->items[0];
    bool page_meets = passages_has_cue(title, CUE_EVENT) || passages_has_cue(title, CUE_MEET);
    bool meets = (passage->meets && !page_meets) || above_has(passage, meeting);
    bool aside = (passage->above && lexis_names(&passage->above->lexis, page->grammar->asides)) || (passage->intro && lexis_names(&passage->intro->lexis, page->grammar->asides));
    return bit(ABOVE_MEETS, meets) | bit(ABOVE_CALLS, above_has(passage, calling)) | bit(PAGE_MEETS, page_meets) | bit(PAGE_CALLS, passage->page_calls) |
           bit(BESIDE_REQUEST, passage->addressed) | bit(BELOW_LEAD, passage->led != CUE_NONE || passage->led_by_heading) | bit(IN_REPORT, page->report) | bit(IN_ASIDE, aside);
}

static bool is_near_link(const struct page *page, const struct passage *passage)
{
    for (size_t i = passage->index + 1; i <= passage->index + BELOW_REACH && i < page->passages->count; i++)
        if (page->linked[i] && page->passages->items[i].role == passage->role)
            return true;
    return false;
}

/* "Date limite : 8 novembre", "fin des inscriptions", "Retour : avant le 15 avril": more than a word such as "clôture" says that it is a last day. */
static bool says_last_day(const struct passage *passage)
{
    for (size_t i = 0; i < passage->cue_count; i++) {
        const struct cue *cue = &passage->cues[i];
        if ((cue->kind == CUE_BEFORE && cue->first > 0) || cue->kind == CUE_DUE || (cue->kind == CUE_LIMIT && cue->end > cue->first + 1))
            return true;
    }
    return false;
}

/* Lines of its list name events, and no other a deadline. */
static bool is_among_events(const struct page *page, const struct reading *reading)
{
    const struct series *series = &page->series[passages_list(reading->passage)];
    bool asks = passages_has_cue(reading->passage, CUE_CALL) || passages_has_cue(reading->passage, CUE_ADDRESS); /* "Inscriptions : du 6 janvier au 2 mars" beside "Cours : du 27 janvier au 9 mars" */
    return passages_list(reading->passage) && !asks && !says_last_day(reading->passage) && reading->kind == READING_DEADLINE && series->passage[READING_EVENT] && !series->several[READING_DEADLINE];
}

/* "« Nous vous attendons mercredi 9 novembre à 14h. »": from its first sign to its last, and longer than a name. */
static bool is_quotation(const struct lexis *lexis)
{
    size_t last = lexis->count, words = 0;
    while (last > 0 && (lexis_is_sign(&lexis->items[last - 1], '.') || lexis_is_sign(&lexis->items[last - 1], LEXEME_LINE)))
        last--;
    if (last < 2 || !lexis_is_sign(&lexis->items[0], '"') || !lexis_is_sign(&lexis->items[last - 1], '"'))
        return false;
    for (size_t i = 1; i + 1 < last; i++) {
        if (lexis_is_sign(&lexis->items[i], '"'))
            return false;
        words += lexis->items[i].kind == LEXEME_WORD;
    }
    return words > QUOTED_LEAST;
}

/* What its own passage is. */
static uint64_t by_place(const struct page *page, const struct reading *reading)
{
    const struct passage *passage = reading->passage;
    const struct block *block = passage->block;
    bool opening = passage->role == PASSAGE_BODY && passage->index <= page->opening + 1;
    bool sample = page->report && block && block->kind == BLOCK_QUOTE;
    bool series = (passages_list(passage) && page->series[passages_list(passage)].several[reading->kind]) || page->headed_again[headed_level(reading)];
    return bit(IN_TITLE, passage->role == PASSAGE_TITLE) | bit(IN_FIELD, passage->role == PASSAGE_FIELD) | bit(IN_LEAD, passage->role == PASSAGE_FRONT) |
           bit(IN_OPENING, opening) | bit(IN_HEADING, block && block->kind == BLOCK_HEADING) | bit(IN_ITEM, block && block->kind == BLOCK_ITEM) | bit(IN_ROW, block && block->kind == BLOCK_ROW) |
           bit(IN_COLUMN, passage->columns != NULL) | bit(IN_SERIES, series) | bit(HAS_LINK, page->linked[passage->index]) | bit(IS_LINK, passages_spans_link(passage, reading->date_begin)) |
           bit(NEAR_LINK, is_near_link(page, passage)) | bit(AMONG_EVENTS, is_among_events(page, reading)) |
           bit(IS_QUOTATION, is_quotation(&passage->lexis)) | bit(IS_SAMPLE, sample);
}

/* "auront lieu entre le 3 février et le 26 juin": a stretch of more than a month behind "entre"; not "Exposition entre le 5 mars et le 31 mai". */
static bool is_window(const struct page *page, const struct reading *reading)
{
    enum { WINDOW_DAYS = 31, BETWEEN_REACH = 2 };
    bool found = false;
    if (!reading->span.range || !passages_sentence_has(reading->passage, reading->passage->lexis.items[reading->mention].sentence, CUE_HELD))
        return false;
    for (size_t i = reading->mention; i-- > 0 && reading->mention - i <= BETWEEN_REACH && !found;)
        found = lexis_is_word_of(&reading->passage->lexis.items[i], page->grammar->between);
    return found && reading->last_day - reading->first_day > WINDOW_DAYS;
}

/* What the day itself says. A day whose year is written may lie far off. */
static uint64_t by_day(const struct page *page, const struct reading *reading)
{
    const struct date_span *span = &reading->span;
    bool dated = page->article->has_published, old = dated && reading->last_day < page->published;
    bool told = dated && page->tells && reading->last_day == page->published && reading->start_minutes < 0; /* the same evening */
    int64_t off = reading->first_day - page->published;
    return bit(HAS_HOUR, reading->start_minutes >= 0 || reading->end_minutes >= 0) | bit(HAS_WEEKDAY, span->first.weekday >= 0 || span->last.weekday >= 0) |
           bit(IS_STRETCH, span->range) | bit(IS_LABELLED, reading->labelled) | bit(STANDS_ALONE, reading->alone) | bit(IS_ANNOUNCED, reading->announced) | bit(IS_OLD, old) | bit(IS_LONG_OVER, old && reading->last_day < page->published - OVER_DAYS) | bit(IS_OLD_TOLD, old && (page->tells || page->report)) | bit(IS_TOLD, told) |
           bit(IS_LIKELY, reading->likely >= LIKELY_LEAST) | bit(IS_UNLIKELY, reading->likely <= UNLIKELY_MOST) | bit(IS_WINDOW, is_window(page, reading)) |
           bit(IS_FAR, dated && off > FAR_DAYS && !span->last.year) | bit(IS_VERY_FAR, dated && off > VERY_FAR_DAYS);
}

static int worth_of(enum reading_kind kind, uint64_t found)
{
    int worth = 0;
    for (int i = 0; i < EVIDENCES; i++)
        if (found & bit((enum evidence)i, true))
            worth += kind == READING_EVENT ? worths[i].event : worths[i].deadline;
    return worth;
}

static bool is_open(const struct reading *reading)
{
    return reading->kind != READING_NONE && reading->resolved && !reading->off;
}

/* Days that are announced, at most DAYS_MOST. */
struct days {
    const struct reading *items[DAYS_MOST];
    size_t count;
};

static bool days_have(const struct days *days, const struct reading *reading)
{
    for (size_t i = 0; i < days->count; i++) {
        const struct reading *day = days->items[i];
        if (day->kind == reading->kind && day->first_day == reading->first_day && day->last_day == reading->last_day)
            return true;
        if (day->passage == reading->passage && day->mention == reading->mention)
            return true; /* "samedi 3 et 4 juin": said in one breath */
    }
    return false;
}

void anchor_hold(struct arena *arena, struct readings *readings, const struct passages *passages, const struct article *article,
                 const struct grammar *grammar, const struct zone *zone)
{
    struct days days = {.count = 0};
    struct page page = open_page(arena, readings, passages, article, grammar, zone);
    for (size_t i = 0; i < readings->count && days.count < DAYS_MOST; i++) {
        const struct reading *reading = &readings->items[i];
        if (!is_open(reading) || days_have(&days, reading))
            continue;
        uint64_t found = by_sentence(reading) | by_place(&page, reading) | by_surroundings(&page, reading) | by_day(&page, reading);
        if (worth_of(reading->kind, found) >= (reading->kind == READING_EVENT ? EVENT_LEAST : DEADLINE_LEAST))
            days.items[days.count++] = reading;
    }
    for (size_t i = 0; i < readings->count; i++) {
        struct reading *reading = &readings->items[i];
        if (!is_open(reading) || days_have(&days, reading))
            continue;
        reading->kind = READING_NONE;
        reading->why = WHY_UNANCHORED;
    }
}

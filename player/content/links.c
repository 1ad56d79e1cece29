#include "content/links.h"

#include "base/arena.h"
#include "base/file.h"
#include "content/article.h"
#include "content/link_address.h"
#include "content/link_hearing.h"
#include "content/link_spots.h"
#include "content/link_terms.h"
#include "content/passages.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

/* In lexemes and words: how far a sentence is heard, the words of a passage that is a label, a short label. */
enum { SENTENCE_REACH = 30, LABEL_MOST = 4, LABEL_SHORT = 4 };

static const char *const document_suffixes[] = {".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".zip", ".ppt", ".pptx", ".odp", ".ics", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", NULL};

/* The words before this passage that announce it: "Pour vous inscrire :". */
static int said_before(const struct passages *passages, const struct passage *passage, bool english, const char **button)
{
    const struct passage *before = passage->intro;
    if (!before && passage->index > 0 && passages->items[passage->index - 1].role == passage->role)
        before = &passages->items[passage->index - 1];
    if (!before || before->lexis.count == 0)
        return 0;
    const struct lexis *lexis = &before->lexis;
    size_t end = lexis->count, first = end - 1;
    if (!lexis_is_sign(&lexis->items[first], ':') && lexis->count > LABEL_MOST)
        return 0; /* "Candidater", "Où l'adresser" over its line */
    while (first > 0 && end - first < SENTENCE_REACH && lexis->items[first - 1].sentence == lexis->items[end - 1].sentence)
        first--;
    *button = *button ? *button : link_terms_button(lexis, first, end, english);
    return link_terms_between(lexis, first, end, false);
}

/* What the label, its surroundings and its site say, before it is judged. */
struct said {
    int label, sentence, near, heading, site;
    size_t words;
    bool address; /* the label is one */
    bool web;     /* ... of a page, whole */
    bool all;     /* ... or counts what it is for */
    bool note;    /* ... a number alone */
    bool alone, led, prepared, pointed;
    bool way;   /* the label says where: "sur la page des ateliers" */
    bool about; /* what stands before it is about it */
    bool apart; /* the label is all there is of its line or sentence */
    bool order; /* ... and it begins with what to do: "Ouvrir le tableau" */
    bool own_order; /* ... with what is the reader's: "Retirez votre carton" */
    bool mail; /* the address is one to write to */
    bool english;
    const char *button; /* what the sentence would write on one */
};

/* "Ouvrir le tableau", "Retirez votre carton": a verb that no table lists, and its object. */
static void listen_to_order(const struct lexis *lexis, struct said *said)
{
    static const char *const objects[] = {"le", "la", "les", "l", "un", "une", "mon", "ma", "mes", NULL};
    static const char *const own[] = {"votre", "vos", "son", "sa", "ses", "mon", "ma", "mes", NULL};
    static const char *const no_verbs[] = {"assez", "chez", "rendez", NULL};
    size_t at = 0;
    while (at < lexis->count && lexis->items[at].kind == LEXEME_SIGN)
        at++;
    const char *word = at < lexis->count ? lexis->items[at].word : "";
    size_t length = strlen(word);
    if (length < 5 || lexis_is_word_of(&lexis->items[at], no_verbs))
        return;
    bool imperative = strcmp(word + length - 2, "ez") == 0, infinitive = strcmp(word + length - 2, "er") == 0 || strcmp(word + length - 2, "ir") == 0;
    const struct lexeme *next = &lexis->items[at + 1];
    said->own_order = (imperative || infinitive) && lexis_is_word_of(next, own);
    said->order = said->own_order || imperative || (infinitive && lexis_is_word_of(next, objects));
}

/* "s'inscrire aux deux ateliers" */
static bool counts(const struct lexis *lexis)
{
    static const char *const several[] = {"aux", "les", "des", "ces", NULL}, *const numbers[] = {"deux", "trois", "quatre", "cinq", "six", NULL};
    for (size_t i = 0; i + 1 < lexis->count; i++)
        if (lexis_is_word_of(&lexis->items[i], several) && lexis_is_word_of(&lexis->items[i + 1], numbers))
            return true;
    return false;
}

static void listen_to_label(struct arena *arena, const struct link *link, struct said *said)
{
    struct lexis lexis = lexis_read(arena, link->label ? link->label : "");
    said->words = lexis_words(&lexis, 0, lexis.count);
    said->address = link_address_is_alone(lexis.text);
    said->label = said->address ? 0 : link_terms_between(&lexis, 0, lexis.count, true);
    for (size_t i = 0; i < lexis.count; i++)
        said->note |= lexis.items[i].kind == LEXEME_NUMBER && said->words == 0;
    /* "[sur la plateforme](…)", "[par le portail](…)", "[en ligne](…)", "[là](…)": no name, a way. */
    static const char *const ways[] = {"sur", "via", "par", "dans", NULL};
    const struct lexeme *first = &lexis.items[0];
    said->way = lexis_is_word_of(first, ways);
    if (said->way || (said->words <= 2 && lexis_is_word(first, "en")) || (said->words == 1 && lexis_is_word(first, "la")))
        said->label |= LINK_HERE;
    said->all = counts(&lexis);
    listen_to_order(&lexis, said);
    said->web = said->address && strstr(lexis.text, "://");
    said->pointed = !said->address || said->web || strchr(lexis.text, '@');
}

/* What a label asks that begins with a verb and stands for itself: something of the reader's, or what the paragraph before it asks for.
 * Any other may be the title of a text: "Changer la ville". */
static int order_of(const struct said *said, const struct passages *passages, const struct passage *passage)
{
    bool itself = said->words <= LABEL_SHORT && said->apart && passage->block && passage->block->kind == BLOCK_PARAGRAPH;
    if (!said->order || !itself || (said->label & (LINK_STRONG | LINK_TELL | LINK_REPLAY)))
        return 0;
    if (said->own_order)
        return LINK_STRONG;
    const struct passage *before = passage->index > 0 ? &passages->items[passage->index - 1] : NULL;
    return before && before->role == passage->role && (passages_has_cue(before, CUE_ADDRESS) || passages_has_cue(before, CUE_ASK)) ? LINK_TELL : 0;
}

/* What the heading above asks for; where the label is but a way, also what it would write on a button. */
static void listen_to_heading(const struct passage *heading, struct said *said)
{
    const struct lexis *lexis = &heading->lexis;
    said->heading = link_terms_between(lexis, 0, lexis->count, false);
    if (said->way && !said->button)
        said->button = link_terms_button(lexis, 0, lexis->count, said->english);
}

static void listen_around(const struct article *article, const struct link *link, const struct passages *passages, const struct passage *passage,
                          const struct link_spot *spots, struct said *said)
{
    struct link_hearing hearing = link_hearing_of(article, link, passage, spots);
    said->sentence = link_terms_between(hearing.lexis, hearing.left, hearing.begin, false) | link_terms_between(hearing.lexis, hearing.end, hearing.right, false);
    said->sentence |= said->mail ? link_hearing_question(&hearing) : 0;
    said->near = link_terms_between(hearing.lexis, hearing.near, hearing.begin, false) | link_terms_between(hearing.lexis, hearing.end, hearing.near_end, false);
    said->button = link_terms_button(hearing.lexis, hearing.left, hearing.right, said->english);
    said->alone = link_spots_fills(passage, &spots[link - article->links]);
    said->apart = said->alone || link_hearing_fills_sentence(&hearing);
    said->label |= order_of(said, passages, passage);
    if (said->alone || (passage->intro && (said->sentence & LINK_STRONG) == 0))
        said->sentence |= said_before(passages, passage, said->english, &said->button);
    if (passage->above)
        listen_to_heading(passage->above, said);
    bool subject = link_hearing_is_subject(&hearing);
    said->led = link_hearing_is_led(&hearing, &said->prepared) && !subject;
    said->about = subject || (link_hearing_is_about(&hearing) && (said->sentence & LINK_STRONG) == 0);
    said->pointed = said->pointed || said->alone || said->prepared || link_hearing_points(&hearing);
}

/* "Contribuer" over "Accéder à la plateforme": the name of its field is what announces it. */
static void listen_to_field(struct arena *arena, const struct article *article, const struct link *link, struct said *said)
{
    if (said->label & LINK_STRONG)
        return;
    struct lexis lexis = lexis_read(arena, link_address_field(article, link));
    said->sentence = link_terms_between(&lexis, 0, lexis.count, true) & (LINK_STRONG | LINK_NEWS | LINK_QUESTION);
    said->near = said->sentence;
    said->button = link_terms_button(&lexis, 0, lexis.count, said->english);
    said->alone = said->apart = true;
}

/* "Si vous ne pouvez plus venir", "pour la presse": the condition governs all its sentence, the name only what asks for nothing else. */
static bool is_for_others(const struct said *said)
{
    if (said->label & LINK_STRONG)
        return false;
    int around = said->label | said->near | said->site | (said->mail ? said->sentence : 0);
    return (around & LINK_OTHERWISE) || ((around & LINK_OTHERS) && !(said->sentence & LINK_STRONG));
}

static bool is_aside(const struct said *said)
{
    bool answers = said->led && (said->near & LINK_APPLY); /* "répondez à [ces questions]" */
    /* "[Inscrivez-vous à la causerie](…) pour poser vos questions": the label asks for itself. */
    int beside = said->mail ? said->sentence : said->label & LINK_STRONG ? 0 : said->near;
    int asked = (answers ? 0 : said->label) | beside, near = said->label | said->near;
    bool over = (near & LINK_REPLAY) && ((said->label & LINK_REPLAY) || !(said->label & LINK_STRONG)), stream = ((said->label | said->sentence) & LINK_WATCH) != 0;
    return (asked & LINK_QUESTION) || is_for_others(said) || (over && !stream);
}

/* Never an action, or one that serves no fact. */
static void judge_use(const struct said *said, const struct link *link, struct link_words *words)
{
    int around = said->label | said->near | (said->heading & ~(LINK_REPLAY | LINK_QUESTION));
    if (said->mail && !(said->sentence & LINK_STRONG)) /* "envoyez votre CV ou un lien vers LinkedIn à …" asks for no subscription */
        around |= said->sentence & LINK_NEWS;
    words->idle = link_terms_is_network(link->url) || (said->site & LINK_NEWS) || (around & LINK_NEWS) || ((said->label | said->near) & LINK_CLOSED) || said->note;
    words->aside = is_aside(said);
    words->idle |= (said->mail && is_for_others(said)) || link_terms_is_office(link->url);
    words->shortener = link_terms_is_shortener(link->url);
    words->home = link_address_is_home(link->url) && !(said->site & LINK_SUBJECT);
    words->where = (said->label & LINK_WHERE) != 0;
    words->here = (said->label & LINK_HERE) != 0;
    words->mail = said->mail;
    words->all = said->all;
    words->yours = (said->sentence & LINK_YOURS) != 0;
}

/* The label is a paper's name (« programme », « règlement ») that something points at. */
static bool is_paper(const struct said *said, bool apart)
{
    return (said->label & LINK_PAPER) && (apart || said->led || (said->near & LINK_TELL));
}

/* What makes a sentence tell of a link; before an address « Le site : » is enough. */
static int told_by(const struct said *said)
{
    return LINK_TELL | LINK_PAPER | (said->web && said->prepared ? LINK_HERE : 0);
}

/* Nothing but the heading says what one does there: the label leads to a place, an address, a page. */
static bool leads_from_heading(const struct said *said, bool apart)
{
    return apart || said->prepared || said->mail || said->way;
}

/* How clearly the words around the label make it one to follow. `here`: the label means nothing without them. */
static enum link_voice voice_of_sentence(const struct said *said, bool here, bool flagged)
{
    bool apart = flagged || said->apart;
    int told = here || said->led ? said->sentence : apart ? said->sentence & LINK_STRONG : 0;
    int headed = here && leads_from_heading(said, apart) ? said->heading & LINK_STRONG : 0;
    if ((told & LINK_STRONG) || (headed && !(told & LINK_WATCH)))
        return LINK_ASKS;
    if (told & LINK_WATCH)
        return LINK_SHOWS;
    return is_paper(said, apart) || (told & told_by(said)) ? LINK_TELLS : LINK_SILENT;
}

static enum link_voice voice_of_label(const struct said *said)
{
    if (said->label & LINK_STRONG)
        return LINK_ASKS;
    return (said->label | said->site) & LINK_WATCH ? LINK_SHOWS : said->label & LINK_TELL ? LINK_TELLS : LINK_SILENT;
}

/* "la page", "en ligne": a part of its sentence, no label for a button. */
static bool is_part(const struct said *said, const struct link *link, const struct link_words *words)
{
    if (words->voice == LINK_SHOWS || (said->site & LINK_OTHERWISE) || !link->label || !islower((unsigned char)link->label[0]))
        return false;
    return words->voice == LINK_ASKS || (said->site & LINK_STRONG);
}

static const char *button_of(const struct said *said)
{
    if (said->label & LINK_STRONG)
        return NULL;
    return said->button ? said->button : link_terms_button_of_site(said->site, said->english);
}

static void judge_voice(const struct said *said, const struct link *link, struct link_words *words)
{
    bool empty = said->words == 0 || said->address || said->mail || (said->label & LINK_HERE);
    enum link_voice own = voice_of_label(said), sentence = voice_of_sentence(said, empty && (said->pointed || said->mail), link->flags != 0);
    words->own = own != LINK_SILENT && (own == LINK_ASKS || sentence != LINK_ASKS || (said->site & LINK_WATCH));
    words->voice = words->own ? own : sentence;
    words->loose = words->own && own == LINK_TELLS && said->words > LABEL_SHORT && !(said->label & LINK_SUBJECT);
    words->button = empty || is_part(said, link, words) ? button_of(said) : NULL;
}

struct link_words links_words(struct arena *arena, const struct article *article, const struct link *link, const struct passages *passages,
                              const struct passage *passage, const struct link_spot *spots)
{
    struct link_words words = {0};
    struct said said = {.site = link_terms_of_address(link->url), .mail = strncasecmp(link->url, "mailto:", 7) == 0, .english = article->language && strcmp(article->language, "en") == 0};
    listen_to_label(arena, link, &said);
    if (passage)
        listen_around(article, link, passages, passage, spots, &said);
    else
        listen_to_field(arena, article, link, &said);
    judge_use(&said, link, &words);
    judge_voice(&said, link, &words);
    words.sentence_asks = (said.sentence & LINK_STRONG) != 0 && words.voice != LINK_SILENT;
    words.heading_asks = (said.heading & LINK_STRONG) != 0 && words.voice != LINK_SILENT;
    words.site_asks = (said.site & LINK_STRONG) != 0 && !words.home;
    int first = (said.label & LINK_STRONG) ? said.label : words.sentence_asks ? said.sentence : words.site_asks ? said.site : words.voice == LINK_ASKS ? said.heading : 0;
    if ((first & LINK_STRONG) == LINK_STRONG && (said.sentence & LINK_STRONG)) /* "Inscription : [formulaire]" */
        first &= said.sentence;
    words.apply = (first & LINK_APPLY) != 0;
    words.enrol = (first & LINK_ENROL) != 0;
    words.led_to = said.prepared && !said.about;
    words.watch = ((said.label | said.sentence | said.site) & LINK_WATCH) != 0;
    char *path = arena_copy_bytes(arena, link->url, strcspn(link->url, "?#"));
    words.document = file_has_suffix(path, document_suffixes);
    words.named_document = words.document && (said.label & (LINK_PAPER | LINK_SUBJECT | LINK_STRONG));
    return words;
}

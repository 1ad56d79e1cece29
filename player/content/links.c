#include "content/links.h"

#include "base/arena.h"
#include "base/file.h"
#include "content/article.h"
#include "content/link_address.h"
#include "content/link_spots.h"
#include "content/link_terms.h"
#include "content/passages.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

/* In lexemes, words and links: how far a sentence is heard, a verb before "sur", words that make no label, the words of a passage that is a label, a short label, links around. */
enum { SENTENCE_REACH = 30, VERB_REACH = 9, CLAUSE_LEAST = 3, LABEL_MOST = 4, LABEL_SHORT = 4, NEIGHBOURS_MOST = 30 };

enum { STRONG = LINK_APPLY | LINK_ENROL };

static const char *const document_suffixes[] = {".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".zip", ".ppt", ".pptx", ".odp", ".ics", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", NULL};

/* Words between a preposition and the name it leads to. */
static const char *const articles_known[] = {"le", "la", "les", "l", "un", "une", "ce", "cet", "cette", "ces", "du", "des", "de", "notre", "nos", "votre", "son", "sa", "leur", "the", "this", "our",
                                             "site", "page", "plateforme", "application", "portail", "appli", "teleservice", "adresse", "lien", "formulaire", "suivant", "suivante", "internet", "web", NULL};
/* ... and between a verb and its preposition: "répondez donc à". */
static const char *const adverbs[] = {"donc", "vite", "aussi", "egalement", "alors", "maintenant", "nombreux", "nombreuses", "tous", "toutes", "simplement", NULL};
static const char *const conjunctions[] = {"ou", "et", "puis", "mais", "or", "and", "but", "then", NULL};

/* A link among the lexemes of its passage. */
struct hearing {
    const struct lexis *lexis;
    size_t begin, end;     /* of the label */
    size_t left, right;    /* of its sentence, as far as it is about this link */
    size_t near, near_end; /* of its clause */
};

/* The label next before or behind this one in the same passage, or NULL. Addresses in the text are listed behind all other links. */
static const struct link_spot *neighbour(const struct article *article, const struct link *link, const struct link_spot *spots, bool before)
{
    size_t index = (size_t)(link - article->links), first = index > NEIGHBOURS_MOST ? index - NEIGHBOURS_MOST : 0;
    const struct link_spot *own = &spots[index], *nearest = NULL;
    for (size_t i = first; i < article->link_count && i <= index + NEIGHBOURS_MOST; i++) {
        const struct link_spot *spot = &spots[i];
        if (i == index || article->links[i].block != link->block || article->links[i].in_front != link->in_front || spot->end <= spot->begin)
            continue;
        if (before ? spot->end <= own->begin && (!nearest || spot->end > nearest->end) : spot->begin >= own->end && (!nearest || spot->begin < nearest->begin))
            nearest = spot;
    }
    return nearest;
}

/* What opens a line is announced by the one before, if that ends with a colon, or if the label is all there is of its sentence. */
static size_t before_label(const struct lexis *lexis, size_t first, bool alone)
{
    size_t at = first;
    while (at > 0 && lexis->items[at - 1].kind == LEXEME_SIGN && !lexis_is_sign(&lexis->items[at - 1], ':') && (alone || lexis_is_sign(&lexis->items[at - 1], LEXEME_LINE)))
        at--;
    if (at == 0 || (!alone && !lexis_is_sign(&lexis->items[at - 1], ':')))
        return first;
    int sentence = lexis->items[at - 1].sentence;
    while (at > 0 && lexis->items[at - 1].sentence == sentence && first - at < SENTENCE_REACH)
        at--;
    return at;
}

static bool ends_clause(const struct lexeme *lexeme)
{
    return lexis_is_sign(lexeme, ',') || lexis_is_sign(lexeme, ';') || lexis_is_sign(lexeme, '(') || lexis_is_word_of(lexeme, conjunctions);
}

/* The start of the sentence of lexeme `from`, not before `stop`. */
static size_t back_to(const struct lexis *lexis, size_t from, size_t stop)
{
    size_t at = from;
    while (at > stop && from - at < SENTENCE_REACH && lexis->items[at - 1].sentence == lexis->items[from].sentence)
        at--;
    return at;
}

/* Where the words behind the label turn to something else: the clause, or only the sentence, or the next label (at byte `stop`). */
static size_t on_to(const struct lexis *lexis, size_t from, size_t stop, bool clause)
{
    int sentence = lexis->items[from ? from - 1 : 0].sentence;
    size_t at = from;
    while (at < lexis->count && at - from < SENTENCE_REACH && lexis->items[at].sentence == sentence && lexis->items[at].begin < stop && !(clause && ends_clause(&lexis->items[at])))
        at++;
    return at;
}

static struct hearing hear(const struct article *article, const struct link *link, const struct passage *passage, const struct link_spot *spots)
{
    const struct link_spot *spot = &spots[link - article->links], *before = neighbour(article, link, spots, true), *after = neighbour(article, link, spots, false);
    const struct lexis *lexis = &passage->lexis;
    struct hearing hearing = {.lexis = lexis, .begin = lexis_at(lexis, spot->begin)};
    hearing.end = spot->end > spot->begin ? lexis_at(lexis, spot->end - 1) : hearing.begin;
    hearing.end += hearing.end < lexis->count;
    size_t stop = before ? lexis_at(lexis, before->end) : 0, left = back_to(lexis, hearing.begin, stop);
    if (left == stop && before && lexis_words(lexis, left, hearing.begin) < CLAUSE_LEAST)
        left = back_to(lexis, hearing.begin, 0);
    hearing.near = hearing.begin;
    while (hearing.near > left && !ends_clause(&lexis->items[hearing.near - 1]))
        hearing.near--;
    hearing.near_end = on_to(lexis, hearing.end, after ? after->begin : SIZE_MAX, true);
    hearing.right = on_to(lexis, hearing.end, SIZE_MAX, false);
    if (after && hearing.right < lexis->count && lexis->items[hearing.right].begin >= after->begin)
        hearing.right = hearing.near_end;
    bool opens = lexis_words(lexis, left, hearing.begin) == 0;
    hearing.left = opens ? before_label(lexis, left, lexis_words(lexis, hearing.end, hearing.right) == 0) : left;
    return hearing;
}

/* What leads to a link, whatever its name: "via [X]", "inscrivez-vous sur [X]", "participer à [X]", "Inscription : [X]". */
enum lead { LEAD_NONE, LEAD_ALWAYS, LEAD_OF_VERB, LEAD_RIGHT_AFTER, LEAD_OF_ANY };

static enum lead lead_of(const struct lexeme *lexeme)
{
    static const struct {
        const char *word;
        enum lead lead;
    } leads[] = {{"via", LEAD_ALWAYS}, {"remplissez", LEAD_ALWAYS}, {"remplir", LEAD_ALWAYS}, {"completez", LEAD_ALWAYS}, {"completer", LEAD_ALWAYS}, {"through", LEAD_ALWAYS}, {"sur", LEAD_OF_VERB}, {"on", LEAD_OF_VERB}, {"a", LEAD_RIGHT_AFTER},
                 {"au", LEAD_RIGHT_AFTER}, {"aux", LEAD_RIGHT_AFTER}, {"to", LEAD_RIGHT_AFTER}};
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (lexis_is_word(lexeme, leads[i].word))
            return leads[i].lead;
    return lexis_is_sign(lexeme, ':') || lexis_is_sign(lexeme, '-') ? LEAD_OF_ANY : LEAD_NONE;
}

static bool is_between_lead_and_name(const struct lexeme *lexeme)
{
    static const char signs[] = "\"'(\n";
    return lexis_is_word_of(lexeme, articles_known) || (lexeme->kind == LEXEME_SIGN && lexeme->sign && strchr(signs, lexeme->sign));
}

/* Something is asked, and what it is asked for does not stand beside it: "détails sur la soirée et inscription sur" leads to the inscription. */
static bool asks_alone(int said)
{
    return (said & STRONG) && !(said & LINK_SUBJECT);
}

static size_t before_adverbs(const struct lexis *lexis, size_t at, size_t from)
{
    while (at > from && lexis_is_word_of(&lexis->items[at - 1], adverbs))
        at--;
    return at;
}

/* `prepared`: a preposition stands there, whatever the verb. */
static bool is_led(const struct hearing *hearing, bool *prepared)
{
    const struct lexis *lexis = hearing->lexis;
    size_t at = hearing->begin;
    while (at > hearing->left && is_between_lead_and_name(&lexis->items[at - 1]))
        at--;
    *prepared = at > hearing->left && lead_of(&lexis->items[at - 1]) != LEAD_NONE;
    if (!*prepared)
        return false;
    at--;
    size_t from = at > hearing->left + VERB_REACH ? at - VERB_REACH : hearing->left;
    bool you = at > from && lexis_is_word(&lexis->items[at - 1], "vous");
    int said = link_terms_between(lexis, from, at, false);
    switch (lead_of(&lexis->items[at])) {
    case LEAD_ALWAYS:
        return true;
    case LEAD_OF_VERB:
        return asks_alone(said) || asks_alone(link_terms_between(lexis, at > from + LABEL_SHORT ? at - LABEL_SHORT : from, at, false)) || (link_terms_between(lexis, hearing->left, at, false) & LINK_WATCH) || (you && (link_terms_between(lexis, from, at + 1, false) & LINK_TELL));
    case LEAD_RIGHT_AFTER:
        at = before_adverbs(lexis, at - you, from);
        return at > from && (link_terms_between(lexis, at - 1, at, false) & STRONG);
    case LEAD_OF_ANY:
        return (said & STRONG) != 0;
    default:
        return false;
    }
}

/* "l'atelier portera sur [X]": what it is about, whatever else the sentence says. */
static bool is_subject(const struct hearing *hearing)
{
    static const char *const verbs[] = {"porte", "portera", "portent", "porteront", "portant", "porter", "focus", "zoom", "travaille", "travaillera", "dialogue", "regard", NULL};
    const struct lexis *lexis = hearing->lexis;
    size_t at = hearing->begin;
    while (at > hearing->left && is_between_lead_and_name(&lexis->items[at - 1]))
        at--;
    return at > hearing->left + 1 && lexis_is_word(&lexis->items[at - 1], "sur") && lexis_is_word_of(&lexis->items[at - 2], verbs);
}

/* "une conférence sur [le compost]": what it is about, no way to it. */
static bool is_about(const struct hearing *hearing)
{
    const struct lexis *lexis = hearing->lexis;
    size_t at = hearing->begin;
    while (at > hearing->left && is_between_lead_and_name(&lexis->items[at - 1]))
        at--;
    return at > hearing->left + 2 && lexis_is_word(&lexis->items[at - 1], "sur") && (link_terms_between(lexis, at - 3, at - 1, false) & LINK_SUBJECT);
}

/* A site's name in the text is pointed at only where something leads to it: "sur x.fr", ": x.fr", "(x.fr)", or nothing else in the line. */
static bool is_address_pointed_at(const struct hearing *hearing)
{
    static const char *const leads[] = {"sur", "via", "a", "suivant", "suivante", "lien", "adresse", "on", "at", "here", "ici", NULL};
    if (hearing->begin == hearing->left)
        return true;
    const struct lexeme *lead = &hearing->lexis->items[hearing->begin - 1];
    return lexis_is_sign(lead, ':') || lexis_is_sign(lead, '-') || lexis_is_sign(lead, '(') || lexis_is_sign(lead, '<') || lexis_is_sign(lead, '>') || lexis_is_sign(lead, LEXEME_LINE) || lexis_is_word_of(lead, leads);
}

static bool is_mere_sign(const struct lexeme *lexeme)
{
    return lexeme->kind == LEXEME_SIGN && lexeme->sign != LEXEME_ADDRESS;
}

/* "[Sur la page du programme](…).": no word of the sentence stands outside the label. */
static bool fills_sentence(const struct hearing *hearing)
{
    const struct lexeme *items = hearing->lexis->items;
    size_t before = hearing->begin, after = hearing->end;
    if (before >= hearing->lexis->count)
        return false;
    int sentence = items[before].sentence;
    while (before > 0 && is_mere_sign(&items[before - 1]) && items[before - 1].sentence == sentence)
        before--;
    while (after < hearing->lexis->count && is_mere_sign(&items[after]) && items[after].sentence == sentence)
        after++;
    bool opens = before == 0 || items[before - 1].sentence != sentence, closes = after == hearing->lexis->count || items[after].sentence != sentence;
    return opens && closes;
}

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

/* "Une question ? Écrivez à [x]", "Journaliste ? …": what is asked right before says to whom the letter is open. */
static int said_in_question(const struct hearing *hearing)
{
    const struct lexis *lexis = hearing->lexis;
    size_t end = back_to(lexis, hearing->begin, 0);
    if (end == 0 || !lexis_is_sign(&lexis->items[end - 1], '?'))
        return 0;
    int said = link_terms_between(lexis, back_to(lexis, end - 1, 0), end, false);
    return said & LINK_OTHERS ? said | LINK_OTHERWISE : said;
}

/* What a label asks that begins with a verb and stands for itself: something of the reader's, or what the paragraph before it asks for.
 * Any other may be the title of a text: "Changer la ville". */
static int order_of(const struct said *said, const struct passages *passages, const struct passage *passage)
{
    bool itself = said->words <= LABEL_SHORT && said->apart && passage->block && passage->block->kind == BLOCK_PARAGRAPH;
    if (!said->order || !itself || (said->label & (STRONG | LINK_TELL | LINK_REPLAY)))
        return 0;
    if (said->own_order)
        return STRONG;
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
    struct hearing hearing = hear(article, link, passage, spots);
    said->sentence = link_terms_between(hearing.lexis, hearing.left, hearing.begin, false) | link_terms_between(hearing.lexis, hearing.end, hearing.right, false);
    said->sentence |= said->mail ? said_in_question(&hearing) : 0;
    said->near = link_terms_between(hearing.lexis, hearing.near, hearing.begin, false) | link_terms_between(hearing.lexis, hearing.end, hearing.near_end, false);
    said->button = link_terms_button(hearing.lexis, hearing.left, hearing.right, said->english);
    said->alone = link_spots_fills(passage, &spots[link - article->links]);
    said->apart = said->alone || fills_sentence(&hearing);
    said->label |= order_of(said, passages, passage);
    if (said->alone || (passage->intro && (said->sentence & STRONG) == 0))
        said->sentence |= said_before(passages, passage, said->english, &said->button);
    if (passage->above)
        listen_to_heading(passage->above, said);
    bool subject = is_subject(&hearing);
    said->led = is_led(&hearing, &said->prepared) && !subject;
    said->about = subject || (is_about(&hearing) && (said->sentence & STRONG) == 0);
    said->pointed = said->pointed || said->alone || said->prepared || is_address_pointed_at(&hearing);
}

/* "Contribuer" over "Accéder à la plateforme": the name of its field is what announces it. */
static void listen_to_field(struct arena *arena, const struct article *article, const struct link *link, struct said *said)
{
    if (said->label & STRONG)
        return;
    struct lexis lexis = lexis_read(arena, link_address_field(article, link));
    said->sentence = link_terms_between(&lexis, 0, lexis.count, true) & (STRONG | LINK_NEWS | LINK_QUESTION);
    said->near = said->sentence;
    said->button = link_terms_button(&lexis, 0, lexis.count, said->english);
    said->alone = said->apart = true;
}

/* "Si vous ne pouvez plus venir", "pour la presse": the condition governs all its sentence, the name only what asks for nothing else. */
static bool is_for_others(const struct said *said)
{
    if (said->label & STRONG)
        return false;
    int around = said->label | said->near | said->site | (said->mail ? said->sentence : 0);
    return (around & LINK_OTHERWISE) || ((around & LINK_OTHERS) && !(said->sentence & STRONG));
}

static bool is_aside(const struct said *said)
{
    bool answers = said->led && (said->near & LINK_APPLY); /* "répondez à [ces questions]" */
    /* "[Inscrivez-vous à la causerie](…) pour poser vos questions": the label asks for itself. */
    int beside = said->mail ? said->sentence : said->label & STRONG ? 0 : said->near;
    int asked = (answers ? 0 : said->label) | beside, near = said->label | said->near;
    bool over = (near & LINK_REPLAY) && ((said->label & LINK_REPLAY) || !(said->label & STRONG)), stream = ((said->label | said->sentence) & LINK_WATCH) != 0;
    return (asked & LINK_QUESTION) || is_for_others(said) || (over && !stream);
}

/* Never an action, or one that serves no fact. */
static void judge_use(const struct said *said, const struct link *link, struct link_words *words)
{
    int around = said->label | said->near | (said->heading & ~(LINK_REPLAY | LINK_QUESTION));
    if (said->mail && !(said->sentence & STRONG)) /* "envoyez votre CV ou un lien vers LinkedIn à …" asks for no subscription */
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
    int told = here || said->led ? said->sentence : apart ? said->sentence & STRONG : 0;
    int headed = here && leads_from_heading(said, apart) ? said->heading & STRONG : 0;
    if ((told & STRONG) || (headed && !(told & LINK_WATCH)))
        return LINK_ASKS;
    if (told & LINK_WATCH)
        return LINK_SHOWS;
    return is_paper(said, apart) || (told & told_by(said)) ? LINK_TELLS : LINK_SILENT;
}

static enum link_voice voice_of_label(const struct said *said)
{
    if (said->label & STRONG)
        return LINK_ASKS;
    return (said->label | said->site) & LINK_WATCH ? LINK_SHOWS : said->label & LINK_TELL ? LINK_TELLS : LINK_SILENT;
}

/* "la page", "en ligne": a part of its sentence, no label for a button. */
static bool is_part(const struct said *said, const struct link *link, const struct link_words *words)
{
    if (words->voice == LINK_SHOWS || (said->site & LINK_OTHERWISE) || !link->label || !islower((unsigned char)link->label[0]))
        return false;
    return words->voice == LINK_ASKS || (said->site & STRONG);
}

static const char *button_of(const struct said *said)
{
    if (said->label & STRONG)
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
    words.sentence_asks = (said.sentence & STRONG) != 0 && words.voice != LINK_SILENT;
    words.heading_asks = (said.heading & STRONG) != 0 && words.voice != LINK_SILENT;
    words.site_asks = (said.site & STRONG) != 0 && !words.home;
    int first = (said.label & STRONG) ? said.label : words.sentence_asks ? said.sentence : words.site_asks ? said.site : words.voice == LINK_ASKS ? said.heading : 0;
    if ((first & STRONG) == STRONG && (said.sentence & STRONG)) /* "Inscription : [formulaire]" */
        first &= said.sentence;
    words.apply = (first & LINK_APPLY) != 0;
    words.enrol = (first & LINK_ENROL) != 0;
    words.led_to = said.prepared && !said.about;
    words.watch = ((said.label | said.sentence | said.site) & LINK_WATCH) != 0;
    char *path = arena_copy_bytes(arena, link->url, strcspn(link->url, "?#"));
    words.document = file_has_suffix(path, document_suffixes);
    words.named_document = words.document && (said.label & (LINK_PAPER | LINK_SUBJECT | STRONG));
    return words;
}

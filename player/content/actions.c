#include "content/actions.h"

#include "base/arena.h"
#include "base/diag.h"
#include "content/article.h"
#include "content/link_address.h"
#include "content/link_spots.h"
#include "content/link_terms.h"
#include "content/links.h"
#include "content/nearness.h"

#include <string.h>

enum { LEAST_SCORE = 15, LEAST_TIE = 30, ACTIONS_MOST = 60, ONLY_FACT = 12, HEADING_MOST = 16, LETTER_SCORE = 45, SHORTENED = 60, TAKEN = 300, MARKED = 120, SECTIONS_APART = 6 };

struct picker {
    struct arena *arena;
    const struct article *article;
    const struct passages *passages;
    struct diags *diags;
    const struct link_spot *spots;
    struct candidate *items;
    size_t count;
};

static int score_of(const struct link *link, const struct link_words *words)
{
    static const int of_own_voice[] = {[LINK_TELLS] = 15, [LINK_SHOWS] = 25, [LINK_ASKS] = 50};
    static const int of_sentence[] = {[LINK_TELLS] = 15, [LINK_SHOWS] = 20, [LINK_ASKS] = 45};
    int score = words->own ? of_own_voice[words->voice] + (words->sentence_asks ? 25 : 0) : of_sentence[words->voice];
    score += link->flags & LINK_IMPORTANT ? 40 : 0;
    score += link->flags & LINK_BUTTON ? 40 : 0;
    score += link->flags & LINK_FIELD ? 20 : 0;
    score += words->heading_asks ? 15 : 0;
    score += words->site_asks ? 40 : 0;
    score -= words->document ? words->named_document ? 0 : 30 : 0;
    score -= words->shortener ? SHORTENED : 0;
    return score;
}

/* "jusqu'au 15 octobre sur [son site]". */
static bool leads_on(const struct served *served, const struct candidate *candidate)
{
    bool beside = served->passage && served->passage == candidate->passage && served->kind == ACTION_FOR_DEADLINE;
    return beside && !candidate->words.aside && link_spots_leads_on(candidate->passage, candidate->spot, served->offset);
}

/* "Mardi 3 mai, causerie, [lien d'accès]", "une causerie [le mardi 3 mai à 18h]": the label says nothing but what its sentence does, or the day itself. */
static bool stands_for(const struct served *served, const struct candidate *candidate)
{
    bool beside = served->passage && served->passage == candidate->passage && !candidate->words.aside && !candidate->words.where;
    if (!beside || candidate->words.home)
        return false;
    bool says_same = candidate->words.here && !candidate->words.mail && link_spots_opens_clause(candidate->passage, candidate->spot);
    return link_spots_holds(candidate->spot, served->offset) || (says_same && link_spots_shares_sentence(served->passage, candidate->spot, served->offset));
}

/* The passage right below, unless it is a heading: that begins something else. */
static bool is_next(const struct passage *fact, const struct passage *link)
{
    return link->index == fact->index + 1 && link->role == fact->role && link->block && link->block->kind != BLOCK_HEADING;
}

/* The link is the name of what a date in its line is about, or the heading over it, or alone right below it. */
static bool names_fact(const struct served *served, const struct candidate *candidate)
{
    const struct link_words *words = &candidate->words;
    bool leads = leads_on(served, candidate) || stands_for(served, candidate);
    if (leads || !served->passage || !candidate->passage || words->where || words->document || words->aside || words->home)
        return leads;
    if (served->passage == candidate->passage)
        return link_spots_fills(candidate->passage, candidate->spot) || link_spots_names_line(candidate->passage, candidate->spot, served->offset) ||
               (served->kind == ACTION_FOR_EVENT && link_spots_stands_by(candidate->passage, candidate->spot, served->offset));
    return (is_next(served->passage, candidate->passage) || served->passage->above == candidate->passage) && link_spots_fills(candidate->passage, candidate->spot);
}

static struct candidate candidate_of(struct picker *picker, const struct link *link)
{
    const struct article *article = picker->article;
    struct candidate candidate = {.link = link, .spot = &picker->spots[link - article->links], .passage = passages_of_link(picker->passages, article, link)};
    candidate.words = links_words(picker->arena, article, link, picker->passages, candidate.passage, picker->spots);
    candidate.score = score_of(link, &candidate.words);
    return candidate;
}

static void keep(struct picker *picker, struct candidate candidate)
{
    candidate.url = link_address(picker->arena, picker->article, candidate.link, picker->diags);
    if (!candidate.url || picker->count == ACTIONS_MOST)
        return;
    candidate.label = candidate.words.button ? candidate.words.button : link_address_label(picker->arena, candidate.link);
    candidate.page = picker->count;
    for (size_t i = 0; i < picker->count && candidate.page == picker->count; i++)
        if (link_address_same(picker->items[i].url, candidate.url))
            candidate.page = picker->items[i].page;
    picker->items[picker->count++] = candidate;
}

static void consider(struct picker *picker, const struct candidate *candidate)
{
    if (candidate->score >= LEAST_SCORE && !candidate->words.shortener && !candidate->words.idle)
        keep(picker, *candidate);
}

/* Shortened addresses only stand in where the page has none of its own for the same: `own`, the uses of those that it has. */
static void consider_shortened(struct picker *picker, const struct candidate *candidate, struct link_words own, bool alone)
{
    bool other = candidate->words.voice == LINK_ASKS && !(candidate->words.apply && own.apply) && !(candidate->words.enrol && own.enrol);
    if (candidate->words.shortener && candidate->score + SHORTENED >= LEAST_SCORE && !candidate->words.idle && (alone || other))
        keep(picker, *candidate);
}

static void consider_all_shortened(struct picker *picker, const struct candidate *all)
{
    struct link_words own = {0};
    bool alone = picker->count == 0;
    for (size_t i = 0; i < picker->count; i++) {
        own.apply |= picker->items[i].words.apply;
        own.enrol |= picker->items[i].words.enrol;
    }
    for (size_t i = 0; i < picker->article->link_count; i++)
        consider_shortened(picker, &all[i], own, alone);
}

/* A line of the body that is nothing but the link: "👉 Préparer ma visite", of a page about one thing. */
static bool is_alone(const struct candidate *candidate)
{
    const struct link_words *words = &candidate->words;
    bool body = candidate->passage && candidate->passage->role == PASSAGE_BODY && candidate->passage->block && candidate->passage->block->kind == BLOCK_PARAGRAPH;
    return body && link_spots_fills(candidate->passage, candidate->spot) && !words->where && !words->document && !words->aside && !words->home;
}

/* The sentence of the link says until when. */
static bool is_due(const struct candidate *candidate, const struct served *served, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (served[i].passage == candidate->passage && served[i].kind == ACTION_FOR_DEADLINE && link_spots_shares_sentence(candidate->passage, candidate->spot, served[i].offset))
            return true;
    return false;
}

/* "Merci de signaler votre venue à [a@b.fr]", "au plus tard le 3 mai, par courriel à [a@b.fr]": whom to write to, of a page that asks for it. */
static void consider_letter(struct candidate *candidate, const struct served *served, size_t count)
{
    struct link_words *words = &candidate->words;
    if (!words->mail || words->idle || !candidate->passage || (words->aside ? !words->yours : candidate->score >= LEAST_SCORE))
        return;
    bool due = is_due(candidate, served, count);
    if (!due && (words->aside || !link_spots_is_asked(candidate->passage, candidate->spot)))
        return;
    words->voice = LINK_ASKS;
    words->apply |= due;
    words->aside = false;
    candidate->score = LETTER_SCORE;
}

/* A link that says nothing of itself, and yet is what a date is about. */
static void consider_name(struct picker *picker, const struct candidate *candidate, const struct served *served, size_t count)
{
    if (candidate->score >= LEAST_SCORE || candidate->words.shortener || candidate->words.idle)
        return;
    bool names = count == 1 && is_alone(candidate);
    for (size_t i = 0; i < count && !names; i++)
        names = names_fact(&served[i], candidate);
    if (names)
        keep(picker, *candidate);
}

/* "Faites-nous signe sur [ce pad]": no word asks, but it is the only page to which the article leads. */
static void consider_sole(struct picker *picker, const struct candidate *all, const struct served *served)
{
    const struct candidate *sole = NULL;
    for (size_t i = 0; i < picker->article->link_count; i++) {
        if (all[i].words.idle || all[i].words.where || all[i].words.shortener)
            continue;
        if (sole)
            return;
        sole = &all[i];
    }
    if (!sole || !sole->passage || sole->passage->role != PASSAGE_BODY || !served->passage)
        return;
    const struct link_words *words = &sole->words;
    if (!words->led_to || words->document || words->aside || words->home || strncmp(sole->link->url, "http", 4) != 0)
        return;
    struct candidate candidate = *sole;
    candidate.sole = true;
    keep(picker, candidate);
}

/* The link follows the date at once, and is nothing else, or the date stands over it like a heading. */
static bool is_right_below(const struct passage *fact, const struct candidate *candidate)
{
    const struct passage *link = candidate->passage;
    return link && link->role == fact->role && link->index == fact->index + 1 && (link_spots_fills(link, candidate->spot) || fact->lexis.count <= HEADING_MOST);
}

static bool shares_list(const struct passage *one, const struct passage *other)
{
    return one && other && one != other && one->block && other->block && one->block->list && one->block->list == other->block->list;
}

/* A list of dates, and the link in an item that is not the fact's. */
static bool is_of_other_item(const struct served *all, size_t count, size_t index, const struct candidate *candidate)
{
    if (!shares_list(all[index].passage, candidate->passage))
        return false;
    for (size_t i = 0; i < count; i++)
        if (i != index && all[i].kind == all[index].kind && shares_list(all[i].passage, all[index].passage))
            return true;
    return false;
}

/* "Dernier jour pour [répondre à l'enquête]": what is handed in until the day of its sentence is no way to another day. */
static bool is_of_deadline(const struct served *own, const struct served *other, const struct candidate *candidate)
{
    bool handed = candidate->words.own && candidate->words.apply && !candidate->words.enrol && other->kind == ACTION_FOR_DEADLINE && own->kind == ACTION_FOR_EVENT;
    return handed && other->passage == candidate->passage && link_spots_shares_sentence(other->passage, candidate->spot, other->offset);
}

/* A link in the passage, box or section of another fact of the same kind is that one's. */
static bool is_taken(const struct served *all, size_t count, size_t index, const struct candidate *candidate, int own)
{
    for (size_t i = 0; i < count; i++) {
        if (all[i].passage && is_of_deadline(&all[index], &all[i], candidate))
            return true;
        if (candidate->words.all || i == index || all[i].kind != all[index].kind || !all[i].passage || nearness_is_below_both(all[i].passage, all[index].passage, candidate->passage))
            continue;
        int near = nearness(&all[i], candidate);
        if (near > own && (near >= LEAST_TIE || is_right_below(all[i].passage, candidate)))
            return true;
    }
    return false;
}

/* One enrols there for the event, not for what ends. */
static bool is_of_event(const struct served *served, const struct candidate *candidate)
{
    bool field = (candidate->link->flags & LINK_FIELD) && (candidate->words.own || (served->said & LINK_ENROL));
    return !candidate->words.apply && !field;
}

/* `calls`: the article has a deadline, which what one hands in goes with; `meets`: it has an event, to which one enrols. */
static int wording(const struct served *served, const struct candidate *candidate, bool calls, bool meets)
{
    const struct link_words *words = &candidate->words;
    if (served->kind == ACTION_FOR_DEADLINE)
        return (words->apply ? 30 : 0) + (!words->enrol ? 0 : meets && is_of_event(served, candidate) ? -5 : 15) - (words->watch && !words->apply ? 40 : 0);
    return (words->enrol ? 40 : 0) + (words->watch ? 15 : 0) - (words->apply && !words->enrol ? calls ? 60 : 15 : 0);
}

/* Of several facts (`several`) none is served from under another heading, unless that one is about enrolling; a fact alone not from far, nor
 * by what stands beside a date. */
static bool is_of_another_section(const struct served *served, const struct candidate *candidate, bool several)
{
    if (candidate->words.heading_asks || !nearness_is_under_another(served->passage, candidate->passage))
        return false;
    return several || candidate->dated || nearness_distance(served->passage, candidate->passage) > SECTIONS_APART;
}

/* What tells of something is believed to tell of this only from close by; a whole site hardly ever does. */
static int doubt(const struct served *served, const struct candidate *candidate, bool several)
{
    const struct link_words *words = &candidate->words;
    if (candidate->link->flags & (LINK_BUTTON | LINK_IMPORTANT))
        return 0;
    bool close = served->passage && served->passage == candidate->passage;
    /* One hands in on a whole site, and does not go to an event there. */
    int site = words->voice == LINK_ASKS && served->kind == ACTION_FOR_DEADLINE ? 15 : 60;
    int whole = words->home && !(words->own && words->voice == LINK_ASKS) ? site : 0;
    return whole + (is_of_another_section(served, candidate, several) ? 80 : 0) + (words->loose && !close ? 60 : 0);
}

/* 1: the label names the session of this fact; -1: that of another; 0: none. */
static int whose(const struct served *served, const struct candidate *candidate)
{
    return served->passage && candidate->passage ? link_spots_whose(candidate->passage, candidate->spot, served->passage, served->offset) : 0;
}

/* What the fact itself says of the way to it speaks against this one: nobody can enrol yet, the link will be sent; the prize is given to
 * those who took part long before. */
static bool is_denied(const struct served *served, const struct candidate *candidate)
{
    const struct link_words *words = &candidate->words;
    if (served->kind != ACTION_FOR_EVENT || !served->passage || served->passage == candidate->passage)
        return false;
    bool before = !candidate->passage || candidate->passage->index < served->passage->index;
    bool entered = words->apply || (before && words->enrol && served->passage->role == PASSAGE_BODY);
    return ((served->said & LINK_LATER) && words->voice == LINK_ASKS) || ((served->said & LINK_SENT) && words->watch && !words->enrol) || ((served->said & LINK_AWARD) && entered);
}

/* What is over, what is another session's, a stream where something is to be handed in, a mere name elsewhere: whatever stands near. */
static bool is_out(const struct served *served, const struct candidate *candidate, bool names)
{
    const struct link_words *words = &candidate->words;
    bool stream = words->voice == LINK_SHOWS && served->kind == ACTION_FOR_DEADLINE;
    return words->aside || stream || whose(served, candidate) < 0 || is_denied(served, candidate) || (candidate->score < LEAST_SCORE && !names && !words->shortener);
}

/* Where there is one fact alone, what tells of something further down tells of it. */
static bool tells_of_only(const struct served *served, size_t count, const struct candidate *candidate)
{
    enum link_voice voice = candidate->words.voice;
    return count == 1 && served->passage != candidate->passage && voice != LINK_ASKS && voice != LINK_SILENT;
}

static size_t count_of(const struct served *all, size_t count, enum action_for kind)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += all[i].kind == kind;
    return found;
}

static void tie(struct picker *picker, struct served *all, size_t count, size_t index)
{
    struct served *served = &all[index];
    int best = LEAST_TIE - 1;
    bool calls = count_of(all, count, ACTION_FOR_DEADLINE) > 0, meets = count_of(all, count, ACTION_FOR_EVENT) > 0, several = count_of(all, count, served->kind) > 1;
    served->action = -1;
    for (size_t i = 0; i < picker->count; i++) {
        struct candidate *candidate = &picker->items[i];
        bool names = candidate->sole || names_fact(served, candidate);
        if (is_out(served, candidate, names) || is_of_other_item(all, count, index, candidate))
            continue;
        int near = nearness(served, candidate) + (names ? 40 : 0) + (stands_for(served, candidate) ? 40 : 0) + (tells_of_only(served, count, candidate) ? ONLY_FACT : 0);
        int score = candidate->score / 2 + near + wording(served, candidate, calls, meets) - doubt(served, candidate, several);
        if (whose(served, candidate) > 0)
            score += MARKED;
        else if (is_taken(all, count, index, candidate, near))
            score -= TAKEN;
        if (score > best) {
            best = score;
            served->action = (int)i;
        }
    }
}

static enum action_for guess(const struct candidate *candidate)
{
    if (candidate->words.apply)
        return ACTION_FOR_DEADLINE;
    return candidate->words.enrol || candidate->words.watch ? ACTION_FOR_EVENT : ACTION_FOR_NONE;
}

/* One action a page: the first of its candidates stands for it, with the label of the one that says most. */
static void join(struct picker *picker, struct served *served, size_t count)
{
    for (size_t i = 0; i < picker->count; i++) {
        struct candidate *other = &picker->items[i], *page = &picker->items[other->page];
        if (other->score > page->score)
            page->label = other->label;
        if (other->score > page->score)
            page->score = other->score;
    }
    for (size_t i = 0; i < count; i++) {
        if (served[i].action < 0)
            continue;
        served[i].action = (int)picker->items[served[i].action].page;
        struct candidate *page = &picker->items[served[i].action];
        if (!page->serves_any)
            page->serves = served[i].kind;
        page->serves_any = true;
    }
}

/* Those that serve a fact first, each group by its score; the facts' indices follow. */
static struct action *order(struct picker *picker, struct served *served, size_t count, const bool *has_kind, size_t *action_count)
{
    struct action *actions = arena_alloc(picker->arena, (picker->count + 1) * sizeof *actions);
    int *places = arena_alloc(picker->arena, (picker->count + 1) * sizeof *places);
    *action_count = 0;
    for (size_t i = 0; i < picker->count; i++) {
        const struct candidate *candidate = &picker->items[i];
        if (candidate->page != i)
            continue;
        for (size_t k = 0; k < picker->count; k++) {
            const struct candidate *other = &picker->items[k];
            int mine = candidate->score + (candidate->serves_any ? 1000 : 0), theirs = other->score + (other->serves_any ? 1000 : 0);
            places[i] += other->page == k && (theirs > mine || (theirs == mine && k < i));
        }
        enum action_for serves = candidate->serves_any ? candidate->serves : guess(candidate);
        actions[places[i]] = (struct action){.label = candidate->label, .url = candidate->url, .line = candidate->link->line,
                                             .serves = has_kind[serves] ? serves : ACTION_FOR_NONE};
        ++*action_count;
    }
    for (size_t i = 0; i < count; i++)
        if (served[i].action >= 0)
            served[i].action = places[served[i].action];
    return actions;
}

static void listen_to_facts(struct picker *picker, struct served *served, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        served[i].said = served[i].passage ? link_spots_said_of(served[i].passage, served[i].offset) : 0;
        for (size_t k = 0; k < picker->count; k++)
            picker->items[k].dated |= served[i].passage && served[i].passage == picker->items[k].passage;
    }
}

struct action *actions_find(struct arena *arena, const struct article *article, const struct passages *passages, struct served *served,
                            size_t count, struct diags *diags, size_t *action_count)
{
    struct picker picker = {.arena = arena, .article = article, .passages = passages, .diags = diags};
    bool has_kind[3] = {true, false, false};
    picker.spots = link_spots_of(arena, article);
    picker.items = arena_alloc(arena, ACTIONS_MOST * sizeof *picker.items);
    struct candidate *all = arena_alloc(arena, (article->link_count + 1) * sizeof *all);
    for (size_t i = 0; i < article->link_count; i++)
        all[i] = candidate_of(&picker, &article->links[i]);
    for (size_t i = 0; i < article->link_count && count > 0; i++)
        consider_letter(&all[i], served, count);
    for (size_t i = 0; i < article->link_count; i++)
        consider(&picker, &all[i]);
    for (size_t i = 0; i < article->link_count && count > 0; i++)
        consider_name(&picker, &all[i], served, count);
    consider_all_shortened(&picker, all);
    if (picker.count == 0 && count > 0)
        consider_sole(&picker, all, served);
    listen_to_facts(&picker, served, count);
    for (size_t i = 0; i < count; i++) {
        tie(&picker, served, count, i);
        has_kind[served[i].kind] = true;
    }
    join(&picker, served, count);
    return order(&picker, served, count, has_kind, action_count);
}

#include "content/actions.h"

#include "base/arena.h"
#include "base/diag.h"
#include "content/article.h"
#include "content/links.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_SCORE = 15, LEAST_TIE = 30, ACTIONS_MOST = 40, NEAR_BLOCKS = 4 };

/* A link that may be an action. */
struct candidate {
    struct link_words words;
    const struct link *link;
    const struct passage *passage;
    const char *url;
    const char *label;
    int score;
    bool serves_any;
    enum action_for serves;
};

struct picker {
    struct arena *arena;
    const struct article *article;
    const struct passages *passages;
    struct diags *diags;
    const size_t *offsets; /* of the labels in their passages */
    struct candidate *items;
    size_t count;
};

static int score_of(const struct link *link, const struct link_words *words)
{
    int score = 0;
    score += link->flags & LINK_IMPORTANT ? 40 : 0;
    score += link->flags & LINK_BUTTON ? 40 : 0;
    score += link->flags & LINK_FIELD ? 20 : 0;
    score += words->label_strong ? 50 : words->label_weak ? 15 : 0;
    score += words->sentence_strong ? 25 : words->sentence_weak ? 15 : 0;
    score += words->heading_strong ? 15 : 0;
    score += words->host_strong ? 40 : 0;
    score -= words->document ? 30 : 0;
    score -= words->elsewhere ? 60 : 0;
    score -= words->newsletter ? 60 : 0;
    return score;
}

/* The same page linked twice is one action: the better one stays, with a label if either has one. */
static bool is_double(struct picker *picker, const struct candidate *candidate)
{
    for (size_t i = 0; i < picker->count; i++) {
        struct candidate *other = &picker->items[i];
        if (!links_same(other->url, candidate->url))
            continue;
        bool better = candidate->score > other->score;
        const char *label = better ? candidate->label : other->label;
        if (better)
            *other = *candidate;
        other->label = label;
        return true;
    }
    return false;
}

static void consider(struct picker *picker, const struct link *link, bool elsewhere)
{
    struct candidate candidate = {.link = link, .passage = passages_of_link(picker->passages, picker->article, link)};
    candidate.words = links_words(picker->arena, link, candidate.passage, picker->offsets[link - picker->article->links]);
    candidate.score = score_of(link, &candidate.words);
    /* Networks and shorteners only stand in where the page has nothing of its own. */
    if (candidate.score + (elsewhere ? 60 : 0) < LEAST_SCORE || candidate.words.elsewhere != elsewhere)
        return;
    candidate.url = links_address(picker->arena, picker->article, link, picker->diags);
    if (!candidate.url)
        return;
    candidate.label = links_label(picker->arena, link);
    if (!is_double(picker, &candidate) && picker->count < ACTIONS_MOST)
        picker->items[picker->count++] = candidate;
}

static int distance(const struct passage *one, const struct passage *other)
{
    return abs((int)one->index - (int)other->index);
}

static int box_of(const struct passage *passage)
{
    return passage->block ? passage->block->box : 0;
}

/* The fact or the link stands in the front matter: fields go together. */
static int nearness_of_fields(const struct served *served, const struct candidate *candidate)
{
    if (served->passage && served->passage == candidate->passage)
        return 60;
    return served->kind == ACTION_FOR_EVENT && (candidate->link->flags & LINK_FIELD) ? 35 : 0;
}

static int nearness_of_boxes(const struct passage *fact, const struct passage *link)
{
    if (box_of(fact) && box_of(link))
        return box_of(fact) == box_of(link) ? 50 : -100;
    return box_of(fact) || box_of(link) ? -30 : 0;
}

/* How near a link stands to a fact: the same passage, box, section, the lines below. */
static int nearness(const struct served *served, const struct candidate *candidate)
{
    const struct passage *fact = served->passage, *link = candidate->passage;
    if (!link || !fact || fact->role != PASSAGE_BODY || link->role != fact->role)
        return nearness_of_fields(served, candidate);
    int score = nearness_of_boxes(fact, link) + (fact == link ? 70 : 0);
    if (fact->above && (link->above == fact->above || link->above == fact))
        score += 30;
    int apart = distance(fact, link);
    if (apart <= NEAR_BLOCKS)
        score += (link->index >= fact->index ? 15 : 8) - 2 * apart;
    return score;
}

/* A link in the passage, box or section of another fact of the same kind is that one's. */
static bool is_taken(const struct served *all, size_t count, size_t index, const struct candidate *candidate, int own)
{
    for (size_t i = 0; i < count; i++)
        if (i != index && all[i].kind == all[index].kind && all[i].passage && nearness(&all[i], candidate) > own && nearness(&all[i], candidate) >= 30)
            return true;
    return false;
}

static int wording(const struct served *served, const struct candidate *candidate)
{
    const struct link_words *words = &candidate->words;
    if (served->kind == ACTION_FOR_DEADLINE)
        return (words->apply ? 30 : 0) + (words->enrol ? 15 : 0) - (words->watch ? 20 : 0);
    return (words->enrol ? 30 : 0) + (words->watch ? 15 : 0) - (words->apply && !words->enrol ? 15 : 0);
}

static void tie(struct picker *picker, struct served *all, size_t count, size_t index)
{
    struct served *served = &all[index];
    int best = LEAST_TIE - 1;
    served->action = -1;
    for (size_t i = 0; i < picker->count; i++) {
        struct candidate *candidate = &picker->items[i];
        int near = nearness(served, candidate);
        int score = candidate->score / 2 + near + wording(served, candidate);
        if (is_taken(all, count, index, candidate, near))
            score -= 80;
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

/* Those that serve a fact first, each group by its score; the facts' indices follow. */
static struct action *order(struct picker *picker, struct served *served, size_t count, bool *has_kind)
{
    struct action *actions = arena_alloc(picker->arena, (picker->count + 1) * sizeof *actions);
    int *places = arena_alloc(picker->arena, (picker->count + 1) * sizeof *places);
    for (size_t i = 0; i < picker->count; i++) {
        const struct candidate *candidate = &picker->items[i];
        places[i] = 0;
        for (size_t k = 0; k < picker->count; k++) {
            const struct candidate *other = &picker->items[k];
            int mine = candidate->score + (candidate->serves_any ? 1000 : 0), theirs = other->score + (other->serves_any ? 1000 : 0);
            places[i] += theirs > mine || (theirs == mine && k < i);
        }
        enum action_for serves = candidate->serves_any ? candidate->serves : guess(candidate);
        actions[places[i]] = (struct action){.label = candidate->label, .url = candidate->url, .line = candidate->link->line,
                                             .serves = has_kind[serves] ? serves : ACTION_FOR_NONE};
    }
    for (size_t i = 0; i < count; i++)
        if (served[i].action >= 0)
            served[i].action = places[served[i].action];
    return actions;
}

struct action *actions_find(struct arena *arena, const struct article *article, const struct passages *passages, struct served *served,
                            size_t count, struct diags *diags, size_t *action_count)
{
    struct picker picker = {.arena = arena, .article = article, .passages = passages, .diags = diags};
    bool has_kind[3] = {true, false, false};
    picker.offsets = links_offsets(arena, article);
    picker.items = arena_alloc(arena, ACTIONS_MOST * sizeof *picker.items);
    for (size_t i = 0; i < article->link_count; i++)
        consider(&picker, &article->links[i], false);
    for (size_t i = 0; i < article->link_count && picker.count == 0; i++)
        consider(&picker, &article->links[i], true);
    for (size_t i = 0; i < count; i++) {
        tie(&picker, served, count, i);
        has_kind[served[i].kind] = true;
        if (served[i].action < 0)
            continue;
        struct candidate *candidate = &picker.items[served[i].action];
        if (!candidate->serves_any)
            candidate->serves = served[i].kind;
        candidate->serves_any = true;
    }
    *action_count = picker.count;
    return order(&picker, served, count, has_kind);
}

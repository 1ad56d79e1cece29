#include "content/nearness.h"

#include "content/actions.h"
#include "content/article.h"
#include "content/link_spots.h"
#include "content/passages.h"

#include <stdlib.h>
#include <string.h>

/* In passages. */
enum { NEAR_BLOCKS = 4 };

int nearness_distance(const struct passage *one, const struct passage *other)
{
    return abs((int)one->index - (int)other->index);
}

static int box_of(const struct passage *passage)
{
    return passage->block ? passage->block->box : 0;
}

/* The fact or the link stands in the front matter: fields go together, and are the event's. */
static int nearness_of_fields(const struct served *served, const struct candidate *candidate)
{
    if (served->passage && served->passage == candidate->passage)
        return 60;
    if ((candidate->link->flags & LINK_FIELD) == 0)
        return 0;
    return served->kind == ACTION_FOR_EVENT ? 35 : candidate->words.apply ? 0 : -15;
}

/* A box is a matter of its own, unless it follows at once. */
static int nearness_of_boxes(const struct passage *fact, const struct passage *link)
{
    if (box_of(fact) && box_of(link))
        return box_of(fact) == box_of(link) ? 50 : -100;
    bool follows = box_of(link) && link->index == fact->index + 1;
    return (box_of(fact) || box_of(link)) && !follows ? -30 : 0;
}

/* No new line between the date and the link. */
static bool is_in_line(const struct served *served, const struct candidate *candidate)
{
    size_t link = candidate->spot->begin, date = served->offset, first = link < date ? link : date, last = link < date ? date : link;
    return memchr(served->passage->text + first, '\n', last - first) == NULL;
}

int nearness(const struct served *served, const struct candidate *candidate)
{
    const struct passage *fact = served->passage, *link = candidate->passage;
    if (!link || !fact || fact->role != PASSAGE_BODY || link->role != fact->role)
        return nearness_of_fields(served, candidate);
    int score = nearness_of_boxes(fact, link) + (fact != link ? 0 : is_in_line(served, candidate) ? 70 : 50);
    if (fact->above && (link->above == fact->above || link->above == fact))
        score += 30;
    int apart = nearness_distance(fact, link);
    if (apart <= NEAR_BLOCKS)
        score += (link->index >= fact->index ? 15 : 8) - 2 * apart;
    return score;
}

bool nearness_is_below_both(const struct passage *one, const struct passage *other, const struct passage *link)
{
    return one && other && link && one->block && other->block && one->block->list && one->block->list == other->block->list && link->index > one->index &&
           link->index > other->index && link->block && link->block->list != one->block->list;
}

bool nearness_is_under_another(const struct passage *fact, const struct passage *link)
{
    if (!fact || !link || !link->above || link->role != fact->role)
        return false;
    for (const struct passage *heading = fact->above; heading; heading = heading->above)
        if (heading == link->above)
            return false;
    for (const struct passage *heading = link->above; heading; heading = heading->above)
        if (heading == fact || heading == fact->above)
            return false;
    return true;
}

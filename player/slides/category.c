#include "slides/category.h"

#include "content/article.h"
#include "slides/cut.h"
#include "slides/maker.h"

#include <stddef.h>
#include <string.h>

/* Beginnings of words. "Événement" is no news on an event slide: it says so itself. */
static const char *const event_words[] = {"rencontre", "meetup", "atelier", "formation", "webinaire", "hackathon", "conference", "micro-conference",
                                          "table ronde", "seminaire", "salon", "forum", "exposition", "visite", "colloque", "portes ouvertes", "concert",
                                          "spectacle", "projection", "debat", "journee", "permanence", "reunion", "festival", "cafe", "stage",
                                          "workshop", "talk", "webinar", "exhibition", "meeting", "training", NULL};
static const char *const call_words[] = {"appel", "consultation", "concours", "inscription", "recrutement", "offre", "hackathon", "enquete", "concertation",
                                         "call", "vacancy", "survey", NULL};

static const char *first_of(const struct maker *maker, const char *const *table)
{
    const struct article *article = maker->article;
    for (size_t i = 0; article && i < article->category_count; i++) {
        const char *folded = cut_fold(maker->arena, article->categories[i]);
        for (size_t k = 0; table[k]; k++)
            if (strncmp(folded, table[k], strlen(table[k])) == 0)
                return article->categories[i];
    }
    return NULL;
}

const char *category_of_event(const struct maker *maker)
{
    return first_of(maker, event_words);
}

const char *category_of_call(const struct maker *maker)
{
    return first_of(maker, call_words);
}

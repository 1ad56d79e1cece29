/* What a clause denies or puts under a proviso: "inutile de s'inscrire avant le 3 mai", "pas de cours le 3 mai à 18h", "en cas de pluie, dimanche
 * 5 mai". It knows the words of denial and how far they reach; what the day says without them is for verdict.c. */
#ifndef PARVIS_CONTENT_DENIALS_H
#define PARVIS_CONTENT_DENIALS_H

#include <stdbool.h>

struct question;

/* "Vous n'avez pas à répondre avant le 3 mai", "impossible de voter avant le 3 mai": nothing is asked for until that day; "nous
 * vous répondrons avant le 3 mai": something is promised. */
bool denials_frees(const struct question *question);

/* "n'est pas le 24 novembre, mais le …": the sentence denies something before the day. */
bool denials_stand_before(const struct question *question);

/* "Pas de messe dimanche 3 mai à 10h30", "aucun concert": what would take place does not. */
bool denials_of_event(const struct question *question);

/* "reporté au dimanche 17 mars en cas de pluie", "avancé au 19 mai s'il fait trop chaud": a proviso follows the new day in its clause. */
bool denials_is_condition_behind(const struct question *question);

/* "En cas de pluie : dimanche 5 mai", "(report au 5 mai si pluie)": the day stands in only for another. */
bool denials_is_proviso(const struct question *question);

/* "La veille du concert, soit le vendredi 11 avril", "à la veille du 8 mars": the event only says which day it is beside, or the day which event. */
bool denials_is_day_beside(const struct question *question);

#endif

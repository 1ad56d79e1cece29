/* The words that French and English texts name places with, as tables: kinds of houses, towns, streets, what ends a name.
 * It knows words only; how a place is put together from them is for venue.c. */
#ifndef PARVIS_CONTENT_VENUE_WORDS_H
#define PARVIS_CONTENT_VENUE_WORDS_H

/* All words are folded (see lexis.h); a list ends with NULL. Entries with blanks are several words in a row. */
extern const char *const venue_words_houses[];     /* a place of its own accord: "palais" */
extern const char *const venue_words_official[];   /* in small letters, and part of a name: "nationale" */
extern const char *const venue_words_stages[];     /* of those, where what they propose takes place: "mediatheque" */
extern const char *const venue_words_loose[];      /* the same, but only beside a name in capitals: "espace" */
extern const char *const venue_words_epithets[];   /* before the noun of a house: "grand" */
extern const char *const venue_words_grounds[];    /* before "de" and a house, they belong to it: "cour", "toit" */
extern const char *const venue_words_played[];     /* of those, what is also the name of something that takes place: "theatre" */
extern const char *const venue_words_sole[];       /* enough without a word behind it, for every town has but one: "mairie" */
extern const char *const venue_words_rooms[];      /* behind the comma of a place: where in it: "salle" */
extern const char *const venue_words_streets[];    /* "rue" */
extern const char *const venue_words_ways[];       /* the same, but only behind a number: "cours" */
extern const char *const venue_words_towns[];      /* the largest of France; any other needs a preposition and a date beside it */
extern const char *const venue_words_before[];     /* prepositions of a place: "au" */
extern const char *const venue_words_articles[];
extern const char *const venue_words_links[];      /* within a name: "de" */
extern const char *const venue_words_stops[];      /* a name ends before them: "pour" */
extern const char *const venue_words_not_after[];  /* before "à": what follows is no place: "initiation à" */
extern const char *const venue_words_not_names[];  /* in capitals behind "au", and yet none: "Forum" */
extern const char *const venue_words_lands[];      /* behind "au", "à la", and no house: "Havre", "Réunion" */
extern const char *const venue_words_hosts[];      /* of `not_names`, those that have a house when an address or a town stands behind: "Conseil" */
extern const char *const venue_words_bracketed[];  /* begins a bracket that belongs to its place: "metro" */
extern const char *const venue_words_noise[];      /* behind a sign: no part of the place: "inscription" */
extern const char *const venue_words_unknown[];    /* a place that is still to be said: "a preciser" */
extern const char *const venue_words_modes[];      /* ways to take part: "visioconference" */
extern const char *const venue_words_remote[];     /* those from afar: "en ligne" */
extern const char *const venue_words_online[];     /* before "en ligne": it is the event that is so: "entierement" */
extern const char *const venue_words_labels[];     /* "lieu" */
extern const char *const venue_words_label_fill[]; /* beside them in a label: "et", "date" */
extern const char *const venue_words_errands[];  /* what is done elsewhere than at the event: "inscription" */
extern const char *const venue_words_anew[];       /* before the place that holds instead of another: "finalement" */
extern const char *const venue_words_denied[];     /* before a place where it is not, and "mais": "aura pas lieu" */
extern const char *const venue_words_held[];       /* something takes place: "auront lieu" */

#endif

/* The words of a language that dates are made of, as tables: what a month is called, what announces a deadline, what is none.
 * It knows words only; how they are put together is for dates.c, times.c and readings.c. A new language is a new table. */
#ifndef PARVIS_CONTENT_GRAMMAR_H
#define PARVIS_CONTENT_GRAMMAR_H

#include "content/cue_kinds.h"
#include "content/denial_words.h"
#include "content/grammar_rows.h"
#include "content/request_words.h"

#include <stdbool.h>

/* Tables end with a NULL word. */
struct grammar {
    const char *language;
    const struct grammar_word *months;    /* 1-12; "janv" matches with or without its full stop */
    const struct grammar_word *weekdays;  /* 0 = Sunday */
    const struct grammar_word *weekday_letters; /* with a full stop and a number behind it: "ma." */
    const struct grammar_word *days;      /* "premier" = 1 */
    const struct grammar_word *instants;  /* minutes after midnight: "midi" = 720, "minuit" = 1440 */
    const struct grammar_word *halves;    /* minutes behind "et": "demi" = 30, "quart" = 15 */
    const struct grammar_word *feasts, *counts; /* days that name a feast, month and day as one number: 714; hours in words, summed up: "dix" "sept" */
    const struct grammar_word *minutes;   /* minutes in words: "trente", "quarante cinq" */
    const char *const *ordinals;          /* glued to a day: "er", "th" */
    const char *const *hours;             /* behind a number: "h", "heures" */
    const struct grammar_word *meridiem;  /* "am" = 0, "pm" = 720; empty where nobody says so */
    const struct grammar_word *day_halves; /* behind an hour, several words: "du matin" = 0, "du soir" = 720 */
    const char *const *welcomes, *const *doors, *const *preparing, *const *setting_up, *const *shut_for; /* before an hour that is not yet that of the beginning: "accueil"; ... wherever an hour of another thing follows soon: "portes"; stems: who prepares what takes place, "exposant", what they do, "installation", and what is shut for it, "circulation" */
    const char *const *besides;           /* beside an hour that is of something else than the beginning: "dejeuner", "navette", "retour" */
    const char *const *to;                /* between two ends: "au", "a", "to" */
    const char *const *between;           /* before two ends that "and" joins: "entre" */
    const char *const *and;               /* between days of a list: "et" */
    const char *const *either;            /* between days of which only one is meant: "ou" */
    const char *const *determiners;       /* before a noun that looks like a participle: "une priorité" */
    const char *const *articles;          /* may stand before a day: "le", "du", "the", "of" */
    const char *const *fillers;           /* may stand between a lead cue and its date, and between a date and its hour */
    const char *const *at;                /* before an hour: "a", "vers", "at" */
    const char *const *from;              /* before an hour that only begins: "des", "a partir de" */
    const char *const *until;             /* before an hour that only ends: "jusqu a", "avant" */
    const char *const *lasting;           /* before an hour that is a length: "pendant", "duree" */
    const char *const *day_parts;         /* behind a day, at the end of a line: "matin" */
    const char *const *place_words;       /* behind a day and a comma: a place follows: "a", "salle" */
    const char *const *labels;            /* before a day and its colon: "date" */
    const char *const *weeks;             /* before "du" and a day: no day is meant: "la semaine du 14 juin", "six mois, du 1er mars" */
    const char *const *units;             /* before "avant le": so long before another day: "24 h", "deux jours" */
    const char *const *coming;            /* in a short heading: what stands below is to come: "venir" */
    const char *const *streets;           /* before "du" and a day: an address: "place du 8 mai" */
    const char *const *included;          /* behind a day: it counts: "inclus" */
    const char *const *day_end_leads;     /* small words before `day_ends`: "en fin de" */
    const char *const *day_ends, *const *mornings;          /* ... the day counts too: "soir", "journée"; or until noon: "matinée" */
    const char *const *past_auxiliary;    /* with a participle behind it: "a", "ont" */
    const char *const *past_endings;      /* of a verb in the past, "ait"; those of not_past excepted */
    const char *const *not_past, *const *supposing, *const *in_case; /* ... and those behind a word that only supposes: "si", "en cas de" */
    const char *const *future_endings;    /* of a verb in the future, "era"; those of not_future excepted */
    const char *const *not_future;
    const char *const *request_endings;   /* of a verb that asks, "ez"; those that end in not_request excepted */
    const char *const *not_request, *const *doing_endings; /* ... and of verbs of what somebody does or is to do: "er", "ent" */
    const char *const *participles;       /* irregular ones, which no accent shows: "reçu" */
    const char *const *being;             /* "est", "sont": with one of `movers` behind it past, with others passive */
    const char *const *movers;            /* "venu" */
    const char *const *accented_movers;   /* ... those that are another word without their accent: "né" */
    const char *const *records;           /* stems of participles that say which things are meant: "recu" */
    const char *const *launching;         /* stems of what is said of a call that goes on: "lance" */
    const char *const *daily, *const *next_day, *const *next_week, *const *eves; /* "jours": behind "tous les": what comes back every day; "lendemain"; behind `weeks`: "suivante"; the day before: "veille" */
    const char *const *parts, *const *firsts; /* one of several days that were told before: "autres"; what can only be the first: "premier" */
    const char *const *again;             /* "fois", "encore": says that the same takes place on one more day */
    const char *const *ending, *const *ending_fill, *const *shutting, *const *stopping; /* stems of verbs before the hour at which something ends, "termin"; beside them, "et", "se"; of a house that closes, "ferm"; before the day on which something ends: "arrete" */
    const char *const *ceremonies;        /* steps that people come to when they have a weekday and an hour: "lancement" */
    const char *const *others;            /* "autre": before an event: it is not this one */
    const char *const *recurring;         /* behind "tous les", beside weekdays and units: "matins" */
    const char *const *hour_labels;       /* before hours: "horaires" */
    const char *const *closings;          /* nouns before the hour at which something ends: "fin" */
    const char *const *sharp;             /* behind an hour: "précises" */
    const char *const *beginning;         /* stems of verbs that tell a beginning: "commenc" */
    const char *const *beginning_many, *const *following; /* such verbs of several, "débutent"; opens a sentence whose first day is over when the next comes, "après" */
    const char *const *all;               /* "toutes": all days, before such a verb */
    const char *const *both, *const *cases; /* "deux", before "cas": all days; behind `both`: "cas" */
    const char *const *of, *const *agents; /* between a noun and what it is of: "du"; before who did it: "par" */
    const char *const *everybody;         /* behind "ouvert à": "tous" */
    const char *const *inviting;          /* stems of verbs that invite: "invit" */
    const char *const *times, *const *they; /* behind a number of returns, "fois"; begins a sentence about events named before: "ils" */
    const char *const *rounds, *const *polls, *const *ballots; /* what any event may be called when it is given again: "session"; where one votes, "bureaux", and stems of what that is for, "elect" */
    const char *const *each_of, *const *tours, *const *scores; /* behind `each`: "séance", "fois"; what has such stops: "tour"; behind two numbers with a stroke, that are no day: "contre" */
    const char *const *each;              /* "chaque": hours of all days that are told */
    const char *const *same;              /* before `hour_nouns` or `place_nouns`: those of another day hold: "mêmes" */
    const char *const *hour_nouns, *const *place_nouns;
    const char *const *instead;           /* the words, in their order, before an hour that no longer holds: "au lieu de" */
    const char *const *count_leads, *const *subtracts; /* before hours in words: "de", behind them they would be a length; behind them: "moins" */
    const char *const *correcting;        /* before a colon and a day that is corrected: "lire" */
    const char *const *called_off, *const *reported; /* in a title: stems of its last word, "annul"; put off: "reporté" */
    const char *const *put_off, *const *of_many; /* stems: "prolong"; with which a verb of several things begins, or "ne" before it: "sont" */
    const char *const *shifted, *const *displaced, *const *at_last; /* before the hour that replaces another: stems, "avanc"; of an event, without "est": "repouss"; "finalement" */
    const char *const *starters, *const *leaving, *const *annexes; /* before the hour of a beginning, "depart"; stems of verbs, "partira"; has hours beside an event: "parking" */
    const char *const *handed;            /* stems: what reached somebody until a day: "reçu" */
    const char *const *length_heads, *const *minute_units; /* before how long something lasts: "durée", "dure"; behind a number: "min" */
    const char *const *counting, *const *length_leads, *const *length_goals, *const *length_nouns; /* stems that open a sentence before a length: "compte"; before a bare length: "comptez"; behind one: "pour"; behind it and "de": "atelier" */
    const char *const *releasing, *const *stoppers; /* an end, as `stopping` is, only behind who holds it: "vous libérerons", "s'arrête" behind "on" or "tout" */
    const char *const *showings, *const *breaks, *const *holding, *const *quarters, *const *lasts, *const *gone; /* how any event may be called that lasts: "la présentation"; behind its length: "entracte", led by "avec"; in it: "trois quarts d'heure"; before a last day: "dure"; before days in brackets, "dernier" */
    const char *const *settled;           /* before "au" and a day: it is a day to come: "fixé" */
    const char *const *wanting, *const *serving; /* ends a line that goes on: "aura lieu"; "pour": what a day is for: "le 3 mai pour les uns, le 5 pour les autres" */
    const char *const *awaited, *const *answers; /* "attendus": what is awaited may be an answer too: "réponses" */
    const char *const *hand_in, *const *handing_in; /* "deposer", "attendus"; begins a line whose colon a last day follows: "Soumission des résumés : 3 avril" */
    const char *const *buildings;         /* what is open without asking for anything: "piscine" */
    const char *const *habits;            /* what comes back: "chaque", "tous" */
    const char *const *only, *const *negations, *const *considered, *const *rejecting, *const *enabling; /* of what is handed in: "seules", "pas", and stems of what is done with it, "examin", "ecart"; in a question, what the reader may do: "puis" */
    const char *const *noun_leads;        /* between a number, or "pas", and its noun: "de", "d" */
    const struct denial_words *denial; const struct request_words *request; const struct likeness_weights *likeness; /* "inutile", "en cas de pluie"; "déposer"; what phrases taught: likeness.h */
    const char *const *choices, *const *you, *const *not_for_you, *const *lacking, *const *one, *const *halted, *const *during, *const *about, *const *deeds, *const *offering, *const *receiving, *const *joining, *const *reporting; /* announces several of which one chooses: "choix"; whom a text speaks to: "vous"; before it: it does not, "chez"; what is missing or over: "absence"; "une"; what comes, stops or is worked on in a sentence before a day: "livraison", "interrompu"; before a length: "pendant", and "environ"; nouns for what is done, and nobody comes to: "désinfection"; verbs of who offers, "propose", or receives, "accueille"; stems of what one is asked to join in: "rencontr"; opens a line about what is put off: "report" */
    const char *const *always, *const *we, *const *month_nouns, *const *in_year, *const *never, *const *that, *const *this_one, *const *hence, *const *yours, *const *courses, *const *upon, *const *reflexive, *const *films, *const *some, *const *namely, *const *programmes, *const *nuisances, *const *resetting; /* before an hour of all days; who tells what was done, "nous"; "mois"; opens what is told of a year, "en"; before a verb that is denied, "ne"; "cette"; before a weekday, "ce", and of "d'ici vendredi", "ici"; "votre"; a term that is an event with weekdays or hours, "stage"; between an event and how one enrols for it, "sur"; before a verb of the present, "s"; what is shown has a length of its own, "film"; before several, "des"; before a day that is told once more: "soit"; before the day of what stands below: "programme"; opens a box about works, "coupure"; the verb before the day that holds instead of another: "tiendra" */
    const char *const *once, *const *next; /* beside a weekday: it is one day, "prochain"; of what comes back: "prochains" */
    const char *const *zone_heads, *const *zone_tails, *const *zone_inner; /* before the name of a zone, "heure", behind it, "time", and between head and name, "de" */
    const char *const *whole_day;         /* the words, in their order, of what takes all day: "toute la journée" */
    const struct grammar_zone *zones;
    const char *const *column_begins;     /* in the header of a table: below it stand first days: "debut" */
    const char *const *column_owners;     /* in a header: the table is a plan of those who work on something: "pilote" */
    const char *const *column_closes, *const *column_opens; /* ... what may be asked for until or from then on: "cloture", "ouverture" */
    const char *const *steps;             /* stems: of those who work: "étape" */
    const char *const *showing, *const *performing; /* verbs of who shows something: a stretch beside them is how long it is seen: "présente"; of who plays, tells or comes to the people: "jouera", "s'arrêtera", "présenter" behind another verb */
    const char *const *works;             /* in a title, beside no event and no call: "travaux" */
    const char *const *called_for, *const *last_days, *const *forms; /* stems of what is open for a time: "appel", "consultation"; nouns for a last day, "limite"; through what one asks, and it ends: "formulaire" */
    const char *const *anew;              /* stems: what holds from now on, or of what was put off: "maintenant", "rembours" */
    const char *const *relatives;         /* begins a clause about the noun before it: "qui" */
    const char *const *speaking;          /* stems of verbs of who speaks at an event: "interviend" */
    const char *const *practical;         /* in a short heading: what stands below holds for all days: "pratiques" */
    const char *const *themes;            /* in the header of a table with dates: events stand below: "theme" */
    const char *const *column_ends;       /* ... last days: "fin" */
    const char *const *reports;           /* in a title, a category or a tag: the page tells or explains: "bilan", "guide" */
    const char *const *asides, *const *rosters; /* in a heading: what stands below announces nothing: "mentions"; its days are nothing to go to: "menus" */
    const struct grammar_cue *const *cues; /* tables, the last one NULL */
    bool month_first;   /* "May 10" is read too */
    bool day_first_numbers; /* 10/05/2023 is the tenth of May; else it is read only when no other reading is possible */
};

extern const struct grammar dates_fr;
extern const struct grammar dates_en;

/* The tables of a language ("fr", "en-GB", ...); French when there are none. */
const struct grammar *grammar_for(const char *language);

/* The value of a word in a table, or -1. */
int grammar_value(const struct grammar_word *table, const char *word);

/* The word stands in a list that ends with NULL. */
bool grammar_lists(const char *const *list, const char *word);

/* The word begins with one of the stems, or ends with one of the endings, of a list that ends with NULL. */
bool grammar_begins(const char *const *stems, const char *word);
bool grammar_ends(const char *const *endings, const char *word);

#endif

/* French: how days and hours are written. What is said around them is in dates_fr_cues.c. */
#include "content/grammar.h"

#include <stddef.h>

static const struct grammar_word months[] = {
    {"janvier", 1}, {"janv", 1},     {"jan", 1},  {"fevrier", 2},   {"fevr", 2},  {"fev", 2},  {"mars", 3},     {"avril", 4},
    {"avr", 4},     {"mai", 5},      {"juin", 6}, {"juillet", 7},   {"juil", 7},  {"juill", 7}, {"aout", 8},    {"septembre", 9},
    {"sept", 9},    {"octobre", 10}, {"oct", 10}, {"novembre", 11}, {"nov", 11},  {"decembre", 12}, {"dec", 12}, {NULL, 0}};

static const struct grammar_word weekdays[] = {{"dimanche", 0}, {"lundi", 1}, {"mardi", 2}, {"mercredi", 3}, {"jeudi", 4},
                                               {"vendredi", 5}, {"samedi", 6}, {"dim", 0},  {"lun", 1},      {"mer", 3},      {"dimanches", 0}, {"lundis", 1}, {"mardis", 2}, {"mercredis", 3}, {"jeudis", 4}, {"vendredis", 5}, {"samedis", 6},
                                               {"jeu", 4},      {"ven", 5},    {"sam", 6},  {NULL, 0}};

static const struct grammar_word days[] = {{"premier", 1}, {NULL, 0}};
static const struct grammar_word instants[] = {{"midi", 720}, {"minuit", 1440}, {NULL, 0}};
static const struct grammar_word halves[] = {{"demi", 30}, {"demie", 30}, {"quart", 15}, {NULL, 0}};
static const char *const ordinals[] = {"er", "ier", "eme", "e", "re", NULL};
static const char *const hours[] = {"h", "heure", "heures", "hrs", "hr", "hres", NULL};
static const struct grammar_word meridiem[] = {{NULL, 0}};
static const char *const to[] = {"au", "a", "aux", NULL};
static const char *const between[] = {"entre", NULL};
static const char *const and[] = {"et", "ou", "puis", NULL};
static const char *const articles[] = {"le", "la", "les", "du", "des", "de", "au", "aux", "ce", "ces", "cette", "l", NULL};
static const char *const fillers[] = {"le",     "la",    "les",     "du",     "des",   "de",      "au",     "aux",     "ce",      "a",
                                      "prochain", "prochains", "prochaine", "inclus", "incluse", "compris", "delai", "rigueur", "soir", "matin",
                                      "est",   "fixe",    "fixee",  "fixes", "fixees",  "prevu",  "prevue",  "prevus",  "prevues",
                                      "sera",   "seront", "sont",   "heure",  "paris", "jour",    "date",   "l",       "plus", "tard", "imperativement",
                                      "et", "jusqu", "avant", "minuit", "midi", "dernier", "apres", "vers", "entre", "journee", "suivant", "veille", "jusque", "partir", "des", "compter", NULL};
static const char *const at[] = {"a", "vers", "le", "des", "de", "entre", "avant", "et", "ou", "puis", "du", NULL};
static const char *const from[] = {"des", "partir", NULL};
static const char *const until[] = {"jusqu", "jusque", "avant", NULL};
static const char *const lasting[] = {"pendant", "duree", "durant", "en", "dure", "durent", "durera", "environ", "chaque", "toutes", "sous", "apres", "soit", "d", NULL};
static const char *const day_parts[] = {"matin", "soir", "midi", "apres", "matinee", "soiree", NULL};
static const char *const place_words[] = {"a", "au", "aux", "en", "salle", "chez", "dans", "sur", "place", "rue", "parc", NULL};
static const char *const labels[] = {"date", "dates", "quand", "jour", "jours", NULL};
static const char *const included[] = {"inclus", "incluse", "compris", "comprise", "inclusivement", NULL};
static const char *const past_auxiliary[] = {"a", "ont", "avons", "avez", "ai", "as", NULL};
static const char *const past_endings[] = {"ait", "aient", NULL};
static const char *const not_past[] = {"fait",  "souhait", "parfait", "portrait", "trait", "lait",   "retrait", "extrait", "attrait", "bienfait",
                                       "satisfait", "imparfait", "forfait", "defait", "soient", "distrait", "plait", "connait", "sait", "parait",
                                       "aient", "ait", "abstrait", "refait", "disparait", "apparait", "souhaits", "nait", NULL};

static const char *const future_endings[] = {"era", "eront", "erons", "ira", "iront", "irons", "dra", "dront", "drons", "ttra", "ttront", "ttrons", NULL};
static const char *const not_future[] = {"opera", "camera", "etcetera", "caldera", "environ", "environs", "patrons", "sera", "seront", "aura", NULL};

static const char *const request_endings[] = {"ez", NULL};
static const char *const not_request[] = {"erez", "irez", "drez", "vrez", "rrez", "serez", "aurez", "assez", "chez", "avez", "aviez", "iez", "savez", NULL};

const struct grammar dates_fr = {
    .language = "fr",
    .months = months,
    .weekdays = weekdays,
    .days = days,
    .instants = instants,
    .halves = halves,
    .ordinals = ordinals,
    .hours = hours,
    .meridiem = meridiem,
    .to = to,
    .between = between,
    .and = and,
    .articles = articles,
    .fillers = fillers,
    .at = at,
    .from = from,
    .until = until,
    .lasting = lasting,
    .day_parts = day_parts,
    .place_words = place_words,
    .labels = labels,
    .included = included,
    .past_auxiliary = past_auxiliary,
    .past_endings = past_endings,
    .not_past = not_past,
    .future_endings = future_endings,
    .not_future = not_future,
    .request_endings = request_endings,
    .not_request = not_request,
    .cues = dates_fr_cues,
    .month_first = false,
    .day_first_numbers = true,
};

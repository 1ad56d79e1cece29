#include "content/request_words.h"

#include <stddef.h>

static const char *const stems[] = {
    "inscri", "depos", "envoi", "envoy", "renvoi", "renvoy", "reserv", "rend", "retourn", "transmet", "remet", "adress", "communiqu",
    "signal", "declar", "confirm", "apport", "rapport", "command", "candidat", "postul", "propos", "soumet", "demand", "repond", "rempli",
    "complet", "vot", "choisi", "pay", "regl", "souscri", "adher", "previen", "preven", "contact", "telephon", "ecri", "appel", "engag",
    "formul", "indiqu", "fourni", "verse", "enregistr", NULL
};
static const char *const infinitives[] = {"er", "ir", "re", NULL};
static const char *const of_many[] = {"ent", NULL};
static const char *const of_one[] = {"e", "t", "d", NULL};
static const char *const possessives[] = {"son", "sa", "ses", "leur", "leurs", NULL};
static const char *const nouns[] = {"ement", NULL};

const struct request_words request_words_fr = {
    .stems = stems, .infinitives = infinitives, .of_many = of_many, .of_one = of_one, .possessives = possessives, .nouns = nouns};

#include "content/request_words.h"

#include <stddef.h>

static const char *const stems[] = {
    "depos", "envoi", "envoy", "rend", "retourn", "transmet", "remet", "adress", "communiqu",
    "signal", "declar", "confirm", "apport", "rapport", "command", "soumet", "demand", "repond", "rempli",
    "complet", "vote", "choisi", "pay", "regl", "previen", "preven", "telephon", "ecri", "appel", "engag",
    "formul", "indiqu", "fourni", "verse", "enregistr", NULL
};
static const char *const enrolling[] = {"inscri", "reserv", "candidat", "postul", "souscri", "adher", "renvoi", "renvoy", "televers", NULL};
static const char *const readers[] = {
    "chacun", "chacune", "chaque", "tout", "tous", "toutes", "vous", "on", "ceux", "celles", "parents", "famille", "familles", "eleves", "lyceens", "lyceennes", "collegiens", "etudiants",
    "etudiantes", "candidats", "candidates", "postulants", "participants", "participantes", "equipes", "equipages", "exposants", "habitants", "riverains", "usagers",
    "adherents", "adherentes", "licencies", "auteurs", "autrices", "volontaires", "benevoles", "interesses", "interessees",
    "commercants", "eleveurs", "producteurs", "locataires", "lecteurs", "porteurs", "structures", "associations", "souhaitent", "souhaite", "desirent", "veulent", NULL
};
static const char *const idioms[] = {"en", "hommage", "visite", "compte", NULL};
static const char *const infinitives[] = {"er", "ir", "re", NULL};
static const char *const firm[] = {"depos", "envoy", "retourn", "transmet", "adress", "complet", NULL};
static const char *const modals[] = {"faut", "faudra", "devez", "devrez", "pouvez", "pourrez", "merci", "pensez", "priere", NULL};
static const char *const obliging[] = {"doit", "doivent", "devra", "devront", "peut", "peuvent", "pourra", "pourront", NULL};
static const char *const of_many[] = {"ent", NULL};
static const char *const of_one[] = {"e", "t", "d", NULL};
static const char *const possessives[] = {"son", "sa", "ses", "leur", "leurs", NULL};
static const char *const nouns[] = {"ement", NULL};

const struct request_words request_words_fr = {
    .stems = stems, .enrolling = enrolling, .readers = readers, .idioms = idioms, .infinitives = infinitives, .firm = firm, .modals = modals, .obliging = obliging, .of_many = of_many, .of_one = of_one, .possessives = possessives, .nouns = nouns};

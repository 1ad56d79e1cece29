/* French: the words of denials and provisos. */
#include "content/denial_words.h"

#include <stddef.h>

static const char *const denials[] = {"pas", "plus", "aucun", "aucune", "rien", "jamais", "non", NULL};
static const char *const needless[] = {"inutile", "impossible", "vain", "illusoire", "deconseille", "defense", "renoncez", "dispense", "dispenses", "dispensees", "refusez", "evitez", "abstenez", "erreur", "frauduleux", "frauduleuse",
    "premature", "guere", "eviter", "incomplet", NULL};
static const char *const needed[] = {"besoin", "possible", "necessaire", "obligatoire", "utile", "question", "obligation", "permis", "autorise", NULL};
static const char *const nobody[] = {"aucun", "aucune", "nul", "nulle", "personne", NULL};
static const char *const early[] = {"tot", NULL};
static const char *const serves[] = {"sert", "apporte", NULL};
static const char *const which[] = {"qui", NULL};
static const char *const urging[] = {"oubli", "hesit", "tard", "manqu", "rat", "attend", "attent", "laiss", "perd", "train", "omett", "neglig", NULL};
static const char *const urged[] = {"trop", "que", "encore", "seulement", "forcement", NULL};
static const char *const idle[] = {"bloqu", "indisponib", "coupe", "hors", "gele", "inaccessib", "injoignab", "absent", "conge", "interrompu", "patientez", "conservez", NULL};
static const char *const turning[] = {"mais", NULL};
static const char *const having[] = {"a", "ont", NULL};
static const char *const audience[] = {"parents", "eleve", "eleves", "etudiant", "etudiants", "etudiantes", "candidat", "candidats", "candidates", "adherents", "familles", "habitants", "chaque", "vous", NULL};
static const char *const wishing[] = {"aimer", "souhait", "voudr", "plair", "dommage", NULL};
static const char *const conditions[] = {"cas", "si", "s", "defaut", "absence", NULL};
static const char *const provisos[] = {"pluie", "pluies", "pleut", "intemperie", "intemperies", "mauvais", "mauvaises", "defavorable", "averses", "neige", "orage", "orages", "vent", "quorum", "egalite", "victoire",
    "defaite", "canicule", "alerte", "chaud", "qualification", "qualifie", "qualifient", "accordee", NULL};
static const char *const allowing[] = {"permet", "permettent", NULL};
static const char *const sparing[] = {"sauf", "repli", NULL};

const struct denial_words denial_words_fr = {
    .denials = denials,
    .needless = needless,
    .needed = needed,
    .nobody = nobody,
    .early = early,
    .serves = serves,
    .which = which,
    .urging = urging,
    .urged = urged,
    .idle = idle,
    .turning = turning,
    .having = having,
    .audience = audience,
    .wishing = wishing,
    .conditions = conditions,
    .provisos = provisos,
    .allowing = allowing,
    .sparing = sparing,
};

/* French: how days and hours are written. What is said around them is in dates_fr_cues.c. */
#include "content/dates_fr_cues.h"
#include "content/grammar.h"
#include "content/likeness.h"

#include <stddef.h>

static const struct grammar_word months[] = {
    {"janvier", 1}, {"janv", 1},     {"jan", 1},  {"fevrier", 2},   {"fevr", 2},  {"fev", 2},  {"mars", 3},     {"avril", 4},
    {"avr", 4},     {"mai", 5},      {"juin", 6}, {"juillet", 7},   {"juil", 7},  {"juill", 7}, {"aout", 8},    {"septembre", 9},
    {"sept", 9},    {"octobre", 10}, {"oct", 10}, {"novembre", 11}, {"nov", 11},  {"decembre", 12}, {"dec", 12}, {NULL, 0}};

static const struct grammar_word weekdays[] = {{"dimanche", 0}, {"lundi", 1}, {"mardi", 2}, {"mercredi", 3}, {"jeudi", 4},
                                               {"vendredi", 5}, {"samedi", 6}, {"dim", 0}, {"lun", 1}, {"mar", 2}, {"mer", 3}, {"dimanches", 0},
                                               {"lundis", 1}, {"mardis", 2}, {"mercredis", 3}, {"jeudis", 4}, {"vendredis", 5}, {"samedis", 6},
                                               {"jeu", 4},      {"ven", 5},    {"sam", 6},  {NULL, 0}};

static const struct grammar_word weekday_letters[] = {{"di", 0}, {"lu", 1}, {"ma", 2}, {"me", 3}, {"je", 4}, {"ve", 5}, {"sa", 6}, {NULL, 0}};
static const struct grammar_word days[] = {{"premier", 1}, {NULL, 0}};
static const struct grammar_word instants[] = {{"midi", 720}, {"minuit", 1440}, {NULL, 0}};
static const struct grammar_word halves[] = {{"demi", 30}, {"demie", 30}, {"quart", 15}, {NULL, 0}};
static const struct grammar_word counts[] = {{"une", 1}, {"deux", 2}, {"trois", 3}, {"sept", 7}, {"huit", 8}, {"neuf", 9}, {"dix", 10}, {"onze", 11},
                                             {"douze", 12},
                                             {"treize", 13}, {"quatorze", 14}, {"quinze", 15}, {"seize", 16}, {"vingt", 20}, {"trente", 30}, {"quarante", 40}, {NULL, 0}};
static const struct grammar_word minutes[] = {{"dix", 10}, {"quinze", 15}, {"vingt", 20}, {"trente", 30}, {"quarante", 40}, {"cinq", 5}, {NULL, 0}};
static const char *const ordinals[] = {"er", "ier", "re", NULL};
static const char *const hours[] = {"h", "heure", "heures", "hrs", "hr", "hres", NULL};
static const struct grammar_word meridiem[] = {{NULL, 0}};
static const struct grammar_word day_halves[] = {{"du matin", 0}, {"du soir", 720}, {"de l apres midi", 720}, {NULL, 0}};
static const char *const welcomes[] = {"accueil", "cafe", NULL},
                         *const doors[] = {"portes", "billetterie", "inscription", "inscriptions", "grilles", "guichet", "dossards", "balances", "pouvoirs", "pesee", "pointage", NULL},
                         *const preparing[] = {"exposant", "benevole", "organisateur", "stand", "table", "montage", "demontage", NULL},
                         *const setting_up[] = {"installation", "montage", "demontage", "placement", "deballage", "arrivee", "accueil", "install", "attendu", NULL},
                         *const shut_for[] = {"circulation", "stationnement", "interdit", "fermee", "coupee", "barree", NULL};
static const char *const to[] = {"au", "a", "aux", NULL};
static const char *const between[] = {"entre", NULL};
static const char *const and[] = {"et", "ou", "puis", NULL};
static const char *const either[] = {"ou", NULL};
static const char *const determiners[] = {"un", "une", "le", "la", "les", "l", "des", "de", "d", "du", "leur", "leurs", "sa", "son", "ses", "ma",
                                          "mon", "mes", "notre", "votre", "nos", "vos", "cette", "ce", "ces", "toute", "toutes", "plusieurs",
                                          "aucune", "en", NULL};
static const char *const articles[] = {"le", "la", "les", "du", "des", "de", "au", "aux", "ce", "ces", "cette", "l", NULL};
static const char *const fillers[] = {"le",     "la",    "les",     "du",     "des",   "de",      "au",     "aux",     "ce",      "a",
                                      "prochain", "prochains", "prochaine", "inclus", "incluse", "compris", "delai", "rigueur", "soir", "matin",
                                      "est",   "fixe",    "fixee",  "fixes", "fixees",  "prevu",  "prevue",  "prevus",  "prevues",
                                      "sera",   "seront", "sont",   "heure",  "paris", "jour",    "date",   "l",       "plus", "tard", "imperativement",
                                      "et", "jusqu", "avant", "minuit", "midi", "dernier", "apres", "end", "vers", "entre", "journee", "suivant",
                                      "veille", "t", "jusque", "partir", "compter", "limite", "fermeture", NULL};
static const char *const at[] = {"a", "vers", "le", "des", "de", "entre", "avant", "et", "ou", "puis", "du", NULL};
static const char *const from[] = {"des", "partir", "patir", "compter", NULL};
static const char *const until[] = {"jusqu", "jusque", "avant", "tard", NULL};
static const char *const lasting[] = {"pendant", "duree", "durant", "en", "dure", "durent", "durera", "environ", "chaque", "toutes", "sous", "apres",
                                      "soit", "d", NULL};
static const char *const day_parts[] = {"matin", "soir", "midi", "apres", "matinee", "soiree", NULL};
static const char *const place_words[] = {"a", "au", "aux", "en", "salle", "chez", "dans", "sur", "place", "rue", "parc", "devant", "derriere",
                                          "halle", "hall", "parking", "gymnase", "ecole", "mairie", "esplanade", "face", "sous", "quai",
                                          "cour", "espace", "maison", "centre", NULL};
static const char *const labels[] = {"date", "dates", "quand", "jour", "jours", NULL};
static const char *const units[] = {"h", "heures", "heure", "jours", "jour", "semaines", "semaine", "mois", "minutes", "quinzaine", NULL};
static const char *const weeks[] = {"semaine", "semaines", "quinzaine", "decade", "mois", "trimestre", NULL};
static const char *const coming[] = {"venir", "prochaine", "prochain", "prochains", "prochaines", "prochainement", "agenda", NULL};
static const char *const streets[] = {"rue", "avenue", "place", "boulevard", "square", "quai", "allee", "impasse", "chemin", "esplanade", "parvis",
                                      "stade", "station", "arret", "metro", "caserne", NULL};
static const char *const day_end_leads[] = {"au", "en", "fin", "de", NULL};
static const char *const day_ends[] = {"soir", "soiree", "journee", NULL}, *const mornings[] = {"matin", "matinee", NULL};
static const char *const included[] = {"inclus", "incluse", "incluses", "compris", "comprise", "inclusivement", NULL};
static const char *const past_auxiliary[] = {"a", "ont", "avons", "avez", "ai", "as", NULL};
static const char *const polls[] = {"bureau", "bureaux", "vote", "voter", "votez", "votent", "voteront", NULL}, *const ballots[] = {"election", "electeur", "scrutin", "referendum", "legislatives", "municipales", "presidentielle", NULL};
static const char *const rounds[] = {"session", "sessions", "seance", "seances", "date", "dates", "edition", "editions", "creneau", "creneaux", "rendez", NULL};
static const char *const next[] = {"prochain", "prochaine", "prochains", "prochaines", NULL};
static const char *const supposing[] = {"si", NULL};
static const char *const besides[] = {"renseignements", "billetterie", "installation", "exposants", "dejeuner", "diner", "repas", "pause", "buffet", "aperitif", "apero", "cocktail", "gouter", "collation", "verre",
                                      "remise", "restauration", "veille", "retirer", "emporter", "telephone", "resultats", "proclamation", "benevoles", "tirage", "retrait", "depot", "car", "cars", "bus", "autocar", "autocars", "minibus", "navette", "navettes", "train", "trains", "tgv",
                                      "retour", "fin", "cloture", "fermeture", NULL};
static const char *const whole_day[] = {"toute", "la", "journee", NULL};
static const char *const past_endings[] = {"ait", "aient", NULL};
static const char *const not_past[] = {"fait",  "souhait", "parfait", "portrait", "trait", "lait",   "retrait", "extrait", "attrait", "bienfait",
                                       "satisfait", "imparfait", "forfait", "defait", "soient", "distrait", "plait", "connait", "sait", "parait",
                                       "aient", "ait", "relaient", "paient", "essaient", "balaient", "abstrait", "refait", "disparait", "apparait",
                                       "souhaits", "nait", NULL};

static const char *const future_endings[] = {"ivra", "ivront", "cevra", "cevront", "era", "eront", "erons", "ira", "iront", "irons", "dra", "dront", "drons", "ttra", "ttront", "ttrons", NULL};
static const char *const not_future[] = {"opera", "camera", "etcetera", "caldera", "environ", "environs", "patrons", "sera", "seront", "aura", NULL};

static const char *const request_endings[] = {"ez", NULL};
static const char *const not_request[] = {"erez", "irez", "drez", "vrez", "rrez", "serez", "aurez", "assez", "chez", "avez", "aviez", "iez", "savez", NULL};

static const char *const doing_endings[] = {"er", "ent", NULL};

static const char *const participles[] = {
    "vu", "vue", "vus", "vues", "eu", "pu", "su", "lu", "voulu", "fallu", "recu", "recue", "recus", "recues", "tenu", "tenue", "obtenu", "rendu",
    "rendus", "vendu", "repondu", "attendu",
    "permis", "pris", "appris", "compris", "mis", "mise", "remis", "transmis", "promis", "soumis", "dit", "fait", "faite", "ecrit", "inscrit",
    "decrit", "ouvert", "offert",
    "decouvert", "couvert", "souffert", "reuni", "reunie", "reunis", "fini", "choisi", "investi", "accueilli", "suivi", "servi", "reussi", "fourni",
    "rempli", "conduit", "produit", "construit", "traduit", "conclu", "elu", "connu", "paru", "defendu", "perdu", "vecu", "convaincu", "battu",
    "soutenu", "maintenu", "retenu", "convenu", "parcouru", "couru", "applaudi", "garanti", "enrichi", "franchi", "reflechi", "saisi", "grandi",
    "rejoint", "atteint", "joint", "peint", NULL};
static const char *const being[] = {"est", "sont", "sera", "seront", "etre", "soit", "soient", "etes", "sommes", "suis", NULL};
static const char *const movers[] = {"venu", "venue", "venus", "venues", "revenu", "revenus", "parvenu", "parvenus", "intervenu", "intervenue",
                                     "intervenus", "devenu", "devenue", "devenus",
                                     "parti", "partie", "partis", "sorti", "sortie", "sortis", "mort", "morte", NULL};
static const char *const accented_movers[] = {"alle", "allee", "alles", "arrive", "arrivee", "arrives", "ne", "nee", "nes", "entre", "entree",
                                              "entres", "decede", "decedee", "passe", "passee", "passes", NULL};
static const char *const records[] = {"recu", "emprunte", "depose", "envoye", "transmis", "remis", "nee", "nes", "ne", "inscrit", "cree", "acquis", "achete",
                                      "engage", "publie", "enregistre", "valide",
                                      "signe", "realise", "soumis", "arrive", "parvenu", "formule", "adresse", "immatricul", "embauche", "recrute",
                                      "produit", "emis", "installe", "obtenu",
                                      "delivre", "constitue", "effectue", "introduit", "conclu", "presente", "accorde", "verse", "paye", "commande",
                                      "vendu", "construit", "termine", "livre", "clos", "paru", "edite", "sorti", NULL};
static const char *const launching[] = {"lance", "ouvert", "ouvre", "ouvrir", "publie", "prolonge", "annonce", "mis", "reconduit", "relance", "dote", "prevu", "decide",
                                        "confie", NULL};
static const char *const cases[] = {"cas", "jours", "soirs", NULL};
static const char *const same[] = {"meme", "memes", NULL};
static const char *const hour_nouns[] = {"heure", "heures", "horaire", "horaires", NULL};
static const char *const place_nouns[] = {"lieu", "endroit", "salle", "adresse", NULL};
static const char *const instead[] = {"au", "lieu", "de", NULL};
static const char *const count_leads[] = {"de", "vers", NULL};
static const char *const subtracts[] = {"moins", NULL};
static const char *const correcting[] = {"lire", NULL};
static const char *const called_off[] = {"annule", NULL};
static const char *const reported[] = {"report", "reporte", "reportee", "reportes", "reportees", NULL};
static const char *const at_last[] = {"finalement", NULL};
static const char *const annexes[] = {"parking", "parkings", "billetterie", "bibliotheque", "mediatheque", "buvette", "bar", "batiment", "batiments", "guichet", "guichets", "caisse", "caisses", "grilles", "gratuite", "gratuit",
                                      "tarif", "tarifs", "reduit", "happy", "vestiaire", "vestiaires", "restauration", "boutique", "accueil", "secretariat", "consigne", NULL};
static const char *const leaving[] = {"partira", "partiront", "partirons", "partons", "elancera", "elanceront", NULL};
static const char *const starters[] = {"depart", "accueil", "coup", "seance", NULL};
static const char *const of_many[] = {"n", "ne", "sont", "seront", "ont", NULL};
static const char *const put_off[] = {"prolong", NULL}, *const shifted[] = {"avanc", "retard", "decal", "repouss", "report", "ramen", "deplac", NULL}, *const displaced[] = {"repouss", "decal", "deplac", "glisse", NULL};
static const char *const handed[] = {"recu", "arriv", "parvenu", "depos", "transmis", "envoy", NULL};
static const char *const length_heads[] = {"duree", "dure", "durent", "durera", "dureront", NULL};
static const char *const counting[] = {"compte", "prevoi", "prevoy", NULL};
static const char *const length_leads[] = {"comptez", "compter", "prevoyez", "prevoir", "en", NULL};
static const char *const length_goals[] = {"pour", "avec", "chaque", "chacun", "chacune", NULL};
static const char *const length_nouns[] = {"atelier", "ateliers", "visite", "formation", "rencontre", NULL};
static const char *const minute_units[] = {"min", "mn", "minute", "minutes", NULL};
static const char *const lasts[] = {"dure", "durera", "durent", "dureront", NULL};
static const char *const quarters[] = {"quart", "quarts", NULL};
static const char *const showings[] = {"presentation", "seance", "session", "representation", NULL};
static const char *const holding[] = {"avec", "dont", "plus", "y", NULL};
static const char *const breaks[] = {"entracte", "entractes", "pause", "pauses", "echanges", "questions", "debat", "discussion", "gouter", NULL};
static const char *const gone[] = {"dernier", "derniere", NULL};
static const char *const settled[] = {"fixe", "fixee", "fixes", "fixees", "prevu", "prevue", "prevus", "prevues", "maintenu", "maintenue", "programme",
                                      "programmee", "programmes", "programmees", "planifie", "planifiee", "annonce", "annoncee", "annonces", "annoncees", NULL};
static const char *const wanting[] = {"lieu", "tiendra", "deroulera", NULL};
static const char *const serving[] = {"pour", NULL};
static const char *const daily[] = {"jour", "jours", "soir", "soirs", "matin", "matins", "apres", "soiree", "quotidien", "quotidienne", "quotidiennement", NULL};
static const char *const parts[] = {"premier", "premiere", "second", "seconde", "deuxieme", "troisieme", "quatrieme", "dernier", "derniere", "autre", "autres", "lendemain", NULL};
static const char *const firsts[] = {"premier", "premiere", "premiers", "premieres", NULL};
static const char *const again[] = {"une", "fois", "encore", "nouveau", "ainsi", "que", "egalement", "aussi", "enfin", "ensuite", NULL};
static const char *const shutting[] = {"ferm", NULL}, *const stopping[] = {"arrete", "arretent", "arretera", "arreteront", "arretons", "arreterons", NULL};
static const char *const ending[] = {"termin", "fini", "acheve", "cloture", "ferme", "referm", "dure", "poursui", NULL};
static const char *const releasing[] = {"libere", "liberons", "liberera", "libererons", NULL}, *const stoppers[] = {"on", "nous", "tout", NULL};
static const char *const ending_fill[] = {"et", "puis", "se", "s", "prend", "prendra", "on", "pour", "jusqu", "jusque", "au", "a", "le", "l", NULL};
static const char *const closings[] = {"fin", "retour", "rentre", "fermeture", NULL};
static const char *const sharp[] = {"precises", "precise", "tapantes", NULL};
static const char *const beginning[] = {"debut", "commenc", "ouvre", "demarr", "durent", "reprend", "repren", NULL};
static const char *const beginning_many[] = {"debutent", "commencent", "demarrent", "reprennent", "reprendront", "debuteront", "commenceront", "demarreront", NULL};
static const char *const following[] = {"apres", "suite", NULL};
static const char *const ceremonies[] = {"lancement", "reprise", "rentree", "demarrage", "inauguration", NULL};
static const char *const others[] = {"autre", "autres", NULL};
static const char *const recurring[] = {"matins", "soirs", "deux", "trois", "quinze", "premiers", "derniers", "ans", "week", "midis", NULL};
static const char *const hour_labels[] = {"horaire", "horaires", "heure", NULL};
static const char *const of[] = {"de", "du", "des", NULL};
static const char *const agents[] = {"par", NULL};
static const char *const everybody[] = {"tous", "public", "visiteurs", "participants", "petits", "familles", "spectateurs", NULL};
static const char *const inviting[] = {"invit", NULL};
static const char *const times[] = {"fois", NULL};
static const char *const they[] = {"ils", "elles", "il", "elle", "cela", "ca", NULL};
static const char *const each[] = {"chaque", "chacun", "chacune", NULL};
static const char *const each_of[] = {"seance", "etape", "fois", "date", "atelier", "rencontre", "soiree", "journee", "conference", "session",
                                      "sortie", "reunion", "visite", "representation", "webinaire", "formation", "ville", "lieu", "stage",
                                      "seminaire", "commune", "territoire", "edition", "departement", "departs", NULL};
static const char *const tours[] = {"tour", "tournee", "escale", "escales", "villes", "itineraire", NULL};
static const char *const all[] = {"toutes", "tous", NULL};
static const char *const both[] = {"deux", "trois", NULL};
static const char *const awaited[] = {"attendu", "attendue", "attendus", "attendues", "souhaite", "souhaitee", "demandee", NULL};
static const char *const answers[] = {"retours", "retour", "reponse", "reponses", "dossier", "dossiers", "candidature", "candidatures", "retour", "retours",
                                      "contribution", "contributions", "proposition", "propositions",
                                      "articles", "resume", "resumes", "offres", "copie", "copies", "inscription", "inscriptions", "projets",
                                      "formulaire", "questionnaire", "pieces", "cv", "lettre", "lettres", NULL};
static const char *const hand_in[] = {"inscrire", "repondre", "repondez", "rapporter", "deposer", "deposez", "rendre", "remettre", "remettez", "renvoyer", "renvoyez", "retourner", "retournez",
                                      "retourne", "envoyer", "envoyez",
                                      "transmettre", "transmettez", "adresser", "adressez", "fournir", "parvenir", "remonter", "confirmer",
                                      "confirmez", "transmis", "transmise", "transmises", "depose", "deposee", "deposes", "deposees", "envoye",
                                      "envoyee", "envoyes", "envoyees",
                                      "remplir", "remplissez", "completer", "completez", "remis", "remise", "remises", "adresse", "adressee",
                                      "adresses", "adressees", "rendu", "rendus", "rendue", "rendues", NULL};
static const char *const handing_in[] = {"lettre", "lettres", "intention", "propositions", "resumes", "soumission", "soumissions", "depot", "depots", "envoi", "remise", "retour", "reception", "candidature",
                                         "candidatures", NULL};
static const char *const buildings[] = {"station", "col", "tunnel", "piscine", "musee", "bibliotheque", "mediatheque", "mairie", "parc", "jardin", "patinoire", "accueil",
                                        "boutique", "restaurant",
                                        "plage", "decheterie", "ludotheque", "stade", "gymnase", "cimetiere", "parking", "sentier", "refuge",
                                        "camping", "toilettes", "service", "agence", "cantine", "passerelle", "peche", "chasse", "baignade",
                                        "buvette", "guichet", "secretariat", "bureau", "bureaux", NULL};
static const char *const habits[] = {"chaque", "tous", "toutes", "quotidien", "quotidienne", "quotidiennement", "hebdomadaire", "hebdomadaires", NULL};
static const char *const month_nouns[] = {"mois", NULL};
static const char *const always[] = {"toujours", "toutes", "tous", NULL};
static const char *const in_year[] = {"en", "courant", NULL};
static const char *const courses[] = {"stage", "stages", NULL}, *const upon[] = {"sur", NULL}, *const reflexive[] = {"s", "se", NULL},
                         *const films[] = {"projection", "film", "documentaire", "court", "metrage", NULL}, *const some[] = {"des", NULL}, *const namely[] = {"soit", NULL}, *const programmes[] = {"programme", "deroule", NULL},
                         *const nuisances[] = {"travaux", "coupure", "coupures", "fermeture", "fermetures", "deviation", "greve", "stationnement", "circulation", "elagage", "curage", NULL},
                         *const resetting[] = {"tiendra", "tiendront", "fera", "feront", "deroulera", "jouera", "donne", "donnee", "organise", "organisee", NULL};
static const char *const that[] = {"cette", "cet", "ce", NULL}, *const this_one[] = {"ce", NULL}, *const hence[] = {"ici", NULL};
static const char *const yours[] = {"votre", "ton", NULL};
static const char *const never[] = {"ne", "n", NULL};
static const char *const noun_leads[] = {"de", "d", NULL};
static const char *const negations[] = {"pas", "plus", "aucun", "aucune", NULL};
static const char *const rejecting[] = {"ecart", "rejet", "refus", NULL}, *const enabling[] = {"puis", "dois", "faut", NULL};
static const char *const considered[] = {"examin", "consider", "accept", "retenu", "trait", "pris", "admis", "recevable", "enregistr", "etudi", NULL};
static const char *const only[] = {"seul", "seuls", "seule", "seules", NULL};
static const char *const in_case[] = {"cas", NULL};
static const char *const choices[] = {"choix", "creneaux", NULL};
static const char *const you[] = {"vous", NULL}, *const not_for_you[] = {"chez", "que", "qu", "si", "quand", NULL};
static const char *const lacking[] = {"absence", "absent", "absente", "absents", "indisponible", "vide", "occupe", "occupee", "sans", "personne", "fin", "suspension", "report", "reporte", "annule", "annulee", "supprime", "supprimee", "deploiement", "bouclage", NULL}, *const one[] = {"un", "une", NULL};
static const struct grammar_word feasts[] = {{"14 juillet", 714}, {"31 decembre", 1231}, {"24 decembre", 1224}, {"31 octobre", 1031}, {NULL, 0}};
static const char *const deeds[] = {"livraison", "fermeture", "changement", "controle", "transfert", "desinfection", "deneigement", "inspection", "tournage", "pesee", "demenagement", "mise",
                                    "prise", "verification", "maintenance", "releve", "montage", "demontage", "vidange", "deratisation", "ramonage", "interruption", "coupure", "coupe", "pose",
                                    "depose", "exercice", "test", "essai", "essais", "remplacement", "installation", "reparation", "raccordement", "purge", "hivernage", "prime", "virement", "creneau", "intervention", "point", NULL};
static const char *const offering[] = {"propose", "proposent", "offre", "offrent", "organise", "organisent", "invite", "invitent", "convie", "convient", "anime", "animent", NULL};
static const char *const receiving[] = {"accueille", "accueillent", "recoit", "recoivent", NULL}, *const reporting[] = {"report", NULL};
static const char *const joining[] = {"decouvr", "rencontr", "particip", "assist", "echang", "partag", "visit", "fete", "celebr", "joue", "danse", "debattre", NULL};
static const char *const during[] = {"pendant", "durant", NULL}, *const about[] = {"environ", "approximativement", NULL};
static const char *const halted[] = {"livraison", "livraisons", "livrent", "maintenance", "interruption", "interruptions", "interrompu", "interrompue", "interdit", "interdite", "rince", "coupe", "coupee", "intervention", "interventions", "collecte", "collectes", "nettoyage", "voirie", "ramassage", "absents", NULL};
static const char *const we[] = {"nous", "on", NULL};
static const char *const once[] = {"prochain", "prochaine", "dernier", "ce", "premier", NULL};
static const char *const zone_heads[] = {"heure", "heures", NULL};
static const char *const zone_tails[] = {NULL};
static const char *const zone_inner[] = {"locale", "locales", "de", "d", "du", "des", "a", "aux", "en", "l", "la", "le", "les", "ile", NULL};
static const struct grammar_zone zones[] = {
    {"paris", "Europe/Paris"}, {"ete", "Europe/Paris"}, {"hiver", "Europe/Paris"}, {"france", "Europe/Paris"}, {"francaise", "Europe/Paris"},
    {"metropole", "Europe/Paris"},
    {"metropolitaine", "Europe/Paris"}, {"hexagone", "Europe/Paris"}, {"bruxelles", "Europe/Brussels"}, {"europe centrale", "Europe/Paris"},
    {"reunion", "Indian/Reunion"}, {"la reunion", "Indian/Reunion"}, {"saint denis", "Indian/Reunion"}, {"mayotte", "Indian/Mayotte"},
    {"mamoudzou", "Indian/Mayotte"},
    {"guadeloupe", "America/Guadeloupe"}, {"martinique", "America/Martinique"}, {"antilles", "America/Martinique"}, {"guyane", "America/Cayenne"},
    {"cayenne", "America/Cayenne"}, {"saint pierre et miquelon", "America/Miquelon"}, {"noumea", "Pacific/Noumea"},
    {"nouvelle caledonie", "Pacific/Noumea"}, {"caledonie", "Pacific/Noumea"}, {"tahiti", "Pacific/Tahiti"}, {"papeete", "Pacific/Tahiti"},
    {"polynesie", "Pacific/Tahiti"}, {"wallis", "Pacific/Wallis"}, {"fort de france", "America/Martinique"}, {"pointe a pitre", "America/Guadeloupe"},
    {"londres", "Europe/London"}, {"montreal", "America/Toronto"}, {"quebec", "America/Toronto"}, {"new york", "America/New_York"},
    {"dakar", "Africa/Dakar"}, {"abidjan", "Africa/Abidjan"}, {"tunis", "Africa/Tunis"}, {"tokyo", "Asia/Tokyo"},
    {"utc", "UTC"}, {"gmt", "UTC"}, {"tu", "UTC"}, {"cet", "Europe/Paris"}, {"cest", "Europe/Paris"}, {"aoe", "Etc/GMT+12"}, {"anywhere on earth", "Etc/GMT+12"}, {NULL, NULL}};
static const char *const column_begins[] = {"debut", "ouverture", "lancement", "du", NULL};
static const char *const speaking[] = {"interviend", "intervien", "presenter", "participer", NULL};
static const char *const practical[] = {"pratique", "pratiques", "horaire", "horaires", "modalites", "deroulement", NULL};
static const char *const themes[] = {"formation", "formations", "session", "sessions", "module", "modules", "intitule", "webinaire", "webinaires",
                                     "seance", "seances", "conference", "conferences", "rencontre", "evenement", "theme", "themes", "thematique",
                                     "sujet", "sujets", "intervenant", "intervenants", "intervenante", "intervenantes", "animateur", "animatrice",
                                     "animation", "animations", "atelier", "ateliers", "activite",
                                     "activites", "avec", "quoi", "artiste", "artistes", "spectacle", "film", "lieu", "lieux", "horaire", "horaires",
                                     "heure", "heures", "orateur", "oratrice", NULL};
static const char *const reports[] = {"guide", "guides", "fiche", "conseils", "recommandations", "pratiques", "comprendre", "faq", "notes",
                                      "nouveautes", "changelog", "neuf",
                                      "version", "bilan", "bilans", "retour", "retours", "retrospective", "journal", "carnet", "chronique", "revue",
                                      "rapport", "temoignage", "temoignages", "interview", "entretien", "portrait", "resultats", "laureat", "laureats",
                                      "nomination", "nominations", "offre", "recrute", "discours", "allocution", "recit", NULL};
static const char *const asides[] = {"ordre", "mentions", "legales", "historique", "memoire", "rappel", "contexte", "parcours", "exemple", "exemples",
                                     "faq", "question", 
                                     "questions", "jury", "contrat", "apres", "ensuite", "suite", "suites", "chiffres", NULL};
static const char *const next_day[] = {"lendemain", NULL};
static const char *const eves[] = {"veille", NULL};
static const char *const next_week[] = {"suivante", "suivant", NULL};
static const char *const scores[] = {"contre", "d", NULL};
static const char *const rosters[] = {"garde", "gardes", "anniversaires", "menu", "menus", "pharmacie", "pharmacies", "feries", "marees", "meteo", "dechets", "ordures", "encombrants",
                                      "naissances", "deces", "mariages", "saints", "travaux", "coupures", "personnel", "maire", "ministre", "prefet", "prefete", "resultats", "budgetaire", NULL};
static const char *const steps[] = {"etape", NULL};
static const char *const showing[] = {"presente", "presentent", "presentera", "presenteront", "presenterons", "devoile", "devoilent", "expose", "exposent", "exposera", NULL};
static const char *const performing[] = {"chante", "chantent", "racontent", "raconte", "temoignent", "temoigne", "temoigneront", "danse", "dansent", "projette", "projettent", "affronte", "affrontent", "lit", "lisent", "recevront", "presentera", "presenteront", "debutera", "commencera", "demarrera", "montrera", "montreront", "joue", "jouent", "interprete", "interpretent", "donnent", "lira", "liront", "projettera", "projetteront", "affrontera", "inaugurera", "racontera", "jouera", "joueront", "interpretera", "interpreteront", "chantera", "chanteront", "dansera", "danseront", "donnera", "donneront", "suivra", "suivront", "succedera", "succederont", "reviendra", "reviendront", "presenter", "parler", "raconter", "exposer", "echanger", "debattre", "dialoguer", "arretera", "arreteront", "sejournera", "stationnera", "stationneront", "defilera", "defileront", "repondra", "repondront", "parlera", "parleront", "dedicacera", "dedicaceront", "animera", "animeront", NULL};
static const char *const works[] = {"plan", "jury", "coulisses", "chaussee", "voirie", "stationnement", "circulation", "tournage", "dechets",
                                    "ordures", "bacs", "interruption", "maintenance", "coupure", "coupures", "panne", "indisponibilite", "greve",
                                    "vigilance", "secheresse", "canicule", "restrictions", "travaux", "chantier", "chantiers", "fermeture",
                                    "fermetures", "deviation", "deviations", "indisponible", "inaccessible", "elagage", "curage", "balayage", NULL};
static const char *const anew[] = {"maintenant", "desormais", "nouvelle", "nouveau", "rembours", "desist", NULL};
static const char *const last_days[] = {"limite", "echeance", "delai", "butoir", "cloture", NULL};
static const char *const called_for[] = {"appel", "inscription", "candidature", "consultation", "enquete", "concertation", "concours", "depot", "vote", "sondage", "questionnaire", NULL};
static const char *const forms[] = {"formulaire", "questionnaire", "plateforme", "portail", "guichet", "teleservice", "saisie", "appel", "inscription", "candidature", "demande", "enchere", "scrutin",
                                    "consultation", "enquete", "concertation", "depot", "vote", "sondage", "cagnotte", NULL};
static const char *const relatives[] = {"qui", "lequel", "laquelle", NULL};
static const char *const column_owners[] = {"qui", "pilote", "responsable", "porteur", "statut", "etat", "avancement", NULL};
static const char *const column_closes[] = {"cloture", NULL};
static const char *const column_opens[] = {"ouverture", NULL};
static const char *const column_ends[] = {"fin", "au", "cloture", "fermeture", NULL};

const struct grammar dates_fr = {
    .language = "fr",
    .months = months,
    .weekdays = weekdays,
    .weekday_letters = weekday_letters,
    .days = days,
    .instants = instants,
    .halves = halves,
    .counts = counts,
    .minutes = minutes,
    .ordinals = ordinals,
    .hours = hours,
    .meridiem = meridiem,
    .day_halves = day_halves,
    .welcomes = welcomes,
    .doors = doors,
    .preparing = preparing,
    .setting_up = setting_up,
    .shut_for = shut_for,
    .to = to,
    .between = between,
    .and = and,
    .either = either,
    .articles = articles,
    .determiners = determiners,
    .fillers = fillers,
    .at = at,
    .from = from,
    .until = until,
    .lasting = lasting,
    .day_parts = day_parts,
    .place_words = place_words,
    .labels = labels,
    .weeks = weeks,
    .units = units,
    .coming = coming,
    .streets = streets,
    .included = included,
    .day_end_leads = day_end_leads,
    .day_ends = day_ends,
    .mornings = mornings,
    .past_auxiliary = past_auxiliary,
    .past_endings = past_endings,
    .supposing = supposing,
    .next = next,
    .rounds = rounds,
    .polls = polls,
    .ballots = ballots,
    .besides = besides,
    .whole_day = whole_day,
    .not_past = not_past,
    .future_endings = future_endings,
    .not_future = not_future,
    .request_endings = request_endings,
    .not_request = not_request,
    .doing_endings = doing_endings,
    .request = &request_words_fr,
    .participles = participles,
    .being = being,
    .movers = movers,
    .accented_movers = accented_movers,
    .records = records,
    .launching = launching,
    .awaited = awaited,
    .each = each,
    .of = of,
    .agents = agents,
    .everybody = everybody,
    .inviting = inviting,
    .times = times,
    .they = they,
    .each_of = each_of,
    .tours = tours,
    .all = all,
    .both = both,
    .hour_labels = hour_labels,
    .recurring = recurring,
    .others = others,
    .ceremonies = ceremonies,
    .ending_fill = ending_fill,
    .ending = ending,
    .shutting = shutting,
    .stopping = stopping,
    .closings = closings,
    .sharp = sharp,
    .beginning = beginning,
    .beginning_many = beginning_many,
    .following = following,
    .firsts = firsts,
    .again = again,
    .parts = parts,
    .daily = daily,
    .serving = serving,
    .cases = cases,
    .same = same,
    .hour_nouns = hour_nouns,
    .place_nouns = place_nouns,
    .instead = instead,
    .count_leads = count_leads,
    .subtracts = subtracts,
    .correcting = correcting,
    .called_off = called_off,
    .reported = reported,
    .put_off = put_off,
    .shifted = shifted,
    .displaced = displaced,
    .at_last = at_last,
    .of_many = of_many,
    .starters = starters,
    .leaving = leaving,
    .annexes = annexes,
    .handed = handed,
    .breaks = breaks, .holding = holding,
    .quarters = quarters,
    .showings = showings,
    .releasing = releasing,
    .stoppers = stoppers,
    .lasts = lasts,
    .length_heads = length_heads,
    .counting = counting,
    .length_leads = length_leads,
    .length_goals = length_goals,
    .length_nouns = length_nouns,
    .minute_units = minute_units,
    .gone = gone,
    .settled = settled,
    .wanting = wanting,
    .answers = answers,
    .hand_in = hand_in,
    .buildings = buildings,
    .handing_in = handing_in,
    .habits = habits,
    .once = once,
    .we = we,
    .you = you, .not_for_you = not_for_you, .lacking = lacking, .one = one, .halted = halted, .during = during, .deeds = deeds, .feasts = feasts, .offering = offering, .receiving = receiving, .joining = joining, .reporting = reporting, .about = about,
    .choices = choices,
    .in_case = in_case,
    .only = only,
    .negations = negations,
    .denial = &denial_words_fr,
    .likeness = &likeness_fr,
    .noun_leads = noun_leads,
    .in_year = in_year,
    .never = never,
    .that = that,
    .this_one = this_one,
    .hence = hence,
    .courses = courses,
    .upon = upon,
    .reflexive = reflexive,
    .films = films,
    .some = some,
    .namely = namely,
    .programmes = programmes,
    .nuisances = nuisances,
    .resetting = resetting,
    .yours = yours,
    .considered = considered,
    .rejecting = rejecting,
    .enabling = enabling,
    .always = always,
    .month_nouns = month_nouns,
    .zone_heads = zone_heads,
    .zone_tails = zone_tails,
    .zone_inner = zone_inner,
    .zones = zones,
    .column_begins = column_begins,
    .column_ends = column_ends,
    .column_opens = column_opens,
    .column_closes = column_closes,
    .column_owners = column_owners,
    .relatives = relatives,
    .steps = steps,
    .showing = showing,
    .performing = performing,
    .works = works,
    .anew = anew,
    .called_for = called_for,
    .last_days = last_days,
    .forms = forms,
    .themes = themes,
    .practical = practical,
    .speaking = speaking,
    .reports = reports,
    .asides = asides,
    .rosters = rosters,
    .next_day = next_day,
    .next_week = next_week,
    .eves = eves,
    .scores = scores,
    .cues = dates_fr_cues,
    .month_first = false,
    .day_first_numbers = true,
};

#include "content/title_words.h"

#include <stddef.h>

const char *const title_words_rubrics[] = {
    "programme", "au programme", "programme detaille", "infos pratiques", "informations pratiques", "info pratique", "inscription", "inscriptions",
    "modalites", "quand", "ou",
    "ou quand comment", "ou et quand", "quand et ou", "calendrier", "dates", "les dates", "date", "agenda", "pour participer", "comment participer",
    "comment s inscrire",
    "pensez a vous inscrire", "pour qui", "dates cles", "a l agenda", "a notre agenda", "dans l agenda", "horaires", "horaire", "lieu", "lieux",
    "en pratique", "ateliers a venir", "sessions", "prochaines sessions", "seances", "les seances", "prochaines seances", "departs", "les departs",
    "prochaines dates", "prochaine date", "a venir", "evenements", "evenement", "rendez vous", "practical information", "when and where",
    "dates a retenir", "a vos agendas",
    "save the date", "date et lieu", "dates et lieux", "date et horaires", "pratique", "presentiel", "en presentiel", "visioconference",
    "en visioconference", "visio", "en ligne", "distanciel",
    "a distance", "en distanciel", "matin", "apres midi", "soir", "gratuit", "online", "on site", "les rendez vous", "nos rendez vous", "a noter",
    "bienvenue", "welcome", "annonces", "annonce", "prochain rendez vous", "prochains rendez vous", "prochaine session", "prochains ateliers",
    "les prochaines dates", "les prochaines sessions", "les prochains rendez vous", "nos prochains rendez vous", "nos prochains ateliers",
    "agenda des evenements", "l agenda", "actualites",
    "actualite", "actus", "news", "blog", "accueil", "nouveau", "nouveaute", "nouveautes", "contact", "contacts", "adresse", "tarifs", "tarif",
    "session", "session 1", "session 2", "session 3",
    "premiere session", "deuxieme session", "troisieme session", "seconde session", "jour 1", "jour 2", "jour 3", "deroule", "deroulement",
    "le deroule", "planning", "le programme", "le calendrier",
    "a retenir", "dates des ateliers", "dates des sessions", "dates de formation", "les informations pratiques", "les infos pratiques", "details",
    "description", "presentation", "contexte",
    "introduction", "resume", "objectifs", "s inscrire", "inscrivez vous", "je m inscris", "participer", "participez", "events", "schedule",
    "program", "registration", "home", "les ateliers a venir",
    "evenements a venir", "les evenements", "nos evenements", "toutes les dates", "dates retenues", "les dates retenues", "dates proposees", "les dates a retenir", "nos dates", "les sessions", "les seances",
    "bon a savoir", "ce qui va changer", "le principe", "notez les dates", "permanence", "etapes", "les etapes", "titre", "sujet", "theme",
    "intitule", "places disponibles", "jour", "format", "formats", "objectif", "attention",
    "debut", "fin", "heure", "duree", "public", "animateur", "intervenant", "intervenants", "replay", "lien", "complet", "places", "plus d infos",
    "en savoir plus", "infos", NULL};

const char *const title_words_questions[] = {"comment", "quand", "quels", "quelles", "quel", "quelle", "pourquoi", "qui", "combien", "how", "when",
                                             "where", "why", "who", NULL};

const char *const title_words_parts[] = {"horaires", "horaire", "informations", "infos", "info", "modalites", "inscription", "inscriptions", "tarif",
                                         "tarifs", "acces", "contact", "contacts",
                                         "calendrier", "agenda", "planning", "dates", "deroule", "actualites", "actualite", "actus", "news",
                                         "bienvenue", "welcome", NULL};

const char *const title_words_teasers[] = {"a ne pas manquer", "a ne pas rater", "ne manquez pas", "ne ratez pas", "a noter dans", "a vos agendas",
                                           "a vos calendriers", "save the date", "inscrivez vous",
                                     "rejoignez nous", "venez nombreux", "on vous attend", "informations pratiques", "infos pratiques",
                                     "restez informes", NULL};

const char *const title_words_badges[] = {"a noter", "nouveau", "nouveaute", "nouvelle", "new", "complet", "complete", "annule", "annulee", "gratuit", "bientot",
                                          "inscriptions a venir", "inscription a venir",
                                    "inscriptions ouvertes", "inscriptions closes", "a venir", "dernieres places", "exclusif", "reporte", "sold out",
                                    "full", "urgent", "important", "rappel",
                                    "save the date", "places limitees", "event", "a la une", NULL};

const char *const title_words_noise[] = {"prix", "tarif", "tarifs", "gratuit", "gratuite", "entree", "inscription", "inscriptions", "reservation",
                                         "reservations", "sur inscription",
                                         "sur reservation", "participation libre", "contact", "lien", "horaires", "horaire", "heure", "duree",
                                         "places limitees", "s inscrire", "je m inscris", "inscrivez", "reserver", "je reserve", "participer",
                                         "je participe", NULL};

const char *const title_words_speech[] = {"vous", "nous", "sera", "seront", "aura", "auront", "venez", "rendez", "voici", "retrouvez", "rejoignez",
                                          "inscrivez", "tiendra", "deroulera", "c", "ont", "sommes",
                                    "avons", "est", "sont", "we", "you", "will", NULL};

const char *const title_words_verbs[] = {"retrouve", "retrouvent", "propose", "proposent", "lance", "lancent", "publie", "publient", "recrute",
                                         "recrutent", "invite", "invitent", "ouvre",
                                         "ouvrent", "organise", "organisent", "accueille", "accueillent", "devoile", "annonce", "cherche",
                                         "cherchent", "recherche", "attend", "attendent",
                                         "fete", "celebre", "rejoint", "devient", "renforce", "souhaite", "prolonge", "reprend", "change", "changent",
                                         "arrive", "arrivent", "passe", "fait",
                                         "met", "a", "ont", "est", "sont", NULL};

#include "content/venue_words.h"

#include <stddef.h>

const char *const venue_words_houses[] = {
    "lieu", "poterne", "remparts", "beffroi", "lavoir", "donjon", "fontaine", "abbatiale", "cimetiere", "embarcadere", "manege", "ecluse", "bergerie", "refectoire", "salle", "grande salle", "petite salle", "opera", "gite", "camping", "centre hospitalier", "palais de justice", "pharmacie",
    "centre equestre", "jardin", "local", "collegiale", "semaphore", "phare", "dojo", "preau", "skatepark", "maison de quartier", "portail",
    "centre nautique", "maison pour tous", "cite administrative", "garage a bateaux", "ens", "insa", "iut", "ufr", "cnam", "palais", "maison",
    "mairie", "bibliotheque", "mediatheque", "ludotheque", "auditorium", "amphitheatre", "amphi", "hotel", "ecole",
    "universite", "ministere", "dock", "docks", "theatre", "cinema", "musee", "gymnase", "prefecture", "sous prefecture", "tiers lieu", "halle",
    "hall", "pavillon",
    "chateau", "institut", "foyer", "library", "town hall", "city hall", "room", "school", "museum", "college", "academie", "hemicycle", "conservatoire",
    "stade", "eglise", "chapelle", "abbaye", "cathedrale", "temple", "faculte", "lycee", "gare", "bourse du travail", "fabrique", "studio", "archives",
    "centre de conferences", "centre de congres", "centre culturel", "centre social", "centre sportif", "centre aere", "centre commercial", "centre bourg",
    "centre universitaire", "hangar", "piscine", "patinoire", "boulodrome", "complexe", "creche", "ehpad", "hopital", "clinique", "tribunal", "caserne",
    "parc des expositions", "parc expo", "place du village", "place de la mairie", "place de l eglise", "sacristie", "presbytere", "bowling", "residence",
    "observatoire", "planetarium", "aquarium", "prieure", "couvent", "monastere", "basilique", "synagogue", "mosquee", "orangerie", "auberge", "belvedere",
    "siege de la communaute", "siege de l agglomeration", "siege de l association", "parking", "chapiteau", "monument aux morts", "club house",
    "clubhouse", "centre des congres", "chalet", "refuge", "base nautique", "base de loisirs", "aerodrome", "kiosque", "manoir", "villa", "grange",
    "ferme", "saline", "manufacture", "chartreuse", "citadelle", "commanderie", "technopole", "maison france services",
    "espace france services", "conference centre", "conference center", "convention centre", "embassy", "ministry", "etang", "capitainerie",
    "port de plaisance", "quais", "berges", "cantine", "ancienne gare", "ancienne ecole", "ancienne mairie", "espace multimedia", "espace culturel",
    "espace jeunes", "espace associatif", "espace public numerique", "espace famille", "espace de vie sociale", "espace de coworking",
    "porte de versailles", "hotel du departement", "hotel de region", "hotel de la region", "hotel de la metropole", "incubateur", "maison eclusiere",
    "parvis", "espace jeunesse", "espace adulte", "learning center", "learning centre", "mjc", "cour", "patio", "galerie", "grand salon",
    "archives departementales", "archives nationales", "archives municipales", "friche", "cafeteria", "bar", "commissariat", "chambre d agriculture",
    "pepiniere", "peniche", "fablab", "fab lab", "hippodrome", "velodrome", "halles",
    "chambre de commerce", "chambre des metiers", "chambre de metiers", "salon de lecture", NULL};

const char *const venue_words_official[] = {"national", "nationale", "regional", "regionale", "departemental", "departementale", "municipal", "municipale",
                                            "communal", "communale", "superieur", "superieure", "universitaire", "francais", "francaise", "general",
                                            "generale", "metropolitain", "metropolitaine", "interministeriel", "interministerielle", NULL};

const char *const venue_words_stages[] = {"mediatheque", "bibliotheque", "ludotheque", "musee", "museum", "theatre", "cinema", "archives",
                                          "conservatoire", "planetarium", "centre culturel", "centre social",
                                          "maison de quartier", "maison des associations", "galerie", "opera", "observatoire", NULL};

const char *const venue_words_epithets[] = {"grand", "grande", "petit", "petite", "ancien", "ancienne", "nouveau", "nouvelle", "nouvel", "vieux",
                                            "vieille", "futur", "future", "bel", "belle", NULL};

const char *const venue_words_grounds[] = {"parc", "cour", "jardin", "jardins", "place", "terrain", "verger", "esplanade", "parvis", "cloitre", "caves",
                                           "cave", "toit", "toits", "terrasse", "terrasses", "pelouse", "rooftop", "abords", "pied", "salons", NULL};

const char *const venue_words_loose[] = {"domaine", 
    "espace", "mail", "centre", "campus", "parc", "cafe", "siege", "local", "pole", "agence", "ambassade", "consulat", "chambre", "rectorat", "fort",
    "station", "cite", "locaux", "place", "jardin", "square", "quai", "bar", "restaurant",
    "brasserie", "librairie", "galerie", "esplanade", "rotonde", "tour", "site", "port", "plage", "bois", "foret", "lac", "ile", "vallon", "pub",
    "incubateur", "arboretum",
    "antenne", "plateau", "verger", "pre", "terrain", "cour", "direction", "departement", "laboratoire", "labo", "batiment", "bureaux", "moulin", "cloitre",
    "cave", "caves", "house",
    "center", "theater", "park", "university", "arena", "zenith", NULL};

const char *const venue_words_played[] = {"theatre", "cinema", "ecole", "club", "cafe", "college", "ferme", "temple", "studio", "fabrique",
                                          "institut", "archives", "academie", "bar",
                                    "restaurant", "jardin", "plage", "base", "direction", "departement", "residence", "refuge", "port", "site", NULL};

const char *const venue_words_sole[] = {"poterne", "remparts", "beffroi", "lavoir", "donjon", "abbatiale", "cimetiere", "embarcadere", "mairie", "auditorium", "amphitheatre", "amphi", "bibliotheque", "mediatheque", "ludotheque", "prefecture",
                                        "sous prefecture", "gymnase", "eglise", "piscine",
                                  "stade", "town hall", "city hall", "salle des fetes", "hotel de ville", "boulodrome", "gare", "place du village",
                                  "foyer", "hangar", "jardin", "local", "collegiale", "chapelle", "cathedrale", "basilique", "kiosque", "semaphore",
                                  "phare", "dojo", "preau", "cantine", "refuge", "moulin", "chateau", "temple", "halle", "skatepark",
                                  "maison de quartier", "centre social", "centre culturel", "salle polyvalente", "salle communale", "centre bourg",
                                  "chapiteau", "monument aux morts", "club house", "clubhouse", "capitainerie", "port de plaisance", "quais",
                                  "espace multimedia", "espace culturel", "espace jeunes", "espace associatif", "ancienne gare", "ancienne ecole",
                                  "hotel du departement", "hotel de region", "espace jeunesse", "espace adulte", "learning center", "learning centre",
                                  "commissariat", "chambre d agriculture", "salon de lecture", "mjc", "cour", "patio", "archives departementales",
                                  "archives nationales", "archives municipales", NULL};

const char *const venue_words_rooms[] = {"amphitheatre", "amphi", "salle", "auditorium", "batiment", "bat", "hall", "room", "etage", "mezzanine",
                                         "porte", NULL};

const char *const venue_words_streets[] = {"avenue", "rue", "rues", "boulevard", "place", "quai", "allee", "allees", "chemin", "impasse", "square",
                                           "av", "ave", "bd", "bvd", "esplanade",
                                     "parvis", "faubourg", "street", "road", NULL};

const char *const venue_words_ways[] = {"cours", "route", "passage", "villa", "cite", "rond", "sentier", "montee", "promenade", "mail", "hameau",
                                        "residence", "galerie", "voie", NULL};

const char *const venue_words_towns[] = {
    "paris", "marseille", "lyon", "toulouse", "nice", "nantes", "montpellier", "strasbourg", "bordeaux", "lille", "rennes", "reims", "toulon", "saint etienne",
    "le havre", "dijon", "grenoble", "angers", "villeurbanne", "saint denis", "nimes", "aix en provence", "clermont ferrand", "le mans", "brest", "tours",
    "amiens", "annecy", "limoges", "metz", "perpignan", "boulogne billancourt", "besancon", "orleans", "rouen", "montreuil", "argenteuil", "mulhouse", "caen",
    "nancy", "saint paul", "roubaix", "tourcoing", "nanterre", "vitry sur seine", "creteil", "avignon", "poitiers", "aubervilliers", "dunkerque",
    "aulnay sous bois",
    "colombes", "asnieres sur seine", "versailles", "saint pierre", "courbevoie", "cherbourg", "fort de france", "cayenne", "pau", "la rochelle",
    "cannes", "antibes",
    "calais", "beziers", "saint nazaire", "colmar", "bourges", "drancy", "valence", "quimper", "troyes", "chambery", "lorient", "niort", "saint quentin",
    "beauvais", "cergy", "pantin", "la roche sur yon", "vannes", "saint malo", "laval", "arles", "albi", "evreux", "belfort", "evry", "saint brieuc",
    "chalon sur saone", "chalons en champagne", "charleville mezieres", "blois", "brive la gaillarde", "tarbes", "angouleme", "castres", "arras", "bayonne",
    "thionville", "saint ouen", "ivry sur seine", "montauban", "noumea", "papeete", "pointe a pitre", "mamoudzou", "ajaccio", "bastia", "nevers", "auxerre",
    "macon", "agen", "perigueux", "rodez", "aurillac", "le puy en velay", "gap", "digne les bains", "epinal", "bar le duc", "vesoul", "lons le saunier",
    "bourg en bresse", "privas", "mende", "carcassonne", "foix", "auch", "mont de marsan", "cahors", "tulle", "gueret", "chateauroux", "moulins", "alencon",
    "saint lo", "chartres", "melun", "laon", "chaumont", "issy les moulineaux", "levallois perret", "la defense", "saint germain en laye", "palaiseau", "orsay",
    "bruxelles", "geneve", "lausanne", "luxembourg", "montreal", "quebec", "london", "berlin", "brussels", "barcelone", "madrid", "rome", "londres",
    "ile de france", NULL};

const char *const venue_words_before[] = {"au", "aux", "a", "chez", "depuis", "at", "in", "dans", "en", "sur", "sous", "devant", NULL};
const char *const venue_words_articles[] = {"la", "l", "le", "les", "the", NULL};
const char *const venue_words_links[] = {"de", "du", "des", "d", "l", "la", "le", "les", "et", "of", "the", "and", "a", "au", "aux", "en", "sur",
                                         "dans", "chez", "at", "in",
                                   "sous", "lez", NULL};

const char *const venue_words_stops[] = {"egalement", "aussi", 
    "pour", "afin", "lors", "avec", "qui", "que", "qu", "ou", "pendant", "autour", "puis", "for", "with", "from", "to", "about", "on", "dont", "sera", "est",
    "aura", "auront", "ont", "durant", "avant", "apres", "entre", "mais", "il", "elle", "ils", "elles", "vous", "nous", "se", "s", "sont", "seront",
    "ce", "cette",
    "ces", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "votre", "vos", "un", "une", "inscription", "inscriptions", "via", "par", "pas",
    "selon", "jusqu",
    "vers", "organisent", "recrutent", "lancent", "vous", "organise", "organisee", "organises", "organisees", "accueille", "propose", "proposent",
    "invite", "invitent", "presente", "ouvre",
    "reunit", "permet", "gratuit", "gratuite", "sans", "ainsi", "ne", "is", "are", "will", "si", NULL};

const char *const venue_words_not_after[] = {
    "inscription", "inscriptions", "inscrire", "inscrit", "inscrits", "inscrivez", "participer", "participez", "participation", "candidater",
    "candidature", "candidatures",
    "repondre", "repondez", "reponse", "reponses", "contribuer", "contribution", "initiation", "initiations", "initier", "formation", "formations", "former",
    "introduction", "appel", "appels", "invitation", "acces", "acceder", "grace", "quant", "face", "suite", "consacre", "consacree", "consacres", "consacrees",
    "dedie", "dediee", "dedies", "dediees", "relatif", "relative", "relatifs", "relatives", "lie", "liee", "lies", "liees", "ouvert", "ouverte",
    "ouverts", "ouvertes",
    "reserve", "reservee", "reserves", "reservees", "destine", "destinee", "destines", "destinees", "adresse", "adressee", "adressent", "adresser", "proposer",
    "propose", "proposent", "proposez", "permet", "permettent", "permettre", "transmis", "transmettre", "envoyer", "envoyez", "envoye", "passage", "migration",
    "conforme", "conformement", "rapport", "appartient", "soumis", "soumettre", "soumettez", "retirer", "deposer", "dossier", "dossiers", "demande",
    "demander", "telephone",
    "aider", "aide", "sensibilisation", "sensibiliser", "preparation", "preparer", "retour", "remise", "remettre", "droit", "droits", "soutien",
    "hommage", "merci", "renseignements",
    "rendre", "parole", "appartenant", "attribue", "attribuee", "decerne", "mise", "tenez", "connecter", "connectez", "billets", "vente", "prevente",
    "places", "reservation", "reservations",
    NULL};

const char *const venue_words_not_names[] = {
    "forum", "festival", "salon", "conference", "journee", "journees", "semaine", "soiree", "atelier", "ateliers", "reunion", "rencontre",
    "rencontres", "meetup",
    "hackathon", "congres", "sommet", "assises", "colloque", "seminaire", "fete", "fetes", "printemps", "marche", "concert", "concours", "prix",
    "challenge", "appel",
    "programme", "projet", "plan", "fonds", "gouvernement", "premier", "ministre", "president", "directeur", "conseil", "comite", "region", "etat",
    "france", "europe",
    "monde", "public", "administration", "administrations", "loi", "decret", "code", "guide", "m", "mme", "monsieur", "madame", "internet", "web",
    "open", "grand",
    "tournoi", "coupe", "championnat", "stage", "bal", "repas", "cafe", "debat", "cycle", "club", "reseau", "groupe", "association", "collectif", "equipe",
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre", "noel", "paques", "pole",
    "carnaval", "loto",
    "ete", "automne", "hiver", "matin", "soir", "bientot", "vos", "nos", "tous", "toutes", "partir", "savoir", "noter", "venir",
    "occasion", "demande", "niveau", "sein", "suite", "tarif", "prix", "profit", "meme", "memes", "cotes", "cote", "titre", "benefice", "initiative", "attention", "invitation",
    "maire", "prefet", "prefete", "depute", "deputes", "senateur", "senateurs", "secretaire", "directrice", "presidente", "elus", "agents", "citoyens",
    "usagers", "francais", "jeunes", "femmes", NULL};

const char *const venue_words_lands[] = {
    "havre", "mans", "puy", "creusot", "touquet", "bourget", "kremlin", "blanc", "raincy", "perreux", "vesinet", "cannet", "lamentin", "tampon", "port",
    "chesnay", "plessis", "pecq", "bouscat", "pontet", "teil", "thor", "crotoy", "treport", "conquet", "lude", "robert", "francois", "reunion", "martinique",
    "guadeloupe", "guyane", "canada", "quebec", "maroc", "japon", "luxembourg", "senegal", "bresil", "portugal", "royaume", "danemark", "pays", "defense",
    "rochelle", "ciotat", "baule", "courneuve", "seyne", "roche", "fleche", "garde", "teste", "nord", "sud", "est", "ouest", NULL};

const char *const venue_words_hosts[] = {"conseil", "grand", "cafe", "club", "region", "ateliers", "collectif", "association", "open", "pole", NULL};

const char *const venue_words_bracketed[] = {"metro", "rer", "tram", "tramway", "salle", "amphi", "amphitheatre", "hall", "batiment", "rez", "etage",
                                             "arret", "quartier", "porte", "room", "entree",
                                       "ex", "pres", "derriere", "face", "departement", NULL};

const char *const venue_words_noise[] = {"inscription", "inscriptions", "inscrire", "s", "voir", "plan", "carte", "itineraire", "gratuit", "gratuite",
                                         "entree libre", "tarif", "tarifs", "reserver",
                                   "reservation", "reservations", "places", "lien", "infos", "info", "informations", "renseignements", "contact",
                                   "tel", "telephone", "en savoir", "je", "complet",
                                   "ouvert", "duree", "horaires", "de", "evenement", "acceder", "acces par", "google", "openstreetmap", "map", NULL};

const char *const venue_words_unknown[] = {"a preciser", "a definir", "a venir", "a confirmer", "a determiner", "a communiquer", "non communique", "communique prochainement", "communiquee prochainement",
                                           "communique ulterieurement", "communiquee ulterieurement", "precise ulterieurement", "precisee ulterieurement",
                                           "vous sera", "vous seront", "sera envoye",
                                     "sera communique", "sera precise", "seront communiques", "seront envoyes", "tba", "tbc", "tbd", "lieu secret",
                                     "voir ci dessous", "voir ci dessus", NULL};

const char *const venue_words_modes[] = {"presentiel", "en presentiel", "visioconference", "en visioconference", "visio", "en visio", "distanciel",
                                         "en distanciel", "visiconference", "en visiconference", "visio conference", "en visio conference",
                                   "en ligne", "a distance", "hybride", "en hybride", "format hybride", "sur place", "online", "on site", NULL};

const char *const venue_words_remote[] = {"en ligne", "en visioconference", "en visio", "a distance", "en distanciel", "online", "webinaire",
                                          "webinar", "webconference", "visioconference", "visiconference", "visio conference",
                                    "visio", "sur youtube", "chaine youtube", "youtube", "sur twitch", "sur zoom", "sur discord", "sur teams",
                                    "sur jitsi", "sur tchap", "sur facebook", "sur linkedin", "sur instagram", "en direct sur twitch", "en live",
                                    "classe virtuelle", "en classe virtuelle", "salle virtuelle", NULL};

const char *const venue_words_online[] = {"entierement", "toujours", "uniquement", "reponses", "passe", "passent", "exclusivement", "totalement",
                                          "et", "ou", "lieu", "tiendra", "tiendront", "tient", "deroulera", "derouleront", "deroule", "deroulent",
                                    "gratuit", "gratuite", "direct", "diffuse", "diffusee", "presentiel", "organise", "organisee", "vous", "heures",
                                    "h", "midi", "publique", "ouverte", "ouvert",
                                    "plenier", "pleniere", "information", "numerique", "simultanement", "aussi", "egalement", "soit", "suivre",
                                    "suivi", "suivent", "suit", "suivra", "suivront", "participer", "participez", "only",
                                    "rejoignez", "retransmis", "retransmise", "collective", "collectif", "off", "matin", "soir", "evenement",
                                    "atelier", "ateliers",
                                    "reunion", "reunions", "conference", "conferences", "formation", "formations", "rencontre", "rencontres",
                                    "seance", "seances", "session",
                                    "sessions", "debat", "cafe", "permanence", "permanences", "webinaire", "webinaires", "presentation", "table",
                                    "ronde", "colloque", "seminaire", NULL};

const char *const venue_words_labels[] = {"lieu", "lieux", "ou", "adresse", "endroit", "where", "place", "venue", "location", "address", "salle",
                                          "localisation", "emplacement", NULL};

const char *const venue_words_label_fill[] = {"date", "dates", "heure", "heures", "horaire", "horaires", "quand", "et", "de", "du", "des", "d", "l",
                                              "la", "le", "rendez", "vous", "rdv",
                                        "evenement", "atelier", "stage", "formation", "rencontre", "reunion", "exact", "concert", "conference",
                                        "seance", "depart", "accueil", "deroulement",
                                        "jour", "journee", "prevu", "postale", "and", "when", "time", "of", "the", NULL};

const char *const venue_words_errands[] = {"inscription", "inscriptions", "reservation", "reservations", "renseignements", "renseignement", "retrait",
                                           "billetterie", "dossier", "dossiers",
                                           "candidature", "candidatures", "vote", "depot", "paiement", "informations", "infos", NULL};

const char *const venue_words_anew[] = {"finalement", NULL};

const char *const venue_words_denied[] = {"aura pas lieu", "auront pas lieu", "aura plus lieu", "auront plus lieu", "se tiendra pas", "se tiendra plus",
                                          "se tiendront pas", "se tiendront plus", "se deroulera pas", "se deroulera plus", "sera pas", "sera plus", NULL};

const char *const venue_words_held[] = {"a lieu", "ont lieu", "durent", "est donne", "est toujours donne",
                                        "aura lieu", "auront lieu", "se tiendra", "se tiendront", "se tient", "se tiennent", "se deroulera",
                                        "se derouleront", "se deroule",
                                  "se deroulent", "est organise", "sont organises", "sont organisees", "sera organise", "sera organisee",
                                  "seront organises", "seront organisees",
                                  "vous accueillera", "vous accueille", "nous sommes", "vous attendons", "vous attend", "vous attendent", "depart a",
                                  "depart devant", "depart du", "depart de la", "depart de l", "departs du", "departs de la", "sur place",
                                  "rendez vous", "rdv", "posent leurs valises", "pose ses valises", "font etape", "fait etape", "font escale", "fait escale", "prend ses quartiers", "prennent leurs quartiers", "nous retrouverons", "retrouverons nous", "accueillis", "est organisee", "se passera", "se passe",
                                  "se suivent", "se suit", "se suivra", "se suivront", "se situe", "se trouve", "est situe", "est situee",
                                  "se retrouve", "se retrouvera", "se fera", "se feront", "partira", "sera en presentiel", "seront en presentiel",
                                  "sera a la fois en presentiel", "aura lieu en presentiel", "retrouvons nous", "retrouvez nous", "will take place",
                                  "takes place", "will be held", NULL};

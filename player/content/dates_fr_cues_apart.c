/* French: what takes place and is nothing to come to: of bodies, officials and parties, of staff, trades and roads, of nature, of the law; words that
 * mean an event elsewhere and none here; what is supposed, denied, sold out. Other words are in dates_fr_cues.c. */
#include "content/dates_fr_cues.h"

#include <stddef.h>

const struct grammar_cue dates_fr_cues_apart[] = {
    /* Bodies, officials, parties. */
    {"reunion* de la fed|bce|direction|commission", CUE_PRIVATE}, {"reunion* de l opep|opec|oms|onu|otan|executif", CUE_PRIVATE},
    {"reunion* des directeurs|directrices|ministres|chefs|cadres|syndicats|proprietaires|actionnaires|maires|prefets", CUE_PRIVATE},
    {"rencontre* entre le|la|les|l ministre|president|presidente|premier|prefet|maire|syndicats|direction|dirigeants", CUE_PRIVATE},
    {"rencontre* avec le|la|les|l ministre|prefet|promoteur|syndicats|direction|intersyndicale|avocats", CUE_PRIVATE},
    {"congres du|de|des parti*|deputes|republicains|socialistes", CUE_PRIVATE},
    {"assemblee* generale* des actionnaires|coproprietaires", CUE_PRIVATE}, {"assemblee* generale* de l onu|copropriete", CUE_PRIVATE},
    {"session* extraordinaire*|ordinaire*|pleniere* du parlement|conseil|senat", CUE_PRIVATE}, {"session* du parlement|congres", CUE_PRIVATE},
    {"debat* a l assemblee", CUE_PRIVATE}, {"debat* au senat|parlement", CUE_PRIVATE}, {"conference* de presse du|de|des ministre|president|prefet|maire", CUE_PRIVATE},
    {"reserve*|reservee* a la presse", CUE_PRIVATE}, {"ministre|premier|president|presidente|prefet|prefete|delegation ... assistera", CUE_PRIVATE},
    {"ministre ... participera|interviendra|recevra|visitera|inaugurera", CUE_PRIVATE}, {"exprimera a la television|radio", CUE_PRIVATE},
    {"visite* du|de prefet|ministre|president|jury|pape", CUE_PRIVATE}, {"visite* de la ministre|prefete|commission", CUE_PRIVATE}, {"visite* d controle", CUE_PRIVATE},
    {"visite* medicale*|periodique*", CUE_PRIVATE}, {"investiture du|de", CUE_PRIVATE}, {"couronnement du|de", CUE_PRIVATE},
    /* Staff, schools, families. */
    {"formation des|du agents|elus|enseignants|pompiers|personnel|personnels|gouvernement", CUE_PRIVATE}, {"journee|soiree|repas|sortie de cohesion", CUE_PRIVATE},
    {"soiree|repas|sortie|fete|arbre du|des personnel|personnels|agents", CUE_PRIVATE}, {"reserve* aux benevoles", CUE_PRIVATE},
    {"se marieront|marie|marient", CUE_PRIVATE}, {"dans l intimite", CUE_OFF}, {"voyage* scolaire*", CUE_PRIVATE}, {"partiront|partent en sejour|classe|voyage", CUE_PRIVATE},
    {"stage* de troisieme|seconde|observation|fin", CUE_PRIVATE}, {"stage* non remunere*", CUE_PRIVATE}, {"stage* d observation", CUE_PRIVATE}, {"photo* de classe", CUE_PRIVATE},
    {"epreuve* du|de bac|brevet|concours|francais|philosophie|mathematiques", CUE_PRIVATE}, {"vaccination des eleves", CUE_PRIVATE},
    /* Works, roads, services. */
    {"nettoyage des|du|de vitres|facades|facade|reseau|bacs|cuves|voirie|reservoirs|reservoir", CUE_PRIVATE}, {"nettoyage de la tour|voirie|chaussee|facade", CUE_PRIVATE}, {"marquage* au sol", CUE_PRIVATE}, {"refection de|du|des", CUE_PRIVATE}, {"intervention du|des vitrier|plombier|electricien|technicien|serrurier|ramoneur", CUE_PRIVATE}, {"inventaire de la|du boutique|magasin|stock|librairie", CUE_PRIVATE}, {"decrochage de|du|des", CUE_PRIVATE}, {"traitement contre", CUE_PRIVATE}, {"test* des|du alarme*|sirene*|reseau", CUE_PRIVATE}, {"essai* de|des sirene*|sirenes", CUE_PRIVATE}, {"micro coupures", CUE_PRIVATE}, {"manoeuvres militaires", CUE_PRIVATE}, {"lacher d eau", CUE_PRIVATE}, {"lachers d eau", CUE_PRIVATE}, {"tir|tirs de sangliers|sanglier|chevreuils", CUE_PRIVATE}, {"vol retour|aller", CUE_PRIVATE}, {"travail de nuit", CUE_PRIVATE}, {"pharmacie* de garde", CUE_PRIVATE}, {"episode* de pollution|chaleur|neige|canicule", CUE_PRIVATE}, {"orages", CUE_PRIVATE}, {"pleine|basse mer", CUE_PRIVATE}, {"soleil se levera|couchera", CUE_PRIVATE}, {"est|sont privatise*|loue*|reserve* samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi|le|pour", CUE_PRIVATE}, {"est|sont|sera|seront devie*|devies|deviee*", CUE_PRIVATE}, {"appel a temoins", CUE_PRIVATE}, {"recherche* des temoins", CUE_PRIVATE}, {"noces d or|argent|diamant|platine", CUE_PRIVATE}, {"bapteme* civil*", CUE_PRIVATE}, {"candidats|candidates convoques|convoquees", CUE_PRIVATE}, {"jury d assises", CUE_PRIVATE}, {"dernier|derniere service|entree|traversee a|le|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi", CUE_PRIVATE}, {"un creneau|creneaux de visite", CUE_NONE}, {"departement en classe verte|neige|decouverte", CUE_PRIVATE}, {"depart en classe", CUE_PRIVATE}, {"visite de l inspecteur|inspectrice|inspection", CUE_PRIVATE}, {"ne desservira|desserviront pas|plus", CUE_PRIVATE}, {"liste d attente", CUE_PRIVATE}, {"repas ... cantine|self", CUE_PRIVATE}, {"capture|sterilisation des|de chats", CUE_PRIVATE}, {"cours ... en visio|distanciel", CUE_PRIVATE}, {"simulation d accident|attentat|alerte|evacuation", CUE_PRIVATE}, {"le solde avant", CUE_PRIVATE}, {"resultats du|des baccalaureat|bac|brevet|examens", CUE_PRIVATE}, {"sa prochaine reunion est|sera fixee", CUE_PRIVATE},
    {"periode de chauffe", CUE_PRIVATE}, {"inventaire des zones", CUE_PRIVATE}, {"technicien|releveur|facteur passera", CUE_PRIVATE}, {"grande|grandes maree*", CUE_PRIVATE},
    {"enedis|grdf|orange|veolia|suez interviendra|passera", CUE_PRIVATE}, {"audience de conciliation|jugement", CUE_PRIVATE}, {"se reuniront|reunira ... pour preparer", CUE_PRIVATE},
    {"abattage* de|des|du|d", CUE_PRIVATE}, {"ramonage*", CUE_PRIVATE}, {"epandage*", CUE_PRIVATE}, {"demoustication", CUE_PRIVATE}, {"deminage", CUE_PRIVATE},
    {"demontage de|des|du|d", CUE_PRIVATE}, {"elagage*", CUE_PRIVATE}, {"demenagement de|du|des", CUE_PRIVATE}, {"emmenagement de|du|des", CUE_PRIVATE},
    {"controle* de vitesse|securite", CUE_PRIVATE}, {"exercice* incendie", CUE_PRIVATE}, {"exercice* d evacuation|alerte", CUE_PRIVATE}, {"commission de securite", CUE_PRIVATE},
    {"comptage* routier*", CUE_PRIVATE}, {"votre|vos colis", CUE_PRIVATE}, {"prochain|prochaine passage|tournee", CUE_PRIVATE},
    {"ouverture exceptionnelle de la|du|des mairie|bureau|guichet|secretariat|bureaux|guichets", CUE_PRIVATE}, {"change|changent|changera ses|leurs|d horaires|horaire", CUE_PRIVATE},
    {"bureau|bureaux de vote", CUE_PRIVATE}, {"en raison de|du|des match|course|marathon|marche|brocante|travaux|tournage", CUE_PRIVATE},
    {"sera|seront prive*|cure* d|le|la", CUE_PRIVATE}, {"maree* haute*|basse*", CUE_PRIVATE}, {"lever|coucher du|de soleil|lune", CUE_NONE}, {"sera|seront monte* le|du|a", CUE_STEP},
    {"nouvelle|nouveau ecole|lycee|college|usine|magasin|agence|creche ouvrira|ouvre ses portes", CUE_STEP},
    /* Seasons, trade, law, votes. */
    {"soldes", CUE_PRIVATE}, {"commercialisation", CUE_STEP}, {"mise en vente", CUE_STEP}, {"sortie du|de film|jeu|livre|disque|logiciel", CUE_STEP}, {"audience* publique*", CUE_PRIVATE},
    {"audience est|sera fixee", CUE_PRIVATE}, {"proces de|du|des", CUE_PRIVATE}, {"ouverture des plis|offres", CUE_PRIVATE},
    {"scrutin du|aura", CUE_PRIVATE}, {"soiree|nuit electorale", CUE_PRIVATE},
    {"liste* pour les senatoriales|municipales|europeennes|legislatives|regionales", CUE_PRIVATE}, {"negociation*", CUE_PRIVATE}, {"bail|vente|convention|contrat ... doit|devra etre signe*", CUE_PRIVATE},
    /* Words that mean an event elsewhere. */
    {"dans la matinee|soiree|journee", CUE_NONE}, {"dans l apres midi", CUE_NONE}, {"demi journee de conge|repos|rtt", CUE_PRIVATE}, {"sera|est chomee|travaillee|ferie|feriee|chome", CUE_OFF},
    {"fete des meres|peres ... aura|est|tombe", CUE_PRIVATE}, {"fete du travail", CUE_PRIVATE}, {"journee de solidarite", CUE_PRIVATE}, {"black friday", CUE_PRIVATE},
    {"village sera|olympique", CUE_NONE}, {"cours d eau|or", CUE_NONE}, {"cours de bourse", CUE_NONE}, {"exposition* au|aux bruit|plomb|risques|ondes|soleil", CUE_NONE},
    {"projection* demographique*|economique*", CUE_NONE}, {"collecte de donnees", CUE_NONE}, {"collecte de la taxe|redevance", CUE_NONE}, {"salon* de coiffure|the|beaute", CUE_NONE},
    {"marathon* budgetaire*|parlementaire*|judiciaire*", CUE_NONE}, {"ballet diplomatique", CUE_NONE}, {"foire d empoigne", CUE_NONE}, {"semaine* de quatre jours", CUE_NONE},
    {"sera|seront|est diffuse*|retransmis* sur france|tf1|canal|m6|arte", CUE_PRIVATE}, {"coupe du monde", CUE_PRIVATE}, {"ligue 1", CUE_PRIVATE}, {"eurovision", CUE_PRIVATE}, {"oscars|cesars", CUE_PRIVATE},
    {"rendez vous ... pour les|la|decouvrir resultats|suite|laureats", CUE_NONE}, {"on se retrouve ... pour les|la resultats|suite", CUE_NONE},
    {"vente des places|billets pour|du|de ... debutera|debute|ouvrira|ouvre", CUE_STEP}, {"reservations pour le|la|les|l ... ouvriront|debuteront|ouvrent|debutent", CUE_STEP},
    /* Supposed, denied, sold out. */
    {"pourrait|pourraient avoir|se lieu|tenir", CUE_OFF}, {"ait|aurait|aient|avait|avaient lieu", CUE_OFF}, {"imaginons|supposons qu|que", CUE_OFF}, {"a l etude", CUE_OFF},
    {"plus de place|places pour|dans|a|au", CUE_OFF}, {"tombe|tombent a l eau", CUE_OFF}, {"ni concert|bal|fete|feu|defile ni", CUE_OFF}, {"devons|doit|devez renoncer", CUE_OFF},
    {"affiche|affichent deja plein|complet", CUE_OFF}, {"affiche|affichent plein", CUE_OFF}, {"n accepte|acceptons|acceptent plus d inscription*", CUE_OFF}, {"offre|poste a ete pourvue|pourvu", CUE_OFF}, {"a|ont ete pourvu*|retire*", CUE_OFF}, {"echue", CUE_CLOSED}, {"declare* sans suite", CUE_OFF}, {"appel|concours|consultation suspendu*", CUE_OFF}, {"places ont ete attribuees|prises|distribuees", CUE_OFF}, {"complet depuis", CUE_OFF}, {"change|changent|changera de jour|date", CUE_OFF}, {"pour les seuls|seules", CUE_OFF}, {"sans les familles|parents|enfants", CUE_OFF}, {"visite privee", CUE_OFF}, {"aux seuls|seules", CUE_OFF}, {"ses|leurs seuls|seules", CUE_OFF}, {"ne pouvons|pourrons plus vous accueillir|recevoir", CUE_OFF}, {"ne pouvait|peut se tenir", CUE_OFF}, {"n aura|auront ... pas lieu", CUE_OFF}, {"annulee|annules|annulees le", CUE_OFF}, {"pas d heure", CUE_OFF}, {"il s agit d un exercice", CUE_OFF}, {"a guichets fermes", CUE_OFF}, {"est|sont|sera|seront en pause", CUE_PRIVATE}, {"fait|font|fera|feront une pause", CUE_PRIVATE},
    {"n est|sera pas necessaire|utile|obligatoire de|d ... inscrire|deposer|envoyer|remplir|reserver|prendre|fournir|demander", CUE_TERM}, {"n avez|avons|ont pas a ... inscrire|deposer|envoyer|remplir|reserver|prendre|fournir|demander", CUE_TERM}, {"merci de ne pas", CUE_PRIVATE}, {"inutile de|d", CUE_TERM}, {"sans reponse de", CUE_PRIVATE}, {"ans avant le", CUE_SINCE}, {"ans au plus tard", CUE_SINCE}, {"ans revolus au|avant|a", CUE_SINCE}, {"majeur*|majeure* au|avant plus|le", CUE_SINCE}, {"bon a tirer", CUE_PRIVATE}, {"nul besoin de|d", CUE_TERM}, {"rien ne sert de|d", CUE_TERM},
    /* What somebody does for the reader, or how to behave. */
    {"votre|vos dossier|dossiers|candidature|demande|projet|idees|propositions|donnees sera|seront etudie*|analyse*|examine*|conserve*|traite*|instruit*", CUE_PRIVATE},
    {"doit|devra|doivent|devront|va vous repondre", CUE_PRIVATE}, {"repondra a toutes|vos|toute", CUE_PRIVATE}, {"reponses|propositions|annonces|decisions ... gouvernement|ministre ... sont|seront attendues", CUE_PRIVATE},
    {"deputes|senateurs|repreneurs ont jusqu au|a", CUE_PRIVATE}, {"reclamations ... affluent", CUE_PRIVATE}, {"ventes en ligne progressent|augmentent|reculent", CUE_PRIVATE},
    {"vous devez|devrez patienter|porter|utiliser|emprunter|contourner", CUE_PRIVATE}, {"merci de votre patience|comprehension|visite|fidelite", CUE_NONE}, {"pensez a vous couvrir|hydrater|proteger", CUE_PRIVATE},
    {"pensez a fermer|rentrer|arroser|prendre", CUE_PRIVATE}, {"veillez|veiller a ne pas|rester|garder|fermer", CUE_PRIVATE}, {"evitez", CUE_PRIVATE}, {"limitez", CUE_PRIVATE},
    {"faire|faites bouillir", CUE_PRIVATE}, {"demande* de ne pas", CUE_PRIVATE}, {"merci d utiliser|entrer", CUE_PRIVATE}, {"merci de laisser|fermer|garder|rouler|stationner", CUE_PRIVATE},
    {"semez|recoltez|plantez|taillez|cueillez|paillez|repiquez", CUE_PRIVATE}, {"il est demande de ne", CUE_PRIVATE}, {"escroc*", CUE_PRIVATE}, {"est une escroquerie|arnaque", CUE_PRIVATE},
    {NULL, CUE_NONE}};

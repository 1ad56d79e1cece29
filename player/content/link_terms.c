#include "content/link_terms.h"

#include <string.h>
#include <strings.h>

/* Only where the link itself says so. */
enum { OWN_WORDS = 1 << 20 };

/* Beginnings of folded words ("form$": the whole word), of one word or of several that follow each other. */
static const struct {
    const char *words;
    int use;
} terms[] = {
    {"postul", LINK_APPLY},      {"candidat", LINK_APPLY},     {"depos", LINK_APPLY},       {"depot", LINK_APPLY},
    {"reponse$ souhaitee", LINK_APPLY | LINK_ENROL}, {"reponse$ attendue", LINK_APPLY | LINK_ENROL},
    {"repondre", LINK_APPLY}, {"repondez", LINK_APPLY}, {"je$ reponds", LINK_APPLY}, {"creneau$", LINK_ENROL}, {"laisser$ votre", LINK_ENROL},
    {"laissez$ votre", LINK_ENROL}, {"signalez$ vous", LINK_APPLY | LINK_ENROL}, {"se$ passe sur", LINK_APPLY | LINK_ENROL},
    {"laissez$ nous", LINK_APPLY | LINK_ENROL}, {"annoter$", LINK_APPLY}, {"dites$ le", LINK_APPLY | LINK_ENROL}, {"demande$ de rendez", LINK_ENROL},
    {"repondant$", LINK_APPLY}, {"laisser$ vos", LINK_APPLY | LINK_ENROL}, {"laissez$ vos", LINK_APPLY | LINK_ENROL},
    {"dites$ nous", LINK_APPLY | LINK_ENROL}, {"proposer$", LINK_APPLY}, {"proposez", LINK_APPLY}, {"votre$ proposition", LINK_APPLY | OWN_WORDS},
    {"vos$ propositions", LINK_APPLY | OWN_WORDS}, {"une$ proposition", LINK_APPLY | OWN_WORDS}, {"ma$ proposition", LINK_APPLY | OWN_WORDS},
    {"de$ proposition", LINK_APPLY | OWN_WORDS}, {"proposition$ d", LINK_APPLY | OWN_WORDS}, {"propositions$ d", LINK_APPLY | OWN_WORDS},
    {"propose$ ton", LINK_APPLY | OWN_WORDS}, {"propose$ ta", LINK_APPLY | OWN_WORDS},
    {"prendre$ rendez vous", LINK_ENROL}, {"sur$ rdv", LINK_ENROL}, {"prendre$ rdv", LINK_ENROL},
    {"reservent", LINK_ENROL}, {"commenter$", LINK_APPLY}, {"relire$", LINK_APPLY},
    {"demander$", LINK_APPLY | LINK_ENROL}, {"je$", LINK_APPLY | LINK_ENROL | OWN_WORDS}, {"j$ y", LINK_ENROL}, {"profil$ d acheteur", LINK_APPLY},
    {"prevenir$", LINK_ENROL}, {"vous$ enregistrer", LINK_ENROL}, {"enregistrez$ vous", LINK_ENROL}, {"m$ enregistrer", LINK_ENROL}, {"s$ enregistrer", LINK_ENROL}, {"prevenez", LINK_ENROL}, {"exprimer$", LINK_APPLY}, {"adressees$", LINK_APPLY}, {"adresses$ par", LINK_APPLY},
    {"je$ donne", LINK_APPLY}, {"publiez", LINK_APPLY}, {"faire$ ma demande", LINK_APPLY}, {"faire$ une demande", LINK_APPLY},
    {"rdv$ conseille", LINK_ENROL}, {"rendez$ vous conseille", LINK_ENROL}, {"se$ font uniquement", LINK_APPLY}, {"se$ font", LINK_APPLY}, {"portez$ vous", LINK_APPLY}, {"constituer$", LINK_APPLY},
    {"constituez$", LINK_APPLY}, {"accredit", LINK_ENROL}, {"retirer$", LINK_ENROL}, {"faire$ un don", LINK_APPLY}, {"faites$ un don", LINK_APPLY},
    {"donner$", LINK_APPLY | OWN_WORDS}, {"par$ ici", LINK_HERE | OWN_WORDS}, {"vote$ en ligne", LINK_APPLY},
    {"vote$ est ouvert", LINK_APPLY}, {"vote$ se fait", LINK_APPLY}, {"votes$ sont ouverts", LINK_APPLY}, {"au$ meme endroit", LINK_HERE | OWN_WORDS},
    {"meme$ adresse", LINK_HERE | OWN_WORDS}, {"meme$ page", LINK_HERE | OWN_WORDS},
    {"envoyez", LINK_APPLY}, {"envoyer", LINK_APPLY}, {"envoi$", LINK_APPLY}, {"envoyes$", LINK_APPLY}, {"envoyees$", LINK_APPLY},
    {"faites$ vous connaitre", LINK_ENROL}, {"saisir$", LINK_APPLY}, {"saisies$", LINK_APPLY}, {"contribuez", LINK_APPLY},
    {"contribuer", LINK_APPLY},  {"contribution", LINK_APPLY | OWN_WORDS}, {"soumett", LINK_APPLY}, {"soumission", LINK_APPLY},
    {"formulaire", LINK_APPLY | LINK_ENROL}, {"voter", LINK_APPLY}, {"votez", LINK_APPLY},  {"questionnaire", LINK_APPLY},
    {"consultation", LINK_APPLY | OWN_WORDS}, {"apply", LINK_APPLY}, {"submit", LINK_APPLY},
    {"submission", LINK_APPLY | OWN_WORDS}, {"answer$", LINK_APPLY}, {"form$", LINK_APPLY}, {"dossier", LINK_APPLY | OWN_WORDS},
    {"signer", LINK_APPLY},      {"signez", LINK_APPLY},       {"sondage", LINK_APPLY | OWN_WORDS}, {"enquete", LINK_APPLY | OWN_WORDS},
    {"survey", LINK_APPLY | OWN_WORDS}, {"participat", LINK_APPLY | OWN_WORDS}, {"registre", LINK_APPLY | OWN_WORDS},
    {"quiz", LINK_APPLY | OWN_WORDS}, {"votre$ avis", LINK_APPLY | OWN_WORDS}, {"vos$ avis", LINK_APPLY | OWN_WORDS},
    {"mon$ avis", LINK_APPLY | OWN_WORDS}, {"ton$ avis", LINK_APPLY | OWN_WORDS}, {"retourner$", LINK_APPLY}, {"retournez", LINK_APPLY},
    {"renvoyer", LINK_APPLY},    {"renvoyez", LINK_APPLY},     {"transmettre", LINK_APPLY}, {"transmettez", LINK_APPLY},
    {"adresser$", LINK_APPLY},   {"adressez", LINK_APPLY},     {"remplir", LINK_APPLY},     {"remplissez", LINK_APPLY},
    {"completer$", LINK_APPLY},  {"completez", LINK_APPLY},    {"appel$ a", LINK_APPLY | OWN_WORDS}, {"appels$ a", LINK_APPLY | OWN_WORDS},
    {"inscri", LINK_ENROL}, {"preinscri", LINK_ENROL}, {"participer", LINK_ENROL}, {"assister$", LINK_ENROL}, {"assistez$", LINK_ENROL},
    {"venir$", LINK_ENROL}, {"participez", LINK_ENROL},
    {"participe$", LINK_ENROL | OWN_WORDS}, {"participation", LINK_ENROL}, {"reserver", LINK_ENROL}, {"reservez", LINK_ENROL},
    {"reservation", LINK_ENROL}, {"reserve$ ma", LINK_ENROL}, {"reserve$ mon", LINK_ENROL}, {"je$ reserve", LINK_ENROL}, {"parvenir$", LINK_APPLY},
    {"aupres$", LINK_HERE | OWN_WORDS}, {"billet", LINK_ENROL}, {"rejoignez", LINK_ENROL},
    {"rejoindre", LINK_ENROL},   {"register", LINK_ENROL},     {"registration", LINK_ENROL}, {"enrol", LINK_ENROL},
    {"sign$ up", LINK_ENROL},    {"book$", LINK_ENROL},        {"ticket", LINK_ENROL},      {"join$", LINK_ENROL},
    {"rsvp", LINK_ENROL},        {"confirmer$", LINK_ENROL},   {"confirmez", LINK_ENROL},   {"prenez", LINK_ENROL},
    {"badge$", LINK_ENROL | OWN_WORDS}, {"invitation$ a$", LINK_ENROL | OWN_WORDS},
    {"mon$ invitation", LINK_ENROL | OWN_WORDS}, {"votre$ invitation", LINK_ENROL | OWN_WORDS}, {"acheter", LINK_ENROL | OWN_WORDS}, {"achetez", LINK_ENROL | OWN_WORDS},
    {"visio$", LINK_WATCH},      {"visioconf", LINK_WATCH},    {"direct$", LINK_WATCH},     {"directement", LINK_WATCH},
    {"webinaire", LINK_WATCH | OWN_WORDS}, {"live$", LINK_WATCH}, {"suivre$ l", LINK_WATCH},
    {"retransmi", LINK_WATCH}, {"connexion", LINK_WATCH}, {"connecter$", LINK_WATCH}, {"connectez", LINK_WATCH},
    {"youtube", LINK_HERE | LINK_REPLAY | OWN_WORDS}, {"chaine$", LINK_HERE | LINK_REPLAY | OWN_WORDS}, {"gratuit", LINK_HERE | OWN_WORDS},
    {"savoir$ plus", LINK_TELL}, {"plus$ d info", LINK_TELL}, {"lire$ la suite", LINK_TELL},
    {"toutes$ les info", LINK_TELL}, {"infos$ pratiques", LINK_TELL}, {"cliqu", LINK_TELL | LINK_HERE}, {"more$", LINK_TELL}, {"read$", LINK_TELL},
    {"consultable", LINK_TELL}, {"accessible$ en ligne", LINK_TELL}, {"accessibles$ en ligne", LINK_TELL}, {"est$ en ligne", LINK_TELL},
    {"sont$ en ligne", LINK_TELL}, {"mis$ en ligne", LINK_TELL}, {"mise$ en ligne", LINK_TELL}, {"mises$ en ligne", LINK_TELL},
    {"acced", LINK_TELL},        {"consultez", LINK_TELL},     {"consulter$", LINK_TELL},   {"decouvr", LINK_TELL},
    {"telecharg", LINK_TELL},    {"retrouver$", LINK_TELL},    {"retrouvez", LINK_TELL},    {"voir$", LINK_TELL},
    {"visiter$", LINK_TELL},     {"visitez", LINK_TELL},       {"access$", LINK_TELL},      {"discover", LINK_TELL},
    {"see$", LINK_TELL},         {"rendez$ vous sur", LINK_TELL}, {"rendez$ vous ici", LINK_TELL}, {"disponible", LINK_TELL},
    {"programme", LINK_PAPER},   {"infos$", LINK_PAPER},       {"information", LINK_PAPER}, {"renseignement", LINK_PAPER}, {"detail", LINK_PAPER}, {"consigne", LINK_PAPER},
    {"reglement", LINK_PAPER},   {"cahier$ des charges", LINK_PAPER}, {"appel$", LINK_PAPER}, {"modalites", LINK_PAPER},
    {"affiche$", LINK_PAPER}, {"portail", LINK_PAPER}, {"fiche$", LINK_PAPER}, {"fiche$ de poste", LINK_TELL}, {"annonce$ du poste", LINK_TELL},
    {"offre$ d emploi", LINK_TELL}, {"offre$ de stage", LINK_TELL}, {"flyer", LINK_PAPER}, {"brochure", LINK_PAPER}, {"plaquette", LINK_PAPER},
    {"agenda", LINK_PAPER},
    {"ici$", LINK_HERE},         {"par$ la", LINK_HERE | OWN_WORDS}, {"lien$", LINK_HERE},      {"link$", LINK_HERE},       {"here$", LINK_HERE},
    {"page$", LINK_HERE},        {"site$", LINK_HERE},         {"website", LINK_HERE},      {"pad$", LINK_HERE},
    {"adresse$", LINK_HERE},     {"suivant", LINK_HERE},       {"mail$", LINK_HERE},        {"courriel", LINK_HERE},    {"email", LINK_HERE},
    {"ecri", LINK_HERE},         {"contact", LINK_HERE},         {"framadate", LINK_HERE},   {"doodle", LINK_HERE},
    {"newsletter", LINK_NEWS},   {"infolettre", LINK_NEWS}, {"/infolettre", LINK_NEWS},    {"lettre$ d info", LINK_NEWS}, {"lettre$ d actu", LINK_NEWS},
    {"lettre$ mensuelle", LINK_NEWS}, {"recevoir$ cette lettre", LINK_NEWS}, {"recevoir$ la lettre", LINK_NEWS},
    {"recevoir$ notre lettre", LINK_NEWS}, {"liste$ de diffusion", LINK_NEWS}, {"listes$ de diffusion", LINK_NEWS}, {"mailing", LINK_NEWS},
    {"liste$ de discussion", LINK_NEWS}, {"abonn", LINK_NEWS}, {"subscribe", LINK_NEWS},    {"restez$ inform", LINK_NEWS}, {"rester$ inform", LINK_NEWS},
    {"etre$ inform", LINK_NEWS}, {"tenu$ inform", LINK_NEWS},  {"tenus$ inform", LINK_NEWS}, {"rester$ au courant", LINK_NEWS},
    {"restez$ connecte", LINK_NEWS}, {"flux$ rss", LINK_NEWS}, {"rss$", LINK_NEWS},         {"suivez$ nous", LINK_NEWS}, {"suivre$ nous", LINK_NEWS},
    {"nous$ suivre", LINK_NEWS}, {"follow$ us", LINK_NEWS},    {"reseaux$ sociaux", LINK_NEWS}, {"communaute", LINK_NEWS | OWN_WORDS},
    {"twitter", LINK_NEWS},      {"linkedin", LINK_NEWS},      {"facebook", LINK_NEWS},     {"instagram", LINK_NEWS},   {"mastodon", LINK_NEWS},
    {"tchap", LINK_NEWS},        {"telegram", LINK_NEWS},      {"whatsapp", LINK_NEWS},     {"discord", LINK_NEWS},     {"mattermost", LINK_NEWS},
    {"inscriptions$ closes", LINK_CLOSED}, {"inscriptions$ terminees", LINK_CLOSED}, {"inscriptions$ fermees", LINK_CLOSED},
    {"candidatures$ closes", LINK_CLOSED},
    {"sont$ closes", LINK_CLOSED}, {"sont$ terminees", LINK_CLOSED}, {"sold$ out", LINK_CLOSED}, {"replay", LINK_REPLAY},
    {"rediffusion", LINK_REPLAY}, {"revoir", LINK_REPLAY}, {"revivez", LINK_REPLAY}, {"differe$", LINK_REPLAY},
    {"inscriptions$ a venir", LINK_LATER}, {"inscription$ a venir", LINK_LATER}, {"inscriptions$ seront ouvertes", LINK_LATER},
    {"inscription$ sera ouverte", LINK_LATER}, {"inscription$ sera possible", LINK_LATER}, {"inscriptions$ ouvriront", LINK_LATER},
    {"inscriptions$ prochainement", LINK_LATER}, {"inscription$ ouvrira", LINK_LATER}, {"billetterie$ ouvrira", LINK_LATER},
    {"inscriptions$ ne sont pas encore", LINK_LATER}, {"inscriptions$ bientot", LINK_LATER}, {"inscription$ bientot", LINK_LATER},
    {"lien$ sera", LINK_SENT}, {"lien$ vous sera", LINK_SENT}, {"lien$ de connexion sera", LINK_SENT}, {"lien$ de connexion vous sera", LINK_SENT},
    {"remise$ des prix", LINK_AWARD}, {"remise$ des trophees", LINK_AWARD}, {"remise$ du prix", LINK_AWARD}, {"annonce$ des laureats", LINK_AWARD},
    {"annonce$ des resultats", LINK_AWARD}, {"proclamation", LINK_AWARD}, {"resultats$ seront", LINK_AWARD}, {"resultats$ vous seront", LINK_AWARD},
    {"laureats$ seront", LINK_AWARD}, {"prix$ seront remis", LINK_AWARD}, {"prix$ sera remis", LINK_AWARD}, {"trophees$ seront remis", LINK_AWARD},
    {"retirez", LINK_ENROL}, {"se$ retire", LINK_ENROL}, {"se$ reserve", LINK_ENROL}, {"se$ demande", LINK_APPLY | LINK_ENROL},
    {"s$ obtien", LINK_APPLY | LINK_ENROL}, {"s$ envoi", LINK_APPLY}, {"se$ transmet", LINK_APPLY}, {"cv$ et", LINK_APPLY},
    {"s$ annoncer", LINK_ENROL}, {"annoncez$ vous", LINK_ENROL}, {"signaler$ votre", LINK_ENROL},
    {"signalez$ votre", LINK_ENROL}, {"signaler$ leur", LINK_ENROL}, {"signaler$ sa", LINK_ENROL}, {"annoncer$ votre", LINK_ENROL},
    {"enregistrez", LINK_ENROL}, {"referencer$", LINK_APPLY}, {"on$ reserve", LINK_ENROL}, {"demandes$ passent par", LINK_APPLY},
    {"enregistrement", LINK_REPLAY}, {"visionn", LINK_REPLAY}, {"temoignage", LINK_REPLAY}, {"compte$ rendu", LINK_REPLAY},
    {"video", LINK_REPLAY | OWN_WORDS},
    {"reponse$ du", LINK_REPLAY | OWN_WORDS}, {"reponse$ de", LINK_REPLAY | OWN_WORDS}, {"diaporama", LINK_REPLAY | OWN_WORDS},
    {"communique", LINK_REPLAY | OWN_WORDS}, {"retour$ sur", LINK_REPLAY}, {"bilan$", LINK_REPLAY | OWN_WORDS},
    {"decouvrir$ les laureat", LINK_REPLAY}, {"decouvrez$ les laureat", LINK_REPLAY}, {"decouvrir$ nos laureat", LINK_REPLAY},
    {"plus$ sur les laureat", LINK_REPLAY}, {"liste$ des laureat", LINK_REPLAY}, {"palmares$", LINK_REPLAY},
    {"vos$ questions", LINK_YOURS}, {"votre$ question", LINK_YOURS}, {"question$", LINK_QUESTION}, {"questions$", LINK_QUESTION},
    {"un$ doute", LINK_QUESTION}, {"une$ remarque", LINK_QUESTION},
    {"faq$", LINK_QUESTION}, {"foire$ aux questions", LINK_QUESTION},
    {"liberer$ votre", LINK_OTHERWISE}, {"liberez$ votre", LINK_OTHERWISE}, {"ne$ vous convient", LINK_OTHERWISE},
    {"ne$ pouvez plus", LINK_OTHERWISE}, {"ne$ pouvez pas", LINK_OTHERWISE}, {"ne$ pouvez finalement", LINK_OTHERWISE}, {"desist", LINK_OTHERWISE},
    {"annul", LINK_OTHERWISE}, {"empech", LINK_OTHERWISE}, {"desinscri", LINK_OTHERWISE}, {"desabonn", LINK_OTHERWISE},
    {"en$ cas d", LINK_OTHERWISE}, {"rgpd", LINK_OTHERWISE}, {"acces$ a vos", LINK_OTHERWISE}, {"erreur", LINK_OTHERWISE},
    {"coquille", LINK_OTHERWISE}, {"presse$", LINK_OTHERS}, {"journalist", LINK_OTHERS},
    {"donnees$ personnelles", LINK_OTHERS}, {"protection$ des donnees", LINK_OTHERS}, {"probleme", LINK_OTHERS}, {"difficulte", LINK_OTHERS},
    {"besoin$ d aide", LINK_OTHERS}, {"handicap", LINK_OTHERS}, {"mobilite$ reduite", LINK_OTHERS},
    {"salle", LINK_WHERE},       {"rue$", LINK_WHERE},         {"avenue", LINK_WHERE},      {"boulevard", LINK_WHERE},  {"campus", LINK_WHERE},
    {"amphi", LINK_WHERE},       {"lieu$", LINK_WHERE},        {"plan$", LINK_WHERE},       {"mairie", LINK_WHERE},     {"hotel", LINK_WHERE},
    {"maison$", LINK_WHERE},     {"universite", LINK_WHERE},   {"palais$", LINK_WHERE},     {"bibliotheque", LINK_WHERE}, {"mediatheque", LINK_WHERE},
    {"evenement", LINK_SUBJECT}, {"appel$", LINK_SUBJECT},     {"journee", LINK_SUBJECT},   {"atelier", LINK_SUBJECT},  {"rencontre", LINK_SUBJECT},
    {"conference", LINK_SUBJECT}, {"concours", LINK_SUBJECT},  {"formation", LINK_SUBJECT}, {"hackathon", LINK_SUBJECT}, {"seminaire", LINK_SUBJECT},
    {"soiree", LINK_SUBJECT},    {"festival", LINK_SUBJECT},   {"forum", LINK_SUBJECT},     {"colloque", LINK_SUBJECT}, {"stage$", LINK_SUBJECT},
    {"debat", LINK_SUBJECT}, {"causerie", LINK_SUBJECT}, {"exposition", LINK_SUBJECT}, {"table$ ronde", LINK_SUBJECT}, {"event", LINK_SUBJECT},
    {"programme", LINK_SUBJECT}, {"webinaire", LINK_SUBJECT},
};

/* Sites (or the beginning of a path on them) where one hands in, enrols, watches, subscribes. */
static const struct {
    const char *part;
    int use;
} sites[] = {{"demarches-simplifiees.fr", LINK_APPLY | LINK_ENROL}, {"demarche.numerique.gouv.fr", LINK_APPLY | LINK_ENROL},
             {"framaforms.org", LINK_APPLY | LINK_ENROL},
             {"forms.gle", LINK_APPLY | LINK_ENROL}, {"docs.google.com/forms", LINK_APPLY | LINK_ENROL}, {"limequery.", LINK_APPLY | LINK_ENROL},
             {"/limesurvey", LINK_APPLY | LINK_ENROL}, {"limesurvey.", LINK_APPLY | LINK_ENROL}, {"grist.numerique.gouv.fr", LINK_APPLY | LINK_ENROL},
             {"tally.so", LINK_APPLY | LINK_ENROL},
             {"forms.office.com", LINK_APPLY | LINK_ENROL}, {"sphinxonline", LINK_APPLY | LINK_ENROL}, {"yapla.com", LINK_ENROL}, {"framadate.org", LINK_ENROL},
             {"evento.renater.fr", LINK_ENROL}, {"calendly.com", LINK_ENROL}, {"typeform.com", LINK_APPLY | LINK_ENROL},
             {"sciencesconf.org", LINK_SUBJECT}, {"//jpo.", LINK_SUBJECT}, {"hotcrp.com", LINK_APPLY}, {"/inscription", LINK_ENROL},
             {"/registration", LINK_ENROL}, {"/candidat", LINK_APPLY}, {"/postuler", LINK_APPLY}, {"/depot", LINK_APPLY},
             {"easychair.org", LINK_APPLY}, {"//event.", LINK_SUBJECT}, {"//events.", LINK_SUBJECT}, {"doodle.com", LINK_ENROL},
             {"eventbrite.", LINK_ENROL}, {"billetweb.fr", LINK_ENROL},
             {"weezevent.com", LINK_ENROL}, {"helloasso.com", LINK_ENROL}, {"meetup.com", LINK_ENROL}, {"mobilizon.", LINK_ENROL}, {"sondages.", LINK_APPLY},
             {"livestorm.co", LINK_ENROL}, {"webinaire.numerique.gouv.fr", LINK_WATCH | LINK_ENROL}, {"zoom.us", LINK_WATCH}, {"meet.google.com", LINK_WATCH},
             {"teams.microsoft.com", LINK_WATCH}, {"webex.com", LINK_WATCH}, {"meet.jit.si", LINK_WATCH}, {"//bbb.", LINK_WATCH},
             {"//visio.", LINK_WATCH}, {"rendez-vous.renater.fr", LINK_WATCH}, {"infolettre", LINK_NEWS}, {"/infolettre", LINK_NEWS},
             {"/newsletter", LINK_NEWS},
             {"/sympa/", LINK_NEWS}, {"//sympa.", LINK_NEWS}, {"//listes.", LINK_NEWS}, {"//lists.", LINK_NEWS}, {"framalistes.org", LINK_NEWS},
             {"framagroupes.org", LINK_NEWS},
             {"groups.google.com", LINK_NEWS}, {"/subscribe", LINK_NEWS}, {"list-manage.com", LINK_NEWS}, {"sibforms.com", LINK_NEWS},
             {"mailchi.mp", LINK_NEWS}, {"/annulation", LINK_OTHERWISE}, {"/desinscription", LINK_OTHERWISE}, {"/desistement", LINK_OTHERWISE}};

/* Hosts, and all below them. */
static const char *const networks[] = {"twitter.com", "x.com", "linkedin.com", "facebook.com", "instagram.com", "mastodon.social", "threads.net",
                                       "tiktok.com", "bsky.app", "piaille.fr",
                                       "social.numerique.gouv.fr", "mamot.fr", "framapiaf.org", "flickr.com", "slideshare.net", "speakerdeck.com",
                                       "tchap.gouv.fr", "t.me", "discord.gg",
                                       "fr.wikipedia.org", "en.wikipedia.org", "openstreetmap.org", "osm.org", "maps.app.goo.gl", "maps.google.com",
                                       "maps.google.fr", "creativecommons.org", "legifrance.gouv.fr", "eur-lex.europa.eu", NULL};
static const char *const shorteners[] = {"lnkd.in", "bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "is.gd", "shorturl.at", "urlr.me",
                                         "swll.to", NULL};

/* To whom one writes about the press, data of one's own, the site itself: what stands before the "@". */
static const char *const offices[] = {"presse", "press", "relations-presse", "dpo", "dpd", "rgpd", "cnil", "webmaster", "webmestre", "abuse",
                                      "noreply", "no-reply", "support", NULL};

/* Parts of an address that show a map or a list of films, whoever keeps it. */
static const char *const idle_paths[] = {"playlist", "/maps/", NULL};

/* What a button says for the first of these that the sentence holds. */
static const struct {
    const char *words;
    const char *french, *english;
} buttons[] = {{"inscri", "S’inscrire", "Register"},   {"preinscri", "Se préinscrire", "Pre-register"}, {"regist", "S’inscrire", "Register"},
               {"postul", "Candidater", "Apply"},      {"candidater", "Candidater", "Apply"},          {"candidatez", "Candidater", "Apply"},
               {"candidatur", "Candidater", "Apply"},  {"apply", "Candidater", "Apply"},
               {"participer", "Participer", "Take part"}, {"participez", "Participer", "Take part"},   {"participation", "Participer", "Take part"},
               {"reserver", "Réserver", "Book"},       {"reservez", "Réserver", "Book"},               {"reservation", "Réserver", "Book"},
               {"billet", "Réserver", "Book"},
               {"depos", "Déposer", "Submit"},         {"soumett", "Déposer", "Submit"},               {"submit", "Déposer", "Submit"},
               {"repondre", "Répondre", "Answer"},     {"repondez", "Répondre", "Answer"},             {"reponse", "Répondre", "Answer"},
               {"answer$", "Répondre", "Answer"},      {"proposer", "Proposer", "Submit"},             {"proposez", "Proposer", "Submit"},
               {"proposition", "Proposer", "Submit"},  {"contribuer", "Contribuer", "Contribute"},     {"contribuez", "Contribuer", "Contribute"},
               {"contribution", "Contribuer", "Contribute"},
               {"voter$", "Voter", "Vote"},            {"votez", "Voter", "Vote"},                     {"vote$", "Voter", "Vote"}};

static bool is_stem(const char *stem, size_t length, const char *word)
{
    bool whole = length && stem[length - 1] == '$';
    length -= whole;
    return strncmp(stem, word, length) == 0 && (!whole || word[length] == '\0');
}

/* The words of a term stand at lexeme `at` and after it; apostrophes and hyphens between them do not count. */
static bool stands_at(const char *term, const struct lexis *lexis, size_t at, size_t end)
{
    for (;; at++) {
        size_t length = strcspn(term, " ");
        while (at < end && (lexis_is_sign(&lexis->items[at], '\'') || lexis_is_sign(&lexis->items[at], '-')))
            at++;
        if (at >= end || lexis->items[at].kind != LEXEME_WORD || !is_stem(term, length, lexis->items[at].word))
            return false;
        if (term[length] == '\0')
            return true;
        term += length + 1;
    }
}

int link_terms_between(const struct lexis *lexis, size_t first, size_t end, bool label)
{
    int uses = 0;
    for (size_t i = first; i < end; i++)
        for (size_t k = 0; lexis->items[i].kind == LEXEME_WORD && k < sizeof terms / sizeof *terms; k++)
            if ((label || !(terms[k].use & OWN_WORDS)) && terms[k].words[0] == lexis->items[i].word[0] && stands_at(terms[k].words, lexis, i, end))
                uses |= terms[k].use & ~OWN_WORDS;
    return uses;
}

/* A part with a slash may stand anywhere in the address, any other in its host. */
int link_terms_of_address(const char *url)
{
    const char *host = strstr(url, "://");
    size_t length = strcspn(url, "?#"), host_end = host ? (size_t)(host - url) + 3 + strcspn(host + 3, "/?#") : length;
    int uses = 0;
    for (size_t i = 0; i < sizeof sites / sizeof *sites; i++) {
        const char *found = strstr(url, sites[i].part);
        if (found && found < url + (strchr(sites[i].part, '/') ? length : host_end))
            uses |= sites[i].use;
    }
    return uses;
}

static bool is_hosted_by(const char *url, const char *const *hosts)
{
    const char *host = strstr(url, "://");
    if (!host)
        return false;
    host += 3;
    size_t length = strcspn(host, "/?#:");
    for (; *hosts; hosts++) {
        size_t known = strlen(*hosts);
        if (length >= known && strncasecmp(host + length - known, *hosts, known) == 0 && (length == known || host[length - known - 1] == '.'))
            return true;
    }
    return false;
}

bool link_terms_is_network(const char *url)
{
    for (size_t i = 0; idle_paths[i]; i++)
        if (strstr(url, idle_paths[i]))
            return true;
    return is_hosted_by(url, networks);
}

bool link_terms_is_office(const char *url)
{
    for (size_t i = 0; offices[i]; i++) {
        size_t length = strlen(offices[i]);
        if (strncasecmp(url, "mailto:", 7) == 0 && strncasecmp(url + 7, offices[i], length) == 0 && strchr("@.-_", url[7 + length]))
            return true;
    }
    return false;
}

bool link_terms_is_shortener(const char *url)
{
    return is_hosted_by(url, shorteners);
}

const char *link_terms_button(const struct lexis *lexis, size_t first, size_t end, bool english)
{
    for (size_t i = first; i < end; i++)
        for (size_t k = 0; lexis->items[i].kind == LEXEME_WORD && k < sizeof buttons / sizeof *buttons; k++)
            if (stands_at(buttons[k].words, lexis, i, end))
                return english ? buttons[k].english : buttons[k].french;
    return NULL;
}

const char *link_terms_button_of_site(int uses, bool english)
{
    if (uses & LINK_WATCH)
        return english ? "Follow online" : "Suivre en ligne";
    if ((uses & LINK_ENROL) && !(uses & LINK_APPLY))
        return english ? "Register" : "S’inscrire";
    if ((uses & LINK_APPLY) && !(uses & LINK_ENROL))
        return english ? "Submit" : "Déposer";
    return uses & LINK_APPLY ? english ? "Fill in the form" : "Remplir le formulaire" : NULL;
}

/* Which link serves which fact: words, sentences, lines, sites, and the links that must never stand on a wall. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* `serves`: for each deadline (D), then for each event (E), the address that is tied to it or "-". All articles are of 2 March 2026. */
struct row {
    const char *body;
    const char *serves;
};

/* What a page says of links in its front matter: lines between the date and the end. */
struct front_row {
    const char *front;
    const char *body;
    const char *serves;
};

static const char *serves_of(struct arena *arena, const char *front, const char *body, const char *site)
{
    struct zone *zone = zone_create("Europe/Paris", NULL);
    struct article_settings settings = {.zone = zone, .site = site};
    struct diags diags;
    diag_init(&diags);
    const char *text = arena_format(arena, "---\ntitle: Le jardin partagé\ndate: 2026-03-02\n%s---\n\n%s\n", front, body);
    struct article *article = article_parse("essai.md", text, strlen(text), &settings, &diags);
    const struct facts *facts = facts_read(article, zone, &diags);
    struct buffer buffer;
    buffer_init(&buffer, arena);
    for (size_t i = 0; i < facts->deadline_count; i++)
        buffer_format(&buffer, "%sD %s", buffer.length ? "; " : "", facts->deadlines[i].action < 0 ? "-" : facts->actions[facts->deadlines[i].action].url);
    for (size_t i = 0; i < facts->event_count; i++)
        buffer_format(&buffer, "%sE %s", buffer.length ? "; " : "", facts->events[i].action < 0 ? "-" : facts->actions[facts->events[i].action].url);
    article_destroy(article);
    diag_finish(&diags);
    zone_destroy(zone);
    return buffer.data ? buffer.data : "";
}

static void assert_rows(const struct row *rows, size_t count)
{
    struct arena *arena = arena_create();
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        const char *found = serves_of(arena, "", rows[i].body, NULL);
        if (strcmp(found, rows[i].serves) == 0)
            continue;
        print_error("%s\n  expected %s\n  found    %s\n", rows[i].body, rows[i].serves, found);
        wrong++;
    }
    arena_destroy(arena);
    assert_int_equal(wrong, 0);
}

/* The words of the link say little; its sentence says what it is for. */
static void test_sentences(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"La plantation aura lieu le jeudi 12 mars à 18h, en lien avec le réseau [Graines](https://graines.example.org/).\n\nPour y prendre part, inscrivez-vous sur [ce pad](https://pad.example.fr/x).",
         "E https://pad.example.fr/x"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nSi vous souhaitez participer ou proposer une graine, c'est par [ici](https://jardin.example.fr/venir) ou abonnez-vous à la [liste](https://framalistes.org/jardin).",
         "E https://jardin.example.fr/venir"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nIl faut s'inscrire à la mairie au préalable, c'est [simple et gratuit](https://mairie.example.fr/badge).", "E https://mairie.example.fr/badge"},
        {"Rendez-vous le jeudi 12 mars à 18h. Plus d'informations sur le [site de la ville](https://ville.example.fr/jardin/2026).", "E https://ville.example.fr/jardin/2026"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nSi cela vous tente, merci de vous inscrire à l'adresse suivante :\n\n<https://dates.example.org/xM8>", "E https://dates.example.org/xM8"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nLes inscriptions sont ouvertes : https://jardin.example.fr/venir", "E https://jardin.example.fr/venir"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nInscrivez-vous sur [Jardinons](https://jardinons.example.fr/e/12).", "E https://jardinons.example.fr/e/12"},
        {"Candidatures jusqu'au 24 mars.\n\nRemplissez le dossier et déposez-le via [le portail](https://portail.example.fr/d).", "D https://portail.example.fr/d"},
        {"Candidatures jusqu'au 24 mars.\n\n[Consultez l'appel à candidatures](https://jardin.example.fr/appel.pdf)", "D https://jardin.example.fr/appel.pdf"},
        {"## Où\n\n- **Zoom**\n  <https://us02web.zoom.us/j/123>\n\n## Quand\n\nLe jeudi 12 mars à 18h, réunion ouverte à tous.", "E https://us02web.zoom.us/j/123"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nInscription à l'accueil, au 02 00 00 00 00, ou [sur le portail de la ville](https://ville.example.fr/ateliers).", "E https://ville.example.fr/ateliers"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nLes inscriptions se font [en ligne](https://ville.example.fr/visites), dans la limite des places.", "E https://ville.example.fr/visites"},
        {"Vos idées sont attendues jusqu'au 24 mars.\n\n### Comment déposer une idée ?\n\n- sur la plateforme [idees.example.fr](https://idees.example.fr/4) ;\n- ou à la mairie.", "D https://idees.example.fr/4"},
        {"Photos à déposer jusqu'au 24 mars, sur <https://photos.example.fr>", "D https://photos.example.fr"},
        {"Candidatures jusqu'au 24 mars.\n\nVenez nous voir, ou remplissez la [fiche](https://jardin.example.fr/fiche).", "D https://jardin.example.fr/fiche"},
        {"Retrouvez-nous au [Forum des jardins](https://ville.example.fr/forum) le jeudi 12 mars à 18h.", "E https://ville.example.fr/forum"},
        {"Vous pouvez déposer vos idées jusqu'au mardi 24 mars !\n[▸ c'est par ici ! ◂](https://jardin.example.fr/idees)", "D https://jardin.example.fr/idees"},
        {"Vous pourrez suivre la conférence du jeudi 12 mars à 18h sur le [canal de la ville](https://films.example.fr/ville).", "E https://films.example.fr/ville"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nPour plus de détails, consultez l'[affiche](https://jardin.example.fr/affiche.pdf).", "E https://jardin.example.fr/affiche.pdf"},
        {"Déposez votre dossier jusqu'au 24 mars.\n\nRejoins-nous le jeudi 12 mars à 18h, nous recevrons d'anciens jardiniers.\n\n> Connexion via ce lien : <https://jardin.zoom.us/j/12>", "D -; E https://jardin.zoom.us/j/12"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n[S'inscrire](jardin.eventbrite.com/12)", "E http://jardin.eventbrite.com/12"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nUn mot.\n\nDeux.\n\nTrois.\n\nQuatre.\n\nCinq.\n\nLe programme est prêt sur [https://jardin2026.example.org](https://jardin2026.example.org) et les inscriptions ouvertes.", "E https://jardin2026.example.org"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n## Comment s'inscrire ?\n\nTout se passe sur [notre page](https://jardin.example.fr/tout) et c'est gratuit.", "E https://jardin.example.fr/tout"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nLe programme est disponible via cette adresse : [https://jardin2026.example.org](https://jardin2026.example.org)", "E https://jardin2026.example.org"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nInscription possible par mail à jardin.partage@example.fr, au plus tard la veille.", "E mailto:jardin.partage@example.fr"},
        {"Candidatures jusqu'au 24 mars, par courriel à candidatures@jardin.example.fr.", "D mailto:candidatures@jardin.example.fr"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nInscription sur [www.jardin.example.fr](www.jardin.example.fr).", "E http://www.jardin.example.fr"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nPour que nous prévoyions les arrosoirs, faites-nous signe sur [ce tableau](https://tableau.example.fr/12).", "E https://tableau.example.fr/12"},
        {"Le dépôt des idées est prolongé jusqu'au 24 mars.\n\nLes autres équipes le feront sur [la plateforme de la ville](https://ville.example.fr/idees).", "D https://ville.example.fr/idees"},
    };
    assert_rows(rows, sizeof rows / sizeof *rows);
}

/* Names in a sentence, newsletters, networks, films, what is over, whom to ask: nothing that serves the fact. */
static void test_links_that_serve_nothing(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Rendez-vous le jeudi 12 mars à 18h, pour proposer des idées sur des sujets tels que le [compost urbain](https://compost.example.org/).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h. Venez participer avec les équipes de [graines.example.fr](https://graines.example.fr) et d'[Herbes](https://herbes.example.fr/).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nVous pouvez aussi vous [inscrire à notre lettre d'information](https://jardin.example.fr/lettre).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nInscrivez-vous à la [liste de diffusion](https://jardin.example.fr/liste).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n## Restez informés\n\n[S'inscrire](https://jardin.example.fr/infos)", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nPour participer, suivez-nous sur [LinkedIn](https://www.linkedin.com/company/jardin).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nAvant de vous inscrire, regardez l'un des [webinaires](https://youtube.com/playlist?list=PL1).", "E -"},
        {"Candidatures jusqu'au 24 mars.\n\nRegardez les [témoignages des anciens candidats](https://films.example.fr/anciens).", "D -"},
        {"Candidatures jusqu'au 24 mars.\n\nLe programme est soutenu par le [programme Villes vertes](https://villes.example.fr/programme).", "D -"},
        {"Candidatures jusqu'au 24 mars.\n\nPour toute question sur les candidatures : [nous contacter](mailto:jardin@example.fr).", "D -"},
        {"Candidatures jusqu'au 24 mars, selon la charte[1](https://charte.example.fr/note).", "D -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nSi vous avez des questions avant de vous inscrire, écrivez à jardin@example.fr.", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nPour adhérer à la ligue, inscrivez-vous sur [ligue.example.org](https://ligue.example.org/).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n[Inscriptions closes](https://jardin.example.fr/venir){: .button}", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n### S'inscrire\n\nÀ l'accueil, ou [sur la page des ateliers](https://jardin.example.fr/ateliers). Huit personnes au plus.", "E https://jardin.example.fr/ateliers"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n### Le quartier\n\nTout est dit [sur la page du quartier](https://ville.example.fr/quartier). Huit rues au plus.", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n## Contact pour l'inscription\n\nÀ la mairie.\n\nCet extrait du [site de la ligue](https://ligue.example.org/jardins) dit tout.", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n[S'inscrire](defis.html)", "E -"},
        {"Candidatures jusqu'au 24 mars.\n\nUne fois retenu, vous aurez l'[accès à l'outil](https://jardin.example.fr/outils/demarches-simplifiees.fr.html).", "D -"},
        {"Candidatures jusqu'au 24 mars.\n\nNos webinaires sur l'appel à candidatures :\n\nLe [programme](https://webinaire.numerique.gouv.fr/meeting/1)", "D -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nLa ligue en parle sur [son site](https://ligue.example.org/12), et la presse sur [le sien](https://presse.example.org/8).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h, [salle des fêtes](https://lieux.example.fr/salle), pour planter.", "E -"},
    };
    assert_rows(rows, sizeof rows / sizeof *rows);
}

/* Letters: whom a request, a limit or an invitation names; not the press, not for those who cannot come. */
static void test_letters(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nMerci d'annoncer le nombre de convives à [table@example.fr](mailto:table@example.fr).", "E mailto:table@example.fr"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nIl reste six bêches. Appelez-nous ou écrivez vite : [outils@example.fr](mailto:outils@example.fr?subject=B%C3%AAche).", "E mailto:outils@example.fr?subject=B%C3%AAche"},
        {"Candidatures au plus tard le 24 mars, pli fermé ou courriel à l'adresse [graines@example.fr](mailto:graines@example.fr).", "D mailto:graines@example.fr"},
        {"Les contributions sont attendues pour le 24 mars au plus tard. Elles s'envoient à [table@example.fr](mailto:table@example.fr).", "D mailto:table@example.fr"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nPour les écoles, s'annoncer auprès de [ecoles@example.fr](mailto:ecoles@example.fr).", "E mailto:ecoles@example.fr"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nSi vous ne pouvez plus venir, merci de le dire à [table@example.fr](mailto:table@example.fr).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nEn cas d'absence, prévenez [table@example.fr](mailto:table@example.fr).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nPour la presse, merci de joindre [lea@example.fr](mailto:lea@example.fr).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nMerci d'envoyer vos demandes d'interview à [presse@example.fr](mailto:presse@example.fr).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nUne question ? Écrivez à [table@example.fr](mailto:table@example.fr).", "E -"},
        {"Candidatures jusqu'au 24 mars.\n\nPosez vos questions jusqu'au 11 mars à [table@example.fr](mailto:table@example.fr).", "D mailto:table@example.fr; D -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nVous êtes journaliste ? Demandez un badge à [lea@example.fr](mailto:lea@example.fr).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nEnvie de venir ? Un mot à [table@example.fr](mailto:table@example.fr).", "E mailto:table@example.fr"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nPour avoir la clé, un mot à [table@example.fr](mailto:table@example.fr) suffit.", "E mailto:table@example.fr"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nPour recevoir cette lettre, écrivez à [table@example.fr](mailto:table@example.fr).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nLéa Roy ([lea@example.fr](mailto:lea@example.fr)) tiendra le râteau.", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nPour participer à l'atelier « Handicap », écrivez à [table@example.fr](mailto:table@example.fr).", "E mailto:table@example.fr"},
    };
    assert_rows(rows, sizeof rows / sizeof *rows);
}

/* The sentence of the date says what a label without words of its own is for; the label may be the day, or a verb with its object. */
static void test_beside_the_date(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Jeudi 12 mars, de 18h à 19h : causerie sur les haies, [lien de connexion](https://jardin.example.fr/haies).", "E https://jardin.example.fr/haies"},
        {"Causerie le jeudi 12 mars à 18h, animée par l'équipe de [ce site](https://autre.example.fr/equipe), avec [Léa](https://lea.example.fr/roy).", "E -"},
        {"Nos causeries ont lieu [jeudi 12 mars à 18h](https://jardin.example.fr/1) et [jeudi 19 mars à 18h](https://jardin.example.fr/2).", "E https://jardin.example.fr/1; E https://jardin.example.fr/2"},
        {"Par écrit, via [le cahier de la ville](https://ville.example.fr/cahier), jusqu'au mardi 24 mars : donnez votre avis.", "D https://ville.example.fr/cahier"},
        {"Les candidatures sont reçues jusqu'au 24 mars, en suivant [ce lien](https://jardin.example.fr/d). La ville a aussi [un verger](https://ville.example.fr/verger).", "D https://jardin.example.fr/d"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n## Où réserver ?\n\n[Sur la page du jardin](https://jardin.example.fr/r). Un billet vous sera remis à l'entrée.", "E https://jardin.example.fr/r"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n## S'inscrire\n\n[La Serre](https://serre.example.fr/p). Une salle claire, avec [des bancs](https://bancs.example.fr/p).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h, ouvert à tous. [Demandez votre badge](https://jardin.example.fr/badge).", "E https://jardin.example.fr/badge"},
        {"Rendez-vous le jeudi 12 mars à 18h. Le code se demande [sur la page du club](https://club.example.fr/c).", "E https://club.example.fr/c"},
        {"Répondez vite à [ces quatre questions](https://jardin.example.fr/q) avant le 24 mars.", "D https://jardin.example.fr/q"},
        {"Candidatures jusqu'au 24 mars.\n\nLisez nos réponses à [ces quatre questions](https://jardin.example.fr/q).", "D -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nLe [programme](https://jardin.example.fr/p) est en ligne.", "E https://jardin.example.fr/p"},
        {"Candidatures jusqu'au 24 mars.\n\nLes sujets, proposés par le club, sont [consultables ici](https://jardin.example.fr/s).\n\nLe dépôt se fait sur [l'espace du club](https://jardin.example.fr/d).", "D https://jardin.example.fr/d"},
    };
    assert_rows(rows, sizeof rows / sizeof *rows);
}

/* A shortened address gives way only to one of the page's own for the same. */
static void test_shortened(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"- Inscription avant le 10 mars : [formulaire](https://bit.ly/a1)\n- Envoi des photos jusqu'au 24 mars à [photos@example.fr](mailto:photos@example.fr)", "D https://bit.ly/a1; D mailto:photos@example.fr"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n[S'inscrire](https://jardin.example.fr/venir)\n\nInscriptions : [bit.ly/a1](https://bit.ly/a1)", "E https://jardin.example.fr/venir"},
        {"Deux visites :\n\n- Jeudi 12 mars à 18h : le verger, [inscription](https://bit.ly/a1)\n- Jeudi 19 mars à 18h : le potager, [inscription](https://bit.ly/b2)", "E https://bit.ly/a1; E https://bit.ly/b2"},
    };
    assert_rows(rows, sizeof rows / sizeof *rows);
}

/* Of several links the one of the line, of the heading; and what asks goes before what shows. */
static void test_lines(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Participez à nos ateliers !\n\n**[Tailler les rosiers](https://jardin.example.fr/rosiers)** — jeudi 12 mars à 18h\n\nAvec les mains.\n\n"
         "**[Faire son compost](https://jardin.example.fr/compost)** — jeudi 19 mars à 18h\n\nSans odeur.\n\n## S'inscrire\n\nTout se passe sur [notre page](https://jardin.example.fr/tout).",
         "E https://jardin.example.fr/rosiers; E https://jardin.example.fr/compost"},
        {"Nos ateliers :\n\n- Jeudi 12 mars, 18h : [Tailler les rosiers](https://jardin.example.fr/rosiers)\n- Jeudi 19 mars, 18h : [Faire son compost](https://jardin.example.fr/compost)",
         "E https://jardin.example.fr/rosiers; E https://jardin.example.fr/compost"},
        {"Venez à nos ateliers.\n\n## [Tailler les rosiers](https://jardin.example.fr/rosiers)\n\n- Jeudi 12 mars à 18h\n\n## [Faire son compost](https://jardin.example.fr/compost)\n\n- Jeudi 19 mars à 18h",
         "E https://jardin.example.fr/rosiers; E https://jardin.example.fr/compost"},
        {"Rendez-vous le jeudi 12 mars à 18h, en direct sur [notre chaîne](https://www.youtube.com/channel/abc).\n\n[Inscriptions](https://framaforms.org/jardin){: .button}", "E https://framaforms.org/jardin"},
        {"Rendez-vous le jeudi 12 mars à 18h, en direct sur [notre chaîne](https://www.youtube.com/channel/abc).", "E https://www.youtube.com/channel/abc"},
        {"- [Prix des balcons](https://prix.example.fr/balcons) : candidatures jusqu'au 24 mars\n- [Prix des cours](https://prix.example.fr/cours) : candidatures jusqu'au 31 mars",
         "D https://prix.example.fr/balcons; D https://prix.example.fr/cours"},
        {"Deux visites :\n\nJeudi 12 mars à 18h : le verger ([s'inscrire](https://jardin.example.fr/verger))  \nJeudi 19 mars à 18h : le potager ([s'inscrire](https://jardin.example.fr/potager))",
         "E https://jardin.example.fr/verger; E https://jardin.example.fr/potager"},
        {"Rejoignez-nous :\n\n- jeudi 12 mars à 18h : le verger\n- jeudi 19 mars à 18h : le potager\n\n[S'inscrire](https://jardin.example.fr/visites)",
         "E https://jardin.example.fr/visites; E https://jardin.example.fr/visites"},
        {"Jeudi 12 mars à 18h, visite du verger.\n\n[S'inscrire](https://jardin.example.fr/verger)\n\nJeudi 19 mars à 18h, visite du potager.", "E https://jardin.example.fr/verger; E -"},
        {"**Jeudi 12 mars à 18h, Lyon**\n\nUne visite lors des [Rencontres de la participation](https://rencontres.example.fr).\n\n**Jeudi 19 mars à 18h, Metz**\n\nUne autre visite.",
         "E https://rencontres.example.fr; E -"},
        {"Venez !\n\n## Calendrier\n\n- jeudi 12 mars à 18h : le verger\n- jeudi 19 mars à 18h : le potager\n\n## Boutique\n\nPour commander, passez par cette [page dédiée](https://www.helloasso.com/associations/jardin/boutique).",
         "E -; E -"},
        {"Venez !\n\n- jeudi 12 mars à 18h : le verger\n- mi-mars : un stage, inscriptions [en ligne](https://jardin.example.fr/stage)\n- jeudi 19 mars à 18h : le potager", "E -; E -"},
        {"Dossiers jusqu'au 24 mars.\n\nLes demandes sont à saisir sur Mon Jardin : <https://monjardin.example.fr>\n\nRéunion le jeudi 12 mars à 18h.\n\nInscription préalable : [formulaire](https://formulaires.example.fr/reunion).",
         "D https://monjardin.example.fr; E https://formulaires.example.fr/reunion"},
        {"L'appel à orateurs court jusqu'au 10 mars.\n\n[Proposer un sujet](https://jardin.example.fr/sujets)\n\nLa rencontre a lieu le jeudi 12 mars à 18h.",
         "D https://jardin.example.fr/sujets; E -"},
    };
    assert_rows(rows, sizeof rows / sizeof *rows);
}

/* What is another's: the link of another day, what is handed in until a day, the way out; the text of a law, the title of an article. */
static void test_links_of_others(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Venez à nos ateliers.\n\n**1. Les haies**\n\nOn taille et on cause. Jeudi 12 mars à 18h, au verger.\n\n**2. Les noix**\n\nJeudi 19 mars à 18h, à distance. [Inscription](https://framaforms.org/noix)",
         "E -; E https://framaforms.org/noix"},
        {"**Jeudi 12 mars, 18h** – Vœux du jardin, au verger. Venez !\n**Mardi 24 mars** – Dernier jour pour [répondre au questionnaire](https://jardin.example.fr/q).", "D https://jardin.example.fr/q; E -"},
        {"Venez !\n\nJeudi 12 mars à 18h, atelier haies.\n\nJeudi 19 mars à 18h, atelier noix. [Inscription aux deux ateliers](https://framaforms.org/noix)",
         "E https://framaforms.org/noix; E https://framaforms.org/noix"},
        {"Jeudi 12 mars à 18h, table ronde sur [le compost urbain](https://compost.example.fr/a), à la Serre.", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nSi ce jour ne vous convient plus, merci de [libérer votre chaise](https://framaforms.org/annulation-jardin-12).", "E -"},
        {"Candidatures jusqu'au 24 mars.\n\nCe prix applique [la loi sur la participation des habitants](https://www.legifrance.gouv.fr/loda/id/1).", "D -"},
        {"Candidatures jusqu'au 24 mars.\n\nDans la presse :\n\n- [La ville propose un nouveau verger](https://journal.example.fr/verger)\n- [Le conseil a rendu son avis](https://conseil.example.fr/avis)", "D -"},
    };
    assert_rows(rows, sizeof rows / sizeof *rows);
}

/* Of several in a row the one with the mark of the fact; a question beside a label that asks for itself. */
static void test_marks(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Deux groupes plantent.\n\n**Groupe A** : le jeudi 12 mars à 18h.\n\n**Groupe B** : le jeudi 19 mars à 18h.\n\nReste de la place : [s'inscrire au groupe B](https://jardin.example.fr/b).",
         "E -; E https://jardin.example.fr/b"},
        {"### Atelier n° 1\n\nLe jeudi 12 mars à 18h, on sème.\n\n### Atelier n° 2\n\nLe jeudi 19 mars à 18h, on plante.\n\n[S'inscrire à l'atelier 2](https://jardin.example.fr/2)\n\n[S'inscrire à l'atelier 1](https://jardin.example.fr/1)",
         "E https://jardin.example.fr/1; E https://jardin.example.fr/2"},
        {"Session 3 : le jeudi 12 mars à 18h. [Venir à la session 3](https://jardin.example.fr/3)", "E https://jardin.example.fr/3"},
        {"Rendez-vous au groupe de lecture le jeudi 12 mars à 18h. [Rejoindre le groupe B](https://jardin.example.fr/b)", "E https://jardin.example.fr/b"},
        {"Un atelier a lieu le jeudi 12 mars à 18h. [Inscrivez-vous à l'atelier](https://jardin.example.fr/venir) pour poser vos questions.\n\n## Votre projet\n\n[Déposer un projet](https://jardin.example.fr/d)",
         "E https://jardin.example.fr/venir"},
    };
    assert_rows(rows, sizeof rows / sizeof *rows);
}

/* What the event is about and who won last time is no way to it; what one must bring, and where one votes, is. */
static void test_ways(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"La rencontre du jeudi 12 mars à 18h se tient en visio et portera sur [Semis](https://www.semis.example.org/accueil).", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h, en visio sur [Semis](https://www.semis.example.org/j/12).", "E https://www.semis.example.org/j/12"},
        {"Vous avez jusqu'au 24 mars pour candidater.\n\n* [Découvrir les lauréats du premier concours](https://jardin.example.fr/laureats)\n* [Consulter l'appel à candidatures](https://jardin.example.fr/appel)",
         "D https://jardin.example.fr/appel"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n[S'inscrire à la rencontre avec les lauréats](https://jardin.example.fr/venir)", "E https://jardin.example.fr/venir"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nOn entre avec une [invitation à imprimer](https://jardin.example.fr/carton).", "E https://jardin.example.fr/carton"},
        {"Le vote est ouvert du 3 au 24 mars, [au même endroit](https://jardin.example.fr/vote).", "D https://jardin.example.fr/vote"},
        {"Les intentions sont à adresser avant le 24 mars à [revue@example.fr](mailto:revue@example.fr). Les consignes aux auteurs se trouvent [sur cette page](https://revue.example.fr/consignes).",
         "D mailto:revue@example.fr"},
    };
    assert_rows(rows, sizeof rows / sizeof *rows);
}

/* What the fact says of the way to it; sections that have nothing to do with it. */
static void test_promises(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Pour venir, [inscrivez-vous](https://jardin.example.fr/venir) à la plantation du jeudi 12 mars à 18h.\n\nUne récolte suivra le jeudi 19 mars à 18h (inscriptions à venir).",
         "E https://jardin.example.fr/venir; E -"},
        {"La causerie du jeudi 12 mars à 18h se tient à distance.\n\n[Lien de connexion](https://visio.example.fr/j/1)\n\nLa suivante est fixée au jeudi 19 mars à 18h. Le lien sera communiqué plus tard.",
         "E https://visio.example.fr/j/1; E -"},
        {"Causerie à distance le jeudi 12 mars à 18h. Le lien vous sera envoyé.\n\n[S'inscrire](https://jardin.example.fr/venir)", "E https://jardin.example.fr/venir"},
        {"[Je propose un verger](https://jardin.example.fr/concours) avant le 10 mars.\n\nLa remise des prix a lieu le jeudi 12 mars à 18h, à la Serre.", "D https://jardin.example.fr/concours; E -"},
        {"La remise des prix a lieu le jeudi 12 mars à 18h, à la Serre.\n\n[S'inscrire](https://jardin.example.fr/venir)", "E https://jardin.example.fr/venir"},
        {"Remplissez [ce sondage](https://framadate.org/abc).\n\n## Verger\n\nUn.\n\nDeux.\n\nTrois.\n\nQuatre.\n\nCinq.\n\nSix.\n\n## Potager\n\nUn.\n\nDeux.\n\nTrois.\n\nQuatre.\n\n## Prix\n\nLe prix des balcons attend vos candidatures jusqu'au 24 mars.",
         "D https://framadate.org/abc"},
        {"## Verger\n\nRemplissez [ce sondage](https://framadate.org/abc).\n\nUn.\n\nDeux.\n\nTrois.\n\nQuatre.\n\nCinq.\n\nSix.\n\n## Potager\n\nUn.\n\nDeux.\n\nTrois.\n\nQuatre.\n\nCinq.\n\nSix.\n\n## Prix\n\nLe prix des balcons attend vos candidatures jusqu'au 24 mars.",
         "D -"},
        {"## Prix\n\nLe prix des balcons attend vos candidatures jusqu'au 24 mars.\n\n## Agenda\n\n- Jeudi 12 mars à 18h : [plantation](https://framaforms.org/plantation)", "D -; E https://framaforms.org/plantation"},
    };
    assert_rows(rows, sizeof rows / sizeof *rows);
}

/* Tags of site builders that stand for a link; addresses that such a tag would have completed. */
static void test_tags_of_site_builders(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Billets jusqu'au 24 mars.\n\n{{< cta\ntitle=\"La billetterie\"\nlink_url=\"https://jardin.example.fr/billets?a=1&copy=2\"\nlink_label=\"Acheter ma place\" >}}\nVenez !\n{{< /cta >}}",
         "D https://jardin.example.fr/billets?a=1&copy=2"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n{% include rencontre.html\n   url='https://www.meetup.com/jardin/events/1/'\n%}", "E https://www.meetup.com/jardin/events/1/"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n<p>\n\n  Inscriptions ouvertes :\n\n  <a href=\"https://jardin.example.fr/venir\" target=\"_blank\">\n\n\\    je m’inscris\n\n  </a>\n\n</p>",
         "E https://jardin.example.fr/venir"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n{{< figure src=\"a.jpg\" link=\"https://framaforms.org/jardin\" >}}", "E -"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\n[S'inscrire]({{ site.baseurl }}/venir) ou [réserver]({{ page.url }})", "E -"},
    };
    assert_rows(rows, sizeof rows / sizeof *rows);
}

static void test_fields(void **state)
{
    (void)state;
    static const struct front_row rows[] = {
        {"event_start_date: 2026-03-12 18:00:00 +01:00\nregistration: https://jardin.example.fr/venir\n", "Venez planter.", "E https://jardin.example.fr/venir"},
        {"event_start_date: 2026-03-12 18:00:00 +01:00\nbilletterie: \"https://jardin.example.fr/billets\"\n", "Venez planter.", "E https://jardin.example.fr/billets"},
        {"event_start_date: 2026-03-12 18:00:00 +01:00\ninscription: sur place, sans réservation\n", "Venez planter.", "E -"},
        {"champs:\n- intitule: Organisateur\n  contenu: Les amis du jardin\n  lien: https://amis.example.fr/charte\n", "La consultation est ouverte jusqu'au 24 mars.", "D -"},
        {"champs:\n- intitule: Contribuer\n  contenu: Ouvrir la plateforme\n  lien: https://avis.example.fr/charte\n", "La consultation est ouverte jusqu'au 24 mars.", "D https://avis.example.fr/charte"},
        {"event_start_date: 2026-03-12 18:00:00 +01:00\nchamps:\n- intitule: Inscription\n  contenu: Former une équipe\n  lien: https://jardin.example.fr/equipes\n",
         "Inscription des équipes d'ici le 9 mars.", "D https://jardin.example.fr/equipes; E https://jardin.example.fr/equipes"},
        {"event_start_date: 2026-03-12 18:00:00 +01:00\nchamps:\n- intitule: Lettre d'information\n  contenu: La page de la lettre\n  lien: https://jardin.example.fr/lettre\n", "Venez planter.", "E -"},
    };
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(serves_of(arena, rows[i].front, rows[i].body, NULL), rows[i].serves);
    arena_destroy(arena);
}

/* What a button says: words of its own where the label has none, never the title once more. */
static void test_labels(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nPour participer, rendez-vous sur [ce pad](https://pad.example.fr/x).", "Participer"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nInscrivez-vous : https://jardin.example.fr/venir", "S’inscrire"},
        {"Rendez-vous le jeudi 12 mars à 18h : https://zoom.us/j/12", "Suivre en ligne"},
        {"Une causerie est proposée le jeudi 12 mars à 18h, réservée aux candidats ([lien de connexion](https://visio.example.fr/j/12)).", "Suivre en ligne"},
        {"Rendez-vous le jeudi 12 mars à 18h.\n\nLes inscriptions se font encore [en ligne](https://www.helloasso.com/jardin).", "S’inscrire"},
        {"Nos ateliers :\n\n- [Tailler les rosiers](https://jardin.example.fr/rosiers) : jeudi 12 mars à 18h\n- [Le compost](https://jardin.example.fr/compost) : jeudi 19 mars à 18h", "En savoir plus"},
    };
    struct arena *arena = arena_create();
    struct article_settings settings = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *text = arena_format(arena, "---\ntitle: Le jardin\ndate: 2026-03-02\n---\n\n%s\n", rows[i].body);
        struct article *article = article_parse("essai.md", text, strlen(text), &settings, NULL);
        const struct facts *facts = facts_read(article, settings.zone, NULL);
        assert_true(facts->event_count > 0 && facts->events[0].action >= 0);
        assert_string_equal(facts->actions[facts->events[0].action].label, rows[i].serves);
        article_destroy(article);
    }
    arena_destroy(arena);
}

/* A path is completed where the playlist names the site; what is beside the article cannot be. */
static void test_paths_of_the_site(void **state)
{
    (void)state;
    static const char meeting[] = "Rendez-vous le jeudi 12 mars à 18h.\n\n";
    static const struct row rows[] = {{"[S'inscrire](/agenda/jardin/)", "E https://ville.example.fr/agenda/jardin/"},
                                      {"[S'inscrire]({{ site.baseurl }}/agenda/jardin/)", "E https://ville.example.fr/agenda/jardin/"},
                                      {"[S'inscrire](//jardin.example.fr/venir)", "E https://jardin.example.fr/venir"},
                                      {"[S'inscrire](../agenda/)", "E -"},
                                      {"[S'inscrire](#venir)", "E -"}};
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(serves_of(arena, "", arena_format(arena, "%s%s", meeting, rows[i].body), "https://ville.example.fr"), rows[i].serves);
    assert_string_equal(serves_of(arena, "", arena_format(arena, "%s%s", meeting, rows[0].body), NULL), "E -");
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences), cmocka_unit_test(test_links_that_serve_nothing), cmocka_unit_test(test_letters),
        cmocka_unit_test(test_beside_the_date), cmocka_unit_test(test_shortened), cmocka_unit_test(test_lines),
        cmocka_unit_test(test_links_of_others), cmocka_unit_test(test_marks), cmocka_unit_test(test_ways), cmocka_unit_test(test_promises), cmocka_unit_test(test_tags_of_site_builders), cmocka_unit_test(test_fields),
        cmocka_unit_test(test_paths_of_the_site), cmocka_unit_test(test_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

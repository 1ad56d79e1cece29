/* Where a reader pauses: sentences, clauses, list items, short titles, addresses. */
#include "slides/address.h"
#include "slides/cut.h"
#include "slides/hand.h"

struct pair {
    const char *from, *to;
};

static void sentences(void **state)
{
    (void)state;
    static const struct pair first[] = {
        {"Une phrase. Une autre.", "Une phrase."},
        {"Vraiment ? Oui.", "Vraiment ?"},
        {"M. Dupont est là. Il parle.", "M. Dupont est là."},
        {"R. Allouche parle. Puis rien.", "R. Allouche parle."},
        {"voir l'art. 5 du code. Fin.", "voir l'art. 5 du code."},
        {"données, codes, etc. et le reste. Fin.", "données, codes, etc. et le reste."},
        {"données, codes, etc. Le reste.", "données, codes, etc."},
        {"version 2.5 du site. Fin.", "version 2.5 du site."},
        {"Il dit « oui ! » et part. Fin.", "Il dit « oui ! » et part."},
        {"Il dit « oui. » Puis il part.", "Il dit « oui. »"},
        {"un.e agent.e public. Fin.", "un.e agent.e public."},
        {"première ligne\nseconde", "première ligne"},
        {"sans fin", "sans fin"},
        {"Bravo !!! Encore.", "Bravo !!!"},
        {"C'est fini. 🎉 Merci.", "C'est fini."},
        {"C'est fini… mais non. Si.", "C'est fini… mais non."},
        {"à l'adresse exemple.fr. Merci.", "à l'adresse exemple.fr."},
        {"", ""},
    };
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        assert_string_equal(arena_copy_bytes(arena, first[i].from, cut_sentence(first[i].from)), first[i].to);
    arena_destroy(arena);
}

static void whole_sentences_only(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    const char *text = "Une première phrase. Une deuxième phrase. Une troisième.";
    assert_string_equal(cut_sentences(arena, text, 100), text);
    assert_string_equal(cut_sentences(arena, text, 45), "Une première phrase. Une deuxième phrase.");
    assert_string_equal(cut_sentences(arena, text, 25), "Une première phrase.");
    assert_string_equal(cut_sentences(arena, text, 10), "");
    assert_string_equal(cut_sentences(arena, "Un accompagnement complet sur mesure ; des ateliers, des rencontres et du temps.", 60),
                        "Un accompagnement complet sur mesure.");
    assert_string_equal(cut_sentences(arena, "Vous, qui aimez lire de très longues phrases, et encore davantage, venez.", 60), "");
    arena_destroy(arena);
}

static void items(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"un gain de temps ;", "un gain de temps"},
        {"un gain de temps\u00a0;", "un gain de temps"},
        {"un changement d'échelle.", "un changement d'échelle"},
        {"des données, etc.", "des données, etc."},
        {"Deux phrases. Ici.", "Deux phrases. Ici."},
        {"une première partie assez longue pour tenir seule : le détail que personne ne lit", "une première partie assez longue pour tenir seule"},
        {"Une première phrase qui tient. Une seconde qui déborde largement de la place donnée.", "Une première phrase qui tient"},
        {"rencontrez des personnes engagées dans l'État qui vous diront tout", "rencontrez des personnes engagées dans l'État"},
        {"Accompagner des projets pendant dix mois, à travers : un suivi individuel", "Accompagner des projets pendant dix mois"},
        {"une première partie assez longue pour tenir (et sa parenthèse)", "une première partie assez longue pour tenir"},
        {"une première partie (avec, entre crochets, bien des mots) assez longue", "une première partie (avec, entre crochets, bien des mots)…"},
        {"unmotbeaucouptroplongpourtenirsurunelignedecetécranetquinefinitpasdutout", ""},
    };
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_string_equal(cut_item(arena, pairs[i].from, 60), pairs[i].to);
    const char *words = "des mots sans aucun signe entre eux allant toujours plus loin que la place donnée";
    assert_string_equal(cut_item(arena, words, 60), "des mots sans aucun signe entre eux allant toujours plus…");
    arena_destroy(arena);
}

static void what_a_wall_cannot_do(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"➡ Venez", "Venez"},
        {"👉 Venez\n➡️ Partez", "Venez\nPartez"},
        {"➡ https://exemple.fr/abc", ""},
        {"Venez. Voir https://exemple.fr pour plus. Merci.", "Venez. Merci."},
        {"📅 Mercredi", "📅 Mercredi"},
        {"  blanc  ", "blanc"},
        {"Écrire à nous@exemple.fr.", "Écrire à nous@exemple.fr."},
    };
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_string_equal(cut_clean(arena, pairs[i].from), pairs[i].to);
    arena_destroy(arena);
}

static void short_titles(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"Accélérateur de communs : une 2e saison", "Accélérateur de communs"},
        {"Design public – Meetup #3", "Design public"},
        {"AMI IA – le second appel", "AMI IA – le second appel"},
        {"Formation : simplifier", "Formation : simplifier"},
        {"Garagethon", "Garagethon"},
    };
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_string_equal(cut_short_title(arena, pairs[i].from), pairs[i].to);
    arena_destroy(arena);
}

static void kickers(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"Accélérateur de communs : une 2e saison", "Accélérateur de communs"},
        {"Appel à interventions pour la journée du logiciel libre au salon de novembre", "Appel à interventions pour la journée du logiciel libre"},
        {"Administrations, proposez vos défis aux équipes pour améliorer vos services", "Administrations, proposez vos défis aux équipes"},
    };
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_string_equal(cut_kicker(arena, pairs[i].from, 60), pairs[i].to);
    arena_destroy(arena);
}

static void addresses(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"https://citoyens.exemple.fr/", "citoyens.exemple.fr"},
        {"https://www.exemple.fr/programme/", "exemple.fr/programme"},
        {"https://www.exemple.fr/un/chemin/beaucoup/trop/long/pour/etre/tape", "exemple.fr"},
        {"https://exemple.fr/?utm_source=mail", "exemple.fr"},
        {"https://exemple.fr/a%20b", "exemple.fr"},
        {"mailto:nous@exemple.fr?subject=Bonjour", "nous@exemple.fr"},
        {"rien", ""},
    };
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_string_equal(address_short(arena, pairs[i].from), pairs[i].to);
    arena_destroy(arena);
}

static void folding(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    assert_string_equal(cut_fold(arena, "  Jusqu’au\u00a01er  ÉTÉ à Œuvre"), "jusqu'au 1er ete a ouvre");
    arena_destroy(arena);
}

static void long_texts_stay_cheap(void **state)
{
    (void)state;
    static const char *const seeds[] = {"a.", ". ", "A. ", "\u00a0", "http://", "➡", "« ", "e ", ": "};
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
        size_t length = strlen(seeds[i]);
        char *text = arena_alloc(arena, 65536 + 8);
        for (size_t at = 0; at + length < 65536; at += length)
            memcpy(text + at, seeds[i], length);
        assert_non_null(cut_clean(arena, text));
        assert_non_null(cut_sentences(arena, text, 250));
        assert_non_null(cut_item(arena, text, 140));
        assert_non_null(cut_trailing(arena, text, ".,: e"));
        arena_reset(arena);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences), cmocka_unit_test(whole_sentences_only), cmocka_unit_test(items),
        cmocka_unit_test(what_a_wall_cannot_do), cmocka_unit_test(short_titles), cmocka_unit_test(addresses), cmocka_unit_test(kickers),
        cmocka_unit_test(folding), cmocka_unit_test(long_texts_stay_cheap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

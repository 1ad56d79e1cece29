/* The wording under a code. */
#include "base/arena.h"
#include "slides/label.h"
#include "slides/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void labels(void **state)
{
    (void)state;
    static const struct {
        const char *wording, *url, *label;
    } cases[] = {
        {"En savoir plus et postuler", "https://a.fr", "En savoir plus et postuler"},
        {"Infos et inscriptions", "https://a.fr", "Infos et inscriptions"},
        {"vous inscrire", "https://a.fr", "S’inscrire"},
        {"Cliquer pour s'inscrire", "https://a.fr", "S’inscrire"},
        {"ce formulaire", "https://a.fr", "Remplir le formulaire"},
        {"Ce formulaire", "https://a.fr", "Remplir le formulaire"},
        {"notre chaîne YouTube", "https://a.fr", "Suivre en ligne"},
        {"réservez vite vos places", "https://a.fr", "Réserver"},
        {"VOTEZ PAR LÀ", "https://a.fr", "Voter"},
        {"👉 JE M'INSCRIS AU SALON", "https://a.fr", "S’inscrire"},
        {"Le PDF", "https://a.fr", "Le PDF"},
        {"libre et gratuit", "https://a.fr", "En savoir plus"},
        {"https://a.fr/page", "https://a.fr/page", "En savoir plus"},
        {"", "https://a.fr", "En savoir plus"},
        {NULL, "https://a.fr", "En savoir plus"},
        {NULL, "mailto:nous@a.fr", "Nous écrire"},
        {"nous@a.fr", "mailto:nous@a.fr", "Nous écrire"},
        {"Écrire à l'accueil", "mailto:nous@a.fr", "Écrire à l'accueil"},
        {"Un libellé qui n'en finit plus de dire ce que l'on trouvera derrière ce code", "https://a.fr", "En savoir plus"},
    };
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(label_for(words_for("fr"), arena, cases[i].wording, cases[i].url), cases[i].label);
    assert_string_equal(label_for(words_for("en"), arena, "register here", "https://a.org"), "Register");
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(labels)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

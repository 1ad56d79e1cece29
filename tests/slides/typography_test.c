/* French typography: what staff type, and what is read. Blanks are written ~ (U+00A0) and ^ (U+202F) so that they can be seen. */
#include "base/arena.h"
#include "slides/typography.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct pair {
    const char *typed;
    const char *read;
};

static const struct pair french[] = {
    {"Bonjour !", "Bonjour^!"},
    {"Bonjour!", "Bonjour^!"},
    {"Vous venez ? Oui ; non.", "Vous venez^? Oui^; non."},
    {"Au programme : rien", "Au programme~: rien"},
    {"Au programme: rien", "Au programme~: rien"},
    {"Quoi ?!", "Quoi^?!"},
    {"(vraiment !)", "(vraiment^!)"},
    {"(!)", "(!)"},
    {"les « communs »", "les «^communs^»"},
    {"les «communs»", "les «^communs^»"},
    {"« Ça va ? »", "«^Ça va^?^»"},
    {"dit \"oui\" et part", "dit «^oui^» et part"},
    {"un écran de 55\" noir", "un écran de 55\" noir"},
    {"l'accès d'un an", "l’accès d’un an"},
    {"rendez-vous à 14h30", "rendez-vous à~14~h~30"},
    {"de 9h à 12h", "de 9~h à~12~h"},
    {"de 14 h 30 à 17 h 30", "de 14~h~30 à~17~h~30"},
    {"18h30-21h30", "18~h~30~– 21~h~30"},
    {"10h - 12h", "10~h~– 12~h"},
    {"(9h)", "(9~h)"},
    {"à 10:24", "à~10:24"},
    {"le 2 mai 2023", "le 2~mai~2023"},
    {"mercredi 10 mai, 14h", "mercredi~10~mai, 14~h"},
    {"le 1er juin", "le 1er~juin"},
    {"100% gratuit", "100~% gratuit"},
    {"10 % de plus", "10~% de plus"},
    {"300 000 €", "300^000~€"},
    {"20€", "20~€"},
    {"pendant 3 ans", "pendant 3~ans"},
    {"il y a un an", "il y~a~un an"},
    {"https://exemple.fr/a?b=c!d", "https://exemple.fr/a?b=c!d"},
    {"voir www.exemple.fr/l'an", "voir www.exemple.fr/l'an"},
    {"écrire à l'équipe: nous@exemple.fr", "écrire à~l’équipe~: nous@exemple.fr"},
    {"attendez...", "attendez…"},
    {"Un café - le 4e", "Un café – le 4e"},
    {"un porte-clés", "un porte-clés"},
    {"77 avenue de Ségur", "77~avenue de Ségur"},
    {"deux  blancs\t ici", "deux blancs ici"},
    {"une ligne \n une autre", "une ligne\nune autre"},
    {"📍 Paris", "📍 Paris"},
    {" : suite", "~: suite"},
    {"", ""},
    {" ", " "},
    {"!", "!"},
    {"C'est 5h", "C’est 5~h"},
    {"8hectares", "8hectares"},
};

static const struct pair english[] = {
    {"It's here!", "It’s here!"},
    {"Really ?", "Really?"},
    {"say \"yes\" now", "say “yes” now"},
    {"10 May 2023, 2:30 pm", "10~May~2023, 2:30~pm"},
    {"a word", "a~word"},
};

static char *seen(struct arena *arena, const char *text)
{
    char *shown = arena_alloc(arena, strlen(text) + 1);
    size_t length = 0;
    for (const char *at = text; *at;) {
        if (strncmp(at, "\u00a0", 2) == 0) {
            shown[length++] = '~';
            at += 2;
        } else if (strncmp(at, "\u202f", 3) == 0) {
            shown[length++] = '^';
            at += 3;
        } else {
            shown[length++] = *at++;
        }
    }
    return shown;
}

static void check(const struct pair *pairs, size_t count, bool is_english)
{
    struct arena *arena = arena_create();
    for (size_t i = 0; i < count; i++) {
        char *set = typography_set(arena, pairs[i].typed, is_english);
        assert_string_equal(seen(arena, set), pairs[i].read);
        assert_string_equal(typography_set(arena, set, is_english), set);
    }
    arena_destroy(arena);
}

static void french_is_set(void **state)
{
    (void)state;
    check(french, sizeof french / sizeof *french, false);
}

static void english_is_set(void **state)
{
    (void)state;
    check(english, sizeof english / sizeof *english, true);
}

/* Stretches written as text with raised parts in {}. */
static char *stretches(struct arena *arena, const struct text_line *line)
{
    char *text = arena_copy(arena, "");
    for (size_t i = 0; i < line->count; i++)
        text = arena_format(arena, line->texts[i].style & TEXT_SUPERSCRIPT ? "%s{%s}" : "%s%s", text, line->texts[i].text);
    return text;
}

static void ordinals_are_raised(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"une 2e saison", "une 2{e} saison"},
        {"le 1er", "le 1{er}"},
        {"la 1re fois", "la 1{re} fois"},
        {"(15e)", "(15{e})"},
        {"au XXIe siècle", "au XXI{e} siècle"},
        {"la Ve République", "la V{e} République"},
        {"3ème", "3{ème}"},
        {"2e, 3e et 4e", "2{e}, 3{e} et 4{e}"},
        {"Vers l'État", "Vers l’État"},
        {"n2e5", "n2e5"},
        {"10euros", "10euros"},
        {"la Vie", "la~Vie"},
        {"Ier", "I{er}"},
    };
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct text_line line = typography_line(arena, pairs[i].typed, TEXT_STRONG, false);
        if (strcmp(pairs[i].typed, "la Vie") == 0)
            assert_string_equal(typography_plain(arena, &line), "la Vie");
        else
            assert_string_equal(stretches(arena, &line), pairs[i].read);
        for (size_t k = 0; k < line.count; k++)
            assert_true(line.texts[k].style & TEXT_STRONG);
    }
    struct text_line english_line = typography_line(arena, "the 2e place", 0, true);
    assert_int_equal(english_line.count, 1);
    arena_destroy(arena);
}

static void lines_are_joined(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct text_line one = typography_line(arena, "avant, ", 0, false), other = typography_line(arena, "le 1er", TEXT_STRONG, false);
    struct text_line both = typography_join(arena, one, other);
    assert_string_equal(typography_plain(arena, &both), "avant, le 1er");
    assert_int_equal(both.texts[0].style, 0);
    assert_int_equal(both.texts[1].style, TEXT_STRONG);
    struct text_line none = {"", NULL, 0};
    assert_int_equal(typography_join(arena, none, other).count, other.count);
    assert_int_equal(typography_join(arena, one, none).count, one.count);
    arena_destroy(arena);
}

/* 64 KB of anything takes its time once, not its square. */
static void long_texts_stay_cheap(void **state)
{
    (void)state;
    static const char *const seeds[] = {"\"", "« ", "a ", "14h-", ".", "!", "www.", "@", "2e", "'", "\n", "I"};
    struct arena *arena = arena_create();
    for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
        size_t length = strlen(seeds[i]);
        char *text = arena_alloc(arena, 65536 + 8);
        for (size_t at = 0; at + length < 65536; at += length)
            memcpy(text + at, seeds[i], length);
        assert_non_null(typography_line(arena, text, 0, false).texts);
        arena_reset(arena);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(french_is_set),     cmocka_unit_test(english_is_set),        cmocka_unit_test(ordinals_are_raised),
        cmocka_unit_test(lines_are_joined), cmocka_unit_test(long_texts_stay_cheap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

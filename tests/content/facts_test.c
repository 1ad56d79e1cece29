/* What a whole article promises: places, titles, links tied to their facts, fields against text, contradictions, hostile input. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

/* One article while a test looks at it. */
struct read {
    struct zone *zone;
    struct arena *arena;
    struct diags diags;
    struct article *article;
    const struct facts *facts;
};

static struct read read_text(const char *text, size_t length)
{
    struct read read = {.zone = zone_create("Europe/Paris", NULL), .arena = arena_create()};
    struct article_settings settings = {.zone = read.zone};
    diag_init(&read.diags);
    read.article = article_parse("essai.md", text, length, &settings, &read.diags);
    read.facts = facts_read(read.article, read.zone, &read.diags);
    return read;
}

static struct read read_article(const char *text)
{
    return read_text(text, strlen(text));
}

static void forget(struct read *read)
{
    article_destroy(read->article);
    diag_finish(&read->diags);
    arena_destroy(read->arena);
    zone_destroy(read->zone);
}

static void assert_instant(struct read *read, struct wall wall, const char *expected)
{
    assert_string_equal(instant_format(read->arena, wall, read->zone), expected);
}

static bool warned(const struct read *read, const char *code, int line)
{
    for (size_t i = 0; i < read->diags.count; i++)
        if (strcmp(read->diags.items[i].code, code) == 0 && (line == 0 || read->diags.items[i].place.line == line))
            return true;
    return false;
}

static const char *url_of(const struct read *read, int action)
{
    return action >= 0 ? read->facts->actions[action].url : "";
}

static const char call[] = "---\n"
                           "title: Un coup de pouce aux jardins partagés\n"
                           "date: 2026-03-02 09:00:00 +01:00\n"
                           "---\n\n"
                           "La ville soutient les jardins.\n\n"
                           "## Un appel à idées jusqu'au 24 mars\n\n"
                           "Proposez la vôtre jusqu'au 24 mars, seul ou à plusieurs.\n\n"
                           "<div align=\"center\"><a href=\"https://jardins.example.fr/deposer\" class=\"button\"><b>Déposer une idée</b></a></div>\n\n"
                           "<div class=\"encadre noir\"><h3>Venez à la rencontre « Semer en ville », le 11 mars</h3>"
                           "<p>La mairie réunit les jardiniers.</p><p>Au programme : échange de graines et visite.</p>"
                           "<p>📅 Mercredi 11 mars, 18h à 20h\n<br>📍 Lyon, à la maison du parc (6e).</p>"
                           "<div class=\"lien-important\"><p><a href=\"https://jardins.example.fr/rencontre\">Infos et inscriptions</a></p></div></div>\n";

static void test_call_and_event(void **state)
{
    (void)state;
    struct read read = read_article(call);
    assert_int_equal(read.facts->deadline_count, 1);
    assert_int_equal(read.facts->event_count, 1);
    const struct deadline *deadline = &read.facts->deadlines[0];
    assert_instant(&read, deadline->until, "2026-03-25T00:00:00+01:00");
    assert_string_equal(deadline->text, "jusqu'au 24 mars");
    assert_false(deadline->has_time);
    assert_string_equal(url_of(&read, deadline->action), "https://jardins.example.fr/deposer");
    const struct event *event = &read.facts->events[0];
    assert_string_equal(event->title, "Semer en ville");
    assert_instant(&read, event->start, "2026-03-11T18:00:00+01:00");
    assert_instant(&read, event->end, "2026-03-11T20:00:00+01:00");
    assert_string_equal(event->place, "Lyon, à la maison du parc (6e)");
    assert_string_equal(event->about, "Au programme : échange de graines et visite.");
    assert_string_equal(event->text, "Mercredi 11 mars, 18h à 20h");
    assert_string_equal(event->reason.french, "année 2026 d’après la date de publication ; mercredi concorde");
    assert_string_equal(url_of(&read, event->action), "https://jardins.example.fr/rencontre");
    assert_int_equal(read.facts->actions[event->action].serves, ACTION_FOR_EVENT);
    assert_int_equal(read.facts->actions[deadline->action].serves, ACTION_FOR_DEADLINE);
    forget(&read);
}

static void test_field_against_text(void **state)
{
    (void)state;
    struct read read = read_article("---\ntitle: Rencontre des cartographes\ndate: 2026-01-09 10:00:00 +01:00\n"
                                    "event_start_date: 2026-01-22 17:30:00 +01:00\nlieu: Maison des cartes\nadresse: \"3 rue du Nord\\n69001 Lyon\"\n"
                                    "champs_informations:\n- intitule: Horaires\n  contenu: 18h30-21h30\n- intitule: Modalités\n  contenu: Sur inscription\n"
                                    "  lien: https://cartes.example.fr/venir\n---\n\nRendez-vous le jeudi 22 janvier à 18h30 pour une soirée de cartes.\n");
    assert_int_equal(read.facts->event_count, 1);
    const struct event *event = &read.facts->events[0];
    assert_instant(&read, event->start, "2026-01-22T18:30:00+01:00");
    assert_instant(&read, event->end, "2026-01-22T21:30:00+01:00");
    assert_string_equal(event->place, "Maison des cartes, 3 rue du Nord 69001 Lyon");
    assert_string_equal(url_of(&read, event->action), "https://cartes.example.fr/venir");
    assert_true(warned(&read, "date-contradiction", 4));
    forget(&read);
}

static void test_universal_time(void **state)
{
    (void)state;
    struct read agrees = read_article("---\ntitle: Atelier\ndate: 2026-05-02\nevent_start_date: 2026-06-03T14:30:00Z\n---\n\nLe mercredi 3 juin à 14h30.\n");
    assert_int_equal(agrees.facts->event_count, 1);
    assert_instant(&agrees, agrees.facts->events[0].start, "2026-06-03T14:30:00+02:00");
    assert_false(warned(&agrees, "date-contradiction", 0));
    forget(&agrees);
    struct read alone = read_article("---\ntitle: Atelier\ndate: 2026-05-02\nevent_start_date: 2026-06-03T14:30:00Z\n---\n\nVenez !\n");
    assert_int_equal(alone.facts->event_count, 1);
    assert_true(alone.facts->events[0].all_day);
    assert_true(warned(&alone, "date-field-utc", 4));
    forget(&alone);
    struct read local = read_article("---\ntitle: Atelier\ndate: 2026-05-02\nevent_start_date: 2026-06-03T14:30:00Z\n---\n\nRendez-vous le mercredi 3 juin à 14h30.\n");
    assert_int_equal(local.facts->event_count, 1);
    assert_instant(&local, local.facts->events[0].start, "2026-06-03T14:30:00+02:00");
    assert_true(warned(&local, "date-field-utc", 4));
    forget(&local);
}

/* A session that is full is not shown, and explain says why. */
static void test_what_is_full_is_left_out_with_its_reason(void **state)
{
    (void)state;
    struct read full = read_article("---\ntitle: Ateliers\ndate: 2026-03-02\n---\n\nAtelier du 19 mars à 18h (complet), atelier du 26 mars à 18h.\n");
    assert_int_equal(full.facts->event_count, 1);
    assert_instant(&full, full.facts->events[0].start, "2026-03-26T18:00:00+01:00");
    assert_int_equal(full.facts->left_count, 1);
    assert_string_equal(full.facts->left[0].reason.french, "annulé, complet, clos ou reporté");
    assert_string_equal(full.facts->left[0].reason.english, "called off, full, closed or put off");
    forget(&full);
}

/* A field that nobody took out announces nothing that the page calls off. */
static void test_field_of_what_is_called_off(void **state)
{
    (void)state;
    struct read put_off = read_article("---\ntitle: Rencontre des cartographes (reportée)\ndate: 2026-03-02\nchapeau-text: La rencontre prévue le 19 mars 2026 est "
                                       "reportée à une date ultérieure.\nevent_start_date: 2026-03-19 14:00:00 +01:00\n---\n\nNous vous recontacterons.\n");
    assert_int_equal(put_off.facts->event_count, 0);
    forget(&put_off);
    struct read title = read_article("---\ntitle: Rencontre des cartographes (annulée)\ndate: 2026-03-02\nevent_start_date: 2026-03-19 14:00:00 +01:00\n---\n\nVenez !\n");
    assert_int_equal(title.facts->event_count, 0);
    forget(&title);
    struct read one_of_two = read_article("---\ntitle: Cycle de rencontres\ndate: 2026-03-02\nevent_start_date: 2026-03-19 14:00:00 +01:00\n---\n\n"
                                          "- jeudi 26 mars, 14h : annulé\n");
    assert_int_equal(one_of_two.facts->event_count, 1);
    forget(&one_of_two);
}

static void test_field_of_another_year(void **state)
{
    (void)state;
    struct read read = read_article("---\ntitle: Forum des métiers\ndate: 2025-11-03\nevent_start_date: 2025-01-14 00:00:00 +01:00\n---\n\n"
                                    "Le forum se tiendra le 14 janvier 2026 de 9h à 17h.\n");
    assert_int_equal(read.facts->event_count, 1);
    assert_instant(&read, read.facts->events[0].start, "2026-01-14T09:00:00+01:00");
    assert_true(warned(&read, "date-field-year", 4));
    forget(&read);
}

static void test_weekday_of_a_field(void **state)
{
    (void)state;
    struct read read = read_article("---\ntitle: Formation au tri\ndate: 2026-05-05\nevent_start_date: 2026-05-21 10:00:00 +02:00\n"
                                    "champs_informations:\n- intitule: Date\n  contenu: mardi 21 mai 2026\n- intitule: Horaires\n  contenu: 10h - 12h\n---\n\n"
                                    "Le jeudi 21 mai de 10h à 12h, apprenez à trier.\n");
    assert_int_equal(read.facts->event_count, 1);
    assert_instant(&read, read.facts->events[0].start, "2026-05-21T10:00:00+02:00");
    assert_true(warned(&read, "date-weekday", 7));
    forget(&read);
}

static void test_each_deadline_its_link(void **state)
{
    (void)state;
    struct read read = read_article("---\ntitle: Trois bourses\ndate: 2026-01-10\n---\n\n"
                                    "## Bourse voyage\n\nCandidatures jusqu'au 1er février.\n\n[Candidater](https://bourses.example.fr/voyage)\n\n"
                                    "## Bourse lecture\n\nCandidatures jusqu'au 15 février à 12h.\n\n[Candidater](https://bourses.example.fr/lecture)\n\n"
                                    "## Bourse musique\n\nCandidatures avant le 1er mars.\n\n[Candidater](https://bourses.example.fr/musique)\n");
    assert_int_equal(read.facts->deadline_count, 3);
    assert_string_equal(url_of(&read, read.facts->deadlines[0].action), "https://bourses.example.fr/voyage");
    assert_string_equal(url_of(&read, read.facts->deadlines[1].action), "https://bourses.example.fr/lecture");
    assert_string_equal(url_of(&read, read.facts->deadlines[2].action), "https://bourses.example.fr/musique");
    assert_instant(&read, read.facts->deadlines[1].until, "2026-02-15T12:00:00+01:00");
    assert_string_equal(read.facts->deadlines[2].subject, "Bourse musique");
    forget(&read);
}

/* The week stands above; the hour is taken out of the name, and what led to it. */
static void test_names_of_a_week(void **state)
{
    (void)state;
    struct read read = read_article("---\ntitle: Le programme du local\ndate: 2019-04-08\n---\n\n## Semaine du 15 au 19 avril\n\n"
                                    "- **Mercredi** : sortie bowling, départ 14h du local\n- **Jeudi** : soirée pizza, à partir de 18h\n");
    assert_int_equal(read.facts->event_count, 2);
    assert_string_equal(read.facts->events[0].title, "sortie bowling");
    assert_string_equal(read.facts->events[1].title, "soirée pizza");
    forget(&read);
}

/* Days of one breath are one thing only where nothing else is named behind them, and one page belongs to them. */
static void test_given_again(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool again;
    } cases[] = {{"**Couture** – 2 avril et 7 mai", true},
                 {"**Couture** – 2 avril, 7 mai, 4 juin", true},
                 {"**Couture** – 2 avril à 14h et 7 mai à 14h", false},
                 {"Concert de la chorale le 30 avril ; le 4 juin, spectacle de théâtre.", false},
                 {"Récital de piano le 26 avril, 3 mai récital de violon.", false},
                 {"Nos causeries ont lieu [jeudi 18 avril](https://a.example.fr/1) et [jeudi 16 mai](https://a.example.fr/2).", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[400];
        snprintf(text, sizeof text, "---\ntitle: Une page\ndate: 2024-03-01\n---\n\n%s\n", cases[i].text);
        struct read read = read_article(text);
        assert_true(read.facts->event_count > 1);
        for (size_t k = 0; k < read.facts->event_count; k++)
            assert_int_equal(read.facts->events[k].series, cases[i].again);
        forget(&read);
    }
}

static void test_sessions(void **state)
{
    (void)state;
    struct read read = read_article("---\ntitle: Ateliers de couture\ndate: 2026-01-10\n---\n\n## Prochaines sessions\n\n"
                                    "* ~~20 janvier à 14h~~ : ourlets, [s'inscrire](https://couture.example.fr/1)\n"
                                    "* 27 janvier à 14h (complet) : boutons, [s'inscrire](https://couture.example.fr/2)\n"
                                    "* 3 février à 14h : poches, [s'inscrire](https://couture.example.fr/3)\n"
                                    "* 10 février à 14h : cols, [s'inscrire](https://couture.example.fr/4)\n\n"
                                    "## Sessions passées\n\n* 6 janvier : fils\n");
    assert_int_equal(read.facts->event_count, 2);
    assert_instant(&read, read.facts->events[0].start, "2026-02-03T14:00:00+01:00");
    assert_string_equal(read.facts->events[0].title, "poches");
    assert_string_equal(url_of(&read, read.facts->events[0].action), "https://couture.example.fr/3");
    assert_string_equal(url_of(&read, read.facts->events[1].action), "https://couture.example.fr/4");
    forget(&read);
}

static void test_links_that_lead_nowhere(void **state)
{
    (void)state;
    struct read read = read_article("---\ntitle: Salon\ndate: 2026-01-10\n---\n\n<div class=\"lien-important\"><p><a href=\"LIEN\">Lire la suite</a></p></div>\n\n"
                                    "[S'inscrire](/agenda/salon/)\n\n[Écrire pour participer](mailto:salon@example.fr)\n\n"
                                    "[Participer](https://lnkd.in/abc)\n");
    assert_int_equal(read.facts->action_count, 1);
    assert_string_equal(read.facts->actions[0].url, "mailto:salon@example.fr");
    assert_true(warned(&read, "link-placeholder", 6));
    assert_true(warned(&read, "link-relative", 8));
    forget(&read);
}

static void test_impossible_and_contradicting(void **state)
{
    (void)state;
    struct read read = read_article("---\ntitle: Concours\ndate: 2026-01-10\n---\n\nCandidatures jusqu'au 30 février.\n");
    assert_int_equal(read.facts->deadline_count, 0);
    assert_true(warned(&read, "date-impossible", 6));
    forget(&read);
    /* a month that the reader supplies makes no day that nobody wrote */
    read = read_article("---\ntitle: Concours\ndate: 2026-01-10\n---\n\nLa matinée aura lieu le 3 mars à 9h. Inscriptions jusqu'au 30.\n");
    assert_false(warned(&read, "date-impossible", 6));
    forget(&read);
    read = read_article("---\ntitle: Concours\ndate: 2026-01-10\n---\n\nLes candidatures ouvrent le 10 avril et ferment le 31.\n");
    assert_false(warned(&read, "date-impossible", 6));
    forget(&read);
    read = read_article("---\ntitle: Concours\ndate: 2026-01-10\n---\n\nCandidatures jusqu'au 2 mars à 12h.\n\nCandidatures jusqu'au 2 mars à 18h.\n");
    assert_int_equal(read.facts->deadline_count, 0);
    assert_true(warned(&read, "date-contradiction", 8));
    forget(&read);
}

static void test_prolonged(void **state)
{
    (void)state;
    struct read read = read_article("---\ntitle: Appel à films\ndate: 2026-01-10\n---\n\nEnvoyez vos films jusqu'au 2 mars.\n\n"
                                    "**Dernière minute : l'appel est prolongé jusqu'au 16 mars à midi.**\n");
    assert_int_equal(read.facts->deadline_count, 1);
    assert_instant(&read, read.facts->deadlines[0].until, "2026-03-16T12:00:00+01:00");
    forget(&read);
}

static const char alphabet[] = "0123456789 .,;:/-–'’«»()[]*#\n\thaujsq|é📅📍⏰~{}<>&%€";

/* Overwrites, drops and doubles bytes; a fixed sequence of numbers, so that a failure comes again. */
static size_t mutate(char *text, size_t length, size_t room, uint32_t *seed)
{
    for (int i = 0; i < 12; i++) {
        *seed = *seed * 1664525u + 1013904223u;
        size_t at = (*seed >> 8) % (length ? length : 1), count = (*seed >> 3) % 40;
        switch (*seed >> 30) {
        case 0:
            text[at] = (char)(*seed >> 16);
            break;
        case 1:
            text[at] = alphabet[(*seed >> 12) % (sizeof alphabet - 1)];
            break;
        case 2:
            if (at + count < length) {
                memmove(text + at, text + at + count, length - at - count);
                length -= count;
            }
            break;
        default:
            if (at + count < length && length + count < room) {
                memmove(text + at + count, text + at, length - at);
                length += count;
            }
            break;
        }
    }
    return length;
}

static void fuzz(const char *text, size_t length, int rounds, uint32_t *seed)
{
    size_t room = ARTICLE_MOST_BYTES;
    char *copy = malloc(room);
    for (int i = 0; copy && i < rounds; i++) {
        size_t size = length < room ? length : room;
        memcpy(copy, text, size);
        size = mutate(copy, size, room, seed);
        struct read read = read_text(copy, size);
        for (size_t k = 0; k < read.facts->event_count; k++)
            assert_true(read.facts->events[k].end.ms >= read.facts->events[k].start.ms);
        for (size_t k = 0; k < read.facts->deadline_count; k++)
            assert_true(read.facts->deadlines[k].action < (int)read.facts->action_count);
        forget(&read);
    }
    free(copy);
}

static int rounds_wanted(void)
{
    const char *text = getenv("PARVIS_FUZZ_ROUNDS");
    return text ? (int)strtol(text, NULL, 10) : 60;
}

static void test_any_bytes(void **state)
{
    (void)state;
    uint32_t seed = 1;
    char noise[3000];
    fuzz(call, sizeof call - 1, 5 * rounds_wanted(), &seed);
    for (int i = 0; i < rounds_wanted(); i++) {
        for (size_t k = 0; k < sizeof noise; k++) {
            seed = seed * 1664525u + 1013904223u;
            noise[k] = i % 2 ? (char)(seed >> 24) : alphabet[(seed >> 12) % (sizeof alphabet - 1)];
        }
        struct read read = read_text(noise, sizeof noise);
        forget(&read);
    }
}

/* Real articles, mutated; they lie beside the project and are not part of it. */
static void test_real_articles(void **state)
{
    (void)state;
    static const char folder[] = "../shared/articles";
    struct arena *arena = arena_create();
    size_t count = 0;
    uint32_t seed = 7;
    const char **names = file_list(arena, folder, 200, &count);
    if (!names) {
        arena_destroy(arena);
        skip();
    }
    for (size_t i = 0; i < count; i++) {
        struct file_bytes bytes = {0};
        if (strstr(names[i], ".md") && file_read(arena, file_join(arena, folder, names[i]), ARTICLE_MOST_BYTES, &bytes) == FILE_READ)
            fuzz(bytes.data, bytes.length, rounds_wanted() / 20 + 1, &seed);
    }
    arena_destroy(arena);
}

/* Milliseconds of processor time to read a text. */
static double time_to_read(const char *text, size_t length)
{
    clock_t start = clock();
    struct read read = read_text(text, length);
    double spent = 1000.0 * (double)(clock() - start) / CLOCKS_PER_SEC;
    forget(&read);
    return spent;
}

/* The same of `bytes` bytes of one piece over and over. */
static double time_of(const char *piece, size_t bytes)
{
    size_t length = 0, one = strlen(piece);
    char *text = malloc(bytes + 64);
    while (text && length + one < bytes) {
        memcpy(text + length, piece, one);
        length += one;
    }
    double spent = time_to_read(text, length);
    free(text);
    return spent;
}

/* Eight times the text may take eight times as long; twice that is left to the machine, and what is over in no time says nothing. */
static void test_long_repetition(void **state)
{
    (void)state;
    static const char *const pieces[] = {"jusqu'au ", "le 2 mai à 14h. ", "1, ", "du 3 au ", "2 mai 2026 ", "[x](https://a.fr) inscription ", "fin des ", "« ",
                                         "le ", "<td>12 mai</td>", "- 12 mai à 14h\n", "chaque mardi du 3 au 5 mai de 9h à 10h ", "lundi 3 à 9h et ",
                                         "| 12 mai | 14h |\n", "reporté au 3 mai ", "date limite : 3 mai, ", "14h (heure de ", "avant :\n\n- 3 mai\n", "# 12 mai\n",
                                         "n'aura pas lieu le 3 mai mais le 4 mai ", "examen des dossiers ", "📅 ", "~~le 3 mai~~ ", "jusqu'au ~~3 mai~~ 4 mai, ", "**a** 3 mai ", "dépôt : ~~3 mai~~ 4 mai\n",
                                         "(le 3 mai ", "le 3 mai<br>", "du 3 au 5 mai ", "3 mai - ", "« a » le 3 mai ", "aura lieu ", "LE 3 MAI A 10H ", "3 mai\nà 10h\nsalle A\n",
                                         "atelier le 3 mai, à la salle J on ", "à la salle J on ", "- 3 mai : atelier\n\nà 14h encore et encore ", "- 3 mai : a\n- 4 mai : b\nAccueil 9h, "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        double small = time_of(pieces[i], ARTICLE_MOST_BYTES / 8), large = time_of(pieces[i], ARTICLE_MOST_BYTES - 64);
        if (large > 16 * small + 100)
            fail_msg("\"%s\": %.0f ms for 8 KiB, %.0f ms for 64 KiB", pieces[i], small, large);
    }
}

/* A page whose one line has `count` links, each about a day of its own. */
static double time_of_links(int count)
{
    char *text = malloc((size_t)count * 64 + 1);
    size_t length = 0;
    for (int i = 0; text && i < count; i++)
        length += (size_t)sprintf(text + length, "[atelier %d/%d/2026](http://b.c/%d) ", 1 + i % 28, 1 + i % 12, i);
    double spent = time_to_read(text, length);
    free(text);
    return spent;
}

static void test_many_links_in_a_line(void **state)
{
    (void)state;
    double small = time_of_links(180), large = time_of_links(1440);
    if (large > 16 * small + 100)
        fail_msg("%.0f ms for 180 links, %.0f ms for 1 440", small, large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_call_and_event),       cmocka_unit_test(test_field_against_text),
        cmocka_unit_test(test_universal_time),       cmocka_unit_test(test_field_of_another_year),
        cmocka_unit_test(test_what_is_full_is_left_out_with_its_reason),
        cmocka_unit_test(test_field_of_what_is_called_off),
        cmocka_unit_test(test_weekday_of_a_field),   cmocka_unit_test(test_each_deadline_its_link),
        cmocka_unit_test(test_names_of_a_week),      cmocka_unit_test(test_given_again), cmocka_unit_test(test_sessions),             cmocka_unit_test(test_links_that_lead_nowhere),
        cmocka_unit_test(test_impossible_and_contradicting), cmocka_unit_test(test_prolonged),
        cmocka_unit_test(test_any_bytes),            cmocka_unit_test(test_real_articles),
        cmocka_unit_test(test_long_repetition),      cmocka_unit_test(test_many_links_in_a_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

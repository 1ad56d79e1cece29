/* The last gate: what the page only tells is left out with its reason, what it announces passes, and one saying of a day helps the others. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* How many facts a text gives, and whether a day was left out for want of evidence, or because the page is dated otherwise. */
struct outcome {
    size_t events;
    size_t deadlines;
    bool unannounced;
    bool mentioned;
};

static struct outcome read_text(const char *text)
{
    struct zone *zone = zone_create("Europe/Paris", NULL);
    struct article_settings settings = {.zone = zone};
    struct diags diags;
    diag_init(&diags);
    struct article *article = article_parse("essai.md", text, strlen(text), &settings, &diags);
    const struct facts *facts = facts_read(article, zone, &diags);
    struct outcome outcome = {.events = facts->event_count, .deadlines = facts->deadline_count};
    for (size_t i = 0; i < facts->left_count; i++)
        outcome.unannounced = outcome.unannounced || strstr(facts->left[i].reason.french, "trop peu") != NULL;
    for (size_t i = 0; i < facts->left_count; i++)
        outcome.mentioned = outcome.mentioned || strstr(facts->left[i].reason.french, "mentionner") != NULL;
    article_destroy(article);
    diag_finish(&diags);
    zone_destroy(zone);
    return outcome;
}

/* Deep in a page that explains, an event named in passing. In English, of which no numbers were learned: they alone may leave it out, too. */
static void leaves_out_what_is_only_told(void **state)
{
    (void)state;
    struct outcome told = read_text("---\ntitle: A guide to procurement\nlang: en\ndate: 2023-03-01\n---\nFirst paragraph.\n\nSecond one.\n\nThird one.\n\n"
                                    "The teams already think of the seminar of 4 May with curiosity.\n");
    assert_int_equal(told.events, 0);
    assert_true(told.unannounced);
}

static void lets_through_what_is_announced(void **state)
{
    (void)state;
    struct outcome announced = read_text("---\ntitle: Séminaire des achats\ndate: 2023-03-01\n---\nPremier paragraphe.\n\nDeuxième.\n\nTroisième.\n\n"
                                         "Le séminaire aura lieu le 4 mai.\n");
    assert_int_equal(announced.events, 1);
    assert_false(announced.unannounced);
}

/* "Mentions" at the foot of a call ask for nothing. */
static void leaves_out_what_stands_aside(void **state)
{
    (void)state;
    struct outcome kept = read_text("---\ntitle: Appel à projets\ndate: 2023-03-01\n---\nDéposez votre projet jusqu'au 2 mai.\n\nLe jury est composé de pairs.\n\n"
                                    "## Mentions\n\nLes données sont gardées par le service jusqu'au 31 décembre 2023.\n");
    assert_int_equal(kept.deadlines, 1);
    struct outcome aside = read_text("---\ntitle: Call for projects\nlang: en\ndate: 2023-03-01\n---\nSend your project until 2 May.\n\nThe jury is made of peers.\n\n"
                                     "## Legal notice\n\nYour rights can be exercised until 31 December 2023.\n");
    assert_int_equal(aside.deadlines, 1);
    assert_true(aside.unannounced);
}

/* The lines of one list speak for each other, a single one does not. */
static void trusts_a_series(void **state)
{
    (void)state;
    const char *series = "---\ntitle: Cycle des conférences\ndate: 2023-03-01\n---\nUn.\n\nDeux.\n\nTrois.\n\n- 4 mai\n- 11 mai\n- 1er juin\n";
    assert_int_equal(read_text(series).events, 3);
    const char *single = "---\ntitle: Le cycle\ndate: 2023-03-01\n---\nUn.\n\nDeux.\n\nTrois.\n\n- Le bâtiment\n- La conférence du 11 mai\n";
    assert_int_equal(read_text(single).events, 0);
}

/* The same day said in the opening carries what is said of it further down. */
static void one_saying_carries_the_others(void **state)
{
    (void)state;
    struct outcome carried = read_text("---\ntitle: Guide des marchés\ndate: 2023-03-01\n---\nRendez-vous jeudi 4 mai pour le séminaire.\n\nDeux.\n\nTrois.\n\n"
                                       "Les équipes pensent déjà au séminaire du 4 mai avec curiosité.\n");
    assert_int_equal(carried.events, 1);
    assert_false(carried.unannounced);
}

/* What somebody says, and a sample in a guide, are no announcements; a box of an event's page is one. */
static void leaves_out_what_is_quoted(void **state)
{
    (void)state;
    const char *letter = "---\ntitle: Écrire clair\ndate: 2023-03-01\n---\nUn.\n\n« Nous vous attendons jeudi 4 mai à 14h, au 3 rue des Lices. »\n";
    assert_int_equal(read_text(letter).events, 0);
    const char *sample = "---\ntitle: Guide des invitations\ndate: 2023-03-01\n---\nUn.\n\nExemple :\n\n> La réunion aura lieu le jeudi 4 mai à 14h dans nos locaux.\n";
    assert_int_equal(read_text(sample).events, 0);
    const char *box = "---\ntitle: Rencontre des archivistes\ndate: 2023-03-01\n---\nUn.\n\n> La rencontre aura lieu le jeudi 4 mai à 14h dans nos locaux.\n";
    assert_int_equal(read_text(box).events, 1);
    const char *named = "---\ntitle: Agenda\ndate: 2023-03-01\n---\n« Les communs dans la ville et dans les champs » : rencontre le jeudi 4 mai à 14h.\n";
    assert_int_equal(read_text(named).events, 1);
}

/* What a page with a date of its own only mentions is told as left out. */
static void tells_what_is_only_mentioned(void **state)
{
    (void)state;
    struct outcome dated = read_text("---\ntitle: Journée des archivistes\ndate: 2023-03-01\nevent_start_date: 2023-05-04 09:00:00 +02:00\n---\n"
                                     "Une journée pour se parler. Un atelier du 8 juin fera suite.\n");
    assert_int_equal(dated.events, 1);
    assert_true(dated.mentioned);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_out_what_is_only_told), cmocka_unit_test(lets_through_what_is_announced), cmocka_unit_test(leaves_out_what_stands_aside),
        cmocka_unit_test(trusts_a_series),              cmocka_unit_test(one_saying_carries_the_others), cmocka_unit_test(leaves_out_what_is_quoted),
        cmocka_unit_test(tells_what_is_only_mentioned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

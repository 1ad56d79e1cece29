/* What an event slide says, and when it leaves. */
#include "slides/hand.h"

static struct hand hand;

static int setup(void **state)
{
    (void)state;
    hand_init(&hand);
    hand.article.title = "Communs numériques";
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    hand_finish(&hand);
    return 0;
}

static const struct slide *at(const char *now)
{
    hand_build(&hand, now);
    return hand_slide(&hand, SLIDE_EVENT, 0);
}

static void a_meeting(void **state)
{
    (void)state;
    struct event *event = hand_event(&hand, "Vers un État-Partenaire des communs", "2023-05-10T14:30:00", "2023-05-10T17:30:00",
                                     "Paris, au Lieu de la transformation publique (15e).");
    event->about = "Table ronde sur l'État. Rencontres avec les lauréats de la 1re saison.";
    event->action = hand_action(&hand, "Infos et inscriptions", "https://www.exemple.fr/programme/");
    const struct slide *slide = at("2023-04-20T10:24:00");
    assert_string_equal(slide->id, "articles/appel.md#event-1");
    assert_string_equal(hand_says(&hand, &slide->kicker), "Événement");
    assert_string_equal(slide->weekday, "mercredi");
    assert_string_equal(slide->day, "10");
    assert_string_equal(slide->month, "mai");
    assert_string_equal(hand_blanks(&hand, slide->hours[0]), "14 h 30");
    assert_string_equal(slide->hours_joiner, "à");
    assert_string_equal(hand_blanks(&hand, slide->hours[1]), "17 h 30");
    assert_string_equal(hand_blanks(&hand, slide->badge), "Dans 20 jours");
    assert_string_equal(hand_says(&hand, &slide->where), "📍 Paris, au Lieu de la transformation publique (15e)");
    assert_int_equal(slide->where.texts[1].style, TEXT_STRONG);
    assert_int_equal(slide->where.texts[2].style, 0);
    assert_int_equal(slide->where.texts[3].style, TEXT_SUPERSCRIPT);
    assert_string_equal(hand_says(&hand, &slide->lead), "Table ronde sur l’État. Rencontres avec les lauréats de la 1re saison.");
    assert_true(slide->has_link);
    assert_string_equal(slide->link.qr, "https://www.exemple.fr/programme/");
    assert_string_equal(slide->link.label, "Infos et inscriptions");
    assert_string_equal(slide->link.address, "exemple.fr/programme");
    assert_int_equal(slide->changes_at.ms, hand_wall(&hand, "2023-04-21T00:00:00").ms);
}

static void badges(void **state)
{
    (void)state;
    hand_event(&hand, "Rencontre", "2023-05-10T14:30:00", "2023-05-10T17:30:00", "");
    static const struct {
        const char *now, *badge, *changes;
    } cases[] = {
        {"2023-05-08T23:59:59", "Dans 2 jours", "2023-05-09T00:00:00"}, {"2023-05-09T08:00:00", "Demain", "2023-05-10T00:00:00"},
        {"2023-05-10T08:00:00", "Aujourd’hui", "2023-05-10T14:30:00"},  {"2023-05-10T14:30:00", "En cours", "2023-05-10T17:30:00"},
        {"2023-05-10T17:29:59", "En cours", "2023-05-10T17:30:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct slide *slide = at(cases[i].now);
        assert_string_equal(hand_blanks(&hand, slide->badge), cases[i].badge);
        assert_int_equal(slide->changes_at.ms, hand_wall(&hand, cases[i].changes).ms);
        assert_int_equal(slide->where.count, 0);
        assert_false(slide->has_link);
    }
    assert_null(at("2023-05-10T17:30:00"));
    assert_int_equal(hand.count, 0);
    assert_string_equal(at(NULL)->badge, "");
    assert_string_equal(hand_blanks(&hand, at(NULL)->month), "mai 2023");
}

static void without_end(void **state)
{
    (void)state;
    hand_event(&hand, "Rencontre", "2023-05-10T18:00:00", NULL, "");
    const struct slide *slide = at("2023-05-10T19:59:00");
    assert_string_equal(hand_blanks(&hand, slide->hours[0]), "18 h");
    assert_string_equal(slide->hours[1], "");
    assert_string_equal(slide->hours_joiner, "");
    assert_string_equal(slide->badge, "En cours");
    assert_null(at("2023-05-10T20:00:00"));
}

static void several_days(void **state)
{
    (void)state;
    struct event *event = hand_event(&hand, "Marathon", "2024-01-09T00:00:00", "2024-01-11T00:00:00", "");
    event->all_day = true;
    const struct slide *slide = at("2024-01-05T08:00:00");
    assert_string_equal(hand_blanks(&hand, slide->weekday), "mardi – mercredi");
    assert_string_equal(slide->day, "9–10");
    assert_string_equal(slide->month, "janvier");
    assert_string_equal(slide->hours[0], "");
    assert_string_equal(at("2024-01-10T23:00:00")->badge, "En cours");
    assert_null(at("2024-01-11T00:00:00"));
    event->start = hand_wall(&hand, "2024-02-28T00:00:00");
    event->end = hand_wall(&hand, "2024-03-04T00:00:00");
    slide = at("2024-02-05T08:00:00");
    assert_string_equal(hand_blanks(&hand, slide->weekday), "mercredi – dimanche");
    assert_string_equal(slide->day, "28");
    assert_string_equal(hand_blanks(&hand, slide->month), "février – 3 mars");
}

static void an_all_day_event(void **state)
{
    (void)state;
    hand_event(&hand, "Portes ouvertes", "2024-01-09T00:00:00", "2024-01-10T00:00:00", "")->all_day = true;
    const struct slide *slide = at("2024-01-09T11:00:00");
    assert_string_equal(slide->badge, "Aujourd’hui");
    assert_string_equal(slide->day, "9");
    assert_string_equal(slide->hours[0], "");
    assert_null(at("2024-01-10T00:00:00"));
}

/* A night over midnight is the evening on which it begins; over the year's end too. */
static void a_night(void **state)
{
    (void)state;
    hand_event(&hand, "Nuit du code", "2023-12-31T20:00:00", "2024-01-01T04:00:00", "");
    const struct slide *slide = at("2023-12-30T11:00:00");
    assert_string_equal(slide->weekday, "dimanche");
    assert_string_equal(slide->day, "31");
    assert_string_equal(slide->month, "décembre");
    assert_string_equal(hand_blanks(&hand, slide->hours[1]), "4 h");
    assert_string_equal(at("2024-01-01T03:00:00")->badge, "En cours");
}

/* From one evening to another day's noon no hours are said that are not true each day. */
static void days_with_hours(void **state)
{
    (void)state;
    struct event *event = hand_event(&hand, "Marathon", "2024-01-12T18:00:00", "2024-01-14T12:00:00", "");
    const struct slide *slide = at("2024-01-05T11:00:00");
    assert_string_equal(slide->day, "12–14");
    assert_string_equal(hand_blanks(&hand, slide->hours[0]), "18 h");
    assert_string_equal(slide->hours[1], "");
    event->start = hand_wall(&hand, "2024-01-12T10:00:00");
    event->end = hand_wall(&hand, "2024-01-13T17:00:00");
    slide = at("2024-01-05T11:00:00");
    assert_string_equal(hand_blanks(&hand, slide->hours[1]), "17 h");
}

static void category_is_the_kicker(void **state)
{
    (void)state;
    const char *const categories[] = {"Meetup"};
    hand.article.categories = categories;
    hand.article.category_count = 1;
    hand_event(&hand, "Rencontre", "2023-05-10T18:00:00", NULL, "");
    assert_string_equal(hand_says(&hand, &at("2023-05-01T10:00:00")->kicker), "Meetup");
    /* One of several with names of their own is shown under the article that announces them all; one that is called as the article is not. */
    struct event *second = hand_event(&hand, "Autre rencontre", "2023-05-11T18:00:00", NULL, "");
    assert_string_equal(hand_says(&hand, &at("2023-05-01T10:00:00")->kicker), "Communs numériques");
    second[-1].title = second->title = hand.article.title;
    assert_string_equal(hand_says(&hand, &at("2023-05-01T10:00:00")->kicker), "Événement");
}

/* One of two events is over: the other stays, under its own name. */
static void the_other_stays(void **state)
{
    (void)state;
    hand_event(&hand, "Une", "2023-05-10T18:00:00", "2023-05-10T19:00:00", "");
    hand_event(&hand, "Deux", "2023-05-11T18:00:00", "2023-05-11T19:00:00", "");
    const struct slide *slide = at("2023-05-11T10:00:00");
    assert_string_equal(slide->id, "articles/appel.md#event-2");
    assert_null(hand_slide(&hand, SLIDE_EVENT, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_meeting, setup, teardown),
        cmocka_unit_test_setup_teardown(badges, setup, teardown),
        cmocka_unit_test_setup_teardown(without_end, setup, teardown),
        cmocka_unit_test_setup_teardown(several_days, setup, teardown),
        cmocka_unit_test_setup_teardown(an_all_day_event, setup, teardown),
        cmocka_unit_test_setup_teardown(a_night, setup, teardown),
        cmocka_unit_test_setup_teardown(days_with_hours, setup, teardown),
        cmocka_unit_test_setup_teardown(category_is_the_kicker, setup, teardown),
        cmocka_unit_test_setup_teardown(the_other_stays, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

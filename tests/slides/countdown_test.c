/* What a deadline slide says, at every kind of instant. */
#include "slides/hand.h"

static struct hand hand;

static int setup(void **state)
{
    (void)state;
    hand_init(&hand);
    hand.article.title = "Accélérateur de communs : une 2e saison";
    hand_block(&hand, BLOCK_PARAGRAPH, "Déposez votre projet jusqu'au 2 mai pour être soutenus.", 12);
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
    return hand_slide(&hand, SLIDE_DEADLINE, 0);
}

static const char *counted(const struct slide *slide)
{
    const char *text = slide->count_intro;
    for (size_t i = 0; i < slide->count_parts; i++)
        text = arena_format(hand.arena, "%s %s %s", text, slide->count[i].figure, slide->count[i].unit);
    return text;
}

static void whole_days(void **state)
{
    (void)state;
    hand_deadline(&hand, "jusqu'au 2 mai", "2023-05-03T00:00:00+02:00", false, 12);
    static const struct {
        const char *now, *counted, *changes;
    } cases[] = {
        {"2023-04-20T10:24:00", "Il reste 12 jours", "2023-04-21T00:00:00"},
        {"2023-04-20T00:00:00", "Il reste 12 jours", "2023-04-21T00:00:00"},
        {"2023-05-01T23:59:59", "Il reste 1 jour", "2023-05-02T00:00:00"},
        {"2023-05-02T00:00:00", "Dernier jour 24 h 00 min", "2023-05-02T00:01:00"},
        {"2023-05-02T14:54:30", "Dernier jour 9 h 06 min", "2023-05-02T14:55:00"},
        {"2023-05-02T14:55:00", "Dernier jour 9 h 05 min", "2023-05-02T14:56:00"},
        {"2023-05-02T23:00:00", "Dernier jour 1 h 00 min", "2023-05-02T23:01:00"},
        {"2023-05-02T23:00:01", "Il reste 59 min 59 s", "2023-05-02T23:00:02"},
        {"2023-05-02T23:30:00", "Il reste 30 min 00 s", "2023-05-02T23:30:01"},
        {"2023-05-02T23:59:59", "Il reste 0 min 01 s", "2023-05-03T00:00:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct slide *slide = at(cases[i].now);
        assert_non_null(slide);
        assert_string_equal(counted(slide), cases[i].counted);
        assert_string_equal(hand_says(&hand, &slide->count_outro), "pour déposer votre projet, jusqu’au mardi 2 mai inclus");
        assert_int_equal(slide->changes_at.ms, hand_wall(&hand, cases[i].changes).ms);
        assert_false(slide->closed);
    }
}

static void the_date_is_strong(void **state)
{
    (void)state;
    hand_deadline(&hand, "jusqu'au 2 mai", "2023-05-03T00:00:00+02:00", false, 12);
    const struct slide *slide = at("2023-04-20T10:24:00");
    assert_int_equal(slide->count_outro.count, 2);
    assert_int_equal(slide->count_outro.texts[0].style, 0);
    assert_int_equal(slide->count_outro.texts[1].style, TEXT_STRONG);
    assert_string_equal(hand_says(&hand, &slide->kicker), "Appel à projets");
    assert_string_equal(hand_says(&hand, &slide->title), "Accélérateur de communs");
}

static void an_hour_is_named(void **state)
{
    (void)state;
    hand_deadline(&hand, "jusqu'au 2 mai", "2023-05-02T12:00:00+02:00", true, 12);
    const struct slide *slide = at("2023-05-01T18:00:00");
    assert_string_equal(counted(slide), "Il reste 1 jour");
    assert_string_equal(hand_says(&hand, &slide->count_outro), "pour déposer votre projet, jusqu’au mardi 2 mai, 12 h");
    assert_string_equal(counted(at("2023-05-02T09:30:00")), "Dernier jour 2 h 30 min");
    assert_true(at("2023-05-02T12:00:00")->closed);
}

static void midnight_is_the_day_before(void **state)
{
    (void)state;
    hand_deadline(&hand, "jusqu'au 2 mai", "2023-05-03T00:00:00+02:00", true, 12);
    assert_string_equal(hand_says(&hand, &at("2023-04-20T10:00:00")->count_outro), "pour déposer votre projet, jusqu’au mardi 2 mai inclus");
}

static void another_year_is_said(void **state)
{
    (void)state;
    hand_deadline(&hand, "jusqu'au 2 mai", "2023-05-03T00:00:00+02:00", false, 12);
    assert_string_equal(hand_says(&hand, &at("2022-12-31T10:00:00")->count_outro),
                        "pour déposer votre projet, jusqu’au mardi 2 mai 2023 inclus");
}

static void closed_for_two_days(void **state)
{
    (void)state;
    hand_deadline(&hand, "jusqu'au 2 mai", "2023-05-03T00:00:00+02:00", false, 12)->action = hand_action(&hand, "Postuler", "https://a.fr/");
    assert_true(at("2023-05-02T23:59:59")->has_link);
    const struct slide *slide = at("2023-05-03T00:00:00");
    assert_true(slide->closed);
    assert_false(slide->has_link);
    assert_string_equal(slide->count_intro, "");
    assert_int_equal(slide->count_parts, 0);
    assert_string_equal(hand_says(&hand, &slide->count_outro), "Candidatures closes");
    assert_string_equal(hand_says(&hand, &slide->title), "Accélérateur de communs");
    assert_int_equal(slide->changes_at.ms, hand_wall(&hand, "2023-05-05T00:00:00").ms);
    assert_non_null(at("2023-05-04T23:59:59"));
    assert_null(at("2023-05-05T00:00:00"));
    assert_int_equal(hand.count, 0);
}

static void clock_not_trusted(void **state)
{
    (void)state;
    hand_deadline(&hand, "jusqu'au 2 mai", "2023-05-03T00:00:00+02:00", false, 12);
    const struct slide *slide = at(NULL);
    assert_non_null(slide);
    assert_false(slide->closed);
    assert_int_equal(slide->count_parts, 0);
    assert_string_equal(slide->count_intro, "");
    assert_string_equal(hand_says(&hand, &slide->count_outro), "pour déposer votre projet, jusqu’au mardi 2 mai 2023 inclus");
    assert_true(slide->changes_at.ms == INT64_MAX);
}

/* The nights on which clocks change: calendar days stay whole days, hours are real hours. */
static void daylight_saving(void **state)
{
    (void)state;
    hand_deadline(&hand, "jusqu'au 26 mars", "2023-03-27T00:00:00+02:00", false, 12);
    assert_string_equal(counted(at("2023-03-25T23:30:00")), "Il reste 1 jour");
    assert_string_equal(counted(at("2023-03-26T00:00:00")), "Dernier jour 23 h 00 min");
    hand.deadlines[0].until = hand_wall(&hand, "2023-10-30T00:00:00");
    assert_string_equal(counted(at("2023-10-29T00:00:00")), "Dernier jour 25 h 00 min");
}

static void what_it_is_for(void **state)
{
    (void)state;
    static const struct {
        const char *subject, *outro, *closed;
    } cases[] = {
        {"Inscriptions", "pour vous inscrire, ", "Inscriptions closes"},
        {"Dépôt des candidatures", "pour candidater, ", "Candidatures closes"},
        {"Consultation publique", "pour répondre, ", "Consultation close"},
        {"Préinscription", "pour vous préinscrire, ", "Préinscriptions closes"},
        {"Tout autre chose", "pour déposer votre projet, ", "Candidatures closes"},
    };
    hand_deadline(&hand, "jusqu'au 2 mai", "2023-05-03T00:00:00+02:00", false, 12);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        hand.deadlines[0].subject = cases[i].subject;
        const char *outro = hand_says(&hand, &at("2023-04-20T10:00:00")->count_outro);
        assert_int_equal(strncmp(outro, cases[i].outro, strlen(cases[i].outro)), 0);
        assert_string_equal(hand_says(&hand, &at("2023-05-03T10:00:00")->count_outro), cases[i].closed);
    }
}

static void english_words(void **state)
{
    (void)state;
    hand.article.language = "en";
    hand.blocks[0].text = "Send us your project until 2 May.";
    hand_deadline(&hand, "until 2 May", "2023-05-03T00:00:00+02:00", false, 12);
    const struct slide *slide = at("2023-04-20T10:00:00");
    assert_string_equal(counted(slide), "Time left 12 days");
    assert_string_equal(hand_says(&hand, &slide->count_outro), "to submit your project, until Tuesday 2 May inclusive");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(whole_days, setup, teardown),
        cmocka_unit_test_setup_teardown(the_date_is_strong, setup, teardown),
        cmocka_unit_test_setup_teardown(an_hour_is_named, setup, teardown),
        cmocka_unit_test_setup_teardown(midnight_is_the_day_before, setup, teardown),
        cmocka_unit_test_setup_teardown(another_year_is_said, setup, teardown),
        cmocka_unit_test_setup_teardown(closed_for_two_days, setup, teardown),
        cmocka_unit_test_setup_teardown(clock_not_trusted, setup, teardown),
        cmocka_unit_test_setup_teardown(daylight_saving, setup, teardown),
        cmocka_unit_test_setup_teardown(what_it_is_for, setup, teardown),
        cmocka_unit_test_setup_teardown(english_words, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

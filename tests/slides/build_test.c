/* Articles and items into slides: which slides, in which order, how many, and what leaves when. */
#include "content/library.h"
#include "slides/hand.h"

static struct hand hand;

static int setup(void **state)
{
    (void)state;
    hand_init(&hand);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    hand_finish(&hand);
    return 0;
}

static void a_call(void)
{
    static const char *const categories[] = {"Article"};
    hand.article.title = "Accélérateur de communs : une 2e saison";
    hand.article.lead = "Parce que la société produit des communs, l'État les soutient.";
    hand.article.categories = categories;
    hand.article.category_count = 1;
    hand.article.has_published = true;
    hand.article.published = hand_wall(&hand, "2023-04-14T14:38:00");
    hand_block(&hand, BLOCK_PARAGRAPH, hand.article.lead, 11);
    hand_block(&hand, BLOCK_PARAGRAPH, "Les projets retenus doivent :", 13);
    hand_item(&hand, "servir à toutes et tous ;", 1, 0);
    hand_item(&hand, "rester ouverts.", 1, 0);
    hand_block(&hand, BLOCK_HEADING, "Un accompagnement d'un an", 20);
    hand_block(&hand, BLOCK_PARAGRAPH, "Une année entière. Les lauréats y ont trouvé :", 21);
    for (int i = 1; i <= 4; i++)
        hand_item(&hand, arena_format(hand.arena, "un bénéfice numéro %d ;", i), 2, i);
    hand_block(&hand, BLOCK_HEADING, "Un appel jusqu'au 2 mai", 30);
    hand_block(&hand, BLOCK_PARAGRAPH, "Un appel à projets est lancé jusqu'au 2 mai.", 31);
    hand_block(&hand, BLOCK_HEADING, "Contact", 40);
    hand_block(&hand, BLOCK_PARAGRAPH, "Écrivez-nous quand vous voulez, nous répondons toujours.", 41);
    hand_deadline(&hand, "jusqu'au 2 mai", "2023-05-03T00:00:00", false, 31)->action = hand_action(&hand, "Postuler", "https://a.fr/");
    hand_event(&hand, "Vers un État-Partenaire", "2023-05-10T14:30:00", "2023-05-10T17:30:00", "Paris")->action =
        hand_action(&hand, "Infos", "https://a.fr/programme/");
}

static void the_order(void **state)
{
    (void)state;
    a_call();
    hand_build(&hand, "2023-04-20T10:24:00");
    static const char *const ids[] = {"articles/appel.md#headline", "articles/appel.md#section", "articles/appel.md#section-1",
                                      "articles/appel.md#event-1", "articles/appel.md#deadline-1"};
    assert_int_equal(hand.count, sizeof ids / sizeof *ids);
    for (size_t i = 0; i < hand.count; i++) {
        assert_string_equal(hand.slides[i].id, ids[i]);
        assert_string_equal(hand.slides[i].source, "/salle/articles/appel.md");
        assert_true(hand.slides[i].fade);
    }
}

static void the_headline(void **state)
{
    (void)state;
    a_call();
    hand_build(&hand, "2023-04-20T10:24:00");
    const struct slide *slide = &hand.slides[0];
    assert_string_equal(hand_says(&hand, &slide->kicker), "Article · 14 avril 2023");
    assert_string_equal(hand_says(&hand, &slide->title), "Accélérateur de communs : une 2e saison");
    assert_int_equal(slide->title.texts[1].style, TEXT_SUPERSCRIPT);
    assert_string_equal(hand_says(&hand, &slide->lead), "Parce que la société produit des communs, l’État les soutient.");
    assert_true(slide->has_picture);
    assert_null(slide->picture.file);
}

static void the_section(void **state)
{
    (void)state;
    a_call();
    hand_build(&hand, "2023-04-20T10:24:00");
    const struct slide *slide = &hand.slides[2];
    assert_string_equal(hand_says(&hand, &slide->kicker), "Accélérateur de communs");
    assert_string_equal(hand_says(&hand, &slide->title), "Un accompagnement d’un an");
    assert_string_equal(hand_says(&hand, &slide->lead), "Les lauréats y ont trouvé :");
    assert_int_equal(slide->body_count, 4);
    assert_string_equal(slide->body[3].marker, "4");
    assert_string_equal(hand_says(&hand, &slide->body[3]), "un bénéfice numéro 4");
    assert_int_equal(slide->pages, 1);
    slide = &hand.slides[1];
    assert_string_equal(hand_says(&hand, &slide->title), "Accélérateur de communs");
    assert_string_equal(slide->body[0].marker, "•");
}

static void what_ends_leaves(void **state)
{
    (void)state;
    a_call();
    hand_build(&hand, "2023-05-04T10:00:00");
    assert_non_null(hand_slide(&hand, SLIDE_EVENT, 0));
    assert_true(hand_slide(&hand, SLIDE_DEADLINE, 0)->closed);
    hand_build(&hand, "2023-05-06T10:00:00");
    assert_null(hand_slide(&hand, SLIDE_DEADLINE, 0));
    assert_non_null(hand_slide(&hand, SLIDE_HEADLINE, 0));
    for (size_t i = 0; i < hand.count; i++)
        assert_null(strstr(build_plain_text(hand.arena, &hand.slides[i]), "2\u00a0mai"));
    hand_build(&hand, "2023-05-11T00:00:00");
    assert_int_equal(hand.count, 0);
    hand_build(&hand, NULL);
    assert_int_equal(hand.count, 5);
}

static void show_chooses(void **state)
{
    (void)state;
    a_call();
    hand.item.show = SHOW_EVENT | SHOW_DEADLINE;
    hand_build(&hand, "2023-04-20T10:24:00");
    assert_int_equal(hand.count, 2);
    hand.article.draft = true;
    hand_build(&hand, "2023-04-20T10:24:00");
    assert_int_equal(hand.count, 0);
}

static void at_most_eight(void **state)
{
    (void)state;
    a_call();
    for (int i = 0; i < 12; i++) {
        hand_block(&hand, BLOCK_HEADING, arena_format(hand.arena, "Partie %d", i), 100 + 2 * i);
        hand_block(&hand, BLOCK_PARAGRAPH, "Une phrase qui dit quelque chose d'utile à qui passe.", 101 + 2 * i);
    }
    hand_build(&hand, "2023-04-20T10:24:00");
    assert_int_equal(hand.count, BUILD_SLIDES_MOST);
    assert_int_equal(hand.slides[0].kind, SLIDE_HEADLINE);
    assert_int_equal(hand.slides[6].kind, SLIDE_EVENT);
    assert_int_equal(hand.slides[7].kind, SLIDE_DEADLINE);
}

static void long_lists_take_pages(void **state)
{
    (void)state;
    hand_block(&hand, BLOCK_HEADING, "Critères", 20);
    for (int i = 1; i <= 9; i++)
        hand_item(&hand, "un critère qui prend un peu de place sur l'écran pour se dire tout entier", 1, i);
    hand_build(&hand, "2023-04-20T10:24:00");
    size_t lines = 0, pages = 0;
    for (const struct slide *slide; (slide = hand_slide(&hand, SLIDE_SECTION, pages)) != NULL; pages++) {
        assert_int_equal(slide->page, pages + 1);
        assert_int_equal(slide->pages, 3);
        assert_int_equal(slide->body_count, 3);
        lines += slide->body_count;
    }
    assert_int_equal(pages, 3);
    assert_int_equal(lines, 9);
    assert_string_equal(hand_slide(&hand, SLIDE_SECTION, 1)->id, "articles/appel.md#section-1-2");
}

/* A wall on which two lines fit. */
static bool two_lines(void *context, const struct slide *slide)
{
    (void)context;
    return slide->body_count <= 2;
}

static void the_layout_is_asked(void **state)
{
    (void)state;
    hand.build.fits = two_lines;
    hand_block(&hand, BLOCK_HEADING, "Critères", 20);
    for (int i = 1; i <= 5; i++)
        hand_item(&hand, "un critère", 1, i);
    hand_build(&hand, "2023-04-20T10:24:00");
    const struct slide *slide = hand_slide(&hand, SLIDE_SECTION, 0);
    assert_int_equal(slide->pages, 3);
    assert_int_equal(slide->body_count, 2);
}

static void sections_without_words_are_none(void **state)
{
    (void)state;
    hand_block(&hand, BLOCK_HEADING, "Vide", 20);
    hand_block(&hand, BLOCK_HEADING, "Un bouton", 22);
    struct block *button = hand_block(&hand, BLOCK_PARAGRAPH, "S'inscrire", 23);
    struct span link = {"S'inscrire", 0, 0};
    button->spans = &link;
    hand_block(&hand, BLOCK_HEADING, "Une adresse", 24);
    hand_block(&hand, BLOCK_PARAGRAPH, "➡ https://exemple.fr/abc", 25);
    hand_build(&hand, "2023-04-20T10:24:00");
    assert_int_equal(hand.count, 1);
}

static void urgent_article(void **state)
{
    (void)state;
    hand.item.urgent = true;
    hand.article.title = "Fermeture exceptionnelle à 16 heures";
    hand.article.lead = "En raison d'une coupure, le Lieu ferme plus tôt.";
    hand_block(&hand, BLOCK_PARAGRAPH, "En raison d'une coupure, le Lieu ferme plus tôt. Les ateliers de 16h30 sont reportés.", 5);
    hand_build(&hand, "2023-04-20T14:05:00");
    assert_int_equal(hand.count, 1);
    const struct slide *slide = &hand.slides[0];
    assert_int_equal(slide->kind, SLIDE_URGENT);
    assert_string_equal(hand_says(&hand, &slide->kicker), "Information importante");
    assert_string_equal(hand_says(&hand, &slide->title), "Fermeture exceptionnelle à 16 heures");
    assert_int_equal(slide->body_count, 1);
    assert_string_equal(hand_says(&hand, &slide->body[0]),
                        "En raison d’une coupure, le Lieu ferme plus tôt. Les ateliers de 16 h 30 sont reportés.");
}

static void messages(void **state)
{
    (void)state;
    hand.item = (struct item){.kind = ITEM_MESSAGE, .place = {"/salle/playlist.yaml", 9, 3}, .title = "Wifi",
                              .text = "Réseau : lieu\n- premier point\n- second point", .link = "https://exemple.fr"};
    hand_build(&hand, "2023-04-20T14:05:00");
    assert_int_equal(hand.count, 1);
    const struct slide *slide = &hand.slides[0];
    assert_int_equal(slide->kind, SLIDE_MESSAGE);
    assert_int_equal(slide->body_count, 3);
    assert_string_equal(slide->body[0].marker, "");
    assert_string_equal(slide->body[1].marker, "•");
    assert_string_equal(hand_says(&hand, &slide->body[2]), "second point");
    assert_string_equal(slide->link.label, "En savoir plus");
    hand.item.urgent = true;
    hand.item.title = NULL;
    hand.item.text = "Évacuation du bâtiment. Suivez les agents.";
    hand_build(&hand, "2023-04-20T14:05:00");
    assert_int_equal(hand.slides[0].kind, SLIDE_URGENT);
    assert_string_equal(hand_says(&hand, &hand.slides[0].title), "Évacuation du bâtiment");
    assert_string_equal(hand_says(&hand, &hand.slides[0].body[0]), "Suivez les agents.");
}

static void nothing_of_a_long_message_is_lost(void **state)
{
    (void)state;
    const char *sentence = "Cette phrase dit une chose que personne dans ce hall ne doit manquer aujourd'hui. ";
    char *text = arena_copy(hand.arena, "");
    for (int i = 0; i < 8; i++)
        text = arena_format(hand.arena, "%s%s", text, sentence);
    hand.item = (struct item){.kind = ITEM_MESSAGE, .place = {"/salle/playlist.yaml", 9, 3}, .title = "Titre", .text = text};
    hand_build(&hand, "2023-04-20T14:05:00");
    assert_true(hand.count > 1);
    size_t found = 0;
    for (size_t i = 0; i < hand.count; i++)
        for (const char *at = build_plain_text(hand.arena, &hand.slides[i]); (at = strstr(at, "Cette phrase")) != NULL; at++)
            found++;
    assert_int_equal(found, 8);
}

static void own_event_and_deadline(void **state)
{
    (void)state;
    hand.item = (struct item){.kind = ITEM_EVENT, .place = {"/salle/playlist.yaml", 9, 3}, .title = "Atelier",
                              .start = hand_wall(&hand, "2023-04-27T09:00:00"), .end = hand_wall(&hand, "2023-04-27T12:00:00"),
                              .has_start = true, .has_end = true, .has_time = true, .where = "Salle Agora", .link = "mailto:nous@exemple.fr"};
    hand_build(&hand, "2023-04-20T14:05:00");
    assert_int_equal(hand.slides[0].kind, SLIDE_EVENT);
    assert_string_equal(hand_blanks(&hand, hand.slides[0].hours[1]), "12 h");
    assert_string_equal(hand.slides[0].link.qr, "mailto:nous@exemple.fr");
    assert_string_equal(hand.slides[0].link.label, "Nous écrire");
    assert_string_equal(hand.slides[0].link.address, "nous@exemple.fr");
    hand_build(&hand, "2023-04-27T12:00:00");
    assert_int_equal(hand.count, 0);
    hand.item.kind = ITEM_DEADLINE;
    hand.item.has_time = false;
    hand.item.end = hand_wall(&hand, "2023-05-03T00:00:00");
    hand.item.text = "Dépôt des candidatures";
    hand_build(&hand, "2023-04-20T14:05:00");
    assert_string_equal(hand_says(&hand, &hand.slides[0].count_outro), "pour candidater, jusqu’au mardi 2 mai inclus");
    assert_string_equal(hand_says(&hand, &hand.slides[0].title), "Atelier");
}

static void pictures(void **state)
{
    (void)state;
    static const struct item_file files[] = {{"/salle/a.jpg", "un chat", 3, 1}, {"/salle/b.jpg", NULL, 4, 1}};
    hand.item = (struct item){.kind = ITEM_CAROUSEL, .place = {"/salle/playlist.yaml", 2, 3}, .files = files, .file_count = 2};
    hand_build(&hand, "2023-04-20T14:05:00");
    assert_int_equal(hand.count, 2);
    assert_int_equal(hand.slides[1].kind, SLIDE_PICTURE);
    assert_string_equal(hand.slides[0].picture.file, "/salle/a.jpg");
    assert_string_equal(hand.slides[0].picture.alt, "un chat");
    assert_string_equal(hand.slides[1].picture.alt, "");
    assert_int_equal(hand.slides[0].dwell_ms, 8000);
    assert_string_not_equal(hand.slides[0].id, hand.slides[1].id);
}

static void article_pictures(void **state)
{
    (void)state;
    static const struct article_image images[] = {{"/a.jpg", "", NULL, 3}, {"/b.jpg", "b", "/salle/b.jpg", 4}, {"/c.jpg", "", "/salle/c.jpg", 5}};
    hand.article.images = images;
    hand.article.image_count = 3;
    hand_build(&hand, "2023-04-20T14:05:00");
    assert_int_equal(hand.count, 2);
    assert_string_equal(hand.slides[0].picture.file, "/salle/b.jpg");
    assert_int_equal(hand.slides[1].kind, SLIDE_PICTURE);
    assert_string_equal(hand.slides[1].picture.file, "/salle/c.jpg");
}

static void dwell(void **state)
{
    (void)state;
    a_call();
    hand_build(&hand, "2023-04-20T10:24:00");
    /* The lead of 62 and the other words: 2 s + characters / 12, nothing for a code. */
    size_t characters = 0;
    for (const char *at = build_plain_text(hand.arena, &hand.slides[0]); *at; at++)
        characters += ((unsigned char)*at & 0xC0) != 0x80;
    assert_int_equal(hand.slides[0].dwell_ms, 2000 + (int)(characters * 1000 / 12));
    const struct slide *event = hand_slide(&hand, SLIDE_EVENT, 0);
    assert_true(event->dwell_ms >= 13000);
    hand.playlist.dwell_ms = 7000;
    hand_build(&hand, "2023-04-20T10:24:00");
    assert_int_equal(hand.slides[0].dwell_ms, 7000);
    hand.item.dwell_ms = 9000;
    hand.item.transition = TRANSITION_NONE;
    hand_build(&hand, "2023-04-20T10:24:00");
    assert_int_equal(hand.slides[0].dwell_ms, 9000);
    assert_false(hand.slides[0].fade);
}

static struct slide *agenda(const struct library_date *dates, size_t count, const char *at, size_t *slides)
{
    hand.build.now = (struct now){.wall = hand_wall(&hand, at), .wall_trusted = true};
    hand.item.kind = ITEM_AGENDA;
    return build_agenda(hand.arena, &hand.build, &hand.item, dates, count, slides);
}

static void an_agenda(void **state)
{
    (void)state;
    struct library_date dates[] = {
        {.title = "Rencontre", .place = "Salle Agora", .start = hand_wall(&hand, "2023-05-24T18:00:00"), .end = hand_wall(&hand, "2023-05-24T18:00:00")},
        {.title = "Clôture de l'appel", .is_deadline = true, .start = hand_wall(&hand, "2023-05-03T00:00:00"), .end = hand_wall(&hand, "2023-05-03T00:00:00")},
        {.title = "Atelier", .place = "", .start = hand_wall(&hand, "2023-04-27T09:00:00"), .end = hand_wall(&hand, "2023-04-27T12:00:00"), .has_end = true},
        {.title = "atelier", .place = "", .start = hand_wall(&hand, "2023-04-27T09:00:00"), .end = hand_wall(&hand, "2023-04-27T12:00:00"), .has_end = true},
        {.title = "Passé", .place = "", .start = hand_wall(&hand, "2023-04-17T09:00:00"), .end = hand_wall(&hand, "2023-04-17T12:00:00"), .has_end = true},
        {.title = "Marathon", .place = "", .start = hand_wall(&hand, "2023-06-09T00:00:00"), .end = hand_wall(&hand, "2023-06-11T00:00:00"), .has_end = true, .all_day = true},
        {.title = "Réponses", .is_deadline = true, .has_time = true, .start = hand_wall(&hand, "2023-06-15T12:00:00"), .end = hand_wall(&hand, "2023-06-15T12:00:00")},
    };
    size_t count = 0;
    struct slide *slides = agenda(dates, sizeof dates / sizeof *dates, "2023-04-20T10:24:00", &count);
    assert_int_equal(count, 2);
    /* Five rows on two slides: about as many on each. */
    assert_int_equal(slides[0].row_count, 3);
    assert_int_equal(slides[1].row_count, 2);
    assert_int_equal(slides[0].pages, 2);
    assert_string_equal(hand_says(&hand, &slides[0].title), "Prochainement");
    assert_string_equal(hand_blanks(&hand, build_plain_text(hand.arena, &slides[0])),
                        "Prochainement\n27 avril, 9 h – 12 h\nAtelier\n2 mai, dernier jour\nClôture de l’appel\n24 mai, 18 h\nRencontre\n"
                        "Salle Agora");
    assert_string_equal(hand_blanks(&hand, build_plain_text(hand.arena, &slides[1])), "Prochainement\n9–10 juin\nMarathon\n15 juin, avant 12 h\nRéponses");
    assert_int_equal(slides[0].changes_at.ms, hand_wall(&hand, "2023-04-21T00:00:00").ms);
    agenda(dates, sizeof dates / sizeof *dates, "2024-04-20T10:24:00", &count);
    assert_int_equal(count, 0);
}

static void holding_and_footer(void **state)
{
    (void)state;
    hand.build.now = (struct now){.wall = hand_wall(&hand, "2023-04-20T10:24:00"), .wall_trusted = true};
    struct slide slide = build_holding(hand.arena, &hand.build);
    assert_int_equal(slide.kind, SLIDE_HOLDING);
    assert_string_equal(hand_says(&hand, &slide.title), "Le Lieu");
    struct footer_words footer = build_footer(hand.arena, &hand.build);
    assert_string_equal(footer.venue, "Le Lieu");
    assert_string_equal(hand_blanks(&hand, footer.date), "jeudi 20 avril");
    assert_string_equal(footer.clock, "10:24");
    hand.build.now.wall_trusted = false;
    footer = build_footer(hand.arena, &hand.build);
    assert_string_equal(footer.date, "");
    assert_string_equal(footer.clock, "");
    hand.playlist.venue = "";
    slide = build_holding(hand.arena, &hand.build);
    assert_string_equal(hand_says(&hand, &slide.title), "Bienvenue");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_order, setup, teardown),
        cmocka_unit_test_setup_teardown(the_headline, setup, teardown),
        cmocka_unit_test_setup_teardown(the_section, setup, teardown),
        cmocka_unit_test_setup_teardown(what_ends_leaves, setup, teardown),
        cmocka_unit_test_setup_teardown(show_chooses, setup, teardown),
        cmocka_unit_test_setup_teardown(at_most_eight, setup, teardown),
        cmocka_unit_test_setup_teardown(long_lists_take_pages, setup, teardown),
        cmocka_unit_test_setup_teardown(the_layout_is_asked, setup, teardown),
        cmocka_unit_test_setup_teardown(sections_without_words_are_none, setup, teardown),
        cmocka_unit_test_setup_teardown(urgent_article, setup, teardown),
        cmocka_unit_test_setup_teardown(messages, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_of_a_long_message_is_lost, setup, teardown),
        cmocka_unit_test_setup_teardown(own_event_and_deadline, setup, teardown),
        cmocka_unit_test_setup_teardown(pictures, setup, teardown),
        cmocka_unit_test_setup_teardown(article_pictures, setup, teardown),
        cmocka_unit_test_setup_teardown(dwell, setup, teardown),
        cmocka_unit_test_setup_teardown(an_agenda, setup, teardown),
        cmocka_unit_test_setup_teardown(holding_and_footer, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

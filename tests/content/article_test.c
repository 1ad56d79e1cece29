/* A whole article: front matter, body, pictures, problems; real articles and broken ones keep the promises of article.h. */
#include "content/article.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/instant.h"
#include "base/zone.h"
#include "content/blocks_text.h"
#include "content/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct article *parse(const char *text, struct diags *diags)
{
    diag_init(diags);
    return article_parse("dossier/essai.md", text, strlen(text), NULL, diags);
}

static void end(struct article *article, struct diags *diags)
{
    article_destroy(article);
    diag_finish(diags);
}

static bool has_code(const struct diags *diags, const char *code, int line)
{
    for (size_t i = 0; i < diags->count; i++)
        if (strcmp(diags->items[i].code, code) == 0 && diags->items[i].place.line == line)
            return true;
    return false;
}

static void reads_front_matter(void **state)
{
    struct diags diags;
    (void)state;
    struct article *article = parse("---\ntitle: 'Un titre « avec\n  suite »'\ndate: 2023-04-14 14:38:00 +02:00\ncategories:\n- Article\n"
                                    "- Appel\ntags: [x]\npublished: false\nlang: en-GB\nlieu: Paris\n"
                                    "champs_informations:\n- intitule: Horaires\n  contenu: 9h\n  lien: \n---\n\nCorps\n",
                                    &diags);
    assert_string_equal(article->title, "Un titre « avec suite »");
    assert_int_equal(article->title_line, 2);
    assert_true(article->has_published && article->published_has_time);
    assert_true(article->published.ms == INT64_C(1681475880000));
    assert_int_equal(article->category_count, 2);
    assert_string_equal(article->categories[1], "Appel");
    assert_true(article->draft);
    assert_string_equal(article->language, "en");
    assert_string_equal(article_field(article, "lieu")->value, "Paris");
    assert_int_equal(article_field(article, "lieu")->line, 11);
    assert_int_equal(article_field(article, "lieu")->column, 7);
    assert_string_equal(article_field(article, "champs_informations.0.contenu")->value, "9h");
    assert_string_equal(article_field(article, "champs_informations.0.lien")->value, "");
    assert_null(article_field(article, "champs_informations.1.contenu"));
    assert_int_equal(article->block_count, 1);
    assert_int_equal(article->blocks[0].line, 18);
    assert_string_equal(article->lead, "Corps");
    assert_int_equal(article->facts->deadline_count, 0);
    assert_int_equal(diags.count, 0);
    end(article, &diags);
}

static void reads_other_spellings(void **state)
{
    struct diags diags;
    struct article_settings settings = {.language = "en"};
    const char *text = "\xEF\xBB\xBF---\r\ntitle: A &amp; **b**\r\npublishedDate: 2021-05-19\r\ncategorie: Atelier\r\n---\r\nUn\r\n\r\nDeux\r\n";
    (void)state;
    diag_init(&diags);
    struct article *article = article_parse("x.md", text, strlen(text), &settings, &diags);
    assert_string_equal(article->title, "A & b");
    assert_true(article->has_published && !article->published_has_time);
    assert_string_equal(article->categories[0], "Atelier");
    assert_string_equal(article->language, "en");
    assert_int_equal(article->block_count, 2);
    assert_int_equal(article->blocks[1].line, 8);
    assert_int_equal(diags.count, 0);
    end(article, &diags);
}

static void finds_a_title(void **state)
{
    struct diags diags;
    (void)state;
    struct article *article = parse("Intro\n\n## Le *premier* titre\n", &diags);
    assert_string_equal(article->title, "Le premier titre");
    assert_int_equal(article->title_line, 3);
    assert_true(has_code(&diags, "title-missing", 1));
    end(article, &diags);
    diag_init(&diags);
    article = article_parse("a/2023-05-01-appel_a-projets.md", "Texte", 5, NULL, &diags);
    assert_string_equal(article->title, "Appel a projets");
    assert_true(article->has_published);
    assert_true(article->published.ms == INT64_C(1682899200000));
    end(article, &diags);
    article = parse("", &diags);
    assert_string_equal(article->title, "Essai");
    assert_string_equal(article->lead, "");
    end(article, &diags);
}

static void reports_front_matter_that_is_broken(void **state)
{
    struct diags diags;
    (void)state;
    struct article *article = parse("---\ntitle: Ouvert\ndate: 2023-04-14\n\nCorps\n", &diags);
    assert_string_equal(article->title, "Ouvert");
    assert_true(has_code(&diags, "front-unclosed", 1));
    assert_int_equal(article->block_count, 1);
    assert_int_equal(article->blocks[0].line, 5);
    end(article, &diags);

    article = parse("---\ntitle: [ouvert\nCorps gardé\n", &diags);
    assert_true(has_code(&diags, "front-unclosed", 1));
    assert_int_equal(article->block_count, 1);
    end(article, &diags);

    article = parse("---\ntitle: [a: b\n---\n# Corps\n", &diags);
    assert_true(diags.errors > 0);
    assert_string_equal(article->title, "Corps");
    assert_int_equal(article->blocks[0].line, 4);
    end(article, &diags);

    /* One ":" too many costs nothing but a warning; the other keys stay. */
    article = parse("---\ntitle: Appel : \"suite\"\ndate: 2023-04-14\nchamps:\n- contenu: 3 mai : 14h\nlieu: Brest\n---\n# Corps\n", &diags);
    assert_true(has_code(&diags, "front-colon", 2));
    assert_true(has_code(&diags, "front-colon", 5));
    assert_int_equal(diags.errors, 0);
    assert_string_equal(article->title, "Appel : \"suite\"");
    assert_string_equal(article_field(article, "lieu")->value, "Brest");
    assert_int_equal(article_field(article, "lieu")->line, 6);
    end(article, &diags);

    /* Nor does a line of a longer value that slipped to the left. */
    article = parse("---\ntitle: Essai\nsummary: |\n  Un premier rang,\net un second rang.\ndate: 2023-04-14\nlieu: Brest\n---\n# Corps\n", &diags);
    assert_true(has_code(&diags, "front-indent", 5));
    assert_int_equal(diags.errors, 0);
    assert_string_equal(article_field(article, "summary")->value, "Un premier rang,\net un second rang.\n");
    assert_string_equal(article_field(article, "lieu")->value, "Brest");
    assert_true(article->has_published);
    end(article, &diags);

    /* A key with a letter too few is told, one of the site's own is not, nor one that stands beside the right one. */
    article = parse("---\ntitle: A\ndat: 2023-04-14\ndata: x\nlieux: y\n---\nCorps\n", &diags);
    assert_true(has_code(&diags, "front-key", 3));
    assert_int_equal(diags.count, 1);
    end(article, &diags);
    article = parse("---\ntitle: A\ntitl: B\n---\nCorps\n", &diags);
    assert_int_equal(diags.count, 0);
    end(article, &diags);

    article = parse("---\njuste du texte\n---\nCorps\n", &diags);
    assert_true(has_code(&diags, "front-not-map", 2));
    end(article, &diags);

    /* A rule across the page is no front matter. */
    article = parse("---\n\nCorps\n", &diags);
    assert_false(has_code(&diags, "front-unclosed", 1));
    assert_int_equal(article->block_count, 1);
    end(article, &diags);
}

/* The three forms of front matter say the same with the same fields; only their places differ. */
static void reads_toml_and_json_as_yaml(void **state)
{
    static const char *const texts[] = {
        "---\ntitle: Fête du *lac*\ndate: 2023-04-14T14:38:00+02:00\ndraft: true\nlang: en\ncategories: [Article, Appel]\npoids: 12\n"
        "description: |\n  Un **mot**.\n\n  Deux.\nchamps_informations:\n- intitule: Horaires\n  contenu: 9h\n  lien: https://x.fr\n"
        "- intitule: Tarif\n  contenu: 5 €\nimage:\n  path: a.jpg\n  alt: Le lac\nvide: ''\n---\n\nCorps\n",
        "+++\ntitle = \"Fête du *lac*\"\ndate = 2023-04-14T14:38:00+02:00 # publié\ndraft = true\nlang = \"en\"\ncategories = [\n  \"Article\",\n"
        "  'Appel', # deux\n]\npoids = 12\ndescription = \"\"\"\nUn **mot**.\n\nDeux.\n\"\"\"\n[[champs_informations]]\nintitule = \"Horaires\"\n"
        "contenu = \"9h\"\nlien = 'https://x.fr'\n\n[[champs_informations]]\nintitule = \"Tarif\"\ncontenu = \"5 €\"\n\n"
        "[image]\n  path = \"a.jpg\"\n  alt = \"Le lac\"\n+++\n\nCorps\n",
        "{\n\t\"title\":\"Fête du *lac*\",\n  \"date\" : \"2023-04-14T14:38:00+02:00\",\n  \"draft\": true, \"lang\": \"en\",\n"
        "  \"categories\": [\"Article\", \"Appel\"],\n  \"poids\": 12,\n  \"description\": \"Un **mot**.\\n\\nDeux.\\n\",\n  \"champs_informations\": [\n"
        "    {\"intitule\": \"Horaires\", \"contenu\": \"9h\", \"lien\": \"https:\\/\\/x.fr\"},\n    {\"intitule\": \"Tarif\", \"contenu\": \"5 \\u20ac\"}\n"
        "  ],\n  \"image\": {\"path\": \"a.jpg\", \"alt\": \"Le lac\"},\n  \"vide\": null\n}\n\nCorps\n",
    };
    static const struct { int value, column, link, body; } lines[] = {{14, 12, 15, 24}, {18, 11, 19, 30}, {9, 41, 9, 16}};
    struct diags diags;
    struct article *first = parse(texts[0], &diags);
    (void)state;
    diag_finish(&diags);
    for (size_t form = 0; form < 3; form++) {
        struct article *article = parse(texts[form], &diags);
        for (size_t i = 0; i < first->field_count; i++) {
            const struct field *wanted = &first->fields[i], *field = article_field(article, wanted->path);
            if (field ? strcmp(field->value, wanted->value) != 0 : strcmp(wanted->path, "vide") != 0)
                fail_msg("form %zu, %s: %s", form, wanted->path, field ? field->value : "(none)");
        }
        assert_int_equal(article->field_count, first->field_count - (form == 1));
        assert_string_equal(article->title, "Fête du lac");
        assert_int_equal(article->title_line, 2);
        assert_true(article->published.ms == INT64_C(1681475880000) && article->draft);
        assert_string_equal(article->language, "en");
        assert_string_equal(article->categories[1], "Appel");
        assert_string_equal(article->lead, "Un mot.\nDeux.");
        const struct field *hours = article_field(article, "champs_informations.0.contenu");
        assert_int_equal(hours->line, lines[form].value);
        assert_int_equal(hours->column, lines[form].column);
        assert_int_equal(article->links[0].line, lines[form].link);
        assert_string_equal(article->links[0].url, "https://x.fr");
        assert_string_equal(article->links[0].label, "9h");
        assert_string_equal(article->images[0].alt, "Le lac");
        assert_int_equal(article->block_count, 1);
        assert_int_equal(article->blocks[0].line, lines[form].body);
        assert_int_equal(diags.count, 1); /* the picture is not there */
        end(article, &diags);
    }
    article_destroy(first);
}

/* "_template" in a block of YAML, all else in one of TOML below it; what only looks like a block is text. */
static void reads_a_second_front_matter(void **state)
{
    (void)state;
    struct diags diags;
    struct article *article = parse("---\n_template: breves\n---\n\n+++\npublishDate = 2021-06-18T14:35:45Z\ntitle = \"Colloque\"\n\n+++\nCorps\n", &diags);
    assert_string_equal(article->title, "Colloque");
    assert_true(article->has_published);
    assert_int_equal(article->block_count, 1);
    assert_string_equal(article->blocks[0].text, "Corps");
    assert_int_equal(article->blocks[0].line, 10);
    end(article, &diags);
    article = parse("---\ntitle: Colloque\n---\n\n+++\nUne phrase\n+++\nCorps\n", &diags); /* signs of the text */
    assert_string_equal(article->title, "Colloque");
    assert_true(article->block_count > 0);
    assert_string_not_equal(article->blocks[0].text, "Corps");
    end(article, &diags);
}

/* Prose of a text over several lines has the lines of the file, whatever joins them. */
static void knows_the_lines_of_toml_prose(void **state)
{
    struct diags diags;
    (void)state;
    struct article *article = parse("+++\ntitle = \"T\"\nchapeau-text = \"\"\"\nLigne \\\n  quatre et\ncinq.\n\nSept \\u00e9tapes.\"\"\"\n"
                                    "lieu = '''Un\nDeux'''\n+++\nCorps\n",
                                    &diags);
    assert_int_equal(diags.count, 0);
    assert_string_equal(article->lead, "Ligne quatre et cinq.\nSept étapes.");
    assert_int_equal(article->front_block_count, 2);
    assert_int_equal(article->front_blocks[0].line, 4);
    assert_int_equal(article_line_at(&article->front_blocks[0], strlen("Ligne quatre")), 5);
    assert_int_equal(article_line_at(&article->front_blocks[0], strlen("Ligne quatre et cinq")), 6);
    assert_int_equal(article->front_blocks[1].line, 8);
    assert_int_equal(article_field(article, "chapeau-text")->line, 4);
    assert_int_equal(article_field(article, "lieu")->line, 9);
    assert_int_equal(article_field(article, "lieu")->column, 8);
    assert_int_equal(article->blocks[0].line, 12);
    end(article, &diags);
}

static void reports_toml_that_is_broken(void **state)
{
    struct diags diags;
    (void)state;
    /* A bad line costs itself, an absent quote only a warning. */
    struct article *article = parse("+++\ntitle = Appel à projets\ndate = 2023-04-14\nsummary = \"Un \"mot\" de trop\"\nlieu = \"Brest\"\ntitl = 1\n+++\n# Corps\n", &diags);
    assert_true(has_code(&diags, "toml-quotes", 2));
    assert_true(has_code(&diags, "toml-syntax", 4));
    assert_int_equal(diags.count, 2);
    assert_string_equal(article->title, "Appel à projets");
    assert_true(article->has_published);
    assert_string_equal(article_field(article, "lieu")->value, "Brest");
    assert_null(article_field(article, "summary"));
    assert_int_equal(article->blocks[0].line, 8);
    end(article, &diags);

    article = parse("+++\ntitle = \"A\ndat = 2023-02-30\ndate = 2023-02-30\n+++\n# Corps\n", &diags);
    assert_true(has_code(&diags, "toml-quote", 2));
    assert_true(has_code(&diags, "date-invalid", 4));
    assert_int_equal(diags.count, 2); /* no word on the title that is missing */
    assert_string_equal(article->title, "Corps");
    end(article, &diags);

    article = parse("+++\n# Ouvert\ntitle = \"Ouvert\"\n\nCorps\n", &diags);
    assert_true(has_code(&diags, "front-unclosed", 1));
    assert_non_null(strstr(diags.items[0].french, "+++"));
    assert_string_equal(article->title, "Ouvert");
    assert_int_equal(article->blocks[0].line, 5);
    end(article, &diags);

    article = parse("+++\ntitle = \"A\"\ndat = 2023-04-14\n+++\nCorps\n", &diags);
    assert_true(has_code(&diags, "front-key", 3));
    end(article, &diags);
}

static void reports_json_that_is_broken(void **state)
{
    struct diags diags;
    (void)state;
    struct article *article = parse("{\n  \"title\": \"A\"\n  \"date\": \"2023-04-14\"\n}\n# Corps\n", &diags);
    assert_true(has_code(&diags, "json-syntax", 3));
    assert_int_equal(diags.count, 1);
    assert_string_equal(article->title, "Corps");
    assert_int_equal(article->blocks[0].line, 5);
    end(article, &diags);

    article = parse("{\n  \"title\": \"A\",\n  \"title\": \"B\", \"titre\": \"\\ud83d\\udc49 \\ud83d C:\\\\ud83d\"\n}", &diags);
    assert_true(has_code(&diags, "yaml-key-twice", 3));
    assert_string_equal(article->title, "A");
    assert_string_equal(article_field(article, "titre")->value, "👉 \xEF\xBF\xBD C:\\ud83d");
    end(article, &diags);

    article = parse("{\"a\": [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}\nCorps\n", &diags);
    assert_true(has_code(&diags, "yaml-too-deep", 1));
    assert_int_equal(article->block_count, 1);
    end(article, &diags);

    /* What is never closed is not shown. */
    article = parse("{\n  \"title\": [\"A\"\n\nCorps\n", &diags);
    assert_true(has_code(&diags, "front-unclosed", 1));
    assert_int_equal(article->block_count, 1);
    assert_int_equal(article->blocks[0].line, 4);
    end(article, &diags);

    /* Brackets of other kinds are no front matter, nor is a sign alone on its line. */
    static const char *const others[] = {"+++\n\nCorps\n", "+++", "+++\n", "{: .encadre}\nCorps\n", "{{ page.x }}\nCorps\n", "{%- x %}\n", "{", "{ \n", ""};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        article = parse(others[i], &diags);
        assert_int_equal(article->field_count, 0);
        assert_false(has_code(&diags, "front-unclosed", 1));
        end(article, &diags);
    }
}

static void reports_dates(void **state)
{
    static const char *const bad[] = {"2023-02-30", "31/04/2023", "2023-13-01 10:00:00", "demain", "avril 2023", "du 3 au 4 mai 2023", "[a]"};
    struct diags diags;
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct arena *arena = arena_create();
        struct article *article = parse(arena_format(arena, "---\ntitle: T\ndate: %s\n---\n", bad[i]), &diags);
        assert_false(article->has_published);
        assert_true(has_code(&diags, "date-invalid", 3));
        assert_int_equal(diags.items[0].level, DIAG_ERROR);
        end(article, &diags);
        arena_destroy(arena);
    }
}

/* What is read is the day in the form that the site writes it. */
static void reads_the_day_of_publication(void **state)
{
    static const struct {
        const char *file, *written, *day;
    } cases[] = {{"x.md", "2023/04/14", "2023-04-14T00:00:00+02:00"},       {"x.md", "2023-4-4", "2023-04-04T00:00:00+02:00"},
                 {"x.md", "14/04/2023", "2023-04-14T00:00:00+02:00"},       {"x.md", "14 avril 2023", "2023-04-14T00:00:00+02:00"},
                 {"x.md", "April 14, 2023", "2023-04-14T00:00:00+02:00"},   {"x.md", "Fri, 14 Apr 2023 10:43:11 +0000", "2023-04-14T00:00:00+02:00"},
                 {"x.md", "vendredi 14 avril 2023", "2023-04-14T00:00:00+02:00"}, {"x.md", "2023/04/14 09:30", "2023-04-14T09:30:00+02:00"},
                 {"a/2023-04-14-fete.md", "", "2023-04-14T00:00:00+02:00"}, {"ville__2023-04-14-fete.md", "", "2023-04-14T00:00:00+02:00"},
                 {"23-04-14-fete.md", "", "2023-04-14T00:00:00+02:00"},     {"fete-2023-04-14.md", "", "2023-04-14T00:00:00+02:00"},
                 {"2023-04-14/fete.md", "", ""},                            {"ref-12023-04-145.md", "", ""}, {"tel-06-23-99-50.md", "", ""}};
    struct zone *zone = zone_create("Europe/Paris", NULL);
    struct article_settings settings = {.zone = zone};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diags diags;
        struct arena *arena = arena_create();
        diag_init(&diags);
        const char *text = cases[i].written[0] ? arena_format(arena, "---\ntitle: T\ndate: %s\n---\n", cases[i].written) : "---\ntitle: T\n---\n";
        struct article *article = article_parse(cases[i].file, text, strlen(text), &settings, &diags);
        assert_string_equal(article->has_published ? instant_format(arena, article->published, zone) : "", cases[i].day);
        assert_false(has_code(&diags, "date-invalid", 3));
        end(article, &diags);
        arena_destroy(arena);
    }
    zone_destroy(zone);
}

/* The head of a reStructuredText page: its title and fields are no text, and its links are links. */
static void reads_docinfo(void **state)
{
    (void)state;
    struct diags diags;
    struct article *article = parse("==========\nHackathon\n==========\n\n:date: 2014-08-20 09:00\n:Category: evenement\n\nÀ la `Ruche\n<https://ruche.example/\nfr>`_, le 19 septembre.\n", &diags);
    assert_string_equal(article->title, "Hackathon");
    assert_true(article->has_published);
    assert_int_equal(article->category_count, 1);
    assert_int_equal(article->block_count, 1);
    assert_string_equal(article->blocks[0].text, "À la Ruche, le 19 septembre.");
    end(article, &diags);
    article = parse("[Reporté] Hackathon\n====\n\n:genre: \"a\" b\n:summary: Un long\n   résumé\n:date: 2014-18-20\n\nCorps\n", &diags);
    assert_string_equal(article->title, "[Reporté] Hackathon");
    assert_true(has_code(&diags, "date-invalid", 7));
    assert_int_equal(article->block_count, 1);
    end(article, &diags);
    article = parse(":date: 2014-08-20\n:genre: atelier\n\nCorps\n", &diags);
    assert_true(article->has_published);
    end(article, &diags);
    article = parse(":calendar: Samedi 12 mai\n:pushpin: Salle Carnot\n\nVenez.\n", &diags); /* emoji */
    assert_int_equal(article->block_count, 2);
    end(article, &diags);
    article = parse("Sans champs\n===========\n\n:date 2014\n\nCorps\n", &diags);
    assert_false(article->has_published);
    end(article, &diags);
}

/* "Title: …" on the first lines, without a fence; prose with a colon is prose. */
static void reads_open_front_matter(void **state)
{
    struct diags diags;
    (void)state;
    struct article *article = parse("Title: Marche nordique\nDate: 2023-03-29\nCategory: Actualités\n\nCorps\n", &diags);
    assert_string_equal(article->title, "Marche nordique");
    assert_true(article->has_published);
    assert_string_equal(article->blocks[0].text, "Corps");
    assert_int_equal(article->blocks[0].line, 5);
    assert_int_equal(diags.count, 0);
    end(article, &diags);
    article = parse("\n\nTitle: Lumières : la fête\nDate: 2023-03-29\n\nCorps\n", &diags);
    assert_string_equal(article->title, "Lumières : la fête");
    assert_string_equal(article->blocks[0].text, "Corps");
    assert_int_equal(article->blocks[0].line, 6);
    end(article, &diags);
    article = parse("Title: Rencontre\nDate: 2023-03-29\nTags: lang:fr, code\n---\n\nCorps\n", &diags);
    assert_string_equal(article->title, "Rencontre");
    assert_true(article->has_published);
    assert_string_equal(article->blocks[0].text, "Corps");
    assert_int_equal(article->blocks[0].line, 6);
    end(article, &diags);
    article = parse("date: 2009-06-30\nslug: python\ntitle: Conférence Python\n    \n\nCorps\n", &diags); /* a line of blanks is empty */
    assert_string_equal(article->title, "Conférence Python");
    assert_int_equal(article->block_count, 1);
    assert_int_equal(article->blocks[0].line, 6);
    end(article, &diags);
    article = parse("Date: demain, à 15 h\nvenez tous\n\nCorps\n", &diags);
    assert_int_equal(article->block_count, 2);
    end(article, &diags);
    article = parse("Rappel : Titre\nNote: deux\n\nCorps\n", &diags);
    assert_int_equal(article->block_count, 2);
    end(article, &diags);
}

/* Hugo: `publishDate` says when, a later `date` is what the page announces. */
static void tells_publication_from_the_day_announced(void **state)
{
    struct diags diags;
    (void)state;
    struct article *article = parse("---\ntitle: T\npublishDate: 2023-03-01\ndate: 2023-03-29\n---\n", &diags);
    assert_true(article->dated_ahead);
    assert_true(article->published.ms / 86400000 == 19417);
    end(article, &diags);
    article = parse("---\ntitle: T\npublishDate: 2017-01-01\ndate: 2023-03-29\n---\n", &diags);
    assert_false(article->dated_ahead);
    assert_true(article->published.ms / 86400000 == 19445);
    end(article, &diags);
}

static void reports_bytes_that_are_no_text(void **state)
{
    struct diags diags;
    (void)state;
    diag_init(&diags);
    struct article *article = article_parse("x.md", "# T\n\na\xE9" "b\n\0c\n", 12, NULL, &diags);
    assert_true(has_code(&diags, "utf8-invalid", 3));
    assert_string_equal(article->blocks[1].text, "a\xEF\xBF\xBD" "b \xEF\xBF\xBD" "c");
    end(article, &diags);
}

/* Prose of the front matter: lead first, lines as in the file, however YAML folds them. */
static void reads_prose_of_the_front_matter(void **state)
{
    struct diags diags;
    struct arena *arena = arena_create();
    const char *text = "---\n"
                       "callout:\n"
                       "  desc: Ouvert **jusqu’au\n"
                       "    19/04/2022**, pour tous\n"
                       "how:\n"
                       "  desc: >-\n"
                       "    * Lire le [règlement](https://x.fr/r.pdf)\n"
                       "    du programme\n"
                       "\n"
                       "    * Remplir\n"
                       "adresse: \"77 avenue de Ségur, Lieu de la transformation \\n75015 Paris\"\n"
                       "title: T\n"
                       "chapeau-text: \"Premier l\\xE9ger\n"
                       "  paragraphe.\\n\n"
                       "\n"
                       "  Second [lien](y){:\n"
                       "  target='_blank'} 'fin'.\"\n"
                       "note: |\n"
                       "  Une phrase qui dépasse les quarante signes\n"
                       "  et sa suite\n"
                       "---\n";
    (void)state;
    struct article *article = parse(text, &diags);
    assert_string_equal(blocks_text(arena, article->front_blocks, article->front_block_count, article->links),
                        "p @13 Premier léger «14»paragraphe.\n"
                        "p @16 Second [=y|lien] «17»'fin'.\n"
                        "p @3 Ouvert [b|jusqu’au «4»19/04/2022], pour tous\n"
                        "li1 list1 @7 Lire le [=https://x.fr/r.pdf|règlement] «8»du programme\n"
                        "li1 list1 @10 Remplir\n"
                        "p @11 77 avenue de Ségur, Lieu de la transformation/75015 Paris\n"
                        "p @19 Une phrase qui dépasse les quarante signes «20»et sa suite\n");
    assert_string_equal(article->front_blocks[0].field, "chapeau-text");
    assert_string_equal(article->front_blocks[2].field, "callout.desc");
    assert_string_equal(article->lead, "Premier léger paragraphe.\nSecond lien 'fin'.");
    assert_int_equal(article->lead_line, 13);
    assert_int_equal(article_field(article, "how.desc")->line, 7);
    assert_int_equal(diags.count, 0);
    end(article, &diags);
    arena_destroy(arena);
}

static void reads_links_of_the_front_matter(void **state)
{
    struct diags diags;
    (void)state;
    struct article *article = parse("---\ntitle: T\nchamps_informations:\n- intitule: Modalités\n  contenu: Inscription **gratuite**\n"
                                    "  lien: ' https://x.fr/i '\n- intitule: Écrire\n  mailto: a@b.fr\n- lien:\n"
                                    "redirection: https://y.fr\nimage:\n  url: /a.png\n  alt: x\n---\n[z](https://z.fr)\n",
                                    &diags);
    assert_int_equal(article->link_count, 4);
    assert_string_equal(article->links[0].url, "https://x.fr/i");
    assert_string_equal(article->links[0].label, "Inscription gratuite");
    assert_int_equal(article->links[0].flags, LINK_FIELD);
    assert_int_equal(article->links[0].block, -1);
    assert_int_equal(article->links[0].line, 6);
    assert_string_equal(article->links[1].url, "mailto:a@b.fr");
    assert_string_equal(article->links[1].label, "Écrire");
    assert_string_equal(article->links[2].url, "https://y.fr");
    assert_string_equal(article->links[2].label, "T");
    assert_true(article->links[2].in_front && !article->links[3].in_front);
    assert_int_equal(article->links[3].block, 0);
    end(article, &diags);
}

/* A folder of its own, gone with clean_folder. */
static char *make_folder(struct arena *arena)
{
    char *folder = arena_copy(arena, "/tmp/parvis-article-XXXXXX");
    assert_non_null(mkdtemp(folder));
    return folder;
}

static void write_text(struct arena *arena, const char *folder, const char *name, const char *text)
{
    const char *path = file_join(arena, folder, name);
    assert_true(file_make_directory(file_directory(arena, path)));
    assert_true(file_write(path, text, strlen(text)));
}

static void remove_path(struct arena *arena, const char *folder, const char *name)
{
    const char *path = file_join(arena, folder, name);
    assert_int_equal(file_is_directory(path) ? rmdir(path) : unlink(path), 0);
}

static void finds_pictures(void **state)
{
    struct arena *arena = arena_create();
    struct diags diags;
    const char *folder = make_folder(arena);
    static const char *const files[] = {"site/uploads/a b.png", "lieu/uploads/c.png", "lieu/articles/d.jpg", "secret.png"};
    static const char *const all[] = {"site/uploads/a b.png", "lieu/uploads/c.png", "lieu/articles/d.jpg", "secret.png",
                                      "site/uploads",         "site",               "lieu/uploads",        "lieu/articles",
                                      "lieu",                 ""};
    const char *text = "---\ntitle: T\nune-ou-diaporama:\n- image: \"/uploads/a%20b.png?v=2\"\n  alternative-textuelle: Une\n- image: /uploads/c.png\n"
                       "image:\n  path: ./d.jpg\n  alt: Trois\nillustration: absente.png\n---\n![Quatre](../secret.png)\n"
                       "![Cinq](https://x.fr/e.png)\n![Six](/uploads/c.png)\n";
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        write_text(arena, folder, files[i], "x");
    struct article_settings settings = {.folder = file_join(arena, folder, "lieu"), .site_root = file_join(arena, folder, "site")};
    diag_init(&diags);
    struct article *article =
        article_parse(file_join(arena, folder, "lieu/articles/x.md"), text, strlen(text), &settings, &diags);
    assert_int_equal(article->image_count, 5);
    assert_string_equal(article->images[0].path, "/uploads/a b.png");
    assert_string_equal(article->images[0].alt, "Une");
    assert_string_equal(article->images[0].file, file_join(arena, folder, "site/uploads/a b.png"));
    assert_int_equal(article->images[0].line, 4);
    assert_string_equal(article->images[1].file, file_join(arena, folder, "lieu/uploads/c.png"));
    assert_string_equal(article->images[2].file, file_join(arena, folder, "lieu/articles/d.jpg"));
    assert_string_equal(article->images[2].alt, "Trois");
    assert_null(article->images[3].file);
    assert_null(article->images[4].file);
    assert_true(has_code(&diags, "picture-missing", 10));
    assert_true(has_code(&diags, "picture-outside", 12));
    assert_true(has_code(&diags, "picture-remote", 13));
    assert_int_equal(diags.count, 3);
    assert_int_equal(diags.errors, 0);
    end(article, &diags);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        remove_path(arena, folder, all[i]);
    arena_destroy(arena);
}

static void refuses_files_it_cannot_use(void **state)
{
    static const struct {
        const char *name, *code;
    } cases[] = {{"absent.md", "article-missing"}, {"dossier.md", "article-not-a-file"}, {"vide.md", "article-empty"},
                 {"blanc.md", "article-empty"},    {"gros.md", "article-too-large"},     {"lien.md", "article-missing"}};
    struct arena *arena = arena_create();
    const char *folder = make_folder(arena);
    char *large = arena_alloc(arena, ARTICLE_MOST_BYTES + 2);
    (void)state;
    memset(large, 'a', ARTICLE_MOST_BYTES + 1);
    write_text(arena, folder, "vide.md", "");
    write_text(arena, folder, "blanc.md", " \r\n\n");
    write_text(arena, folder, "gros.md", large);
    assert_true(file_make_directory(file_join(arena, folder, "dossier.md")));
    assert_int_equal(symlink("nulle-part", file_join(arena, folder, "lien.md")), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct diags diags;
        diag_init(&diags);
        assert_null(article_load(file_join(arena, folder, cases[i].name), NULL, &diags));
        assert_int_equal(diags.errors, 1);
        assert_string_equal(diags.items[0].code, cases[i].code);
        diag_finish(&diags);
        if (i > 0)
            remove_path(arena, folder, cases[i].name);
    }
    write_text(arena, folder, "bon.md", "# Bon\n");
    struct article *article = article_load(file_join(arena, folder, "bon.md"), NULL, NULL);
    assert_non_null(article);
    assert_non_null(article->facts);
    article_destroy(article);
    remove_path(arena, folder, "bon.md");
    remove_path(arena, folder, "");
    arena_destroy(arena);
}

static int count_lines(const char *bytes, size_t length)
{
    int lines = 1;
    for (size_t i = 0; i < length; i++)
        lines += bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == length || bytes[i + 1] != '\n'));
    return lines;
}

/* Every promise of article.h that can be checked on any block. */
static void check_block(const struct block *block, const struct article *article, int lines)
{
    size_t length = strlen(block->text), joined = 0, last_offset = 0;
    int last_line = block->line;
    assert_true(length > 0 && block->span_count > 0);
    assert_true(block->text[0] != ' ' && block->text[length - 1] != ' ' && block->text[length - 1] != '\n');
    assert_in_range(block->line, 1, lines);
    for (size_t i = 0; i < block->span_count; i++) {
        size_t span = strlen(block->spans[i].text);
        assert_true(span > 0 && joined + span <= length);
        assert_memory_equal(block->text + joined, block->spans[i].text, span);
        assert_true(block->spans[i].link < (int)article->link_count);
        joined += span;
    }
    assert_int_equal(joined, length);
    for (size_t i = 0; i < block->mark_count; i++) {
        assert_true(block->marks[i].offset > last_offset && block->marks[i].offset < length);
        assert_true(block->marks[i].line > last_line && block->marks[i].line <= lines);
        last_offset = block->marks[i].offset;
        last_line = block->marks[i].line;
    }
    for (size_t i = 0; i < length; i++)
        assert_true((unsigned char)block->text[i] >= 0x20 || block->text[i] == '\n');
}

static void check_article(const struct article *article, const char *bytes, size_t length)
{
    int lines = count_lines(bytes, length);
    assert_non_null(article->title);
    assert_true(article->title[0]);
    for (size_t i = 0; i < article->block_count; i++)
        check_block(&article->blocks[i], article, lines);
    for (size_t i = 0; i < article->front_block_count; i++) {
        check_block(&article->front_blocks[i], article, lines);
        assert_non_null(article_field(article, article->front_blocks[i].field));
    }
    for (size_t i = 0; i < article->link_count; i++) {
        const struct link *link = &article->links[i];
        size_t blocks = link->in_front ? article->front_block_count : article->block_count;
        assert_true(link->url[0] && link->label && link->block >= -1 && link->block < (int)blocks);
        assert_in_range(link->line, 1, lines);
    }
    for (size_t i = 0; i < article->field_count; i++)
        assert_in_range(article->fields[i].line, 1, lines);
}

/* Marks of Markdown and its dialects, which no reader should ever see. */
static void check_nothing_raw(const struct article *article)
{
    static const char *const raw[] = {"**", "~~", "](http", "{:", "{%", "%}", "{{", "[^", "<div", "<p", "<br", "</", "<!--", "|--", "&nbsp;"};
    for (size_t i = 0; i < article->block_count; i++)
        for (size_t r = 0; r < sizeof raw / sizeof *raw; r++)
            if (strstr(article->blocks[i].text, raw[r]))
                fail_msg("%s:%d: %s in: %s", article->file, article->blocks[i].line, raw[r], article->blocks[i].text);
}

/* Bytes change, go, or are repeated; the same ones in each run. */
static size_t mutate(char *bytes, size_t length, size_t most, uint64_t *random)
{
    static const char spice[] = "<>[](){}|*_`~#-:\"'&;%=\n\n \\!^\t>\x80\xFF";
    for (int i = 0; i < 12; i++) {
        *random = *random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        size_t at = (size_t)(*random >> 33) % (length ? length : 1), kind = (size_t)(*random >> 29) % 4;
        if (kind == 0 && length > 40) {
            size_t cut = (size_t)(*random >> 20) % 30;
            cut = at + cut < length ? cut : 0;
            memmove(bytes + at, bytes + at + cut, length - at - cut);
            length -= cut;
        } else if (kind == 1 && length + 30 < most) {
            size_t copied = length - at < 30 ? length - at : 30;
            memmove(bytes + at + copied, bytes + at, length - at);
            length += copied;
        } else if (length) {
            bytes[at] = spice[(size_t)(*random >> 24) % (sizeof spice - 1)];
        }
    }
    return length;
}

static void parse_and_check(const char *bytes, size_t length, bool keep)
{
    struct diags diags;
    diag_init(&diags);
    struct article *article = article_parse("x.md", bytes, length, NULL, &diags);
    const char *kept = getenv("PARVIS_FUZZ_KEEP"); /* a file for the input at hand, to look at what failed */
    if (kept && keep)
        file_write(kept, bytes, length);
    check_article(article, bytes, length);
    end(article, &diags);
}

/* PARVIS_FUZZ_ROUNDS asks for more than the few mutations of each file that a test run can afford. */
static void reads_real_articles_and_their_ruins(void **state)
{
    static const char folder[] = "../shared/articles";
    static const char *const suffixes[] = {".md", NULL};
    const char *rounds_text = getenv("PARVIS_FUZZ_ROUNDS");
    long rounds = rounds_text ? strtol(rounds_text, NULL, 10) : 8;
    struct arena *arena = arena_create();
    size_t count = 0;
    uint64_t random = 20230420;
    (void)state;
    const char **names = file_list(arena, folder, 1000, &count);
    if (!names) {
        arena_destroy(arena);
        skip();
    }
    for (size_t i = 0; names && i < count; i++) {
        struct file_bytes bytes;
        if (!file_has_suffix(names[i], suffixes))
            continue;
        assert_int_equal(file_read(arena, file_join(arena, folder, names[i]), ARTICLE_MOST_BYTES, &bytes), FILE_READ);
        struct article *article = article_parse(names[i], bytes.data, bytes.length, NULL, NULL);
        check_article(article, bytes.data, bytes.length);
        check_nothing_raw(article);
        article_destroy(article);
        char *ruin = arena_alloc(arena, ARTICLE_MOST_BYTES);
        for (long round = 0; round < rounds; round++) {
            memcpy(ruin, bytes.data, bytes.length);
            size_t length = bytes.length;
            for (long again = 0; again <= round % 8; again++)
                length = mutate(ruin, length, ARTICLE_MOST_BYTES, &random);
            parse_and_check(ruin, length, true);
        }
    }
    arena_destroy(arena);
}

/* Front matter of the two other forms, ruined in the same way. */
static void reads_ruins_of_toml_and_json(void **state)
{
    static const char *const whole[] = {
        "+++\ntitle = \"Un \\u00e9t\\u00e9\"\ndate = 2023-04-14 10:00:00\nchapeau-text = \"\"\"\nUn **mot** \\\n  de plus.\n\"\"\"\ntags = [ 'a', # b\n"
        "  \"c\" ]\n[params.lieu]\nnom = \"Salle {A}\"\nx.y = {z = 1, \"t u\" = [[], {}]}\n[[champs]]\ncontenu = '''\nle 3 mai\n'''\n[[champs]]\n"
        "lien = \"https://x.fr\"\n+++\n# Corps\n\nTexte.\n",
        "{\n  \"title\": \"Un \\u00e9t\\u00e9 \\ud83d\\udc49\",\n  \"date\": \"2023-04-14\", \"tags\": [\"a\", {\"b\": null}],\n"
        "  \"chapeau-text\": \"Un **mot**\\n\\nde plus\",\n  \"champs\": [{\"contenu\": \"le 3 mai\", \"lien\": \"https:\\/\\/x.fr\"}]\n}\n# Corps\n\nTexte.\n",
    };
    const char *rounds_text = getenv("PARVIS_FUZZ_ROUNDS");
    long rounds = 40 * (rounds_text ? strtol(rounds_text, NULL, 10) : 8);
    uint64_t random = 20230421;
    (void)state;
    for (long round = 0; round < rounds; round++) {
        char ruin[4096];
        size_t length = strlen(whole[round % 2]);
        memcpy(ruin, whole[round % 2], length);
        for (long again = 0; again <= round % 5; again++)
            length = mutate(ruin, length, sizeof ruin, &random);
        memcpy(ruin, whole[round % 2], 4); /* it begins as its kind does */
        parse_and_check(ruin, length < 4 ? 4 : length, true);
    }
}

/* 64 KiB of one thing over and over: linear work, and no promise broken. */
static void survives_repetition(void **state)
{
    static const char *const units[] = {"<b><i>", "[",      "![[]()", "|",           "{%",        "> ",     "{: .encadre}\n", "`",
                                        "~~",     "*a_",    "[^1]",   "<!--",        "- ",        "a|b\n",  "<div>",          "</div>",
                                        "[](",    "<a b=\"", "# a\n",  "> a\n{: .encadre}\n\n", "https://a.b", "![](a)", "\\", ": a\n",
                                        "a\n: b\n", "<table><tr><td>", "---\n", "a: b\n", "\n", "\xF0\x9F\x91\x89", "&#1;", "<ul><li>",
                                        "+++\na=[", "+++\n", "{\"a\":", "{\"\\ud83d"};
    struct arena *arena = arena_create();
    char *bytes = arena_alloc(arena, ARTICLE_MOST_BYTES);
    (void)state;
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        size_t length = 0, unit = strlen(units[u]);
        for (; length + unit <= ARTICLE_MOST_BYTES; length += unit)
            memcpy(bytes + length, units[u], unit);
        parse_and_check(bytes, length, false);
    }
    arena_destroy(arena);
}

/* What a link like "/agenda/" begins with: the file's name tells it, else the playlist. */
static void knows_its_site(void **state)
{
    static const struct { const char *file, *listed, *site; } rows[] = {
        {"culture.exemple.fr__agenda.md", NULL, "https://culture.exemple.fr"},
        {"pages/culture.exemple.fr__agenda-de-mai.md", "https://autre.exemple.fr", "https://culture.exemple.fr"},
        {"exemple.fr__agenda.md", "http://www.exemple.fr", "http://www.exemple.fr"},
        {"www.exemple.fr__agenda.md", "https://exemple.fr", "https://exemple.fr"},
        {"exemple.fr__agenda.md", "https://exemple.fr.autre.org", "https://exemple.fr"},
        {"agenda.md", "https://www.exemple.fr", "https://www.exemple.fr"},
        {"exemple.fr__pages/agenda.md", NULL, NULL},
        {"site-du-musee__agenda.md", NULL, NULL},
        {"v1.2__notes.md", NULL, NULL},
        {"12.05__visite.md", NULL, NULL},
        {"exemple.fr_agenda.md", NULL, NULL},
        {"exemple..fr__agenda.md", NULL, NULL},
        {".fr__agenda.md", NULL, NULL},
        {"exemple.fr.__agenda.md", NULL, NULL},
        {"Un exemple.fr__agenda.md", NULL, NULL},
        {"agenda.md__copie.md", NULL, NULL},
        {"__agenda.md", NULL, NULL},
    };
    struct diags diags;
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct article_settings settings = {.site = rows[i].listed};
        diag_init(&diags);
        struct article *article = article_parse(rows[i].file, "# Titre\n", 8, &settings, &diags);
        if (rows[i].site && article->site)
            assert_string_equal(article->site, rows[i].site);
        else if (rows[i].site || article->site)
            fail_msg("%s: %s", rows[i].file, article->site ? article->site : "none");
        end(article, &diags);
    }
}

static void cuts_what_is_too_long(void **state)
{
    struct arena *arena = arena_create();
    struct diags diags;
    char *bytes = arena_alloc(arena, 100000);
    (void)state;
    memset(bytes, 'a', 100000);
    diag_init(&diags);
    struct article *article = article_parse("x.md", bytes, 100000, NULL, &diags);
    assert_true(has_code(&diags, "article-too-large", 0));
    end(article, &diags);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_front_matter),
        cmocka_unit_test(reads_other_spellings),
        cmocka_unit_test(finds_a_title),
        cmocka_unit_test(reports_front_matter_that_is_broken),
        cmocka_unit_test(reads_toml_and_json_as_yaml),
        cmocka_unit_test(reads_a_second_front_matter),
        cmocka_unit_test(knows_the_lines_of_toml_prose),
        cmocka_unit_test(reports_toml_that_is_broken),
        cmocka_unit_test(reports_json_that_is_broken),
        cmocka_unit_test(reports_dates), cmocka_unit_test(reads_the_day_of_publication), cmocka_unit_test(reads_open_front_matter),
        cmocka_unit_test(tells_publication_from_the_day_announced),
        cmocka_unit_test(reports_bytes_that_are_no_text),
        cmocka_unit_test(reads_prose_of_the_front_matter),
        cmocka_unit_test(reads_links_of_the_front_matter),
        cmocka_unit_test(finds_pictures),
        cmocka_unit_test(refuses_files_it_cannot_use),
        cmocka_unit_test(reads_real_articles_and_their_ruins),
        cmocka_unit_test(reads_ruins_of_toml_and_json),
        cmocka_unit_test(reads_docinfo),
        cmocka_unit_test(survives_repetition),
        cmocka_unit_test(knows_its_site),
        cmocka_unit_test(cuts_what_is_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

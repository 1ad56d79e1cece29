#include "base/arena.h"
#include "base/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

struct world {
    struct arena *arena;
    struct diags diags;
};

static int begin(void **state)
{
    static struct world world;
    world.arena = arena_create();
    diag_init(&world.diags);
    *state = &world;
    return 0;
}

static int end(void **state)
{
    struct world *world = *state;
    diag_finish(&world->diags);
    arena_destroy(world->arena);
    return 0;
}

static struct yaml_node *parse(struct world *world, const char *text)
{
    return yaml_parse(world->arena, text, strlen(text), "liste.yaml", 1, &world->diags);
}

static void reads_what_staff_write(void **state)
{
    struct world *world = *state;
    struct yaml_node *root = parse(world, "venue: Le Lieu\n"
                                          "defaults:\n"
                                          "  dwell: 12\n"
                                          "items:\n"
                                          "- article: 'a b.md'\n"
                                          "  days: [lun-ven, dim]\n"
                                          "- carousel: \"*.jpg\"\n"
                                          "empty:\n"
                                          "nothing: ~\n");
    assert_non_null(root);
    assert_int_equal(world->diags.count, 0);
    assert_string_equal(yaml_text(root, "venue"), "Le Lieu");
    assert_string_equal(yaml_text(yaml_get(root, "defaults"), "dwell"), "12");
    const struct yaml_node *items = yaml_get(root, "items");
    assert_int_equal(items->kind, YAML_LIST);
    assert_int_equal(items->count, 2);
    assert_string_equal(yaml_text(items->items[0], "article"), "a b.md");
    assert_string_equal(yaml_get(items->items[0], "days")->items[1]->text, "dim");
    assert_string_equal(yaml_text(items->items[1], "carousel"), "*.jpg");
    assert_null(yaml_text(root, "empty"));
    assert_null(yaml_text(root, "nothing"));
    assert_null(yaml_text(root, "items"));
    assert_null(yaml_get(root, "absent"));
    assert_null(yaml_get(NULL, "absent"));
    assert_null(yaml_get(items, "absent"));
    assert_true(yaml_is_null(yaml_get(root, "empty")));
    assert_true(yaml_is_null(yaml_get(root, "nothing")));
    assert_true(yaml_is_null(NULL));
    assert_false(yaml_is_null(items));
}

static void knows_the_place_of_every_value(void **state)
{
    struct world *world = *state;
    const char *text = "titre: Été\n"
                       "liste:\n"
                       "  - un\n"
                       "  - clé: deux\n"
                       "texte: |\n"
                       "  première\n"
                       "  seconde\n";
    struct yaml_node *root = yaml_parse(world->arena, text, strlen(text), "a.md", 2, &world->diags);
    assert_non_null(root);
    assert_int_equal(yaml_get(root, "titre")->line, 2);
    assert_int_equal(yaml_get(root, "titre")->column, 8);
    const struct yaml_node *list = yaml_get(root, "liste");
    assert_int_equal(list->items[0]->line, 4);
    assert_int_equal(list->items[0]->column, 5);
    /* Columns count code points: « clé » is three. */
    assert_int_equal(yaml_get(list->items[1], "clé")->line, 5);
    assert_int_equal(yaml_get(list->items[1], "clé")->column, 10);
    const struct yaml_node *block = yaml_get(root, "texte");
    assert_true(block->multiline);
    assert_int_equal(block->text_line, 7);
    assert_string_equal(block->text, "première\nseconde\n");
    assert_int_equal(root->keys[2]->line, 6);
}

static void all_the_ways_to_write_a_text(void **state)
{
    struct world *world = *state;
    struct yaml_node *root = parse(world, "a: 'l''an'\n"
                                          "b: \"une\\nligne\"\n"
                                          "c: >\n  plié\n  encore\n\n  para\n"
                                          "d: |-\n  brut\n"
                                          "e: sur deux\n  lignes\n"
                                          "f: 'true'\n"
                                          "g: true\n");
    assert_non_null(root);
    assert_string_equal(yaml_text(root, "a"), "l'an");
    assert_string_equal(yaml_text(root, "b"), "une\nligne");
    assert_string_equal(yaml_text(root, "c"), "plié encore\npara\n");
    assert_string_equal(yaml_text(root, "d"), "brut");
    assert_string_equal(yaml_text(root, "e"), "sur deux lignes");
    assert_false(yaml_get(root, "f")->plain);
    assert_true(yaml_get(root, "g")->plain);
    bool value = false;
    assert_false(yaml_bool(yaml_get(root, "f"), &value));
    assert_true(yaml_bool(yaml_get(root, "g"), &value));
    assert_true(value);
}

static void booleans_in_both_languages(void **state)
{
    struct world *world = *state;
    struct yaml_node *root = parse(world, "yes: [true, Yes, oui, on, VRAI]\nno: [false, no, Non, off, faux]\nneither: [1, peut-être, ~, [a]]\n");
    assert_non_null(root);
    for (size_t i = 0; i < 5; i++) {
        bool value = false;
        assert_true(yaml_bool(yaml_get(root, "yes")->items[i], &value));
        assert_true(value);
        assert_true(yaml_bool(yaml_get(root, "no")->items[i], &value));
        assert_false(value);
    }
    for (size_t i = 0; i < 4; i++) {
        bool value;
        assert_false(yaml_bool(yaml_get(root, "neither")->items[i], &value));
    }
    bool value;
    assert_false(yaml_bool(NULL, &value));
}

static void empty_documents_are_empty_maps(void **state)
{
    struct world *world = *state;
    static const char *const texts[] = {"", "\n\n", "# rien\n", "---\n", "---\n...\n", "~\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct yaml_node *root = parse(world, texts[i]);
        assert_non_null(root);
        assert_int_equal(root->kind, YAML_MAP);
        assert_int_equal(root->count, 0);
    }
    assert_int_equal(world->diags.count, 0);
}

/* What people write wrong, with the place and the code they are told. */
static void bad_input_is_told_with_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *text, *code;
        int line, column;
        const char *french; /* a part of the message */
    } rows[] = {
        {"venue: a\n\titems: b\n", "yaml-syntax", 2, 1, "tabulation"},
        {"title: Appel : suite\n", "yaml-syntax", 1, 14, "guillemets"},
        {"title: @ici\n", "yaml-syntax", 1, 8, "guillemets"},
        {"a: 1\n b: 2\n", "yaml-syntax", 2, 3, NULL},
        {"items:\n- a\nb\n", "yaml-syntax", 3, 1, "« : »"},
        {"a: [1, 2\n", "yaml-syntax", 0, 0, NULL},
        {"a: 'sans fin\n", "yaml-syntax", 0, 0, NULL},
        {"a: &nom 1\n", "yaml-anchor", 1, 4, "ancres"},
        {"a: *nom\n", "yaml-anchor", 1, 4, "ancres"},
        {"a: &nom [1]\n", "yaml-anchor", 1, 4, "ancres"},
        {"a: &nom {b: 1}\n", "yaml-anchor", 1, 4, "ancres"},
        {"a: !!binary aGVsbG8=\n", "yaml-tag", 1, 4, "!"},
        {"a: !perso {b: 1}\n", "yaml-tag", 1, 4, "!"},
        {"a: !perso [1]\n", "yaml-tag", 1, 4, "!"},
        {"? [a, b]\n: c\n", "yaml-key", 1, 3, "clé"},
        {"a: 1\n---\nb: 2\n", "yaml-documents", 2, 1, "document"},
        {"a: 1\nb: 2\nc: 3\na: 4\n", "yaml-key-twice", 4, 1, "ligne 1"},
        {"b: été\n\na: é\xEF\xBF\xBE\n", "yaml-syntax", 3, 5, NULL},
        {"a: 1\nb: \"\\q\"\n", "yaml-syntax", 2, 0, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world = {.arena = arena_create()};
        diag_init(&world.diags);
        parse(&world, rows[i].text);
        if (world.diags.count != 1)
            fail_msg("row %zu: %zu problems", i, world.diags.count);
        const struct diag *diag = &world.diags.items[0];
        if (strcmp(diag->code, rows[i].code) != 0 || (rows[i].line && diag->place.line != rows[i].line) ||
            (rows[i].column && diag->place.column != rows[i].column) || diag->place.line < 1 || diag->level != DIAG_ERROR ||
            (rows[i].french && !strstr(diag->french, rows[i].french)))
            fail_msg("row %zu: %s %s", i, diag->code, diag_line(world.arena, diag, false));
        assert_string_equal(diag->place.file, "liste.yaml");
        /* Every message says what to do. */
        assert_non_null(strchr(diag->french, ';'));
        assert_non_null(strchr(diag->english, ';'));
        diag_finish(&world.diags);
        arena_destroy(world.arena);
    }
}

static void the_first_of_two_values_stands(void **state)
{
    struct world *world = *state;
    struct yaml_node *root = parse(world, "a: 1\na: 2\nb: 3\na: 4\n");
    assert_non_null(root);
    assert_string_equal(yaml_text(root, "a"), "1");
    assert_string_equal(yaml_text(root, "b"), "3");
    assert_int_equal(root->count, 2);
    assert_int_equal(world->diags.count, 2);
}

static double seconds_to_parse(struct world *world, const char *text, size_t length)
{
    struct timespec from, to;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    yaml_parse(world->arena, text, length, "liste.yaml", 1, &world->diags);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

/* Texts of 100 KB that cost a naive reader seconds. The bound is wide: this runs with sanitizers on a busy machine; what it guards
 * against takes ten times longer. */
static void hostile_texts_are_cheap(void **state)
{
    (void)state;
    static const char *const units[] = {"[", "{", "- ", "? ", "a: {", "[a, ", "- [", "a: 1\n", "- a\n", "&a ", "!", "'", "\"", "a,", "x: [],\n", "- - a\n", "|\n", "#"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct world world = {.arena = arena_create()};
        diag_init(&world.diags);
        size_t unit = strlen(units[i]), count = 100000 / unit;
        char *text = arena_alloc(world.arena, count * unit + 1);
        for (size_t j = 0; j < count; j++)
            memcpy(text + j * unit, units[i], unit);
        double took = seconds_to_parse(&world, text, count * unit);
        if (took > 1.0)
            fail_msg("« %s »: %.2f s", units[i], took);
        assert_true(world.diags.count > 0 || strchr("#|a'", units[i][0]));
        diag_finish(&world.diags);
        arena_destroy(world.arena);
    }
}

/* Nine thousand different keys with one long beginning: comparing each with each is what must not happen. */
static void many_long_keys_are_cheap(void **state)
{
    struct world *world = *state;
    enum { KEYS = 9000, KEY = 200 };
    char *text = arena_alloc(world->arena, KEYS * (KEY + 16));
    size_t length = 0;
    for (int i = 0; i < KEYS; i++) {
        memset(text + length, 'k', KEY);
        length += KEY;
        length += (size_t)snprintf(text + length, 16, "%05d: 1\n", i);
    }
    double took = seconds_to_parse(world, text, length);
    assert_int_equal(world->diags.count, 0);
    assert_true(took < 1.0);
}

static void ceilings_have_their_messages(void **state)
{
    (void)state;
    struct world deep = {.arena = arena_create()};
    diag_init(&deep.diags);
    assert_non_null(parse(&deep, "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]"));
    assert_int_equal(deep.diags.count, 0);
    assert_null(parse(&deep, "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]"));
    assert_int_equal(deep.diags.count, 1);
    assert_string_equal(deep.diags.items[0].code, "yaml-too-deep");
    assert_int_equal(deep.diags.items[0].place.column, 17);
    diag_finish(&deep.diags);
    diag_init(&deep.diags);
    enum { ITEMS = 30000 };
    char *text = arena_alloc(deep.arena, ITEMS * 4 + 1);
    for (int i = 0; i < ITEMS; i++)
        memcpy(text + (size_t)i * 4, "- a\n", 4);
    assert_null(parse(&deep, text));
    assert_int_equal(deep.diags.count, 1);
    assert_string_equal(deep.diags.items[0].code, "yaml-too-long");
    assert_non_null(strstr(deep.diags.items[0].french, "20 000"));
    diag_finish(&deep.diags);
    arena_destroy(deep.arena);
}

static void any_bytes_in(void **state)
{
    (void)state;
    static const char letters[] = "ab:-[]{}'\"|>&*!?#%@`, \n\n  \t\\~0";
    uint32_t seed = 3;
    for (int round = 0; round < 3000; round++) {
        struct world world = {.arena = arena_create()};
        diag_init(&world.diags);
        char text[120];
        seed = seed * 1664525u + 1013904223u;
        size_t length = (seed >> 16) % sizeof text;
        for (size_t i = 0; i < length; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = round % 8 ? letters[(seed >> 16) % (sizeof letters - 1)] : (char)(seed >> 24);
        }
        struct yaml_node *root = yaml_parse(world.arena, text, length, "liste.yaml", 1, &world.diags);
        /* Nothing is refused in silence. */
        assert_true(root || world.diags.count > 0);
        diag_finish(&world.diags);
        arena_destroy(world.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_what_staff_write, begin, end),
        cmocka_unit_test_setup_teardown(knows_the_place_of_every_value, begin, end),
        cmocka_unit_test_setup_teardown(all_the_ways_to_write_a_text, begin, end),
        cmocka_unit_test_setup_teardown(booleans_in_both_languages, begin, end),
        cmocka_unit_test_setup_teardown(empty_documents_are_empty_maps, begin, end),
        cmocka_unit_test(bad_input_is_told_with_its_place),
        cmocka_unit_test_setup_teardown(the_first_of_two_values_stands, begin, end),
        cmocka_unit_test(hostile_texts_are_cheap),
        cmocka_unit_test_setup_teardown(many_long_keys_are_cheap, begin, end),
        cmocka_unit_test(ceilings_have_their_messages),
        cmocka_unit_test(any_bytes_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

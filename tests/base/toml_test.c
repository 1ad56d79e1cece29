#include "base/arena.h"
#include "base/toml.h"
#include "base/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
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
    return toml_parse(world->arena, text, strlen(text), "a.md", 1, &world->diags);
}

/* The node at "a.0.b", or NULL. */
static const struct yaml_node *at(const struct yaml_node *node, const char *path)
{
    while (node && *path) {
        char part[64];
        size_t length = strcspn(path, "."), index = 0;
        snprintf(part, sizeof part, "%.*s", (int)length, path);
        if (node->kind == YAML_LIST) {
            for (size_t i = 0; i < length; i++)
                index = index * 10 + (size_t)(part[i] - '0');
            node = index < node->count ? node->items[index] : NULL;
        } else {
            node = yaml_get(node, part);
        }
        path += length + (path[length] == '.');
    }
    return node;
}

static const char *text_at(const struct yaml_node *root, const char *path)
{
    const struct yaml_node *node = at(root, path);
    return node && node->kind == YAML_SCALAR ? node->text : "(none)";
}

static void reads_what_sites_write(void **state)
{
    struct world *world = *state;
    struct yaml_node *root = parse(world, "# La page\n"
                                          "title = \"Fête du lac\" # bientôt\n"
                                          "date = 2023-04-14T14:38:00+02:00\n"
                                          "draft = false\n"
                                          "tags = [\n  \"eau\", # douce\n  'ciel',\n]\n"
                                          "image = {src = \"lac.jpg\", alt = \"Le lac\", taille.max = 3}\n"
                                          "\"mot clé\" = 1_000\n"
                                          "lieu.nom = 'Salle \"A\"'\n"
                                          "lieu . ville = \"Ici\"\n"
                                          "\n"
                                          "[params]\n"
                                          "  poids = -1.5e3\n"
                                          "[params.menu.main]\n"
                                          "nom = \"x\"\n"
                                          "[params.menu]\n"
                                          "rang = 2\n"
                                          "[[champs]]\nintitule = \"Horaires\"\n[champs.lien]\nurl = \"/a\"\n"
                                          "[[champs]]\nintitule = \"Tarif\"\n[[champs.prix]]\neuros = 5\n");
    assert_int_equal(world->diags.count, 0);
    assert_string_equal(text_at(root, "title"), "Fête du lac");
    assert_false(at(root, "title")->plain);
    assert_string_equal(text_at(root, "date"), "2023-04-14T14:38:00+02:00");
    assert_true(at(root, "date")->plain);
    bool draft = true;
    assert_true(yaml_bool(at(root, "draft"), &draft));
    assert_false(draft);
    assert_int_equal(at(root, "tags")->kind, YAML_LIST);
    assert_int_equal(at(root, "tags")->count, 2);
    assert_string_equal(text_at(root, "tags.1"), "ciel");
    assert_string_equal(text_at(root, "image.src"), "lac.jpg");
    assert_string_equal(text_at(root, "image.taille.max"), "3");
    assert_string_equal(text_at(root, "mot clé"), "1000");
    assert_string_equal(text_at(root, "lieu.nom"), "Salle \"A\"");
    assert_string_equal(text_at(root, "lieu.ville"), "Ici");
    assert_string_equal(text_at(root, "params.poids"), "-1.5e3");
    assert_string_equal(text_at(root, "params.menu.main.nom"), "x");
    assert_string_equal(text_at(root, "params.menu.rang"), "2");
    assert_string_equal(text_at(root, "champs.0.intitule"), "Horaires");
    assert_string_equal(text_at(root, "champs.0.lien.url"), "/a");
    assert_string_equal(text_at(root, "champs.1.intitule"), "Tarif");
    assert_string_equal(text_at(root, "champs.1.prix.0.euros"), "5");
    assert_int_equal(at(root, "champs")->count, 2);
}

static void knows_the_place_of_every_value(void **state)
{
    struct world *world = *state;
    const char *text = "titre = \"Été\"\n"
                       "liste = [ \"é\", 2,\n  'trois' ]\n"
                       "texte = \"\"\"\npremière\nseconde\"\"\"\n"
                       "suite = '''un\ndeux'''\n"
                       "[lieu]\n  \"clé\" = {a = 1}\n"
                       "[[dates]]\njour = 2023-01-01\n";
    struct yaml_node *root = toml_parse(world->arena, text, strlen(text), "a.md", 2, &world->diags);
    static const struct {
        const char *path;
        int line, column, text_line;
    } rows[] = {
        {"titre", 2, 9, 2}, {"liste", 3, 9, 3}, {"liste.0", 3, 11, 3},   {"liste.1", 3, 16, 3}, {"liste.2", 4, 3, 4}, {"texte", 5, 9, 6},
        {"suite", 8, 9, 8}, {"lieu", 10, 2, 10}, {"lieu.clé", 11, 11, 11}, {"lieu.clé.a", 11, 16, 11}, {"dates", 12, 3, 12}, {"dates.0.jour", 13, 8, 13},
    };
    assert_int_equal(world->diags.count, 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct yaml_node *node = at(root, rows[i].path);
        assert_non_null(node);
        if (node->line != rows[i].line || node->column != rows[i].column || node->text_line != rows[i].text_line)
            fail_msg("%s: %d:%d, text on line %d", rows[i].path, node->line, node->column, node->text_line);
    }
    assert_string_equal(text_at(root, "texte"), "première\nseconde");
    assert_true(at(root, "texte")->multiline);
    assert_false(at(root, "suite")->multiline);
    assert_int_equal(root->keys[2]->line, 5);
    assert_int_equal(root->keys[2]->column, 1);
    assert_int_equal(at(root, "lieu")->keys[0]->column, 3);
}

/* One value each, as it is meant. */
static void all_the_ways_to_write_a_value(void **state)
{
    (void)state;
    static const struct { const char *written, *read; bool plain; } rows[] = {
        {"\"a\\tb\\nc \\\"d\\\" \\\\e \\u00e9\\U0001F449\\x41\"", "a\tb\nc \"d\" \\e é👉A", false},
        {"\"fin\\r\\nici\\u0007\\u0000\\b\"", "fin\nici\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", false},
        {"'C:\\dossier \"x\"'", "C:\\dossier \"x\"", false},
        {"\"\"", "", false},
        {"''", "", false},
        {"\"\"\"\"\"\"", "", false},
        {"\"\"\"un \\\n   deux\\n\n\n  trois \\  \n\n  fin\"\"\"", "un deux\n\n\n  trois fin", false},
        {"\"\"\"il dit \"\"oui\"\"\"\"\"", "il dit \"\"oui\"\"", false},
        {"'''l'''''", "l''", false},
        {"'''\n\\n brut\n'''", "\\n brut\n", false},
        {"0", "0", true},
        {"+99", "+99", true},
        {"-5_349_221", "-5349221", true},
        {"0xDEAD_beef", "0xDEADbeef", true},
        {"0o755", "0o755", true},
        {"0b1101", "0b1101", true},
        {"6.626e-34", "6.626e-34", true},
        {"1e06", "1e06", true},
        {"-inf", "-inf", true},
        {"nan#rien", "nan", true},
        {"1979-05-27 07:32:00.999-07:00", "1979-05-27 07:32:00.999-07:00", true},
        {"1979-05-27T07:32Z", "1979-05-27T07:32Z", true},
        {"1979-05-27", "1979-05-27", true},
        {"07:32:00", "07:32:00", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world = {.arena = arena_create()};
        diag_init(&world.diags);
        const struct yaml_node *root = parse(&world, arena_format(world.arena, "a = %s # fin\nb = [%s]\nc = {d = %s\t, e = 1}", rows[i].written, rows[i].written, rows[i].written));
        bool hash = strchr(rows[i].written, '#') != NULL; /* its comment would hide the bracket */
        if (strcmp(text_at(root, "a"), rows[i].read) != 0 || at(root, "a")->plain != rows[i].plain || (!hash && world.diags.count))
            fail_msg("%s: %s", rows[i].written, text_at(root, "a"));
        assert_string_equal(hash ? rows[i].read : text_at(root, "b.0"), rows[i].read);
        assert_string_equal(hash ? rows[i].read : text_at(root, "c.d"), rows[i].read);
        diag_finish(&world.diags);
        arena_destroy(world.arena);
    }
}

/* What people write wrong: the place and the code that they are told, and what stands nevertheless ("path=value"). */
static void bad_input_is_told_with_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *text, *code;
        int line, column;
        enum diag_level level;
        const char *kept;
    } rows[] = {
        {"title = Mon titre # vu\nb = 1\n", "toml-quotes", 1, 9, DIAG_WARNING, "title=Mon titre"},
        {"title = C# pour tous\n", "toml-quotes", 1, 9, DIAG_WARNING, "title=C# pour tous"},
        {"draft = True\n", "toml-quotes", 1, 9, DIAG_WARNING, "draft=True"},
        {"tel = 0145678901\n", "toml-quotes", 1, 7, DIAG_WARNING, "tel=0145678901"},
        {"a = [Lyon, 2]\n", "toml-quotes", 1, 6, DIAG_WARNING, "a.0=Lyon"},
        {"title : \"x\"\n", "toml-equals", 1, 7, DIAG_WARNING, "title=x"},
        {"a = \"C:\\dossier\"\n", "toml-escape", 1, 8, DIAG_WARNING, "a=C:\\dossier"},
        {"a = \"\\u12g\"\n", "toml-escape", 1, 6, DIAG_WARNING, "a=\\u12g"},
        {"title = \"sans fin\nb = 1\n", "toml-quote", 1, 9, DIAG_ERROR, "b=1"},
        {"a = '''\nprose\nfin.\nb = 1\n", "toml-quote", 1, 5, DIAG_ERROR, "b=1"},
        {"\"a = 1\nb = 1\n", "toml-quote", 1, 1, DIAG_ERROR, "b=1"},
        {"é = \"Le \"grand\" jour\"\nb = 1\n", "toml-syntax", 1, 10, DIAG_ERROR, "b=1"},
        {"juste du texte\net encore\nb = 1\n", "toml-syntax", 1, 7, DIAG_ERROR, "b=1"},
        {"a = 1 b = 2\nb = 1\n", "toml-quotes", 1, 5, DIAG_WARNING, "b=1"},
        {"= 1\nb = 1\n", "toml-syntax", 1, 1, DIAG_ERROR, "b=1"},
        {"a =\nb = 1\n", "toml-syntax", 1, 4, DIAG_ERROR, "b=1"},
        {"a. = 1\nb = 1\n", "toml-syntax", 1, 4, DIAG_ERROR, "b=1"},
        {"a = @ici\nb = 1\n", "toml-syntax", 1, 5, DIAG_ERROR, "b=1"},
        {"a = [1,\n  2\nb = 1\n", "toml-syntax", 3, 1, DIAG_ERROR, "b=1"},
        {"a = [\"x\",\nb = 1\n", "toml-syntax", 2, 1, DIAG_ERROR, "b=1"},
        {"b = 1\na = [1, 2\n\n", "toml-syntax", 2, 5, DIAG_ERROR, "b=1"},
        {"b = 1\na = {c = [", "toml-syntax", 2, 10, DIAG_ERROR, "b=1"},
        {"a = {c = 1\n[d]\nb = 1\n", "toml-syntax", 2, 1, DIAG_ERROR, "d.b=1"},
        {"a = [1 2]\nb = 1\n", "toml-quotes", 1, 6, DIAG_WARNING, "b=1"},
        {"a = [\"1\" 2]\nb = 1\n", "toml-syntax", 1, 10, DIAG_ERROR, "b=1"},
        {"[a\nc = 1\n[d]\nb = 1\n", "toml-syntax", 1, 3, DIAG_ERROR, "d.b=1"},
        {"[[a]\nc = 1\n[d]\nb = 1\n", "toml-syntax", 1, 5, DIAG_ERROR, "d.b=1"},
        {"[a] c\n[d]\nb = 1\n", "toml-syntax", 1, 5, DIAG_ERROR, "d.b=1"},
        {"[]\n[d]\nb = 1\n", "toml-syntax", 1, 2, DIAG_ERROR, "d.b=1"},
        {"a = 1\nb = 1\na = 2\n", "toml-key-twice", 3, 1, DIAG_ERROR, "a=1"},
        {"a = {c = 1, c = 2}\n", "toml-key-twice", 1, 13, DIAG_ERROR, "a.c=1"},
        {"a = 1\na.c = 2\n", "toml-key-twice", 2, 1, DIAG_ERROR, "a=1"},
        {"[a]\nc = 1\n[b]\n[a]\nc = 2\nd = 3\n", "toml-key-twice", 4, 2, DIAG_ERROR, "a.c=1"},
        {"a = [1]\n[[a]]\nc = 2\n", "toml-key-twice", 2, 3, DIAG_ERROR, "a.0=1"},
        {"[[a]]\nc = 1\n[a]\nc = 2\n", "toml-key-twice", 3, 2, DIAG_ERROR, "a.0.c=1"},
        {"a = {c = 1}\n[a.d]\ne = 2\n", "toml-key-twice", 2, 2, DIAG_ERROR, "a.c=1"},
        {"[[a]]\nc = 1\n[b]\n", "", 0, 0, DIAG_ERROR, "a.0.c=1"},
        {"catégorie = {a = 1,\n  b = 2,\n}\n", "", 0, 0, DIAG_ERROR, "catégorie.b=2"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct world world = {.arena = arena_create()};
        diag_init(&world.diags);
        const struct yaml_node *root = parse(&world, rows[i].text);
        assert_non_null(root);
        if (world.diags.count != (rows[i].code[0] ? 1 : 0))
            fail_msg("row %zu: %zu problems", i, world.diags.count);
        for (size_t j = 0; j < world.diags.count; j++) {
            const struct diag *diag = &world.diags.items[j];
            if (strcmp(diag->code, rows[i].code) != 0 || diag->place.line != rows[i].line || diag->place.column != rows[i].column || diag->level != rows[i].level)
                fail_msg("row %zu: %s %s", i, diag->code, diag_line(world.arena, diag, false));
            assert_string_equal(diag->place.file, "a.md");
            /* Every message says what to do. */
            assert_non_null(strpbrk(diag->french, ";,"));
            assert_non_null(strpbrk(diag->english, ";,"));
        }
        const char *value = strchr(rows[i].kept, '=');
        if (strcmp(text_at(root, arena_copy_bytes(world.arena, rows[i].kept, (size_t)(value - rows[i].kept))), value + 1) != 0)
            fail_msg("row %zu: %s is lost", i, rows[i].kept);
        diag_finish(&world.diags);
        arena_destroy(world.arena);
    }
}

/* Each fault is told once, and the good lines between them stand. */
static void goes_on_after_each_fault(void **state)
{
    struct world *world = *state;
    struct yaml_node *root = parse(world, "a = \"un\nb = 2\nc = [1,\n  \"x\"\nd = 4\n[e\nf = 5\n[g]\nh = 6\ng = ]\ni = 7\n");
    static const int lines[] = {1, 5, 6, 10};
    assert_int_equal(world->diags.count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(world->diags.items[i].place.line, lines[i]);
    assert_string_equal(text_at(root, "b"), "2");
    assert_string_equal(text_at(root, "d"), "4");
    assert_string_equal(text_at(root, "g.h"), "6");
    assert_string_equal(text_at(root, "g.i"), "7");
    assert_int_equal(at(root, "g.i")->line, 11);
    assert_int_equal(root->count, 3);
    root = parse(world, "");
    assert_int_equal(root->kind, YAML_MAP);
    assert_int_equal(root->count, 0);
    assert_int_equal(parse(world, " \n# rien")->count, 0);
    assert_int_equal(world->diags.count, 4);
}

static double seconds_to_parse(struct world *world, const char *text, size_t length)
{
    struct timespec from, to;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    toml_parse(world->arena, text, length, "a.md", 1, &world->diags);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

/* Texts of 200 KB that cost a naive reader seconds: nothing may look twice at what it has seen. The bound is wide, as for YAML. */
static void hostile_texts_are_cheap(void **state)
{
    (void)state;
    static const char *const units[] = {"[",       "{",       "a=[",     "a=[\n",      "a={a=",    "[a.",      "[[a]]\n", "a.",       "\"",          "'",        "a=\"\n", "a=\"\"\"\n",
                                        "a='''\n", "a=\"\"\"\n'''\n", "a=[\"\"\"\n", "a=[\n#\n", "\\", "a=\"\\q\\q\"\n", "a=1\n", "[a]\n",  "#",     "\n",       " ",           "x y\n",    "a=[1,\n", "a=\"\\  \n",
                                        "=",       "a=b\n",   "1,",      "a=[[],[],"};
    static const char *const heads[] = {"", "a=[", "a=\"\"\"", "a=\"", "a='''"};
    for (size_t i = 0; i < sizeof units / sizeof *units * (sizeof heads / sizeof *heads); i++) {
        struct world world = {.arena = arena_create()};
        diag_init(&world.diags);
        const char *unit = units[i / 5], *head = heads[i % 5];
        size_t bytes = strlen(unit), length = strlen(head), count = 200000 / bytes;
        char *text = arena_alloc(world.arena, length + count * bytes + 1);
        memcpy(text, head, length);
        for (size_t j = 0; j < count; j++, length += bytes)
            memcpy(text + length, unit, bytes);
        double took = seconds_to_parse(&world, text, length);
        if (took > 1.0)
            fail_msg("« %s%s »: %.2f s", head, unit, took);
        diag_finish(&world.diags);
        arena_destroy(world.arena);
    }
}

/* Thousands of keys with one long beginning, and one line of thousands of values. */
static void many_keys_are_cheap(void **state)
{
    struct world *world = *state;
    enum { KEYS = 6000, KEY = 200 };
    /* Before and behind the number: keys of one map, tables, keys of one table. */
    static const char *const forms[][2] = {{"", " = 1"}, {"[", "]"}, {"k.", " = 1"}};
    char *text = arena_alloc(world->arena, KEYS * (KEY + 20)), key[KEY + 1] = {0};
    memset(key, 'k', KEY);
    for (size_t form = 0; form < 3; form++) {
        size_t length = 0;
        for (int i = 0; i < KEYS; i++)
            length += (size_t)snprintf(text + length, KEY + 20, "%s%s%05d%s\n", forms[form][0], key, i, forms[form][1]);
        double took = seconds_to_parse(world, text, length);
        assert_int_equal(world->diags.count, 0);
        assert_true(took < 1.0);
    }
    size_t length = (size_t)snprintf(text, 8, "a = [");
    for (int i = 0; i < 9000; i++)
        length += (size_t)snprintf(text + length, 16, "%d, ", i);
    text[length++] = ']';
    assert_true(seconds_to_parse(world, text, length) < 1.0);
    assert_int_equal(world->diags.count, 0);
}

static void expect_only(struct world *world, const char *code, int column)
{
    assert_int_equal(world->diags.count, 1);
    assert_string_equal(world->diags.items[0].code, code);
    assert_int_equal(world->diags.items[0].place.column, column);
    diag_finish(&world->diags);
    diag_init(&world->diags);
}

/* The same as YAML's, where a value on the seventeenth level is one too deep. */
static void ceilings_have_their_messages(void **state)
{
    struct world *world = *state;
    parse(world, "a = [[[[[[[[[[[[[[[]]]]]]]]]]]]]]]");
    parse(world, "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o = 1");
    parse(world, "[a.b.c.d.e.f.g.h.i.j.k.l.m.n.o]");
    parse(world, "[[a]]\n[[a.a]]\n[[a.a.a]]\n[[a.a.a.a]]\n[[a.a.a.a.a]]\n[[a.a.a.a.a.a]]\n[[a.a.a.a.a.a.a]]\nb = 1");
    assert_int_equal(world->diags.count, 0);
    assert_string_equal(text_at(parse(world, "a = [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]\nb = 1"), "b"), "1");
    expect_only(world, "toml-too-deep", 20);
    assert_string_equal(text_at(parse(world, "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p = 1\nb = 1"), "b"), "1");
    expect_only(world, "toml-too-deep", 35);
    parse(world, "[a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p]\nb = 1");
    expect_only(world, "toml-too-deep", 32);
    parse(world, "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q = 1\n");
    expect_only(world, "toml-too-deep", 33);
    parse(world, "[[a]]\n[[a.a]]\n[[a.a.a]]\n[[a.a.a.a]]\n[[a.a.a.a.a]]\n[[a.a.a.a.a.a]]\n[[a.a.a.a.a.a.a]]\n[[a.a.a.a.a.a.a.b]]\n[b]\nc = 1");
    expect_only(world, "toml-too-deep", 17);
    enum { ITEMS = 30000 };
    char *text = arena_alloc(world->arena, ITEMS * 4 + 20);
    strcpy(text, "z = 1\na = [");
    for (size_t i = 0, length = strlen(text); i < ITEMS; i++)
        memcpy(text + length + i * 2, "1,", 2);
    assert_string_equal(text_at(parse(world, text), "z"), "1");
    assert_non_null(strstr(world->diags.items[0].french, "20 000"));
    expect_only(world, "toml-too-long", 39994);
    memset(text, 'k', 257);
    strcpy(text + 257, " = 1\nb = 1");
    assert_string_equal(text_at(parse(world, text), "b"), "1");
    expect_only(world, "toml-key", 1);
}

static int depth_of(const struct yaml_node *node)
{
    int most = 0;
    for (size_t i = 0; i < node->count; i++) {
        int depth = depth_of(node->items[i]);
        most = depth > most ? depth : most;
        assert_true(node->kind == YAML_LIST || node->keys[i]->text);
    }
    assert_true(node->text && node->line >= 1 && node->column >= 1 && node->line <= node->text_line);
    return most + 1;
}

/* The bytes stand at the end of a block of their own size, so that the sanitizer sees any look beyond them. */
static void any_bytes_in(void **state)
{
    (void)state;
    static const char *const words[] = {"a", "b", "[", "]", "[[", "]]", "{", "}", "=", ",", ".", "\"", "'", "\"\"\"", "'''", "\\", "\\u00e9", "\n", "\n", "\n", "#", " ", "\t",
                                        "1", "2023-01-01", "true", "a = ", "\na = ", "\n[a]\n", "\xC3\xA9", "x y", ":", "0x", "\\U0001F449", "-", "1_0", "e", "\xFF", "T07:32"};
    uint32_t seed = 3;
    for (int round = 0; round < 6000; round++) {
        struct world world = {.arena = arena_create()};
        diag_init(&world.diags);
        char text[160];
        size_t length = 0;
        seed = seed * 1664525u + 1013904223u;
        for (size_t count = (seed >> 16) % 40; count > 0 && length + 16 < sizeof text; count--) {
            seed = seed * 1664525u + 1013904223u;
            const char *word = words[(seed >> 16) % (sizeof words / sizeof *words)];
            size_t bytes = round % 8 ? strlen(word) : 1;
            memcpy(text + length, word, bytes);
            if (!(round % 8))
                text[length] = (char)(seed >> 24);
            length += bytes;
        }
        char *own = malloc(length ? length : 1);
        memcpy(own, text, length);
        struct yaml_node *root = toml_parse(world.arena, own, length, "a.md", 1, &world.diags);
        assert_non_null(root);
        assert_true(depth_of(root) <= YAML_DEPTH_MOST);
        /* Nothing is refused in silence. */
        bool blank = true;
        for (size_t i = 0; i < length; i++)
            blank = blank && strchr(" \t\n", text[i]) && text[i];
        assert_true(blank || root->count || world.diags.count || memchr(text, '#', length));
        free(own);
        diag_finish(&world.diags);
        arena_destroy(world.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_what_sites_write, begin, end),
        cmocka_unit_test_setup_teardown(knows_the_place_of_every_value, begin, end),
        cmocka_unit_test(all_the_ways_to_write_a_value),
        cmocka_unit_test(bad_input_is_told_with_its_place),
        cmocka_unit_test_setup_teardown(goes_on_after_each_fault, begin, end),
        cmocka_unit_test(hostile_texts_are_cheap),
        cmocka_unit_test_setup_teardown(many_keys_are_cheap, begin, end),
        cmocka_unit_test_setup_teardown(ceilings_have_their_messages, begin, end),
        cmocka_unit_test(any_bytes_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

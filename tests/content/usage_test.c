#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "content/library.h"
#include "content/usage.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct world {
    struct scratch scratch;
    struct arena *arena;
    struct diags diags;
};

static int begin(void **state)
{
    static struct world world;
    world = (struct world){.arena = arena_create()};
    scratch_init(&world.scratch);
    diag_init(&world.diags);
    static const char *const folders[] = {"lieu", "lieu/articles", "lieu/articles/img", "lieu/uploads", "lieu/photos", "lieu/theme", "site", "site/uploads"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        mkdir(scratch_path(&world.scratch, folders[i]), 0755);
    *state = &world;
    return 0;
}

static int end(void **state)
{
    struct world *world = *state;
    diag_finish(&world->diags);
    scratch_finish(&world->scratch);
    arena_destroy(world->arena);
    return 0;
}

static void put(struct world *world, const char *name, const char *text)
{
    scratch_write(&world->scratch, name, text);
}

/* "path<source" lines of what is used (source without the scratch folder), then "?path|or_path" of what is missing ("~" when optional). */
static const char *usage_of(struct world *world, const char *source)
{
    struct usage usage;
    struct buffer out;
    buffer_init(&out, world->arena);
    struct library *library = library_create(scratch_path(&world->scratch, source));
    usage_read(world->arena, library, &usage, &world->diags);
    size_t skip = strlen(world->scratch.path) + 1;
    for (size_t i = 0; i < usage.count; i++)
        buffer_format(&out, "%s<%s\n", usage.files[i].path, usage.files[i].source + skip);
    for (size_t i = 0; i < usage.wanted_count; i++)
        buffer_format(&out, "%c%s|%s\n", usage.wanted[i].optional ? '~' : '?', usage.wanted[i].path,
                      usage.wanted[i].or_path ? usage.wanted[i].or_path : "");
    if (usage.drafts)
        buffer_format(&out, "%zu drafts\n", usage.drafts);
    library_destroy(library);
    return out.data;
}

#define ARTICLE(body) "---\ntitle: Un titre\ndate: 2026-11-01\n---\n" body "\n"

static void takes_exactly_what_the_playlist_uses(void **state)
{
    struct world *world = *state;
    put(world, "lieu/playlist.yaml", "venue: Hall\nsite_root: ../site\ntheme: theme/nuit.yaml\nitems:\n- article: articles/*.md\n"
                                     "- carousel: photos/*.jpg\n- image: photos/b.png\n- message: Bonjour\n- agenda:\n");
    put(world, "lieu/articles/a.md", ARTICLE("![x](/uploads/x.jpg) ![y](img/y%20z.png) ![r](https://exemple.fr/r.jpg)"));
    put(world, "lieu/articles/b.md", ARTICLE("![s](/uploads/site.jpg)"));
    put(world, "lieu/articles/README.md", "aside");
    put(world, "lieu/autre.md", ARTICLE("not named"));
    put(world, "lieu/uploads/x.jpg", "x");
    put(world, "lieu/uploads/unused.jpg", "x");
    put(world, "lieu/articles/img/y z.png", "y");
    put(world, "site/uploads/site.jpg", "s");
    put(world, "lieu/photos/a.jpg", "a");
    put(world, "lieu/photos/b.png", "b");
    put(world, "lieu/theme/nuit.yaml", "fonts: {text: Hall.otf, bold: Inter-Bold.otf}\nfallbacks: [Autre.ttf]\n");
    put(world, "lieu/theme/Hall.otf", "font");
    put(world, "lieu/theme/Autre.ttf", "font");
    put(world, "lieu/theme/unused.otf", "font");
    put(world, "lieu/urgence.md", ARTICLE("Sortez"));
    assert_string_equal(usage_of(world, "lieu"),
                        "articles/a.md<lieu/articles/a.md\n"
                        "articles/b.md<lieu/articles/b.md\n"
                        "articles/img/y z.png<lieu/articles/img/y z.png\n"
                        "photos/a.jpg<lieu/photos/a.jpg\n"
                        "photos/b.png<lieu/photos/b.png\n"
                        "playlist.yaml<lieu/playlist.yaml\n"
                        "theme/Autre.ttf<lieu/theme/Autre.ttf\n"
                        "theme/Hall.otf<lieu/theme/Hall.otf\n"
                        "theme/nuit.yaml<lieu/theme/nuit.yaml\n"
                        "uploads/site.jpg<lieu/../site/uploads/site.jpg\n"
                        "uploads/x.jpg<lieu/uploads/x.jpg\n"
                        "urgence.md<lieu/urgence.md\n"
                        "~theme/Inter-Bold.otf|\n");
    assert_int_equal(world->diags.count, 0);
}

static void names_what_is_missing(void **state)
{
    struct world *world = *state;
    put(world, "lieu/playlist.yaml", "theme: nuit\nitems:\n- article: articles/a.md\n- ./articles//absent.md\n- image: photos/absente.jpg\n"
                                     "- carousel: [photos/c1.jpg, 'photos/*.jpg']\n- article: ../dehors.md\n");
    put(world, "lieu/articles/a.md", ARTICLE("![x](/uploads/x.jpg) ![y](./img/y.png) ![z](../z.png)"));
    assert_string_equal(usage_of(world, "lieu"),
                        "articles/a.md<lieu/articles/a.md\n"
                        "playlist.yaml<lieu/playlist.yaml\n"
                        "~nuit.yaml|\n"
                        "~urgence.md|urgent.md\n"
                        "?articles/absent.md|\n"
                        "?photos/absente.jpg|\n"
                        "?photos/c1.jpg|\n"
                        "?uploads/x.jpg|\n"
                        "?articles/img/y.png|img/y.png\n");
}

static void a_folder_without_a_playlist_and_one_with_another_name(void **state)
{
    struct world *world = *state;
    put(world, "lieu/b.md", ARTICLE("b"));
    put(world, "lieu/a.jpg", "a");
    put(world, "lieu/README.md", "aside");
    put(world, "lieu/notes.txt", "aside");
    assert_string_equal(usage_of(world, "lieu"), "a.jpg<lieu/a.jpg\nb.md<lieu/b.md\n~urgence.md|urgent.md\n");
    put(world, "lieu/hall.yaml", "items: [b.md]\n");
    assert_string_equal(usage_of(world, "lieu/hall.yaml"), "b.md<lieu/b.md\nplaylist.yaml<lieu/hall.yaml\n~urgence.md|urgent.md\n");
    assert_string_equal(usage_of(world, "lieu/b.md"), "b.md<lieu/b.md\n~urgence.md|urgent.md\n");
}

static bool has_diag(const struct world *world, const char *code)
{
    for (size_t i = 0; i < world->diags.count; i++)
        if (strcmp(world->diags.items[i].code, code) == 0)
            return true;
    return false;
}

static void leaves_out_what_cannot_be_published_and_drafts(void **state)
{
    struct world *world = *state;
    mkdir(scratch_path(&world->scratch, "lieu/.caches"), 0755);
    put(world, "dehors.md", ARTICLE("dehors"));
    put(world, "lieu/.caches/c.md", ARTICLE("c"));
    put(world, "lieu/brouillon.md", "---\ntitle: Un titre\npublished: false\n---\nx\n");
    put(world, "lieu/a.md", ARTICLE("a"));
    put(world, "lieu/playlist.yaml", "items:\n- a.md\n- brouillon.md\n- ../dehors.md\n- .caches/c.md\n- articles/../a.md\n");
    assert_string_equal(usage_of(world, "lieu"), "a.md<lieu/a.md\nplaylist.yaml<lieu/playlist.yaml\n~urgence.md|urgent.md\n1 drafts\n");
    assert_true(has_diag(world, "path-outside"));
    assert_true(has_diag(world, "name-hidden"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(takes_exactly_what_the_playlist_uses, begin, end),
        cmocka_unit_test_setup_teardown(names_what_is_missing, begin, end),
        cmocka_unit_test_setup_teardown(a_folder_without_a_playlist_and_one_with_another_name, begin, end),
        cmocka_unit_test_setup_teardown(leaves_out_what_cannot_be_published_and_drafts, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

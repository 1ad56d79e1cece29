#include "content/library.h"

#include "base/arena.h"
#include "base/zone.h"
#include "content/article.h"
#include "content/facts.h"
#include "content/playlist.h"
#include "support/scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct scratch folder;
static struct library *library;

static int setup(void **state)
{
    (void)state;
    scratch_init(&folder);
    scratch_write(&folder, "a.md", "---\ntitle: Article A\ndate: 2023-04-01\n---\n\nBonjour.\n");
    scratch_write(&folder, "b.md", "---\ntitle: Article B\ndate: 2023-04-01\n---\n\nBonsoir.\n");
    library = NULL;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    library_destroy(library);
    scratch_finish(&folder);
    return 0;
}

static void create(const char *name)
{
    library_destroy(library);
    library = library_create(scratch_path(&folder, name));
}

static const struct item *item(size_t index)
{
    const struct playlist *playlist = library_playlist(library);
    assert_true(index < playlist->item_count);
    return &playlist->items[index];
}

static bool was_read(size_t index, size_t *count)
{
    const struct library_date *dates;
    size_t found = 0;
    bool read = library_dates(library, item(index), &dates, &found);
    if (count)
        *count = found;
    return read;
}

static enum library_change refresh(const char *name)
{
    return library_refresh(library, scratch_path(&folder, name));
}

static bool has_diag(const char *code)
{
    const struct diags *diags = library_diags(library);
    for (size_t i = 0; i < diags->count; i++)
        if (strcmp(diags->items[i].code, code) == 0)
            return true;
    return false;
}

static void expect_instant(struct wall wall, const char *text)
{
    struct wall expected;
    assert_true(instant_parse(text, library_playlist(library)->zone, &expected, NULL, NULL));
    assert_true(wall.ms == expected.ms);
}

static void nothing_is_read_at_first(void **state)
{
    (void)state;
    create(".");
    assert_int_equal(library_playlist(library)->item_count, 2);
    assert_false(was_read(0, NULL));
    assert_false(was_read(1, NULL));
    const struct article *article = library_article(library, item(1));
    assert_string_equal(article->title, "Article B");
    assert_false(was_read(0, NULL));
    assert_true(was_read(1, NULL));
    assert_ptr_equal(library_article(library, item(1)), article);
    assert_int_equal(library_diags(library)->count, 0);
}

static void all_are_read_one_by_one(void **state)
{
    (void)state;
    create(".");
    assert_true(library_read_one(library));
    assert_true(was_read(0, NULL));
    assert_false(was_read(1, NULL));
    assert_true(library_read_one(library));
    assert_false(library_read_one(library));
    assert_true(was_read(1, NULL));
}

static void other_items_have_no_article(void **state)
{
    (void)state;
    scratch_write(&folder, "playlist.yaml", "items:\n- message: Bonjour\n- a.md\n- agenda:\n");
    create(".");
    assert_null(library_article(library, item(0)));
    assert_false(was_read(2, NULL));
    assert_true(library_read_one(library));
    assert_false(library_read_one(library));
    struct item copy = *item(1);
    assert_string_equal(library_article(library, &copy)->title, "Article A");
}

static void many_articles_take_turns(void **state)
{
    (void)state;
    for (int i = 0; i < 30; i++) {
        char name[32], text[64];
        snprintf(name, sizeof name, "n%02d.md", i);
        snprintf(text, sizeof text, "---\ntitle: Numéro %d\n---\nx\n", i);
        scratch_write(&folder, name, text);
    }
    create(".");
    for (size_t round = 0; round < 3; round++)
        for (size_t i = 0; i < 32; i++)
            assert_non_null(library_article(library, item(i)));
    assert_string_equal(library_article(library, item(7))->title, "Numéro 5");
}

static void corrections_win(void **state)
{
    (void)state;
    scratch_write(&folder, "playlist.yaml",
                  "items:\n"
                  "- article: a.md\n"
                  "  correct:\n"
                  "    deadline: 2023-05-02 12:00\n"
                  "    event: {start: 2023-05-10 14:30, end: 17:30, place: Salle 2}\n"
                  "    link: https://exemple.fr/appel\n"
                  "- article: a.md\n"
                  "  correct: {deadline: 2023-06-02}\n"
                  "- article: a.md\n"
                  "  correct: {deadline: false, event: false, link: false}\n");
    create(".");
    for (int round = 0; round < 2; round++) {
        const struct article *article = library_article(library, item(0));
        assert_int_equal(article->facts->deadline_count, 1);
        const struct deadline *deadline = &article->facts->deadlines[0];
        expect_instant(deadline->until, "2023-05-02 12:00");
        assert_true(deadline->has_time);
        assert_non_null(strstr(deadline->reason.french, "corrigé dans la liste de lecture (ligne 4)"));
        assert_int_equal(deadline->action, 0);
        assert_string_equal(article->facts->actions[0].url, "https://exemple.fr/appel");
        assert_int_equal(article->facts->event_count, 1);
        const struct event *event = &article->facts->events[0];
        expect_instant(event->start, "2023-05-10 14:30");
        expect_instant(event->end, "2023-05-10 17:30");
        assert_string_equal(event->place, "Salle 2");
        assert_string_equal(event->title, "Article A");
        assert_int_equal(event->action, 0);
        article = library_article(library, item(1));
        assert_int_equal(article->facts->deadline_count, 1);
        expect_instant(article->facts->deadlines[0].until, "2023-06-03");
        assert_false(article->facts->deadlines[0].has_time);
        article = library_article(library, item(2));
        assert_int_equal(article->facts->deadline_count, 0);
        assert_int_equal(article->facts->action_count, 0);
    }
    const struct library_date *dates;
    size_t count;
    assert_true(library_dates(library, item(0), &dates, &count));
    assert_int_equal(count, 2);
    assert_true(dates[0].is_deadline && dates[0].has_time);
    assert_string_equal(dates[0].title, "Article A");
    expect_instant(dates[0].end, "2023-05-02 12:00");
    assert_string_equal(dates[1].place, "Salle 2");
    assert_true(was_read(2, &count));
    assert_int_equal(count, 0);
}

static void corrections_name_a_day(void **state)
{
    (void)state;
    scratch_write(&folder, "deux.md", "---\ntitle: Deux vagues\ndate: 2024-03-01\n---\n\nPremière vague : candidatures jusqu'au 29 mars. "
                                      "Seconde vague : candidatures jusqu'au 31 mai.\n\nAteliers :\n\n- mardi 12 mars, 14h\n- mardi 19 mars, 14h\n");
    scratch_write(&folder, "playlist.yaml",
                  "items:\n"
                  "- article: deux.md\n"
                  "  correct:\n"
                  "  - {day: 2024-03-29, deadline: 2024-04-05 12:00}\n"
                  "  - {jour: 2024-03-12, event: false}\n"
                  "  - {day: 2024-03-19, event: {start: 2024-03-20 15:00, place: Salle 2}, link: https://exemple.fr/x}\n"
                  "  - {day: 2024-07-01, deadline: false}\n");
    create(".");
    const struct facts *facts = library_article(library, item(0))->facts;
    assert_int_equal(facts->deadline_count, 2);
    expect_instant(facts->deadlines[0].until, "2024-04-05 12:00");
    assert_non_null(strstr(facts->deadlines[0].reason.french, "ligne 4"));
    expect_instant(facts->deadlines[1].until, "2024-06-01");
    assert_int_equal(facts->event_count, 1);
    expect_instant(facts->events[0].start, "2024-03-20 15:00");
    assert_string_equal(facts->events[0].place, "Salle 2");
    assert_string_equal(facts->actions[facts->events[0].action].url, "https://exemple.fr/x");
    assert_int_equal(facts->deadlines[0].action, -1);
}

static void drafts_have_no_dates(void **state)
{
    (void)state;
    scratch_write(&folder, "a.md", "---\ntitle: Article A\npublished: false\n---\nx\n");
    scratch_write(&folder, "playlist.yaml", "items:\n- article: a.md\n  correct: {deadline: 2023-06-02}\n");
    create(".");
    library_read_one(library);
    size_t count = 9;
    assert_true(was_read(0, &count));
    assert_int_equal(count, 0);
}

static void a_changed_article_alone_is_read_again(void **state)
{
    (void)state;
    create(".");
    while (library_read_one(library))
        continue;
    assert_int_equal(refresh("a.md"), LIBRARY_SAME);
    assert_string_equal(library_article(library, item(0))->title, "Article A");
    scratch_write(&folder, "a.md", "---\ntitle: Autre titre\n---\nx\n");
    assert_int_equal(refresh("a.md"), LIBRARY_NEW_ARTICLES);
    assert_false(was_read(0, NULL));
    assert_true(was_read(1, NULL));
    assert_string_equal(library_article(library, item(0))->title, "Autre titre");
    assert_int_equal(refresh("b.md"), LIBRARY_SAME);
    scratch_write(&folder, "b.md", "---\ntitle: Encore un\n---\nx\n");
    assert_int_equal(library_refresh(library, NULL), LIBRARY_NEW_ARTICLES);
    assert_true(was_read(0, NULL));
    assert_false(was_read(1, NULL));
    assert_true(library_read_one(library));
    assert_false(library_read_one(library));
}

static void files_that_come_and_go(void **state)
{
    (void)state;
    create(".");
    while (library_read_one(library))
        continue;
    scratch_write(&folder, "aa.md", "# Neuf\n\nx\n");
    assert_int_equal(refresh("aa.md"), LIBRARY_NEW_PLAYLIST);
    assert_int_equal(library_playlist(library)->item_count, 3);
    assert_true(was_read(0, NULL));
    assert_false(was_read(1, NULL));
    assert_true(was_read(2, NULL));
    unlink(scratch_path(&folder, "a.md"));
    assert_int_equal(refresh("a.md"), LIBRARY_NEW_PLAYLIST);
    assert_int_equal(library_playlist(library)->item_count, 2);
    assert_true(was_read(1, NULL));
    scratch_write(&folder, "note.txt", "x");
    assert_int_equal(refresh("note.txt"), LIBRARY_SAME);
    assert_int_equal(library_refresh(library, NULL), LIBRARY_SAME);
}

static void a_typo_keeps_the_playlist(void **state)
{
    (void)state;
    scratch_write(&folder, "playlist.yaml", "items:\n- a.md\n- b.md\n");
    create(".");
    library_article(library, item(0));
    static const char *const broken[] = {"items:\n- article: [\n", "", "items:\n- article: c.md\n", "venue: x\n"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        scratch_write(&folder, "playlist.yaml", broken[i]);
        assert_int_equal(refresh("playlist.yaml"), LIBRARY_SAME);
        assert_int_equal(library_playlist(library)->item_count, 2);
        assert_true(was_read(0, NULL));
        assert_true(has_diag("playlist-kept"));
        assert_true(library_diags(library)->errors > 0);
    }
    unlink(scratch_path(&folder, "playlist.yaml"));
    assert_int_equal(refresh("playlist.yaml"), LIBRARY_SAME);
    assert_true(has_diag("playlist-missing"));
    scratch_write(&folder, "playlist.yaml", "items:\n- b.md\n");
    assert_int_equal(refresh("playlist.yaml"), LIBRARY_NEW_PLAYLIST);
    assert_int_equal(library_diags(library)->count, 0);
    assert_int_equal(library_playlist(library)->item_count, 1);
    scratch_write(&folder, "playlist.yaml", "# rien n’a changé\nitems:\n- b.md\n");
    assert_int_equal(refresh("playlist.yaml"), LIBRARY_NEW_PLAYLIST); /* lines have */
    scratch_write(&folder, "playlist.yaml", "# rien n’a changé !\nitems:\n- b.md\n");
    assert_int_equal(refresh("playlist.yaml"), LIBRARY_SAME);
    scratch_write(&folder, "playlist.yaml", "items: []\n");
    assert_int_equal(refresh("playlist.yaml"), LIBRARY_NEW_PLAYLIST);
    assert_int_equal(library_playlist(library)->item_count, 0);
}

static void urgent_comes_even_with_a_typo(void **state)
{
    (void)state;
    scratch_write(&folder, "playlist.yaml", "items:\n- a.md\n");
    create(".");
    library_article(library, item(0));
    scratch_write(&folder, "playlist.yaml", "items: [\n");
    assert_int_equal(refresh("playlist.yaml"), LIBRARY_SAME);
    scratch_write(&folder, "urgence.md", "# Fuite de gaz\n\nSortez.\n");
    assert_int_equal(refresh("urgence.md"), LIBRARY_NEW_PLAYLIST);
    assert_int_equal(library_playlist(library)->item_count, 2);
    assert_true(item(0)->urgent);
    assert_string_equal(library_article(library, item(0))->title, "Fuite de gaz");
    assert_true(was_read(1, NULL));
    assert_int_equal(refresh("urgence.md"), LIBRARY_SAME);
    unlink(scratch_path(&folder, "urgence.md"));
    assert_int_equal(refresh("urgence.md"), LIBRARY_NEW_PLAYLIST);
    assert_int_equal(library_playlist(library)->item_count, 1);
    assert_false(item(0)->urgent);
}

static void a_single_article_saved_by_renaming(void **state)
{
    (void)state;
    create("a.md");
    const struct article *article = library_article(library, item(0));
    assert_string_equal(article->title, "Article A");
    rename(scratch_path(&folder, "a.md"), scratch_path(&folder, "a.md~"));
    assert_int_equal(refresh("a.md"), LIBRARY_SAME);
    assert_ptr_equal(library_article(library, item(0)), article);
    scratch_write(&folder, "a.md", "---\ntitle: Revenu\n---\nx\n");
    assert_int_equal(refresh("a.md"), LIBRARY_NEW_ARTICLES);
    assert_string_equal(library_article(library, item(0))->title, "Revenu");
}

static void broken_articles_are_reported_and_come_back(void **state)
{
    (void)state;
    char *long_text = malloc(ARTICLE_MOST_BYTES + 2);
    memset(long_text, 'x', ARTICLE_MOST_BYTES + 1);
    scratch_bytes(&folder, "a.md", long_text, ARTICLE_MOST_BYTES + 1);
    free(long_text);
    scratch_folder(&folder, "c.md");
    create(".");
    assert_null(library_article(library, item(0)));
    assert_null(library_article(library, item(0)));
    size_t count = 9;
    assert_true(was_read(0, &count));
    assert_int_equal(count, 0);
    assert_int_equal(library_diags(library)->errors, 1);
    while (library_read_one(library))
        continue;
    assert_int_equal(library_diags(library)->errors, 2);
    assert_string_equal(library_diags(library)->items[0].place.file, scratch_path(&folder, "a.md"));
    scratch_write(&folder, "a.md", "---\ntitle: Guéri\n---\nx\n");
    assert_int_equal(refresh("a.md"), LIBRARY_NEW_ARTICLES);
    assert_string_equal(library_article(library, item(0))->title, "Guéri");
    assert_int_equal(library_diags(library)->errors, 1);
}

static void another_zone_reads_all_again(void **state)
{
    (void)state;
    scratch_write(&folder, "playlist.yaml", "items: ['*.md']\n");
    create(".");
    while (library_read_one(library))
        continue;
    scratch_write(&folder, "playlist.yaml", "venue: Hall\nitems: ['*.md']\n");
    assert_int_equal(refresh("playlist.yaml"), LIBRARY_NEW_PLAYLIST);
    assert_true(was_read(0, NULL));
    scratch_write(&folder, "playlist.yaml", "timezone: America/New_York\nitems: ['*.md']\n");
    assert_int_equal(refresh("playlist.yaml"), LIBRARY_NEW_PLAYLIST);
    assert_false(was_read(0, NULL));
}

static void pictures_concern_their_articles(void **state)
{
    (void)state;
    scratch_folder(&folder, "uploads");
    scratch_write(&folder, "b.md",
                  "---\ntitle: Article B\nune-ou-diaporama:\n- image: /uploads/hall.png\n  alternative-textuelle: Le hall\n---\nx\n");
    scratch_write(&folder, "c.png", "x");
    create(".");
    while (library_read_one(library))
        continue;
    const struct article *article = library_article(library, item(1));
    assert_int_equal(article->image_count, 1);
    assert_null(article->images[0].file);
    size_t count = 0;
    const char *const *folders = library_folders(library, &count);
    assert_int_equal(count, 2);
    assert_string_equal(folders[0], folder.path);
    assert_string_equal(folders[1], scratch_path(&folder, "uploads"));
    scratch_write(&folder, "uploads/autre.png", "x");
    assert_int_equal(refresh("uploads/autre.png"), LIBRARY_SAME);
    scratch_write(&folder, "uploads/hall.png", "\x89PNG\r\n\x1A\n");
    assert_int_equal(refresh("uploads/hall.png"), LIBRARY_NEW_ARTICLES);
    assert_true(was_read(0, NULL));
    assert_false(was_read(1, NULL));
    assert_non_null(library_article(library, item(1))->images[0].file);
    assert_int_equal(library_refresh(library, item(2)->files[0].path), LIBRARY_NEW_ARTICLES);
}

static void ten_thousand(void **state)
{
    (void)state;
    for (int i = 0; i < 10000; i++) {
        char name[32];
        snprintf(name, sizeof name, "n%05d.md", i);
        scratch_write(&folder, name, "---\ntitle: Un titre comme un autre, ni long ni court\n---\nx\n");
    }
    create(".");
    assert_int_equal(library_playlist(library)->item_count, 10002);
    for (int i = 0; i < 300; i++)
        assert_true(library_read_one(library));
    scratch_write(&folder, "n00007.md", "# x\n");
    assert_int_equal(refresh("n00007.md"), LIBRARY_NEW_ARTICLES);
    assert_false(was_read(9, NULL));
    assert_true(was_read(8, NULL));
    unlink(scratch_path(&folder, "n00003.md"));
    assert_int_equal(refresh("n00003.md"), LIBRARY_NEW_PLAYLIST);
    assert_true(was_read(0, NULL) && was_read(5, NULL) && was_read(298, NULL));
    assert_false(was_read(300, NULL));
}

/* A generation of a store: hard links of the same files under another folder, which becomes the working directory. */
static void a_generation_is_taken_as_a_whole(void **state)
{
    (void)state;
    char before[1024];
    assert_non_null(getcwd(before, sizeof before));
    static const char *const folders[] = {"1", "2", "1/uploads", "2/uploads"};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(mkdir(scratch_path(&folder, folders[i]), 0755), 0);
    scratch_write(&folder, "1/a.md", "---\ntitle: Article A\n---\n![](/uploads/x.jpg)\n");
    scratch_write(&folder, "1/b.md", "---\ntitle: Article B\n---\n![](/uploads/y.jpg)\n");
    scratch_write(&folder, "1/c.md", "---\ntitle: Article C\n---\nBonjour.\n");
    scratch_write(&folder, "1/uploads/x.jpg", "x");
    scratch_write(&folder, "1/uploads/y.jpg", "y");
    static const char *const same[][2] = {{"1/a.md", "2/a.md"}, {"1/b.md", "2/b.md"}, {"1/uploads/y.jpg", "2/uploads/y.jpg"}};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(link(scratch_path(&folder, same[i][0]), scratch_path(&folder, same[i][1])), 0);
    scratch_write(&folder, "2/uploads/x.jpg", "another x");
    scratch_write(&folder, "2/c.md", "---\ntitle: Autre C\n---\nBonjour.\n");
    assert_int_equal(chdir(scratch_path(&folder, "1")), 0);
    library = library_create(".");
    while (library_read_one(library))
        continue;
    assert_string_equal(library_article(library, item(2))->title, "Article C");
    /* Only what changed is unread: the article whose picture did, and the article that did. */
    assert_int_equal(chdir(scratch_path(&folder, "2")), 0);
    static const char *const changed[] = {"c.md", "uploads/x.jpg"};
    assert_int_equal(library_refresh_from(library, ".", changed, 2), LIBRARY_NEW_ARTICLES);
    assert_false(was_read(0, NULL));
    assert_true(was_read(1, NULL));
    assert_false(was_read(2, NULL));
    assert_string_equal(library_article(library, item(2))->title, "Autre C");
    /* Another list of items: what stayed is still known. */
    assert_int_equal(unlink(scratch_path(&folder, "2/a.md")), 0);
    static const char *const gone[] = {"a.md"};
    assert_int_equal(library_refresh_from(library, ".", gone, 1), LIBRARY_NEW_PLAYLIST);
    assert_int_equal(library_playlist(library)->item_count, 2);
    assert_true(was_read(0, NULL));
    assert_int_equal(library_refresh_from(library, ".", NULL, 0), LIBRARY_NEW_ARTICLES);
    library_name_venue(library, "Hall");
    assert_string_equal(library_playlist(library)->venue, "Hall");
    library_name_venue(library, "Autre");
    assert_string_equal(library_playlist(library)->venue, "Hall");
    assert_int_equal(chdir(before), 0);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        T(a_generation_is_taken_as_a_whole), T(nothing_is_read_at_first),
        T(all_are_read_one_by_one),
        T(other_items_have_no_article),
        T(many_articles_take_turns),
        T(corrections_win),
        T(corrections_name_a_day),
        T(drafts_have_no_dates),
        T(a_changed_article_alone_is_read_again),
        T(files_that_come_and_go),
        T(a_typo_keeps_the_playlist),
        T(urgent_comes_even_with_a_typo),
        T(a_single_article_saved_by_renaming),
        T(broken_articles_are_reported_and_come_back),
        T(another_zone_reads_all_again),
        T(pictures_concern_their_articles),
        T(ten_thousand),
    };
#undef T
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Addresses as text, and what an answer's head says. */
#include "base/arena.h"
#include "net/address.h"
#include "net/head.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static int begin(void **state)
{
    *state = arena_create();
    return 0;
}

static int end(void **state)
{
    arena_destroy(*state);
    return 0;
}

static void what_is_an_address(void **state)
{
    struct address address;
    static const struct {
        const char *text;
        enum address_result plain, allowed;
    } cases[] = {
        {"https://exemple.fr", ADDRESS_READ, ADDRESS_READ},
        {"HTTPS://exemple.fr/a", ADDRESS_READ, ADDRESS_READ},
        {"http://exemple.fr/", ADDRESS_INSECURE, ADDRESS_READ},
        {"/media/cle", ADDRESS_FOLDER, ADDRESS_FOLDER},
        {"ecran", ADDRESS_FOLDER, ADDRESS_FOLDER},
        {"./https:/x", ADDRESS_FOLDER, ADDRESS_FOLDER},
        {"", ADDRESS_FOLDER, ADDRESS_FOLDER},
        {"ftp://exemple.fr/", ADDRESS_SCHEME, ADDRESS_SCHEME},
        {"file:///etc/passwd", ADDRESS_SCHEME, ADDRESS_SCHEME},
        {"httpsx://exemple.fr/", ADDRESS_SCHEME, ADDRESS_SCHEME},
        {"https:///chemin", ADDRESS_BROKEN, ADDRESS_BROKEN},
        {"https://:443/", ADDRESS_BROKEN, ADDRESS_BROKEN},
        {"https://nom:mot@/", ADDRESS_BROKEN, ADDRESS_BROKEN},
        {"https://ex emple.fr/", ADDRESS_BROKEN, ADDRESS_BROKEN},
        {"https://exemple.fr/a\nb", ADDRESS_BROKEN, ADDRESS_BROKEN},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(address_read(*state, cases[i].text, false, &address), cases[i].plain);
        assert_int_equal(address_read(*state, cases[i].text, true, &address), cases[i].allowed);
    }
    char long_text[4096] = "https://exemple.fr/";
    memset(long_text + strlen(long_text), 'a', 3000);
    assert_int_equal(address_read(*state, long_text, false, &address), ADDRESS_BROKEN);
}

static void files_below_it(void **state)
{
    static const char *const cases[][3] = {
        {"https://exemple.fr", "manifest.json", "https://exemple.fr/manifest.json"},
        {"https://exemple.fr/ecran", "obj/ab", "https://exemple.fr/ecran/obj/ab"},
        {"https://exemple.fr/ecran/", "articles/été 1.md", "https://exemple.fr/ecran/articles/%C3%A9t%C3%A9%201.md"},
        {"https://exemple.fr/ecran/manifest.json", "manifest.json", "https://exemple.fr/ecran/manifest.json"},
        {"https://exemple.fr/playlist.yaml", "a?b#c%.md", "https://exemple.fr/a%3Fb%23c%25.md"},
        {"https://exemple.fr/d%20e/?sv=1&sig=x%2F", "a.md", "https://exemple.fr/d%20e/a.md?sv=1&sig=x%2F"},
        {"https://exemple.fr/é/#haut", "a.md", "https://exemple.fr/%C3%A9/a.md"},
        {"https://nom:mot@exemple.fr:8443/x", "a.md", "https://nom:mot@exemple.fr:8443/x/a.md"},
        {"https://[::1]:9/x", "a.md", "https://[::1]:9/x/a.md"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct address address;
        assert_int_equal(address_read(*state, cases[i][0], false, &address), ADDRESS_READ);
        assert_string_equal(address_join(*state, &address, cases[i][1]), cases[i][2]);
    }
}

static void secrets_are_not_shown(void **state)
{
    struct address address;
    assert_int_equal(address_read(*state, "https://nom:m@t@exemple.fr/x?token=secret", false, &address), ADDRESS_READ);
    assert_string_equal(address.shown, "https://exemple.fr/x/");
}

static void what_is_the_same_host(void **state)
{
    (void)state;
    assert_true(address_same_host("https://a.fr/x", "https://A.FR:443/y?z"));
    assert_true(address_same_host("http://u:p@a.fr/", "HTTP://a.fr:80/"));
    assert_false(address_same_host("https://a.fr/", "http://a.fr/"));
    assert_false(address_same_host("https://a.fr/", "https://a.fr:8443/"));
    assert_false(address_same_host("https://a.fr/", "https://a.fr.b.fr/"));
    assert_false(address_same_host("https://a.fr/", "https://a.fr@b.fr/"));
    assert_false(address_same_host("https://a.fr/", "/y"));
    assert_true(address_same_scheme("https://a.fr/", "HTTPS://b.fr"));
    assert_false(address_same_scheme("https://a.fr/", "file:///etc/passwd"));
    assert_false(address_same_scheme("https://a.fr/", "https:/b"));
}

static void head_take(struct head *head, const char *line)
{
    head_line(head, line, strlen(line));
}

static void a_head_is_read(void **state)
{
    (void)state;
    struct head head = {0};
    head_take(&head, "HTTP/1.1 206 Partial\r\n");
    head_take(&head, "etag:  \"abc\" \r\n");
    head_take(&head, "Last-Modified: Wed, 25 Nov 2026 10:00:00 GMT\r\n");
    head_take(&head, "Content-Range: bytes 1000-1999/2000\r\n");
    head_take(&head, "Content-Type: text/html; charset=utf-8\r\n");
    head_take(&head, "Content-Encoding: gzip\r\n");
    assert_string_equal(head.etag, "\"abc\"");
    assert_string_equal(head.last_modified, "Wed, 25 Nov 2026 10:00:00 GMT");
    assert_true(head.has_range && head.is_html && head.is_encoded);
    assert_int_equal(head.range_start, 1000);
    head_take(&head, "HTTP/1.1 200 OK\r\n"); /* the answer behind a redirect or a 100 */
    assert_string_equal(head.etag, "");
    assert_false(head.has_range || head.is_html || head.is_encoded);
    head_take(&head, "Content-Encoding: identity\r\n");
    head_take(&head, "Content-Range: bytes */2000\r\n");
    head_take(&head, "X-ETag: \"no\"\r\n");
    head_take(&head, "ETag");
    assert_false(head.has_range || head.is_encoded);
    assert_string_equal(head.etag, "");
}

static void a_validator_that_cannot_be_sent_back_is_none(void **state)
{
    (void)state;
    struct head head = {0};
    char line[600] = "ETag: ";
    memset(line + 6, 'x', 500);
    head_take(&head, line);
    assert_string_equal(head.etag, "");
    head_take(&head, "ETag: \"a\x01\r\nX: y\"");
    assert_string_equal(head.etag, "");
    head_take(&head, "Content-Range: bytes 99999999999999999999999-1/2\r\n");
    assert_false(head.has_range);
}

static void what_is_a_page(void **state)
{
    (void)state;
    const struct head html = {.is_html = true}, plain = {0};
    static const char *const pages[] = {"<!DOCTYPE html><html>", "\xEF\xBB\xBF \r\n<HTML lang=fr>", "<html"};
    for (size_t i = 0; i < 3; i++)
        assert_true(head_is_page(&plain, pages[i], strlen(pages[i])));
    assert_true(head_is_page(&html, "<script>", 8));
    assert_false(head_is_page(&plain, "<div class=x>", 13)); /* an article */
    assert_false(head_is_page(&html, "{\"format\": 1}", 13));
    assert_false(head_is_page(&html, "---\ntitle: <html>", 17));
    assert_false(head_is_page(&html, "", 0));
    assert_false(head_is_page(&html, "\xEF\xBB", 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_an_address, begin, end),
        cmocka_unit_test_setup_teardown(files_below_it, begin, end),
        cmocka_unit_test_setup_teardown(secrets_are_not_shown, begin, end),
        cmocka_unit_test(what_is_the_same_host),
        cmocka_unit_test(a_head_is_read),
        cmocka_unit_test(a_validator_that_cannot_be_sent_back_is_none),
        cmocka_unit_test(what_is_a_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

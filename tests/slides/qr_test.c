/* Codes: their size, their three finder patterns, and what is refused. That they scan is tested on rendered pictures. */
#include "base/arena.h"
#include "slides/qr.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int is_finder(const struct qr *qr, int x, int y)
{
    for (int dy = 0; dy < 7; dy++)
        for (int dx = 0; dx < 7; dx++) {
            int ring = dx == 0 || dx == 6 || dy == 0 || dy == 6;
            int heart = dx >= 2 && dx <= 4 && dy >= 2 && dy <= 4;
            if (qr->bits[(y + dy) * qr->side + x + dx] != (ring || heart))
                return 0;
        }
    return 1;
}

static void a_code_has_three_eyes(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct qr qr = qr_encode(arena, "https://citoyens.exemple.fr/");
    assert_int_equal(qr.side, 29);
    assert_true(is_finder(&qr, 0, 0));
    assert_true(is_finder(&qr, qr.side - 7, 0));
    assert_true(is_finder(&qr, 0, qr.side - 7));
    arena_destroy(arena);
}

static void too_much_is_no_code(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    char text[700];
    memset(text, 'a', sizeof text);
    text[600] = '\0';
    assert_true(qr_encode(arena, text).side > 0);
    text[600] = 'a';
    text[601] = '\0';
    assert_int_equal(qr_encode(arena, text).side, 0);
    assert_int_equal(qr_encode(arena, "").side, 0);
    assert_int_equal(qr_encode(arena, NULL).side, 0);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_code_has_three_eyes), cmocka_unit_test(too_much_is_no_code)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

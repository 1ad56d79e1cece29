/* The machine's own name and addresses: what is said of them must be usable. */
#include "host/interfaces.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static void addresses_are_those_that_others_can_use(void **state)
{
    (void)state;
    char addresses[INTERFACES_MOST][INTERFACES_ADDRESS_BYTES];
    size_t count = interfaces_addresses(addresses);
    assert_in_range(count, 0, INTERFACES_MOST);
    for (size_t i = 0; i < count; i++) {
        assert_true(strchr(addresses[i], '.') || strchr(addresses[i], ':'));
        assert_int_not_equal(strncmp(addresses[i], "127.", 4), 0);
        assert_int_not_equal(strncmp(addresses[i], "169.254.", 8), 0);
        assert_int_not_equal(strncmp(addresses[i], "fe80", 4), 0);
        assert_string_not_equal(addresses[i], "::1");
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(addresses[i], addresses[j]);
    }
}

static void a_name_has_no_domain(void **state)
{
    (void)state;
    char name[INTERFACES_NAME_BYTES];
    interfaces_name(name);
    assert_null(strchr(name, '.'));
    assert_string_not_equal(name, "localhost");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_are_those_that_others_can_use),
        cmocka_unit_test(a_name_has_no_domain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "base/log.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* Runs log_line with standard error going into a file, and reads that file. */
static const char *written(enum log_level level, const char *text)
{
    static char bytes[4096];
    FILE *file = tmpfile();
    assert_non_null(file);
    int kept = dup(STDERR_FILENO);
    assert_true(dup2(fileno(file), STDERR_FILENO) >= 0);
    log_line(level, "%s", text);
    fflush(stderr);
    assert_true(dup2(kept, STDERR_FILENO) >= 0);
    close(kept);
    rewind(file);
    size_t length = fread(bytes, 1, sizeof bytes - 1, file);
    bytes[length] = '\0';
    fclose(file);
    return bytes;
}

static void says_notices_and_worse(void **state)
{
    (void)state;
    unsetenv("PARVIS_DEBUG");
    unsetenv("JOURNAL_STREAM");
    assert_string_equal(written(LOG_NOTICE, "prêt"), "parvis: prêt\n");
    assert_string_equal(written(LOG_ERROR, "écran débranché"), "parvis: écran débranché\n");
    assert_string_equal(written(LOG_INFO, "détail"), "");
    assert_string_equal(written(LOG_DEBUG, "détail"), "");
}

static void says_more_when_asked(void **state)
{
    (void)state;
    setenv("PARVIS_DEBUG", "1", 1);
    unsetenv("JOURNAL_STREAM");
    assert_string_equal(written(LOG_DEBUG, "détail"), "parvis: détail\n");
    unsetenv("PARVIS_DEBUG");
}

static void gives_the_journal_its_levels(void **state)
{
    (void)state;
    setenv("JOURNAL_STREAM", "8:1", 1);
    assert_string_equal(written(LOG_WARNING, "lent"), "<4>parvis: lent\n");
    unsetenv("JOURNAL_STREAM");
}

static void one_event_is_one_line_of_bounded_length(void **state)
{
    (void)state;
    unsetenv("JOURNAL_STREAM");
    char text[8000];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    const char *line = written(LOG_ERROR, text);
    assert_true(strlen(line) < 1100);
    assert_int_equal(line[strlen(line) - 1], '\n');
    /* A file name may hold a line break: it must not look like a second line of the journal. */
    line = written(LOG_ERROR, "a\n<0>parvis: b\x1B[2J");
    assert_ptr_equal(strchr(line, '\n'), line + strlen(line) - 1);
    assert_null(strchr(line, '\x1B'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_notices_and_worse),
        cmocka_unit_test(says_more_when_asked),
        cmocka_unit_test(gives_the_journal_its_levels),
        cmocka_unit_test(one_event_is_one_line_of_bounded_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

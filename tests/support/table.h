/* Tables of cases that staff can extend: one a line, columns separated by tabs. */
#ifndef PARVIS_TESTS_TABLE_H
#define PARVIS_TESTS_TABLE_H

/* "\n" in a column is a line break; in place. */
void table_unfold(char *text);

#endif

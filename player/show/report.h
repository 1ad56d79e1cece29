/* What is wrong in the content, told once to the journal: never on the screen, and not again with every reload. */
#ifndef PARVIS_SHOW_REPORT_H
#define PARVIS_SHOW_REPORT_H

#include <stdbool.h>

struct diags;
struct report;

struct report *report_create(bool english);
void report_destroy(struct report *report);

/* Logs the problems that were not there the last time. What was mended and breaks again is logged again. */
void report_tell(struct report *report, const struct diags *diags);

#endif

/* A date in a table: what the header of its column makes of it. */
#ifndef PARVIS_CONTENT_JUDGE_COLUMN_H
#define PARVIS_CONTENT_JUDGE_COLUMN_H

#include "content/judge.h"

struct question;

/* What the header of the column says; FOUND_UNKNOWN when it leaves it to the row, or when there is no table. */
enum finding judge_column(const struct question *question);

#endif

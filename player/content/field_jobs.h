/* Whether the front matter is that of a job: the day of its fields is then that on which somebody begins to work, and no event. */
#ifndef PARVIS_CONTENT_FIELD_JOBS_H
#define PARVIS_CONTENT_FIELD_JOBS_H

#include <stdbool.h>

struct article;

/* "layout: job", "salaire: 38 k€" */
bool field_jobs_offered(const struct article *article);

#endif

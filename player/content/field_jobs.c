#include "content/field_jobs.h"

#include "content/article.h"
#include "content/field_keys.h"

#include <stddef.h>

bool field_jobs_offered(const struct article *article)
{
    static const char *const kinds[] = {"layout", "type", "category", "categorie", "rubrique", NULL}, *const jobs[] = {"job", "jobs", "emploi", "emplois", "recrutement", "offre-emploi", "cdd", "cdi", NULL};
    static const char *const terms[] = {"salaire", "remuneration", "employeur", "salary", NULL};
    for (size_t i = 0; i < article->field_count; i++) {
        const struct field *field = &article->fields[i];
        if (field_keys_list(terms, field->path) || (field_keys_list(kinds, field->path) && field_keys_list(jobs, field->value)))
            return true;
    }
    return false;
}

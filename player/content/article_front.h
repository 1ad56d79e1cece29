/* The front matter of an article: where it is, and what its keys say (title, date, categories, language, draft).
 * It knows the keys that sites use; it knows neither Markdown (article_fields.h) nor pictures (article_pictures.h). */
#ifndef PARVIS_CONTENT_ARTICLE_FRONT_H
#define PARVIS_CONTENT_ARTICLE_FRONT_H

#include "content/article.h"

#include <stdbool.h>
#include <stddef.h>

struct yaml_node;

/* A clean text in its two parts. `root` is a map, or NULL when there is no front matter that could be read. */
struct article_front {
    const char *text; /* the YAML, TOML or JSON, `length` bytes from line `line` of the file */
    size_t length;
    int line;
    const struct yaml_node *root;
    bool broken; /* there is some, and it was reported */
    const char *body;
    size_t body_length;
    int body_line;
};

/* Splits clean text and reads its front matter: YAML between lines "---", TOML between lines "+++", or one JSON object. One that is not closed is
 * reported; it then ends at the first empty line when what stands above it can be read, else all is body (JSON is never shown). */
void article_front_split(struct article *article, const char *text, size_t length, struct diags *diags,
                         struct article_front *front);

/* Fills in title (NULL when there is none), date, categories, draft and language. */
void article_front_read(struct article *article, const struct article_front *front, const struct article_settings *settings,
                        struct diags *diags);

/* The first of `keys` (ends with NULL) whose value in the map means something, or NULL. */
const struct yaml_node *article_front_first(const struct yaml_node *map, const char *const *keys);

#endif

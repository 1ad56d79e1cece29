/* One link: whether its address can be opened by a telephone, and what its words and those around it say of its use. */
#ifndef PARVIS_CONTENT_LINKS_H
#define PARVIS_CONTENT_LINKS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct article;
struct diags;
struct link;
struct passage;

/* What was found in the label, in its sentence, in the heading above. `apply`: for something that ends (postuler, déposer); `enrol`:
 * for something that takes place (s'inscrire, participer); `watch`: a stream. `elsewhere`: a network, a shortener, a tracker. */
struct link_words {
    bool label_strong;
    bool label_weak;
    bool sentence_strong;
    bool sentence_weak;
    bool heading_strong;
    bool host_strong; /* a site of forms or tickets */
    bool apply;
    bool enrol;
    bool watch;
    bool document;
    bool elsewhere;
    bool newsletter;
};

/* `passage` NULL: the link of a field. `offset`: of the label in the passage. */
struct link_words links_words(struct arena *arena, const struct link *link, const struct passage *passage, size_t offset);

/* For each link of the article the offset of its label in its block's text. The array lives in the arena. */
size_t *links_offsets(struct arena *arena, const struct article *article);

/* The absolute address (http, https or mailto) in the arena, or NULL with a warning when there is none. */
const char *links_address(struct arena *arena, const struct article *article, const struct link *link, struct diags *diags);

/* The label as a button would show it; never "". */
const char *links_label(struct arena *arena, const struct link *link);

/* The same page: a slash at the end makes no difference. */
bool links_same(const char *one, const char *other);

#endif

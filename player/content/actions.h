/* What a visitor can do: the links worth a QR code, the most useful first, and which deadline or event each of them serves.
 * It knows wording and nearness; it never opens an address. */
#ifndef PARVIS_CONTENT_ACTIONS_H
#define PARVIS_CONTENT_ACTIONS_H

#include "content/facts.h"
#include "content/passages.h"

struct arena;

/* A deadline or an event as the links see it. `passage` NULL: it stands in a field. Found are `said`, what its sentence says of links
 * (LINK_...), and `action`: an index, or -1. */
struct served {
    const struct passage *passage;
    size_t offset; /* of its date in the passage */
    enum action_for kind;
    int said;
    int action;
};

/* Collects the actions and ties them to the `count` facts. Placeholders and paths without a site are reported. */
struct action *actions_find(struct arena *arena, const struct article *article, const struct passages *passages, struct served *served,
                            size_t count, struct diags *diags, size_t *action_count);

#endif

/* The words and numbers of a playlist as values: texts, addresses, choices, lengths. Each function takes one node and, when it holds
 * something else, says so at its place with an example. It knows neither items nor files; times are in playlist_times.h. */
#ifndef PARVIS_CONTENT_PLAYLIST_VALUES_H
#define PARVIS_CONTENT_PLAYLIST_VALUES_H

#include "base/diag.h"
#include "content/playlist.h"

#include <stdbool.h>

struct playlist_reader;
struct yaml_node;

/* A kind of value for a complaint: "une date", "2026-04-14", and the same in English. */
struct playlist_expected {
    const char *code;
    const char *french, *french_example;
    const char *english, *english_example;
};

struct place playlist_values_place(const struct playlist_reader *reader, const struct yaml_node *node);

/* The value as staff wrote it, short enough to be quoted. In the scratch arena. */
const char *playlist_values_shown(const struct playlist_reader *reader, const struct yaml_node *node);

/* Adds the error "« value » n’est pas une date (attendu : 2026-04-14)". Always false, so that readers can return it. */
bool playlist_values_refuse(const struct playlist_reader *reader, const struct yaml_node *node,
                            const struct playlist_expected *expected);

/* Lower case (ASCII), all dashes as '-', all spaces as ' ', "à" as '-', edges trimmed: for the small grammars. In the scratch arena. */
char *playlist_values_plain(const struct playlist_reader *reader, const char *text);

/* Words that a visitor reads: one text of at most 2,000 code points in the playlist's arena, edges trimmed. False with an error
 * when it is longer or no text; a null node gives true and leaves *text. */
bool playlist_values_text(const struct playlist_reader *reader, const struct yaml_node *node, const char **text);

/* An absolute address (http, https, mailto), checked. A null node gives true and leaves *url. */
bool playlist_values_url(const struct playlist_reader *reader, const struct yaml_node *node, const char **url);

/* The functions below leave their target as it is when the node is null (true) or bad (false, with an error). */
bool playlist_values_bool(const struct playlist_reader *reader, const struct yaml_node *node, bool *value);
bool playlist_values_transition(const struct playlist_reader *reader, const struct yaml_node *node, enum transition *transition);
bool playlist_values_show(const struct playlist_reader *reader, const struct yaml_node *node, unsigned *show);
bool playlist_values_priority(const struct playlist_reader *reader, const struct yaml_node *node, int *priority);

/* Millimetres from `55"`, `140 cm`, `1,4 m`; a bare number is of `bare_mm` each. */
bool playlist_values_length(const struct playlist_reader *reader, const struct yaml_node *node, int bare_mm, int *length_mm);

#endif

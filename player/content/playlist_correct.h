/* What a playlist corrects in an article (`correct:`). It reads the correction; library applies it. */
#ifndef PARVIS_CONTENT_PLAYLIST_CORRECT_H
#define PARVIS_CONTENT_PLAYLIST_CORRECT_H

struct correction;
struct playlist_reader;
struct yaml_node;

/* Reads `correct: {deadline: …, event: …, link: …}`, or a list of these with the `day` that each means; each bad part is reported and not applied. A null node leaves it absent. */
void playlist_correct_read(struct playlist_reader *reader, const struct yaml_node *node, struct correction *correction);

#endif

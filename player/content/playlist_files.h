/* The files that a playlist names: found, listed from folders and patterns, or reported with the nearest name. It looks at names and
 * kinds of files only; it opens none. */
#ifndef PARVIS_CONTENT_PLAYLIST_FILES_H
#define PARVIS_CONTENT_PLAYLIST_FILES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct item_file;
struct playlist_reader;
struct yaml_node;

/* Names of articles, for file_has_suffix: .md .markdown .qmd; NULL-terminated. */
extern const char *const playlist_files_articles[];

/* All files that `node` names: a path, a pattern with * or ?, a folder (what in it has a suffix of `suffixes`), a map
 * {file, alt}, or a list of these; in the order written, those of a pattern in name order. What cannot be found is reported and
 * left out. In the playlist's arena; NULL and 0 when nothing is left. */
struct item_file *playlist_files_find(struct playlist_reader *reader, const struct yaml_node *node,
                                      const char *const *suffixes, size_t *count);

/* True for names that lie beside articles without being one: README.md, LICENSE.md, CHANGELOG.md. */
bool playlist_files_is_aside(const char *name);

/* A path without "." parts, doubled slashes and a slash at its end, so that one file has one name; "" becomes ".". In the arena. */
const char *playlist_files_tidy(struct arena *arena, const char *path);

/* Remembers that `folder` was looked into; ours is a copy in the playlist's arena. */
void playlist_files_note_folder(struct playlist_reader *reader, const char *folder);

#endif

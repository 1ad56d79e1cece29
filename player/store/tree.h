/* A generation's files under their own names, as hard links of its objects: what content opens as its folder. It knows folders and links;
 * it decides nothing about which generation is on screen. */
#ifndef PARVIS_STORE_TREE_H
#define PARVIS_STORE_TREE_H

#include <stdbool.h>

struct arena;
struct manifest;
struct refusal;
struct store;

/* Makes the tree under a temporary name, brings all of it to the disk, and puts it in place; a tree that is there already is replaced.
 * Where the file system has no (more) links, files are copied. False: nothing is in place. */
bool tree_make(struct store *store, const char *path, const struct manifest *manifest, struct refusal *refusal);

/* Makes a tree that may be in use whole again: files that are missing or no longer links of their objects are put in place one by one. */
bool tree_mend(struct store *store, const char *path, const struct manifest *manifest, struct refusal *refusal);

/* The first path of the manifest that is not in the tree with its size; NULL: all are. In the arena. */
const char *tree_check(struct arena *arena, const char *path, const struct manifest *manifest);

/* Removes a file, or a folder with all that is in it. */
void tree_remove(const char *path);

#endif

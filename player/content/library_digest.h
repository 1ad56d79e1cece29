/* Whether two playlists say the same, as one number: so that a save without a change disturbs nobody. It knows the fields of a playlist
 * and what none of them means. */
#ifndef PARVIS_CONTENT_LIBRARY_DIGEST_H
#define PARVIS_CONTENT_LIBRARY_DIGEST_H

#include <stdint.h>

struct item;
struct playlist;

/* Of all that a playlist says. */
uint64_t library_digest_playlist(const struct playlist *playlist);

/* Of what reading an article under this playlist depends on: zone, language, folders. */
uint64_t library_digest_settings(const struct playlist *playlist);

/* Of the file of an article item and its correction. */
uint64_t library_digest_article(const struct item *item);

/* Of the last part of a path, for finding pictures again by name. */
uint32_t library_digest_name(const char *path);

#endif

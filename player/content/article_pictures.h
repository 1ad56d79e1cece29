/* The pictures of an article: which keys name them, and where their files are. It knows names only and opens no file. */
#ifndef PARVIS_CONTENT_ARTICLE_PICTURES_H
#define PARVIS_CONTENT_ARTICLE_PICTURES_H

struct article;
struct article_front;
struct article_settings;
struct blocks;
struct diags;

/* Adds the pictures that the front matter names, in the order in which readers meet them, to blocks->images. */
void article_pictures_read(const struct article_front *front, struct blocks *blocks);

/* Turns blocks->images into article->images: paths decoded, files looked up under the playlist's folder and site_root, never outside
 * of them. A picture that is not there stays, without a file and with a warning; one on the web is left out with a warning. */
void article_pictures_find(struct article *article, const struct blocks *blocks, const struct article_settings *settings,
                           struct diags *diags);

#endif

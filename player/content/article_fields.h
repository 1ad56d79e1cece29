/* The front matter as data and as prose: every scalar with its path, the ones that are sentences read as Markdown, the addresses as
 * links. It knows no single key's meaning but which are leads, addresses and words for them. */
#ifndef PARVIS_CONTENT_ARTICLE_FIELDS_H
#define PARVIS_CONTENT_ARTICLE_FIELDS_H

struct article;
struct article_front;
struct blocks;

/* Fills in article->fields, and adds the prose (lead first) and the links of the fields to `blocks`, which must be in_front. */
void article_fields_read(struct article *article, const struct article_front *front, struct blocks *blocks);

/* True for the path of a lead: chapeau-text and the keys that stand in for it. */
int article_fields_lead_rank(const char *path);

#endif

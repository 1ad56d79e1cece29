/* How long a slide stays: reading time, or what the playlist says. It knows texts by their length only. */
#ifndef PARVIS_SLIDES_DWELL_H
#define PARVIS_SLIDES_DWELL_H

struct build;
struct item;
struct slide;

/* Milliseconds for `slide`, whose plain text has `characters` code points: 2 s + characters / 12, from 8 to 30 s, and 5 s more where there is a
 * code to scan. 12 characters a second: Charte relative à la qualité du sous-titrage (Arcom, 2011). A dwell of the item, then of the playlist,
 * wins. `item` may be NULL. */
int dwell_ms(const struct build *build, const struct item *item, const struct slide *slide, unsigned long characters);

#endif

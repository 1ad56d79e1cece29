/* The short address in clear that stands under a code. It knows URLs as text; it opens none. */
#ifndef PARVIS_SLIDES_ADDRESS_H
#define PARVIS_SLIDES_ADDRESS_H

struct arena;

/* "https://www.example.fr/page/" gives "example.fr/page" when that is at most 32 code points long, else "example.fr"; a mailto: URL gives
 * its first mail address. "" for anything else. */
char *address_short(struct arena *arena, const char *url);

#endif

/* The zone that a place keeps, as the tables of a language list them: "heure de La Réunion". It knows nothing of time. */
#ifndef PARVIS_CONTENT_GRAMMAR_ZONE_H
#define PARVIS_CONTENT_GRAMMAR_ZONE_H

/* `words` are folded and separated by spaces. */
struct grammar_zone {
    const char *words;
    const char *zone; /* as the system names it */
};

#endif

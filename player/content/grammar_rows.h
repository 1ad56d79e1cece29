/* Rows of the tables of a language: a word with its value, a zone with its name. All words are folded: lower case, without accents (see lexis.h). */
#ifndef PARVIS_CONTENT_GRAMMAR_ROWS_H
#define PARVIS_CONTENT_GRAMMAR_ROWS_H

struct grammar_word {
    const char *word;
    int value;
};

/* The zone that a place keeps: "heure de La Réunion". `words` are separated by spaces. */
struct grammar_zone {
    const char *words;
    const char *zone; /* as the system names it */
};

#endif

/* What the keys of a front matter mean, in the words of the sites that Parvis has seen: one table, for all who read fields.
 * It knows names; what a value says is for others. */
#ifndef PARVIS_CONTENT_FIELD_KEYS_H
#define PARVIS_CONTENT_FIELD_KEYS_H

#include <stdbool.h>
#include <stddef.h>

enum field_meaning {
    FIELD_OTHER,     /* unknown: it may be anything, and is read as prose */
    FIELD_STARTS,    /* when an event begins */
    FIELD_ENDS,      /* when it ends */
    FIELD_PLACE,     /* the house or the hall */
    FIELD_ADDRESS,   /* its street or town */
    FIELD_HOURS,     /* hours without a day */
    FIELD_WHEN,      /* days in words, as the reader sees them */
    FIELD_DATED,     /* "date": the day of publication, or of the event where another key says when the page was published */
    FIELD_PUBLISHED, /* when the page was published */
    FIELD_LINK,      /* an address to open */
    FIELD_PROGRAM    /* for programs: file names, layouts, days of changes */
};

/* The meaning of a key ("event_start_date", "eventStartDate", "Lieu"): case, "_" and "-" do not matter. */
enum field_meaning field_keys_mean(const char *key);

/* How good a key of that meaning is, 0 the best; -1 when it means something else. */
int field_keys_rank(const char *key, enum field_meaning meaning);

/* "dateEvent: Mardi 12 août": the value of a key for a beginning says its day in words, for people. */
bool field_keys_is_worded(const char *key, const char *value);

/* One of some words that end with NULL; case does not matter. */
bool field_keys_list(const char *const *words, const char *word);

/* The last name of a path: "titre" of "blocs.2.titre". */
const char *field_keys_last(const char *path);

#endif

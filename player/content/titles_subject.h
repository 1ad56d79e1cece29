/* What the sentence of a day says that takes place: its subject, or a name in quotation marks. "" when it says neither. It knows one sentence;
 * headings and lines are for titles.c. */
#ifndef PARVIS_CONTENT_TITLES_SUBJECT_H
#define PARVIS_CONTENT_TITLES_SUBJECT_H

struct reading;
struct titles;

/* "L'inauguration officielle, ouverte à tous, aura lieu le …" of a page about the port: what takes place, of two words at least. */
const char *titles_subject_of(const struct titles *titles, const struct reading *reading);

/* "Le vernissage aura lieu le …" of a page about an exhibition: what takes place, when its title names another kind of event. */
const char *titles_subject_other(const struct titles *titles, const struct reading *reading);

/* "Le premier, intitulé « Conversion : par où commencer ? », est prévu le mardi 29 avril": a name in the sentence, before its day. */
const char *titles_subject_quoted(const struct titles *titles, const struct reading *reading);

#endif

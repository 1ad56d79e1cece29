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

/* The line in bold with which the paragraph of the day begins: "**1. Le grand déballage**" over a text that names the day; "" when it is no name. */
const char *titles_subject_line(const struct titles *titles, const struct reading *reading);

/* "Les [Assises du vélo](…) auront lieu le 18 mars": the first link or words in bold before the day, near the start of a sentence that tells
 * what takes place; "" when they are no name. */
const char *titles_subject_marked(const struct titles *titles, const struct reading *reading);

/* "**Groupe B** : la séance du 18 mars passe au 20": the name in bold before the colon with which the text of this one event begins, where
 * another event of the section has another such name; "" when it has none. */
const char *titles_subject_label(const struct titles *titles, const struct reading *reading);

/* What stands in quotation marks, or else in bold, at the start of the line right below one that is but a day: "**Jeudi 18 mars, 13h**" over
 * "« Tester tôt », par Ida"; "" when there is none. */
const char *titles_subject_below(const struct titles *titles, const struct reading *reading);

#endif

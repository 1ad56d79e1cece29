/* The clause a date stands in, where cues do not say enough: a participle that only tells which dossiers are meant, an hour of closing
 * of a building, what is to be handed in. It knows the forms of words; what follows from them is for verdict.c. */
#ifndef PARVIS_CONTENT_CLAUSE_H
#define PARVIS_CONTENT_CLAUSE_H

#include <stdbool.h>
#include <stddef.h>

struct cue;
struct question;

/* "les dossiers reçus avant le 15 octobre seront examinés": the words before the lead say which are meant, and ask for nothing. */
bool clause_is_record(const struct question *question, const struct cue *lead);

/* "97 candidatures déposées entre le 15 janvier et le 23 février": the same before a stretch of days. */
bool clause_describes(const struct question *question);

/* "à déposer en mairie pour le 30 septembre": something is handed in before the lead "pour le". */
bool clause_hands_in(const struct question *question, const struct cue *lead);

/* "Soumission des résumés : vendredi 3 avril": a line of a list that names what is handed in, a colon and the day. */
bool clause_is_line_of_handing_in(const struct question *question);

/* "versée en deux fois (31 janvier et 31 mars)": when something was or is done, in instalments. */
bool clause_is_instalment(const struct question *question);

/* "la piscine est ouverte jusqu'au 13 octobre": what is open is a building. */
bool clause_is_building(const struct question *question);

/* "dix séances, le mardi de 14h à 16h, jusqu'au 18 juin": a weekday without a date before the lead. */
bool clause_comes_back(const struct question *question, const struct cue *lead);

/* "Fermé les 24 et 31 décembre à partir de 12 h": closed, and no farm. */
bool clause_is_closed(const struct question *question, const struct cue *cue);

/* "retenu par un autre colloque": what takes place is not this. */
bool clause_is_others(const struct question *question, const struct cue *cue);

/* "La médiathèque reste ouverte jusqu'à 23h le samedi 18 janvier": the hour at which a house closes that day; nothing is asked for. */
bool clause_closes_house(const struct question *question, const struct cue *lead);

/* "Les dossiers parvenus après le 15 janvier ne seront pas examinés": what is asked for is refused right behind the day, in one breath. */
bool clause_refuses_later(const struct question *question, const struct cue *lead);

/* "Passé le 4 novembre, aucun dossier ne sera accepté.": the sentence begins with the day, and refuses what is asked for. */
bool clause_refuses_past(const struct question *question);

/* "si l'ouverture est prévue avant le 31 décembre": a condition, and no request. */
bool clause_is_condition(const struct question *question, const struct cue *lead);

/* An article or a preposition of days and hours. */
bool clause_is_small(const struct question *question, size_t index);

/* "tous les jours", "ouvert tous les jours": what lasts from one day to another does so each day. */
bool clause_is_daily(const struct question *question, const struct cue *cue);

/* The date is the name of a law: "loi n° 78-17 du 6 janvier 1978". */
bool clause_names_law(const struct question *question, const struct cue *cue);

/* "Lancement de la saison le samedi 14 mars à 14h": a step that people come to when it has a day for it. */
bool clause_is_launch(const struct question *question, const struct cue *cue);

/* The lexeme at which the articles before the date begin: "entre le 5 et …"; the date's own where there are none. */
size_t clause_before_articles(const struct question *question);

/* The date stands in brackets. */
bool clause_in_brackets(const struct question *question);

/* The word at a lexeme has the ending of a verb of the future. */
bool clause_is_future(const struct question *question, size_t index);

/* "Le comité d'attribution, initialement convoqué le 14 avril, se tiendra le 5 mai": the subject that opens the sentence, or the heading, names
 * those who meet by themselves. */
bool clause_is_of_committee(const struct question *question);

/* How many words of lexemes `from` to before `to` are part of neither a date nor an hour. */
size_t clause_words(const struct question *question, size_t from, size_t to);

/* "Chaque 9 décembre", "le 1er septembre de chaque année", "avant le 20 de chaque mois". */
bool clause_comes_each_year(const struct question *question);

#endif

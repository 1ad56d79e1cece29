/* The days of one list that say alike when something takes place: "trois ateliers, de 14h à 16h :", of which one line has a word that tells of
 * something else: "2 février : évaluer un fichier". */
#ifndef PARVIS_CONTENT_READINGS_SERIES_H
#define PARVIS_CONTENT_READINGS_SERIES_H

struct readings;

/* A day that opens its line and says nothing is an event as most of the other lines are. Once all passages are read. */
void readings_series_settle(struct readings *readings);

#endif

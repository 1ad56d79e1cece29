/* The days of lines that say alike when something takes place: "trois ateliers, de 14h à 16h :", and below "2 février : évaluer un fichier", of which
 * no word tells that it takes place, or one tells of something else. */
#ifndef PARVIS_CONTENT_READINGS_SERIES_H
#define PARVIS_CONTENT_READINGS_SERIES_H

struct grammar;
struct readings;

/* Days that open the lines of a list, or paragraphs in a row, are events where the paragraph above tells the hours of all. Once all passages are read. */
void readings_series_settle(struct readings *readings, const struct grammar *grammar);

#endif

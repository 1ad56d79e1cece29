/* Two days that words name as the ends of one stretch: "Début : vendredi 3 juillet à 10h", and in the same or the next line "Fin : samedi 4 juillet
 * à 17h", or "Fin le samedi 4 à 17h." behind an event that has no end. It knows these words; what takes place then, or is asked for, the page says. */
#ifndef PARVIS_CONTENT_READINGS_ENDS_H
#define PARVIS_CONTENT_READINGS_ENDS_H

struct grammar;
struct readings;

/* Makes one event of such a pair, or one deadline on a page that asks for something; an end without its beginning says nothing. To be called once
 * the months are known. Linear. */
void readings_ends_join(struct readings *readings, const struct grammar *grammar);

#endif

/* Hours that a sentence tells of all days of its page: "à chaque étape, de 9h à 12h", "toutes les séances débutent à 19 heures".
 * It knows the words that mean all days; which days these are is for events_hours_all.c. */
#ifndef PARVIS_CONTENT_READINGS_EVERY_H
#define PARVIS_CONTENT_READINGS_EVERY_H

#include <stdbool.h>
#include <stddef.h>

struct sheet;
struct time_mention;

/* The only hour or stretch of a sentence that names no day and says that it is that of every day; NULL: none. At most four sentences are
 * looked at, each at the cost of its passage. */
const struct time_mention *readings_every_hour(const struct sheet *sheet);

/* The words at `index` mean all days: "chaque séance", "à chaque fois", "toutes débutent", "dans les deux cas". */
bool readings_every_means_all(const struct sheet *sheet, size_t index);

/* The sentence tells hours of something else: of a building, of organisers, of what is over. */
bool readings_every_is_of_others(const struct sheet *sheet, int sentence);

/* The sentence of the hour says that it is of every day: "chaque soir", "tous les jours". */
bool readings_every_is_daily(const struct sheet *sheet, const struct time_mention *time);

#endif

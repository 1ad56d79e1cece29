/* The words that Parvis itself writes on a slide, in French and English, and dates in these languages: tables, not branches.
 * It knows no article and no layout. */
#ifndef PARVIS_SLIDES_WORDS_H
#define PARVIS_SLIDES_WORDS_H

#include "base/civil.h"

#include <stdbool.h>

struct arena;

struct words;

/* The table of a language ("fr", "en"; anything else is French). Static: never freed. */
const struct words *words_for(const char *language);

bool words_are_english(const struct words *words);

/* Keys of fixed phrases; see words.c for both tables. */
enum word {
    WORD_ARTICLE,          /* Article */
    WORD_EVENT,            /* Événement */
    WORD_CALL,             /* Appel à projets: kicker of a deadline without category */
    WORD_IMPORTANT,        /* Information importante */
    WORD_COMING_UP,        /* Prochainement */
    WORD_REMAINING,        /* Il reste */
    WORD_LAST_DAY,         /* Dernier jour */
    WORD_TODAY,
    WORD_TOMORROW,
    WORD_NOW_ON,           /* En cours */
    WORD_ONLINE,           /* en ligne */
    WORD_LAST_DAY_SHORT,   /* dernier jour, in an agenda */
    WORD_ALL_DAY,          /* toute la journée */
    WORD_LEARN_MORE,       /* En savoir plus */
    WORD_WRITE_TO_US,      /* Nous écrire */
    WORD_WELCOME,          /* Bienvenue */
    WORD_TO,               /* à: between two hours */
    WORD_UNTIL,            /* jusqu’au */
    WORD_INCLUDED,         /* inclus */
    WORD_BEFORE,           /* avant, before an hour in an agenda */
    WORD_AGAIN_ONE,        /* aussi le: before another day of the same */
    WORD_AGAIN_SEVERAL,    /* aussi les: before several */
    WORD_AND,              /* et: before the last of several */
    WORD_COUNT
};
const char *words_get(const struct words *words, enum word word);

/* "12 jours", "1 jour" split: the unit for a count of days, hours, minutes or seconds. */
enum word_unit { UNIT_DAY, UNIT_HOUR, UNIT_MINUTE, UNIT_SECOND };
const char *words_unit(const struct words *words, enum word_unit unit, long count);

/* "… et 5 autres": what a slide leaves out of a list. */
const char *words_others(const struct words *words, struct arena *arena, long count);

/* "mardi – jeudi" / "Tuesday – Thursday": the weekdays of an event that lasts several days. */
const char *words_weekdays(const struct words *words, struct arena *arena, int first, int last);

/* "Dans 3 jours" (days >= 2), "Demain", "Aujourd’hui". */
const char *words_in_days(const struct words *words, struct arena *arena, long days);

/* "mercredi" / "Wednesday" (0 = Sunday), "mai" / "May" (1-12). */
const char *words_weekday(const struct words *words, int weekday);
const char *words_month(const struct words *words, int month);

/* "jusqu’au mardi 2 mai inclus", "jusqu’au mardi 18 mars, 12 h": `civil` is the last day with the hour at which it ends when
 * `has_time`, else the day that is included as a whole. */
const char *words_until(const struct words *words, struct arena *arena, const struct civil *civil, bool has_time, bool with_year);

/* "mardi 2 mai" (1er with a superscript mark, see typography.h), with the year when `with_year`. */
const char *words_date(const struct words *words, struct arena *arena, const struct civil *civil, bool with_weekday, bool with_year);

/* "14 h 30", "9 h", "midi" stays "12 h"; English: "2:30 pm". Non-breaking spaces inside. */
const char *words_hour(const struct words *words, struct arena *arena, int hour, int minute);

/* The clock of the footer: "10:24". */
const char *words_clock(struct arena *arena, const struct civil *civil);

#endif

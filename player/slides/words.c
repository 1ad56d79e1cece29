#include "slides/words.h"

#include "base/arena.h"

#include <stddef.h>
#include <string.h>

#define NBSP "\u00a0"

struct words {
    bool english;
    const char *phrases[WORD_COUNT];
    const char *units[4][2]; /* one, several */
    const char *weekdays[7]; /* 0 = Sunday */
    const char *months[12];
};

static const struct words french = {
    .english = false,
    .phrases =
        {
            [WORD_ARTICLE] = "Article",
            [WORD_EVENT] = "Événement",
            [WORD_CALL] = "Appel à projets",
            [WORD_IMPORTANT] = "Information importante",
            [WORD_COMING_UP] = "Prochainement",
            [WORD_REMAINING] = "Il reste",
            [WORD_LAST_DAY] = "Dernier jour",
            [WORD_TODAY] = "Aujourd’hui",
            [WORD_TOMORROW] = "Demain",
            [WORD_NOW_ON] = "En cours",
            [WORD_ONLINE] = "en ligne",
            [WORD_LAST_DAY_SHORT] = "dernier jour",
            [WORD_ALL_DAY] = "toute la journée",
            [WORD_LEARN_MORE] = "En savoir plus",
            [WORD_WRITE_TO_US] = "Nous écrire",
            [WORD_WELCOME] = "Bienvenue",
            [WORD_TO] = "à",
            [WORD_UNTIL] = "jusqu’au",
            [WORD_INCLUDED] = "inclus",
            [WORD_BEFORE] = "avant",
            [WORD_AGAIN_ONE] = "aussi le",
            [WORD_AGAIN_SEVERAL] = "aussi les",
            [WORD_AND] = "et",
        },
    .units = {[UNIT_DAY] = {"jour", "jours"},
              [UNIT_HOUR] = {"h", "h"},
              [UNIT_MINUTE] = {"min", "min"},
              [UNIT_SECOND] = {"s", "s"}},
    .weekdays = {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
    .months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
               "décembre"},
};

static const struct words english = {
    .english = true,
    .phrases =
        {
            [WORD_ARTICLE] = "Article",
            [WORD_EVENT] = "Event",
            [WORD_CALL] = "Call for projects",
            [WORD_IMPORTANT] = "Important notice",
            [WORD_COMING_UP] = "Coming up",
            [WORD_REMAINING] = "Time left",
            [WORD_LAST_DAY] = "Last day",
            [WORD_TODAY] = "Today",
            [WORD_TOMORROW] = "Tomorrow",
            [WORD_NOW_ON] = "Now on",
            [WORD_ONLINE] = "online",
            [WORD_LAST_DAY_SHORT] = "last day",
            [WORD_ALL_DAY] = "all day",
            [WORD_LEARN_MORE] = "Find out more",
            [WORD_WRITE_TO_US] = "Write to us",
            [WORD_WELCOME] = "Welcome",
            [WORD_TO] = "to",
            [WORD_UNTIL] = "until",
            [WORD_INCLUDED] = "inclusive",
            [WORD_BEFORE] = "before",
            [WORD_AGAIN_ONE] = "also on",
            [WORD_AGAIN_SEVERAL] = "also on",
            [WORD_AND] = "and",
        },
    .units = {[UNIT_DAY] = {"day", "days"},
              [UNIT_HOUR] = {"h", "h"},
              [UNIT_MINUTE] = {"min", "min"},
              [UNIT_SECOND] = {"s", "s"}},
    .weekdays = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
    .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
               "December"},
};

const struct words *words_for(const char *language)
{
    return language && strncmp(language, "en", 2) == 0 ? &english : &french;
}

bool words_are_english(const struct words *words)
{
    return words->english;
}

const char *words_get(const struct words *words, enum word word)
{
    return words->phrases[word];
}

const char *words_unit(const struct words *words, enum word_unit unit, long count)
{
    /* French takes the plural from 2, English for everything but 1. */
    bool several = words->english ? count != 1 : count >= 2;
    return words->units[unit][several];
}

const char *words_others(const struct words *words, struct arena *arena, long count)
{
    if (words->english)
        return arena_format(arena, count == 1 ? "… and one more" : "… and" NBSP "%ld" NBSP "more", count);
    return arena_format(arena, count == 1 ? "… et un autre" : "… et" NBSP "%ld" NBSP "autres", count);
}

const char *words_weekdays(const struct words *words, struct arena *arena, int first, int last)
{
    return arena_format(arena, "%s" NBSP "– %s", words_weekday(words, first), words_weekday(words, last));
}

const char *words_in_days(const struct words *words, struct arena *arena, long days)
{
    if (days <= 0)
        return words_get(words, WORD_TODAY);
    if (days == 1)
        return words_get(words, WORD_TOMORROW);
    return arena_format(arena, words->english ? "In %ld" NBSP "days" : "Dans %ld" NBSP "jours", days);
}

const char *words_weekday(const struct words *words, int weekday)
{
    return words->weekdays[weekday];
}

const char *words_month(const struct words *words, int month)
{
    return words->months[month - 1];
}

const char *words_until(const struct words *words, struct arena *arena, const struct civil *civil, bool has_time, bool with_year)
{
    const char *date = words_date(words, arena, civil, true, with_year);
    const char *until = words_get(words, WORD_UNTIL);
    if (has_time)
        return arena_format(arena, "%s %s, %s", until, date, words_hour(words, arena, civil->hour, civil->minute));
    return arena_format(arena, "%s %s %s", until, date, words_get(words, WORD_INCLUDED));
}

const char *words_date(const struct words *words, struct arena *arena, const struct civil *civil, bool with_weekday, bool with_year)
{
    const char *suffix = !words->english && civil->day == 1 ? "er" : "";
    char *date = arena_format(arena, "%d%s" NBSP "%s", civil->day, suffix, words_month(words, civil->month));
    if (with_weekday) {
        int weekday = civil_weekday(civil->year, civil->month, civil->day);
        date = arena_format(arena, "%s" NBSP "%s", words_weekday(words, weekday), date);
    }
    return with_year ? arena_format(arena, "%s" NBSP "%d", date, civil->year) : date;
}

const char *words_hour(const struct words *words, struct arena *arena, int hour, int minute)
{
    if (words->english) {
        int twelve = hour % 12 == 0 ? 12 : hour % 12;
        const char *half = hour < 12 ? "am" : "pm";
        return minute ? arena_format(arena, "%d:%02d" NBSP "%s", twelve, minute, half)
                      : arena_format(arena, "%d" NBSP "%s", twelve, half);
    }
    return minute ? arena_format(arena, "%d" NBSP "h" NBSP "%02d", hour, minute) : arena_format(arena, "%d" NBSP "h", hour);
}

const char *words_clock(struct arena *arena, const struct civil *civil)
{
    return arena_format(arena, "%02d:%02d", civil->hour, civil->minute);
}

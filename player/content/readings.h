/* What one date in one text says: a deadline, an event, or nothing; with the hour that belongs to it and the words it came from.
 * It knows sentences; the year, and whether two texts mean the same, are for years.c, deadlines.c and events.c. */
#ifndef PARVIS_CONTENT_READINGS_H
#define PARVIS_CONTENT_READINGS_H

#include "content/dates.h"
#include "content/facts.h"
#include "content/passages.h"
#include "content/times.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct grammar;
struct spoken_hour;

enum reading_kind { READING_NONE, READING_DEADLINE, READING_EVENT };

/* READING_NONE: a day that says nothing, kept for explain. Minutes are after midnight of the first day (start) and of the last day (end); -1: not said. */
struct reading {
    enum reading_kind kind;
    struct date_span span;
    const struct passage *passage;
    size_t mention; /* spans of one mention share it: the number of its first lexeme */
    size_t begin;   /* bytes of the passage that said it */
    size_t end;
    size_t date_begin;
    int line;
    int start_minutes;
    int end_minutes;
    int time_line;
    bool exclusive; /* "avant le": the day itself is too late */
    bool moved;     /* "prolongé jusqu'au" */
    bool announced; /* a verb, an invitation or an hour says that it is to come */
    bool invited;   /* a verb or an invitation does */
    bool off;       /* struck through, full, called off */
    bool strong;    /* said as the date of the thing, not in passing */
    bool bare;      /* ... without weekday, hour, or anything else: it may as well be the day of publication */
    bool of_link;   /* in brackets behind a link: the day of what it leads to */
    bool lasting;   /* its end is told as a length: "à 20h, durée 1h40" */
    bool both;      /* the hours are of the first and of the last day: "du 3 juin 18h au 5 juin 17h" */
    bool monthless; /* its month is not written: months.c */
    bool alike;     /* the numbers say what it is, the rules do not: readings_alike.h */
    int ruled;      /* what the rules say it is: verdict.h */
    int likely;     /* how much it stands in its page as such days do: readings_alike.h */
    bool over;      /* of READING_NONE: the sentence tells it as past */
    int why;        /* of READING_NONE: enum verdict_why */
    bool whole_day; /* "le 3 juin, toute la journée" */
    bool labelled;  /* "Date : …" */
    bool alone;     /* the date fills its line, item or cell: "**Jeudi 17 février**" */
    const char *zone; /* of the hours, when the text names one; NULL: here */
    /* Filled in by years.c: days since 1970; `resolved` false: silent. */
    bool resolved;
    int64_t first_day;
    int64_t last_day;
    struct reason reason;
};

/* Hours without a day: a field or line that says only "14h30 à 17h30". What they are of is for events_hours.c. */
struct hours {
    const struct passage *passage;
    int start_minutes;
    int end_minutes;
    int row;      /* line of the file */
    bool labelled;
    bool line;    /* hardly anything else stands in the line */
    bool slot;    /* a line of a programme: "14 h 30 : thé dansant" */
    bool closes;  /* "Fin du tournoi à 20h" of a list or a line: when the event ends */
    bool step;    /* as slot, also an item or a heading that begins with its hour */
    bool opens;   /* the only hour of a passage that names no day opens a line of it ("14 h, pharmacie") or stands behind "à partir de" */
    bool sole;    /* the only stretch of a passage that names no day */
    bool habit;   /* ... as something that comes back: "un jeudi par mois, de 13h à 14h" */
    bool loose;   /* a stretch in a sentence that names no day: of the event of the page, if that has no hours and no other stretch is loose */
    int weekday;  /* of general hours and habits, when they name one: "le vendredi de 17h à 19h"; else -1 */
    bool every;   /* of every day of the page: "de 9h30 à 12h30 à chaque étape" */
    bool daily;   /* ... and of every day of a stretch of some: "chaque soir de 19h à 21h" */
    bool general; /* of every day that stands below: "Les stages se déroulent de 8h30 à 17h30" */
    int length_minutes; /* no hours, but how long each lasts, or the only one; 0: hours */
    bool length_near;   /* ... of the days of its passage, of the list below it or of its section only */
    bool length_own;    /* ... of the days of its passage only, whatever they are called */
    bool length_each;   /* ... "d'une heure chacune": of one of them alone only when it is told as such */
    const char *length_of; /* ... of what is called so: "L'atelier dure deux heures"; NULL: of all */
    int former_minutes; /* what they replace: "à 10h au lieu de 9h30"; -1: nothing */
    bool of_above; /* of all days of the list or paragraph right above, where none has its own: "De 8h30 à 10h, salle Carnot." */
    struct returns returns;
    int of_days;     /* of an event of so many days: "pendant deux jours, de 9h30 à 18h"; 0: of any */
    bool of_weekday; /* of one weekday of an event of a few days: "vendredi : 16h-21h ; samedi : 10h-21h" */
    int part;     /* of the first, second ... day of `parts` days: "9h30-17h le premier jour, 9h-12h le second"; 0: of no such day */
    int parts;    /* 0: the others stand in passages of their own */
    bool will;   /* of those in `told`: a verb says that it will begin then */
    bool public; /* ... and it is an event or an appointment that does */
    bool lone;   /* the only hour of a passage without a day, and nothing of the above */
    bool of_own; /* of those in `told`: days stand before it in its passage */
    const char *told_of; /* of those in `told`: who begins then, folded: "rencontre"; "": anybody */
    bool named;   /* as general, and also of the days of one session: "Horaires : de 9 h 30 à 17 h." */
};

struct readings {
    struct reading *items;
    size_t count;
    size_t capacity;
    struct hours *hours;
    size_t hours_count;
    size_t hours_capacity;
    struct hours *told; /* those that a sentence of its own tells of what the page announces: readings_told.h */
    size_t told_count;
    size_t told_capacity;
    struct hours *lone; /* those that are nothing but the only hour of a passage without a day */
    size_t lone_count;
    size_t lone_capacity;
    struct spoken_hour *spoken; /* the first hours of the page, taken or not: likeness_hours.h */
    size_t spoken_count;
    size_t spoken_capacity;
    const struct passage *title;
    bool called_off; /* by the title: "(annulé)" */
    bool put_off;    /* by the title: "[Reporté]" */
    bool looks_back; /* the title does: "Retour sur" */
};

/* Adds what a passage says. Linear in its length. */
void readings_add(struct arena *arena, struct readings *readings, const struct passage *passage, const struct grammar *grammar);

/* The words of a reading, blanks made single. */
char *readings_text(struct arena *arena, const struct reading *reading);

/* Its sentence names what takes place, and asks for nothing: "jeudi 15 mai à 17h, atelier reliure". */
bool readings_names_event(const struct reading *reading);

/* Appends a reading; the array may move. */
void readings_append(struct arena *arena, struct readings *readings, const struct reading *reading);

/* Appends hours that stand without a day. */
void readings_add_hours(struct arena *arena, struct readings *readings, const struct hours *hours);

#endif

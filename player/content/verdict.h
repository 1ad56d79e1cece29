/* Decides what a date in a sentence is, by the cues around it: a deadline, an event, or nothing. Right or silent: what no rule
 * recognises is nothing. It knows cues and their order; it knows no words. */
#ifndef PARVIS_CONTENT_VERDICT_H
#define PARVIS_CONTENT_VERDICT_H

#include "content/readings.h"

#include <stdbool.h>
#include <stddef.h>

struct grammar;

/* One date in its sentence. Lexemes: the sentence is `begin` to before `stop`, the date `first` to before `end`; no other date lies
 * between `after` and it, nor between it and `before`. `covered` marks the lexemes of hours (1) and dates (2). */
struct question {
    const struct passage *passage;
    const struct grammar *grammar;
    const unsigned char *covered;
    size_t begin;
    size_t stop;
    size_t first;
    size_t end;
    size_t after;
    size_t before;
    bool range;       /* all that is named in one breath are stretches of days; what follows asks for the first */
    bool spell;       /* ... of more than a week or so: on no page about an event more likely works, holidays or a phase */
    bool several;     /* more than one day */
    bool struck;      /* all its days are struck through */
    bool either;      /* "le 12 ou le 13": nobody knows yet which */
    bool enclosed;    /* alone in brackets behind words: "inscrivez-vous (5 novembre), venez …": what follows them is not about it */
    bool weekday;
    bool labelled;    /* "Date : …" */
    bool alone;       /* it fills what stands between two signs */
    bool follows_stop; /* ... and the first of them ends the sentence before it: "Il raconte. Mardi 4 novembre 2025." */
    bool bounds;      /* several days of an article about an event, that begin or end their sentence: "Trois jours de liesse les 13, 14 et 15 août !" */
    bool named;       /* behind a name in bold or a link that begins its block: "**Évaluer un site** 10 janvier" */
    bool whole;       /* ... and they are the ends of a line */
    bool has_hour;    /* an hour belongs to it */
    const struct column *column; /* what the header of its table says; NULL: nothing */
    bool quoted;      /* within quotation marks: somebody else's words */
    bool lone_cell;   /* no other cell of its row holds a date; true outside of tables */
    bool has_stretch; /* ... with a beginning and an end */
    bool both;        /* ... of the first and of the last day: "du jeudi 1er à 8h au jeudi 8 à 17h" */
    bool hour_glued;  /* ... right behind it */
    bool before_hour; /* ... and it is one before which: "le 17 juin avant 16h" */
};

/* Why a date says nothing, for explain. */
enum verdict_why {
    WHY_UNCLEAR,  /* no word tells what it is */
    WHY_RECORD,   /* a beginning, a dateline, what it was before */
    WHY_FOREIGN,  /* a deadline of somebody else, or of what is over */
    WHY_UNASKED,  /* nothing is asked of the reader */
    WHY_WORDS,    /* a word beside it: past, law, step, closing */
    WHY_HABIT,    /* it comes back, or is no day at all */
    WHY_UNLIKE,   /* a rule takes it for a last day, and last days do not stand so: readings_alike.h */
    WHY_UNLIKE_EVENT, /* the same of an event */
    WHY_UNANCHORED /* the page does not announce it enough: anchor.h */
};

enum { RULED_NOTHING = 0, RULED_AS = 16 };

/* `quote` is the lexeme with which the words begin that say so. */
struct verdict {
    enum reading_kind kind;
    bool exclusive;
    bool moved;
    bool off;
    bool strong;
    bool announced; /* a verb of the future, an invitation, an hour: it is still to come */
    bool invited;   /* ... by words, not only by an hour */
    bool listed;    /* a deadline by "date limite": others may follow in its sentence */
    bool formerly;  /* what takes place was put off from this day */
    bool over;      /* of nothing: the sentence tells it as past */
    bool alike;     /* the numbers say so, the rules do not: readings_alike.h */
    int ruled;      /* what the rules said, as a number: RULED_NOTHING and why, or RULED_AS and the kind */
    int likely;     /* how much it stands as such days do, in LIKENESS_ONE: readings_alike.h */
    enum verdict_why why;
    bool silent; /* nothing, and known to be: what follows in the sentence may not lean on it */
    size_t quote;
};

struct verdict verdict_of(const struct question *question);

/* How sure the numbers are. */
enum assurance { ASSURANCE_LIKELY, ASSURANCE_SURE, ASSURANCE_CERTAIN };

/* What the date is when the numbers say that it is `kind`, and the rules do not; nothing where a rule knows that it is no day to come, or the sentence denies it; of
 * a last day, unless the numbers are sure, where it may be somebody else's, a step, or the end of something; and, unless they are certain, on a page or in a
 * passage that looks back, or among works and other nuisances. */
struct verdict verdict_alike(const struct question *question, enum reading_kind kind, enum assurance assurance);

#endif

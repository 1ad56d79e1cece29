/* What words can say of the days near them: the kinds of cues, and a row of the tables that name them. */
#ifndef PARVIS_CONTENT_CUE_KINDS_H
#define PARVIS_CONTENT_CUE_KINDS_H

/* What words say about the dates near them. A cue is *near* when it holds for the nearest date of its sentence, *lead* when only
 * filler words ("le", ":", "the") may stand between it and the date behind it. */
enum cue_kind {
    CUE_NONE,     /* a longer pattern that keeps a shorter one from matching */
    CUE_UNTIL,    /* lead: the day is the last one: "jusqu'au" */
    CUE_BEFORE,   /* lead: the day is already too late: "avant le" */
    CUE_DUE,      /* lead: as UNTIL, and somebody is told so: "vous avez jusqu'au" */
    CUE_MOVED,    /* lead: a deadline that was put off to this day: "prolongé jusqu'au" */
    CUE_LIMIT,    /* near: "date limite", "clôture": the date is a deadline */
    CUE_ENDS,     /* near: the same, but only of what can be handed in: "se termine", "ferme" */
    CUE_CALL,     /* near: "candidatures", "appel à projets": a range is a deadline, a single day says nothing */
    CUE_ADDRESS,  /* near: the reader is told to do it: "envoyez", "vous avez": as CALL, and whoever else is named, it is his date */
    CUE_ASK,      /* near: any other request: "confirmez", "peuvent": the deadline is somebody's to keep */
    CUE_OPEN,     /* near: "ouvert": a range is a deadline, unless it is an event that is open */
    CUE_EVENT,    /* near: a thing that takes place: "atelier" */
    CUE_MEET,     /* near: the reader is asked to come: "rendez-vous", "vous convie" */
    CUE_HELD,     /* near: something takes place, its subject says what: "aura lieu" */
    CUE_STEP,     /* near: a step of those who organise: "résultats", "seront annoncés" */
    CUE_PRIVATE,  /* near: the same, and no event even where one is named: "jury", "entretiens" */
    CUE_TERM,     /* near: how long something runs that is no call: "contrat", "travaux" */
    CUE_LAW,      /* near: "loi", "décret": the date behind it is its name */
    CUE_SINCE,    /* lead: a beginning or a date of record: "depuis le", "à compter du" */
    CUE_FORMERLY, /* lead: what it was before it was moved: "initialement prévu le" */
    CUE_WILL,     /* a verb in the future: what was past before it is past no more */
    CUE_RECAP,    /* before an event: what is left of it: "photos de"; as PAST, to the left only */
    CUE_PAST,     /* near: it is over: "a eu lieu", "était" */
    CUE_LAST,     /* right behind the date: "dernier" */
    CUE_OFF,      /* anywhere in the sentence: "est annulé", "plus de places" */
    CUE_FOR,      /* lead: "pour le": as UNTIL behind what is handed in */
    CUE_INSTEAD,  /* lead: "mais le": as MOVED behind what does not take place */
    CUE_REFERS,   /* before an event: it is only mentioned: "lors de" */
    CUE_CLOSED,   /* the same, but only when it stands alone between signs: "(complet)" */
    CUE_HOURS,    /* near: opening hours, no event: "horaires d'ouverture" */
    CUE_SCHEDULE, /* in a heading: the steps of a procedure stand below it: "calendrier" */
    CUE_PLAN,     /* in a title: the page tells the steps of those who work on something: "feuille de route" */
    CUE_ELSEWHERE, /* before a list: what others do, or an example: "chez nos voisins", "dans notre exemple" */
    CUE_DATELINE, /* the whole sentence says when something was written: "mis à jour" */
    CUE_KINDS
};

/* `pattern`: words separated by spaces; "stem*" any word that begins so; "a|b" one of them; "..." up to four words of any kind;
 * "#" any number. The first part is one plain word or stem. */
struct grammar_cue {
    const char *pattern;
    enum cue_kind kind;
};

#endif

/* What plays: the venue, its defaults and its items, from playlist.yaml, or made up for a folder or a single article.
 * It knows files by name only; it opens no article and decodes no picture, and it reads no clock. */
/* The file, by example (every key but `items` may be left out; French words for values are as good as English ones):
 *
 *   venue: Hall de la mairie
 *   language: fr                     or en
 *   timezone: Europe/Paris           all times below are what the clock on the wall shows there
 *   theme: nuit                      a name, or a path in this folder
 *   site_root: ../site               where "/uploads/x.jpg" is looked up after this folder
 *   site: https://www.exemple.fr     what a link like "/agenda/" begins with
 *   display: {diagonal: 55", distance: 3 m}
 *   defaults: {dwell: 12 s, transition: fondu}
 *   items:
 *     - articles/appel.md            short for article: (or image:, by its ending)
 *     - article: articles/2026-*.md a path, a pattern (* and ?), a folder or a list of these; one item a file
 *       from: 2026-04-14             a day: from its first instant; also 2026-04-14 18:00, 14/04/2026 18h
 *       until: 2026-05-02            a day: through its end, that is midnight after it; with an hour: up to that instant
 *       days: [lun-ven]              days: mar, jeu    days: week-end
 *       hours: 08:00-20:00           end exclusive; 22:00-06:00 runs over midnight and belongs to the day on which it begins
 *       dwell: 20 s                  12, 1 min 30, auto
 *       transition: aucune           fondu (fade), aucune (none)
 *       show: [titre, échéance]      titre, section, événement, échéance, image
 *       priority: 2                  1 to 5 times a round
 *       urgent: false
 *       correct: {deadline: 2026-05-02 12:00, event: {start: , end: , place: }, link: https://…}   or false to drop one; several: [{day: 2023-05-02, deadline: false}, …]
 *     - carousel: photos/fete-*.jpg  alt:, title:, text:, link:, label: as for image:
 *     - event: {title: , start: 2026-05-10 14:30, end: 17:30, place: , text: , link: , label: }
 *     - deadline: {title: , until: 2026-05-02 12:00, link: }     a day: through its end
 *     - message: {title: , text: , link: }                       or a text alone; and - agenda:
 *
 * A bad from, until, days or hours leaves its item out: at a wrong time it would be worse than missing. A bad manner (dwell, transition,
 * show, priority, urgent) falls back to the default. Either is an error with place and remedy. */
#ifndef PARVIS_CONTENT_PLAYLIST_H
#define PARVIS_CONTENT_PLAYLIST_H

#include "base/diag.h"
#include "base/instant.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct zone;

enum { PLAYLIST_MOST_BYTES = 2 * 1024 * 1024, PLAYLIST_MOST_ITEMS = 20000, PLAYLIST_PRIORITY_MOST = 5 };

enum item_kind { ITEM_ARTICLE, ITEM_IMAGE, ITEM_CAROUSEL, ITEM_EVENT, ITEM_DEADLINE, ITEM_MESSAGE, ITEM_AGENDA };

enum transition { TRANSITION_FADE, TRANSITION_NONE };

/* Kinds of slides that `show:` can choose; 0 in item.show means all. */
enum show_kind { SHOW_HEADLINE = 1, SHOW_SECTION = 2, SHOW_EVENT = 4, SHOW_DEADLINE = 8, SHOW_PICTURE = 16 };

/* One file of an item; `path` can be opened as it is, `line` is where the playlist names it. `alt` only for pictures. */
struct item_file {
    const char *path;
    const char *alt;
    int line;
    int column;
};

/* A correction of what an article says (`correct:`); `drop_*` is `false` in the file. */
struct correction {
    bool present, has_day; /* has_day: only what the article says of that day is meant; else all of its kind */
    const char *file;
    int line;
    struct wall day;
    const struct correction *next; /* of a list of corrections */
    bool has_deadline, drop_deadline;
    struct wall deadline;
    bool deadline_has_time;
    bool has_event, drop_event;
    struct wall event_start, event_end;
    bool event_has_end, event_all_day;
    const char *event_place; /* NULL: as the article says */
    bool drop_link;
    const char *link; /* NULL: as the article says */
};

/* An item of the playlist. Times are instants; `days` has bit 0 = Monday ... bit 6 = Sunday, 127 = every day;
 * `hours_*_min` are wall minutes of the day, end exclusive; end <= start runs over midnight; both 0 = all day. */
struct item {
    enum item_kind kind;
    struct place place;
    const struct item_file *files; /* article: 1; image: 1; carousel: all, in order; others: 0 */
    size_t file_count;
    bool has_from, has_until;
    struct wall from, until;
    unsigned days;
    int hours_start_min, hours_end_min;
    int dwell_ms; /* 0: by reading time */
    enum transition transition;
    unsigned show;
    int priority; /* 1-5: how often in a round */
    bool urgent;
    struct correction correct;
    /* event:, deadline:, message:, agenda: — written in the playlist itself. NULL when absent. */
    const char *title;
    const char *text;
    const char *link;
    const char *label;
    const char *where;
    struct wall start, end; /* event; a deadline ends at `end` */
    bool has_start, has_end, has_time;
};

/* A playlist lives in one arena, its own. */
struct playlist {
    struct arena *arena;
    const char *file;   /* the playlist file, or the folder or article it was made up for */
    const char *folder; /* paths are relative to it */
    const char *venue;  /* "" when none is named */
    const char *language; /* "fr" or "en" */
    const char *timezone; /* "Europe/Paris" unless named */
    const char *theme;    /* name or path of a theme; NULL: the built-in one */
    int theme_line;
    const char *site_root; /* NULL: none */
    const char *site;      /* without a slash at its end; NULL: none */
    struct zone *zone;     /* owned by the playlist */
    int dwell_ms;          /* defaults.dwell; 0: by reading time */
    enum transition transition;
    int distance_mm, diagonal_mm; /* display; 0: unknown */
    const struct item *items;
    size_t item_count;
    bool usable; /* false: the source as a whole was not understood (no such file, a syntax error, no `items:`) */
    const char *const *folders; /* folders that were looked into for files, each once: what changes there may change the items */
    size_t folder_count;
    const char *const *missing; /* files that are named and not there, as written but tidied; patterns and folders are none */
    size_t missing_count;
};

/* Opens SOURCE: a playlist file (.yaml, .yml), an article (.md, .markdown, .qmd), a picture, or a folder. A folder with playlist.yaml plays
 * that; any other plays its articles and pictures in name order; `urgence.md` in the folder becomes an urgent item either way.
 * Never NULL: what is wrong is in diags, broken items are left out, an unusable source is a playlist without items. A NULL source is one
 * that is not there yet: such a playlist, and nothing is wrong.
 * The caller owns it. */
struct playlist *playlist_open(const char *source, struct diags *diags);

/* Parses the text of a playlist file; `folder` is where its paths begin. Same promises as playlist_open. */
struct playlist *playlist_parse(const char *file, const char *folder, const char *text, size_t length, struct diags *diags);

/* Gives `playlist` the urgent files (`urgence.md`) that `newer` found, and no others: for a playlist that stays in force because the newer
 * one cannot be understood. What is taken is copied. True when that changed its items (the array is another then). */
bool playlist_take_urgent(struct playlist *playlist, const struct playlist *newer);

/* Frees; NULL is allowed. */
void playlist_destroy(struct playlist *playlist);

#endif

/* What a machine is told about itself: where its content comes from, its display, its clock, from one parvis.yaml or several, of which a
 * later one wins key by key (the card's boot partition over /etc). It knows files; it opens no source and touches no machine. */
/* The file, by example (every key may be left out; French words for values are as good as English ones):
 *
 *   source: https://exemple.fr/ecran/   where the content comes from: an address, or a folder (from this file's own folder)
 *   trusted_keys: [RWQ…, cle.pub]       who may sign it: minisign public keys, or files that hold one
 *   allow_http: false                   an address without encryption is refused unless this is true
 *   poll: 30 s                          how often it is asked whether anything is new, 5 s to 1 day
 *   language: fr                        of messages, and of the screen before it has content
 *   display:
 *     rotate: 90                        0, 90, 180, 270, clockwise
 *     on: "07:30"                       the screen is on between these hours of the venue's clock;
 *     off: "20:00"                      off before on runs over midnight
 *     days: [lun-ven]                   on other days it stays off
 *     cec: true                         switch the television too (HDMI-CEC); left out: where it can be
 *     scale_1080: auto                  draw at 1080 lines and let the screen enlarge: yes, no, auto (on a Raspberry Pi 3 or older)
 *   clock: network                      network: trusted once it was set over the network; battery: the machine has a clock of its own
 *
 * What is wrong is an error with its place, and that key keeps the value it had. */
#ifndef PARVIS_CONTENT_SETTINGS_H
#define PARVIS_CONTENT_SETTINGS_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct item;

enum { SETTINGS_MOST_BYTES = 64 * 1024, SETTINGS_MOST_KEYS = 16, SETTINGS_POLL_S = 30, SETTINGS_POLL_LEAST_S = 5, SETTINGS_POLL_MOST_S = 86400 };

/* `clock:`. Unsaid, the command decides: a service trusts the network's only, a program started by hand the machine's. */
enum settings_clock { SETTINGS_CLOCK_UNSAID, SETTINGS_CLOCK_NETWORK, SETTINGS_CLOCK_BATTERY };

enum settings_choice { SETTINGS_AUTO, SETTINGS_YES, SETTINGS_NO };

/* Hours in wall minutes of the venue's day; they are a window only when `has_hours` or `has_days`. */
struct settings_display {
    bool has_rotate;
    int rotate_degrees;
    bool has_on, has_off, has_days;
    int on_min, off_min;
    unsigned days; /* bit 0 = Monday, as in struct item */
    enum settings_choice cec, scale_1080;
};

/* All texts live in `arena`, which is the settings' own. */
struct settings {
    struct arena *arena;
    const char *source; /* an address as written, or a folder's path from where the program stands; NULL: none */
    struct place source_place;
    const char *keys[SETTINGS_MOST_KEYS]; /* a public key as written, or a path; also one that is neither (and was reported): see below */
    size_t key_count;
    bool allow_http;
    int poll_s;
    const char *language; /* "fr", "en", or NULL */
    struct settings_display display;
    enum settings_clock clock;
    size_t files; /* how many were read */
    bool damaged; /* one is there and could not be read, or something in it that speaks of keys could not: it may have named some */
};

/* What is wrong keeps the rest from nothing, but for trust: whoever would accept content that nobody signed, because there are no keys, asks
 * first whether a file is damaged, and takes a key that cannot be used for a reason to accept nothing. */

/* Defaults: no source, 30 s, everything else unsaid. settings_finish frees the arena. */
void settings_init(struct settings *settings);
void settings_finish(struct settings *settings);

/* Reads one file over what is there. A file that is missing says nothing when `optional`. False: the file as a whole could not be read
 * or understood, and nothing was taken from it (see diags). */
bool settings_read(struct settings *settings, const char *file, bool optional, struct diags *diags);

/* The same from a text; `folder` is where its paths begin. */
bool settings_parse(struct settings *settings, const char *file, const char *folder, const char *text, size_t length, struct diags *diags);

/* The display's hours as an item of a schedule (content/schedule.h), of which only days and hours mean something. False: always on. */
bool settings_display_hours(const struct settings *settings, struct item *item);

/* True when the source is an address and not a folder. */
bool settings_is_address(const char *source);

#endif

/* What all subcommands share: their options, the language of their messages, and where the program's own files lie. It knows the
 * command line; each command knows what to do with it. */
#ifndef PARVIS_COMMANDS_COMMAND_H
#define PARVIS_COMMANDS_COMMAND_H

#include "base/instant.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct zone;

/* Exit codes of the whole program. */
enum command_exit { EXIT_FINE = 0, EXIT_WARNINGS = 1, EXIT_FAILED = 1, EXIT_ERRORS = 2, EXIT_USAGE = 64 };

/* Which options a command takes (a set of bits). --lang and --help are for all. */
enum command_option {
    OPTION_AT = 1,
    OPTION_SPEED = 2,
    OPTION_ROTATE = 4,
    OPTION_WINDOW = 8,
    OPTION_OUT = 16,
    OPTION_SIZE = 32,
    OPTION_JSON = 64,
    OPTION_STRICT = 128,
    OPTION_FROM = 256,
    OPTION_DAYS = 512,
    OPTION_SHEET = 1024,
    /* of those that run on a screen's machine */
    OPTION_SETTINGS = 2048,
    OPTION_SERVICE = 4096,
    /* of sync, status and play: where content comes from and where it is kept */
    OPTION_ONCE = 1 << 16,
    OPTION_STATE = 1 << 17,
    OPTION_TRUSTED_KEY = 1 << 18,
    OPTION_ALLOW_HTTP = 1 << 19,
    OPTION_CA = 1 << 20,
    OPTION_POLL = 1 << 21,
    OPTION_PATIENCE = 1 << 22,
    /* of publish and keygen */
    OPTION_KEY = 1 << 23,
    OPTION_EXPIRES = 1 << 24,
    OPTION_NO_PASSWORD = 1 << 25
};

/* --trusted-key and --settings may stand so often. */
enum { COMMAND_KEYS_MOST = 8, COMMAND_SETTINGS_MOST = 8 };

/* The command line, read. Texts are borrowed from argv. */
struct command {
    const char *name;
    const char *source; /* NULL: none given */
    bool english, language_said; /* said: by --lang; else the settings may choose */
    const char *at;   /* --at TIME, --from TIME: see command_time */
    const char *from;
    long speed_permille;
    int rotate_degrees;
    bool rotate_said;
    bool window;
    int window_width_px, window_height_px; /* 0: not given */
    const char *out;
    int width_px, height_px;
    bool json, strict, sheet;
    int days;
    const char *settings[COMMAND_SETTINGS_MOST]; /* --settings FILE, in order */
    size_t settings_count;
    bool service; /* --service: started by systemd, on a machine that is a screen and nothing else */
    bool once;
    const char *state; /* --state DIR; NULL: see places.h */
    const char *trusted_keys[COMMAND_KEYS_MOST]; /* --trusted-key FILE, each time */
    size_t trusted_key_count;
    bool allow_http;
    const char *ca;   /* --ca FILE */
    int poll_s;       /* --poll N; 0: not given */
    int patience_s;   /* --patience N, how long a transfer may stand still; 0: not given */
    const char *key;     /* --key FILE, the secret key to sign with */
    const char *expires; /* --expires TIME: see command_time */
    bool no_password;
    const char *root; /* folder that holds assets/ and fonts/; in the arena of command_parse */
};

/* A subcommand: its name, the options it takes, one line of help in both languages, and the function that is it. */
struct subcommand {
    const char *name;
    unsigned options;
    bool needs_source;
    const char *usage;
    const char *french;
    const char *english;
    int (*run)(const struct command *command);
};

/* Runs the program: finds the subcommand and its options, or says how it is used. Returns the exit code. */
int command_run(int argc, char **argv);

/* The instant that an option names ("2023-04-20T10:24", with or without offset), in `zone` when it has none. False: a message was
 * printed. NULL text leaves *wall alone and is true. */
bool command_time(const struct command *command, const char *text, const struct zone *zone, struct wall *wall);

/* Prints one line to standard error in the chosen language. */
void command_say(const struct command *command, const char *french, const char *english, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

/* The subcommands (commands/NAME.c). */
int play_command(const struct command *command);
int render_command(const struct command *command);
int explain_command(const struct command *command);
int check_command(const struct command *command);
int programme_command(const struct command *command);
int publish_command(const struct command *command);
int keygen_command(const struct command *command);
int sync_command(const struct command *command);
int status_command(const struct command *command);

/* "parvis/1.2": how it calls itself to servers. */
extern const char command_agent[];

#endif

#include "commands/password.h"

#include "commands/command.h"
#include "store/crypto.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static void say(int terminal, const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        ssize_t put = write(terminal, text, left);
        if (put <= 0)
            return;
        text += put;
        left -= (size_t)put;
    }
}

/* One line, without its end. False: the terminal has gone, or the line is too long. */
static bool read_line(int terminal, char line[PASSWORD_MOST_BYTES])
{
    size_t length = 0;
    for (;;) {
        char sign = 0;
        ssize_t got = read(terminal, &sign, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || length + 1 == PASSWORD_MOST_BYTES)
            return false;
        line[length] = '\0';
        if (sign == '\n')
            return true;
        line[length++] = sign;
    }
}

static bool ask_hidden(int terminal, const char *question, char line[PASSWORD_MOST_BYTES])
{
    struct termios shown;
    if (tcgetattr(terminal, &shown) != 0)
        return false;
    struct termios hidden = shown;
    hidden.c_lflag &= ~(tcflag_t)ECHO;
    /* Hidden first: what is typed at once is neither shown nor thrown away. */
    if (tcsetattr(terminal, TCSAFLUSH, &hidden) != 0)
        return false;
    say(terminal, question);
    bool read = read_line(terminal, line);
    tcsetattr(terminal, TCSADRAIN, &shown);
    say(terminal, "\n");
    return read;
}

static bool ask_twice(const struct command *command, int terminal, char password[PASSWORD_MOST_BYTES])
{
    char again[PASSWORD_MOST_BYTES];
    bool asked = ask_hidden(terminal, command->english ? "The same once more: " : "Encore une fois : ", again);
    bool same = asked && strcmp(password, again) == 0;
    crypto_wipe(again, sizeof again);
    if (!same)
        command_say(command, "les deux mots de passe diffèrent ; recommencez", "the two passwords differ; try again");
    return same;
}

static bool from_environment(const struct command *command, const char *given, char password[PASSWORD_MOST_BYTES])
{
    if (!*given || strlen(given) >= PASSWORD_MOST_BYTES) {
        command_say(command, "PARVIS_PASSWORD est vide ou trop long ; donnez un mot de passe, ou --no-password",
                    "PARVIS_PASSWORD is empty or too long; give a password, or --no-password");
        return false;
    }
    memcpy(password, given, strlen(given) + 1);
    return true;
}

bool password_ask(const struct command *command, bool is_new, char password[PASSWORD_MOST_BYTES])
{
    const char *given = getenv("PARVIS_PASSWORD");
    if (given)
        return from_environment(command, given, password);
    int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (terminal < 0) {
        command_say(command, "aucun terminal pour demander le mot de passe ; mettez-le dans la variable PARVIS_PASSWORD",
                    "no terminal to ask for the password; put it into the variable PARVIS_PASSWORD");
        return false;
    }
    bool asked = ask_hidden(terminal, command->english ? "Password of the key: " : "Mot de passe de la clé : ", password);
    if (!asked || !*password) {
        command_say(command, "aucun mot de passe n’a été donné ; recommencez", "no password was given; try again");
        asked = false;
    }
    asked = asked && (!is_new || ask_twice(command, terminal, password));
    close(terminal);
    return asked;
}

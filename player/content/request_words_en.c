#include "content/request_words.h"

#include <stddef.h>

/* "Each team submits its file by 3 May": English has no infinitive behind "à" and no ending of its own for several. */
static const char *const stems[] = {"submit", "send", "return", "hand", "register", "order", "book", "upload", "confirm", "apply", NULL};
static const char *const enrolling[] = {"register", "apply", NULL};
static const char *const readers[] = {"each", "every", "everyone", "team", "teams", "students", "parents", NULL};
static const char *const none[] = {NULL};
static const char *const of_one[] = {"s", NULL};
static const char *const possessives[] = {"his", "her", "its", "their", NULL};

const struct request_words request_words_en = {
    .stems = stems, .enrolling = enrolling, .readers = readers, .idioms = none, .infinitives = none, .firm = none, .modals = none, .obliging = none, .of_many = none, .of_one = of_one, .possessives = possessives, .nouns = none};

/* English: the words of denials and provisos. */
#include "content/denial_words.h"

#include <stddef.h>

static const char *const denials[] = {"not", "nothing", NULL};
static const char *const needless[] = {"impossible", "unnecessary", NULL};
static const char *const needed[] = {"need", "possible", "necessary", NULL};
static const char *const nobody[] = {"nobody", "no", NULL};
static const char *const early[] = {"early", "soon", NULL};
static const char *const serves[] = {NULL};
static const char *const which[] = {"who", NULL};
static const char *const urging[] = {"forget", "miss", "hesitat", "delay", "wait", NULL};
static const char *const urged[] = {"too", "only", "yet", NULL};
static const char *const idle[] = {"unavailab", "offline", NULL};
static const char *const turning[] = {"but", NULL};
static const char *const having[] = {NULL};
static const char *const audience[] = {NULL};
static const char *const wishing[] = {NULL};
static const char *const conditions[] = {"if", "case", NULL};
static const char *const provisos[] = {"rain", "rains", "raining", "weather", "quorum", NULL};
static const char *const allowing[] = {"allows", "permits", "permitting", NULL};
static const char *const sparing[] = {"except", "unless", NULL};

const struct denial_words denial_words_en = {
    .denials = denials,
    .needless = needless,
    .needed = needed,
    .nobody = nobody,
    .early = early,
    .serves = serves,
    .which = which,
    .urging = urging,
    .urged = urged,
    .idle = idle,
    .turning = turning,
    .having = having,
    .audience = audience,
    .wishing = wishing,
    .conditions = conditions,
    .provisos = provisos,
    .allowing = allowing,
    .sparing = sparing,
};

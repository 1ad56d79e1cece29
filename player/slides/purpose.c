#include "slides/purpose.h"

#include "slides/cut.h"
#include "slides/words.h"

#include <stddef.h>
#include <string.h>

enum { PATTERNS_MOST = 7 };

/* Patterns are folded (see cut_fold) and stand at the start of a word. */
struct entry {
    const char *patterns[PATTERNS_MOST];
    struct purpose french, english;
};

/* The first entry of which a pattern is found wins: the narrower ones come first. */
static const struct entry entries[] = {
    {{"preinscri", "pre-inscri", "pre-regist", "preregist"},
     {"Préinscriptions", "pour vous préinscrire", "Préinscriptions closes"},
     {"Pre-registration", "to pre-register", "Pre-registration closed"}},
    {{"inscri", "s'inscri", "m'inscri", "regist", "sign up"},
     {"Inscriptions", "pour vous inscrire", "Inscriptions closes"},
     {"Registration", "to register", "Registration closed"}},
    {{"candidat", "postul", "recrut", "apply", "applica"},
     {"Appel à candidatures", "pour candidater", "Candidatures closes"},
     {"Call for applications", "to apply", "Applications closed"}},
    {{"intervention", "conference propos", "orateur", "call for papers", "talk"},
     {"Appel à interventions", "pour proposer une intervention", "Appel clos"},
     {"Call for talks", "to submit a talk", "Call closed"}},
    {{"defi"},
     {"Appel à défis", "pour proposer votre défi", "Appel clos"},
     {"Call for challenges", "to submit your challenge", "Call closed"}},
    {{"manifestation d'interet", "manifestations d'interet"},
     {"Appel à manifestation d’intérêt", "pour répondre à l’appel", "Appel clos"},
     {"Call for interest", "to answer the call", "Call closed"}},
    {{"projet", "project"},
     {"Appel à projets", "pour déposer votre projet", "Candidatures closes"},
     {"Call for projects", "to submit your project", "Call closed"}},
    {{"consultation", "repond", "reponse", "questionnaire", "enquete", "sondage", "survey"},
     {"Consultation", "pour répondre", "Consultation close"},
     {"Consultation", "to answer", "Consultation closed"}},
    {{"commentaire", "contribu", "avis", "comment"},
     {"Appel à contributions", "pour contribuer", "Contributions closes"},
     {"Call for contributions", "to contribute", "Contributions closed"}},
    {{"proposition", "propos", "proposal"},
     {"Appel à propositions", "pour envoyer vos propositions", "Appel clos"},
     {"Call for proposals", "to send your proposals", "Call closed"}},
    {{"vote", "voter", "votez"}, {"Vote", "pour voter", "Vote clos"}, {"Vote", "to vote", "Vote closed"}},
    {{"dossier"},
     {"Appel à candidatures", "pour déposer votre dossier", "Dépôt des dossiers clos"},
     {"Call for applications", "to send your file", "Applications closed"}},
};

static const struct purpose french_default = {"Date limite", "pour participer", "Participations closes"};
static const struct purpose english_default = {"Deadline", "to take part", "Closed"};

static int is_word_start(const char *text, const char *at)
{
    return at == text || !((at[-1] >= 'a' && at[-1] <= 'z') || (at[-1] & 0x80));
}

static int names(const char *text, const struct entry *entry)
{
    for (int i = 0; i < PATTERNS_MOST && entry->patterns[i]; i++)
        for (const char *at = text; (at = strstr(at, entry->patterns[i])) != NULL; at++)
            if (is_word_start(text, at))
                return 1;
    return 0;
}

const struct purpose *purpose_of(const struct words *words, struct arena *arena, const char *const *texts, int count)
{
    int english = words_are_english(words);
    for (int i = 0; i < count; i++) {
        if (!texts[i] || !texts[i][0])
            continue;
        const char *folded = cut_fold(arena, texts[i]);
        for (size_t e = 0; e < sizeof entries / sizeof *entries; e++)
            if (names(folded, &entries[e]))
                return english ? &entries[e].english : &entries[e].french;
    }
    return english ? &english_default : &french_default;
}

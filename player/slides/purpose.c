#include "slides/purpose.h"

#include "base/arena.h"
#include "slides/cut.h"
#include "slides/words.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { TEXT_MOST = 2000 }; /* bytes */

enum { PATTERNS_MOST = 7 };

/* Patterns are folded (see cut_fold) and stand at the start of a word. */
struct entry {
    bool weak; /* words that stand in many other calls too: looked for when nothing else is found */
    const char *patterns[PATTERNS_MOST];
    struct purpose french, english;
};

/* The first entry of which a pattern is found wins: the narrower ones come first. */
static const struct entry entries[] = {
    {false,
     {"preinscri", "pre-inscri", "pre-regist", "preregist"},
     {"Préinscriptions", "pour vous préinscrire", "Préinscriptions closes"},
     {"Pre-registration", "to pre-register", "Pre-registration closed"}},
    {false,
     {"inscri", "s'inscri", "m'inscri", "regist", "sign up"},
     {"Inscriptions", "pour vous inscrire", "Inscriptions closes"},
     {"Registration", "to register", "Registration closed"}},
    {false,
     {"candidat", "postul", "recrut", "apply", "applica"},
     {"Appel à candidatures", "pour candidater", "Candidatures closes"},
     {"Call for applications", "to apply", "Applications closed"}},
    {false,
     {"intervention", "conference propos", "orateur", "call for papers", "talk"},
     {"Appel à interventions", "pour proposer une intervention", "Appel clos"},
     {"Call for talks", "to submit a talk", "Call closed"}},
    {false,
     {"defi"},
     {"Appel à défis", "pour proposer votre défi", "Appel clos"},
     {"Call for challenges", "to submit your challenge", "Call closed"}},
    {false,
     {"manifestation d'interet", "manifestations d'interet"},
     {"Appel à manifestation d’intérêt", "pour répondre à l’appel", "Appel clos"},
     {"Call for interest", "to answer the call", "Call closed"}},
    {false,
     {"projet", "project"},
     {"Appel à projets", "pour déposer votre projet", "Candidatures closes"},
     {"Call for projects", "to submit your project", "Call closed"}},
    {false,
     {"consultation", "questionnaire", "enquete", "sondage", "survey"},
     {"Consultation", "pour répondre", "Consultation close"},
     {"Consultation", "to answer", "Consultation closed"}},
    {false,
     {"commentaire", "contribu"},
     {"Appel à contributions", "pour contribuer", "Contributions closes"},
     {"Call for contributions", "to contribute", "Contributions closed"}},
    {true,
     {"proposition", "propos", "proposal"},
     {"Appel à propositions", "pour envoyer vos propositions", "Appel clos"},
     {"Call for proposals", "to send your proposals", "Call closed"}},
    {false,
     {"vote", "voter", "votez"}, {"Vote", "pour voter", "Vote clos"}, {"Vote", "to vote", "Vote closed"}},
    {true,
     {"repond", "reponse", "avis", "answer"},
     {"Consultation", "pour répondre", "Consultation close"},
     {"Consultation", "to answer", "Consultation closed"}},
    {true,
     {"dossier"},
     {"Appel à candidatures", "pour déposer votre dossier", "Dépôt des dossiers clos"},
     {"Call for applications", "to send your file", "Applications closed"}},
};

static const struct purpose french_default = {"Date limite", "pour participer", "Participations closes"};
static const struct purpose english_default = {"Deadline", "to take part", "Closed"};

static bool is_word_start(const char *text, const char *at)
{
    return at == text || !((at[-1] >= 'a' && at[-1] <= 'z') || (at[-1] & 0x80));
}

static bool names(const char *text, const struct entry *entry)
{
    for (int i = 0; i < PATTERNS_MOST && entry->patterns[i]; i++)
        for (const char *at = text; (at = strstr(at, entry->patterns[i])) != NULL; at++)
            if (is_word_start(text, at))
                return true;
    return false;
}

/* The words of a text that can say what is asked for: its beginning, whole letters only. */
static const char *opening_of(struct arena *arena, const char *text)
{
    size_t bytes = strnlen(text, TEXT_MOST + 1);
    if (bytes <= TEXT_MOST)
        return text;
    for (bytes = TEXT_MOST; bytes > 0 && ((unsigned char)text[bytes] & 0xC0) == 0x80;)
        bytes--;
    return arena_copy_bytes(arena, text, bytes);
}

const struct purpose *purpose_of(const struct words *words, struct arena *arena, const char *const *texts, int count)
{
    bool english = words_are_english(words);
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < count; i++) {
            const char *folded = texts[i] ? cut_fold(arena, opening_of(arena, texts[i])) : "";
            for (size_t e = 0; e < sizeof entries / sizeof *entries; e++)
                if (entries[e].weak == (pass == 1) && names(folded, &entries[e]))
                    return english ? &entries[e].english : &entries[e].french;
        }
    return english ? &english_default : &french_default;
}

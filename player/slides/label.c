#include "slides/label.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "slides/cut.h"
#include "slides/words.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { LABEL_MOST = 60, PATTERNS_MOST = 5, SHOUT_LEAST = 4 };

/* What a link is about, by folded patterns in its wording; the first that is found wins. */
struct entry {
    const char *patterns[PATTERNS_MOST];
    const char *french, *english;
};

static const struct entry entries[] = {
    {{"preinscri", "pre-regist"}, "Se préinscrire", "Pre-register"},
    {{"inscri", "inscription", "regist", "billet"}, "S’inscrire", "Register"},
    {{"postul", "candidat", "apply"}, "Candidater", "Apply"},
    {{"depos", "soumet", "proposez", "submit"}, "Déposer un dossier", "Submit"},
    {{"reserv"}, "Réserver", "Book"},
    {{"particip"}, "Participer", "Take part"},
    {{"votez", "voter", "vote"}, "Voter", "Vote"},
    {{"repond", "questionnaire", "enquete", "survey"}, "Répondre", "Answer"},
    {{"formulaire", "demarches simplifiees", "form"}, "Remplir le formulaire", "Fill in the form"},
    {{"visio", "youtube", "en direct", "webinaire", "live"}, "Suivre en ligne", "Follow online"},
    {{"programme", "program"}, "Voir le programme", "See the programme"},
    {{"plan", "acces", "map"}, "Voir le plan", "See the map"},
};

/* Folded beginnings that tell what to do with a mouse, or that only make sense in their sentence. */
static const char *const page_words[] = {"ce ", "cette ", "ici", "notre ", "nos ", "this ", "our ", "here", "cliquez ici pour ", "cliquer ici pour ", "cliquez pour ", "cliquer pour ", "click here to ", "click to ", NULL};

static const char *own_words(const struct words *words, const char *folded)
{
    for (size_t e = 0; e < sizeof entries / sizeof *entries; e++)
        for (size_t i = 0; i < PATTERNS_MOST && entries[e].patterns[i]; i++)
            if (strstr(folded, entries[e].patterns[i]))
                return words_are_english(words) ? entries[e].english : entries[e].french;
    return words_get(words, WORD_LEARN_MORE);
}

/* True when the wording begins as a label does: with a capital, a figure or a sign, in any script. */
static bool begins_as_label(const char *wording)
{
    const char *at = wording;
    uint32_t point = utf8_next(&at, wording + strlen(wording));
    return !((point >= 'a' && point <= 'z') || (point >= 0xDF && point <= 0xFF) || point == 0x153);
}

/* No small letter: a button of the page that shouts. */
static bool is_shouted(const char *wording)
{
    size_t letters = 0;
    for (; *wording; wording++) {
        if (*wording >= 'a' && *wording <= 'z')
            return false;
        letters += *wording >= 'A' && *wording <= 'Z';
    }
    return letters > SHOUT_LEAST;
}

const char *label_for(const struct words *words, struct arena *arena, const char *wording, const char *url)
{
    if (strncmp(url, "mailto:", 7) == 0 && (!wording || strchr(wording, '@') || !wording[0]))
        return words_get(words, WORD_WRITE_TO_US);
    const char *clean = wording ? cut_trailing(arena, cut_clean(arena, wording), ".:,;…") : "";
    const char *folded = cut_fold(arena, clean);
    for (size_t i = 0; page_words[i]; i++)
        if (strncmp(folded, page_words[i], strlen(page_words[i])) == 0)
            return own_words(words, folded);
    bool usable = clean[0] && begins_as_label(clean) && !is_shouted(clean) && utf8_count(clean) <= LABEL_MOST && !strchr(clean, '@') && !cut_has_address(clean);
    return usable ? clean : own_words(words, folded);
}

#include "content/links.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "content/article.h"
#include "content/passages.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { SENTENCE_REACH = 30 };

enum word_use { USE_APPLY = 1, USE_ENROL = 2, USE_WATCH = 4, USE_WEAK = 8, USE_NEWSLETTER = 16, USE_POINT = 32, USE_LABEL = 64 };

/* Beginnings of folded words ("form$": the whole word), in French and in English: a page may speak either. USE_LABEL: only where the
 * link itself says so. */
static const struct {
    const char *stem;
    int use;
} stems[] = {{"postul", USE_APPLY},      {"candidat", USE_APPLY},     {"depos", USE_APPLY},        {"depot", USE_APPLY},
             {"repondre", USE_APPLY},    {"repondez", USE_APPLY},     {"proposez", USE_APPLY},     {"proposer", USE_APPLY},
             {"propos", USE_APPLY | USE_LABEL}, {"envoyez", USE_APPLY}, {"envoyer", USE_APPLY},    {"envoi$", USE_APPLY},
             {"contribuez", USE_APPLY},  {"contribuer", USE_APPLY},   {"contribution", USE_APPLY | USE_LABEL}, {"soumett", USE_APPLY},
             {"soumission", USE_APPLY},  {"formulaire", USE_APPLY | USE_ENROL}, {"voter", USE_APPLY}, {"votez", USE_APPLY},
             {"questionnaire", USE_APPLY}, {"consultation", USE_APPLY | USE_LABEL}, {"demarches$", USE_APPLY | USE_LABEL},
             {"apply", USE_APPLY},       {"submit", USE_APPLY},       {"answer$", USE_APPLY},      {"form$", USE_APPLY},
             {"dossier", USE_APPLY | USE_LABEL}, {"inscri", USE_ENROL}, {"preinscri", USE_ENROL},  {"participer", USE_ENROL},
             {"participez", USE_ENROL},  {"participation", USE_ENROL}, {"reserv", USE_ENROL},      {"billet", USE_ENROL},
             {"rejoignez", USE_ENROL},   {"rejoindre", USE_ENROL},    {"register", USE_ENROL},     {"registration", USE_ENROL},
             {"enrol", USE_ENROL},       {"book$", USE_ENROL},        {"ticket", USE_ENROL},       {"join$", USE_ENROL},
             {"rsvp", USE_ENROL},        {"visio$", USE_WATCH},       {"visioconf", USE_WATCH},    {"direct$", USE_WATCH},
             {"youtube", USE_WATCH},     {"webinaire", USE_WATCH | USE_LABEL}, {"live$", USE_WATCH}, {"chaine", USE_WATCH},
             {"retransmi", USE_WATCH},   {"connexion", USE_WATCH},    {"savoir", USE_POINT},       {"suite", USE_POINT},
             {"cliqu", USE_POINT},       {"more$", USE_POINT},        {"read$", USE_POINT},        {"acced", USE_WEAK},
             {"consult", USE_WEAK},      {"decouvr", USE_WEAK},       {"programme", USE_WEAK},     {"infos", USE_WEAK},
             {"information", USE_WEAK},  {"telecharg", USE_WEAK},     {"detail", USE_WEAK},        {"access$", USE_WEAK},
             {"appel$", USE_WEAK},       {"newsletter", USE_NEWSLETTER}, {"infolettre", USE_NEWSLETTER}, {"gazette", USE_NEWSLETTER},
             {"participat", USE_APPLY | USE_LABEL}, {"registre", USE_APPLY | USE_LABEL}, {"quiz", USE_APPLY | USE_LABEL}, {"avis$", USE_APPLY | USE_LABEL}, {"retourner$", USE_APPLY}, {"retournez", USE_APPLY}, {"renvoyer", USE_APPLY}, {"renvoyez", USE_APPLY}, {"transmettre", USE_APPLY}, {"transmettez", USE_APPLY}, {"adresser$", USE_APPLY},
             {"adressez", USE_APPLY}, {"confirmer$", USE_ENROL}, {"confirmez", USE_ENROL}, {"prenez", USE_ENROL}, {"rendez$", USE_WEAK},
             {"diffusion$", USE_NEWSLETTER}, {"abonn", USE_NEWSLETTER}};

/* Hosts where one hands in or enrols. */
static const struct {
    const char *part;
    int use;
} hosts[] = {{"demarches-simplifiees.fr", USE_APPLY | USE_ENROL}, {"demarche.numerique.gouv.fr", USE_APPLY | USE_ENROL}, {"framaforms.org", USE_APPLY | USE_ENROL},
             {"eventbrite.", USE_ENROL}, {"billetweb.fr", USE_ENROL}, {"weezevent.com", USE_ENROL}, {"helloasso.com", USE_ENROL},
             {"meetup.com", USE_ENROL},  {"sondages.", USE_APPLY},    {"livestorm.co", USE_ENROL},  {"webinaire.numerique.gouv.fr", USE_WATCH | USE_ENROL}};

/* Hosts (and all below them) that are not the page's own place to act: networks, shorteners, players. */
static const char *const elsewhere_hosts[] = {"lnkd.in", "bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "twitter.com", "x.com", "linkedin.com",
                                              "facebook.com", "instagram.com", "mastodon.social", "threads.net", "tiktok.com", "fr.wikipedia.org",
                                              "en.wikipedia.org", "is.gd", "shorturl.at", "urlr.me", "swll.to", "openstreetmap.org", "osm.org", "goo.gl", "maps.app.goo.gl", NULL};

static const char *const document_suffixes[] = {".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".zip", ".ppt", ".pptx", ".odp", ".ics", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", NULL};

static bool is_stem(const char *stem, const char *word)
{
    size_t length = strlen(stem);
    return stem[length - 1] == '$' ? strlen(word) == length - 1 && strncmp(stem, word, length - 1) == 0 : strncmp(stem, word, length) == 0;
}

static int uses_between(const struct lexis *lexis, size_t first, size_t end, bool label)
{
    int uses = 0;
    for (size_t i = first; i < end; i++)
        for (size_t k = 0; lexis->items[i].kind == LEXEME_WORD && k < sizeof stems / sizeof *stems; k++)
            if ((label || !(stems[k].use & USE_LABEL)) && is_stem(stems[k].stem, lexis->items[i].word))
                uses |= stems[k].use;
    return uses;
}

static int uses_of(struct arena *arena, const char *text, bool label)
{
    struct lexis lexis = lexis_read(arena, text);
    return uses_between(&lexis, 0, lexis.count, label);
}

static int uses_of_host(const char *url)
{
    size_t length = strcspn(url, "?#");
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        const char *found = strstr(url, hosts[i].part);
        if (found && found < url + length)
            return hosts[i].use;
    }
    return 0;
}

static void note_offsets(const struct block *blocks, size_t count, size_t *offsets, size_t link_count)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        for (size_t k = 0; k < blocks[i].span_count; k++) {
            const struct span *span = &blocks[i].spans[k];
            if (span->link >= 0 && (size_t)span->link < link_count && offsets[span->link] == 0)
                offsets[span->link] = at;
            at += strlen(span->text);
        }
    }
}

size_t *links_offsets(struct arena *arena, const struct article *article)
{
    size_t *offsets = arena_alloc(arena, (article->link_count + 1) * sizeof *offsets);
    note_offsets(article->front_blocks, article->front_block_count, offsets, article->link_count);
    note_offsets(article->blocks, article->block_count, offsets, article->link_count);
    return offsets;
}

static int uses_of_sentence(const struct passage *passage, size_t offset)
{
    const struct lexis *lexis = &passage->lexis;
    size_t at = lexis_at(lexis, offset), first = at, end = at;
    int sentence = lexis->items[at].sentence;
    while (first > 0 && at - first < SENTENCE_REACH && lexis->items[first - 1].sentence == sentence)
        first--;
    while (end < lexis->count && end - at < SENTENCE_REACH && lexis->items[end].sentence == sentence)
        end++;
    return uses_between(lexis, first, end, false);
}

static bool is_elsewhere(const char *url)
{
    const char *host = strstr(url, "://");
    if (!host)
        return false;
    host += 3;
    size_t length = strcspn(host, "/?#:");
    for (size_t i = 0; elsewhere_hosts[i]; i++) {
        size_t known = strlen(elsewhere_hosts[i]);
        if (length >= known && strncasecmp(host + length - known, elsewhere_hosts[i], known) == 0 && (length == known || host[length - known - 1] == '.'))
            return true;
    }
    return false;
}

struct link_words links_words(struct arena *arena, const struct link *link, const struct passage *passage, size_t offset)
{
    struct link_words words = {0};
    int label = uses_of(arena, link->label ? link->label : "", true);
    int sentence = passage ? uses_of_sentence(passage, offset) : 0;
    int heading = passage && passage->above ? uses_of(arena, passage->above->text, false) : 0;
    int strong = USE_APPLY | USE_ENROL, host = uses_of_host(link->url);
    words.label_strong = (label & strong) != 0;
    words.label_weak = (label & (USE_WEAK | USE_POINT | USE_WATCH)) != 0;
    words.sentence_strong = (sentence & strong) != 0;
    words.sentence_weak = (sentence & (USE_POINT | USE_WATCH)) != 0;
    words.heading_strong = (heading & strong) != 0;
    words.host_strong = (host & strong) != 0;
    int first = (label & strong) ? label : (sentence & strong) ? sentence : host ? host : heading;
    words.apply = (first & USE_APPLY) != 0;
    words.enrol = (first & USE_ENROL) != 0;
    words.watch = ((label | sentence) & USE_WATCH) != 0;
    words.newsletter = ((label | sentence) & USE_NEWSLETTER) != 0;
    char *path = arena_copy_bytes(arena, link->url, strcspn(link->url, "?#"));
    words.document = file_has_suffix(path, document_suffixes);
    words.elsewhere = is_elsewhere(link->url);
    return words;
}

static bool is_web(const char *url)
{
    size_t scheme = strncasecmp(url, "https://", 8) == 0 ? 8 : strncasecmp(url, "http://", 7) == 0 ? 7 : 0;
    if (scheme == 0)
        return false;
    size_t host = strcspn(url + scheme, "/?#");
    const char *dot = memchr(url + scheme, '.', host);
    return dot && dot > url + scheme && dot[1] != '\0' && !strpbrk(url, " <>\"\n\t");
}

/* "nom@site.fr", also where the editor forgot "mailto:". */
static bool is_mail(const char *address)
{
    const char *at = strchr(address, '@');
    return at && at > address && strchr(at, '.') && !strpbrk(address, " /<>\"\n");
}

static void report(const struct article *article, const struct link *link, struct diags *diags)
{
    struct place place = {article->file, link->line, 0};
    bool path = strchr(link->url, '/') || strchr(link->url, '.');
    if (path)
        diag_add(diags, DIAG_WARNING, place, "link-relative",
                 "le lien « %s » n’a pas de site ; aucun code n’est affiché, écrivez l’adresse entière (https://…)",
                 "the link \"%s\" names no site; no code is shown, write the whole address (https://…)", link->url);
    else
        diag_add(diags, DIAG_WARNING, place, "link-placeholder",
                 "« %s » n’est pas une adresse ; aucun code n’est affiché, mettez le vrai lien (https://…)",
                 "\"%s\" is no address; no code is shown, put the real link (https://…)", link->url);
}

const char *links_address(struct arena *arena, const struct article *article, const struct link *link, struct diags *diags)
{
    const char *url = link->url + strspn(link->url, " \t\n");
    size_t length = strlen(url);
    while (length && strchr(" \t\n", url[length - 1]))
        length--;
    char *address = arena_copy_bytes(arena, url, length);
    if (is_web(address))
        return address;
    if (strncasecmp(address, "mailto:", 7) == 0 && is_mail(address + 7))
        return address;
    if (is_mail(address) && !strchr(address, ':'))
        return arena_format(arena, "mailto:%s", address);
    if (address[0] != '#' && strncasecmp(address, "tel:", 4) != 0 && strncmp(address, "{%", 2) != 0)
        report(article, link, diags);
    return NULL;
}

const char *links_label(struct arena *arena, const struct link *link)
{
    const char *label = link->label ? link->label : "";
    label += strspn(label, "> \n\t");
    size_t length = strlen(label);
    while (length && strchr(" \n\t", label[length - 1]))
        length--;
    if (length == 0 || strncmp(label, "http", 4) == 0)
        return (link->flags & LINK_FIELD) || length == 0 ? "En savoir plus" : arena_copy_bytes(arena, label, length);
    return arena_copy_bytes(arena, label, length);
}

bool links_same(const char *one, const char *other)
{
    size_t a = strlen(one), b = strlen(other);
    while (a && one[a - 1] == '/')
        a--;
    while (b && other[b - 1] == '/')
        b--;
    return a == b && strncmp(one, other, a) == 0;
}

#include "content/link_address.h"

#include "base/arena.h"
#include "base/diag.h"
#include "content/article.h"

#include <string.h>
#include <strings.h>

/* How far the fields stand from each other that belong together. */
enum { SIBLINGS = 6 };

static bool is_web(const char *url)
{
    size_t scheme = strncasecmp(url, "https://", 8) == 0 ? 8 : strncasecmp(url, "http://", 7) == 0 ? 7 : 0;
    if (scheme == 0)
        return false;
    size_t host = strcspn(url + scheme, "/?#");
    const char *dot = memchr(url + scheme, '.', host);
    return dot && dot > url + scheme && dot[1] != '\0' && !strpbrk(url, " <>\"\n\t");
}

/* "site.fr/page", where the editor forgot "https://"; a file has another ending. */
static bool is_bare_site(const char *address)
{
    static const char *const ends[] = {"fr", "com", "org", "net", "eu", "be", "ch", "ca", "re", "io", "info", "dev", "bzh", "paris", "studio", NULL};
    size_t length = strcspn(address, "/?#:");
    for (size_t i = 0; ends[i] && !strpbrk(address, " <>\"@\n\t"); i++) {
        size_t end = strlen(ends[i]);
        if (length > end + 1 && address[length - end - 1] == '.' && strncasecmp(address + length - end, ends[i], end) == 0)
            return true;
    }
    return false;
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
                 "le lien « %s » n’a pas de site ; aucun code n’est affiché, écrivez l’adresse entière (https://…), ou « site: » dans la liste de lecture",
                 "the link \"%s\" names no site; no code is shown, write the whole address (https://…), or \"site:\" in the playlist", link->url);
    else
        diag_add(diags, DIAG_WARNING, place, "link-placeholder",
                 "« %s » n’est pas une adresse ; aucun code n’est affiché, mettez le vrai lien (https://…)",
                 "\"%s\" is no address; no code is shown, put the real link (https://…)", link->url);
}

/* The address with what the editor left out: the blanks around it go, the site of a path and the "http://" of a site come. */
static const char *completed(struct arena *arena, const struct article *article, const char *url)
{
    url += strspn(url, " \t\n");
    size_t length = strlen(url);
    while (length && strchr(" \t\n", url[length - 1]))
        length--;
    const char *address = arena_copy_bytes(arena, url, length);
    if (address[0] == '/' && address[1] == '/')
        return arena_format(arena, "https:%s", address);
    if (address[0] == '/' && article->site)
        return arena_format(arena, "%s%s", article->site, address);
    if (strncasecmp(address, "http://mailto:", 14) == 0)
        return address + 7;
    return is_bare_site(address) ? arena_format(arena, "http://%s", address) : address;
}

const char *link_address(struct arena *arena, const struct article *article, const struct link *link, struct diags *diags)
{
    const char *address = completed(arena, article, link->url);
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

const char *link_address_label(struct arena *arena, const struct link *link)
{
    const char *label = link->label ? link->label + strspn(link->label, "> \n\t") : "";
    if (strlen(label) > 7 && strncasecmp(label, "mailto:", 7) == 0)
        label += 7;
    size_t length = strlen(label);
    while (length && strchr(" \n\t", label[length - 1]))
        length--;
    if (length == 0 || strncmp(label, "http", 4) == 0)
        return (link->flags & LINK_FIELD) || length == 0 ? "En savoir plus" : arena_copy_bytes(arena, label, length);
    return arena_copy_bytes(arena, label, length);
}

bool link_address_same(const char *one, const char *other)
{
    size_t a = strlen(one), b = strlen(other);
    while (a && one[a - 1] == '/')
        a--;
    while (b && other[b - 1] == '/')
        b--;
    return a == b && strncmp(one, other, a) == 0;
}

bool link_address_is_home(const char *url)
{
    const char *host = strstr(url, "://");
    if (!host)
        return false;
    host += 3;
    size_t length = strcspn(host, "/?#");
    return strcspn(host, "0123456789") >= length && strspn(host + length, "/") == strlen(host + length);
}

bool link_address_is_alone(const char *label)
{
    label += strspn(label, " \n\t");
    size_t length = strcspn(label, " \n\t");
    const char *point = memchr(label, '.', length);
    return point && point > label && point + 1 < label + length && label[length + strspn(label + length, " \n\t")] == '\0';
}

/* Fields come in the order of the file. */
static size_t field_of_line(const struct article *article, int line)
{
    size_t first = 0, end = article->field_count;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (article->fields[middle].line < line)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

const char *link_address_field(const struct article *article, const struct link *link)
{
    static const char *const names[] = {"intitule", "intitulé", "titre", "label", "libelle", "nom", "title", "name", NULL};
    size_t index = field_of_line(article, link->line);
    if ((link->flags & LINK_FIELD) == 0 || index >= article->field_count || article->fields[index].line != link->line)
        return "";
    const char *path = article->fields[index].path, *dot = strrchr(path, '.');
    size_t stem = dot ? (size_t)(dot - path) + 1 : 0, first = index > SIBLINGS ? index - SIBLINGS : 0;
    for (size_t k = 0; names[k] && stem; k++)
        for (size_t i = first; i < article->field_count && i <= index + SIBLINGS; i++)
            if (strncmp(article->fields[i].path, path, stem) == 0 && strcmp(article->fields[i].path + stem, names[k]) == 0)
                return article->fields[i].value;
    return "";
}

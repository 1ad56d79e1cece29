#include "content/article_fields.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "base/yaml.h"
#include "content/article.h"
#include "content/article_front.h"
#include "content/article_lines.h"
#include "content/blocks.h"
#include "content/field_keys.h"
#include "content/markdown.h"
#include "content/picture.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* A text longer than this is a sentence, whatever its key. Each piece of prose is a Markdown document of its own: more than so many
 * are not read. */
enum { SENTENCE_LENGTH = 40, PROSE_MOST = 300 };

struct scalar {
    const char *path;
    const char *key; /* the last name of the path, list indexes left out */
    const struct yaml_node *node;
    const struct yaml_node *map; /* it stands in, or NULL */
};

struct scalars {
    struct arena *arena;
    struct scalar *items;
    size_t count, capacity;
};

/* In order of preference: the first that is there is the article's lead. */
static const char *const lead_keys[] = {"chapeau-text", "chapeau", "chapo",  "description", "excerpt",
                                        "summary",      "resume",  "résumé", NULL};

/* Keys whose value is read by people even when it is short. */
static const char *const prose_keys[] = {"desc", "contenu", "texte", "text",  "question", "questions", "content",
                                         "body", "intro", "sub", "subtitle", "sous-titre", "sous_titre", "soustitre", "teaser", "accroche", "tagline",
                                         "corps", "reponse", "réponse", NULL};

/* Keys that hold no prose, however long. */
static const char *const silent_keys[] = {"title", "titre", "tags", "tag",  "categories", "slug",
                                          "permalink", "layout", "related", NULL};

/* Keys whose line breaks are meant. */
static const char *const broken_keys[] = {"alternative-textuelle", "alt", "adresse", "address", "lieu", "place", NULL};

/* Keys that say what the address is for, and what a button says then. Their value is often a sentence: only an address makes a link. */
static const struct {
    const char *key;
    const char *label;
} purpose_keys[] = {{"registration", "S’inscrire"}, {"register", "S’inscrire"}, {"registration_url", "S’inscrire"},
                    {"registration_link", "S’inscrire"},
                    {"inscription", "S’inscrire"}, {"inscriptions", "S’inscrire"}, {"lien_inscription", "S’inscrire"},
                    {"lien-inscription", "S’inscrire"},
                    {"inscription_url", "S’inscrire"},  {"url_inscription", "S’inscrire"}, {"signup", "S’inscrire"},          {"rsvp", "S’inscrire"},
                    {"billetterie", "Réserver"},        {"lien_billetterie", "Réserver"}, {"tickets", "Réserver"},            {"ticket", "Réserver"},
                    {"ticket_url", "Réserver"},         {"tickets_url", "Réserver"},      {"reservation", "Réserver"},        {"réservation", "Réserver"},
                    {"candidature", "Candidater"},      {"candidater", "Candidater"},     {"postuler", "Candidater"},         {"apply", "Candidater"},
                    {"formulaire", "Remplir le formulaire"}, {"form", "Remplir le formulaire"}, {"form_url", "Remplir le formulaire"}};

/* What names the link beside its address, best first. */
static const char *const label_keys[] = {"contenu", "intitule", "intitulé", "label", "libelle", "libellé", "title",
                                         "titre", "nom", "name", "texte", "text", "cta_label", "cta_text", "cta_texte", "button_label", "button_text",
                                         "bouton_label", "bouton_texte", "texte_bouton", NULL};

int article_fields_lead_rank(const char *path)
{
    for (int i = 0; path && lead_keys[i]; i++)
        if (strcmp(lead_keys[i], path) == 0)
            return i;
    return -1;
}

/* Depth is bounded by yaml.h (16 levels). */
static void flatten(struct scalars *scalars, const struct yaml_node *node, const struct yaml_node *map, const char *path,
                    const char *key)
{
    if (node->kind == YAML_SCALAR) {
        scalars->items =
            arena_grow(scalars->arena, scalars->items, scalars->count, &scalars->capacity, sizeof *scalars->items);
        scalars->items[scalars->count++] = (struct scalar){path, key, node, map};
        return;
    }
    const char *dot = path[0] ? "." : "";
    for (size_t i = 0; i < node->count; i++) {
        if (node->kind == YAML_MAP)
            flatten(scalars, node->items[i], node, arena_format(scalars->arena, "%s%s%s", path, dot, node->keys[i]->text),
                    node->keys[i]->text);
        else
            flatten(scalars, node->items[i], map, arena_format(scalars->arena, "%s%s%zu", path, dot, i), key);
    }
}

/* Hugo and Zola put what they do not know themselves below a key of their own: "params.lieu" is "lieu". */
static const char *behind_wrapper(const char *path)
{
    static const char *const wrappers[] = {"params.", "extra."};
    for (size_t i = 0; i < sizeof wrappers / sizeof *wrappers; i++)
        if (strncasecmp(path, wrappers[i], strlen(wrappers[i])) == 0)
            return path + strlen(wrappers[i]);
    return path;
}

static void keep_fields(struct article *article, const struct scalars *scalars)
{
    struct field *fields = arena_alloc(article->arena, scalars->count * sizeof *fields);
    for (size_t i = 0; i < scalars->count; i++) {
        const struct yaml_node *node = scalars->items[i].node;
        fields[i] = (struct field){scalars->items[i].path, yaml_is_null(node) ? "" : node->text, node->text_line,
                                   node->multiline ? 1 : node->column};
    }
    article->fields = fields;
    article->field_count = scalars->count;
}

/* An address, a path, a name: one word. */
static bool is_one_word(const char *text)
{
    text += strspn(text, " \n\t");
    size_t length = strcspn(text, " \n\t");
    return text[length + strspn(text + length, " \n\t")] == '\0';
}

static bool is_prose(const struct scalar *scalar)
{
    const char *text = scalar->node->text;
    if (yaml_is_null(scalar->node) || field_keys_list(silent_keys, scalar->key) || field_keys_mean(scalar->key) == FIELD_LINK)
        return false;
    if (strstr(text, "](") || article_fields_lead_rank(scalar->path) >= 0 || field_keys_list(prose_keys, scalar->key))
        return true;
    if (strchr(scalar->path, '.') && strcmp(scalar->key, "date") == 0)
        return !is_one_word(text);
    return utf8_count(text) > SENTENCE_LENGTH && !is_one_word(text);
}

static void read_prose(const struct article_front *front, struct blocks *blocks, const struct scalar *scalar)
{
    struct article_lines lines;
    article_lines_find(blocks->scratch, front->text, front->length, front->line, scalar->node, field_keys_list(broken_keys, scalar->key),
                       &lines);
    blocks->field = scalar->path;
    markdown_read(blocks, lines.text, lines.length, lines.lines, scalar->node->text_line);
    blocks->field = NULL;
}

/* The lead first, then what may stand in for it, then the rest as it comes. */
static void read_all_prose(const struct article_front *front, struct blocks *blocks, const struct scalars *scalars)
{
    size_t read = 0;
    for (int rank = 0; lead_keys[rank]; rank++)
        for (size_t i = 0; i < scalars->count; i++)
            if (article_fields_lead_rank(scalars->items[i].path) == rank && is_prose(&scalars->items[i]))
                read_prose(front, blocks, &scalars->items[i]);
    for (size_t i = 0; i < scalars->count && read < PROSE_MOST; i++) {
        if (article_fields_lead_rank(scalars->items[i].path) >= 0 || !is_prose(&scalars->items[i]))
            continue;
        read_prose(front, blocks, &scalars->items[i]);
        read++;
    }
}

static const char *link_label(struct arena *arena, const struct scalar *scalar)
{
    const struct yaml_node *label = article_front_first(scalar->map, label_keys);
    if (!label || label->kind != YAML_SCALAR || label == scalar->node)
        return "";
    const char *plain = markdown_plain(arena, label->text);
    return plain;
}

static void keep_link(struct blocks *blocks, const struct scalar *scalar)
{
    const char *url = scalar->node->text + strspn(scalar->node->text, " ");
    bool mail = strcasecmp(scalar->key, "mailto") == 0 && strncasecmp(url, "mailto:", 7) != 0;
    if (yaml_is_null(scalar->node) || !url[0] || file_has_suffix(url, picture_suffixes))
        return;
    int link = blocks_link(blocks, mail ? arena_format(blocks->scratch, "mailto:%s", url) : url, LINK_FIELD, scalar->node->line);
    if (link >= 0)
        blocks->links[link].label = link_label(blocks->arena, scalar);
}

static void keep_purpose(struct blocks *blocks, const struct scalar *scalar)
{
    const char *url = scalar->node->text + strspn(scalar->node->text, " ");
    if (strncasecmp(url, "http", 4) != 0 || !is_one_word(url))
        return;
    for (size_t i = 0; i < sizeof purpose_keys / sizeof *purpose_keys; i++) {
        if (strcasecmp(purpose_keys[i].key, scalar->key) != 0)
            continue;
        int link = blocks_link(blocks, url, LINK_FIELD, scalar->node->line);
        if (link >= 0)
            blocks->links[link].label = purpose_keys[i].label;
        return;
    }
    /* "- intitule: Modalités", "contenu: Inscription obligatoire", and an address under any key: where that leads */
    if (scalar->map && strncasecmp(scalar->path, "champs_informations.", strlen("champs_informations.")) == 0 && !field_keys_list(label_keys, scalar->key))
        keep_link(blocks, scalar);
}

void article_fields_read(struct article *article, const struct article_front *front, struct blocks *blocks)
{
    struct scalars scalars = {.arena = article->arena};
    if (!front->root)
        return;
    flatten(&scalars, front->root, NULL, "", "");
    for (size_t i = 0; i < scalars.count; i++)
        scalars.items[i].path = behind_wrapper(scalars.items[i].path);
    keep_fields(article, &scalars);
    read_all_prose(front, blocks, &scalars);
    for (size_t i = 0; i < scalars.count; i++) {
        if (field_keys_mean(scalars.items[i].key) == FIELD_LINK)
            keep_link(blocks, &scalars.items[i]);
        else
            keep_purpose(blocks, &scalars.items[i]);
    }
}

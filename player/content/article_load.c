#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "content/article.h"
#include "content/facts.h"

#include <stdbool.h>
#include <string.h>

static void report(enum file_result result, const char *path, struct diags *diags)
{
    struct place place = {path, 0, 0};
    switch (result) {
    case FILE_MISSING:
        diag_add(diags, DIAG_ERROR, place, "article-missing", "cet article n’existe pas, ou c’est un lien qui ne mène nulle part ; "
                                                              "vérifiez son nom",
                 "this article does not exist, or it is a link that leads nowhere; check its name");
        break;
    case FILE_FORBIDDEN:
        diag_add(diags, DIAG_ERROR, place, "article-forbidden", "cet article ne peut pas être lu ; donnez le droit de lecture",
                 "this article may not be read; grant permission to read it");
        break;
    case FILE_NOT_A_FILE:
        diag_add(diags, DIAG_ERROR, place, "article-not-a-file", "ce nom d’article est celui d’un dossier ; renommez-le ou retirez-le",
                 "this article's name is that of a folder; rename or remove it");
        break;
    case FILE_TOO_LARGE:
        diag_add(diags, DIAG_ERROR, place, "article-too-large",
                 "l’article dépasse %d Kio ; partagez-le en plusieurs articles",
                 "the article is larger than %d KiB; split it into several articles", ARTICLE_MOST_BYTES / 1024);
        break;
    default:
        diag_add(diags, DIAG_ERROR, place, "article-broken", "cet article n’a pas pu être lu jusqu’au bout ; vérifiez le disque",
                 "this article could not be read to its end; check the disk");
        break;
    }
}

static bool is_empty(const struct file_bytes *bytes)
{
    for (size_t i = 0; i < bytes->length; i++)
        if (!strchr(" \t\r\n", bytes->data[i]) || bytes->data[i] == '\0')
            return false;
    return true;
}

struct article *article_load(const char *path, const struct article_settings *settings, struct diags *diags)
{
    struct arena *arena = arena_create();
    struct file_bytes bytes = {0};
    struct article *article = NULL;
    enum file_result result = file_read(arena, path, ARTICLE_MOST_BYTES, &bytes);
    if (result != FILE_READ) {
        report(result, path, diags);
    } else if (is_empty(&bytes)) {
        diag_add(diags, DIAG_ERROR, (struct place){path, 0, 0}, "article-empty", "ce fichier est vide ; écrivez l’article ou retirez-le",
                 "this file is empty; write the article or remove it");
    } else {
        article = article_parse(path, bytes.data, bytes.length, settings, diags);
        article->facts = facts_read(article, settings ? settings->zone : NULL, diags);
    }
    arena_destroy(arena);
    return article;
}

/* Which files a playlist uses: exactly those that must be published with it so that it plays the same elsewhere, and those that it names
 * but that are not there. It knows content's files; it copies nothing and knows no network. */
#ifndef PARVIS_CONTENT_USAGE_H
#define PARVIS_CONTENT_USAGE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diags;
struct library;

/* A file, by its place in the published folder: relative, "/" between its parts. */
struct usage_file {
    const char *path;
    const char *source; /* where it lies here; can be opened as it is */
};

/* A file that is named but not there. A picture named in an article may lie in either place, beside the article or in the folder. */
struct usage_wanted {
    const char *path;
    const char *or_path; /* NULL: only the one place */
    bool optional;       /* nothing is wrong when it is nowhere: urgence.md, a theme that may be built in */
};

struct usage {
    const struct usage_file *files; /* sorted by path, each once */
    size_t count;
    const struct usage_wanted *wanted; /* in the order in which they are named; the same file may be named twice */
    size_t wanted_count;
    size_t drafts; /* articles with `published: false`: they show nothing and are left out, so that nobody reads them on the server */
};

/* Reads all articles of the library (their pictures are in them). The playlist file itself becomes "playlist.yaml" whatever it is called;
 * pictures found under site_root get the place where an article looks for them first. Files that cannot be published (outside of the
 * folder, hidden) are left out and reported ("path-outside", "name-hidden"); pictures and patterns that find nothing are the library's to
 * report. All in the arena. */
void usage_read(struct arena *arena, struct library *library, struct usage *usage, struct diags *diags);

#endif

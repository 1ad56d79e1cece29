/* What is kept of an article when the article itself has gone from memory: its dates, its problems, the names of its pictures, in one
 * piece of memory of a few hundred bytes. It knows no files and no playlist. */
#ifndef PARVIS_CONTENT_LIBRARY_RECORD_H
#define PARVIS_CONTENT_LIBRARY_RECORD_H

#include "base/diag.h"
#include "base/file.h"
#include "content/library.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct article;

enum record_state {
    RECORD_UNREAD,  /* never read, or changed since */
    RECORD_READ,
    RECORD_UNUSABLE /* read, and no article came of it: its diags say why */
};

/* One block of memory; arrays and texts lie in it. */
struct library_summary {
    struct library_date *dates;
    size_t date_count;
    uint32_t *pictures; /* library_digest_name of each picture that the article names */
    size_t picture_count;
    struct diag *diags;
    size_t diag_count;
};

/* One item of the playlist; items that are no articles have a record too, always unread, with digest 0. */
struct library_record {
    enum record_state state;
    uint64_t digest; /* library_digest_article */
    bool stamped;
    struct file_stamp stamp;
    struct library_summary *summary; /* NULL unless read or unusable */
};

/* Summarises an article (NULL when it could not be used) and its problems. Free it with memory_free. A draft has no dates. */
struct library_summary *library_record_summarise(const struct article *article, const struct diags *diags);

/* Back to unread. */
void library_record_forget(struct library_record *record);

/* Moves what was read to the records of another playlist that are of the same article with the same correction; those moved are unread in
 * `from` afterwards. An article that is there twice is moved once and read again for the other place. */
void library_record_move(struct library_record *from, size_t from_count, struct library_record *to, size_t to_count);

/* True when the record has been read and its article names a picture of that digest. */
bool library_record_has_picture(const struct library_record *record, uint32_t digest);

#endif

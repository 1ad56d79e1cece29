/* RUN/sync.json: what sync says of itself to status, to the staff page and to whoever watches. It knows the keys of the file; what is
 * wrong, and when, is net/sync's. */
#ifndef PARVIS_COMMANDS_SYNC_FILE_H
#define PARVIS_COMMANDS_SYNC_FILE_H

struct sync_file;
struct sync_report;

/* Makes the folder when it is missing. The caller owns it. */
struct sync_file *sync_file_create(const char *run, const char *source);
void sync_file_destroy(struct sync_file *file);

/* Writes the file, whole or not at all: its age is a sign of life. When all it could say is that all is well as before, it is written every
 * half minute. A file that cannot be written is a line in the journal, once. */
void sync_file_write(struct sync_file *file, const struct sync_report *report);

#endif

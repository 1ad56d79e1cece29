/* One line to the journal (standard error) for the person who keeps the screens running. It is no place for staff messages:
 * those are diags; and nothing of it is ever seen on the public screen. */
#ifndef PARVIS_BASE_LOG_H
#define PARVIS_BASE_LOG_H

enum log_level { LOG_ERROR = 3, LOG_WARNING = 4, LOG_NOTICE = 5, LOG_INFO = 6, LOG_DEBUG = 7 };

/* Writes "<level>parvis: text" when standard error is the journal (JOURNAL_STREAM is set), else "parvis: text". Lines below the
 * level LOG_NOTICE are written only when PARVIS_DEBUG is set in the environment. */
void log_line(enum log_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif

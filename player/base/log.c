#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { LOG_LINE_MOST = 1024 };

void log_line(enum log_level level, const char *format, ...)
{
    if (level > LOG_NOTICE && !getenv("PARVIS_DEBUG"))
        return;
    char text[LOG_LINE_MOST];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    /* A file name may hold line breaks or escape sequences: one event stays one line. */
    for (char *at = text; *at; at++)
        if ((unsigned char)*at < 0x20 || *at == 0x7F)
            *at = '?';
    if (getenv("JOURNAL_STREAM"))
        fprintf(stderr, "<%d>parvis: %s\n", (int)level, text);
    else
        fprintf(stderr, "parvis: %s\n", text);
}

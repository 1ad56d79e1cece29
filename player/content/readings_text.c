#include "content/readings.h"

#include "base/arena.h"
#include "base/buffer.h"

char *readings_text(struct arena *arena, const struct reading *reading)
{
    struct buffer buffer;
    buffer_init(&buffer, arena);
    bool blank = false;
    for (size_t i = reading->begin; i < reading->end; i++) {
        char byte = reading->passage->text[i];
        if (byte == ' ' || byte == '\n' || byte == '\t') {
            blank = buffer.length > 0;
            continue;
        }
        if (blank)
            buffer_add_char(&buffer, ' ');
        blank = false;
        buffer_add_char(&buffer, byte);
    }
    return buffer.data;
}

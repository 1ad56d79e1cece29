#include "slides/qr.h"

#include "base/arena.h"

#include <qrencode.h>
#include <string.h>

/* Denser codes than this do not scan across a lobby. */
enum { QR_MOST_BYTES = 600 };

struct qr qr_encode(struct arena *arena, const char *text)
{
    struct qr qr = {0, NULL};
    if (!text || !text[0] || strlen(text) > QR_MOST_BYTES)
        return qr;
    /* Version 0: the smallest that holds the text. Byte mode, case kept: URLs are case-sensitive. */
    QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
    if (!code)
        return qr;
    size_t side = (size_t)code->width;
    unsigned char *bits = arena_alloc(arena, side * side);
    for (size_t i = 0; i < side * side; i++)
        bits[i] = code->data[i] & 1;
    QRcode_free(code);
    qr.side = (int)side;
    qr.bits = bits;
    return qr;
}

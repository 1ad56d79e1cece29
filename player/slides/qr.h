/* A QR code as bits: the only file that knows libqrencode. Level M; no quiet zone (the template adds its 4 modules). */
#ifndef PARVIS_SLIDES_QR_H
#define PARVIS_SLIDES_QR_H

#include <stddef.h>

struct arena;

/* `bits` has side * side bytes, row by row, 1 = black. side 0: the text cannot be a code (empty or too long). */
struct qr {
    int side;
    const unsigned char *bits;
};

/* Encodes `text` (at most 600 bytes are accepted: denser codes do not scan across a lobby). Bits live in the arena. */
struct qr qr_encode(struct arena *arena, const char *text);

#endif

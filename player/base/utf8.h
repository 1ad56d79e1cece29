/* UTF-8 as RFC 3629 has it: decoding that never fails, encoding, cleaning of bytes from outside.
 * It knows code points only; no case, no width, no script. */
#ifndef PARVIS_BASE_UTF8_H
#define PARVIS_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum { UTF8_REPLACEMENT = 0xFFFD };

/* Decodes the code point at *text (before `end`) and moves *text behind it. A bad byte gives U+FFFD and moves by one.
 * At `end` it returns 0 and does not move. */
uint32_t utf8_next(const char **text, const char *end);

/* Writes `codepoint` as 1 to 4 bytes and returns how many; what is no scalar value is written as U+FFFD. */
size_t utf8_encode(uint32_t codepoint, char bytes[4]);

/* Number of code points of a NUL-terminated text. */
size_t utf8_count(const char *text);

/* Copies bytes from outside as clean text: no BOM, CRLF and CR become LF, each bad sequence, NUL or control character but
 * tab and LF becomes U+FFFD. *bad_offset is the offset of the first bad byte in `bytes`, or `length` when there is none. */
char *utf8_clean(struct arena *arena, const char *bytes, size_t length, size_t *clean_length, size_t *bad_offset);

#endif

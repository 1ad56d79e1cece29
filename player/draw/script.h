/* The writing system of a run, as shaping wants it. It knows code points; no fonts. */
#ifndef PARVIS_DRAW_SCRIPT_H
#define PARVIS_DRAW_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

/* An ISO 15924 code ("Latn") and whether it is written from right to left. */
struct script {
    const char *code;
    bool right_to_left;
};

/* The script of the first letter in `length` bytes of UTF-8 that has one; Latin when none has. */
struct script script_of(const char *text, size_t length);

#endif

/* Fonts without files, for tests of layout: every sign is half an em wide (emoji 1.25 em, combining marks and joiners 0), so that an
 * expected place can be worked out by hand. Latin, Greek and Cyrillic are in every face, Hebrew and Arabic in the first fallback, emoji in
 * FACE_EMOJI; nothing has U+E000 to U+F8FF. */
#ifndef PARVIS_TESTS_FAKE_FONTS_H
#define PARVIS_TESTS_FAKE_FONTS_H

#include "scene/fonts.h"

/* Static: valid for ever. */
const struct fonts *fake_fonts(void);

#endif

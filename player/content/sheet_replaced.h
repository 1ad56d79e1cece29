/* An hour that its own sentence replaces: "prévue à 18h, débutera à 19h", "initialement prévu à 18h, aura lieu à 20h", "du 14 mars à 20h est avancé à
 * 18h". It knows one passage. */
#ifndef PARVIS_CONTENT_SHEET_REPLACED_H
#define PARVIS_CONTENT_SHEET_REPLACED_H

#include <stddef.h>

struct sheet;

/* The index of the hour that replaces the one at `index`, which was only planned or is said to be moved; `index` itself when none does. Hours that begin at or behind
 * lexeme `before` are not asked. */
size_t sheet_replaced_by(const struct sheet *sheet, size_t index, size_t before);

/* Takes hours from a sheet that are only told to be wrong: "à 20h (et non 20h30)"; the one before reaches over such words. Its days and hours were
 * found. Linear. */
void sheet_replaced_drop(struct sheet *sheet);

#endif

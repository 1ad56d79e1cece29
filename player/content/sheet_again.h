/* Beginnings that are told one behind the other: "à 10h et à 15h", "départs à 12h, 13h et 14h". It knows the hours of one passage. */
#ifndef PARVIS_CONTENT_SHEET_AGAIN_H
#define PARVIS_CONTENT_SHEET_AGAIN_H

#include <stddef.h>

struct hour;
struct sheet;

/* "10h et 15h", "10h, 14h et 15h": the same is given several times. Takes the beginnings from the hour at `index` on. */
void sheet_again_take(struct sheet *sheet, struct hour *hour, size_t index);

/* "départs à 12h, 13h et 14h le jeudi 16 octobre": the first of the beginnings of which the hour at `index` is the last. */
size_t sheet_again_first(const struct sheet *sheet, size_t index, size_t after);

#endif

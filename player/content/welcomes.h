/* Hours at which people are only let in: "accueil à 8h30, conférence de 9h à 17h". What takes place begins at the next hour. */
#ifndef PARVIS_CONTENT_WELCOMES_H
#define PARVIS_CONTENT_WELCOMES_H

struct sheet;

/* Takes such hours from a sheet whose days and hours were found. Linear. */
void welcomes_take(struct sheet *sheet);

#endif

/* Hours of those who prepare what takes place, and of streets that are shut for it, where the public's are told too: "Installation des exposants de 6h à 8h,
 * ouverture au public de 8h à 18h", "rues fermées de 13h à 18h". It knows the hours of one passage, and the clause before each. */
#ifndef PARVIS_CONTENT_SHEET_SETUP_H
#define PARVIS_CONTENT_SHEET_SETUP_H

struct sheet;

/* Takes such hours from a sheet whose days and hours were found, when others are left. Linear. */
void sheet_setup_drop(struct sheet *sheet);

#endif

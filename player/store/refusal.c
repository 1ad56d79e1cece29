#include "store/refusal.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool refusal_set(struct refusal *refusal, const char *code, const char *french, const char *english, ...)
{
    if (!refusal)
        return false;
    va_list arguments, again;
    va_start(arguments, english);
    va_copy(again, arguments);
    refusal->code = code;
    vsnprintf(refusal->french, sizeof refusal->french, french, arguments);
    vsnprintf(refusal->english, sizeof refusal->english, english, again);
    va_end(again);
    va_end(arguments);
    return false;
}

bool refusal_set_errno(struct refusal *refusal, int reason, const char *path)
{
    switch (reason) {
    case ENOSPC:
    case EDQUOT:
        return refusal_set(refusal, "disk-full", "le disque est plein (%s) ; libérez de la place, l’image ne change pas d’ici là",
                           "the disk is full (%s); free some space, the picture stays as it is until then", path);
    case EROFS:
        return refusal_set(refusal, "disk-read-only", "le disque est en lecture seule (%s) ; redémarrez, puis vérifiez la carte",
                           "the disk is read-only (%s); start again, then check the card", path);
    case EACCES:
    case EPERM:
        return refusal_set(refusal, "store-forbidden", "%s ne peut pas être écrit ; donnez ce dossier à l’utilisateur de Parvis",
                           "%s may not be written; give that folder to the user of Parvis", path);
    default:
        return refusal_set(refusal, "disk-broken", "%s ne peut pas être lu ou écrit (%s) ; vérifiez la carte ou le disque",
                           "%s cannot be read or written (%s); check the card or the disk", path, strerror(reason));
    }
}

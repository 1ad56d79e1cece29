#include "commands/sync_names.h"

#include "store/refusal.h"

bool sync_names_list(void *self, struct arena *arena, const char *folder, const char *const **paths, size_t *count, struct refusal *refusal)
{
    (void)self;
    (void)arena;
    (void)folder;
    (void)paths;
    *count = 0;
    return refusal_set(refusal, "plain-unknown", "ce dossier n’a pas de manifest.json ; publiez-le avec parvis publish",
                       "that folder has no manifest.json; publish it with parvis publish");
}

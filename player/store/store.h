/* The folder in which a screen keeps its content: its places, its one writer, its free space. It knows folders and locks; objects and
 * generations have modules of their own. */
/*   obj/<sha256>        files, immutable             obj/<sha256>.part   one that is still being fetched
 *   gen/<n>             manifest of generation n     gen/<n>.minisig     its signature
 *   tree/<n>/…          its files under their names (hard links to the objects)
 *   current             one line: the generation on screen; the only mutable point
 *   lock                held by the one writer                                                            */
#ifndef PARVIS_STORE_STORE_H
#define PARVIS_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct refusal;

/* So much stays free on the disk for everything else. */
#define STORE_RESERVE_BYTES (INT64_C(32) << 20)

struct store;

/* Opens the store of a state folder for reading: makes nothing, locks nothing. A folder that is not there yet is an empty store. Never
 * NULL; the caller owns it. */
struct store *store_open(const char *state);

/* Opens it for writing: makes what is missing, takes the lock, removes what an interrupted writer left (but not *.part: they are resumed).
 * NULL: "store-busy" when another writer holds the lock, or a code of refusal_set_errno. */
struct store *store_open_writer(const char *state, struct refusal *refusal);

/* Opens a published folder (an origin: obj/ and, as in a state folder, gen/ with the last manifests) for writing, with a lock on the folder
 * itself, so that no lock file is copied to a server. NULL: as store_open_writer. */
struct store *store_open_origin(const char *folder, struct refusal *refusal);

/* Whether objects are brought to the disk together by store_settle (an origin) and not one by one as they come (a state folder, where an
 * object must last as soon as it has its name). Ten thousand files on a stick or a network disk would take minutes one by one. */
bool store_is_lazy(const struct store *store);
bool store_settle(const struct store *store, struct refusal *refusal);

/* Lets go of the lock; NULL is allowed. */
void store_close(struct store *store);

/* The state folder, and a path in it ("obj", "gen"...), in the arena. */
const char *store_folder(const struct store *store);
char *store_path(const struct store *store, struct arena *arena, const char *name);

/* Bytes that may still be written on the disk of the store (statvfs, less the reserve); INT64_MAX when the system does not say. */
int64_t store_free_bytes(const struct store *store);

/* Whether `bytes` more have room; else "disk-full" with what is missing. */
bool store_has_room(const struct store *store, int64_t bytes, struct refusal *refusal);

/* For tests and for disks with a quota: `free_bytes` answers instead of statvfs. */
void store_measure_with(struct store *store, int64_t (*free_bytes)(const char *folder));

/* The number in `current`; 0: none, or not readable. */
int64_t store_current(const struct store *store);

/* The steps that everything written here takes: bytes to a temporary name beside `path`, to the disk, renamed, the folder to the disk.
 * False: `refusal` says why and nothing is left behind. store_sync_folder: its names to the disk. */
bool store_write(const char *path, const void *bytes, size_t length, struct refusal *refusal);
bool store_sync_folder(const char *path, struct refusal *refusal);

#endif

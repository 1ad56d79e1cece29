/* An origin that is a folder of this machine (a USB stick, a share that is mounted): fetch.h's other implementation. It knows file
 * descriptors and follows no link out of the folder; like its sister over HTTP it does not know what the bytes mean. */
#ifndef PARVIS_NET_FOLDER_H
#define PARVIS_NET_FOLDER_H

#include "net/fetch.h"

#include <stdbool.h>

/* Opens the folder at `path` (a link there is followed: it is what was typed; below it none is). The folder is looked up anew for each
 * request, since sticks come and go. What stands for an ETag is a file's number, size and times. `go_on` as in struct fetch_settings. */
void folder_create(struct fetch *fetch, const char *path, bool (*go_on)(void *self), void *go_on_self);

#endif

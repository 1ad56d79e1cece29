/* The television itself, over HDMI-CEC: asked to wake and to show us, or to stand by. It knows the kernel's CEC device; when the screen is
 * to be on is for others to say. Seen on no television yet. */
#ifndef PARVIS_HOST_CEC_H
#define PARVIS_HOST_CEC_H

#include <stdbool.h>

struct cec;

/* Takes part in the bus behind `device` ("/dev/cec0") as a player named Parvis. NULL when there is no such device, or it takes no part. */
struct cec *cec_create(const char *device);
void cec_destroy(struct cec *cec);

/* Asks the television. Never waits for its answer: many have none. False: the question could not be sent. */
bool cec_light(struct cec *cec, bool on);

#endif

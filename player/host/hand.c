#define _DEFAULT_SOURCE /* flock, madvise */

#include "host/hand.h"

#include "base/memory.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

/* A page: '1' while a note is held ('2': and lent), then the text. */
enum { PAGE_BYTES = 4096 };
static const char HELD = '1', LENT = '2', DOWN = '0';

struct hand {
    int descriptor; /* holds the lock */
    char *page;
};

static char *map(int descriptor)
{
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 || ftruncate(descriptor, PAGE_BYTES) != 0)
        return NULL;
    void *page = mmap(NULL, PAGE_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (page == MAP_FAILED)
        return NULL;
    madvise(page, PAGE_BYTES, MADV_DONTFORK); /* a child that decodes a stranger's bytes has no business here */
    return page;
}

struct hand *hand_create(const char *file, bool *was_left, char *left)
{
    *was_left = false;
    left[0] = '\0';
    int descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor < 0)
        return NULL;
    char *page = map(descriptor);
    if (!page) {
        close(descriptor);
        return NULL;
    }
    *was_left = page[0] == HELD || page[0] == LENT;
    if (page[0] == HELD)
        snprintf(left, HAND_MOST_BYTES, "%.*s", HAND_MOST_BYTES - 1, page + 1);
    struct hand *hand = memory_alloc(sizeof *hand);
    *hand = (struct hand){descriptor, page};
    hand->page[1] = '\0';
    hand->page[0] = HELD;
    return hand;
}

void hand_destroy(struct hand *hand)
{
    if (!hand)
        return;
    hand->page[0] = DOWN;
    munmap(hand->page, PAGE_BYTES);
    close(hand->descriptor);
    memory_free(hand);
}

void hand_lend(struct hand *hand, bool lent)
{
    hand->page[0] = lent ? LENT : HELD;
}

void hand_take(struct hand *hand, const char *text)
{
    if (strncmp(hand->page + 1, text, HAND_MOST_BYTES - 1) == 0)
        return;
    snprintf(hand->page + 1, HAND_MOST_BYTES, "%s", text);
}

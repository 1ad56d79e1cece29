#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>

static _Noreturn void memory_exhausted(void)
{
    fputs("parvis: out of memory\n", stderr);
    abort();
}

void *memory_alloc(size_t bytes)
{
    void *block = calloc(1, bytes ? bytes : 1);
    if (!block)
        memory_exhausted();
    return block;
}

void *memory_resize(void *block, size_t bytes)
{
    void *resized = realloc(block, bytes ? bytes : 1);
    if (!resized)
        memory_exhausted();
    return resized;
}

void memory_free(void *block)
{
    free(block);
}

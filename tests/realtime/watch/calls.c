/* The first net: calls that are counted and passed on as they are. */
#define _GNU_SOURCE
#include "kinds.h"
#include "thread.h"

#include <dlfcn.h>
#include <sched.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Condition variables have two versions in glibc, and an unversioned look-up must not find the one of 1997. */
void *next_symbol(const char *name) {
    void *found = strncmp(name, "pthread_cond_", 13) == 0 ? dlvsym(RTLD_NEXT, name, "GLIBC_2.3.2") : NULL;
    return found ? found : dlsym(RTLD_NEXT, name);
}

#pragma GCC visibility push(default)
#define DEFINE(class, result, name, parameters, arguments) \
    static result (*next_##name) parameters; \
    result name parameters { \
        if (!next_##name) \
            next_##name = (result(*) parameters)next_symbol(#name); \
        note(KIND_##name); \
        return next_##name arguments; \
    }
WATCHED_CALLS(DEFINE)
#pragma GCC visibility pop

/* Before any thread is watched: a look-up inside a watched call could itself lock. */
__attribute__((constructor)) static void find_all(void) {
#define FIND(class, result, name, parameters, arguments) \
    if (!next_##name) \
        next_##name = (result(*) parameters)next_symbol(#name);
    WATCHED_CALLS(FIND)
}

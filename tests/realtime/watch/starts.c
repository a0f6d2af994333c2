/* The first net: what starts a thread or a process. Carried out with the second net open, for a child would come back on its
   handler's frame. */
#define _GNU_SOURCE
#include "kinds.h"
#include "thread.h"

#include <spawn.h>
#include <stdlib.h>

/* X(result, name, parameters, arguments) */
#define STARTS(X) \
    X(int, pthread_create, (pthread_t *t, const pthread_attr_t *a, void *(*f)(void *), void *p), (t, a, f, p)) \
    X(int, thrd_create, (thrd_t *t, thrd_start_t f, void *p), (t, f, p)) \
    X(pid_t, fork, (void), ()) \
    X(int, posix_spawn, (pid_t *i, const char *p, const posix_spawn_file_actions_t *f, const posix_spawnattr_t *a, \
                         char *const v[], char *const e[]), (i, p, f, a, v, e)) \
    X(int, system, (const char *c), (c))

#pragma GCC visibility push(default)
#define DEFINE(result, name, parameters, arguments) \
    static result (*next_##name) parameters; \
    result name parameters { \
        if (!next_##name) \
            next_##name = (result(*) parameters)next_symbol(#name); \
        note(KIND_##name); \
        char dispatch = t_dispatch; \
        t_dispatch = DISPATCH_ALLOW; \
        result got = next_##name arguments; \
        t_dispatch = dispatch; \
        return got; \
    }
STARTS(DEFINE)
#pragma GCC visibility pop

__attribute__((constructor)) static void find_all(void) {
#define FIND(result, name, parameters, arguments) next_##name = (result(*) parameters)next_symbol(#name);
    STARTS(FIND)
}

/* The first net: calls with a variable number of arguments, and mmap, whose two names are one function. */
#define _GNU_SOURCE
#include "kinds.h"
#include "thread.h"

#include <fcntl.h>
#include <stdarg.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

/* A caller that gives no further argument leaves rubbish in its register, which the kernel ignores as it does without us. */
#define LAST_ARGUMENT(last) \
    va_list list; \
    va_start(list, last); \
    long argument = va_arg(list, long); \
    va_end(list)

/* X(name, result, parameters, argument list with `argument` last) */
#define ONE_MORE(X) \
    X(open, int, (const char *path, int flags, ...), flags, (path, flags, argument)) \
    X(open64, int, (const char *path, int flags, ...), flags, (path, flags, argument)) \
    X(openat, int, (int at, const char *path, int flags, ...), flags, (at, path, flags, argument)) \
    X(ioctl, int, (int file, unsigned long request, ...), request, (file, request, argument)) \
    X(fcntl, int, (int file, int command, ...), command, (file, command, argument))

static void *(*next_mmap)(void *, size_t, int, int, int, off_t);
static void *(*next_mremap)(void *, size_t, size_t, int, ...);
static long (*next_syscall)(long, ...);

#pragma GCC visibility push(default)
#define DEFINE(name, result, parameters, last, arguments) \
    static result (*next_##name) parameters; \
    result name parameters { \
        LAST_ARGUMENT(last); \
        if (!next_##name) \
            next_##name = (result(*) parameters)next_symbol(#name); \
        note(KIND_##name); \
        return next_##name arguments; \
    }
ONE_MORE(DEFINE)

static void *map(int kind, void *a, size_t n, int p, int f, int d, off_t o) {
    if (!next_mmap)
        next_mmap = next_symbol("mmap");
    note(kind);
    return next_mmap(a, n, p, f, d, o);
}
void *mmap(void *a, size_t n, int p, int f, int d, off_t o) { return map(KIND_mmap, a, n, p, f, d, o); }
void *mmap64(void *a, size_t n, int p, int f, int d, off64_t o) { return map(KIND_mmap64, a, n, p, f, d, o); }

void *mremap(void *old, size_t n, size_t m, int flags, ...) {
    LAST_ARGUMENT(flags);
    if (!next_mremap)
        next_mremap = next_symbol("mremap");
    note(KIND_mremap);
    return next_mremap(old, n, m, flags, argument);
}

int printf(const char *format, ...) {
    note(KIND_printf);
    va_list list;
    va_start(list, format);
    int written = vprintf(format, list);
    va_end(list);
    return written;
}

int fprintf(FILE *file, const char *format, ...) {
    note(KIND_fprintf);
    va_list list;
    va_start(list, format);
    int written = vfprintf(file, format, list);
    va_end(list);
    return written;
}

long syscall(long number, ...) {
    va_list list;
    va_start(list, number);
    long a[6];
    for (int i = 0; i < 6; i++)
        a[i] = va_arg(list, long);
    va_end(list);
    if (!next_syscall)
        next_syscall = next_symbol("syscall");
    note(KIND_syscall);
    return next_syscall(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}
#pragma GCC visibility pop

__attribute__((constructor)) static void find_all(void) {
#define FIND(name, result, parameters, last, arguments) next_##name = (result(*) parameters)next_symbol(#name);
    ONE_MORE(FIND)
    next_mmap = next_symbol("mmap");
    next_mremap = next_symbol("mremap");
    next_syscall = next_symbol("syscall");
}

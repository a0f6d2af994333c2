/* The first net: the allocator. By libc's inner names, since the loader allocates before symbols can be looked up. */
#define _GNU_SOURCE
#include "kinds.h"
#include "thread.h"

#include <errno.h>
#include <stdlib.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void *__libc_valloc(size_t);
extern void __libc_free(void *);

#pragma GCC visibility push(default)
void *malloc(size_t n) { note(KIND_malloc); return __libc_malloc(n); }
void *calloc(size_t n, size_t m) { note(KIND_calloc); return __libc_calloc(n, m); }
void *realloc(void *p, size_t n) { note(KIND_realloc); return __libc_realloc(p, n); }
void free(void *p) { note(KIND_free); __libc_free(p); }
void *aligned_alloc(size_t a, size_t n) { note(KIND_aligned_alloc); return __libc_memalign(a, n); }
void *memalign(size_t a, size_t n) { note(KIND_memalign); return __libc_memalign(a, n); }
void *valloc(size_t n) { note(KIND_valloc); return __libc_valloc(n); }

void *reallocarray(void *p, size_t n, size_t m) {
    size_t bytes;
    note(KIND_reallocarray);
    if (__builtin_mul_overflow(n, m, &bytes)) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_realloc(p, bytes);
}

int posix_memalign(void **p, size_t a, size_t n) {
    note(KIND_posix_memalign);
    void *memory = __libc_memalign(a, n);
    if (!memory)
        return ENOMEM;
    *p = memory;
    return 0;
}
#pragma GCC visibility pop

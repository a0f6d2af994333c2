/* What the library keeps on each thread. */
#pragma once
#include "watch.h"

enum { DISPATCH_ALLOW = 0, DISPATCH_BLOCK = 1 };

/* Initial-exec, which a library that is there from the start may have: reading them never allocates. */
#define ON_THREAD __thread __attribute__((tls_model("initial-exec"), visibility("hidden")))
extern ON_THREAD Tally *t_tally;               /* null: not watched now */
extern ON_THREAD volatile char t_dispatch;     /* read by the kernel at each system call of a watched thread */

/* Counts a call on this thread, if it is watched. */
void note(int kind);

/* The next definition of a symbol after this library's. */
void *next_symbol(const char *name);

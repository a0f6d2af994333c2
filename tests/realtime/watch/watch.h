/* The watchdog's library: preloaded into a host, it counts what an audio thread must never do, on a thread that is inside
   watch_begin .. watch_end and on no other. Two nets, since each has holes that the other has not:
   - calls: the library defines malloc, pthread_mutex_lock and so on, and the dynamic loader binds every library of the process to
     these. Catches what needs no system call (a small malloc, an uncontended lock). Misses libc's inner calls.
   - system calls: Syscall User Dispatch (Linux 5.11, prctl(2)) turns every system call of the watched thread into a signal,
     wherever it comes from. The call is counted and then carried out, so that the plug-in goes on as it would have. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* What a call is to an audio thread. */
typedef enum {
    WATCH_ALLOCATION, WATCH_FREE, WATCH_LOCK, WATCH_FILE, WATCH_SOCKET, WATCH_SLEEP, WATCH_THREAD, WATCH_MAPPING,
    WATCH_OTHER, /* any system call besides */
    WATCH_CLASSES
} WatchClass;

enum { WATCH_MAX_KINDS = 704, WATCH_MAX_FRAMES = 24 };

/* What happened in one phase of a test: a count and the first stack for each kind of call. */
typedef struct {
    const char *phase;
    unsigned long counts[WATCH_MAX_KINDS];
    void *frames[WATCH_MAX_KINDS][WATCH_MAX_FRAMES];
    int frame_counts[WATCH_MAX_KINDS];
} Tally;

/* Weak: a host that was started without the library can say so. */
#pragma GCC visibility push(default)
#define WATCH_API __attribute__((weak))

/* Once on each thread that will be watched. False where the kernel has no Syscall User Dispatch. */
WATCH_API bool watch_thread(void);

WATCH_API void watch_begin(Tally *tally);
WATCH_API void watch_end(void);

/* How many calls of these classes, a bit each; ~0u for all. */
WATCH_API unsigned long watch_total(const Tally *tally, unsigned classes);

/* Adds one tally's calls to another's and empties it. */
WATCH_API void watch_move(Tally *from, Tally *to);

/* The count of one kind, by name: "malloc", "syscall futex". */
WATCH_API unsigned long watch_count(const Tally *tally, const char *kind);

/* The names of the kinds one by one, NULL after the last. System calls without a name are not among them. */
WATCH_API const char *watch_kind(int index);

WATCH_API WatchClass watch_kind_class(int index);

WATCH_API const char *watch_class_name(WatchClass class);

/* One line: each kind with its count. */
WATCH_API void watch_list(const Tally *tally, char *text, size_t size);

/* Each kind with its class, count and first stack, to stderr. */
WATCH_API void watch_print(const Tally *tally);
#pragma GCC visibility pop

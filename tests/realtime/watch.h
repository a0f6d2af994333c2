/* Counts what an audio thread must never do, on the thread that is inside watch_begin .. watch_end and on no other.
   Two nets, since each has holes that the other has not:
   - calls: the executable defines malloc, pthread_mutex_lock and so on itself, and the dynamic loader binds every library
     loaded later to these. Catches what needs no system call (a small malloc, an uncontended lock). Misses libc's inner calls.
   - system calls: Syscall User Dispatch (Linux 5.11, prctl(2)) turns every system call of the watched thread into a signal,
     wherever it comes from. The call is counted and then carried out, so that the plug-in goes on as it would have. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

enum { WATCH_MAX_KINDS = 640, WATCH_MAX_FRAMES = 24 };

/* What happened in one phase of a test: a count and the first stack for each kind of call. */
typedef struct {
    const char *phase;
    unsigned long counts[WATCH_MAX_KINDS];
    void *frames[WATCH_MAX_KINDS][WATCH_MAX_FRAMES];
    int frame_counts[WATCH_MAX_KINDS];
} Tally;

/* Once, before any thread is watched. */
void watch_init(void);

/* Once on each thread that will be watched. False where the kernel has no Syscall User Dispatch. */
bool watch_thread(void);

void watch_begin(Tally *tally);
void watch_end(void);

unsigned long watch_total(const Tally *tally);

/* Adds one tally's calls to another's and empties it. */
void watch_move(Tally *from, Tally *to);

/* The count of one kind, by name: "malloc", "syscall futex". */
unsigned long watch_count(const Tally *tally, const char *kind);

/* Each kind with its count and first stack, to stderr. */
void watch_print(const Tally *tally);

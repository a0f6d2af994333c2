/* The watchdog as a guest in another's host: preloaded, it puts itself between that host and the plug-in's process and setProcessing, and
   counts what they do, on the host's own audio threads and only between entry and return. */
#pragma once
#include "../host/host.h"
#include "../watch/watch.h"

enum { MAX_HOST_THREADS = 16 };

/* What was seen since a phase began, of one of the host's threads. */
typedef struct {
    Tally calls, collected; /* collected: in blocks during which a collection ran, which stops a thread by a lock and a signal */
    Tally attach;           /* the thread's first managed call: exempt, as in the watchdog's own host */
    long blocks, samples, collected_blocks;
    bool dispatch;          /* system calls are watched */
} Seen;

/* What the plug-in's runtime told. */
typedef struct { long long managed_bytes, collections, frames; } Counters;

/* Finds the loaded plug-in by the end of its file's name and puts the watch on all its instances, those to come too. */
bool guest_watch(const char *library, char *why, size_t size);

/* In the next block a malloc, a free and a system call are made as if by the plug-in. */
void guest_plant(void);

/* From the next block on all is counted anew. Waits until a block has come, and gives what the phase before it was; false where none came. */
bool guest_next_phase(Seen *all, Counters *grown, int *parameters);

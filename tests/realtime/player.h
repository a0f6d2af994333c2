/* One phase of the watchdog: an audio thread that plays an instance, automated in every block, while it is watched. */
#pragma once
#include "host.h"
#include "watch.h"

#include <stdatomic.h>

enum { MANAGED_BYTES, COLLECTIONS, TWIN_DECODES, DIAGNOSTICS };

typedef struct {
    const char *name;
    double share; /* of the seconds in all */
    Format format;
    int block;         /* 0: random, 1 to MAX_BLOCK */
    bool paced;        /* one block each block's time; else as fast as it goes */
    bool in_place;     /* output buffers are the input's */
    bool keeps_states; /* another thread saves and loads the state all the while */
    bool dirty;        /* NaN, infinities and denormals at the input */
} Phase;

typedef struct {
    Instance *instance;
    const Module *module;
    const Phase *phase;
    double seconds;
    /* results */
    Tally attach;       /* the thread's first managed call */
    Tally steady;       /* what must not happen */
    Tally collected;    /* in a block during which the plug-in's collector ran: it stops every managed thread */
    long long collections; /* from start to end */
    long collected_blocks;
    double longest_collected; /* seconds that such a block took */
    bool dispatch, finite;
    long blocks, points;
    double audio_seconds;
    long long counted[DIAGNOSTICS]; /* by the plug-in, since it was warm; index as for Module.diagnostics */
} Run;

/* A thread's start: plays for run->seconds. */
void *play(void *run);

/* Another thread keeps and restores the state meanwhile, as autosave and undo do. */
typedef struct {
    Instance *instance;
    atomic_bool stop;
    long saved, loaded, refused;
} Keeper;

/* A thread's start: saves and loads until keeper->stop. */
void *keep_states(void *keeper);

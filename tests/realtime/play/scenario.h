/* What a scenario is and what came of it. A feature joins the watchdog with a line in scenarios.c. */
#pragma once
#include "../host/host.h"
#include "../watch/watch.h"

#include <pthread.h>

enum { MAX_AUDIO_THREADS = 4 };

typedef enum { AUTOMATE_NOTHING, AUTOMATE_BYPASS, AUTOMATE_EVERYTHING, AUTOMATE_SELDOM } Automation;

/* What is done with an open editor: the pointer moves all over it, or holds a control and moves it. */
typedef enum { EDITOR_CLOSED, EDITOR_HOVERED, EDITOR_DRAGGED } EditorUse;

typedef struct {
    const char *name;
    double share; /* of the seconds in all */
    Format format;
    Automation automation;
    int block;         /* 0: random, 1 to MAX_BLOCK; above 0 that many samples; -1: hosts' usual sizes in turn */
    bool paced;        /* one block each block's time; else as fast as it goes */
    bool in_place;     /* output buffers are the input's */
    bool dirty;        /* NaN, infinities and denormals at the input */
    bool pauses;       /* the input falls silent for a while, again and again */
    bool keeps_states; /* another thread saves and loads the state all the while */
    bool types;        /* another thread types phrases for Word A until shortly before the steady part */
    bool collects;     /* another thread makes the runtime collect all the while */
    int restarts;      /* how often the plug-in is stopped and set up for another format, by the main thread */
    int instances;     /* each on an audio thread of its own; 0 is 1 */
    EditorUse editor;  /* of the first instance, on the main thread */
    bool learns_late;  /* the session begins with Adapt at 0; where it is automated what it takes is made while it plays */
    bool waits;        /* process() may wait for the decode worker, by the system; it may still not allocate */
} Scenario;

extern const Scenario Scenarios[];
extern const int ScenarioCount;

/* The parts of the time after which the plug-in counts as warm, and after which what is planted happens. */
#define PLANT_AT 0.6
#define WARM_AT 0.25
#define TYPED_UNTIL 0.15

/* A call that the audio thread makes on purpose, between watch_begin and watch_end. */
typedef struct Plant {
    const char *kind; /* the name under which it must be found */
    void (*act)(const Instance *instance);
    bool elsewhere; /* on another thread, while the audio thread plays */
} Plant;

/* One audio thread's part. */
typedef struct {
    const Scenario *scenario;
    const Module *module;
    Instance *instance;
    Format format;
    const Plant *plant; /* or null */
    double seconds;
    unsigned row;               /* of random numbers */
    pthread_barrier_t *reading; /* all players and the thread that reads the runtime's counters; twice at the start of the steady part
                                   and twice at its end, since an exact reading stops all managed threads */
    /* results, added up over restarts */
    Tally attach;       /* each thread's first managed call */
    Tally first_wait;   /* a thread's first wait in a scenario that may wait */
    Tally steady;       /* what must not happen */
    Tally collected;    /* in a block during which the plug-in's collector ran: it stops every managed thread */
    bool dispatch, finite, has_waited;
    long threads, blocks, points, collected_blocks, rests;
    double audio_seconds, longest_attach, longest_collected; /* seconds */
    double low[MAX_PARAMETERS], high[MAX_PARAMETERS];        /* the normalised values that each parameter was sent */
} Player;

/* What the plug-in's runtime says that it did between the first and the last block of the steady part of a scenario. */
typedef struct {
    long long managed_bytes, collections, twin_decodes;
    double seconds;
} Steady;

typedef struct {
    const Scenario *scenario;
    Player players[MAX_AUDIO_THREADS];
    int player_count;
    Steady steady;
    long long collections; /* from start to end, warming up too */
    long saved, loaded, typed, refused, forced;
    bool refused_format;
    bool editor_opened, editor_left, editor_moved; /* left: nothing of it stayed in the run loop; moved: its picture changed */
    long frames, edits;                            /* calls of its timers, and what it told its host */
} Run;

/* Plays a scenario for about so many seconds. The instances are made and released by it. */
void scenario_run(const Module *module, const Scenario *scenario, const Plant *plant, double seconds, Run *run);

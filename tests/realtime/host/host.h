/* A small VST3 host: enough to load an effect by its binary, run it, automate all of it and keep its state. */
#pragma once
#include "vst3.h"

#include <stdbool.h>
#include <stddef.h>

/* The plug-in's own numbers of the parameter that phrases are typed for, and of what has the track learnt. */
enum { WORD_A = 10, ADAPT = 30 };

enum { MAX_PARAMETERS = 256, MAX_POINTS = 4, MAX_BLOCK = 4096, MAX_BUSES = 2 };

/* ---- the module ---- */

typedef struct {
    void *library;
    Factory *factory;
    Tuid effect;
    char name[64];
    /* What the plug-in tells of its runtime, a C export of plugin/Plugin/Diagnostics.cs. Null where it has none. */
    long long (*diagnostics)(int what);
} Module;

/* What to ask it for: counts since the library was loaded, and COLLECT, which collects all generations and tells the bytes left. */
enum { MANAGED_BYTES, COLLECTIONS, TWIN_DECODES, COLLECT, PAUSED_NANOSECONDS };

/* Ends the program with a message where the bundle can't be loaded. */
Module module_open(const char *bundle);
void module_close(Module *module);

/* ---- an instance ---- */

typedef struct {
    uint32_t id;
    int steps; /* 0: continuous */
    bool is_bypass;
    double value;
    char title[128];
} Parameter;

typedef struct {
    Component *component;
    Processor *processor;
    Controller *controller;
    Parameter parameters[MAX_PARAMETERS]; /* those that may be automated */
    int parameter_count;
    int in_buses, out_buses;
    _Atomic double edited[MAX_PARAMETERS]; /* what an editor has set, to be sent to process(); NaN where nothing is new */
    _Atomic double typed; /* Word A as typed on the main thread, to be sent to process(); NaN where nothing is new */
} Instance;

Instance instance_create(const Module *module);
void instance_release(Instance *instance);

typedef struct {
    int sample_size; /* SAMPLE_32 or SAMPLE_64 */
    int channels;
    double rate;
    bool side_chain; /* activates the second input bus, if there is one */
    int mode;        /* MODE_REALTIME or MODE_OFFLINE */
} Format;

/* Arranges buses, sets up and activates. False where the effect refuses. */
bool instance_start(Instance *instance, Format format);
void instance_stop(Instance *instance);

/* ---- parameter changes: fixed memory, so that the host itself never allocates on the audio thread ---- */

struct Queue {
    const QueueTable *t;
    uint32_t id;
    int count;
    int32_t offsets[MAX_POINTS];
    double values[MAX_POINTS];
};

struct Changes {
    const ChangesTable *t;
    int count;
    Queue queues[MAX_PARAMETERS];
};

void changes_init(Changes *changes);
void changes_clear(Changes *changes);

/* Adds a point; what does not fit is dropped. */
void changes_add(Changes *changes, uint32_t id, int offset, double value);

/* ---- a stream in memory ---- */

typedef struct {
    Stream stream; /* first, so that a Stream * is a Memory * */
    unsigned char *bytes;
    size_t length, capacity, position;
} Memory;

void memory_init(Memory *memory);
void memory_free(Memory *memory);

/* Saves and loads as a host does with a session: component, then controller. */
bool state_save(const Instance *instance, Memory *into);
bool state_load(const Instance *instance, Memory *from);

_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

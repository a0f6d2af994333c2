/* How long a forced collection holds the audio thread: a thread plays without a pause and times its blocks, another one makes the
   plug-in's runtime collect now and then. What a collection costs is the longest block around it less the usual one's time.
   Prints "key median lower-quartile upper-quartile" lines. Preloads nothing: what is measured is the plug-in alone.
   usage: pauses BUNDLE COLLECTIONS [WALK HEAP] */
#define _GNU_SOURCE
#include "heap.h"

#include <math.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BLOCK = 64 };

static Instance instance;
static atomic_bool stop;
static atomic_bool resting = true; /* between windows: the system would stop a real-time thread that never sleeps, for tens of milliseconds */
/* The longest block since the collecting thread last took it, in nanoseconds. */
static atomic_llong longest;
static atomic_long blocks;

static long long nanoseconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000ll + t.tv_nsec;
}

static void *play(void *argument) {
    static float audio[2][BLOCK];
    static Changes changes;
    void *channels[2] = {audio[0], audio[1]};
    AudioBus ins[MAX_BUSES] = {{2, 0, channels}, {0}}, out = {2, 0, channels};
    ProcessData data = {.mode = MODE_REALTIME, .sampleSize = SAMPLE_32, .numSamples = BLOCK, .numInputs = instance.in_buses,
                        .numOutputs = 1, .inputs = ins, .outputs = &out, .inputChanges = &changes};
    Processor *processor = instance.processor;
    /* As hosts have it; where that is refused, whatever else runs here makes the figures worse. */
    struct sched_param priority = {.sched_priority = 10};
    pthread_setschedparam(pthread_self(), SCHED_FIFO, &priority);
    /* A word, so that there is something to play. */
    changes_init(&changes);
    for (int i = 0; i < instance.parameter_count; i++)
        if (strcmp(instance.parameters[i].title, "Word A") == 0)
            changes_add(&changes, instance.parameters[i].id, 0, 10.0 / instance.parameters[i].steps);
    if (changes.count != 1)
        fail("there is no parameter Word A");
    processor->t->setProcessing(processor, 1);
    for (long turn = 0; !atomic_load(&stop); turn++) {
        for (int i = 0; i < BLOCK; i++)
            audio[0][i] = audio[1][i] = 0.5f * sinf(0.1f * (float)((turn * BLOCK + i) % 100000));
        if (turn > 0)
            changes_clear(&changes);
        long long start = nanoseconds();
        processor->t->process(processor, &data);
        long long took = nanoseconds() - start;
        if (took > atomic_load(&longest))
            atomic_store(&longest, took);
        atomic_fetch_add(&blocks, 1);
        while (atomic_load(&resting) && !atomic_load(&stop))
            usleep(100);
    }
    processor->t->setProcessing(processor, 0);
    return argument;
}

/* The longest block of the next few milliseconds, in which the runtime collects or does not. */
static double longest_in_window(const Module *module, bool collects) {
    long before = atomic_load(&blocks);
    atomic_store(&resting, false);
    while (atomic_load(&blocks) < before + 20)
        usleep(100);
    atomic_store(&longest, 0);
    before = atomic_load(&blocks);
    usleep(1000);
    if (collects)
        module->diagnostics(COLLECT);
    usleep(1000);
    while (atomic_load(&blocks) < before + 20)
        usleep(100);
    double microseconds = 1e-3 * (double)atomic_load(&longest);
    atomic_store(&resting, true);
    usleep(2000);
    return microseconds;
}

static int by_size(const void *a, const void *b) { return (*(const double *)a > *(const double *)b) - (*(const double *)a < *(const double *)b); }

static void print(const char *key, double *values, int count) {
    qsort(values, (size_t)count, sizeof *values, by_size);
    printf("%s %.1f %.1f %.1f\n", key, values[count / 2], values[count / 4], values[3 * count / 4]);
}

int main(int argc, char **argv) {
    if (argc < 3)
        fail("usage: pauses BUNDLE COLLECTIONS [WALK HEAP]");
    Module module = module_open(argv[1]);
    int count = atoi(argv[2]);
    if (!module.diagnostics || count < 1)
        fail("the plug-in's runtime can't be asked to collect");
    double *held = calloc((size_t)count, sizeof *held), *usual = calloc((size_t)count, sizeof *usual), *told = calloc((size_t)count, sizeof *told);
    instance = instance_create(&module);
    if (!held || !usual || !told || !instance_start(&instance, (Format){SAMPLE_32, 2, 48000, false, MODE_REALTIME}))
        fail("the plug-in can't be started");
    pthread_t player;
    pthread_create(&player, NULL, play, NULL);
    usleep(300000);
    /* In turns, so that what else runs on the machine falls on both alike. */
    for (int i = 0; i < count; i++) {
        usual[i] = longest_in_window(&module, false);
        long long paused = module.diagnostics(PAUSED_NANOSECONDS);
        held[i] = longest_in_window(&module, true);
        told[i] = 1e-3 * (double)(module.diagnostics(PAUSED_NANOSECONDS) - paused);
    }
    atomic_store(&stop, true);
    pthread_join(player, NULL);

    print("longest_block_without_us", usual, count);
    double typical = usual[count / 2];
    for (int i = 0; i < count; i++)
        held[i] = fmax(0, held[i] - typical);
    print("gc_pause_us", held, count);
    printf("gc_pause_worst_us %.1f\n", held[count - 1]);
    print("gc_pause_told_us", told, count);
    Heap heap = heap_measure(&module, argc > 4 ? heap_symbols(argv[3], argv[4]) : (HeapSymbols){0});
    if (heap.objects >= 0)
        printf("live_objects %ld\n", heap.objects);
    printf("live_bytes %lld\n", heap.bytes);
    instance_stop(&instance);
    instance_release(&instance);
    module_close(&module);
    return 0;
}

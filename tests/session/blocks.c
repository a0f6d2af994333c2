/* How long an audio thread's blocks take while others in the process are at work, each in turns: nothing beside it; another .NET plug-in that
   allocates as fast as it can; a host that saves the state ten times a second; a user who has the editor open, types, saves and browses.
   Prints "key value" lines.
   usage: blocks BUNDLE BLOCK BLOCKS NEIGHBOUR      BLOCK samples; BLOCKS of each sort at least; NEIGHBOUR a library of ./Neighbour, or "" */
#define _GNU_SOURCE
#include "../realtime/host/host.h"
#include "../realtime/play/editor.h"
#include "process.h"

#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SORTS = 4, ROUNDS = 5, MOST = 1 << 18, REST_MICROSECONDS = 100, LIVE_OBJECTS = 100000 };
enum { QUIET, NEIGHBOUR, SAVES, USER };

static const char *const Names[SORTS] = {"quiet", "neighbour", "saves", "user"};

static Module module;
static Instance instance;
static int block;
static atomic_int sort; /* of the blocks that are being played; SORTS for those that do not count */
static atomic_long played;
static atomic_bool stop;
static double took[SORTS][MOST]; /* microseconds */
static long counts[SORTS];
static long long bytes[SORTS], collections[SORTS], saves[SORTS];

static struct {
    void (*start)(int);
    void (*stop)(void);
    long long (*told)(int);
} neighbour;

static void *play(void *argument) {
    static float audio[2][MAX_BLOCK];
    static Changes changes;
    void *channels[2] = {audio[0], audio[1]};
    AudioBus ins[MAX_BUSES] = {{2, 0, channels}, {0}}, out = {2, 0, channels};
    ProcessData data = {.mode = MODE_REALTIME, .sampleSize = SAMPLE_32, .numSamples = block, .numInputs = instance.in_buses, .numOutputs = 1,
                        .inputs = ins, .outputs = &out, .inputChanges = &changes};
    /* As hosts have it; where that is refused, whatever else runs here makes the figures worse. */
    pthread_setschedparam(pthread_self(), SCHED_FIFO, &(struct sched_param){.sched_priority = 10});
    changes_init(&changes);
    instance.processor->t->setProcessing(instance.processor, 1);
    while (!atomic_load(&stop)) {
        int now_sort = atomic_load(&sort);
        changes_clear(&changes);
        for (int i = 0; i < instance.parameter_count; i++) {
            double value = atomic_exchange(&instance.edited[i], NAN);
            if (!isnan(value))
                changes_add(&changes, instance.parameters[i].id, 0, value);
        }
        for (int i = 0; i < block; i++)
            audio[0][i] = audio[1][i] = 0.5f * sinf(0.1f * (float)i);
        double start = seconds_now();
        instance.processor->t->process(instance.processor, &data);
        double microseconds = 1e6 * (seconds_now() - start);
        if (now_sort < SORTS && now_sort == atomic_load(&sort) && counts[now_sort] < MOST)
            took[now_sort][counts[now_sort]++] = microseconds;
        atomic_fetch_add(&played, 1);
        usleep(REST_MICROSECONDS);
    }
    instance.processor->t->setProcessing(instance.processor, 0);
    return argument;
}

/* A host's autosave; a user's browsing loads what was saved before. */
static void keep(bool loads) {
    static Memory states[2];
    static long turn;
    Memory *state = &states[turn++ % 2];
    if (!state->bytes)
        memory_init(state);
    if (loads && state->length ? !state_load(&instance, state) : !state_save(&instance, state))
        fail("a state was refused");
    saves[atomic_load(&sort)]++;
}

static void type(void) {
    static const char *const Phrases[] = {"a bit warmer, not muddy", "much brighter and -3 dB at 300", "less harsh"};
    static int turn;
    const char *phrase = Phrases[turn++ % 3];
    String128 text = {0};
    double value;
    for (size_t i = 0; phrase[i]; i++)
        text[i] = (unsigned char)phrase[i];
    Controller *controller = instance.controller;
    if (controller->t->getParamValueByString(controller, WORD_A, text, &value) != RESULT_OK)
        fail("\"%s\" was not understood", phrase);
    controller->t->setParamNormalized(controller, WORD_A, value);
    for (int i = 0; i < instance.parameter_count; i++)
        if (instance.parameters[i].id == WORD_A)
            atomic_store(&instance.edited[i], value);
}

static void main_thread(int what) {
    static const Scenario Nothing = {.automation = AUTOMATE_NOTHING};
    static Run run;
    static long turn;
    run.scenario = &Nothing;
    if (what == USER)
        editor_run_until(seconds_now() + 0.1, &run);
    else
        usleep(100000);
    turn++;
    if (what == SAVES)
        keep(false);
    if (what == USER && turn % 5 == 0)
        type();
    if (what == USER && turn % 5 == 2)
        keep(turn % 2 == 0);
}

static void play_round(int what, long blocks) {
    if (what == NEIGHBOUR)
        neighbour.start(LIVE_OBJECTS);
    if (what == USER && !editor_open(&instance, EDITOR_HOVERED))
        fail("the editor does not open");
    main_thread(QUIET); /* until all is at work */
    long long bytes_before = module.diagnostics(MANAGED_BYTES), collections_before = module.diagnostics(COLLECTIONS);
    long before = counts[what];
    atomic_store(&sort, what);
    while (counts[what] < before + blocks && counts[what] < MOST)
        main_thread(what);
    atomic_store(&sort, SORTS);
    bytes[what] += module.diagnostics(MANAGED_BYTES) - bytes_before;
    collections[what] += module.diagnostics(COLLECTIONS) - collections_before;
    if (what == USER)
        editor_close();
    if (what == NEIGHBOUR)
        neighbour.stop();
}

static void report(int what) {
    qsort(took[what], (size_t)counts[what], sizeof(double), by_size);
    printf("block%d_%s_p50_us %.2f\n", block, Names[what], permille(took[what], counts[what], 500));
    printf("block%d_%s_p9999_us %.2f\n", block, Names[what], permille(took[what], counts[what], 999.9));
    printf("block%d_%s_max_us %.2f\n", block, Names[what], took[what][counts[what] - 1]);
    printf("block%d_%s_blocks %ld\nblock%d_%s_collections %lld\n", block, Names[what], counts[what], block, Names[what], collections[what]);
    if (what == SAVES)
        printf("block%d_bytes_a_save %.0f\n", block, (double)bytes[what] / (double)saves[what]);
}

int main(int argc, char **argv) {
    if (argc != 5 || (block = atoi(argv[2])) < 1 || block > MAX_BLOCK)
        fail("usage: blocks BUNDLE BLOCK BLOCKS NEIGHBOUR");
    void *library = *argv[4] ? dlopen(argv[4], RTLD_NOW | RTLD_LOCAL) : NULL;
    if (library) {
        neighbour.start = (void (*)(int))dlsym(library, "NeighbourStart");
        neighbour.stop = (void (*)(void))dlsym(library, "NeighbourStop");
        neighbour.told = (long long (*)(int))dlsym(library, "NeighbourTold");
    }
    bool has_display = editor_has_display();
    module = module_open(argv[1]);
    instance = instance_create(&module);
    if (!instance_start(&instance, (Format){SAMPLE_32, 2, 48000, false, MODE_REALTIME}))
        fail("the plug-in can't be started");
    atomic_store(&sort, SORTS);
    pthread_t player;
    pthread_create(&player, NULL, play, NULL);
    type();
    usleep(500000);
    for (int round = 0; round < ROUNDS; round++)
        for (int what = 0; what < SORTS; what++)
            if ((what != NEIGHBOUR || neighbour.told) && (what != USER || has_display))
                play_round(what, atol(argv[3]) / ROUNDS + 1);
    atomic_store(&stop, true);
    pthread_join(player, NULL);
    for (int what = 0; what < SORTS; what++)
        if (counts[what] > 0)
            report(what);
    if (neighbour.told)
        printf("block%d_neighbour_gigabytes %.1f\nblock%d_neighbour_own_collections %lld\nblock%d_neighbour_own_pauses_ms %.0f\n", block,
               1e-9 * (double)neighbour.told(0), block, neighbour.told(1), block, 1e-6 * (double)neighbour.told(2));
    instance_stop(&instance);
    instance_release(&instance);
    module_close(&module);
    return 0;
}

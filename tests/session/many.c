/* A session of many instances in one process, as a host has it: how long each is in coming, what it takes, who works for them all. Prints
   "key value" lines.
   usage: many BUNDLE COUNT SECONDS AUTOMATED      AUTOMATED: nothing, macros, everything; 0 seconds: made and not played */
#include "../realtime/host/host.h"
#include "process.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 512, MAX_COUNT = 200, RATE = 48000 };
enum { WITHOUT_US = 2 }; /* threads: the main one, and the runtime's finalizer */

static Instance instances[MAX_COUNT];
static Changes changes;
static float audio[2][BLOCK], played[2][BLOCK];
static double peaks[MAX_COUNT];

/* Which parameters move: the eight macros, or all but bypass. */
static bool is_automated(const Parameter *parameter, const char *what) {
    enum { MACRO_1 = 20, MACROS = 8 };
    return (strcmp(what, "everything") == 0 && !parameter->is_bypass) ||
           (strcmp(what, "macros") == 0 && parameter->id >= MACRO_1 && parameter->id < MACRO_1 + MACROS);
}

/* Slow waves, each parameter and instance on its own: a new place at every block. */
static void automate(int index, long block, const char *what) {
    changes_clear(&changes);
    const Instance *instance = &instances[index];
    for (int i = 0; i < instance->parameter_count; i++) {
        const Parameter *parameter = &instance->parameters[i];
        if (!is_automated(parameter, what))
            continue;
        double value = 0.5 + 0.5 * sin(0.013 * (double)block * (1 + 0.07 * i) + index);
        changes_add(&changes, parameter->id, BLOCK / 2, parameter->steps ? floor(value * parameter->steps) / parameter->steps : value);
    }
}

static void play(int index, long block, const char *what) {
    void *in[2] = {audio[0], audio[1]}, *out[2] = {played[0], played[1]};
    AudioBus ins[MAX_BUSES] = {{2, 0, in}, {0}}, outs = {2, 0, out};
    ProcessData data = {.mode = MODE_REALTIME, .sampleSize = SAMPLE_32, .numSamples = BLOCK, .numInputs = instances[index].in_buses, .numOutputs = 1,
                        .inputs = ins, .outputs = &outs, .inputChanges = &changes};
    automate(index, block, what);
    if (instances[index].processor->t->process(instances[index].processor, &data) != RESULT_OK)
        fail("process was refused");
    for (int i = 0; i < BLOCK; i++)
        peaks[index] = fmax(peaks[index], fabs(played[0][i]));
}

/* A word, so that there is something to play. */
static void set_word(Instance *instance) {
    for (int i = 0; i < instance->parameter_count; i++)
        if (instance->parameters[i].id == WORD_A)
            instance->controller->t->setParamNormalized(instance->controller, WORD_A, 10.0 / instance->parameters[i].steps);
}

static double create(const Module *module, int index) {
    double start = seconds_now();
    instances[index] = instance_create(module);
    set_word(&instances[index]);
    if (!instance_start(&instances[index], (Format){SAMPLE_32, 2, RATE, false, MODE_REALTIME}))
        fail("instance %d can't be started", index);
    instances[index].processor->t->setProcessing(instances[index].processor, 1);
    play(index, 0, "nothing");
    return 1e3 * (seconds_now() - start);
}

/* In step with time, as an audio thread is called. What it took is all threads' processor time for a second of sound. */
static double cores(int count, double seconds, const char *what) {
    double start = seconds_now(), spent = seconds_spent();
    long blocks = lround(seconds * RATE / BLOCK);
    for (long block = 0; block < blocks; block++) {
        for (int i = 0; i < count; i++)
            play(i, block, what);
        double early = start + (double)(block + 1) * BLOCK / RATE - seconds_now();
        if (early > 0)
            usleep((useconds_t)(1e6 * early));
    }
    return (seconds_spent() - spent) / ((double)blocks * BLOCK / RATE);
}

int main(int argc, char **argv) {
    int count = argc == 5 ? atoi(argv[2]) : 0;
    if (count < 2 || count > MAX_COUNT)
        fail("usage: many BUNDLE COUNT SECONDS nothing|macros|everything");
    changes_init(&changes);
    for (int i = 0; i < BLOCK; i++)
        audio[0][i] = audio[1][i] = 0.25f * sinf(0.05f * (float)i) + 0.1f * ((float)rand() / (float)RAND_MAX - 0.5f);
    static double later[MAX_COUNT];
    long resident = kilobytes("VmRSS"), anonymous;
    double start = seconds_now();
    Module module = module_open(argv[1]);
    double opened = 1e3 * (seconds_now() - start);
    double first = opened + create(&module, 0);
    usleep(300000); /* the worker has loaded what it decodes by */
    printf("load_ms %.3f\nfirst_ms %.3f\nfirst_kb %ld\nthreads_of_first %d\n", opened, first, kilobytes("VmRSS") - resident, threads());
    resident = kilobytes("VmRSS"), anonymous = kilobytes("RssAnon");
    for (int i = 1; i < count; i++)
        later[i - 1] = create(&module, i);
    printf("further_kb %.1f\nfurther_anonymous_kb %.1f\n", (double)(kilobytes("VmRSS") - resident) / (count - 1),
           (double)(kilobytes("RssAnon") - anonymous) / (count - 1));
    double typical = median(later, count - 1);
    printf("further_ms %.3f\nfurther_worst_ms %.3f\n", typical, later[count - 2]);
    if (atof(argv[3]) > 0) {
        long long late = module.diagnostics(TWIN_DECODES);
        printf("cores %.4f\n", cores(count, atof(argv[3]), argv[4]));
        printf("late_decodes %lld\n", module.diagnostics(TWIN_DECODES) - late);
        int silent = 0;
        for (int i = 0; i < count; i++)
            silent += !(peaks[i] > 0.01 && peaks[i] < 100);
        printf("silent_instances %d\nplayed_kb %.1f\n", silent, (double)(kilobytes("VmRSS") - resident) / (count - 1));
    }
    printf("runtimes %d\nthreads %d\n", mapped_libraries("onnxruntime"), threads());
    start = seconds_now();
    for (int i = 0; i < count; i++) {
        instance_stop(&instances[i]);
        instance_release(&instances[i]);
    }
    double released = seconds_now();
    /* The runtime says that a thread has ended shortly before the system does. */
    while (threads() > WITHOUT_US && seconds_now() < released + 5)
        usleep(10000);
    printf("release_ms %.3f\nthreads_left %d\n", 1e3 * (released - start) / count, threads() - WITHOUT_US);
    module_close(&module);
    return 0;
}

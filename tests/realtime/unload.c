/* Opens, uses and closes the plug-in again and again, as hosts that scan or unload do, then waits: threads and signal
   handlers of a runtime that was unmapped would crash now. Prints one line; what it returns says whether it lived.
   usage: unload BUNDLE LOOPS */
#include "host/host.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long threads(void) {
    char line[256];
    long count = -1;
    FILE *status = fopen("/proc/self/status", "r");
    while (status && fgets(line, sizeof line, status))
        sscanf(line, "Threads: %ld", &count);
    if (status)
        fclose(status);
    return count;
}

static void play(Instance *instance, int blocks) {
    static float audio[2][512];
    void *channels[2] = {audio[0], audio[1]};
    AudioBus ins[MAX_BUSES] = {{2, 0, channels}, {0}}, out = {2, 0, channels};
    ProcessData data = {.mode = MODE_REALTIME, .sampleSize = SAMPLE_32, .numSamples = 512, .numInputs = instance->in_buses,
                        .numOutputs = 1, .inputs = ins, .outputs = &out};
    instance->processor->t->setProcessing(instance->processor, 1);
    for (int i = 0; i < blocks; i++)
        instance->processor->t->process(instance->processor, &data);
    instance->processor->t->setProcessing(instance->processor, 0);
}

int main(int argc, char **argv) {
    if (argc != 3)
        fail("usage: unload BUNDLE LOOPS");
    int loops = atoi(argv[2]);
    long first = 0;
    for (int i = 0; i < loops; i++) {
        Module module = module_open(argv[1]);
        Instance a = instance_create(&module), b = instance_create(&module);
        if (!instance_start(&a, (Format){SAMPLE_32, 2, 48000, false, MODE_REALTIME}) || !instance_start(&b, (Format){SAMPLE_32, 2, 44100, false, MODE_REALTIME}))
            fail("round %d: the plug-in can't be activated", i);
        play(&a, 20);
        instance_stop(&a);
        instance_release(&a);
        play(&b, 20); /* what the two share must outlive the first */
        instance_stop(&b);
        instance_release(&b);
        module_close(&module);
        if (i == 0) {
            usleep(100000);
            first = threads();
        }
    }
    usleep(300000);
    long last = threads();
    printf("%d rounds; threads after the first %ld, after the last %ld\n", loops, first, last);
    return last > first;
}

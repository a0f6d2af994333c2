/* What a host's scanner does: it loads the plug-in, makes an instance, reads buses, parameters and their default values' text, and lets it go.
   Prints "key value" lines.
   usage: scan BUNDLE */
#include "../realtime/host/host.h"
#include "process.h"

#include <stdio.h>

static void read_all(const Instance *instance) {
    Controller *controller = instance->controller;
    for (int direction = INPUT; direction <= OUTPUT; direction++) {
        BusInfo bus;
        for (int i = 0; i < instance->component->t->getBusCount(instance->component, MEDIA_AUDIO, direction); i++)
            if (instance->component->t->getBusInfo(instance->component, MEDIA_AUDIO, direction, i, &bus) != RESULT_OK)
                fail("bus %d has no information", i);
    }
    for (int i = 0; i < controller->t->getParameterCount(controller); i++) {
        ParameterInfo info;
        String128 text;
        if (controller->t->getParameterInfo(controller, i, &info) != RESULT_OK ||
            controller->t->getParamStringByValue(controller, info.id, info.defaultNormalized, text) != RESULT_OK)
            fail("parameter %d has no information", i);
    }
}

int main(int argc, char **argv) {
    if (argc != 2)
        fail("usage: scan BUNDLE");
    long before = kilobytes("VmRSS");
    double start = seconds_now();
    Module module = module_open(argv[1]);
    double loaded = seconds_now();
    Instance instance = instance_create(&module);
    read_all(&instance);
    instance_release(&instance);
    double read = seconds_now();
    printf("scan_load_ms %.3f\nscan_ms %.3f\nscan_kb %ld\n", 1e3 * (loaded - start), 1e3 * (read - start), kilobytes("VmRSS") - before);
    printf("scan_runtimes %d\nscan_threads %d\n", mapped_libraries("onnxruntime"), threads());
    module_close(&module);
    return 0;
}

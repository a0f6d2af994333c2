/* Allocations of managed memory, and a collection: what only the plug-in's own counters can tell. */
#include "plants.h"

static long long (*diagnostics)(int);

void plants_prepare_managed(const Module *module) { diagnostics = module->diagnostics; }

/* The main thread's call: it makes a string of each number. */
static void make_text(const Instance *instance) {
    String128 text;
    for (int i = 0; i < instance->parameter_count; i++)
        instance->controller->t->getParamStringByValue(instance->controller, instance->parameters[i].id, 0.123, text);
}

static void collect(const Instance *instance) {
    (void)instance;
    diagnostics(COLLECT);
}

const Plant PlantedManaged[] = {
    {"managed memory", make_text, false},
    {"managed memory on another thread", make_text, true},
    {"a collection on another thread", collect, true},
    {0},
};

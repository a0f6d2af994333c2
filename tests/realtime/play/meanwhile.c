#define _GNU_SOURCE
#include "meanwhile.h"

#include <unistd.h>

/* Saves and loads, as autosave and undo do. */
static void *keep_states(void *argument) {
    Meanwhile *m = argument;
    Memory states[4];
    for (int i = 0; i < 4; i++)
        memory_init(&states[i]);
    for (int turn = 0; !atomic_load(&m->stop); turn++) {
        Memory *state = &states[turn % 4];
        if (state->length > 0 && turn % 3 == 0)
            state_load(m->instance, state) ? m->loaded++ : m->refused++;
        else
            state_save(m->instance, state) ? m->saved++ : m->refused++;
        usleep(7000);
    }
    for (int i = 0; i < 4; i++)
        memory_free(&states[i]);
    return NULL;
}

/* Far more often than any allocation of ours could bring a collection about. */
static void *collect(void *argument) {
    Meanwhile *m = argument;
    while (!atomic_load(&m->stop)) {
        m->module->diagnostics(COLLECT);
        m->forced++;
        usleep(20000);
    }
    return NULL;
}

void meanwhile_start(Meanwhile *m, const Module *module, const Instance *instance, const Scenario *scenario) {
    *m = (Meanwhile){.module = module, .instance = instance, .keeps_states = scenario->keeps_states, .collects = scenario->collects};
    if (m->keeps_states)
        pthread_create(&m->keeper, NULL, keep_states, m);
    if (m->collects)
        pthread_create(&m->collector, NULL, collect, m);
}

void meanwhile_stop(Meanwhile *m) {
    atomic_store(&m->stop, true);
    if (m->keeps_states)
        pthread_join(m->keeper, NULL);
    if (m->collects)
        pthread_join(m->collector, NULL);
}

#define _GNU_SOURCE
#include "meanwhile.h"
#include "player.h"

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

/* As a host's value field does: what does the text mean, then the controller's value, then process(). */
static void *type_phrases(void *argument) {
    static const char *const Phrases[] = {"a bit warmer, not muddy", "much brighter and -3 dB at 300", "warm and airy, high shelf 8k +2", "less harsh"};
    Meanwhile *m = argument;
    Controller *controller = m->instance->controller;
    for (int turn = 0; !atomic_load(&m->stop) && now() < m->typed_until; turn++) {
        String128 text = {0};
        double value;
        const char *phrase = Phrases[turn % (int)(sizeof Phrases / sizeof *Phrases)];
        for (size_t i = 0; phrase[i]; i++)
            text[i] = (unsigned char)phrase[i];
        if (controller->t->getParamValueByString(controller, WORD_A, text, &value) == RESULT_OK &&
            controller->t->setParamNormalized(controller, WORD_A, value) == RESULT_OK) {
            atomic_store(&m->instance->typed, value);
            m->typed++;
        } else
            m->refused++;
        usleep(15000);
    }
    return NULL;
}

void meanwhile_start(Meanwhile *m, const Module *module, Instance *instance, const Scenario *scenario, double seconds) {
    *m = (Meanwhile){.module = module, .instance = instance, .keeps_states = scenario->keeps_states, .collects = scenario->collects,
                     .types = scenario->types, .typed_until = now() + TYPED_UNTIL * seconds};
    if (m->types)
        pthread_create(&m->typist, NULL, type_phrases, m);
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
    if (m->types)
        pthread_join(m->typist, NULL);
}

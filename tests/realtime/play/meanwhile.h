/* What other threads of a host do with an instance while it plays. */
#pragma once
#include "scenario.h"

#include <pthread.h>
#include <stdatomic.h>

typedef struct {
    const Module *module;
    const Instance *instance;
    atomic_bool stop;
    bool keeps_states, collects;
    pthread_t keeper, collector;
    long saved, loaded, refused, forced;
} Meanwhile;

void meanwhile_start(Meanwhile *meanwhile, const Module *module, const Instance *instance, const Scenario *scenario);
void meanwhile_stop(Meanwhile *meanwhile);

/* What other threads of a host do with an instance while it plays. */
#pragma once
#include "scenario.h"

#include <pthread.h>
#include <stdatomic.h>

typedef struct {
    const Module *module;
    Instance *instance;
    atomic_bool stop;
    bool keeps_states, collects, types;
    double typed_until;
    pthread_t keeper, collector, typist;
    long saved, loaded, typed, refused, forced;
} Meanwhile;

void meanwhile_start(Meanwhile *meanwhile, const Module *module, Instance *instance, const Scenario *scenario, double seconds);
void meanwhile_stop(Meanwhile *meanwhile);

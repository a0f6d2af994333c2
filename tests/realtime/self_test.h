/* The watchdog's own test: what is planted on the audio thread, it finds, under its name, and the run fails by it. */
#pragma once
#include "play/scenario.h"

typedef struct {
    int caught, missed;
    char missing[512]; /* names */
} SelfTest;

/* Plays a short run for each planted call of every kind that is watched. */
SelfTest self_test(const Module *module);

/* The scenario that planted calls are tried in. */
extern const Scenario PlantScenario;

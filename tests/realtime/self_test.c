#include "self_test.h"

#include "plants/plants.h"
#include "verdict.h"

#include <stdio.h>
#include <string.h>

const Scenario PlantScenario = {"planted", 1, {SAMPLE_32, 2, 48000, false, MODE_REALTIME}, AUTOMATE_EVERYTHING, 64};

static Run run;

static bool is_found_once(const Module *module, const Plant *plant) {
    scenario_run(module, &PlantScenario, plant, 0.03, &run);
    bool found = plant_is_managed(plant) || watch_count(&run.players[0].steady, plant->kind) == 1;
    return found && !judge(&run).ok;
}

/* A block in which a collection comes is tallied apart, with what is planted in it: then it is planted again. */
static bool is_found(const Module *module, const Plant *plant) {
    enum { MOST = 5 };
    bool found = is_found_once(module, plant);
    for (int again = 1; again < MOST && !found && run.collections > 0 && !plant_is_managed(plant); again++)
        found = is_found_once(module, plant);
    return found;
}

static void note_result(SelfTest *test, const char *kind, bool ok) {
    ok ? test->caught++ : test->missed++;
    size_t used = strlen(test->missing);
    if (!ok)
        snprintf(test->missing + used, sizeof test->missing - used, " %s", kind);
}

SelfTest self_test(const Module *module) {
    SelfTest test = {0};
    const Plant *const tables[] = {PlantedCalls, PlantedSystemCalls, PlantedManaged};
    plants_prepare(module);
    for (int t = 0; t < 3; t++)
        for (const Plant *plant = tables[t]; plant->kind; plant++)
            note_result(&test, plant->kind, is_found(module, plant));
    /* Other system calls are found by number, and need no plant each. */
    for (int i = 0; watch_kind(i); i++)
        if (watch_kind_class(i) != WATCH_OTHER && !plant_find(watch_kind(i)))
            note_result(&test, watch_kind(i), false);
    /* And without anything planted, the same run passes. */
    scenario_run(module, &PlantScenario, NULL, 0.3, &run);
    note_result(&test, "nothing planted", judge(&run).ok);
    return test;
}

#define _GNU_SOURCE
#include "editor.h"
#include "meanwhile.h"
#include "player.h"

#include <string.h>
#include <unistd.h>

static void sleep_until(double when) {
    double left = when - now();
    if (left > 0)
        usleep((useconds_t)(left * 1e6));
}

/* What a plug-in is set up for after a restart: hosts change rate, precision and channels between one start and the next. */
static Format format_of(const Scenario *scenario, int leg) {
    static const Format Others[] = {
        {SAMPLE_32, 2, 44100, false, MODE_REALTIME}, {SAMPLE_64, 2, 96000, true, MODE_REALTIME}, {SAMPLE_32, 1, 192000, false, MODE_REALTIME},
        {SAMPLE_64, 1, 22050, true, MODE_REALTIME},  {SAMPLE_32, 2, 48000, true, MODE_REALTIME},
    };
    return leg == 0 ? scenario->format : Others[leg % (int)(sizeof Others / sizeof *Others)];
}

static void read_counters(const Module *module, pthread_barrier_t *reading, Steady *steady, int sign) {
    pthread_barrier_wait(reading);
    steady->managed_bytes += sign * module->diagnostics(MANAGED_BYTES);
    steady->collections += sign * module->diagnostics(COLLECTIONS);
    steady->twin_decodes += sign * module->diagnostics(TWIN_DECODES);
    steady->seconds += sign * now();
    pthread_barrier_wait(reading);
}

/* From one activation to the next. The counters are the runtime's, of all threads. */
static void play_leg(const Module *module, const Scenario *scenario, const Plant *plant, double seconds, Run *run) {
    pthread_t threads[MAX_AUDIO_THREADS];
    pthread_barrier_t reading;
    Meanwhile meanwhile;
    double start = now();
    pthread_barrier_init(&reading, NULL, (unsigned)run->player_count + 1);
    for (int i = 0; i < run->player_count; i++) {
        run->players[i].seconds = seconds;
        run->players[i].reading = &reading;
        pthread_create(&threads[i], NULL, play, &run->players[i]);
    }
    meanwhile_start(&meanwhile, module, run->players[0].instance, scenario, seconds);
    unsigned long picture = 0;
    if (run->editor_opened) {
        editor_run_until(start + WARM_AT * seconds, run);
        picture = editor_picture();
    }
    read_counters(module, &reading, &run->steady, -1);
    if (run->editor_opened) {
        editor_run_until(start + 0.97 * seconds, run);
        run->editor_moved = editor_picture() != picture;
    }
    sleep_until(start + PLANT_AT * seconds);
    if (plant && plant->elsewhere)
        plant->act(run->players[0].instance);
    read_counters(module, &reading, &run->steady, 1);
    for (int i = 0; i < run->player_count; i++)
        pthread_join(threads[i], NULL);
    meanwhile_stop(&meanwhile);
    pthread_barrier_destroy(&reading);
    run->saved += meanwhile.saved, run->loaded += meanwhile.loaded, run->typed += meanwhile.typed, run->refused += meanwhile.refused, run->forced += meanwhile.forced;
}

static void prepare_player(Player *player, const Module *module, Instance *instance, const Scenario *scenario, const Plant *plant) {
    player->scenario = scenario, player->module = module, player->instance = instance, player->plant = plant;
    player->attach.phase = "attach to the runtime (exempt)";
    player->steady.phase = player->collected.phase = scenario->name;
    player->finite = player->dispatch = true;
    for (int i = 0; i < MAX_PARAMETERS; i++)
        player->low[i] = 1, player->high[i] = 0;
}

void scenario_run(const Module *module, const Scenario *scenario, const Plant *plant, double seconds, Run *run) {
    static Instance instances[MAX_AUDIO_THREADS];
    int legs = 1 + scenario->restarts;
    memset(run, 0, sizeof *run);
    run->scenario = scenario;
    run->player_count = scenario->instances > 1 ? scenario->instances : 1;
    for (int i = 0; i < run->player_count; i++) {
        instances[i] = instance_create(module);
        prepare_player(&run->players[i], module, &instances[i], scenario, plant);
        /* What learning takes is made when Adapt is first turned up, or before all where the session has it so. */
        if (!scenario->learns_late)
            instances[i].controller->t->setParamNormalized(instances[i].controller, ADAPT, 1);
    }
    if (scenario->editor)
        run->editor_opened = editor_open(&instances[0], scenario->editor);
    long long collections = module->diagnostics(COLLECTIONS);
    for (int leg = 0; leg < legs && !run->refused_format; leg++) {
        for (int i = 0; i < run->player_count; i++) {
            run->players[i].format = format_of(scenario, leg);
            run->players[i].row = (unsigned)(leg * MAX_AUDIO_THREADS + i);
            run->refused_format |= !instance_start(&instances[i], run->players[i].format);
        }
        if (!run->refused_format)
            play_leg(module, scenario, plant, seconds / legs, run);
        for (int i = 0; i < run->player_count; i++)
            instance_stop(&instances[i]);
    }
    run->collections = module->diagnostics(COLLECTIONS) - collections;
    if (scenario->editor)
        run->editor_left = editor_close();
    for (int i = 0; i < run->player_count; i++)
        instance_release(&instances[i]);
}

#define _GNU_SOURCE
#include "player.h"
#include "random.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void sleep_until(double when) {
    double left = when - now();
    if (left > 0)
        usleep((useconds_t)(left * 1e6));
}

/* The first managed call of a thread attaches it to the runtime, which costs some allocations and cannot be avoided. It is made with
   a call that does nothing else, so that process() has no excuse left: what it does is exempt, and reported by name. */
static void attach_to_runtime(Player *player) {
    Processor *processor = player->instance->processor;
    double start = now();
    watch_begin(&player->attach);
    processor->t->getLatencySamples(processor);
    watch_end();
    player->longest_attach = fmax(player->longest_attach, now() - start);
    player->threads++;
}

/* Calls made in a block during which a collection ran are set apart: it has to stop the audio thread, which it does by a signal and
   a wait. Whether a collection may run at all is for the scenario to say. */
static void play_block(Player *player, Tally *block, ProcessData *data, bool planted) {
    long long (*diagnostics)(int) = player->module->diagnostics;
    long long collections = diagnostics(COLLECTIONS);
    double start = now();
    watch_begin(block);
    if (planted)
        player->plant->act(player->instance);
    player->instance->processor->t->process(player->instance->processor, data);
    watch_end();
    double took = now() - start;
    /* The runtime makes what a thread waits by on its first wait. */
    if (player->scenario->waits && !player->has_waited && watch_total(block, 1u << WATCH_LOCK) > 0) {
        player->has_waited = true;
        watch_move(block, &player->first_wait);
        return;
    }
    if (diagnostics(COLLECTIONS) == collections) {
        watch_move(block, &player->steady);
        return;
    }
    if (watch_total(block, ~0u) > 0) {
        player->collected_blocks++;
        player->longest_collected = fmax(player->longest_collected, took);
    }
    watch_move(block, &player->collected);
}

static int block_size(const Scenario *scenario, int turn) {
    static const int Usual[] = {32, 64, 128, 256, 441, 512, 1024, 2048, 4096};
    if (turn % 50 == 49)
        return 0; /* parameters alone, as hosts flush them */
    if (scenario->block > 0)
        return scenario->block;
    return scenario->block == 0 ? 1 + (int)(random_unit() * MAX_BLOCK) : Usual[turn / 8 % (int)(sizeof Usual / sizeof *Usual)];
}

static void set_processing(Player *player, bool on) {
    watch_begin(&player->steady);
    player->instance->processor->t->setProcessing(player->instance->processor, on);
    watch_end();
}

static void let_read(Player *player) {
    pthread_barrier_wait(player->reading);
    pthread_barrier_wait(player->reading);
}

void *play(void *argument) {
    Player *player = argument;
    const Scenario *scenario = player->scenario;
    Buffers *b = calloc(1, sizeof *b);
    Tally *block = calloc(1, sizeof *block);
    if (!b || !block)
        fail("out of memory");
    buffers_init(b, player);
    random_seed(player->row);
    player->dispatch &= watch_thread();
    attach_to_runtime(player);
    set_processing(player, true);

    double start = now(), next = start;
    bool warm = false;
    bool planted = !player->plant || player->plant->elsewhere;
    for (int turn = 0; now() < start + player->seconds || !warm || !planted; turn++) {
        if (!warm && now() > start + WARM_AT * player->seconds) {
            warm = true;
            let_read(player);
        }
        int samples = block_size(scenario, turn);
        double duration = samples / player->format.rate;
        /* Two seconds of sound, four of silence: long enough for tame bands to die away. */
        bool silent = scenario->pauses && fmod(player->audio_seconds, 6) > 2;
        buffers_fill(b, player, samples, silent);
        changes_clear(&b->changes);
        changes_clear(&b->reported);
        automate(player, &b->changes, turn, samples);
        b->data.numSamples = samples;

        bool plants = !planted && now() > start + PLANT_AT * player->seconds;
        play_block(player, block, &b->data, plants);
        planted |= plants;

        player->finite &= buffers_are_finite(b, player, samples);
        player->blocks++;
        player->audio_seconds += duration;
        if (scenario->paced)
            sleep_until(next += duration);
    }
    let_read(player);
    set_processing(player, false);
    free(block);
    free(b);
    return NULL;
}

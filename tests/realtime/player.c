#define _GNU_SOURCE
#include "player.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void sleep_until(double when) {
    double left = when - now();
    if (left > 0)
        usleep((useconds_t)(left * 1e6));
}

/* Deterministic, so that a failure comes back: xorshift64*. */
static uint64_t random_state = 0x9E3779B97F4A7C15u;
static double random_unit(void) {
    random_state ^= random_state >> 12;
    random_state ^= random_state << 25;
    random_state ^= random_state >> 27;
    return (double)(random_state * 2685821657736338717u >> 11) * 0x1p-53;
}

static const int Blocks[] = {32, 64, 128, 256, 441, 512, 1024, 2048, 4096};

/* Each parameter wanders, and lists (words, types) jump: some point for every automatable parameter in every block. */
static void automate(Instance *instance, Changes *changes, int samples) {
    for (int i = 0; i < instance->parameter_count; i++) {
        Parameter *p = &instance->parameters[i];
        int points = 1 + (int)(random_unit() * 3);
        int offset = 0;
        for (int k = 0; k < points; k++) {
            offset += samples > offset ? (int)(random_unit() * (samples - offset)) : 0;
            if (p->steps > 0)
                p->value = random_unit() < (p->is_bypass ? 0.02 : 0.1) ? floor(random_unit() * (p->steps + 1)) / p->steps : p->value;
            else
                p->value = fmin(1, fmax(0, p->value + 0.2 * (random_unit() - 0.5)));
            if (p->value > 1)
                p->value = 1;
            changes_add(changes, p->id, offset, p->value);
        }
    }
}

typedef struct {
    double in[MAX_BUSES][2][MAX_BLOCK], out[2][MAX_BLOCK];
    Changes changes, reported;
    void *in_channels[MAX_BUSES][2], *out_channels[2];
    AudioBus ins[MAX_BUSES], outs[1];
    ProcessData data;
} Buffers;

static void prepare(Buffers *b, const Instance *instance, const Phase *phase) {
    changes_init(&b->changes);
    changes_init(&b->reported);
    for (int bus = 0; bus < MAX_BUSES; bus++) {
        bool on = bus == 0 || phase->format.side_chain;
        for (int c = 0; c < 2; c++)
            b->in_channels[bus][c] = b->in[bus][c];
        b->ins[bus] = on ? (AudioBus){phase->format.channels, 0, b->in_channels[bus]} : (AudioBus){0};
    }
    for (int c = 0; c < 2; c++)
        b->out_channels[c] = phase->in_place ? (void *)b->in[0][c] : b->out[c];
    b->outs[0] = (AudioBus){phase->format.channels, 0, b->out_channels};
    b->data = (ProcessData){
        .mode = MODE_REALTIME,
        .sampleSize = phase->format.sample_size,
        .numInputs = instance->in_buses,
        .numOutputs = 1,
        .inputs = b->ins,
        .outputs = b->outs,
        .inputChanges = &b->changes,
        .outputChanges = &b->reported,
    };
}

static void fill(Buffers *b, const Phase *phase, int samples) {
    static const double Dirt[] = {NAN, INFINITY, -INFINITY, 1e-310, 1e-40, 1e30};
    for (int bus = 0; bus < MAX_BUSES; bus++)
        for (int c = 0; c < 2; c++)
            for (int i = 0; i < samples; i++) {
                double v = random_unit() - 0.5;
                if (phase->dirty && random_unit() < 0.001)
                    v = Dirt[(int)(random_unit() * 6)];
                if (phase->format.sample_size == SAMPLE_32)
                    ((float *)b->in[bus][c])[i] = (float)v;
                else
                    b->in[bus][c][i] = v;
            }
}

static bool is_finite(const Buffers *b, const Phase *phase, int samples) {
    for (int c = 0; c < phase->format.channels; c++)
        for (int i = 0; i < samples; i++) {
            double v = phase->format.sample_size == SAMPLE_32 ? ((float *)b->out_channels[c])[i] : ((double *)b->out_channels[c])[i];
            if (!isfinite(v))
                return false;
        }
    return true;
}

/* Calls made in a block during which a collection ran are set apart: it has to stop the audio thread, which it does by a signal and
   a wait. Whether a collection may run at all is for the phase to say. */
static void play_block(Run *run, ProcessData *data) {
    static __thread Tally block;
    long long (*diagnostics)(int) = run->module->diagnostics;
    long long collections = diagnostics ? diagnostics(COLLECTIONS) : 0;
    double start = now();
    watch_begin(&block);
    run->instance->processor->t->process(run->instance->processor, data);
    watch_end();
    if (watch_total(&block) == 0)
        return;
    double took = now() - start;
    if (diagnostics && diagnostics(COLLECTIONS) != collections) {
        run->collected_blocks++;
        run->longest_collected = fmax(run->longest_collected, took);
        watch_move(&block, &run->collected);
    } else {
        watch_move(&block, &run->steady);
    }
}

void *play(void *argument) {
    Run *run = argument;
    const Phase *phase = run->phase;
    Processor *processor = run->instance->processor;
    Buffers *b = calloc(1, sizeof *b);
    prepare(b, run->instance, phase);
    run->dispatch = watch_thread();

    /* The first managed call of a thread attaches it to the runtime, which costs some allocations and cannot be avoided
       (design.md). It is made with a call that does nothing else, so that process() has no excuse left. */
    watch_begin(&run->attach);
    processor->t->getLatencySamples(processor);
    watch_end();

    watch_begin(&run->steady);
    processor->t->setProcessing(processor, 1);
    watch_end();

    long long collections = run->module->diagnostics ? run->module->diagnostics(COLLECTIONS) : 0;
    double start = now(), warm = start + fmin(0.3, 0.3 * run->seconds), next = start;
    bool is_warm = false;
    run->finite = true;
    for (int turn = 0; now() < start + run->seconds; turn++) {
        if (!is_warm && now() >= warm && run->module->diagnostics) {
            for (int i = 0; i < DIAGNOSTICS; i++)
                run->counted[i] = -run->module->diagnostics(i);
            is_warm = true;
        }
        int samples = phase->block == 0 ? 1 + (int)(random_unit() * MAX_BLOCK)
                      : phase->block > 0 ? phase->block
                                         : Blocks[turn / 8 % (int)(sizeof Blocks / sizeof *Blocks)];
        if (turn % 50 == 49)
            samples = 0; /* parameters alone, as hosts flush them */
        fill(b, phase, samples);
        changes_clear(&b->changes);
        changes_clear(&b->reported);
        automate(run->instance, &b->changes, samples);
        for (int i = 0; i < b->changes.count; i++)
            run->points += b->changes.queues[i].count;
        b->data.numSamples = samples;

        play_block(run, &b->data);

        run->finite &= is_finite(b, phase, samples);
        run->blocks++;
        run->audio_seconds += samples / phase->format.rate;
        if (phase->paced)
            sleep_until(next += samples / phase->format.rate);
    }
    if (run->module->diagnostics)
        run->collections = run->module->diagnostics(COLLECTIONS) - collections;
    if (run->module->diagnostics && is_warm)
        for (int i = 0; i < DIAGNOSTICS; i++)
            run->counted[i] += run->module->diagnostics(i);

    watch_begin(&run->steady);
    processor->t->setProcessing(processor, 0);
    watch_end();
    free(b);
    return NULL;
}

/* ---- states ---- */

void *keep_states(void *argument) {
    Keeper *keeper = argument;
    Memory states[4];
    for (int i = 0; i < 4; i++)
        memory_init(&states[i]);
    for (int turn = 0; !atomic_load(&keeper->stop); turn++) {
        Memory *state = &states[turn % 4];
        if (state->length > 0 && turn % 3 == 0)
            state_load(keeper->instance, state) ? keeper->loaded++ : keeper->refused++;
        else
            state_save(keeper->instance, state) ? keeper->saved++ : keeper->refused++;
        usleep(7000);
    }
    for (int i = 0; i < 4; i++)
        memory_free(&states[i]);
    return NULL;
}

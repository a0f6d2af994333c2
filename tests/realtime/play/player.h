/* An audio thread: plays an instance, automated in every block, while it is watched. */
#pragma once
#include "scenario.h"

/* A thread's start: plays for player->seconds. */
void *play(void *player);

/* Fills in this block's parameter changes. */
void automate(Player *player, Changes *changes, int turn, int samples);

/* Monotonic, in seconds. */
double now(void);

/* ---- a block's memory, all of it made beforehand ---- */

typedef struct {
    double in[MAX_BUSES][2][MAX_BLOCK], out[2][MAX_BLOCK];
    Changes changes, reported;
    void *in_channels[MAX_BUSES][2], *out_channels[2];
    AudioBus ins[MAX_BUSES], outs[1];
    ProcessData data;
} Buffers;

void buffers_init(Buffers *buffers, const Player *player);

/* Noise, or silence, at all inputs; with dirt among it where the scenario says so. */
void buffers_fill(Buffers *buffers, const Player *player, int samples, bool silent);

bool buffers_are_finite(const Buffers *buffers, const Player *player, int samples);

#include "player.h"
#include "random.h"

#include <math.h>
#include <stdatomic.h>

/* Numbers wander, lists (words, types) jump now and then, bypass seldom. */
static double next_value(const Parameter *p) {
    if (p->steps == 0)
        return fmin(1, fmax(0, p->value + 0.2 * (random_unit() - 0.5)));
    if (random_unit() >= (p->is_bypass ? 0.02 : 0.1))
        return p->value;
    return fmin(1, floor(random_unit() * (p->steps + 1)) / p->steps);
}

static void send(Player *player, Changes *changes, int index, int offset, double value) {
    Parameter *p = &player->instance->parameters[index];
    p->value = value;
    changes_add(changes, p->id, offset, value);
    player->points++;
    player->low[index] = fmin(player->low[index], value);
    player->high[index] = fmax(player->high[index], value);
}

/* A preset's load, as rough as can be: from one end to the other in one block. */
static void both_ends(Player *player, Changes *changes, int samples) {
    for (int i = 0; i < player->instance->parameter_count; i++) {
        send(player, changes, i, 0, 1);
        send(player, changes, i, samples / 2, 0);
    }
}

static void everything(Player *player, Changes *changes, int samples) {
    for (int i = 0; i < player->instance->parameter_count; i++) {
        int points = 1 + (int)(random_unit() * 3);
        int offset = 0;
        for (int k = 0; k < points; k++) {
            offset += samples > offset ? (int)(random_unit() * (samples - offset)) : 0;
            send(player, changes, i, offset, next_value(&player->instance->parameters[i]));
        }
    }
}

static void bypass(Player *player, Changes *changes, int samples) {
    for (int i = 0; i < player->instance->parameter_count; i++) {
        const Parameter *p = &player->instance->parameters[i];
        if (p->is_bypass && random_unit() < 0.3)
            send(player, changes, i, (int)(random_unit() * samples), p->value > 0.5 ? 0 : 1);
    }
}

/* All at once, every switch to its other side, and then nothing for a while: what only time brings is played too, bands at rest and
   measurements that have heard enough. */
static void seldom(Player *player, Changes *changes) {
    static const double RestSeconds = 4;
    if (player->audio_seconds < (double)player->rests * RestSeconds)
        return;
    player->rests++;
    for (int i = 0; i < player->instance->parameter_count; i++) {
        const Parameter *p = &player->instance->parameters[i];
        send(player, changes, i, 0, p->steps == 1 ? (double)((player->rests + i) % 2) : random_unit());
    }
}

void automate(Player *player, Changes *changes, int turn, int samples) {
    double typed = player->scenario->types ? atomic_exchange(&player->instance->typed, NAN) : NAN;
    if (!isnan(typed))
        changes_add(changes, WORD_A, 0, typed);
    for (int i = 0; player->scenario->editor && i < player->instance->parameter_count; i++) {
        double edited = atomic_exchange(&player->instance->edited[i], NAN);
        if (!isnan(edited))
            send(player, changes, i, 0, edited);
    }
    if (player->scenario->automation == AUTOMATE_EVERYTHING && turn % 64 == 3)
        both_ends(player, changes, samples);
    else if (player->scenario->automation == AUTOMATE_EVERYTHING)
        everything(player, changes, samples);
    else if (player->scenario->automation == AUTOMATE_BYPASS)
        bypass(player, changes, samples);
    else if (player->scenario->automation == AUTOMATE_SELDOM && samples > 0)
        seldom(player, changes);
}

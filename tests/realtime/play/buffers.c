#include "player.h"
#include "random.h"

#include <math.h>

void buffers_init(Buffers *b, const Player *player) {
    const Format *format = &player->format;
    changes_init(&b->changes);
    changes_init(&b->reported);
    for (int bus = 0; bus < MAX_BUSES; bus++) {
        bool on = bus == 0 || format->side_chain;
        for (int c = 0; c < 2; c++)
            b->in_channels[bus][c] = b->in[bus][c];
        b->ins[bus] = on ? (AudioBus){format->channels, 0, b->in_channels[bus]} : (AudioBus){0};
    }
    for (int c = 0; c < 2; c++)
        b->out_channels[c] = player->scenario->in_place ? (void *)b->in[0][c] : b->out[c];
    b->outs[0] = (AudioBus){format->channels, 0, b->out_channels};
    b->data = (ProcessData){
        .mode = format->mode,
        .sampleSize = format->sample_size,
        .numInputs = player->instance->in_buses,
        .numOutputs = 1,
        .inputs = b->ins,
        .outputs = b->outs,
        .inputChanges = &b->changes,
        .outputChanges = &b->reported,
    };
}

void buffers_fill(Buffers *b, const Player *player, int samples, bool silent) {
    static const double Dirt[] = {NAN, INFINITY, -INFINITY, 1e-310, 1e-40, 1e30};
    for (int bus = 0; bus < MAX_BUSES; bus++)
        for (int c = 0; c < 2; c++)
            for (int i = 0; i < samples; i++) {
                double v = silent ? 0 : random_unit() - 0.5;
                if (player->scenario->dirty && random_unit() < 0.001)
                    v = Dirt[(int)(random_unit() * 6)];
                if (player->format.sample_size == SAMPLE_32)
                    ((float *)b->in[bus][c])[i] = (float)v;
                else
                    b->in[bus][c][i] = v;
            }
}

bool buffers_are_finite(const Buffers *b, const Player *player, int samples) {
    for (int c = 0; c < player->format.channels; c++)
        for (int i = 0; i < samples; i++) {
            double v = player->format.sample_size == SAMPLE_32 ? ((float *)b->out_channels[c])[i] : ((double *)b->out_channels[c])[i];
            if (!isfinite(v))
                return false;
        }
    return true;
}

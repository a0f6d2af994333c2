// Writes a tone in each format that semantic-eq writes, or reads what was written: a line each with the greatest error.
// usage: sound SNDFILE write|read. In the current folder; a lossy format's error counts as its RMS.
#include "library.h"
#include <math.h>
#include <stdint.h>
#include <string.h>

enum { Frames = 48000, Rate = 48000, Read = 0x10, Write = 0x20 };

struct Info {
    int64_t frames;
    int rate, channels, format, sections, seekable;
};

static const struct Case {
    const char *name;
    int format, lossy;
} cases[] = {{"float.wav", 0x010006, 0}, {"24.wav", 0x010003, 0}, {"24.aiff", 0x020003, 0}, {"24.flac", 0x170003, 0}, {"vorbis.ogg", 0x200060, 1},
             {"opus.opus", 0x200064, 1}, {"24.caf", 0x180003, 0}, {"24.w64", 0x0B0003, 0}, {"float.rf64", 0x220006, 0}};

int main(int count, char **arguments) {
    if (count != 3)
        return 2;
    Library library = need(arguments[1]);
    FUNCTION(library, void *, sf_open, const char *, int, struct Info *);
    FUNCTION(library, int, sf_close, void *);
    FUNCTION(library, int64_t, sf_writef_float, void *, const float *, int64_t);
    FUNCTION(library, int64_t, sf_readf_float, void *, float *, int64_t);
    FUNCTION(library, const char *, sf_strerror, void *);
    static float tone[2 * Frames], found[2 * Frames];
    int bad = 0;
    for (int i = 0; i < Frames; i++)
        tone[2 * i] = tone[2 * i + 1] = (float)(0.5 * sin(i * 0.06));

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int writes = !strcmp(arguments[2], "write");
        struct Info info = {0, Rate, 2, writes ? cases[i].format : 0, 0, 0};
        if (!writes)
            memset(&info, 0, sizeof info);
        void *file = sf_open(cases[i].name, writes ? Write : Read, &info);
        if (!file) {
            printf("%s: %s\n", cases[i].name, sf_strerror(NULL));
            bad = 1;
            continue;
        }
        memset(found, 0, sizeof found);
        int64_t frames = writes ? sf_writef_float(file, tone, Frames) : sf_readf_float(file, found, Frames);
        sf_close(file);
        double most = 0, sum = 0;
        for (int j = 0; j < 2 * Frames && !writes; j++) {
            double error = fabs(tone[j] - found[j]);
            most = error > most ? error : most;
            sum += error * error;
        }
        double rms = sqrt(sum / (2 * Frames));
        int fits = frames == Frames && info.rate == Rate && info.channels == 2 && (cases[i].lossy ? rms < 0.05 : most < 2e-7);
        printf("%s: %s%s\n", cases[i].name, writes ? "written" : "read", fits ? "" : ", and wrong");
        if (!fits)
            fprintf(stderr, "%s: %d frames, most %g, rms %g\n", cases[i].name, (int)frames, most, rms);
        bad |= !fits;
    }
    return bad;
}

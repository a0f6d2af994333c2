/* What the watchdog plays. A later feature joins with a line here; every parameter that can be automated is in already. */
#include "play/scenario.h"

#define STEREO {SAMPLE_32, 2, 48000, false, MODE_REALTIME}
#define STEREO_64 {SAMPLE_64, 2, 96000, true, MODE_REALTIME}
#define MONO {SAMPLE_32, 1, 44100, false, MODE_REALTIME}
#define OFFLINE {SAMPLE_32, 2, 48000, false, MODE_OFFLINE}
#define WITH_SIDE_CHAIN {SAMPLE_32, 2, 48000, true, MODE_REALTIME}
#define OFFLINE_WITH_SIDE_CHAIN {SAMPLE_64, 1, 44100, true, MODE_OFFLINE}
#define ALL AUTOMATE_EVERYTHING

const Scenario Scenarios[] = {
    {"playing", .07, STEREO, AUTOMATE_NOTHING, -1, .paced = true, .pauses = true, .learns_late = true},
    {"everything automated", .12, STEREO, ALL, -1, .paced = true, .learns_late = true},
    {"everything automated, as fast as it goes", .06, STEREO, ALL, 512, .pauses = true},
    {"everything automated once in four seconds", .06, STEREO, AUTOMATE_SELDOM, 512},
    {"64-bit with side-chain, blocks of any size", .07, STEREO_64, ALL, 0},
    {"side-chain with NaN, infinities and denormals, which falls silent", .05, WITH_SIDE_CHAIN, ALL, -1, .dirty = true, .pauses = true},
    {"offline with side-chain", .04, OFFLINE_WITH_SIDE_CHAIN, AUTOMATE_NOTHING, 512, .waits = true},
    {"editor open, side-chain heard", .08, WITH_SIDE_CHAIN, AUTOMATE_NOTHING, 256, .paced = true, .editor = EDITOR_HOVERED},
    {"mono in place, blocks of 32", .07, MONO, ALL, 32, .in_place = true},
    {"bypass toggling", .06, STEREO, AUTOMATE_BYPASS, 64, .learns_late = true},
    {"restarts", .06, STEREO, ALL, 256, .restarts = 5},
    {"two instances on two audio threads", .06, STEREO, ALL, 480, .paced = true, .instances = 2},
    {"NaN, infinities and denormals at the input", .06, STEREO, ALL, 128, .paced = true, .dirty = true},
    {"offline", .06, OFFLINE, ALL, 1024, .waits = true},
    {"phrases typed while it plays, and then played", .10, STEREO, AUTOMATE_NOTHING, 256, .paced = true, .types = true, .learns_late = true},
    {"states kept meanwhile", .07, STEREO, ALL, 0, .paced = true, .keeps_states = true},
    {"states kept meanwhile, 64-bit, as fast as it goes", .04, STEREO_64, ALL, 256, .keeps_states = true},
    {"editor open, everything automated, pointer all over it", .08, STEREO, ALL, 256, .paced = true, .editor = EDITOR_HOVERED},
    {"editor open, Amount dragged", .08, STEREO, AUTOMATE_NOTHING, 256, .paced = true, .editor = EDITOR_DRAGGED, .learns_late = true},
    {"collections forced meanwhile", .04, STEREO, ALL, 256, .collects = true},
};

const int ScenarioCount = sizeof Scenarios / sizeof *Scenarios;

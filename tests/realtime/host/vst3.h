/* The part of VST3's C ABI that a host needs to load an effect, automate it and keep its state.
   Interface and member names, order and numbers: VST3 SDK 3.8, pluginterfaces/base and pluginterfaces/vst. Linux layout
   (interface ids are four big-endian words). Written for this host alone; the plug-in shares none of it, so that a mistake
   in the plug-in's own declarations can't hide here. */
#pragma once
#include <stdint.h>

typedef int32_t Result;
typedef uint8_t Tuid[16];
typedef uint16_t String128[128];

enum { RESULT_OK = 0, RESULT_FALSE = 1, INVALID_ARGUMENT = 2, NOT_IMPLEMENTED = 3, NO_INTERFACE = -1 };
enum { MEDIA_AUDIO = 0, INPUT = 0, OUTPUT = 1, SAMPLE_32 = 0, SAMPLE_64 = 1, MODE_REALTIME = 0, MODE_OFFLINE = 2 };
enum { CAN_AUTOMATE = 1, IS_READ_ONLY = 2, IS_BYPASS = 1 << 16 };
#define SPEAKER_MONO (UINT64_C(1) << 19)
#define SPEAKER_STEREO UINT64_C(3)

#define TUID(a, b, c, d) \
    { (a) >> 24 & 255, (a) >> 16 & 255, (a) >> 8 & 255, (a) & 255, (b) >> 24 & 255, (b) >> 16 & 255, (b) >> 8 & 255, (b) & 255, \
      (c) >> 24 & 255, (c) >> 16 & 255, (c) >> 8 & 255, (c) & 255, (d) >> 24 & 255, (d) >> 16 & 255, (d) >> 8 & 255, (d) & 255 }

static const Tuid IID_FUnknown = TUID(0x00000000u, 0x00000000u, 0xC0000000u, 0x00000046u);
static const Tuid IID_IComponent = TUID(0xE831FF31u, 0xF2D54301u, 0x928EBBEEu, 0x25697802u);
static const Tuid IID_IAudioProcessor = TUID(0x42043F99u, 0xB7DA453Cu, 0xA569E79Du, 0x9AAEC33Du);
static const Tuid IID_IEditController = TUID(0xDCD7BBE3u, 0x7742448Du, 0xA874AACCu, 0x979C759Eu);

typedef struct { Tuid cid; int32_t cardinality; char category[32], name[64]; } PClassInfo;

typedef struct { int32_t mediaType, direction, channelCount; String128 name; int32_t busType; uint32_t flags; } BusInfo;

typedef struct {
    uint32_t id;
    String128 title, shortTitle, units;
    int32_t stepCount;
    double defaultNormalized;
    int32_t unitId, flags;
} ParameterInfo;

typedef struct { int32_t mode, sampleSize, maxBlock; double rate; } ProcessSetup;

typedef struct { int32_t numChannels; uint64_t silenceFlags; void **channels; } AudioBus;

typedef struct {
    int32_t mode, sampleSize, numSamples, numInputs, numOutputs;
    AudioBus *inputs, *outputs;
    void *inputChanges, *outputChanges, *inputEvents, *outputEvents, *context;
} ProcessData;

/* An interface is a pointer to a pointer to its table; FUnknown's three come first in each. */
#define FUNKNOWN(T) \
    Result (*queryInterface)(T *, const Tuid, void **); \
    uint32_t (*addRef)(T *); \
    uint32_t (*release)(T *)

typedef struct Factory { const struct FactoryTable *t; } Factory;
struct FactoryTable {
    FUNKNOWN(Factory);
    Result (*getFactoryInfo)(Factory *, void *);
    int32_t (*countClasses)(Factory *);
    Result (*getClassInfo)(Factory *, int32_t, PClassInfo *);
    Result (*createInstance)(Factory *, const Tuid cid, const Tuid iid, void **);
};

typedef struct Stream { const struct StreamTable *t; } Stream;
struct StreamTable {
    FUNKNOWN(Stream);
    Result (*read)(Stream *, void *, int32_t, int32_t *);
    Result (*write)(Stream *, void *, int32_t, int32_t *);
    Result (*seek)(Stream *, int64_t, int32_t, int64_t *);
    Result (*tell)(Stream *, int64_t *);
};

typedef struct Component { const struct ComponentTable *t; } Component;
struct ComponentTable {
    FUNKNOWN(Component);
    Result (*initialize)(Component *, void *context);
    Result (*terminate)(Component *);
    Result (*getControllerClassId)(Component *, Tuid);
    Result (*setIoMode)(Component *, int32_t);
    int32_t (*getBusCount)(Component *, int32_t media, int32_t direction);
    Result (*getBusInfo)(Component *, int32_t media, int32_t direction, int32_t index, BusInfo *);
    Result (*getRoutingInfo)(Component *, void *, void *);
    Result (*activateBus)(Component *, int32_t media, int32_t direction, int32_t index, uint8_t on);
    Result (*setActive)(Component *, uint8_t);
    Result (*setState)(Component *, Stream *);
    Result (*getState)(Component *, Stream *);
};

typedef struct Processor { const struct ProcessorTable *t; } Processor;
struct ProcessorTable {
    FUNKNOWN(Processor);
    Result (*setBusArrangements)(Processor *, uint64_t *in, int32_t ins, uint64_t *out, int32_t outs);
    Result (*getBusArrangement)(Processor *, int32_t direction, int32_t index, uint64_t *);
    Result (*canProcessSampleSize)(Processor *, int32_t);
    uint32_t (*getLatencySamples)(Processor *);
    Result (*setupProcessing)(Processor *, ProcessSetup *);
    Result (*setProcessing)(Processor *, uint8_t);
    Result (*process)(Processor *, ProcessData *);
    uint32_t (*getTailSamples)(Processor *);
};

typedef struct Controller { const struct ControllerTable *t; } Controller;
struct ControllerTable {
    FUNKNOWN(Controller);
    Result (*initialize)(Controller *, void *context);
    Result (*terminate)(Controller *);
    Result (*setComponentState)(Controller *, Stream *);
    Result (*setState)(Controller *, Stream *);
    Result (*getState)(Controller *, Stream *);
    int32_t (*getParameterCount)(Controller *);
    Result (*getParameterInfo)(Controller *, int32_t, ParameterInfo *);
    Result (*getParamStringByValue)(Controller *, uint32_t, double, String128);
    Result (*getParamValueByString)(Controller *, uint32_t, uint16_t *, double *);
    double (*normalizedParamToPlain)(Controller *, uint32_t, double);
    double (*plainParamToNormalized)(Controller *, uint32_t, double);
    double (*getParamNormalized)(Controller *, uint32_t);
    Result (*setParamNormalized)(Controller *, uint32_t, double);
    Result (*setComponentHandler)(Controller *, void *);
    void *(*createView)(Controller *, const char *);
};

typedef struct Queue Queue;
typedef struct {
    FUNKNOWN(Queue);
    uint32_t (*getParameterId)(Queue *);
    int32_t (*getPointCount)(Queue *);
    Result (*getPoint)(Queue *, int32_t index, int32_t *offset, double *value);
    Result (*addPoint)(Queue *, int32_t offset, double value, int32_t *index);
} QueueTable;

typedef struct Changes Changes;
typedef struct {
    FUNKNOWN(Changes);
    int32_t (*getParameterCount)(Changes *);
    Queue *(*getParameterData)(Changes *, int32_t index);
    Queue *(*addParameterData)(Changes *, const uint32_t *id, int32_t *index);
} ChangesTable;

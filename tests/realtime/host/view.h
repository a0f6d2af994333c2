/* The part of VST3's C ABI that a host needs to open an effect's editor on X11, after pluginterfaces/gui/iplugview.h and
   pluginterfaces/vst (see vst3.h). */
#pragma once
#include "vst3.h"

#define TYPE_X11 "X11EmbedWindowID"

typedef struct { int32_t left, top, right, bottom; } Rect;

typedef struct View { const struct ViewTable *t; } View;
struct ViewTable {
    FUNKNOWN(View);
    Result (*isPlatformTypeSupported)(View *, const char *);
    Result (*attached)(View *, void *parent, const char *);
    Result (*removed)(View *);
    Result (*onWheel)(View *, float);
    Result (*onKeyDown)(View *, uint16_t, int16_t, int16_t);
    Result (*onKeyUp)(View *, uint16_t, int16_t, int16_t);
    Result (*getSize)(View *, Rect *);
    Result (*onSize)(View *, Rect *);
    Result (*onFocus)(View *, uint8_t);
    Result (*setFrame)(View *, void *);
    Result (*canResize)(View *);
    Result (*checkSizeConstraint)(View *, Rect *);
};

static const Tuid IID_IParameterFinder = TUID(0x0F618302u, 0x215D4587u, 0xA512073Cu, 0x77B9D383u);
static const Tuid IID_IRunLoop = TUID(0x18C35366u, 0x97764F1Au, 0x9C5B8385u, 0x7A871389u);

typedef struct Finder { const struct FinderTable *t; } Finder;
struct FinderTable {
    FUNKNOWN(Finder);
    Result (*findParameter)(Finder *, int32_t x, int32_t y, uint32_t *id);
};

/* IEventHandler and ITimerHandler, the plug-in's. */
typedef struct Event { const struct EventTable *t; } Event;
struct EventTable {
    FUNKNOWN(Event);
    void (*onFDIsSet)(Event *, int fd);
};

typedef struct Timer { const struct TimerTable *t; } Timer;
struct TimerTable {
    FUNKNOWN(Timer);
    void (*onTimer)(Timer *);
};

/* ---- the host's ---- */

typedef struct Frame { const struct FrameTable *t; } Frame;
struct FrameTable {
    FUNKNOWN(Frame);
    Result (*resizeView)(Frame *, View *, Rect *);
};

typedef struct RunLoop { const struct RunLoopTable *t; } RunLoop;
struct RunLoopTable {
    FUNKNOWN(RunLoop);
    Result (*registerEventHandler)(RunLoop *, Event *, int fd);
    Result (*unregisterEventHandler)(RunLoop *, Event *);
    Result (*registerTimer)(RunLoop *, Timer *, uint64_t milliseconds);
    Result (*unregisterTimer)(RunLoop *, Timer *);
};

typedef struct Handler { const struct HandlerTable *t; } Handler;
struct HandlerTable {
    FUNKNOWN(Handler);
    Result (*beginEdit)(Handler *, uint32_t id);
    Result (*performEdit)(Handler *, uint32_t id, double value);
    Result (*endEdit)(Handler *, uint32_t id);
    Result (*restartComponent)(Handler *, int32_t flags);
};

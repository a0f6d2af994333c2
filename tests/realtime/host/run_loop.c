#define _GNU_SOURCE
#include "run_loop.h"
#include "lent.h"

#include <math.h>
#include <poll.h>
#include <time.h>

enum { MAX_HANDLERS = 16 };

static struct { Event *handler; int fd; } events[MAX_HANDLERS];
static struct { Timer *handler; double period, due; } timers[MAX_HANDLERS];

static double clock_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

HOST_OBJECT(RunLoop, 0x18C35366u, 0x97764F1Au, 0x9C5B8385u, 0x7A871389u)

static Result loop_register_event(RunLoop *self, Event *handler, int fd) {
    (void)self;
    for (int i = 0; i < MAX_HANDLERS; i++)
        if (!events[i].handler) {
            events[i].handler = handler, events[i].fd = fd;
            return RESULT_OK;
        }
    return RESULT_FALSE;
}

static Result loop_unregister_event(RunLoop *self, Event *handler) {
    (void)self;
    for (int i = 0; i < MAX_HANDLERS; i++)
        if (events[i].handler == handler) {
            events[i].handler = NULL;
            return RESULT_OK;
        }
    return RESULT_FALSE;
}

static Result loop_register_timer(RunLoop *self, Timer *handler, uint64_t milliseconds) {
    (void)self;
    for (int i = 0; i < MAX_HANDLERS; i++)
        if (!timers[i].handler) {
            timers[i].handler = handler, timers[i].period = 1e-3 * (double)milliseconds;
            timers[i].due = clock_seconds() + timers[i].period;
            return RESULT_OK;
        }
    return RESULT_FALSE;
}

static Result loop_unregister_timer(RunLoop *self, Timer *handler) {
    (void)self;
    for (int i = 0; i < MAX_HANDLERS; i++)
        if (timers[i].handler == handler) {
            timers[i].handler = NULL;
            return RESULT_OK;
        }
    return RESULT_FALSE;
}

static const struct RunLoopTable LoopFunctions = {RunLoop_query,       RunLoop_reference,   RunLoop_reference,    loop_register_event,
                                                  loop_unregister_event, loop_register_timer, loop_unregister_timer};
static RunLoop loop = {&LoopFunctions};

static Result frame_query(Frame *self, const Tuid iid, void **object) {
    static const Tuid Mine = TUID(0x367FAF01u, 0xAFA94693u, 0x8D4DA2A0u, 0xED0882A3u);
    if (memcmp(iid, IID_IRunLoop, sizeof(Tuid)) == 0) {
        *object = &loop;
        return RESULT_OK;
    }
    return answer(self, iid, Mine, object);
}

static uint32_t frame_reference(Frame *self) { return one_reference(self); }

static Result frame_resize(Frame *self, View *view, Rect *size) {
    (void)self;
    return view->t->onSize(view, size);
}

static const struct FrameTable FrameFunctions = {frame_query, frame_reference, frame_reference, frame_resize};
Frame LentFrame = {&FrameFunctions};

static void call_events(const struct pollfd *polled, const int *slots, int count) {
    for (int i = 0; i < count; i++)
        /* A handler called before may have unregistered this one. */
        if (polled[i].revents && events[slots[i]].handler && events[slots[i]].fd == polled[i].fd)
            events[slots[i]].handler->t->onFDIsSet(events[slots[i]].handler, polled[i].fd);
}

int run_loop_turn(double seconds) {
    struct pollfd polled[MAX_HANDLERS];
    int slots[MAX_HANDLERS], count = 0, called = 0;
    double wait = seconds, start = clock_seconds();
    for (int i = 0; i < MAX_HANDLERS; i++) {
        if (events[i].handler) {
            slots[count] = i;
            polled[count++] = (struct pollfd){events[i].fd, POLLIN, 0};
        }
        if (timers[i].handler)
            wait = fmin(wait, timers[i].due - start);
    }
    if (poll(polled, (nfds_t)count, (int)ceil(1e3 * fmax(0, wait))) > 0)
        call_events(polled, slots, count);
    for (int i = 0; i < MAX_HANDLERS; i++)
        if (timers[i].handler && timers[i].due <= clock_seconds()) {
            timers[i].due = clock_seconds() + timers[i].period;
            timers[i].handler->t->onTimer(timers[i].handler);
            called++;
        }
    return called;
}

int run_loop_handlers(void) {
    int count = 0;
    for (int i = 0; i < MAX_HANDLERS; i++)
        count += (events[i].handler != NULL) + (timers[i].handler != NULL);
    return count;
}

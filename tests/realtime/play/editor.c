#define _GNU_SOURCE
#include "editor.h"
#include "../host/lent.h"
#include "../host/run_loop.h"
#include "player.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <dlfcn.h>
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>

/* The parameter that is dragged: the plug-in's own number of Amount. */
enum { AMOUNT = 14 };

static struct {
    Display *display;
    Window window;
    View *view;
    Instance *instance;
    EditorUse use;
    int width, height, x, y; /* where the pointer is held, in a drag */
    double next; /* when hands and automation move again */
    long moves, edits;
} editor;

/* XTest, which xdotool brings with it; its header is not asked for. */
static int (*fake_button)(Display *, unsigned, int, unsigned long);

HOST_OBJECT(Handler, 0x93A0BEA3u, 0x0BD045DBu, 0x8E890B0Cu, 0xC1E46AC6u)

static Result handler_begin(Handler *self, uint32_t id) {
    (void)self, (void)id;
    return RESULT_OK;
}

/* A value goes on to process(), by the next block's queues. */
static Result handler_perform(Handler *self, uint32_t id, double value) {
    (void)self;
    editor.edits++;
    for (int i = 0; i < editor.instance->parameter_count; i++)
        if (editor.instance->parameters[i].id == id)
            atomic_store(&editor.instance->edited[i], value);
    return RESULT_OK;
}

static Result handler_restart(Handler *self, int32_t flags) {
    (void)self, (void)flags;
    return RESULT_OK;
}

static const struct HandlerTable HandlerFunctions = {Handler_query, Handler_reference, Handler_reference, handler_begin,
                                                     handler_perform, handler_begin, handler_restart};
static Handler handler = {&HandlerFunctions};

bool editor_has_display(void) {
    Display *display = XOpenDisplay(NULL);
    if (display)
        XCloseDisplay(display);
    return display != NULL;
}

/* A place where the parameter's control is, found as hosts find it. */
static bool find_control(uint32_t wanted, int *x, int *y) {
    Finder *finder;
    bool found = false;
    if (editor.view->t->queryInterface(editor.view, IID_IParameterFinder, (void **)&finder) != RESULT_OK)
        return false;
    for (*y = 0; *y < editor.height && !found; *y += found ? 0 : 4)
        for (*x = 0; *x < editor.width && !found; *x += found ? 0 : 4) {
            uint32_t id;
            found = finder->t->findParameter(finder, *x, *y, &id) == RESULT_OK && id == wanted;
            if (found)
                break;
        }
    finder->t->release(finder);
    return found;
}

static void press(bool down) {
    if (!fake_button || !editor.display)
        return;
    fake_button(editor.display, 1, down, 0);
    XFlush(editor.display);
}

bool editor_open(Instance *instance, EditorUse use) {
    Rect size;
    memset(&editor, 0, sizeof editor);
    editor.instance = instance, editor.use = use;
    editor.display = XOpenDisplay(NULL);
    if (!editor.display)
        return false;
    instance->controller->t->setComponentHandler(instance->controller, &handler);
    editor.view = instance->controller->t->createView(instance->controller, "editor");
    if (!editor.view || editor.view->t->getSize(editor.view, &size) != RESULT_OK)
        return false;
    editor.width = size.right - size.left, editor.height = size.bottom - size.top;
    editor.window = XCreateSimpleWindow(editor.display, DefaultRootWindow(editor.display), 0, 0, (unsigned)editor.width, (unsigned)editor.height, 0, 0, 0);
    XMapWindow(editor.display, editor.window);
    XSync(editor.display, False);
    editor.view->t->setFrame(editor.view, &LentFrame);
    if (editor.view->t->attached(editor.view, (void *)editor.window, TYPE_X11) != RESULT_OK)
        return false;
    fake_button = (int (*)(Display *, unsigned, int, unsigned long))dlsym(dlopen("libXtst.so.6", RTLD_NOW), "XTestFakeButtonEvent");
    /* Until it has drawn, nothing has its place. */
    for (double start = now(); now() < start + 0.3;)
        run_loop_turn(0.01);
    if (use == EDITOR_DRAGGED) {
        if (!fake_button || !find_control(AMOUNT, &editor.x, &editor.y))
            return false;
        editor.y += 4, editor.x += 4;
        XWarpPointer(editor.display, None, editor.window, 0, 0, 0, 0, editor.x, editor.y);
        press(true);
    }
    return true;
}

/* All over the window, or up and down at the control that is held. */
static void move_pointer(void) {
    double t = 0.06 * (double)editor.moves++;
    int x = editor.use == EDITOR_DRAGGED ? editor.x : (int)(editor.width * (0.5 + 0.49 * sin(t)));
    int y = editor.use == EDITOR_DRAGGED ? editor.y + (int)(60 * sin(t)) : (int)(editor.height * (0.5 + 0.49 * sin(1.37 * t)));
    XWarpPointer(editor.display, None, editor.window, 0, 0, 0, 0, x, y < 0 ? 0 : y);
    XFlush(editor.display);
}

static void tell_controller(const Scenario *scenario) {
    Controller *controller = editor.instance->controller;
    for (int i = 0; scenario->automation == AUTOMATE_EVERYTHING && i < editor.instance->parameter_count; i++)
        controller->t->setParamNormalized(controller, editor.instance->parameters[i].id, editor.instance->parameters[i].value);
}

void editor_run_until(double when, Run *run) {
    while (now() < when) {
        run->frames += run_loop_turn(fmin(0.008, fmax(0, when - now())));
        if (now() < editor.next)
            continue;
        editor.next = now() + 0.008;
        tell_controller(run->scenario);
        move_pointer();
    }
    run->edits = editor.edits;
}

unsigned long editor_picture(void) {
    XImage *image = XGetImage(editor.display, editor.window, 0, 0, (unsigned)editor.width, (unsigned)editor.height, AllPlanes, ZPixmap);
    unsigned long hash = 14695981039346656037ul;
    for (int i = 0; image && i < image->bytes_per_line * image->height; i++)
        hash = (hash ^ (unsigned char)image->data[i]) * 1099511628211ul;
    if (image)
        XDestroyImage(image);
    return hash;
}

bool editor_close(void) {
    if (editor.use == EDITOR_DRAGGED)
        press(false);
    if (editor.view) {
        editor.view->t->removed(editor.view);
        editor.view->t->setFrame(editor.view, NULL);
        editor.view->t->release(editor.view);
    }
    editor.instance->controller->t->setComponentHandler(editor.instance->controller, NULL);
    if (editor.display)
        XCloseDisplay(editor.display);
    return run_loop_handlers() == 0;
}

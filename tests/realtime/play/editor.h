/* An instance's editor in a window on DISPLAY, on the main thread, while audio threads play. There is one at a time. */
#pragma once
#include "scenario.h"

/* Whether there is a display to open it on. */
bool editor_has_display(void);

/* False where the plug-in has none, or refuses. */
bool editor_open(Instance *instance, EditorUse use);

/* Turns the host's run loop, moves the pointer, and tells the controller of what is automated, as hosts do. */
void editor_run_until(double when, Run *run);

/* A hash of the picture that it shows. */
unsigned long editor_picture(void);

/* True where it has taken all its handlers out of the host's run loop. */
bool editor_close(void);

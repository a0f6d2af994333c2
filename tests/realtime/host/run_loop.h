/* The host's run loop: file descriptors and timers of an editor, on the thread that turns it. There is one. */
#pragma once
#include "view.h"

/* An IPlugFrame that leads to it. */
extern Frame LentFrame;

/* Waits for at most so many seconds and calls who waits; how many timers were called. */
int run_loop_turn(double seconds);

/* How many handlers are registered. */
int run_loop_handlers(void);

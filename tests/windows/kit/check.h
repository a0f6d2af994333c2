/* What the programs of the kit's tests share. */
#pragma once
#include "windows.h"

typedef void (*Told)(char letter);

/* What guest.c exports. */
typedef const char *(*InitialisedInOrder)(void);
typedef int (*CountOfThisThread)(void);
typedef void (*TellAtTheEnd)(Told told);

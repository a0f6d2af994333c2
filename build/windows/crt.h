// What the kit's files share: types, and the functions of Windows' own C runtime (UCRT) that they call.
#pragma once

typedef unsigned int u32;
typedef unsigned long long u64;
typedef unsigned short u16;
typedef int (*Initialiser)(void);
typedef void (*Procedure)(void);

enum { ProcessLeft = 0, ProcessEntered = 1, ThreadEntered = 2 };

// Objects of the compiler and of the runtime find each other by the names of their sections: the linker sorts by what follows the dollar.
#define IN_SECTION(name) __attribute__((section(name), used))

// Ends the process at once, as a bug, with the reason that crash reports will show (winnt.h, FAST_FAIL_*).
#define FAIL_FAST(reason) __asm__ volatile("movl %0, %%ecx; int $0x29" ::"i"(reason) : "ecx"); __builtin_unreachable()

// startup.c
int run_initialisers(void);
void run_exit_handlers(void);
// security.c
void choose_cookie(void);

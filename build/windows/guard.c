// Control flow guard: code that was compiled for it (.NET's zlib) makes its indirect calls through these pointers. Windows points them at its own
// checks in libraries that ask for it by their load configuration; ours do not, so that they lead straight to the call.
// (Microsoft's documentation: "Control Flow Guard".)
#include "crt.h"

// rax: what is to be called.
void dispatch_unguarded(void);
__asm__(".text\n"
        ".globl dispatch_unguarded\n"
        "dispatch_unguarded:\n"
        "  jmpq *%rax\n");

static void check_nothing(void) {}

IN_SECTION(".00cfg") void (*__guard_dispatch_icall_fptr)(void) = dispatch_unguarded;
IN_SECTION(".00cfg") void (*__guard_check_icall_fptr)(void) = check_nothing;

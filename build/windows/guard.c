// What Microsoft's compiler calls in front of calls by pointer, where code is compiled for Control Flow Guard, as .NET's zlib is. The product is
// linked without the guard's tables, so that there is nothing to check: the call goes on to where rax points, every other register as it is.
#include "crt.h"

void guard_dispatch(void);

__asm__(".text\n"
        ".globl guard_dispatch\n"
        "guard_dispatch:\n"
        "  jmpq *%rax\n");

void (*const __guard_dispatch_icall_fptr)(void) = guard_dispatch;

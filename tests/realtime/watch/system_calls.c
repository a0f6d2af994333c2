/* The second net: every system call of a watched thread, by Syscall User Dispatch. */
#define _GNU_SOURCE
#include "kinds.h"
#include "thread.h"

#include <execinfo.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>

#ifndef PR_SET_SYSCALL_USER_DISPATCH
#define PR_SET_SYSCALL_USER_DISPATCH 59
#endif

static long carry_out(long number, const greg_t *r) {
    register long r10 __asm__("r10") = r[REG_R10];
    register long r8 __asm__("r8") = r[REG_R8];
    register long r9 __asm__("r9") = r[REG_R9];
    long result;
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"(number), "D"(r[REG_RDI]), "S"(r[REG_RSI]), "d"(r[REG_RDX]), "r"(r10), "r"(r8), "r"(r9)
                     : "rcx", "r11", "memory");
    return result;
}

static bool starts_something(long number) { return number == SYS_clone || number == SYS_clone3 || number == SYS_fork || number == SYS_vfork; }

static void on_system_call(int signal, siginfo_t *info, void *context) {
    (void)signal;
    t_dispatch = DISPATCH_ALLOW;
    greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
    long number = info->si_syscall;
    note(FIRST_SYSTEM_CALL + (int)number);
    if (starts_something(number)) {
        /* The child would come back on this handler's frame. */
        Tally *tally = t_tally;
        t_tally = NULL;
        fputs("the audio thread starts a thread or a process:\n", stderr);
        if (tally)
            watch_print(tally);
        _exit(3);
    }
    registers[REG_RAX] = carry_out(number, registers);
    t_dispatch = t_tally ? DISPATCH_BLOCK : DISPATCH_ALLOW;
}

/* Every handler returns through libc's restorer, a system call itself: the one place that must stay open. */
static unsigned long signal_restorer(void) {
    struct { void *handler; unsigned long flags; void *restorer; unsigned long mask; } kernel = {0};
    syscall(SYS_rt_sigaction, SIGSYS, NULL, &kernel, sizeof kernel.mask);
    return (unsigned long)kernel.restorer;
}

__attribute__((constructor)) static void handle_dispatch(void) {
    void *warm[4];
    backtrace(warm, 4); /* its first call loads libgcc */
    struct sigaction action = {0};
    action.sa_sigaction = on_system_call;
    action.sa_flags = SA_SIGINFO;
    /* Another handler's system call, made while this one can't be entered again, would kill the process. */
    sigfillset(&action.sa_mask);
    sigaction(SIGSYS, &action, NULL);
}

bool watch_thread(void) {
    enum { RESTORER_BYTES = 16 };
    return prctl(PR_SET_SYSCALL_USER_DISPATCH, 1, signal_restorer(), RESTORER_BYTES, &t_dispatch) == 0;
}

#define _GNU_SOURCE
#include "watch.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#ifndef PR_SET_SYSCALL_USER_DISPATCH
#define PR_SET_SYSCALL_USER_DISPATCH 59
#endif
enum { DISPATCH_ALLOW = 0, DISPATCH_BLOCK = 1 };

/* Initial-exec by being in the executable: reading them never allocates. */
static __thread Tally *t_tally;
static __thread volatile char t_dispatch = DISPATCH_ALLOW;

/* ---- kinds: calls by name, then system calls by number ---- */

#define WATCHED_CALLS(X) \
    X(int, mprotect, (void *a, size_t n, int p), (a, n, p)) \
    X(int, munmap, (void *a, size_t n), (a, n)) \
    X(int, madvise, (void *a, size_t n, int v), (a, n, v)) \
    X(int, pthread_mutex_lock, (pthread_mutex_t *m), (m)) \
    X(int, pthread_mutex_trylock, (pthread_mutex_t *m), (m)) \
    X(int, pthread_mutex_timedlock, (pthread_mutex_t *m, const struct timespec *t), (m, t)) \
    X(int, pthread_rwlock_rdlock, (pthread_rwlock_t *l), (l)) \
    X(int, pthread_rwlock_wrlock, (pthread_rwlock_t *l), (l)) \
    X(int, pthread_spin_lock, (pthread_spinlock_t *l), (l)) \
    X(int, pthread_cond_wait, (pthread_cond_t *c, pthread_mutex_t *m), (c, m)) \
    X(int, pthread_cond_timedwait, (pthread_cond_t *c, pthread_mutex_t *m, const struct timespec *t), (c, m, t)) \
    X(int, pthread_cond_signal, (pthread_cond_t *c), (c)) \
    X(int, pthread_cond_broadcast, (pthread_cond_t *c), (c)) \
    X(int, pthread_join, (pthread_t t, void **r), (t, r)) \
    X(int, pthread_create, (pthread_t *t, const pthread_attr_t *a, void *(*f)(void *), void *p), (t, a, f, p)) \
    X(int, sem_wait, (sem_t *s), (s)) \
    X(int, sem_trywait, (sem_t *s), (s)) \
    X(int, sem_timedwait, (sem_t *s, const struct timespec *t), (s, t)) \
    X(int, sem_post, (sem_t *s), (s)) \
    X(int, nanosleep, (const struct timespec *t, struct timespec *r), (t, r)) \
    X(int, clock_nanosleep, (clockid_t c, int f, const struct timespec *t, struct timespec *r), (c, f, t, r)) \
    X(int, usleep, (useconds_t u), (u)) \
    X(int, sched_yield, (void), ()) \
    X(ssize_t, read, (int f, void *b, size_t n), (f, b, n)) \
    X(ssize_t, write, (int f, const void *b, size_t n), (f, b, n)) \
    X(ssize_t, writev, (int f, const struct iovec *v, int n), (f, v, n)) \
    X(int, close, (int f), (f)) \
    X(int, socket, (int d, int t, int p), (d, t, p)) \
    X(ssize_t, send, (int f, const void *b, size_t n, int g), (f, b, n, g)) \
    X(ssize_t, recv, (int f, void *b, size_t n, int g), (f, b, n, g)) \
    X(int, poll, (struct pollfd *p, nfds_t n, int t), (p, n, t)) \
    X(int, select, (int n, fd_set *r, fd_set *w, fd_set *e, struct timeval *t), (n, r, w, e, t)) \
    X(int, epoll_wait, (int f, struct epoll_event *e, int n, int t), (f, e, n, t))

/* Those that need a body of their own: the allocator, which the loader itself uses before symbols can be looked up, and
   functions with a variable number of arguments. */
#define OTHER_CALLS(X) \
    X(malloc) X(calloc) X(realloc) X(free) X(posix_memalign) X(aligned_alloc) X(memalign) \
    X(mmap) X(mmap64) X(open) X(open64) X(openat) X(ioctl) X(syscall)

enum {
#define KIND(ret, name, params, args) KIND_##name,
    WATCHED_CALLS(KIND)
#undef KIND
#define KIND(name) KIND_##name,
    OTHER_CALLS(KIND)
#undef KIND
    FIRST_SYSTEM_CALL
};

static const char *const CallNames[] = {
#define NAME(ret, name, params, args) #name,
    WATCHED_CALLS(NAME)
#undef NAME
#define NAME(name) #name,
    OTHER_CALLS(NAME)
#undef NAME
};

static const char *system_call_name(int number) {
    switch (number) {
#define CALL(name) case SYS_##name: return #name;
        CALL(read) CALL(write) CALL(open) CALL(openat) CALL(close) CALL(mmap) CALL(munmap) CALL(mprotect) CALL(madvise)
        CALL(brk) CALL(futex) CALL(nanosleep) CALL(clock_nanosleep) CALL(sched_yield) CALL(poll) CALL(ppoll) CALL(ioctl)
        CALL(select) CALL(epoll_wait) CALL(socket) CALL(connect) CALL(sendto) CALL(recvfrom) CALL(clone) CALL(clone3)
        CALL(tgkill) CALL(gettid) CALL(getpid) CALL(membarrier) CALL(sched_getaffinity) CALL(getcpu) CALL(rt_sigprocmask)
        CALL(rt_sigaction) CALL(sigaltstack) CALL(clock_gettime) CALL(getrandom) CALL(writev) CALL(mremap)
#undef CALL
        default: return NULL;
    }
}

static void kind_name(int kind, char *text, size_t size) {
    if (kind < FIRST_SYSTEM_CALL) {
        snprintf(text, size, "%s", CallNames[kind]);
        return;
    }
    const char *known = system_call_name(kind - FIRST_SYSTEM_CALL);
    if (known)
        snprintf(text, size, "syscall %s", known);
    else
        snprintf(text, size, "syscall number %d", kind - FIRST_SYSTEM_CALL);
}

static void note(int kind) {
    Tally *tally = t_tally;
    if (!tally || kind >= WATCH_MAX_KINDS)
        return;
    if (tally->counts[kind]++ == 0) {
        /* Off for a moment: taking a stack may itself allocate or lock. */
        char dispatch = t_dispatch;
        t_tally = NULL;
        t_dispatch = DISPATCH_ALLOW;
        tally->frame_counts[kind] = backtrace(tally->frames[kind], WATCH_MAX_FRAMES);
        t_tally = tally;
        t_dispatch = dispatch;
    }
}

/* ---- the calls ---- */

/* Condition variables have two versions in glibc, and an unversioned look-up must not find the one of 1997. */
static void *next_symbol(const char *name) {
    void *found = strncmp(name, "pthread_cond_", 13) == 0 ? dlvsym(RTLD_NEXT, name, "GLIBC_2.3.2") : NULL;
    return found ? found : dlsym(RTLD_NEXT, name);
}

#define DEFINE(ret, name, params, args) \
    static ret (*next_##name) params; \
    ret name params { \
        if (!next_##name) \
            next_##name = next_symbol(#name); \
        note(KIND_##name); \
        return next_##name args; \
    }
WATCHED_CALLS(DEFINE)
#undef DEFINE

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

void *malloc(size_t n) { note(KIND_malloc); return __libc_malloc(n); }
void *calloc(size_t n, size_t m) { note(KIND_calloc); return __libc_calloc(n, m); }
void *realloc(void *p, size_t n) { note(KIND_realloc); return __libc_realloc(p, n); }
void free(void *p) { note(KIND_free); __libc_free(p); }
void *aligned_alloc(size_t a, size_t n) { note(KIND_aligned_alloc); return __libc_memalign(a, n); }
void *memalign(size_t a, size_t n) { note(KIND_memalign); return __libc_memalign(a, n); }
int posix_memalign(void **p, size_t a, size_t n) {
    note(KIND_posix_memalign);
    *p = __libc_memalign(a, n);
    return *p ? 0 : 12; /* ENOMEM */
}

#define FIND(name) \
    if (!next) \
    next = next_symbol(name)

void *mmap(void *a, size_t n, int p, int f, int d, off_t o) {
    static void *(*next)(void *, size_t, int, int, int, off_t);
    FIND("mmap");
    note(KIND_mmap);
    return next(a, n, p, f, d, o);
}
void *mmap64(void *a, size_t n, int p, int f, int d, off64_t o) {
    static void *(*next)(void *, size_t, int, int, int, off64_t);
    FIND("mmap64");
    note(KIND_mmap64);
    return next(a, n, p, f, d, o);
}

/* A caller that gives no further argument leaves rubbish in its register, which the kernel ignores as it does without us. */
#define LAST_ARGUMENT(last) \
    va_list list; \
    va_start(list, last); \
    long argument = va_arg(list, long); \
    va_end(list)

int open(const char *path, int flags, ...) {
    static int (*next)(const char *, int, ...);
    LAST_ARGUMENT(flags);
    FIND("open");
    note(KIND_open);
    return next(path, flags, argument);
}
int open64(const char *path, int flags, ...) {
    static int (*next)(const char *, int, ...);
    LAST_ARGUMENT(flags);
    FIND("open64");
    note(KIND_open64);
    return next(path, flags, argument);
}
int openat(int at, const char *path, int flags, ...) {
    static int (*next)(int, const char *, int, ...);
    LAST_ARGUMENT(flags);
    FIND("openat");
    note(KIND_openat);
    return next(at, path, flags, argument);
}
int ioctl(int file, unsigned long request, ...) {
    static int (*next)(int, unsigned long, ...);
    LAST_ARGUMENT(request);
    FIND("ioctl");
    note(KIND_ioctl);
    return next(file, request, argument);
}
long syscall(long number, ...) {
    static long (*next)(long, ...);
    va_list list;
    va_start(list, number);
    long a[6];
    for (int i = 0; i < 6; i++)
        a[i] = va_arg(list, long);
    va_end(list);
    FIND("syscall");
    note(KIND_syscall);
    return next(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

/* ---- system calls ---- */

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

static void on_system_call(int signal, siginfo_t *info, void *context) {
    (void)signal;
    t_dispatch = DISPATCH_ALLOW;
    greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
    long number = info->si_syscall;
    note(FIRST_SYSTEM_CALL + (int)number);
    if (number == SYS_clone || number == SYS_clone3 || number == SYS_vfork) {
        /* The child would come back on this handler's frame. */
        fprintf(stderr, "a thread was started from the audio thread\n");
        if (t_tally)
            watch_print(t_tally);
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

void watch_init(void) {
    void *warm[4];
    backtrace(warm, 4); /* its first call loads libgcc */
    struct sigaction action = {0};
    action.sa_sigaction = on_system_call;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGSYS, &action, NULL);
}

bool watch_thread(void) {
    enum { RESTORER_BYTES = 16 };
    return prctl(PR_SET_SYSCALL_USER_DISPATCH, 1, signal_restorer(), RESTORER_BYTES, &t_dispatch) == 0;
}

void watch_begin(Tally *tally) {
    t_tally = tally;
    t_dispatch = DISPATCH_BLOCK;
}

void watch_end(void) {
    t_dispatch = DISPATCH_ALLOW;
    t_tally = NULL;
}

unsigned long watch_total(const Tally *tally) {
    unsigned long total = 0;
    for (int i = 0; i < WATCH_MAX_KINDS; i++)
        total += tally->counts[i];
    return total;
}

void watch_move(Tally *from, Tally *to) {
    for (int i = 0; i < WATCH_MAX_KINDS; i++) {
        if (!from->counts[i])
            continue;
        if (!to->counts[i]) {
            memcpy(to->frames[i], from->frames[i], sizeof to->frames[i]);
            to->frame_counts[i] = from->frame_counts[i];
        }
        to->counts[i] += from->counts[i];
        from->counts[i] = 0;
    }
}

unsigned long watch_count(const Tally *tally, const char *kind) {
    char name[64];
    for (int i = 0; i < WATCH_MAX_KINDS; i++) {
        kind_name(i, name, sizeof name);
        if (strcmp(name, kind) == 0)
            return tally->counts[i];
    }
    return 0;
}

void watch_print(const Tally *tally) {
    char name[64];
    for (int i = 0; i < WATCH_MAX_KINDS; i++) {
        if (!tally->counts[i])
            continue;
        kind_name(i, name, sizeof name);
        fprintf(stderr, "    %s: %lu times in \"%s\"; the first:\n", name, tally->counts[i], tally->phase);
        fflush(stderr);
        backtrace_symbols_fd(tally->frames[i], tally->frame_counts[i], STDERR_FILENO);
    }
}

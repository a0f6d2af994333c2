/* The tables of what is watched. A new call joins with a line here and a planted one in ../plants, which the self-test asks for. */
#pragma once
#include "watch.h"

#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

/* X(class, result, name, parameters, arguments): calls that are counted and passed on. */
#define WATCHED_CALLS(X) \
    X(MAPPING, int, mprotect, (void *a, size_t n, int p), (a, n, p)) \
    X(MAPPING, int, munmap, (void *a, size_t n), (a, n)) \
    X(MAPPING, int, madvise, (void *a, size_t n, int v), (a, n, v)) \
    X(MAPPING, int, msync, (void *a, size_t n, int v), (a, n, v)) \
    X(MAPPING, int, mlock, (const void *a, size_t n), (a, n)) \
    X(MAPPING, int, munlock, (const void *a, size_t n), (a, n)) \
    X(MAPPING, int, brk, (void *a), (a)) \
    X(MAPPING, void *, sbrk, (intptr_t n), (n)) \
    X(LOCK, int, pthread_mutex_lock, (pthread_mutex_t *m), (m)) \
    X(LOCK, int, pthread_mutex_trylock, (pthread_mutex_t *m), (m)) \
    X(LOCK, int, pthread_mutex_timedlock, (pthread_mutex_t *m, const struct timespec *t), (m, t)) \
    X(LOCK, int, pthread_mutex_clocklock, (pthread_mutex_t *m, clockid_t c, const struct timespec *t), (m, c, t)) \
    X(LOCK, int, pthread_rwlock_rdlock, (pthread_rwlock_t *l), (l)) \
    X(LOCK, int, pthread_rwlock_wrlock, (pthread_rwlock_t *l), (l)) \
    X(LOCK, int, pthread_rwlock_timedrdlock, (pthread_rwlock_t *l, const struct timespec *t), (l, t)) \
    X(LOCK, int, pthread_rwlock_timedwrlock, (pthread_rwlock_t *l, const struct timespec *t), (l, t)) \
    X(LOCK, int, pthread_spin_lock, (pthread_spinlock_t *l), (l)) \
    X(LOCK, int, pthread_barrier_wait, (pthread_barrier_t *b), (b)) \
    X(LOCK, int, pthread_cond_wait, (pthread_cond_t *c, pthread_mutex_t *m), (c, m)) \
    X(LOCK, int, pthread_cond_timedwait, (pthread_cond_t *c, pthread_mutex_t *m, const struct timespec *t), (c, m, t)) \
    X(LOCK, int, pthread_cond_clockwait, (pthread_cond_t *c, pthread_mutex_t *m, clockid_t k, const struct timespec *t), (c, m, k, t)) \
    X(LOCK, int, pthread_cond_signal, (pthread_cond_t *c), (c)) \
    X(LOCK, int, pthread_cond_broadcast, (pthread_cond_t *c), (c)) \
    X(LOCK, int, pthread_join, (pthread_t t, void **r), (t, r)) \
    X(LOCK, int, mtx_lock, (mtx_t *m), (m)) \
    X(LOCK, int, cnd_wait, (cnd_t *c, mtx_t *m), (c, m)) \
    X(LOCK, int, sem_wait, (sem_t *s), (s)) \
    X(LOCK, int, sem_trywait, (sem_t *s), (s)) \
    X(LOCK, int, sem_timedwait, (sem_t *s, const struct timespec *t), (s, t)) \
    X(LOCK, int, sem_clockwait, (sem_t *s, clockid_t c, const struct timespec *t), (s, c, t)) \
    X(LOCK, int, sem_post, (sem_t *s), (s)) \
    X(SLEEP, unsigned, sleep, (unsigned s), (s)) \
    X(SLEEP, int, nanosleep, (const struct timespec *t, struct timespec *r), (t, r)) \
    X(SLEEP, int, clock_nanosleep, (clockid_t c, int f, const struct timespec *t, struct timespec *r), (c, f, t, r)) \
    X(SLEEP, int, usleep, (useconds_t u), (u)) \
    X(SLEEP, int, sched_yield, (void), ()) \
    X(FILE, ssize_t, read, (int f, void *b, size_t n), (f, b, n)) \
    X(FILE, ssize_t, pread, (int f, void *b, size_t n, off_t o), (f, b, n, o)) \
    X(FILE, ssize_t, write, (int f, const void *b, size_t n), (f, b, n)) \
    X(FILE, ssize_t, pwrite, (int f, const void *b, size_t n, off_t o), (f, b, n, o)) \
    X(FILE, ssize_t, readv, (int f, const struct iovec *v, int n), (f, v, n)) \
    X(FILE, ssize_t, writev, (int f, const struct iovec *v, int n), (f, v, n)) \
    X(FILE, off_t, lseek, (int f, off_t o, int w), (f, o, w)) \
    X(FILE, int, fsync, (int f), (f)) \
    X(FILE, int, stat, (const char *p, struct stat *s), (p, s)) \
    X(FILE, int, fstat, (int f, struct stat *s), (f, s)) \
    X(FILE, int, access, (const char *p, int m), (p, m)) \
    X(FILE, int, unlink, (const char *p), (p)) \
    X(FILE, int, close, (int f), (f)) \
    X(FILE, int, pipe, (int f[2]), (f)) \
    X(FILE, FILE *, fopen, (const char *p, const char *m), (p, m)) \
    X(FILE, int, fclose, (FILE *f), (f)) \
    X(FILE, size_t, fread, (void *b, size_t n, size_t m, FILE *f), (b, n, m, f)) \
    X(FILE, size_t, fwrite, (const void *b, size_t n, size_t m, FILE *f), (b, n, m, f)) \
    X(FILE, int, fflush, (FILE *f), (f)) \
    X(FILE, int, fputs, (const char *s, FILE *f), (s, f)) \
    X(FILE, int, puts, (const char *s), (s)) \
    X(FILE, int, vfprintf, (FILE *f, const char *s, va_list v), (f, s, v)) \
    X(FILE, void *, dlopen, (const char *p, int m), (p, m)) \
    X(FILE, int, poll, (struct pollfd *p, nfds_t n, int t), (p, n, t)) \
    X(FILE, int, ppoll, (struct pollfd *p, nfds_t n, const struct timespec *t, const sigset_t *m), (p, n, t, m)) \
    X(FILE, int, select, (int n, fd_set *r, fd_set *w, fd_set *e, struct timeval *t), (n, r, w, e, t)) \
    X(FILE, int, epoll_wait, (int f, struct epoll_event *e, int n, int t), (f, e, n, t)) \
    X(SOCKET, int, socket, (int d, int t, int p), (d, t, p)) \
    X(SOCKET, int, socketpair, (int d, int t, int p, int s[2]), (d, t, p, s)) \
    X(SOCKET, int, connect, (int f, const struct sockaddr *a, socklen_t n), (f, a, n)) \
    X(SOCKET, ssize_t, send, (int f, const void *b, size_t n, int g), (f, b, n, g)) \
    X(SOCKET, ssize_t, sendto, (int f, const void *b, size_t n, int g, const struct sockaddr *a, socklen_t l), (f, b, n, g, a, l)) \
    X(SOCKET, ssize_t, sendmsg, (int f, const struct msghdr *m, int g), (f, m, g)) \
    X(SOCKET, ssize_t, recv, (int f, void *b, size_t n, int g), (f, b, n, g)) \
    X(SOCKET, ssize_t, recvfrom, (int f, void *b, size_t n, int g, struct sockaddr *a, socklen_t *l), (f, b, n, g, a, l)) \
    X(SOCKET, ssize_t, recvmsg, (int f, struct msghdr *m, int g), (f, m, g))

/* X(class, name): those that need a body of their own. Allocator: the loader itself uses it before symbols can be looked up.
   Variadic: a variable number of arguments. Starts: a new thread or process must not inherit the second net's handler. */
#define ALLOCATOR_CALLS(X) \
    X(ALLOCATION, malloc) X(ALLOCATION, calloc) X(ALLOCATION, realloc) X(ALLOCATION, reallocarray) X(FREE, free) \
    X(ALLOCATION, posix_memalign) X(ALLOCATION, aligned_alloc) X(ALLOCATION, memalign) X(ALLOCATION, valloc)
#define VARIADIC_CALLS(X) \
    X(FILE, open) X(FILE, open64) X(FILE, openat) X(FILE, ioctl) X(FILE, fcntl) X(FILE, printf) X(FILE, fprintf) \
    X(MAPPING, mmap) X(MAPPING, mmap64) X(MAPPING, mremap) X(OTHER, syscall)
#define STARTING_CALLS(X) X(THREAD, pthread_create) X(THREAD, thrd_create) X(THREAD, fork) X(THREAD, posix_spawn) X(THREAD, system)

/* X(class, name): system calls that have a name; the others are known by number. */
#define SYSTEM_CALLS(X) \
    X(MAPPING, mmap) X(MAPPING, munmap) X(MAPPING, mprotect) X(MAPPING, madvise) X(MAPPING, brk) X(MAPPING, mremap) \
    X(LOCK, futex) \
    X(SLEEP, nanosleep) X(SLEEP, clock_nanosleep) X(SLEEP, sched_yield) \
    X(FILE, read) X(FILE, pread64) X(FILE, write) X(FILE, pwrite64) X(FILE, readv) X(FILE, writev) X(FILE, open) X(FILE, openat) \
    X(FILE, close) X(FILE, lseek) X(FILE, fsync) X(FILE, newfstatat) X(FILE, unlink) X(FILE, ioctl) X(FILE, fcntl) X(FILE, pipe2) \
    X(FILE, poll) X(FILE, ppoll) X(FILE, select) X(FILE, epoll_wait) X(FILE, eventfd2) \
    X(SOCKET, socket) X(SOCKET, socketpair) X(SOCKET, connect) X(SOCKET, sendto) X(SOCKET, sendmsg) X(SOCKET, recvfrom) \
    X(SOCKET, recvmsg) \
    X(THREAD, clone) X(THREAD, clone3) X(THREAD, fork) X(THREAD, vfork) X(THREAD, execve) \
    X(OTHER, tgkill) X(OTHER, gettid) X(OTHER, getpid) X(OTHER, membarrier) X(OTHER, sched_getaffinity) X(OTHER, getcpu) \
    X(OTHER, rt_sigprocmask) X(OTHER, rt_sigaction) X(OTHER, rt_sigreturn) X(OTHER, sigaltstack) X(OTHER, clock_gettime) \
    X(OTHER, getrandom) X(OTHER, prctl)

enum {
#define KIND(class, result, name, parameters, arguments) KIND_##name,
    WATCHED_CALLS(KIND)
#undef KIND
#define KIND(class, name) KIND_##name,
    ALLOCATOR_CALLS(KIND) VARIADIC_CALLS(KIND) STARTING_CALLS(KIND)
#undef KIND
    FIRST_SYSTEM_CALL /* and from here on by the system's number */
};

WatchClass kind_class(int kind);
void kind_name(int kind, char *text, size_t size);

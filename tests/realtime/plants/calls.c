/* Calls through libc. Each is made once, with arguments that let it return at once. */
#define _GNU_SOURCE
#include "plants.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER, waiting = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_spinlock_t spin;
static pthread_barrier_t barrier;
static mtx_t c_mutex, c_waiting;
static cnd_t c_condition;
static sem_t semaphore;
static pthread_t finished, started;
static thrd_t c_started;
static struct timespec past, moment = {0, 1};
static struct iovec nothing;
static struct msghdr message;
static struct stat status;
static struct epoll_event event;
static struct timeval no_time;
static FILE *file, *to_close;
static void *memory, *to_unmap, *kept;
static char byte;
static int ends[2];
static char *no_arguments[] = {"/nowhere", NULL};

static void *nothing_to_do(void *argument) { return argument; }
static int nothing_to_do_c(void *argument) { return argument != NULL; }

static void va_print(FILE *to, const char *format, ...) {
    va_list list;
    va_start(list, format);
    vfprintf(to, format, list);
    va_end(list);
}

static void fork_and_end(void) {
    if (fork() == 0)
        _exit(0);
}

/* Wakes those who wait, for as long as the program lives. */
static void *wake(void *argument) {
    for (;;) {
        usleep(1000);
        pthread_cond_broadcast(&condition);
        cnd_broadcast(&c_condition);
    }
    return argument;
}

void plants_prepare(const Module *module) {
    plants_prepare_managed(module);
    pthread_t waker;
    pthread_spin_init(&spin, PTHREAD_PROCESS_PRIVATE);
    pthread_barrier_init(&barrier, NULL, 1);
    mtx_init(&c_mutex, mtx_plain);
    mtx_init(&c_waiting, mtx_plain);
    cnd_init(&c_condition);
    sem_init(&semaphore, 0, 100);
    pthread_create(&finished, NULL, nothing_to_do, NULL);
    pthread_create(&waker, NULL, wake, NULL);
    file = fopen("/dev/null", "r+");
    to_close = fopen("/dev/null", "r");
    memory = malloc(64);
    to_unmap = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (!file || !to_close || to_unmap == MAP_FAILED)
        fail("the self-test can't be prepared");
}

/* X(name, what is done): a result is kept, so that no compiler leaves the call out. */
#define PLANTS(X) \
    X(malloc, kept = malloc(100)) \
    X(calloc, kept = calloc(10, 10)) \
    X(realloc, memory = realloc(memory, 4000)) \
    X(reallocarray, memory = reallocarray(memory, 50, 100)) \
    X(free, (free(memory), memory = NULL)) \
    X(posix_memalign, posix_memalign(&kept, 64, 64)) \
    X(aligned_alloc, kept = aligned_alloc(64, 64)) \
    X(memalign, kept = memalign(64, 64)) \
    X(valloc, kept = valloc(64)) \
    X(mmap, kept = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) \
    X(mmap64, kept = mmap64(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) \
    X(mremap, kept = mremap(to_unmap, 4096, 4096, 0)) \
    X(mprotect, mprotect(to_unmap, 4096, PROT_READ)) \
    X(madvise, madvise(to_unmap, 4096, MADV_NORMAL)) \
    X(msync, msync(to_unmap, 4096, MS_ASYNC)) \
    X(mlock, mlock(to_unmap, 4096)) \
    X(munlock, munlock(to_unmap, 4096)) \
    X(munmap, munmap(to_unmap, 4096)) \
    X(brk, brk(NULL)) \
    X(sbrk, sbrk(0)) \
    X(pthread_mutex_lock, (pthread_mutex_lock(&mutex), pthread_mutex_unlock(&mutex))) \
    X(pthread_mutex_trylock, (pthread_mutex_trylock(&mutex), pthread_mutex_unlock(&mutex))) \
    X(pthread_mutex_timedlock, (pthread_mutex_timedlock(&mutex, &past), pthread_mutex_unlock(&mutex))) \
    X(pthread_mutex_clocklock, (pthread_mutex_clocklock(&mutex, CLOCK_MONOTONIC, &past), pthread_mutex_unlock(&mutex))) \
    X(pthread_rwlock_rdlock, (pthread_rwlock_rdlock(&rwlock), pthread_rwlock_unlock(&rwlock))) \
    X(pthread_rwlock_wrlock, (pthread_rwlock_wrlock(&rwlock), pthread_rwlock_unlock(&rwlock))) \
    X(pthread_rwlock_timedrdlock, (pthread_rwlock_timedrdlock(&rwlock, &past), pthread_rwlock_unlock(&rwlock))) \
    X(pthread_rwlock_timedwrlock, (pthread_rwlock_timedwrlock(&rwlock, &past), pthread_rwlock_unlock(&rwlock))) \
    X(pthread_spin_lock, (pthread_spin_lock(&spin), pthread_spin_unlock(&spin))) \
    X(pthread_barrier_wait, pthread_barrier_wait(&barrier)) \
    X(pthread_cond_wait, (pthread_mutex_lock(&waiting), pthread_cond_wait(&condition, &waiting), pthread_mutex_unlock(&waiting))) \
    X(pthread_cond_timedwait, (pthread_mutex_lock(&waiting), pthread_cond_timedwait(&condition, &waiting, &past), pthread_mutex_unlock(&waiting))) \
    X(pthread_cond_clockwait, (pthread_mutex_lock(&waiting), pthread_cond_clockwait(&condition, &waiting, CLOCK_MONOTONIC, &past), \
                              pthread_mutex_unlock(&waiting))) \
    X(pthread_cond_signal, pthread_cond_signal(&condition)) \
    X(pthread_cond_broadcast, pthread_cond_broadcast(&condition)) \
    X(pthread_join, pthread_join(finished, NULL)) \
    X(mtx_lock, (mtx_lock(&c_mutex), mtx_unlock(&c_mutex))) \
    X(cnd_wait, (mtx_lock(&c_waiting), cnd_wait(&c_condition, &c_waiting), mtx_unlock(&c_waiting))) \
    X(sem_wait, sem_wait(&semaphore)) \
    X(sem_trywait, sem_trywait(&semaphore)) \
    X(sem_timedwait, sem_timedwait(&semaphore, &past)) \
    X(sem_clockwait, sem_clockwait(&semaphore, CLOCK_MONOTONIC, &past)) \
    X(sem_post, sem_post(&semaphore)) \
    X(sleep, sleep(0)) \
    X(nanosleep, nanosleep(&moment, NULL)) \
    X(clock_nanosleep, clock_nanosleep(CLOCK_MONOTONIC, 0, &moment, NULL)) \
    X(usleep, usleep(1)) \
    X(sched_yield, sched_yield()) \
    X(open, open("/nowhere", O_RDONLY)) \
    X(open64, open64("/nowhere", O_RDONLY)) \
    X(openat, openat(AT_FDCWD, "/nowhere", O_RDONLY)) \
    X(read, read(-1, &byte, 1) < 0) \
    X(pread, pread(-1, &byte, 1, 0) < 0) \
    X(write, write(-1, &byte, 1) < 0) \
    X(pwrite, pwrite(-1, &byte, 1, 0) < 0) \
    X(readv, readv(-1, &nothing, 1) < 0) \
    X(writev, writev(-1, &nothing, 1) < 0) \
    X(lseek, lseek(-1, 0, SEEK_CUR)) \
    X(fsync, fsync(-1)) \
    X(stat, stat("/nowhere", &status)) \
    X(fstat, fstat(-1, &status)) \
    X(access, access("/nowhere", R_OK)) \
    X(unlink, unlink("/nowhere")) \
    X(close, close(-1)) \
    X(pipe, pipe(ends) < 0) \
    X(ioctl, ioctl(-1, 0)) \
    X(fcntl, fcntl(-1, F_GETFD)) \
    X(fopen, kept = fopen("/nowhere", "r")) \
    X(fclose, fclose(to_close)) \
    X(fread, fread(&byte, 1, 1, file) > 0) \
    X(fwrite, fwrite(&byte, 1, 1, file) > 0) \
    X(fflush, fflush(file)) \
    X(fputs, fputs("planted", file)) \
    X(puts, puts("       (the self-test's planted line)")) \
    X(printf, printf("%s", "")) \
    X(fprintf, fprintf(file, "%s", "")) \
    X(vfprintf, va_print(file, "%s", "")) \
    X(dlopen, kept = dlopen(NULL, RTLD_LAZY)) \
    X(poll, poll(NULL, 0, 0)) \
    X(ppoll, ppoll(NULL, 0, &past, NULL)) \
    X(select, select(0, NULL, NULL, NULL, &no_time)) \
    X(epoll_wait, epoll_wait(-1, &event, 1, 0)) \
    X(socket, socket(AF_UNIX, SOCK_STREAM, 0)) \
    X(socketpair, socketpair(AF_UNIX, SOCK_STREAM, 0, ends)) \
    X(connect, connect(-1, NULL, 0)) \
    X(send, send(-1, &byte, 1, 0)) \
    X(sendto, sendto(-1, &byte, 1, 0, NULL, 0)) \
    X(sendmsg, sendmsg(-1, &message, 0)) \
    X(recv, recv(-1, &byte, 1, 0)) \
    X(recvfrom, recvfrom(-1, &byte, 1, 0, NULL, NULL)) \
    X(recvmsg, recvmsg(-1, &message, 0)) \
    X(syscall, syscall(SYS_getpid)) \
    X(pthread_create, pthread_create(&started, NULL, nothing_to_do, NULL)) \
    X(thrd_create, thrd_create(&c_started, nothing_to_do_c, NULL)) \
    X(fork, fork_and_end()) \
    X(posix_spawn, posix_spawn(&(pid_t){0}, "/nowhere", NULL, NULL, no_arguments, no_arguments)) \
    X(system, system(":") == 0)

#define PLANT(name, action) \
    static void do_##name(const Instance *instance) { \
        (void)instance; \
        (void)(action); \
    }
PLANTS(PLANT)

#define ROW(name, action) {#name, do_##name, false},
const Plant PlantedCalls[] = {PLANTS(ROW){0}};

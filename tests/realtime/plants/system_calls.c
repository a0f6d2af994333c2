/* System calls by the instruction, as code does that goes past libc. */
#define _GNU_SOURCE
#include "plants.h"

#include <fcntl.h>
#include <linux/futex.h>
#include <poll.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static long call(long number, long a, long b, long c, long d, long e, long f) {
    register long r10 __asm__("r10") = d;
    register long r8 __asm__("r8") = e;
    register long r9 __asm__("r9") = f;
    long result;
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                     : "rcx", "r11", "memory");
    return result;
}

static char page[4096] __attribute__((aligned(4096)));
static uint32_t word;
static struct timespec moment = {0, 1};
static struct iovec nothing;
static struct msghdr message;
static struct stat status;
static int ends[2];

/* A descriptor of -1 or no length: the call is made, and does nothing. */
#define PLANT(name, a, b, c, d, e, f) \
    static void do_##name(const Instance *instance) { \
        (void)instance; \
        call(SYS_##name, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f)); \
    }
#define PLANTS(X) \
    X(mmap, 0, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) \
    X(munmap, 0, 4096, 0, 0, 0, 0) \
    X(mprotect, page, 4096, PROT_READ | PROT_WRITE, 0, 0, 0) \
    X(madvise, page, 4096, MADV_NORMAL, 0, 0, 0) \
    X(brk, 0, 0, 0, 0, 0, 0) \
    X(mremap, page, 4096, 4096, 0, 0, 0) \
    X(futex, &word, FUTEX_WAIT_PRIVATE, 0, &moment, 0, 0) \
    X(nanosleep, &moment, 0, 0, 0, 0, 0) \
    X(clock_nanosleep, CLOCK_MONOTONIC, 0, &moment, 0, 0, 0) \
    X(sched_yield, 0, 0, 0, 0, 0, 0) \
    X(read, -1, page, 0, 0, 0, 0) \
    X(pread64, -1, page, 0, 0, 0, 0) \
    X(write, -1, page, 0, 0, 0, 0) \
    X(pwrite64, -1, page, 0, 0, 0, 0) \
    X(readv, -1, &nothing, 0, 0, 0, 0) \
    X(writev, -1, &nothing, 0, 0, 0, 0) \
    X(open, "/nowhere", O_RDONLY, 0, 0, 0, 0) \
    X(openat, AT_FDCWD, "/nowhere", O_RDONLY, 0, 0, 0) \
    X(close, -1, 0, 0, 0, 0, 0) \
    X(lseek, -1, 0, SEEK_CUR, 0, 0, 0) \
    X(fsync, -1, 0, 0, 0, 0, 0) \
    X(newfstatat, AT_FDCWD, "/nowhere", &status, 0, 0, 0) \
    X(unlink, "/nowhere", 0, 0, 0, 0, 0) \
    X(ioctl, -1, 0, 0, 0, 0, 0) \
    X(fcntl, -1, F_GETFD, 0, 0, 0, 0) \
    X(pipe2, ends, 0, 0, 0, 0, 0) \
    X(poll, 0, 0, 0, 0, 0, 0) \
    X(ppoll, 0, 0, &moment, 0, 8, 0) \
    X(select, 0, 0, 0, 0, &moment, 0) \
    X(epoll_wait, -1, page, 1, 0, 0, 0) \
    X(eventfd2, 0, 0, 0, 0, 0, 0) \
    X(socket, AF_UNIX, SOCK_STREAM, 0, 0, 0, 0) \
    X(socketpair, AF_UNIX, SOCK_STREAM, 0, ends, 0, 0) \
    X(connect, -1, page, 0, 0, 0, 0) \
    X(sendto, -1, page, 0, 0, 0, 0) \
    X(sendmsg, -1, &message, 0, 0, 0, 0) \
    X(recvfrom, -1, page, 0, 0, 0, 0) \
    X(recvmsg, -1, &message, 0, 0, 0, 0) \
    X(execve, "/nowhere", 0, 0, 0, 0, 0) \
    X(getpid, 0, 0, 0, 0, 0, 0)
PLANTS(PLANT)

#define STARTS(X) \
    X(clone, 0, 0, 0, 0, 0, 0) \
    X(clone3, page, 64, 0, 0, 0, 0) \
    X(fork, 0, 0, 0, 0, 0, 0) \
    X(vfork, 0, 0, 0, 0, 0, 0)
STARTS(PLANT)

#define ROW(name, a, b, c, d, e, f) {"syscall " #name, do_##name, false},
const Plant PlantedSystemCalls[] = {PLANTS(ROW){0}};
const Plant PlantedStarts[] = {STARTS(ROW){0}};

/* Runs what the link kit stands for, under Windows or wine: a program linked with it, which loads libraries linked with it.
   usage: program FOLDER | loads LIBRARY; it starts itself again to see itself end. */
#include "check.h"

static int passed, failed;
static const u16 *folder;

static void check(const char *what, int holds) {
    if (holds)
        passed++;
    else
        failed++, puts("  FAIL:"), puts(what);
}

static Handle load(const char *name) {
    u16 file[512];
    int at = 0;
    for (; folder[at]; at++)
        file[at] = folder[at];
    file[at++] = '\\';
    do
        file[at++] = (u16)*name;
    while (*name++);
    return LoadLibraryW(file);
}

/* Initialisers. */
static char order[4];
static int initialised;
static int early(void) { return order[initialised++] = 'C', 0; }
static void late(void) { order[initialised++] = '+'; }
__attribute__((section(".CRT$XIU"), used)) static int (*first)(void) = early;
__attribute__((section(".CRT$XCU"), used)) static void (*second)(void) = late;

/* Variables of threads: this program's, and those of a library that is loaded when the threads run already. */
static __thread int of_this_thread = 3;
static Handle volatile guest;
static u32 count_twice(void *unused) {
    CountOfThisThread count;
    (void)unused;
    for (int i = 0; i < 1000; i++)
        of_this_thread++;
    while (!guest)
        WaitForSingleObject((Handle)-2, 1);
    count = (CountOfThisThread)GetProcAddress(guest, "count_of_this_thread");
    return of_this_thread == 1003 && count() == 7 && count() == 8;
}

static void check_threads(void) {
    Handle threads[4];
    u32 holds = 1;
    for (int i = 0; i < 4; i++)
        threads[i] = CreateThread(0, 0, count_twice, 0, 0, 0);
    guest = load("guest.dll");
    for (int i = 0; i < 4; i++) {
        u32 code = 0;
        WaitForSingleObject(threads[i], (u32)Forever);
        GetExitCodeThread(threads[i], &code);
        holds &= code;
        CloseHandle(threads[i]);
    }
    check("each thread has its own variables, of the program and of the library", (int)holds && of_this_thread == 3);
}

/* A frame of a megabyte, which takes the stack page by page. */
__attribute__((noinline)) static int deep(volatile char *seed) {
    volatile char frame[1 << 20];
    for (int i = 0; i < (1 << 20); i += 1024)
        frame[i] = (char)(*seed + i / 1024);
    return frame[0] == *seed && frame[1023 * 1024] == (char)(*seed + 1023);
}

static u32 go_deep(void *seed) { return (u32)deep(seed); }

/* A buffer that runs over. */
__attribute__((noinline)) static void write_over(volatile char *buffer, int size) {
    for (int i = 0; i < size; i++)
        buffer[i] = 'x';
}
__attribute__((noinline)) static int smash(int size) {
    volatile char buffer[16];
    write_over(buffer, size);
    return buffer[3];
}

/* What the compiler asks C++'s runtime for, under its names. */
void *new_one(u64 size, const void *no_throw) __asm__("??2@YAPEAX_KAEBUnothrow_t@std@@@Z");
void delete_one(void *memory, u64 size) __asm__("??3@YAXPEAX_K@Z");
void _purecall(void);

static char ends[4];
static int ended;
static void note(char letter) { ends[ended++ & 3] = letter; }

static void say_last(void) { puts("exit handlers have run"); }

/* This program once more: the code that it ends with. */
static long long again(const char *how) {
    u16 file[512], command[64];
    struct Startup startup;
    struct Process process;
    u32 code = 0;
    int at = 0;
    memset(&startup, 0, sizeof startup);
    startup.size = 104;
    GetModuleFileNameW(0, file, 512);
    for (const char *start = "program "; *start; start++)
        command[at++] = (u16)*start;
    for (; *how; how++)
        command[at++] = (u16)(*how == '~' ? 0x97F3 : *how);
    command[at] = 0;
    if (!CreateProcessW(file, command, 0, 0, 0, 0, 0, 0, &startup, &process))
        return -1;
    WaitForSingleObject(process.process, (u32)Forever);
    GetExitCodeProcess(process.process, &code);
    CloseHandle(process.process);
    CloseHandle(process.thread);
    return code;
}

static int is(const u16 *text, const char *expected) {
    for (; *text && *text == (u16)*expected; text++, expected++)
        ;
    return *text == (u16)*expected;
}

static void say_count(void) {
    char digits[] = "00 passed, 00 failed";
    digits[0] += (char)(passed / 10), digits[1] += (char)(passed % 10);
    digits[11] += (char)(failed / 10), digits[12] += (char)(failed % 10);
    puts(digits);
}

int wmain(int count, u16 **arguments) {
    char seed = 5;
    Handle thread;
    u32 code = 0;
    if (count == 3 && is(arguments[1], "wild"))
        return is(arguments[2], "*.c") ? 42 : 1;
    if (count == 3 && is(arguments[1], "letter"))
        return arguments[2][0] == 0x97F3 && !arguments[2][1] ? 43 : 1;
    if (count == 2 && is(arguments[1], "fit"))
        return smash(16) == 'x' ? 44 : 1;
    if (count == 2 && is(arguments[1], "smash"))
        return smash(64);
    if (count == 2 && is(arguments[1], "pure"))
        _purecall();
    if (count == 3 && is(arguments[1], "loads"))
        return LoadLibraryW(arguments[2]) ? 0 : (int)GetLastError();
    folder = arguments[1];

    check("a program's initialisers run in order", !strcmp(order, "C+"));
    check_threads();
    check("a library's initialisers run in order", guest && !strcmp(((InitialisedInOrder)GetProcAddress(guest, "initialised_in_order"))(), "C+*"));
    ((TellAtTheEnd)GetProcAddress(guest, "tell_at_the_end"))(note);
    check("a library goes", FreeLibrary(guest));
    check("a library's exit handlers run when it goes, the last first", !strcmp(ends, "12"));
    check("a library whose initialiser says no is refused", !load("refuses.dll") && GetLastError() == InitialiserFailed);
    check("a library for another processor is refused", !load("processor.dll") && GetLastError() == InitialiserFailed);
    check("and the next is loaded", load("guest.dll") != 0);
    thread = CreateThread(0, 2 << 20, go_deep, &seed, 0, 0);
    WaitForSingleObject(thread, (u32)Forever);
    GetExitCodeThread(thread, &code);
    check("a stack frame of a megabyte", code == 1);
    check("and on the main thread", deep(&seed));
    void *memory = new_one(0, 0);
    check("memory of no size has a place", memory != 0);
    delete_one(memory, 0);
    check("an argument with a wild card stays as it is", again("wild *.c") == 42);
    check("an argument of another alphabet", again("letter ~") == 43);
    check("a buffer that is filled to its end", again("fit") == 44);
    check("a buffer that runs over ends the process as a bug", again("smash") == 0xC0000409);
    check("a pure call ends the process as a bug", again("pure") == 0xC0000409);
    atexit(say_last);
    say_count();
    return failed != 0;
}

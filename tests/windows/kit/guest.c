/* A library linked with the kit. With REFUSES its own initialiser says no. */
#include "check.h"

typedef int (*Initialiser)(void);
typedef void (*Constructor)(void);

static char order[8];
static int count;
static __thread int of_this_thread = 7;
static Told told;

static int early(void) { return order[count++] = 'C', 0; }
static int refuse(void) { return 1; }
static void late(void) { order[count++] = '+'; }
static void later(void) { order[count++] = '*'; }

/* The names sort: C initialisers first, then the constructors in their order. */
__attribute__((section(".CRT$XIU"), used)) static Initialiser first = early;
__attribute__((section(".CRT$XCU"), used)) static Constructor second = late;
__attribute__((section(".CRT$XCV"), used)) static Constructor third = later;
#ifdef REFUSES
__attribute__((section(".CRT$XIV"), used)) static Initialiser last = refuse;
#else
__attribute__((used)) static Initialiser unasked = refuse;
#endif

static void tell_first(void) { told('1'); }
static void tell_second(void) { told('2'); }

__declspec(dllexport) const char *initialised_in_order(void) { return order; }
__declspec(dllexport) int count_of_this_thread(void) { return of_this_thread++; }
__declspec(dllexport) void tell_at_the_end(Told to) {
    told = to;
    atexit(tell_second);
    atexit(tell_first);
}

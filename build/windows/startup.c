// Initialisers before, exit handlers after: the tables that Microsoft's linker gathers in the sections .CRT$X*.
// (Microsoft's documentation: "CRT initialization".)
#include "crt.h"

int _initialize_onexit_table(void *table);
int _register_onexit_function(void *table, Initialiser handler);
int _execute_onexit_table(void *table);

// Tells the linker that floating-point numbers are used.
int _fltused = 0x9875;

// C initialisers (they can fail), then C++'s. Section names sort first and last around those of the objects.
IN_SECTION(".CRT$XIA") Initialiser first_initialiser = 0;
IN_SECTION(".CRT$XIZ") Initialiser last_initialiser = 0;
IN_SECTION(".CRT$XCA") Procedure first_constructor = 0;
IN_SECTION(".CRT$XCZ") Procedure last_constructor = 0;

// _onexit_table_t: three pointers.
static void *exit_table[3];

int atexit(Procedure handler) { return _register_onexit_function(exit_table, (Initialiser)handler); }

int run_initialisers(void) {
    _initialize_onexit_table(exit_table);
    for (Initialiser volatile *next = &first_initialiser + 1; next < &last_initialiser; next++) {
        int failed = *next ? (*next)() : 0;
        if (failed)
            return failed;
    }
    for (Procedure volatile *next = &first_constructor + 1; next < &last_constructor; next++)
        if (*next)
            (*next)();
    return 0;
}

void run_exit_handlers(void) { _execute_onexit_table(exit_table); }

// Where Windows enters a library.
#include "crt.h"

int _DllMainCRTStartup(void *library, u32 reason, void *process_ends) {
    (void)library;
    if (reason == ProcessEntered) {
        choose_cookie();
        return run_initialisers() == 0;
    }
    // At a process's end its other threads are gone already, whatever they held: nothing is put in order then.
    if (reason == ProcessLeft && !process_ends)
        run_exit_handlers();
    return 1;
}

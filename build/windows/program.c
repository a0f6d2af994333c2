// Where Windows enters a program of the console.
#include "crt.h"

enum { ConsoleProgram = 1, WildcardsAsTheyAre = 1, CannotStart = 255 };

int wmain(int count, u16 **arguments);
int _configure_wide_argv(int mode);
int _initialize_wide_environment(void);
int *__p___argc(void);
u16 ***__p___wargv(void);
void _set_app_type(int type);
void exit(int code);

int wmainCRTStartup(void) {
    int code;
    choose_cookie();
    _set_app_type(ConsoleProgram);
    _configure_wide_argv(WildcardsAsTheyAre);
    _initialize_wide_environment();
    if (run_initialisers())
        return CannotStart;
    code = wmain(*__p___argc(), *__p___wargv());
    run_exit_handlers();
    exit(code);
    return code;
}

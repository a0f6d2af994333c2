// Cairo's locks on Windows are critical sections, which somebody has to make before two threads may draw. In Cairo's own DLL its
// Win32 backend does, which is not built here.
#include "cairoint.h"
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH) {
        CAIRO_MUTEX_INITIALIZE();
        DisableThreadLibraryCalls(module);
    }
    return TRUE;
}

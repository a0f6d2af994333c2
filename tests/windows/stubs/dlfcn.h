/* What tests/faults/onnx_stub.c asks of this header, by Windows' means. */
#pragma once
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

enum { RTLD_NOW, RTLD_LOCAL = 0 };
typedef struct { const char *dli_fname; } Dl_info;

static inline void *dlopen(const char *file, int flags) { return (void)flags, (void *)LoadLibraryA(file); }
static inline void *dlsym(void *library, const char *name) { return (void *)GetProcAddress((HMODULE)library, name); }
static inline const char *dlerror(void) { return "the library can't be loaded"; }
static inline int dladdr(const void *address, Dl_info *found) {
    static char file[MAX_PATH];
    HMODULE library;
    found->dli_fname = file;
    return GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT, address, &library) &&
           GetModuleFileNameA(library, file, sizeof file);
}

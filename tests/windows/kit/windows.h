/* The few of Windows' own functions that the kit's tests call: no SDK is needed. */
#pragma once

typedef unsigned int u32;
typedef unsigned long long u64;
typedef unsigned short u16;
typedef void *Handle;

enum { Forever = -1, InitialiserFailed = 1114, FailFast = 0xC0000409 - 0x100000000ll };

struct Startup { u32 size; u64 unused[12]; };
struct Process { Handle process, thread; u32 process_id, thread_id; };

__declspec(dllimport) Handle LoadLibraryW(const u16 *file);
__declspec(dllimport) int FreeLibrary(Handle library);
__declspec(dllimport) void *GetProcAddress(Handle library, const char *name);
__declspec(dllimport) u32 GetLastError(void);
__declspec(dllimport) Handle CreateThread(void *security, u64 stack, u32 (*run)(void *), void *argument, u32 flags, u32 *id);
__declspec(dllimport) u32 WaitForSingleObject(Handle object, u32 milliseconds);
__declspec(dllimport) int GetExitCodeThread(Handle thread, u32 *code);
__declspec(dllimport) int GetExitCodeProcess(Handle process, u32 *code);
__declspec(dllimport) int CloseHandle(Handle object);
__declspec(dllimport) int CreateProcessW(const u16 *program, u16 *command, void *process_security, void *thread_security, int inherits, u32 flags,
                                         void *environment, const u16 *folder, struct Startup *startup, struct Process *process);
__declspec(dllimport) u32 GetModuleFileNameW(Handle library, u16 *file, u32 size);

/* Of UCRT, Windows' own C runtime. */
int puts(const char *line);
int putchar(int character);
int strcmp(const char *a, const char *b);
void *memset(void *to, int value, u64 size);
int atexit(void (*handler)(void));

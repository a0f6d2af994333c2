// Stack protection as Microsoft's compiler expects it of a C runtime: functions with buffers keep a secret number below them and look at it
// when they return. (Microsoft's documentation: "/GS (Buffer Security Check)".)
#include "crt.h"

__declspec(dllimport) int QueryPerformanceCounter(u64 *ticks);
__declspec(dllimport) void GetSystemTimeAsFileTime(u64 *time);
__declspec(dllimport) u32 GetCurrentProcessId(void);
__declspec(dllimport) u32 GetCurrentThreadId(void);

enum { FailStackCookie = 2, FailRangeCheck = 8 };

// The upper 16 bits are nought: a string that runs over can't write them.
static const u64 CookieBits = 0x0000FFFFFFFFFFFFull;
static const u64 UsualCookie = 0x00002B992DDFA232ull;

u64 __security_cookie = 0x00002B992DDFA232ull;

void choose_cookie(void) {
    u64 ticks = 0, time = 0, mixed;
    QueryPerformanceCounter(&ticks);
    GetSystemTimeAsFileTime(&time);
    mixed = ticks ^ (ticks << 32) ^ time ^ GetCurrentProcessId() ^ ((u64)GetCurrentThreadId() << 24) ^ (u64)&ticks;
    mixed &= CookieBits;
    __security_cookie = mixed == 0 || mixed == UsualCookie ? UsualCookie + 1 : mixed;
}

__attribute__((noreturn)) void __report_gsfailure(void) { FAIL_FAST(FailStackCookie); }

__attribute__((noreturn)) void __report_rangecheckfailure(void) { FAIL_FAST(FailRangeCheck); }

// The exception handler of protected functions. "Go on searching": the cookie is looked at where the function returns.
int __GSHandlerCheck(void *record, void *frame, void *context, void *dispatcher) {
    (void)record, (void)frame, (void)context, (void)dispatcher;
    return 1;
}

// rcx: the cookie as the function kept it. Every other register must stay as it is.
__asm__(".text\n"
        ".globl __security_check_cookie\n"
        "__security_check_cookie:\n"
        "  cmpq __security_cookie(%rip), %rcx\n"
        "  jne 1f\n"
        "  rolq $16, %rcx\n"
        "  testw $0xffff, %cx\n"
        "  jne 1f\n"
        "  ret\n"
        "1: jmp __report_gsfailure\n");

// rax: the size of a stack frame of more than a page. Windows grows a stack page by page, so that each must be touched in turn.
__asm__(".text\n"
        ".globl __chkstk\n"
        "__chkstk:\n"
        "  pushq %rcx\n"
        "  pushq %rax\n"
        "  cmpq $0x1000, %rax\n"
        "  leaq 24(%rsp), %rcx\n"
        "  jb 2f\n"
        "1: subq $0x1000, %rcx\n"
        "  testb $0, (%rcx)\n"
        "  subq $0x1000, %rax\n"
        "  cmpq $0x1000, %rax\n"
        "  ja 1b\n"
        "2: subq %rax, %rcx\n"
        "  testb $0, (%rcx)\n"
        "  popq %rax\n"
        "  popq %rcx\n"
        "  ret\n");

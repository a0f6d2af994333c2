// A processor without AVX would end the host at the first managed call. Asked before that, so that loading fails as it does for any library
// that does not fit: hosts say so and go on. An initialiser of C, which both this kit and Microsoft's runtime heed.
// (Intel's manual, volume 1, 14.3: the processor has it, and the system saves its registers.)
typedef int (*Initialiser)(void);

enum { OsSavesRegisters = 1 << 27, HasAvx = 1 << 28, SseAndAvxState = 6 };

#ifdef REFUSE // in tests
static const int asked = HasAvx | OsSavesRegisters | 1 << 16; // reserved: no processor has it
#else
static const int asked = HasAvx | OsSavesRegisters;
#endif

static int refuse_without_avx(void) {
    unsigned features, state;
    __asm__ volatile("cpuid" : "=c"(features) : "a"(1) : "ebx", "edx");
    if ((features & asked) != (unsigned)asked)
        return 1;
    __asm__ volatile("xgetbv" : "=a"(state) : "c"(0) : "edx");
    return (state & SseAndAvxState) != SseAndAvxState;
}

__attribute__((section(".CRT$XIB"), used)) static Initialiser refusal = refuse_without_avx;

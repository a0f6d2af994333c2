// Variables of each thread: the directory by which Windows makes them (PE format, "The .tls Section").
#include "crt.h"

typedef void(__stdcall *ThreadCallback)(void *library, u32 reason, void *reserved);

u32 _tls_index = 0;

IN_SECTION(".tls") char _tls_start = 0;
IN_SECTION(".tls$ZZZ") char _tls_end = 0;
IN_SECTION(".CRT$XLA") ThreadCallback first_callback = 0;
IN_SECTION(".CRT$XLZ") ThreadCallback last_callback = 0;

struct Directory {
    void *start, *end, *index, *callbacks;
    u32 zero_fill, characteristics;
};

IN_SECTION(".rdata$T") const struct Directory _tls_used = {&_tls_start, &_tls_end, &_tls_index, &first_callback + 1, 0, 0};

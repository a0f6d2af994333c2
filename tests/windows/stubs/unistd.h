/* What tests/faults/onnx_stub.c asks of this header and Windows has not. */
#pragma once
#include_next <unistd.h>
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
static inline void pause(void) { Sleep(1000); }

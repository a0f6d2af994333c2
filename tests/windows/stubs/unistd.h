/* What tests/faults/onnx_stub.c asks of this header, from Windows. */
#pragma once
__declspec(dllimport) void Sleep(unsigned milliseconds);
static inline void pause(void) { Sleep(1000); }

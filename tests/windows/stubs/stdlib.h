/* What tests/faults/onnx_stub.c asks of this header, from UCRT. */
#pragma once
_Noreturn void abort(void);

/* What Opus's configure would find: any compiler of C99. The encoder in floating point, without kernels for one processor. */
#define OPUS_BUILD 1
#define PACKAGE_VERSION "1.3.1"
#define ENABLE_HARDENING 1
#define VAR_ARRAYS 1
#define HAVE_LRINT 1
#define HAVE_LRINTF 1
#define HAVE_STDINT_H 1

/* What pixman's configure would find: MinGW-w64 for x86-64. SSE2 is in every such processor, SSSE3 is asked for at run time. */
#define PACKAGE "pixman"
#define HAVE_STDINT_H 1
#define HAVE_INTTYPES_H 1
#define HAVE_BUILTIN_CLZ 1
#define HAVE_GCC_VECTOR_EXTENSIONS 1
#define SIZEOF_LONG 4
#define TOOLCHAIN_SUPPORTS_ATTRIBUTE_CONSTRUCTOR 1
#define USE_SSE2 1
#define USE_SSSE3 1

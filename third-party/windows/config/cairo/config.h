/* What Cairo's configure would find: MinGW-w64 for x86-64, FreeType 2.12, pixman 0.42. */
#define HAVE_STDINT_H 1
#define HAVE_INTTYPES_H 1
#define HAVE_STDLIB_H 1
#define HAVE_STRING_H 1
#define HAVE_FCNTL_H 1
#define HAVE_IO_H 1
#define HAVE_SYS_STAT_H 1
#define HAVE_UINT64_T 1
#define HAVE___UINT128_T 1
#define HAVE_CXX11_ATOMIC_PRIMITIVES 1
#define HAVE_BUILTIN_RETURN_ADDRESS 1
#define SIZEOF_INT 4
#define SIZEOF_LONG 4
#define SIZEOF_LONG_LONG 8
#define SIZEOF_SIZE_T 8
#define SIZEOF_VOID_P 8
#define HAS_PIXMAN_GLYPHS 1
#define HAVE_FT_DONE_MM_VAR 1
#define HAVE_FT_GET_VAR_DESIGN_COORDINATES 1
#define HAVE_FT_GET_X11_FONT_FORMAT 1
#define HAVE_FT_GLYPHSLOT_EMBOLDEN 1
#define HAVE_FT_GLYPHSLOT_OBLIQUE 1
#define HAVE_FT_LIBRARY_SETLCDFILTER 1
#define HAVE_FT_LOAD_SFNT_TABLE 1
#define WARN_UNUSED_RESULT __attribute__((__warn_unused_result__))
/* Cairo opens files by UTF-16 names on Windows, yet builds the conversion only with back ends that are not built here. */
#define CAIRO_HAS_UTF8_TO_UTF16 1

/* FreeType's own options, less what needs zlib: compressed fonts and glyphs drawn in SVG. */
#include <freetype/config/ftoption.h>
#undef FT_CONFIG_OPTION_USE_ZLIB
#undef FT_CONFIG_OPTION_USE_LZW
#undef FT_CONFIG_OPTION_SVG

# shellcheck shell=bash
# semanticeq_cairo.dll: Cairo's pictures in memory, with pixman, which fills them, and FreeType, which reads fonts.

make_cairo() { # SOURCES WORK DLL
    local cairo="-DHAVE_CONFIG_H -I$MINGW_CONFIG/cairo -Icairo/src -Ipixman/pixman -Ifreetype/include"
    local pixman="-DHAVE_CONFIG_H -DPIXMAN_API= -I$MINGW_CONFIG/pixman -Ipixman/pixman" freetype list
    freetype="-DFT2_BUILD_LIBRARY -DFT_CONFIG_MODULES_H='<modules.h>' -DFT_CONFIG_OPTIONS_H='<options.h>' -I$MINGW_CONFIG/freetype -Ifreetype/include"
    mkdir -p "$2"

    # shellcheck disable=SC2046 # file names without blanks
    unit "$2" "$pixman" $(listed "$1/pixman/pixman/Makefile.sources" libpixman_sources | sed 's|^|pixman/pixman/|')
    unit "$2" "$pixman -msse2" pixman/pixman/pixman-sse2.c
    unit "$2" "$pixman -mssse3" pixman/pixman/pixman-ssse3.c

    unit "$2" "$freetype" freetype/builds/windows/ftsystem.c freetype/src/base/ft{base,init,debug,bitmap,glyph,mm,synth}.c \
        freetype/src/{autofit/autofit,truetype/truetype,cff/cff,psaux/psaux,psnames/psnames,pshinter/pshinter,sfnt/sfnt,smooth/smooth}.c

    for list in cairo_sources _cairo_font_subset_sources _cairo_pdf_operators_sources _cairo_deflate_stream_sources cairo_ft_sources; do
        # shellcheck disable=SC2046
        unit "$2" "$cairo" $(listed "$1/cairo/src/Makefile.sources" $list | sed 's|^|cairo/src/|')
    done
    unit "$2" "$cairo" "$ROOT/third-party/windows/cairo-main.c"
    link_library "$1" "$2" third-party/windows/semanticeq_cairo.def "$3"
}

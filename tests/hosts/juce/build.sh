#!/usr/bin/env bash
# Builds the JUCE host from Debian's JUCE sources. The modules' objects are kept in CACHE: they take minutes, the host itself seconds.
# usage: build.sh CACHE PROGRAM
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${1:?usage: build.sh CACHE PROGRAM}
program=${2:?usage: build.sh CACHE PROGRAM}
modules=${JUCE_MODULES:-/usr/share/juce/modules}

# No optimisation: compiling takes a third of the time, and what is measured is our side.
flags=(-std=c++17 -O0 -DNDEBUG -w -I"$modules" -I"$modules/juce_audio_processors/format_types/VST3_SDK"
    -DJUCE_GLOBAL_MODULE_SETTINGS_INCLUDED=1 -DJUCE_STANDALONE_APPLICATION=1 -DJUCE_PLUGINHOST_VST3=1 -DJUCE_USE_CURL=0
    -DJUCE_WEB_BROWSER=0 -DJUCE_USE_XINERAMA=0 -DJUCE_INCLUDE_ZLIB_CODE=0 -DJUCE_INCLUDE_PNGLIB_CODE=0 -DJUCE_INCLUDE_JPEGLIB_CODE=0
    -DJUCE_DISPLAY_SPLASH_SCREEN=0 -DJUCE_REPORT_APP_USAGE=0)
read -ra packages < <(pkg-config --cflags freetype2)
libraries=(-lX11 -lfreetype -lpng -ljpeg -lz -lrt -ldl -lpthread)

version=$(dpkg-query --show --showformat='${Version}' juce-modules-source)
key=$(echo "$version" "${flags[@]}" | sha256sum | cut -c1-12)
objects=$cache/$key
mkdir -p "$objects"

compile() { # MODULE
    [ ! -f "$objects/$1.o" ] || return 0
    nice g++ "${flags[@]}" "${packages[@]}" -c "$modules/$1/$1.cpp" -o "$objects/$1.$$.o"
    mv "$objects/$1.$$.o" "$objects/$1.o"
}

names=(juce_core juce_events juce_data_structures juce_graphics juce_gui_basics juce_gui_extra juce_audio_basics juce_audio_processors)
for name in "${names[@]}"; do
    compile "$name" &
    [ "$(jobs -rp | wc -l)" -lt "$(nproc)" ] || wait -n
done
wait
linked=()
for name in "${names[@]}"; do
    linked+=("$objects/$name.o")
done
g++ "${flags[@]}" "${packages[@]}" "$here/host.cpp" "$here/atoms.cpp" "${linked[@]}" -o "$program" "${libraries[@]}"

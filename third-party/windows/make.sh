#!/usr/bin/env bash
# make.sh WORK: makes both libraries; WORK/done is then what libraries.sh keeps. A process of its own, which ends at the first failure.
set -euo pipefail
shopt -s inherit_errexit

# shellcheck source=build/lib.sh
. build/lib.sh
# shellcheck source=third-party/windows/libraries.sh
. third-party/windows/libraries.sh
# shellcheck source=third-party/windows/sources.sh
. third-party/windows/sources.sh
# shellcheck source=third-party/windows/compile.sh
. third-party/windows/compile.sh
# shellcheck source=third-party/windows/cairo.sh
. third-party/windows/cairo.sh
# shellcheck source=third-party/windows/sndfile.sh
. third-party/windows/sndfile.sh

# What Resources/licences gets of them: cache/licences/NAME.txt.
keep_licences() { # SOURCES FOLDER
    mkdir -p "$2"
    cat "$1"/cairo/COPYING "$1"/cairo/COPYING-LGPL-2.1 "$1"/cairo/COPYING-MPL-1.1 >"$2/cairo.txt"
    cp "$1/pixman/COPYING" "$2/pixman.txt"
    cp "$1/freetype/docs/FTL.TXT" "$2/freetype.txt"
    cp "$1/libsndfile/COPYING" "$2/libsndfile.txt"
    cat "$1/libsndfile/src/GSM610/COPYRIGHT" "$1/libsndfile/src/ALAC/LICENSE" >"$2/libsndfile-gsm-alac.txt"
    cp "$1/flac/COPYING.Xiph" "$2/flac.txt"
    cp "$1/libogg/COPYING" "$2/ogg.txt"
    cp "$1/libvorbis/COPYING" "$2/vorbis.txt"
    cp "$1/opus/COPYING" "$2/opus.txt"
    cp /usr/share/doc/mingw-w64-x86-64-dev/copyright "$2/mingw-w64.txt"
    chmod -R u=rwX,go=rX "$2"
}

windows_sources "$1/archives"
unpack_windows_sources "$1/archives" "$1/sources"
mkdir -p "$1/done/archives"
make_cairo "$1/sources" "$1/cairo" "$1/done/$CAIRO_DLL"
make_sndfile "$1/sources" "$1/sndfile" "$1/done/$SNDFILE_DLL"
keep_licences "$1/sources" "$1/done/licences"
# The licences of Cairo and libsndfile give whoever has the DLLs a right to these.
cp third-party/windows/pins "$1/done/archives/"
while read -r _ _ file _; do
    cp "$1/archives/$file" "$1/done/archives/"
done < <(sed '/^#/d' third-party/windows/pins)

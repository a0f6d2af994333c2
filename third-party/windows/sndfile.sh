# shellcheck shell=bash
# semanticeq_sndfile.dll: libsndfile with FLAC, Ogg Vorbis and Opus, as on Linux; without MP3.

# sources_in SOURCES FOLDER...: the C files right in them, but for tests
sources_in() { (cd "$1" && find "${@:2}" -maxdepth 1 -name '*.c' ! -name '*test*' | LC_ALL=C sort -u); }

make_sndfile() { # SOURCES WORK DLL
    local list opus flac vorbis sndfile
    mkdir -p "$2"

    # shellcheck disable=SC2046 # file names without blanks
    {
        unit "$2" "-Ilibogg/include" libogg/src/bitwise.c libogg/src/framing.c

        flac="-DHAVE_CONFIG_H -DNDEBUG -DFLAC__NO_DLL -I$MINGW_CONFIG/flac -Iflac/include -Iflac/src/libFLAC/include -Ilibogg/include"
        unit "$2" "$flac" $(sources_in "$1" flac/src/libFLAC) flac/src/share/win_utf8_io/win_utf8_io.c

        vorbis="-Ilibvorbis/include -Ilibvorbis/lib -Ilibogg/include"
        unit "$2" "$vorbis" $(sources_in "$1" libvorbis/lib | grep -vE '/(psytune|tone|barkmel)\.c')

        opus="-DHAVE_CONFIG_H -I$MINGW_CONFIG/opus -Iopus/include -Iopus/celt -Iopus/silk -Iopus/silk/float"
        for list in opus:OPUS_SOURCES opus:OPUS_SOURCES_FLOAT celt:CELT_SOURCES silk:SILK_SOURCES silk:SILK_SOURCES_FLOAT; do
            unit "$2" "$opus" $(listed "$1/opus/${list%:*}_sources.mk" "${list#*:}" | sed 's|^|opus/|')
        done

        sndfile="-DHAVE_CONFIG_H -DFLAC__NO_DLL -I$MINGW_CONFIG/sndfile -Ilibsndfile/include -Ilibsndfile/src -Iflac/include -Ilibogg/include -Ilibvorbis/include -Iopus/headers"
        unit "$2" "$sndfile" $(sources_in "$1" libsndfile/src libsndfile/src/ALAC libsndfile/src/G72x libsndfile/src/GSM610)
    }
    # libsndfile asks for <opus/opus.h>.
    mkdir -p "$1/opus/headers"
    cp -r "$1/opus/include" "$1/opus/headers/opus"
    link_library "$1" "$2" third-party/windows/semanticeq_sndfile.def "$3"
}

# shellcheck shell=bash
# semanticeq_sndfile.dll: libsndfile with FLAC, Ogg Vorbis and Opus, as on Linux; without MP3.

make_sndfile() { # SOURCES WORK DLL
    local list opus flac vorbis sndfile
    mkdir -p "$2"

    # shellcheck disable=SC2046 # file names without blanks
    {
        unit "$2" "-Ilibogg/include" libogg/src/bitwise.c libogg/src/framing.c

        flac="-DHAVE_CONFIG_H -DNDEBUG -DFLAC__NO_DLL -I$MINGW_CONFIG/flac -Iflac/include -Iflac/src/libFLAC/include -Ilibogg/include"
        unit "$2" "$flac" $(cd "$1" && ls flac/src/libFLAC/*.c) flac/src/share/win_utf8_io/win_utf8_io.c

        vorbis="-Ilibvorbis/include -Ilibvorbis/lib -Ilibogg/include"
        unit "$2" "$vorbis" $(cd "$1" && ls libvorbis/lib/*.c | grep -vE '/(psytune|tone|barkmel)\.c')

        opus="-DHAVE_CONFIG_H -I$MINGW_CONFIG/opus -Iopus/include -Iopus/celt -Iopus/silk -Iopus/silk/float"
        for list in opus:OPUS_SOURCES opus:OPUS_SOURCES_FLOAT celt:CELT_SOURCES silk:SILK_SOURCES silk:SILK_SOURCES_FLOAT; do
            unit "$2" "$opus" $(listed "$1/opus/${list%:*}_sources.mk" "${list#*:}" | sed 's|^|opus/|')
        done

        sndfile="-DHAVE_CONFIG_H -DFLAC__NO_DLL -I$MINGW_CONFIG/sndfile -Ilibsndfile/include -Ilibsndfile/src -Iflac/include -Ilibogg/include -Ilibvorbis/include -Iopus/headers"
        unit "$2" "$sndfile" $(cd "$1" && ls libsndfile/src/*.c libsndfile/src/{ALAC,G72x,GSM610}/*.c | grep -v '_\?test\(_[a-z0-9_]*\)\?\.c\|/test_')
    }
    # libsndfile asks for <opus/opus.h>.
    mkdir -p "$1/opus/headers"
    cp -r "$1/opus/include" "$1/opus/headers/opus"
    link_library "$1" "$2" third-party/windows/semanticeq_sndfile.def "$3"
}

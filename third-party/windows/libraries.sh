# shellcheck shell=bash
# The two libraries that Linux has and Windows has not, made from Debian's sources: semanticeq_cairo.dll, which draws, and
# semanticeq_sndfile.dll, which reads and writes audio files. README.md says what is in them and why they are named so.

readonly MINGW=x86_64-w64-mingw32-gcc-win32
# shellcheck disable=SC2034 # used where this is sourced
readonly CAIRO_DLL=semanticeq_cairo.dll
readonly SNDFILE_DLL=semanticeq_sndfile.dll
# The status where a mirror has no such source: no fault of what is here.
readonly NOT_TO_BE_HAD=69

# Prints the folder that holds both DLLs, licences/ and archives/, the sources that they were made from.
windows_libraries() {
    local cache work status=0
    cache=$OUT/.cache/windows-libraries-$( (fingerprint third-party/windows/{config,pins,patches} third-party/windows/*.{c,def,sh} && $MINGW -dumpfullversion) | sha256sum | cut -c1-12)
    if [ ! -e "$cache/$SNDFILE_DLL" ]; then
        say "making Cairo and libsndfile for Windows from Debian's sources (some minutes, once)" >&2
        mkdir -p "$OUT/.cache"
        work=$(mktemp -d "$OUT/.cache/windows.XXXXXX")
        third-party/windows/make.sh "$work" >&2 || status=$?
        if [ $status != 0 ]; then
            rm -rf "$work"
            [ $status != "$NOT_TO_BE_HAD" ] || exit $NOT_TO_BE_HAD
            die "the libraries for Windows can't be made"
        fi
        rm -rf "$cache"
        mv -T "$work/done" "$cache"
        rm -rf "$work"
    fi
    echo "$cache"
}

# shellcheck shell=bash
# MinGW-w64 as it is used here: each C file is one line of WORK/units, compiled side by side, then linked in that order.

# shellcheck disable=SC2034 # used by cairo.sh and sndfile.sh
readonly MINGW_CONFIG=$ROOT/third-party/windows/config

# What a makefile lists: listed MAKEFILE VARIABLE
listed() {
    awk -v name="$2" '$1 == name { on = 1 } on { for (i = 1; i <= NF; i++) if ($i ~ /\.c$/) print $i } on && !/\\$/ { exit }' "$1"
}

# unit WORK FLAGS FILE...
unit() {
    local file
    for file in "${@:3}"; do
        printf '%s\t%s\n' "$2" "$file" >>"$1/units"
    done
}

# link_library SOURCES WORK EXPORTS DLL: compiles every unit, and links them
link_library() {
    local number=0 flags own file
    # GCC 12 knows no -mcrtdll: its own specs, with the C library that is part of Windows 10 in place of the old one.
    $MINGW -dumpspecs | sed 's/-lmsvcrt\b/-lucrt/g' >"$2/specs"
    # No path, no time: the same sources and compiler give the same bytes. Warnings are those libraries' own affair.
    flags="-specs=$2/specs -D_UCRT -D_WIN32_WINNT=0x0A00 -DWINVER=0x0A00 -O2 -g0 -w -fno-strict-aliasing -ffunction-sections -fdata-sections -ffile-prefix-map=$1=."
    while IFS=$'\t' read -r own file; do
        number=$((number + 1))
        printf '%s -o %s/%03d.o -c %s\0' "$MINGW $flags $own" "$2" "$number" "$file"
    done <"$2/units" | (cd "$1" && xargs -0 -n 1 -P "$(nproc)" sh -c) || die "${4##*/} does not compile"
    # The base address would be made from the output's path.
    $MINGW -specs="$2/specs" -shared -s -static-libgcc -o "$4" "$2"/*.o "$3" \
        -Wl,--no-insert-timestamp,--image-base=0x180000000,--gc-sections,--dynamicbase,--high-entropy-va,--nxcompat || die "${4##*/} does not link"
}

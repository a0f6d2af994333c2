#!/usr/bin/env bash
# The libraries in the Windows bundle: what they offer and need, that they draw and read as Linux's do, and what is said where the C++ runtime
# is missing. Under wine, where that is there. The last line counts.
# usage: run.sh WINDOWS (out/windows)
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$here/../.." && pwd)
windows=$(realpath "${1:?usage: run.sh WINDOWS}")
binaries=$windows/SemanticEq.vst3/Contents/x86_64-win
work=$(mktemp -d)
trap 'wine_stop; rm -rf "$work"' EXIT

# shellcheck source=tests/installer/check.sh
. "$here/../installer/check.sh"
# shellcheck source=tests/windows/wine.sh
. "$here/../windows/wine.sh"
# shellcheck source=tests/windows-libraries/tables.sh
. "$here/tables.sh"

compile() { # NAME: for both systems
    gcc -std=gnu17 -O1 -Wall -Wextra -Werror -o "$work/$1" "$here/$1.c" -ldl -lm
    x86_64-w64-mingw32-gcc-win32 -std=gnu17 -O1 -Wall -Wextra -Werror -Wno-cast-function-type -o "$work/$1.exe" "$here/$1.c"
}

test_drawing() {
    local font=$windows/SemanticEq.vst3/Contents/Resources/fonts/Inter-Regular.otf
    compile draw
    cp "$binaries/semanticeq_cairo.dll" "$work/"
    check "Cairo draws the same pixels as Linux's" "$("$work/draw" libcairo.so.2 libfreetype.so.6 "$font")" \
        "$(cd "$work" && in_windows draw.exe semanticeq_cairo.dll semanticeq_cairo.dll "$(windows_path "$font")")"
}

test_sounds() {
    local written reader
    compile sound
    cp "$windows/semanticeq_sndfile.dll" "$work/"
    cd "$work" || exit 2
    for reader in "in_windows sound.exe semanticeq_sndfile.dll" "./sound libsndfile.so.1"; do
        written=$(in_windows sound.exe semanticeq_sndfile.dll write)
        check "every format is written" 9 "$(grep -c ': written$' <<<"$written")"
        check "and read by ${reader%% *}" 9 "$($reader read | grep -c ': read$')"
    done
    ./sound libsndfile.so.1 write >/dev/null
    check "what Linux's wrote is read" 9 "$(in_windows sound.exe semanticeq_sndfile.dll read | grep -c ': read$')"
}

# wine's own C++ runtime can be switched off, a library at a time.
test_cpp_runtime() {
    local doctor=("$windows/semantic-eq.exe" doctor --plugin "$(windows_path "$windows/SemanticEq.vst3")") said library
    says "with a C++ runtime, the ONNX Runtime decodes" "ONNX Runtime 1.27.0, decodes as the built-in decoder does" "$(in_windows "${doctor[@]}")"
    for library in msvcp140 msvcp140_atomic_wait vcruntime140_1; do
        said=$(WINEDLLOVERRIDES="$WINEDLLOVERRIDES;$library=" in_windows "${doctor[@]}")
        says "without $library it is named" "of which this system has no ${library^^}.dll" "$said"
        says "and what brings it back" "https://aka.ms/vs/17/release/vc_redist.x64.exe" "$said"
    done
    runtime_of "$work/old" 14,29,30139,0
    says "one that is too old is told by its version" "14.40 or later; this process has 14.29.30139" \
        "$(WINEDLLOVERRIDES="$WINEDLLOVERRIDES;msvcp140=n" in_windows "$work/old/semantic-eq.exe" "${doctor[@]:1}")"
    runtime_of "$work/new" 14,40,33810,0
    check "and one that is not is not" "" \
        "$(WINEDLLOVERRIDES="$WINEDLLOVERRIDES;msvcp140=n" in_windows "$work/new/semantic-eq.exe" "${doctor[@]:1}" | grep 'or later; this process')"
}

# runtime_of FOLDER VERSION: the command line with a C++ runtime of that version beside it, which is empty but for that
runtime_of() {
    mkdir "$1"
    cp "$windows"/semantic-eq.exe "$windows"/*.dll "$1/"
    printf '1 VERSIONINFO\nFILEVERSION %s\nBEGIN\nEND\n' "$2" >"$1/version.rc"
    x86_64-w64-mingw32-windres "$1/version.rc" "$1/version.o"
    x86_64-w64-mingw32-gcc-win32 -shared -o "$1/msvcp140.dll" "$1/version.o"
}

test_tables
if [ -x "$WINE" ]; then
    wine_start
    test_drawing
    test_sounds
    test_cpp_runtime
else
    skip "there is no wine: nothing was run"
fi
echo "$passed passed, $failed failed$([ $skipped = 0 ] || echo ", $skipped skipped")"
[ $failed = 0 ]

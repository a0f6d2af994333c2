#!/usr/bin/env bash
# tests/faults on Windows: the same checks, with libraries that are no ONNX Runtime made for it, and the same fuzzing; the last line counts.
# usage: faults.sh WINDOWS PROGRAMS WORK CASES
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
windows=$(realpath "${1:?usage: faults.sh WINDOWS PROGRAMS WORK CASES}")
program=$(realpath "$2")/SemanticEq.Faults.exe work=$(realpath "$3") cases=$4
# shellcheck source=tests/windows/wine.sh
. "$here/wine.sh"
bundle=$(windows_path "$windows/SemanticEq.vst3")
mkdir -p "$work/stubs" "$work/copies"

stub() { # NAME MACRO...
    x86_64-w64-mingw32-gcc-win32 -O1 -Wall -Wextra -Werror -Wno-cast-function-type -shared -static-libgcc -I "$here/stubs" "${@:2}" \
        -o "$work/stubs/$1" "$here/../faults/onnx_stub.c"
}
real=$bundle\\Contents\\x86_64-win\\semanticeq_onnxruntime.dll
real=-DREAL=\"${real//\\/\\\\}\"
stub wrong.dll -DWRONG_VERSION
stub stands.dll -DSTANDS_STILL
stub onnxruntime.dll -DANOTHERS
stub fails.dll "$real"
stub refuses.dll "$real" -DREFUSES_SESSIONS

passed=0 failed=0
count() { # what the last line of a log says; one that has none has failed
    if [[ $(tail -n 1 "$work/faults.log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
        passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2]))
    else
        failed=$((failed + 1))
    fi
}
# wine says so of a machine without a graphics card.
run 600 "$program" checks "$bundle" "$(windows_path "$work/stubs")" "$(windows_path "$work/copies")" 2>/dev/null >"$work/faults.log" || true
sed -E '$d; s/(: )?Failed to create DXGI factory\.//' "$work/faults.log" | grep . || true
count
# Other cases each day would find more, and fail for whoever has changed nothing: --full has another seed.
run 3600 "$program" fuzz "$bundle" "$([ "${SEMANTIC_EQ_FULL:-}" = 1 ] && echo 2 || echo 1)" "$cases" 2>/dev/null >"$work/faults.log" || true
sed -E '$d; /DXGI factory/d' "$work/faults.log"
count
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

#!/usr/bin/env bash
# Faults in real host processes, a full disk under the command line, then fuzzing; the last line counts.
# usage: run.sh BUNDLE [CASES]   (the command line is SEMANTIC_EQ_CLI's, or the one that was built with the bundle)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bundle=$(realpath "${1:?usage: run.sh BUNDLE [CASES]}")
cli=$(realpath "${SEMANTIC_EQ_CLI:-$(dirname "$bundle")/bin/semantic-eq}")
cases=${2:-2000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Other cases each day would find more, and fail for whoever has changed nothing: --full has another seed.
seed=1
[ "${SEMANTIC_EQ_FULL:-}" != 1 ] || seed=2
program=$here/bin/Release/net9.0/SemanticEq.Faults
[ -x "$program" ] || dotnet build "$here" -c Release -v quiet -clp:NoSummary

mkdir "$work/stubs" "$work/copies"
stub() { # NAME MACRO...
    gcc -O1 -Wall -Wextra -Werror -shared -fPIC "${@:2}" -o "$work/stubs/$1" "$here/onnx_stub.c"
}
real=-DREAL=\"$bundle/Contents/x86_64-linux/libsemanticeq_onnxruntime.so\"
stub wrong.so -DWRONG_VERSION
stub stands.so -DSTANDS_STILL
stub libonnxruntime.so.1 -DANOTHERS
stub fails.so "$real"
stub refuses.so "$real" -DREFUSES_SESSIONS

unset DISPLAY DBUS_SESSION_BUS_ADDRESS
passed=0 failed=0 skipped=0
count() {
    local line
    line=$(tail -n 1 "$work/log")
    if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)?$ ]]; then
        passed=$((passed + BASH_REMATCH[1]))
        failed=$((failed + BASH_REMATCH[2]))
        skipped=$((skipped + ${BASH_REMATCH[4]:-0}))
    else
        failed=$((failed + 1))
    fi
}
"$program" checks "$bundle" "$work/stubs" "$work/copies" | tee "$work/log" | sed '$d' || true
count
"$here/full_disk.sh" "$bundle" "$cli" | tee "$work/log" | sed '$d' || true
count
"$program" fuzz "$bundle" "$seed" "$cases" | tee "$work/log" | sed '$d' || true
count
echo "$passed passed, $failed failed$([ $skipped = 0 ] || echo ", $skipped skipped")"
[ "$failed" = 0 ]

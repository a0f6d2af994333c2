#!/usr/bin/env bash
# A session of many instances: a scan takes neither model nor ONNX Runtime, a hundred instances share one of each and one worker, and
# none takes more memory than it may. The last line counts.
# usage: run.sh BUNDLE
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bundle=$(realpath "${1:?usage: run.sh BUNDLE}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work/home XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
mkdir -p "$HOME"
unset DISPLAY
passed=0 failed=0 skipped=0

check() { # WHAT CONDITION...: as for test
    local what=$1
    shift
    if [ "$@" ]; then
        echo "  ok   $what"
        passed=$((passed + 1))
    else
        echo "  FAIL $what (wanted: $*)"
        failed=$((failed + 1))
    fi
}
told() { sed -n "s/^$2 //p" "$work/$1"; }
whole() { local figure; figure=$(told "$1" "$2"); echo "${figure%.*}"; }

"$here/build.sh" "$work"

# A scan, and what a session does, so that it is seen that the trace would tell. The main thread and the runtime's finalizer are two.
"$work/scan" "$bundle" >"$work/scanned"
check "a scan maps no ONNX Runtime" "$(told scanned scan_runtimes)" = 0
check "a scan leaves no thread of ours: $(told scanned scan_threads) with the host's and the runtime's" "$(told scanned scan_threads)" -le 2
if strace -qq -e trace=none true 2>/dev/null; then
    opened() { # WHAT COMMAND...: how many files of the bundle it opened whose path has this
        local what=$1
        shift
        strace -f -qq -e trace=open,openat -e signal=none -o "$work/trace" "$@" >"$work/traced"
        grep -cE "\"$bundle/[^\"]*$what" "$work/trace" || true
    }
    check "a scan opens no file of a model" "$(opened /models/ "$work/scan" "$bundle")" = 0
    check "a scan opens no ONNX Runtime" "$(opened onnxruntime "$work/scan" "$bundle")" = 0
    check "where it plays the trace does tell of models" "$(opened /models/ "$work/many" "$bundle" 2 0 nothing)" -gt 2
    check "where it plays the trace does tell of the ONNX Runtime" "$(opened onnxruntime "$work/many" "$bundle" 2 0 nothing)" -gt 0
else
    echo "  skip what a scan opens: no strace, or tracing is not allowed"
    skipped=$((skipped + 4))
fi

for automated in nothing macros everything; do
    "$work/many" "$bundle" 100 2 $automated >"$work/many.told"
    check "100 instances, $automated automated: all are heard" "$(told many.told silent_instances)" = 0
    check "100 instances, $automated automated: one ONNX Runtime" "$(told many.told runtimes)" = 1
    check "100 instances, $automated automated: no more threads than one has, $(told many.told threads_of_first)" \
        "$(told many.told threads)" = "$(told many.told threads_of_first)"
    check "100 instances, $automated automated: no thread of ours is left" "$(told many.told threads_left)" = 0
    # Adapt is part of everything, and takes half a megabyte where it learns.
    check "100 instances, $automated automated: each further one takes $(told many.told played_kb) kB after playing" \
        "$(whole many.told played_kb)" -le "$([ $automated = everything ] && echo 1500 || echo 1000)"
done
check "the first instance takes $(told many.told first_kb) kB (at most 60 MB)" "$(whole many.told first_kb)" -le 60000
check "each further one takes $(told many.told further_kb) kB (at most 1 MB)" "$(whole many.told further_kb)" -le 1000

echo "$passed passed, $failed failed$([ $skipped = 0 ] || echo ", $skipped skipped")"
[ $failed = 0 ]

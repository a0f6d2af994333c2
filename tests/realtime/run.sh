#!/usr/bin/env bash
# Builds the audio-thread watchdog and runs it on a bundle; the last line counts.
# usage: run.sh BUNDLE [SECONDS]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bundle=${1:?usage: run.sh BUNDLE [SECONDS]}
seconds=${2:-10}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

check() { # check OK WHAT
    if [ "$1" = yes ]; then
        echo "  ok   $2"
        passed=$((passed + 1))
    else
        echo "  FAIL $2"
        failed=$((failed + 1))
    fi
}

flags=(-std=gnu11 -O1 -g -Wall -Wextra -Werror -U_FORTIFY_SOURCE)
# -rdynamic: libraries loaded later must find our malloc and its like. -fno-builtin: and gcc must not make malloc out of malloc.
gcc "${flags[@]}" -fno-builtin -rdynamic -o "$work/watchdog" "$here"/{watchdog,player,watch,host}.c -lm -lpthread -ldl
gcc "${flags[@]}" -o "$work/unload" "$here"/{unload,host}.c -ldl

name=$(basename "$bundle" .vst3)
library=$bundle/Contents/x86_64-linux/$name.so
# The runtime's threads and signal handlers outlive a host's dlclose, so the library has to.
dynamic=$(readelf --dynamic --wide "$library")
check "$(grep -q NODELETE <<<"$dynamic" && echo yes || echo no)" "the library is marked NODELETE"

# Several runs: without the mark, most of them crash, but not all.
for round in 1 2 3; do
    status=0
    told=$("$work/unload" "$bundle" 20) || status=$?
    check "$([ "$status" = 0 ] && echo yes || echo no)" "loading and unloading, run $round: ${told:-no answer} (exit status $status)"
done

status=0
"$work/watchdog" "$bundle" "$seconds" 2>"$work/stacks" | tee "$work/report" || status=$?
counts=$(tail -n 1 "$work/report")
if [[ $counts =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)?$ ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
    skipped=${BASH_REMATCH[4]:-0}
else
    check no "the watchdog lives to its end (exit status $status)"
    skipped=0
fi

# Stacks with names, where the symbols that the build sets aside are there.
if [ -s "$work/stacks" ]; then
    symbols=${SEMANTIC_EQ_SYMBOLS:-$here/../../out/symbols/$name.so.dbg}
    while IFS= read -r line; do
        if [[ $line =~ /$name\.so\(\+(0x[0-9a-f]+)\) && -f $symbols ]]; then
            line="$line $(addr2line -f -C -e "$symbols" "${BASH_REMATCH[1]}" | tr '\n' ' ')"
        fi
        echo "$line"
    done <"$work/stacks" >&2
fi

echo "$passed passed, $failed failed$([ "$skipped" = 0 ] || echo ", $skipped skipped")"
[ "$failed" = 0 ]

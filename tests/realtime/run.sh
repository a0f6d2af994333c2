#!/usr/bin/env bash
# Builds the audio-thread watchdog, plants what it must find, and runs it on a bundle; the last line counts.
# usage: run.sh BUNDLE [SECONDS]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bundle=${1:?usage: run.sh BUNDLE [SECONDS]}
seconds=${2:-30}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0

# shellcheck source=tests/realtime/symbols.sh
. "$here/symbols.sh"

check() { # check OK WHAT
    if [ "$1" = yes ]; then
        echo "  ok   $2"
        passed=$((passed + 1))
    else
        echo "  FAIL $2"
        failed=$((failed + 1))
    fi
}

# A display and a home of their own for the editor; without a display its scenarios are skipped, and say so.
unset DISPLAY
# A screen reader of this desktop's would be served, which takes memory.
unset DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR
export HOME=$work/home XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
mkdir -p "$HOME" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME"
# shellcheck source=tests/realtime/display.sh
. "$here/display.sh"

watchdog() { LD_PRELOAD=$work/libwatch.so timeout "$((seconds * 3 + 120))" "$work/watchdog" "$bundle" "$@"; }

"$here/build.sh" "$work"
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

# One whole run for each sort of thing that the audio thread must not do: it has to fail, and to say by what.
while IFS= read -r kind; do
    status=0
    watchdog --plant "$kind" >"$work/planted" 2>&1 || status=$?
    case $kind in
        "a collection"*) named="[1-9][0-9]* collections" ;;
        "managed memory"*) named="[1-9][0-9]* managed bytes" ;;
        *) named="^    $kind (" ;;
    esac
    found=no
    if { [ "$status" = 1 ] || [ "$status" = 3 ]; } && grep -q -- "$named" "$work/planted"; then found=yes; fi
    check "$found" "planted: $kind (exit status $status)"
done < <(watchdog --plants)

# Words are wanted: at most one symbol pair, as two arguments.
# shellcheck disable=SC2046
watchdog "$seconds" $(heap_symbols "$library") 2>"$work/stacks" | tee "$work/report" || true
counts=$(tail -n 1 "$work/report")
if [[ $counts =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)?$ ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
    skipped=${BASH_REMATCH[4]:-0}
else
    check no "the watchdog lives to its end"
fi

# Stacks with names, where the symbols are there.
if [ -s "$work/stacks" ]; then
    symbols=$(symbols_of "$library")
    while IFS= read -r line; do
        if [[ $line =~ /$name\.so\(\+(0x[0-9a-f]+)\) && -n $symbols ]]; then
            line="$line $(addr2line -f -C -e "$symbols" "${BASH_REMATCH[1]}" | tr '\n' ' ')"
        fi
        echo "$line"
    done <"$work/stacks" >&2
fi

echo "$passed passed, $failed failed$([ "$skipped" = 0 ] || echo ", $skipped skipped")"
[ "$failed" = 0 ]

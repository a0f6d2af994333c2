#!/usr/bin/env bash
# A real DAW finds the preset files that are installed for hosts, and its plug-in has their values. The last line counts.
# usage: presets.sh BUNDLE PRESETS    (the bundle, and the folder that is installed beside it, as built)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bundle=$(realpath "${1:?usage: presets.sh BUNDLE PRESETS}")
presets=$(realpath "${2:?usage: presets.sh BUNDLE PRESETS}")

# shellcheck source=tests/hosts/ardour/prepare.sh
. "$here/prepare.sh"
skip_without
prepare "$bundle"
mkdir -p "$HOME/.vst3/presets"
cp -R "$presets/." "$HOME/.vst3/presets/"

timeout 240 "$ardour-lua" -- "$here/presets.lua" "$work/session" "Semantic EQ" "Word - Bright" "Airy vocal" "Word - Warm" "No such preset" \
    </dev/null >"$work/told" 2>"$work/errors" || tail -n 5 "$work/errors" >&2

passed=0 failed=0
expect() { # NAME KNOWN WORD AMOUNT
    local line
    line=$(printf '%s\t%s\t%s\t%s.0\t%s.0' "$1" "$2" "$2" "$3" "$4")
    if grep -qxF "$line" "$work/told"; then
        echo "  ok   $1: known $2, Word A $3, Amount $4"
        passed=$((passed + 1))
    else
        echo "  FAIL $1: not \"$line\" but \"$(grep -F "$1" "$work/told" || true)\""
        failed=$((failed + 1))
    fi
}
expect "Word - Bright" true "$(slot_of "$bundle" bright)" 100
expect "Airy vocal" true "$(slot_of "$bundle" airy)" 90
expect "Word - Warm" true "$(slot_of "$bundle" warm)" 100
# What is not there changes nothing.
expect "No such preset" false "$(slot_of "$bundle" warm)" 100
echo "$passed passed, $failed failed"
[ $failed = 0 ]

#!/usr/bin/env bash
# For ./build.sh bench: each line a key and its median and quartiles over rounds, or a key and one value.
# usage: figures.sh BUNDLE ROUNDS BLOCKS
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bundle=$(realpath "${1:?usage: figures.sh BUNDLE ROUNDS BLOCKS}")
rounds=${2:?} blocks=${3:?}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work/home XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
mkdir -p "$HOME"
unset DISPLAY DBUS_SESSION_BUS_ADDRESS
"$here/build.sh" "$work"

# Scans and sessions in turns, so that what else runs here falls on all alike. Each is a process of its own; the files are in the system's cache.
"$work/scan" "$bundle" >/dev/null
for ((i = 0; i < rounds; i++)); do
    "$work/scan" "$bundle"
    for automated in nothing macros everything; do
        "$work/many" "$bundle" 100 4 $automated | sed "s/^cores /cores_${automated} /; s/^played_kb /played_${automated}_kb /"
    done
done | awk '{ values[$1] = values[$1] " " $2; if (!($1 in order)) { order[$1] = ++count; keys[count] = $1 } }
    END { for (k = 1; k <= count; k++) {
        n = split(values[keys[k]], v, " ")
        for (i = 2; i <= n; i++) for (j = i; j > 1 && v[j - 1] + 0 > v[j] + 0; j--) { t = v[j]; v[j] = v[j - 1]; v[j - 1] = t }
        print keys[k], v[int(n / 2) + 1], v[int(n / 4) + 1], v[int(3 * n / 4) + 1] } }'

# shellcheck source=tests/realtime/display.sh
. "$here/../realtime/display.sh"
dotnet publish "$here/Neighbour" -c Release -r linux-x64 -o "$work/neighbour" -v quiet -clp:NoSummary >&2
for block in 64 512; do
    "$work/blocks" "$bundle" $block "$blocks" "$work/neighbour/Neighbour.so"
done

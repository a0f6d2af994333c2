#!/usr/bin/env bash
# Builds and runs pauses.c for the benchmark.
# usage: pauses.sh BUNDLE COLLECTIONS
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bundle=${1:?usage: pauses.sh BUNDLE COLLECTIONS}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck source=tests/realtime/symbols.sh
. "$here/symbols.sh"
"$here/build.sh" "$work"
# Words are wanted: at most one symbol pair, as two arguments.
# shellcheck disable=SC2046
"$work/pauses" "$bundle" "${2:?usage: pauses.sh BUNDLE COLLECTIONS}" $(heap_symbols "$bundle/Contents/x86_64-linux/$(basename "$bundle" .vst3).so")

#!/usr/bin/env bash
# The packages: looked at, installed, replaced, removed, as a user would; in a clean root where one can be made. The last line counts.
# usage: run.sh PACKAGES CACHE (a folder for the clean root's archive); SEMANTIC_EQ_VST3 and out/bin as ./build.sh test sets them
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$here/../.." && pwd)
OUT=$ROOT/out
BUNDLE=${SEMANTIC_EQ_VST3:-$OUT/SemanticEq.vst3}
packages=$(realpath "${1:?usage: run.sh PACKAGES CACHE}")
cache=$(realpath -m "${2:?usage: run.sh PACKAGES CACHE}")
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
cd "$ROOT" || exit 2

# shellcheck source=tests/installer/check.sh
. "$here/check.sh"
# shellcheck source=tests/installer/packages.sh
. "$here/packages.sh"
# shellcheck source=tests/installer/tarball.sh
. "$here/tarball.sh"
# shellcheck source=tests/installer/clean_root.sh
. "$here/clean_root.sh"

test_packages "$packages"
test_tarball "$packages"/*.tar.gz
test_clean_root "$packages" "$cache"

echo "$passed passed, $failed failed$([ $skipped = 0 ] || echo ", $skipped skipped")"
[ $failed = 0 ]

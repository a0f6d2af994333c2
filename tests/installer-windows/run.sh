#!/usr/bin/env bash
# The installer for Windows, under wine: from the .exe to a file rendered through what it installed, an upgrade, and away again without a trace.
# The last line counts. usage: run.sh PACKAGES (out/package)
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$here/../.." && pwd)
setup=$(find "$(realpath "${1:?usage: run.sh PACKAGES}")" -name '*-windows-x64-setup.exe' | head -n 1)
work=$(mktemp -d)
# What is installed is to be found by itself.
unset SEMANTIC_EQ_VST3 SEMANTIC_EQ_CLI
trap 'wine_stop; rm -rf "$work"' EXIT
cd "$ROOT" || exit 2

# shellcheck source=tests/installer/check.sh
. "$here/../installer/check.sh"
# shellcheck source=tests/windows/wine.sh
. "$here/../windows/wine.sh"
# shellcheck source=tests/installer-windows/places.sh
. "$here/places.sh"
# shellcheck source=tests/installer-windows/install.sh
. "$here/install.sh"

if [ ! -x "$WINE" ]; then
    skip "there is no wine"
elif [ -z "$setup" ]; then
    check "there is an installer" yes no
else
    wine_start
    untouched=$(places)
    test_refusal
    test_install
    test_use
    test_upgrade
    test_open_plugin
    test_uninstall
    test_elsewhere
    test_everyone
fi
echo "$passed passed, $failed failed$([ $skipped = 0 ] || echo ", $skipped skipped")"
[ $failed = 0 ]

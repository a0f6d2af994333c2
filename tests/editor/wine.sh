#!/usr/bin/env bash
# usage: wine.sh OUT-WINDOWS LINUX-BUNDLE LINUX-CLI
# tests/editor with the editor that is built for Windows, under wine; Linux's is what its pictures are compared with. All of it with
# SEMANTIC_EQ_FULL=1 or where tests are named, else what a user's hand does and what only Windows has.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
wine=$(command -v wine64 || { [ ! -x /usr/lib/wine/wine64 ] || echo /usr/lib/wine/wine64; })
if [ -z "$wine" ] || [ ! -d "$1" ]; then
    echo "there is no wine64, or nothing built for Windows in $1"
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
fi
export SEMANTIC_EQ_WINE=$wine SEMANTIC_EQ_VST3=$1/SemanticEq.vst3 SEMANTIC_EQ_CLI="$wine $1/semantic-eq.exe"
export SEMANTIC_EQ_LINUX_VST3=$2 SEMANTIC_EQ_LINUX_CLI=$3
shift 3
if [ "${SEMANTIC_EQ_FULL:-}" = 1 ]; then
    set -- tests/editor
elif [ $# = 0 ]; then
    set -- tests/editor/test_{gestures,windows}.py
fi
exec /usr/bin/python3 -m pytest -q -rs -p no:cacheprovider "$@"

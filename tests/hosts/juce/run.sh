#!/usr/bin/env bash
# The editor in a JUCE host under Xvfb: opened, clicked, resized, reopened, while noise plays through the plug-in. The last line counts.
# usage: run.sh BUNDLE CACHE    (bundle as built; a folder that keeps the objects of JUCE's modules, which take a minute or two to compile)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bundle=$(realpath "${1:?usage: run.sh BUNDLE CACHE}")
cache=${2:?usage: run.sh BUNDLE CACHE}
if [ ! -d "${JUCE_MODULES:-/usr/share/juce/modules}" ]; then
    echo "  skip JUCE's sources are not here"
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/build.sh" "$cache" "$work/host"
# A home of its own: the user's settings can't make a difference, nor be changed.
export HOME=$work/home XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
mkdir -p "$HOME" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME"
SEMANTIC_EQ_VST3=$bundle JUCE_HOST=$work/host /usr/bin/python3 -m pytest -q -rs -p no:cacheprovider "$here"

#!/usr/bin/env bash
# The editor in a JUCE host under Xvfb: opened, clicked, resized, reopened, while noise plays through the plug-in. The last line counts.
# usage: run.sh BUNDLE SEMANTIC_EQ CACHE    (bundle and command line, as built; a folder that keeps the objects of JUCE's modules, which take a minute or two to compile)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bundle=$(realpath "${1:?usage: run.sh BUNDLE SEMANTIC_EQ CACHE}")
ours=${2:?usage: run.sh BUNDLE SEMANTIC_EQ CACHE}
cache=${3:?usage: run.sh BUNDLE SEMANTIC_EQ CACHE}
if [ ! -d "${JUCE_MODULES:-/usr/share/juce/modules}" ]; then
    echo "  skip JUCE's sources are not here"
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/build.sh" "$cache" "$work/host"
"$here/../../realtime/build.sh" "$work"
SEMANTIC_EQ_VST3=$bundle SEMANTIC_EQ_CLI=$ours JUCE_HOST=$work/host SEMANTIC_EQ_GUEST=$work/libguest.so \
    /usr/bin/python3 -m pytest -q -rs -p no:cacheprovider "$here"

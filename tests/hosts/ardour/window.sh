#!/usr/bin/env bash
# Ardour's own window on a display without a screen: our editor opened in it by a hand on the mouse, and what it does read from the saved
# session. The last line counts.
# usage: window.sh BUNDLE SEMANTIC_EQ [PYTEST-OPTION...]    (bundle and command line, as built)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bundle=$(realpath "${1:?usage: window.sh BUNDLE SEMANTIC_EQ}")
ours=$(realpath "${2:?usage: window.sh BUNDLE SEMANTIC_EQ}")
# shellcheck source=tests/hosts/ardour/prepare.sh
. "$here/prepare.sh"
skip_without Xvfb xdotool xwininfo xwd openbox

prepare "$bundle"
# Its first-start wizard, its choice of an audio device and its announcements are all answered by files.
cp -r "$here/settings" "$XDG_CONFIG_HOME/$ardour"
touch "$XDG_CONFIG_HOME/$ardour/.a${ardour#ardour}"
create() { # SESSION RAMP
    timeout 300 "$ardour-lua" -- "$here/session.lua" create "$work/$1" "${SEMANTIC_EQ_NAME:-Semantic EQ}" $((180 * 48000)) \
        "Word A=$(slot_of "$bundle" warm)/511" "$2" </dev/null >"$work/$1.log" 2>&1 || tail -n 5 "$work/$1.log" >&2
}

# A track with the plug-in and an automation line that changes nothing, and one where every parameter moves.
create session "Morph:0:0/1"
create automated "*:0:1/1"
/usr/bin/python3 "$here/signal_in.py" "$work/in.wav" 12
/usr/bin/python3 "$here/place_audio.py" "$work/session" "$work/in.wav"
"$here/../../realtime/build.sh" "$work"

SEMANTIC_EQ_VST3=$bundle SEMANTIC_EQ_CLI=$ours ARDOUR_SESSION=$work/session ARDOUR_AUDIO=$work/in.wav ARDOUR_AUTOMATED=$work/automated \
    SEMANTIC_EQ_GUEST=$work/libguest.so \
    /usr/bin/python3 -m pytest -q -rs -p no:cacheprovider "$here" "${@:3}"

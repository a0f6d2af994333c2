#!/usr/bin/env bash
# A real DAW, end to end and without a display: Ardour scans the bundle, inserts it, automates Amount, saves, opens the session
# again and exports; its sound is held against our own host's. The last line counts.
# usage: run.sh BUNDLE SEMANTIC_EQ    (bundle and command line, as built)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bundle=$(realpath "${1:?usage: run.sh BUNDLE SEMANTIC_EQ}")
ours=$(realpath "${2:?usage: run.sh BUNDLE SEMANTIC_EQ}")
seconds=12
word=${SEMANTIC_EQ_WORD:-warm}

# shellcheck source=tests/hosts/ardour/prepare.sh
. "$here/prepare.sh"
skip_without
prepare "$bundle"

drive() { # STEP LOG [SESSION HERTZ]
    timeout 120 "$ardour-lua" -- "$here/session.lua" "$1" "$work/${3:-session}" "${SEMANTIC_EQ_NAME:-Semantic EQ}" $((seconds * ${4:-48000})) \
        "Word A=$slot/511" "Amount:0:100/150" </dev/null >"$2" 2>"$2.errors" || tail -n 5 "$2.errors" >&2
}

slot=$(slot_of "$bundle" "$word")
/usr/bin/python3 "$here/signal_in.py" "$work/in.wav" $seconds

drive create "$work/created"
/usr/bin/python3 "$here/place_audio.py" "$work/session" "$work/in.wav" || true
drive reopen "$work/reopened"
# The same session at twice the rate: the plug-in is set up for that, and has its settings.
cp -r "$work/session" "$work/faster" && sed -i 's/sample-rate="48000"/sample-rate="96000"/' "$work/faster/session.ardour"
drive reopen "$work/faster.facts" faster 96000
# Ardour 7.3's exporter corrupts its own heap now and then, with or without a plug-in in the session: 4 of 30 exports died with
# ours taken out, 3 of 30 with it in. So a few tries; the sound of the one that lives is what counts.
for attempt in 1 2 3 4 5; do
    if timeout 180 "$ardour-export" -b float -s 48000 -o "$work/ardour.wav" "$work/session" session </dev/null >"$work/export" 2>&1; then
        break
    fi
    echo "       export $attempt died: $(tail -n 1 "$work/export")"
    rm -f "$work/ardour.wav"
done

# The ramp in the middle third goes by steps here and by a line there; only the two still thirds are compared.
/usr/bin/python3 - $seconds >"$work/amount.csv" <<'PYTHON'
import sys
third = float(sys.argv[1]) / 3
print("seconds,parameter,value")
print("0,Amount,0")
for i in range(1, 101):
    print(f"{third * (1 + i / 100):.4f},Amount,{i}")
PYTHON
"$ours" render "$work/in.wav" "$work/ours.wav" --plugin "$bundle" --word "$word" --automate "$work/amount.csv" >"$work/render" 2>&1 || cat "$work/render" >&2

if [ -n "${SEMANTIC_EQ_KEEP:-}" ]; then
    cp "$work"/{in,ardour,ours}.wav "$work"/created "$work"/reopened "$SEMANTIC_EQ_KEEP/" || true
fi
/usr/bin/python3 "$here/check.py" "$work/created" "$work/reopened" "$work/faster.facts" "$work/in.wav" "$work/ardour.wav" "$work/ours.wav"

# shellcheck shell=bash
# A display without a screen, to be sourced: sets and exports DISPLAY where Xvfb is there. It ends, and $work goes, when the script does.

if command -v Xvfb >/dev/null; then
    Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp -noreset 3>"${work:?}/display" >/dev/null 2>&1 &
    xvfb=$!
    trap 'kill "$xvfb"; rm -rf "$work"' EXIT
    for _ in {1..100}; do
        [ ! -s "$work/display" ] || break
        sleep 0.1
    done
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
fi

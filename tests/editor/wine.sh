#!/usr/bin/env bash
# usage: wine.sh OUT-WINDOWS LINUX-BUNDLE LINUX-CLI
# tests/editor with the editor that is built for Windows, under wine; Linux's is what its pictures are compared with. All of it with
# SEMANTIC_EQ_FULL=1 or where tests are named, else what a user's hand does, a file dropped, and what only Windows has.
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
    hand=(a_knob_dragged_up_rises_and_is_one_gesture the_wheel_is_a_gesture_too a_value_is_typed_with_its_unit the_right_button_brings_the_hosts_menu
        a_node_dragged_is_one_group_of_its_two_trims a_switch_is_clicked_on_and_off keys_of_the_host_stay_its_own_wherever_the_pointer_is the_grip_resizes_the_hosts_window)
    set -- tests/editor/test_windows.py "${hand[@]/#/tests/editor/test_gestures.py::test_}" tests/editor/test_drop.py::test_a_file_that_is_dropped_is_answered_in_the_window
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# So wide that no reason is cut off.
run() { COLUMNS=500 /usr/bin/python3 -m pytest -q -rs -rfE -p no:cacheprovider "$@" | tee "$log"; }

# Once in some hundred times, and only on a busy machine, the host does not end under wine when it is told to, and nobody has caught why: such a
# run, and no other, is made once more, and said so.
if ! run "$@"; then
    reasons=$(grep -E '^(FAILED|ERROR) ' "$log") || exit 1
    ! grep -qv 'has not ended within' <<<"$reasons" || exit 1
    printf '  HUNG, and run again: %s\n' "$reasons"
    run "$@"
fi

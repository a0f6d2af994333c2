#!/usr/bin/env bash
# The C# tests, as they are, in a .NET for Windows (Runner); the last line counts.
# usage: suites.sh WINDOWS PROGRAMS WORK
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
windows=$(realpath "${1:?usage: suites.sh WINDOWS PROGRAMS WORK}")
runner=$(realpath "$2")/SemanticEq.Runner.exe work=$(realpath "$3")
# shellcheck source=tests/windows/wine.sh
. "$here/wine.sh"
SEMANTIC_EQ_VST3=$(windows_path "$windows/SemanticEq.vst3")
SEMANTIC_EQ_CLI=$(windows_path "$windows/semantic-eq.exe")
export SEMANTIC_EQ_VST3 SEMANTIC_EQ_CLI
# Exceptions take more room on the stack than a thread has by default, and what is compiled once is optimised, as the product is.
export DOTNET_DefaultStackSize=800000 DOTNET_TieredCompilation=0

passed=0 failed=0 skipped=0
suite() { # PROJECT [-NAME | +NAME]...
    local project=$1 log=$work/$1.log folder
    shift
    # The plug-in looks for them in its bundle, which these tests have beside them.
    for folder in "$here/../$project/bin/Release/net9.0" "$here/../$project/bin/Release/net9.0/SemanticEq.vst3/Contents/x86_64-linux"; do
        mkdir -p "$folder"
        cp "$windows"/semanticeq_*.dll "$folder/"
    done
    (cd "$here/../$project/bin/Release/net9.0" && run 600 "$runner" "$project.dll" "$@" >"$log" 2>"$work/$project.begun") || true
    if [[ $(tail -n 1 "$log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)?$ ]]; then
        passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2])) skipped=$((skipped + ${BASH_REMATCH[4]:-0}))
        sed '$d; /^Ok, passed [0-9]* tests\.$/d; /^  skipped /d' "$log"
        echo "  $project ${1:-}: ${BASH_REMATCH[0]}"
    else
        failed=$((failed + 1))
        cat "$log"
        echo "  FAIL $project has ended before its time, in $(grep -a '^SemanticEq\.' "$work/$project.begun" | tail -n 1 | tr -d '\r')"
    fi
}
ends=SemanticEq.Host.Tests.EndToEnd
plugin=SemanticEq.Plugin.Tests
suite Vst3.Tests
suite Host.Tests "-$ends"
if [ "${SEMANTIC_EQ_FULL:-}" = 1 ]; then
    suite Inference.Tests
    # Without: what asks for a desktop, and what opens a window of X11. Where bytes are counted, .NET's compiler for Windows at run time allocates in
    # places where the one ahead of time does not: faults.sh asks the library that is shipped ("nothing is allocated").
    suite Plugin.Tests -$plugin.Editing.PluginEditorTests.Without_a_run_loop -$plugin.Editing.WindowFramesTests \
        -$plugin.Listening.TrackEarTests.A_window_that_listens_allocates_nothing -$plugin.SignalTapTests.The_audio_thread_allocates_nothing \
        -$plugin.Editing.PlayingTests.A_window_that_follows_a_moving_morph_allocates_nothing -$plugin.Matching.SideChainTraceTests.A_host_that_stops
    suite Host.Tests "+$ends" "-$ends.DoctorTests"
    suite Dsp.Tests
else
    suite Host.Tests "+$ends.MistakesTests" "+$ends.FileSafetyTests" "+$ends.PluginSoundTests" "+$ends.Golden" "+$ends.ModelVersionsTests" "+$ends.HostPresetTests"
fi
echo "$passed passed, $failed failed$([ $skipped = 0 ] || echo ", $skipped skipped")"
[ "$failed" = 0 ]

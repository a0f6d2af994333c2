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
    local project=$1 log=$work/$1.log
    shift
    (cd "$here/../$project/bin/Release/net9.0" && run 600 "$runner" "$project.dll" "$@" >"$log" 2>"$work/$project.begun") || true
    if [[ $(tail -n 1 "$log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)?$ ]]; then
        passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2])) skipped=$((skipped + ${BASH_REMATCH[4]:-0}))
        sed '$d' "$log"
        echo "  $project $*: ${BASH_REMATCH[0]}"
    else
        failed=$((failed + 1))
        cat "$log"
        echo "  FAIL $project has ended before its time, in $(grep -a '^SemanticEq\.' "$work/$project.begun" | tail -n 1 | tr -d '\r')"
    fi
}
suite Vst3.Tests
suite Host.Tests +SemanticEq.Host.Tests.Conformance
echo "$passed passed, $failed failed$([ $skipped = 0 ] || echo ", $skipped skipped")"
[ "$failed" = 0 ]

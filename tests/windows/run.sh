#!/usr/bin/env bash
# What was built for Windows, run under wine, beside the same on Linux; the last line counts.
# usage: run.sh WINDOWS KIT BUNDLE CLI [CASES]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
windows=$(realpath "${1:?usage: run.sh WINDOWS KIT BUNDLE CLI [CASES]}")
kit=$(realpath "$2") bundle=$(realpath "$3") cli=$(realpath "$4") cases=${5:-2000}
work=$(mktemp -d)
# shellcheck source=tests/windows/wine.sh
. "$here/wine.sh"
trap 'wine_stop; rm -rf "$work"' EXIT
wine_start

# Hosts in C# with a .NET of their own: nothing of it is installed in that Windows.
for project in "$here/Runner" "$here/../faults"; do
    dotnet publish "$project" -c Release -r win-x64 --self-contained -o "$work/programs" -v quiet -clp:NoSummary
done

passed=0 failed=0 skipped=0
part() { # NAME COMMAND...
    local name=$1 started=$SECONDS
    shift
    "$@" >"$work/log" 2>&1 || true
    sed '$d' "$work/log"
    if [[ $(tail -n 1 "$work/log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)?$ ]]; then
        passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2])) skipped=$((skipped + ${BASH_REMATCH[4]:-0}))
        echo "  $name: ${BASH_REMATCH[0]}, $((SECONDS - started)) s"
    else
        failed=$((failed + 1))
        tail -n 1 "$work/log"
        echo "  FAIL $name has not come to its end"
    fi
}
part "the link kit" "$here/kit/kit.sh" "$kit" "$work"
part "the binaries" "$here/binaries.sh" "$windows" "$kit" "$work" "$here/../../plugin/Plugin"
part "faults and fuzzing" "$here/faults.sh" "$windows" "$work/programs" "$work" "$cases"
part "the tests in C#" "$here/suites.sh" "$windows" "$work/programs" "$work"
part "the command line" "$here/render.sh" "$windows" "$bundle" "$cli" "$work"
echo "$passed passed, $failed failed$([ $skipped = 0 ] || echo ", $skipped skipped")"
[ "$failed" = 0 ]

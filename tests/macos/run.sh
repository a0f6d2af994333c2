#!/usr/bin/env bash
# Whether the same sources compile for macOS, which links nowhere else; the last line counts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
for project in plugin/Plugin plugin/Host; do
    # Folders of its own: what lies in the usual ones is for this system. Its runtime is not needed to compile.
    if dotnet build "$project" -c Release -r osx-arm64 --no-self-contained -p:UseAppHost=false -p:PublishAot=false -p:IsAotCompatible=false \
        -p:DisableTransitiveFrameworkReferenceDownloads=true --artifacts-path "$work" -v quiet -clp:NoSummary; then
        echo "  ok   $project compiles for macOS"
        passed=$((passed + 1))
    else
        echo "  FAIL $project does not compile for macOS"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

#!/usr/bin/env bash
# On Windows itself (Git's bash): the C# tests against the bundle in out/windows. tests/windows does it under wine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
SEMANTIC_EQ_VST3=$(cygpath -w "$PWD/out/windows/SemanticEq.vst3")
export SEMANTIC_EQ_VST3
# The command line's tests run it from its managed build: its libraries lie beside the native one.
for project in tests/*.Tests; do
    dotnet build "$project" -c Release -v quiet -clp:NoSummary
    cp out/windows/semanticeq_*.dll "$project/bin/Release/net9.0/"
    dotnet test "$project" -c Release --no-build -v quiet
done

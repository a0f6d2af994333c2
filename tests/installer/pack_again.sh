#!/usr/bin/env bash
# Packs what was built once more, as another packager would: other times, permissions, time zone, language and folder.
# usage: pack_again.sh FOLDER
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
copy=$1/copy
mkdir -p "$copy/bin"
cp -R "${SEMANTIC_EQ_VST3:-$ROOT/out/SemanticEq.vst3}" "$copy/SemanticEq.vst3"
cp "$ROOT/out/bin/semantic-eq" "$copy/bin/"
[ ! -d "$ROOT/out/presets" ] || cp -R "$ROOT/out/presets" "$copy/"
chmod -R go= "$copy"

OUT=$copy BUNDLE=$copy/SemanticEq.vst3 TZ=Asia/Kathmandu LC_ALL=C.UTF-8
export ROOT OUT BUNDLE TZ LC_ALL
umask 077
cd "$ROOT"
# shellcheck source=build/lib.sh
. build/lib.sh
# shellcheck source=installer/package.sh
. installer/package.sh
pack "$1"
rm -rf "$copy"

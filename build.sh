#!/usr/bin/env bash
# The one entry: builds, tries, tests and installs Semantic EQ. Works from any folder; ./build.sh help says what it can do.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
OUT=$ROOT/out
BUNDLE=$OUT/SemanticEq.vst3
export ROOT OUT BUNDLE
cd "$ROOT"

# shellcheck source=build/lib.sh
. build/lib.sh
# shellcheck source=build/plugin.sh
. build/plugin.sh
# shellcheck source=build/windows.sh
. build/windows.sh
# shellcheck source=build/macos.sh
. build/macos.sh
# shellcheck source=build/demo.sh
. build/demo.sh
# shellcheck source=build/test.sh
. build/test.sh
# shellcheck source=installer/package.sh
. installer/package.sh

help() {
    cat <<'TEXT'
usage: ./build.sh COMMAND

  demo           build the plug-in, then hear it: three real recordings, three words -> out/demo
  plugin         build the VST3 bundle -> out/SemanticEq.vst3, and the command line -> out/bin/semantic-eq;
                 --windows: the same for Windows, on Linux -> out/windows
                 --macos [arm64|x64]: the same for macOS, on a Mac -> out/macos
  install        build it and copy the bundle and its presets to ~/.vst3, where DAWs look
  uninstall      remove that, and the presets that came with it
  package        make what others can install: a .deb and a .tar.gz -> out/package, with their hashes
                 --windows: the installer for Windows, and the sources that go with it
  test [--full]  everything that is checked, real DAW included; --full adds what takes long
  train          train the decoder anew from --data (SEMANTIC_EQ_DATA, else ../shared/data)
  bench          measure speed -> out/bench.json
  help           this

What is missing on the system is named, and installed by apt (by sudo when you are not root).
TEXT
}

train() {
    need "to train" python3 python3-torch python3-onnx python3-sklearn python3-numpy python3-scipy python3-matplotlib
    want "to guess what words mean that nobody set" wordnet-base mythes-en-us
    local data=${SEMANTIC_EQ_DATA:-$ROOT/../shared/data}
    [ -d "$data" ] || die "no descriptor data at $data; set SEMANTIC_EQ_DATA to its folder (training-export/README.md says what it holds)"
    data=$(cd "$data" && pwd)
    # Debian's own Python: another one first on the PATH would not see Debian's torch.
    (cd training-export && /usr/bin/python3 -m semantic_eq_training --data "$data" --out ../inference/models/v2 --seed 1 --report report "$@")
    say "the model is in inference/models/v2, the report in training-export/report/REPORT.md"
}

bench() {
    [ -d tests/bench ] || die "there is no benchmark in tests/bench yet"
    need_dotnet
    need "to build the yardsticks in C++" g++=g++
    want "to measure beside it" liblilv-0-0 lsp-plugins-lv2 eq10q x42-plugins
    plugin
    dotnet run -c Release --project tests/bench -- --out "$OUT/bench.json" "$@"
    say "figures are in out/bench.json"
}

# Those that an installed bundle brought and that are as it brought them: hosts save a user's own in the same folder.
remove_presets() {
    local presets=$HOME/.vst3/presets list=$HOME/.vst3/SemanticEq.vst3/Contents/Resources/presets/$HOST_PRESETS name
    [ -f "$list" ] && [ -d "$presets" ] || return 0
    while IFS= read -r name; do
        rm -f "$presets/$name"
    done < <(cd "$presets" && sha256sum --check "$list" 2>/dev/null | sed -n 's/: OK$//p')
    rmdir "$presets/$PLUGIN_VENDOR/$PLUGIN_NAME" "$presets/$PLUGIN_VENDOR" "$presets" 2>/dev/null || true
}

uninstall_bundle() {
    remove_presets
    rm -rf "$HOME/.vst3/SemanticEq.vst3"
    say "removed $HOME/.vst3/SemanticEq.vst3 and its presets; settings and presets of your own are where they were"
}

install_bundle() {
    plugin
    local home=$HOME/.vst3 fresh
    mkdir -p "$home"
    remove_presets
    # Copied beside and then renamed: a DAW that scans meanwhile sees the old bundle or the new one.
    fresh=$(mktemp -d "$home/.semantic-eq.XXXXXX")
    cp -a "$BUNDLE" "$fresh/"
    replace "$fresh/SemanticEq.vst3" "$home/SemanticEq.vst3"
    rmdir "$fresh"
    mkdir -p "$home/presets"
    # What is still there is the user's, by whatever name.
    cp -a --no-clobber "$OUT/presets/." "$home/presets/"
    say "installed in $home/SemanticEq.vst3; rescan plug-ins in your DAW and look for \"Semantic EQ\""
}

command=${1:-help}
[ $# -eq 0 ] || shift
case $command in
    plugin)
        case ${1:-} in
            "") plugin ;;
            --windows) windows_plugin ;;
            --macos) macos_plugin "${2:-}" ;;
            *) die "plugin knows only --windows and --macos" ;;
        esac
        ;;
    demo | bench | train | package) "$command" "$@" ;;
    test) run_tests "$@" ;;
    install) install_bundle ;;
    uninstall) uninstall_bundle ;;
    help | -h | --help) help ;;
    *) die "no command \"$command\"; ./build.sh help lists them" ;;
esac

#!/usr/bin/env bash
# The command line under wine beside the same on Linux: what it renders, what it says, what one saves and the other loads; the last line counts.
# usage: render.sh WINDOWS BUNDLE CLI WORK
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
windows=$(realpath "${1:?usage: render.sh WINDOWS BUNDLE CLI WORK}")
bundle=$(realpath "$2") cli=$(realpath "$3") work=$(realpath "$4")
# shellcheck source=tests/windows/wine.sh
. "$here/wine.sh"
out=$work/render
mkdir -p "$out"
cd "$out"

passed=0 failed=0
check() { # WHAT COMMAND...
    local what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "  FAIL $what"; fi
}
# A home of its own: what the user has set is not asked for.
linux() { HOME=$out/home XDG_CONFIG_HOME=$out/home XDG_DATA_HOME=$out/home timeout 120 "$cli" "$@" --plugin "$bundle"; }
windows() { run 120 "$windows/semantic-eq.exe" "$@" --plugin "$(windows_path "$windows/SemanticEq.vst3")"; }
near() { python3 "$here/apart.py" "$1" "$2" -110; } # tells how far apart

recording=$(dpkg -L sonic-pi-samples | grep '/loop_amen_full\.flac$')
cp "$recording" in.flac
printf 'seconds,parameter,value\n0.4,Amount,30\n0.9,Word A,bright\n1.7,Macro 1,60\n2.2,Amount,120\n' >automation.csv

same_sound() { # WHAT ARGUMENT...
    local what=$1
    shift
    linux render in.flac linux.wav "$@" >linux.txt 2>linux.error || true
    windows render in.flac windows.wav "$@" >windows.txt 2>windows.error || true
    check "$what sounds the same" near linux.wav windows.wav
    check "$what is told the same" same_text linux windows
}
# Files and folders are named as each system names them, each measures its own time, and the last digits of numbers are their maths libraries'.
plain() { tr -d '\r' <"$1" | sed -E -e 's|\\\\?|/|g' -e 's|[A-Z]:/|/|g' -e "s|$windows/SemanticEq.vst3\|$bundle|BUNDLE|g" -e 's|(linux\|windows)\.|out.|g' -e 's|x86_64-(linux\|win)|SYSTEM|g' \
    -e 's|[0-9.,]+ (ms\|s\|times\|x)\b|TIME|g' -e '/DXGI factory/d'; }
rounded() { perl -pe 's/-?\d+\.\d{4,}(e-?\d+)?/sprintf("%.3f", $& + 1e-9)/ge; s/-0\.000\b/0.000/g'; }
same_text() {
    diff <(plain <(cat "$1.txt" "$1.error") | rounded) <(plain <(cat "$2.txt" "$2.error") | rounded) >difference || {
        head -c 2000 difference
        return 1
    }
}

same_sound "a word" --word warm
same_sound "a word with automation" --word warm --automate automation.csv
same_sound "two words between which it stands" --word warm --to bright --morph 40 --set "Output gain=-3"
for block in 64 4096 random:1; do
    windows render in.flac "block-$block.wav" --word warm --automate automation.csv --block "$block" >/dev/null 2>&1 || true
done
check "blocks of 4,096 give the bits of blocks of 64" cmp -s block-64.wav block-4096.wav
check "and so do blocks of any size" cmp -s block-64.wav block-random:1.wav
rm -f block-*

same_answer() { # ARGUMENT...
    linux "$@" >linux.txt 2>linux.error || true
    windows "$@" >windows.txt 2>windows.error || true
    check "$*: the same answer" same_text linux windows
    check "$*: an answer" test -s windows.txt -o -s windows.error
}
same_answer info
same_answer words
same_answer curve warm
same_answer curve warm wramm --json
printf 'hz,db\n20,3\n200,2\n2000,0\n20000,-3\n' >curve.csv
same_answer read curve.csv
same_answer listen in.flac
same_answer words --json
same_answer render in.flac out.wav --word wramm
same_answer render nowhere.wav out.wav --word warm

# What one saves, the other loads.
linux preset save linux.vstpreset --word warm --amount 80 >/dev/null || true
windows preset save windows.vstpreset --word warm --amount 80 >/dev/null || true
# The settings in it, as text between its header and a list: the ONNX Runtime and its twin differ by 1e-6.
state() { tail -c +65 "$1" | tr -cd '[:print:]' | sed 's/}[^}]*$/}/' | rounded; }
same_state() { [ "$(state linux.vstpreset)" = "$(state windows.vstpreset)" ] && state linux.vstpreset | grep -q '"warm"'; }
check "a preset is saved with the same state" same_state
linux render in.flac linux.wav --preset windows.vstpreset >/dev/null 2>&1 || true
windows render in.flac windows.wav --preset linux.vstpreset >/dev/null 2>&1 || true
check "a preset of the other system sounds the same" near linux.wav windows.wav

# Paths that are long, and names of other alphabets.
long=$(printf 'a-folder-with-a-long-name-%.0s' {1..4})
deep=$out/$long/$long/$long
mkdir -p "$deep"
cp in.flac "$deep/Gitarre, ганк, 音.flac"
windows render "$(windows_path "$deep")\\Gitarre, ганк, 音.flac" "$(windows_path "$deep")\\вых 音.wav" --word warm >/dev/null 2>&1 || true
windows render in.flac windows.wav --word warm >/dev/null 2>&1 || true
check "a path of ${#deep} letters with names of other alphabets" cmp -s windows.wav "$deep/вых 音.wav"
cp -r "$windows/SemanticEq.vst3" "$deep/"
run 120 "$windows/semantic-eq.exe" render in.flac deep.wav --word warm --plugin "$(windows_path "$deep/SemanticEq.vst3")" >deep.txt 2>&1 || true
check "the bundle in such a folder" cmp -s windows.wav deep.wav
check "and its ONNX Runtime there" [ "$(grep -c 'stand-in' deep.txt)" = 0 ]
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

# shellcheck shell=bash
# Installing, using, replacing and removing it, in that order.
# shellcheck disable=SC2154 # run.sh says what is installed, and where

install() { # ARGUMENT...
    in_windows "$setup" /S "$@"
}

uninstall() { # FOLDER
    in_windows "$1/uninstall.exe" /S
    # It goes on from a copy of itself, so that its own file can go.
    for _ in $(seq 60); do
        [ -e "$1" ] || return 0
        sleep 0.5
    done
}

test_refusal() {
    in_windows reg add 'HKCU\Software\Wine' /v Version /d win7 /f >/dev/null
    install
    check "on Windows 7 it does nothing" 2 $?
    in_windows reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
    check "and leaves nothing" "" "$(changes "$untouched")"
}

test_install() {
    install
    check "it installs silently" 0 $?
    check "the plug-in is as it was built, but for the list of presets" "" \
        "$(diff -r "$ROOT/out/windows/SemanticEq.vst3" "$(plugin_folder)" | grep -v 'Only in .*presets: vstpresets.sha256')"
    check "the command line and its libraries too" "$(digest "$ROOT/out/windows/semantic-eq.exe")" "$(digest "$(program_folder)/semantic-eq.exe")"
    check "presets lie where hosts look" "$(cd "$ROOT/out/presets/Semantic EQ/Semantic EQ" && find . -type f | wc -l)" "$(find "$(preset_folder)" -type f | wc -l)"
    check "it is among the apps" "Semantic EQ" "$(registered HKCU DisplayName)"
    check "with its version" "$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' "$ROOT/Directory.Build.props")" "$(registered HKCU DisplayVersion)"
    check "and not for everyone" "" "$(registered HKLM DisplayName)"
}

test_use() {
    local tone=$work/tone.wav
    python3 - "$tone" <<'PYTHON'
import math, struct, sys, wave
with wave.open(sys.argv[1], "wb") as file:
    file.setnchannels(2), file.setsampwidth(2), file.setframerate(48000)
    file.writeframes(b"".join(struct.pack("<2h", *[int(9000 * math.sin(i * 0.05) + 3000 * math.sin(i * 0.9))] * 2) for i in range(96000)))
PYTHON
    installed_program render "$(windows_path "$tone")" "$(windows_path "$work/warm.wav")" --word warm >"$work/render.log"
    check "the installed program renders" 0 $?
    check "through the installed plug-in, some seconds of sound" 2.0 "$(python3 - "$work/warm.wav" "$tone" <<'PYTHON'
import struct, sys
import wave
data = open(sys.argv[1], "rb").read()
assert data[:4] == b"RIFF" and data != open(sys.argv[2], "rb").read()
at = data.index(b"fmt ") + 8
rate, per_second = struct.unpack_from("<II", data, at + 4)
start = data.index(b"data") + 8
print((len(data) - start) / per_second if any(data[start:]) else "silence")
PYTHON
)"
    installed_program doctor >"$work/doctor.log"
    check "nothing is amiss, but that there is no desktop here" "" "$(grep '^BAD' "$work/doctor.log" | grep -v 'there is no desktop')"
    check "all parts were tried" 14 "$(grep -cE '^(ok|note|BAD) ' "$work/doctor.log")"
}

# Over what is there: a file of an older version, a preset that the user changed, one of his own.
test_upgrade() {
    local changed
    changed="$(preset_folder)/Word - Warm.vstpreset"
    echo mine >"$changed"
    echo mine >"$(preset_folder)/Mine.vstpreset"
    rm "$(preset_folder)/Word - Bright.vstpreset"
    echo damaged >"$(plugin_folder)/Contents/Resources/moduleinfo.json"
    install
    check "it installs over itself" 0 $?
    check "what was damaged is whole again" "$(digest "$ROOT/out/windows/SemanticEq.vst3/Contents/Resources/moduleinfo.json")" "$(digest "$(plugin_folder)/Contents/Resources/moduleinfo.json")"
    check "a preset that was changed stays so" mine "$(cat "$changed")"
    check "one that was gone is back" yes "$([ -s "$(preset_folder)/Word - Bright.vstpreset" ] && echo yes)"
}

# While a DAW has the plug-in open, its file can't be written to.
test_open_plugin() {
    local before daw
    x86_64-w64-mingw32-gcc-win32 -std=gnu17 -O1 -Wall -Wextra -Werror -o "$work/hold.exe" "$here/hold.c"
    "$WINE" "$work/hold.exe" "$(windows_path "$(plugin_folder)/Contents/x86_64-win/SemanticEq.vst3")" >"$work/held" 2>/dev/null &
    daw=$!
    for _ in $(seq 120); do
        [ ! -s "$work/held" ] || break
        sleep 0.5
    done
    check "a DAW has it open" held "$(tr -d '\r' <"$work/held")"
    before=$(places)
    install
    check "meanwhile nothing is installed" 3 $?
    check "and nothing has changed" "" "$(changes "$before")"
    # It goes on from a copy of itself, whose exit nobody can wait for.
    in_windows "$(program_folder)/uninstall.exe" /S
    sleep 5
    check "nor is anything removed" "" "$(changes "$before")"
    kill $daw
    wait $daw 2>/dev/null
    install
    check "afterwards it installs" 0 $?
}

test_uninstall() {
    uninstall "$(program_folder)"
    check "what the user made or changed stays" "$(printf 'Mine.vstpreset\nWord - Warm.vstpreset')" "$(cd "$(preset_folder)" && find . -type f -printf '%P\n' | LC_ALL=C sort)"
    rm -r "$(documents)/VST3 Presets"
    check "and nothing else" "" "$(changes "$untouched")"
    check "it is no more among the apps" "" "$(registered HKCU DisplayName)"
}

test_elsewhere() {
    local folder=$work/prefix/drive_c/Elsewhere
    install '/D=C:\Elsewhere'
    check "the program goes where it is told" yes "$([ -s "$folder/semantic-eq.exe" ] && echo yes)"
    check "the plug-in where hosts look" yes "$([ -d "$(plugin_folder)" ] && echo yes)"
    uninstall "$folder"
    check "and all of it away again" "" "$(changes "$untouched")"
}

# wine's user is an administrator.
test_everyone() {
    install /ALLUSERS
    check "for everyone: the plug-in in the common folder" yes "$([ -d "$work/prefix/drive_c/Program Files/Common Files/VST3/SemanticEq.vst3" ] && echo yes)"
    check "the program too" yes "$([ -s "$work/prefix/drive_c/Program Files/Semantic EQ/semantic-eq.exe" ] && echo yes)"
    check "presets too" yes "$([ -d "$work/prefix/drive_c/ProgramData/VST3 Presets/Semantic EQ/Semantic EQ" ] && echo yes)"
    check "among everyone's apps" "Semantic EQ" "$(registered HKLM DisplayName)"
    uninstall "$work/prefix/drive_c/Program Files/Semantic EQ"
    check "and all of it away again" "" "$(changes "$untouched")"
}

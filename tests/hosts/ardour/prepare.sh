# shellcheck shell=bash
# What every test with Ardour needs, to be sourced: Ardour itself, a home of its own and the bundle in its scan cache.
# Sets $ardour ("ardour7", or nothing where it isn't there); prepare makes $work, removed at the end.

# Debian 12 has Ardour 7.3, on which this was written; a later one may have changed what place_audio.py writes.
ardour=
for version in 7 8; do
    ! command -v ardour$version-lua >/dev/null || ardour=ardour$version
done

skip_without() { # TOOL...: ends the script where Ardour or one of these is not here
    local missing="" tool
    [ -n "$ardour" ] || missing=" ardour7-lua"
    for tool; do
        command -v "$tool" >/dev/null || missing="$missing $tool"
    done
    [ -n "$missing" ] || return 0
    echo "  skip not here:$missing"
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
}

prepare() { # BUNDLE
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    # A home of its own: the user's settings and plug-in cache stay untouched, and can't make a difference either.
    export HOME=$work/home XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache XDG_DATA_HOME=$work/data
    mkdir -p "$HOME/.vst3" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_DATA_HOME"
    cp -r "$1" "$HOME/.vst3/"
    # Ardour believes its scan cache only where the module is more than a second older.
    find "$HOME/.vst3" -type f -exec touch -d '1 minute ago' {} +
    env LD_LIBRARY_PATH=/usr/lib/$ardour ARDOUR_DATA_PATH=/usr/share/$ardour ARDOUR_CONFIG_PATH=/etc/$ardour ARDOUR_DLL_PATH=/usr/lib/$ardour \
        "/usr/lib/$ardour/ardour-vst3-scanner" -f "$HOME/.vst3/$(basename "$1")" >"$work/scan" 2>&1 || cat "$work/scan" >&2
}

slot_of() { # BUNDLE WORD
    /usr/bin/python3 -c '
import json, sys
print(next(w["slot"] for w in json.load(open(sys.argv[1]))["words"] if w["word"] == sys.argv[2]))' \
        "$(find "$1/Contents/Resources/models" -name vocabulary.json | sort | tail -n 1)" "$2"
}

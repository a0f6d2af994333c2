# shellcheck shell=bash
# Windows programs under wine, with a Windows of their own that goes when the shell does: source this after setting work to an empty folder.

export WINEPREFIX=${work:?}/prefix WINEDEBUG=-all
# No debugger at a crash: it would wait for somebody.
export WINEDLLOVERRIDES="winedbg.exe=d"
WINE=/usr/lib/wine/wine64
unset DISPLAY WAYLAND_DISPLAY

# What Windows calls a file of this system.
windows_path() { local path; path=$(realpath -m "$1"); echo "Z:${path//\//\\}"; }

wine_start() {
    "$WINE" wineboot -i >/dev/null 2>&1
    # The user's folders would be links to ours.
    find "$WINEPREFIX/drive_c/users" -maxdepth 2 -type l -exec sh -c 'rm "$1" && mkdir "$1"' _ {} \;
    "$WINE" reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null 2>&1
}

# Told to end and then waited for, so that nobody writes into the folder when it goes.
wine_stop() {
    "$(dirname "$WINE")/wineserver64" -k 2>/dev/null || true
    "$(dirname "$WINE")/wineserver64" -w 2>/dev/null || true
}

# run SECONDS PROGRAM ARGUMENT...: a Windows program, its lines ended as here
run() {
    local patience=$1
    shift
    timeout -k 5 "$patience" "$WINE" "$@" </dev/null | tr -d '\r'
    return "${PIPESTATUS[0]}"
}

# The same with all that it says, where it is known to be quick.
in_windows() { run 300 "$@" 2>&1; }

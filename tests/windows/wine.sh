# shellcheck shell=bash
# A Windows of its own under wine, for the suites that run Windows binaries here.

readonly WINE=/usr/lib/wine/wine64

# wine_start FOLDER: makes it in FOLDER. Without wine's debugger, which would hold a crash up; its C++ runtime stands for Microsoft's.
wine_start() {
    export WINEPREFIX=$1/prefix WINEDEBUG=-all WINEDLLOVERRIDES="winedbg.exe=d"
    mkdir -p "$1"
    "$WINE" wineboot --init >/dev/null 2>&1
    # The user's folders would be links to ours.
    find "$WINEPREFIX/drive_c/users" -maxdepth 2 -type l -exec sh -c 'rm "$1" && mkdir "$1"' _ {} \;
    in_windows reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
}

# Runs a Windows program, its lines ended as ours are.
in_windows() { timeout 300 "$WINE" "$@" 2>&1 | tr -d '\r'; return "${PIPESTATUS[0]}"; }

# A path of ours as Windows has it.
windows_path() { printf 'Z:%s\n' "${1//\//\\}"; }

wine_end() {
    WINEPREFIX=$1/prefix wineserver -k >/dev/null 2>&1
    WINEPREFIX=$1/prefix wineserver -w >/dev/null 2>&1
}

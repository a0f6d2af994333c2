#!/usr/bin/env bash
# What was built for Windows, looked at from outside: what it asks the system for, what it offers, that it is the same each time; the last line
# counts. kit.sh has run before in the same WORK.
# usage: binaries.sh WINDOWS KIT WORK [OBJECTS], the last being the plug-in's project, which still has what it was linked from
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
windows=$(realpath "${1:?usage: binaries.sh WINDOWS KIT WORK [OBJECTS]}")
kit=$(realpath "$2") work=$(realpath "$3") project=${4:-}
# shellcheck source=tests/windows/wine.sh
. "$here/wine.sh"
inside=$windows/SemanticEq.vst3/Contents/x86_64-win
plugin=$inside/SemanticEq.vst3
# What every Windows 10 has, of what such programs ask for. api-ms-win-* are names for parts of it (Microsoft's documentation: "API sets").
system='advapi32|bcrypt|crypt32|gdi32|imm32|iphlpapi|kernel32|ncrypt|ntdll|ole32|oleaut32|secur32|shell32|user32|version|ws2_32|api-ms-win-[a-z0-9-]*'
# Of what ONNX Runtime asks for besides, only the last is not part of it: the Visual C++ runtime, whose absence is met elsewhere.
runtime="$system|setupapi|dbghelp|dxgi|d3d12|directml|msvcp140|msvcp140_1|msvcp140_atomic_wait|vcruntime140|vcruntime140_1"

passed=0 failed=0 skipped=0
check() { # WHAT COMMAND...
    local what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "  FAIL $what"; fi
}
imports() { llvm-readobj --coff-imports "$1" | sed -n 's/^  Name: //p' | tr '[:upper:]' '[:lower:]' | sort -u; }
asks_only_for() { # FILE PATTERN
    local beyond
    beyond=$(imports "$1" | grep -vxE "($2)\.dll") || return 0
    printf '  beyond: %s\n' "$beyond"
    return 1
}
exports() { llvm-readobj --coff-exports "$1" | sed -n 's/^  Name: //p' | grep .; }
offers() { exports "$1" | grep -qx "$2"; }
# With /Brepro the place of the time holds a hash, and a debug entry says so: without, two builds would differ.
has_no_time() { llvm-readobj --coff-debug-directory "$1" | grep -q 'Type: Repro' || llvm-readobj --file-headers "$1" | grep -q 'TimeDateStamp: .*(0x0)'; }
names_no_folder() { ! grep -aqE '/(home|root|tmp|work|build)/|\.\./out/' "$1" && ! grep -aqF "$(dirname "$windows")" "$1"; }

for file in "$plugin" "$windows/semantic-eq.exe" "$inside"/semanticeq_cairo.dll "$windows"/semanticeq_*.dll; do
    name=${file##*/}
    check "$name asks only for what Windows 10 has" asks_only_for "$file" "$system"
    check "$name has no time of day in it" has_no_time "$file"
    check "$name has no folder of this machine in it" names_no_folder "$file"
done
check "the ONNX Runtime asks for no more than it did" asks_only_for "$inside/semanticeq_onnxruntime.dll" "$runtime"
for name in InitDll ExitDll GetPluginFactory; do
    check "the plug-in offers $name" offers "$plugin" "$name"
done

# Linked twice more from the same objects, in one place: debug symbols, whose number is in the file, name it. And with a question that no
# processor answers.
relink() { # FOLDER KIT
    mkdir -p "$1"
    sed -e "1s/^\xef\xbb\xbf//" -e "s|^/OUT:.*|/OUT:\"$1/SemanticEq.dll\"|" -e "s|/LIBPATH:\"[^\"]*\"|/LIBPATH:\"$2\"|" -e "s|\"[^\"]*/library.lib\"|\"$2/library.lib\"|g" \
        "$project/obj/Release/net9.0/win-x64/native/link.rsp" >"$1/link.rsp"
    (cd "$project" && lld-link "@$1/link.rsp" >"$1/log" 2>&1)
}
if [ -e "$project/obj/Release/net9.0/win-x64/native/link.rsp" ]; then
    cp -r "$kit" "$work/other-kit"
    cp "$work/kit/other.lib" "$work/other-kit/library.lib"
    check "it links once more" relink "$work/link" "$kit"
    mv "$work/link/SemanticEq.dll" "$work/link/first.dll"
    check "and again" relink "$work/link" "$kit"
    check "and for another processor" relink "$work/link-other" "$work/other-kit"
    check "two links give the same bytes" cmp -s "$work/link/SemanticEq.dll" "$work/link/first.dll"
    loads() { timeout 60 "$WINE" "$work/kit/program.exe" loads "$(windows_path "$1")" </dev/null; }
    check "the plug-in loads" loads "$work/link/SemanticEq.dll"
    status=0
    loads "$work/link-other/SemanticEq.dll" || status=$?
    check "for another processor it is refused, and the program goes on (1114, as wine cuts it: $((1114 % 256)))" [ $status = $((1114 % 256)) ]
else
    echo "  skipped: what the plug-in was linked from is not at hand"
    skipped=$((skipped + 1))
fi
echo "$passed passed, $failed failed$([ $skipped = 0 ] || echo ", $skipped skipped")"
[ "$failed" = 0 ]

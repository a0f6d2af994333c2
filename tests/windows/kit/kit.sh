#!/usr/bin/env bash
# The link kit's own tests, under the wine that runs (wine.sh); the last line counts.
# usage: kit.sh KIT WORK
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kit=$(realpath "${1:?usage: kit.sh KIT WORK}")
work=$(realpath "${2:?usage: kit.sh KIT WORK}")
# shellcheck source=tests/windows/wine.sh
. "$here/../wine.sh"
out=$work/kit
mkdir -p "$out"

compile() { # SOURCE OBJECT [OPTION]...
    local source=$1 object=$2
    shift 2
    clang --target=x86_64-pc-windows-msvc -std=gnu17 -O2 -Wall -Wextra -Werror -ffreestanding -fno-builtin -c "$source" -o "$object" "$@"
}
link() { # FILE OBJECT... -- OPTION...
    local file=$1
    shift
    lld-link -nologo "/out:$file" /Brepro /nodefaultlib /include:_tls_used "/libpath:$kit" "$@" ucrt.lib math.lib string.lib kernel32.lib
}
library() { # FILE OBJECT [KIT'S LIBRARY]
    link "$1" "$2" /dll /entry:_DllMainCRTStartup "/wholearchive:${3:-$kit/library.lib}"
}

compile "$here/guest.c" "$out/guest.obj"
compile "$here/guest.c" "$out/refuses.obj" -DREFUSES
compile "$here/program.c" "$out/program.obj" -fstack-protector-strong
library "$out/guest.dll" "$out/guest.obj"
library "$out/refuses.dll" "$out/refuses.obj"
# The kit's library, but its question is for a processor that there is not.
compile "$here/../../../build/windows/processor.c" "$out/processor.obj" -DREFUSE -mno-stack-arg-probe -fno-stack-protector
cp "$kit/library.lib" "$out/other.lib"
(cd "$out" && member=$(llvm-ar t other.lib | grep 'processor\.obj$') && llvm-ar d other.lib "$member" && llvm-ar r other.lib processor.obj 2>/dev/null)
library "$out/processor.dll" "$out/guest.obj" "$out/other.lib"
link "$out/program.exe" "$out/program.obj" /entry:wmainCRTStartup "/wholearchive:$kit/program.lib" /stack:1572864
link "$out/again.exe" "$out/program.obj" /entry:wmainCRTStartup "/wholearchive:$kit/program.lib" /stack:1572864

passed=0 failed=0
check() { # WHAT COMMAND...
    local what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "  FAIL $what"; fi
}
asks_for() { llvm-nm "$out/program.obj" | grep -q " U $1\$"; }
# Else the program would hold without the kit's part of it.
check "the program is compiled with stack cookies" asks_for __security_check_cookie
check "and with stack probes" asks_for __chkstk
check "two links give the same bytes" cmp -s "$out/program.exe" "$out/again.exe"

run 60 "$out/program.exe" "$(windows_path "$out")" >"$out/log" || true
sed '/passed,.*failed\|exit handlers have run/d' "$out/log"
check "exit handlers run at a program's end" grep -qx "exit handlers have run" "$out/log"
if [[ $(grep passed, "$out/log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=$((passed + 10#${BASH_REMATCH[1]})) failed=$((failed + 10#${BASH_REMATCH[2]}))
else
    failed=$((failed + 1))
    echo "  FAIL the program has not come to its end"
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

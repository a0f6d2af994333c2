#!/usr/bin/env bash
# Nothing leaves the machine: the ONNX Runtime in the bundle, alone and inside the whole plug-in, starts no threads of its own,
# opens no socket and writes no file. (Its official builds from 1.29 on do all three by default.) The last line counts.
# usage: run.sh BUNDLE
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bundle=$(realpath "${1:?usage: run.sh BUNDLE}")
library=$bundle/Contents/x86_64-linux/libsemanticeq_onnxruntime.so
model=$(find "$bundle/Contents/Resources/models" -name decoder.onnx | sort | tail -n 1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0

check() { # WHAT WANTED FOUND
    if [ "$2" = "$3" ]; then
        echo "  ok   $1: $3"
        passed=$((passed + 1))
    else
        echo "  FAIL $1: $3 (wanted: $2)"
        failed=$((failed + 1))
    fi
}

flags=(-std=gnu11 -O1 -Wall -Wextra -Wno-missing-field-initializers -Werror -U_FORTIFY_SOURCE)
gcc "${flags[@]}" -o "$work/alone" "$here/runtime_alone.c" -ldl -lpthread
gcc "${flags[@]}" -o "$work/plugin" "$here"/../realtime/unload.c "$here"/../realtime/host/*.c -ldl -lm

tracer=(strace -f -qq -e "trace=%network,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2" -e signal=none)
if ! strace -qq -e trace=none true 2>/dev/null; then
    echo "  skip system calls can't be traced here: no strace, or tracing is not allowed"
    tracer=()
    skipped=$((skipped + 1))
fi

# observe NAME COMMAND...: runs it in an empty home; what it does is then in observed_*
observe() {
    local name=$1 trace=$work/$1.trace
    shift
    mkdir -p "$work/$name.home"
    local command=(env -u XDG_CACHE_HOME -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_STATE_HOME -u ORT_DISABLE_TELEMETRY
        HOME="$work/$name.home" "$@")
    : >"$trace"
    if [ ${#tracer[@]} -gt 0 ]; then
        command=("${tracer[@]}" -o "$trace" "${command[@]}")
    fi
    status=0
    "${command[@]}" >"$work/$name.told" || status=$?
    observed_files=$(find "$work/$name.home" -mindepth 1 | wc -l)
    observed_network=$(grep -cE '(socket|socketpair|connect|bind|sendto|sendmsg|sendmmsg)\(' "$trace" || true)
    # The terminal and /dev/null are not files; what failed wrote nothing.
    observed_writes=$(grep -E 'O_WRONLY|O_RDWR|O_CREAT|creat\(|mkdir|rename' "$trace" | grep -cvE '"/dev/|"/proc/self/|= -1 E' || true)
}
check_traced() { # WHAT NETWORK-CALLS FILES-WRITTEN: only where there is a trace to look at
    [ ${#tracer[@]} -gt 0 ] || return 0
    check "$1: network calls" "$2" "$observed_network"
    check "$1: files and folders written" "$3" "$observed_writes"
}
told() { sed -n "s/^$2 //p" "$work/$1.told"; }

# First that these checks see what they are there for.
observe control "$work/alone" none control
check "control: threads seen" 2 "$(told control threads)"
check "control: sockets seen" 1 "$(told control sockets)"
check "control: files and folders seen" 2 "$observed_files"
check_traced "control" 1 2

version=$(sed -n 's/.*"onnxruntime-node": "\([0-9.]*\)".*/\1/p' "$here/../../third-party/onnxruntime/package.json")
check "the runtime imports no function of the network" "" "$(nm -D --undefined-only "$library" |
    grep -oE ' (socket|connect|getaddrinfo|gethostbyname|send|sendto|sendmsg|curl_[a-z_]*)(@|$)' | tr -d ' @' | tr '\n' ' ')"
check "the runtime's soname" "libsemanticeq_onnxruntime.so" "$(readelf -d "$library" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p')"
observe runtime "$work/alone" "$library" "$model"
check "runtime alone: exit status" 0 "$status"
check "runtime alone: version" "$version" "$(told runtime version)"
check "runtime alone: threads" 1 "$(told runtime threads)"
check "runtime alone: sockets" 0 "$(told runtime sockets)"
check "runtime alone: files in the home" 0 "$observed_files"
check_traced "runtime alone" 0 0

observe plugin "$work/plugin" "$bundle" 2
check "whole plug-in: exit status" 0 "$status"
check "whole plug-in: files in the home" 0 "$observed_files"
check_traced "whole plug-in" 0 0
if [ ${#tracer[@]} -gt 0 ]; then
    check "whole plug-in: it did load the runtime" yes "$(grep -q "/libsemanticeq_onnxruntime.so\".* = [0-9]" "$work/plugin.trace" && echo yes || echo no)"
fi

echo "$passed passed, $failed failed$([ $skipped = 0 ] || echo ", $skipped skipped")"
[ $failed = 0 ]

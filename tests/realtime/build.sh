#!/usr/bin/env bash
# Builds the watchdog's library and its hosts into a folder.
# usage: build.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=${1:?usage: build.sh FOLDER}
flags=(-std=gnu11 -O2 -g -Wall -Wextra -Wno-missing-field-initializers -Werror -U_FORTIFY_SOURCE)
# -fno-builtin: gcc must not make calls out of calls, nor leave out a planted malloc that nobody uses.
gcc "${flags[@]}" -fno-builtin -fPIC -fvisibility=hidden -shared -o "$work/libwatch.so" "$here"/watch/*.c -ldl
gcc "${flags[@]}" -fno-builtin -fPIC -fvisibility=hidden -shared -o "$work/libguest.so" "$here"/{watch,guest}/*.c -ldl -lpthread
gcc "${flags[@]}" -fno-builtin -o "$work/watchdog" "$here"/{watchdog,scenarios,self_test,verdict,heap}.c "$here"/{host,play,plants}/*.c \
    -lm -lpthread -ldl -lX11
gcc "${flags[@]}" -o "$work/pauses" "$here"/{pauses,heap}.c "$here"/host/*.c -lm -lpthread -ldl
gcc "${flags[@]}" -o "$work/unload" "$here"/unload.c "$here"/host/*.c -lm -ldl

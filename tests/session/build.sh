#!/usr/bin/env bash
# Builds this folder's hosts into a folder.
# usage: build.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=${1:?usage: build.sh FOLDER}
realtime=$here/../realtime
flags=(-std=gnu11 -O2 -g -Wall -Wextra -Wno-missing-field-initializers -Werror -U_FORTIFY_SOURCE)
gcc "${flags[@]}" -o "$work/scan" "$here"/{scan,process}.c "$realtime"/host/*.c -lm -ldl
gcc "${flags[@]}" -o "$work/many" "$here"/{many,process}.c "$realtime"/host/*.c -lm -ldl
gcc "${flags[@]}" -o "$work/blocks" "$here"/{blocks,process}.c "$realtime"/play/{editor,player,buffers,automation,random}.c "$realtime"/host/*.c \
    -lm -lpthread -ldl -lX11

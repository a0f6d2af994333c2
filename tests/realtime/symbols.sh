# shellcheck shell=bash
# The symbols that the build sets aside for a library: only where they are of this very build.

symbols_of() { # LIBRARY -> the file's path, or nothing
    local library=$1 file=${SEMANTIC_EQ_SYMBOLS:-}
    [ -n "$file" ] || file=$(dirname "${BASH_SOURCE[0]}")/../../out/symbols/$(basename "$library").dbg
    if [ -f "$file" ] && [ "$(build_id "$file")" = "$(build_id "$library")" ]; then
        echo "$file"
    fi
}

build_id() { readelf --notes "$1" 2>/dev/null | sed -n 's/.*Build ID: //p'; }

# The two that heap.h asks for, or nothing.
heap_symbols() { # LIBRARY
    local file
    file=$(symbols_of "$1")
    [ -z "$file" ] || nm "$file" | awk '$3 ~ /^_ZN3WKS6GCHeap12DiagWalkHeapE/ { walk = $1 } $3 == "g_theGCHeap" { heap = $1 }
        END { if (walk && heap) print walk, heap }'
}

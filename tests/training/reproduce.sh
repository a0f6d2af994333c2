#!/usr/bin/env bash
# Trains the model anew, seeded as the committed one was, and holds the result against it byte for byte. Takes some minutes, and needs
# the descriptor data (SEMANTIC_EQ_DATA). The last line counts.
# usage: reproduce.sh
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if [ ! -d "${SEMANTIC_EQ_DATA:-}" ]; then
    echo "  skip no descriptor data: SEMANTIC_EQ_DATA names no folder"
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The slots are append-only: training starts from those that are given.
mkdir -p "$work/models/v2"
cp "$root/inference/models/slots.csv" "$work/models/"
(cd "$root/training-export" && /usr/bin/python3 -m semantic_eq_training --data "$SEMANTIC_EQ_DATA" --out "$work/models/v2" --seed 1)

passed=0 failed=0
for file in "$root"/inference/models/v2/* "$root/inference/models/slots.csv"; do
    made=$work/models/${file#"$root/inference/models/"}
    if cmp -s "$file" "$made"; then
        echo "  ok   ${file#"$root/"} comes out the same"
        passed=$((passed + 1))
    else
        echo "  FAIL ${file#"$root/"} comes out different"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]

#!/usr/bin/env bash
# The command line on a disk that is really full: 64 kB of memory as a file system, in a namespace of its own. What was there stays, the user
# is told in one plain line, nothing half is left over, and with room again it works. The last line counts.
# usage: full_disk.sh BUNDLE CLI
set -euo pipefail
bundle=$(realpath "${1:?usage: full_disk.sh BUNDLE CLI}")
cli=$(realpath "${2:?usage: full_disk.sh BUNDLE CLI}")

if [ -z "${SEMANTIC_EQ_FULL_DISK:-}" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    if ! refused=$(unshare --user --map-root-user --mount mount -t tmpfs tmpfs "$work" 2>&1); then
        echo "  skip a full disk: no file system can be mounted in a namespace of one's own here ($refused)"
        echo "0 passed, 0 failed, 1 skipped"
        exit 0
    fi
    SEMANTIC_EQ_FULL_DISK=$work unshare --user --map-root-user --mount "$0" "$bundle" "$cli"
    exit
fi

work=$SEMANTIC_EQ_FULL_DISK
disk=$work/disk
mkdir "$disk"
mount -t tmpfs -o size=64k tmpfs "$disk"
passed=0 failed=0

seconds_of_noise() { # SECONDS FILE: as a WAV file of 16 bits, mono, 48 kHz
    python3 -c 'import random, sys, wave
with wave.open(sys.argv[2], "wb") as file:
    file.setparams((1, 2, 48000, 0, "NONE", ""))
    file.writeframes(random.Random(1).randbytes(int(96000 * float(sys.argv[1]))))' "$@"
}

fill() { # all but the last so many kB
    rm -f "$disk/filler"
    head -c 1M /dev/zero >"$disk/filler" 2>/dev/null || true
    truncate -s "-${1}K" "$disk/filler"
}

listing() { (cd "$disk" && find . -type f ! -name filler -exec sha256sum {} + | sort -k 2); }

# The command ends with an error that a user can read, and everything lies as it lay.
refused() { # WHAT ARGUMENT...
    local what=$1 before told status=0 wrong=""
    shift
    before=$(listing)
    told=$("$cli" "$@" --plugin "$bundle" 2>&1 >/dev/null) || status=$?
    [ "$status" = 2 ] || wrong="ended with $status"
    [[ $told == *"the disk is full"* ]] || wrong="$wrong; does not say that the disk is full"
    [ "$(grep -c . <<<"$told")" = 1 ] || wrong="$wrong; does not say it in one line"
    [ "$(listing)" = "$before" ] || wrong="$wrong; left $( (diff <(echo "$before") <(listing) || true) | tr '\n' ' ')"
    report "$what" "$wrong" "$told"
}

# With room again the same command works.
works() { # WHAT FILE ARGUMENT...
    local what=$1 file=$2 told wrong=""
    shift 2
    rm "$disk/filler"
    told=$("$cli" "$@" --plugin "$bundle" 2>&1) || wrong="ended with $?"
    [ -s "$file" ] || wrong="$wrong; there is no $file"
    report "$what" "$wrong" "$([ -z "$wrong" ] || echo "$told")"
}

report() { # WHAT WRONG TOLD
    if [ -z "$2" ]; then
        echo "  ok   $1${3:+: $3}"
        passed=$((passed + 1))
    else
        echo "  FAIL $1: $2: $3"
        failed=$((failed + 1))
    fi
}

seconds_of_noise 2 "$work/in.wav"
seconds_of_noise 0.05 "$disk/old.wav"
"$cli" preset save "$disk/old.vstpreset" --word bright --plugin "$bundle" >/dev/null

for room in 0 4; do
    fill $room
    refused "preset save, $room kB free" preset save "$disk/new.vstpreset" --word warm
    refused "preset save over another, $room kB free" preset save "$disk/old.vstpreset" --word warm
    for ending in wav flac ogg; do
        refused "render to .$ending, $room kB free" render "$work/in.wav" "$disk/new.$ending" --word warm
    done
    refused "render over another file, $room kB free" render "$work/in.wav" "$disk/old.wav" --word warm
    refused "render with a picture, $room kB free" render "$work/in.wav" "$work/out.wav" --word warm --picture "$disk/new.png"
done
works "preset save with room again" "$disk/new.vstpreset" preset save "$disk/new.vstpreset" --word warm
rm "$disk/new.vstpreset"

# Many files: those before the full disk are whole.
fill 48
mkdir "$disk/factory"
status=0
told=$("$cli" preset factory "$disk/factory" --plugin "$bundle" 2>&1 >/dev/null) || status=$?
sums=$bundle/Contents/Resources/presets/vstpresets.sha256
written=$(find "$disk/factory" -type f | wc -l)
whole=0
while read -r sum _; do
    ! grep -q "^$sum " "$sums" || whole=$((whole + 1))
done < <(find "$disk/factory" -type f -exec sha256sum {} +)
wrong=""
[ $status = 2 ] || wrong="ended with $status"
[[ $told == *"the disk is full"* ]] || wrong="$wrong; does not say that the disk is full"
[ "$written" -gt 0 ] && [ "$whole" = "$written" ] || wrong="$wrong; $whole whole files of $written"
report "preset factory until the disk is full" "$wrong" "$written files, all whole; $told"

echo "$passed passed, $failed failed"
[ $failed = 0 ]

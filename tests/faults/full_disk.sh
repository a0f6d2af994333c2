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

is_whole() { # REFERENCE FILE: to the byte; two Ogg streams have two serial numbers
    if [[ $1 == *.ogg ]]; then
        [ "$(stat -c %s "$1")" = "$(stat -c %s "$2")" ]
    else
        cmp -s "$1" "$2"
    fi
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

fill 0
refused "preset save" preset save "$disk/new.vstpreset" --word warm
refused "preset save over another" preset save "$disk/old.vstpreset" --word warm
for room in 0 4; do
    fill $room
    for ending in wav flac ogg; do
        refused "render to .$ending, $room kB free" render "$work/in.wav" "$disk/new.$ending" --word warm
    done
    refused "render over another file, $room kB free" render "$work/in.wav" "$disk/old.wav" --word warm
    refused "render with a picture, $room kB free" render "$work/in.wav" "$work/out.wav" --word warm --picture "$disk/new.png"
done
# The disk is full a little before the end: what an encoder writes last, it writes when it closes.
seconds_of_noise 0.2 "$work/short.wav"
for ending in wav flac ogg; do
    rm -f "$disk/filler"
    "$cli" render "$work/short.wav" "$work/whole.$ending" --word warm --plugin "$bundle" >/dev/null 2>&1
    size=$(stat -c %s "$work/whole.$ending")
    wrong="" tried="" tries=0 whole=0
    for room in $(seq 0 4 $((size / 1024 + 4))); do
        fill "$room"
        rm -f "$disk/short.$ending"
        tries=$((tries + 1))
        if tried=$("$cli" render "$work/short.wav" "$disk/short.$ending" --word warm --plugin "$bundle" 2>&1 >/dev/null); then
            whole=$((whole + 1))
            is_whole "$work/whole.$ending" "$disk/short.$ending" || wrong="$wrong; half a file with $room kB free"
        else
            [[ $tried == *"the disk is full"* ]] && [ ! -e "$disk/short.$ending" ] || wrong="$wrong; with $room kB free: $tried"
        fi
    done
    rm -f "$disk/short.$ending"
    [ $whole -gt 0 ] && [ $whole -lt $tries ] || wrong="$wrong; $whole of $tries were written"
    report "a .$ending of $size bytes with 0 kB, 4 kB, 8 kB... free is whole or refused" "$wrong" "$whole of $tries whole"
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

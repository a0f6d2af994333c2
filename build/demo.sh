# shellcheck shell=bash
# Three real recordings, three words.

# From Debian's sonic-pi-samples (CC0): what a mixer would reach for these words on, each with a wide enough spectrum to hear it.
# The number is output gain in dB: a drum break at full scale needs room for its new peaks.
readonly DEMOS=(
    "guit_em9 warm 0 an electric guitar chord"
    "loop_amen_full bright -3 a drum break"
    "loop_garzul airy 0 an electronic groove"
)

# By how many dB a word makes a recording louder.
louder() { # FILE WORD
    "$OUT/bin/semantic-eq" render "$1" "$OUT/demo/.trial.wav" --word "$2" --json |
        sed -nE 's/.*"loudness_before_lufs":(-?[0-9.]+),"loudness_after_lufs":(-?[0-9.]+).*/\1 \2/p' |
        awk '{ printf "%.1f", $2 - $1 }'
    rm -f "$OUT/demo/.trial.wav"
}

demo() {
    local entry recording word gain what file name matched
    need "to hear the demo" sonic-pi-samples libsndfile1 libcairo2 fonts-inter
    plugin
    mkdir -p "$OUT/demo"
    for entry in "${DEMOS[@]}"; do
        read -r recording word gain what <<<"$entry"
        file=$(dpkg -L sonic-pi-samples | grep "/$recording\.flac$") || die "sonic-pi-samples has no $recording.flac"
        name=$OUT/demo/$recording
        # Louder must not win: before and after are brought to the same loudness.
        matched=$(louder "$file" "$word" | awk -v gain="$gain" '{ printf "%.1f", gain - $1 }')
        say "$what, made $word:"
        "$OUT/bin/semantic-eq" render "$file" "$name-before.wav" --amount 0 --set "Output gain=$gain" >/dev/null
        "$OUT/bin/semantic-eq" render "$file" "$name-$word.wav" --word "$word" --picture "$name-$word.png" --set "Output gain=$matched"
    done
    say "listen and look in out/demo:"
    (cd "$OUT/demo" && ls)
}

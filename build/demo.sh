# shellcheck shell=bash
# Three real recordings, three words.

# From Debian's sonic-pi-samples (CC0): what a mixer would reach for these words on, each with a wide enough spectrum to hear it.
# The number is output gain in dB: a drum break at full scale needs room for its new peaks.
readonly DEMOS=(
    "guit_em9 warm 0 an electric guitar chord"
    "loop_amen_full bright -3 a drum break"
    "loop_garzul airy 0 an electronic groove"
)

demo() {
    local entry recording word gain what file name levels
    need "to hear the demo" sonic-pi-samples libsndfile1 libcairo2 fonts-inter
    plugin
    mkdir -p "$OUT/demo"
    for entry in "${DEMOS[@]}"; do
        read -r recording word gain what <<<"$entry"
        file=$(dpkg -L sonic-pi-samples | grep "/$recording\.flac$") || die "sonic-pi-samples has no $recording.flac"
        name=$OUT/demo/$recording
        # Louder must not win, so the EQ's own loudness is taken back.
        levels=(--set "Auto gain=On" --set "Output gain=$gain")
        say "$what, made $word:"
        "$OUT/bin/semantic-eq" render "$file" "$name-before.wav" --amount 0 "${levels[@]}" >/dev/null
        "$OUT/bin/semantic-eq" render "$file" "$name-$word.wav" --word "$word" --picture "$name-$word.png" "${levels[@]}"
    done
    say "listen and look in out/demo:"
    (cd "$OUT/demo" && ls)
}

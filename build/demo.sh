# shellcheck shell=bash
# Three real recordings, three words.

# From Debian's sonic-pi-samples (CC0): what a mixer would reach for these words on, each with a wide enough spectrum to hear it.
readonly DEMOS=(
    "guit_em9 warm an electric guitar chord"
    "loop_amen_full bright a drum break"
    "loop_garzul airy an electronic groove"
)

demo() {
    local entry recording word what file
    need "to hear the demo" sonic-pi-samples libsndfile1 libcairo2 fonts-inter
    plugin
    mkdir -p "$OUT/demo"
    for entry in "${DEMOS[@]}"; do
        read -r recording word what <<<"$entry"
        file=$(dpkg -L sonic-pi-samples | grep "/$recording\.flac$") || die "sonic-pi-samples has no $recording.flac"
        say "$what, made $word:"
        "$OUT/bin/semantic-eq" render "$file" "$OUT/demo/$recording-$word.wav" --word "$word" --picture "$OUT/demo/$recording-$word.png"
        cp "$file" "$OUT/demo/$recording-before.flac"
    done
    say "listen and look in out/demo:"
    (cd "$OUT/demo" && ls)
}

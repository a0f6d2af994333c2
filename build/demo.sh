# shellcheck shell=bash
# Three real recordings, three words.

# From Debian's sonic-pi-samples (CC0): what a mixer would reach for these words on, each with a wide enough spectrum to hear it.
readonly DEMOS=(
    "guit_em9 warm an electric guitar chord"
    "loop_amen_full bright a drum break"
    "loop_garzul airy an electronic groove"
)

# Louder must not win, so the EQ's own loudness is taken back; and a drum break at full scale needs room for its new peaks.
readonly DEMO_LEVELS=(--set "Auto gain=On" --set "Output gain=-3")

demo() {
    local entry recording word what file name
    need "to hear the demo" sonic-pi-samples libsndfile1 libcairo2 fonts-inter
    plugin
    mkdir -p "$OUT/demo"
    for entry in "${DEMOS[@]}"; do
        read -r recording word what <<<"$entry"
        file=$(dpkg -L sonic-pi-samples | grep "/$recording\.flac$") || die "sonic-pi-samples has no $recording.flac"
        name=$OUT/demo/$recording
        say "$what, made $word:"
        "$OUT/bin/semantic-eq" render "$file" "$name-before.wav" --amount 0 "${DEMO_LEVELS[@]}" >/dev/null
        "$OUT/bin/semantic-eq" render "$file" "$name-$word.wav" --word "$word" --picture "$name-$word.png" "${DEMO_LEVELS[@]}"
    done
    say "listen and look in out/demo:"
    (cd "$OUT/demo" && ls)
}

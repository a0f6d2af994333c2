# shellcheck shell=bash
# From a package to a rendered file, and back, in a system that has nothing of ours and nothing that we were built with.

# Unpacks a smallest system of this machine's own release into FOLDER; says why where it can't.
clean_root() { # FOLDER CACHE
    local release archive
    release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    archive=$2/clean-root-$release.tar
    [ "$(id -u)" = 0 ] || { skip "a clean root needs root" && return 1; }
    if [ ! -e "$archive" ]; then
        command -v mmdebstrap >/dev/null || { skip "a clean root needs mmdebstrap" && return 1; }
        mkdir -p "$2"
        timeout 300 mmdebstrap --quiet --format=tar --variant=apt "$release" "$archive.new" 2>"$WORK/mmdebstrap.log" || {
            rm -f "$archive.new"
            skip "a clean root can't be made here: $(grep -E '^E:|rror' "$WORK/mmdebstrap.log" | head -n 1)"
            return 1
        }
        mv "$archive.new" "$archive"
    fi
    mkdir "$1"
    tar --extract --file "$archive" --directory "$1" --numeric-owner --exclude='./dev/*' || { skip "the clean root can't be unpacked" && return 1; }
    # Its apt reaches what this machine's reaches.
    cp /etc/resolv.conf /etc/hosts "$1/etc/" 2>/dev/null
    cp /etc/apt/apt.conf /etc/apt/apt.conf.d/*prox* "$1/etc/apt/apt.conf.d/" 2>/dev/null
    mkdir -p "$1/dev" && touch "$1/dev/null" && chmod 666 "$1/dev/null"
    chroot "$1" /bin/true || { skip "chroot is not allowed here" && return 1; }
    chroot "$1" apt-get update -qq >"$WORK/apt.log" 2>&1 || { skip "the clean root's apt reaches no mirror: $(tail -n 1 "$WORK/apt.log")" && return 1; }
}

inside() { # COMMAND...: as root in the clean root; what is said is in $told
    status=0
    told=$(chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@" 2>&1) || status=$?
}

ann_inside() { # COMMAND...: as an ordinary user there
    status=0
    told=$(chroot --userspec=1000:1000 "$root" env -i HOME="/home/ann" PATH=/usr/bin:/bin LC_ALL=C.UTF-8 "$@" 2>&1) || status=$?
}

# What a system is made of, but for what apt, dpkg and ldconfig keep for themselves.
system_files() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./var/cache -o -path ./var/log -o -path ./tmp \) -prune -o -print | LC_ALL=C sort); }

test_clean_root() { # FOLDER CACHE
    local deb=("$1"/*.deb) archive=("$1"/*.tar.gz) root=$WORK/root sample before leftover reference status told name
    clean_root "$root" "$2" || return 0
    sample=$(dpkg -L sonic-pi-samples | grep /guit_em9.flac)
    cp "$sample" "$root/tmp/in.flac"
    cp "${deb[0]}" "$root/tmp/semantic-eq.deb"
    "$OUT/bin/semantic-eq" render "$sample" "$WORK/reference.wav" --plugin "$BUNDLE" --word warm >/dev/null
    reference=$(digest "$WORK/reference.wav")
    name=$(basename "${archive[0]}" .tar.gz)

    # Before anything is there that a desktop has: a user with the archive.
    mkdir -p "$root/home/ann" && tar --extract --gzip --file "${archive[0]}" --directory "$root/home/ann" && chown -R 1000:1000 "$root/home/ann"
    ann_inside sh "/home/ann/$name/install.sh"
    check "the archive installs in a bare system" 0 "$status"
    says "and says what is missing for its window" "libcairo.so.2" "$told"
    says "and for audio files" "libsndfile.so.1 is missing" "$told"
    ann_inside /home/ann/.local/bin/semantic-eq curve warm --json
    says "it knows words there" '"word":"warm"' "${told// /}"
    ann_inside /home/ann/.local/bin/semantic-eq render /tmp/in.flac /home/ann/out.wav --word warm
    says "it says what rendering lacks" "libsndfile" "$told"

    before=$(system_files)
    # Only what it depends on, nothing that it recommends.
    inside apt-get install -y -qq --no-install-recommends /tmp/semantic-eq.deb
    check "apt installs the .deb with all that it needs" 0 "$status"
    [ "$status" = 0 ] || echo "$told"
    inside env HOME=/nonexistent semantic-eq render /tmp/in.flac /tmp/out.wav --word warm --picture /tmp/out.png
    check "it renders a recording" 0 "$status"
    check "to the same samples as where it was built" "$reference" "$(digest "$root/tmp/out.wav")"
    check "it draws a picture" "PNG" "$(head -c 4 "$root/tmp/out.png" | tail -c 3)"
    inside semantic-eq info --json
    says "with the system's plug-in" "/usr/lib/vst3/SemanticEq.vst3" "$told"
    says "and the ONNX Runtime in it" "1.27" "$told"
    ann_inside /home/ann/.local/bin/semantic-eq render /tmp/in.flac /home/ann/out.wav --word warm
    check "so does the user's own from the archive" "$reference" "$(digest "$root/home/ann/out.wav")"
    ann_inside sh "/home/ann/$name/install.sh"
    says "which says that there are two now" "another copy in /usr/lib/vst3" "$told"
    mkdir -p "$root/root/.vst3/presets/Semantic EQ/Semantic EQ" "$root/root/.local/share/semantic-eq/presets"
    touch "$root/root/.vst3/presets/Semantic EQ/Semantic EQ/Mine.vstpreset" "$root/root/.local/share/semantic-eq/presets/mine.json"

    inside dpkg --remove semantic-eq
    check "dpkg removes it" 0 "$status"
    inside dpkg --purge semantic-eq
    check "nothing of it is left for dpkg to purge" "" "$(chroot "$root" dpkg-query --list 'semantic-eq*' 2>/dev/null | grep '^[a-z]i\|^rc')"
    check "a user's presets stay" yes "$([ -e "$root/root/.local/share/semantic-eq/presets/mine.json" ] && [ -e "$root/root/.vst3/presets/Semantic EQ/Semantic EQ/Mine.vstpreset" ] && echo yes)"
    rm -rf "$root/root/.vst3" "$root/root/.local" "$root/home/ann/out.wav"
    inside apt-get autoremove -y -qq --purge
    leftover=$(comm -13 <(echo "$before") <(system_files))
    check "with what came along removed too, nothing new is left in the system" "" "$(grep -v '^./etc/ld.so.cache' <<<"$leftover")"

    ann_inside sh /home/ann/.local/share/semantic-eq/installed/uninstall.sh
    check "the user's own is removed" 0 "$status"
    check "and nothing of it is left" "" "$(find "$root/home/ann" -mindepth 1 ! -path "*/$name*")"
    rm -rf "$root"
}

# shellcheck shell=bash
# The .tar.gz: installed, replaced, refused and removed, for a user whose home has a space in its name.

test_tarball() { # ARCHIVE
    local name home so fresh before status told sample
    name=$(basename "$1" .tar.gz) home="$WORK/home of ann" so=".vst3/SemanticEq.vst3/Contents/x86_64-linux/SemanticEq.so"
    mkdir -p "$home/Downloads here" "$home/.config"
    chmod 755 "$WORK"
    tar --extract --gzip --file "$1" --directory "$home/Downloads here" --no-same-owner
    fresh="$home/Downloads here/$name"
    # Presets that come with it: one will go, two will be changed.
    mkdir -p "$fresh/presets/Semantic EQ/Semantic EQ"
    echo one >"$fresh/presets/Semantic EQ/Semantic EQ/One of ours.vstpreset"
    echo two >"$fresh/presets/Semantic EQ/Semantic EQ/Two.vstpreset"
    echo three >"$fresh/presets/Semantic EQ/Semantic EQ/Three.vstpreset"
    (cd "$fresh" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum >"$WORK/sums" && mv "$WORK/sums" SHA256SUMS)
    as_ann() { # COMMAND...: as a user with nothing but a home; what is said is in $told
        local unroot=()
        [ "$(id -u)" != 0 ] || unroot=(setpriv --reuid 1000 --regid 1000 --clear-groups)
        status=0
        told=$(cd "$fresh" && "${unroot[@]}" env -i HOME="$home" PATH="${ANN_PATH:-/usr/bin:/bin}" "$@" 2>&1) || status=$?
    }
    [ "$(id -u)" != 0 ] || chown -R 1000:1000 "$home"
    before=$(contents "$home")

    as_ann dash ./install.sh
    check "installs by sh, without root" 0 "$status"
    says "says where the plug-in is" "$home/.vst3/SemanticEq.vst3" "$told"
    says "says that the program is not on the PATH" "put $home/.local/bin on your PATH" "$told"
    echo "       | ${told//$'\n'/$'\n'       | }"
    check "the plug-in is as it was packed" "$(contents "$fresh/SemanticEq.vst3")" "$(contents "$home/.vst3/SemanticEq.vst3")"
    check "so is the program" "$(digest "$fresh/bin/semantic-eq")" "$(digest "$home/.local/bin/semantic-eq")"
    sample=$(dpkg -L sonic-pi-samples | grep /guit_em9.flac)
    as_ann "$home/.local/bin/semantic-eq" render "$sample" "$home/Downloads here/warm.wav" --word warm
    says "renders a recording through it" "warm: asked +1.01, heard +0.90" "$told"
    rm -f "$home/Downloads here/warm.wav"

    # A running DAW has the older version open, and somebody has changed a preset and made another.
    echo "an older version" >>"$home/$so"
    before_so=$(digest "$home/$so")
    exec 9<"$home/$so"
    echo mine >"$home/.vst3/presets/Semantic EQ/Semantic EQ/Two.vstpreset"
    echo own >"$home/.vst3/presets/Semantic EQ/Semantic EQ/Own.vstpreset"
    touch "$home/.vst3/SemanticEq.vst3/gone"
    rm "$fresh/presets/Semantic EQ/Semantic EQ/One of ours.vstpreset"
    sed -i '/One of ours/d' "$fresh/SHA256SUMS"
    as_ann dash ./install.sh
    says "replaces an older version" "in place of" "$told"
    says "keeps a changed preset" "1 presets of yours" "$told"
    check "a file of the older version is gone" no "$([ -e "$home/.vst3/SemanticEq.vst3/gone" ] && echo yes || echo no)"
    check "what a DAW has open stays as it was" "$before_so" "$(sha256sum <&9 | cut -d' ' -f1)"
    exec 9<&-
    check "the new file is another one" "$(digest "$fresh/SemanticEq.vst3/Contents/x86_64-linux/SemanticEq.so")" "$(digest "$home/$so")"
    check "presets: ours that is no more has gone, changed and own ones are there" "Own.vstpreset Three.vstpreset Two.vstpreset" \
        "$(cd "$home/.vst3/presets/Semantic EQ/Semantic EQ" && echo *)"
    check "the changed one is theirs" mine "$(cat "$home/.vst3/presets/Semantic EQ/Semantic EQ/Two.vstpreset")"

    # What can go wrong changes nothing.
    local installed
    installed=$(state "$home")
    refused() { # WHAT WORDS: of the command just run
        check "$1: refused" 2 "$status"
        says "$1: says why" "$2" "$told"
        check "$1: nothing is changed" "$installed" "$(state "$home")"
    }
    mkdir "$WORK/old" && printf '#!/bin/sh\necho glibc 2.31\n' >"$WORK/old/getconf" && chmod -R a+rx "$WORK/old"
    ANN_PATH=$WORK/old:/usr/bin:/bin as_ann dash ./install.sh
    refused "an older glibc" "here is 2.31"
    printf '#!/bin/sh\necho Linux aarch64\n' >"$WORK/old/uname" && chmod a+rx "$WORK/old/uname"
    ANN_PATH=$WORK/old:/usr/bin:/bin as_ann dash ./install.sh
    refused "another processor" "not for Linux aarch64"
    cp "$fresh/SHA256SUMS" "$WORK/" && sed -i '1s/^..../0000/' "$fresh/SHA256SUMS"
    installed=$(state "$home")
    as_ann dash ./install.sh
    refused "a damaged file" "not as they were packed"
    cp "$WORK/SHA256SUMS" "$fresh/"
    installed=$(state "$home")
    # 20,000 blocks of 512 bytes: the runtime library is larger, so that the copy breaks off as on a full disk.
    as_ann dash -c 'ulimit -f 20000; exec dash ./install.sh'
    check "a copy that breaks off is told" no "$([ "$status" = 0 ] && echo yes || echo no)"
    check "and changes nothing" "$installed" "$(state "$home")"
    if [ "$(id -u)" = 0 ]; then
        status=0 told=$(cd "$fresh" && env -i HOME="$home" PATH=/usr/bin:/bin dash ./install.sh 2>&1) || status=$?
        refused "root in another's home" "--prefix /usr/local"
        status=0 told=$(cd "$fresh" && env -i HOME=/root SUDO_UID=1000 PATH=/usr/bin:/bin dash ./install.sh 2>&1) || status=$?
        refused "sudo" "--prefix /usr/local"
    fi

    echo changed >"$home/.vst3/presets/Semantic EQ/Semantic EQ/Three.vstpreset"
    as_ann dash "$home/.local/share/semantic-eq/installed/uninstall.sh"
    check "is removed" 0 "$status"
    says "says which presets stay" "Three.vstpreset" "$told"
    rm "$home/.vst3/presets/Semantic EQ/Semantic EQ"/*
    rm -d "$home/.vst3/presets/Semantic EQ/Semantic EQ" "$home/.vst3/presets/Semantic EQ" "$home/.vst3/presets" "$home/.vst3"
    check "but for them, nothing is left" "$(grep -v 'One of ours\|SHA256SUMS' <<<"$before")" "$(contents "$home" | grep -v SHA256SUMS)"

    # Anywhere else.
    as_ann dash ./install.sh --prefix "Some where/else"
    check "installs below a folder" 0 "$status"
    as_ann "Some where/else/bin/semantic-eq" info
    check "and runs there" 0 "$status"
    as_ann dash ./uninstall.sh --prefix "Some where/else"
    check "and is removed from there, folders too" "0 no" "$status $([ -e "$fresh/Some where" ] && echo yes || echo no)"
    as_ann dash ./uninstall.sh
    check "what is not installed can't be removed" 2 "$status"
    rm -rf "$home" "$WORK/old"
}

# shellcheck shell=bash
# The .deb, by dpkg-deb: no maintainer scripts, so that removal takes away just what was unpacked.

# The newest glibc that any of the given binaries asks for.
glibc_needed() { # FILE...
    readelf --version-info --wide "$@" | grep -oE 'GLIBC_[0-9.]+' | sed 's/GLIBC_//' | sort -Vu | tail -n 1
}

# CHANGELOG.md's newest entry as Debian writes changelogs.
debian_changelog() { # VERSION
    echo "$PACKAGE ($1) unstable; urgency=medium"
    echo
    awk '/^## /{ n++; next } n == 1 && NF { sub(/^  /, " "); printf "%s%s", /^- / && m++ ? "\n" : "", $0 } END { print "" }' "$ROOT/CHANGELOG.md" |
        fold --spaces --width=74 | sed -e '/^- /!s/^/    /' -e 's/^- /  * /' -e 's/ *$//'
    echo
    echo " -- $MAINTAINER  $(date -u -R -d "@$SOURCE_DATE_EPOCH")"
}

debian_copyright() { # our own text, with the licences that it must quote
    cat "$ROOT/installer/deb/copyright"
    quote_licence "OFL-1.1" "$ROOT/third-party/inter/OFL.txt"
    quote_licence "Expat" <(sed '1,/^Copyright/d' "$ROOT/LICENSE")
}

quote_licence() { # NAME FILE: a stand-alone licence paragraph
    printf '\nLicense: %s\n' "$1"
    sed -e 's/\r$//' -e 's/[[:space:]]*$//' -e '/./,$!d' -e 's/^$/./' -e 's/^/ /' "$2"
}

deb_tree() { # TREE VERSION
    local tree=$1 doc=$1/usr/share/doc/$PACKAGE
    mkdir -p "$tree/usr/lib/vst3" "$tree/usr/bin" "$tree/usr/share/man/man1" "$tree/usr/share/lintian/overrides" "$doc"
    cp -R "$BUNDLE" "$tree/usr/lib/vst3/"
    install -m 755 "$OUT/bin/semantic-eq" "$tree/usr/bin/"
    copy_presets "$tree/usr/share/vst3/presets"
    manual "$2" | gzip -9n >"$tree/usr/share/man/man1/semantic-eq.1.gz"
    debian_changelog "$2" | gzip -9n >"$doc/changelog.gz"
    debian_copyright >"$doc/copyright"
    cp "$ROOT/THIRD-PARTY-NOTICES.md" "$doc/"
    ln -s ../../../lib/vst3/SemanticEq.vst3/Contents/Resources/licences "$doc/licences"
    cp "$ROOT/installer/deb/lintian-overrides" "$tree/usr/share/lintian/overrides/$PACKAGE"
    settle "$tree"
}

make_deb() { # FOLDER VERSION
    local tree=$1/deb glibc size
    deb_tree "$tree" "$2"
    glibc=$(glibc_needed "$BUNDLE"/Contents/x86_64-linux/*.so "$OUT/bin/semantic-eq")
    size=$(find "$tree" -type f -printf '%s\n' | awk '{ kb += int(($1 + 1023) / 1024) } END { print kb }')
    mkdir "$tree/DEBIAN"
    sed -e "s/@VERSION@/$2/; s/@GLIBC@/$glibc/; s/@SIZE@/$size/" -e "s/@MAINTAINER@/$MAINTAINER/" "$ROOT/installer/deb/control" >"$tree/DEBIAN/control"
    (cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
    settle "$tree"
    # One thread: how xz cuts its blocks would else depend on the machine.
    DPKG_DEB_THREADS_MAX=1 dpkg-deb --root-owner-group -Zxz --build "$tree" "$1/${PACKAGE}_$2_amd64.deb" >/dev/null
    rm -rf "$tree"
}

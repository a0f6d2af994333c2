# shellcheck shell=bash
# The .tar.gz: a folder that works where it is unpacked, with a script that installs it for one user.

make_tarball() { # FOLDER VERSION
    local name=$PACKAGE-$2-linux-x86_64 tree
    tree=$1/$name
    mkdir -p "$tree/bin" "$tree/man"
    cp -R "$BUNDLE" "$tree/"
    install -m 755 "$OUT/bin/semantic-eq" "$tree/bin/"
    copy_presets "$tree/presets"
    manual "$2" >"$tree/man/semantic-eq.1"
    cp LICENSE THIRD-PARTY-NOTICES.md CHANGELOG.md installer/tarball/README.txt "$tree/"
    echo "$2" >"$tree/VERSION"
    glibc_needed "$BUNDLE"/Contents/x86_64-linux/*.so "$OUT/bin/semantic-eq" >"$tree/GLIBC"
    install -m 755 installer/tarball/install.sh installer/tarball/uninstall.sh "$tree/"
    (cd "$tree" && find . -type f -print0 | sort -z | xargs -0 sha256sum) >"$1/SHA256SUMS"
    mv "$1/SHA256SUMS" "$tree/"
    settle "$tree"
    tar --create --directory "$1" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" "$name" |
        gzip -9n >"$1/$name.tar.gz"
    rm -rf "$tree"
}

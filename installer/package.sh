# shellcheck shell=bash
# build.sh package: what users get, as a .deb and as a .tar.gz, in out/package.

readonly PACKAGE=semantic-eq
# No address of ours exists; .invalid is reserved for saying so (RFC 2606).
readonly MAINTAINER="The Semantic EQ authors <semantic-eq@localdomain.invalid>"

# shellcheck source=installer/payload.sh
. installer/payload.sh
# shellcheck source=installer/deb.sh
. installer/deb.sh
# shellcheck source=installer/tarball.sh
. installer/tarball.sh

# The time that goes into packages: that of the newest commit, so that the same sources give the same bytes.
package_time() {
    [ -n "${SOURCE_DATE_EPOCH:-}" ] || SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null) ||
        die "this is no git checkout: set SOURCE_DATE_EPOCH to the sources' time, in seconds since 1970"
    export SOURCE_DATE_EPOCH
}

# pack FOLDER: both packages, into FOLDER
pack() {
    local version
    package_time
    version=$(product_version)
    # What is packed looks the same for every packager.
    umask 022
    export LC_ALL=C TZ=UTC
    make_deb "$1" "$version"
    make_tarball "$1" "$version"
}

package() {
    local work file
    need "to package" dpkg=dpkg-deb xz-utils=xz gzip=gzip binutils=readelf
    plugin
    say "packing"
    mkdir -p "$OUT/package"
    work=$(mktemp -d "$OUT/.package.XXXXXX")
    pack "$work"
    rm -rf "$OUT"/package/*
    mv "$work"/*.deb "$work"/*.tar.gz "$OUT/package/"
    rm -rf "$work"
    cd "$OUT/package" || die "out/package is gone"
    sha256sum -- *.deb *.tar.gz >SHA256SUMS
    say "made in out/package:"
    for file in *.deb *.tar.gz; do
        printf '  %s, %sB, sha256\n    %s\n' "$file" "$(stat -c %s "$file" | numfmt --to=si --format=%.1f)" "$(sha256sum "$file" | cut -d' ' -f1)"
    done
}

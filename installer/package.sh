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

package() {
    local version work file
    need "to package" dpkg=dpkg-deb xz-utils=xz gzip=gzip
    plugin
    package_time
    # What is packed looks the same for every packager.
    umask 022
    export LC_ALL=C TZ=UTC
    version=$(product_version)
    mkdir -p "$OUT/package"
    work=$(mktemp -d "$OUT/.package.XXXXXX")
    make_deb "$work" "$version"
    make_tarball "$work" "$version"
    rm -rf "$OUT"/package/*
    mv "$work"/*.deb "$work"/*.tar.gz "$OUT/package/"
    rm -rf "$work"
    (cd "$OUT/package" && sha256sum -- *.deb *.tar.gz >SHA256SUMS)
    say "made in out/package:"
    for file in "$OUT"/package/*.deb "$OUT"/package/*.tar.gz; do
        printf '  %s, %.1f MB\n    sha256 %s\n' "${file##*/}" "$(($(stat -c %s "$file") / 100000))e-1" "$(sha256sum "$file" | cut -d' ' -f1)"
    done
}

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
# shellcheck source=installer/windows.sh
. installer/windows.sh

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

package_linux() {
    local work
    need "to package" dpkg=dpkg-deb xz-utils=xz gzip=gzip binutils=readelf
    plugin
    say "packing"
    mkdir -p "$OUT/package"
    work=$(mktemp -d "$OUT/.package.XXXXXX")
    pack "$work"
    rm -f "$OUT"/package/*.deb "$OUT"/package/*-linux-*
    mv "$work"/*.deb "$work"/*.tar.gz "$OUT/package/"
    rm -rf "$work"
    told_packages "$OUT"/package/*.deb "$OUT"/package/*-linux-*
}

# The hashes of all that is in out/package, and what was just made.
told_packages() { # FILE...
    local file
    (cd "$OUT/package" && rm -f SHA256SUMS && find . -maxdepth 1 -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum -- >"$OUT/.SHA256SUMS") &&
        mv "$OUT/.SHA256SUMS" "$OUT/package/SHA256SUMS"
    say "made in out/package:"
    for file in "$@"; do
        printf '  %s, %sB, sha256\n    %s\n' "${file##*/}" "$(stat -c %s "$file" | numfmt --to=si --format=%.1f)" "$(digest_of "$file")"
    done
}

digest_of() { sha256sum "$1" | cut -d' ' -f1; }

package() {
    case ${1:-} in
        --windows) package_windows ;;
        '') package_linux ;;
        *) die "package knows only --windows" ;;
    esac
}

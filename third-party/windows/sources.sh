# shellcheck shell=bash
# The sources: those archives of Debian's source packages that `pins` names, from whichever mirror this machine uses.

# Debian's lists of sources, read beside apt's own: what the machine is set up with stays as it is.
source_lists() { # FOLDER
    local file
    mkdir -p "$1/parts" "$1/lists/partial" "$1/cache/archives/partial"
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ ! -f "$file" ] || sed -n 's/^deb /deb-src /p' "$file" >>"$1/parts/lines.list"
    done
    for file in /etc/apt/sources.list.d/*.sources; do
        [ ! -f "$file" ] || sed 's/^Types:.*/Types: deb-src/' "$file" >"$1/parts/${file##*/}"
    done
    cat >"$1/apt.conf" <<CONF
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$1/parts";
Dir::State::lists "$1/lists";
Dir::Cache "$1/cache";
CONF
    # A list that offers no sources is no fault: what is missing shows below.
    APT_CONFIG=$1/apt.conf apt-get update -qq 2>/dev/null || true
}

# windows_sources FOLDER: every archive of `pins`, checked against its hash
windows_sources() {
    local apt package version file hash
    command -v apt-get >/dev/null || die "the libraries for Windows are made from Debian's source packages: there is no apt-get here"
    mkdir -p "$1"
    apt=$(mktemp -d)
    source_lists "$apt"
    while read -r package version _; do
        # Some of a package may be gone from a mirror; what counts is whether the pinned archives are there.
        (cd "$1" && APT_CONFIG=$apt/apt.conf apt-get source -qq --download-only "$package=$version" 2>"$apt/$package.log") || true
    done < <(sed '/^#/d' third-party/windows/pins | cut -d' ' -f1,2 | uniq)
    while read -r package version file hash; do
        [ -f "$1/$file" ] || {
            cat "$apt/$package.log" >&2
            (die "Debian's $package $version can't be had from here; third-party/windows/README.md says how its pin is raised") || exit "$NOT_TO_BE_HAD"
        }
        echo "$hash  $1/$file" | sha256sum --check --status || die "$file is not what third-party/windows/pins names"
    done < <(sed '/^#/d' third-party/windows/pins)
    rm -rf "$apt"
}

# unpack_windows_sources ARCHIVES SOURCES: a folder a package, with the patches that `patches` names
unpack_windows_sources() {
    local package file patch
    while read -r package _ file _; do
        mkdir -p "$2/$package"
        case $file in
            *.debian.tar.*) tar -xf "$1/$file" -C "$2/$package" ;;
            *) tar -xf "$1/$file" -C "$2/$package" --strip-components=1 ;;
        esac || die "$file can't be unpacked"
    done < <(sed '/^#/d' third-party/windows/pins)
    while read -r package patch; do
        patch -s -p1 -d "$2/$package" <"$2/$package/debian/patches/$patch" || die "Debian's patch $patch does not fit $package"
    done < <(sed '/^#/d' third-party/windows/patches)
}

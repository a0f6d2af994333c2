#!/bin/sh
# Installs Semantic EQ for one user, without root, or below a folder that --prefix names. Run again with a newer version, it replaces
# the older one whole. Nothing is ever written into a file that a running DAW may have open: new files are made beside and renamed.
set -eu
umask 022

usage() {
    cat <<'TEXT'
usage: ./install.sh [--prefix FOLDER]

  Installs Semantic EQ for you: the plug-in into ~/.vst3, the command line into ~/.local/bin.
  --prefix FOLDER   below FOLDER instead, in lib/vst3, bin and share: /usr/local, say, for everyone (as root)
TEXT
}

die() {
    printf 'install.sh: %s\n' "$*" >&2
    exit 2
}
tell() { printf '  %-9s %s\n' "$1" "$2"; }

prefix=
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) prefix=${2:?"install.sh: --prefix needs a folder"} && shift 2 ;;
        --prefix=?*) prefix=${1#*=} && shift ;;
        -h | --help) usage && exit 0 ;;
        *) usage >&2 && exit 2 ;;
    esac
done

here=$(cd -- "$(dirname -- "$0")" && pwd)
version=$(cat "$here/VERSION")

# Where things go.
if [ -n "$prefix" ]; then
    case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
    prefix=${prefix%/}
    plugins=$prefix/lib/vst3 presets=$prefix/share/vst3/presets
else
    [ -d "${HOME:-}" ] || die "HOME names no folder; --prefix FOLDER names another place"
    if [ "$(id -u)" = 0 ] && { [ -n "${SUDO_UID:-}" ] || [ "$(stat -Lc %u -- "$HOME")" != 0 ]; }; then
        die "as root, this would not install for you: run it as yourself, without sudo, or for everyone with --prefix /usr/local"
    fi
    prefix=$HOME/.local
    plugins=$HOME/.vst3 presets=$HOME/.vst3/presets
fi
bundle=$plugins/SemanticEq.vst3 program=$prefix/bin/semantic-eq manual=$prefix/share/man/man1/semantic-eq.1
record=$prefix/share/semantic-eq/installed

# Whether it can run here.
[ "$(uname -sm)" = "Linux x86_64" ] || die "this is for Linux on x86-64, not for $(uname -sm)"
needed=$(cat "$here/GLIBC")
found=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/^glibc //') || true
[ -n "$found" ] || die "this needs glibc $needed or later, and here is none: musl, perhaps?"
[ "$(printf '%s\n%s\n' "$needed" "$found" | sort -V | head -n 1)" = "$needed" ] || die "this needs glibc $needed or later; here is $found"
if [ -r /proc/cpuinfo ] && ! grep -qw avx /proc/cpuinfo; then
    die "this needs a processor with AVX (2011 or later)"
fi
(cd -- "$here" && sha256sum --check --strict --quiet SHA256SUMS) ||
    die "some files are not as they were packed (SHA-256): unpack the archive anew, or fetch it again"
trial=0
trouble=$("$here/bin/semantic-eq" info 2>&1 >/dev/null) || trial=$?
# 126: it may not be run from where it was unpacked (noexec), which says nothing of where it goes.
[ $trial = 0 ] || [ $trial = 126 ] || die "it does not run here: $trouble"

# From here on, what is begun is finished or taken back.
made=$(mktemp)
stage=
tidy() {
    [ -e "$bundle" ] || [ ! -e "$stage/old" ] || mv -T -- "$stage/old" "$bundle"
    [ -z "$stage" ] || rm -rf -- "$stage"
    LC_ALL=C sort -r "$made" | while IFS= read -r folder; do rmdir -- "$folder" 2>/dev/null || true; done
    rm -f -- "$made"
}
trap tidy EXIT
trap 'exit 130' HUP INT TERM

# make FOLDER: with its parents; uninstall.sh takes away those that were not there before
make() {
    [ -d "$1" ] && return
    make "${1%/*}"
    mkdir -- "${1:-/}" || die "$1 can't be made: who you are here may not write there"
    printf '%s\n' "$1" >>"$made"
}

# put FROM TO MODE: a file, by one rename
put() {
    cp -- "$1" "$2.new.$$" && chmod "$3" "$2.new.$$" && mv -f -- "$2.new.$$" "$2"
}

make "$plugins"
make "$prefix/bin"
make "${manual%/*}"
make "$record"
for folder in "$plugins" "$prefix/bin" "${manual%/*}" "$record"; do
    [ -w "$folder" ] || die "$folder can't be written to by you"
done
stage=$(mktemp -d "$plugins/.semantic-eq.XXXXXX")

former=
[ ! -r "$record/version" ] || former=$(cat "$record/version")
# No name ends in .vst3 before it is whole: a DAW may scan meanwhile.
cp -R -- "$here/SemanticEq.vst3" "$stage/new"
chmod -R u=rwX,go=rX "$stage/new"
if [ -e "$bundle" ] || [ -L "$bundle" ]; then
    mv -T -- "$bundle" "$stage/old"
fi
mv -T -- "$stage/new" "$bundle"
put "$here/bin/semantic-eq" "$program" 755
put "$here/man/semantic-eq.1" "$manual" 644

# Presets: those of an older version go, if nobody changed them; a file that is somebody's own stays as it is.
preset_sums() { (cd -- "$1" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2); }
kept=0 count=0
if [ -f "$record/presets" ] && [ -d "$presets" ]; then
    (cd -- "$presets" && sha256sum --check "$record/presets" 2>/dev/null | sed -n 's/: OK$//p') | while IFS= read -r file; do
        rm -f -- "$presets/$file"
    done
fi
: >"$stage/presets"
if [ -d "$here/presets" ]; then
    preset_sums "$here/presets" >"$stage/all"
    while IFS= read -r line; do
        file=${line#*  }
        if [ -e "$presets/$file" ] && ! cmp -s -- "$here/presets/$file" "$presets/$file"; then
            kept=$((kept + 1))
            continue
        fi
        target=$presets/${file#./}
        make "${target%/*}"
        put "$here/presets/$file" "$target" 644
        printf '%s\n' "$line" >>"$stage/presets"
        count=$((count + 1))
    done <"$stage/all"
fi

# What uninstall.sh goes by.
mv -f -- "$stage/presets" "$record/presets"
printf '%s\n' "$bundle" "$program" "$manual" "$presets" >"$record/places"
printf '%s\n' "$version" >"$record/version"
put "$here/uninstall.sh" "$record/uninstall.sh" 755
cat -- "$made" >>"$record/folders"
: >"$made"

printf 'Semantic EQ %s is installed%s:\n' "$version" "${former:+, in place of $former}"
tell plug-in "$bundle"
tell command "$program"
[ $count = 0 ] || tell presets "$count in $presets"
[ $kept = 0 ] || tell kept "$kept presets of yours there, which have the same names as some that come with it"
tell remove "sh '$record/uninstall.sh'"

echo "Now rescan plug-ins in your DAW and look for \"Semantic EQ\". One that is running keeps the old version until it is started again."
case :${PATH:-}: in
    *:"$prefix/bin":*) ;;
    *) echo "To type semantic-eq by its name alone, put $prefix/bin on your PATH." ;;
esac
for other in "${HOME:-}/.vst3" /usr/local/lib/vst3 /usr/lib/vst3; do
    [ "$other" = "$plugins" ] || [ ! -e "$other/SemanticEq.vst3" ] ||
        echo "There is another copy in $other; your DAW may take either. Remove the one that you don't want."
done
if libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null); then
    missing=
    for library in libcairo.so.2 libfreetype.so.6 libfontconfig.so.1 libxcb.so.1 libxcb-shm.so.0; do
        case $libraries in *"$library"*) ;; *) missing="$missing $library" ;; esac
    done
    [ -z "$missing" ] || echo "For the window, these libraries are missing here:$missing (Debian, Ubuntu: apt install libcairo2)."
    case $libraries in *libsndfile.so.1*) ;; *) echo "For audio files on the command line, libsndfile.so.1 is missing here (Debian, Ubuntu: apt install libsndfile1)." ;; esac
fi

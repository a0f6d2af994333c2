#!/bin/sh
# Removes what install.sh installed, and nothing else: your own presets and settings stay.
set -eu

die() {
    printf 'uninstall.sh: %s\n' "$*" >&2
    exit 2
}

here=$(cd -- "$(dirname -- "$0")" && pwd)
prefix=
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) prefix=${2:?"uninstall.sh: --prefix needs a folder"} && shift 2 ;;
        --prefix=?*) prefix=${1#*=} && shift ;;
        *)
            echo "usage: uninstall.sh [--prefix FOLDER]: the folder that install.sh was given, if it was given one" >&2
            exit 2
            ;;
    esac
done

# Its own copy lies beside the record; the one in the archive looks for it.
record=$here
[ -f "$record/places" ] && [ -z "$prefix" ] || record=${prefix:-${HOME:?"uninstall.sh: HOME is not set"}/.local}/share/semantic-eq/installed
[ -f "$record/places" ] || die "nothing is recorded in $record: was it installed elsewhere (--prefix FOLDER)?"
record=$(cd -- "$record" && pwd)
{
    IFS= read -r bundle
    IFS= read -r program
    IFS= read -r manual
    IFS= read -r presets
} <"$record/places"
case $bundle in
    /*/SemanticEq.vst3) ;;
    *) die "$record/places is damaged" ;;
esac

# First out of every scanner's sight, then away, so that no DAW sees half of it.
if [ -e "$bundle" ] || [ -L "$bundle" ]; then
    aside=$(mktemp -d "${bundle%/*}/.semantic-eq.XXXXXX")
    mv -T -- "$bundle" "$aside/old"
    rm -rf -- "$aside"
fi
rm -f -- "$program" "$manual"

if [ -s "$record/presets" ] && [ -d "$presets" ]; then
    (cd -- "$presets" && sha256sum --check "$record/presets" 2>/dev/null | sed -n 's/: OK$//p') | while IFS= read -r file; do
        rm -f -- "$presets/$file"
    done
    changed=$(cd -- "$presets" && cut -c 67- "$record/presets" | while IFS= read -r file; do [ ! -e "$file" ] || echo "$file"; done)
    [ -z "$changed" ] || printf 'Presets that you changed stay, in %s:\n%s\n' "$presets" "$changed"
fi
# Folders that were not there before it, where nothing else is in them now.
folders=$(LC_ALL=C sort -ru "$record/folders")
rm -f -- "$record/places" "$record/presets" "$record/version" "$record/folders" "$record/uninstall.sh"
printf '%s\n' "$folders" | while IFS= read -r folder; do rmdir -- "$folder" 2>/dev/null || true; done
echo "Semantic EQ is removed. Presets and settings of your own stay where they were."

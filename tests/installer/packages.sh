# shellcheck shell=bash
# What can be told of the packages by looking at them.

# Debian 12 has glibc 2.36 and Ubuntu 22.04 2.35: the older one must do.
readonly OLDEST_GLIBC=2.35

newest_symbol() { # PREFIX FILE...
    local prefix=$1
    shift
    readelf --version-info --wide "$@" | grep -oE "\b${prefix}[0-9.]+" | sed "s/^$prefix//" | sort -Vu | tail -n 1
}

not_newer() { [ "$(printf '%s\n' "$1" "$2" | sort -V | tail -n 1)" = "$2" ] && echo yes || echo "no, $1"; }

test_packages() { # FOLDER
    local deb=("$1"/*.deb) archive=("$1"/*.tar.gz) tree=$WORK/deb again=$WORK/again files listing command text
    check "one .deb and one .tar.gz" "1 1" "${#deb[@]} ${#archive[@]}"
    check "their hashes are as told" "" "$(cd "$1" && sha256sum --check --quiet --strict SHA256SUMS 2>&1)"

    mkdir "$again"
    tests/installer/pack_again.sh "$again"
    check "packed again, the .deb is the same to the bit" "$(digest "${deb[0]}")" "$(digest "$again"/*.deb)"
    check "packed again, the .tar.gz is the same to the bit" "$(digest "${archive[0]}")" "$(digest "$again"/*.tar.gz)"

    listing=$(dpkg-deb --contents "${deb[0]}")
    check "all in the .deb is root's" "" "$(grep -v ' root/root ' <<<"$listing")"
    check "nothing in it can be written to by others" "" "$(grep -vE '^(l|.{5}-..-.)' <<<"$listing")"
    check "it has no scripts" "control md5sums" "$(dpkg-deb --ctrl-tarfile "${deb[0]}" | tar --list | sed 's|^\./||' | grep . | sort | tr '\n' ' ' | sed 's/ $//')"

    mkdir "$tree"
    dpkg-deb --extract "${deb[0]}" "$tree"
    dpkg-deb --ctrl-tarfile "${deb[0]}" | tar --extract --to-stdout ./md5sums >"$WORK/md5sums"
    check "its md5sums hold, of every file" "$(find "$tree" -type f | wc -l)" "$(cd "$tree" && md5sum --check --quiet "$WORK/md5sums" >&2 && wc -l <"$WORK/md5sums")"
    mapfile -t files < <(find "$tree" -type f \( -name '*.so' -o -path '*/bin/*' \))
    check "binaries in it" 3 "${#files[@]}"
    check "glibc $OLDEST_GLIBC is enough for all of them" yes "$(not_newer "$(newest_symbol GLIBC_ "${files[@]}")" $OLDEST_GLIBC)"
    says "and what is needed is what it depends on" "libc6 (>= $(newest_symbol GLIBC_ "${files[@]}"))" "$(dpkg-deb --field "${deb[0]}" Depends)"
    # GCC 7's: libstdc++6 (>= 7).
    check "GCC 7's C++ library is enough" yes "$(not_newer "$(newest_symbol GLIBCXX_ "${files[@]}")" 3.4.24)"
    check "no path of the machine that built it" "" "$(grep -lF "$ROOT/" "${files[@]}")"

    text=$(gzip -dc "$tree/usr/share/man/man1/semantic-eq.1.gz")
    for command in $("$tree/usr/bin/semantic-eq" --help | sed -n '/^Commands:/,$s/^  \([a-z]*\) .*/\1/p'); do
        says "the manual names $command" "$command" "$text"
    done
    check "the changelog has Debian's form" "" "$(gzip -dc "$tree/usr/share/doc/semantic-eq/changelog.gz" | sed 1d | grep -vE '^$|^  +[^ ]|^ -- .* <.*>  [A-Z]')"
    text=$(cat "$tree/usr/share/doc/semantic-eq/copyright")
    says "the font's licence is quoted" "SIL OPEN FONT LICENSE Version 1.1" "$text"
    says "and ours" "Permission is hereby granted, free of charge" "$text"
    check "the notices can be reached from the documentation" "dotnet.txt onnxruntime.txt" "$(cd "$tree/usr/share/doc/semantic-eq/licences/" && echo *)"

    if command -v lintian >/dev/null; then
        check "lintian finds no error" "" "$(lintian --allow-root --fail-on none "${deb[0]}" 2>&1 | grep '^E:')"
    fi
    rm -rf "$tree" "$again"
}

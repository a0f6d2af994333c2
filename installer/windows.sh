# shellcheck shell=bash
# semantic-eq-VERSION-windows-x64-setup.exe, made by NSIS on Linux, and the archive of the sources that must be passed on with it.

# What is signed is signed by SEMANTIC_EQ_CERTIFICATE, a .pfx file; SEMANTIC_EQ_CERTIFICATE_PASSWORD names the file with its password.
sign() { # FILE...
    local file
    [ -n "${SEMANTIC_EQ_CERTIFICATE:-}" ] || return 0
    for file in "$@"; do
        installer/windows/sign.sh "$file" || die "$file can't be signed"
    done
}

# The installer's lines that put every file of a folder in its place, and those that take them away again.
# list_files FOLDER PLACE LISTS: PLACE as NSIS writes it
list_files() {
    local folder file
    (cd "$1" && find . -type d | LC_ALL=C sort) | while IFS= read -r folder; do
        folder=${folder#.}
        printf 'SetOutPath "%s"\n' "$2${folder//\//\\}"
        (cd "$1$folder" && find . -maxdepth 1 -type f | LC_ALL=C sort) | while IFS= read -r file; do
            printf 'File "%s"\n' "$1$folder/${file#./}"
            printf 'Delete "%s"\n' "$2${folder//\//\\}\\${file#./}" >>"$3/uninstall.nsh"
        done
    done >>"$3/install.nsh"
    (cd "$1" && find . -mindepth 1 -type d | LC_ALL=C sort -r) | while IFS= read -r folder; do
        folder=${folder#./}
        printf 'RMDir "%s"\n' "$2\\${folder//\//\\}"
    done >>"$3/uninstall.nsh"
}

# make_setup FOLDER VERSION
# shellcheck disable=SC2016 # NSIS's own variables
make_setup() {
    local work payload bundle file name=$PACKAGE-$2-windows-x64-setup.exe
    # shellcheck disable=SC2153 # BUNDLE is Linux's, bundle the one that is packed
    local presets=$BUNDLE/Contents/Resources/presets/$HOST_PRESETS
    work=$(mktemp -d "$OUT/.setup.XXXXXX")
    payload=$work/payload bundle=$work/payload/SemanticEq.vst3
    mkdir -p "$payload/program" "$work/lists"
    cp -R "$WINDOWS/SemanticEq.vst3" "$bundle"
    cp "$WINDOWS/semantic-eq.exe" "$WINDOWS"/*.dll "$payload/program/"
    cp LICENSE THIRD-PARTY-NOTICES.md "$payload/program/"
    copy_presets "$payload/presets"
    # As on Linux: whoever removes the bundle knows by this which presets are not the user's own.
    cp "$presets" "$bundle/Contents/Resources/presets/"
    # The licence page knows no Unicode without this mark, and only Windows' line ends.
    { printf '\xef\xbb\xbf' && cat LICENSE && printf '\n\n' && cat THIRD-PARTY-NOTICES.md; } | sed 's/$/\r/' >"$payload/licence.txt"
    sign "$bundle/Contents/x86_64-win/SemanticEq.vst3" "$payload"/program/*.{exe,dll}
    for file in $CAIRO_DLL; do
        cp "$payload/program/$file" "$bundle/Contents/x86_64-win/"
    done
    settle "$payload"
    list_files "$bundle" '$Plugins\SemanticEq.vst3' "$work/lists"
    echo 'RMDir "$Plugins\SemanticEq.vst3"' >>"$work/lists/uninstall.nsh"
    list_files "$payload/program" '$INSTDIR' "$work/lists"
    # In the plain C locale makensis falls over.
    LC_ALL=C.UTF-8 makensis -V2 -NOCD -WX -INPUTCHARSET UTF8 \
        -DVERSION="$2" -DPAYLOAD="$payload" -DLISTS="$work/lists" -DKILOBYTES="$(du -sk --apparent-size "$payload" | cut -f1)" \
        -DSIGN="${SEMANTIC_EQ_CERTIFICATE:+$ROOT/installer/windows/sign.sh}" \
        -DOUTPUT="$work/$name" installer/windows/setup.nsi || die "NSIS can't make the installer"
    sign "$work/$name"
    mv "$work/$name" "$1/"
    rm -rf "$work"
}

# make_windows_sources FOLDER VERSION: Cairo's and libsndfile's sources with what builds them, as their licences ask
make_windows_sources() {
    local work name=$PACKAGE-$2-windows-libraries-sources
    work=$(mktemp -d "$OUT/.sources.XXXXXX")
    mkdir "$work/$name"
    cp -R third-party/windows "$work/$name/build"
    cp -R "$(windows_libraries)/archives" "$work/$name/"
    settle "$work"
    tar --create --directory "$work" --sort=name --owner=root:0 --group=root:0 --numeric-owner --format=gnu --file "$1/$name.tar" "$name"
    rm -rf "$work"
}

package_windows() {
    local work version file
    need "to package for Windows" nsis=makensis
    [ -z "${SEMANTIC_EQ_CERTIFICATE:-}" ] || need "to sign" osslsigncode=osslsigncode
    # The presets for hosts are written by the plug-in itself, by the one that runs here.
    plugin
    windows_plugin
    say "packing for Windows"
    package_time
    version=$(product_version)
    umask 022
    export LC_ALL=C TZ=UTC
    mkdir -p "$OUT/package"
    work=$(mktemp -d "$OUT/.package.XXXXXX")
    make_setup "$work" "$version"
    make_windows_sources "$work" "$version"
    rm -f "$OUT"/package/*-windows-*
    mv "$work"/* "$OUT/package/"
    rm -rf "$work"
    told_packages "$OUT"/package/*-windows-*
}

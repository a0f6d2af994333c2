# shellcheck shell=bash
# The VST3 bundle and the command line: NativeAOT libraries, the ONNX Runtime, the models, moduleinfo.json.

# Where Debian's fonts-inter keeps the type that is shipped.
readonly INTER=/usr/share/fonts/opentype/inter

# What hosts find the plug-in by. tests/bundle holds them against what the binary itself answers.
readonly PLUGIN_NAME="Semantic EQ"
readonly PLUGIN_VENDOR="Semantic EQ"
readonly PLUGIN_CLASS_ID=5E3A17C0A5E94B5D8E6A1D0F51E0E501
readonly HOST_PRESETS=vstpresets.sha256
readonly ONNXRUNTIME=libsemanticeq_onnxruntime.so
readonly ONNXRUNTIME_DLL=semanticeq_onnxruntime.dll

# Fetches the ONNX Runtime that third-party/onnxruntime pins (npm checks it against the hash in the lock file) and prints the
# folder that holds it, for Linux and for Windows.
onnxruntime() {
    local pin=third-party/onnxruntime cache work
    cache=$OUT/.cache/onnxruntime-$(sha256sum $pin/package-lock.json | cut -c1-12)
    if [ ! -e "$cache/$ONNXRUNTIME" ] || [ ! -e "$cache/$ONNXRUNTIME_DLL" ]; then
        say "fetching the ONNX Runtime by npm (some 100 MB, once)" >&2
        mkdir -p "$OUT/.cache"
        work=$(mktemp -d "$OUT/.cache/npm.XXXXXX")
        cp $pin/package.json $pin/package-lock.json "$work/"
        # --ignore-scripts: the package's own install script would download GPU libraries that are of no use here.
        (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) || {
            rm -rf "$work"
            die "npm could not fetch the ONNX Runtime"
        }
        mkdir "$work/done"
        cp "$work/node_modules/onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so.1" "$work/done/$ONNXRUNTIME"
        cp "$work/node_modules/onnxruntime-node/bin/napi-v6/win32/x64/onnxruntime.dll" "$work/done/$ONNXRUNTIME_DLL"
        # A file name and a soname of its own: under the usual one, the loader would hand us another plug-in's copy that is in the
        # process already, or hand ours to that plug-in (microsoft/onnxruntime#27888).
        patchelf --set-soname $ONNXRUNTIME "$work/done/$ONNXRUNTIME"
        rm -rf "$cache"
        mv -T "$work/done" "$cache"
        rm -rf "$work"
    fi
    echo "$cache"
}

# Where the notices are of what NativeAOT links in: in the compiler's package for the system last built for, of the version that was restored.
dotnet_notices() {
    local assets=plugin/Plugin/obj/project.assets.json packages compiler
    packages=$(sed -n '/"packageFolders"/{n;s/^ *"\(.*\)": {}.*/\1/p}' $assets)
    compiler=$(sed -n 's|.*"\(runtime\.[a-z0-9-]*\.Microsoft\.DotNet\.ILCompiler/.*\)": {.*|\1|p' $assets | head -n 1)
    echo "$packages/${compiler,,}/THIRD-PARTY-NOTICES.TXT"
}

moduleinfo() { # VERSION
    cat <<JSON
{
  "Name": "$PLUGIN_NAME",
  "Version": "$1",
  "Factory Info": {
    "Vendor": "$PLUGIN_VENDOR",
    "URL": "",
    "E-Mail": "",
    "Flags": {
      "Unicode": true,
      "Classes Discardable": false,
      "Component Non Discardable": false
    }
  },
  "Compatibility": [],
  "Classes": [
    {
      "CID": "$PLUGIN_CLASS_ID",
      "Category": "Audio Module Class",
      "Name": "$PLUGIN_NAME",
      "Vendor": "$PLUGIN_VENDOR",
      "Version": "$1",
      "SDKVersion": "VST 3.8.0",
      "Sub Categories": ["Fx", "EQ"],
      "Class Flags": 0,
      "Cardinality": 2147483647,
      "Snapshots": [
        { "Scale Factor": 1, "Path": "Contents/Resources/Snapshots/${PLUGIN_CLASS_ID}_snapshot.png" },
        { "Scale Factor": 2, "Path": "Contents/Resources/Snapshots/${PLUGIN_CLASS_ID}_snapshot_2.0x.png" }
      ]
    }
  ]
}
JSON
}

publish() { # PROJECT NAME SYSTEM [OPTION]...
    local project=$1 name=$2 system=$3
    shift 3
    rm -rf "$OUT/.publish/$name"
    dotnet publish "$project" -c Release -r "$system" -o "$OUT/.publish/$name" -v quiet -clp:NoSummary "$@" || die "$project does not build for $system"
}

# What a bundle holds on every system.
assemble_resources() { # the bundle's Resources
    local resources=$1 version
    version=$(product_version)
    mkdir -p "$resources"/{models,presets,fonts,Snapshots,licences}
    moduleinfo "$version" >"$resources/moduleinfo.json"
    cp LICENSE THIRD-PARTY-NOTICES.md "$resources/"
    cp third-party/onnxruntime/ThirdPartyNotices.txt "$resources/licences/onnxruntime.txt"
    tr -d '\r' <"$(dotnet_notices)" >"$resources/licences/dotnet.txt" || die "the notices of .NET's licences are not where they were"
    cp plugin/Plugin/Presets/factory.json "$resources/presets/"
    # Pictures of the editor, which hosts show in their lists of plug-ins without loading it.
    cp plugin/Plugin/Snapshots/editor.png "$resources/Snapshots/${PLUGIN_CLASS_ID}_snapshot.png"
    cp plugin/Plugin/Snapshots/editor-2x.png "$resources/Snapshots/${PLUGIN_CLASS_ID}_snapshot_2.0x.png"
    # Nothing is drawn where there is no window yet.
    [ "$(uname -s)" = Darwin ] || cp $INTER/Inter-{Regular,Medium,SemiBold}.otf third-party/inter/OFL.txt "$resources/fonts/" || die "there is no Inter in $INTER"
    # parity.json is for tests, README.md for people.
    (cd inference/models && find . -type f \( -name '*.onnx' -o -name '*.weights' -o -name '*.table' -o -name '*.json' -o -name '*.csv' \) \
        ! -name parity.json -exec cp --parents {} "$resources/models/" \;)
}

assemble() { # the bundle, in out/.staging
    local stage=$OUT/.staging/SemanticEq.vst3/Contents runtime library
    runtime=$(onnxruntime)
    library=("$OUT"/.publish/plugin/*.so)
    if [ ${#library[@]} != 1 ] || [ ! -f "${library[0]}" ]; then
        die "publishing plugin/Plugin gave no single library"
    fi

    rm -rf "$OUT/.staging"
    mkdir -p "$stage/x86_64-linux"
    cp "${library[0]}" "$stage/x86_64-linux/SemanticEq.so"
    cp "$runtime/$ONNXRUNTIME" "$stage/x86_64-linux/"
    assemble_resources "$stage/Resources"
    chmod -R u=rwX,go=rX "$stage"

    mkdir -p "$OUT/symbols"
    [ ! -f "${library[0]}.dbg" ] || cp "${library[0]}.dbg" "$OUT/symbols/SemanticEq.so.dbg"
}

# A .vstpreset for every factory preset and every word, by the plug-in itself, as hosts look for them: out/presets/VENDOR/NAME. The bundle
# holds their hashes, so that whoever removes it knows which of the files beside are not the user's own.
host_presets() {
    local stage=$OUT/.staging/presets
    rm -rf "$stage"
    "$OUT/bin/semantic-eq" preset factory "$stage/$PLUGIN_VENDOR/$PLUGIN_NAME" --plugin "$BUNDLE" >/dev/null || die "the presets for hosts can't be written"
    chmod -R u=rwX,go=rX "$stage"
    (cd "$stage" && find . -name '*.vstpreset' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) >"$BUNDLE/Contents/Resources/presets/$HOST_PRESETS"
    replace "$stage" "$OUT/presets"
}

# What the plug-in and the command line are made of, for whatever system.
plugin_sources() {
    fingerprint audio dsp inference ui plugin third-party build Directory.Build.props Directory.Build.targets Directory.Packages.props LICENSE THIRD-PARTY-NOTICES.md
}

plugin() {
    local sources
    need_dotnet
    need "to build the plug-in" gcc=gcc binutils=readelf zlib1g-dev patchelf=patchelf npm=npm ca-certificates fonts-inter
    compgen -G 'inference/models/*/decoder.onnx' >/dev/null || die "inference/models holds no model; ./build.sh train makes one"

    sources=$(plugin_sources)
    if unchanged plugin "$sources" && [ -f "$BUNDLE/Contents/x86_64-linux/SemanticEq.so" ] && [ -x "$OUT/bin/semantic-eq" ] && [ -d "$OUT/presets" ]; then
        say "the plug-in is up to date: out/SemanticEq.vst3"
        return 0
    fi
    say "building the plug-in"
    publish plugin/Plugin plugin linux-x64
    assemble
    replace "$OUT/.staging/SemanticEq.vst3" "$BUNDLE"
    publish plugin/Host host linux-x64
    [ ! -e "$OUT/.publish/host/semantic-eq.dll" ] || die "publishing plugin/Host gave no single native binary"
    mkdir -p "$OUT/bin"
    cp "$OUT/.publish/host/semantic-eq" "$OUT/bin/semantic-eq.new"
    mv "$OUT/bin/semantic-eq.new" "$OUT/bin/semantic-eq"
    host_presets
    stamp plugin "$sources"
    say "built out/SemanticEq.vst3, out/presets and out/bin/semantic-eq"
}

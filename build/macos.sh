# shellcheck shell=bash
# The macOS bundle and command line, made on macOS: NativeAOT links for it nowhere else, and for one processor at a time.

macos_plist() { # VERSION
    cat <<XML
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>CFBundleDevelopmentRegion</key><string>en</string>
  <key>CFBundleExecutable</key><string>SemanticEq</string>
  <key>CFBundleIdentifier</key><string>semantic-eq.vst3</string>
  <key>CFBundleInfoDictionaryVersion</key><string>6.0</string>
  <key>CFBundleName</key><string>$PLUGIN_NAME</string>
  <key>CFBundlePackageType</key><string>BNDL</string>
  <key>CFBundleShortVersionString</key><string>$1</string>
  <key>CFBundleSignature</key><string>????</string>
  <key>CFBundleVersion</key><string>$1</string>
  <key>LSMinimumSystemVersion</key><string>12.0</string>
</dict>
</plist>
XML
}

macos_onnxruntime() { # FILE: as on Linux, under a name of its own
    local work
    work=$(mktemp -d)
    cp third-party/onnxruntime/package.json third-party/onnxruntime/package-lock.json "$work/"
    (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || die "npm could not fetch the ONNX Runtime"
    cp "$work"/node_modules/onnxruntime-node/bin/napi-v6/darwin/arm64/libonnxruntime.*dylib "$1"
    install_name_tool -id "@rpath/$(basename "$1")" "$1"
    rm -rf "$work"
}

# plugin --macos [arm64|x64]: out/macos/SemanticEq.vst3 and out/macos/semantic-eq. ONNX Runtime is to be had for arm64 alone; elsewhere the
# twin decodes.
macos_plugin() {
    local processor=${1:-arm64} stage contents version
    [ "$(uname -s)" = Darwin ] || die "the macOS bundle is linked on macOS alone"
    need_dotnet
    case $processor in arm64 | x64) ;; *) die "plugin --macos knows arm64 and x64" ;; esac
    say "building the plug-in for macOS, $processor"
    publish plugin/Plugin macos-plugin "osx-$processor"
    publish plugin/Host macos-host "osx-$processor"
    stage=$OUT/.staging/macos
    contents=$stage/SemanticEq.vst3/Contents
    rm -rf "$OUT/.staging"
    mkdir -p "$contents/MacOS"
    cp "$OUT/.publish/macos-plugin/SemanticEq.dylib" "$contents/MacOS/SemanticEq"
    cp "$OUT/.publish/macos-host/semantic-eq" "$stage/"
    version=$(product_version)
    macos_plist "$version" >"$contents/Info.plist"
    printf 'BNDL????' >"$contents/PkgInfo"
    assemble_resources "$contents/Resources"
    if [ "$processor" = arm64 ]; then
        macos_onnxruntime "$contents/MacOS/libsemanticeq_onnxruntime.dylib"
    fi
    # Ad hoc where no identity is given: enough for the machine that built it.
    codesign --force --deep --sign "${SEMANTIC_EQ_IDENTITY:--}" "$stage/SemanticEq.vst3"
    codesign --force --sign "${SEMANTIC_EQ_IDENTITY:--}" "$stage/semantic-eq"
    replace "$stage" "$OUT/macos"
    say "built out/macos/SemanticEq.vst3 and out/macos/semantic-eq"
}

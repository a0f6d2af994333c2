# shellcheck shell=bash
# What Windows' binaries export and import, by their tables.
# shellcheck disable=SC2154 # run.sh says where they are

exported() { x86_64-w64-mingw32-objdump -p "$1" | sed -n '/^\[Ordinal\/Name Pointer\] Table/,/^$/s/^\t*\[ *[0-9]*\] \(.*\)/\1/p' | awk '{ print $NF }' | LC_ALL=C sort; }

# The libraries that must be there when it is loaded.
imported() { x86_64-w64-mingw32-objdump -p "$1" | sed -n 's/^\tDLL Name: //p' | LC_ALL=C sort -f; }

listed_in_def() { sed -n 's/^    //p' "$1" | LC_ALL=C sort; }

# What our C# imports by name: LibraryImport takes an entry point's, or the method's own.
asked_of_cairo() { grep -ohE '\b(cairo_[a-z0-9_]+|FT_[A-Z][A-Za-z_]+)\(' "$ROOT"/ui/Platform/Cairo/Lib{Cairo,FreeType}.cs | tr -d '(' | LC_ALL=C sort -u; }
asked_of_sndfile() { grep -rohE 'EntryPoint = "sf_[a-z_0-9]+"' "$ROOT/audio" --include='*.cs' | cut -d'"' -f2 | LC_ALL=C sort -u; }

# Of what our own libraries import, all but the C library of Windows 10.
beyond_windows() { imported "$1" | grep -viE '^(api-ms-win-crt-[a-z0-9-]+|kernel32)\.dll$'; }

test_tables() {
    local build=$ROOT/third-party/windows runtime=$binaries/semanticeq_onnxruntime.dll file
    check "Cairo's list is what ui imports" "$(asked_of_cairo)" "$(listed_in_def "$build/semanticeq_cairo.def")"
    check "libsndfile's list is what the host imports" "$(asked_of_sndfile)" "$(listed_in_def "$build/semanticeq_sndfile.def")"
    check "Cairo offers that and no more" "$(asked_of_cairo)" "$(exported "$binaries/semanticeq_cairo.dll")"
    check "libsndfile offers that and no more" "$(asked_of_sndfile)" "$(exported "$windows/semanticeq_sndfile.dll")"
    check "Cairo needs nothing but Windows 10" "" "$(beyond_windows "$binaries/semanticeq_cairo.dll")"
    check "libsndfile needs nothing but Windows 10" "" "$(beyond_windows "$windows/semanticeq_sndfile.dll")"
    check "the command line's Cairo is the plug-in's" "$(digest "$binaries/semanticeq_cairo.dll")" "$(digest "$windows/semanticeq_cairo.dll")"
    check "the plug-in looks for the C++ runtime that the ONNX Runtime imports" \
        "$(imported "$runtime" | grep -iE '^(msvcp|vcruntime)' | LC_ALL=C sort)" \
        "$(grep -ohE '"(MSVCP|VCRUNTIME)[A-Z0-9_]+\.dll"' "$ROOT/inference/Onnx/VisualCppRuntime.cs" | tr -d '"' | LC_ALL=C sort -u)"
    check "the ONNX Runtime is linked against no network" "" "$(imported "$runtime" | grep -iE '^(ws2_32|wsock32|wininet|winhttp|dnsapi|urlmon|mswsock|httpapi)\.dll$')"
    for file in "$binaries"/SemanticEq.vst3 "$binaries"/*.dll "$windows"/*.exe "$windows"/*.dll; do
        check "${file#"$windows/"} is for x86-64, and may lie anywhere in memory" "i386:x86-64 DYNAMIC_BASE" "$(
            x86_64-w64-mingw32-objdump -f "$file" | sed -n 's/architecture: \(.*\),.*/\1/p'
        ) $(x86_64-w64-mingw32-objdump -p "$file" | grep -o 'DYNAMIC_BASE')"
    done
    for file in cairo pixman freetype libsndfile libsndfile-gsm-alac flac ogg vorbis opus mingw-w64 onnxruntime dotnet; do
        check "the licence of $file is in the bundle" yes "$([ -s "$windows/SemanticEq.vst3/Contents/Resources/licences/$file.txt" ] && echo yes)"
    done
}

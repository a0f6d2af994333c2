# shellcheck shell=bash
# The Windows bundle and command line, made on Linux: the link kit (build/windows), NativeAOT for win-x64, the libraries that come along.

# shellcheck source=third-party/windows/libraries.sh
. third-party/windows/libraries.sh

readonly WINDOWS=$OUT/windows
readonly WINDOWS_TOOLS=(clang=clang lld=lld-link llvm=llvm-dlltool mingw-w64-x86-64-dev gcc-mingw-w64-x86-64-win32 patch=patch xz-utils=xz patchelf=patchelf npm=npm ca-certificates fonts-inter)
# What Windows' own system libraries are called where their import libraries are made for mingw.
readonly WINDOWS_IMPORTS="advapi32 bcrypt crypt32 gdi32 imm32 iphlpapi kernel32 mswsock ncrypt normaliz ntdll ole32 oleaut32 secur32 shell32 ucrt user32 version ws2_32"

# Compiles the link kit and prints the folder that holds it. build/windows/README.md says what is in it.
windows_kit() {
    local kit source work
    kit=$OUT/.cache/windows-kit-$(fingerprint build/windows | cut -c1-12)
    if [ ! -d "$kit" ]; then
        mkdir -p "$OUT/.cache"
        work=$(mktemp -d "$OUT/.cache/kit.XXXXXX")
        for source in build/windows/*.c; do
            clang --target=x86_64-pc-windows-msvc -std=c17 -O2 -Wall -Wextra -Werror -ffreestanding -fno-builtin -mno-stack-arg-probe -fno-stack-protector \
                -c "$source" -o "$work/$(basename "$source" .c).obj" || die "$source does not compile"
        done
        llvm-lib "/out:$work/library.lib" "$work"/{startup,security,guard,threadlocal,operators,library,processor}.obj
        llvm-lib "/out:$work/program.lib" "$work"/{startup,security,guard,threadlocal,operators,program}.obj
        for source in math string; do
            llvm-dlltool -m i386:x86-64 -d "build/windows/$source.def" -l "$work/$source.lib"
        done
        for source in $WINDOWS_IMPORTS; do
            cp "/usr/x86_64-w64-mingw32/lib/lib$source.a" "$work/$source.lib"
        done
        mv -T "$work" "$kit"
    fi
    echo "$kit"
}

windows_assemble() { # the bundle and what lies beside it, in out/.staging/windows
    local stage=$OUT/.staging/windows contents runtime libraries
    contents=$stage/SemanticEq.vst3/Contents
    runtime=$(onnxruntime)
    libraries=$(windows_libraries)
    rm -rf "$OUT/.staging"
    mkdir -p "$contents/x86_64-win"
    cp "$OUT/.publish/windows-plugin/SemanticEq.dll" "$contents/x86_64-win/SemanticEq.vst3"
    cp "$runtime/$ONNXRUNTIME_DLL" "$libraries/$CAIRO_DLL" "$libraries/$SNDFILE_DLL" "$contents/x86_64-win/"
    cp "$OUT/.publish/windows-host/semantic-eq.exe" "$libraries/$CAIRO_DLL" "$libraries/$SNDFILE_DLL" "$stage/"
    assemble_resources "$contents/Resources"
    cp "$libraries"/licences/*.txt "$contents/Resources/licences/"
    chmod -R u=rwX,go=rX "$stage"
}

windows_plugin() {
    local sources kit
    need_dotnet
    need "to build for Windows" "${WINDOWS_TOOLS[@]}"
    sources=$(plugin_sources)
    if unchanged windows "$sources" && [ -d "$WINDOWS" ]; then
        say "the plug-in for Windows is up to date: out/windows"
        return 0
    fi
    say "building the plug-in for Windows"
    kit=$(windows_kit)
    publish plugin/Plugin windows-plugin win-x64 -p:WindowsKit="$kit"
    publish plugin/Host windows-host win-x64 -p:WindowsKit="$kit"
    windows_assemble
    replace "$OUT/.staging/windows" "$WINDOWS"
    stamp windows "$sources"
    say "built out/windows/SemanticEq.vst3 and out/windows/semantic-eq.exe"
}

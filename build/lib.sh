# shellcheck shell=bash
# What every command needs: talking, installing what is missing, replacing folders, telling whether anything changed.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# The SDK itself would ask for libicu, which a small system does not have. Without it, it speaks English, which counting test
# results relies on.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

say() { printf '\n%s\n' "$*"; }

die() {
    printf 'build.sh: %s\n' "$*" >&2
    exit 2
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        echo "(by sudo: $*)"
        sudo "$@"
    else
        die "this needs root, and there is no sudo: $*"
    fi
}

apt_updated=no
apt_update() {
    [ $apt_updated = no ] || return 0
    as_root apt-get update -qq
    apt_updated=yes
}

is_installed() { # PACKAGE[=COMMAND]: where a command is named, any way of having it will do
    case $1 in
        *=*) command -v "${1#*=}" >/dev/null ;;
        *) dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed ;;
    esac
}

# need WHAT-FOR PACKAGE[=COMMAND]...
need() {
    local reason=$1 package missing=()
    shift
    for package in "$@"; do
        is_installed "$package" || missing+=("${package%=*}")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || die "$reason, please install: ${missing[*]} (these are Debian's names; there is no apt-get here)"
    say "installing $reason: ${missing[*]}"
    apt_update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
        die "apt-get could not install: ${missing[*]}"
}

# want WHAT-FOR PACKAGE...: as need, but what can't be had is done without
want() {
    local reason=$1 package
    shift
    for package in "$@"; do
        (need "$reason" "$package") || say "going on without $package"
    done
}

has_dotnet() { # MAJOR: an SDK of this version or a later one
    local found
    command -v dotnet >/dev/null || return 1
    found=$(dotnet --list-sdks | cut -d. -f1 | sort -n | tail -n 1)
    [ "${found:-0}" -ge "$1" ]
}

need_dotnet() {
    local wanted version
    wanted=$(sed -n 's|.*<SemanticEqFramework>net\([0-9]*\)\..*|\1|p' Directory.Build.props)
    # Where the dotnet-install script puts it, without touching the PATH.
    if ! has_dotnet "$wanted" && [ -x "$HOME/.dotnet/dotnet" ]; then
        export DOTNET_ROOT=$HOME/.dotnet PATH=$HOME/.dotnet:$PATH
    fi
    has_dotnet "$wanted" && return 0
    if grep -qs '^ID=ubuntu' /etc/os-release; then
        apt_update
        for version in $((wanted + 1)).0 "$wanted.0"; do
            if apt-cache show "dotnet-sdk-$version" >/dev/null 2>&1; then
                need "to build C#" "dotnet-sdk-$version"
                hash -r
                has_dotnet "$wanted" && return 0
            fi
        done
    fi
    die "a .NET SDK $wanted or newer is needed: add Microsoft's package feed and apt-get install dotnet-sdk-$((wanted + 1)).0, or run Microsoft's dotnet-install script (it installs into ~/.dotnet, where this script looks)"
}

product_version() { sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' "$ROOT/Directory.Build.props"; }

# replace NEW OLD: the folder NEW takes the place of OLD. Two renames: at no moment is a half-written folder to be seen.
replace() {
    local aside=$2.replaced.$$
    [ ! -e "$2" ] || mv -T "$2" "$aside"
    mv -T "$1" "$2"
    rm -rf "$aside"
}

# One hash of all sources under the given paths: contents and names, whatever a checkout did to their times.
fingerprint() {
    find "$@" -type d \( -name bin -o -name obj -o -name __pycache__ -o -name node_modules \) -prune -o -type f -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# unchanged NAME FINGERPRINT: whether NAME was last built from exactly this
unchanged() { [ "$(cat "$OUT/.stamps/$1" 2>/dev/null)" = "$2" ]; }

stamp() { # NAME FINGERPRINT
    mkdir -p "$OUT/.stamps"
    echo "$2" >"$OUT/.stamps/$1"
}

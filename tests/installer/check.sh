# shellcheck shell=bash
# Counting, for the suites in this folder.

passed=0 failed=0 skipped=0

# A short value is worth telling; a listing is not.
told_briefly() { [[ -z $1 || $1 == yes || $1 == *$'\n'* ]] || echo ": $1"; }

check() { # WHAT WANTED FOUND
    if [ "$2" = "$3" ]; then
        echo "  ok   $1$(told_briefly "$3")"
        passed=$((passed + 1))
    else
        echo "  FAIL $1: $3 (wanted: $2)"
        failed=$((failed + 1))
    fi
}

says() { # WHAT WORDS TEXT: whether TEXT has WORDS in it
    case $3 in
        *"$2"*) check "$1" yes yes ;;
        *) check "$1" "text with \"$2\"" "$3" ;;
    esac
}

skip() { # WHY
    echo "  skip $*"
    skipped=$((skipped + 1))
}

digest() { sha256sum <"$1" | cut -d' ' -f1; }

# All below a folder: kinds, modes, names and contents, but no times.
contents() { (cd "$1" && find . -mindepth 1 \( -type d -printf 'd %m %p\n' -o -type l -printf 'l %p -> %l\n' -o -type f -printf 'f %m %p ' -exec sha256sum {} \; \) | LC_ALL=C sort); }

# The same by looking at no contents: a file written to, or another one in its place, differs. Of folders only the names count.
state() { (cd "$1" && find . -mindepth 1 \( -type d -printf 'd %m %p\n' -o -printf '%y %m %p %i %s %C@\n' \) | LC_ALL=C sort); }

# shellcheck shell=bash
# What both packages hold.

manual() { # VERSION: the manual page, with its version and date
    sed "s/@VERSION@/$1/; s/@DATE@/$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)/" "$ROOT/installer/semantic-eq.1"
}

# What hosts read as factory presets, where they look for it; a build without any leaves nothing behind.
copy_presets() { # FOLDER
    [ -d "$OUT/presets" ] || return 0
    mkdir -p "$1"
    cp -R "$OUT/presets/." "$1/"
}

# One time and one set of permissions for all, whatever the checkout and the umask were.
settle() { # FOLDER
    chmod -R u=rwX,go=rX "$1"
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

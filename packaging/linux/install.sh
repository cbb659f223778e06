#!/bin/sh
# Install the bundle that this script lies in for one user or, as root, for all; or take it away again.
#   install.sh [--prefix FOLDER] [--uninstall]
# The prefix is ~/.local where none is named. Nothing outside it is touched.
set -eu

id=io.github.padviewer.padviewer
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=${HOME:-}/.local
uninstall=no

fail() {
    echo "padviewer: $1" >&2
    exit "$2"
}

while [ $# -gt 0 ]; do
    case $1 in
        --prefix)
            [ $# -ge 2 ] || fail "--prefix needs a folder." 2
            prefix=$2
            shift
            ;;
        --prefix=*) prefix=${1#--prefix=} ;;
        --uninstall) uninstall=yes ;;
        -h | --help)
            echo "usage: install.sh [--prefix FOLDER] [--uninstall]"
            exit 0
            ;;
        *) fail "install.sh knows --prefix FOLDER and --uninstall, not “$1”." 2 ;;
    esac
    shift
done

case $prefix in
    '' | /) fail "A folder to install below is needed: --prefix FOLDER." 2 ;;
    /*) ;;
    *) prefix=$PWD/$prefix ;;
esac

program=$prefix/lib/padviewer
share=$prefix/share
desktop=$share/applications/$id.desktop

refresh() {
    # what is not installed here does not look at these files either
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$share/applications" || :; fi
    if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime" >/dev/null 2>&1 || :; fi
    if command -v gtk-update-icon-cache >/dev/null; then
        gtk-update-icon-cache -q -t -f "$share/icons/hicolor" >/dev/null 2>&1 || :
    fi
}

remove() {
    # only a folder that is a bundle: a wrong prefix must not cost anybody a folder
    if [ -e "$program" ]; then
        [ -x "$program/padviewer-console" ] || fail "$program is there and is no PadViewer. Remove it, or name another --prefix." 1
        rm -rf "$program"
    fi
    for name in padviewer padviewer-console; do
        if [ -L "$prefix/bin/$name" ]; then rm -f "$prefix/bin/$name"; fi
    done
    rm -f "$desktop" "$share/mime/packages/$id.xml" "$share/metainfo/$id.metainfo.xml" \
        "$share/icons/hicolor/scalable/apps/$id.svg"
}

if [ "$uninstall" = yes ]; then
    remove
    if [ -d "$share/applications" ]; then refresh; fi
    echo "PadViewer is gone from $prefix."
    exit 0
fi

[ -x "$here/padviewer" ] || fail "install.sh must lie in the bundle, beside “padviewer”." 1
[ "$here" != "$program" ] || fail "PadViewer is installed in $program already." 1
for name in padviewer padviewer-console; do
    if [ -e "$prefix/bin/$name" ] && [ ! -L "$prefix/bin/$name" ]; then
        fail "$prefix/bin/$name is there and is another program. Remove it, or name another --prefix." 1
    fi
done
remove
mkdir -p "$program" "$prefix/bin" "$share/applications" "$share/mime/packages" "$share/metainfo" \
    "$share/icons/hicolor/scalable/apps"
cp -R -P -p "$here/." "$program/"
for name in padviewer padviewer-console; do ln -s "$program/$name" "$prefix/bin/$name"; done
cp "$here/share/$id.mime.xml" "$share/mime/packages/$id.xml"
cp "$here/share/$id.metainfo.xml" "$share/metainfo/$id.metainfo.xml"
cp "$here/share/$id.svg" "$share/icons/hicolor/scalable/apps/$id.svg"
# The whole path: a desktop session often lacks ~/.local/bin; reserved characters as the entry's format wants them
quoted=$(printf '%s' "$program/padviewer" | sed 's/[\\"`$]/\\&/g; s/\\/\\\\/g; s/%/%%/g')
while IFS= read -r line; do
    case $line in
        Exec=*) printf 'Exec="%s" %%f\n' "$quoted" ;;
        *) printf '%s\n' "$line" ;;
    esac
done <"$here/share/$id.desktop" >"$desktop"
refresh
echo "PadViewer is in $program; start it from the menu or as $prefix/bin/padviewer."

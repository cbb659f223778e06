#!/usr/bin/env bash
# Builds PadViewer.app on macOS and packs it as a disk image.
#   packaging/macos/package.sh
# Signed for this machine alone, unless SIGNING_IDENTITY names a Developer ID.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [[ $(uname -s) != Darwin ]]; then
    echo "package.sh makes a disk image with hdiutil, which is on macOS only." >&2
    exit 1
fi

make package
app=dist/PadViewer.app
version=$(.venv/bin/python -c 'import padviewer; print(padviewer.__version__)')
image=dist/padviewer-$version-macos-$(uname -m).dmg

# The licences that were added after the build belong under the signature too
codesign --force --deep --options runtime --entitlements packaging/macos/entitlements.plist \
    --sign "${SIGNING_IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
rm -f "$image"
hdiutil create -volname PadViewer -srcfolder "$staging" -fs HFS+ -format UDZO "$image"
echo "$image"

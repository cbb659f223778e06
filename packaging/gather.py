"""Gathers what the bundle takes from the build machine: fonts, icons in each system's format, licences."""

from __future__ import annotations

import importlib.metadata
import shutil
import struct
import subprocess
import sys
from pathlib import Path

FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "~/.local/share/fonts",
    "C:/Windows/Fonts",
)
# File names without their suffix: the weights that the look uses
FONTS = {
    "Inter": ("Inter-Regular", "Inter-Medium", "Inter-SemiBold"),
    "JetBrains Mono": ("JetBrainsMono-Regular",),
}
SUFFIXES = (".otf", ".ttf")
DEBIAN_COPYRIGHT = {
    "Inter": "/usr/share/doc/fonts-inter/copyright",
    "JetBrains Mono": "/usr/share/doc/fonts-jetbrains-mono/copyright",
}
COMMON_LICENCES = Path("/usr/share/common-licenses")
LGPL = ("LGPL-3", "GPL-3")  # Qt for Python's, whose wheels bring no text
LICENCE_NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT", "AUTHORS")
# Every distribution whose files are in the bundle; PyInstaller's loader is in the executables
DISTRIBUTIONS = (
    "PySide6-Essentials", "shiboken6", "numpy", "pyarrow", "numba", "llvmlite", "orjson", "platformdirs",
    "tomli-w", "pyinstaller",
)  # fmt: skip
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {b"ic11": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def gather_fonts(parts: Path, folders: tuple[str, ...] = FONT_FOLDERS) -> list[str]:
    """Copy the look's fonts into ``parts/fonts`` with their licences in ``parts/licences``.

    Returns
    -------
    list of str
        The families that were found whole, with a licence text; without one, the system's fonts serve.
    """
    installed: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(Path(folder).expanduser().rglob("*")):
            if path.suffix in SUFFIXES:
                installed.setdefault(path.stem, path)
    found = []
    for family, stems in FONTS.items():
        if all(stem in installed for stem in stems):
            licences = font_licences(family, installed[stems[0]])
            if licences:
                _copy_all([installed[stem] for stem in stems], parts / "fonts")
                _copy_all(licences, parts / "licences" / family)
                found.append(family)
    return found


def font_licences(family: str, font: Path) -> list[Path]:
    """Return a font's licence texts: Debian's, with the common ones it names, or those beside the font."""
    debian = Path(DEBIAN_COPYRIGHT[family])
    if debian.is_file():
        text = debian.read_text("utf-8")
        named = [one for one in sorted(COMMON_LICENCES.glob("*")) if f"common-licenses/{one.name}'" in text]
        return [debian, *(one for one in named if not one.name.startswith("GPL"))]
    return [one for one in sorted(font.parent.glob("*.txt")) if one.stem.upper() in {"OFL", *LICENCE_NAMES}]


def gather_licences(parts: Path, distributions: tuple[str, ...] = DISTRIBUTIONS) -> list[str]:
    """Copy the licences of PadViewer, of Python and of every distribution in the bundle.

    Returns
    -------
    list of str
        The distributions that bring no licence file; of those ``METADATA``, which names it, is copied.
    """
    folder = parts / "licences"
    _copy_all([Path(__file__).resolve().parent.parent / "LICENSE"], folder / "PadViewer")
    for file in (Path(sys.base_prefix) / "LICENSE.txt", Path(importlib.__file__).parents[1] / "LICENSE.txt"):
        if file.is_file():
            _copy_all([file], folder / "Python")
            break
    without = []
    for name in distributions:
        distribution = importlib.metadata.distribution(name)
        files = [
            Path(str(distribution.locate_file(file)))
            for file in distribution.files or ()
            if file.name.upper().startswith(LICENCE_NAMES) or "licenses" in file.parts
        ]
        files = [file for file in files if file.is_file()]
        if not files:
            without.append(name)
            _copy_all(
                [COMMON_LICENCES / one for one in LGPL if (COMMON_LICENCES / one).is_file()], folder / name
            )
            files = [
                Path(str(distribution.locate_file(file)))
                for file in distribution.files or ()
                if file.name == "METADATA"
            ]
        _copy_all(files, folder / name)
    return without


def gather_system_licences(binaries: list[Path], folder: Path) -> set[str]:
    """Copy what Debian says of each of its libraries in the bundle; elsewhere no system library is in it.

    Parameters
    ----------
    binaries : list of pathlib.Path
        Where each file of the bundle was on this machine.
    folder : pathlib.Path
        Gets a file ``system/PACKAGE`` for each package.

    Returns
    -------
    set of str
        The packages.
    """
    ours = [path.resolve() for path in binaries if path.is_relative_to("/usr") or path.is_relative_to("/lib")]
    query = shutil.which("dpkg-query")
    if query is None or not ours:
        return set()
    # a file of /usr/lib may be listed as one of /lib: they are one folder
    asked = [name for path in ours for name in (str(path), str(path).removeprefix("/usr"))]
    said = subprocess.run([query, "--search", *asked], capture_output=True, text=True, check=False).stdout
    packages = {line.split(":")[0] for line in said.splitlines()}
    (folder / "system").mkdir(parents=True, exist_ok=True)
    for package in packages:
        text = Path("/usr/share/doc") / package / "copyright"
        if text.is_file():
            shutil.copyfile(text, folder / "system" / package)
    named = {*LGPL, "LGPL-2", "LGPL-2.1", "GPL-2", "Apache-2.0"}
    _copy_all([COMMON_LICENCES / one for one in sorted(named)], folder / "system" / "common-licenses")
    return packages


def pack_ico(pngs: dict[int, bytes]) -> bytes:
    """Return an ``.ico`` file of square PNGs by their side in pixels, at most 256."""
    offset = 6 + 16 * len(pngs)
    head, body = struct.pack("<HHH", 0, 1, len(pngs)), b""
    for side, png in sorted(pngs.items()):
        head += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(png), offset + len(body))
        body += png
    return head + body


def pack_icns(pngs: dict[int, bytes]) -> bytes:
    """Return an ``.icns`` file of the PNGs whose sides `ICNS_TYPES` names."""
    body = b"".join(
        kind + struct.pack(">I", 8 + len(pngs[side])) + pngs[side] for kind, side in ICNS_TYPES.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def draw_icon(svg: Path, side: int) -> bytes:
    """Return an SVG drawn as a square PNG; needs no display."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def gather(parts: Path, svg: Path) -> tuple[list[str], list[str]]:
    """Fill a new folder with all of it; return the font families found, and who brings no licence file."""
    shutil.rmtree(parts, ignore_errors=True)
    parts.mkdir(parents=True)
    sides = {*ICON_SIZES, *ICNS_TYPES.values()}
    pngs = {side: draw_icon(svg, side) for side in sides}
    (parts / "padviewer.ico").write_bytes(pack_ico({side: pngs[side] for side in ICON_SIZES}))
    (parts / "padviewer.icns").write_bytes(pack_icns(pngs))
    return gather_fonts(parts), gather_licences(parts)


def _copy_all(files: list[Path], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        target = folder / file.name
        number = 2
        while target.exists() and target.read_bytes() != file.read_bytes():
            target = folder / f"{file.stem}-{number}{file.suffix}"
            number += 1
        shutil.copyfile(file, target)

"""The fonts of the window, in one place: families, sizes, weights and the scale of the system's text."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from padviewer.assets import asset

SANS = "Inter"
MONO = "JetBrains Mono"

# name: (pixels, pixels of a line, weight, mono)
STYLES: dict[str, tuple[int, int, QFont.Weight, bool]] = {
    "display": (22, 28, QFont.Weight.DemiBold, False),
    "title": (15, 20, QFont.Weight.DemiBold, False),
    "head": (13, 20, QFont.Weight.DemiBold, False),
    "strong": (13, 20, QFont.Weight.Medium, False),
    "body": (13, 20, QFont.Weight.Normal, False),
    "small": (12, 16, QFont.Weight.Normal, False),
    "link": (12, 16, QFont.Weight.Medium, False),
    "micro": (11, 14, QFont.Weight.Normal, False),
    "mono": (12, 16, QFont.Weight.Normal, True),
    "mono_small": (11, 14, QFont.Weight.Normal, True),
}

_USUAL_POINTS = {"GNOME": 11.0, "UNITY": 11.0, "KDE": 10.0, "XFCE": 10.0, "X-CINNAMON": 10.0, "MATE": 10.0}


@dataclass(frozen=True)
class Fonts:
    """Which families are used and how large text is.

    Parameters
    ----------
    sans, mono : tuple of str
        Families, the preferred one first; the system's own follow.
    scale : float
        1 is the size of the style table.
    """

    sans: tuple[str, ...] = (SANS,)
    mono: tuple[str, ...] = (MONO,)
    scale: float = 1.0

    def font(self, style: str) -> QFont:
        """Return the font of a style; KeyError when there is no such style."""
        return QFont(_build(self, style))

    def px(self, pixels: float) -> int:
        """Return a length that grows with the text, such as a row's height, in logical pixels."""
        return max(1, round(pixels * self.scale))

    def line(self, style: str) -> int:
        """Return the height of a style's line in logical pixels."""
        return self.px(STYLES[style][1])


@cache
def _build(fonts: Fonts, style: str) -> QFont:
    pixels, _line, weight, mono = STYLES[style]
    font = QFont()
    kind = QFontDatabase.SystemFont.FixedFont if mono else QFontDatabase.SystemFont.GeneralFont
    wanted = fonts.mono if mono else fonts.sans
    font.setFamilies([*wanted, QFontDatabase.systemFont(kind).family()])
    font.setStyleHint(QFont.StyleHint.Monospace if mono else QFont.StyleHint.SansSerif)
    font.setPixelSize(fonts.px(pixels))
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if mono:
        font.setFeature(QFont.Tag("calt"), 0)
    else:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def text_scale(points: float, platform: str, desktop: str) -> float:
    """Return how much larger than usual the system's text is.

    Parameters
    ----------
    points : float
        Size of the system's font; 0 or less where it is given in pixels, and then the scale is 1.
    platform : str
        Qt's platform name: ``"windows"``, ``"cocoa"``, ``"xcb"`` …
    desktop : str
        ``XDG_CURRENT_DESKTOP``, such as ``"ubuntu:GNOME"``; only read on Linux.

    Returns
    -------
    float
        0.85 to 2.

    Examples
    --------
    >>> text_scale(13.5, "windows", "")
    1.5
    """
    if points <= 0:
        return 1.0
    usual = 13.0 if platform == "cocoa" else 9.0
    if platform not in ("cocoa", "windows", "offscreen"):
        usual = next((_USUAL_POINTS[d] for d in desktop.upper().split(":") if d in _USUAL_POINTS), usual)
    return min(max(points / usual, 0.85), 2.0)


@cache
def load_bundled() -> tuple[str, ...]:
    """Give Qt the font files that a bundle brings, and return their families; needs a QGuiApplication."""
    try:
        folder = asset("fonts")
    except FileNotFoundError:
        return ()  # not a bundle, or one from a machine without them
    loaded = [QFontDatabase.addApplicationFont(str(file)) for file in sorted(folder.iterdir())]
    return tuple(family for one in loaded for family in QFontDatabase.applicationFontFamilies(one))


def system_fonts() -> Fonts:
    """Return the preferred families at the scale of this system's text; needs a QGuiApplication."""
    load_bundled()
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    platform = QGuiApplication.platformName()
    return Fonts(scale=text_scale(system.pointSizeF(), platform, os.environ.get("XDG_CURRENT_DESKTOP", "")))

"""The look of the whole program: colours, palette, style sheet, fonts and icons of the theme in use."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Literal

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from padviewer.assets import asset
from padviewer.gui.style import tokens
from padviewer.gui.style.fonts import Fonts, system_fonts

Choice = Literal["system", "light", "dark"]
ReducedMotion = Literal["system", "on", "off"]
CHOICES: tuple[Choice, ...] = ("system", "light", "dark")
ICON_RATIOS = (1.0, 1.25, 1.5, 2.0, 3.0)
KEPT_ICONS = 1024  # pixmaps: those of two or three looks; each size and theme has its own


@dataclass(frozen=True)
class Theme:
    """One look: a set of colours and the fonts.

    Parameters
    ----------
    name : {"light", "dark"}
    fonts : Fonts
        Families and scale of the text.
    motion : bool
        Whether anything moves by itself.
    """

    name: Literal["light", "dark"]
    fonts: Fonts = field(default_factory=Fonts)
    motion: bool = False

    def milliseconds(self, wanted: int) -> int:
        """Return how long a movement takes: `wanted`, or 0 where nothing moves."""
        return wanted if self.motion else 0

    def hex(self, token: str) -> str:
        """Return a token's colour as ``"#RRGGBB"``; KeyError when there is no such token."""
        return (tokens.LIGHT if self.name == "light" else tokens.DARK)[token]

    def colour(self, token: str) -> QColor:
        """Return a token's colour; KeyError when there is no such token."""
        return QColor(self.hex(token))

    def font(self, style: str) -> QFont:
        """Return the font of a style such as ``"small"``; KeyError when there is no such style."""
        return self.fonts.font(style)

    def line(self, style: str) -> int:
        """Return the height of a style's line in logical pixels."""
        return self.fonts.line(style)

    def px(self, pixels: float) -> int:
        """Return a length that grows with the system's text, in logical pixels."""
        return self.fonts.px(pixels)

    def palette(self) -> QPalette:
        """Return Fusion's palette in this theme's colours."""
        role = QPalette.ColorRole
        palette = QPalette()
        for token, roles in {
            "panel": (role.Window, role.Button, role.AlternateBase, role.Midlight),
            "raised": (role.Base, role.ToolTipBase, role.Light),
            "t1": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText),
            "t3": (role.PlaceholderText,),
            "tint": (role.Highlight,),
            "accent": (role.Link, role.LinkVisited, role.Accent),
            "stroke": (role.Mid, role.Dark),
            "stroke2": (role.Shadow,),
        }.items():
            for one in roles:
                palette.setColor(one, self.colour(token))
        palette.setColor(role.HighlightedText, self.colour("t1"))
        for one in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, one, self.colour("dis"))
        return palette

    def style_sheet(self) -> str:
        """Return the style sheet of the plain controls: fields, buttons, menus, scroll bars, tabs."""
        control = self.px(28)
        values = {token: self.hex(token) for token in tokens.LIGHT}
        sizes = {
            "H": control - 2,
            "F": control - 4,
            "L": self.px(24) - 4,
            "B": self.px(24) - 2,
            "C": self.px(12) + 14,
            "D": self.px(12) + 13,
        }
        text = _sheet()
        for name in sorted(values, key=len, reverse=True):
            text = text.replace(f"${name}", values[name])
        for name, size in sizes.items():
            text = text.replace(f"@{name}", f"{size}px")
        return text


class _InUse:
    """The theme that `apply` set last: as global as the palette that it goes with."""

    theme = Theme("light")
    is_applied = False


def current() -> Theme:
    """Return the theme in use; widgets ask for it whenever they paint."""
    return _InUse.theme


def choose(
    choice: Choice, app: QApplication, *, size: int = 100, reduced_motion: ReducedMotion = "system"
) -> Theme:
    """Return the theme that a choice means on this system.

    Parameters
    ----------
    choice : {"system", "light", "dark"}
        ``"system"`` follows the desktop where it tells, and is light where it does not.
    app : QApplication
    size : int
        Of text and controls, in percent of this system's text size.
    reduced_motion : {"system", "on", "off"}
        Whether nothing moves by itself.
    """
    dark = choice == "dark" or (choice == "system" and app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    fonts = system_fonts()
    moves = reduced_motion == "off" or (
        reduced_motion == "system" and QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    )
    return Theme("dark" if dark else "light", replace(fonts, scale=fonts.scale * size / 100), moves)


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole program a theme; every widget is told by a change event and paints itself again.

    What wears the style sheet, each window by itself, changes into that of the new theme.
    """
    before, _InUse.theme = _InUse.theme, theme
    if not _InUse.is_applied:
        app.setStyle("Fusion")
        _InUse.is_applied = True
    elif (before.name, before.fonts) == (theme.name, theme.fonts):
        return  # nothing looks other than it did
    everything: tuple[QWidget | QApplication, ...] = (app, *app.topLevelWidgets())
    wearers = [one for one in everything if one.styleSheet()]
    for one in wearers:
        one.setStyleSheet("")  # from one sheet straight to another, Qt takes five times as long
    app.setFont(theme.font("body"))
    app.setPalette(theme.palette())
    for one in wearers:
        dress(one)


def dress(window: QWidget | QApplication) -> None:
    """Let a window, with all that is in it and opens from it, wear the style sheet of the theme in use.

    Call it once the window is put together: until then every widget would be styled anew each time that it
    is put into another, and with a sheet for the whole program those of all other windows too.
    """
    window.setStyleSheet(current().style_sheet())


@cache
def _sheet() -> str:
    return asset("window.qss").read_text(encoding="utf-8")


@cache
def _svg(name: str) -> str:
    return asset(f"icons/{name}.svg").read_text(encoding="utf-8")


@lru_cache(KEPT_ICONS)
def icon_pixmap(name: str, colour: str, size: int, ratio: float, gap: int = 0) -> QPixmap:
    """Return an icon drawn for one screen.

    Parameters
    ----------
    name : str
        File name in ``assets/icons`` without its suffix.
    colour : str
        What ``currentColor`` becomes, as ``"#RRGGBB"``.
    size : int
        Logical pixels.
    ratio : float
        Device pixels in one logical pixel.
    gap : int
        Empty logical pixels on its right.

    Returns
    -------
    QPixmap
        Transparent where the icon is not.

    Raises
    ------
    FileNotFoundError
        When there is no such icon.
    """
    side = max(1, round(size * ratio))
    pixmap = QPixmap(side + round(gap * ratio), side)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour).encode()))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, colour: str = "t2", size: int = 0, gap: int = 0) -> QIcon:
    """Return an icon in a colour of the theme in use, greyed where it is disabled.

    Parameters
    ----------
    name : str
        File name in ``assets/icons`` without its suffix.
    colour : str
        A colour token.
    size : int
        Logical pixels; 0 is the size that goes with the text.
    gap : int
        Empty logical pixels on its right, where words follow: a style sheet cannot set that space.
    """
    theme = current()
    size = size or theme.px(16)
    made = QIcon()
    for ratio in ICON_RATIOS:
        made.addPixmap(icon_pixmap(name, theme.hex(colour), size, ratio, gap), QIcon.Mode.Normal)
        made.addPixmap(icon_pixmap(name, theme.hex("dis"), size, ratio, gap), QIcon.Mode.Disabled)
    return made

import re

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from padviewer.gui.style import theme as look
from padviewer.gui.style import tokens
from padviewer.gui.style.fonts import Fonts


def luminance(colour):
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("token", ["t1", "t2", "t3", "accent", "ok", "warn", "err", "info", "unclear", "cut"])
def test_text_is_legible_on_both_surfaces(name, token):
    theme = look.Theme(name)
    for surface in ("canvas", "panel"):
        assert contrast(theme.colour(token), theme.colour(surface)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_controls_edge_is_seen(name):
    theme = look.Theme(name)
    assert contrast(theme.colour("stroke2"), theme.colour("panel")) >= 3
    assert contrast(theme.colour("onink"), theme.colour("ink")) >= 4.5
    assert contrast(theme.colour("onaccent"), theme.colour("accent")) >= 4.5


def test_an_unknown_token_is_an_error():
    with pytest.raises(KeyError):
        look.Theme("light").colour("mauve")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_style_sheet_has_only_this_themes_colours(name):
    theme = look.Theme(name)
    sheet = theme.style_sheet()
    known = set((tokens.LIGHT if name == "light" else tokens.DARK).values())
    assert set(re.findall("#[0-9A-Fa-f]{6}", sheet)) <= known
    assert not re.search("[$@]", sheet)
    assert "font" not in sheet


def test_controls_are_28_high_and_grow_with_the_text(qapp, qtbot):
    edit = QLineEdit()
    qtbot.addWidget(edit)
    assert edit.sizeHint().height() == 28
    look.apply(qapp, look.Theme("light", Fonts(scale=1.5)))
    edit.ensurePolished()
    assert edit.sizeHint().height() == 42


def test_palette_has_the_themes_colours():
    palette = look.Theme("dark").palette()
    assert palette.color(QPalette.ColorRole.Window).name().upper() == "#1A1C20"
    assert palette.color(QPalette.ColorRole.Text).name().upper() == "#E9EBEE"
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name().upper() == "#5B626D"


def test_apply_changes_what_is_painted(qapp, qtbot, colour_at):
    label = QLabel("")
    qtbot.addWidget(label)
    label.resize(40, 40)
    assert colour_at(label, 20, 20) == "#F5F6F8"
    look.apply(qapp, look.Theme("dark"))
    assert look.current().name == "dark"
    assert colour_at(label, 20, 20) == "#1A1C20"


@pytest.mark.parametrize(
    ("choice", "system", "name"),
    [
        ("light", Qt.ColorScheme.Dark, "light"),
        ("dark", Qt.ColorScheme.Light, "dark"),
        ("system", Qt.ColorScheme.Dark, "dark"),
        ("system", Qt.ColorScheme.Light, "light"),
        ("system", Qt.ColorScheme.Unknown, "light"),
    ],
)
def test_choose(qapp, monkeypatch, choice, system, name):
    class Hints:
        @staticmethod
        def colorScheme():
            return system

    class Application:
        @staticmethod
        def styleHints():
            return Hints()

    assert look.choose(choice, Application()).name == name


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_drawn_in_its_colour_at_device_resolution(ratio):
    pixmap = look.icon_pixmap("undo", "#FF0000", 16, ratio)
    image = pixmap.toImage()
    assert (image.width(), image.height()) == (16 * ratio, 16 * ratio)
    assert pixmap.devicePixelRatio() == ratio
    solid = [
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert solid
    assert set(solid) == {"#ff0000"}
    assert image.pixelColor(0, 0).alpha() == 0


def test_an_icon_knows_how_it_looks_disabled():
    icon = look.icon("theme", "t1")  # a ring whose right half has lines: its left edge is solid
    for mode, token in ((QIcon.Mode.Normal, "t1"), (QIcon.Mode.Disabled, "dis")):
        image = icon.pixmap(16, 16, mode).toImage()
        middle = image.pixelColor(8, 8)
        assert middle.alpha() > 100
        wanted = look.Theme("light").colour(token)
        assert all(abs(a - b) < 12 for a, b in zip(middle.getRgb()[:3], wanted.getRgb()[:3], strict=True))


def test_room_beside_an_icon_is_empty():
    image = look.icon_pixmap("open", "#000000", 16, 2.0, gap=4).toImage()
    assert (image.width(), image.height()) == (40, 32)
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(32, 40) for y in range(32))


def test_an_icon_that_is_not_there_is_an_error():
    with pytest.raises(FileNotFoundError, match=r"nothing\.svg"):
        look.icon("nothing")


def test_the_same_look_again_tells_nobody(qapp, qtbot):
    label = Told()
    qtbot.addWidget(label)
    label.show()
    look.apply(qapp, look.Theme("dark"))
    assert label.told
    label.told.clear()
    look.apply(qapp, look.Theme("dark", motion=True))
    assert look.current().motion
    assert not label.told


def test_icons_of_looks_that_are_gone_are_not_kept(qapp):
    for size in range(1, 60):
        for colour in ("t1", "t2", "accent"):
            look.icon("undo", colour, size)
    assert look.icon_pixmap.cache_info().currsize == look.KEPT_ICONS


class Told(QLabel):
    """Counts the changes of look that it is told."""

    def __init__(self):
        super().__init__("words")
        self.told = []

    def changeEvent(self, event):
        super().changeEvent(event)
        self.told.append(event.type())


def panel_of_controls():
    """Return a panel that puts controls into each other before it has a parent itself."""
    panel, inner = QWidget(), QWidget()
    row = QHBoxLayout(inner)
    for control in (QPushButton("Open"), QLineEdit("some words"), QComboBox(), QCheckBox("mask")):
        row.addWidget(control)
    QVBoxLayout(panel).addWidget(inner)
    panel.setMinimumSize(panel.sizeHint())
    return panel


def test_a_window_looks_the_same_whether_it_or_the_program_wears_the_sheet(qapp, qtbot):
    one = panel_of_controls()
    qtbot.addWidget(one)
    one.setMinimumSize(0, 0)
    one.resize(500, 60)
    of_the_program = one.grab().toImage()
    qapp.setStyleSheet("")
    try:
        other, bare = panel_of_controls(), panel_of_controls()
        for panel in (other, bare):
            qtbot.addWidget(panel)
            panel.setMinimumSize(0, 0)
            panel.resize(500, 60)
        look.dress(other)
        assert other.grab().toImage() == of_the_program
        assert bare.grab().toImage() != of_the_program
    finally:
        look.dress(qapp)


def test_another_theme_dresses_each_window_anew_and_no_other_widget(qapp, qtbot):
    qapp.setStyleSheet("")
    try:
        window, bare = QWidget(), QWidget()
        for widget in (window, bare):
            qtbot.addWidget(widget)
        look.dress(window)
        assert window.styleSheet() == look.current().style_sheet()
        look.apply(qapp, look.Theme("dark"))
        assert window.styleSheet() == look.Theme("dark").style_sheet()
        assert (bare.styleSheet(), qapp.styleSheet()) == ("", "")
    finally:
        look.dress(qapp)


def test_a_window_is_styled_once_when_it_is_put_together(qapp, qtbot):
    qapp.setStyleSheet("")
    try:
        standing, label = QWidget(), Told()
        QVBoxLayout(standing).addWidget(label)
        qtbot.addWidget(standing)
        look.dress(standing)
        label.told.clear()
        inner = Told()
        panel = QWidget()
        QVBoxLayout(panel).addWidget(inner)
        window = QWidget()
        QVBoxLayout(window).addWidget(panel)
        qtbot.addWidget(window)
        look.dress(window)
        assert inner.told.count(QEvent.Type.StyleChange) == 1
        assert label.told == []  # another window has nothing to do with it
    finally:
        look.dress(qapp)

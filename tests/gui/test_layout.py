"""The whole window at every size, in both languages and themes: no word cut off, nothing hidden or covered,
no target too small, and what is written is read against what is behind it.

`make test` looks at the two that differ in language, size, fonts and theme; `make soak` at the full product.
"""

import importlib.util
import itertools
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollBar, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.views.common.kept import KeptPictures


def helper(name):
    """Return a module of this folder, which pytest does not import by itself."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


checks, scenes = helper("layout_checks"), helper("layout_scenes")
SIZES = {100: ((1280, 800), (1440, 900)), 200: ((1440, 900), (2560, 1600))}
SOAK = int(os.environ.get("PADVIEWER_SOAK", "1")) > 1
THEMES = ("light", "dark")
LOOKS = [(*one, theme) for one in itertools.product(("en", "de"), SIZES, scenes.FONTS) for theme in THEMES]
if not SOAK:  # the two that differ in everything
    LOOKS = [LOOKS[0], LOOKS[-1]]


def paint_again(_kept, painter, rect, _key, draw):
    """Paint what else would be kept as a picture, whose texts nobody would see being painted."""
    painter.save()
    painter.translate(rect.topLeft())
    made = draw(painter, QRectF(0, 0, rect.width(), rect.height()))
    painter.restore()
    return made


@pytest.fixture
def has_a_font(qapp):
    """Leave out a test of what letters need where every one of them is a box as wide as it is high."""
    if not QFontInfo(QFont()).family():
        pytest.skip("there is no font: nothing can be read, in whatever room it has")


@pytest.fixture
def writings(monkeypatch, has_a_font):
    """Note every text that is painted by hand, and how."""
    noted = checks.Writings()
    real_text = drawing.text

    def text(painter, rect, words, style, token, align=Qt.AlignmentFlag.AlignLeft, *rest):
        noted.of(painter, rect, words, style, token, align)
        real_text(painter, rect, words, style, token, align, *rest)

    monkeypatch.setattr(drawing, "text", text)
    monkeypatch.setattr(KeptPictures, "paint", paint_again)
    return noted


@pytest.mark.parametrize(("language", "size", "fonts", "theme"), LOOKS, ids=str)
def test_nothing_is_cut_hidden_covered_or_faint(
    qtbot, windows_at, monkeypatch, opens, writings, tmp_path, language, size, fonts, theme
):
    window = scenes.make_window(windows_at, monkeypatch, language, size, fonts, theme)
    stage = scenes.Stage(qtbot, window, opens)
    odd = {}
    for name in stage.all(tmp_path):
        for width, height in SIZES[size]:
            stage.resize(width, height)
            for fault in checks.faults_of(stage.front(), writings):
                odd.setdefault(fault, f"{name} at {width} × {height}")
    assert not odd, "\n" + "\n".join(f"{where}: {fault}" for fault, where in odd.items())


# -- the test above is able to fail ------------------------------------------------------------------
class Card(QWidget):
    """Paints what a test asks for."""

    def __init__(self, paint):
        super().__init__()
        self._paint = paint
        self.setAutoFillBackground(True)
        self.resize(200, 60)

    def paintEvent(self, _event):
        painter = QPainter(self)
        self._paint(painter)
        painter.end()


def cut(painter):
    drawing.text(painter, QRectF(4, 4, 30, 20), "a long sentence", "body", "t1")


def outside(painter):
    painter.setClipRect(QRectF(0, 0, 60, 60))
    drawing.text(painter, QRectF(40, 4, 150, 20), "a long sentence", "body", "t1")


def over(painter):
    drawing.text(painter, QRectF(4, 4, 190, 20), "one", "body", "t1")
    drawing.text(painter, QRectF(6, 6, 190, 20), "other", "body", "t1")


def faint(painter):
    drawing.text(painter, QRectF(4, 4, 190, 20), "barely there", "body", "stroke")


@pytest.mark.parametrize(
    ("paint", "said"),
    [(cut, "no tooltip has it"), (outside, "leaves"), (over, "over"), (faint, ": 1 on")],
)
def test_a_fault_in_what_is_painted_is_seen(qtbot, writings, paint, said):
    card = Card(paint)
    qtbot.addWidget(card)
    card.show()
    (fault,) = checks.faults_of(card, writings)
    assert said in fault


def test_a_text_that_can_be_scrolled_to_or_read_in_a_tooltip_is_no_fault(qtbot, writings):
    scrolled, told = Card(outside), Card(cut)
    for one in (scrolled, told):
        qtbot.addWidget(one)
        one.show()
    told.setToolTip("a long sentence")
    bar = QScrollBar(Qt.Orientation.Horizontal, scrolled)
    bar.setGeometry(0, 50, 200, 8)
    bar.setRange(0, 10)
    assert checks.faults_of(scrolled, writings) == []
    assert checks.faults_of(told, writings) == []


def test_a_fault_in_a_control_is_seen(qtbot, writings):
    card = Card(lambda _painter: None)
    qtbot.addWidget(card)
    label, button, far = QLabel("a long sentence", card), QPushButton("Go", card), QWidget(card)
    label.setGeometry(4, 4, 30, 20)
    button.setStyleSheet("min-height: 0; max-height: 18px; min-width: 0")
    button.setGeometry(20, 8, 60, 18)
    far.setGeometry(180, 30, 80, 20)
    card.show()
    QApplication.processEvents()
    found = "\n".join(checks.faults_of(card, writings))
    for said in ("“a long sentence” in 30", "is 60 × 18", "leaves", "overlap by"):
        assert said in found

"""The sheet that saves a view: sizes, kinds, files that cannot be written, and what is drawn."""

import errno
import os
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from padviewer.gui.dialogs.picture import LEAST, MOST, PictureSheet

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Plain(QWidget):
    """A view that is drawn as it stands on the screen: red, 200 × 100."""

    def __init__(self):
        super().__init__()
        self.resize(200, 100)

    def paintEvent(self, _event):
        QPainter(self).fillRect(self.rect(), QColor("#ff0000"))


class Scaled(Plain):
    """A view that draws itself at any size: green on the left half."""

    def paint_picture(self, painter, size):
        painter.fillRect(QRectF(0, 0, size.width() / 2, size.height()), QColor("#00ff00"))


class Prepared(Plain):
    """A view that makes a picture in a job: blue, when `finish` is called."""

    def prepare_picture(self, size, done, scale=1.0):
        self.asked = (size, scale)
        self.finish = lambda: done(SimpleNamespace(paint=lambda painter: self.paint(painter, size)))

    def paint(self, painter, size):
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor("#0000ff"))


@pytest.fixture
def sheet(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made = PictureSheet(SimpleNamespace(), window)
    made.below = window  # which nobody else keeps
    return made


@pytest.fixture
def show(qtbot, sheet):
    """``show(kind)``: the sheet, open for a view."""

    def shown(kind):
        sheet.shown = view = kind()
        qtbot.addWidget(view)
        view.show()
        sheet.open_for(SimpleNamespace(current=view))
        return view

    return shown


def enter(field, words):
    edit = field.focusProxy()
    edit.setText(words)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def choose(segmented, key):
    """Click the segment of a key."""
    place = {"png": 0, "svg": 1, "1": 0, "2": 1, "3": 2}[key]
    QTest.mouseClick(segmented.buttons()[place], LEFT, NONE)
    assert segmented.key() == key


def colour(image, x, y):
    return image.pixelColor(x, y).name()


def test_it_begins_with_the_size_on_the_screen(sheet, show):
    show(Plain)
    assert sheet.isVisible()
    assert sheet.size_wanted() == QSize(200, 100)
    assert (sheet.width_field.text(), sheet.height_field.text()) == ("200", "100")
    assert sheet.facts.text() == "The file holds 200 × 100 pixels."
    assert sheet.width_field.focusProxy().hasFocus()


def test_a_tiny_view_begins_with_the_least_size(sheet, qtbot):
    view = Plain()
    qtbot.addWidget(view)
    view.resize(10, 20)
    sheet.open_for(SimpleNamespace(current=view))
    assert sheet.size_wanted() == QSize(LEAST, LEAST)


@pytest.mark.parametrize("words", ["", "63", "8193", "1e3", "-100", "12.5", "٣٠٠", "9" * 5000])
def test_a_side_that_cannot_be_is_told_below_its_field(sheet, show, words):
    show(Plain)
    for field in (sheet.width_field, sheet.height_field):
        enter(field, words)
        assert field.error() == "A whole number from 64 to 8,192."
    assert sheet.size_wanted() == QSize(200, 100)


def test_a_side_is_chosen(sheet, show):
    show(Plain)
    enter(sheet.width_field, "640")
    enter(sheet.height_field, str(MOST))
    assert sheet.size_wanted() == QSize(640, MOST)
    assert sheet.facts.text() == "The file holds 640 × 8192 pixels."


@pytest.mark.parametrize("scale", ["1", "2", "3"])
def test_a_png_of_a_view_that_stands_on_the_screen(sheet, show, tmp_path, scale):
    """As large as fits, the rest in the colour of the canvas."""
    show(Plain)
    enter(sheet.height_field, "300")
    enter(sheet.width_field, "400")
    choose(sheet.scale, scale)
    sheet.write(str(tmp_path / "view.png"))
    image = QImage(str(tmp_path / "view.png"))
    times = int(scale)
    assert (image.width(), image.height()) == (400 * times, 300 * times)
    assert colour(image, 200 * times, 190 * times) == "#ff0000"
    assert colour(image, 200 * times, 210 * times) == "#ffffff"
    said = sheet.said.text()
    assert said.startswith(f"{tmp_path / 'view.png'} is written, ")
    assert [one.name for one in tmp_path.iterdir()] == ["view.png"]


def test_a_view_that_draws_itself(sheet, show, tmp_path):
    show(Scaled)
    sheet.write(str(tmp_path / "view.png"))
    image = QImage(str(tmp_path / "view.png"))
    assert (colour(image, 99, 50), colour(image, 101, 50)) == ("#00ff00", "#ffffff")


def test_an_svg_has_no_sharpness_and_the_same_picture(sheet, show, tmp_path):
    show(Scaled)
    choose(sheet.scale, "3")
    choose(sheet.kind, "svg")
    assert not sheet._scale_row.isVisible()
    assert "sharp at any size" in sheet.facts.text()
    sheet.write(str(tmp_path / "view.svg"))
    renderer = QSvgRenderer(QByteArray((tmp_path / "view.svg").read_bytes()))
    assert renderer.isValid()
    assert renderer.viewBox().size() == QSize(200, 100)
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert (colour(image, 190, 100), colour(image, 210, 100)) == ("#00ff00", "#ffffff")


def test_a_picture_that_takes_time(sheet, show, tmp_path):
    view = show(Prepared)
    choose(sheet.scale, "2")
    sheet.write(str(tmp_path / "view.png"))
    assert sheet.said.text() == "Drawing …"
    assert view.asked == (QSize(200, 100), 2.0)
    assert list(tmp_path.iterdir()) == []
    view.finish()
    assert colour(QImage(str(tmp_path / "view.png")), 50, 50) == "#0000ff"
    assert "is written" in sheet.said.text()


def test_more_pixels_than_a_png_may_have(sheet, show, tmp_path):
    """8,192 × 8,192 × 9 would take 2.4 GB to draw."""
    show(Plain)
    enter(sheet.width_field, str(MOST))
    enter(sheet.height_field, str(MOST))
    choose(sheet.scale, "3")
    sheet.write(str(tmp_path / "view.png"))
    assert sheet.said.text() == "A PNG holds at most 100,000,000 pixels. Choose a smaller size."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("where", ["nowhere", "file"])
def test_a_folder_that_is_none_is_a_sentence(sheet, show, tmp_path, where):
    (tmp_path / "file").write_text("kept")
    show(Plain)
    sheet.write(str(tmp_path / where / "view.png"))
    assert sheet.said.text() == f"There is no folder {tmp_path / where}. Make it first."
    assert (tmp_path / "file").read_text() == "kept"


def test_a_disk_that_is_full_is_a_sentence_and_leaves_nothing(sheet, show, tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    show(Plain)
    monkeypatch.setattr(os, "fsync", full)
    sheet.write(str(tmp_path / "view.png"))
    assert sheet.said.text() == "The disk is full; nothing was written. Make room, or write to another disk."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("kind", "given", "written"),
    [
        ("png", "view", "view.png"),
        ("png", "view.PNG", "view.PNG"),
        ("png", "view.svg", "view.svg.png"),
        ("svg", "view", "view.svg"),
    ],
)
def test_the_file_is_asked_for_and_has_the_suffix_of_its_kind(
    sheet, show, tmp_path, monkeypatch, kind, given, written
):
    show(Scaled)
    choose(sheet.kind, kind)
    asked = []

    def answer(*said):
        asked.append(said[2:])
        return str(tmp_path / given), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    QTest.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    assert asked == [(f"padviewer.{kind}", f"{kind.upper()} (*.{kind})")]
    assert [one.name for one in tmp_path.iterdir()] == [written]


def test_a_closed_dialog_writes_nothing(sheet, show, tmp_path, monkeypatch):
    show(Scaled)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: ("", ""))
    QTest.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    assert list(tmp_path.iterdir()) == []
    assert sheet.said.text() == ""


def test_a_file_that_is_replaced_is_whole(sheet, show, tmp_path):
    (tmp_path / "view.png").write_bytes(b"x" * 1_000_000)
    show(Plain)
    sheet.write(str(tmp_path / "view.png"))
    assert not QImage(str(tmp_path / "view.png")).isNull()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_name_that_the_dialog_did_not_ask_about_replaces_nothing(sheet, show, tmp_path, monkeypatch):
    """The dialog asks whether “view” may be replaced, and the sheet would write view.png."""
    (tmp_path / "view.png").write_bytes(b"theirs")
    show(Plain)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "view"), ""))
    QTest.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    assert (tmp_path / "view.png").read_bytes() == b"theirs"
    assert "view.png is there already." in sheet.said.text()

"""The sheet that saves the view in front as a picture, PNG or SVG, at a chosen size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from padviewer.core.errors import PadViewerError
from padviewer.core.files.whole_file import write_whole
from padviewer.gui.style import numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import problem_words, tr
from padviewer.gui.widgets.buttons import Button, Segmented
from padviewer.gui.widgets.field import Field, FormRow
from padviewer.gui.widgets.labels import ElidedLabel, NoteLine
from padviewer.gui.widgets.popup import MARGIN, SideSheet

if TYPE_CHECKING:
    from padviewer.gui.controller import Controller

LEAST, MOST = 64, 8192
MOST_PIXELS = 100_000_000
Paint = Callable[[QPainter], None]


class PictureSheet(SideSheet):
    """Width, height, sharpness and kind of the picture; the file is asked for at the end.

    Parameters
    ----------
    controller : Controller
    """

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._views: Any = None
        self.setAccessibleName(tr("Save picture"))
        self.width_field = Field(tr("Width"), unit=tr("pixels"), number=True)
        self.height_field = Field(tr("Height"), unit=tr("pixels"), number=True)
        self.kind = Segmented(tr("Kind"), (("png", "PNG"), ("svg", "SVG")))
        self.scale = Segmented(tr("Sharpness"), (("1", "1×"), ("2", "2×"), ("3", "3×")))
        self._scale_row = FormRow(tr("Sharpness"), [self.scale])
        self.facts = NoteLine()
        self.said = NoteLine()
        self.said.make_selectable()
        self.save = Button(tr("Save picture"), "primary", "save")
        self._lay_out()
        for field, name in ((self.width_field, "width"), (self.height_field, "height")):
            field.entered.connect(lambda words, field=field, name=name: self._on_side(field, name, words))
        self.kind.chosen.connect(lambda _key: self._show())
        self.scale.chosen.connect(lambda _key: self._show())
        self.save.clicked.connect(self.ask)

    def _lay_out(self) -> None:
        content = QWidget()
        body = QVBoxLayout(content)
        body.setContentsMargins(MARGIN, 4, MARGIN, 16)
        body.setSpacing(4)
        kind = FormRow(tr("Kind"), [self.kind])
        for row in (self.width_field, self.height_field, kind, self._scale_row, self.facts, self.said):
            body.addWidget(row)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 12, MARGIN, 16)
        foot.addStretch(1)
        foot.addWidget(self.save)
        title = ElidedLabel(tr("Save picture"), "title", "t1")
        body.addStretch(1)
        self.close_button = self.lay_out(title, tr("Close the sheet"), content, foot)

    def open_for(self, views: Any) -> None:
        """Show the sheet for the views of a window; it begins with the size on the screen."""
        self._views = views
        self._size = views.current.size().boundedTo(QSize(MOST, MOST)).expandedTo(QSize(LEAST, LEAST))
        self.said.say("")
        self._show()
        self.show_above()
        self.width_field.setFocus()

    def size_wanted(self) -> QSize:
        """Return width and height in logical pixels."""
        return QSize(self._size)

    def _on_side(self, field: Field, name: str, words: str) -> None:
        if not (words.isascii() and words.isdecimal() and LEAST <= int(words[:9]) <= MOST):
            most = numbers.count(MOST)
            field.set_error(tr("A whole number from {least} to {most}.", least=LEAST, most=most))
            return
        side = int(words)
        self._size = QSize(side, self._size.height()) if name == "width" else QSize(self._size.width(), side)
        self._show()

    def _show(self) -> None:
        self.width_field.set_text(str(self._size.width()))
        self.height_field.set_text(str(self._size.height()))
        is_png = self.kind.key() == "png"
        self._scale_row.setVisible(is_png)
        if is_png:
            scale = int(self.scale.key())
            shape = f"{self._size.width() * scale} × {self._size.height() * scale}"
            self.facts.say(tr("The file holds {shape} pixels.", shape=shape))
        else:
            self.facts.say(tr("Texts and lines stay sharp at any size; the cells are an image inside."))

    # -- writing -------------------------------------------------------------------------------
    def ask(self) -> None:
        """Ask for the file, and write the picture."""
        suffix = self.kind.key()
        kinds = f"{suffix.upper()} (*.{suffix})"
        path, _ = QFileDialog.getSaveFileName(self, tr("Save picture"), f"padviewer.{suffix}", kinds)
        if not path:
            return
        whole = path if path.lower().endswith(f".{suffix}") else f"{path}.{suffix}"
        if whole != path and Path(whole).exists():  # the dialog asked about the other name
            self.said.say(tr("{file} is there already. Give its whole name to replace it.", file=whole))
            return
        self.write(whole)

    def write(self, path: str) -> None:
        """Write the picture to `path`, whole or not at all; the sheet says how it ended."""
        view, size = self._views.current, self.size_wanted()
        scale = float(self.scale.key()) if self.kind.key() == "png" else 1.0
        if self.kind.key() == "png" and size.width() * size.height() * scale**2 > MOST_PIXELS:
            most = numbers.count(MOST_PIXELS)
            self.said.say(tr("A PNG holds at most {most} pixels. Choose a smaller size.", most=most))
            return
        self.said.say(tr("Drawing …"))

        def draw(paint: Paint) -> None:
            content = png_of(paint, size, scale) if self.kind.key() == "png" else svg_of(paint, size)
            self._write(path, content)

        if hasattr(view, "prepare_picture"):
            view.prepare_picture(size, lambda still: draw(still.paint), scale)
        elif hasattr(view, "paint_picture"):
            draw(lambda painter: view.paint_picture(painter, size))
        else:
            draw(lambda painter: paint_widget(view, painter, size))

    def _write(self, path: str, content: bytes) -> None:
        try:
            write_whole(Path(path), content)
        except PadViewerError as error:
            self.said.say(problem_words(error))
            return
        self.said.say(tr("{file} is written, {size}.", file=path, size=numbers.size(len(content))))


def paint_widget(widget: QWidget, painter: QPainter, size: QSize) -> None:
    """Draw a widget as it stands on the screen, as large as fits into `size`."""
    factor = min(size.width() / widget.width(), size.height() / widget.height())
    painter.save()
    painter.scale(factor, factor)
    widget.render(painter, QPoint())
    painter.restore()


def png_of(paint: Paint, size: QSize, scale: float) -> bytes:
    """Return a PNG of size × scale pixels of what `paint` draws in logical pixels."""
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(look.current().colour("canvas"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    array = QByteArray()
    buffer = QBuffer(array)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(array.data())


def svg_of(paint: Paint, size: QSize) -> bytes:
    """Return an SVG of what `paint` draws in logical pixels."""
    array = QByteArray()
    buffer = QBuffer(array)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle("PadViewer")
    painter = QPainter(generator)
    painter.fillRect(QRect(0, 0, size.width(), size.height()), look.current().colour("canvas"))
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    paint(painter)
    painter.end()
    buffer.close()
    return bytes(array.data())

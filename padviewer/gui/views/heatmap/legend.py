"""The legend of a heatmap: the kinds of cell that occur, each with its swatch and its word."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from padviewer.core.picture import ramps
from padviewer.core.picture.colours import IDENTITY_PIXELS
from padviewer.core.picture.layout import MARGIN
from padviewer.core.picture.source import HeatmapSource, Mode
from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr

RAMP_SWATCH, SWATCH, SWATCH_HEIGHT = 40, 12, 10
SWATCH_GAP, ITEM_GAP = 6, 16
LINE = 14


class HeatmapLegend(QWidget):
    """The kinds of cell that occur in a source, each with its swatch and its word; stands on the right.

    Parameters
    ----------
    mode : {"values", "mask"}
    with_ramp : bool
        Whether the ramp is among them; False where a `ColourBar` stands beside.
    """

    def __init__(
        self, mode: Mode = "values", parent: QWidget | None = None, *, with_ramp: bool = True
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._with_ramp = with_ramp
        self._ramp = "tide"
        self._items: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_source(self, source: HeatmapSource | None) -> None:
        """List the kinds of cell of a source, or nothing."""
        self._items = [] if source is None else kinds_of(source, self._mode, with_ramp=self._with_ramp)
        self.setAccessibleName(tr("Legend: {kinds}", kinds=", ".join(self.words())))
        self.setToolTip(", ".join(self.words()))  # a narrow window has no room for the words
        self.updateGeometry()
        self.update()

    def set_ramp(self, name: str) -> None:
        """Draw the ramp with another name in `padviewer.core.picture.ramps`."""
        self._ramp = name
        self.update()

    def words(self) -> list[str]:
        """Return the words of the legend, from left to right."""
        return [words for _, words in self._items]

    def sizeHint(self) -> QSize:
        return QSize(round(legend_width(self._items)) + 1, look.current().px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(RAMP_SWATCH), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_legend(painter, QRectF(self.rect()), self._items, self._ramp)
        painter.end()


def kinds_of(source: HeatmapSource, mode: Mode, *, with_ramp: bool = True) -> list[tuple[str, str]]:
    """Return the kinds of cell that occur and the word of each."""
    padding = [("padding", tr("padding"))] if source.has_padding else []
    if mode == "mask":
        return [("kept", tr("real")), *padding]
    scale = [("identity" if source.identity else "ramp", source.ramp_words)] if with_ramp else []
    cut = [("cut", tr("cut"))] if source.most_cut else []
    missing = [("missing", tr("missing"))] if source.has_missing else []
    infinite = [("infinite", tr("infinite"))] if source.has_infinite else []
    return [*scale, *padding, *cut, *missing, *infinite]


def _width(kind: str, words: str) -> float:
    return _swatch(kind) + (SWATCH_GAP + drawing.text_width(words, "small") if words else 0)


def _swatch(kind: str) -> int:
    return look.current().px(RAMP_SWATCH if kind in ("ramp", "identity") else SWATCH)


def legend_width(items: list[tuple[str, str]]) -> float:
    """Return the logical pixels that the items take side by side."""
    return sum(_width(*item) for item in items) + ITEM_GAP * max(0, len(items) - 1)


def paint_legend(painter: QPainter, rect: QRectF, items: list[tuple[str, str]], ramp: str) -> None:
    """Draw items into a rectangle at its right: in one line, else in two, else without their words."""
    for item, place in _places(rect, items):
        _paint_item(painter, item, place, ramp)


def _places(rect: QRectF, items: list[tuple[str, str]]) -> list[tuple[tuple[str, str], QRectF]]:
    """Return each item, its words empty where there is no room for them, with its place."""
    half = (len(items) + 1) // 2
    line_height, lines = look.current().px(LINE), [items]
    if legend_width(items) > rect.width() + 1:
        lines = [items[:half], items[half:]]
    if max(map(legend_width, lines)) > rect.width() + 1 or rect.height() < len(lines) * line_height:
        lines = [[(kind, "") for kind, _ in items]]
    height = rect.height() if len(lines) == 1 else line_height
    left, top = rect.right() - max(map(legend_width, lines)), rect.center().y() - len(lines) * height / 2
    places = []
    for row, line in enumerate(lines):
        at = left
        for kind, words in line:
            places.append(((kind, words), QRectF(at, top + row * height, _width(kind, words), height)))
            at += _width(kind, words) + ITEM_GAP
    return places


def paint_ramp(painter: QPainter, box: QRectF, ramp: str) -> None:
    """Fill a rectangle with a ramp, low on the left."""
    # every column of the picture is one colour of the ramp, so it is stretched down only
    table = np.ascontiguousarray(ramps.ramp(ramp))
    painter.drawImage(box, QImage(table.data, 256, 1, 768, QImage.Format.Format_RGB888))


def paint_identity(painter: QPainter, box: QRectF) -> None:
    """Fill a rectangle with the 12 colours of ids, side by side."""
    count = len(IDENTITY_PIXELS)
    painter.drawImage(box, QImage(IDENTITY_PIXELS.data, count, 1, 4 * count, QImage.Format.Format_RGB32))


def _paint_item(painter: QPainter, item: tuple[str, str], place: QRectF, ramp: str) -> None:
    kind, words = item
    size = _swatch(kind)
    high = look.current().px(SWATCH_HEIGHT)
    top = place.center().y() - high / 2
    ratio = painter.device().devicePixelRatioF()
    box = drawing.snapped(QRectF(place.left(), top, size, high), ratio)
    if kind == "ramp":
        paint_ramp(painter, box, ramp)
    elif kind == "identity":
        paint_identity(painter, box)
    elif kind == "infinite":
        theme = look.current()
        painter.fillRect(box, theme.colour("t1"))
        half = QRectF(box.center().x(), box.top(), box.width() / 2, box.height()).adjusted(0, 1, -1, -1)
        painter.fillRect(half, theme.colour("canvas"))
    elif kind == "missing":
        theme = look.current()
        painter.fillRect(box, theme.colour("missbg"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("miss"))
        cross = QRectF(0, 0, 5, 5)
        cross.moveCenter(box.center())
        painter.drawLine(cross.topLeft(), cross.bottomRight())
        painter.drawLine(cross.bottomLeft(), cross.topRight())
        painter.restore()
    else:
        drawing.bar(painter, box, kind)
    if words:
        text = place.adjusted(size + SWATCH_GAP, 0, 0, 0)
        drawing.text(painter, text, words, "small", "t2")


def paint_head(painter: QPainter, rect: QRectF, source: HeatmapSource, mode: Mode, ramp: str) -> None:
    """Draw the title of a picture for a file on the left, and its legend on the right."""
    kinds = kinds_of(source, mode)
    room = rect.adjusted(MARGIN, 0, -MARGIN, 0)
    paint_legend(painter, room, kinds, ramp)
    left = room.adjusted(0, 0, -min(room.width(), legend_width(kinds) + MARGIN), 0)
    drawing.text(painter, left, source.title, "strong", "t1")

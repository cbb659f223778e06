"""The two lists of the export sheet: the formats, of which one is chosen, and the arrays of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from padviewer.core.export.outlook import FOLDER, suffixes
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, told, tr
from padviewer.gui.widgets.lines_list import RowList

_NAME_LEFT = 26
_NOTES = {
    ".npz": (mark("NumPy archive"), mark("all arrays in one file")),
    ".npy": (mark("NumPy file"), mark("the tensor alone, memory-mapped")),
    FOLDER: (mark("NumPy folder"), mark("a file for every array")),
    ".parquet": (mark("Parquet"), mark("a row for every row")),
    ".csv": (mark("CSV"), mark("one step per column")),
}


@dataclass(frozen=True)
class FormatRow:
    """A format that can be chosen.

    Parameters
    ----------
    suffix : str
        ``".npz"``; what it is known by. Empty for a folder.
    name, note : str
    problem : str
        Why it cannot hold these arrays, instead of the note; empty where it can.
    """

    suffix: str
    name: str
    note: str
    problem: str = ""

    @property
    def ending(self) -> str:
        """What its name ends with, as it is shown."""
        return self.suffix or "/"


def format_rows(tensors: int, problems: Mapping[str, str]) -> tuple[FormatRow, ...]:
    """Return the formats as they are shown."""
    return tuple(
        FormatRow(one, tr(_NOTES[one][0]), tr(_NOTES[one][1]), told(problems.get(one, "")))
        for one in suffixes(tensors)
    )


class FormatList(RowList):
    """Formats as radio rows; the arrows choose, and pass over what does not suit without choosing it.

    Signals
    -------
    chosen(str)
        The suffix that the person chose.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Format"), parent)
        self._rows: tuple[FormatRow, ...] = ()
        self._suffix = ""
        self.row_activated.connect(self._on_activated)

    def suffix(self) -> str:
        """Return the format that is chosen."""
        return self._suffix

    def set_rows(self, rows: tuple[FormatRow, ...], suffix: str) -> None:
        """Show formats, one of them chosen."""
        if (rows, suffix) != (self._rows, self._suffix):
            self._rows, self._suffix = rows, suffix
            self.rows_changed()
            self.set_cursor_row(max(0, self.selected_row()))

    def row_count(self) -> int:
        return len(self._rows)

    def row_height(self) -> int:
        return look.current().px(28)

    def selected_row(self) -> int:
        return next((at for at, row in enumerate(self._rows) if row.suffix == self._suffix), -1)

    def row_sentence(self, row: int) -> str:
        one = self._rows[row]
        note = one.problem or one.note
        if one.suffix == self._suffix:
            return tr("{format}, {note}, chosen", format=one.name, note=note)
        return f"{one.name}, {note}"

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        one, here = self._rows[row], row == self.selected_row()
        usable = self.isEnabled() and not one.problem
        _radio(painter, QPointF(rect.left() + look.current().px(8), rect.center().y()), here, usable)
        name_width = max(drawing.text_width(other.name, "strong") for other in self._rows)
        suffix_width = max(drawing.text_width(other.ending, "mono") for other in self._rows)
        name = QRectF(rect.left() + look.current().px(_NAME_LEFT), rect.top(), name_width + 1, rect.height())
        drawing.text(painter, name, one.name, "strong" if here else "body", "t1" if usable else "t3")
        left = name.right() + 16
        note = QRectF(left, rect.top(), rect.right() - suffix_width - 12 - left, rect.height())
        drawing.text(painter, note, one.problem or one.note, "small", "t2" if usable else "t3")
        right = Qt.AlignmentFlag.AlignRight
        drawing.text(painter, rect, one.ending, "mono", "t3", right)

    def _on_activated(self, row: int) -> None:
        one = self._rows[row]
        if not one.problem and one.suffix != self._suffix:
            self._suffix = one.suffix
            self.set_cursor_row(row)
            self.chosen.emit(one.suffix)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.cursor_row()
        if event.key() == Qt.Key.Key_Space and self._rows:
            self._on_activated(before)
            return
        super().keyPressEvent(event)
        if self.cursor_row() != before:
            self._on_activated(self.cursor_row())


@dataclass(frozen=True)
class ArrayRow:
    """An array of the export; ready to show."""

    name: str
    shape: str
    dtype: str
    size: str


class ArrayList(RowList):
    """Name, shape, dtype and size of every array."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Arrays"), parent)
        self._rows: tuple[ArrayRow, ...] = ()
        self.set_most_rows(6)

    def set_rows(self, rows: tuple[ArrayRow, ...]) -> None:
        """Show arrays."""
        if rows != self._rows:
            self._rows = rows
            self.rows_changed()

    def row_count(self) -> int:
        return len(self._rows)

    def row_height(self) -> int:
        return look.current().px(28)

    def row_sentence(self, row: int) -> str:
        one = self._rows[row]
        return tr(
            "{array}, shape {shape}, {dtype}, {size}",
            array=one.name, shape=one.shape, dtype=one.dtype, size=one.size,
        )  # fmt: skip

    def header_height(self) -> int:
        return look.current().px(24)

    def paint_header(self, painter: QPainter, rect: QRectF) -> None:
        name, shape, dtype, size = self._columns(rect)
        right = Qt.AlignmentFlag.AlignRight
        drawing.text(painter, name, tr("Array"), "micro", "t3")
        for place, words in ((shape, tr("Shape")), (dtype, tr("Dtype")), (size, tr("Size"))):
            drawing.text(painter, place, words, "micro", "t3", right)

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        one = self._rows[row]
        name, shape, dtype, size = self._columns(rect)
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        drawing.hairline(painter, rect.left(), rect.top(), rect.width(), "line")
        drawing.text(painter, name, one.name, "body", "t1", left, Qt.TextElideMode.ElideMiddle)
        drawing.text(painter, shape, one.shape, "mono", "t2", right)
        drawing.text(painter, dtype, one.dtype, "mono", "t2", right)
        drawing.text(painter, size, one.size, "body", "t1", right)

    def _columns(self, rect: QRectF) -> tuple[QRectF, QRectF, QRectF, QRectF]:
        """Return the places of name, shape, dtype and size: each as wide as its widest, the name the rest."""
        shape = max((drawing.text_width(row.shape, "mono") for row in self._rows), default=0.0) + 1
        dtype = max((drawing.text_width(row.dtype, "mono") for row in self._rows), default=0.0) + 1
        size = max((drawing.text_width(row.size, "body") for row in self._rows), default=0.0) + 1
        dtype, size = max(dtype, 48.0), max(size, 60.0)
        right, places = rect.right(), []
        for width in (size, dtype, shape):
            places.append(QRectF(right - width, rect.top(), width, rect.height()))
            right -= width + 20
        name = QRectF(rect.left(), rect.top(), max(0.0, right - rect.left()), rect.height())
        return name, places[2], places[1], places[0]


def array_rows(found: list[tuple[str, tuple[int, ...], str, int]]) -> tuple[ArrayRow, ...]:
    """Return the rows of an estimate (array name, shape, dtype, bytes)."""
    return tuple(
        ArrayRow(told(name), numbers.shape(shape), dtype, numbers.size(size))
        for name, shape, dtype, size in found
    )


def _radio(painter: QPainter, centre: QPointF, chosen: bool, usable: bool) -> None:
    theme = look.current()
    radius = theme.px(7)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    token = "accent" if chosen else "stroke2"
    painter.setPen(QPen(theme.colour(token if usable else "dis"), 1.5))
    painter.setBrush(theme.colour("raised"))
    painter.drawEllipse(centre, radius, radius)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if usable else "dis"))
        painter.drawEllipse(centre, radius / 2, radius / 2)
    painter.restore()

"""A few numbers with their names, right edges aligned: Steps kept, Rows cut, Padding, Memory."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr

_PITCH = 34


@dataclass(frozen=True)
class NumberRow:
    """One number.

    Parameters
    ----------
    name : str
    value : str
        Ready to show; empty while it is counted.
    colour : str
        The colour of the value: ``"t1"``, ``"cut"`` for lost steps, ``"err"`` for the impossible.
    """

    name: str
    value: str
    colour: str = "t1"


class NumberList(QWidget):
    """Names on the left, numbers on the right, a hairline between."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[NumberRow, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_rows(self, rows: tuple[NumberRow, ...]) -> None:
        """Show numbers."""
        if rows == self._rows:
            return
        taller = len(rows) != len(self._rows)
        self._rows = rows
        self.setAccessibleDescription(", ".join(f"{row.name} {row.value or tr('counting')}" for row in rows))
        if taller:
            self.updateGeometry()
        self.update()

    def _pitch(self) -> float:
        """Return the height of a row: the usual one, or less where the list is squeezed."""
        usual = look.current().px(_PITCH)
        return min(usual, self.height() / max(1, len(self._rows)))

    def sizeHint(self) -> QSize:
        widest = max((self._width(row) for row in self._rows), default=0.0)
        return QSize(int(max(widest + 1, 192)), look.current().px(_PITCH) * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        widest = max((self._width(row) for row in self._rows), default=0.0)
        return QSize(int(widest) + 1, look.current().line("body") * len(self._rows))

    @staticmethod
    def _width(row: NumberRow) -> float:
        value = drawing.text_width(row.value or tr("counting"), "head")
        return drawing.text_width(row.name, "body") + 16 + value

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pitch, right = self._pitch(), Qt.AlignmentFlag.AlignRight
        for index, row in enumerate(self._rows):
            line = QRectF(0, index * pitch, self.width(), pitch)
            style, token = ("head", row.colour) if row.value else ("small", "t3")
            value = row.value or tr("counting")
            width = drawing.text_width(value, style)
            drawing.text(painter, line.adjusted(0, 0, -width - 8, 0), row.name, "body", "t2")
            drawing.text(painter, line, value, style, token, right)
            if index + 1 < len(self._rows):
                drawing.hairline(painter, 0, line.bottom() - 1, self.width(), "line")
        painter.end()

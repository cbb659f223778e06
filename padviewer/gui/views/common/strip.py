"""The selected row in words over ids, under the views; a press on a word selects its step."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look
from padviewer.gui.style.drawing import MARGIN
from padviewer.gui.style.words import tr

BEFORE = 4
"""Words that stand before the selected one, so that it is read in its sentence."""
_GAP, _PADDING, _WIDEST = 14, 6, 180


@dataclass(frozen=True)
class RowText:
    """What the strip says of one row.

    Parameters
    ----------
    head : str
        ``Row 144``.
    note : str
        ``110 words, 14 cut at the end``.
    is_cut : bool
        Whether the note tells a loss.
    items : tuple of (str, str)
        For each step from `first` on, what stands above and below: word and id, or value and step. A few more
        than fit are enough.
    first : int
        Step of the first item.
    selected : int
        Selected step, or −1.
    """

    head: str
    note: str = ""
    is_cut: bool = False
    items: tuple[tuple[str, str], ...] = ()
    first: int = 0
    selected: int = -1


class RowStrip(QWidget):
    """One line that names the row and what is under the mouse, and one with the row's steps.

    Signals
    -------
    step_pressed(int)
        Step of the word that was pressed.
    """

    step_pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: RowText | None = None
        self._read_out = ""
        self._boxes: list[tuple[int, QRectF]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Selected row"))

    def set_row(self, row: RowText | None) -> None:
        """Show a row, or nothing."""
        self._row = row
        self._place()

    def set_read_out(self, words: str) -> None:
        """Say what is under the mouse or selected, on the right: ``step 37 · id 1911``."""
        self._read_out = words
        self.setAccessibleDescription(self.sentence())
        self.update()

    def sentence(self) -> str:
        """Return what the strip says, for a person who cannot see it."""
        row = self._row
        parts = [] if row is None else [row.head, row.note]
        return ". ".join(part for part in [*parts, self._read_out] if part)

    def step_at(self, point: QPointF) -> int | None:
        """Step of the word under a point, or None."""
        return next((step for step, box in self._boxes if box.contains(point)), None)

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(400), look.current().px(68))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(160), self.sizeHint().height())

    def _place(self) -> None:
        """Find the words that fit, and where each stands."""
        row, theme = self._row, look.current()
        self._boxes = []
        x, top = float(MARGIN), float(theme.px(28))
        for place, (above, below) in enumerate(row.items if row is not None else ()):
            words = max(drawing.text_width(above, "body"), drawing.text_width(below, "mono_small"))
            width = min(words, float(theme.px(_WIDEST)))
            if x + width > self.width() - MARGIN and self._boxes:
                break
            box = QRectF(x - _PADDING, top, width + 2 * _PADDING, theme.px(34))
            self._boxes.append(((row.first if row is not None else 0) + place, box))
            x += width + _GAP
        self.setAccessibleDescription(self.sentence())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), look.current()
        painter.fillRect(event.rect(), theme.colour("canvas"))
        drawing.hairline(painter, 0, 0, self.width(), "line")
        if self._row is not None:
            self._paint_head(painter, self._row)
            self._paint_items(painter, self._row)
        painter.end()

    def _paint_head(self, painter: QPainter, row: RowText) -> None:
        theme = look.current()
        top, height = theme.px(7), theme.px(20)
        right = float(self.width() - MARGIN)
        head = drawing.text_width(row.head, "head")
        drawing.text(painter, QRectF(MARGIN, top, right - MARGIN, height), row.head, "head", "t1")
        room = right - MARGIN - head - 12
        note = min(drawing.text_width(row.note, "small") + 1, room)
        token = "cut" if row.is_cut else "t3"
        drawing.text(painter, QRectF(MARGIN + head + 12, top, note, height), row.note, "small", token)
        rest = QRectF(MARGIN + head + 12 + note + 16, top, room - note - 16, height)
        if rest.width() > theme.px(40):
            words, align = self._read_out, Qt.AlignmentFlag.AlignRight
            drawing.text(painter, rest, words, "small", "t2", align, Qt.TextElideMode.ElideMiddle)

    def _paint_items(self, painter: QPainter, row: RowText) -> None:
        theme = look.current()
        for step, box in self._boxes:
            above, below = row.items[step - row.first]
            chosen = step == row.selected
            if chosen:
                drawing.rounded(painter, box, 5, "tint")
            inside = box.adjusted(_PADDING, 0, -_PADDING + 1, 0)
            word = QRectF(inside.left(), box.top() + 1, inside.width(), theme.px(18))
            number = QRectF(inside.left(), word.bottom() - 1, inside.width(), theme.px(14))
            drawing.text(painter, word, above, "strong" if chosen else "body", "t1")
            drawing.text(painter, number, below, "mono_small", "accent" if chosen else "t3")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = self.step_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and step is not None:
            self.step_pressed.emit(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()

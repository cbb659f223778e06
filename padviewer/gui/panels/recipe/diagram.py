"""The shortest, middle and longest row drawn to scale with the recipe: what is kept, filled and cut."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from padviewer.core.picture.diagram import DiagramRow
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import mark, tr, tr_count

_PITCH = 18
_BAR = 12
_TITLE = 20
_LEGEND = 30
_KINDS = {"kept": mark("kept"), "padding": mark("padding"), "cut": mark("cut")}


class RowDiagram(QWidget):
    """Rows as bars on one scale, with the window of maxlen as a line; it is the legend of the kinds too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[DiagramRow, ...] = ()
        self._maxlen = 0
        self.setAccessibleName(tr("Shortest, middle and longest row"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: tuple[DiagramRow, ...], maxlen: int) -> None:
        """Show rows, shortest first, in a window of `maxlen` steps."""
        self._rows, self._maxlen = rows, maxlen
        said = []
        for row in rows:
            kept = numbers.count(row.head + row.tail)
            parts = [
                tr_count("{count} step: {kept} kept", "{count} steps: {kept} kept", row.length, kept=kept)
            ]
            if row.filled:
                parts.append(tr("{number} filled", number=numbers.count(row.filled)))
            if row.lost:
                parts.append(tr("{number} cut", number=numbers.count(row.lost)))
            said.append(", ".join(parts))
        self.setAccessibleDescription(". ".join(said))
        self.updateGeometry()
        self.update()

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds that occur, in the legend's order."""
        occur = {kind for row in self._rows for kind, _ in row.pieces}
        return tuple(kind for kind in _KINDS if kind in occur)

    def sizeHint(self) -> QSize:
        height = _TITLE + _PITCH * len(self._rows) + _LEGEND if self._rows else 0
        return QSize(200, look.current().px(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def bars_rect(self) -> QRectF:
        """Return the place of the bars: between the lengths on the left and the changes on the right."""
        theme = look.current()
        left = max((drawing.text_width(numbers.count(r.length), "small") for r in self._rows), default=0.0)
        right = max((drawing.text_width(self._said(r), "small") for r in self._rows), default=0.0)
        left, right = max(left, theme.px(24)), max(right, theme.px(24))
        top = theme.px(_TITLE)
        width = max(1.0, self.width() - left - right - 20)
        return QRectF(left + 8, top, width, theme.px(_PITCH) * len(self._rows))

    def bar_rects(self, row: int) -> tuple[tuple[str, QRectF], ...]:
        """Return the bars of a row from left to right: kind and place."""
        area, theme = self.bars_rect(), look.current()
        low, high = self._domain()
        scale = area.width() / max(1, high - low)
        top = area.top() + row * theme.px(_PITCH) + (theme.px(_PITCH) - theme.px(_BAR)) / 2
        at, bars = -self._rows[row].cut_left, []
        for kind, steps in self._rows[row].pieces:
            width = max(1.0, steps * scale)
            bars.append((kind, QRectF(area.left() + (at - low) * scale, top, width, theme.px(_BAR))))
            at += steps
        return tuple(bars)

    def _domain(self) -> tuple[int, int]:
        """Return the first and last step of the scale, counted from the window's first."""
        low = min((-row.cut_left for row in self._rows), default=0)
        ends = [sum(steps for _, steps in row.pieces) - row.cut_left for row in self._rows]
        return low, max([self._maxlen, *ends, 1])

    @staticmethod
    def _said(row: DiagramRow) -> str:
        return numbers.change(-row.lost if row.lost else row.filled)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter, theme = QPainter(self), look.current()
        wide = QRectF(self.rect())
        title = QRectF(0, 0, wide.width(), theme.px(_TITLE) - 4)
        drawing.text(painter, title, self.accessibleName(), "micro", "t3")
        area, right = self.bars_rect(), Qt.AlignmentFlag.AlignRight
        for index, row in enumerate(self._rows):
            top = area.top() + index * theme.px(_PITCH)
            line = QRectF(0, top, area.left() - 8, theme.px(_PITCH))
            drawing.text(painter, line, numbers.count(row.length), "small", "t2", right)
            for kind, bar in self.bar_rects(index):
                drawing.bar(painter, bar, kind, 2 if bar.width() > 6 else 0)
            line = QRectF(area.right() + 4, top, wide.width() - area.right() - 4, theme.px(_PITCH))
            drawing.text(painter, line, self._said(row), "small", "cut" if row.lost else "t3", right)
        self._paint_window(painter, area)
        self._paint_legend(painter, area)
        painter.end()

    def _paint_window(self, painter: QPainter, area: QRectF) -> None:
        """Draw the window's end, and its start where something lies before it."""
        low, high = self._domain()
        scale = area.width() / max(1, high - low)
        ratio = self.devicePixelRatioF()
        steps = [self._maxlen] + ([0] if low < 0 else [])
        for step in steps:
            x = min(area.left() + (step - low) * scale, area.right())
            line = drawing.snapped(QRectF(x - 1, area.top() - 2, 2, area.height() + 4), ratio)
            painter.fillRect(line, look.current().colour("accent"))

    def _paint_legend(self, painter: QPainter, area: QRectF) -> None:
        theme = look.current()
        swatch = theme.px(_BAR)
        said = [(kind, tr(_KINDS[kind])) for kind in self.kinds()]
        needed = sum(swatch + 6 + drawing.text_width(words, "micro") + 1 for _, words in said)
        gap = min(14.0, max(4.0, (self.width() - needed) / max(1, len(said) - 1)))
        left = max(0.0, min(area.left(), self.width() - needed - gap * (len(said) - 1)))
        top = area.bottom() + theme.px(12)
        for kind, words in said:
            drawing.bar(painter, QRectF(left, top + 1, swatch, swatch - 2), kind, 2)
            place = QRectF(left + swatch + 6, top - 1, drawing.text_width(words, "micro") + 1, swatch + 2)
            drawing.text(painter, place, words, "micro", "t2")
            left = place.right() + gap

"""A few words of which one is chosen, side by side in a track: Pre | Post | Both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from padviewer.gui.style import drawing
from padviewer.gui.style import theme as look

_INSET = 2


class Segmented(QWidget):
    """One of a few words; one tab stop, left and right move the choice.

    Signals
    -------
    chosen(str)
        The key that the person chose; not sent by `set_key`.

    Parameters
    ----------
    name : str
        What is chosen, for those who do not see it.
    items : sequence of (str, str)
        Key and word of each; the first one is chosen.
    """

    chosen = Signal(str)

    def __init__(self, name: str, items: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = tuple(items)
        self._index = 0
        self._hover = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    def key(self) -> str:
        """Return the key of the choice."""
        return self._items[self._index][0]

    def set_key(self, key: str) -> None:
        """Choose without a signal; ValueError when there is no such key."""
        self._index = [one for one, _ in self._items].index(key)
        self._describe()
        self.update()

    def segment_rects(self) -> list[QRectF]:
        """Return where each word's segment is: equal parts, or by need where a word does not fit its part."""
        track = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        needs = self._needs()
        part = track.width() / len(needs)
        widths = [part] * len(needs)
        if max(needs) > part:
            spare = (track.width() - sum(needs)) / len(needs)
            widths = [need + spare for need in needs]
        rects, left = [], track.left()
        for width in widths:
            rects.append(QRectF(left, track.top(), width, track.height()))
            left += width
        return rects

    def _needs(self) -> list[float]:
        return [drawing.text_width(word, "strong") + 12 for _, word in self._items]

    def _describe(self) -> None:
        self.setAccessibleDescription(self._items[self._index][1])

    def _choose(self, index: int) -> None:
        index = min(max(index, 0), len(self._items) - 1)
        if index != self._index:
            self._index = index
            self._describe()
            self.update()
            self.chosen.emit(self.key())

    def _at(self, position: QPointF) -> int:
        hits = [
            i for i, rect in enumerate(self.segment_rects()) if rect.left() <= position.x() < rect.right()
        ]
        return hits[0] if hits else -1

    def sizeHint(self) -> QSize:
        needs = self._needs()
        return QSize(int(max(needs) * len(needs)) + 2 * _INSET + 1, look.current().px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(int(sum(self._needs())) + 2 * _INSET + 1, look.current().px(28))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._choose(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._at(event.position())
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        forward = -1 if mirrored else 1
        targets = {
            Qt.Key.Key_Left: self._index - forward,
            Qt.Key.Key_Right: self._index + forward,
            Qt.Key.Key_Up: self._index - 1,
            Qt.Key.Key_Down: self._index + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._items) - 1,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._choose(target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        enabled = self.isEnabled()
        drawing.rounded(painter, QRectF(self.rect()), 6, "hover")
        for index, (rect, (_, word)) in enumerate(zip(self.segment_rects(), self._items, strict=True)):
            here = index == self._index
            if here:
                self._paint_chip(painter, rect)
            token = "dis" if not enabled else "t1" if here or index == self._hover else "t2"
            words_rect = rect.adjusted(2, 0, -2, 0)
            style = "strong" if here else "body"
            drawing.text(painter, words_rect, word, style, token, Qt.AlignmentFlag.AlignHCenter)
        if self.hasFocus():
            drawing.focus_ring(painter, self.segment_rects()[self._index], 4)
        painter.end()

    @staticmethod
    def _paint_chip(painter: QPainter, rect: QRectF) -> None:
        theme = look.current()
        edge = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("stroke"), 1))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(edge, 5, 5)
        painter.setPen(QPen(theme.colour("stroke2"), 1))
        painter.drawLine(QPointF(edge.left() + 4, edge.bottom()), QPointF(edge.right() - 4, edge.bottom()))
        painter.restore()

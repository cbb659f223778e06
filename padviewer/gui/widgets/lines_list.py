"""A list that paints its rows: one tab stop, arrows inside, as many rows as there are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from padviewer.gui.style import drawing

OVERHANG = 8  # what a row's background extends past its text, left and right


class RowList(QAbstractScrollArea):
    """Base of the painted lists; a subclass says how many rows there are, how high, and paints one.

    Texts stand `OVERHANG` inside the left and right edge, so that the background of the selected row extends
    past them: put the list into its panel with a margin smaller by that.

    Signals
    -------
    row_clicked(int), row_activated(int)
        A click on a row; Return on it, or a click.
    """

    row_clicked = Signal(int)
    row_activated = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cursor = 0
        self._hover = -1
        self._most_rows = 10
        self._last_height = 0
        self.setProperty("plain", "1")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def row_count(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def row_height(self) -> int:
        """Return the height of every row in logical pixels."""
        raise NotImplementedError

    def row_sentence(self, row: int) -> str:
        """Return a row in words, for those who do not see it."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, rect: QRectF, row: int) -> None:
        """Paint a row's content; its background and focus ring are painted already."""
        raise NotImplementedError

    def selected_row(self) -> int:
        """Return the row on the background of selection; -1 for none."""
        return -1

    def row_background(self, row: int) -> str:
        """Return the token of a row's background; empty for none."""
        if row == self.selected_row():
            return "tint"
        return "hover" if row == self._hover else ""

    def header_height(self) -> int:
        """Return the height of the line above the rows, which does not scroll; 0 for none."""
        return 0

    def paint_header(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the line above the rows."""

    def cursor_row(self) -> int:
        """Return the row that the keys act on."""
        return self._cursor

    def set_cursor_row(self, row: int) -> None:
        """Move the keys' row, and scroll to it."""
        self._cursor = min(max(row, 0), max(0, self.row_count() - 1))
        self._describe()
        self.show_row(self._cursor)
        self.viewport().update()

    def show_row(self, row: int) -> None:
        """Scroll as little as needed to see a row."""
        bar, height = self.verticalScrollBar(), self.row_height()
        top, page = row * height, self._page()
        if top < bar.value():
            bar.setValue(top)
        elif top + height > bar.value() + page:
            bar.setValue(top + height - page)

    def row_rect(self, row: int) -> QRectF:
        """Return a row's place in the viewport, overhang included."""
        top = self.header_height() + row * self.row_height() - self.verticalScrollBar().value()
        return QRectF(0, top, self.viewport().width(), self.row_height())

    def row_at(self, position: QPointF) -> int:
        """Return the row at a place in the viewport; -1 for none."""
        below = position.y() - self.header_height()
        row = int((below + self.verticalScrollBar().value()) // self.row_height())
        return row if below >= 0 and 0 <= row < self.row_count() else -1

    def rows_changed(self) -> None:
        """Take notice of other rows; subclasses call it after their rows changed."""
        self._cursor = min(self._cursor, max(0, self.row_count() - 1))
        self._hover = -1
        self._describe()
        self._fit_scroll_bar()
        self.updateGeometry()
        self.viewport().update()

    def set_most_rows(self, rows: int) -> None:
        """Say how many rows the list likes to show before it scrolls."""
        self._most_rows = rows
        self.updateGeometry()

    def content_height(self) -> int:
        """Return the height of the header and all rows."""
        return self.header_height() + self.row_count() * self.row_height()

    def sizeHint(self) -> QSize:
        shown = max(1, min(self.row_count(), self._most_rows))
        return QSize(240, self.header_height() + shown * self.row_height())

    def minimumSizeHint(self) -> QSize:
        shown = max(1, min(self.row_count(), 2))
        return QSize(120, self.header_height() + shown * self.row_height())

    def _page(self) -> int:
        return max(0, self.viewport().height() - self.header_height())

    def _fit_scroll_bar(self) -> None:
        bar, page = self.verticalScrollBar(), self._page()
        bar.setRange(0, max(0, self.row_count() * self.row_height() - page))
        bar.setPageStep(page)
        bar.setSingleStep(self.row_height())

    def _describe(self) -> None:
        words = self.row_sentence(self._cursor) if 0 <= self._cursor < self.row_count() else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_scroll_bar()
        if self.row_height() != self._last_height:  # rows may have two lines where the list is narrow
            self._last_height = self.row_height()
            self.updateGeometry()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_scroll_bar()
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = max(1, self._page() // self.row_height())
        moves = {
            Qt.Key.Key_Up: self._cursor - 1,
            Qt.Key.Key_Down: self._cursor + 1,
            Qt.Key.Key_PageUp: self._cursor - page,
            Qt.Key.Key_PageDown: self._cursor + page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.row_count() - 1,
        }
        key = Qt.Key(event.key())
        if key in moves and self.row_count():
            self.set_cursor_row(moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row_count():
            self.row_activated.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.set_cursor_row(row)
            self.row_clicked.emit(row)
            self.row_activated.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if row != self._hover:
            self._hover = row
            self.viewport().setToolTip(self.row_sentence(row) if row >= 0 else "")
            self.viewport().update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover = -1
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        head = self.header_height()
        wide = QRectF(0, 0, self.viewport().width(), head).adjusted(OVERHANG, 0, -OVERHANG, 0)
        if head:
            self.paint_header(painter, wide)
        painter.setClipRect(QRectF(0, head, self.viewport().width(), max(0, self.viewport().height() - head)))
        for row in range(self.row_count()):
            rect = self.row_rect(row)
            if rect.bottom() <= max(head, event.rect().top()):
                continue
            if rect.top() > event.rect().bottom():
                break
            if background := self.row_background(row):
                drawing.rounded(painter, rect, 6, background)
            self.paint_row(painter, rect.adjusted(OVERHANG, 0, -OVERHANG, 0), row)
            if self.hasFocus() and row == self._cursor:
                drawing.focus_ring(painter, rect)
        painter.end()

"""The table: the rows of the shown tensor with length, label and text or values, however many there are."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from padviewer.core.data.ragged import Int64
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import View
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.views.table import painting as paint
from padviewer.gui.views.table.content import TableContent
from padviewer.gui.views.table.layout import Lines
from padviewer.gui.views.table.lines import NO_COLUMNS, Chosen, DrawnLines, columns_of
from padviewer.gui.views.table.rows import Strip
from padviewer.gui.views.table.scroll import BAR, ROW, ScrolledLines

LINES_PER_NOTCH = 3
STEPS_PER_NOTCH = 4
LEAST_COLUMN = 32


class TableView(ScrolledLines):
    """The rows of the shown tensor, one below the other.

    Up and Down, Page Up and Page Down, Ctrl+Home and Ctrl+End choose a row, with Shift a range of rows; Left
    and Right, Home and End choose a step; Return activates the row, Ctrl+C copies. The wheel scrolls rows,
    with Shift steps. The edges between the names of columns are dragged.

    Parameters
    ----------
    controller : Controller

    Signals
    -------
    row_activated(int)
        Return on a row of the tensor, or a double click.
    """

    row_activated = Signal(int)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._content = TableContent(controller, self, self._describe)
        self._columns = NO_COLUMNS
        self._widths: dict[str, int] = {}
        self._cursor = -1
        self._anchor = -1
        self._hover = -1
        self._reveal = -1
        self._drawn = DrawnLines(self._content)
        self._dragged = -1
        self._wheel_rest = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        controller.plan_changed.connect(self._on_plan_changed)
        controller.counting.order_changed.connect(self._on_order_changed)
        controller.view_changed.connect(self._on_view_changed)
        self._on_plan_changed()

    # -- what is shown -------------------------------------------------------------------------
    def is_current(self) -> bool:
        """Whether all that is in view has been read."""
        return not self._content.lacking(self._shown_strips().values(), self._first, self._fits())

    def go_to_row(self, row: int) -> None:
        """Select a row of the tensor, at the selected step, and bring it into view."""
        if 0 <= row < self._content.rows:
            self._controller.select(row, self._controller.view.col)
            self._scroll_to_row(self._cursor, centred=True)

    def selected_rows(self) -> Int64:
        """Return the selected rows of the tensor in view order: int64 [m], one unless a range is selected."""
        order, rows = self._controller.counting.order, self._range
        return (
            np.arange(rows.start, rows.stop, dtype=np.int64)
            if order is None
            else order[rows.start : rows.stop]
        )

    @property
    def _range(self) -> range:
        """The selected rows of the view."""
        if self._cursor < 0:
            return range(0)
        low, high = sorted((self._cursor, self._anchor if self._anchor >= 0 else self._cursor))
        return range(low, high + 1)

    def copy_text(self) -> str:
        """Return the selected rows as lines of fields between tabs; empty where none is selected.

        Raises
        ------
        ContentError
            More than can be copied at once.
        """
        return self._content.text_of(self.selected_rows())

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        self._content.copy(self.selected_rows())

    def _on_plan_changed(self) -> None:
        self._content.take_plan()
        self._make_columns()
        self._on_order_changed()

    def _on_order_changed(self) -> None:
        top = self._offset / self._lines.height  # which stays, however high a line is now
        self._lines = Lines.of(
            self._content.rows, self._controller.counting.arrangement, look.current().px(ROW)
        )
        self._cursor = self._view_row(self._controller.view.row)
        corner = self._controller.view.corner[0]
        self._anchor = self._cursor if corner < 0 else self._view_row(corner)
        self._drawn.boxes.clear()
        self._scroll_to(round(top * self._lines.height))
        self._show_steps_from(self._first)
        self._describe()

    def _on_view_changed(self, old: View, new: View) -> None:
        if new.at != old.at:
            self._on_plan_changed()
        if (new.row, new.col, new.corner) != (old.row, old.col, old.corner):
            if self._tensor_row(self._cursor) != new.row:
                self._cursor = self._view_row(new.row)
            if new.corner[0] < 0:
                self._anchor = self._cursor
            elif self._tensor_row(self._anchor) != new.corner[0]:
                self._anchor = self._view_row(new.corner[0])
            self._scroll_to_row(self._cursor)
            self._reveal = new.col
            self._describe()
        self.update()

    def _make_columns(self) -> None:
        """Name the table and its columns; widths that a person gave stay."""
        content = self._content
        if content.reader is None:
            self.setAccessibleName(tr("Table"))
            return
        tensor = content.reader.own.name
        self.setAccessibleName(tr("Table, {column} → {tensor}", column=content.column, tensor=tensor))
        self._columns = columns_of(content, self._widths)

    # -- rows and lines ------------------------------------------------------------------------
    def _tensor_row(self, view_row: int) -> int:
        order = self._controller.counting.order
        if not 0 <= view_row < self._lines.rows:
            return -1
        return view_row if order is None else int(order[view_row])

    def _view_row(self, row: int) -> int:
        order = self._controller.counting.order
        if order is None:
            return row if 0 <= row < self._lines.rows else -1
        found = np.flatnonzero(order == row)
        return int(found[0]) if len(found) else -1

    def _scroll_to(self, offset: int) -> None:
        super()._scroll_to(offset)
        self._hover = -1

    def most_places(self) -> int:
        return self._content.most_places

    def places_in_view(self) -> int:
        *_, (_, _, right) = self._columns.spans(self.width() - BAR)
        edge, cut = right - paint.PADDING + 1, list[int]()
        totals = {row: strip.total for row, strip in self._shown_strips().items()}
        for row, boxes in self._drawn.boxes.items():
            whole = sum(box.right() <= edge for _, box in boxes)
            if boxes and (whole < len(boxes) or boxes[-1][0] + 1 < totals.get(row, 0)):
                cut.append(whole)
        return min(cut) if cut else self.most_places() - self._first

    def _scroll_to_step(self, column: int) -> None:
        """Scroll as far as needed to see a column of the tensor in the selected row, once that is drawn."""
        seen = self._drawn.boxes.get(self._cursor, [])
        if not seen or not 0 <= column < self._content.width:
            return
        self._reveal = -1
        place = self._content.strips([self._tensor_row(self._cursor)])[0].place(column)
        if place < self._first:
            self._show_steps_from(place - STEPS_PER_NOTCH)
        elif place > seen[-1][0] or (
            place == seen[-1][0] > self._first and place < self._content.most_places - 1
        ):
            self._show_steps_from(place - len(seen) // 2)

    def _shown_strips(self) -> dict[int, Strip]:
        """Return the geometry of the rows on the screen, by row of the view."""
        rows = self._shown_rows()
        return dict(zip(rows, self._content.strips(map(self._tensor_row, rows)), strict=True))

    def _fits(self) -> int:
        """Return at least how many steps fit into the last column."""
        *_, (_, left, right) = self._columns.spans(self.width() - BAR)
        return max(1, right - left) // look.current().px(8) + 2

    # -- drawing -------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        strips = self._shown_strips()
        self._content.fetch(strips.values(), self._first, self._fits())
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.current().colour("canvas"))
        area = QRectF(0, self._head(), self.width(), self._page())
        if not self._lines.count:
            self._drawn.boxes.clear()
            no_file = self._content.reader is None
            words = tr("Open a file to see its rows.") if no_file else tr("No row is left by the filter.")
            paint.empty_words(painter, QRectF(self.rect()), words)
        else:
            painter.setClipRect(area)
            self._paint_lines(painter, strips)
            painter.setClipping(False)
            paint.paint_head(
                painter, self._columns, QRectF(0, 0, self.width() - BAR, self._head()), self._first
            )
        painter.end()
        self._fit_step_bar()
        if self._reveal >= 0:
            self._scroll_to_step(self._reveal)

    def _paint_lines(self, painter: QPainter, strips: dict[int, Strip]) -> None:
        height = self._lines.height
        lines = []
        for number in self._shown_lines():
            top = self._head() + number * height - self._offset
            lines.append((QRectF(0, top, self.width() - BAR, height), *self._lines.at(number)))
        chosen = Chosen(self._cursor, self._range, self._hover, self._controller.view.col, self.hasFocus())
        self._drawn.draw(painter, self._columns, lines, strips, self._first, chosen)

    def sentence(self) -> str:
        """Return the selected row in words."""
        return self._content.sentence(self._tensor_row(self._cursor), self._controller.view.col)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.sentence())

    # -- choosing ------------------------------------------------------------------------------
    def _choose(self, view_row: int, column: int, *, extend: bool = False) -> None:
        """Select a row of the view, or all rows from the one that was selected before."""
        if not self._lines.rows:
            return
        view_row = min(max(view_row, 0), self._lines.rows - 1)
        anchor = self._anchor if extend and self._anchor >= 0 else view_row
        self._cursor, self._anchor = view_row, anchor
        corner = (self._tensor_row(anchor), column) if extend and anchor != view_row else (-1, -1)
        self._controller.look(row=self._tensor_row(view_row), col=column, corner=corner)
        self._scroll_to_row(self._cursor)

    def _move_step(self, change: int) -> None:
        """Select another step of the row, or scroll where none is selected."""
        column = self._controller.view.col
        if self._cursor < 0 or column < 0:
            self._show_steps_from(self._first + change)
        else:
            self._choose(self._cursor, min(max(column + change, 0), self._content.width - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held, key = event.modifiers(), Qt.Key(event.key())
        extend = bool(held & Qt.KeyboardModifier.ShiftModifier)
        far = bool(held & Qt.KeyboardModifier.ControlModifier)
        page = max(1, self._page() // self._lines.height - 1)
        rows = {
            Qt.Key.Key_Up: self._cursor - 1,
            Qt.Key.Key_Down: self._cursor + 1,
            Qt.Key.Key_PageUp: self._cursor - page,
            Qt.Key.Key_PageDown: self._cursor + page,
        }
        if far:
            rows |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._lines.rows - 1}
        most = self._content.width
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -most, Qt.Key.Key_End: most}
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key in rows:
            self._choose(rows[key] if self._cursor >= 0 else 0, self._controller.view.col, extend=extend)
        elif key in steps and not far:
            self._move_step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor >= 0:
            self.row_activated.emit(self._tensor_row(self._cursor))
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        turned, fine = event.angleDelta(), event.pixelDelta()
        across = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or abs(turned.x()) > abs(
            turned.y()
        )
        if across:
            self._wheel_rest += (turned.x() or turned.y()) / 120 * STEPS_PER_NOTCH
            whole = int(self._wheel_rest)
            self._wheel_rest -= whole
            self._show_steps_from(self._first - whole)
        elif not fine.isNull():
            self._scroll_to(self._offset - fine.y())
        else:
            self._scroll_to(self._offset - round(turned.y() / 120 * LINES_PER_NOTCH * self._lines.height))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if point.y() < self._head():
            self._dragged = self._columns.edge_at(point.x())
            return
        row = self.row_at(point)
        if row >= 0:
            place = self._drawn.place_at(row, point)
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._choose(row, self._column_at(row, place), extend=extend)

    def _column_at(self, row: int, place: int) -> int:
        """Return the column of the tensor that a press chose; the selected one beside the steps."""
        if place < 0:
            return self._controller.view.col
        return self._content.strips([self._tensor_row(row)])[0].column(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if row >= 0:
            self.row_activated.emit(self._tensor_row(row))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._dragged >= 0:
            _, left, _ = self._columns.spans(self.width())[self._dragged]
            self._columns = self._columns.resized(
                self._dragged, round(point.x()) - left, look.current().px(LEAST_COLUMN)
            )
            one = self._columns.columns[self._dragged]
            self._widths[one.key] = one.width
            self.update()
            return
        on_edge = point.y() < self._head() and self._columns.edge_at(point.x()) >= 0
        self.setCursor(Qt.CursorShape.SplitHCursor if on_edge else Qt.CursorShape.ArrowCursor)
        self._set_hover(self.row_at(point))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragged = -1

    def _set_hover(self, row: int) -> None:
        if row != self._hover:
            self._hover = row
            self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._set_hover(-1)

    # -- the widget ----------------------------------------------------------------------------
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._drawn.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rect = self.line_rect(self._cursor)
        was_in_view = self._head() <= rect.top() and rect.bottom() <= event.oldSize().height() - BAR
        self._lay_out()
        if was_in_view:
            self._scroll_to_row(self._cursor)

    def _lay_out(self) -> None:
        *_, (_, left, right) = self._columns.spans(self.width() - BAR)
        self._place_bars(left, right)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_columns()
            self._on_order_changed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(832), look.current().px(470))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(320), look.current().px(120))

"""The table: the rows of the shown tensor with length, label and text or values, however many there are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QMenu, QWidget

from padviewer.core.picture.code import row_code
from padviewer.core.rows.steps import full_text
from padviewer.gui.controller import Controller
from padviewer.gui.style.words import tr
from padviewer.gui.views.common.menu import MenuActs
from padviewer.gui.views.table import painting as paint
from padviewer.gui.views.table.rows import SORTS, STEPS_PER_NOTCH, TableRows
from padviewer.gui.widgets.key_moves import key_move


class TableView(TableRows):
    """The rows of the shown tensor, one below the other.

    Up and Down, Page Up and Page Down, Ctrl+Home and Ctrl+End choose a row, with Shift a range of rows; Left
    and Right, Home and End choose a step; Return activates the row, Ctrl+C copies. The wheel scrolls rows,
    with Shift steps. A click on the name of a column sorts the rows of all views, the edges between the names
    are dragged, and their menu shows other columns of the dataset.

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
        super().__init__(controller, parent)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setToolTip(tr("Click a name to sort all views by it; its menu shows other columns."))
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._on_head_menu)
        head.sectionClicked.connect(self._on_sort)

    # -- choosing ------------------------------------------------------------------------------
    def _choose(self, view_row: int, column: int, *, extend: bool = False) -> None:
        """Select a row of the view, or all rows from the one that was selected before."""
        if not self.line_count:
            return
        view_row = min(max(view_row, 0), self._controller.places.count - 1)
        anchor = self._anchor if extend and self._anchor >= 0 else view_row
        self._cursor, self._anchor = view_row, anchor
        corner = (self._tensor_row(anchor), column) if extend and anchor != view_row else (-1, -1)
        self._controller.look(row=self._tensor_row(view_row), col=column, corner=corner)
        self._show_cursor()

    def _move_step(self, change: int) -> None:
        """Select another step of the row, or scroll where none is selected."""
        column, reader = self._controller.view.col, self._content.reader
        if self._cursor < 0 or column < 0 or reader is None:
            self.show_steps_from(self._first + change)
        else:
            self._choose(self._cursor, min(max(column + change, 0), reader.own.axes[0].width - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held, key = event.modifiers(), event.key()
        extend = bool(held & Qt.KeyboardModifier.ShiftModifier)
        far = bool(held & Qt.KeyboardModifier.ControlModifier)
        rows = key_move(
            key, down=1, page=max(1, self.page // self.pitch - 1), all=self.line_count if far else 0
        )
        width = 0 if self._content.reader is None else self._content.reader.own.axes[0].width
        steps = 0 if far else key_move(key, along=1, all=width)
        if self.opens_menu(event):
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif rows:
            self._choose(
                self._cursor + rows if self._cursor >= 0 else 0, self._controller.view.col, extend=extend
            )
        elif steps:
            self._move_step(steps)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor >= 0:
            self.row_activated.emit(self._tensor_row(self._cursor))
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shifted or abs(turned.x()) > abs(turned.y()):
            event.accept()
            self.show_steps_from(
                self._first - self.notches.whole((turned.x() or turned.y()) * STEPS_PER_NOTCH)
            )
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            column = self._column_at(row, event.position())
            self._choose(row, self._controller.view.col if column is None else column, extend=extend)

    def _column_at(self, row: int, point: QPointF) -> int | None:
        """Return the column of the tensor at a point, −1 where the step is cut; None beside the steps."""
        place = paint.at_point(self._boxes.get(row, []), point)
        if place < 0:
            return None
        return self._content.strips([self._tensor_row(row)])[0].places.column(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if row >= 0:
            self.row_activated.emit(self._tensor_row(row))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        column = self._column_at(row, event.position()) if row >= 0 else None
        self._set_hover(row, -1 if column is None else column)

    # -- the menu --------------------------------------------------------------------------------
    def menu_acts(self, point: QPointF) -> MenuActs:
        row = self.row_at(point)
        if row < 0:
            return super().menu_acts(point)
        column = self._column_at(row, point)
        if row not in self._range:
            self._choose(row, self._controller.view.col if column is None else column)
        rows, cell, content = self.selected_rows(), self._cell_at(row, point), self._content
        plan, name, one = self._controller.plan, self._controller.shown.name, self._tensor_row(row)
        assert plan is not None  # noqa: S101 - there is a row
        at_line = self._controller.counting.arrangement.at_line
        places = [place for place, group in map(at_line, self.shown_lines()) if group is None]
        seen = np.array([self._tensor_row(place) for place in places], np.int64)
        orders = SORTS.get(self._columns[self._column_of(point)].key, ())
        return replace(
            super().menu_acts(point),
            copy_cell=lambda: QGuiApplication.clipboard().setText(cell),
            copy_row=lambda: content.copy(rows),
            copy_view=lambda: content.copy(seen),
            copy_code=lambda: self._controller.jobs.submit(
                "copy", lambda _context: row_code(plan, name, one), QGuiApplication.clipboard().setText,
                content.tell,
            ),
            filter_rows=lambda: self.show_only(rows),
            sort=(lambda: self._controller.look(order=orders[0])) if orders else None,
        )  # fmt: skip

    def chosen_place(self) -> QPointF:
        if self._cursor < 0:
            return super().chosen_place()
        self._show_cursor()
        step = self._content.strips([self._tensor_row(self._cursor)])[0].places
        place = step.place(max(self._controller.view.col, 0))
        boxes = dict(self._boxes.get(self._cursor, []))
        across = boxes[place].center().x() if place in boxes else self._columns[-1].left + 20
        return QPointF(across, self.line_rect(self._line(self._cursor)).center().y())

    def _column_of(self, point: QPointF) -> int:
        """Return the number of the column of the table at a point."""
        return max((at for at, one in enumerate(self._columns) if one.left <= point.x()), default=0)

    def _cell_at(self, row: int, point: QPointF) -> str:
        """Return what stands at a point of a row of the view, in full where it is a step of the source."""
        place = paint.at_point(self._boxes.get(row, []), point)
        if place < 0:
            return self.cell_text(self._line(row), self._column_of(point))
        strip, reader = self._strips[row], self._content.reader
        step = int(strip.places.steps(np.array([place]))[0])
        piece = self._content.piece(strip.row)
        if step < 0 or piece is None or not piece.covers(step, step + 1):
            return "" if reader is None else str(reader.own.choice.value)
        return full_text(piece.values[step - piece.first])

    # -- the head --------------------------------------------------------------------------------
    def _on_sort(self, section: int) -> None:
        """Sort the rows of all views by a column that they can be sorted by."""
        orders = SORTS.get(self._columns[section].key if section < len(self._columns) else "", ())
        if orders:
            now = self._controller.view.order
            at = orders.index(now) + 1 if now in orders else 0
            self._controller.look(order=orders[at % len(orders)])

    def head_menu(self) -> QMenu:
        """Return the menu of the names: which other columns of the dataset are shown."""
        menu = QMenu(self)
        menu.setAccessibleName(tr("Columns of the table"))
        dataset = self._controller.dataset
        for name in () if dataset is None else dataset.columns:
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name in self._content.beside)
            action.toggled.connect(lambda on, name=name: self._on_column(name, on=on))
        return menu

    def _on_column(self, name: str, *, on: bool) -> None:
        dataset, shown = self._controller.dataset, {*self._content.beside} - {name}
        shown |= {name} if on else set()
        self.show_beside([one for one in (() if dataset is None else dataset.columns) if one in shown])

    def _on_head_menu(self, at: QPoint) -> None:
        menu = self.head_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

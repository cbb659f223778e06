"""The table: the rows of the shown tensor with length, label and text or values, however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from padviewer.core.data.ragged import Int64
from padviewer.core.export.array_code import row_code
from padviewer.core.picture.axis import Axis
from padviewer.core.rows.walk import is_marked
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import View
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.views.common.lines import PLACE_OF_A_BAR, LinesView, show_only
from padviewer.gui.views.common.menu import MenuActs
from padviewer.gui.views.table import painting as paint
from padviewer.gui.views.table.reading import Piece, Strip, TableContent, full_text
from padviewer.gui.widgets.key_moves import key_move
from padviewer.gui.widgets.long_scroll_bar import AxisScroller

ROW, ROW_WITH_IDS, HEAD = 28, 40, 28
STEPS_PER_NOTCH = 4
MOST_MEASURED = 8
LEAST_COLUMN = 32
SORTS = {"row": ("file",), "length": ("length", "-length"), "kept": ("-cut", "file"), "label": ("label",)}
"""The orders of the rows that a click on a column's name chooses, in turn."""


class TableView(LinesView):
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
    cell_hovered(int, int)
        The row and column of the tensor under the mouse; −1, −1 for none.
    """

    row_activated = Signal(int)
    cell_hovered = Signal(int, int)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(tr("Rows of the table"), HEAD, parent)
        self._controller = controller
        self._content = TableContent(controller, self)
        self._columns: list[paint.Column] = [paint.Column("steps", "", 0)]
        self._widths: dict[str, int] = {}
        self._boxes: dict[int, list[paint.Box]] = {}
        self._strips: dict[int, Strip] = {}
        self._strips_of: tuple[object, ...] = ()
        self._measured: set[Piece] = set()
        self._slot = (0, 0)
        self._first = 0
        self._hovered = (-1, -1)
        self._cursor = self._anchor = self._hover = self._reveal = -1
        self.step_bar = AxisScroller(Qt.Orientation.Horizontal, tr("Steps of the table"), self)
        self.addScrollBarWidget(self.step_bar, Qt.AlignmentFlag.AlignRight)
        self.setHorizontalScrollBarPolicy(PLACE_OF_A_BAR)
        self.horizontalScrollBar().setMaximumWidth(0)
        self.step_bar.offset_asked.connect(self.show_steps_from)
        head = self.horizontalHeader()
        head.setStretchLastSection(True)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(LEAST_COLUMN)
        head.setToolTip(tr("Click a name to sort all views by it; its menu shows other columns."))
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._on_head_menu)
        head.sectionClicked.connect(self._on_sort)
        head.sectionResized.connect(self._on_resized)
        self._content.came.connect(self._on_came)
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
        if self._content.reader is not None and 0 <= row < self._controller.shown.n:
            self._controller.select(row, self._controller.view.col)
            if self._cursor >= 0:
                self.show_line(self._line(self._cursor), centred=True)

    def selected_rows(self) -> Int64:
        """Return the selected rows of the tensor in view order: int64 [m], one unless a range is selected."""
        rows = self._range
        return self._controller.places.rows(rows) if rows else np.zeros(0, np.int64)

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

    def show_beside(self, names: Iterable[str]) -> None:
        """Show other columns of the dataset between the label and the steps, by name."""
        self._content.beside = tuple(names)
        self._on_plan_changed()

    def cell_text(self, line: int, column: int) -> str:
        """Return what stands in a cell; of the steps the first ones."""
        place, group = self._controller.counting.arrangement.at_line(line)
        if group is not None:
            return paint.group_words(group, self._content.label_title) if column == 0 else ""
        strips = self._content.strips([self._tensor_row(place)])
        if not strips or column >= len(self._columns):
            return ""
        strip = strips[0]
        if self._columns[column].key == "steps":
            return self._content.steps_said(strip.row) or tr("not read yet")
        one = paint.Line(strip, self._content.piece(strip.row), self._content.label_of(strip), 0)
        return paint.cell_of(one, self._columns[column], self._columns)

    def column_title(self, column: int) -> str:
        """Return the name of a column."""
        return self._columns[column].title if 0 <= column < len(self._columns) else ""

    def empty_words(self) -> str:
        """Say why there are no rows."""
        if self.line_count:
            return ""
        no_file = self._content.reader is None
        return tr("Open a file to see its rows.") if no_file else tr("No row is left by the filter.")

    # -- what changes beneath ------------------------------------------------------------------
    def _on_plan_changed(self) -> None:
        if self._content.take_plan():
            self._forget_widths()
        self._make_columns()
        self._on_order_changed()

    def _on_order_changed(self) -> None:
        top = self.offset / self.pitch  # which stays, however high a line is now
        reader, arrangement = self._content.reader, self._controller.counting.arrangement
        rows = 0 if reader is None else self._controller.places.count
        with_ids = reader is not None and reader.words is not None
        pitch = look.current().px(ROW_WITH_IDS if with_ids else ROW)
        self.set_lines(rows and rows + len(arrangement.groups), len(self._columns), pitch)
        self._size_columns()
        self._cursor = self._view_row(self._controller.view.row)
        corner = self._controller.view.corner[0]
        self._anchor = self._cursor if corner < 0 else self._view_row(corner)
        self._boxes.clear()
        self.scroll_to(round(top * self.pitch))
        self.show_steps_from(self._first)
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
            self._show_cursor()
            self._reveal = new.col
            self._describe()
        self.renew()

    def _forget_widths(self) -> None:
        self._slot, self._measured = (0, 0), set()

    def _make_columns(self) -> None:
        """Name the table and its columns; widths that a person gave stay."""
        content, theme = self._content, look.current()
        if content.reader is None:
            self.setAccessibleName(tr("Table"))
            return
        own = content.reader.own
        self.setAccessibleName(tr("Table, {column} → {tensor}", column=content.column, tensor=own.name))
        digits = int(drawing.text_width("0" * len(str(own.n)), "body")) + 2 * paint.PADDING
        columns = [
            paint.Column(key, title, max(least, theme.px(usual), self._title_width(title)), is_number=True)
            for key, title, usual, least in (
                ("row", tr("row"), 68, digits),
                ("length", tr("length"), 72, 0),
                ("kept", tr("kept"), 72, 0),
            )
        ]
        if self._controller.counting.label is not None:
            columns.append(paint.Column("label", content.label_title, theme.px(104)))
        for name, one in zip(content.beside, content.reader.beside, strict=True):
            is_number = not one.ragged_axes and one.kind not in ("text", "category") and not one.inner_shape
            width = max(theme.px(104), min(theme.px(200), self._title_width(name)))
            columns.append(paint.Column(f"={name}", name, width, is_number=is_number))
        self._columns = [*columns, paint.Column("steps", content.column, 0)]

    @staticmethod
    def _title_width(title: str) -> int:
        return int(drawing.text_width(f"{title} ↓", "micro")) + 1 + 2 * paint.PADDING

    def _size_columns(self) -> None:
        """Give each section its width, and take note of where it stands."""
        head = self.horizontalHeader()
        blocked = head.blockSignals(True)
        for at, column in enumerate(self._columns[:-1]):
            head.resizeSection(at, self._widths.get(column.key, column.width))
        head.blockSignals(blocked)
        self._place_columns()

    def _place_columns(self) -> None:
        head, width = self.horizontalHeader(), self.viewport().width()
        placed = []
        for at, column in enumerate(self._columns):
            left = head.sectionPosition(at) - head.offset()
            right = max(left, width) if column.key == "steps" else left + head.sectionSize(at)
            placed.append(replace(column, left=left, right=right))
        self._columns = placed

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        if 0 <= section < len(self._columns) - 1:
            self._widths[self._columns[section].key] = new
        self._place_columns()
        self.renew()

    def _on_came(self) -> None:
        self._describe()
        self.renew()

    # -- rows and lines ------------------------------------------------------------------------
    def _tensor_row(self, view_row: int) -> int:
        return -1 if self._controller.plan is None else self._controller.places.row(view_row)

    def _view_row(self, row: int) -> int:
        return -1 if self._controller.plan is None else self._controller.places.of(row)

    def _line(self, view_row: int) -> int:
        return self._controller.counting.arrangement.line(view_row)

    def row_at(self, point: QPointF) -> int:
        """Return the row of the view at a point of the viewport; −1 for none."""
        line = self.line_at(point)
        place, group = self._controller.counting.arrangement.at_line(line) if line >= 0 else (-1, None)
        return place if group is None else -1

    def _show_cursor(self) -> None:
        if self._cursor >= 0:
            self.show_line(self._line(self._cursor))

    def scrolled_to(self) -> None:
        self._set_hover(-1, -1)

    def rings_what_is_chosen(self) -> bool:
        return self._cursor >= 0 and self._line(self._cursor) in self.shown_lines()

    def _shown_strips(self) -> dict[int, Strip]:
        """Return the geometry of the rows on the screen, by row of the view."""
        arrangement, reader, lines = (
            self._controller.counting.arrangement,
            self._content.reader,
            self.shown_lines(),
        )
        if self._strips_of != (arrangement, reader, lines):
            places = [place for place, group in map(arrangement.at_line, lines) if group is None]
            strips = self._content.strips([self._tensor_row(place) for place in places])
            self._strips_of = (arrangement, reader, lines)
            self._strips = dict(zip(places, strips, strict=False))
        return self._strips

    def _fits(self) -> int:
        """Return at least how many steps fit into the last column."""
        last = self._columns[-1]
        return max(1, last.right - last.left) // look.current().px(8) + 2

    # -- steps -----------------------------------------------------------------------------------
    def show_steps_from(self, first: int) -> None:
        """Scroll along to a step."""
        most = self._content.most_places
        self._first = max(0, min(int(first), most - 1))
        self._fit_step_bar()
        self.renew()

    def _fit_step_bar(self) -> None:
        """Let the bar for steps show what is in view; called again once the lines are drawn."""
        most = self._content.most_places
        shown = min(max(1, self._steps_in_view()), most)
        self.step_bar.set_axis(Axis(most, offset=self._first), shown)

    def _steps_in_view(self) -> int:
        """Return how many steps are in view of the line that shows least and goes on; all where none does."""
        edge, cut = self._columns[-1].right - paint.PADDING + 1, list[int]()
        totals = {row: strip.places.total for row, strip in self._shown_strips().items()}
        for row, boxes in self._boxes.items():
            whole = len(boxes)
            while whole and boxes[whole - 1][1].right() > edge:
                whole -= 1
            if boxes and row in totals and (whole < len(boxes) or boxes[-1][0] + 1 < totals[row]):
                cut.append(whole)
        return min(cut) if cut else self._content.most_places - self._first

    def _scroll_to_step(self, column: int) -> None:
        """Scroll as far as needed to see a column of the tensor in the selected row, once that is drawn."""
        seen = self._boxes.get(self._cursor, [])
        if (
            not seen
            or self._content.reader is None
            or not 0 <= column < self._content.reader.own.axes[0].width
        ):
            return
        self._reveal = -1
        place = self._content.strips([self._tensor_row(self._cursor)])[0].places.place(column)
        if place < self._first:
            self.show_steps_from(place - STEPS_PER_NOTCH)
        elif place > seen[-1][0] or (
            place == seen[-1][0] > self._first
            and seen[-1][1].right() > self._columns[-1].right - paint.PADDING
        ):
            self.show_steps_from(place - len(seen) // 2)

    # -- drawing -------------------------------------------------------------------------------
    def _manner(self, strips: Iterable[Strip]) -> paint.Manner:
        """Return how the steps of rows in view are drawn; numbers never get narrower while one scrolls."""
        reader = self._content.reader
        if reader is None:
            return paint.Manner(True, 0, 1, "")
        value, mode = reader.own.choice.value, reader.own.axes[0].mode
        fill = numbers.rounded(value) if isinstance(value, float) else str(value)
        if reader.words is not None:
            gap = 4 if reader.by == "characters" else 8
            return paint.Manner(True, gap, look.current().px(14), fill, mode, with_ids=True)
        texts = [fill]
        pieces = {self._content.piece(strip.row) for strip in strips} - {None}
        for piece in filter(None, pieces - self._measured):
            texts += [piece.text(piece.first + k) for k in range(min(len(piece.values), MOST_MEASURED))]
        self._measured = {piece for piece in pieces if piece is not None}
        self._slot = paint.number_slot(texts, self._slot)
        return paint.Manner(False, 0, self._slot[0], fill, mode, self._slot[1])

    def paint_head(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the names of the columns and the numbers of the steps."""
        if self.line_count:
            order, keys = self._controller.view.order, [column.key for column in self._columns]
            by = next((key for key in keys if order in SORTS.get(key, ()) and order != "file"), "")
            manner = self._manner(self._shown_strips().values())
            sorted_by = f"-{by}" if order.startswith("-") else by
            paint.paint_head(painter, self._columns, rect, self._first, manner, sorted_by)

    def paint_lines(self, painter: QPainter, lines: Iterable[tuple[int, QRectF]]) -> None:
        """Draw rows, and the lines above groups."""
        strips, content, view = self._shown_strips(), self._content, self._controller.view
        content.fetch(strips.values(), self._first, self._fits())
        before, columns, chosen = self._slot, tuple(self._columns), self._range
        manner = self._manner(strips.values())
        if self._slot != before:
            self.renew()
        self._boxes = {row: boxes for row, boxes in self._boxes.items() if row in strips}
        for number, rect in lines:
            row, group = self._controller.counting.arrangement.at_line(number)
            if group is not None:
                paint.paint_group(painter, rect, group, content.label_title)
                continue
            strip, is_cursor = strips[row], row == self._cursor
            marked = view.marked is not None and is_marked(view.marked.rows, strip.row)
            line = paint.Line(
                strip, content.piece(strip.row), content.label_of(strip), self._first,
                view.col if is_cursor else -1,
                "tint" if row in chosen else "hover" if row == self._hover else "", marked,
            )  # fmt: skip
            self._boxes[row] = self._paint_line(painter, columns, rect, line, manner)
            if is_cursor and self.hasFocus():
                drawing.focus_ring(painter, rect, 4)
        self._fit_step_bar()
        if self._reveal >= 0:
            self._scroll_to_step(self._reveal)

    def _paint_line(
        self, painter: QPainter, columns: tuple[paint.Column, ...], rect: QRectF, line: paint.Line,
        manner: paint.Manner,
    ) -> list[paint.Box]:  # fmt: skip
        """Draw a row; one that is neither selected nor under the mouse from its picture."""
        if line.background or line.column >= 0 or not self.pictures.fits(painter, rect):
            painter.setBrushOrigin(rect.topLeft())  # the hatch begins where it does in a picture
            return paint.paint_line(painter, columns, rect, line, manner)
        return self.pictures.paint(
            painter, rect, (line, columns, manner),
            lambda inner, place: paint.paint_line(inner, columns, place, line, manner),
        )  # fmt: skip

    def sentence(self) -> str:
        """Return the selected row in words."""
        return self._content.sentence(self._tensor_row(self._cursor), self._controller.view.col)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.sentence())
        if self._cursor >= 0:
            rows = self._range
            lines = range(self._line(rows.start), self._line(rows.stop - 1) + 1)
            self.choose_lines(self._line(self._cursor), lines)

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

    def _set_hover(self, row: int, column: int) -> None:
        if row != self._hover:
            old, self._hover = self._hover, row
            for one in (old, row):
                if one >= 0:
                    self.viewport().update(self.line_rect(self._line(one)).toAlignedRect())
        hovered = (self._tensor_row(row), column) if row >= 0 and column >= 0 else (-1, -1)
        if hovered != self._hovered:
            self._hovered = hovered
            self.cell_hovered.emit(*hovered)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._set_hover(-1, -1)
        return super().viewportEvent(event)

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
            filter_rows=lambda: show_only(self._controller, rows),
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

    # -- the widget ----------------------------------------------------------------------------
    def scrolled(self) -> tuple[float, int]:
        """Return how far it is scrolled: down in lines, and along in steps."""
        return self.offset / self.pitch, self._first

    def show_scrolled(self, place: tuple[float, int]) -> None:
        """Scroll as another table of the same rows did."""
        self.scroll_to(round(place[0] * self.pitch))
        self.show_steps_from(place[1])

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._boxes.clear()
        self.pictures.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        rect = self.line_rect(self._line(self._cursor)) if self._cursor >= 0 else QRectF()
        was_in_view = self._cursor >= 0 and rect.top() >= 0 and rect.bottom() <= event.oldSize().height()
        super().resizeEvent(event)
        self._place_columns()
        if was_in_view:
            self._show_cursor()
        self.show_steps_from(self._first)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget_widths()
            self._make_columns()
            self._on_order_changed()

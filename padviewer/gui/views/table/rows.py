"""The rows of the table: which are in view, where their columns and steps stand, how they are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from padviewer.core.data.ragged import Int64
from padviewer.core.picture.axis import Axis
from padviewer.core.rows.arrange import is_marked
from padviewer.core.rows.steps import Strip
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import View
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr
from padviewer.gui.views.common.lines import PLACE_OF_A_BAR, LinesView
from padviewer.gui.views.table import painting as paint
from padviewer.gui.views.table.reading import Piece, TableContent
from padviewer.gui.widgets.long_scroll_bar import AxisScroller

ROW, ROW_WITH_IDS, HEAD = 28, 40, 28
STEPS_PER_NOTCH = 4
MOST_MEASURED = 8
LEAST_COLUMN = 32
SORTS = {"row": ("file",), "length": ("length", "-length"), "kept": ("-cut", "file"), "label": ("label",)}
"""The orders of the rows that a click on a column's name chooses, in turn."""


class TableRows(LinesView):
    """The rows of the shown tensor, one below the other, with one of them selected, or several.

    Parameters
    ----------
    controller : Controller

    Signals
    -------
    cell_hovered(int, int)
        The row and column of the tensor under the mouse; −1, −1 for none.
    """

    cell_hovered = Signal(int, int)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(controller, tr("Rows of the table"), HEAD, parent)
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
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setMinimumSectionSize(LEAST_COLUMN)
        self.horizontalHeader().sectionResized.connect(self._on_resized)
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
        for name, one in zip(content.beside, content.others, strict=True):
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
        return -1 if self._content.reader is None else self._controller.places.row(view_row)

    def _view_row(self, row: int) -> int:
        return -1 if self._content.reader is None else self._controller.places.of(row)

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
        arrangement, lines = self._controller.counting.arrangement, self.shown_lines()
        reader = self._content.reader
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

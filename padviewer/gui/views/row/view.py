"""One row in full, before and after: source text, words, ids, positions and mask, what was cut included."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from padviewer.core.padding.timeline import Timeline
from padviewer.core.picture.axis import Axis
from padviewer.core.rows.walk import is_marked
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import View
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.style.words import tr, tr_count
from padviewer.gui.tasks.wishes import Wish
from padviewer.gui.views.common.gathered import MARGIN, GatheredPicture
from padviewer.gui.views.common.kept import KeptPictures
from padviewer.gui.views.common.source import inner_index, words_of
from padviewer.gui.views.row.blocks import Blocks
from padviewer.gui.views.row.painting import names_width, paint_blocks, paint_place
from padviewer.gui.views.row.reading import RowPage, RowWish, head_of, place_sentence
from padviewer.gui.widgets.long_scroll_bar import AxisScroller

SCROLL_BAR = 8
CHUNK = 4096
FEW_LINES = 3
HEAD = 36
CELL_OF_WORDS, CELL_OF_FLOATS, CELL_OF_INTS = 76, 60, 48


class RowView(GatheredPicture):
    """The selected row in full.

    Every step has a column: above, what stands in the source; below, where it stands in the tensor, as what,
    and whether the mask has it. Left and Right, Home and End go from step to step, Page Up and Page Down by
    what is in view, Up and Down to the previous and next row in the views' order; Enter opens and closes the
    source text.

    Parameters
    ----------
    controller : Controller
    parent : QWidget, optional
    """

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(controller, "row_view", parent)
        self._page: RowPage | None = None
        self._offset = 0
        self._place = -1
        self._is_open = False
        self._pictures = KeptPictures()
        self.row_bar = AxisScroller(Qt.Orientation.Vertical, tr("Steps of the row"), self)
        self.row_bar.offset_asked.connect(self.scroll_to)
        self.row_bar.hide()
        self.setAccessibleName(tr("Row"))

    # -- what is drawn -------------------------------------------------------------------------
    def wish(self) -> Wish | None:
        """Return the places around those in view of the selected row."""
        controller, view = self._controller, self._controller.view
        plan = controller.plan
        if plan is None or not 0 <= view.row < controller.shown.n:
            return None
        own = controller.shown
        line = Timeline.of(own, view.row)
        self._bring_into_bounds(line)
        first, stop = self._blocks(self.size(), line.total).shown(self._head(), self.height())
        first = max(0, first // CHUNK * CHUNK)
        stop = -(-max(stop, first + 1) // CHUNK) * CHUNK
        at = inner_index(own, view.at)
        return RowWish(
            plan, own.name, view.row, (first, stop), at, controller.dataset, controller.counting.label
        )

    def sentence(self) -> str:
        """Say why there is no row."""
        if self._controller.plan is None:
            return tr("Open a file to see its rows.")
        return tr("No row is selected. Press Down, or click a row in the heatmap or the table.")

    def take(self, _wish: Wish, answer: Any) -> None:
        """Keep the row's places."""
        assert isinstance(answer, RowPage)  # noqa: S101 - RowWish answers this alone
        was = self._page
        self._page = answer
        self._place_bar()
        if was is None or was.row != answer.row or self._place < 0:
            self._go(answer.steps.timeline.place(max(self._controller.view.col, 0)))
        self._tell()

    def is_open(self) -> bool:
        """Whether the source text is shown in full."""
        return self._is_open

    def place(self) -> int:
        """Return the selected place of the row, cut steps counted; −1 for none."""
        return self._place

    # -- geometry ------------------------------------------------------------------------------
    def _head(self) -> int:
        return look.current().px(HEAD)

    def _shown_lines(self, width: int) -> tuple[str, ...]:
        lines = self._lines(width)
        return lines if self._is_open else lines[:FEW_LINES]

    def _has_more(self, width: int) -> bool:
        return len(self._lines(width)) > FEW_LINES

    def _text_height(self, width: int) -> int:
        shown = len(self._shown_lines(width))
        more = self._has_more(width) or self._is_cut_short()
        return (shown + more) * look.current().line("body") + (12 if shown else 0)

    def _is_cut_short(self) -> bool:
        return self._page is not None and len(self._page.text) < self._page.characters

    def _blocks(self, size: QSize, total: int) -> Blocks:
        theme = look.current()
        plan, cell = self._controller.plan, CELL_OF_INTS
        if plan is not None:
            own = self._controller.shown
            if words_of(plan, own.name) is not None:
                cell = CELL_OF_WORDS
            elif "f" in (own.dtype.kind, own.column.flat.dtype.kind):
                cell = CELL_OF_FLOATS
        left, right = MARGIN + names_width(self._page), size.width() - MARGIN - SCROLL_BAR
        top = self._head() + self._text_height(size.width()) + 4
        return Blocks(total, left, right, top, theme.px(cell), theme.line("mono_small") + 2, self._offset)

    def blocks(self) -> Blocks:
        """Return where the places stand."""
        return self._blocks(self.size(), 0 if self._page is None else self._page.steps.timeline.total)

    def _bring_into_bounds(self, line: Timeline) -> None:
        most = self._blocks(self.size(), line.total).bottom - self.height() + 8
        self._offset = max(0, min(self._offset, most))

    def scrolled(self) -> float:
        """Return how far it is scrolled down, in rows of cells."""
        return self._offset / self.blocks().pitch

    def show_scrolled(self, place: float) -> None:
        """Scroll as another view of the same row did."""
        self.scroll_to(round(place * self.blocks().pitch))

    def scroll_to(self, offset: int) -> None:
        """Scroll to a number of pixels from the top."""
        self._offset = max(0, int(offset))
        self.refresh()
        self._place_bar()
        self.update()

    def _place_bar(self) -> None:
        if self._page is None:
            self.row_bar.hide()
            return
        height = max(1, self.height() - self._head())
        extent = max(1, self.blocks().bottom + 8 - self._head())
        self.row_bar.setGeometry(self.width() - SCROLL_BAR - 4, self._head(), SCROLL_BAR, height)
        self.row_bar.set_axis(Axis(extent, offset=self._offset), height)

    def _lines(self, width: int) -> tuple[str, ...]:
        """Return the source text as lines of a view of some width."""
        text = "" if self._page is None else self._page.text
        return _wrapped(text, width - 2 * MARGIN - SCROLL_BAR, look.current().fonts) if text else ()

    # -- selecting -----------------------------------------------------------------------------
    def _on_view_changed(self, old: View, new: View) -> None:
        if old.row != new.row:
            self._offset = 0
            self._place = -1
        super()._on_view_changed(old, new)
        moved = (old.row, old.col) != (new.row, new.col) and new.col >= 0
        if moved and self._page is not None and self._page.row == new.row:
            self._go(self._page.steps.timeline.place(new.col))

    def _go(self, place: int) -> None:
        """Select a place and bring its block into view."""
        page = self._page
        if page is None:
            return
        self._place = min(max(place, 0), page.steps.timeline.total - 1)
        rect, head = self.blocks().rect(self._place), self._head()
        if rect.top() < head + 4:
            self.scroll_to(self._offset - int(head + 4 - rect.top()) - 1)
        elif rect.bottom() > self.height() - 8:
            self.scroll_to(self._offset + int(rect.bottom() - self.height() + 8) + 1)
        self._tell()
        self.update()

    def choose(self, place: int) -> None:
        """Select a place of the row; where it stands in the tensor, every other view follows."""
        page = self._page
        if page is None:
            return
        self._go(place)
        column = int(page.steps.timeline.columns(np.array([self._place]))[0])
        if column >= 0 and column != self._controller.view.col:
            self._controller.select(page.row, column)

    def _walk(self, by: int) -> None:
        controller = self._controller
        if controller.plan is None:
            return
        row = controller.places.after(controller.view.row, by)
        if row >= 0 and row != controller.view.row:
            controller.select(row, controller.view.col)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.read_out())

    def read_out(self) -> str:
        """Say which row is shown and what stands at the selected place."""
        page = self._page
        if page is None or self._asked is None:
            return self.sentence()
        head, _ = head_of(page, self._unit(page), self._marked(page))
        said = place_sentence(page, self._place)
        return f"{tr('Row {row}', row=page.number)} · {head}. {said}".strip()

    def _marked(self, page: RowPage) -> str:
        marked = self._controller.view.marked
        return marked.words if marked is not None and is_marked(marked.rows, page.row) else ""

    @staticmethod
    def _unit(page: RowPage) -> str:
        length = page.steps.timeline.length
        if page.is_words:
            return tr_count("{count} word", "{count} words", length)
        return tr_count("{count} step", "{count} steps", length)

    # -- drawing -------------------------------------------------------------------------------
    def paint_picture(self, painter: QPainter, size: QSize) -> None:
        """Draw the head, the source text and the blocks in view, wrapped for this size."""
        page = self._page
        if page is None:
            return
        blocks = self._blocks(size, page.steps.timeline.total)
        head = self._head()
        if size != self.size() and self._offset > self._text_height(self.width()):
            first = self.blocks().shown(head, head + 1)[0] // blocks.per_block
            blocks = replace(blocks, offset=int(first * blocks.pitch + blocks.top - head))
        painter.save()
        painter.setClipRect(QRectF(0, head, size.width(), size.height() - head))
        self._paint_text(painter, size, head + 4 - blocks.offset)
        is_screen = painter.device() is self and size == self.size()
        paint_blocks(painter, page, blocks, head, size.height(), self._pictures if is_screen else None)
        painter.restore()
        self._paint_head(painter, page, size)

    def paint_over(self, painter: QPainter) -> None:
        """Outline the selected place."""
        if self._page is not None and self._page.row == self._controller.view.row and self._place >= 0:
            painter.setClipRect(QRectF(0, self._head(), self.width(), self.height()))
            paint_place(painter, self.blocks().rect(self._place))
            painter.setClipping(False)

    def _paint_head(self, painter: QPainter, page: RowPage, size: QSize) -> None:
        height = self._head()
        title = tr("Row {row}", row=page.number)
        drawing.text(painter, QRectF(MARGIN, 0, size.width(), height), title, "head", "t1")
        x = MARGIN + drawing.text_width(title, "head") + 12
        said, is_cut = head_of(page, self._unit(page), self._marked(page))
        place = QRectF(x, 0, size.width() - MARGIN - x, height)
        drawing.text(painter, place, said, "small", "cut" if is_cut else "t3")
        drawing.hairline(painter, 0, height - 1, size.width(), "line")

    def _paint_text(self, painter: QPainter, size: QSize, top: float) -> None:
        line = look.current().line("body")
        shown = self._shown_lines(size.width())
        first = max(0, int((self._head() - top) // line))
        width = size.width() - 2 * MARGIN - SCROLL_BAR
        for at in range(first, min(len(shown), first + size.height() // line + 2)):
            place = QRectF(MARGIN, top + at * line, width, line)
            drawing.text(painter, place, shown[at], "body", "t1")
        note = self._text_note(size.width())
        if note:
            place = QRectF(MARGIN, top + len(shown) * line, width, line)
            drawing.text(painter, place, note, "small", "accent")

    def _text_note(self, width: int) -> str:
        page = self._page
        if page is None:
            return ""
        if not self._is_open and self._has_more(width):
            return tr("Show the whole text (Enter)")
        if self._is_cut_short():
            return tr(
                "The first {shown} of {characters} characters.",
                shown=numbers.count(len(page.text)), characters=numbers.count(page.characters),
            )  # fmt: skip
        return tr("Show less of the text (Enter)") if self._has_more(width) else ""

    def _note_rect(self) -> QRectF:
        line = look.current().line("body")
        top = self._head() + 4 - self._offset + len(self._shown_lines(self.width())) * line
        return QRectF(MARGIN, top - 2, self.width() - 2 * MARGIN, line + 4)

    def open_text(self, is_open: bool) -> None:
        """Show the source text in full, or its first lines."""
        self._is_open = is_open
        self.scroll_to(0)

    # -- events --------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        blocks = self.blocks()
        page = max(1, int((self.height() - self._head()) // blocks.pitch)) * blocks.per_block
        moves = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -blocks.total,
            Qt.Key.Key_End: blocks.total,
        }
        key = Qt.Key(event.key())
        if key in moves and self._page is not None:
            self.choose(max(self._place, 0) + moves[key])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._has_more(self.width()):
            self.open_text(not self._is_open)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = QPointF(event.position())
        if self._has_more(self.width()) and self._note_rect().contains(at):
            self.open_text(not self._is_open)
            return
        place = self.blocks().place_at(at)
        if place >= 0 and at.y() > self._head():
            self.choose(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        fine = event.pixelDelta().y()
        by = fine or self.notches(event) * int(self.blocks().pitch)
        if by:
            self.scroll_to(self._offset - by)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pictures.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()


@lru_cache(maxsize=4)
def _wrapped(text: str, width: int, _fonts: Fonts) -> tuple[str, ...]:
    """Return a text as lines; the fonts are what wraps it."""
    return drawing.wrapped(" ".join(text.split()), "body", width)

"""One row in full, before and after: source text, words, ids, positions and mask, what was cut included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from padviewer.core.export.cell_text import cell_text
from padviewer.core.padding.tensor_plan import inner_index
from padviewer.core.padding.timeline import Timeline
from padviewer.core.picture.code import row_code
from padviewer.core.rows.arrange import is_marked
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import View
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.drawing import MARGIN
from padviewer.gui.style.fonts import Fonts
from padviewer.gui.style.words import tr, tr_count
from padviewer.gui.tasks.wishes import Wish
from padviewer.gui.views.common.gathered import GatheredLines
from padviewer.gui.views.common.menu import MenuActs
from padviewer.gui.views.common.source import words_of
from padviewer.gui.views.row.painting import (
    LINES,
    PITCH,
    Blocks,
    line_names,
    names_width,
    paint_blocks,
    paint_place,
)  # fmt: skip
from padviewer.gui.views.row.reading import RowPage, RowWish, cell_texts, head_of, place_sentence
from padviewer.gui.widgets.key_moves import key_move

CHUNK = 4096
FEW_LINES = 3
HEAD = 36
CELL_OF_WORDS, CELL_OF_FLOATS, CELL_OF_INTS = 76, 60, 48
LEADING = 2


class RowView(GatheredLines):
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
        self._page: RowPage | None = None
        self._place = -1
        self._is_open = False
        super().__init__(controller, "row_view", tr("Steps of the row"), HEAD, parent)
        self.setAccessibleName(tr("Row"))

    # -- what is drawn -------------------------------------------------------------------------
    def wish(self) -> Wish | None:
        """Return the places around those in view of the selected row."""
        controller, view = self._controller, self._controller.view
        plan = controller.plan
        if plan is None or not 0 <= view.row < controller.shown.n:
            self.set_lines(0, 1, 1)
            return None
        own = controller.shown
        blocks = self._lay_out(Timeline.of(own, view.row).total)
        first, stop = blocks.shown(self.shown_lines())
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
        self._lay_out(answer.steps.timeline.total)
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
    def _texts(self, width: int) -> tuple[str, ...]:
        """Return the lines above the blocks: the source text or its first lines, and what Return does."""
        lines = self._text_lines(width)
        shown = lines if self._is_open else lines[:FEW_LINES]
        note = self._text_note(width)
        return (*shown, *([note] if note else []), "")  # the last one is a gap

    def _has_more(self, width: int) -> bool:
        return len(self._text_lines(width)) > FEW_LINES

    def _blocks(self, width: int, total: int) -> Blocks:
        theme = look.current()
        plan, cell = self._controller.plan, CELL_OF_INTS
        if plan is not None:
            own = self._controller.shown
            if words_of(plan, own.name) is not None:
                cell = CELL_OF_WORDS
            elif "f" in (own.dtype.kind, own.column.flat.dtype.kind):
                cell = CELL_OF_FLOATS
        left, line = MARGIN + names_width(self._page), theme.line("mono_small") + theme.px(LEADING)
        texts = len(self._texts(width))
        return Blocks(total, left, width - MARGIN, theme.px(cell), line, texts, self.offset)

    def blocks(self) -> Blocks:
        """Return where the places stand."""
        total = 0 if self._page is None else self._page.steps.timeline.total
        return self._blocks(self.viewport().width(), total)

    def _lay_out(self, total: int) -> Blocks:
        """Have the lines of a row of so many places."""
        blocks, head = self._blocks(self.viewport().width(), total), self.horizontalHeader()
        self.set_lines(blocks.lines, blocks.per_block + 1, blocks.line)
        if (head.defaultSectionSize(), head.sectionSize(0)) != (blocks.cell, int(blocks.left)):
            head.setDefaultSectionSize(blocks.cell)
            head.resizeSection(0, int(blocks.left))
        return replace(blocks, offset=self.offset)

    def notch(self) -> float:
        return PITCH * self.pitch

    def scrolled(self) -> float:
        """Return how far it is scrolled down, in lines."""
        return self.offset / self.pitch

    def show_scrolled(self, place: float) -> None:
        """Scroll as another view of the same row did."""
        self.refresh()
        self.scroll_to(round(place * self.pitch))

    def _text_lines(self, width: int) -> tuple[str, ...]:
        """Return the source text as lines of a view of some width."""
        text = "" if self._page is None else self._page.text
        return _wrapped(text, width - 2 * MARGIN, look.current().fonts) if text else ()

    # -- selecting -----------------------------------------------------------------------------
    def _on_view_changed(self, old: View, new: View) -> None:
        if old.row != new.row:
            self._place = -1
            self.scroll_to(0)
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
        blocks = self.blocks()
        first, column = blocks.first_line(self._place), self._place % blocks.per_block + 1
        self.show_line(first + LINES)
        self.show_line(first)
        self.choose_lines(first + LINES - 2, range(first, first + LINES), column, column)
        self._tell()
        self.renew()

    def choose(self, place: int) -> None:
        """Select a place of the row; where it stands in the tensor, every other view follows."""
        page = self._page
        if page is None:
            return
        self._go(place)
        column = page.steps.timeline.column(self._place)
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

    def cell_text(self, line: int, column: int) -> str:
        """Return the source text line by line, then what stands in the lines of each place."""
        page, blocks = self._page, self.blocks()
        if page is None:
            return ""
        if line < blocks.texts:
            return self._texts(self.viewport().width())[line] if column == 0 else ""
        place, within = blocks.cell_at(line, column)
        if column == 0:
            return line_names(page)[within] if within < LINES else ""
        return cell_texts(page, place)[within] if place >= 0 else ""

    def column_title(self, column: int) -> str:
        """Return the number of a column among those side by side."""
        return str(column - 1) if column else ""

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
    def paint_lines(self, painter: QPainter, lines: Iterable[tuple[int, QRectF]]) -> None:
        """Draw the source text and the blocks, and outline the selected place."""
        page, numbered = self._page, [line for line, _ in lines]
        if page is None or not numbered:
            return
        blocks = self.blocks()
        self._paint_texts(painter, blocks, self.viewport().width(), range(numbered[0], numbered[-1] + 1))
        shown = blocks.shown(range(numbered[0], numbered[-1] + 1))
        paint_blocks(painter, page, blocks, shown, self.pictures)
        if page.row == self._controller.view.row and self._place >= 0:
            paint_place(painter, blocks.rect(self._place))

    def _paint_texts(self, painter: QPainter, blocks: Blocks, width: int, lines: range) -> None:
        texts, note = self._texts(width), self._text_note(width)
        for at in range(max(lines.start, 0), min(lines.stop, len(texts))):
            place = QRectF(MARGIN, at * blocks.line - blocks.offset, width - 2 * MARGIN, blocks.line)
            style, token = ("small", "accent") if texts[at] == note else ("body", "t1")
            drawing.text(painter, place, texts[at], style, token)

    def paint_head(self, painter: QPainter, rect: QRectF) -> None:
        """Say which row it is."""
        page = self._page
        if page is None or self._asked is None:
            return
        title = tr("Row {row}", row=page.number)
        drawing.text(painter, rect.adjusted(MARGIN, 0, 0, 0), title, "head", "t1")
        x = MARGIN + drawing.text_width(title, "head") + 12
        said, is_cut = head_of(page, self._unit(page), self._marked(page))
        drawing.text(painter, rect.adjusted(x, 0, -MARGIN, 0), said, "small", "cut" if is_cut else "t3")

    def paint_picture(self, painter: QPainter, size: QSize) -> None:
        """Draw the head, the source text and the blocks in view, wrapped for this size."""
        page, head = self._page, look.current().px(HEAD)
        if page is None:
            return
        blocks = self._blocks(size.width(), page.steps.timeline.total)
        mine = self.blocks()
        if blocks.per_block != mine.per_block and self.offset > mine.texts * mine.line:
            first = mine.shown(self.shown_lines())[0]
            blocks = replace(blocks, offset=blocks.first_line(first) * blocks.line)
        start = blocks.offset // blocks.line
        lines = range(start, min(blocks.lines, start + -(-size.height() // blocks.line) + 1))
        painter.save()
        painter.setClipRect(QRectF(0, head, size.width(), size.height() - head))
        painter.translate(0, head)
        self._paint_texts(painter, blocks, size.width(), lines)
        paint_blocks(painter, page, blocks, blocks.shown(lines))
        painter.restore()
        self.paint_head(painter, QRectF(0, 0, size.width(), head))
        drawing.hairline(painter, 0, head - 1, size.width(), "line")

    def _text_note(self, width: int) -> str:
        page = self._page
        if page is None:
            return ""
        if not self._is_open and self._has_more(width):
            return tr("Show the whole text (Enter)")
        if len(page.text) < page.characters:
            return tr(
                "The first {shown} of {characters} characters.",
                shown=numbers.count(len(page.text)), characters=numbers.count(page.characters),
            )  # fmt: skip
        return tr("Show less of the text (Enter)") if self._has_more(width) else ""

    def _is_note(self, point: QPointF) -> bool:
        """Whether the line of text at a point says what Return does."""
        width, line = self.viewport().width(), self.line_at(point)
        texts = self._texts(width)
        return self._has_more(width) and 0 <= line < len(texts) and texts[line] == self._text_note(width)

    def open_text(self, is_open: bool) -> None:
        """Show the source text in full, or its first lines."""
        self._is_open = is_open
        self.refresh()
        self.scroll_to(0)

    # -- events --------------------------------------------------------------------------------
    def menu_acts(self, point: QPointF) -> MenuActs:
        page, blocks, plan = self._page, self.blocks(), self._controller.plan
        place = blocks.place_at(point)
        if place >= 0:
            self.choose(place)
        if page is None or plan is None or self._place < 0:
            return super().menu_acts(point)
        name, copied = self._controller.shown.name, QGuiApplication.clipboard().setText
        within = int((point.y() + self.offset) // self.pitch - blocks.first_line(self._place))
        cell = cell_texts(page, self._place)[within if 0 <= within < LINES else 3]
        first, stop = blocks.shown(self.shown_lines())
        columns = [line_names(page), *(cell_texts(page, one) for one in range(first, stop))]
        seen = "".join("\t".join(line) + "\n" for line in zip(*columns, strict=True))
        last = self._controller.shown.axes[0].width - 1
        row, run = np.array([page.row]), self._controller.jobs.submit
        return replace(
            super().menu_acts(point),
            copy_cell=lambda: copied(cell),
            copy_row=lambda: run("copy", lambda _: cell_text(plan, name, row, 0, last, at=page.at), copied),
            copy_view=lambda: copied(seen),
            copy_code=lambda: run("copy", lambda _: row_code(plan, name, page.row), copied),
        )

    def chosen_place(self) -> QPointF:
        if self._place < 0:
            return super().chosen_place()
        self._go(self._place)
        return self.blocks().rect(self._place).center()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.opens_menu(event):
            return
        blocks, key = self.blocks(), event.key()
        page = max(1, self.page // int(self.notch())) * blocks.per_block
        step = key_move(key, along=1, page=page, all=blocks.total)
        row = key_move(key, down=1)
        if step and self._page is not None:
            self.choose(max(self._place, 0) + step)
        elif row:
            self._walk(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._has_more(self.viewport().width()):
            self.open_text(not self._is_open)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._is_note(event.position()):
            self.open_text(not self._is_open)
            return
        place = self.blocks().place_at(event.position())
        if place >= 0:
            self.choose(place)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pictures.clear()


@lru_cache(maxsize=4)
def _wrapped(text: str, width: int, _fonts: Fonts) -> tuple[str, ...]:
    """Return a text as lines; the fonts are what wraps it."""
    return drawing.wrapped(" ".join(text.split()), "body", width)

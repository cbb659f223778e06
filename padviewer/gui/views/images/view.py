"""Padded images in a grid: the border to the padding, what was cut, number and size below each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from padviewer.core.picture.code import row_code
from padviewer.core.picture.images import CUT_EDGE, Image, ImageStyle, ImagesWish, Zoom, image_shape
from padviewer.core.picture.levels import are_bytes
from padviewer.core.rows.arrange import is_marked
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import View
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.drawing import MARGIN
from padviewer.gui.style.words import tr, tr_count
from padviewer.gui.tasks.wishes import Wish
from padviewer.gui.views.common.gathered import GatheredLines
from padviewer.gui.views.common.menu import MenuActs
from padviewer.gui.views.images.grid import Grid
from padviewer.gui.widgets.key_moves import key_move

HEAD, CAPTION = 36, 20
SIDE, LEAST_SIDE, MOST_SIDE = 96, 24, 1024
ZOOM = 1.25
MOST_KEPT = 4000


class ImagesView(GatheredLines):
    """The rows of a tensor as images.

    Arrows, Home, End, Page Up and Page Down select the next image, + and − and the wheel with Ctrl change
    the size, 0 brings the usual one back.

    Parameters
    ----------
    controller : Controller
    parent : QWidget, optional
    """

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        self._side = float(SIDE)
        self._images: dict[int, tuple[Image, QImage]] = {}
        self._style: ImageStyle | None = None
        self._laid_out: Grid | None = None
        super().__init__(controller, "images", tr("Images"), HEAD, parent)
        self.setAccessibleName(tr("Images"))

    # -- what is drawn -------------------------------------------------------------------------
    def wish(self) -> Wish | None:
        """Return the images in view, and a row of the grid above and below."""
        controller = self._controller
        levels = self.levels()
        if self._problem() or levels is None or controller.plan is None:
            self.set_lines(0, 1, 1)
            return None
        self._lay_out()
        lines, across = self.shown_lines(), self.grid().across
        places = range(max(0, lines.start - 1) * across, (lines.stop + 1) * across)
        theme, ratio = look.current(), self.devicePixelRatioF()
        border, cut, missing, *infinite = (
            0xFF000000 | int(theme.hex(name).removeprefix("#"), 16)
            for name in ("stroke2", "cut", "miss", "t1", "canvas")
        )
        style = ImageStyle(
            controller.plan, controller.shown.name, self._zoom(), levels, border, cut, missing,
            (infinite[0], infinite[1]), max(1, round(CUT_EDGE * ratio)),
        )  # fmt: skip
        there = frozenset(self._images) if style == self._style else frozenset()
        return ImagesWish(style, tuple(controller.places.rows(places).tolist()), there)

    def sentence(self) -> str:
        """Say why there are no images."""
        return self._problem() or tr("The values are being counted.")

    def _problem(self) -> str:
        controller = self._controller
        if controller.plan is None:
            return tr("Open a file to see its rows.")
        own = controller.shown
        sides = (own.axes[0].width, *own.inner_shape)
        if len(sides) == 1:
            return tr(
                "“{tensor}” has one value a step. Images need two axes: "
                "choose a column whose rows are lists of lists, or have features.",
                tensor=own.name,
            )
        if image_shape(own) is None:
            return tr(
                "The rows of “{tensor}” are {shape}. Images need two axes, "
                "or a third one of 1, 3 or 4 for colour.",
                tensor=own.name, shape=" × ".join(map(str, sides)),
            )  # fmt: skip
        if not controller.places.count:
            return tr("No row is shown. Let the filter go to see images.")
        return ""

    def levels(self) -> tuple[float, float] | None:
        """Return the values that are black and white; None until they are counted.

        Bytes are taken as they are: an integer column of 0 to 255 that uses more than half of that.
        """
        controller = self._controller
        if controller.plan is None:
            return None
        source = controller.shown.column.flat.dtype
        if source == np.uint8:
            return 0.0, 255.0
        if controller.counting.scale is None:
            return None
        low, high = controller.counting.scale.levels
        if source.kind in "iu" and are_bytes(low, high):
            return 0.0, 255.0
        return float(low), float(high)

    def take(self, _wish: Wish, answer: Any) -> None:
        """Keep the images; those furthest from view go where there are too many."""
        wish = _wish
        assert isinstance(wish, ImagesWish)  # noqa: S101 - this view wishes nothing else
        if wish.style != self._style:
            self._images, self._style = {}, wish.style
        for row, image in answer.items():
            height, width = image.pixels.shape
            shown = QImage(
                image.pixels.tobytes(), width, height, width * 4, QImage.Format.Format_ARGB32
            ).copy()
            self._images[row] = (image, shown)
        if len(self._images) > MOST_KEPT:
            wanted = set(wish.rows)
            self._images = {row: one for row, one in self._images.items() if row in wanted}
        self._tell()

    # -- geometry ------------------------------------------------------------------------------
    def _zoom(self) -> Zoom:
        height, width = image_shape(self._controller.shown) or (1, 1)
        return Zoom.fitting(height, width, round(self._side * self.devicePixelRatioF()))

    def grid(self, width: int = 0) -> Grid:
        """Return where the images stand, in this view or in one of another width."""
        controller, ratio = self._controller, self.devicePixelRatioF()
        sides = (image_shape(controller.shown) if controller.plan else None) or (1, 1)
        zoom = self._zoom() if controller.plan else Zoom(1, 1)
        return Grid(
            controller.places.count,
            (zoom.pixels(sides[1]) / ratio, zoom.pixels(sides[0]) / ratio),
            look.current().px(CAPTION),
            self._least_width(*sides),
            MARGIN,
            (width or self.viewport().width()) - MARGIN,
            self.offset,
        )

    def _least_width(self, height: int, width: int) -> float:
        """Return the room of the words below an image that was cut to this size."""
        count = self._controller.places.count
        image = Image(np.zeros((0, 0), np.uint32), (10 * height, width), is_cut=True)
        return drawing.text_width(self._caption(count, image), "micro") + 10 if count else 1.0

    def _lay_out(self) -> None:
        """Have the lines of the grid as it is now."""
        grid = self.grid()
        if self._laid_out is None or (grid.lines, grid.across, grid.pitch) != (
            self.line_count, self._laid_out.across, (self.horizontalHeader().defaultSectionSize(), self.pitch)
        ):  # fmt: skip
            self._laid_out = grid
            self.horizontalHeader().setDefaultSectionSize(grid.pitch[0])
            self.set_lines(grid.lines, grid.across, grid.pitch[1])

    def notch(self) -> float:
        return self.pitch

    def scrolled(self) -> float:
        """Return how far it is scrolled down, in rows of the grid."""
        return self.offset / self.pitch

    def show_scrolled(self, place: float) -> None:
        """Scroll as another grid of the same images did."""
        self._lay_out()
        self.scroll_to(round(place * self.pitch))

    def side(self) -> int:
        """Return the longest side that an image may have, in logical pixels."""
        return round(self._side)

    def set_side(self, side: float) -> None:
        """Take another size of images; the first one in view stays there."""
        first = self.shown_lines().start * self.grid().across
        self._side = min(max(side, float(LEAST_SIDE)), float(MOST_SIDE))
        self._lay_out()
        self.scroll_to(first // self.grid().across * self.pitch)

    # -- selecting -----------------------------------------------------------------------------
    def _on_view_changed(self, old: View, new: View) -> None:
        if old.row != new.row and self.isVisible() and not self._problem():
            self._bring_into_view(new.row)
        super()._on_view_changed(old, new)
        self._tell()

    def _bring_into_view(self, row: int) -> None:
        place = self._controller.places.of(row)
        if place >= 0:
            self._lay_out()
            line, column = divmod(place, self.grid().across)
            self.show_line(line)
            self.choose_lines(line, range(line, line + 1), column, column)

    def _walk(self, by: int) -> None:
        controller = self._controller
        if not self._problem() and (row := controller.places.after(controller.view.row, by)) >= 0:
            controller.select(row, 0)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.read_out())

    def read_out(self) -> str:
        """Say what is shown, and which image is selected."""
        if self._asked is None or self._problem():  # what a hidden view asked for last may be gone
            return self.sentence()
        row = self._controller.view.row
        chosen = self._said(row) if row in self._images else ""
        return f"{self._facts()}. {chosen}".strip() if chosen else self._facts()

    def _said(self, row: int) -> str:
        """Say a row of the tensor, with its size once that is there."""
        if row not in self._images:
            return str(self._controller.shown.number(row))
        said = self._caption(row, self._images[row][0])
        return tr("{image} · marked", image=said) if self._is_marked(row) else said

    def cell_text(self, line: int, column: int) -> str:
        """Say the image in a cell; empty behind the last one."""
        if self._controller.plan is None or self._laid_out is None:
            return ""
        row = self._controller.places.row(line * self._laid_out.across + column)
        return self._said(row) if row >= 0 else ""

    def column_title(self, column: int) -> str:
        """Return the number of a column."""
        return str(column)

    def _caption(self, row: int, image: Image) -> str:
        said = tr(
            "{row} · {height} × {width}",
            row=self._controller.shown.number(row), height=image.size[0], width=image.size[1],
        )  # fmt: skip
        return tr("{image} · cut", image=said) if image.is_cut else said

    def _is_marked(self, row: int) -> bool:
        marked = self._controller.view.marked
        return marked is not None and is_marked(marked.rows, row)

    def _facts(self) -> str:
        height, width = image_shape(self._controller.shown) or (0, 0)
        low, high = self.levels() or (0.0, 0.0)
        return tr(
            "{images} · {height} × {width} · black {low}, white {high}",
            images=tr_count("{count} image", "{count} images", self._controller.places.count),
            height=height, width=width, low=numbers.rounded(low), high=numbers.rounded(high),
        )  # fmt: skip

    # -- drawing -------------------------------------------------------------------------------
    def paint_head(self, painter: QPainter, rect: QRectF) -> None:
        """Say what is shown."""
        if self._asked is not None:
            inside = rect.adjusted(MARGIN, 0, -MARGIN, 0)
            drawing.text(painter, inside, self._facts(), "small", "t3")

    def paint_lines(self, painter: QPainter, lines: Iterable[tuple[int, QRectF]]) -> None:
        """Draw rows of the grid, and the outline of the selected image."""
        grid, chosen = self.grid(), self._controller.view.row
        for line, rect in lines:
            ring = self._paint_line(painter, grid, line, rect, chosen)
            if not ring.isEmpty():
                self._paint_ring(painter, ring)

    def _paint_line(self, painter: QPainter, grid: Grid, line: int, rect: QRectF, chosen: int) -> QRectF:
        """Draw a row of the grid; returns where the chosen image stands in it, if it does."""
        painter.setBrushOrigin(rect.topLeft())  # the hatch scrolls along
        ring = QRectF()
        places = range(line * grid.across, min((line + 1) * grid.across, grid.count))
        for place, row in zip(places, self._controller.places.rows(places).tolist(), strict=False):
            self._paint_image(painter, grid, place, row, is_chosen=row == chosen)
            if row == chosen:
                ring = grid.picture(place)
        return ring

    def _paint_image(self, painter: QPainter, grid: Grid, place: int, row: int, *, is_chosen: bool) -> None:
        ratio = painter.device().devicePixelRatioF()
        rect, cell = drawing.snapped(grid.picture(place), ratio), grid.cell(place)
        painter.fillRect(rect, drawing.padding_brush(ratio, 8))
        words = QRectF(cell.left(), rect.bottom() + 2, cell.width(), grid.caption - 2)
        found = self._images.get(row)
        if found is None:
            drawing.text(painter, words, str(self._controller.shown.number(row)), "micro", "t3")
            return
        image, pixels = found
        painter.drawImage(rect, pixels)
        if self._is_marked(row):
            dot = QRectF(words.left(), words.center().y() - 3, 6, 6)
            drawing.rounded(painter, dot, 3, "accent")
            words.setLeft(dot.right() + 4)
        token = "cut" if image.is_cut else "t1" if is_chosen else "t2"
        drawing.text(painter, words, self._caption(row, image), "micro", token)

    def paint_picture(self, painter: QPainter, size: QSize) -> None:
        """Draw the images that are there from the first in view on, in a grid of this size."""
        if self._asked is None:
            return
        first, head = self.shown_lines().start * self.grid().across, look.current().px(HEAD)
        grid = self.grid(size.width())
        line = first // grid.across if size.width() != self.viewport().width() else self.shown_lines().start
        offset = self.offset if grid.across == self.grid().across else line * grid.pitch[1]
        grid = replace(grid, offset=offset)
        painter.save()
        painter.setClipRect(QRectF(0, head, size.width(), size.height() - head))
        painter.translate(0, head)
        for at in range(line, min(grid.lines, line + -(-size.height() // grid.pitch[1]) + 1)):
            top = at * grid.pitch[1] - grid.offset
            self._paint_line(painter, grid, at, QRectF(0, top, size.width(), grid.pitch[1]), -1)
        painter.restore()
        self.paint_head(painter, QRectF(0, 0, size.width(), head))
        drawing.hairline(painter, 0, head - 1, size.width(), "line")

    @staticmethod
    def _paint_ring(painter: QPainter, picture: QRectF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.current().colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(picture.adjusted(-3, -3, 3, 3), 4, 4)
        painter.restore()

    # -- events --------------------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._problem():
            self._bring_into_view(self._controller.view.row)

    def menu_acts(self, point: QPointF) -> MenuActs:
        controller, grid = self._controller, self.grid()
        place = grid.place_at(point)
        if place >= 0:
            controller.select(controller.places.row(place), 0)
        row, plan = controller.view.row, controller.plan
        acts = replace(super().menu_acts(point), fit=lambda: self.set_side(SIDE))
        if plan is None or not 0 <= row < controller.shown.n:
            return acts
        copied, name = QGuiApplication.clipboard().setText, controller.shown.name
        lines = self.shown_lines()
        seen = controller.places.rows(range(lines.start * grid.across, lines.stop * grid.across)).tolist()
        return replace(
            acts,
            copy_cell=lambda: copied(self._said(row)),
            copy_view=lambda: copied("".join(f"{self._said(one)}\n" for one in seen)),
            copy_code=lambda: controller.jobs.submit("copy", lambda _: row_code(plan, name, row), copied),
            filter_rows=lambda: self.show_only(np.array([row])),
        )

    def chosen_place(self) -> QPointF:
        place = self._controller.places.of(self._controller.view.row)
        if place < 0:
            return super().chosen_place()
        self._bring_into_view(self._controller.view.row)
        return self.grid().picture(place).center()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.opens_menu(event):
            return
        grid, words = self.grid(), event.text()
        page = max(1, self.page // self.pitch) * grid.across
        move = key_move(event.key(), along=1, down=grid.across, page=page, all=grid.count)
        if move:
            self._walk(move)
        elif words in ("+", "-"):
            self.set_side(self._side * ZOOM ** (1 if words == "+" else -1))
        elif words == "0":
            self.set_side(SIDE)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._problem():
            place = self.grid().place_at(event.position())
            if place >= 0:
                self._controller.select(self._controller.places.row(place), 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._problem():
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            notches = self.notches.whole(event.angleDelta().y())
            if notches:
                self.set_side(self._side * ZOOM**notches)
        else:
            super().wheelEvent(event)

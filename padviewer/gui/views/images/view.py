"""Padded images in a grid: the border to the padding, what was cut, number and size below each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.levels import are_bytes
from padviewer.core.rows.walk import is_marked
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import View
from padviewer.gui.style import drawing, numbers
from padviewer.gui.style import theme as look
from padviewer.gui.style.words import tr, tr_count
from padviewer.gui.tasks.wishes import Wish
from padviewer.gui.views.common.gathered import MARGIN, GatheredPicture
from padviewer.gui.views.images.grid import LEAST_SIDE, MOST_SIDE, Grid, Zoom
from padviewer.gui.views.images.pixels import CUT_EDGE, Image, ImageStyle, ImagesWish, image_shape
from padviewer.gui.widgets.long_scroll_bar import AxisScroller

HEAD, CAPTION, SCROLL_BAR = 36, 20, 8
SIDE = 96
ZOOM = 1.25
MOST_KEPT = 4000


class ImagesView(GatheredPicture):
    """The rows of a tensor as images.

    Arrows, Home, End, Page Up and Page Down select the next image, + and − and the wheel with Ctrl change
    the size, 0 brings the usual one back.

    Parameters
    ----------
    controller : Controller
    parent : QWidget, optional
    """

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(controller, "images", parent)
        self._offset = 0
        self._side = float(SIDE)
        self._images: dict[int, tuple[Image, QImage]] = {}
        self._style: ImageStyle | None = None
        self._selected_place = -1
        self.row_bar = AxisScroller(Qt.Orientation.Vertical, tr("Images"), self)
        self.row_bar.offset_asked.connect(self.scroll_to)
        self.row_bar.hide()
        self.setAccessibleName(tr("Images"))

    # -- what is drawn -------------------------------------------------------------------------
    def wish(self) -> Wish | None:
        """Return the images in view, and a row of the grid above and below."""
        controller = self._controller
        levels = self.levels()
        if self._problem() or levels is None or controller.plan is None:
            self.row_bar.hide()
            return None
        self._bring_into_bounds()
        self._place_bar()
        grid = self.grid()
        first, stop = grid.shown(self._head() - grid.pitch[1], self.height() + grid.pitch[1])
        theme, ratio = look.current(), self.devicePixelRatioF()
        border, cut, missing, *infinite = (
            0xFF000000 | int(theme.hex(name).removeprefix("#"), 16)
            for name in ("stroke2", "cut", "miss", "t1", "canvas")
        )
        own = controller.shown
        style = ImageStyle(
            controller.plan,
            own.name,
            self._zoom(),
            levels,
            border,
            cut,
            missing,
            (infinite[0], infinite[1]),
            max(1, round(CUT_EDGE * ratio)),
        )
        rows = tuple(self._rows(first, stop))
        there = frozenset(self._images) if style == self._style else frozenset()
        return ImagesWish(style, rows, there)

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
        if not self._count():
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
    def _head(self) -> int:
        return look.current().px(HEAD)

    def _count(self) -> int:
        controller = self._controller
        if controller.plan is None:
            return 0
        return controller.shown.n if controller.counting.order is None else len(controller.counting.order)

    def _rows(self, first: int, stop: int) -> list[int]:
        order = self._controller.counting.order
        return list(range(first, stop)) if order is None else order[first:stop].tolist()

    def _zoom(self) -> Zoom:
        height, width = image_shape(self._controller.shown) or (1, 1)
        return Zoom.fitting(height, width, round(self._side * self.devicePixelRatioF()))

    def grid(self, size: QSize | None = None) -> Grid:
        """Return where the images stand, in this view or in one of another size."""
        size = self.size() if size is None else size
        theme, ratio = look.current(), self.devicePixelRatioF()
        height, width = (image_shape(self._controller.shown) if self._controller.plan else None) or (1, 1)
        zoom = self._zoom() if self._controller.plan else Zoom(1, 1)
        return Grid(
            self._count(),
            (zoom.pixels(width) / ratio, zoom.pixels(height) / ratio),
            theme.px(CAPTION),
            self._least_width(height, width),
            MARGIN,
            size.width() - MARGIN - SCROLL_BAR,
            self._head() + 8,
            self._offset,
        )

    def _least_width(self, height: int, width: int) -> float:
        """Return the room of the words below an image that was cut to this size."""
        image = Image(np.zeros((0, 0), np.uint32), (10 * height, width), is_cut=True)
        return drawing.text_width(self._caption(self._count(), image), "micro") + 10 if self._count() else 1.0

    def _bring_into_bounds(self) -> None:
        self._offset = max(0, min(self._offset, self.grid().bottom - self.height()))

    def _place_bar(self) -> None:
        height = max(1, self.height() - self._head())
        self.row_bar.setGeometry(self.width() - SCROLL_BAR - 4, self._head(), SCROLL_BAR, height)
        self.row_bar.set_axis(Axis(max(1, self.grid().bottom - self._head()), offset=self._offset), height)

    def scrolled(self) -> float:
        """Return how far it is scrolled down, in rows of the grid."""
        return self._offset / self.grid().pitch[1]

    def show_scrolled(self, place: float) -> None:
        """Scroll as another grid of the same images did."""
        self.scroll_to(round(place * self.grid().pitch[1]))

    def scroll_to(self, offset: int) -> None:
        """Scroll to a number of pixels from the top."""
        self._offset = max(0, int(offset))
        self.refresh()

    def side(self) -> int:
        """Return the longest side that an image may have, in logical pixels."""
        return round(self._side)

    def set_side(self, side: float) -> None:
        """Take another size of images; the first one in view stays there."""
        before = self.grid()
        first = before.shown(self._head(), self._head() + 1)[0]
        self._side = min(max(side, float(LEAST_SIDE)), float(MOST_SIDE))
        after = self.grid()
        self.scroll_to(int(first // after.across * after.pitch[1]))

    # -- selecting -----------------------------------------------------------------------------
    def _on_view_changed(self, old: View, new: View) -> None:
        if old.row != new.row and self.isVisible() and not self._problem():
            self._bring_into_view(new.row)
        super()._on_view_changed(old, new)
        self._tell()

    def _bring_into_view(self, row: int) -> None:
        place = self._controller.places.of(row)
        if place < 0:
            return
        cell = self.grid().cell(place)
        if cell.top() < self._head() + 8:
            self._offset -= int(self._head() + 8 - cell.top()) + 1
        elif cell.bottom() > self.height() - 8:
            self._offset += int(cell.bottom() - self.height() + 8) + 1

    def _walk(self, by: int) -> None:
        controller = self._controller
        if self._problem():
            return
        row = controller.places.after(controller.view.row, by)
        if row >= 0:
            controller.select(row, 0)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.read_out())

    def read_out(self) -> str:
        """Say what is shown, and which image is selected."""
        if self._asked is None or self._problem():  # what a hidden view asked for last may be gone
            return self.sentence()
        found = self._images.get(self._controller.view.row)
        row = self._controller.view.row
        chosen = "" if found is None else self._caption(row, found[0])
        if chosen and self._is_marked(row):
            chosen = tr("{image} · marked", image=chosen)
        return f"{self._facts()}. {chosen}".strip() if chosen else self._facts()

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
            images=tr_count("{count} image", "{count} images", self._count()),
            height=height, width=width, low=numbers.rounded(low), high=numbers.rounded(high),
        )  # fmt: skip

    # -- drawing -------------------------------------------------------------------------------
    def paint_picture(self, painter: QPainter, size: QSize) -> None:
        """Draw the images that are there, in a grid of this size."""
        if self._asked is None:
            return
        grid, head = self.grid(size), self._head()
        if size != self.size():
            first = self.grid().shown(head, head + 1)[0] // grid.across
            grid = replace(grid, offset=int(first * grid.pitch[1]))
        first, stop = grid.shown(head, size.height())
        painter.save()
        painter.setClipRect(QRectF(0, head, size.width(), size.height() - head))
        for place, row in zip(range(first, stop), self._rows(first, stop), strict=True):
            self._paint_image(painter, grid, place, row)
        painter.restore()
        drawing.text(
            painter, QRectF(MARGIN, 0, size.width() - 2 * MARGIN, head), self._facts(), "small", "t3"
        )
        drawing.hairline(painter, 0, head - 1, size.width(), "line")

    def _paint_image(self, painter: QPainter, grid: Grid, place: int, row: int) -> None:
        ratio = painter.device().devicePixelRatioF()
        rect = drawing.snapped(grid.picture(place), ratio)
        found = self._images.get(row)
        painter.fillRect(rect, drawing.padding_brush(ratio, 8))
        cell = grid.cell(place)
        words = QRectF(cell.left(), rect.bottom() + 2, cell.width(), grid.caption - 2)
        is_chosen = row == self._controller.view.row
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

    def paint_over(self, painter: QPainter) -> None:
        """Outline the selected image."""
        grid = self.grid()
        row = self._controller.view.row
        first, stop = grid.shown(self._head(), self.height())
        for place, shown in zip(range(first, stop), self._rows(first, stop), strict=True):
            if shown == row:
                painter.save()
                painter.setClipRect(QRectF(0, self._head(), self.width(), self.height()))
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(look.current().colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(grid.picture(place).adjusted(-3, -3, 3, 3), 4, 4)
                painter.restore()

    # -- events --------------------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        if not self._problem():
            self._bring_into_view(self._controller.view.row)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        grid, key, words = self.grid(), Qt.Key(event.key()), event.text()
        page = max(1, int((self.height() - self._head()) // grid.pitch[1])) * grid.across
        moves = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -grid.across,
            Qt.Key.Key_Down: grid.across,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -grid.count,
            Qt.Key.Key_End: grid.count,
        }
        if key in moves:
            self._walk(moves[key])
        elif words in ("+", "-"):
            self.set_side(self._side * ZOOM ** (1 if words == "+" else -1))
        elif words == "0":
            self.set_side(SIDE)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._problem():
            return
        at = QPointF(event.position())
        place = self.grid().place_at(at)
        if place >= 0 and at.y() >= self._head():
            self._controller.select(self._rows(place, place + 1)[0], 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if self._problem():
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = self.notches(event)
            if notches:
                self.set_side(self._side * ZOOM**notches)
            return
        fine = event.pixelDelta().y()
        by = fine or round(self.notches(event) * self.grid().pitch[1])
        if by:
            self.scroll_to(self._offset - by)

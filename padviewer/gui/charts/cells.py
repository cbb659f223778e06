"""The cells of a padded tensor as one item: exactly the visible device pixels, and numbers where they fit."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from padviewer.core.padding.plan import CellKind
from padviewer.core.picture import ramps
from padviewer.core.picture.colours import Pixels, identity_index, ramp_index
from padviewer.core.picture.frames import Frame, Frames, moved
from padviewer.core.picture.layout import Picture
from padviewer.gui.style import numbers
from padviewer.gui.style import theme as look

OLD_OPACITY = 0.4
TEXT_MARGIN = 3


def image_of(pixels: Pixels) -> QImage:
    """Return an image of uint32 pixels [H, W], which must outlive it."""
    height, width = pixels.shape
    return QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32)


class CellsItem(pg.GraphicsObject):
    """The cells in view, in the logical pixels of the view that it stands in.

    It draws the frame that belongs to the picture. Until that has come, the last frame is drawn where its
    cells stand now, and pale when it shows another source or other colours.

    Parameters
    ----------
    box : pyqtgraph.ViewBox
        The view, which clips it.
    frames : Frames
    """

    def __init__(self, box: pg.ViewBox, frames: Frames) -> None:
        super().__init__(box)
        self.frames = frames
        self.picture: Picture | None = None
        self.ramp = "tide"
        self.has_numbers = True

    def boundingRect(self) -> QRectF:
        """Return the whole view."""
        return QRectF(self.parentItem().boundingRect())

    def paint(self, painter: QPainter, _option: object, _widget: object = None) -> None:
        """Draw the last frame onto the cells of the present picture."""
        picture, frame = self.picture, self.frames.last
        if picture is None:
            return
        height, width = picture.shown
        ratio = picture.layout.ratio
        room = QRectF(0, 0, width / ratio, height / ratio)
        if frame is None:
            painter.fillRect(room, look.current().colour("pad"))
        elif self.frames.is_current():
            self._paint_current(painter, picture, frame)
        else:
            self._paint_old(painter, picture, frame, room)

    def _paint_current(self, painter: QPainter, picture: Picture, frame: Frame) -> None:
        ratio, image = picture.layout.ratio, image_of(frame.pixels)
        # A ratio such as 1.25 may put the widget between device pixels: the image must not be resampled.
        origin = painter.deviceTransform().map(QPointF(0, 0))
        nudge = QPointF(round(origin.x()) - origin.x(), round(origin.y()) - origin.y()) / ratio
        painter.drawImage(QRectF(nudge, QSizeF(image.size()) / ratio), image)
        if self.has_numbers and frame.read is not None:
            self._paint_numbers(painter, picture, frame)

    def _paint_old(self, painter: QPainter, picture: Picture, frame: Frame, room: QRectF) -> None:
        ratio, image = picture.layout.ratio, image_of(frame.pixels)
        painter.save()
        painter.setClipRect(room)
        painter.fillRect(room, look.current().colour("pad"))
        if self.frames.is_other(picture):
            painter.setOpacity(OLD_OPACITY)
        left, width = moved(frame.picture.cols, picture.cols, image.width())
        top, height = moved(frame.picture.rows, picture.rows, image.height())
        painter.drawImage(QRectF(left / ratio, top / ratio, width / ratio, height / ratio), image)
        painter.restore()

    def _paint_numbers(self, painter: QPainter, picture: Picture, frame: Frame) -> None:
        """Write the value of each cell into it where it has room: light on dark, dark on light."""
        if frame.read is None:
            return
        values, kinds = frame.read
        ratio, source = picture.layout.ratio, picture.source
        font = look.current().font("micro")
        metrics = QFontMetricsF(font)
        found, which = np.unique(values, return_inverse=True)
        said = [value_words(value) for value in found.tolist()]
        widths = np.array([metrics.horizontalAdvance(words) for words in said])
        fits = (widths <= picture.cols.cell / ratio - 2 * TEXT_MARGIN)[which.reshape(values.shape)]
        fits &= kinds != CellKind.MISSING
        real = kinds != CellKind.PAD
        if source.has_infinite:
            fits &= np.isfinite(values)
        for number, _ in source.special:  # these have a letter
            fits &= ~((values == number) & real)
        steps = np.arange(values.shape[1]) * picture.cols.cell - picture.cols.offset % picture.cols.cell
        rows = np.arange(values.shape[0]) * picture.rows.cell - picture.rows.offset % picture.rows.cell
        across = (steps + picture.cols.cell / 2) / ratio
        down = (rows + (picture.rows.cell - picture.gap) / 2) / ratio
        baselines = np.rint(down + (metrics.ascent() - metrics.descent()) / 2)
        light = self._light(picture, values)
        painter.setFont(font)
        for colour, where in (
            (QColor(ramps.LIGHT_TEXT), real & light),
            (QColor(ramps.DARK_TEXT), real & ~light),
            (look.current().colour("t3"), ~real),
        ):
            painter.setPen(colour)
            for row, step in np.argwhere(fits & where).tolist():
                at = which.flat[row * values.shape[1] + step]
                painter.drawText(QPointF(across[step] - widths[at] / 2, baselines[row]), said[at])

    def _light(self, picture: Picture, values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
        """Tell for each cell whether white is legible on its colour, bool [R, C]."""
        source = picture.source
        if source.identity:
            found: npt.NDArray[np.bool_] = ramps.light_identity()[identity_index(values)]
            return found
        found = ramps.light_text(self.ramp)[ramp_index(source, values)]
        low, high = source.levels
        if source.ranks is None and any(source.beyond):  # darker and lighter than any colour of the ramp
            number = values.astype(np.float64)
            found = np.where(number < low, True, np.where(number > high, False, found))
        return found


def value_words(value: float | bool) -> str:
    """Return a value as a cell has room for it: three significant digits, a whole number in full."""
    if isinstance(value, float):
        return numbers.rounded(value)
    return str(value).replace("-", numbers.MINUS)

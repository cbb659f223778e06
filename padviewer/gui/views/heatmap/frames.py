"""The frames of one heatmap: ask for the newest, keep the last, never show an old one as current."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter

from padviewer.core.errors import Stopped
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.colours import FrameColours, Pixels
from padviewer.core.picture.far import is_far
from padviewer.core.picture.frame import compose_frame, compose_overview
from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.style import theme as look
from padviewer.gui.views.heatmap.layout import Picture

SYNCHRONOUS_PIXELS = 1_000_000
OLD_OPACITY = 0.4


@dataclass(frozen=True, eq=False)
class Frame:
    """Composed pixels and what they show; `overview` is None where it was not asked for."""

    serial: int
    picture: Picture
    colours: FrameColours
    pixels: Pixels
    overview: Pixels | None


Submit = Callable[[Callable[[], Any], Callable[[Any], None]], None]


def compose(
    serial: int,
    picture: Picture,
    colours: FrameColours,
    overview: QSize | None,
    should_stop: Callable[[], bool] | None = None,
) -> Frame:
    """Compose a frame and, when a size in device pixels is given, the overview of all rows."""
    pixels = compose_frame(
        picture.source,
        picture.rows,
        picture.cols,
        picture.layout.room,
        colours,
        ratio=picture.layout.ratio,
        mode=picture.mode,
        should_stop=should_stop,
    )
    small = None
    if overview is not None:
        small = compose_overview(picture.source, (overview.height(), overview.width()), colours)
    return Frame(serial, picture, colours, pixels, small)


class Frames:
    """The newest frame that was asked for and the last one that came.

    Every change of what is to be shown has a number. A frame carries the number it was asked under: it is
    current only while that is the newest. Until then the last frame is drawn where its cells stand now, and
    pale when it shows another source or other colours.

    Parameters
    ----------
    submit : callable
        ``submit(work, done)`` runs `work` elsewhere and calls `done` in the window's thread with its answer.
    changed : callable
        Called when a frame has come.
    """

    def __init__(self, submit: Submit, changed: Callable[[], None]) -> None:
        self._submit = submit
        self._changed = changed
        self._serial = 0
        self._wanted: tuple[Picture, FrameColours, QSize] | None = None
        self._frame: Frame | None = None
        self._image: QImage | None = None
        self._overview: tuple[HeatmapSource, FrameColours, QSize] | None = None
        self._overview_pixels: Pixels | None = None

    def want(self, picture: Picture, colours: FrameColours, overview: QSize) -> None:
        """Ask for a picture, unless it was asked for last; small ones in memory are made by `compose_now`."""
        if self._wanted == (picture, colours, overview):
            return
        self._wanted = (picture, colours, overview)
        self._serial += 1
        if self._is_small(picture):
            return
        serial, missing = self._serial, self._missing_overview()

        def is_old() -> bool:
            return serial != self._serial

        def work() -> Frame | None:
            """Compose the frame, or nothing where nobody wants it any more."""
            try:
                return compose(serial, picture, colours, missing, is_old)
            except Stopped:
                return None

        self._submit(work, self._on_frame_ready)

    def compose_now(self) -> None:
        """Make the wanted frame here and now if it is small, in memory and not there yet."""
        if self._wanted is not None and not self.is_current() and self._is_small(self._wanted[0]):
            picture, colours, _ = self._wanted
            self._take(compose(self._serial, picture, colours, self._missing_overview()))

    def is_current(self) -> bool:
        """Whether the last frame is the one that was asked for last."""
        return self._frame is not None and self._frame.serial == self._serial

    def overview(self) -> QImage | None:
        """Picture of all rows, or None before the first one."""
        pixels = self._overview_pixels
        return image_of(pixels) if pixels is not None and pixels.size else None

    def paint(self, painter: QPainter, picture: Picture) -> None:
        """Draw the last frame onto the cells of the present picture."""
        cells, ratio, frame, image = picture.cells, picture.layout.ratio, self._frame, self._image
        if frame is None or image is None:
            painter.fillRect(cells, look.current().colour("pad"))
            return
        if self.is_current():
            # A ratio such as 1.25 may put the widget between device pixels: the image must not be resampled.
            origin = painter.deviceTransform().map(cells.topLeft())
            nudge = QPointF(round(origin.x()) - origin.x(), round(origin.y()) - origin.y()) / ratio
            painter.drawImage(QRectF(cells.topLeft() + nudge, QSizeF(image.size()) / ratio), image)
            return
        painter.save()
        painter.setClipRect(cells)
        painter.fillRect(cells, look.current().colour("pad"))
        if (
            self._wanted is None
            or frame.picture.source is not picture.source
            or frame.colours is not self._wanted[1]
        ):
            painter.setOpacity(OLD_OPACITY)
        left, width = _moved(frame.picture.cols, picture.cols, image.width())
        top, height = _moved(frame.picture.rows, picture.rows, image.height())
        place = QRectF(left / ratio, top / ratio, width / ratio, height / ratio)
        painter.drawImage(place.translated(cells.topLeft()), image)
        painter.restore()

    @staticmethod
    def _is_small(picture: Picture) -> bool:
        """Whether a frame may be composed in the window's thread."""
        height, width = picture.shown
        source = picture.source
        if not source.in_memory or height * width >= SYNCHRONOUS_PIXELS:
            return False
        return not is_far(source, picture.rows, picture.cols)

    def _missing_overview(self) -> QSize | None:
        """Size of the wanted overview where it is not the one that is there."""
        if self._wanted is None:
            return None
        picture, colours, size = self._wanted
        there = self._overview
        same = there is not None and there[0] is picture.source and there[1] is colours and there[2] == size
        return None if same else size

    def _on_frame_ready(self, frame: Frame | None) -> None:
        if frame is not None:
            self._take(frame)
            self._changed()

    def _take(self, frame: Frame) -> None:
        """Keep a frame that is newer than the last one, of the present source and in its colours."""
        newest = self._frame.serial if self._frame is not None else -1
        if self._wanted is None or frame.serial < newest:
            return
        picture, colours, size = self._wanted
        if frame.picture.source is not picture.source or frame.colours is not colours:
            return
        self._frame = frame
        self._image = image_of(frame.pixels)  # the frame keeps the pixels alive to which the image points
        if frame.overview is not None:
            self._overview_pixels = frame.overview
            height, width = frame.overview.shape
            self._overview = (picture.source, colours, QSize(width, height) if width else size)


def image_of(pixels: Pixels) -> QImage:
    """Return an image of uint32 pixels [H, W], which must outlive it."""
    height, width = pixels.shape
    return QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32)


def _moved(old: Axis, new: Axis, length: int) -> tuple[float, float]:
    """Start and length, in the device pixels of `new`, of what took `length` from the start of `old`."""
    scale = (new.cell / new.stride) / (old.cell / old.stride)
    return old.offset * scale - new.offset, length * scale

"""The frames of one heatmap: ask for the newest, keep the last, never take an old one for current."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from padviewer.core.errors import Stopped
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.colours import FrameColours, Pixels
from padviewer.core.picture.far import is_far
from padviewer.core.picture.frame import compose_frame, compose_overview
from padviewer.core.picture.layout import Picture
from padviewer.core.picture.source import HeatmapSource

SYNCHRONOUS_PIXELS = 1_000_000
LEAST_WIDTH, LEAST_HEIGHT = 18, 18  # of a cell, in logical pixels, that a number may fit into
Size = tuple[int, int]
Submit = Callable[[Callable[[], Any], Callable[[Any], None]], None]
Read = tuple[npt.NDArray[np.generic], npt.NDArray[np.uint8]]


@dataclass(frozen=True, eq=False)
class Frame:
    """Composed pixels and what they show.

    `overview` is None where it was not asked for, `read`, the values and kinds of the cells in view, where
    cells are too small for numbers.
    """

    serial: int
    picture: Picture
    colours: FrameColours
    pixels: Pixels
    overview: Pixels | None
    read: Read | None = None


def compose(
    serial: int,
    picture: Picture,
    colours: FrameColours,
    overview: Size | None,
    should_stop: Callable[[], bool] | None = None,
) -> Frame:
    """Compose a frame and, for a size (height, width) in device pixels, the overview of all rows."""
    layout, source = picture.layout, picture.source
    pixels = compose_frame(
        source,
        picture.rows,
        picture.cols,
        layout.room,
        colours,
        ratio=layout.ratio,
        mode=picture.mode,
        should_stop=should_stop,
    )
    small = None if overview is None else compose_overview(source, overview, colours)
    return Frame(serial, picture, colours, pixels, small, _read(picture))


def _read(picture: Picture) -> Read | None:
    """Return values and kinds of the cells in view, where they are large enough for numbers."""
    ratio, source = picture.layout.ratio, picture.source
    large = picture.cols.cell >= LEAST_WIDTH * ratio and picture.rows.cell >= LEAST_HEIGHT * ratio
    if picture.mode == "mask" or not large or not all(picture.shown):
        return None
    rows, _ = picture.rows.visible(picture.layout.room[0])
    steps, _ = picture.cols.visible(picture.layout.room[1])
    return source.cells(source.tensor_rows(rows), steps)


class Frames:
    """The newest frame that was asked for and the last one that came.

    Every change of what is to be shown has a number. A frame carries the number it was asked under: it is
    current only while that is the newest.

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
        self._wanted: tuple[Picture, FrameColours, Size] | None = None
        self._shown: tuple[HeatmapSource, FrameColours, Size] | None = None
        self.last: Frame | None = None
        self.overview: Pixels | None = None

    @classmethod
    def of(cls, frame: Frame) -> Frames:
        """Return the frames of a picture that has its frame already."""
        made = cls(lambda _work, _done: None, lambda: None)
        made.last, made.overview, made._serial = frame, frame.overview, frame.serial
        return made

    def want(self, picture: Picture, colours: FrameColours, overview: Size) -> None:
        """Ask for a picture, unless it was asked for last; small ones in memory are made by `compose_now`."""
        if self._wanted == (picture, colours, overview):
            return
        self._wanted = (picture, colours, overview)
        self._serial += 1
        if _is_small(picture):
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
        if self._wanted is not None and not self.is_current() and _is_small(self._wanted[0]):
            picture, colours, _ = self._wanted
            self._take(compose(self._serial, picture, colours, self._missing_overview()))

    def is_current(self) -> bool:
        """Whether the last frame is the one that was asked for last."""
        return self.last is not None and self.last.serial == self._serial

    def is_other(self, picture: Picture) -> bool:
        """Whether the last frame shows another source than a picture, or other colours than wanted."""
        last, wanted = self.last, self._wanted
        return (
            last is None
            or wanted is None
            or last.picture.source is not picture.source
            or last.colours is not wanted[1]
        )

    def _missing_overview(self) -> Size | None:
        """Size of the wanted overview where it is not the one that is there."""
        if self._wanted is None:
            return None
        picture, colours, size = self._wanted
        there = self._shown
        same = there is not None and there[0] is picture.source and there[1] is colours and there[2] == size
        return None if same else size

    def _on_frame_ready(self, frame: Frame | None) -> None:
        if frame is not None:
            self._take(frame)
            self._changed()

    def _take(self, frame: Frame) -> None:
        """Keep a frame that is newer than the last one, of the present source and in its colours."""
        newest = self.last.serial if self.last is not None else -1
        if self._wanted is None or frame.serial < newest:
            return
        picture, colours, size = self._wanted
        if frame.picture.source is not picture.source or frame.colours is not colours:
            return
        self.last = frame
        if frame.overview is not None:
            self.overview = frame.overview
            height, width = frame.overview.shape
            self._shown = (picture.source, colours, (height, width) if width else size)


def _is_small(picture: Picture) -> bool:
    """Whether a frame may be composed in the window's thread."""
    height, width = picture.shown
    source = picture.source
    if not source.in_memory or height * width >= SYNCHRONOUS_PIXELS:
        return False
    return not is_far(source, picture.rows, picture.cols)


def moved(old: Axis, new: Axis, length: int) -> tuple[float, float]:
    """Start and length, in the device pixels of `new`, of what took `length` from the start of `old`."""
    scale = (new.cell / new.stride) / (old.cell / old.stride)
    return old.offset * scale - new.offset, length * scale

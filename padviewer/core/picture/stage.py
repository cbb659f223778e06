"""The picture that a heatmap shows, kept in line with its widget while source, zoom and size change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from padviewer.core.picture import motion
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.layout import Layout, Picture, TextWidths
from padviewer.core.picture.motion import Axes
from padviewer.core.picture.source import HeatmapSource, Mode

Size = tuple[int, int]


class Room(NamedTuple):
    """How a source is laid out: plainly, with a line below the cells, and its usual height of rows."""

    plain: Layout
    noted: Layout
    row_height: int


LayOut = Callable[[HeatmapSource, Size, float, bool], Room]


class Stage:
    """A picture, and whether all of its steps, and all of its rows, shall stay in view.

    Parameters
    ----------
    mode : {"values", "mask"}
    lay_out : callable
        ``lay_out(source, (width, height), ratio, profiles)`` gives the room in a widget, in logical pixels.
    """

    def __init__(self, mode: Mode, lay_out: LayOut) -> None:
        self.picture: Picture | None = None
        self.fitted = True
        self.all_rows = False
        self.usual = True
        self.profiles = False
        self._mode: Mode = mode
        self._lay_out = lay_out
        self._size: Size = (0, 0)
        self._ratio = 1.0
        self._rooms: tuple[HeatmapSource, Room] | None = None

    def resize(self, size: Size, ratio: float) -> None:
        """Take another (width, height) in logical pixels and number of device pixels in one of them."""
        self._size, self._ratio = size, ratio
        self.refresh()

    def refresh(self) -> None:
        """Arrange the picture again, as after another theme."""
        self._rooms = None
        if self.picture is not None:
            self._take(self.picture)

    def set_source(self, source: HeatmapSource | None) -> None:
        """Show another tensor, or nothing; place and zoom stay where they still make sense."""
        if source is None:
            self.picture = None
        elif self.picture is None:
            self.fitted, self.all_rows, self.usual = True, False, True
            layout = Layout(*self._size, self._ratio, TextWidths(0, 0, 0), strip=0, axis=0)
            self._take(Picture(source, layout, Axis(source.rows), Axis(source.cols), self._mode))
        else:
            rows = replace(self.picture.rows, count=source.rows)
            cols = replace(self.picture.cols, count=source.cols)
            self._take(replace(self.picture, source=source, rows=rows, cols=cols))

    def set_profiles(self, on: bool) -> None:
        """Leave room for profiles, or none."""
        self.profiles = on
        self.refresh()

    def move(self, axes: Axes) -> None:
        """Show other rows and steps, at these sizes."""
        if self.picture is not None:
            self._take(replace(self.picture, rows=axes[0], cols=axes[1]))

    def follow(self, rows: Axis, cols: Axis) -> None:
        """Show the rows and steps of another view."""
        if self.picture is not None:
            rows = replace(rows, count=self.picture.rows.count)
            cols = replace(cols, count=self.picture.cols.count)
            self._set_fitted(rows, cols)
            self.move((rows, cols))

    def zoom(
        self, steps: int, at: tuple[float, float], *, sideways: bool = True, upright: bool = True
    ) -> None:
        """Zoom in (steps above 0) or out around a point of the widget, in both directions or in one."""
        picture = self.picture
        if picture is not None and steps:
            height = self._room(picture.source).row_height
            rows, cols = motion.zoomed(picture, steps, at, height, sideways=sideways, upright=upright)
            self._set_fitted(rows, cols)
            self.move((rows, cols))

    def fit(self) -> None:
        """Show all steps, at the usual height of rows."""
        self.fitted, self.all_rows, self.usual = True, False, True
        if self.picture is not None:
            self._take(self.picture)

    def fit_all(self) -> None:
        """Show all rows and all steps."""
        self.fitted = self.all_rows = True
        self.usual = False
        if self.picture is not None:
            self._take(self.picture)

    def one_pixel(self) -> None:
        """Show every cell as one device pixel."""
        self.fitted = self.all_rows = self.usual = False
        if self.picture is not None:
            self.move(motion.one_pixel(self.picture))

    def still(self, size: Size, ratio: float) -> Picture | None:
        """Return the picture at another size and number of device pixels; cells keep their logical size."""
        if self.picture is None:
            return None
        by = ratio / self.picture.layout.ratio
        rows, cols = motion.scaled(self.picture.rows, by), motion.scaled(self.picture.cols, by)
        room = self._lay_out(self.picture.source, size, ratio, self.profiles)
        return self._arranged(replace(self.picture, rows=rows, cols=cols), room)

    def _set_fitted(self, rows: Axis, cols: Axis) -> None:
        if self.picture is not None:
            layout, height = self.picture.layout, self._room(self.picture.source).row_height
            self.fitted = cols == motion.fitted_steps(cols, layout)
            self.all_rows = rows.stride > 1 and rows == motion.fitted_rows(rows, layout, height)
            usual = motion.usual_rows(rows.count, height, layout.room[0])
            self.usual = (rows.cell, rows.stride) == (usual.cell, 1)

    def _room(self, source: HeatmapSource) -> Room:
        if self._rooms is None or self._rooms[0] is not source:
            self._rooms = (source, self._lay_out(source, self._size, self._ratio, self.profiles))
        return self._rooms[1]

    def _take(self, picture: Picture) -> None:
        room = self._room(picture.source)
        if picture.layout.ratio != self._ratio:
            picture = replace(picture, rows=Axis(picture.rows.count, cell=room.row_height))
        self.picture = self._arranged(picture, room)

    def _arranged(self, picture: Picture, room: Room) -> Picture:
        """Bring a picture in line with its room: rows and steps stay where they are as far as possible."""
        layout, rows, cols = room.plain, picture.rows, picture.cols
        if self.fitted:
            cols = motion.fitted_steps(cols, layout)
        if self.all_rows:
            rows = motion.fitted_rows(rows, layout, room.row_height)
            if max(rows.stride, cols.stride) > 1:
                rows = motion.fitted_rows(rows, room.noted, room.row_height)
        elif self.usual:
            usual = motion.usual_rows(rows.count, room.row_height, layout.room[0])
            if (rows.cell, rows.stride) != (usual.cell, 1):
                rows = rows.sized(usual.cell, 1, 0, layout.room[0])
        if max(rows.stride, cols.stride) > 1:
            layout = room.noted
        height, width = layout.room
        return replace(
            picture,
            layout=layout,
            rows=rows.scrolled(rows.offset, height),
            cols=cols.scrolled(cols.offset, width),
        )

"""The picture that a heatmap shows, kept in line with its widget while source, zoom and size change."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QSize

from padviewer.core.picture.axis import Axis
from padviewer.core.picture.source import HeatmapSource, Mode
from padviewer.gui.views.heatmap import motion as heatmap_motion
from padviewer.gui.views.heatmap.layout import (
    Picture,
    arrange,
    first_picture,
    fitted_rows,
    fitted_steps,
    usual_rows,
)
from padviewer.gui.views.heatmap.motion import Axes
from padviewer.gui.views.heatmap.still import still_picture


class Stage:
    """A picture, and whether all of its steps, and all of its rows, shall stay in view.

    Parameters
    ----------
    mode : {"values", "mask"}
    """

    def __init__(self, mode: Mode) -> None:
        self.picture: Picture | None = None
        self.fitted = True
        self.all_rows = False
        self.profiles = False
        self._mode: Mode = mode
        self._size = QSize()
        self._ratio = 1.0

    def resize(self, size: QSize, ratio: float) -> None:
        """Take another size in logical pixels and number of device pixels in one of them."""
        self._size, self._ratio = size, ratio
        self.refresh()

    def refresh(self) -> None:
        """Arrange the picture again, as after another theme."""
        if self.picture is not None:
            self._take(self.picture)

    def set_source(self, source: HeatmapSource | None) -> None:
        """Show another tensor, or nothing; place and zoom stay where they still make sense."""
        if source is None:
            self.picture = None
        elif self.picture is None:
            self.fitted, self.all_rows = True, False
            self._take(first_picture(source, self._size, self._ratio, self._mode))
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

    def zoom(self, steps: int, at: QPointF) -> None:
        """Zoom in (steps above 0) or out around a point of the widget."""
        if self.picture is not None and steps:
            rows, cols = heatmap_motion.zoomed(self.picture, steps, at)
            self._set_fitted(rows, cols)
            self.move((rows, cols))

    def fit(self) -> None:
        """Show all steps, at the usual height of rows."""
        if self.picture is not None:
            self.fitted, self.all_rows = True, False
            self.move(heatmap_motion.usual(self.picture))

    def fit_all(self) -> None:
        """Show all rows and all steps."""
        self.fitted = self.all_rows = True
        self.refresh()

    def one_pixel(self) -> None:
        """Show every cell as one device pixel."""
        if self.picture is not None:
            self.fitted = self.all_rows = False
            self.move(heatmap_motion.one_pixel(self.picture))

    def still(self, size: QSize, scale: float) -> Picture | None:
        """Return the picture at another size, for `compose_still`."""
        if self.picture is None:
            return None
        return still_picture(
            self.picture, size, scale, fitted=self.fitted, all_rows=self.all_rows, profiles=self.profiles
        )

    def _set_fitted(self, rows: Axis, cols: Axis) -> None:
        if self.picture is not None:
            layout = self.picture.layout
            self.fitted = cols == fitted_steps(cols, layout)
            self.all_rows = rows.stride > 1 and rows == fitted_rows(rows, layout)

    def _take(self, picture: Picture) -> None:
        if picture.layout.ratio != self._ratio:
            picture = replace(picture, rows=usual_rows(picture.rows.count, self._ratio))
        self.picture = arrange(
            picture, self._size, self._ratio,
            fitted=self.fitted, all_rows=self.all_rows, profiles=self.profiles,
        )  # fmt: skip

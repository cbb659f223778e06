"""The cross-hair's profiles: the values of one row over its steps, and of one step over the rows in view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from padviewer.core.padding.plan import CellKind
from padviewer.core.picture.frames import Submit
from padviewer.core.picture.layout import Picture
from padviewer.core.picture.source import HeatmapSource, Ints

Place = tuple[int, int]
Kinds = npt.NDArray[np.uint8]
Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Profile:
    """Values along one line of cells.

    Parameters
    ----------
    cells : int64 [n]
        Steps, or rows of the view.
    values : float64 [n]
        NaN in padding and where a value is missing or not finite.
    padding : bool [n]
    """

    cells: Ints
    values: Doubles
    padding: npt.NDArray[np.bool_]

    @property
    def ends(self) -> tuple[float, float] | None:
        """Least and greatest real value; None where there is none."""
        if not np.isfinite(self.values).any():
            return None
        return float(np.nanmin(self.values)), float(np.nanmax(self.values))

    def levels(self, room: float) -> Doubles:
        """Return how high each value stands above the least one, float64 [n], the greatest at `room`."""
        if self.ends is None:
            return self.values
        low, high = self.ends
        with np.errstate(invalid="ignore", over="ignore"):
            share = (self.values - low) / (high - low) if high > low else self.values * 0 + 0.5
        found: Doubles = share * room
        return found


@dataclass(frozen=True, eq=False)
class Profiles:
    """The two profiles through a cell: `row` over the steps in view, `col` over the rows in view."""

    source: HeatmapSource
    at: tuple[int, int]
    row: Profile
    col: Profile


def profiles_of(picture: Picture, at: tuple[int, int]) -> Profiles:
    """Return the profiles through a cell (row of the view, step), of the cells that are drawn."""
    source = picture.source
    rows, _ = picture.rows.visible(picture.layout.room[0])
    steps, _ = picture.cols.visible(picture.layout.room[1])
    row, col = (np.array([place], np.int64) for place in at)
    across = source.cells(source.tensor_rows(row), steps)
    down = source.cells(source.tensor_rows(rows), col)
    return Profiles(
        source, at, _profile(steps, across[0][0], across[1][0]), _profile(rows, down[0][:, 0], down[1][:, 0])
    )


def _profile(cells: Ints, values: npt.NDArray[np.generic], kinds: Kinds) -> Profile:
    numbers_of = values.astype(np.float64)
    padding = kinds == CellKind.PAD
    numbers_of[padding | (kinds == CellKind.MISSING) | ~np.isfinite(numbers_of)] = np.nan
    return Profile(cells, numbers_of, padding)


class CrossHair:
    """Keeps the profiles through a cell up to date; the last ones stay until newer ones come.

    Parameters
    ----------
    submit : callable
        ``submit(work, done)`` runs `work` elsewhere and calls `done` in the window's thread.
    changed : callable
        Called when profiles have come.
    """

    def __init__(self, submit: Submit, changed: Callable[[], None]) -> None:
        self._submit = submit
        self._changed = changed
        self._wanted: tuple[Picture, Place] | None = None
        self.is_on = False
        self.profiles: Profiles | None = None

    @property
    def place(self) -> Place | None:
        """Row of the view and step that it is on; None for none."""
        return self._wanted[1] if self._wanted is not None else None

    def want(self, picture: Picture | None, place: Place | None) -> None:
        """Put the cross-hair on a cell (row of the view, step) of a picture, or on none."""
        if not self.is_on or picture is None or place is None or not all(picture.shown):
            self._wanted = self.profiles = None
            return
        if self._wanted == (picture, place):
            return
        if self._wanted is not None and self._wanted[0].source is not picture.source:
            self.profiles = None
        self._wanted = (picture, place)
        if picture.source.in_memory:
            self.profiles = profiles_of(picture, place)
        else:
            self._submit(lambda: profiles_of(picture, place), self._on_profiles)

    def _on_profiles(self, profiles: Profiles) -> None:
        if self._wanted is not None and self._wanted[0].source is profiles.source:
            self.profiles = profiles
            self._changed()


def runs(marked: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and last place of each run of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], marked, [False]]).astype(np.int8)))
    return list(zip(edges[::2].tolist(), (edges[1::2] - 1).tolist(), strict=True))

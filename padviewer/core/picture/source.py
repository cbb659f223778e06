"""What a heatmap draws: one tensor of a recipe, asked for cell by cell, and its rows in the view's order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt

from padviewer.core.data.lengths import LengthCounts, count_lengths
from padviewer.core.data.places import SEARCHED_ROWS, RowPlaces

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Cells = Callable[[Ints, Ints], tuple[npt.NDArray[np.generic], npt.NDArray[np.uint8]]]
Edges = Callable[[Ints, Ints], npt.NDArray[np.int8]]
Overview = Callable[[str, Ints, Ints, Callable[[], bool]], tuple[Floats, Floats]]
CellText = Callable[[Ints, int, int, int], str]
Mode = Literal["values", "mask"]
Far = Literal["sampled", "mean", "max", "padding"]

FEW_CUT = 200_000


@dataclass(frozen=True, eq=False)
class HeatmapSource:
    """What a heatmap draws: one tensor of a recipe, asked for cell by cell.

    Parameters
    ----------
    rows, cols : int
        Rows in the view and steps of the tensor; a row longer than `cols` loses the rest.
    lengths : int64 [rows of the tensor]
        Steps of each row in the source.
    cells : callable
        ``cells(rows int64 [R], cols int64 [C])`` in tensor numbers gives values [R, C] and kinds uint8 [R, C]
        (`CellKind`). It is called outside the window's thread unless `in_memory`.
    edges : callable
        ``edges(rows, cols)`` gives int8 [R, C]: −1 where steps were cut to the left of the cell, +1 where to
        its right, else 0.
    levels : (float, float)
        Values at the two ends of the ramp; for `by` "value".
    still_real : float32 [cols]
        Share of all rows that are real at each step.
    order : int64 [rows], optional
        Tensor row of each row in the view; None where they are the same.
    ranks : float32 [ids], optional
        Place of each id on the ramp, 0 to 1; colours by it where it is given.
    ramp_words : str
        What the ramp says, for the legend: ``frequent → rare``.
    title : str
        What is drawn, for a person who cannot see it: ``question → tokens``.
    has_missing : bool
        Whether a missing value can occur.
    has_infinite : bool
        Whether an infinite value can occur.
    beyond : (bool, bool)
        Whether values lie below and above `levels`: they have colours beyond the ends of the ramp.
    in_memory : bool
        Whether `cells` answers from memory, so that small frames need no job.
    log : bool
        The ramp follows the logarithm of the value.
    identity : bool
        Colours say which value it is, not how much: one of 12 for each, by a hash.
    special : tuple of (int, str)
        Ids with a meaning of their own and the letter of each, such as ``(8644, "U")`` for unknown words.
    groups : tuple of (int, str)
        Where each group begins, as a row of the view, ascending, and its label.
    far : {"sampled", "mean", "max", "padding"}
        What a pixel says that stands for several cells; needs `overview` unless it is "sampled".
    overview : callable, optional
        ``overview(how, row_edges int64 [H+1], col_edges int64 [W+1], should_stop)``, rows of the view, gives
        values float32 [H, W] (NaN where nothing is real; places 0 to 1 with `ranks`) and the share of padding
        float32 [H, W]. It is called outside the window's thread.
    counts : LengthCounts, optional
        `lengths` counted; counted here where it is left out.
    places : RowPlaces, optional
        For `order`; shared between sources of the same order, or made here.
    text : callable, optional
        ``text(tensor_rows, first_col, last_col, most)`` gives cells as tab-separated text, both columns
        included.
    numbers : callable, optional
        The source's numbers int64 [n] of tensor rows int64 [n]; None where they are the same.
    """

    rows: int
    cols: int
    lengths: Ints
    cells: Cells
    edges: Edges
    levels: tuple[float, float]
    still_real: Floats
    order: Ints | None = None
    ranks: Floats | None = None
    ramp_words: str = ""
    title: str = ""
    has_missing: bool = False
    has_infinite: bool = False
    beyond: tuple[bool, bool] = (False, False)
    in_memory: bool = False
    log: bool = False
    identity: bool = False
    special: tuple[tuple[int, str], ...] = ()
    groups: tuple[tuple[int, str], ...] = ()
    far: Far = "sampled"
    overview: Overview | None = None
    counts: LengthCounts | None = None
    places: RowPlaces | None = None
    text: CellText | None = None
    numbers: Callable[[Ints], Ints] | None = None

    def row_numbers(self, tensor_rows: Ints) -> Ints:
        """Return the numbers that tensor rows int64 [n] have in the source."""
        return tensor_rows if self.numbers is None else self.numbers(tensor_rows)

    def tensor_rows(self, view_rows: Ints) -> Ints:
        """Tensor rows int64 [n] that stand at rows int64 [n] of the view."""
        return view_rows if self.order is None else self.order[view_rows]

    def tensor_row(self, view_row: int) -> int:
        """Tensor row that stands at one row of the view."""
        return view_row if self.order is None else int(self.order[view_row])

    def view_row(self, tensor_row: int) -> int:
        """Row of the view at which a tensor row stands, or −1 where the view does not have it."""
        places = self.row_places
        if places is None:
            return tensor_row if 0 <= tensor_row < self.rows else -1
        return places.of(tensor_row)

    @cached_property
    def row_places(self) -> RowPlaces | None:
        """Where tensor rows stand in the view; None where they are the same."""
        if self.order is None:
            return None
        return self.places if self.places is not None else RowPlaces(self.order, len(self.lengths))

    def kept(self, tensor_rows: Ints) -> Ints:
        """Return the steps int64 [n] that the tensor keeps of rows int64 [n]."""
        return np.minimum(self.lengths[tensor_rows], self.cols)

    @property
    def raster(self) -> Overview | None:
        """`overview` where a pixel of several cells says something of all of them; else None."""
        takes_values = self.far in ("mean", "max")
        return None if self.far == "sampled" or (self.identity and takes_values) else self.overview

    @cached_property
    def _counted(self) -> LengthCounts:
        return self.counts if self.counts is not None else count_lengths(self.lengths)

    @property
    def longest(self) -> int:
        """Steps of the longest row in the source."""
        return self._counted.maximum

    @property
    def most_cut(self) -> int:
        """Steps that the row with the greatest loss loses."""
        return max(0, self.longest - self.cols)

    @property
    def has_padding(self) -> bool:
        """Whether any row is shorter than the tensor."""
        return bool(len(self._counted.at)) and self._counted.minimum < self.cols

    def next_cut(self, view_row: int, *, backward: bool = False) -> int:
        """Next row of the view that loses steps, beginning again at the other end; −1 where none does."""
        if not self.most_cut:
            return -1
        places = self.row_places
        if places is not None and places.is_warm and self._cut_count <= FEW_CUT:
            cut = self._cut_rows
            place = np.searchsorted(cut, view_row, side="left" if backward else "right") - backward
            return int(cut[place % cut.size]) if cut.size else -1
        if backward:
            here = max(0, view_row)
            spans = ((0, here), (here, self.rows))
        else:
            here = max(0, view_row + 1)
            spans = ((here, self.rows), (0, here))
        for first, last in spans:
            found = self._cut_in(first, min(last, self.rows), backward=backward)
            if found >= 0:
                return found
        return -1

    @property
    def _cut_count(self) -> int:
        """How many rows of the tensor lose steps."""
        return int(self._counted.rows[self._counted.at > self.cols].sum())

    @cached_property
    def _cut_rows(self) -> Ints:
        """Rows of the view that lose steps, int64 ascending, found through the few that lose any."""
        lost = np.flatnonzero(self.lengths > self.cols)
        return lost if self.row_places is None else self.row_places.of_rows(lost)

    def _cut_in(self, first: int, last: int, *, backward: bool) -> int:
        """First row of the view in a span that loses steps, or the last one; read in pieces."""
        starts = range(first, last, SEARCHED_ROWS)
        for start in reversed(starts) if backward else starts:
            rows = np.arange(start, min(start + SEARCHED_ROWS, last), dtype=np.int64)
            found = np.flatnonzero(self.lengths[self.tensor_rows(rows)] > self.cols)
            if found.size:
                return start + int(found[-1 if backward else 0])
        return -1

    @cached_property
    def group_starts(self) -> Ints:
        """Rows of the view at which groups begin: int64 [groups], ascending."""
        return np.array([start for start, _ in self.groups], np.int64)

    def group_at(self, view_row: int) -> int:
        """Return the number of the group in which a row of the view stands; −1 without groups."""
        return bisect_right(self.group_starts, view_row) - 1

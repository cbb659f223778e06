"""The rows of a view: which of a tensor's rows are shown, in which order, in which groups."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.labels import (
    by_number,
    has_label,
    label_counts,
    label_ranks,
    label_text,
    label_texts,
)
from padviewer.core.data.places import RowPlaces
from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.padding.tensor_plan import TensorPlan

__all__ = [
    "ORDERS",
    "Arrangement",
    "Order",
    "RowFilter",
    "arrange",
    "has_label",
    "is_marked",
    "label_counts",
    "label_text",
]

Order = Literal["file", "length", "-length", "label", "-cut"]
ORDERS: tuple[Order, ...] = ("file", "length", "-length", "label", "-cut")
MOST_GROUPS = 100_000


@dataclass(frozen=True)
class RowFilter:
    """Which rows are shown; a row must satisfy all that is given.

    Parameters
    ----------
    shortest, longest : int or None
        Least and most steps before cutting, both included.
    label : str or None
        The label as text (`label_text`); "" for rows without one, which are all where there are no labels.
    only_cut : bool
        Only rows that lose steps.
    only_findings, only_marked : bool
        Only rows that a finding names, or that a person marked: those in `arrange`'s `named`.
    """

    shortest: int | None = None
    longest: int | None = None
    label: str | None = None
    only_cut: bool = False
    only_findings: bool = False
    only_marked: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether every row is shown."""
        return self == RowFilter()


@dataclass(frozen=True, eq=False)
class Arrangement:
    """Rows of a view.

    Parameters
    ----------
    rows : int64 [m] or None
        The tensor row of each row of the view; None: all of them in the file's order.
    groups : tuple of (int, str)
        Where each group begins, as a row of the view, and its label; empty where rows are not grouped, or
        in more than 100,000 groups.
    known : RowPlaces or None
        Where the rows stand, once for all who ask.
    """

    rows: Int64 | None = None
    groups: tuple[tuple[int, str], ...] = ()
    known: RowPlaces | None = None

    def places(self, n: int) -> RowPlaces:
        """Return where each of a tensor's `n` rows stands in the view."""
        return RowPlaces(self.rows, n) if self.known is None else self.known

    def line(self, place: int) -> int:
        """Return the line of a row of the view, where a line of its own stands above each group."""
        return place + bisect_right(self.groups, place, key=_start)

    def at_line(self, line: int) -> tuple[int, str | None]:
        """Return the row of the view on a line, or the first row of the group that it heads, and its label.

        The label is None on the line of a row.
        """
        low = bisect_right(range(len(self.groups)), line, key=lambda at: self.groups[at][0] + at)
        if low and self.groups[low - 1][0] + low - 1 == line:
            return self.groups[low - 1]
        return line - low, None


def _start(group: tuple[int, str]) -> int:
    return group[0]


def arrange(
    own: TensorPlan,
    order: Order = "file",
    *,
    label: Ragged | None = None,
    grouped: bool = False,
    keep: RowFilter | None = None,
    named: Int64 | None = None,
) -> Arrangement:
    """Return the rows of a view of a tensor.

    Parameters
    ----------
    own : TensorPlan
    order : Order
        By the file, the length before cutting (rising or falling), the label, or the share of a row that is
        cut along the first ragged axis, most first. Equal rows stay in the file's order.
    label : Ragged or None
        One value for every source row; the order "label" and groups change nothing without it.
    grouped : bool
        Keep the rows of a label together, labels rising, rows without one last; within a label in `order`.
    keep : RowFilter or None
        Which rows are shown.
    named : int64 or None
        The tensor rows for `RowFilter.only_findings` and `RowFilter.only_marked`.

    Raises
    ------
    ContentError
        Labels that are not one single value a row.
    """
    keep = keep or RowFilter()
    if order == "file" and not grouped and keep.is_empty:
        return Arrangement()
    labels = None if label is None else label[own.start : own.stop]
    lengths = own.column[own.start : own.stop].sizes
    rows = np.arange(own.n, dtype=np.int64)
    if not keep.is_empty:
        rows = np.flatnonzero(_kept(own, keep, lengths, labels, named)).astype(np.int64, copy=False)
        lengths = lengths[rows]
    if order == "length":
        rows = rows[by_number(lengths)]
    elif order == "-length":
        rows = rows[by_number(lengths.max(initial=0) - lengths)]
    elif order == "-cut":
        # the share of a cut row, 1 − width / length, rises with its length
        cut = np.maximum(lengths - own.axes[0].width, 0)
        rows = rows[by_number(cut.max(initial=0) - cut)]
    groups: tuple[tuple[int, str], ...] = ()
    if labels is not None and (order == "label" or grouped):
        ranks = label_ranks(labels)[rows]
        place = by_number(ranks)
        rows = rows[place]
        if grouped:
            groups = _groups(ranks[place], rows, labels)
    return Arrangement(rows, groups, RowPlaces(rows, own.n))


def is_marked(rows: Int64, row: int) -> bool:
    """Tell whether a row is among rows int64 [m] that ascend."""
    at = int(np.searchsorted(rows, row))
    return at < len(rows) and int(rows[at]) == row


def _kept(
    own: TensorPlan,
    keep: RowFilter,
    lengths: Int64,
    labels: Ragged | None,
    named: Int64 | None,
) -> NDArray[np.bool_]:
    """Return which rows of the tensor are shown: bool [n]."""
    shown = np.ones(own.n, bool)
    if keep.shortest is not None:
        shown &= lengths >= keep.shortest
    if keep.longest is not None:
        shown &= lengths <= keep.longest
    if keep.only_cut:
        shown &= lengths > own.axes[0].width
    if keep.label is not None:
        shown &= keep.label == "" if labels is None else has_label(labels, keep.label)
    if keep.only_findings or keep.only_marked:
        these = np.zeros(own.n, bool)
        if named is not None:
            these[named[(named >= 0) & (named < own.n)]] = True
        shown &= these
    return shown


def _groups(ranks: Int64, rows: Int64, labels: Ragged) -> tuple[tuple[int, str], ...]:
    starts = np.flatnonzero(np.diff(ranks, prepend=-1))
    if len(starts) > MOST_GROUPS:
        return ()
    return tuple(zip(starts.tolist(), label_texts(labels, rows[starts]), strict=True))

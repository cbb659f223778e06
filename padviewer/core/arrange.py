"""The rows of a view: which of a tensor's rows are shown, in which order, in which groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from padviewer.core.ragged import Int64, Ragged
from padviewer.core.tensor_plan import TensorPlan

Order = Literal["file", "length", "-length", "label", "-cut"]
ORDERS: tuple[Order, ...] = ("file", "length", "-length", "label", "-cut")


@dataclass(frozen=True)
class RowFilter:
    """Which rows are shown; a row must satisfy all that is given.

    Parameters
    ----------
    shortest, longest : int or None
        Least and most steps before cutting, both included.
    label : str or None
        The label as text (`label_text`); "" for rows without one.
    only_cut : bool
        Only rows that lose steps.
    only_findings : bool
        Only rows that a finding names.
    """

    shortest: int | None = None
    longest: int | None = None
    label: str | None = None
    only_cut: bool = False
    only_findings: bool = False

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
        Where each group begins, as a row of the view, and its label; empty where rows are not grouped.
    """

    rows: Int64 | None = None
    groups: tuple[tuple[int, str], ...] = ()


def arrange(
    own: TensorPlan,
    order: Order = "file",
    *,
    label: Ragged | None = None,
    grouped: bool = False,
    keep: RowFilter | None = None,
    finding_rows: Int64 | None = None,
) -> Arrangement:
    """Return the rows of a view of a tensor.

    Parameters
    ----------
    own : TensorPlan
    order : Order
        By the file, the length before cutting (rising or falling), the label, or the share of a row that is
        cut, most first. Equal rows stay in the file's order.
    label : Ragged or None
        One value for every source row; needed for the order "label", for groups and for a label to keep.
    grouped : bool
        Keep the rows of a label together, labels rising, rows without one last; within a label in `order`.
    keep : RowFilter or None
        Which rows are shown.
    finding_rows : int64 or None
        The tensor rows that findings name, for `RowFilter.only_findings`.
    """
    keep = keep or RowFilter()
    labels = None if label is None else label[own.start : own.stop]
    if order == "file" and not grouped and keep.is_empty:
        return Arrangement()
    lengths = own.column[own.start : own.stop].axis_lengths()[0]
    rows = np.arange(own.n, dtype=np.int64)
    if not keep.is_empty:
        rows = np.flatnonzero(_kept(own, keep, lengths, labels, finding_rows)).astype(np.int64, copy=False)
    by_label = order == "label" or grouped
    if order in ("length", "-length"):
        rows = rows[np.argsort(lengths[rows] if order == "length" else -lengths[rows], kind="stable")]
    elif order == "-cut":
        rows = rows[np.argsort(-_share_cut(own, lengths[rows]), kind="stable")]
    groups: tuple[tuple[int, str], ...] = ()
    if by_label and labels is not None:
        rank = label_ranks(labels)[rows]
        place = np.argsort(rank, kind="stable")
        rows = rows[place]
        if grouped:
            groups = _groups(rank[place], rows, labels)
    return Arrangement(rows, groups)


def _kept(
    own: TensorPlan,
    keep: RowFilter,
    lengths: Int64,
    labels: Ragged | None,
    finding_rows: Int64 | None,
) -> NDArray[np.bool_]:
    """Return which rows of the tensor are shown: bool [n]."""
    shown = np.ones(own.n, bool)
    if keep.shortest is not None:
        shown &= lengths >= keep.shortest
    if keep.longest is not None:
        shown &= lengths <= keep.longest
    if keep.only_cut:
        shown &= lengths > own.axes[0].width
    if keep.label is not None and labels is not None:
        shown &= has_label(labels, keep.label)
    if keep.only_findings:
        named = np.zeros(own.n, bool)
        if finding_rows is not None:
            named[finding_rows[(finding_rows >= 0) & (finding_rows < own.n)]] = True
        shown &= named
    return shown


def _share_cut(own: TensorPlan, lengths: Int64) -> NDArray[np.float64]:
    """Return the share of each row that is cut: float64 [m], 0 for an empty row."""
    lost = np.maximum(lengths - own.axes[0].width, 0)
    return lost / np.maximum(lengths, 1)


def label_ranks(labels: Ragged) -> Int64:
    """Return the rank of every row's label, rising, equal for equal labels; rows without one come last."""
    gone = _gone(labels)
    if labels.kind == "text":
        words = ["" if word is None else word for word in labels.to_lists()]
        values: NDArray[Any] = np.array(words, dtype=np.str_)
    elif labels.kind == "category":
        words = list(labels.dictionary or ())
        by_word = np.argsort(np.argsort(np.array(words, dtype=np.str_), kind="stable"), kind="stable")
        codes = np.clip(labels.flat, 0, None)
        values = by_word[codes] if words else codes
    else:
        values = labels.flat
    rank = np.unique(values, return_inverse=True)[1].astype(np.int64)
    rank[gone] = rank.max(initial=0) + 1
    return rank


def label_text(labels: Ragged, row: int) -> str:
    """Return the label of a row as text; "" where it has none."""
    value = labels[row : row + 1].to_lists()[0]
    return "" if value is None or value != value else str(value)


def has_label(labels: Ragged, text: str) -> NDArray[np.bool_]:
    """Return which rows have the label `text`, as `label_text` writes it: bool [n]."""
    rank = label_ranks(labels)
    first = np.unique(rank, return_index=True)[1]
    alike = [int(rank[row]) for row in first.tolist() if label_text(labels, row) == text]
    return np.isin(rank, alike)


def label_counts(labels: Ragged, most: int = 1000) -> tuple[tuple[str, int], ...]:
    """Return the labels as text with their number of rows, rising, those without one last.

    Parameters
    ----------
    labels : Ragged
        One value a row.
    most : int
        No more than so many; labels beyond are left out.
    """
    _, first, rows = np.unique(label_ranks(labels), return_index=True, return_counts=True)
    pairs = zip(first[:most].tolist(), rows[:most].tolist(), strict=True)
    return tuple((label_text(labels, row), count) for row, count in pairs)


def _gone(labels: Ragged) -> NDArray[np.bool_]:
    gone = np.zeros(len(labels), bool) if labels.missing is None else labels.missing.copy()
    if labels.kind == "text":
        gone |= np.array([word is None for word in labels.to_lists()], bool)
    elif labels.flat.dtype.kind == "f":
        gone |= np.isnan(labels.flat)
    return gone


def _groups(ranks: Int64, rows: Int64, labels: Ragged) -> tuple[tuple[int, str], ...]:
    starts = np.flatnonzero(np.diff(ranks, prepend=ranks[:1] - 1))
    return tuple((int(at), label_text(labels, int(rows[at]))) for at in starts)

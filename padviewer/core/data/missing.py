"""Missing: how many values and rows of a column are missing or empty, and a small picture of its lengths."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.errors import Stopped

CHUNK = 1 << 20
ROWS = 1 << 16
ShouldStop = Callable[[], bool] | None


def missing_counts(column: Ragged, should_stop: ShouldStop = None) -> tuple[int, int]:
    """Count the missing values and the empty rows of a column.

    Parameters
    ----------
    column : Ragged
    should_stop : callable or None
        Asked between pieces.

    Returns
    -------
    missing : int
        Innermost values that are missing: NaN, marked so, or a category without a name. A missing step
        with fixed inner axes counts as one, as does a missing text.
    empty : int
        Rows without a step; for texts, those that are there and have no character.

    Raises
    ------
    Stopped
        On request.
    """
    return _missing(column, should_stop), _empty(column, should_stop)


def small_histogram(column: Ragged, bins: int = 24, should_stop: ShouldStop = None) -> Int64:
    """Count rows by length in equal bins from 0 to the longest: int64 [bins].

    Parameters
    ----------
    column : Ragged
        Steps of the first ragged axis count; of texts, bytes. A column of single values gives zeros.
    bins : int
    should_stop : callable or None
        Asked between pieces.

    Raises
    ------
    Stopped
        On request.
    """
    counts = np.zeros(bins, np.int64)
    if column.row_offsets is None:
        return counts
    longest = 0
    for start in range(0, len(column), ROWS):
        _ask(should_stop)
        longest = max(longest, int(column[start : start + ROWS].sizes.max()))
    for start in range(0, len(column), ROWS):
        _ask(should_stop)
        places = column[start : start + ROWS].sizes * bins // (longest + 1)
        counts += np.bincount(places, minlength=bins)
    return counts


def _missing(column: Ragged, should_stop: ShouldStop) -> int:
    if column.known_stats is not None and column.kind != "category":
        return column.known_stats.nan + column.known_stats.missing
    leaf = column.dense_leaf()
    marked = leaf.missing
    is_float, is_category = leaf.kind == "float", leaf.kind == "category"
    if marked is None and not is_float and not is_category:
        return 0
    total = 0
    count = len(leaf) if leaf.text else len(leaf.flat)
    for start in range(0, count, CHUNK):
        _ask(should_stop)
        piece = slice(start, start + CHUNK)
        if is_float:
            total += int(np.count_nonzero(np.isnan(leaf.flat[piece])))
            continue
        gone = np.zeros(len(leaf.flat[piece]), bool) if marked is None else marked[piece]
        total += int(np.count_nonzero(gone | (leaf.flat[piece] < 0) if is_category else gone))
    return total


def _empty(column: Ragged, should_stop: ShouldStop) -> int:
    if column.row_offsets is None:
        return 0
    total = 0
    for start in range(0, len(column), ROWS):
        _ask(should_stop)
        piece = column[start : start + ROWS]
        nothing = piece.sizes == 0
        if piece.text and piece.missing is not None:
            nothing &= ~piece.missing
        total += int(np.count_nonzero(nothing))
    return total


def _ask(should_stop: ShouldStop) -> None:
    if should_stop is not None and should_stop():
        raise Stopped

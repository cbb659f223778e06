"""Lengths in figures: what `info` counts, and a table of them for pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from padviewer.core.choices.encode import Tokenise
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.frame import to_frame
from padviewer.core.data.labels import by_number, label_ranks
from padviewer.core.data.lengths import LengthCounts, count_lengths
from padviewer.core.data.ragged import Int64, Ragged, iter_pieces
from padviewer.core.errors import ContentError
from padviewer.core.sentence import say

if TYPE_CHECKING:
    import pandas as pd

PERCENTILES = (5, 25, 50, 75, 90, 95, 99)
PIECE_ROWS = 50_000


def lengths_of(column: Ragged) -> tuple[LengthCounts, str] | None:
    """Return a column's lengths and what they count; None for a column of plain values.

    Lists have steps, texts words at white space; rows of fixed shape are as long as their first axis.
    """
    found = _each(column)
    return None if found is None else (count_lengths(found[0]), found[1])


def _each(column: Ragged) -> tuple[Int64, str] | None:
    """Return the length of every row [n], and what is counted."""
    if column.ragged_axes:
        return column.axis_lengths()[0], "steps"
    if column.is_text:
        words = Tokenise("words")
        pieces = [words.transform(piece).axis_lengths()[0] for piece in iter_pieces(column, PIECE_ROWS)]
        return np.concatenate([np.zeros(0, np.int64), *pieces]), "words"
    if column.inner_shape:
        return np.full(len(column), column.inner_shape[0], np.int64), "steps"
    return None


def lengths_table(dataset: Dataset, column: str | None = None, by: str | None = None) -> pd.DataFrame:
    """Return the lengths of a column's rows in figures, as ``padviewer stats`` counts them.

    Parameters
    ----------
    dataset : Dataset
    column : str or None
        None: the dataset's sequence column. Of texts, words at white space are counted.
    by : str or None
        A column of one value a row, such as a label: one line for each of its values, rising, and a last one
        for the rows without one.

    Returns
    -------
    DataFrame
        ``count`` (rows), ``min``, ``p5``, ``p25``, ``p50``, ``p75``, ``p90``, ``p95``, ``p99``, ``max``,
        ``mean``, ``total`` (steps), ``empty`` (rows without a step). A percentile is the smallest length that
        covers so many percent of the rows: numpy's ``inverted_cdf``. The index is `by`, or the column's name.

    Raises
    ------
    ContentError
        No such column; one of single values; a `by` that is not one value a row.

    Examples
    --------
    >>> data = Dataset({"x": Ragged.from_lists([[1, 2], [3], []]), "y": Ragged.from_lists([0, 1, 1])})
    >>> lengths_table(data, "x", by="y")[["count", "p50", "max"]].values.tolist()
    [[1, 2, 2], [2, 0, 1]]
    """
    import pandas as pd

    name = column if column is not None else next(iter(dataset.with_role_of("sequence")), None)
    found = None if name is None else _each(dataset[name])
    if name is None or found is None:
        raise ContentError(
            "not-a-sequence",
            say("None of the columns holds sequences: {columns}.", columns=", ".join(dataset.columns))
            if name is None
            else say(
                "The column “{name}” holds one {kind} value a row, no sequence.",
                name=name,
                kind=dataset[name].kind,
            ),
            remedy=say("Choose a column of lists or texts."),
        )
    lengths = found[0]
    if by is None:
        return pd.DataFrame([_figures(lengths)], index=pd.Index([name], name="column"))
    ranks = label_ranks(dataset[by])
    order = by_number(ranks)
    ends = np.cumsum(np.bincount(ranks)) if len(ranks) else np.zeros(0, np.int64)
    starts = np.concatenate([[0], ends])[:-1].astype(np.int64)
    lines = [_figures(lengths[order[start:stop]]) for start, stop in zip(starts, ends, strict=True)]
    values = to_frame({by: dataset[by].taken(order[starts])})[by]
    return pd.DataFrame(lines, index=pd.Index(values, name=by), columns=list(_figures(lengths[:0])))


def _figures(lengths: Int64) -> dict[str, Any]:
    counts = count_lengths(lengths)
    said = counts.to_json()
    return {
        "count": counts.n,
        "min": said["min"],
        **{f"p{percent}": counts.percentile(percent) for percent in PERCENTILES},
        "max": said["max"],
        "mean": said["mean"],
        "total": said["total"],
        "empty": said["empty"],
    }

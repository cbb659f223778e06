"""Cells of a tensor as tab-separated text, as they are copied into a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64
from padviewer.core.errors import ContentError, Stopped
from padviewer.core.padding.plan import CellKind, Plan
from padviewer.core.sentence import say, say_count

PIECE_CELLS = 1 << 16
MOST_CELLS = 1_000_000


def cell_text(
    plan: Plan,
    tensor: str,
    rows: Int64 | NDArray[np.integer],
    first_col: int,
    last_col: int,
    *,
    at: tuple[int, ...] = (),
    most: int = MOST_CELLS,
    should_stop: Callable[[], bool] | None = None,
) -> str:
    """Write some cells of a tensor as tab-separated text.

    Parameters
    ----------
    plan : Plan
    tensor : str
    rows : int64 [m]
        Tensor rows, in the order of the lines.
    first_col, last_col : int
        Columns of the first ragged axis, both included.
    at : tuple of int
        One index of every inner axis; needed where there are any.
    most : int
        Cells at the most.
    should_stop : callable, optional
        Asked between pieces of the rows.

    Returns
    -------
    str
        A header of ``row`` and the column numbers, then a line a row, each ended by a line feed: the number
        of the row in the source, and its cells. Numbers are the shortest text that reads back as the same
        number, padding is what stands in the tensor, bools are 0 and 1, a missing value is empty.

    Raises
    ------
    ContentError
        More cells than `most`.
    Stopped
        When `should_stop` says so.
    """
    from padviewer.core.export.csv import texts

    cols = np.arange(first_col, last_col + 1, dtype=np.int64)
    if len(rows) * len(cols) > most:
        count = len(rows) * len(cols)
        raise ContentError(
            "too-many-cells",
            say(
                "{cells} were not copied; {most} is the most.",
                cells=say_count("{count} cell", "{count} cells", count),
                most=most,
            ),
            where=tensor,
            remedy=say("Select fewer cells, or export the tensor."),
        )
    source = plan.of(tensor).numbers_of(np.asarray(rows))
    lines = ["\t".join(["row", *map(str, cols.tolist())])]
    step = max(PIECE_CELLS // max(len(cols), 1), 1)
    for start in range(0, len(rows), step):
        if should_stop is not None and should_stop():
            raise Stopped
        values, kinds = plan.cells(tensor, np.asarray(rows[start : start + step]), cols, at=at)
        cells = texts(values)
        for row, col in np.argwhere(kinds == CellKind.MISSING).tolist():
            cells[row][col] = ""
        for number, line in zip(source[start : start + step].tolist(), cells, strict=True):
            lines.append("\t".join(map(str, [number, *line])))
    return "\n".join(lines) + "\n"

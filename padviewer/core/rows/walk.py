"""From one row to the next in the order in which the views show them."""

from __future__ import annotations

import numpy as np

from padviewer.core.data.ragged import Int64


def place_of(order: Int64 | None, n: int, row: int) -> int:
    """Return where a tensor row stands in the views, or −1 where they leave it out.

    Parameters
    ----------
    order : int64 [m] or None
        The tensor row of each row in the views; None for all `n` in the file's order.
    n : int
        Rows of the tensor.
    row : int
    """
    if order is None:
        return row if 0 <= row < n else -1
    found = np.flatnonzero(order == row)
    return int(found[0]) if found.size else -1


def is_marked(rows: Int64, row: int) -> bool:
    """Tell whether a row is among rows int64 [m] that ascend."""
    at = int(np.searchsorted(rows, row))
    return at < len(rows) and int(rows[at]) == row


def neighbour(order: Int64 | None, n: int, row: int, by: int) -> int:
    """Return the tensor row `by` rows further in the views, or −1 where the views have no rows.

    The first and last row hold; from a row that the views leave out, the first one follows.
    """
    shown = n if order is None else len(order)
    if not shown:
        return -1
    at = place_of(order, n, row)
    at = 0 if at < 0 else min(max(at + by, 0), shown - 1)
    return at if order is None else int(order[at])

"""How frequent each id is: counts, and the log rank that colours a heatmap of tokens."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.errors import Stopped

CHUNK = 1 << 20
MOST_IDS = 50_000_000


def id_counts(column: Ragged, should_stop: Callable[[], bool] | None = None) -> Int64 | None:
    """Count every id of a column of whole numbers from 0: int64 [largest id + 1]; missing ones are left out.

    Returns None where ids make no sense: floats, negative numbers, or a largest number beyond 50,000,000.

    Raises
    ------
    Stopped
        `should_stop` said so.
    """
    leaf = column.dense_leaf()
    missing = leaf.missing
    if leaf.flat.dtype.kind not in "iu" or leaf.flat.ndim != 1 or not len(leaf.flat):
        return None
    low, high = column.stats.minimum, column.stats.maximum
    if low is None or high is None or low < 0 or high > MOST_IDS:
        return None
    counts = np.zeros(int(high) + 1, np.int64)
    for start in range(0, len(leaf.flat), CHUNK):
        if should_stop is not None and should_stop():
            raise Stopped
        ids = leaf.flat[start : start + CHUNK]
        if missing is not None:
            ids = ids[~missing[start : start + CHUNK]]
        counts += np.bincount(ids.astype(np.int64), minlength=len(counts))
    return counts


def log_ranks(counts: Int64) -> NDArray[np.float32]:
    """Place every id from 0 (the most frequent) towards 1 (the rarest) by the logarithm of its rank.

    Parameters
    ----------
    counts : int64 [ids]

    Returns
    -------
    float32 [ids]
        Ids of one count share a place; an id that does not occur is at 1.
    """
    places = np.ones(len(counts), np.float32)
    seen = np.unique(counts[counts > 0])[::-1]
    if not len(seen):
        return places
    per_count = np.bincount(np.searchsorted(-seen, -counts[counts > 0]), minlength=len(seen))
    rank = np.concatenate([[0], np.cumsum(per_count)[:-1]]) + 1
    total = max(int(per_count.sum()), 2)
    place = np.log(rank) / np.log(total)
    known = counts > 0
    places[known] = place[np.searchsorted(-seen, -counts[known])]
    return places

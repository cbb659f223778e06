"""Where each row of a tensor stands in a view of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64

FEW_ROWS = 1_000_000
SEARCHED_ROWS = 1 << 19


class RowPlaces:
    """Where each row of a tensor stands in a view of it, and which row stands at each place.

    Parameters
    ----------
    order : int64 [rows] or None
        Tensor row of each row of the view; None for all of them in the file's order.
    n : int
        Rows of the tensor.
    """

    def __init__(self, order: Int64 | None, n: int) -> None:
        self._order, self._n = order, n
        self.count = n if order is None else len(order)
        """Rows of the view."""
        self._inverse: NDArray[np.int32] | None = None

    @property
    def is_warm(self) -> bool:
        """Whether every answer is immediate."""
        return self._order is None or self._inverse is not None

    def warm(self) -> None:
        """Make every later answer immediate: 4 bytes a row, and for many rows work for a job."""
        if self._order is not None:
            self._warmed(self._order)

    def _warmed(self, order: Int64) -> NDArray[np.int32]:
        if self._inverse is None:
            inverse = np.full(self._n, -1, np.int32)
            inverse[order] = np.arange(len(order), dtype=np.int32)
            self._inverse = inverse
        return self._inverse

    def of_rows(self, tensor_rows: Int64) -> Int64:
        """Return the rows of the view, int64 ascending, at which tensor rows int64 [n] stand."""
        if self._order is None:
            return np.sort(tensor_rows[(tensor_rows >= 0) & (tensor_rows < self._n)])
        places = self._warmed(self._order)[tensor_rows].astype(np.int64)
        return np.sort(places[places >= 0])

    def of(self, tensor_row: int) -> int:
        """Row of the view at which a tensor row stands, or −1 where the view does not have it."""
        order = self._order
        if not 0 <= tensor_row < self._n:
            return -1
        if order is None:
            return tensor_row
        if self.is_warm or len(order) <= FEW_ROWS:
            return int(self._warmed(order)[tensor_row])
        for start in range(0, len(order), SEARCHED_ROWS):
            found = np.flatnonzero(order[start : start + SEARCHED_ROWS] == tensor_row)
            if found.size:
                return start + int(found[0])
        return -1

    def row(self, place: int) -> int:
        """Tensor row at a row of the view, or −1 where the view has no such row."""
        if not 0 <= place < self.count:
            return -1
        return place if self._order is None else int(self._order[place])

    def rows(self, places: range) -> Int64:
        """Return the tensor rows at consecutive rows of the view: int64 [m], those alone that are there."""
        first, stop = max(places.start, 0), min(places.stop, self.count)
        if self._order is None:
            return np.arange(first, max(first, stop), dtype=np.int64)
        return self._order[first : max(first, stop)]

    def after(self, tensor_row: int, by: int) -> int:
        """Tensor row `by` rows further in the view, or −1 where the view has no rows.

        The first and last row hold; from a row that the view leaves out, the first one follows.
        """
        if not self.count:
            return -1
        at = self.of(tensor_row)
        return self.row(0 if at < 0 else min(max(at + by, 0), self.count - 1))

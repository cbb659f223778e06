"""Offsets: where rows of given lengths begin and end when they stand behind one another."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def offsets_from_lengths(lengths: NDArray[Any]) -> NDArray[np.int64]:
    """Return int64 offsets [n + 1] that start at 0 for lengths [n]."""
    offsets = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=offsets[1:])
    return offsets

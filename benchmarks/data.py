"""The data that benchmarks pad: values and offsets, the same in every run."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def offsets_of(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return row boundaries int64 [n + 1] of lengths [n]."""
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)


def skewed_lengths(rows: int, mean: float, longest: int, seed: int = 0) -> NDArray[np.int64]:
    """Return lengths int64 [rows], log-normal as texts are, at least 1, with one row of `longest` steps."""
    spread = 0.6
    drawn = np.random.default_rng(seed).lognormal(np.log(mean) - spread**2 / 2, spread, rows)
    lengths = np.maximum(np.minimum(drawn, longest).astype(np.int64), 1)
    lengths[rows // 2] = longest
    return lengths


def token_values(total: int, seed: int = 1) -> NDArray[np.int32]:
    """Return token ids int32 [total], 1 to 30,000."""
    return np.random.default_rng(seed).integers(1, 30_001, total, np.int32)

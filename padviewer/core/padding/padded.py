"""Padded: a block of a tensor with its mask and lengths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.data.ragged import Int64, Ragged
from padviewer.core.finding import Finding


def _nothing() -> tuple[Finding, ...]:
    return ()


@dataclass(frozen=True, eq=False)
class Padded:
    """A padded block.

    Parameters
    ----------
    array : ndarray [n, M1, ..., Mk, *inner]
        The values, k ragged axes padded.
    mask : ndarray of bool [n, M1, ..., Mk]
        True at real steps; from the lengths alone.
    lengths : ndarray of int64 [n], or a tuple of k arrays
        Kept steps of every row; for k ragged axes, along each: [n], [n, M1], ….
    lost : int
        Values that a cast changed, where the recipe allows it.
    outer_masks : tuple of ndarray of bool
        For k > 1 ragged axes, which rows along the outer ones are real: [n, M1], …; an inner row that is real
        and empty has no True in `mask`.
    """

    array: NDArray[Any]
    mask: NDArray[np.bool_]
    lengths: Int64 | tuple[Int64, ...]
    lost: int = 0
    outer_masks: tuple[NDArray[np.bool_], ...] = ()
    find: Callable[[], tuple[Finding, ...]] = field(default=_nothing, repr=False)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What a person should know about this block; counted when first asked for."""
        return self.find()

    def unpad(self) -> Ragged:
        """Return the real steps as a Ragged of the array's dtype: what was kept, in order."""
        masks = (*self.outer_masks, self.mask)
        column: Ragged | NDArray[Any] = self.array[self.mask]
        for k in reversed(range(len(masks))):
            lengths = masks[k].sum(axis=-1, dtype=np.int64)
            real = lengths[masks[k - 1]] if k else lengths
            column = Ragged(column, offsets_from_lengths(real))
        assert isinstance(column, Ragged)  # noqa: S101 - a mask has at least one ragged axis
        return column

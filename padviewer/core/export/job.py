"""One export at work: its row blocks with what they lose and collide, its progress, its stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.errors import Stopped
from padviewer.core.padding import kernels
from padviewer.core.padding.padded import Padded
from padviewer.core.padding.plan import Plan

BLOCK_BYTES = 4 << 20


@dataclass
class Tally:
    """What writing one tensor counted.

    Parameters
    ----------
    lost : int
        Values that the cast changed (the recipe allows it).
    collided : int
        Real steps that equal the fill value in every feature.
    """

    lost: int = 0
    collided: int = 0


@dataclass
class Job:
    """One export at work.

    Parameters
    ----------
    plan : Plan
    total : int
        Bytes to come, for the progress.
    progress : callable (bytes done, bytes in all) or None
    should_stop : callable -> bool, or None
    """

    plan: Plan
    total: int
    progress: Callable[[int, int], None] | None = None
    should_stop: Callable[[], bool] | None = None
    done: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)

    def advance(self, nbytes: int) -> None:
        """Count `nbytes` as done and tell it; raises Stopped where that was asked for."""
        if self.should_stop is not None and self.should_stop():
            raise Stopped
        self.done = min(self.done + nbytes, self.total)
        if self.progress is not None:
            self.progress(self.done, self.total)

    def blocks(self, tensor: str, slices: Iterator[slice] | None = None) -> Iterator[Padded]:
        """Build the tensor's blocks in order and count them.

        Two sets of buffers take turns: a block stays as it is until the next but one.

        Parameters
        ----------
        tensor : str
        slices : iterator of slice, or None
            Row slices, none larger than the first; None: blocks of about 4 MiB.
        """
        own = self.plan.of(tensor)
        tally = self.tallies[tensor] = Tally()
        cells = int(np.prod(self.plan.shape(tensor), dtype=object))
        reusable = len(own.axes) == 1 and own.axes[0].mode == "constant"
        if reusable:
            kernels.kernel_for(own.column.flat.dtype.itemsize, cells)
        buffers: list[Padded] = []
        for turn, rows in enumerate(slices or self.plan.blocks(tensor, nbytes=BLOCK_BYTES)):
            m = rows.stop - rows.start
            if reusable and len(buffers) < 2:
                buffers.append(_buffer(self.plan, tensor, m))
            out = _cropped(buffers[turn % 2], m) if reusable else None
            block = self.plan.block(tensor, rows, out=out)
            tally.lost += block.lost
            tally.collided += collisions(block, own.dtype.type(own.choice.value), reusable)
            yield block


def collisions(block: Padded, fill: Any, constant: bool) -> int:
    """Count the real steps of a block that equal the fill value in every feature (NaN equals NaN here).

    `constant`: every padding cell holds the fill, so that they need not be looked up in the mask.
    """
    same: NDArray[np.bool_] = np.isnan(block.array) if fill != fill else block.array == fill
    if same.ndim > block.mask.ndim:
        same = np.asarray(same.all(axis=tuple(range(block.mask.ndim, same.ndim))))
    if not constant:
        return int(np.count_nonzero(same & block.mask))
    assert isinstance(block.lengths, np.ndarray)  # noqa: S101 - constant blocks here have one ragged axis
    return int(np.count_nonzero(same)) - (block.mask.size - int(block.lengths.sum()))


def _buffer(plan: Plan, tensor: str, rows: int) -> Padded:
    array = np.empty((rows, *plan.shape(tensor)[1:]), plan.dtype(tensor))
    return Padded(array, np.empty((rows, *plan.mask_shape(tensor)[1:]), bool), np.empty(0, np.int64))


def _cropped(buffer: Padded, rows: int) -> Padded:
    return Padded(buffer.array[:rows], buffer.mask[:rows], buffer.lengths)

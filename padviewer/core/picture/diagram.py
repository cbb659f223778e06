"""The shortest, middle and longest row as pieces of a bar: what is kept, filled and cut of each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padviewer.core.data.lengths import LengthCounts
from padviewer.core.data.offsets import offsets_from_lengths
from padviewer.core.padding.slots import Axis, Slots


@dataclass(frozen=True)
class DiagramRow:
    """One row of the data in the window of `maxlen` steps.

    Parameters
    ----------
    length : int
        Steps in the source.
    left_pad, right_pad : int
        Steps that the padding adds on each side.
    head, tail : int
        Steps that are kept, before and after the middle cut; `tail` is 0 where nothing is cut in the middle.
    cut_left, cut_middle, cut_right : int
        Steps that are cut at the start, in the middle, at the end.
    """

    length: int
    left_pad: int
    head: int
    right_pad: int
    tail: int = 0
    cut_left: int = 0
    cut_middle: int = 0
    cut_right: int = 0

    @property
    def pieces(self) -> tuple[tuple[str, int], ...]:
        """The kinds of its steps from left to right, with how many; the first begins at minus `cut_left`."""
        every = (
            ("cut", self.cut_left),
            ("padding", self.left_pad),
            ("kept", self.head),
            ("cut", self.cut_middle),
            ("kept", self.tail),
            ("padding", self.right_pad),
            ("cut", self.cut_right),
        )
        return tuple((kind, steps) for kind, steps in every if steps)

    @property
    def lost(self) -> int:
        """Steps that are cut."""
        return self.cut_left + self.cut_middle + self.cut_right

    @property
    def filled(self) -> int:
        """Steps that are added."""
        return self.left_pad + self.right_pad


def diagram_rows(counts: LengthCounts, axis: Axis) -> tuple[DiagramRow, ...]:
    """Return the shortest, the median and the longest row in the window of an axis; equal ones once."""
    lengths = sorted({counts.minimum, counts.percentile(50), counts.maximum})
    offsets = offsets_from_lengths(np.array(lengths, np.int64))
    slots = Slots.of(offsets, np.arange(len(lengths), dtype=np.int64), axis)
    rows = []
    for at, length in enumerate(lengths):
        left, kept, start = int(slots.left[at]), int(slots.kept[at]), int(slots.start[at])
        head, gap = int(slots.gap_at[at]), int(slots.gap[at])
        rows.append(
            DiagramRow(
                length,
                left,
                head,
                axis.width - left - kept,
                tail=kept - head,
                cut_left=start,
                cut_middle=gap,
                cut_right=length - start - kept - gap,
            )
        )
    return tuple(rows)

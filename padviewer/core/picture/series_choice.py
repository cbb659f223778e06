"""Which rows are pinned and which channels have a panel: the series view's own choices."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from padviewer.core.picture.series import Channel

FIRST_CHANNELS = 3
MOST_CHANNELS = 6
MOST_ROWS = 8


@dataclass(frozen=True)
class SeriesChoice:
    """The choices about one tensor.

    Parameters
    ----------
    sides : tuple of int
        The inner axes: together they make the channels, counted through with the last axis fastest.
    pinned : tuple of int
        Tensor rows that stay when another is selected, the oldest first.
    chosen : tuple of int or None
        Channels with a panel, ascending; None: the first three.
    """

    sides: tuple[int, ...] = ()
    pinned: tuple[int, ...] = ()
    chosen: tuple[int, ...] | None = None

    @property
    def count(self) -> int:
        """Channels there are; 1 where the tensor has one value a step."""
        return math.prod(self.sides)

    @property
    def channels(self) -> tuple[int, ...]:
        """Channels that have a panel."""
        if self.chosen is None:
            return tuple(range(min(FIRST_CHANNELS, self.count)))
        return tuple(at for at in self.chosen if at < self.count) or (0,)

    def rows(self, selected: int) -> tuple[int, ...]:
        """Return the rows that are drawn, at most eight: the selected one (−1: none), then the pinned."""
        chosen = (selected,) if selected >= 0 else ()
        return (chosen + tuple(row for row in self.pinned if row != selected))[:MOST_ROWS]

    def with_pin(self, row: int) -> SeriesChoice:
        """Pin a row, or let it go where it is pinned; of more than seven the oldest goes."""
        if row in self.pinned:
            return replace(self, pinned=tuple(one for one in self.pinned if one != row))
        return self.with_pins((*self.pinned, row)[-(MOST_ROWS - 1) :])

    def with_pins(self, rows: tuple[int, ...]) -> SeriesChoice:
        """Pin these rows and no other, the first seven of them."""
        return replace(self, pinned=rows[: MOST_ROWS - 1])

    def with_channels(self, channels: tuple[int, ...]) -> SeriesChoice:
        """Give these channels a panel each: at most six; nothing changes where none of them exists."""
        chosen = sorted({at for at in channels if 0 <= at < self.count})[:MOST_CHANNELS]
        return replace(self, chosen=tuple(chosen)) if chosen else self

    def toggled(self, channel: int) -> SeriesChoice:
        """Show a channel, or hide it unless it is the last one."""
        now = self.channels
        rest = tuple(at for at in now if at != channel)
        return self.with_channels(rest if channel in now else (*now, channel))

    def turned(self, by: int) -> SeriesChoice:
        """Show as many channels, those after (1) or before (−1)."""
        now = self.channels
        start = max(0, min(now[0] + by * len(now), self.count - len(now)))
        return self.with_channels(tuple(range(start, start + len(now))))

    def index(self, channel: int) -> Channel:
        """Return the index of a channel on every inner axis."""
        if not self.sides:
            return ()
        return tuple(int(one) for one in np.unravel_index(channel, self.sides))

    def name(self, channel: int) -> str:
        """Return the index as text: ``2``, or ``2, 0``."""
        return ", ".join(map(str, self.index(channel)))

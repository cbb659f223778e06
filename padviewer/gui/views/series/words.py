"""Says what the lines of the series view have: at one step in words, all of them as a table or as code."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from padviewer.core.picture.series import Channel, Floats, SeriesPicture, Window
from padviewer.gui.style import numbers
from padviewer.gui.style.words import tr


def said_at(
    picture: SeriesPicture, place: float, first_row: int, number_of: Callable[[int], int] | None = None
) -> str:
    """Say position, and every row's values, at a place of the axis.

    Parameters
    ----------
    picture : SeriesPicture
    place : float
    first_row : int
        The source's number of the tensor's first row.
    number_of : callable or None
        Gives the source's number of a row of the tensor, where rows may be left out.
    """
    column = picture.axis.column(place)
    parts = [tr("position {column}", column=numbers.count(column)) if column >= 0 else tr("cut")]
    for row in picture.wish.rows:
        number = row + first_row if number_of is None else number_of(row)
        spans = picture.axis.padded(picture.timelines[row])
        if any(start <= place < stop for start, stop in spans):
            parts.append(tr("row {row}: padding", row=number))
            continue
        values = [value_at(picture, row, channel, place) for channel in picture.wish.channels]
        parts.append(tr("row {row}: {values}", row=number, values=", ".join(values)))
    return " · ".join(parts)


def value_at(picture: SeriesPicture, row: int, channel: Channel, place: float) -> str:
    """Return the value of a line: one number, a span where a pixel holds many, – where there is none."""
    for line in picture.lines[row, channel]:
        if not line.x.size:
            continue
        at = int(np.argmin(np.abs(line.x - place)))
        reach = 0.5 if not picture.is_envelope else float(line.x[1] - line.x[0]) / 2
        if abs(float(line.x[at]) - place) > reach + 1e-6 or np.isnan(line.low[at]):
            continue
        low, high = float(line.low[at]), float(line.high[at])
        if low == high:
            return numbers.rounded(low)
        return tr("{low} to {high}", low=numbers.rounded(low), high=numbers.rounded(high))
    return numbers.MISSING


def table_of(picture: SeriesPicture | None, window: Window, number_of: Callable[[int], int]) -> str:
    """Return every value in view as text between tabs: row, feature, position, least and greatest value."""
    lines = ["row\tfeature\tposition\tlow\thigh"]
    for (row, channel), *kept in _kept(picture, window):
        assert picture is not None  # noqa: S101 - there is a line of it
        feature = ", ".join(map(str, channel))
        for x, low, high in zip(*(part.tolist() for part in kept), strict=True):
            column = picture.axis.column(x)
            if column >= 0 and low == low:
                lines.append(f"{number_of(row)}\t{feature}\t{column}\t{low!r}\t{high!r}")
    return "\n".join(lines)


def code_of(picture: SeriesPicture | None, window: Window, number_of: Callable[[int], int]) -> str:
    """Return every line in view as code that makes it with numpy; NaN where it has a gap."""
    lines = ["import numpy as np", "from numpy import inf, nan", ""]
    for (row, channel), _, low, high in _kept(picture, window):
        name = "_".join(map(str, (f"row_{number_of(row)}", *channel)))
        lines.append(f"{name} = np.array({low.tolist()})")
        if picture is not None and picture.is_envelope:
            lines.append(f"{name}_highest = np.array({high.tolist()})")
    return "\n".join(lines)


def _kept(
    picture: SeriesPicture | None, window: Window
) -> Iterator[tuple[tuple[int, Channel], Floats, Floats, Floats]]:
    """Yield row and channel of each kept line, and what of its places and values is in view."""
    for key, (kept, _) in picture.lines.items() if picture is not None else ():
        inside = slice(*np.searchsorted(kept.x, window))
        yield key, kept.x[inside], kept.low[inside], kept.high[inside]

"""Says what the lines of the series view have at one step."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from padviewer.core.picture.series import Channel, SeriesPicture
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

"""The visible part of the series' axis: fitted, zoomed about a place, moved, and kept on the axis."""

from __future__ import annotations

from padviewer.core.padding.step_axis import StepAxis

ZOOM = 1.25
LEAST_SPAN = 2.0
Window = tuple[float, float]


def kept_on(axis: StepAxis, window: Window | None) -> Window:
    """Return a window that is no longer than the axis and nowhere beside it; None: what is fitted."""
    if window is None:
        return axis.fitted
    low, high = window
    span = min(high - low, float(axis.high - axis.low))
    low = max(float(axis.low), min(low, axis.high - span))
    return low, low + span


def zoomed(axis: StepAxis, window: Window, notches: int, place: float) -> Window:
    """Zoom in (above 0) or out by a quarter a notch, so that a place stays where it is."""
    low, high = window
    span = max((high - low) * ZOOM**-notches, LEAST_SPAN)
    return kept_on(
        axis, (place - (place - low) * span / (high - low), place + (high - place) * span / (high - low))
    )


def moved(axis: StepAxis, window: Window, steps: float) -> Window:
    """Move along the axis, no further than to its ends."""
    return kept_on(axis, (window[0] + steps, window[1] + steps))


def showing(axis: StepAxis, window: Window, column: int) -> Window:
    """Move just so far that a column is in view, a tenth of the window from its side."""
    low, high = window
    x, room = axis.x(column), (high - low) / 10
    if x < low:
        return moved(axis, window, x - room - low)
    if x + 1 > high:
        return moved(axis, window, x + 1 + room - high)
    return window

"""From values to colours: places on a ramp, one colour for each id, and the opaque colours of a frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from padviewer.core.picture.ramps import IDENTITY
from padviewer.core.picture.source import Floats, HeatmapSource

Bools = npt.NDArray[np.bool_]
Bytes = npt.NDArray[np.uint8]
Pixels = npt.NDArray[np.uint32]

_HASH = np.uint64(0x9E3779B97F4A7C15)
_TOP_BITS = np.uint64(40)
BLACK, WHITE = 0xFF000000, 0xFFFFFFFF
BEYOND = 0.6  # how far the colours beyond a ramp are on the way to black and white
IDENTITY_PIXELS: Pixels = np.array([0xFF000000 | int(colour[1:], 16) for colour in IDENTITY], np.uint32)


@dataclass(frozen=True, eq=False)
class FrameColours:
    """Opaque colours of a frame, each 0xFFRRGGBB, and the ramp as uint32 [256] of the same."""

    canvas: int
    t1: int
    real: int
    real2: int
    pad: int
    hatch: int
    cut: int
    miss: int
    missbg: int
    ramp: Pixels

    @property
    def under(self) -> int:
        """The colour of values below the low end of the ramp: darker than it."""
        return mixed(int(self.ramp[0]), BLACK, BEYOND)

    @property
    def over(self) -> int:
        """The colour of values above the high end of the ramp: lighter than it."""
        return mixed(int(self.ramp[-1]), WHITE, BEYOND)

    @classmethod
    def from_tokens(cls, hex_of: Callable[[str], str], ramp: Bytes) -> FrameColours:
        """Take the tokens of a theme (name to ``#RRGGBB``) and a ramp uint8 [256, 3]."""
        names = ("canvas", "t1", "real", "real2", "pad", "hatch", "cut", "miss", "missbg")
        packed = {name: 0xFF000000 | int(hex_of(name).removeprefix("#"), 16) for name in names}
        red, green, blue = (ramp[:, channel].astype(np.uint32) for channel in range(3))
        table: Pixels = np.uint32(0xFF000000) | red << np.uint32(16) | green << np.uint32(8) | blue
        return cls(**packed, ramp=table)


def cell_colours(source: HeatmapSource, values: npt.NDArray[np.generic], colours: FrameColours) -> Pixels:
    """Give each real value [...] its colour, uint32 [...]."""
    if source.identity:
        return IDENTITY_PIXELS.take(identity_index(values))
    image = colours.ramp.take(ramp_index(source, values))
    mark_ends(image, source, values, colours)
    return image


def mark_ends(
    image: Pixels, source: HeatmapSource, values: npt.NDArray[np.generic], colours: FrameColours
) -> None:
    """Give values beyond the levels, and infinite ones, colours that the ramp does not have."""
    ranked = source.ranks is not None and source.ranks.size > 0
    if ranked or not (source.has_infinite or any(source.beyond)):
        return
    low, high = source.levels
    number = values.astype(np.float64)
    for is_there, where, colour in (
        (source.beyond[0], number < low, colours.under),
        (source.beyond[1], number > high, colours.over),
        (source.has_infinite, np.isposinf(number), colours.t1),
        (source.has_infinite, np.isneginf(number), colours.canvas),
    ):
        if is_there:
            np.copyto(image, np.uint32(colour), where=where)


def mixed(colour: int, other: int, share: float) -> int:
    """Return a colour 0xFFRRGGBB with a share of another one in it."""
    found = 0xFF000000
    for shift in (16, 8, 0):
        low, high = colour >> shift & 0xFF, other >> shift & 0xFF
        found |= round(low + (high - low) * share) << shift
    return found


def ramp_index(source: HeatmapSource, values: npt.NDArray[np.generic]) -> Bytes:
    """Give each value its place 0 to 255 on the ramp: the share of the way from level to level, rounded.

    With `ranks`, the share is the id's rank; an id outside the table takes the nearest one in it. With `log`,
    it is the share of the way between the logarithms, and what is not above 0 takes the low end; a low level
    that is not above 0 has no logarithm, and the ramp stays linear. Where both levels are the same, every
    value takes the middle.
    """
    if source.ranks is not None and source.ranks.size:
        ids = np.clip(values.astype(np.int64), 0, source.ranks.size - 1)
        return place_index(source.ranks.take(ids))
    low, high = source.levels
    if not high > low:
        return np.full(values.shape, 128, np.uint8)
    share: npt.NDArray[np.floating] = values.astype(
        np.float32 if values.dtype in (np.float16, np.float32) else np.float64
    )
    with np.errstate(invalid="ignore", over="ignore", divide="ignore"):
        # infinite values land on the ends of the ramp
        if source.log and low > 0:
            np.fmax(share, 0, out=share)
            np.log(share, out=share)
            low, high = float(np.log(low)), float(np.log(high))
        share -= low
        share *= 255 / (high - low)
    return _rounded(share)


def place_index(places: Floats) -> Bytes:
    """Return places 0 to 1 as places 0 to 255 on the ramp."""
    return _rounded(places * np.float32(255))


def _rounded(share: npt.NDArray[np.floating]) -> Bytes:
    np.fmax(share, 0, out=share)  # fmax and fmin: a NaN that is no missing value must not reach the cast
    np.fmin(share, 255, out=share)
    share += 0.5
    return share.astype(np.uint8)


def identity_index(values: npt.NDArray[np.generic]) -> Bytes:
    """Give each value one of the 12 colours: a hash of its bits, the same in every view and every run.

    Whole numbers of every width hash alike, −0.0 as 0.0.
    """
    if values.dtype.kind == "f":
        bits = (values.astype(np.float64) + 0.0).view(np.uint64)
    else:
        bits = values.astype(np.int64).view(np.uint64)
    mixed = (bits * _HASH) >> _TOP_BITS
    return (mixed % np.uint64(len(IDENTITY))).astype(np.uint8)

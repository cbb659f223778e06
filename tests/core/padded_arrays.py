"""Random padded arrays and whole ones, made with numpy row by row, and what is true of each."""

from typing import NamedTuple

import numpy as np

VALUES = (0, -1, 1000, 1, np.nan, 0.5, -100)
SIDES = ("post", "pre", "both")


class Case(NamedTuple):
    """An array, and how it was padded.

    `seen` are the lengths that the array can tell: a real step that equals the pad and stands beside it
    cannot be told from it.
    """

    name: str
    block: np.ndarray
    value: float | None = None
    side: str = ""
    lengths: np.ndarray | None = None
    seen: np.ndarray | None = None


def padded_cases(count=400, seed=7):
    """Return random padded arrays: value × side × dtype × features × real cells that equal the pad."""
    rng = np.random.default_rng(seed)
    return [_padded(rng, at) for at in range(count)]


def _padded(rng, at):
    value, side = VALUES[at % len(VALUES)], SIDES[at // len(VALUES) % len(SIDES)]
    fraction = value != value or value != int(value)
    dtypes = ("f4", "f8") if fraction else ("i2", "i4", "i8", "f4", "f8")
    dtype = np.dtype(dtypes[int(rng.integers(len(dtypes)))])
    features = ((), (), (1,), (3,), (2, 2))[int(rng.integers(5))]
    n, width = int(rng.integers(24, 200)), int(rng.integers(8, 48))
    share = (0.0, 0.0, 0.05, 0.2)[int(rng.integers(4))]
    lengths = rng.integers(1, width + 1, n)
    if at % 4 == 0:
        lengths[rng.integers(0, n, 2)] = 0
    if at % 5 == 0:
        lengths = np.sort(lengths)
    if at % 7 == 0:
        lengths = np.minimum(lengths, width - 2)  # a maxlen beyond the longest row
    block = np.full((n, width, *features), value, dtype)
    seen = np.zeros(n, np.int64)
    for row, length in enumerate(lengths):
        left = {"post": 0, "pre": width - length, "both": (width - length) // 2}[side]
        if dtype.kind == "f":
            real = rng.normal(50, 9, (length, *features))
        else:
            real = rng.integers(2, 900, (length, *features))
        alike = rng.random(length) < share
        if side == "both":  # a real step that equals the pad beside it would move both edges
            alike[:1] = alike[-1:] = False
        real[alike] = value
        block[row, left : left + length] = real
        kept = np.flatnonzero(~alike)
        if len(kept):
            seen[row] = {"post": kept[-1] + 1, "pre": length - kept[0], "both": length}[side]
    name = f"{at}: {value} {side} {dtype} {features} {share}"
    return Case(name, block, value, side, lengths, seen)


def whole_cases(count=200, seed=11):
    """Return random arrays that are no padded rows, of ten kinds."""
    rng = np.random.default_rng(seed)
    kinds = (
        _integers, _zeros, _picture, _pictures, _nan_row, _nan_column, _two_zeros, _one_hot, _gaps, _counts,
    )  # fmt: skip
    return [Case(f"{at}: {kinds[at % 10].__name__}", kinds[at % 10](rng)) for at in range(count)]


def _shape(rng):
    return int(rng.integers(5, 200)), int(rng.integers(4, 60))


def _integers(rng):
    return rng.integers(0, int(rng.integers(2, 12)), _shape(rng))


def _zeros(rng):
    return (rng.random(_shape(rng)) > rng.uniform(0.1, 0.9)) * rng.integers(1, 9)


def _picture(rng):
    """Return a bright disc, square or blob on black, as lines of a picture."""
    side = int(rng.integers(24, 128))
    y, x = np.mgrid[:side, :side] / side
    u, v, r = *rng.uniform(0.35, 0.65, 2), rng.uniform(0.15, 0.33)
    form = int(rng.integers(3))
    inside = (
        ((x - u) ** 2 + (y - v) ** 2 < r * r)
        if form == 0
        else (np.maximum(abs(x - u), abs(y - v)) < r)
        if form == 1
        else np.sin(9 * x) + np.cos(8 * y) > 1.2
    )
    dtype = np.uint8 if rng.random() < 0.5 or form == 2 else np.float32
    return (inside * rng.integers(1, 255, (side, side))).astype(dtype)


def _pictures(rng):
    """Return small pictures with black edges of random, uneven width."""
    n, side = int(rng.integers(10, 60)), 28
    block = np.zeros((n, side, side), np.uint8)
    for one in block:
        top, bottom = (int(edge) for edge in rng.integers(1, 9, 2))
        one[top : side - bottom, 5:-5] = rng.integers(1, 255, (side - top - bottom, side - 10))
    return block


def _nan_row(rng):
    block = rng.normal(size=_shape(rng)).astype("f4")
    block[int(rng.integers(len(block)))] = np.nan
    return block


def _nan_column(rng):
    block = rng.normal(size=_shape(rng))
    block[:, (-1, 0, 1)[int(rng.integers(3))]] = np.nan
    return block


def _two_zeros(rng):
    block = rng.integers(1, 99, _shape(rng))
    block[int(rng.integers(len(block))), -2:] = 0
    return block


def _one_hot(rng):
    n, width = _shape(rng)
    return np.eye(width, dtype=("f4", "i8")[int(rng.integers(2))])[rng.integers(0, width, n)]


def _gaps(rng):
    block = rng.normal(size=_shape(rng))
    block[rng.random(block.shape) < rng.uniform(0.05, 0.4)] = np.nan
    return block


def _counts(rng):
    """Return counts of words, commoner ones first: most cells are 0, ever more towards the end."""
    n, width = int(rng.integers(20, 200)), int(rng.integers(30, 300))
    return rng.poisson(3.0 / np.arange(1, width + 1), (n, width))

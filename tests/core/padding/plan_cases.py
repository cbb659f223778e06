"""Columns and choices drawn at random, and the oracle of their padding: lists and numpy.pad."""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from hypothesis import strategies as st

from padviewer.core import CellKind, Dataset, Ragged, Recipe, TensorRecipe, fit, prepare, resolve

PADDING = ("pre", "post", "both")


TRUNCATING = ("pre", "post", "middle")


MODES = ("constant", "edge", "reflect", "symmetric", "wrap")


# What each source dtype can be cast to without a loss for values of 0 to 100.
TARGETS = {
    "bool": (None, "bool", "int8", "float32"),
    "uint8": (None, "uint8", "int64", "float16", "float64"),
    "int16": (None, "int8", "int32", "float32"),
    "int64": (None, "int64", "int32", "uint16", "float64"),
    "float32": (None, "float64", "float32"),
    "float64": (None, "float32"),
}


# -- the oracle ------------------------------------------------------------------------------------
def kept_indices(length, width, truncating):
    """Return which steps of a row stay, by slicing a list."""
    steps = list(range(length))
    if length <= width:
        return steps
    if truncating == "post":
        return steps[:width]
    if truncating == "pre":
        return steps[-width:]
    head = width - width // 2
    return steps[:head] + (steps[-(width // 2) :] if width // 2 else [])


def left_of(spare, padding):
    return {"post": 0, "pre": spare, "both": spare // 2}[padding]


def beside_a_cut(kept, length):
    """Return which kept positions have a source neighbour that was cut."""
    inside = set(kept)
    return [any(0 <= i + d < length and i + d not in inside for d in (-1, 1)) for i in kept]


@dataclass
class Cells:
    values: np.ndarray
    kinds: np.ndarray
    mask: np.ndarray


def lay(row, axes, inner, fill):
    """Lay one row (a list of arrays or None, or of such lists) out: a mask cell per step."""
    if not axes:
        gone = row is None
        values = np.full(inner, np.nan) if gone else np.asarray(row, np.float64)
        kinds = np.where(np.isnan(values), CellKind.MISSING, CellKind.REAL)
        return Cells(values, kinds, np.array(True))
    width, padding, truncating, mode = axes[0]
    kept = kept_indices(len(row), width, truncating)
    left = left_of(width - len(kept), padding)
    widths = tuple(axis[0] for axis in axes[1:])
    out = Cells(
        np.full((width, *widths, *inner), float(fill)),
        np.zeros((width, *widths, *inner), int),
        np.zeros((width, *widths), bool),
    )
    if not kept:
        return out
    children = [lay(row[i], axes[1:], inner, fill) for i in kept]
    stacked = np.stack([child.values for child in children])
    if mode != "constant":
        around = [(left, width - left - len(kept))] + [(0, 0)] * (stacked.ndim - 1)
        out.values[...] = np.pad(stacked, around, mode=mode)
    for p, (child, edge) in enumerate(zip(children, beside_a_cut(kept, len(row)), strict=True)):
        out.values[left + p] = child.values
        out.mask[left + p] = child.mask
        kinds = child.kinds
        if edge:
            kinds = np.where(kinds == CellKind.REAL, CellKind.CUT_EDGE, kinds)
        out.kinds[left + p] = kinds
    return out


def kept_lists(row, axes):
    """Return what stays of one row as nested lists."""
    if not axes:
        return row
    return [kept_lists(row[i], axes[1:]) for i in kept_indices(len(row), axes[0][0], axes[0][2])]


@dataclass
class Case:
    column: Ragged
    rows: list  # every row as a list of steps; a missing step is None
    choice: TensorRecipe
    axes: list  # (width, padding, truncating, mode) per ragged axis
    inner: tuple

    @property
    def plan(self):
        return planned(self.column, self.choice)

    def expected(self, dtype):
        laid = [lay(row, self.axes, self.inner, self.choice.value) for row in self.rows]
        widths = tuple(axis[0] for axis in self.axes)
        values = np.array([one.values for one in laid]).reshape(len(laid), *widths, *self.inner)
        kinds = np.array([one.kinds for one in laid], int).reshape(values.shape)
        mask = np.array([one.mask for one in laid], bool).reshape(len(laid), *widths)
        if dtype.kind != "f":
            values = np.where(np.isnan(values), 0, values)
        return Cells(values.astype(dtype), kinds, mask)


def planned(column, choice, **recipe):
    dataset = Dataset({"x": column}, roles={"x": "sequence"})
    fitted = fit(Recipe({"x": replace(choice, column="x")}, **recipe), dataset)
    return resolve(fitted, prepare(fitted, dataset))


# -- cases -----------------------------------------------------------------------------------------
def offsets_of(lengths, skipped):
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64) + skipped


def leaf_values(draw, total, inner, dtype):
    rng = np.random.default_rng(draw(st.integers(0, 2**16)))
    high = 2 if dtype == "bool" else 101
    values = rng.integers(0, high, (total, *inner)).astype(dtype)
    if np.dtype(dtype).kind == "f" and draw(st.booleans()):
        values[rng.random(values.shape) < 0.2] = np.nan
    missing = rng.random(total) < 0.2 if np.dtype(dtype).kind != "f" and draw(st.booleans()) else None
    return values, missing


@st.composite
def cases(draw, ragged_axes=None, modes=MODES):
    k = ragged_axes or draw(st.integers(1, 2))
    inner = draw(st.sampled_from([(), (), (2,), (2, 3)]))
    source = draw(st.sampled_from(sorted(TARGETS)))
    lengths = draw(st.lists(st.integers(0, 9), max_size=7))
    skipped = draw(st.integers(0, 3))
    after = draw(st.integers(0, 2))
    steps = skipped + sum(lengths) + after
    if k == 2:
        inner_lengths = draw(st.lists(st.integers(0, 5), min_size=steps, max_size=steps))
        inner_skipped = draw(st.integers(0, 3))
        total = inner_skipped + sum(inner_lengths)
    else:
        total = steps
    values, missing = leaf_values(draw, total, inner, source)
    items = [None if missing is not None and missing[i] else values[i] for i in range(total)]
    if k == 2:
        cuts = offsets_of(inner_lengths, inner_skipped)
        items = [items[a:b] for a, b in pairwise(cuts)]
        inside = Ragged(values, cuts, missing=missing)
    offsets = offsets_of(lengths, skipped)
    column = Ragged(inside, offsets) if k == 2 else Ragged(values, offsets, missing=missing)
    rows = [items[a:b] for a, b in pairwise(offsets)]
    multiple = draw(st.sampled_from([1, 1, 4]))
    per_axis = {
        name: tuple(draw(st.sampled_from(words)) for _ in range(k))
        for name, words in (("padding", PADDING), ("truncating", TRUNCATING), ("mode", modes))
    }
    maxlen = tuple(draw(st.integers(1, 12)) for _ in range(k))
    widths = [-(-width // multiple) * multiple for width in maxlen]
    value = draw(st.sampled_from([0, 1, 7])) if source != "bool" else draw(st.sampled_from([0, 1]))
    choice = TensorRecipe(
        maxlen=maxlen, multiple_of=multiple, value=value, dtype=draw(st.sampled_from(TARGETS[source])),
        lossy="allow", **per_axis,
    )  # fmt: skip
    words = [per_axis[name] for name in ("padding", "truncating", "mode")]
    return Case(column, rows, choice, list(zip(widths, *words, strict=True)), inner)

"""Masks and lengths that stand beside padded rows: what they say, checked against the cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Ragged
from padviewer.core.readers.padded.detective import Padding, Side, detect, runs, steps_of

Bools = NDArray[np.bool_]
OWN_MASKS = ("{name}_mask", "{name}_attention_mask")
OWN_LENGTHS = ("{name}_lengths", "{name}_length", "{name}_lens", "{name}_len")
MASKS = ("attention_mask", "mask")
LENGTHS = ("lengths", "length", "lens", "seq_len", "seq_lens", "seq_length", "seq_lengths")
SIDES: tuple[Side, ...] = ("post", "pre", "both")


@dataclass(frozen=True, eq=False)
class Verdict:
    """What a companion says of padded rows, and whether the cells bear it out.

    Parameters
    ----------
    name : str
        The companion.
    padding : Padding or None
        None where the cells contradict it.
    row : int
        The first row that contradicts it.
    """

    name: str
    padding: Padding | None
    row: int = 0


def block_of(column: Ragged) -> NDArray[Any] | None:
    """Return a column as a dense array [n, m, ...] where all its rows have one length of at least 1."""
    leaf = column.leaf
    if leaf.text or leaf.dictionary is not None or column.ragged_axes > 1 or not len(column):
        return None
    flat = column.flat
    if column.ragged_axes:
        flat = flat[int(column.offsets[0]) : int(column.offsets[-1])]
    if column.ragged_axes:
        sizes = column.axis_lengths()[0]
        if sizes.min() != sizes.max() or sizes[0] < 1:
            return None
        return flat.reshape(len(column), int(sizes[0]), *flat.shape[1:])
    return flat if flat.ndim > 1 else None


def companions_of(name: str, data: Mapping[str, Ragged], block: NDArray[Any]) -> Iterator[tuple[str, Any]]:
    """Yield (column, mask [n, m] or lengths [n]) of all that may say which steps of `block` are real."""
    known = {column.casefold(): column for column in data if column != name}
    own = [one.format(name=name.casefold()) for one in (*OWN_MASKS, *OWN_LENGTHS)]
    for word in (*own, *MASKS, *LENGTHS):
        if word not in known:
            continue
        said = said_by(data[known[word]], block)
        if said is not None:
            yield known[word], said


def said_by(column: Ragged, block: NDArray[Any]) -> Any:
    """Return a column as a mask [n, m] or as lengths [n] of this block; None where it can be neither."""
    if (
        column.is_text
        or column.dictionary is not None
        or (column.missing is not None and column.missing.any())
    ):
        return None
    if not column.ragged_axes and not column.inner_shape:
        values = column.flat
        if values.dtype.kind not in "iuf" or not np.isfinite(values).all():
            return None
        whole = (values == np.floor(values)) & (values >= 0) & (values <= block.shape[1])
        return values.astype(np.int64) if whole.all() else None
    mask = block_of(column)
    if mask is None or mask.shape != block.shape[:2] or mask.dtype.kind not in "biuf":
        return None
    return mask.astype(bool) if ((mask == 0) | (mask == 1)).all() else None


def judged(name: str, said: Any, block: NDArray[Any]) -> Verdict | None:
    """Check what a companion says against the cells; None where it calls every step real."""
    width = block.shape[1]
    spans = [_span(said)] if said.ndim == 2 else [_placed(said, width, side) for side in SIDES]
    if said.ndim == 2 and spans[0] is None:
        return Verdict(name, None, int(np.flatnonzero(_broken(said))[0]))
    worst, bare = 0, True
    for at, span in enumerate(spans):
        start, stop = span  # type: ignore[misc]
        if bool((stop - start == width).all()):
            return None
        steps = np.arange(width)
        real = (steps >= start[:, None]) & (steps < stop[:, None])
        value = _fill_of(block, ~real)
        wrong = (~steps_of(block, value) & ~real).any(axis=1)
        if not wrong.any():
            side = SIDES[at] if said.ndim == 1 else _side(start, stop, width)
            alike = int((steps_of(block, value) & real).sum())
            return Verdict(name, Padding(value, side, start, stop, width, alike))
        worst = worst or int(np.flatnonzero(wrong)[0])
        bare = bare and bool((wrong == ~real.all(axis=1)).all())
    start, stop = spans[0]  # type: ignore[misc]
    if bare and int((stop - start).max()) == width and detect(block) is None:
        # Behind the real steps stand leftovers, in every row: nothing speaks against it.
        return Verdict(
            name, Padding(None, "post" if said.ndim == 1 else _side(start, stop, width), start, stop, width)
        )
    return Verdict(name, None, worst)


def _placed(lengths: NDArray[np.int64], width: int, side: Side) -> tuple[Any, Any]:
    left = {"post": 0 * lengths, "pre": width - lengths, "both": (width - lengths) // 2}[side]
    return left, left + lengths


def _span(mask: Bools) -> tuple[Any, Any] | None:
    """Return where the real steps of each row begin and end; None where they have holes."""
    if _broken(mask).any():
        return None
    head, _ = runs(~mask)
    start = np.where(mask.any(axis=1), head, 0)
    return start, start + mask.sum(axis=1)


def _broken(mask: Bools) -> Bools:
    """Return which rows of a mask have a hole between real steps, bool [n]."""
    head, tail = runs(~mask)
    broken: Bools = mask.any(axis=1) & (mask.sum(axis=1) != mask.shape[1] - head - tail)
    return broken


def _fill_of(block: NDArray[Any], gone: Bools) -> Any:
    first = block[gone][0]
    return first.reshape(-1)[0].item()


def _side(start: Any, stop: Any, width: int) -> Side:
    if bool(((start == 0) | (stop == start)).all()):
        return "post"
    return "pre" if bool(((stop == width) | (stop == start)).all()) else "both"

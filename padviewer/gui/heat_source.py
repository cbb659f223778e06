"""From the controller's plan to what the heatmap draws and what the strip below it says."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from padviewer.core.checks import unit
from padviewer.core.encode import Vocabulary
from padviewer.core.lengths import LengthCounts
from padviewer.core.plan import CellKind, Located, Plan
from padviewer.core.ragged import Int64
from padviewer.core.tensor_plan import TensorPlan
from padviewer.gui import numbers
from padviewer.gui.controller import IN_MEMORY, Scale
from padviewer.gui.heatmap_frame import HeatmapSource
from padviewer.gui.row_strip import BEFORE, RowText

ITEMS = 48
KINDS = {
    CellKind.PAD: "padding",
    CellKind.REAL: "real",
    CellKind.MISSING: "missing",
    CellKind.CUT_EDGE: "real, beside a cut",
}


def source_of(
    plan: Plan,
    own: TensorPlan,
    counts: LengthCounts,
    lengths: Int64,
    scale: Scale,
    order: Int64 | None,
    at: tuple[int, ...],
    *,
    by_rank: bool,
) -> HeatmapSource:
    """Return the picture of one tensor: nothing of it is built before it is looked at."""
    width = own.axes[0].width
    ranks = scale.ranks if by_rank else None
    return HeatmapSource(
        rows=own.n if order is None else len(order),
        cols=width,
        lengths=lengths,
        kept=np.minimum(lengths, width),
        cells=partial(plan.cells, own.name, at=inner_index(own, at)),
        edges=partial(plan.edges, own.name),
        levels=scale.levels,
        still_real=still_real(own, counts),
        order=order,
        ranks=ranks,
        ramp_words="frequent → rare" if ranks is not None else _levels(scale),
        title=f"{own.choice.column or own.name} → {own.name}",
        has_missing=scale.has_missing,
        in_memory=own.column.flat.nbytes <= IN_MEMORY,
    )


def still_real(own: TensorPlan, counts: LengthCounts) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Return the share of rows that are real at each column: float32 [cols]; exact for every padding side."""
    axis = own.axes[0]
    width = axis.width
    if axis.padding == "post":
        return counts.still_real(width)
    if axis.padding == "pre":
        return counts.still_real(width)[::-1].copy()
    kept = np.minimum(counts.at, width)
    left = (width - kept) // 2
    change = np.zeros(width + 1)
    np.add.at(change, left, counts.rows)
    np.add.at(change, left + kept, -counts.rows)
    return (np.cumsum(change[:-1]) / max(counts.n, 1)).astype(np.float32)


def inner_index(own: TensorPlan, at: tuple[int, ...]) -> tuple[int, ...]:
    """Return an index for every inner axis: the chosen one where it is there, else the first."""
    shape = own.inner_shape
    chosen = at if len(at) == len(shape) else (0,) * len(shape)
    return tuple(min(index, side - 1) for index, side in zip(chosen, shape, strict=True))


def _levels(scale: Scale) -> str:
    low, high = scale.levels
    return f"{numbers.rounded(low)} → {numbers.rounded(high)}"


def words_of(plan: Plan, tensor: str) -> tuple[str, ...] | None:
    """Return the vocabulary of a tensor's ids, or None where they have none."""
    for transform in plan.recipe.fitted[tensor].transforms:
        if isinstance(transform, Vocabulary):
            return transform.words
    return None


def value_text(value: Any) -> str:
    """Return a value in full, as Python writes it."""
    if isinstance(value, float):
        return "NaN" if value != value else repr(value)
    return str(value)


def read_out(plan: Plan, located: Located, tensor: str, col: int, counts: Int64 | None) -> str:
    """Say what stands in a cell: source row, step, value and kind."""
    parts = [f"row {located.row}"]
    own = plan.of(tensor)
    if located.kind == CellKind.PAD:
        parts += [f"column {col}", KINDS[located.kind], f"value {value_text(located.value)}"]
        return " · ".join(parts)
    parts.append(f"step {located.step}")
    words = words_of(plan, tensor)
    if located.kind == CellKind.MISSING:
        parts += [f"value {value_text(located.value)}", KINDS[located.kind]]
        return " · ".join(parts)
    if words is not None and own.dtype.kind in "iu":
        at = int(located.source) - 1
        parts.append(f"“{words[at]}”" if 0 <= at < len(words) else "not in the vocabulary")
        parts.append(f"id {located.value}")
        if counts is not None and 0 <= located.source < len(counts):
            seen = int(counts[located.source])
            parts.append("seen once" if seen == 1 else f"seen {numbers.count(seen)} times")
    else:
        parts.append(f"value {value_text(located.value)}")
    parts.append(KINDS[located.kind])
    return " · ".join(parts)


def row_text(plan: Plan, own: TensorPlan, row: int, col: int, at: tuple[int, ...]) -> RowText:
    """Return the selected row in words: what was kept, around column `col`."""
    slots = plan.slots(own.name, [row])
    length, kept = int(slots.length[0]), int(slots.kept[0])
    width = own.axes[0].width
    first = max((col if col >= 0 else int(slots.left[0])) - BEFORE, 0)
    cols = np.arange(first, min(first + ITEMS, width), dtype=np.int64)
    values, kinds = plan.cells(own.name, [row], cols, at=inner_index(own, at))
    words = words_of(plan, own.name)
    items = tuple(
        _item(value, kind, words, step)
        for value, kind, step in zip(values[0].tolist(), kinds[0].tolist(), cols.tolist(), strict=True)
    )
    cut = length - kept
    place = {"post": "at the end", "pre": "at the start", "middle": "in the middle"}[own.axes[0].truncating]
    note = f"{numbers.count(length)} {unit(plan, own.name, length)}"
    if cut:
        note += f", {numbers.count(cut)} cut {place}"
    elif width > kept:
        note += f", {numbers.count(width - kept)} padding"
    return RowText(f"Row {row + own.start}", note, bool(cut), items, first, col)


def _item(value: Any, kind: int, words: tuple[str, ...] | None, step: int) -> tuple[str, str]:
    if kind == CellKind.PAD:
        return ("·", str(value) if words is not None else str(step))
    if kind == CellKind.MISSING:
        return ("NaN" if isinstance(value, float) else "missing", str(step))
    if words is None:
        return (numbers.rounded(value) if isinstance(value, float) else str(value), str(step))
    at = int(value) - 1
    return (words[at] if 0 <= at < len(words) else "?", str(value))

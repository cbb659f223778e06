"""From the controller's plan to what the heatmap draws and what the strip below it says."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from padviewer.core.choices.encode import Vocabulary
from padviewer.core.data.lengths import LengthCounts
from padviewer.core.data.ragged import Int64
from padviewer.core.export.cell_text import cell_text
from padviewer.core.padding.plan import CellKind, Located, Plan
from padviewer.core.padding.step_words import units
from padviewer.core.padding.tensor_plan import TensorPlan, inner_index
from padviewer.core.picture.raster import HOWS, raster
from padviewer.core.picture.scale import Scale
from padviewer.core.picture.source import Floats, HeatmapSource, Ints
from padviewer.gui.controller import IN_MEMORY
from padviewer.gui.session.state import Colouring
from padviewer.gui.style import numbers
from padviewer.gui.style.words import mark, told, tr, tr_count
from padviewer.gui.views.common.strip import BEFORE, RowText

ITEMS = 48
_SEPARATOR = " · "
KINDS = {
    CellKind.PAD: mark("padding"),
    CellKind.REAL: mark("real"),
    CellKind.MISSING: mark("missing"),
    CellKind.CUT_EDGE: mark("real, beside a cut"),
}
INFINITE = {
    CellKind.REAL: mark("real, infinite"),
    CellKind.CUT_EDGE: mark("real, infinite, beside a cut"),
}


_CUT = {
    "post": mark("{steps}, {cut} cut at the end"),
    "pre": mark("{steps}, {cut} cut at the start"),
    "middle": mark("{steps}, {cut} cut in the middle"),
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
    colouring: Colouring | None = None,
    groups: tuple[tuple[int, str], ...] = (),
    before: HeatmapSource | None = None,
    in_memory: int = IN_MEMORY,
) -> HeatmapSource:
    """Return the picture of one tensor: nothing of it is built before it is looked at.

    Parameters
    ----------
    plan : Plan
    own : TensorPlan
    counts, lengths, scale
        As the controller has counted them.
    order : int64 [rows] or None
        Tensor row of each row of the view.
    at : tuple of int
        The chosen index of every inner axis.
    by_rank : bool
        Colour ids by how frequent they are; for the `colouring` that is left out.
    colouring : Colouring or None
        What colours say, near and far.
    groups : tuple of (int, str)
        Where groups of rows begin in the view.
    in_memory : int
        Bytes of values up to which cells are read in the window's thread.
    before : HeatmapSource or None
        The last source: what it knows about the same order is kept.
    """
    chosen = colouring or Colouring(by="rank" if by_rank else "value")
    inner = inner_index(own, at)
    ranks = scale.ranks if chosen.by == "rank" else None
    identity = chosen.by == "identity"
    places = None
    if before is not None and order is not None and before.order is order:
        places = before.row_places
    words = tr("one colour for each id") if identity else _levels(scale, log=chosen.levels.log)
    return HeatmapSource(
        rows=own.n if order is None else len(order),
        cols=own.axes[0].width,
        lengths=lengths,
        cells=partial(plan.cells, own.name, at=inner),
        edges=partial(plan.edges, own.name),
        levels=scale.levels,
        still_real=still_real(own, counts),
        order=order,
        ranks=ranks,
        ramp_words=tr("frequent → rare") if ranks is not None else words,
        title=tr("{column} → {tensor}", column=own.choice.column or own.name, tensor=own.name),
        has_missing=scale.has_missing,
        has_infinite=scale.has_infinite,
        beyond=scale.beyond if ranks is None and not identity else (False, False),
        in_memory=own.column.flat.nbytes <= in_memory,
        log=chosen.levels.log,
        identity=identity,
        special=special_ids(plan, own.name),
        groups=groups,
        far=chosen.far,
        overview=_overview(plan, own.name, order, inner, ranks),
        counts=counts,
        places=places,
        text=partial(_text, plan, own.name, inner),
        numbers=own.numbers_of,
    )


def _overview(
    plan: Plan, tensor: str, order: Ints | None, at: tuple[int, ...], ranks: Floats | None
) -> Callable[[str, Ints, Ints, Callable[[], bool]], tuple[Floats, Floats]]:
    """Return what says something of all cells of a pixel."""

    def overview(
        how: str, row_edges: Ints, col_edges: Ints, should_stop: Callable[[], bool]
    ) -> tuple[Floats, Floats]:
        found = raster(
            plan, tensor, HOWS[HOWS.index(how)], order, row_edges, col_edges, at, ranks, should_stop
        )
        return found.values, found.share

    return overview


def _text(plan: Plan, tensor: str, at: tuple[int, ...], rows: Ints, first: int, last: int, most: int) -> str:
    return cell_text(plan, tensor, rows, first, last, at=at, most=most)


def special_ids(plan: Plan, tensor: str) -> tuple[tuple[int, str], ...]:
    """Return the ids that stand for no word of the data and the letter of each: “U” for unknown words."""
    words = words_of(plan, tensor)
    return () if words is None or plan.of(tensor).dtype.kind not in "iu" else ((len(words) + 1, "U"),)


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


def _levels(scale: Scale, *, log: bool) -> str:
    low, high = (numbers.rounded(end) for end in scale.levels)
    below, above = scale.beyond
    low, high = tr("≤ {value}", value=low) if below else low, tr("≥ {value}", value=high) if above else high
    return tr("{low} → {high}, log", low=low, high=high) if log else tr("{low} → {high}", low=low, high=high)


def words_of(plan: Plan, tensor: str) -> tuple[str, ...] | None:
    """Return the vocabulary of a tensor's ids, or None where they have none."""
    for transform in plan.recipe.fitted[tensor].transforms:
        if isinstance(transform, Vocabulary):
            return transform.words
    return None


def value_text(value: Any, dtype: np.dtype[Any]) -> str:
    """Return a value in full: the shortest text that reads back as the same value of its dtype."""
    if isinstance(value, float):
        return "NaN" if value != value else str(dtype.type(value))
    return str(value)


def read_out(plan: Plan, located: Located, tensor: str, col: int, counts: Int64 | None) -> str:
    """Say what stands in a cell: source row, step, value and kind."""
    own = plan.of(tensor)
    words = value_text(located.value, own.dtype)
    is_infinite = isinstance(located.value, float) and math.isinf(located.value)
    named = INFINITE.get(located.kind, KINDS[located.kind]) if is_infinite else KINDS[located.kind]
    kind, value = tr(named), tr("value {value}", value=words)
    parts = [tr("row {row}", row=located.row)]
    if located.kind == CellKind.PAD:
        return _SEPARATOR.join([*parts, tr("position {position}", position=col), kind, value])
    parts.append(tr("step {step}", step=located.step))
    vocabulary = words_of(plan, tensor)
    if located.kind == CellKind.MISSING:
        return _SEPARATOR.join([*parts, value, kind])
    if vocabulary is not None and own.dtype.kind in "iu":
        at = int(located.source) - 1
        known = 0 <= at < len(vocabulary)
        parts.append(tr("“{word}”", word=vocabulary[at]) if known else tr("not in the vocabulary"))
        parts.append(tr("id {id}", id=located.value))
        if counts is not None and 0 <= located.source < len(counts):
            parts.append(tr_count("seen once", "seen {count} times", int(counts[located.source])))
    else:
        parts.append(value)
    return _SEPARATOR.join([*parts, kind])


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
        _item(value, kind, words, step, repeats=own.axes[0].mode != "constant")
        for value, kind, step in zip(values[0].tolist(), kinds[0].tolist(), cols.tolist(), strict=True)
    )
    cut = length - kept
    note = steps = told(units(own, length))
    if cut:
        note = tr(_CUT[own.axes[0].truncating], steps=steps, cut=numbers.count(cut))
    elif width > kept:
        note = tr("{steps}, {padding} padding", steps=steps, padding=numbers.count(width - kept))
    return RowText(tr("Row {row}", row=own.number(row)), note, bool(cut), items, first, col)


def _item(
    value: Any, kind: int, words: tuple[str, ...] | None, step: int, *, repeats: bool = False
) -> tuple[str, str]:
    """Return what stands above and below at a column; padding that repeats values is said as they are."""
    if kind == CellKind.PAD and not repeats:
        return ("·", str(value) if words is not None else str(step))
    if kind == CellKind.MISSING:
        return ("NaN" if isinstance(value, float) else tr("missing"), str(step))
    if words is None:
        return (numbers.rounded(value) if isinstance(value, float) else str(value), str(step))
    at = int(value) - 1
    return (words[at] if 0 <= at < len(words) else "?", str(value))

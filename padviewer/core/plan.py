"""Plan and Slots: the one place that knows where each value goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padviewer.core.cast import cast
from padviewer.core.dataset import Dataset
from padviewer.core.errors import ChoiceError, ContentError, LossError
from padviewer.core.padded import Padded
from padviewer.core.ragged import Int64, Ragged
from padviewer.core.recipe import Recipe, TensorRecipe

RowsLike = slice | NDArray[np.integer[Any]] | list[int] | range
BLOCK_BYTES = 8 << 20


class CellKind(IntEnum):
    """What a cell of a padded tensor is."""

    PAD = 0
    REAL = 1
    MISSING = 2
    CUT_EDGE = 3


@dataclass(frozen=True)
class Axis:
    """The choices along one ragged axis, all concrete."""

    width: int
    padding: str
    truncating: str
    mode: str


@dataclass(frozen=True, eq=False)
class Slots:
    """Where the steps of some rows stand: column j holds step p = j − left, real where 0 ≤ p < kept.

    Step p stands in the source row at ``start + p`` (``+ gap`` from ``gap_at`` on).

    Parameters
    ----------
    source : int64 [m]
        Source row numbers.
    begin, length : int64 [m]
        Where the row begins in the flat values, and its steps before cutting.
    start, kept, gap_at, gap, left : int64 [m]
        The geometry, in steps.
    width : int
        maxlen.
    """

    source: Int64
    begin: Int64
    length: Int64
    start: Int64
    kept: Int64
    gap_at: Int64
    gap: Int64
    left: Int64
    width: int

    @classmethod
    def of(cls, offsets: Int64, rows: Int64, axis: Axis) -> Slots:
        """Place the rows `rows` [m] of `offsets` along `axis`."""
        begin = offsets[rows]
        length = offsets[rows + 1] - begin
        kept = np.minimum(length, axis.width)
        cut = length - kept
        zero = np.zeros_like(kept)
        start, gap_at, gap = zero, kept, zero
        if axis.truncating == "pre":
            start = cut
        elif axis.truncating == "middle":
            gap_at = np.where(cut > 0, (kept + 1) // 2, kept)
            gap = cut
        spare = axis.width - kept
        left = {"post": zero, "pre": spare, "both": spare // 2}[axis.padding]
        return cls(rows, begin, length, start, kept, gap_at, gap, left, axis.width)

    def steps(self, cols: Int64) -> Int64:
        """Return p for every row and column: int64 [m, c]."""
        return cols - self.left[:, None]

    def real(self, steps: Int64) -> NDArray[np.bool_]:
        """Return where p is a kept step: bool [m, c]."""
        return (steps >= 0) & (steps < self.kept[:, None])

    def in_source(self, steps: Int64) -> Int64:
        """Return the source step of kept step p: int64 [m, c]."""
        return steps + self.start[:, None] + np.where(steps >= self.gap_at[:, None], self.gap[:, None], 0)

    def edges(self, cols: Int64) -> NDArray[np.int8]:
        """Return on which side of a kept cell steps were cut: −1 left, 1 right, 0 neither; int8 [m, c]."""
        steps = self.steps(cols)
        real = self.real(steps)
        end = self.start + self.kept + self.gap
        left = (steps == 0) & (self.start > 0)[:, None]
        has_gap = (self.gap > 0)[:, None]
        left |= (steps == self.gap_at[:, None]) & has_gap
        right = (steps == self.kept[:, None] - 1) & (end < self.length)[:, None]
        right |= (steps == self.gap_at[:, None] - 1) & has_gap
        sides: NDArray[np.int8] = np.where(right & real, 1, np.where(left & real, -1, 0)).astype(np.int8)
        return sides


def filled_steps(steps: Int64, kept: Int64, mode: str) -> Int64:
    """Return the kept step that stands at each step of the padding, as numpy.pad has it; [m, c].

    `kept` [m, 1] is at least 1 where the answer is used.
    """
    k = np.maximum(kept, 1)
    if mode == "edge":
        return np.clip(steps, 0, k - 1)
    if mode == "wrap":
        return steps % k
    period = 2 * k if mode == "symmetric" else np.maximum(2 * k - 2, 1)
    q = steps % period
    back: Int64 = np.where(q < k, q, (2 * k - 1 if mode == "symmetric" else 2 * k - 2) - q)
    return back


@dataclass(frozen=True)
class Located:
    """What stands in one cell.

    Parameters
    ----------
    row : int
        The source row.
    step : int
        The source time step along the first ragged axis; -1 in padding.
    value : number
        As it stands in the tensor.
    kind : CellKind
    source : object
        The value in the prepared column before the cast: a number, or None where it is missing or padding.
    """

    row: int
    step: int
    value: Any
    kind: CellKind
    source: Any


@dataclass(frozen=True)
class Cost:
    """What a plan's arrays take.

    Parameters
    ----------
    array, mask, lengths : int
        Bytes.
    cells, real : int
        Cells of the mask, and how many of them are real.
    """

    array: int
    mask: int
    lengths: int
    cells: int
    real: int

    @property
    def total(self) -> int:
        """Bytes in all."""
        return self.array + self.mask + self.lengths


@dataclass(frozen=True, eq=False)
class Kept:
    """The kept values of some rows.

    Parameters
    ----------
    values : ndarray [total, *inner]
        Of the source's dtype.
    missing : ndarray of bool [total], or None
    rows : int64 [total]
        The tensor row of each, ascending for ascending rows.
    """

    values: NDArray[Any]
    missing: NDArray[np.bool_] | None
    rows: Int64


@dataclass(frozen=True, eq=False)
class TensorPlan:
    """One tensor of a plan: the column, the axes, the dtype."""

    name: str
    column: Ragged
    choice: TensorRecipe
    axes: tuple[Axis, ...]
    dtype: np.dtype[Any]
    start: int
    stop: int

    @property
    def n(self) -> int:
        """Rows."""
        return self.stop - self.start

    @property
    def inner_shape(self) -> tuple[int, ...]:
        """What stands behind the first ragged axis: further widths, then the fixed axes."""
        return (*(axis.width for axis in self.axes[1:]), *self.column.inner_shape)

    @cached_property
    def offsets_of(self) -> tuple[Int64, ...]:
        """The offsets per ragged axis, outermost first."""
        found = [self.column.offsets]
        inner = self.column.nested
        while inner is not None:
            found.append(inner.offsets)
            inner = inner.nested
        return tuple(found)

    def source_rows(self, rows: RowsLike) -> Int64:
        """Return tensor rows as int64 source rows; raises ContentError for one that is not there."""
        if isinstance(rows, slice):
            first, last, step = rows.indices(self.n)
            return np.arange(first + self.start, last + self.start, step, dtype=np.int64)
        found = np.asarray(rows, dtype=np.int64).reshape(-1)
        if found.size and (found.min() < 0 or found.max() >= self.n):
            raise ContentError("no-such-row", f"Rows go from 0 to {self.n - 1}.", where=self.name)
        return found + self.start


@dataclass(frozen=True, eq=False)
class Plan:
    """Tensors whose every cell is decided and none is built.

    Parameters
    ----------
    recipe : Recipe
        Fitted.
    prepared : Dataset
        `prepare`'s answer.
    parts : mapping of str to TensorPlan
        By tensor name.
    """

    recipe: Recipe
    prepared: Dataset
    tensor_plans: dict[str, TensorPlan]

    def __len__(self) -> int:
        return next(iter(self.tensor_plans.values())).n

    @property
    def tensors(self) -> tuple[str, ...]:
        """The tensors' names."""
        return tuple(self.tensor_plans)

    def of(self, tensor: str, part: int = 0) -> TensorPlan:
        """Return one tensor's plan; there is one part, number 0, for as long as rows are not batched."""
        self.recipe[tensor]
        if part != 0:
            raise ChoiceError("part", f"The tensor “{tensor}” has one part, number 0, not {part}.")
        return self.tensor_plans[tensor]

    def shape(self, tensor: str, part: int = 0) -> tuple[int, ...]:
        """Return [n, M1, ..., Mk, *inner]."""
        own = self.of(tensor, part)
        return (own.n, own.axes[0].width, *own.inner_shape)

    def mask_shape(self, tensor: str, part: int = 0) -> tuple[int, ...]:
        """Return [n, M1, ..., Mk]."""
        own = self.of(tensor, part)
        return (own.n, *(axis.width for axis in own.axes))

    def dtype(self, tensor: str) -> np.dtype[Any]:
        """Return the tensor's dtype."""
        return self.of(tensor).dtype

    def cost(self, tensor: str) -> Cost:
        """Return what the tensor's arrays take; from the lengths, without building any."""
        own = self.of(tensor)
        n, *widths = self.mask_shape(tensor)
        cells = n * int(np.prod(widths, dtype=object))
        inner = int(np.prod(own.column.inner_shape, dtype=object))
        lengths = 8 * n * sum(int(np.prod(widths[:k], dtype=object)) for k in range(len(widths)))
        return Cost(cells * inner * own.dtype.itemsize, cells, lengths, cells, self._real(own))

    @staticmethod
    def _real(own: TensorPlan) -> int:
        rows = own.source_rows(slice(None))
        for offsets, axis in zip(own.offsets_of[:-1], own.axes[:-1], strict=True):
            rows = _kept_sources(Slots.of(offsets, rows, axis))
        return int(Slots.of(own.offsets_of[-1], rows, own.axes[-1]).kept.sum())

    def slots(self, tensor: str, rows: RowsLike, part: int = 0) -> Slots:
        """Return where the rows' steps stand along the first ragged axis."""
        own = self.of(tensor, part)
        return Slots.of(own.offsets_of[0], own.source_rows(rows), own.axes[0])

    def block(self, tensor: str, rows: RowsLike, part: int = 0, out: Padded | None = None) -> Padded:
        """Build some rows of the tensor.

        Parameters
        ----------
        tensor : str
        rows : slice, int array or list
            Tensor rows, in any order.
        part : int
        out : Padded or None
            A block of the same shape whose arrays are written again: half the time of fresh memory.

        Returns
        -------
        Padded
            ``array`` [m, M1, ..., Mk, *inner], ``mask`` [m, M1, ..., Mk], ``lengths`` [m].

        Raises
        ------
        LossError
            A value that the dtype does not hold, where the recipe refuses losses; a missing value in an
            integer or boolean tensor counts as one.
        """
        from padviewer.core.pad import build

        return build(self, self.of(tensor, part), rows, out)

    def cells(
        self,
        tensor: str,
        rows: RowsLike,
        cols: RowsLike,
        part: int = 0,
        at: tuple[int, ...] = (),
    ) -> tuple[NDArray[Any], NDArray[np.uint8]]:
        """Return the values and kinds of some cells, touching nothing else.

        Parameters
        ----------
        tensor : str
        rows, cols : slice or int array
            Tensor rows [r] and columns [c] of the first ragged axis.
        part : int
        at : tuple of int
            One index of every inner axis (second ragged axis, channels); () returns them all.

        Returns
        -------
        values : ndarray [r, c, *inner] of the tensor's dtype
        kinds : ndarray of uint8, the same shape
            `CellKind`.
        """
        own = self.of(tensor, part)
        if at:
            self._check_at(own, at)
        gathered = gather(own, own.source_rows(rows), self._cols(own, cols), at)
        values = settle(own, gathered)[0]
        kinds = gathered.real.astype(np.uint8)
        kinds[gathered.edge & gathered.real] = CellKind.CUT_EDGE
        kinds[gathered.missing & gathered.real] = CellKind.MISSING
        return values, kinds

    def kept(self, tensor: str, rows: RowsLike, part: int = 0) -> Kept:
        """Return the kept values of some rows before the cast, one row behind the other, without padding."""
        own = self.of(tensor, part)
        source = own.source_rows(rows)
        numbers = source - own.start
        for k, axis in enumerate(own.axes):
            slots = Slots.of(own.offsets_of[k], source, axis)
            source = _kept_sources(slots)
            numbers = np.repeat(numbers, slots.kept)
        leaf = own.column.leaf
        return Kept(leaf.flat[source], None if leaf.missing is None else leaf.missing[source], numbers)

    def kept_pieces(self, tensor: str, steps: int, part: int = 0) -> Iterator[Kept]:
        """Yield `kept` of consecutive rows that hold about `steps` steps together."""
        own = self.of(tensor, part)
        offsets = own.offsets_of[0]
        start = own.start
        while start < own.stop:
            stop = int(np.searchsorted(offsets, offsets[start] + steps, side="right")) - 1
            stop = min(max(stop, start + 1), own.stop, start + steps)
            yield self.kept(tensor, slice(start - own.start, stop - own.start), part)
            start = stop

    def edges(self, tensor: str, rows: RowsLike, cols: RowsLike, part: int = 0) -> NDArray[np.int8]:
        """Return on which side of each cell steps of the first ragged axis were cut; see `Slots.edges`."""
        own = self.of(tensor, part)
        return Slots.of(own.offsets_of[0], own.source_rows(rows), own.axes[0]).edges(self._cols(own, cols))

    @staticmethod
    def _cols(own: TensorPlan, cols: RowsLike) -> Int64:
        width = own.axes[0].width
        if isinstance(cols, slice):
            return np.arange(*cols.indices(width), dtype=np.int64)
        found = np.asarray(cols, dtype=np.int64).reshape(-1)
        if found.size and (found.min() < 0 or found.max() >= width):
            raise ContentError("no-such-step", f"Columns go from 0 to {width - 1}.", where=own.name)
        return found

    @staticmethod
    def _check_at(own: TensorPlan, at: tuple[int, ...]) -> None:
        sides = own.inner_shape
        if len(at) != len(sides) or not all(0 <= i < side for i, side in zip(at, sides, strict=True)):
            raise ContentError(
                "no-such-cell", f"The inner axes have shape {sides}; there is no {at}.", where=own.name
            )

    def locate(
        self, tensor: str, row: int, col: int, part: int = 0, at: tuple[int, ...] | None = None
    ) -> Located:
        """Say what stands in one cell; `at` indexes the inner axes (None: the first of each)."""
        own = self.of(tensor, part)
        if at is None:
            at = (0,) * len(own.inner_shape)
        values, kinds = self.cells(tensor, [row], [col], part, at)
        slots = self.slots(tensor, [row], part)
        steps = slots.steps(np.array([col], np.int64))
        gathered = gather(own, slots.source, self._cols(own, [col]), at)
        kind = CellKind(int(kinds[0, 0]))
        real = bool(slots.real(steps)[0, 0])
        return Located(
            row=int(slots.source[0]),
            step=int(slots.in_source(steps)[0, 0]) if real else -1,
            value=values[0, 0].item(),
            kind=kind,
            source=None if kind in (CellKind.PAD, CellKind.MISSING) else gathered.values[0, 0].item(),
        )

    def blocks(self, tensor: str, part: int = 0, nbytes: int = BLOCK_BYTES) -> Iterator[slice]:
        """Yield row slices whose blocks take about `nbytes` bytes each."""
        own = self.of(tensor, part)
        a_row = max(self.cost(tensor).total // max(own.n, 1), 1)
        rows = max(nbytes // a_row, 1)
        for start in range(0, own.n, rows):
            yield slice(start, min(start + rows, own.n))


def resolve(recipe: Recipe, prepared: Dataset) -> Plan:
    """Decide every cell of every tensor, from offsets alone.

    Parameters
    ----------
    recipe : Recipe
        Fitted (`fit`).
    prepared : Dataset
        `prepare`'s answer for it.

    Raises
    ------
    ContentError
        Not fitted, or a choice per axis that the column does not have.
    """
    start, stop = recipe.rows.of(len(prepared))
    plans: dict[str, TensorPlan] = {}
    for name, choice in recipe.tensors.items():
        entry = recipe.fitted.get(name)
        if entry is None or not entry.maxlen or not entry.dtype:
            raise ContentError(
                "not-fitted", f"The tensor “{name}” is not fitted.", remedy="Call fit() first."
            )
        column = prepared[name]
        choice.refuse_other_axes(column.ragged_axes, name)
        axes = tuple(
            Axis(
                width,
                choice.axis("padding", k),
                choice.axis("truncating", k),
                choice.axis("mode", k),
            )
            for k, width in enumerate(entry.maxlen)
        )
        plans[name] = TensorPlan(name, column, choice, axes, np.dtype(entry.dtype), start, stop)
    return Plan(recipe, prepared, plans)


@dataclass(frozen=True, eq=False)
class Gathered:
    """Cells before the cast: values of the source's dtype, and what each is; all of one shape.

    `held` says where a value of the source stands: at real cells, and in padding of another mode than
    constant.
    """

    values: NDArray[Any]
    held: NDArray[np.bool_]
    real: NDArray[np.bool_]
    edge: NDArray[np.bool_]
    missing: NDArray[np.bool_]
    axis_masks: tuple[NDArray[np.bool_], ...]


def gather(own: TensorPlan, rows: Int64, cols: Int64, at: tuple[int, ...] = ()) -> Gathered:
    """Collect the cells of source rows [m] and columns [c], by index arithmetic in numpy."""
    held = np.ones(len(rows), bool)
    real = held
    edge = np.zeros(len(rows), bool)
    source = rows
    masks: list[NDArray[np.bool_]] = []
    for k, axis in enumerate(own.axes):
        wanted = cols if k == 0 else np.arange(axis.width, dtype=np.int64)
        if k > 0 and at:
            wanted = wanted[at[k - 1] : at[k - 1] + 1]
        shape = (*source.shape, len(wanted))
        offsets = own.offsets_of[k]
        if len(offsets) == 1:  # no row at all on this axis: padding looks at row 0
            offsets = np.zeros(2, np.int64)
        slots = Slots.of(offsets, source.reshape(-1), axis)
        steps = slots.steps(wanted)
        own_real = slots.real(steps)
        own_held = own_real
        used = steps
        if axis.mode != "constant":
            own_held = np.broadcast_to((slots.kept > 0)[:, None], steps.shape)
            used = filled_steps(steps, slots.kept[:, None], axis.mode)
        own_edge = slots.edges(wanted) != 0
        source = np.where(own_held, slots.begin[:, None] + slots.in_source(used), 0).reshape(shape)
        edge = edge[..., None] | own_edge.reshape(shape)
        held = held[..., None] & own_held.reshape(shape)
        real = real[..., None] & own_real.reshape(shape)
        source = np.where(held, source, 0)
        masks.append(real)
    leaf = own.column.leaf
    flat = leaf.flat
    if at:
        cell: tuple[Any, ...] = (slice(None), *at[len(own.axes) - 1 :])
        flat = flat[cell]
        squeeze = tuple(range(2, real.ndim))
        source, held, real, edge = (np.squeeze(a, squeeze) for a in (source, held, real, edge))
    values = flat[source] if len(flat) else np.zeros((*source.shape, *flat.shape[1:]), flat.dtype)
    extra: Any = (None,) * (values.ndim - source.ndim)
    gone = np.isnan(values) if values.dtype.kind == "f" else np.zeros((), bool)
    if leaf.missing is not None and len(flat):
        gone = gone | leaf.missing[source][(..., *extra)]
    shape = values.shape
    held, real, edge = (np.broadcast_to(a[(..., *extra)], shape) for a in (held, real, edge))
    return Gathered(values, held, real, edge, np.broadcast_to(gone, shape) & held, tuple(masks))


def settle(own: TensorPlan, gathered: Gathered) -> tuple[NDArray[Any], int]:
    """Cast gathered cells to the tensor's dtype, the fill where nothing stands; return values and losses."""
    dtype = own.dtype
    values = gathered.values
    if values.dtype == dtype and dtype.kind == "f":
        return np.where(gathered.held, values, dtype.type(own.choice.value)), 0
    bare = np.where(gathered.held, values, values.dtype.type(0))
    missing = gathered.missing
    lost = 0
    if values.dtype.kind != "f" and missing.any():
        bare = np.where(missing, values.dtype.type(0), bare)
        if dtype.kind != "f":
            lost = int(np.count_nonzero(missing & gathered.real))
    done = cast(bare, dtype)
    array = done.array
    if done.lost:
        back = cast(np.where(gathered.real, bare, bare.dtype.type(0)), dtype)
        lost += back.lost
    if values.dtype.kind != "f" and dtype.kind == "f":
        array = np.where(missing, dtype.type(np.nan), array)
    return np.where(gathered.held, array, dtype.type(own.choice.value)), lost


def refuse_losses(own: TensorPlan, lost: int, what: str = "") -> None:
    """Raise LossError where the recipe refuses losses and there are some."""
    if lost and own.choice.lossy == "refuse":
        source = own.column.dtype
        raise LossError(
            "lossy-cast",
            f"{lost:,} values of “{own.name}” ({source}) do not fit {own.dtype}{what}.",
            remedy="Choose a dtype that holds them, fill what is missing, or allow losses (lossy allow).",
        )


def _kept_sources(slots: Slots) -> Int64:
    """Return the source positions of all kept steps, row after row."""
    total = int(slots.kept.sum())
    before = np.cumsum(slots.kept) - slots.kept
    steps = np.arange(total, dtype=np.int64) - np.repeat(before, slots.kept)
    gap = np.where(steps >= np.repeat(slots.gap_at, slots.kept), np.repeat(slots.gap, slots.kept), 0)
    return steps + np.repeat(slots.begin + slots.start, slots.kept) + gap
